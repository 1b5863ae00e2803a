import type { CallFailure } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { type CallResult, executeCall } from '../calls/service'
import { publishEvents } from '../events/publish'
import { runOperation } from '../operations/service'
import { createTask } from '../tasks/service'
import { commentOn } from './commenting'
import type { Action, ActionOf } from './definition'
import type { PreparedScope } from './expressions'
import { type Rendered, render, type Target } from './templates'

/**
 * What the steps of an automation do, but for waiting and asking. First the templates are filled, each as its place
 * wants it; a dry run ends there. Then it is done, by the same functions that people and programs call.
 */
export type Prepared = { input: Action } | { problem: string }
export type Result = { output: unknown } | { failure: string }

/** Fields whose strings are templates, and what they become. What is not named here is taken as it was saved. */
const targets: Record<Action['type'], Record<string, Target>> = {
  operation: { input: 'value' },
  call: { path: 'path', query: 'text', headers: 'text', body: 'value' },
  comment: { on: 'text', body: 'markdown' },
  publish: { subject: 'text', summary: 'text', data: 'value' },
  create_task: { title: 'text', description: 'text', pullRequest: 'text', issue: 'text' },
  wait: {},
  approval: { message: 'text' },
}

/** A text that came out empty was not given, where it may be absent. */
const isLeftOut = (type: Action['type'], name: string, value: unknown) =>
  value === '' && ['create_task', 'comment', 'publish'].includes(type) && !['title', 'body'].includes(name)

export function prepareAction(action: Action, scope: PreparedScope): Prepared {
  const filled: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(action)) {
    const target = Object.hasOwn(targets[action.type], name) ? targets[action.type][name] : undefined
    const found: Rendered = target ? render(given, scope, target) : { value: given }
    if ('problem' in found) return { problem: `${name}: ${found.problem}` }
    if (!isLeftOut(action.type, name, found.value)) filled[name] = found.value
  }
  return { input: filled as Action }
}

const wordsOf = ({ message, remedy }: CallFailure) => (remedy ? `${message} ${remedy}` : message)

const shownBytes = 64 * 1024

/** JSON as what it is, so that later steps can look into it. */
function bodyOf({ body, headers }: CallResult): unknown {
  const text = body.subarray(0, shownBytes).toString('utf8')
  if (!/\bjson\b/.test(headers['content-type'] ?? '') || body.length > shownBytes) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function callService(ctx: Context, action: ActionOf<'call'>, key: string): Promise<Result> {
  const { integration, method, path, query, body } = action
  // For services that know it: the same step, done again after a crash, is the same request.
  const headers = { 'Idempotency-Key': key, ...action.headers }
  const result = await executeCall(ctx, {
    ...{ integration, method, path, query, headers, priority: 'sync' },
    ...(body !== undefined && { body: body as Record<string, unknown> }),
  })
  if (result.failure) return { failure: wordsOf(result.failure) }
  return { output: { status: result.status, body: bodyOf(result), callId: result.callId } }
}

async function operate(
  ctx: Context,
  { integration, operation, input, confirm }: ActionOf<'operation'>,
): Promise<Result> {
  const run = await runOperation(ctx, { integration, operation, input, confirm, priority: 'sync' })
  return run.failure ? { failure: wordsOf(run.failure) } : { output: run.output }
}

async function publish(
  ctx: Context,
  { event: type, subject, summary, data }: ActionOf<'publish'>,
  key: string,
): Promise<Result> {
  const { ids } = await publishEvents(ctx, { events: [{ type, subject, summary, data }], idempotencyKey: key })
  return { output: { eventId: ids[0] ?? null } }
}

async function makeTask(
  ctx: Context,
  { type: _type, ...task }: ActionOf<'create_task'>,
  { key, projectId }: Doing,
): Promise<Result> {
  const made = await createTask(ctx, { ...task, project: projectId, idempotencyKey: key })
  return { output: { taskId: made.id } }
}

export type Doing = {
  /** The same whenever this step of this run is done. */
  key: string
  projectId: Id<'project'>
  event: Record<string, unknown>
}

/** Does it. That a service refuses is a failure that is told, not an error. @throws {HubError} of what it calls */
export async function act(ctx: Context, action: Action, doing: Doing): Promise<Result> {
  switch (action.type) {
    case 'operation':
      return operate(ctx, action)
    case 'call':
      return callService(ctx, action, doing.key)
    case 'comment':
      return commentOn(ctx, action, doing)
    case 'publish':
      return publish(ctx, action, doing.key)
    case 'create_task':
      return makeTask(ctx, action, doing)
    default:
      throw new Error(`The step ${action.type} is not done, it is waited for.`)
  }
}
