import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { TaskState } from '@/server/kernel/tasks'
import { createdAt, idColumn, instant, tenantPolicy } from './columns'
import { projects, tenants } from './tenant'

/** A piece of work somebody does and the hub tells of; it may belong to a pull request and to an issue. */
export const tasks = pgTable(
  'tasks',
  {
    id: idColumn('task').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    projectId: idColumn('project')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    description: text(),
    state: text().$type<TaskState>().notNull().default('created'),
    pullRequest: text(),
    issue: text(),
    /** What came of it: the last words when it was started, completed or failed. */
    message: text(),
    createdBy: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    index('tasks_newest').on(table.tenantId, sql`created_at desc`, sql`id desc`),
    index('tasks_project').on(table.projectId),
    tenantPolicy(),
  ],
)
