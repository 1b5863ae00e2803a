import { eq } from 'drizzle-orm'
import type { Connector, ConnectorSettings } from '@/connectors/kit'
import { healthStates } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type DoctorCheckName, type DoctorReport, type DoctorSource, doctorCheckNames } from '@/server/kernel/doctor'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId, type Ref } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { recordCheck } from '../checks/service'
import { findConnector } from '../connectors/service'
import { readSecrets } from '../credentials/service'
import { egressPolicyIn, httpClientIn } from '../egress/service'
import { emit } from '../events/emit'
import { completeDraft, type DraftInput, getIntegration, type Integration, settingsOf } from '../integrations/service'
import { quotasForProbes } from '../quotas/service'
import { type Examined, examine, examineWithoutSecret, type OnCheck, type Outcome } from './examination'
import { changesSince, type Examination, findLastGood, findRun, insertRun, lastRuns, listRuns } from './store'
import type { Patient } from './suggestions'
import { callVisit, finishVisit, type Visit } from './visits'

export { checksFor } from './examination'
export { type DoctorSchedule, doctorSchedulesOf, setDoctorSchedule } from './schedule'
export { type Examination, keptRuns, pruneRuns } from './store'
export { leaseDueVisits, type Visit } from './visits'

/**
 * The doctor: what is wrong with an integration, how that shows and what to do about it. It comes when somebody asks,
 * on its schedule, when health turns bad, and to what is not saved yet.
 */
type ExamineInput = {
  integration: Ref<'integration'>
  source: DoctorSource
  /** Just these; what rests upon a failed one is skipped, and the failed one is told. */
  checks?: readonly DoctorCheckName[] | undefined
}

type Ready = Omit<Examined, 'checks'>

async function readyOf(ctx: Context, integration: Integration): Promise<{ patient: Patient; ready: Ready | null }> {
  const connector = await findConnector(ctx, integration.type, integration.connectorVersion)
  return inTenant(ctx, async (tx) => {
    const { policy, tenant } = await egressPolicyIn(tx, ctx)
    const { instance, method, slug } = integration
    const patient: Patient = { connector, settings: { instance, method }, tenant, slug }
    const [state] = await tx
      .select({ recentLatenciesMs: healthStates.recentLatenciesMs })
      .from(healthStates)
      .where(eq(healthStates.integrationId, integration.id))
    try {
      const nothing = { origin: null, secrets: {} }
      const stored = integration.credentialId ? await readSecrets(tx, ctx, integration.credentialId) : nothing
      const settings = settingsOf(connector, integration, stored)
      const http = await httpClientIn(tx, ctx)
      const { used: usedPools } = (await quotasForProbes(tx, [integration.id]))(integration.id)
      const recentLatenciesMs = state?.recentLatenciesMs ?? []
      return { patient, ready: { patient, settings, http, policy, recentLatenciesMs, usedPools } }
    } catch (error) {
      if (error instanceof HubError && error.code === 'credential.missing') return { patient, ready: null }
      throw error
    }
  })
}

const isWhole = (checks: readonly DoctorCheckName[] | undefined) =>
  checks === undefined || doctorCheckNames.every((name) => checks.includes(name))

type Concluded = { report: Outcome['report']; probes: Outcome['probes'] | null }

/**
 * Writes a report with what follows from it. @returns null when the visit it is of was recorded before
 */
function record(
  ctx: Context,
  integration: Integration,
  { report, probes }: Concluded,
  { source, visit }: { source: DoctorSource; visit: Visit | undefined },
): Promise<Examination | null> {
  const place = { projectId: integration.projectId, integrationId: integration.id }
  return inTenant(ctx, async (tx) => {
    if (visit && !(await finishVisit(tx, visit))) return null
    const good = await findLastGood(tx, integration.id)
    const changes = good ? changesSince(good.checks, report.checks) : []
    const id = newId('doctorRun')
    const integrationId = integration.id
    const run = await insertRun(tx, ctx, { id, integrationId, source, report: { ...report, changes } })
    // Somebody looks at the screen: what the probes just found is its state, too.
    if (source === 'person' && probes) await recordCheck(tx, ctx, { target: integration, report: probes })
    const { slug, name, type } = integration
    const failing = report.checks.flatMap((check) => (check.status === 'fail' ? [check.name] : []))
    await emit(tx, ctx, 'integration.diagnosed', {
      data: {
        ...{ integrationId, slug, name, type, doctorRunId: id },
        ...{ overall: report.overall, failing, message: report.message },
      },
      ...place,
    })
    return run
  })
}

async function conclude(
  ctx: Context,
  integration: Integration,
  checks: readonly DoctorCheckName[] | undefined,
  onCheck: OnCheck | undefined,
): Promise<Concluded> {
  const { patient, ready } = await readyOf(ctx, integration)
  if (!ready) return { report: examineWithoutSecret(patient, checks, onCheck), probes: null }
  return examine(ctx, { ...ready, checks }, onCheck)
}

