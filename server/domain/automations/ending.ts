import { and, eq, ne, sql } from 'drizzle-orm'
import { automationRuns, automations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { failuresBeforePause, type RunState } from '@/server/kernel/automations'
import { clipped } from '@/server/kernel/text'
import { emit } from '../events/emit'
import { factsOf } from './changes'
import type { AutomationRow, RunRow } from './store'

/** The end of a run, what is told of it, and what it means for its automation. */
export type Ending = {
  state: Extract<RunState, 'succeeded' | 'failed' | 'skipped'>
  /** Of one that did not succeed. */
  reason?: string
  step?: string | null
}

export const emitterOf = (run: RunRow, { name }: Pick<AutomationRow, 'name'>) => ({
  tenantId: run.tenantId,
  actor: { kind: 'system', name: `automation ${name}` } as const,
  correlationId: run.correlationId,
  causationId: run.eventId,
})

export const runFacts = (run: RunRow, { name }: Pick<AutomationRow, 'name'>) => ({
  runId: run.id,
  automationId: run.automationId,
  automationName: name,
  eventId: run.eventId,
  eventType: run.eventType,
})

const maxReason = 500

/** Counts a failure; the one that is too many pauses the automation, and is told once. */
async function countFailure(tx: TenantTx, run: RunRow, reason: string): Promise<void> {
  const [row] = await tx
    .update(automations)
    .set({ failuresInRow: sql`${automations.failuresInRow} + 1` })
    .where(eq(automations.id, run.automationId))
    .returning()
  if (!row?.enabled || row.failuresInRow < failuresBeforePause) return
  await tx.update(automations).set({ enabled: false, pausedReason: reason }).where(eq(automations.id, row.id))
  const data = { ...factsOf(row), failures: row.failuresInRow, reason }
  await emit(tx, emitterOf(run, row), 'automation.paused', { data, projectId: row.projectId })
}

const forgetFailures = (tx: TenantTx, run: RunRow) =>
  tx
    .update(automations)
    .set({ failuresInRow: 0 })
    .where(and(eq(automations.id, run.automationId), ne(automations.failuresInRow, 0)))

/**
 * Ends a run. To be called behind `requireLease`.
 *
 * @emits run.succeeded, run.failed, automation.paused
 */
export async function endRun(
  tx: TenantTx,
  { run, automation }: { run: RunRow; automation: AutomationRow },
  { state, reason, step = null }: Ending,
): Promise<void> {
  const said = reason === undefined ? null : clipped(reason, maxReason)
  await tx
    .update(automationRuns)
    .set({ state, reason: said, endedAt: sql`now()`, dueAt: null, lease: null, leasedUntil: null })
    .where(eq(automationRuns.id, run.id))
  const told = { data: runFacts(run, automation), projectId: run.projectId }
  if (state === 'succeeded') {
    await forgetFailures(tx, run)
    await emit(tx, emitterOf(run, automation), 'run.succeeded', told)
  }
  if (state === 'failed') {
    const data = { ...told.data, step, reason: said ?? 'unknown' }
    await emit(tx, emitterOf(run, automation), 'run.failed', { ...told, data })
    await countFailure(tx, run, said ?? 'unknown')
  }
}
