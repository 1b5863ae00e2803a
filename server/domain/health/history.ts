import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import { checkHours, checks } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { FailureClass, ProbeName, ProbeResult, Verdict } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { bucketCount, bucketOf, percentile } from '../checks/latency'

/** What was recorded, read back for many integrations at once. The caller read those integrations before. */
export type Check = {
  id: Id<'check'>
  at: Date
  /** Null: our own trouble. */
  verdict: Exclude<Verdict, 'unknown'> | null
  isUnconfirmed: boolean
  message: string
  failingProbe: ProbeName | null
  failureClass: FailureClass | null
  remedy: string | null
  latencyMs: number | null
  probes: ProbeResult[]
}

type IntegrationId = Id<'integration'>
type ByIntegration<T> = Map<IntegrationId, T>

function grouped<Row extends { integrationId: IntegrationId }, T>(
  ids: readonly IntegrationId[],
  rows: readonly Row[],
  make: (row: Row) => T,
): ByIntegration<T[]> {
  const groups = new Map<IntegrationId, T[]>(ids.map((id) => [id, []]))
  for (const row of rows) groups.get(row.integrationId)?.push(make(row))
  return groups
}

/** The last checks of each integration, oldest first. @param last 1 to 500 */
export async function historyOf(
  ctx: Context,
  ids: readonly IntegrationId[],
  last: number,
): Promise<ByIntegration<Check[]>> {
  const rows = await inTenant(ctx, async (tx) => {
    // One index scan per integration: a window over all of their checks would read months of rows.
    const each = ids.map((id) =>
      tx
        .select()
        .from(checks)
        .where(and(eq(checks.tenantId, ctx.tenantId), eq(checks.integrationId, id)))
        .orderBy(desc(checks.dueAt))
        .limit(last),
    )
    return (await Promise.all(each)).flat()
  })
  const history = grouped(ids, rows, toCheck)
  for (const list of history.values()) list.reverse()
  return history
}

function toCheck(row: typeof checks.$inferSelect): Check {
  const { id, recordedAt, verdict, isUnconfirmed, message, failingProbe, failureClass, remedy, latencyMs, probes } = row
  return {
    ...{ id, at: recordedAt, verdict, isUnconfirmed, message: message ?? '', failingProbe, failureClass, remedy },
    ...{ latencyMs, probes },
  }
}

export type HealthWindow = 'hour' | 'day' | 'week' | 'month'

export type HealthStats = {
  window: HealthWindow
  checks: number
  /** 0 to 100; null when nothing was checked. */
  uptimePercent: number | null
  errorRatePercent: number | null
  latencyMsP50: number | null
  latencyMsP95: number | null
  lastError: string | null
  lastErrorAt: Date | null
}

type Sum = {
  checks: number
  up: number
  errors: number
  buckets: number[]
  lastError: string | null
  lastErrorAt: Date | null
}

const emptySum = (): Sum => ({
  ...{ checks: 0, up: 0, errors: 0, lastError: null, lastErrorAt: null },
  buckets: Array.from({ length: bucketCount }, () => 0),
})

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 100)

function toStats(window: HealthWindow, sum: Sum): HealthStats {
  return {
    window,
    checks: sum.checks,
    uptimePercent: percent(sum.up, sum.checks),
    errorRatePercent: percent(sum.errors, sum.checks),
    latencyMsP50: percentile(sum.buckets, 0.5),
    latencyMsP95: percentile(sum.buckets, 0.95),
    lastError: sum.lastError,
    lastErrorAt: sum.lastErrorAt,
  }
}

function addError(sum: Sum, message: string | null, at: Date | null): void {
  if (!at || (sum.lastErrorAt && sum.lastErrorAt >= at)) return
  sum.lastError = message
  sum.lastErrorAt = at
}

function addCheck(sum: Sum, row: typeof checks.$inferSelect): void {
  const isUp = row.verdict !== 'unhealthy'
  sum.checks += 1
  sum.up += isUp ? 1 : 0
  sum.errors += isUp ? 0 : 1
  if (row.latencyMs !== null) {
    const bucket = bucketOf(row.latencyMs)
    sum.buckets[bucket] = (sum.buckets[bucket] ?? 0) + 1
  }
  if (!isUp) addError(sum, row.message, row.recordedAt)
}

/** The last hour is read from the checks themselves, for an hour's sum would begin somewhere inside it. */
async function sumChecks(ctx: Context, ids: readonly IntegrationId[], sums: ByIntegration<Sum>): Promise<void> {
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(checks)
      .where(
        and(
          eq(checks.tenantId, ctx.tenantId),
          inArray(checks.integrationId, [...ids]),
          gte(checks.dueAt, sql`now() - interval '1 hour'`),
        ),
      ),
  )
  for (const row of rows) {
    const sum = sums.get(row.integrationId)
    if (sum && row.verdict !== null) addCheck(sum, row)
  }
}

const hoursIn = { day: 24, week: 7 * 24, month: 30 * 24 } as const

async function sumHours(
  ctx: Context,
  ids: readonly IntegrationId[],
  hours: number,
  sums: ByIntegration<Sum>,
): Promise<void> {
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(checkHours)
      .where(
        and(
          eq(checkHours.tenantId, ctx.tenantId),
          inArray(checkHours.integrationId, [...ids]),
          gte(checkHours.hour, sql`now() - make_interval(hours => ${hours})`),
        ),
      ),
  )
  for (const row of rows) {
    const sum = sums.get(row.integrationId)
    if (!sum) continue
    sum.checks += row.checks
    sum.up += row.up
    sum.errors += row.errors
    for (const [bucket, count] of row.latencyBuckets.entries()) sum.buckets[bucket] = (sum.buckets[bucket] ?? 0) + count
    addError(sum, row.lastError, row.lastErrorAt)
  }
}

/** Uptime, error rate and latency over a window that ends now; long windows come from the hourly sums. */
export async function statsOf(
  ctx: Context,
  ids: readonly IntegrationId[],
  window: HealthWindow,
): Promise<ByIntegration<HealthStats>> {
  const sums = new Map(ids.map((id) => [id, emptySum()]))
  if (window === 'hour') await sumChecks(ctx, ids, sums)
  else await sumHours(ctx, ids, hoursIn[window], sums)
  return new Map([...sums].map(([id, sum]) => [id, toStats(window, sum)]))
}
