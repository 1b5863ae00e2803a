/** The words of webhooks that providers send to the hub. */

/** `path`: an address of its own. `app`: the address all hooks of a type share; the body says whose it is. */
export const hookKinds = ['path', 'app'] as const
export type HookKind = (typeof hookKinds)[number]

/** `received`: accepted, not yet told of. `failed`: the hub could not tell of it; it can be replayed. */
export const inboundStates = ['received', 'processed', 'failed', 'refused'] as const
export type InboundState = (typeof inboundStates)[number]

/** What the provider says of the hook it has. */
export const providerStates = ['active', 'failing', 'switched_off', 'missing', 'unknown'] as const
export type ProviderState = (typeof providerStates)[number]
