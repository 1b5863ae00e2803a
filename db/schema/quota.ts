import { foreignKey, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { createdAt, idColumn, tenantPolicy } from './columns'
import { integrations } from './integration'

/**
 * What all processes agree on about an integration's quota pools: what is left to lease, who waits, who is paused. One
 * small document, settled by whoever leases next; the rows of `quotas` are what the vendor said.
 */
export const quotaLeases = pgTable(
  'quota_leases',
  {
    integrationId: idColumn('integration').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    state: jsonb().$type<unknown>().notNull(),
    updatedAt: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
