import { z } from 'zod'
import { define, info, warning } from './define'

/** Endpoints and what is sent to them. Of a URL only the host is told: the rest of it may be a secret. */
const endpoint = { endpointId: z.string(), name: z.string(), host: z.string() }
const delivery = {
  deliveryId: z.string(),
  endpointId: z.string(),
  name: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  attempts: z.number().int(),
}

export const webhookEvents = {
  'webhook.created': define({
    description: 'A webhook endpoint was created.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, events: z.array(z.string()) }),
    subject: (data) => data.endpointId,
    tell: (data) => info(`webhook endpoint ${data.name} created`),
  }),
  'webhook.updated': define({
    description: 'A webhook endpoint changed.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, changed: z.array(z.string()) }),
    subject: (data) => data.endpointId,
    tell: (data) => info(`webhook endpoint ${data.name} changed: ${data.changed.join(', ')}`),
  }),
  'webhook.deleted': define({
    description: 'A webhook endpoint was deleted; what was not delivered yet is not delivered any more.',
    schemaVersion: 1,
    shape: z.object(endpoint),
    subject: (data) => data.endpointId,
    tell: (data) => warning(`webhook endpoint ${data.name} deleted`),
  }),
  'webhook.enabled': define({
    description: 'A webhook endpoint was switched on; what waited for it is sent.',
    schemaVersion: 1,
    shape: z.object(endpoint),
    subject: (data) => data.endpointId,
    tell: (data) => info(`webhook endpoint ${data.name} enabled`),
  }),
  'webhook.disabled': define({
    description:
      'A webhook endpoint was switched off: by a person, because it answered 410, because it failed for five days, or because its owner may not see events any more.',
    schemaVersion: 1,
    shape: z.object({
      ...endpoint,
      reason: z.enum(['person', 'gone', 'failing', 'owner_gone']),
      message: z.string().nullable(),
    }),
    subject: (data) => data.endpointId,
    tell: ({ name, reason, message }) =>
      reason === 'person'
        ? warning(`webhook endpoint ${name} disabled`)
        : {
            level: 'error',
            outcome: 'failure',
            summary: `webhook endpoint ${name} was disabled by the hub${message ? `: ${message}` : ''}`,
          },
  }),
  'webhook.secret_rotated': define({
    description: 'A webhook endpoint has a new secret; the one before signs, too, until the overlap is over.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, secretVersion: z.number().int(), overlapSeconds: z.number() }),
    subject: (data) => data.endpointId,
    tell: (data) => info(`secret of webhook endpoint ${data.name} rotated`),
  }),
  'webhook.tested': define({
    description: 'Somebody asked for a test; this very event is what the endpoint is sent.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, message: z.string() }),
    subject: (data) => data.endpointId,
    tell: (data) => info(`test event for webhook endpoint ${data.name}`),
  }),
  'webhook.failing': define({
    description: 'A webhook endpoint failed several times in a row; it is tried less often until it answers.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, failures: z.number().int(), message: z.string().nullable() }),
    subject: (data) => data.endpointId,
    tell: ({ name, message }) => ({
      level: 'warning',
      outcome: 'failure',
      summary: `webhook endpoint ${name} is failing${message ? `: ${message}` : ''}`,
    }),
  }),
  'webhook.recovered': define({
    description: 'A webhook endpoint that was failing takes deliveries again.',
    schemaVersion: 1,
    shape: z.object({ ...endpoint, failingSince: z.string().nullable() }),
    subject: (data) => data.endpointId,
    tell: (data) => info(`webhook endpoint ${data.name} takes deliveries again`),
  }),
  'delivery.failed': define({
    description: 'A delivery came to the end of its schedule undelivered. It stays, and can be replayed.',
    schemaVersion: 1,
    shape: z.object({ ...delivery, failureClass: z.string(), message: z.string() }),
    subject: (data) => data.deliveryId,
    tell: ({ eventType, name, message }) => ({
      level: 'error',
      outcome: 'failure',
      summary: `${eventType} could not be delivered to ${name}: ${message}`,
    }),
  }),
  'delivery.replayed': define({
    description: 'Somebody had deliveries sent again.',
    schemaVersion: 1,
    shape: z.object({
      endpointId: z.string().nullable(),
      deliveryId: z.string().nullable(),
      count: z.number().int(),
      since: z.string().nullable(),
    }),
    subject: (data) => data.deliveryId ?? data.endpointId ?? 'deliveries',
    tell: ({ count }) => info(`${count} ${count === 1 ? 'delivery' : 'deliveries'} replayed`),
  }),
  'delivery.skipped': define({
    description: 'Somebody had what waited for an endpoint left out.',
    schemaVersion: 1,
    shape: z.object({ endpointId: z.string(), name: z.string(), count: z.number().int() }),
    subject: (data) => data.endpointId,
    tell: ({ name, count }) =>
      warning(`${count} waiting ${count === 1 ? 'delivery' : 'deliveries'} for ${name} skipped`),
  }),
} as const
