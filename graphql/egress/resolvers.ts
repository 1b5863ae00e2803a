import { grantEgress, listEgressGrants, revokeEgress } from '@/server/domain/egress/service'
import { parseId } from '@/server/kernel/ids'
import type { Resolvers } from '../generated/resolvers'

export const egressResolvers = {
  Query: {
    egressGrants: (_root, { tenant }, { instance }) => listEgressGrants(instance(), tenant),
  },
  Mutation: {
    grantEgress: async (_root, { input }, { instance }) => ({ grant: await grantEgress(instance(), input) }),
    revokeEgress: async (_root, { input }, { instance }) => {
      const id = parseId('egressGrant', input.id)
      await revokeEgress(instance(), { tenant: input.tenant, id })
      return { id }
    },
  },
} satisfies Resolvers
