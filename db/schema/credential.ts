import { foreignKey, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { tenants } from './tenant'

/** Data keys, one or more per tenant, each wrapped by the master key of this fingerprint. */
export const dataKeys = pgTable(
  'data_keys',
  {
    id: idColumn('dataKey').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    wrapped: bytes().notNull(),
    nonce: bytes().notNull(),
    masterFingerprint: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('data_keys_version').on(table.tenantId, table.version), tenantPolicy()],
)

/** What proves, before anything is written, that the master key is the one this database was sealed with. */
export const masterKeys = pgTable(
  'master_keys',
  {
    fingerprint: text().primaryKey(),
    checkValue: bytes().notNull(),
    nonce: bytes().notNull(),
    createdAt: createdAt(),
  },
  () => [systemPolicy()],
)

export const credentials = pgTable(
  'credentials',
  {
    id: idColumn('credential').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    /** Scheme, host and port the secret may be sent to. */
    origin: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('credentials_tenant').on(table.tenantId, table.id), tenantPolicy()],
)

export const credentialVersions = pgTable(
  'credential_versions',
  {
    id: idColumn('credentialVersion').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    credentialId: idColumn('credential').notNull(),
    version: integer().notNull(),
    state: text().$type<'pending' | 'current' | 'retiring' | 'revoked'>().notNull(),
    kind: text().$type<'sealed' | 'reference'>().notNull(),
    /** Null once revoked: the secret is destroyed, the fact that it was there stays. */
    ciphertext: bytes(),
    nonce: bytes(),
    keyVersion: integer().notNull(),
    schemaVersion: integer().notNull(),
    /** Names of the sealed fields; never their values. */
    fieldNames: text().array().notNull(),
    scopes: text().array(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('credential_versions_version').on(table.tenantId, table.credentialId, table.version),
    foreignKey({
      columns: [table.tenantId, table.credentialId],
      foreignColumns: [credentials.tenantId, credentials.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
