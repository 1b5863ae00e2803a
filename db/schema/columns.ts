import { sql } from 'drizzle-orm'
import { customType, pgPolicy, pgRole, timestamp } from 'drizzle-orm/pg-core'
import { fromUuid, type Id, type Noun, toUuid } from '@/server/kernel/ids'

/** Row-level security applies to it; made by the first migration, owner of nothing. */
export const appRole = pgRole('inthub_app').existing()
/** Relay, sweep, sign-in and admin commands; sees only tables with a policy of its own. */
export const systemRole = pgRole('inthub_system').existing()

/** A `uuid` in the database, a prefixed id in the program. */
export const idColumn = <N extends Noun>(noun: N) =>
  customType<{ data: Id<N>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => toUuid(id),
    fromDriver: (uuid) => fromUuid(noun, uuid),
  })()

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
})

/** Milliseconds, as JavaScript's Date has them, so that an instant read and written back is the same instant. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const createdAt = () => instant().notNull().defaultNow()

const ownTenant = sql`tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`

/** The policy every table with a tenant has: the app role sees and writes the rows of the transaction's tenant only. */
export const tenantPolicy = () =>
  pgPolicy('tenant_rows', { as: 'permissive', for: 'all', to: appRole, using: ownTenant, withCheck: ownTenant })

/** For just the tables that relay, sweep, sign-in and the admin need across tenants. */
export const systemPolicy = () =>
  pgPolicy('system_rows', { as: 'permissive', for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` })
