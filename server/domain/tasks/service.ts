import { eq, sql } from 'drizzle-orm'
import { tasks } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { newId, toUuid } from '@/server/kernel/ids'
import { encodeCursor, type Page, pageSize } from '@/server/kernel/page'
import { requirePermission } from '@/server/kernel/permissions'
import type { TaskState } from '@/server/kernel/tasks'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { getProject } from '../tenants/service'
import { linkOf, textOf, titleOf } from './rules'
import { listRows, lockTask, requireTask, type TaskRow } from './store'
import type { AdvanceTaskInput, CreateTaskInput, ListTasksInput, Task } from './task'

export type { AdvanceTaskInput, CreateTaskInput, ListTasksInput, Task } from './task'

const toTask = ({ tenantId: _tenant, ...task }: TaskRow): Task => task

const factsOf = ({ id, title, pullRequest, issue, message }: TaskRow) => ({
  taskId: id,
  title,
  pullRequest,
  issue,
  message,
})

/**
 * Creates a task in a project. A pull request and an issue are named by the addresses people open.
 *
 * @throws {HubError} permission.denied, project.not_found, request.invalid, request.key_reused
 * @emits task.created
 */
export async function createTask(ctx: Context, input: CreateTaskInput): Promise<Task> {
  const { idempotencyKey: key, ...body } = input
  const project = await getProject(ctx, input.project)
  requirePermission(ctx, 'tasks:write', { projectId: project.id })
  const content = {
    title: titleOf(input.title),
    description: textOf(input.description, 'description'),
    pullRequest: linkOf(input.pullRequest, 'pullRequest'),
    issue: linkOf(input.issue, 'issue'),
  }
  const request: Request<'task'> = { key, operation: 'createTask', noun: 'task', body }
  return once(ctx, request, {
    again: (id) => getTask(ctx, id),
    run: () =>
      inTenant(ctx, async (tx) => {
        const id = newId('task')
        await keepKey(tx, ctx, request, id)
        const place = { tenantId: ctx.tenantId, projectId: project.id, createdBy: ctx.actor.name }
        const [row] = await tx
          .insert(tasks)
          .values({ id, ...place, ...content })
          .returning()
        if (!row) throw new HubError('hub.internal')
        await emit(tx, ctx, 'task.created', { data: factsOf(row), projectId: row.projectId })
        return toTask(row)
      }),
  })
}

/** One task. @throws {HubError} task.not_found */
export async function getTask(ctx: Context, id: string): Promise<Task> {
  return toTask(await inTenant(ctx, (tx) => requireTask(tx, ctx, id)))
}

/** The tasks the caller may read, the newest first, in pages. @throws {HubError} project.not_found, request.invalid */
export async function listTasks(ctx: Context, input: ListTasksInput = {}): Promise<Page<Task>> {
  const first = pageSize(input)
  const conditions = {
    states: input.states ?? undefined,
    projectId: input.project ? (await getProject(ctx, input.project)).id : undefined,
    text: input.text?.trim() || undefined,
  }
  const { rows, totalCount } = await inTenant(ctx, (tx) => listRows(tx, ctx, conditions, { first, after: input.after }))
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toTask(row),
      cursor: encodeCursor([row.createdAt.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
    totalCount,
  }
}

type Step = { to: Exclude<TaskState, 'created'>; from: readonly TaskState[] }

/** @throws {HubError} task.version_stale, task.ended */
function requireOpen(known: TaskRow, version: number | null | undefined, from: Step['from']): void {
  if (version && version !== known.version) throw new HubError('task.version_stale')
  if (from.includes(known.state)) return
  throw new HubError('task.ended', `The task is ${known.state}; only one that is ${from.join(' or ')} can go on.`)
}

/** Where it is already is no failure: a caller who was not answered asks again. */
async function advance(ctx: Context, input: AdvanceTaskInput, { to, from }: Step): Promise<Task> {
  const message = textOf(input.message, 'message')
  const pullRequest = linkOf(input.pullRequest, 'pullRequest')
  const issue = linkOf(input.issue, 'issue')
  const at = to === 'started' ? 'startedAt' : 'endedAt'
  return inTenant(ctx, async (tx) => {
    const known = await lockTask(tx, ctx, input.id)
    if (known.state === to) return toTask(known)
    requireOpen(known, input.version, from)
    const links = { ...(pullRequest && { pullRequest }), ...(issue && { issue }) }
    const counted = { version: sql`${tasks.version} + 1`, updatedAt: sql`now()`, [at]: sql`now()` }
    const [row] = await tx
      .update(tasks)
      .set({ state: to, message, ...links, ...counted })
      .where(eq(tasks.id, known.id))
      .returning()
    if (!row) throw new HubError('task.not_found')
    await emit(tx, ctx, `task.${to}`, { data: factsOf(row), projectId: row.projectId })
    return toTask(row)
  })
}

/**
 * Says that work on a task began.
 *
 * @throws {HubError} permission.denied, task.not_found, task.ended, task.version_stale, request.invalid
 * @emits task.started
 */
export const startTask = (ctx: Context, input: AdvanceTaskInput): Promise<Task> =>
  advance(ctx, input, { to: 'started', from: ['created'] })

/**
 * Says that a task was completed, started or not.
 *
 * @throws {HubError} permission.denied, task.not_found, task.ended, task.version_stale, request.invalid
 * @emits task.completed
 */
export const completeTask = (ctx: Context, input: AdvanceTaskInput): Promise<Task> =>
  advance(ctx, input, { to: 'completed', from: ['created', 'started'] })

/**
 * Says that a task failed, started or not.
 *
 * @throws {HubError} permission.denied, task.not_found, task.ended, task.version_stale, request.invalid
 * @emits task.failed
 */
export const failTask = (ctx: Context, input: AdvanceTaskInput): Promise<Task> =>
  advance(ctx, input, { to: 'failed', from: ['created', 'started'] })
