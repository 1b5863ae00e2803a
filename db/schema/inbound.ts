import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { HookKind, InboundState, ProviderState } from '@/server/kernel/inbound'
import { bytes, createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { integrations } from './integration'

/** Where a provider sends its webhooks: one or more of an integration. */
export const inboundHooks = pgTable(
  'inbound_hooks',
  {
    id: idColumn('inboundHook').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    integrationId: idColumn('integration').notNull(),
    name: text().notNull(),
    kind: text().$type<HookKind>().notNull(),
    /** Of the integration: what arrives at a shared address is looked for by it. */
    typeId: text().notNull(),
    /** What the body of a delivery has to say; null: whatever it says. Of the kind `app` only. */
    routeKey: text(),
    /** SHA-256 of the token in the address; the token itself is sealed beside the secrets. */
    tokenHash: text().notNull(),
    enabled: boolean().notNull(),
    /** Schemes somebody named, where the connector has none. */
    schemes: jsonb().$type<Record<string, unknown>[]>(),
    /** Since when deliveries that nothing proves are accepted, who answers for it, and why. */
    waivedAt: instant(),
    waivedBy: text(),
    waiverReason: text(),
    /** What it was registered for at the provider: a repository, a project. */
    target: text(),
    providerHookId: text(),
    providerEvents: text().array(),
    providerState: text().$type<ProviderState>(),
    providerMessage: text(),
    providerCheckedAt: instant(),
    /** Deliveries up to here were looked for at the provider. */
    recoveredUntil: instant(),
    lastReceivedAt: instant(),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('inbound_hooks_token').on(table.tokenHash),
    unique('inbound_hooks_tenant').on(table.tenantId, table.id),
    index('inbound_hooks_integration').on(table.tenantId, table.integrationId),
    index('inbound_hooks_route').on(table.typeId, table.routeKey).where(sql`kind = 'app'`),
    foreignKey({
      columns: [table.tenantId, table.integrationId],
      foreignColumns: [integrations.tenantId, integrations.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Version 0 is the token of the address, the others are the secrets that are valid now. Sealed, never plain. */
export const inboundSecrets = pgTable(
  'inbound_secrets',
  {
    tenantId: idColumn('tenant').notNull(),
    hookId: idColumn('inboundHook').notNull(),
    version: integer().notNull(),
    ciphertext: bytes().notNull(),
    nonce: bytes().notNull(),
    keyVersion: integer().notNull(),
    schemaVersion: integer().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.hookId, table.version] }),
    foreignKey({
      columns: [table.tenantId, table.hookId],
      foreignColumns: [inboundHooks.tenantId, inboundHooks.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)

/** What providers sent, partitioned by month of `received_at`; the bodies are compressed with lz4. */
export const inboundDeliveries = pgTable(
  'inbound_deliveries',
  {
    id: idColumn('inboundDelivery').notNull(),
    tenantId: idColumn('tenant').notNull(),
    receivedAt: createdAt(),
    hookId: idColumn('inboundHook').notNull(),
    integrationId: idColumn('integration').notNull(),
    projectId: idColumn('project').notNull(),
    state: text().$type<InboundState>().notNull(),
    /** The provider's own id. */
    deliveryId: text(),
    /** What proved it; `waived` when nothing did and that was allowed. */
    scheme: text(),
    secretVersion: integer(),
    /** Why it was refused, or could not be told of. */
    reason: text(),
    /** As the provider calls it, and as it is called here; known once it is told of. */
    type: text(),
    topic: text(),
    method: text().notNull(),
    query: text().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull(),
    bodyBytes: integer().notNull(),
    /** Of a refused delivery only the beginning. */
    body: bytes().notNull(),
    recovered: boolean().notNull(),
    /** How often it was told of again. */
    replays: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    processedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id, table.receivedAt] }),
    index('inbound_deliveries_integration').on(table.tenantId, table.integrationId, table.receivedAt),
    index('inbound_deliveries_due').on(table.receivedAt).where(sql`state = 'received'`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Which deliveries have come: unique per hook and id, which a partitioned table cannot be. */
export const inboundSeen = pgTable(
  'inbound_seen',
  {
    tenantId: idColumn('tenant').notNull(),
    hookId: idColumn('inboundHook').notNull(),
    key: text().notNull(),
    inboundId: idColumn('inboundDelivery').notNull(),
    seenAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.hookId, table.key] }),
    index('inbound_seen_at').using('brin', table.seenAt),
    tenantPolicy(),
    systemPolicy(),
  ],
)
