import type { Id } from '@/server/kernel/ids'
import type { PageInput } from '@/server/kernel/page'
import type { TaskState } from '@/server/kernel/tasks'

/** A piece of work: created, started, and at its end completed or failed. */
export type Task = {
  id: Id<'task'>
  projectId: Id<'project'>
  title: string
  description: string | null
  state: TaskState
  /** Addresses at the provider, as people open them. */
  pullRequest: string | null
  issue: string | null
  /** The last words of whoever works on it. */
  message: string | null
  createdBy: string
  version: number
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  updatedAt: Date
}

export type CreateTaskInput = {
  title: string
  description?: string | null | undefined
  /** Slug or id; the default project when absent. */
  project?: string | null | undefined
  pullRequest?: string | null | undefined
  issue?: string | null | undefined
  idempotencyKey?: string | null | undefined
}

/** What is said when a task goes on; a link given here replaces the one from before. */
export type AdvanceTaskInput = {
  id: string
  message?: string | null | undefined
  pullRequest?: string | null | undefined
  issue?: string | null | undefined
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: number | null | undefined
}

export type ListTasksInput = PageInput & {
  states?: readonly TaskState[] | null | undefined
  project?: string | null | undefined
  /** Part of the title. */
  text?: string | null | undefined
}
