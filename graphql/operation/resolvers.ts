import { operationsFor, runOperation } from '@/server/domain/operations/service'
import type { Resolvers } from '../generated/resolvers'

/** Operations over GraphQL: each field one question to server/domain/operations. */
export const operationResolvers = {
  Integration: {
    operations: async (integration, _args, { ctx }) => operationsFor(await ctx(), integration),
  },

  Mutation: {
    runOperation: async (_root, { input }, { ctx }) => ({ run: await runOperation(await ctx(), input) }),
  },
} satisfies Resolvers
