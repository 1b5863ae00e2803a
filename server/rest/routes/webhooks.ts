import { z } from '@hono/zod-openapi'
import { getIntegration } from '@/server/domain/integrations/service'
import {
  createEndpoint,
  type DeliveryFilter,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  readDelivery,
  replayDeliveries,
  replayDelivery,
  rotateEndpointSecret,
  sendTestEvent,
  skipRemaining,
  statisticsOf,
  updateEndpoint,
} from '@/server/domain/webhooks/service'
import { type ErrorCode, HubError } from '@/server/kernel/errors'
import { parseRef } from '@/server/kernel/ids'
import { paged } from '../pages'
import { type Route, route } from '../route'
import { byId, paging } from '../shapes/base'
import {
  DeliveryDetailsShape,
  DeliveryPageShape,
  DeliveryShape,
  EndpointChangesShape,
  EndpointListShape,
  EndpointShape,
  EndpointWithSecretShape,
  filterFields,
  HubWebhookShape,
  NewEndpointShape,
  ReplayedShape,
  ReplayShape,
  RotatedShape,
  SkippedShape,
  toDelivery,
  toDetails,
  toEndpoint,
  toListed,
} from '../shapes/webhook'

/** Webhook endpoints and their deliveries over REST. */
const base = '/api/v1/webhook-endpoints'
const deliveriesBase = '/api/v1/webhook-deliveries'
const tag = 'Webhooks'
const one = { tag, params: byId('Id or name of the endpoint.'), isOne: true } as const
const delivery = { tag, params: byId('Id of the delivery.') } as const

type Filter = { [K in keyof typeof filterFields]?: z.output<(typeof filterFields)[K]> }

const filterOf = ({ eventType, state, failureClass, since, until, ...rest }: Filter): DeliveryFilter => ({
  ...rest,
  ...(eventType && { eventTypes: [eventType] }),
  ...(state && { states: [state] }),
  ...(failureClass && { failureClasses: [failureClass] }),
  ...(since && { since: new Date(since) }),
  ...(until && { until: new Date(until) }),
})

const listing: Route[] = [
  route(
    {
      ...{ id: 'listWebhookEndpoints', method: 'get', path: base, tag },
      summary: 'The endpoints you may see, by name, and how they did in the last 24 hours',
      answer: EndpointListShape,
    },
    async ({ ctx }) => {
      const endpoints = await listEndpoints(ctx)
      const statistics = await statisticsOf(
        ctx,
        endpoints.map(({ id }) => id),
      )
      return { body: { items: endpoints.map((endpoint) => toListed(endpoint, statistics.get(endpoint.id))) } }
    },
  ),
  route(
    {
      ...{ id: 'createWebhookEndpoint', method: 'post', path: base, tag, status: 201, isOne: true, isKeyed: true },
      summary: 'Tells an address of events from now on; the answer has the secret that signs them, this once',
      body: NewEndpointShape,
      answer: EndpointWithSecretShape,
      errors: ['webhook.name_taken', 'webhook.limit_reached', 'request.key_reused'],
    },
    async ({ ctx, body, idempotencyKey }) => {
      const { endpoint, secret } = await createEndpoint(ctx, { ...body, idempotencyKey })
      const location = `${base}/${endpoint.id}`
      return { body: { ...toEndpoint(endpoint), secret }, version: endpoint.version, location }
    },
  ),
]

const reading: Route[] = [
  route(
    {
      ...{ ...one, id: 'getWebhookEndpoint', method: 'get', path: `${base}/{id}` },
      summary: 'One endpoint',
      answer: EndpointShape,
      errors: ['webhook.not_found'],
    },
    async ({ ctx, params }) => {
      const endpoint = await getEndpoint(ctx, params.id)
      return { body: toEndpoint(endpoint), version: endpoint.version }
    },
  ),
  route(
    {
      ...{ ...one, id: 'changeWebhookEndpoint', method: 'patch', path: `${base}/{id}`, isVersioned: true },
      summary: 'Changes just what is sent; another host gets another secret',
      body: EndpointChangesShape,
      answer: EndpointWithSecretShape,
      errors: ['webhook.not_found', 'webhook.name_taken', 'webhook.version_stale'],
    },
    async ({ ctx, params, body: { url, events, ...rest }, ifMatch }) => {
      const version = ifMatch ?? (await getEndpoint(ctx, params.id)).version
      const given = { ...rest, ...(url !== undefined && { url }), ...(events !== undefined && { events }) }
      const { endpoint, secret } = await updateEndpoint(ctx, { ...given, id: params.id, version })
      return { body: { ...toEndpoint(endpoint), secret }, version: endpoint.version }
    },
  ),
  route(
    {
      ...{ ...one, id: 'deleteWebhookEndpoint', method: 'delete', path: `${base}/{id}`, isVersioned: true },
      summary: 'Deletes an endpoint; what was not delivered yet is not delivered any more',
      answer: EndpointShape,
      errors: ['webhook.not_found', 'webhook.version_stale'],
    },
    async ({ ctx, params, ifMatch }) => {
      const found = await getEndpoint(ctx, params.id)
      if (ifMatch !== null && found.version !== ifMatch) throw new HubError('webhook.version_stale')
      return { body: toEndpoint(await deleteEndpoint(ctx, found.id)) }
    },
  ),
]

