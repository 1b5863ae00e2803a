import { z } from '@hono/zod-openapi'
import type { Delivery, DeliveryDetails, EndpointStatistics, WebhookEndpoint } from '@/server/domain/webhooks/service'
import { failureClasses } from '@/server/kernel/health'
import { deliveryStates, disabledReasons, endpointStates } from '@/server/kernel/webhooks'
import { Instant, InstantInput, idOf, orNull, pageOf, picked, text } from './base'

/** Webhooks that go out: endpoints, and what they are sent. A secret is only in the answer that makes it. */
const Headers = z.record(z.string(), z.string())
const FailureClass = z.enum(failureClasses).nullable()

const StatisticsShape = z
  .object({
    attempts: z.number().int(),
    failures: z.number().int(),
    delivered: z.number().int(),
    exhausted: z.number().int(),
    successRatio: z.number().nullable(),
    latencyMsP50: z.number().nullable(),
    latencyMsP95: z.number().nullable(),
    waiting: z.number().int(),
  })
  .openapi('WebhookStatistics')

const endpointFields = {
  id: idOf('webhookEndpoint'),
  name: z.string(),
  description: z.string().nullable(),
  url: z.string(),
  events: z.array(z.string()),
  integrationIds: z.array(idOf('integration')),
  projectIds: z.array(idOf('project')),
  payloadVersion: z.number().int(),
  headers: Headers,
  ratePerSecond: z.number().int().nullable(),
  concurrency: z.number().int(),
  schedule: z.array(z.number().int()).openapi({ description: 'Seconds before each try.' }),
  hasOwnSchedule: z.boolean(),
  state: z.enum(endpointStates),
  enabled: z.boolean(),
  disabledReason: z.enum(disabledReasons).nullable(),
  disabledAt: Instant.nullable(),
  owner: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  failures: z.number().int(),
  failingSince: Instant.nullable(),
  pausedUntil: Instant.nullable(),
  lastDeliveredAt: Instant.nullable(),
  lastFailureAt: Instant.nullable(),
  lastFailure: z.string().nullable(),
  version: z.number().int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
}

export const EndpointShape = z.object(endpointFields).openapi('WebhookEndpoint')

export const EndpointListShape = z
  .object({
    items: z.array(z.object({ ...endpointFields, statistics: StatisticsShape }).openapi('ListedWebhookEndpoint')),
  })
  .openapi('WebhookEndpointList')

const Secret = z.string().openapi({ description: 'whsec_…, shown this once.' })

export const EndpointWithSecretShape = z
  .object({ ...endpointFields, secret: Secret.nullable() })
  .openapi('WebhookEndpointWithSecret')

export const RotatedShape = z
  .object({ endpointId: idOf('webhookEndpoint'), secret: Secret, previousUntil: Instant.nullable() })
  .openapi('RotatedWebhookSecret')

export const toEndpoint = (endpoint: WebhookEndpoint): z.input<typeof EndpointShape> => ({
  ...picked(endpoint, 'id', 'name', 'description', 'url', 'events', 'integrationIds', 'projectIds', 'payloadVersion'),
  ...picked(endpoint, 'headers', 'ratePerSecond', 'concurrency', 'schedule', 'hasOwnSchedule', 'state', 'enabled'),
  ...picked(endpoint, 'disabledReason', 'disabledAt', 'failures', 'failingSince', 'pausedUntil', 'lastDeliveredAt'),
  ...picked(endpoint, 'lastFailureAt', 'lastFailure', 'version', 'createdBy', 'createdAt', 'updatedAt'),
  owner: picked(endpoint.owner, 'kind', 'id', 'name'),
})

export const toListed = (endpoint: WebhookEndpoint, statistics: EndpointStatistics | undefined) => ({
  ...toEndpoint(endpoint),
  statistics: statistics ?? {
    ...{ attempts: 0, failures: 0, delivered: 0, exhausted: 0, waiting: 0 },
    ...{ successRatio: null, latencyMsP50: null, latencyMsP95: null },
  },
})

