import { and, asc, eq, sql } from 'drizzle-orm'
import { automationRuns, automations, automationVersions, runSteps } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError, retryable } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { act, prepareAction, type Result } from './actions'
import { contextOfRun } from './authority'
import { type Action, type Definition, type Step, storedDefinition } from './definition'
import { type Ending, endRun } from './ending'
import { holds } from './expressions'
import { giveBack, type LeasedRun, LeaseLost, requireLease } from './lease'
import { type Done, scopeOf } from './scope'
import { beginApproval, beginStep, beginWait, endStep, endWait, type Place, type Working } from './steps'
import type { StepRow } from './store'

/**
 * The interpreter: one run, step by step, from where it stopped. A step that ended is never done again; one that was
 * under way when its process died is begun anew, under the same key. So every step is done at least once, and those
 * that the hub does itself, exactly once.
 */
type Loaded = Working & { definition: Definition; steps: StepRow[] }

async function load(leased: LeasedRun): Promise<Loaded | null> {
  return inTenant(leased, async (tx) => {
    const [found] = await tx
      .select({ run: automationRuns, automation: automations, definition: automationVersions.definition })
      .from(automationRuns)
      .innerJoin(automations, eq(automations.id, automationRuns.automationId))
      .innerJoin(
        automationVersions,
        and(
          eq(automationVersions.automationId, automationRuns.automationId),
          eq(automationVersions.version, automationRuns.version),
        ),
      )
      .where(and(eq(automationRuns.id, leased.id), eq(automationRuns.lease, leased.lease)))
    if (!found) return null
    const steps = await tx.select().from(runSteps).where(eq(runSteps.runId, leased.id)).orderBy(asc(runSteps.position))
    return { ...found, leased, steps, definition: storedDefinition(found.definition) }
  })
}

/** What became of a step for its run. */
type Next = { goes: 'on'; done: Done } | { goes: 'given back' } | { goes: 'end'; ending: Ending }

const maxAttempts = 5
const givenBack: Next = { goes: 'given back' }
const failed = (step: Step | null, reason: string): Next => ({
  goes: 'end',
  ending: { state: 'failed', reason, step: step?.name ?? null },
})

async function conclude(working: Working, { position, step }: Place, result: Result, input: unknown): Promise<Next> {
  return inTenant(working.run, async (tx) => {
    await requireLease(tx, working.leased)
    if ('failure' in result) {
      await endStep(tx, working, position, { state: 'failed', error: result.failure })
      return failed(step, result.failure)
    }
    const output = await endStep(tx, working, position, { state: 'succeeded', output: result.output, input })
    return { goes: 'on', done: { name: step.name, state: 'succeeded', output } }
  })
}

/** Seconds before the second attempt, the third, … unless the error says when. */
const pauses = [5, 30, 60, 60]

const pauseAfter = (error: unknown, attempts: number): number =>
  error instanceof HubError && error.retryAfterMs !== undefined
    ? Math.min(600, Math.ceil(error.retryAfterMs / 1_000))
    : (pauses[attempts - 1] ?? 60)

async function comeBack(working: Working, seconds: number): Promise<Next> {
  await inTenant(working.run, async (tx) => {
    await requireLease(tx, working.leased)
    await giveBack(tx, working.leased, 'queued', sql`now() + make_interval(secs => ${seconds})`)
  })
  return givenBack
}

/** Trouble of the hub's own is tried again; what will not get better by itself is how the step ended. */
async function troubled(working: Working, place: Place, error: unknown, attempts: number): Promise<Next> {
  if (error instanceof LeaseLost) throw error
  const isKnown = error instanceof HubError
  if (!isKnown) logger.error({ error, runId: working.run.id, step: place.step.name }, 'a step of a run broke')
  const mayGetBetter = !isKnown || retryable[error.kind]
  if (mayGetBetter && attempts < maxAttempts) return comeBack(working, pauseAfter(error, attempts))
  const failure = isKnown ? `${error.message} ${error.remedy}` : 'The hub made a mistake; its log says more.'
  return conclude(working, place, { failure }, null)
}

const keyOf = ({ run }: Working, position: number) => `${run.id}-${position}`