const switching = (
  [
    ['enableWebhookEndpoint', 'enable', 'Switches it on; what waits for it is sent', enableEndpoint],
    ['disableWebhookEndpoint', 'disable', 'Switches it off; what waits for it waits', disableEndpoint],
  ] as const
).map(([id, verb, summary, act]) =>
  route(
    {
      ...{ ...one, id, method: 'post', path: `${base}/{id}/${verb}`, summary },
      answer: EndpointShape,
      errors: ['webhook.not_found'],
    },
    async ({ ctx, params }) => {
      const endpoint = await act(ctx, params.id)
      return { body: toEndpoint(endpoint), version: endpoint.version }
    },
  ),
)

const gone: readonly ErrorCode[] = ['webhook.not_found']

const acts: Route[] = [
  ...switching,
  route(
    {
      ...{ tag, params: one.params, id: 'rotateWebhookSecret', method: 'post', path: `${base}/{id}/rotate-secret` },
      summary: 'Gives it a new secret; the one before signs, too, until the overlap is over',
      body: z.strictObject({ overlapSeconds: z.number().int().optional() }).openapi('RotateWebhookSecret'),
      needsBody: false,
      answer: RotatedShape,
      errors: gone,
    },
    async ({ ctx, params, body }) => ({ body: await rotateEndpointSecret(ctx, { id: params.id, ...body }) }),
  ),
  route(
    {
      ...{ tag, params: one.params, id: 'testWebhookEndpoint', method: 'post', path: `${base}/{id}/test` },
      summary: 'Sends it, and nobody else, an event that says it is a test',
      answer: DeliveryShape,
      errors: ['webhook.not_found', 'webhook.disabled'],
    },
    async ({ ctx, params }) => ({ body: toDelivery(await sendTestEvent(ctx, params.id)) }),
  ),
  route(
    {
      ...{ tag, params: one.params, id: 'skipWebhookDeliveries', method: 'post', path: `${base}/{id}/skip` },
      summary: 'Leaves out everything that waits for it',
      answer: SkippedShape,
      errors: gone,
    },
    async ({ ctx, params }) => ({ body: await skipRemaining(ctx, params.id) }),
  ),
]

const deliveries: Route[] = [
  route(
    {
      ...{ id: 'listWebhookDeliveries', method: 'get', path: deliveriesBase, tag, isPaged: true },
      summary: 'What was and is sent, that of the newest events first',
      query: z.strictObject({ ...paging, ...filterFields }),
      answer: DeliveryPageShape,
      errors: gone,
    },
    ({ ctx, query: { limit, cursor, ...filter } }) =>
      paged({ limit, cursor }, (page) => listDeliveries(ctx, { ...page, filter: filterOf(filter) }), toDelivery),
  ),
  route(
    {
      ...{ ...delivery, id: 'getWebhookDelivery', method: 'get', path: `${deliveriesBase}/{id}` },
      summary: 'One delivery with each of its tries and its body',
      answer: DeliveryDetailsShape,
      errors: ['delivery.not_found'],
    },
    async ({ ctx, params }) => ({ body: toDetails(await readDelivery(ctx, params.id)) }),
  ),
  route(
    {
      ...{ ...delivery, id: 'replayWebhookDelivery', method: 'post', path: `${deliveriesBase}/{id}/replay` },
      summary: 'Sends one delivery again, with the same webhook-id',
      answer: DeliveryShape,
      errors: ['delivery.not_found', 'webhook.disabled'],
    },
    async ({ ctx, params }) => ({ body: toDelivery(await replayDelivery(ctx, params.id)) }),
  ),
  route(
    {
      ...{ id: 'replayWebhookDeliveries', method: 'post', path: `${deliveriesBase}/replay`, tag },
      summary: 'Sends deliveries again: the failed ones that fit, or those of the state that is named',
      body: ReplayShape,
      needsBody: false,
      answer: ReplayedShape,
      errors: ['webhook.not_found', 'webhook.disabled'],
    },
    async ({ ctx, body: { preview, ...filter } }) => ({
      body: await replayDeliveries(ctx, { filter: filterOf(filter), preview: preview ?? false }),
    }),
  ),
]

/** As an integration hub of another make has it: the endpoint hears of that integration alone. */
const ofIntegration = route(
  {
    ...{ id: 'hubCreateWebhook', method: 'post', path: '/api/integration-hub/{integrationId}/webhooks', isOne: true },
    ...{ tag: 'Integration hub', status: 201, isKeyed: true },
    summary: 'The same as POST /api/v1/webhook-endpoints, for events about one integration',
    params: z.strictObject({ integrationId: byId('Id or slug of the integration.').shape.id }),
    body: HubWebhookShape,
    answer: EndpointWithSecretShape,
    errors: ['integration.not_found', 'webhook.name_taken', 'webhook.limit_reached', 'request.key_reused'],
  },
  async ({ ctx, params, body, idempotencyKey }) => {
    const { id } = await getIntegration(ctx, parseRef('integration', params.integrationId))
    const given = { ...body, events: body.events ?? ['*'], integrations: [id], idempotencyKey }
    const { endpoint, secret } = await createEndpoint(ctx, given)
    const location = `${base}/${endpoint.id}`
    return { body: { ...toEndpoint(endpoint), secret }, version: endpoint.version, location }
  },
)

export const webhookRoutes: Route[] = [...listing, ...reading, ...acts, ...deliveries, ofIntegration]