async function examineOn(
  ctx: Context,
  input: ExamineInput,
  visit: Visit | undefined,
  onCheck?: OnCheck,
): Promise<DoctorReport | Examination | null> {
  const integration = await getIntegration(ctx, input.integration)
  const place = { projectId: integration.projectId, integrationId: integration.id }
  requirePermission(ctx, 'integrations:test', place)
  const concluded = await conclude(ctx, integration, input.checks, onCheck)
  // A part is an answer and no examination: "healthy" of the certificate alone would be a lie in the history.
  if (!isWhole(input.checks)) return { ...concluded.report, changes: [] }
  return record(ctx, integration, concluded, { source: input.source, visit })
}

/**
 * Examines an integration: eight checks in their order, each told to `onCheck` as soon as it ended. What is wrong with
 * the service is an answer, not an error. A whole examination is kept; one of some checks is not.
 *
 * @throws {HubError} permission.denied, integration.not_found, hub.unavailable when the trouble is the hub's own
 * @emits integration.diagnosed; for a person also integration.health_changed, integration.rate_limit_warned
 */
export async function examineIntegration(
  ctx: Context,
  input: ExamineInput,
  onCheck?: OnCheck,
): Promise<DoctorReport | Examination> {
  const report = await examineOn(ctx, input, undefined, onCheck)
  if (report) return report
  throw new HubError('hub.internal')
}

/**
 * Examines settings that are not saved. Nothing is kept.
 *
 * @throws {HubError} permission.denied, connector.unknown, integration.settings_invalid, integration.not_found,
 *   hub.unavailable
 */
export async function examineDraft(ctx: Context, input: DraftInput, onCheck?: OnCheck): Promise<DoctorReport> {
  const settings = await completeDraft(ctx, input)
  const connector = await findConnector(ctx, input.type)
  const ready = await draftReady(ctx, connector, settings)
  const { report } = await examine(ctx, ready, onCheck)
  return { ...report, changes: [] }
}

function draftReady(ctx: Context, connector: Connector, settings: ConnectorSettings): Promise<Ready> {
  return inTenant(ctx, async (tx) => {
    const { policy, tenant } = await egressPolicyIn(tx, ctx)
    const patient = { connector, settings, tenant, slug: null }
    return { patient, settings, policy, http: await httpClientIn(tx, ctx), recentLatenciesMs: [] }
  })
}

/** Makes a visit that fell due. Made twice, it is recorded once. @emits integration.diagnosed */
export async function makeVisit(ctx: Context, visit: Visit): Promise<void> {
  const source = visit.calledBy ? 'health' : 'schedule'
  const because = visit.calledBy ? { ...ctx, causationId: visit.calledBy } : ctx
  await examineOn(because, { integration: { id: visit.integrationId }, source }, visit)
}

/**
 * Calls the doctor because health turned bad: the visit falls due at once, unless one was called for within the last
 * ten minutes, or all is well again.
 *
 * @returns whether a visit fell due
 */
export async function callDoctor(
  ctx: Context,
  { integrationId, eventId }: { integrationId: Id<'integration'>; eventId: Id<'event'> },
): Promise<boolean> {
  const { verdict, enabled } = await getIntegration(ctx, { id: integrationId })
  if (!enabled || (verdict !== 'unhealthy' && verdict !== 'degraded')) return false
  return callVisit(ctx, integrationId, eventId)
}

/**
 * The last examinations of an integration, the newest first.
 *
 * @throws {HubError} integration.not_found
 */
export async function listExaminations(
  ctx: Context,
  { integration, first = 10 }: { integration: Ref<'integration'>; first?: number | undefined },
): Promise<Examination[]> {
  const { id } = await getIntegration(ctx, integration)
  return inTenant(ctx, (tx) => listRuns(tx, id, Math.min(Math.max(1, first), 100)))
}

/** @throws {HubError} doctor.run_not_found, also when its integration may not be read */
export async function getExamination(ctx: Context, id: Id<'doctorRun'>): Promise<Examination> {
  const found = await inTenant(ctx, (tx) => findRun(tx, id))
  if (!found) throw new HubError('doctor.run_not_found')
  try {
    await getIntegration(ctx, { id: found.integrationId })
    return found
  } catch (error) {
    if (error instanceof HubError && error.code === 'integration.not_found') {
      throw new HubError('doctor.run_not_found')
    }
    throw error
  }
}

/** The last examination of each of these. The caller read those integrations before. */
export async function lastExaminationsOf(
  ctx: Context,
  ids: readonly Id<'integration'>[],
): Promise<Map<Id<'integration'>, Examination>> {
  const runs = await inTenant(ctx, (tx) => lastRuns(tx, ids))
  return new Map(runs.map((run) => [run.integrationId, run]))
}