const beside = {
  name: z.string().optional(),
  description: z.string().nullable().optional(),
  integrations: z.array(z.string()).optional().openapi({ description: 'Ids or slugs.' }),
  projects: z.array(z.string()).optional().openapi({ description: 'Ids or slugs.' }),
  payloadVersion: z.number().int().optional(),
  headers: Headers.optional(),
  ratePerSecond: z.number().int().nullable().optional(),
  concurrency: z.number().int().optional(),
  schedule: z.array(z.number().int()).nullable().optional(),
}

export const NewEndpointShape = z
  .strictObject({
    url: z.string(),
    events: z.array(z.string()).openapi({ description: 'Names or patterns, such as github.*' }),
    enabled: z.boolean().optional(),
    ...beside,
  })
  .openapi('NewWebhookEndpoint')

const { integrations: _one, ...besideOne } = beside

export const HubWebhookShape = z
  .strictObject({
    url: z.string(),
    events: z.array(z.string()).optional().openapi({ description: 'Every event about the integration when absent.' }),
    ...besideOne,
  })
  .openapi('HubWebhook')

export const EndpointChangesShape = z
  .strictObject({ url: z.string().optional(), events: z.array(z.string()).optional(), ...beside })
  .openapi('WebhookEndpointChanges')

const delivery = {
  id: idOf('webhookDelivery'),
  endpointId: idOf('webhookEndpoint'),
  eventId: text('The webhook-id, for life.'),
  eventType: z.string(),
  at: Instant,
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  nextAttemptAt: Instant.nullable(),
  isBeingSent: z.boolean(),
  changedAt: Instant,
  deliveredAt: Instant.nullable(),
  status: z.number().int().nullable(),
  failureClass: FailureClass,
  message: z.string().nullable(),
  replays: z.number().int(),
}
const ms = z.number().nullable()

const AttemptShape = z
  .object({
    id: idOf('deliveryAttempt'),
    at: Instant,
    number: z.number().int(),
    url: z.string(),
    requestHeaders: Headers,
    secretVersions: z.array(z.number().int()),
    requestBytes: z.number().int(),
    status: z.number().int().nullable(),
    failureClass: FailureClass,
    message: z.string().nullable(),
    timings: z.object({ dnsMs: ms, connectMs: ms, tlsMs: ms, waitMs: ms, totalMs: z.number() }),
    responseHeaders: orNull(Headers),
    responseBody: z.string().nullable(),
    responseCut: z.boolean(),
  })
  .openapi('WebhookAttempt')

export const DeliveryShape = z.object(delivery).openapi('WebhookDelivery')
export const DeliveryPageShape = pageOf('WebhookDeliveryPage', DeliveryShape)
export const DeliveryDetailsShape = z
  .object({ ...delivery, tries: z.array(AttemptShape), body: z.string().nullable() })
  .openapi('WebhookDeliveryDetails')

export const toDelivery = (one: Delivery): z.input<typeof DeliveryShape> => ({
  ...picked(one, 'id', 'endpointId', 'eventId', 'eventType', 'at', 'state', 'attempts', 'nextAttemptAt'),
  ...picked(one, 'isBeingSent', 'changedAt', 'deliveredAt', 'status', 'failureClass', 'message', 'replays'),
})

export const toDetails = (one: DeliveryDetails): z.input<typeof DeliveryDetailsShape> => ({
  ...toDelivery(one),
  tries: one.tries,
  body: one.body,
})

/** What of the deliveries is meant, in a query or in a body. */
export const filterFields = {
  endpoint: z.string().optional().openapi({ description: 'Id or name.' }),
  eventType: z.string().optional().openapi({ description: 'A name or a pattern.' }),
  state: z.enum(deliveryStates).optional(),
  failureClass: z.enum(failureClasses).optional(),
  eventId: z.string().optional(),
  since: InstantInput.optional(),
  until: InstantInput.optional(),
  text: z.string().optional(),
}

export const ReplayShape = z
  .strictObject({
    ...filterFields,
    preview: z.boolean().optional().openapi({ description: 'Only say how many; nothing is sent.' }),
  })
  .openapi('ReplayWebhookDeliveries')

export const ReplayedShape = z.object({ count: z.number().int(), preview: z.boolean() }).openapi('ReplayedWebhooks')
export const SkippedShape = z.object({ count: z.number().int() }).openapi('SkippedWebhooks')
