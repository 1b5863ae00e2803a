import type { Resolvers } from '../generated/resolvers'

/** Calls through the hub over GraphQL. */
export const callResolvers = {
  CallPriority: { INTERACTIVE: 'interactive', DEPLOY: 'deploy', SYNC: 'sync', PROBE: 'probe' },
  CallOutcome: { SUCCESS: 'success', FAILURE: 'failure', REFUSED: 'refused' },
} satisfies Resolvers
