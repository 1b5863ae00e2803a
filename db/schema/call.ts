import {
  bigint,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { CallAttempt, CallKind, CallOutcome, CallPriority, CallReason, CircuitState } from '@/server/kernel/calls'
import type { EventActor } from '@/server/kernel/events'
import type { FailureClass } from '@/server/kernel/health'
import { idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { integrations } from './integration'

/** Request and response bodies of one call, redacted and clipped; kept only where a policy says so. */
export type KeptBodies = { request: string | null; response: string | null }

/** The log of calls, partitioned by month of `at`. A row is written once, when the call is over. */
export const calls = pgTable(
  'calls',
  {
    id: idColumn('call').notNull(),
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    projectId: idColumn('project').notNull(),
    at: instant().notNull(),
    kind: text().$type<CallKind>().notNull(),
    /** The connector's operation; null for a call by path. */
    operation: text(),
    actor: jsonb().$type<EventActor>().notNull(),
    priority: text().$type<CallPriority>().notNull(),
    method: text().notNull(),
    /** Without its query, which may hold anything. */
    path: text().notNull(),
    outcome: text().$type<CallOutcome>().notNull(),
    /** Of the last attempt that was answered. */
    status: integer(),
    failureClass: text().$type<FailureClass>(),
    reason: text().$type<CallReason>(),
    message: text(),
    remedy: text(),
    attempts: jsonb().$type<CallAttempt[]>().notNull(),
    durationMs: doublePrecision().notNull(),
    /** The part of the duration that was spent waiting. */
    waitMs: doublePrecision().notNull(),
    requestBytes: bigint({ mode: 'number' }).notNull(),
    responseBytes: bigint({ mode: 'number' }).notNull(),
    requestId: text().notNull(),
    correlationId: text().notNull(),
    /** Ties the calls of one batch or of one operation. */
    groupId: text(),
    bodies: jsonb().$type<KeptBodies>(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id, table.at] }),
    index('calls_integration').on(table.tenantId, table.integrationId, table.at),
    index('calls_group').on(table.tenantId, table.groupId),
    tenantPolicy(),
    systemPolicy(),
  ],
)

const sums = () => ({
  tenantId: idColumn('tenant').notNull(),
  integrationId: idColumn('integration').notNull(),
  projectId: idColumn('project').notNull(),
  /** The beginning of the minute or the hour. */
  at: instant().notNull(),
  /** `user:usr_…`, `api_key:key_…` or `system:<name>`. */
  caller: text().notNull(),
  /** Empty for calls by path. */
  operation: text().notNull(),
  calls: integer().notNull(),
  failures: integer().notNull(),
  refusals: integer().notNull(),
  retries: integer().notNull(),
  /** In the order of `failureClasses`. */
  byClass: integer().array().notNull(),
  /** Counts per latency bucket, as in `check_hours`. */
  latencyBuckets: integer().array().notNull(),
  durationMs: doublePrecision().notNull(),
  waitMs: doublePrecision().notNull(),
  requestBytes: bigint({ mode: 'number' }).notNull(),
  responseBytes: bigint({ mode: 'number' }).notNull(),
})

/** Calls summed per minute, written with the calls they sum. */
export const callMinutes = pgTable('call_minutes', sums(), (table) => [
  primaryKey({ columns: [table.tenantId, table.integrationId, table.at, table.caller, table.operation] }),
  foreignKey({
    columns: [table.tenantId, table.integrationId],
    foreignColumns: [integrations.tenantId, integrations.id],
  }).onDelete('cascade'),
  tenantPolicy(),
  systemPolicy(),
])

/** Minutes summed per hour; they outlive what they sum. */
export const callHours = pgTable('call_hours', sums(), (table) => [
  primaryKey({ columns: [table.tenantId, table.integrationId, table.at, table.caller, table.operation] }),
  foreignKey({
    columns: [table.tenantId, table.integrationId],
    foreignColumns: [integrations.tenantId, integrations.id],
  }).onDelete('cascade'),
  tenantPolicy(),
  systemPolicy(),
])

/** The breaker of an integration, as every process sees it. No row: closed since ever. */
export const circuits = pgTable(
  'circuits',
  {
    integrationId: idColumn('integration').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    state: text().$type<CircuitState>().notNull(),
    since: instant().notNull(),
    reason: text(),
    failureClass: text().$type<FailureClass>(),
    /** When the next call may try; null while closed. */
    retryAt: instant(),
  },
  (table) => [
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)
