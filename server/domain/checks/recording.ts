import { sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { healthStates } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { ProbeReport, Verdict } from '@/server/kernel/health'
import { fromUuid, type Id, newId, toUuid } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { noteExpiries } from '../credentials/service'
import { emitAll } from '../events/emit'
import { keepQuotas } from '../quotas/service'
import { bucketCount, bucketOf } from './latency'

/**
 * Recording checks, one or many of a tenant in one transaction: a single one is the batch of one. A tick is an instant
 * at which an integration fell due; it gets one recorded result, whoever runs it and however often. A first failure
 * does not count before a recheck confirms it; our own trouble never counts.
 */
export type CheckTarget = {
  id: Id<'integration'>
  projectId: Id<'project'>
  slug: string
  name: string
  type: string
  intervalSeconds: number
  credentialId: Id<'credential'> | null
}

export type CheckInput = {
  target: CheckTarget
  report: ProbeReport
  /** The tick that was claimed; absent when a person asked. */
  tick?: Date
}

/** A check on its schedule is the cause of what it leads to; a person's is part of what that person began. */
export type CausingCheck = CheckInput & { correlationId?: string | undefined }

type State = Pick<
  typeof healthStates.$inferSelect,
  'integrationId' | 'verdict' | 'unconfirmedFailures' | 'dueAt' | 'takenMs'
> & {
  /** Null: never. */
  checkedSecondsAgo: number | null
}

/** Seconds until a first failure is looked at again. */
const recheckSeconds = 5
/** A check that takes so long holds a slot of the slow lane, and the next ones of its service do. */
export const slowFromMs = 1_000
/** How fast a long check is forgotten: two short ones after it bring most services back. */
const fading = 4

/** What the recorder decides from the state before and the report. */
export function judge(state: Pick<State, 'verdict' | 'unconfirmedFailures'>, report: ProbeReport, confirm: number) {
  const fails = report.verdict === 'unhealthy' && state.verdict !== 'unhealthy'
  const isUnconfirmed = fails && state.unconfirmedFailures + 1 < confirm
  // What did not ask for itself because it waits cannot take back that the credential was refused.
  const proves = report.waitingUntil === undefined || report.verdict === 'unhealthy' || state.verdict !== 'unhealthy'
  const to: Verdict = report.verdict === null || isUnconfirmed || !proves ? state.verdict : report.verdict
  return { isUnconfirmed, to }
}

const between = (seconds: number, least: number, most: number) => seconds * (least + (most - least) * Math.random())

/**
 * Seconds until the next tick, a tenth more or less. What was not checked for a while may have come back together with
 * thousands of others: its next tick falls anywhere in its interval, so that the others do not come together again.
 */
function secondsToNext(state: State, { target, report }: CheckInput, isUnconfirmed: boolean): number {
  if (isUnconfirmed) return between(recheckSeconds, 0.9, 1.1)
  const usual = secondsToUsual(state, target)
  const { waitingUntil } = report
  if (!waitingUntil) return usual
  // Right behind the reset, and not all of them in the same second.
  const untilReset = (waitingUntil.getTime() - Date.now()) / 1_000 + between(recheckSeconds, 0.2, 1)
  return Math.min(usual, Math.max(recheckSeconds, untilReset))
}

function secondsToUsual(state: State, { intervalSeconds }: CheckTarget): number {
  const wasAway = state.checkedSecondsAgo === null || state.checkedSecondsAgo > 2 * intervalSeconds
  return wasAway ? between(intervalSeconds, 0.2, 1) : between(intervalSeconds, 0.9, 1.1)
}

function pace(state: State, report: ProbeReport) {
  if (report.verdict === null) return { takenMs: state.takenMs, isSlow: state.takenMs >= slowFromMs }
  const takenMs = Math.max(Math.round(report.durationMs), Math.floor(state.takenMs / fading))
  return { takenMs, isSlow: takenMs >= slowFromMs }
}

/** One check of a batch with everything that was decided about it, named as the columns are. */
function rowOf(state: State, input: CheckInput) {
  const { target, report, tick } = input
  const { isUnconfirmed, to } = judge(state, report, env().HEALTH_CONFIRM)
  const { verdict, message, failingProbe, failureClass, remedy, latencyMs, probes, identity, serviceVersion } = report
  const counts = verdict !== null
  const waits = !counts && report.waitingUntil !== undefined
  return {
    check_id: toUuid(newId('check')),
    integration_id: toUuid(target.id),
    due_at: tick?.toISOString() ?? null,
    source: tick ? 'schedule' : 'person',
    verdict,
    is_unconfirmed: isUnconfirmed,
    message,
    failing_probe: failingProbe,
    failure_class: failureClass,
    remedy,
    latency_ms: latencyMs,
    probes,
    counts,
    is_up: verdict !== 'unhealthy',
    bucket: latencyMs === null ? null : bucketOf(latencyMs),
    // What a failure that may pass says is kept with its check; the state tells what holds.
    settles: counts && !isUnconfirmed && to === verdict,
    // It answers, and more could not be asked: what is known of it stays good, with what it waits for.
    waits,
    tells: waits && (state.verdict === 'healthy' || state.verdict === 'unknown'),
    moves: to !== state.verdict,
    unconfirmed_failures: isUnconfirmed ? state.unconfirmedFailures + 1 : 0,
    identity,
    service_version: serviceVersion,
    next_seconds: secondsToNext(state, input, isUnconfirmed),
    taken_ms: pace(state, report).takenMs,
    is_slow: pace(state, report).isSlow,
    to,
  }
}

type Row = ReturnType<typeof rowOf>

const columns = sql.raw(`check_id uuid, integration_id uuid, due_at timestamptz, source text, verdict text,
  is_unconfirmed boolean, message text, failing_probe text, failure_class text, remedy text,
  latency_ms double precision, probes jsonb, counts boolean, is_up boolean, bucket integer, settles boolean,
  waits boolean, tells boolean,
  moves boolean, unconfirmed_failures integer, identity text, service_version text, next_seconds double precision,
  taken_ms integer, is_slow boolean, "to" text`)

/**
 * Writes checks, hours and states of a batch in one statement. A check whose key is taken leaves no trace.
 *
 * @returns the integrations whose check was recorded
 */
async function writeRows(tx: TenantTx, ctx: Context, rows: readonly Row[]): Promise<Set<string>> {
  const recorded = await tx.execute<{ integration_id: string }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${columns})
    ), recorded as (
      insert into checks (id, tenant_id, integration_id, due_at, source, verdict, is_unconfirmed, message,
        failing_probe, failure_class, remedy, latency_ms, probes)
      -- Of a person's check the database's clock is the key, as it is of every tick.
      select check_id, ${toUuid(ctx.tenantId)}::uuid, integration_id, coalesce(due_at, clock_timestamp()), source,
        verdict, is_unconfirmed, message, failing_probe, failure_class, remedy, latency_ms, probes
      from given
      on conflict do nothing
      returning integration_id
    ), hours as (
      -- Our own trouble says nothing about the service and is left out.
      insert into check_hours (tenant_id, integration_id, hour, checks, up, errors, latency_buckets, last_error, last_error_at)
      select ${toUuid(ctx.tenantId)}::uuid, integration_id, date_trunc('hour', now()), 1, is_up::int, (not is_up)::int,
        case when bucket is null then array_fill(0, array[${bucketCount}::int])
          else array_fill(0, array[bucket]) || 1 || array_fill(0, array[${bucketCount}::int - 1 - bucket]) end,
        case when not is_up then message end, case when not is_up then now() end
      from given join recorded using (integration_id) where counts
      on conflict (tenant_id, integration_id, hour) do update set
        checks = check_hours.checks + 1,
        up = check_hours.up + excluded.up,
        errors = check_hours.errors + excluded.errors,
        latency_buckets = coalesce(
          check_hours.latency_buckets[:array_position(excluded.latency_buckets, 1) - 1]
            || (check_hours.latency_buckets[array_position(excluded.latency_buckets, 1)] + 1)
            || check_hours.latency_buckets[array_position(excluded.latency_buckets, 1) + 1:],
          check_hours.latency_buckets),
        last_error = coalesce(excluded.last_error, check_hours.last_error),
        last_error_at = coalesce(excluded.last_error_at, check_hours.last_error_at)
    ), kept as (
      update health_states as state set
        leased_until = null,
        due_at = case when state.due_at is null then null else now() + make_interval(secs => next_seconds) end,
        taken_ms = given.taken_ms,
        is_slow = given.is_slow,
        recent_latencies_ms = case when counts and given.latency_ms is not null
          then (state.recent_latencies_ms || round(given.latency_ms)::int)[greatest(cardinality(state.recent_latencies_ms) - 18, 1):]
          else state.recent_latencies_ms end,
        checked_at = case when counts or waits then now() else state.checked_at end,
        unconfirmed_failures = case when counts then given.unconfirmed_failures else state.unconfirmed_failures end,
        verdict = case when settles then given."to" else state.verdict end,
        since = case when settles and moves then now() else state.since end,
        message = case when settles or tells then given.message else state.message end,
        failing_probe = case when settles then given.failing_probe else state.failing_probe end,
        failure_class = case when settles then given.failure_class else state.failure_class end,
        remedy = case when settles then given.remedy else state.remedy end,
        latency_ms = case when settles then given.latency_ms else state.latency_ms end,
        identity = case when settles then coalesce(given.identity, state.identity) else state.identity end,
        service_version = case when settles then coalesce(given.service_version, state.service_version)
          else state.service_version end
      from given join recorded using (integration_id)
      where state.integration_id = given.integration_id
    )
    select integration_id from recorded`)
  return new Set([...recorded].map((row) => row.integration_id))
}

/** Locks the states of a batch, always in the same order, so that two batches wait for each other and never both. */
async function lockStates(tx: TenantTx, ids: readonly Id<'integration'>[]) {
  const rows = await tx
    .select({
      integrationId: healthStates.integrationId,
      verdict: healthStates.verdict,
      unconfirmedFailures: healthStates.unconfirmedFailures,
      dueAt: healthStates.dueAt,
      takenMs: healthStates.takenMs,
      checkedSecondsAgo: sql<number | null>`extract(epoch from now() - ${healthStates.checkedAt})::float8`,
      // What several processes decide together is judged on the database's clock.
      now: sql<string>`now()::text`,
    })
    .from(healthStates)
    .where(sql`${healthStates.integrationId} = any(${uuidArray(ids)})`)
    .orderBy(healthStates.integrationId)
    .for('update')
  const now = new Date(rows[0]?.now ?? Date.now())
  return { states: new Map<string, State>(rows.map((row) => [row.integrationId, row])), now }
}

type Taken = { input: CausingCheck; state: State; row: Row }

/** Of a batch, what may be recorded: ticks that still wait for their result, and what people asked for. */
function taken(states: ReadonlyMap<string, State>, inputs: readonly CheckInput[]): Taken[] {
  return inputs.flatMap((input) => {
    const state = states.get(input.target.id)
    const isCalledOff = input.tick && state?.dueAt?.getTime() !== input.tick.getTime()
    if (!state || isCalledOff) return []
    const row = rowOf(state, input)
    const correlationId = input.tick && fromUuid('check', row.check_id)
    return [{ input: { ...input, correlationId }, state, row }]
  })
}

function tellChanges(tx: TenantTx, ctx: Context, recorded: readonly Taken[], now: Date) {
  const changed = recorded.filter(({ row, state }) => row.to !== state.verdict)
  return emitAll(
    tx,
    ctx,
    changed.map(({ input: { target, report, correlationId }, state, row }) => {
      const { failureClass, failingProbe, message, remedy, latencyMs } = report
      const { id: integrationId, projectId, slug, name, type } = target
      const checkId = fromUuid('check', row.check_id)
      const change = { from: state.verdict, to: row.to, checkId, checkedAt: now.toISOString() }
      return {
        type: 'integration.health_changed' as const,
        data: { integrationId, slug, name, type, ...change, failureClass, failingProbe, message, remedy, latencyMs },
        ...{ integrationId, projectId, correlationId },
      }
    }),
  )
}

/** A check's answers follow one another, and all came by its end. */
function quotasIn({ input: { target, report, correlationId } }: Taken) {
  const sentAt = report.startedAt
  const heardAt = new Date(sentAt.getTime() + report.durationMs)
  return report.quotas.map((quota) => ({ target, quota, sentAt, heardAt, correlationId }))
}

async function recordOnce(
  tx: TenantTx,
  ctx: Context,
  inputs: readonly CheckInput[],
): Promise<Map<string, Id<'check'>>> {
  const ids = inputs.map(({ target }) => target.id)
  const { states, now } = await lockStates(tx, ids)
  const candidates = taken(states, inputs)
  if (candidates.length === 0) return new Map()
  const written = await writeRows(
    tx,
    ctx,
    candidates.map(({ row }) => row).sort((a, b) => (a.integration_id < b.integration_id ? -1 : 1)),
  )
  const recorded = candidates.filter(({ row }) => written.has(row.integration_id))
  await keepQuotas(tx, ctx, recorded.flatMap(quotasIn), now)
  await noteExpiries(
    tx,
    recorded.flatMap(({ input: { target, report } }) =>
      report.credentialExpiresAt && target.credentialId
        ? [{ id: target.credentialId, expiresAt: report.credentialExpiresAt }]
        : [],
    ),
  )
  await tellChanges(tx, ctx, recorded, now)
  return new Map(recorded.map(({ row, input }) => [input.target.id, fromUuid('check', row.check_id)]))
}

/**
 * Records what checks found, in the caller's one transaction with everything that follows from it. For a tick that has
 * its result already, or was called off in the meantime, nothing is written.
 *
 * @returns for each input the check's id; null when nothing was recorded
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function recordChecks(
  tx: TenantTx,
  ctx: Context,
  inputs: readonly CheckInput[],
): Promise<(Id<'check'> | null)[]> {
  const results = new Map<CheckInput, Id<'check'>>()
  let left = [...inputs]
  while (left.length > 0) {
    // An integration stands once in a statement; a second check of it finds what the first left.
    const seen = new Set<string>()
    const round = left.filter(({ target }) => !seen.has(target.id) && seen.add(target.id))
    const inRound = new Set(round)
    const ids = await recordOnce(tx, ctx, round)
    for (const input of round) {
      const id = ids.get(input.target.id)
      if (id) results.set(input, id)
    }
    left = left.filter((input) => !inRound.has(input))
  }
  return inputs.map((input) => results.get(input) ?? null)
}
