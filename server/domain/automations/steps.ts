import { and, eq, sql } from 'drizzle-orm'
import { approvals, runSteps } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { newId } from '@/server/kernel/ids'
import { clipped } from '@/server/kernel/text'
import { emit } from '../events/emit'
import type { Action, ActionOf, Step } from './definition'
import { emitterOf, runFacts } from './ending'
import { giveBack, type LeasedRun, requireLease } from './lease'
import { masked } from './masking'
import type { AutomationRow, RunRow, StepRow } from './store'

/** What is written of a step: when it begins, while it waits, and how it ended. Each behind the lease of its run. */
export type Working = { leased: LeasedRun; run: RunRow; automation: AutomationRow }
export type Place = { position: number; step: Step }

const maxError = 1_000
const at = ({ run }: Working, position: number) => and(eq(runSteps.runId, run.id), eq(runSteps.position, position))

type Begun = { state: StepRow['state']; input?: unknown; error?: string }

/** Counts the attempt. @returns how many there were @throws {LeaseLost} */
export async function beginStep(
  working: Working,
  { position, step }: Place,
  { state, input, error }: Begun,
): Promise<number> {
  return inTenant(working.run, async (tx) => {
    await requireLease(tx, working.leased)
    const { name, action } = step
    const said = { state, error: error === undefined ? null : clipped(error, maxError) }
    const ended = state === 'running' ? {} : { endedAt: sql`now()` as unknown as Date }
    const { tenantId, id: runId } = working.run
    const [row] = await tx
      .insert(runSteps)
      .values({ tenantId, runId, position, name, action: action.type, input: masked(input), ...said, ...ended })
      .onConflictDoUpdate({
        target: [runSteps.runId, runSteps.position],
        set: { attempts: sql`${runSteps.attempts} + 1`, ...said, ...ended },
      })
      .returning({ attempts: runSteps.attempts })
    return row?.attempts ?? 1
  })
}

export type StepEnd = { state: 'succeeded' | 'failed'; output?: unknown; error?: string; input?: unknown }

/** @returns the output as it was kept, which is what later steps see */
export async function endStep(tx: TenantTx, working: Working, position: number, end: StepEnd): Promise<unknown> {
  const output = masked(end.output, end.input)
  const error = end.error === undefined ? null : clipped(end.error, maxError)
  await tx
    .update(runSteps)
    .set({ state: end.state, output, error, waitsUntil: null, endedAt: sql`now()` })
    .where(at(working, position))
  return output
}

/** Only for a time: the run is given back, and goes on when it is over. */
export async function beginWait(working: Working, { position, step }: Place, seconds: number): Promise<void> {
  await inTenant(working.run, async (tx) => {
    await requireLease(tx, working.leased)
    await wait(tx, working, { position, step }, { input: { seconds }, seconds })
  })
}

async function wait(
  tx: TenantTx,
  { leased, run }: Working,
  { position, step }: Place,
  { input, seconds }: { input: unknown; seconds: number },
): Promise<Date> {
  const until = sql`now() + make_interval(secs => ${seconds})`
  const { name, action } = step
  const place = { tenantId: run.tenantId, runId: run.id, position, name, action: action.type }
  const [row] = await tx
    .insert(runSteps)
    .values({ ...place, state: 'waiting', input: masked(input), waitsUntil: until as unknown as Date })
    .returning({ waitsUntil: runSteps.waitsUntil })
  await giveBack(tx, leased, 'waiting', until)
  return row?.waitsUntil ?? new Date()
}

/** Asks, and gives the run back until somebody decides or the time is over. @emits approval.requested */
export async function beginApproval(working: Working, place: Place, input: ActionOf<'approval'>): Promise<void> {
  const { run, automation } = working
  await inTenant(run, async (tx) => {
    await requireLease(tx, working.leased)
    const { message, expiresAfterSeconds: seconds } = input
    const expiresAt = await wait(tx, working, place, { input: { message, expiresAfterSeconds: seconds }, seconds })
    const id = newId('approval')
    const { tenantId, projectId, id: runId } = run
    await tx.insert(approvals).values({ id, tenantId, projectId, runId, position: place.position, message, expiresAt })
    const { eventId: _e, eventType: _t, ...facts } = runFacts(run, automation)
    const data = { ...facts, approvalId: id, message, expiresAt: expiresAt.toISOString() }
    await emit(tx, emitterOf(run, automation), 'approval.requested', { data, projectId })
  })
}

type Waited = 'over' | 'not yet'

/** On the clock of the database, like everything that falls due. */
async function waited(tx: TenantTx, working: Working, position: number): Promise<Waited> {
  const [row] = await tx
    .select({ isOver: sql<boolean>`${runSteps.waitsUntil} <= now()` })
    .from(runSteps)
    .where(at(working, position))
  return row?.isOver ? 'over' : 'not yet'
}

const waitOn = (tx: TenantTx, { leased, run }: Working, position: number) =>
  giveBack(
    tx,
    leased,
    'waiting',
    sql`(select waits_until from run_steps where run_id = ${run.id.slice(4)}::uuid and position = ${position})`,
  )

/** @emits approval.decided, when the time is over */
async function decisionOf(tx: TenantTx, working: Working, position: number): Promise<StepEnd | null> {
  const { run, automation } = working
  const [asked] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.runId, run.id), eq(approvals.position, position)))
    .for('update')
  if (!asked) return { state: 'failed', error: 'What was asked for is gone.' }
  const { decidedBy, comment, message } = asked
  const by = decidedBy?.name ?? null
  if (asked.state === 'approved') return { state: 'succeeded', output: { decidedBy: by, comment } }
  if (asked.state === 'rejected')
    return { state: 'failed', error: `Rejected by ${by}${comment ? `: ${comment}` : '.'}` }
  if ((await waited(tx, working, position)) === 'not yet') return null
  await tx.update(approvals).set({ state: 'expired', decidedAt: sql`now()` }).where(eq(approvals.id, asked.id))
  const { eventId: _e, eventType: _t, ...facts } = runFacts(run, automation)
  const data = { ...facts, approvalId: asked.id, message, decision: 'expired' as const, decidedBy: null, comment: null }
  await emit(tx, emitterOf(run, automation), 'approval.decided', { data, projectId: run.projectId })
  return { state: 'failed', error: 'Nobody approved it in time.' }
}

/** Looks at a step that waits. @returns how it ended; null when it goes on waiting, and the run was given back */
export async function endWait(
  working: Working,
  { position, step }: Place,
): Promise<(StepEnd & { output: unknown }) | null> {
  return inTenant(working.run, async (tx) => {
    await requireLease(tx, working.leased)
    const type: Action['type'] = step.action.type
    const isOver = type === 'wait' && (await waited(tx, working, position)) === 'over'
    const end =
      type === 'approval' ? await decisionOf(tx, working, position) : isOver ? { state: 'succeeded' as const } : null
    if (!end) {
      await waitOn(tx, working, position)
      return null
    }
    return { ...end, output: await endStep(tx, working, position, end) }
  })
}
