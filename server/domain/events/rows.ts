import type { events } from '@/db/schema'
import { eventTypeOf, type HubEvent } from '@/server/kernel/events'

export type EventRow = typeof events.$inferSelect

/** A stored row as the envelope people get. An unpublished one has the sequence 0. */
export function toHubEvent(row: EventRow): HubEvent {
  return {
    id: row.id,
    sequence: String(row.sequence ?? 0n),
    type: eventTypeOf(row.type),
    name: row.type,
    schemaVersion: row.schemaVersion,
    time: row.time,
    tenantId: row.tenantId,
    projectId: row.projectId,
    integrationId: row.integrationId,
    subject: row.subject,
    source: '/inthub',
    actor: row.actor,
    correlationId: row.correlationId,
    causationId: row.causationId,
    level: row.level,
    outcome: row.outcome,
    summary: row.summary,
    data: row.data,
    // The row was written by `emit`, which parsed its data with the shape of its type.
  } as HubEvent
}
