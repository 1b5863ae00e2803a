import { and, asc, count, desc, eq, ilike, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { approvals, automationRuns, automations, automationVersions, runSteps } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { ApprovalState, RunState } from '@/server/kernel/automations'
import type { Context } from '@/server/kernel/context'
import { type ErrorCode, HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'
import { cursorInstant, cursorUuid, decodeCursor } from '@/server/kernel/page'
import { allows, type Permission, reachOf } from '@/server/kernel/permissions'
import { likeText } from '../events/activity'
import type { Automation } from './automation'
import { storedDefinition } from './definition'

export type AutomationRow = typeof automations.$inferSelect
export type RunRow = typeof automationRuns.$inferSelect
export type StepRow = typeof runSteps.$inferSelect
export type ApprovalRow = typeof approvals.$inferSelect
export type Found = { row: AutomationRow; definition: unknown }
type Paged = { first: number; after: string | null | undefined }

export function toAutomation({ row, definition }: Found): Automation {
  const { tenantId: _t, patterns: _p, triggerIntegrationId: _i, triggerProjectId: _j, needs: _n, ...shown } = row
  return { ...shown, definition: storedDefinition(definition) }
}

/** Rows of the projects in which the caller holds the permission. */
function within(ctx: Context, permission: Permission, column: AnyPgColumn): SQL | undefined {
  const reach = reachOf(ctx.grants, permission)
  if (reach === 'all') return undefined
  return reach.projectIds.length > 0 ? inArray(column, reach.projectIds) : sql`false`
}

type Needed = { permission: Permission; missing: ErrorCode }

/** What the caller may not read is answered like what does not exist. @throws {HubError} permission.denied */
function judged<T extends { projectId: Id<'project'> }>(ctx: Context, row: T | undefined, needed: Needed): T {
  if (!row) throw new HubError(needed.missing)
  const place = { projectId: row.projectId }
  if (allows(ctx.grants, needed.permission, place)) return row
  if (!allows(ctx.grants, 'automations:read', place)) throw new HubError(needed.missing)
  throw new HubError('permission.denied', `This needs the permission ${needed.permission}.`)
}

const definitionOf = (tx: TenantTx, { id, version }: AutomationRow) =>
  tx
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(and(eq(automationVersions.automationId, id), eq(automationVersions.version, version)))

/** By id, or by name where only one project has it. */
function named(ref: string): SQL {
  const id = findId('automation', ref)
  return id ? eq(automations.id, id) : eq(sql`lower(${automations.name})`, sql`lower(${ref})`)
}

/** @throws {HubError} automation.not_found, permission.denied */
export async function requireAutomation(
  tx: TenantTx,
  ctx: Context,
  ref: string,
  { permission = 'automations:read', isLocked = false }: { permission?: Permission; isLocked?: boolean } = {},
): Promise<Found> {
  const query = tx
    .select()
    .from(automations)
    .where(and(named(ref), within(ctx, 'automations:read', automations.projectId)))
    .orderBy(asc(automations.id))
    .limit(1)
  const [found] = await (isLocked ? query.for('update') : query)
  const row = judged(ctx, found, { permission, missing: 'automation.not_found' })
  const [version] = await definitionOf(tx, row)
  if (!version) throw new HubError('automation.not_found')
  return { row, definition: version.definition }
}

/** @throws {HubError} run.not_found */
export async function requireRun(tx: TenantTx, ctx: Context, ref: string): Promise<RunRow> {
  const id = findId('run', ref)
  const [row] = id ? await tx.select().from(automationRuns).where(eq(automationRuns.id, id)) : []
  return judged(ctx, row, { permission: 'automations:read', missing: 'run.not_found' })
}

/** Locked until the transaction ends. @throws {HubError} approval.not_found, permission.denied */
export async function lockApproval(tx: TenantTx, ctx: Context, ref: string): Promise<ApprovalRow> {
  const id = findId('approval', ref)
  const [row] = id ? await tx.select().from(approvals).where(eq(approvals.id, id)).for('update') : []
  return judged(ctx, row, { permission: 'approvals:decide', missing: 'approval.not_found' })
}

type Moment = { at: AnyPgColumn; id: AnyPgColumn }

/** Rows after a cursor, the newest first. */
function onward({ at, id }: Moment, after: string | null | undefined): SQL | undefined {
  if (!after) return undefined
  const [instant, uuid] = decodeCursor(after, 2)
  return sql`(${at}, ${id}) < (to_timestamp(${cursorInstant(instant)} / 1000.0), ${cursorUuid(uuid)}::uuid)`
}

export type AutomationConditions = {
  projectId: Id<'project'> | undefined
  enabled: boolean | undefined
  text: string | undefined
}

export async function listAutomationRows(
  tx: TenantTx,
  ctx: Context,
  { projectId, enabled, text }: AutomationConditions,
  { first, after }: Paged,
): Promise<{ found: Found[]; totalCount: number }> {
  const fitting = and(
    within(ctx, 'automations:read', automations.projectId),
    projectId ? eq(automations.projectId, projectId) : undefined,
    enabled === undefined ? undefined : eq(automations.enabled, enabled),
    text ? ilike(automations.name, likeText(text)) : undefined,
  )
  const found = await tx
    .select({ row: automations, definition: automationVersions.definition })
    .from(automations)
    .innerJoin(
      automationVersions,
      and(eq(automationVersions.automationId, automations.id), eq(automationVersions.version, automations.version)),
    )
    .where(and(fitting, onward({ at: automations.createdAt, id: automations.id }, after)))
    .orderBy(desc(automations.createdAt), desc(automations.id))
    .limit(first + 1)
  const [all] = await tx.select({ total: count() }).from(automations).where(fitting)
  return { found, totalCount: all?.total ?? 0 }
}

export async function listRunRows(
  tx: TenantTx,
  ctx: Context,
  { automationId, states }: { automationId: Id<'automation'> | undefined; states: readonly RunState[] | undefined },
  { first, after }: Paged,
): Promise<{ rows: RunRow[]; totalCount: number }> {
  const fitting = and(
    within(ctx, 'automations:read', automationRuns.projectId),
    automationId ? eq(automationRuns.automationId, automationId) : undefined,
    states ? inArray(automationRuns.state, [...states]) : undefined,
  )
  const rows = await tx
    .select()
    .from(automationRuns)
    .where(and(fitting, onward({ at: automationRuns.createdAt, id: automationRuns.id }, after)))
    .orderBy(desc(automationRuns.createdAt), desc(automationRuns.id))
    .limit(first + 1)
  const [all] = await tx.select({ total: count() }).from(automationRuns).where(fitting)
  return { rows, totalCount: all?.total ?? 0 }
}

export async function listApprovalRows(
  tx: TenantTx,
  ctx: Context,
  { runId, states }: { runId?: Id<'run'> | undefined; states?: readonly ApprovalState[] | undefined },
  { first, after }: Paged,
): Promise<{ rows: ApprovalRow[]; totalCount: number }> {
  const fitting = and(
    within(ctx, 'automations:read', approvals.projectId),
    runId ? eq(approvals.runId, runId) : undefined,
    states ? inArray(approvals.state, [...states]) : undefined,
  )
  const rows = await tx
    .select()
    .from(approvals)
    .where(and(fitting, onward({ at: approvals.requestedAt, id: approvals.id }, after)))
    .orderBy(desc(approvals.requestedAt), desc(approvals.id))
    .limit(first + 1)
  const [all] = await tx.select({ total: count() }).from(approvals).where(fitting)
  return { rows, totalCount: all?.total ?? 0 }
}

export const listStepRows = (tx: TenantTx, runId: Id<'run'>): Promise<StepRow[]> =>
  tx.select().from(runSteps).where(eq(runSteps.runId, runId)).orderBy(asc(runSteps.position))

/** Turns the refusal of a taken name into words. @throws {HubError} automation.name_taken */
export async function namingConflicts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause, 'automations_name')) throw cause
    const fields = [{ path: 'name', message: 'is taken' }]
    throw new HubError('automation.name_taken', undefined, { fields, cause })
  }
}
