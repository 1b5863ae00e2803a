import { z } from '@hono/zod-openapi'
import type { Hook, InboundContent, InboundDelivery, IssuedHook } from '@/server/domain/inbound/service'
import { hookKinds, inboundStates, providerStates } from '@/server/kernel/inbound'
import { byId, flag, Instant, InstantInput, idOf, orNull, pageOf, paging, picked, text } from './base'

/** Hooks, and the webhooks that came through them. */
export const hookRef = byId('Id of the hook.')
export const deliveryRef = byId('Id of the inbound delivery.')

const registration = z
  .object({
    target: text('The repository or project.'),
    providerHookId: z.string(),
    events: z.array(z.string()),
    state: z.enum(providerStates),
    message: z.string().nullable(),
    checkedAt: Instant.nullable(),
    recoveredUntil: Instant.nullable(),
  })
  .openapi('InboundRegistration')

export const HookShape = z
  .object({
    id: idOf('inboundHook'),
    integrationId: idOf('integration'),
    projectId: idOf('project'),
    name: z.string(),
    kind: z.enum(hookKinds).openapi({ description: '`app`: at the address that all hooks of its type share.' }),
    route: z.string().nullable().openapi({ description: 'Of the kind `app`: what a body has to say.' }),
    enabled: z.boolean(),
    schemes: z.array(z.string()).openapi({ description: 'What can prove a delivery, in order.' }),
    isWeak: z.boolean(),
    weakness: z.string().nullable(),
    waiver: orNull(z.object({ at: Instant, by: z.string(), reason: z.string() })),
    secrets: z.array(z.object({ version: z.number().int(), createdAt: Instant })),
    registration: orNull(registration),
    lastReceivedAt: Instant.nullable(),
    createdBy: z.string(),
    createdAt: Instant,
  })
  .openapi('InboundHook')

export const toHook = ({ routeKey, ...hook }: Hook): z.input<typeof HookShape> => ({
  ...picked(hook, 'id', 'integrationId', 'projectId', 'name', 'kind', 'enabled', 'schemes', 'isWeak', 'weakness'),
  ...picked(hook, 'waiver', 'secrets', 'registration', 'lastReceivedAt', 'createdBy', 'createdAt'),
  route: routeKey,
})

export const HookPageShape = pageOf('InboundHookPage', HookShape)
export const IssuedHookShape = z
  .object({
    hook: HookShape,
    url: text('Where the provider sends its webhooks. Shown once.'),
    secret: z.string().nullable().openapi({ description: 'What the provider signs with. Shown once.' }),
  })
  .openapi('IssuedInboundHook')

export const toIssued = ({ hook, url, secret }: IssuedHook): z.input<typeof IssuedHookShape> => ({
  ...{ hook: toHook(hook), url, secret },
})

export const NewHookShape = z
  .strictObject({
    name: z.string().optional(),
    kind: z.enum(hookKinds).optional(),
    route: z.string().optional(),
    secret: z
      .string()
      .optional()
      .openapi({ description: 'What the provider signs with; made by the hub when absent.' }),
    schemes: z
      .array(z.record(z.string(), z.unknown()))
      .max(10)
      .optional()
      .openapi({ description: 'As in a manifest, where the connector does not say how a sender is proven.' }),
  })
  .openapi('NewInboundHook')
export const HookChangeShape = z
  .strictObject({ name: z.string().optional(), enabled: z.boolean().optional() })
  .openapi('InboundHookChange')
export const RotationShape = z
  .strictObject({
    secret: z.string().optional(),
    address: z.boolean().optional().openapi({ description: 'A new address as well; the old one is dead at once.' }),
  })
  .openapi('InboundHookRotation')
export const WaiverShape = z
  .strictObject({ waived: z.boolean(), reason: z.string().optional() })
  .openapi('InboundVerificationWaiver')
export const RegistrationOrderShape = z
  .strictObject({
    target: z.string().optional().openapi({ description: 'The repository (`owner/name`) or project.' }),
    events: z.array(z.string()).optional().openapi({ description: 'By the names of the provider.' }),
  })
  .openapi('InboundRegistrationOrder')
export const RecoveryOrderShape = z
  .strictObject({ since: InstantInput.optional(), preview: z.boolean().optional() })
  .openapi('InboundRecoveryOrder')
export const RecoveryShape = z
  .object({ found: z.number().int(), recovered: z.number().int(), preview: z.boolean(), since: Instant })
  .openapi('InboundRecovery')

const facts = {
  id: idOf('inboundDelivery'),
  hookId: idOf('inboundHook'),
  integrationId: idOf('integration'),
  projectId: idOf('project'),
  receivedAt: Instant,
  processedAt: Instant.nullable(),
  state: z.enum(inboundStates),
  deliveryId: z.string().nullable().openapi({ description: "The provider's own id." }),
  type: z.string().nullable(),
  topic: z.string().nullable().openapi({ example: 'github.pull_request.merged' }),
  verified: z.boolean(),
  scheme: z.string().nullable(),
  secretVersion: z.number().int().nullable(),
  reason: z.string().nullable(),
  bodyBytes: z.number().int(),
  recovered: z.boolean(),
  replays: z.number().int(),
}
export const DeliveryShape = z.object(facts).openapi('InboundDelivery')
export const DeliveryPageShape = pageOf('InboundDeliveryPage', DeliveryShape)
export const DeliveryContentShape = z
  .object({
    ...facts,
    method: z.string(),
    query: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    bodyBase64: z.string().openapi({ description: 'The body as it came, byte for byte.' }),
    bodyTruncated: z.boolean().openapi({ description: 'Of a refused delivery only the beginning is kept.' }),
  })
  .openapi('InboundDeliveryContent')

export const toDelivery = (delivery: InboundDelivery): z.input<typeof DeliveryShape> => ({
  ...picked(delivery, 'id', 'hookId', 'integrationId', 'projectId', 'receivedAt', 'processedAt', 'state', 'deliveryId'),
  ...picked(delivery, 'type', 'topic', 'verified', 'scheme', 'secretVersion', 'reason', 'bodyBytes', 'recovered'),
  replays: delivery.replays,
})

export const toContent = (content: InboundContent): z.input<typeof DeliveryContentShape> => ({
  ...toDelivery(content),
  ...picked(content, 'method', 'query', 'headers', 'bodyTruncated'),
  bodyBase64: content.body.toString('base64'),
})

export const DeliveryQuery = z.strictObject({
  ...paging,
  hook: z.string().max(200).optional(),
  integration: z.string().max(200).optional().openapi({ description: 'Id or slug.' }),
  topic: z.string().max(200).optional().openapi({ description: 'A topic, or a pattern: `github.pull_request.*`.' }),
  state: z.enum(inboundStates).optional(),
  deliveryId: z.string().max(1_000).optional(),
  recovered: flag.optional(),
  since: InstantInput.optional(),
  until: InstantInput.optional(),
})

export const ReplayOrderShape = z
  .strictObject({
    ids: z.array(z.string()).max(200).optional(),
    filter: z
      .strictObject({
        hook: z.string().optional(),
        integration: z.string().optional(),
        topic: z.string().optional(),
        state: z.enum(inboundStates).optional(),
        since: InstantInput,
        until: InstantInput.optional(),
      })
      .optional()
      .openapi({ description: 'All that fits, instead of "ids".' }),
    preview: z.boolean().optional().openapi({ description: 'Only say how many.' }),
  })
  .openapi('InboundReplayOrder')
export const ReplayShape = z
  .object({ count: z.number().int(), preview: z.boolean(), deliveryIds: z.array(idOf('inboundDelivery')) })
  .openapi('InboundReplay')
