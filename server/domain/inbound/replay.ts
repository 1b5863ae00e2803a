import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { inboundDeliveries } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, parseId } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { emit } from '../events/emit'
import { conditionsOf, type InboundFilter, nearId } from './reading'
import { tellReceived } from './waking'

/** Telling again of what came in: new events, of the same delivery. */
export type ReplayInput = {
  /** Just these. */
  ids?: readonly string[] | null | undefined
  /** Or all that fits; it has to say since when. */
  filter?: InboundFilter | null | undefined
  /** Only says how many there are. */
  preview?: boolean | null | undefined
}

export type Replay = { count: number; preview: boolean; deliveryIds: Id<'inboundDelivery'>[] }

const mostIds = 200
const mostAtOnce = 10_000
/** So many are named in the answer and in the activity. */
const named = 200

const invalid = (path: string, message: string) =>
  new HubError('request.invalid', undefined, { fields: [{ path, message }] })

function namedBy(ids: readonly string[]): SQL | undefined {
  if (ids.length > mostIds) throw invalid('ids', `has at most ${mostIds} entries`)
  const parsed = ids.map((id) => parseId('inboundDelivery', id))
  const near = parsed.map((id) => sql`(${nearId(id)})`)
  return near.length === 0 ? sql`false` : sql`(${sql.join(near, sql` or `)})`
}

function checked({ ids, filter }: ReplayInput): void {
  if ((ids == null) === (filter == null)) throw invalid('ids', 'say which deliveries: "ids" or "filter", one of both')
  if (filter && !filter.since) throw invalid('filter.since', 'has to say since when')
}

/** What was refused proves nothing, however often it is told; what was not told of yet needs no second time. */
const repeatable = inArray(inboundDeliveries.state, ['processed', 'failed'])

/** @throws {HubError} inbound_delivery.not_found, request.invalid */
function requireReplayable(count: number, { ids }: ReplayInput): void {
  if (ids && count < new Set(ids).size) {
    throw new HubError('inbound_delivery.not_found', 'One of them is unknown, was refused, or is being told of.')
  }
  if (count > mostAtOnce) throw invalid('filter', `fits ${count}; replay at most ${mostAtOnce} at once`)
}

async function markAgain(tx: TenantTx, ctx: Context, wanted: SQL | undefined, since: Date | null): Promise<Replay> {
  const again = await tx
    .update(inboundDeliveries)
    .set({
      ...{ state: 'received', replays: sql`${inboundDeliveries.replays} + 1` },
      ...{ attempts: 0, leasedUntil: null, reason: null },
    })
    .where(wanted)
    .returning({ id: inboundDeliveries.id })
  const deliveryIds = again.slice(0, named).map(({ id }) => id)
  const data = { count: again.length, deliveryIds, since: since?.toISOString() ?? null }
  await emit(tx, ctx, 'inbound_delivery.replayed', { data })
  return { count: again.length, preview: false, deliveryIds }
}

/**
 * Replays deliveries: one, many, or all since a time. Each makes new events that name the same inbound delivery.
 *
 * @throws {HubError} permission.denied, request.invalid, integration.not_found, inbound_delivery.not_found
 * @emits inbound_delivery.replayed, and later the events of each delivery
 */
export async function replayDeliveries(ctx: Context, input: ReplayInput): Promise<Replay> {
  checked(input)
  const { ids, filter, preview = false } = input
  // Whoever holds it for one integration only replays what that one received.
  if (!ctx.grants.some(({ permission }) => permission === 'webhooks:write')) requirePermission(ctx, 'webhooks:write')
  const replay = await inTenant(ctx, async (tx): Promise<Replay> => {
    const within = await conditionsOf(tx, ctx, filter ?? {}, 'webhooks:write')
    const wanted = and(within, repeatable, ids ? namedBy(ids) : undefined)
    const [found] = await tx.select({ count: sql<number>`count(*)::int` }).from(inboundDeliveries).where(wanted)
    const count = found?.count ?? 0
    requireReplayable(count, input)
    if (preview || count === 0) return { count, preview: preview === true, deliveryIds: [] }
    return markAgain(tx, ctx, wanted, filter?.since ?? null)
  })
  if (!replay.preview && replay.count > 0) tellReceived()
  return replay
}
