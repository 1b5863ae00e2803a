import released from '@/package.json' with { type: 'json' }

/** The version of this hub, as package.json says it. Said to be JSON, for Node itself wants to be told. */
export const version: string = released.version
