import { z } from '@hono/zod-openapi'
import type { Task } from '@/server/domain/tasks/service'
import { levels } from '@/server/kernel/events'
import { taskStates } from '@/server/kernel/tasks'
import { Instant, idOf, pageOf, picked } from './base'

/** Tasks, and the events somebody publishes. */
const State = z.enum(taskStates).openapi('TaskState')
const Link = z.string().max(2_000).openapi({ description: 'The address at the provider, as people open it.' })

export const TaskShape = z
  .object({
    id: idOf('task'),
    projectId: idOf('project'),
    title: z.string(),
    description: z.string().nullable(),
    state: State,
    pullRequest: Link.nullable(),
    issue: Link.nullable(),
    message: z.string().nullable().openapi({ description: 'The last words of whoever works on it.' }),
    createdBy: z.string(),
    version: z.number().int(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    updatedAt: Instant,
  })
  .openapi('Task')

export const toTask = (task: Task): z.input<typeof TaskShape> => ({
  ...picked(task, 'id', 'projectId', 'title', 'description', 'state', 'pullRequest', 'issue', 'message', 'createdBy'),
  ...picked(task, 'version', 'createdAt', 'startedAt', 'endedAt', 'updatedAt'),
})

export const TaskPageShape = pageOf('TaskPage', TaskShape)

const links = { pullRequest: Link.optional(), issue: Link.optional() }
export const NewTaskShape = z
  .strictObject({
    title: z.string(),
    description: z.string().optional(),
    project: z.string().optional().openapi({ description: 'Slug or id; the default project when absent.' }),
    ...links,
  })
  .openapi('NewTask')

export const TaskStepShape = z
  .strictObject({ message: z.string().optional().openapi({ description: 'What came of it.' }), ...links })
  .openapi('TaskStep')

const EventToPublishShape = z
  .strictObject({
    type: z.string().openapi({
      description: '`custom.` and a name in small letters; or a task.*, vm.* or deployment.* type of the catalogue.',
      example: 'custom.build.finished',
    }),
    data: z.record(z.string(), z.unknown()).optional().openapi({ description: '64 KiB at most; no secrets.' }),
    subject: z.string().optional(),
    summary: z.string().optional().openapi({ description: 'The sentence people read.' }),
    level: z.enum(levels).optional(),
  })
  .openapi('EventToPublish')

export const EventsToPublishShape = z
  .strictObject({ events: z.array(EventToPublishShape).min(1).max(100) })
  .openapi('EventsToPublish')

export const PublishedShape = z
  .object({
    ids: z.array(idOf('event')).openapi({ description: 'In the order of the events.' }),
    isRepeated: z.boolean().openapi({ description: 'Whether an earlier request with the same key published them.' }),
  })
  .openapi('PublishedEvents')
