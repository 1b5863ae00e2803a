import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import { webhookDeliveries } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import type { Bus } from '@/server/platform/bus'
import { type Delivery, toDelivery } from './delivery'
import { getEndpoint } from './endpoints'

/**
 * Deliveries as they change. The sender says over the bus which ones did; whoever watches an endpoint reads those rows.
 * A hint that is lost, or left out because there were too many, costs a line on a screen and nothing else: what counts
 * is the list.
 */
export const deliveriesTopic = 'inthub_deliveries'
/** As many as fit into one message of the database. */
const idsPerMessage = 200
const messagesAtOnce = 5
/** Of one screen; the oldest go. */
const mostWaiting = 1_000

export function deliveryHints(tenantId: Id<'tenant'>, ids: readonly Id<'webhookDelivery'>[]): string[] {
  const hex = (id: string) => id.slice(id.indexOf('_') + 1)
  const messages: string[] = []
  for (let at = 0; at < ids.length && messages.length < messagesAtOnce; at += idsPerMessage) {
    messages.push(
      `${hex(tenantId)}:${ids
        .slice(at, at + idsPerMessage)
        .map(hex)
        .join(',')}`,
    )
  }
  return messages
}

type Listener = (ids: readonly Id<'webhookDelivery'>[]) => void
const listeners = new Map<Id<'tenant'>, Set<Listener>>()
let isHearing = false

function hint(message: string): void {
  const [tenant = '', ids = ''] = message.split(':')
  const waiting = listeners.get(`ten_${tenant}`)
  if (!waiting || !ids) return
  const changed = ids.split(',').map((id): Id<'webhookDelivery'> => `dlv_${id}`)
  for (const listener of waiting) listener(changed)
}

/** Starts hearing in this process. Answers how to stop. */
export async function startHearingDeliveries(bus: Bus): Promise<() => Promise<void>> {
  const stop = await bus.subscribe(deliveriesTopic, hint)
  isHearing = true
  return async () => {
    isHearing = false
    await stop()
  }
}

/** The id begins with the time of the event's id, which is made when the event is. */
const longestTransactionMs = 3_600_000
const madeAt = (id: string) => Number.parseInt(toUuid(id).replaceAll('-', '').slice(0, 12), 16)

/** So that a few months are looked at, and not all of them. */
export function around(ids: readonly Id<'webhookDelivery'>[]) {
  const times = ids.map(madeAt)
  return and(
    gte(webhookDeliveries.at, new Date(Math.min(...times) - longestTransactionMs)),
    lt(webhookDeliveries.at, new Date(Math.max(...times) + longestTransactionMs)),
  )
}

function read(ctx: Context, endpointId: Id<'webhookEndpoint'>, ids: readonly Id<'webhookDelivery'>[]) {
  return inTenant(ctx, (tx) =>
    tx
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.tenantId, ctx.tenantId),
          eq(webhookDeliveries.endpointId, endpointId),
          inArray(
            webhookDeliveries.id,
            ids.map((id) => fromUuid('webhookDelivery', toUuid(id))),
          ),
          around(ids),
        ),
      ),
  )
}

/** A watcher's queue: filled by hints, emptied by whoever reads; without limit neither way. */
function watch(tenantId: Id<'tenant'>, signal: AbortSignal) {
  const waiting = new Set<Id<'webhookDelivery'>>()
  let notify = () => {}
  const listener: Listener = (ids) => {
    for (const id of ids) if (waiting.size < mostWaiting) waiting.add(id)
    notify()
  }
  const onAbort = () => notify()
  const ofTenant = listeners.get(tenantId) ?? new Set()
  listeners.set(tenantId, ofTenant.add(listener))
  signal.addEventListener('abort', onAbort)
  return {
    /** What changed; empty when the time has come to stop. */
    next: async (): Promise<Id<'webhookDelivery'>[]> => {
      while (waiting.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          notify = resolve
        })
      }
      const ids = signal.aborted ? [] : [...waiting].slice(0, idsPerMessage)
      for (const id of ids) waiting.delete(id)
      return ids
    },
    stop: () => {
      signal.removeEventListener('abort', onAbort)
      ofTenant.delete(listener)
      if (ofTenant.size === 0 && listeners.get(tenantId) === ofTenant) listeners.delete(tenantId)
    },
  }
}

/**
 * The deliveries of an endpoint, each time one changes.
 *
 * @throws {HubError} permission.denied, webhook.not_found, hub.unavailable
 */
export async function* hearDeliveries(ctx: Context, ref: string, signal: AbortSignal): AsyncGenerator<Delivery> {
  if (!isHearing) throw new HubError('hub.unavailable', 'This process does not hear live deliveries yet.')
  const watching = watch(ctx.tenantId, signal)
  try {
    const { id: endpointId } = await getEndpoint(ctx, ref)
    for (let ids = await watching.next(); ids.length > 0; ids = await watching.next()) {
      for (const row of await read(ctx, endpointId, ids)) yield toDelivery(row)
    }
  } finally {
    watching.stop()
  }
}
