import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { callHours, callMinutes } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type FailureClass, failureClasses } from '@/server/kernel/health'
import { toUuid } from '@/server/kernel/ids'
import { bucketCount, percentile } from '../checks/latency'
import { getProject } from '../tenants/service'
import { namesOfCallers } from './callers'
import { ofIntegration, readable } from './reading'

/**
 * Figures of calls: series and totals, of all the caller may read or of parts of it. Read from the sums per minute, for
 * long windows from those per hour; what is not summed into hours yet is read from the minutes.
 */
export type MetricsStep = 'minute' | 'hour'
export type MetricsGrouping = 'integration' | 'project' | 'caller' | 'operation'

export type CallMetricsInput = {
  /** Id or slug. */
  integration?: string | null | undefined
  project?: string | null | undefined
  /** `user:usr_…`, `api_key:key_…` or `system:<name>`. */
  caller?: string | null | undefined
  operation?: string | null | undefined
  /** 24 hours ago when absent. */
  since?: Date | null | undefined
  until?: Date | null | undefined
  /** What fits the window when absent. */
  step?: MetricsStep | null | undefined
  groupBy?: MetricsGrouping | null | undefined
}

export type CallFigures = {
  calls: number
  failures: number
  refusals: number
  retries: number
  errorRatePercent: number | null
  latencyMsAverage: number | null
  latencyMsP50: number | null
  latencyMsP95: number | null
  latencyMsP99: number | null
  waitMs: number
  requestBytes: number
  responseBytes: number
  byClass: { failureClass: FailureClass; calls: number }[]
}

export type CallMetricsPoint = CallFigures & { at: Date }
export type CallMetricsGroup = {
  /** Id of an integration or a project, a caller, or the name of an operation (empty: calls by path). */
  key: string
  /** Of a caller: what it is called, while it is there. */
  name: string | null
  figures: CallFigures
}
export type CallMetrics = {
  since: Date
  until: Date
  step: MetricsStep
  totals: CallFigures
  series: CallMetricsPoint[]
  groups: CallMetricsGroup[]
  topCallers: CallMetricsGroup[]
}

const stepMs = { minute: 60_000, hour: 3_600_000 } as const
const maxPoints = 1_500
const maxGroups = 50
const topCallers = 10

type Window = { since: Date; until: Date; step: MetricsStep }

const floorTo = (at: Date, ms: number) => new Date(Math.floor(at.getTime() / ms) * ms)

/** @throws {HubError} request.invalid */
function windowOf(input: CallMetricsInput): Window {
  const until = input.until ?? new Date()
  const since = input.since ?? new Date(until.getTime() - 86_400_000)
  const step = input.step ?? (until.getTime() - since.getTime() <= 3 * stepMs.hour ? 'minute' : 'hour')
  const points = (until.getTime() - since.getTime()) / stepMs[step]
  if (points >= 0 && points <= maxPoints) return { since: floorTo(since, stepMs[step]), until, step }
  const message = points < 0 ? 'has to lie after "since"' : `may lie ${maxPoints} steps after "since" at most`
  throw new HubError('request.invalid', undefined, { fields: [{ path: 'until', message }] })
}

type Sums = typeof callMinutes | typeof callHours
type Wanted = { ctx: Context; input: CallMetricsInput; projectId: string | null }

function conditionsOf(table: Sums, { ctx, input, projectId }: Wanted): SQL | undefined {
  return and(
    eq(table.tenantId, ctx.tenantId),
    readable(ctx, table),
    input.integration ? ofIntegration(table.integrationId, input.integration) : undefined,
    projectId ? sql`${table.projectId} = ${projectId}::uuid` : undefined,
    input.caller ? eq(table.caller, input.caller) : undefined,
    input.operation == null ? undefined : eq(table.operation, input.operation),
  )
}

/** Up to when minutes were summed into hours; from there on the minutes count. */
async function summedUntil(tx: TenantTx, ctx: Context): Promise<Date> {
  const [row] = await tx
    .select({ newest: sql<string | null>`max(${callHours.at})::text` })
    .from(callHours)
    .where(eq(callHours.tenantId, ctx.tenantId))
  return row?.newest ? new Date(new Date(row.newest).getTime() + stepMs.hour) : new Date(0)
}

/** The rows that make up the window, from one table or from both. */
function sourceOf(wanted: Wanted, { since, until, step }: Window, summed: Date): SQL {
  const from = (table: Sums, least: Date, most: Date) => {
    const inside = and(conditionsOf(table, wanted), gte(table.at, least), lt(table.at, most))
    return sql`select * from ${table} where ${inside}`
  }
  if (step === 'minute') return from(callMinutes, since, until)
  const turn = new Date(Math.min(Math.max(summed.getTime(), since.getTime()), until.getTime()))
  return sql`${from(callHours, since, turn)} union all ${from(callMinutes, turn, until)}`
}

type SumRow = {
  key: string
  calls: number
  failures: number
  refusals: number
  retries: number
  duration_ms: number
  wait_ms: number
  request_bytes: string | number
  response_bytes: string | number
  by_class: number[]
  latency_buckets: number[]
}

/** Lists added up place by place, without a row per place: one aggregate each. */
const summedList = (name: string, length: number) =>
  sql.raw(`array[${Array.from({ length }, (_, at) => `sum(${name}[${at + 1}])`).join(',')}]::float8[] as ${name}`)

