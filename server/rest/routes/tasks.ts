import { z } from '@hono/zod-openapi'
import { publishEvents } from '@/server/domain/events/publish'
import { completeTask, createTask, failTask, getTask, listTasks, startTask } from '@/server/domain/tasks/service'
import { taskStates } from '@/server/kernel/tasks'
import { paged } from '../pages'
import { type Route, route } from '../route'
import { byId, paging } from '../shapes/base'
import {
  EventsToPublishShape,
  NewTaskShape,
  PublishedShape,
  TaskPageShape,
  TaskShape,
  TaskStepShape,
  toTask,
} from '../shapes/task'

/** Tasks and events of one's own over REST. */
const base = '/api/v1/tasks'
const one = { tag: 'Tasks', params: byId('Id of the task.'), isOne: true } as const

const steps = [
  ['start', startTask, 'Says that work on it began'],
  ['complete', completeTask, 'Says that it was completed; nothing changes when it is already'],
  ['fail', failTask, 'Says that it failed; nothing changes when it did already'],
] as const

export const taskRoutes: Route[] = [
  route(
    {
      ...{ id: 'listTasks', method: 'get', path: base, tag: one.tag, isPaged: true },
      summary: 'Tasks, the newest first',
      query: z.strictObject({
        ...paging,
        state: z.enum(taskStates).optional(),
        project: z.string().optional().openapi({ description: 'Slug or id.' }),
        text: z.string().optional().openapi({ description: 'Part of the title.' }),
      }),
      answer: TaskPageShape,
      errors: ['project.not_found'],
    },
    ({ ctx, query: { limit, cursor, state, ...filter } }) =>
      paged({ limit, cursor }, (page) => listTasks(ctx, { ...page, ...filter, states: state && [state] }), toTask),
  ),
  route(
    {
      ...{ id: 'createTask', method: 'post', path: base, tag: one.tag, status: 201, isOne: true, isKeyed: true },
      summary: 'Creates a task',
      body: NewTaskShape,
      answer: TaskShape,
      errors: ['project.not_found', 'request.key_reused'],
    },
    async ({ ctx, body, idempotencyKey }) => {
      const task = await createTask(ctx, { ...body, idempotencyKey })
      return { body: toTask(task), version: task.version, location: `${base}/${task.id}` }
    },
  ),
  route(
    {
      ...{ ...one, id: 'getTask', method: 'get', path: `${base}/{id}` },
      summary: 'One task',
      answer: TaskShape,
      errors: ['task.not_found'],
    },
    async ({ ctx, params }) => {
      const task = await getTask(ctx, params.id)
      return { body: toTask(task), version: task.version }
    },
  ),
  ...steps.map(([verb, act, summary]) =>
    route(
      {
        ...{ ...one, id: `${verb}Task`, method: 'post', path: `${base}/{id}/${verb}` },
        summary,
        body: TaskStepShape,
        needsBody: false,
        answer: TaskShape,
        errors: ['task.not_found', 'task.ended'],
      },
      async ({ ctx, params, body }) => {
        const task = await act(ctx, { ...body, id: params.id })
        return { body: toTask(task), version: task.version }
      },
    ),
  ),
  route(
    {
      ...{ id: 'publishEvents', method: 'post', path: '/api/v1/events', tag: 'Events', isKeyed: true },
      summary: 'Publishes events of your own, or what outside systems report: all of them or none',
      body: EventsToPublishShape,
      answer: PublishedShape,
      errors: ['request.rate_limited', 'request.key_reused'],
    },
    async ({ ctx, body, idempotencyKey }) => ({ body: await publishEvents(ctx, { ...body, idempotencyKey }) }),
  ),
]