async function perform(working: Working, place: Place, input: Action, signal: AbortSignal): Promise<Next> {
  const { run, automation } = working
  const attempts = await beginStep(working, place, { state: 'running', input })
  let result: Result
  try {
    const ctx: Context = await contextOfRun(run, automation, { requestId: newId('request'), signal })
    result = await act(ctx, input, { key: keyOf(working, place.position), projectId: run.projectId, event: run.event })
  } catch (error) {
    // The process stops: another one takes the step up at once.
    return signal.aborted ? comeBack(working, 0) : troubled(working, place, error, attempts)
  }
  return signal.aborted && 'failure' in result ? comeBack(working, 0) : conclude(working, place, result, input)
}

async function begin(working: Working, place: Place, input: Action, signal: AbortSignal): Promise<Next> {
  if (input.type === 'wait') await beginWait(working, place, input.seconds)
  else if (input.type === 'approval') await beginApproval(working, place, input)
  else return perform(working, place, input, signal)
  return givenBack
}

async function refused(working: Working, place: Place, problem: string): Promise<Next> {
  await beginStep(working, place, { state: 'failed', error: problem })
  return failed(place.step, problem)
}

async function takeStep(working: Working, place: Place, done: readonly Done[], signal: AbortSignal): Promise<Next> {
  const { step } = place
  const scope = scopeOf(working.run.event, done)
  const judged = step.if === undefined ? { holds: true } : holds(step.if, scope)
  if ('problem' in judged) return refused(working, place, `if: ${judged.problem}`)
  if (!judged.holds) {
    await beginStep(working, place, { state: 'skipped' })
    return { goes: 'on', done: { name: step.name, state: 'skipped', output: null } }
  }
  const prepared = prepareAction(step.action, scope)
  return 'problem' in prepared
    ? refused(working, place, prepared.problem)
    : begin(working, place, prepared.input, signal)
}

async function resumeWait(working: Working, place: Place): Promise<Next> {
  const end = await endWait(working, place)
  if (!end) return givenBack
  if (end.state === 'failed') return failed(place.step, end.error ?? 'It was not approved.')
  return { goes: 'on', done: { name: place.step.name, state: 'succeeded', output: end.output } }
}

/** A step that failed has ended its run: that it is seen again means that the hub died between the two. */
function known(row: StepRow | undefined, step: Step): Next | null {
  if (row?.state === 'succeeded' || row?.state === 'skipped') {
    return { goes: 'on', done: { name: row.name, state: row.state, output: row.output } }
  }
  return row?.state === 'failed' ? failed(step, row.error ?? 'unknown') : null
}

/** Before the first step. */
function entry({ automation, definition, run, steps }: Loaded): Ending | null {
  if (steps.length > 0) return null
  if (!automation.enabled) {
    const why = automation.pausedReason === null ? 'disabled' : 'paused'
    return { state: 'skipped', reason: `The automation was ${why} before the run began.` }
  }
  if (definition.condition === undefined) return null
  const found = holds(definition.condition, scopeOf(run.event, []))
  if ('problem' in found) return { state: 'failed', reason: `condition: ${found.problem}` }
  return found.holds ? null : { state: 'skipped', reason: 'The condition does not hold.' }
}

async function walk(loaded: Loaded, signal: AbortSignal): Promise<Ending | null> {
  const done: Done[] = []
  for (const [position, step] of loaded.definition.steps.entries()) {
    const row = loaded.steps.find((one) => one.position === position)
    const place = { position, step }
    const next =
      known(row, step) ??
      (row?.state === 'waiting' ? await resumeWait(loaded, place) : await takeStep(loaded, place, done, signal))
    if (next.goes === 'given back') return null
    if (next.goes === 'end') return next.ending
    done.push(next.done)
  }
  return { state: 'succeeded' }
}

/**
 * Works on a leased run until it ends, waits, or is given back.
 *
 * @emits run.succeeded, run.failed, approval.requested, approval.decided, automation.paused, and what its steps cause
 */
export async function runDefinition(leased: LeasedRun, signal: AbortSignal): Promise<void> {
  try {
    const loaded = await load(leased)
    if (!loaded) return
    const ending = entry(loaded) ?? (await walk(loaded, signal))
    if (!ending) return
    await inTenant(leased, async (tx) => {
      const run = await requireLease(tx, leased)
      await endRun(tx, { run, automation: loaded.automation }, ending)
    })
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error
  }
}
