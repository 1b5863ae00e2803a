import {
  createEndpoint,
  type Delivery,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  hearDeliveries,
  listDeliveries,
  listEndpoints,
  readDelivery,
  replayDeliveries,
  replayDelivery,
  rotateEndpointSecret,
  sendTestEvent,
  skipRemaining,
  updateEndpoint,
} from '@/server/domain/webhooks/service'
import { HubError } from '@/server/kernel/errors'
import type { Resolvers } from '../generated/resolvers'
import { pageInfo } from '../pages'
import { endable } from '../streams'

/** Webhooks that go out, over GraphQL. The rules, the permissions and the SQL are in server/domain/webhooks. */
function textsOf(headers: Record<string, unknown> | null | undefined): Record<string, string> | null | undefined {
  if (!headers) return headers
  const wrong = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name]))
  if (wrong.length === 0) return headers as Record<string, string>
  const fields = wrong.map((name) => ({ path: `headers.${name.slice(0, 60)}`, message: 'has to be a text' }))
  throw new HubError('request.invalid', undefined, { fields })
}

const maxHours = 720

function hoursOf(hours: number | null | undefined): number {
  const asked = hours ?? 24
  if (asked >= 1 && asked <= maxHours) return asked
  throw new HubError('request.invalid', `"hours" has to be from 1 to ${maxHours}.`, {
    fields: [{ path: 'hours', message: `has to be from 1 to ${maxHours}` }],
  })
}

export const webhookResolvers = {
  Query: {
    webhookEndpoints: async (_root, _args, { ctx }) => listEndpoints(await ctx()),
    webhookEndpoint: async (_root, { id }, { ctx }) => getEndpoint(await ctx(), id),
    webhookDeliveries: async (_root, args, { ctx }) => listDeliveries(await ctx(), args),
    webhookDelivery: async (_root, { id }, { ctx }) => readDelivery(await ctx(), id),
    webhookReplayPreview: async (_root, { filter }, { ctx }) =>
      (await replayDeliveries(await ctx(), { filter, preview: true })).count,
  },

  Mutation: {
    createWebhookEndpoint: async (_root, { input }, { ctx }) => {
      const made = await createEndpoint(await ctx(), { ...input, headers: textsOf(input.headers) })
      return { webhookEndpoint: made.endpoint, secret: made.secret }
    },
    updateWebhookEndpoint: async (_root, { input }, { ctx }) => {
      const { url, events, ...rest } = input
      const changed = await updateEndpoint(await ctx(), {
        ...rest,
        ...(url != null && { url }),
        ...(events != null && { events }),
        headers: textsOf(input.headers),
      })
      return { webhookEndpoint: changed.endpoint, secret: changed.secret }
    },
    deleteWebhookEndpoint: async (_root, { input }, { ctx }) => ({
      webhookEndpoint: await deleteEndpoint(await ctx(), input.id),
    }),
    enableWebhookEndpoint: async (_root, { input }, { ctx }) => ({
      webhookEndpoint: await enableEndpoint(await ctx(), input.id),
    }),
    disableWebhookEndpoint: async (_root, { input }, { ctx }) => ({
      webhookEndpoint: await disableEndpoint(await ctx(), input.id),
    }),
    rotateWebhookSecret: async (_root, { input }, { ctx }) => {
      const caller = await ctx()
      const { endpointId, ...rotated } = await rotateEndpointSecret(caller, input)
      return { webhookEndpoint: await getEndpoint(caller, endpointId), ...rotated }
    },
    testWebhookEndpoint: async (_root, { input }, { ctx }) => ({
      webhookDelivery: await sendTestEvent(await ctx(), input.id),
    }),
    replayWebhookDelivery: async (_root, { input }, { ctx }) => ({
      webhookDelivery: await replayDelivery(await ctx(), input.id),
    }),
    replayWebhookDeliveries: async (_root, { input }, { ctx }) => replayDeliveries(await ctx(), input),
    skipWebhookDeliveries: async (_root, { input }, { ctx }) => skipRemaining(await ctx(), input.id),
  },

  Subscription: {
    webhookDeliveryChanged: {
      // A foreign id is an error at once, not a stream that fails.
      subscribe: async (_root, { endpointId }, { ctx }) => {
        const caller = await ctx()
        const { id } = await getEndpoint(caller, endpointId)
        return endable((ending) => hearDeliveries(caller, id, ending))
      },
      resolve: (delivery: Delivery) => delivery,
    },
  },

  WebhookEndpoint: {
    integrations: async ({ integrationIds }, _args, { loaders }) =>
      (await Promise.all(integrationIds.map((id) => loaders.integration(id)))).flatMap((found) => found ?? []),
    projects: async ({ projectIds }, _args, { loaders }) =>
      (await Promise.all(projectIds.map((id) => loaders.project(id)))).flatMap((found) => found ?? []),
    statistics: ({ id }, { hours }, { loaders }) => loaders.webhookStatistics(id, hoursOf(hours)),
  },
  WebhookDelivery: {
    endpoint: async ({ endpointId }, _args, { loaders }) => (await loaders.webhookEndpoint(endpointId)) ?? null,
    tries: async ({ id }, _args, { loaders }) => (await loaders.webhookDelivery(id)).tries,
    body: async ({ id }, _args, { loaders }) => (await loaders.webhookDelivery(id)).body,
  },
  WebhookDeliveryConnection: {
    edges: ({ items }) => items,
    pageInfo,
  },

  WebhookEndpointState: { ACTIVE: 'active', FAILING: 'failing', DISABLED: 'disabled' },
  WebhookDisabledReason: { PERSON: 'person', GONE: 'gone', FAILING: 'failing', OWNER_GONE: 'owner_gone' },
  WebhookDeliveryState: {
    PENDING: 'pending',
    DELIVERED: 'delivered',
    RETRYING: 'retrying',
    FAILED: 'failed',
    SKIPPED: 'skipped',
  },
} satisfies Resolvers
