import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from '@/server/domain/keys/service'
import { parseId } from '@/server/kernel/ids'
import type { Resolvers } from '../generated/resolvers'

export const keyResolvers = {
  Query: {
    apiKeys: async (_root, _args, { ctx }) => listApiKeys(await ctx()),
  },
  Mutation: {
    createApiKey: async (_root, { input }, { ctx }) => createApiKey(await ctx(), input),
    rotateApiKey: async (_root, { input }, { ctx }) =>
      rotateApiKey(await ctx(), { ...input, id: parseId('apiKey', input.id) }),
    revokeApiKey: async (_root, { input }, { ctx }) => ({
      apiKey: await revokeApiKey(await ctx(), { id: parseId('apiKey', input.id) }),
    }),
  },
  ApiKeyScope: {
    projectId: ({ projectId }) => projectId ?? null,
    integrationId: ({ integrationId }) => integrationId ?? null,
  },
} satisfies Resolvers
