import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CallPolicyChanges } from '@/server/kernel/calls'
import { createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { credentials } from './credential'
import { connectionProfiles } from './profile'
import { environments, projects, tenants } from './tenant'
import { users } from './user'

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
    /** Since when, where it was changed after the integration was made. */
    callPolicyAt: instant(),
    /** Seconds between visits of the doctor; null: as the hub does it, 0: it comes by itself only when health turns bad. */
    doctorSeconds: integer(),
    credentialId: idColumn('credential'),
    /** The profile it was started from, while there is that profile. */
    profileId: idColumn('profile').references(() => connectionProfiles.id, { onDelete: 'set null' }),
    /** Who connected it; null for a key, for the hub itself and for somebody who is gone. */
    createdById: idColumn('user').references(() => users.id, { onDelete: 'set null' }),
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
    index('integrations_profile').on(table.tenantId, table.profileId).where(sql`profile_id is not null`),
    foreignKey({
      columns: [table.tenantId, table.credentialId],
      foreignColumns: [credentials.tenantId, credentials.id],
    }),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Ciphertext and nonce in base64. */
export type SealedAnswer = { ciphertext: string; nonce: string; keyVersion: number; schemaVersion: number }

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
    /** What was made, changed or called; its noun follows from the operation. */
    subjectId: uuid().notNull(),
    /** The call that was made with it; null for what is no call. */
    callId: idColumn('call'),
    /** What that call was answered, sealed; null while it runs. */
    answer: jsonb().$type<SealedAnswer>(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('idempotency_keys_key').on(table.tenantId, table.key), tenantPolicy(), systemPolicy()],
)
