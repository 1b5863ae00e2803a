import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { EventActor, Level, Outcome } from '@/server/kernel/events'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'

/**
 * The outbox and the activity log, one table. Partitioned by month of `time`. `sequence` is stamped by the relay
 * when it publishes: neither ids nor times are in the order of commits.
 */
export const events = pgTable(
  'events',
  {
    id: idColumn('event').notNull(),
    tenantId: idColumn('tenant').notNull(),
    time: createdAt(),
    sequence: bigint({ mode: 'bigint' }),
    publishedAt: instant(),
    /** The name it goes by: a type of the catalogue, or one of a family. */
    type: text().notNull(),
    schemaVersion: integer().notNull(),
    projectId: idColumn('project'),
    /** For permissions and filters; null when the event is not about an integration. */
    integrationId: idColumn('integration'),
    subject: text().notNull(),
    actor: jsonb().$type<EventActor>().notNull(),
    correlationId: text().notNull(),
    causationId: text(),
    level: text().$type<Level>().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    summary: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id, table.time] }),
    index('events_sequence').on(table.tenantId, table.sequence),
    index('events_integration').on(table.tenantId, table.integrationId, table.time),
    // The relay and the live bus read across tenants, in the order of publishing.
    index('events_unpublished').on(table.id).where(sql`sequence is null`),
    index('events_published').on(table.sequence),
    tenantPolicy(),
    systemPolicy(),
  ],
)
