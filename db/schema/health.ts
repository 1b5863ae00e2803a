import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { FailureClass, ProbeName, ProbeResult, Verdict } from '@/server/kernel/health'
import type { QuotaSample } from '@/server/kernel/quotas'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { integrations } from './integration'

const finding = {
  message: text(),
  failingProbe: text().$type<ProbeName>(),
  failureClass: text().$type<FailureClass>(),
  remedy: text(),
  latencyMs: doublePrecision(),
}

/** What holds now, and when the next tick is due. Apart from `integrations`, because it changes with every check. */
export const healthStates = pgTable(
  'health_states',
  {
    integrationId: idColumn('integration').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    verdict: text().$type<Verdict>().notNull().default('unknown'),
    since: instant(),
    checkedAt: instant(),
    ...finding,
    identity: text(),
    serviceVersion: text(),
    /** Failures in a row that no recheck has confirmed yet. */
    unconfirmedFailures: integer().notNull().default(0),
    /** The next tick; null while disabled or deleted. */
    dueAt: instant(),
    /** A claim is a lease: when it expires without a result, the same tick falls due again. */
    leasedUntil: instant(),
    /** What the last checks took: the longest counts, and fades with every shorter one. */
    takenMs: integer().notNull().default(0),
    /** Checks that take long run in a lane of their own. */
    isSlow: boolean().notNull().default(false),
    /** Of the last checks that were answered, newest last, twenty at most. */
    recentLatenciesMs: integer().array().notNull().default(sql`'{}'`),
  },
  (table) => [
    index('health_states_due').on(table.isSlow, table.dueAt).where(sql`due_at is not null`),
    index('health_states_tenant').on(table.tenantId, table.verdict),
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Partitioned by month of `due_at`. The key is what makes each tick have one recorded result. */
export const checks = pgTable(
  'checks',
  {
    id: idColumn('check').notNull(),
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    dueAt: instant().notNull(),
    recordedAt: createdAt(),
    source: text().$type<'schedule' | 'person'>().notNull(),
    /** Null: our own trouble. */
    verdict: text().$type<Exclude<Verdict, 'unknown'>>(),
    isUnconfirmed: boolean().notNull(),
    ...finding,
    probes: jsonb().$type<ProbeResult[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.integrationId, table.dueAt] }),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Hourly sums that outlive the checks they sum; long windows are answered from here. */
export const checkHours = pgTable(
  'check_hours',
  {
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    hour: instant().notNull(),
    checks: integer().notNull(),
    up: integer().notNull(),
    errors: integer().notNull(),
    /** Counts per latency bucket; the bounds are in server/domain/health/latency.ts. */
    latencyBuckets: integer().array().notNull(),
    lastError: text(),
    lastErrorAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.integrationId, table.hour] }),
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** The last thing a vendor told of each of its quota pools. */
export const quotas = pgTable(
  'quotas',
  {
    id: idColumn('quota').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    pool: text().notNull(),
    limit: bigint('quota_limit', { mode: 'number' }).notNull(),
    remaining: bigint({ mode: 'number' }).notNull(),
    resetAt: instant(),
    learnedAt: instant().notNull(),
    /** The lowest threshold told since the pool was last above it. */
    warnedPercent: integer(),
    /** What was left in the last minutes, oldest first; the forecast is made from it. */
    samples: jsonb().$type<QuotaSample[]>().notNull().default([]),
    /** When a call last drew from it; null: the vendor only told of it. */
    drawnAt: instant(),
  },
  (table) => [
    uniqueIndex('quotas_pool').on(table.tenantId, table.integrationId, table.pool),
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
