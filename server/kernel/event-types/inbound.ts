import { z } from 'zod'
import { providerStates } from '../inbound'
import { define, info, warning } from './define'

/** Webhooks of providers: the hooks they are sent to, and that one came in. What it says has a name of its own. */
const hook = { hookId: z.string(), name: z.string(), integrationId: z.string(), slug: z.string() }

export const inboundEvents = {
  'integration.webhook_received': define({
    description:
      'A webhook of the provider was accepted. What it tells is a second event under its topic, such as `github.push`.',
    schemaVersion: 1,
    shape: z.object({
      ...{ integrationId: z.string(), slug: z.string(), hookId: z.string(), inboundDeliveryId: z.string() },
      deliveryId: z.string().nullable(),
      topic: z.string(),
      sizeBytes: z.number(),
      /** What proved the sender; `waived` when nothing did and an administrator allowed that. */
      scheme: z.string(),
      recovered: z.boolean(),
      replayed: z.boolean(),
    }),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} received ${data.topic}${data.replayed ? ', replayed' : ''}`),
  }),
  'inbound_hook.created': define({
    description: 'A hook for the webhooks of a provider was made.',
    schemaVersion: 1,
    shape: z.object(hook),
    subject: (data) => data.hookId,
    tell: (data) => info(`hook "${data.name}" of ${data.slug} created`),
  }),
  'inbound_hook.updated': define({
    description: 'A hook was renamed, or switched on or off.',
    schemaVersion: 1,
    shape: z.object({ ...hook, changed: z.array(z.string()) }),
    subject: (data) => data.hookId,
    tell: (data) => info(`hook "${data.name}" of ${data.slug} changed: ${data.changed.join(', ')}`),
  }),
  'inbound_hook.deleted': define({
    description: 'A hook was deleted; its address answers no more and its secrets are destroyed.',
    schemaVersion: 1,
    shape: z.object({ ...hook, reason: z.enum(['person', 'integration_deleted']) }),
    subject: (data) => data.hookId,
    tell: (data) => warning(`hook "${data.name}" of ${data.slug} deleted`),
  }),
  'inbound_hook.secret_rotated': define({
    description:
      'A hook got a new secret. The one before is valid until the first webhook that is signed with the new one.',
    schemaVersion: 1,
    shape: z.object({ ...hook, version: z.number() }),
    subject: (data) => data.hookId,
    tell: (data) => info(`hook "${data.name}" of ${data.slug} got a new secret`),
  }),
  'inbound_hook.secret_retired': define({
    description: 'The secret before the newest one of a hook is no longer valid: the provider uses the newest.',
    schemaVersion: 1,
    shape: z.object({ ...hook, version: z.number() }),
    subject: (data) => data.hookId,
    tell: (data) => info(`the old secret of hook "${data.name}" of ${data.slug} is retired`),
  }),
  'inbound_hook.verification_waived': define({
    description: 'An administrator lets a hook take webhooks that nothing proves, or ended that.',
    schemaVersion: 1,
    shape: z.object({ ...hook, waived: z.boolean(), reason: z.string().nullable() }),
    subject: (data) => data.hookId,
    tell: (data) =>
      data.waived
        ? warning(`hook "${data.name}" of ${data.slug} takes webhooks unproven: ${data.reason ?? ''}`)
        : info(`hook "${data.name}" of ${data.slug} takes proven webhooks only`),
  }),
  'inbound_hook.registered': define({
    description: 'The hook was made known to the provider.',
    schemaVersion: 1,
    shape: z.object({ ...hook, target: z.string() }),
    subject: (data) => data.hookId,
    tell: (data) => info(`hook "${data.name}" of ${data.slug} registered for ${data.target}`),
  }),
  'inbound_hook.unregistered': define({
    description: 'The hook was removed at the provider.',
    schemaVersion: 1,
    shape: z.object({ ...hook, target: z.string() }),
    subject: (data) => data.hookId,
    tell: (data) => info(`hook "${data.name}" of ${data.slug} removed for ${data.target}`),
  }),
  'inbound_hook.provider_state_changed': define({
    description: 'The provider switched its side of a hook off or on, or its deliveries began or ceased to fail.',
    schemaVersion: 1,
    shape: z.object({
      ...hook,
      from: z.enum(providerStates).nullable(),
      to: z.enum(providerStates),
      message: z.string(),
    }),
    subject: (data) => data.hookId,
    tell: (data) =>
      data.to === 'active'
        ? info(`the provider sends to hook "${data.name}" of ${data.slug}`)
        : warning(`hook "${data.name}" of ${data.slug} at the provider: ${data.message}`),
  }),
  'inbound_delivery.replayed': define({
    description: 'Somebody asked for webhooks that came in before to be told of again.',
    schemaVersion: 1,
    shape: z.object({ count: z.number(), deliveryIds: z.array(z.string()), since: z.string().nullable() }),
    subject: (data) => data.deliveryIds[0] ?? 'inbound_deliveries',
    tell: (data) => info(`${data.count} webhook${data.count === 1 ? '' : 's'} replayed`),
  }),
  'inbound_delivery.recovered': define({
    description: 'Webhooks that could not reach the hub were fetched from the provider.',
    schemaVersion: 1,
    shape: z.object({ ...hook, found: z.number(), recovered: z.number() }),
    subject: (data) => data.hookId,
    tell: (data) => info(`${data.recovered} missed webhooks of ${data.slug} recovered`),
  }),
} as const
