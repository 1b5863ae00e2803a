import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ApprovalState, RunState, StepState } from '@/server/kernel/automations'
import type { EventActor } from '@/server/kernel/events'
import type { Permission } from '@/server/kernel/permissions'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { integrations } from './integration'
import { projects, tenants } from './tenant'

const tenantId = () =>
  idColumn('tenant')
    .notNull()
    .references(() => tenants.id, { onDelete: 'cascade' })
const projectId = () =>
  idColumn('project')
    .notNull()
    .references(() => projects.id, { onDelete: 'cascade' })

/** A rule: which events, and what follows them. What it does in detail is in its versions. */
export const automations = pgTable(
  'automations',
  {
    id: idColumn('automation').primaryKey(),
    tenantId: tenantId(),
    projectId: projectId(),
    name: text().notNull(),
    description: text(),
    enabled: boolean().notNull().default(true),
    /** Why the hub switched it off; null when a person did, or nobody. */
    pausedReason: text(),
    failuresInRow: integer().notNull().default(0),
    /** Of the definition; counted on by every change. */
    version: integer().notNull().default(1),
    /** The trigger of that version, as LIKE reads it, so that events are matched where they lie. */
    patterns: text().array().notNull(),
    triggerIntegrationId: idColumn('integration').references(() => integrations.id, { onDelete: 'cascade' }),
    /** Null: events of its own project, and of none. */
    triggerProjectId: idColumn('project').references(() => projects.id, { onDelete: 'cascade' }),
    /** Who saved that version: what it may do is at most what they may. */
    savedBy: jsonb().$type<EventActor>().notNull(),
    needs: text().array().$type<Permission[]>().notNull(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('automations_name').on(table.projectId, sql`lower(${table.name})`),
    unique('automations_tenant').on(table.tenantId, table.id),
    index('automations_enabled').on(table.tenantId).where(sql`enabled`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** What an automation does, as it was saved; never changed. */
export const automationVersions = pgTable(
  'automation_versions',
  {
    tenantId: tenantId(),
    automationId: idColumn('automation').notNull(),
    version: integer().notNull(),
    definition: jsonb().$type<Record<string, unknown>>().notNull(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.automationId, table.version] }),
    foreignKey({
      columns: [table.tenantId, table.automationId],
      foreignColumns: [automations.tenantId, automations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** One automation for one event. It is leased by the process that works on it. */
export const automationRuns = pgTable(
  'automation_runs',
  {
    id: idColumn('run').primaryKey(),
    tenantId: tenantId(),
    projectId: projectId(),
    automationId: idColumn('automation').notNull(),
    version: integer().notNull(),
    eventId: idColumn('event').notNull(),
    eventType: text().notNull(),
    /** The event as it was: it may be pruned before a run that waits goes on. */
    event: jsonb().$type<Record<string, unknown>>().notNull(),
    correlationId: text().notNull(),
    /** How many runs caused one another until this one. */
    depth: integer().notNull().default(0),
    state: text().$type<RunState>().notNull().default('queued'),
    /** Why it was skipped or failed. */
    reason: text(),
    /** When it is to go on; null when it ended. */
    dueAt: instant(),
    leasedUntil: instant(),
    /** Of the lease: who has lost it writes nothing any more. */
    lease: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    unique('automation_runs_once').on(table.automationId, table.version, table.eventId),
    unique('automation_runs_tenant').on(table.tenantId, table.id),
    foreignKey({
      columns: [table.tenantId, table.automationId],
      foreignColumns: [automations.tenantId, automations.id],
    }).onDelete('cascade'),
    index('automation_runs_newest').on(table.automationId, sql`created_at desc`, sql`id desc`),
    index('automation_runs_event').on(table.tenantId, table.eventId),
    index('automation_runs_due').on(table.dueAt).where(sql`due_at is not null`),
    index('automation_runs_ended').on(table.endedAt),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** What a run did, step by step; without secrets. */
export const runSteps = pgTable(
  'run_steps',
  {
    tenantId: tenantId(),
    runId: idColumn('run').notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    action: text().notNull(),
    state: text().$type<StepState>().notNull(),
    attempts: integer().notNull().default(1),
    input: jsonb(),
    output: jsonb(),
    error: text(),
    startedAt: createdAt(),
    /** Of one that waits: until when. */
    waitsUntil: instant(),
    endedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.position] }),
    foreignKey({
      columns: [table.tenantId, table.runId],
      foreignColumns: [automationRuns.tenantId, automationRuns.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)

/** What a run asks people before it goes on. */
export const approvals = pgTable(
  'approvals',
  {
    id: idColumn('approval').primaryKey(),
    tenantId: tenantId(),
    projectId: projectId(),
    runId: idColumn('run').notNull(),
    position: integer().notNull(),
    message: text().notNull(),
    state: text().$type<ApprovalState>().notNull().default('pending'),
    requestedAt: createdAt(),
    expiresAt: instant().notNull(),
    decidedBy: jsonb().$type<EventActor>(),
    decidedAt: instant(),
    comment: text(),
  },
  (table) => [
    unique('approvals_step').on(table.runId, table.position),
    foreignKey({
      columns: [table.tenantId, table.runId],
      foreignColumns: [automationRuns.tenantId, automationRuns.id],
    }).onDelete('cascade'),
    index('approvals_pending').on(table.tenantId, table.requestedAt).where(sql`state = 'pending'`),
    tenantPolicy(),
  ],
)

/** How far a consumer of the hub's events has read. Of the whole hub, so no tenant has a share in it. */
export const eventConsumers = pgTable(
  'event_consumers',
  {
    name: text().primaryKey(),
    sequence: bigint({ mode: 'bigint' }).notNull(),
  },
  () => [systemPolicy()],
).enableRLS()
