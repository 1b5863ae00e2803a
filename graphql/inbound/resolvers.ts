import {
  checkHook,
  createHook,
  deleteHook,
  getHook,
  listHooks,
  listInboundDeliveries,
  readInboundDelivery,
  recoverDeliveries,
  registerHook,
  replayDeliveries,
  rotateHookSecret,
  unregisterHook,
  updateHook,
  waiveVerification,
} from '@/server/domain/inbound/service'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'

/** Webhooks of providers over GraphQL. */
const longestShown = 1_048_576
const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(body: Buffer): string | null {
  try {
    return decoder.decode(body)
  } catch {
    return null
  }
}

export const inboundResolvers = {
  Query: {
    inboundHooks: async (_root, args, { ctx }) => listHooks(await ctx(), args),
    inboundHook: async (_root, { id }, { ctx }) => getHook(await ctx(), id),
    inboundDeliveries: async (_root, args, { ctx }) => listInboundDeliveries(await ctx(), args),
    inboundDelivery: async (_root, { id }, { ctx }) => readInboundDelivery(await ctx(), id),
  },

  Mutation: {
    createInboundHook: async (_root, { input }, { ctx }) => createHook(await ctx(), input),
    updateInboundHook: async (_root, { input }, { ctx }) => ({ hook: await updateHook(await ctx(), input) }),
    rotateInboundHookSecret: async (_root, { input }, { ctx }) => rotateHookSecret(await ctx(), input),
    waiveInboundVerification: async (_root, { input }, { ctx }) => ({
      hook: await waiveVerification(await ctx(), input),
    }),
    deleteInboundHook: async (_root, { input }, { ctx }) => ({ hook: await deleteHook(await ctx(), input.id) }),
    registerInboundHook: async (_root, { input }, { ctx }) => ({ hook: await registerHook(await ctx(), input) }),
    unregisterInboundHook: async (_root, { input }, { ctx }) => ({ hook: await unregisterHook(await ctx(), input.id) }),
    checkInboundHook: async (_root, { input }, { ctx }) => ({ hook: await checkHook(await ctx(), input.id) }),
    recoverInboundDeliveries: async (_root, { input }, { ctx }) => recoverDeliveries(await ctx(), input),
    replayInboundDeliveries: async (_root, { input }, { ctx }) => replayDeliveries(await ctx(), input),
  },

  InboundHook: {
    integration: async ({ integrationId }, _args, { loaders }) => (await loaders.integration(integrationId)) ?? null,
    route: ({ routeKey }) => routeKey,
  },
  InboundHookConnection: { edges: ({ items }) => items, pageInfo },
  InboundDelivery: {
    integration: async ({ integrationId }, _args, { loaders }) => (await loaders.integration(integrationId)) ?? null,
    content: async ({ id }, _args, { ctx }) => readInboundDelivery(await ctx(), id),
  },
  InboundContent: {
    text: ({ body }) => (body.length > longestShown ? null : textOf(body)),
    base64: ({ body }) => (body.length > longestShown ? null : body.toString('base64')),
    truncated: ({ bodyTruncated }) => bodyTruncated,
  },
  InboundDeliveryConnection: { edges: ({ items }) => items, pageInfo },

  InboundHookKind: { PATH: 'path', APP: 'app' },
  InboundState: { RECEIVED: 'received', PROCESSED: 'processed', FAILED: 'failed', REFUSED: 'refused' },
  InboundProviderState: {
    ACTIVE: 'active',
    FAILING: 'failing',
    SWITCHED_OFF: 'switched_off',
    MISSING: 'missing',
    UNKNOWN: 'unknown',
  },
} satisfies Resolvers
