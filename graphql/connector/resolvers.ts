import { findConnector, listConnectors, toIntegrationType } from '@/server/domain/connectors/service'
import { HubError } from '@/server/kernel/errors'
import type { Resolvers } from '../generated/resolvers'

export const connectorResolvers = {
  Query: {
    integrationTypes: async (_root, _args, { ctx }) => (await listConnectors(await ctx())).map(toIntegrationType),
    integrationType: async (_root, { id }, { ctx }) => {
      try {
        return toIntegrationType(await findConnector(await ctx(), id))
      } catch (error) {
        if (error instanceof HubError && error.code === 'connector.unknown') return null
        throw error
      }
    },
  },

  IntegrationType: {
    integrationCount: ({ id }, _args, { loaders }) => loaders.countOfType(id),
  },

  ConnectorMaturity: { BUILT_IN: 'built-in', VERIFIED: 'verified', COMMUNITY: 'community' },
  OperationEffect: { READ: 'read', WRITE: 'write', DESTRUCTIVE: 'destructive' },
} satisfies Resolvers
