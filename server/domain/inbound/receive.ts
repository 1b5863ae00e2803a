import { createHash } from 'node:crypto'
import { documentOf, type InboundRequest, textAt, type Verdict, verifyDelivery } from '@/connectors/kit'
import type { TenantTx } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { emit } from '../events/emit'
import { type Stored, storeDelivery } from './batches'
import { forgetHooks, type OpenHook } from './opening'
import { within } from './patience'
import { noteRefused } from './refused'
import { retireBefore } from './store'
import { tellReceived } from './waking'
import type { NewDelivery } from './writing'

/**
 * One webhook: proven over its bytes, stored, and answered only after the commit. What it says is looked into later,
 * except for the id by which it is known where that stands in the body.
 */
export type Received =
  | { outcome: 'accepted'; id: Id<'inboundDelivery'>; stored: Stored; answer: Answer | null }
  | { outcome: 'challenge'; answer: Answer }

type Answer = Extract<Verdict, { outcome: 'challenge' }>['challenge']

const longestKey = 200
/** A body that is longer is not looked into before it is answered. */
const readableBytes = 1_048_576

const hidden = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'x-inthub-key'])
const mask = '(not kept)'

function headersOf(
  { headers }: InboundRequest,
  { secretHeaders }: Pick<OpenHook, 'secretHeaders'>,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) kept[name] = hidden.has(name) || secretHeaders.has(name) ? mask : value
  }
  return kept
}

type Proven = Extract<Verdict, { outcome: 'proven' }>

