import { and, desc, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { textArray } from '@/db/arrays'
import { events } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { toHubEvent } from '../events/rows'
import { visibleRows } from '../events/visible'
import { getProject } from '../tenants/service'
import { prepareAction } from './actions'
import { getAutomation } from './changes'
import { type Checked, checkDefinition } from './check'
import type { Definition } from './definition'
import { holds, type PreparedScope } from './expressions'
import { masked } from './masking'
import { isTooLarge, scopeOf, shownEvent } from './scope'

/** What an automation would do, against the last events that fit. Nothing is done and nothing is kept. */
export type DryStep = {
  name: string
  action: string
  /** Null: that depends on what an earlier step gives, or has a problem. */
  wouldRun: boolean | null
  /** With its templates filled, masked as in the log of a run. */
  input: unknown
  problem: string | null
}

export type DryRun = {
  eventId: Id<'event'>
  eventType: string
  time: Date
  summary: string
  /** Null when the condition has no answer; then `problem` says why. */
  holds: boolean | null
  problem: string | null
  steps: DryStep[]
}

export type DryRunInput = {
  /** Of a saved one: its id or name. What is given beside stands in for what is saved. */
  automation?: string | null | undefined
  project?: string | null | undefined
  definition?: unknown
  last?: number | null | undefined
}

const mostEvents = 20

function fitting(
  projectId: Id<'project'>,
  { patterns, triggerIntegrationId, triggerProjectId }: Checked,
): SQL | undefined {
  return and(
    sql`${events.type} like any(${textArray(patterns)})`,
    triggerIntegrationId ? eq(events.integrationId, triggerIntegrationId) : undefined,
    triggerProjectId
      ? eq(events.projectId, triggerProjectId)
      : or(sql`${events.projectId} is null`, eq(events.projectId, projectId)),
  )
}

function dryStep({ name, if: condition, action }: Definition['steps'][number], scope: PreparedScope): DryStep {
  const judged = condition === undefined ? { holds: true } : holds(condition, scope)
  const base = { name, action: action.type, input: null }
  if ('problem' in judged) return { ...base, wouldRun: null, problem: `if: ${judged.problem}` }
  if (!judged.holds) return { ...base, wouldRun: false, problem: null }
  const prepared = prepareAction(action, scope)
  if ('problem' in prepared) return { ...base, wouldRun: null, problem: prepared.problem }
  return { ...base, wouldRun: true, input: masked(prepared.input), problem: null }
}

function judged(
  { condition, steps }: Definition,
  event: Record<string, unknown>,
): Pick<DryRun, 'holds' | 'problem' | 'steps'> {
  if (isTooLarge(event)) return { holds: null, problem: 'The event is too large for conditions.', steps: [] }
  const scope = scopeOf(event, [])
  const found = condition === undefined ? { holds: true } : holds(condition, scope)
  if ('problem' in found) return { holds: null, problem: found.problem, steps: [] }
  return { holds: found.holds, problem: null, steps: found.holds ? steps.map((step) => dryStep(step, scope)) : [] }
}

/**
 * What an automation would do for the last events the caller may see.
 *
 * @throws {HubError} automation.not_found, project.not_found, automation.invalid, permission.denied
 */
export async function dryRunAutomation(ctx: Context, input: DryRunInput): Promise<DryRun[]> {
  const saved = input.automation ? await getAutomation(ctx, input.automation) : null
  const project = await getProject(ctx, saved?.projectId ?? input.project)
  const checked = await checkDefinition(ctx, project, input.definition ?? saved?.definition)
  const last = Math.min(mostEvents, Math.max(1, input.last ?? mostEvents))
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(events)
      .where(
        and(
          eq(events.tenantId, ctx.tenantId),
          isNotNull(events.sequence),
          visibleRows(ctx),
          fitting(project.id, checked),
        ),
      )
      .orderBy(desc(events.sequence))
      .limit(last),
  )
  const runs: DryRun[] = []
  for (const event of rows.map(toHubEvent)) {
    const { id: eventId, name: eventType, time, summary } = event
    runs.push({ eventId, eventType, time, summary, ...judged(checked.definition, shownEvent(event)) })
    // Twenty events with twenty steps each take their time; the others in this process have their turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return runs
}
