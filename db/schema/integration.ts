import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { credentials } from './credential'
import { environments, projects, tenants } from './tenant'

export const integrations = pgTable(
  'integrations',
  {
    id: idColumn('integration').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    projectId: idColumn('project')
      .notNull()
      .references(() => projects.id),
    environmentId: idColumn('environment').references(() => environments.id),
    slug: text().notNull(),
    name: text().notNull(),
    typeId: text().notNull(),
    connectorVersion: text().notNull(),
    instance: text().notNull(),
    method: text().notNull(),
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    labels: jsonb().$type<Record<string, string>>().notNull().default({}),
    owner: text(),
    enabled: boolean().notNull(),
    intervalSeconds: integer().notNull(),
    /** How calls through it are made, where that is not the usual way. */
    callPolicy: jsonb().$type<CallPolicyChanges>().notNull().default({}),
    credentialId: idColumn('credential'),
    /** Optimistic lock: a change names the version it read. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    deletedAt: instant(),
  },
  (table) => [
    uniqueIndex('integrations_slug').on(table.tenantId, table.slug).where(sql`deleted_at is null`),
    uniqueIndex('integrations_name').on(table.tenantId, sql`lower(${table.name})`).where(sql`deleted_at is null`),
    unique('integrations_tenant').on(table.tenantId, table.id),
    index('integrations_type').on(table.tenantId, table.typeId),
    index('integrations_labels').using('gin', table.labels),
    foreignKey({
      columns: [table.tenantId, table.credentialId],
      foreignColumns: [credentials.tenantId, credentials.id],
    }),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Answers to requests that carried an idempotency key; kept 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    operation: text().notNull(),
    /** Of the request without its secrets, so that the same key for another request is noticed. */
    requestHash: text().notNull(),
    integrationId: idColumn('integration').notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('idempotency_keys_key').on(table.tenantId, table.key), tenantPolicy(), systemPolicy()],
)
