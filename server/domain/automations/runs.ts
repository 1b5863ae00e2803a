import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { toUuid } from '@/server/kernel/ids'
import { encodeCursor, type Page, pageSize } from '@/server/kernel/page'
import { toApproval } from './approvals'
import type { Approval, ListRunsInput, Run, RunStep } from './automation'
import {
  listApprovalRows,
  listRunRows,
  listStepRows,
  type RunRow,
  requireAutomation,
  requireRun,
  type StepRow,
} from './store'

/** The history of runs, read back. */
function toRun(row: RunRow): Run {
  const { tenantId: _t, event: _e, dueAt: _d, leasedUntil: _u, lease: _l, ...run } = row
  return run
}

const toStep = ({ tenantId: _t, runId: _r, ...step }: StepRow): RunStep => step

/** One run. @throws {HubError} run.not_found */
export async function getRun(ctx: Context, ref: string): Promise<Run> {
  return toRun(await inTenant(ctx, (tx) => requireRun(tx, ctx, ref)))
}

/** What a run did so far, in order. @throws {HubError} run.not_found */
export async function listRunSteps(ctx: Context, ref: string): Promise<RunStep[]> {
  return inTenant(ctx, async (tx) => {
    const { id } = await requireRun(tx, ctx, ref)
    return (await listStepRows(tx, id)).map(toStep)
  })
}

/** What a run asked people, the newest first. @throws {HubError} run.not_found */
export async function listRunApprovals(ctx: Context, ref: string): Promise<Approval[]> {
  return inTenant(ctx, async (tx) => {
    const { id } = await requireRun(tx, ctx, ref)
    const { rows } = await listApprovalRows(tx, ctx, { runId: id }, { first: 100, after: null })
    return rows.map(toApproval)
  })
}

/** The runs of the projects the caller may read, the newest first. @throws {HubError} automation.not_found, request.invalid */
export async function listRuns(ctx: Context, input: ListRunsInput = {}): Promise<Page<Run>> {
  const first = pageSize(input)
  const { rows, totalCount } = await inTenant(ctx, async (tx) => {
    const automation = input.automation ? await requireAutomation(tx, ctx, input.automation) : null
    const conditions = { automationId: automation?.row.id, states: input.states ?? undefined }
    return listRunRows(tx, ctx, conditions, { first, after: input.after })
  })
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toRun(row),
      cursor: encodeCursor([row.createdAt.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
    totalCount,
  }
}
