import { and, count, eq, sql } from 'drizzle-orm'
import { webhookDeliveries } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { emit } from '../events/emit'
import { deliveriesChannel, handTo } from '../events/fan-out'
import { requireReach } from './access'
import { conditionsOf, type DeliveryFilter, requireDelivery } from './deliveries'
import { type Delivery, toDelivery } from './delivery'
import { factsOf } from './endpoint'
import { reachable } from './endpoints'
import { isNotTaken, leaveOut } from './store'

/** What people do with deliveries: send again, leave out. Each is in the activity under who did it. */
const wakeSenders = (tx: TenantTx) => tx.execute(sql`select pg_notify(${deliveriesChannel}, '')`)

/** From the beginning of the schedule. The webhook-id stays: the receiver knows that it is a repetition. */
const again = {
  state: 'pending' as const,
  step: 0,
  dueAt: sql`clock_timestamp()`,
  changedAt: sql`clock_timestamp()`,
  replays: sql`${webhookDeliveries.replays} + 1`,
}

/**
 * Sends one delivery again, whatever became of it. One that is being sent right now stays as it is.
 *
 * @throws {HubError} permission.denied, delivery.not_found, webhook.disabled
 * @emits delivery.replayed
 */
export async function replayDelivery(ctx: Context, ref: string): Promise<Delivery> {
  return inTenant(ctx, async (tx) => {
    const { row, endpoint } = await requireDelivery(tx, ctx, ref, 'webhooks:write')
    if (!endpoint.enabled) throw new HubError('webhook.disabled')
    const [changed] = await tx
      .update(webhookDeliveries)
      .set(again)
      .where(
        and(
          eq(webhookDeliveries.tenantId, ctx.tenantId),
          eq(webhookDeliveries.id, row.id),
          eq(webhookDeliveries.at, row.at),
          isNotTaken,
        ),
      )
      .returning()
    if (!changed) return toDelivery(row)
    const data = { endpointId: endpoint.id, deliveryId: row.id, count: 1, since: null }
    await emit(tx, ctx, 'delivery.replayed', { data })
    await wakeSenders(tx)
    return toDelivery(changed)
  })
}

export type ReplayInput = {
  /** The failed ones when no states are named. */
  filter: DeliveryFilter
  /** Only counts. */
  preview?: boolean | null | undefined
}

/** At once; more are refused, so that nobody sends a month by a slip. */
const mostAtOnce = 100_000

/**
 * Sends deliveries again: those that failed since a time, or whatever fits a filter. With `preview` it only says how many.
 *
 * @throws {HubError} permission.denied, webhook.not_found, webhook.disabled, request.invalid
 * @emits delivery.replayed
 */
export async function replayDeliveries(
  ctx: Context,
  { filter, preview }: ReplayInput,
): Promise<{ count: number; preview: boolean }> {
  const { endpoint } = filter
  const row = endpoint ? await inTenant(ctx, (tx) => reachable(tx, ctx, endpoint, 'webhooks:write')) : null
  if (!row) requireReach(ctx, 'webhooks:write', { projectIds: [], integrations: [] })
  if (row && !row.enabled) throw new HubError('webhook.disabled')
  const states = filter.states && filter.states.length > 0 ? filter.states : (['failed'] as const)
  const where = and(...(await conditionsOf(ctx, { ...filter, states })), isNotTaken)
  return inTenant(ctx, async (tx) => {
    const [found] = await tx.select({ total: count() }).from(webhookDeliveries).where(where)
    const total = found?.total ?? 0
    if (preview) return { count: total, preview: true }
    if (total > mostAtOnce) {
      const message = `fit ${total} deliveries; ${mostAtOnce} at once are the most: name a shorter time`
      throw new HubError('request.invalid', undefined, { fields: [{ path: 'filter', message }] })
    }
    await tx.update(webhookDeliveries).set(again).where(where)
    if (total > 0) {
      const since = filter.since?.toISOString() ?? null
      const data = { endpointId: row?.id ?? null, deliveryId: null, count: total, since }
      await emit(tx, ctx, 'delivery.replayed', { data })
      await wakeSenders(tx)
    }
    return { count: total, preview: false }
  })
}

/**
 * Leaves out everything that waits for an endpoint. What is being sent right now comes to its end.
 *
 * @throws {HubError} permission.denied, webhook.not_found
 * @emits delivery.skipped
 */
export async function skipRemaining(ctx: Context, ref: string): Promise<{ count: number }> {
  return inTenant(ctx, async (tx) => {
    const endpoint = await reachable(tx, ctx, ref, 'webhooks:write')
    const left = await leaveOut(tx, ctx, { endpointId: endpoint.id, message: `Left out by ${ctx.actor.name}.` })
    if (left > 0) {
      await emit(tx, ctx, 'delivery.skipped', { data: { endpointId: endpoint.id, name: endpoint.name, count: left } })
    }
    return { count: left }
  })
}

/**
 * Sends an event that says it is a test to this endpoint alone, whatever the endpoint listens to.
 *
 * @throws {HubError} permission.denied, webhook.not_found, webhook.disabled
 * @emits webhook.tested, which is what is sent
 */
export async function sendTestEvent(ctx: Context, ref: string): Promise<Delivery> {
  return inTenant(ctx, async (tx) => {
    const endpoint = await reachable(tx, ctx, ref, 'webhooks:write')
    if (!endpoint.enabled) throw new HubError('webhook.disabled')
    const data = { ...factsOf(endpoint), message: `A test, asked for by ${ctx.actor.name}.` }
    const eventId = await emit(tx, ctx, 'webhook.tested', { data })
    const id = await handTo(tx, eventId, endpoint.id)
    await wakeSenders(tx)
    const { row } = await requireDelivery(tx, ctx, id, 'webhooks:read')
    return toDelivery(row)
  })
}