async function sumBy(tx: TenantTx, source: SQL, key: SQL, limit?: number): Promise<SumRow[]> {
  const rows = await tx.execute<SumRow>(sql`
    select ${key} as key, sum(calls)::float8 as calls, sum(failures)::float8 as failures,
      sum(refusals)::float8 as refusals, sum(retries)::float8 as retries, sum(duration_ms) as duration_ms,
      sum(wait_ms) as wait_ms, sum(request_bytes)::float8 as request_bytes,
      sum(response_bytes)::float8 as response_bytes, ${summedList('by_class', failureClasses.length)},
      ${summedList('latency_buckets', bucketCount)}
    from (${source}) as sums group by 1
    order by ${limit === undefined ? sql`1` : sql`2 desc, 1`} ${limit === undefined ? sql`` : sql`limit ${limit}`}`)
  return [...rows]
}

const nothing: Omit<SumRow, 'key'> = {
  ...{ calls: 0, failures: 0, refusals: 0, retries: 0, duration_ms: 0, wait_ms: 0, request_bytes: 0 },
  ...{ response_bytes: 0, by_class: [], latency_buckets: [] },
}

const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits

function figuresOf(row: Omit<SumRow, 'key'>): CallFigures {
  const { calls, failures, refusals, retries } = row
  const sent = calls - refusals
  const latency = (quantile: number) => percentile(row.latency_buckets, quantile)
  return {
    ...{ calls, failures, refusals, retries },
    errorRatePercent: calls === 0 ? null : rounded(((failures + refusals) / calls) * 100),
    latencyMsAverage: sent === 0 ? null : rounded(row.duration_ms / sent),
    ...{ latencyMsP50: latency(0.5), latencyMsP95: latency(0.95), latencyMsP99: latency(0.99) },
    ...{ waitMs: rounded(row.wait_ms), requestBytes: Number(row.request_bytes) },
    responseBytes: Number(row.response_bytes),
    byClass: failureClasses.flatMap((failureClass, at) => {
      const count = row.by_class[at] ?? 0
      return count > 0 ? [{ failureClass, calls: count }] : []
    }),
  }
}

const addLists = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0))

function added(rows: readonly SumRow[]): Omit<SumRow, 'key'> {
  return rows.reduce<Omit<SumRow, 'key'>>(
    (sum, row) => ({
      ...{ calls: sum.calls + row.calls, failures: sum.failures + row.failures },
      ...{ refusals: sum.refusals + row.refusals, retries: sum.retries + row.retries },
      ...{ duration_ms: sum.duration_ms + row.duration_ms, wait_ms: sum.wait_ms + row.wait_ms },
      request_bytes: Number(sum.request_bytes) + Number(row.request_bytes),
      response_bytes: Number(sum.response_bytes) + Number(row.response_bytes),
      by_class: addLists(sum.by_class, row.by_class),
      latency_buckets: addLists(sum.latency_buckets, row.latency_buckets),
    }),
    nothing,
  )
}

/** Every step of the window, those without calls too. */
function seriesOf(rows: readonly SumRow[], { since, until, step }: Window): CallMetricsPoint[] {
  const known = new Map(rows.map((row) => [new Date(row.key).getTime(), row]))
  const points: CallMetricsPoint[] = []
  for (let at = since.getTime(); at < until.getTime(); at += stepMs[step]) {
    points.push({ at: new Date(at), ...figuresOf(known.get(at) ?? nothing) })
  }
  return points
}

const prefixed = (prefix: string, column: string) => sql.raw(`'${prefix}_' || replace(${column}::text, '-', '')`)
const keys: Record<MetricsGrouping, SQL> = {
  integration: prefixed('int', 'integration_id'),
  project: prefixed('prj', 'project_id'),
  caller: sql.raw('caller'),
  operation: sql.raw('operation'),
}

const toGroup =
  (names?: ReadonlyMap<string, string>) =>
  (row: SumRow): CallMetricsGroup => ({ key: row.key, name: names?.get(row.key) ?? null, figures: figuresOf(row) })

/**
 * How calls went over a window that ends now, or as it is said.
 *
 * @throws {HubError} request.invalid, project.not_found
 */
export async function readCallMetrics(ctx: Context, input: CallMetricsInput = {}): Promise<CallMetrics> {
  const window = windowOf(input)
  const project = input.project ? await getProject(ctx, input.project) : null
  const wanted = { ctx, input, projectId: project ? toUuid(project.id) : null }
  return inTenant(ctx, async (tx) => {
    const summed = window.step === 'hour' ? await summedUntil(tx, ctx) : new Date(0)
    const source = sourceOf(wanted, window, summed)
    const step = sql.raw(`to_char(date_trunc('${window.step}', at at time zone 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)
    const points = await sumBy(tx, source, step)
    const groups = input.groupBy ? await sumBy(tx, source, keys[input.groupBy], maxGroups) : []
    const callers = await sumBy(tx, source, keys.caller, topCallers)
    const isByCaller = input.groupBy === 'caller'
    const names = await namesOfCallers(
      tx,
      [...callers, ...(isByCaller ? groups : [])].map(({ key }) => key),
    )
    return {
      ...window,
      totals: figuresOf(added(points)),
      series: seriesOf(points, window),
      groups: groups.map(toGroup(isByCaller ? names : undefined)),
      topCallers: callers.map(toGroup(names)),
    }
  })
}
