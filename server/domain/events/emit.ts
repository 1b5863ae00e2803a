import { sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import type { SystemTx, TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type EventActor, type EventData, type EventType, eventCatalog } from '@/server/kernel/events'
import { type Id, newId } from '@/server/kernel/ids'

/** The channel on which a commit wakes the relay. */
export const outboxChannel = 'inthub_outbox'

/** What the event concerns, for permissions and filters. */
export type EventPlace = { projectId?: Id<'project'>; integrationId?: Id<'integration'> }

export function eventActor(ctx: Pick<Context, 'actor'>): EventActor {
  const { actor } = ctx
  return { kind: actor.kind, id: actor.kind === 'system' ? null : actor.id, name: actor.name }
}

/**
 * Writes what happened, in the transaction that made it happen. The row is the activity entry, the message to
 * subscribers and the cause of jobs; the relay publishes it after the commit.
 */
export async function emit<T extends EventType>(
  tx: TenantTx | SystemTx,
  ctx: Pick<Context, 'tenantId' | 'actor' | 'correlationId' | 'causationId'>,
  type: T,
  told: { data: EventData<T> } & EventPlace,
): Promise<Id<'event'>> {
  const entry = eventCatalog[type]
  // The catalogue pairs each shape with its own functions; TypeScript cannot follow that through the union.
  const data = entry.shape.parse(told.data) as never
  const id = newId('event')
  await tx.insert(events).values({
    id,
    tenantId: ctx.tenantId,
    type,
    schemaVersion: entry.schemaVersion,
    projectId: told.projectId ?? null,
    integrationId: told.integrationId ?? null,
    subject: entry.subject(data),
    actor: eventActor(ctx),
    correlationId: ctx.correlationId,
    causationId: ctx.causationId ?? null,
    ...entry.tell(data),
    data,
  })
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`)
  return id
}
