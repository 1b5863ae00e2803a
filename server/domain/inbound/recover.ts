import { and, eq, sql } from 'drizzle-orm'
import type { HookPlace, InboundRequest, KeptContent, KeptDelivery } from '@/connectors/kit'
import { textArray } from '@/db/arrays'
import { inboundSeen } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import { storeDelivery } from './batches'
import { changeHook, factsOf } from './hooks'
import type { OpenHook } from './opening'
import { ask, documentIn, openProvider, registeredAt } from './provider'
import { deliveryOf } from './receive'
import { secretHeadersOfHook } from './schemes'
import { placeOf } from './store'
import { tellReceived } from './waking'

/**
 * Deliveries that missed the hub, fetched from the provider: those it kept and the hub has never seen. The credential
 * of the integration proves them; each is stored under the provider's own id, and so once, also when it comes after all.
 */
export type Recovery = { found: number; recovered: number; preview: boolean; since: Date }

const mostPages = 30
/** Where it is not said since when, and it never was looked before. */
const usualHours = 72

type Opened = Awaited<ReturnType<typeof openProvider>>

/** The newest first, as providers list them, back to the time that is asked for. */
async function* keptBy(ctx: Context, opened: Opened, at: HookPlace, since: Date): AsyncGenerator<KeptDelivery[]> {
  const { deliveries } = opened.provider
  let next: Record<string, string> | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const result = await ask(ctx, opened, deliveries.list(at, next), 'list webhook deliveries')
    const found = deliveries.page(documentIn(result), result.headers)
    yield found.deliveries.filter((one) => one.at === null || one.at >= since)
    const isPast = found.deliveries.some((one) => one.at !== null && one.at < since)
    if (isPast || found.next === null || found.deliveries.length === 0) return
    next = found.next
  }
}

async function unseen(ctx: Context, { hook }: Opened, kept: readonly KeptDelivery[]): Promise<KeptDelivery[]> {
  const ids = [...new Set(kept.flatMap(({ deliveryId }) => deliveryId ?? []))]
  if (ids.length === 0) return []
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select({ key: inboundSeen.key })
      .from(inboundSeen)
      .where(and(eq(inboundSeen.hookId, hook.id), sql`${inboundSeen.key} = any(${textArray(ids)})`)),
  )
  const seen = new Set(rows.map(({ key }) => key))
  const first = new Map<string, KeptDelivery>()
  for (const one of kept) {
    const id = one.deliveryId
    if (id !== null && !seen.has(id) && !first.has(id)) first.set(id, one)
  }
  return [...first.values()]
}

async function contentOf(ctx: Context, opened: Opened, at: HookPlace, one: KeptDelivery): Promise<KeptContent | null> {
  const { read, content } = opened.provider.deliveries
  if (one.content || one.readId === null || !read || !content) return one.content
  return content(documentIn(await ask(ctx, opened, read(at, one.readId), 'read webhook delivery')))
}

async function store(ctx: Context, opened: Opened, one: KeptDelivery, content: KeptContent): Promise<boolean> {
  const { hook, owner } = opened
  const { manifest } = await findConnector(ctx, owner.typeId, owner.connectorVersion)
  const request: InboundRequest = { method: 'POST', url: '', query: '', ...content }
  const of: Pick<OpenHook, 'id' | 'integrationId' | 'projectId' | 'secretHeaders'> = {
    ...{ id: hook.id, integrationId: owner.id, projectId: owner.projectId },
    secretHeaders: secretHeadersOfHook(manifest.webhooks),
  }
  const { deliveryId } = one
  const told = {
    state: 'received',
    key: deliveryId,
    deliveryId,
    scheme: 'provider_api',
    secretVersion: null,
    reason: null,
  } as const
  return (await storeDelivery(ctx.tenantId, deliveryOf(of, request, told, true))) === 'stored'
}

/** A delivery that the provider tried several times stands on several pages. */
async function missedBy(ctx: Context, opened: Opened, at: HookPlace, since: Date): Promise<Map<string, KeptDelivery>> {
  const missed = new Map<string, KeptDelivery>()
  for await (const kept of keptBy(ctx, opened, at, since)) {
    for (const one of await unseen(ctx, opened, kept)) missed.set(one.deliveryId ?? '', one)
  }
  return missed
}

async function fetchAll(ctx: Context, opened: Opened, at: HookPlace, missed: Iterable<KeptDelivery>): Promise<number> {
  let recovered = 0
  for (const one of missed) {
    const content = await contentOf(ctx, opened, at, one)
    if (content && (await store(ctx, opened, one, content))) recovered += 1
  }
  return recovered
}

/** What was under way when it was looked is looked for again. */
const overlapMs = 600_000

/**
 * Looks at the provider for deliveries that the hub has not seen, and stores them, marked as recovered. With `preview` it
 * only says how many there are.
 *
 * @throws {HubError} inbound_hook.not_found, inbound_hook.not_registrable, inbound_hook.provider_refused, permission.denied
 * @emits inbound_delivery.recovered
 */
export async function recoverDeliveries(
  ctx: Context,
  input: { id: string; since?: Date | null | undefined; preview?: boolean | null | undefined },
): Promise<Recovery> {
  const opened = await openProvider(ctx, input.id)
  const at = registeredAt(opened)
  if (!at) throw new HubError('inbound_hook.not_registrable', 'The hub did not register this hook.')
  const { hook, owner } = opened
  const beganAt = Date.now()
  const since = input.since ?? hook.recoveredUntil ?? new Date(beganAt - usualHours * 3_600_000)
  const preview = input.preview === true
  const missed = await missedBy(ctx, opened, at, since)
  const found = missed.size
  if (preview) return { found, recovered: 0, preview, since }
  const recovered = await fetchAll(ctx, opened, at, missed.values())
  if (recovered > 0) tellReceived()
  await inTenant(ctx, async (tx) => {
    await changeHook(tx, hook.id, { recoveredUntil: new Date(beganAt - overlapMs) })
    if (found === 0) return
    const data = { ...factsOf({ hook, owner }), found, recovered }
    await emit(tx, ctx, 'inbound_delivery.recovered', { data, ...placeOf(owner) })
  })
  return { found, recovered, preview, since }
}
