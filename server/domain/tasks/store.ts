import { and, count, desc, eq, ilike, inArray, type SQL, sql } from 'drizzle-orm'
import { tasks } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id } from '@/server/kernel/ids'
import { cursorInstant, cursorUuid, decodeCursor } from '@/server/kernel/page'
import { allows, type Permission, reachOf } from '@/server/kernel/permissions'
import type { TaskState } from '@/server/kernel/tasks'
import { likeText } from '../events/activity'

export type TaskRow = typeof tasks.$inferSelect
export type TaskConditions = {
  states: readonly TaskState[] | undefined
  projectId: Id<'project'> | undefined
  text: string | undefined
}

/** The tasks of the projects the caller may read. */
function visible(ctx: Context): SQL | undefined {
  const reach = reachOf(ctx.grants, 'tasks:read')
  if (reach === 'all') return undefined
  return reach.projectIds.length > 0 ? inArray(tasks.projectId, reach.projectIds) : sql`false`
}

/**
 * The task, locked until the transaction ends. One in a project the caller may not see is answered like one that does
 * not exist.
 *
 * @throws {HubError} task.not_found, permission.denied
 */
export async function lockTask(tx: TenantTx, ctx: Context, ref: string): Promise<TaskRow> {
  return judged(ctx, await rowOf(tx, ref, true), 'tasks:write')
}

/** @throws {HubError} task.not_found */
export async function requireTask(tx: TenantTx, ctx: Context, ref: string): Promise<TaskRow> {
  return judged(ctx, await rowOf(tx, ref, false), 'tasks:read')
}

async function rowOf(tx: TenantTx, ref: string, isLocked: boolean): Promise<TaskRow | undefined> {
  const id = findId('task', ref)
  if (!id) return undefined
  const query = tx.select().from(tasks).where(eq(tasks.id, id))
  const [row] = await (isLocked ? query.for('update') : query)
  return row
}

function judged(ctx: Context, row: TaskRow | undefined, permission: Permission): TaskRow {
  if (!row) throw new HubError('task.not_found')
  const place = { projectId: row.projectId }
  if (allows(ctx.grants, permission, place)) return row
  if (allows(ctx.grants, 'tasks:read', place)) {
    throw new HubError('permission.denied', `This needs the permission ${permission}.`)
  }
  throw new HubError('task.not_found')
}

function where(ctx: Context, { states, projectId, text }: TaskConditions): SQL | undefined {
  return and(
    visible(ctx),
    states ? inArray(tasks.state, [...states]) : undefined,
    projectId ? eq(tasks.projectId, projectId) : undefined,
    text ? ilike(tasks.title, likeText(text)) : undefined,
  )
}

/** The newest first. A row more than asked for tells that there are others. */
export async function listRows(
  tx: TenantTx,
  ctx: Context,
  conditions: TaskConditions,
  { first, after }: { first: number; after: string | null | undefined },
): Promise<{ rows: TaskRow[]; totalCount: number }> {
  const [at, id] = after ? decodeCursor(after, 2) : []
  const onward =
    at === undefined
      ? undefined
      : sql`(${tasks.createdAt}, ${tasks.id}) < (to_timestamp(${cursorInstant(at)} / 1000.0), ${cursorUuid(id)}::uuid)`
  const rows = await tx
    .select()
    .from(tasks)
    .where(and(where(ctx, conditions), onward))
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(first + 1)
  const [all] = await tx.select({ total: count() }).from(tasks).where(where(ctx, conditions))
  return { rows, totalCount: all?.total ?? 0 }
}
