import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, idColumn, systemPolicy, tenantPolicy } from './columns'
import { tenants } from './tenant'

/** Address ranges the instance admin opened to one tenant. */
export const egressGrants = pgTable(
  'egress_grants',
  {
    id: idColumn('egressGrant').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    cidr: text().notNull(),
    /** Zero: every port. */
    port: integer().notNull(),
    reason: text(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('egress_grants_rule').on(table.tenantId, table.cidr, table.port),
    tenantPolicy(),
    systemPolicy(),
  ],
)
