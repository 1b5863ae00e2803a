import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import { webhookDeliveries, webhookHours } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { openStates } from '@/server/kernel/webhooks'
import { bucketCount, percentile } from '../checks/latency'

/** How an endpoint does, from the sums of its hours: a list of many stays fast however many deliveries there are. */
export type EndpointStatistics = {
  attempts: number
  failures: number
  delivered: number
  /** Came to the end of their schedule. */
  exhausted: number
  /** Of tries, 0 to 1; null when there were none. */
  successRatio: number | null
  latencyMsP50: number | null
  latencyMsP95: number | null
  /** Open now, whatever the window; counted to a thousand. */
  waiting: number
}

const mostCounted = 1_000

const summed = sql<number[]>`array[${sql.raw(
  Array.from({ length: bucketCount }, (_each, at) => `coalesce(sum(latency_buckets[${at + 1}]), 0)`).join(','),
)}]::integer[]`

const none = (waiting: number): EndpointStatistics => ({
  ...{ attempts: 0, failures: 0, delivered: 0, exhausted: 0, successRatio: null, latencyMsP50: null },
  ...{ latencyMsP95: null, waiting },
})

/** Of endpoints the caller was shown. */
export async function statisticsOf(
  ctx: Context,
  ids: readonly Id<'webhookEndpoint'>[],
  hours = 24,
): Promise<Map<Id<'webhookEndpoint'>, EndpointStatistics>> {
  if (ids.length === 0) return new Map()
  const [rows, open] = await inTenant(ctx, (tx) =>
    Promise.all([
      tx
        .select({
          endpointId: webhookHours.endpointId,
          attempts: sql<number>`sum(${webhookHours.attempts})::integer`,
          failures: sql<number>`sum(${webhookHours.failures})::integer`,
          delivered: sql<number>`sum(${webhookHours.delivered})::integer`,
          exhausted: sql<number>`sum(${webhookHours.exhausted})::integer`,
          buckets: summed,
        })
        .from(webhookHours)
        .where(
          and(
            eq(webhookHours.tenantId, ctx.tenantId),
            inArray(webhookHours.endpointId, [...ids]),
            gte(webhookHours.at, sql`date_trunc('hour', now()) - make_interval(hours => ${hours - 1})`),
          ),
        )
        .groupBy(webhookHours.endpointId),
      Promise.all(
        ids.map(async (id) => {
          const waiting = tx
            .select({ one: sql`1` })
            .from(webhookDeliveries)
            .where(
              and(
                eq(webhookDeliveries.tenantId, ctx.tenantId),
                eq(webhookDeliveries.endpointId, id),
                inArray(webhookDeliveries.state, [...openStates]),
              ),
            )
            .limit(mostCounted)
          return [id, (await waiting).length] as const
        }),
      ),
    ]),
  )
  const found = new Map(open.map(([id, waiting]) => [id, none(waiting)]))
  for (const { endpointId, buckets, ...counts } of rows) {
    found.set(endpointId, {
      ...counts,
      successRatio: counts.attempts > 0 ? (counts.attempts - counts.failures) / counts.attempts : null,
      latencyMsP50: percentile(buckets, 0.5),
      latencyMsP95: percentile(buckets, 0.95),
      waiting: found.get(endpointId)?.waiting ?? 0,
    })
  }
  return found
}