function deliveryIdOf(request: InboundRequest, { webhooks }: OpenHook): string | null {
  const place = webhooks?.deliveryId
  if (!place) return null
  const isInBody = 'body' in place && request.body.length <= readableBytes
  const document = isInBody ? documentOf(request.headers['content-type'], request.body) : undefined
  return textAt(place, { headers: request.headers, document }) ?? null
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The id of the provider, one that was signed, or the signature of a time, which cannot come twice in earnest. */
function keyOf(deliveryId: string | null, verdict: Proven | null): string | null {
  const id = deliveryId ?? verdict?.signedId ?? null
  if (id !== null) return id.length <= longestKey ? id : `sha256:${digest(id)}`
  return verdict?.proof ? `proof:${digest(verdict.proof)}` : null
}

const storable = (text: string) => text.replaceAll('\0', '')

export function deliveryOf(
  hook: Pick<OpenHook, 'id' | 'integrationId' | 'projectId' | 'secretHeaders'>,
  request: InboundRequest,
  told: Pick<NewDelivery, 'state' | 'key' | 'deliveryId' | 'scheme' | 'secretVersion' | 'reason'>,
  recovered = false,
): NewDelivery {
  const { integrationId, projectId } = hook
  return {
    ...{ id: newId('inboundDelivery'), hookId: hook.id, integrationId, projectId, ...told },
    ...{ method: request.method, query: storable(request.query).slice(0, 2_000), headers: headersOf(request, hook) },
    ...{ body: request.body, bodyBytes: request.body.length, recovered },
  }
}

/** The provider has taken the newest secret into use: those before it are not needed any more. */
const retiring = (hook: OpenHook, version: number) => async (tx: TenantTx) => {
  if ((await retireBefore(tx, hook.id, version)).length === 0) return
  const { integrationId, projectId, slug, name } = hook
  const data = { hookId: hook.id, name, integrationId, slug, version }
  const ctx = systemContext(hook.tenantId, 'inbound', [])
  await emit(tx, ctx, 'inbound_hook.secret_retired', { data, integrationId, projectId })
}

async function accept(hook: OpenHook, request: InboundRequest, verdict: Proven | null): Promise<Received> {
  const deliveryId = deliveryIdOf(request, hook)?.slice(0, 1_000) ?? null
  const secretVersion = verdict?.secretVersion ?? null
  const delivery = deliveryOf(hook, request, {
    ...{ state: 'received', key: keyOf(deliveryId, verdict), deliveryId: deliveryId && storable(deliveryId) },
    ...{ scheme: verdict?.scheme ?? 'waived', secretVersion, reason: null },
  })
  const newest = hook.secrets[0]?.version ?? null
  const isFirst = hook.secrets.length > 1 && secretVersion !== null && secretVersion === newest
  const stored = await within(
    storeDelivery(hook.tenantId, delivery, isFirst ? retiring(hook, secretVersion) : undefined),
  )
  metrics.inboundDeliveries.inc({ outcome: stored === 'stored' ? 'accepted' : 'duplicate' })
  if (isFirst) forgetHooks()
  tellReceived()
  return { outcome: 'accepted', id: delivery.id, stored, answer: verdict?.challenge ?? null }
}

const reasons: Record<Extract<Verdict, { outcome: 'refused' }>['reason'], string> = {
  unsigned: 'It is not signed as the hook expects.',
  malformed: 'Its signature is not of the form that is expected.',
  mismatch: 'Its signature does not fit the body and a secret of the hook.',
  stale: 'It was signed too long ago, or ahead of time.',
  wrong_algorithm: 'It is signed with an algorithm that is not accepted.',
  no_secret: 'The hook has no secret to prove it with.',
  keys_unavailable: 'The keys of the provider could not be read.',
  no_scheme: 'The hook has no scheme that could prove it.',
}

function refuse(
  hook: OpenHook,
  request: InboundRequest,
  { reason, scheme }: { reason: keyof typeof reasons; scheme: string | null },
): never {
  noteRefused(
    hook,
    deliveryOf(hook, request, {
      ...{ state: 'refused', key: null, deliveryId: null, scheme, secretVersion: null, reason },
    }),
  )
  throw new HubError('inbound_hook.unproven', reasons[reason])
}

const verify = (hook: OpenHook, request: InboundRequest) =>
  verifyDelivery(hook.schemes, request, { secrets: hook.secrets, now: new Date(), fetch: hook.fetch })

/** @throws {HubError} inbound_hook.disabled */
export function requireOpen(hook: OpenHook): void {
  if (!hook.enabled) throw new HubError('inbound_hook.disabled')
}

/**
 * Takes one webhook at the address of its own hook.
 *
 * @throws {HubError} inbound_hook.disabled, inbound_hook.unproven, hub.unavailable
 * @emits inbound_hook.secret_retired
 */
export async function receiveDelivery(hook: OpenHook, request: InboundRequest): Promise<Received> {
  requireOpen(hook)
  const verdict = await verify(hook, request)
  if (verdict.outcome === 'proven') {
    // The handshake of a vendor is no event of its own.
    if (verdict.challenge) return { outcome: 'challenge', answer: verdict.challenge }
    return accept(hook, request, verdict)
  }
  if (verdict.outcome === 'challenge') return { outcome: 'challenge', answer: verdict.challenge }
  return hook.waived ? accept(hook, request, null) : refuse(hook, request, verdict)
}

/**
 * Takes one webhook at the address that a type shares: the first hook that proves it has it. A waiver does not count
 * here, or a hook could take what is meant for another. What asks whether somebody listens is answered for all.
 *
 * @throws {HubError} inbound_hook.not_found, inbound_hook.unproven, hub.unavailable
 */
export async function receiveAppDelivery(hooks: readonly OpenHook[], request: InboundRequest): Promise<Received> {
  const open = hooks.filter(({ enabled }) => enabled)
  const [first] = open
  if (!first) throw new HubError('inbound_hook.not_found', 'No hook wants what this webhook is about.')
  let refused: Extract<Verdict, { outcome: 'refused' }> | undefined
  for (const hook of open) {
    const verdict = await verify(hook, request)
    if (verdict.outcome === 'proven') return accept(hook, request, verdict)
    if (verdict.outcome === 'refused') refused ??= verdict
  }
  logger.debug({ hooks: open.length }, 'a webhook at a shared address is proven by no hook')
  return refuse(first, request, refused ?? { reason: 'no_scheme', scheme: null })
}
