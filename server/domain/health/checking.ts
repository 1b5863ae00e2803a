import { and, isNull, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { healthStates, integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { isRowRefused } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import type { ProbeReport } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { type CheckTarget, recordChecks, returnTicks, type Tick } from '../checks/service'
import { type Probe, p99Of, readProbes, runProbe, type Subject } from './probing'

/**
 * The three steps of a scheduled check, each for many of a tenant at once: read what is needed, run the probes, write
 * what they found. The worker's checker decides how many run together and when results are written.
 */
export type PreparedCheck = { target: CheckTarget & Subject; tick: Date; probe: Probe }

export type FinishedCheck = {
  target: CheckTarget
  tick: Date
  /** Null: given up half-way, so that the tick goes back and another takes it at once. */
  report: ProbeReport | null
}

const {
  id,
  projectId,
  slug,
  name,
  typeId,
  connectorVersion,
  instance,
  method,
  config,
  credentialId,
  intervalSeconds,
  callPolicy,
} = integrations
const selection = {
  ...{ id, projectId, slug, name, type: typeId, connectorVersion, instance, method, config, credentialId },
  ...{ intervalSeconds, callPolicy, dueAt: healthStates.dueAt, latencies: healthStates.recentLatenciesMs },
}

/**
 * Reads everything the checks of these ticks need, in one transaction. A tick that has its result, or was called off,
 * is left out.
 */
export function prepareChecks(ctx: Context, ticks: readonly Tick[]): Promise<PreparedCheck[]> {
  requirePermission(ctx, 'integrations:test')
  const wanted = new Map(ticks.map(({ integrationId, tick }) => [integrationId, tick]))
  return inTenant(ctx, async (tx) => {
    const rows = await tx
      .select(selection)
      .from(integrations)
      .innerJoin(healthStates, sql`${healthStates.integrationId} = ${integrations.id}`)
      .where(and(sql`${integrations.id} = any(${uuidArray([...wanted.keys()])})`, isNull(integrations.deletedAt)))
    const targets = rows.flatMap(({ dueAt, latencies, ...row }) =>
      dueAt !== null && dueAt.getTime() === wanted.get(row.id)?.getTime()
        ? [{ ...row, p99Ms: p99Of(latencies), tick: dueAt }]
        : [],
    )
    const probes = await readProbes(tx, ctx, targets)
    return probes.flatMap((probe, at) => {
      const target = targets[at]
      return target ? [{ target, tick: target.tick, probe }] : []
    })
  })
}

/** Runs the probes of a check. @returns null when it was given up before it was finished */
export async function runCheck(ctx: Context, { probe }: PreparedCheck): Promise<ProbeReport | null> {
  const report = await runProbe(ctx, probe, { draws: true })
  return ctx.signal?.aborted ? null : report
}

export function countCheck({ type }: Pick<CheckTarget, 'type'>, { verdict, failureClass }: ProbeReport): void {
  metrics.checks.inc({ type, verdict: verdict ?? 'none', failure_class: failureClass ?? 'none' })
}

/** Writes a batch, in one transaction. */
async function write(ctx: Context, finished: readonly FinishedCheck[]): Promise<void> {
  const inputs = finished.flatMap(({ target, tick, report }) => (report ? [{ target, tick, report }] : []))
  const returned = finished.flatMap(({ target, tick, report }) => (report ? [] : [{ integrationId: target.id, tick }]))
  const ids = await inTenant(ctx, async (tx) => {
    await returnTicks(tx, returned)
    return inputs.length > 0 ? recordChecks(tx, ctx, inputs) : []
  })
  for (const [at, input] of inputs.entries()) if (ids[at]) countCheck(input.target, input.report)
}

/**
 * Records what the checks of a batch found. One that the database refuses does not take the others along: each is then
 * written by itself. What could not be written falls due again when its lease runs out.
 *
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function finishChecks(ctx: Context, finished: readonly FinishedCheck[]): Promise<void> {
  try {
    await write(ctx, finished)
  } catch (error) {
    if (finished.length > 1 && isRowRefused(error)) {
      for (const one of finished) await finishChecks(ctx, [one])
      return
    }
    const integrationIds: Id<'integration'>[] = finished.slice(0, 5).map(({ target }) => target.id)
    logger.error(
      { error, checks: finished.length, integrationIds },
      'checks could not be recorded; they fall due again',
    )
  }
}

/**
 * Runs the check of one tick and records its result: the batch of one. Running it twice is as good as once: the second
 * finds the tick done and changes nothing.
 *
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function checkHealth(ctx: Context, tick: Tick): Promise<void> {
  for (const prepared of await prepareChecks(ctx, [tick])) {
    const report = await runCheck(ctx, prepared)
    await finishChecks(ctx, [{ target: prepared.target, tick: prepared.tick, report }])
  }
}
