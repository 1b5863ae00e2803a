import { version as released } from '@/package.json'

/** The version of this hub, as package.json says it. */
export const version: string = released
