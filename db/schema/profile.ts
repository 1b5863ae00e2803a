import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import { createdAt, idColumn, instant, tenantPolicy } from './columns'
import { tenants } from './tenant'
import { users } from './user'

/** Settings to start from, under a name. Never holds a secret. */
export const connectionProfiles = pgTable(
  'connection_profiles',
  {
    id: idColumn('profile').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text(),
    typeId: text().notNull(),
    instance: text().notNull(),
    method: text().notNull(),
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    callPolicy: jsonb().$type<CallPolicyChanges>().notNull().default({}),
    labels: jsonb().$type<Record<string, string>>().notNull().default({}),
    intervalSeconds: integer(),
    /** One for each type at most. */
    isDefault: boolean().notNull().default(false),
    /** Offered as a starting point for profiles and integrations of others, and not changed by using it. */
    isTemplate: boolean().notNull().default(false),
    usedCount: integer().notNull().default(0),
    lastUsedAt: instant(),
    /** Null for one a key made. */
    createdById: idColumn('user').references(() => users.id, { onDelete: 'set null' }),
    createdBy: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('connection_profiles_name').on(table.tenantId, sql`lower(${table.name})`),
    uniqueIndex('connection_profiles_default').on(table.tenantId, table.typeId).where(sql`is_default`),
    tenantPolicy(),
  ],
)
