import { and, eq, sql } from 'drizzle-orm'
import { approvals, automationRuns, automations } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { toUuid } from '@/server/kernel/ids'
import { encodeCursor, type Page, pageSize } from '@/server/kernel/page'
import { emit, eventActor } from '../events/emit'
import type { Approval, ListApprovalsInput } from './automation'
import { runFacts } from './ending'
import { type ApprovalRow, listApprovalRows, lockApproval } from './store'

/** What automations ask people, and their answers. */
export const toApproval = ({ tenantId: _t, position: _p, ...approval }: ApprovalRow): Approval => approval

/** What was asked in the projects the caller may read, the newest first. @throws {HubError} request.invalid */
export async function listApprovals(ctx: Context, input: ListApprovalsInput = {}): Promise<Page<Approval>> {
  const first = pageSize(input)
  const { rows, totalCount } = await inTenant(ctx, (tx) =>
    listApprovalRows(tx, ctx, { states: input.states ?? undefined }, { first, after: input.after }),
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toApproval(row),
      cursor: encodeCursor([row.requestedAt.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
    totalCount,
  }
}

export type DecideApprovalInput = { id: string; comment?: string | null | undefined }

const maxComment = 500

function commentOf(text: string | null | undefined): string | null {
  const given = text?.trim() || null
  if (!given || (given.length <= maxComment && !given.includes('\0'))) return given
  const fields = [{ path: 'comment', message: `may have ${maxComment} characters at most` }]
  throw new HubError('request.invalid', undefined, { fields })
}

async function runOf(tx: TenantTx, { runId }: ApprovalRow) {
  const [found] = await tx
    .select({ run: automationRuns, automation: automations })
    .from(automationRuns)
    .innerJoin(automations, eq(automations.id, automationRuns.automationId))
    .where(eq(automationRuns.id, runId))
  if (found) return found
  throw new HubError('approval.not_found')
}

async function decide(ctx: Context, input: DecideApprovalInput, state: 'approved' | 'rejected'): Promise<Approval> {
  const comment = commentOf(input.comment)
  return inTenant(ctx, async (tx) => {
    const asked = await lockApproval(tx, ctx, input.id)
    const [row] = await tx
      .update(approvals)
      .set({ state, comment, decidedBy: eventActor(ctx), decidedAt: sql`now()` })
      .where(and(eq(approvals.id, asked.id), eq(approvals.state, 'pending'), sql`${approvals.expiresAt} > now()`))
      .returning()
    if (!row) throw new HubError('approval.decided')
    const { run, automation } = await runOf(tx, row)
    await tx
      .update(automationRuns)
      .set({ dueAt: sql`now()` })
      .where(and(eq(automationRuns.id, run.id), eq(automationRuns.state, 'waiting')))
    const { eventId: _e, eventType: _t, ...facts } = runFacts(run, automation)
    const data = {
      ...facts,
      approvalId: row.id,
      message: row.message,
      decision: state,
      decidedBy: ctx.actor.name,
      comment,
    }
    const cause = { ...ctx, correlationId: run.correlationId, causationId: run.eventId }
    await emit(tx, cause, 'approval.decided', { data, projectId: run.projectId })
    return toApproval(row)
  })
}

/**
 * Lets a run go on.
 *
 * @throws {HubError} approval.not_found, permission.denied, approval.decided, request.invalid
 * @emits approval.decided
 */
export const approve = (ctx: Context, input: DecideApprovalInput): Promise<Approval> => decide(ctx, input, 'approved')

/**
 * Ends a run that asked: it fails.
 *
 * @throws {HubError} approval.not_found, permission.denied, approval.decided, request.invalid
 * @emits approval.decided
 */
export const reject = (ctx: Context, input: DecideApprovalInput): Promise<Approval> => decide(ctx, input, 'rejected')
