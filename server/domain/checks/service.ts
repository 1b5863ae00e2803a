import { and, eq, sql } from 'drizzle-orm'
import { checkHours, checks, healthStates } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { ProbeReport, Verdict } from '@/server/kernel/health'
import { type Id, newId } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { noteExpiry } from '../credentials/service'
import { emit } from '../events/emit'
import { bucketCount, bucketOf } from './latency'
import { learnQuotas } from './quota-warnings'

/**
 * Recording checks. A tick is an instant at which an integration fell due; it gets one recorded result, whoever runs
 * it and however often. A first failure does not count before a recheck confirms it; our own trouble never counts.
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

type State = typeof healthStates.$inferSelect

/** Seconds until a first failure is looked at again. */
const recheckSeconds = 5

/** An instant some seconds from now on the database's clock, a tenth earlier or later, so that checks spread out. */
const inAbout = (seconds: number) => sql`now() + make_interval(secs => ${seconds} * (0.9 + 0.2 * random()))`

/** Starts the checks of a new integration. */
export async function startChecks(
  tx: TenantTx,
  ctx: Context,
  integrationId: Id<'integration'>,
  enabled: boolean,
): Promise<void> {
  const dueAt = enabled ? sql`now()` : null
  await tx
    .insert(healthStates)
    .values({ integrationId, tenantId: ctx.tenantId, dueAt })
    .onConflictDoUpdate({ target: healthStates.integrationId, set: { dueAt, leasedUntil: null } })
}

/** Makes the next check due at once; what was known stops counting when `forget` is set. */
export async function rescheduleChecks(tx: TenantTx, id: Id<'integration'>, { forget = false } = {}): Promise<void> {
  const unknown = {
    verdict: 'unknown',
    since: null,
    checkedAt: null,
    message: null,
    failingProbe: null,
    failureClass: null,
    remedy: null,
    latencyMs: null,
    identity: null,
    serviceVersion: null,
  } as const
  await tx
    .update(healthStates)
    .set({ dueAt: sql`now()`, leasedUntil: null, unconfirmedFailures: 0, ...(forget && unknown) })
    .where(eq(healthStates.integrationId, id))
}

/** Stops the checks of an integration that was disabled or deleted. */
export async function stopChecks(tx: TenantTx, id: Id<'integration'>): Promise<void> {
  await tx
    .update(healthStates)
    .set({ dueAt: null, leasedUntil: null, unconfirmedFailures: 0 })
    .where(eq(healthStates.integrationId, id))
}

export type CheckInput = {
  target: CheckTarget
  report: ProbeReport
  /** The tick that was claimed; absent when a person asked. */
  tick?: Date
}

/** What the recorder decides from the state before and the report. */
export function judge(state: Pick<State, 'verdict' | 'unconfirmedFailures'>, report: ProbeReport, confirm: number) {
  const fails = report.verdict === 'unhealthy' && state.verdict !== 'unhealthy'
  const isUnconfirmed = fails && state.unconfirmedFailures + 1 < confirm
  const to: Verdict = report.verdict === null || isUnconfirmed ? state.verdict : report.verdict
  return { isUnconfirmed, to }
}

function rowOf(ctx: Context, { target, report, tick }: CheckInput, isUnconfirmed: boolean) {
  const { verdict, message, failingProbe, failureClass, remedy, latencyMs, probes } = report
  return {
    id: newId('check'),
    tenantId: ctx.tenantId,
    integrationId: target.id,
    // On the database's clock, as every tick is.
    dueAt: tick ?? sql`clock_timestamp()`,
    source: tick ? ('schedule' as const) : ('person' as const),
    isUnconfirmed,
    ...{ verdict, message, failingProbe, failureClass, remedy, latencyMs, probes },
  }
}

