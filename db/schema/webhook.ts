import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { EventActor } from '@/server/kernel/events'
import type { FailureClass } from '@/server/kernel/health'
import type { AttemptTimings, DeliveryState, DisabledReason } from '@/server/kernel/webhooks'
import { bytes, createdAt, idColumn, instant, systemPolicy, tenantPolicy } from './columns'
import { tenants } from './tenant'

/** Where a tenant wants to be told of events. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: idColumn('webhookEndpoint').primaryKey(),
    tenantId: idColumn('tenant')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text(),
    url: text().notNull(),
    /** Names and patterns as they were given. */
    events: text().array().notNull(),
    /** The same as LIKE reads them, which is how the relay matches. */
    likes: text().array().notNull(),
    /** Events its owner could not see when it was saved, as LIKE reads them; judged again whenever something is sent. */
    unseen: text().array().notNull(),
    /** Empty: whichever integration it is about, or none. */
    integrationIds: uuid().array().notNull(),
    projectIds: uuid().array().notNull(),
    payloadVersion: integer().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull(),
    /** Null: as many as go. */
    ratePerSecond: integer(),
    concurrency: integer().notNull(),
    /** Seconds before each try; null: as the hub does it. */
    schedule: integer().array(),
    enabled: boolean().notNull().default(true),
    disabledReason: text().$type<DisabledReason>(),
    disabledAt: instant(),
    /** Who answers for it: nothing is sent that this person or key may not see. */
    owner: jsonb().$type<EventActor>().notNull(),
    /** Failed tries since the last good one. From the threshold on the endpoint is tried by one delivery at a time. */
    failures: integer().notNull().default(0),
    failingSince: instant(),
    /** Nothing is sent before; null: at once. */
    pausedUntil: instant(),
    lastDeliveredAt: instant(),
    lastFailureAt: instant(),
    lastFailure: text(),
    /** Up to when the rate is used up. */
    rateUsedUntil: instant(),
    version: integer().notNull().default(1),
    createdBy: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('webhook_endpoints_name').on(table.tenantId, sql`lower(${table.name})`),
    unique('webhook_endpoints_tenant').on(table.tenantId, table.id),
    tenantPolicy(),
    systemPolicy(),
  ],
)

const ofEndpoint = (table: { tenantId: never; endpointId: never }) =>
  foreignKey({
    columns: [table.tenantId, table.endpointId],
    foreignColumns: [webhookEndpoints.tenantId, webhookEndpoints.id],
  }).onDelete('cascade')

/** What an endpoint's deliveries are signed with: the newest, and for a while the one before. */
export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    id: idColumn('webhookSecret').primaryKey(),
    tenantId: idColumn('tenant').notNull(),
    endpointId: idColumn('webhookEndpoint').notNull(),
    /** Part of what is authenticated when it is opened. */
    version: integer().notNull(),
    ciphertext: bytes().notNull(),
    nonce: bytes().notNull(),
    keyVersion: integer().notNull(),
    schemaVersion: integer().notNull(),
    createdAt: createdAt(),
    /** Null for the newest. */
    expiresAt: instant(),
  },
  (table) => [
    unique('webhook_secrets_version').on(table.tenantId, table.endpointId, table.version),
    ofEndpoint(table as never),
    tenantPolicy(),
  ],
)

/**
 * One event for one endpoint. Partitioned by month of `at`, the time of the event. The id is made of the event's and
 * the endpoint's, so that an event reaches an endpoint once, however often it is handed over.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: idColumn('webhookDelivery').notNull(),
    tenantId: idColumn('tenant').notNull(),
    endpointId: idColumn('webhookEndpoint').notNull(),
    eventId: idColumn('event').notNull(),
    eventType: text().notNull(),
    at: instant().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    /** Tries so far, those before a replay included. A result that comes late is known by it. */
    attempts: integer().notNull().default(0),
    /** Where it stands in the schedule; a replay begins anew. */
    step: integer().notNull().default(0),
    /** When it is sent next, while it is open. */
    dueAt: instant().notNull(),
    /** Until then a sender has it. Not indexed, so that taking one writes no index. */
    leasedUntil: instant(),
    changedAt: instant().notNull(),
    deliveredAt: instant(),
    status: integer(),
    failureClass: text().$type<FailureClass>(),
    message: text(),
    replays: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id, table.at] }),
    index('webhook_deliveries_endpoint').on(table.tenantId, table.endpointId, table.at),
    index('webhook_deliveries_open')
      .on(table.tenantId, table.endpointId, table.dueAt)
      .where(sql`state in ('pending', 'retrying')`),
    index('webhook_deliveries_failed').on(table.tenantId, table.at).where(sql`state in ('retrying', 'failed')`),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** One try. Partitioned by month of `at`; a row is written once, when the try is over. */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    id: idColumn('deliveryAttempt').notNull(),
    tenantId: idColumn('tenant').notNull(),
    deliveryId: idColumn('webhookDelivery').notNull(),
    endpointId: idColumn('webhookEndpoint').notNull(),
    at: instant().notNull(),
    number: integer().notNull(),
    url: text().notNull(),
    /** The versions of the secrets it was signed with. */
    secretVersions: integer().array().notNull(),
    requestBytes: integer().notNull(),
    status: integer(),
    failureClass: text().$type<FailureClass>(),
    message: text(),
    timings: jsonb().$type<AttemptTimings>().notNull(),
    responseHeaders: jsonb().$type<Record<string, string>>(),
    responseBody: text(),
    /** There was more than is kept. */
    responseCut: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id, table.at] }),
    index('delivery_attempts_delivery').on(table.tenantId, table.deliveryId, table.at),
    tenantPolicy(),
    systemPolicy(),
  ],
)

/** Tries summed per hour; they outlive what they sum. */
export const webhookHours = pgTable(
  'webhook_hours',
  {
    tenantId: idColumn('tenant').notNull(),
    endpointId: idColumn('webhookEndpoint').notNull(),
    at: instant().notNull(),
    attempts: integer().notNull(),
    failures: integer().notNull(),
    delivered: integer().notNull(),
    exhausted: integer().notNull(),
    latencyBuckets: integer().array().notNull(),
    durationMs: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.endpointId, table.at] }),
    ofEndpoint(table as never),
    tenantPolicy(),
    systemPolicy(),
  ],
)
