import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, pgPolicy, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { appRole, createdAt, idColumn, systemPolicy, tenantPolicy } from './columns'

export const tenants = pgTable(
  'tenants',
  {
    id: idColumn('tenant').primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    isDemo: boolean().notNull().default(false),
    /** Events up to this sequence may be gone: an older cursor has to read anew. */
    prunedSequence: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy('own_tenant', {
      for: 'all',
      to: appRole,
      using: sql`id = nullif(current_setting('app.tenant_id', true), '')::uuid`,
      withCheck: sql`id = nullif(current_setting('app.tenant_id', true), '')::uuid`,
    }),
    systemPolicy(),
  ],
)

export const projects = pgTable(
  'projects',
  {
    id: idColumn('project').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    name: text().notNull(),
    isDefault: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('projects_slug').on(table.tenantId, table.slug),
    uniqueIndex('projects_default').on(table.tenantId).where(sql`is_default`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

export const environments = pgTable(
  'environments',
  {
    id: idColumn('environment').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [uniqueIndex('environments_slug').on(table.tenantId, table.slug), tenantPolicy(), systemPolicy()],
)