/** Adds the check to its hour. Our own trouble says nothing about the service and is left out. */
async function addToHour(tx: TenantTx, ctx: Context, { target, report }: CheckInput): Promise<void> {
  if (report.verdict === null) return
  const isUp = report.verdict !== 'unhealthy'
  const latencyBuckets = Array.from({ length: bucketCount }, () => 0)
  const bucket = report.latencyMs === null ? null : bucketOf(report.latencyMs)
  if (bucket !== null) latencyBuckets[bucket] = 1
  const failure = isUp ? {} : { lastError: report.message, lastErrorAt: new Date() }
  await tx
    .insert(checkHours)
    .values({
      tenantId: ctx.tenantId,
      integrationId: target.id,
      hour: sql`date_trunc('hour', now())`,
      checks: 1,
      up: isUp ? 1 : 0,
      errors: isUp ? 0 : 1,
      latencyBuckets,
      ...failure,
    })
    .onConflictDoUpdate({
      target: [checkHours.tenantId, checkHours.integrationId, checkHours.hour],
      set: {
        checks: sql`${checkHours.checks} + 1`,
        up: sql`${checkHours.up} + ${isUp ? 1 : 0}`,
        errors: sql`${checkHours.errors} + ${isUp ? 0 : 1}`,
        ...(bucket !== null && {
          latencyBuckets: sql`${checkHours.latencyBuckets}[:${bucket}] || (${checkHours.latencyBuckets}[${bucket + 1}] + 1) || ${checkHours.latencyBuckets}[${bucket + 2}:]`,
        }),
        ...failure,
      },
    })
}

async function keepState(tx: TenantTx, state: State, input: CheckInput, judged: ReturnType<typeof judge>) {
  const { report, target } = input
  const { isUnconfirmed, to } = judged
  const known = report.verdict === null
  const facts = known
    ? {}
    : {
        checkedAt: sql`now()`,
        unconfirmedFailures: isUnconfirmed ? state.unconfirmedFailures + 1 : 0,
        // What a failure that may pass says is kept with its check; the state tells what holds.
        ...(!isUnconfirmed && {
          verdict: to,
          ...(to !== state.verdict && { since: sql`now()` }),
          message: report.message,
          failingProbe: report.failingProbe,
          failureClass: report.failureClass,
          remedy: report.remedy,
          latencyMs: report.latencyMs,
          identity: report.identity ?? state.identity,
          serviceVersion: report.serviceVersion ?? state.serviceVersion,
        }),
      }
  const next = inAbout(isUnconfirmed ? recheckSeconds : target.intervalSeconds)
  await tx
    .update(healthStates)
    .set({ ...facts, leasedUntil: null, ...(state.dueAt && { dueAt: next }) })
    .where(eq(healthStates.integrationId, target.id))
}

/**
 * Records what a check found, in one transaction with everything that follows from it. For a tick that has its
 * result already, or was called off in the meantime, nothing is written.
 *
 * @returns the check's id; null when nothing was recorded
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function recordCheck(tx: TenantTx, ctx: Context, input: CheckInput): Promise<Id<'check'> | null> {
  const { target, report, tick } = input
  const [state] = await tx.select().from(healthStates).where(eq(healthStates.integrationId, target.id)).for('update')
  if (!state || (tick && state.dueAt?.getTime() !== tick.getTime())) return null
  const judged = judge(state, report, env().HEALTH_CONFIRM)
  const row = rowOf(ctx, input, judged.isUnconfirmed)
  const [inserted] = await tx.insert(checks).values(row).onConflictDoNothing().returning({ id: checks.id })
  if (!inserted) return null
  await addToHour(tx, ctx, input)
  await keepState(tx, state, input, judged)
  await learnQuotas(tx, ctx, target, report.quotas)
  if (report.credentialExpiresAt && target.credentialId) {
    await noteExpiry(tx, target.credentialId, report.credentialExpiresAt)
  }
  if (judged.to !== state.verdict) {
    const { failureClass, failingProbe, message, remedy, latencyMs } = report
    await emit(tx, ctx, 'integration.health_changed', {
      data: {
        integrationId: target.id,
        slug: target.slug,
        name: target.name,
        type: target.type,
        from: state.verdict,
        to: judged.to,
        checkId: row.id,
        checkedAt: new Date().toISOString(),
        ...{ failureClass, failingProbe, message, remedy, latencyMs },
      },
      integrationId: target.id,
      projectId: target.projectId,
    })
  }
  return row.id
}

/** Whether a tick still waits for its result; a look before the work, not a promise. */
export async function isDue(tx: TenantTx, id: Id<'integration'>, tick: Date): Promise<boolean> {
  const [row] = await tx
    .select({ dueAt: healthStates.dueAt })
    .from(healthStates)
    .where(and(eq(healthStates.integrationId, id), eq(healthStates.dueAt, tick)))
  return row !== undefined
}

/** Gives a claimed tick back, so that somebody else runs it. */
export async function returnTick(tx: TenantTx, id: Id<'integration'>, tick: Date): Promise<void> {
  await tx
    .update(healthStates)
    .set({ leasedUntil: null })
    .where(and(eq(healthStates.integrationId, id), eq(healthStates.dueAt, tick)))
}
