import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Grant } from '@/server/kernel/permissions'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { tenants } from './tenant'

export const apiKeys = pgTable(
  'api_keys',
  {
    id: idColumn('apiKey').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    prefix: text().notNull(),
    secretHash: text().notNull().unique(),
    /** After a rotation the secret before works on for a while. */
    previousSecretHash: text().unique(),
    previousSecretUntil: instant(),
    rotatedAt: instant(),
    scopes: jsonb().$type<Grant[]>().notNull(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [index('api_keys_tenant').on(table.tenantId, table.createdAt), tenantPolicy(), systemPolicy()],
)
