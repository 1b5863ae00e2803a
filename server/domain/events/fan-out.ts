import { type SQL, sql } from 'drizzle-orm'
import type { SystemTx, TenantTx } from '@/db/tenant'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'

/** The channel on which the relay says that deliveries are due. */
export const deliveriesChannel = 'inthub_deliveries_due'

/** The id is made of the event's and the endpoint's, with the event's time in front, as a version 8 UUID has its own. */
const deliveryId = sql.raw(`(substr(replace(published.id::text, '-', ''), 1, 12) || '8' ||
  substr(md5(published.id::text || endpoint.id::text), 1, 3) || '8' ||
  substr(md5(published.id::text || endpoint.id::text), 4, 15))::uuid`)

/** The ids that events themselves carry, with their prefix. */
const publicId = sql.raw(`'wep_' || replace(endpoint.id::text, '-', '')`)

/**
 * Hands events that were just published to the endpoints that want them: one statement, in the transaction that
 * publishes. An endpoint never hears of itself or of what is sent to it, and of deliveries only those hear that name
 * them, so that no delivery causes another without end. A disabled endpoint is handed nothing.
 */
export async function fanOut(tx: SystemTx, published: SQL): Promise<number> {
  const [row] = await tx.execute<{ made: number }>(sql`
    with published as materialized (${published}), made as (
      insert into webhook_deliveries
        (id, tenant_id, endpoint_id, event_id, event_type, at, state, due_at, changed_at)
      select ${deliveryId}, endpoint.tenant_id, endpoint.id, published.id, published.type, published.time, 'pending',
        clock_timestamp() + make_interval(secs => coalesce(endpoint.schedule[1], 0)), clock_timestamp()
      from published join webhook_endpoints endpoint on endpoint.tenant_id = published.tenant_id
      where endpoint.enabled
        and published.type like any(endpoint.likes)
        and not published.type like any(endpoint.unseen)
        and (endpoint.integration_ids = '{}' or published.integration_id = any(endpoint.integration_ids))
        and (endpoint.project_ids = '{}' or published.project_id = any(endpoint.project_ids))
        and (split_part(published.type, '.', 1) not in ('delivery', 'webhook')
          or published.data ->> 'endpointId' is distinct from ${publicId})
        and (published.type not like 'delivery.%' or exists (
          select from unnest(endpoint.likes) as named where named like 'delivery.%' and published.type like named))
      on conflict do nothing
      returning 1
    )
    select count(*)::int as made from made`)
  const made = row?.made ?? 0
  if (made > 0) await tx.execute(sql`select pg_notify(${deliveriesChannel}, '')`)
  return made
}

/** Hands one event to one endpoint, whatever that one listens to. */
export async function handTo(
  tx: TenantTx,
  eventId: Id<'event'>,
  endpointId: Id<'webhookEndpoint'>,
): Promise<Id<'webhookDelivery'>> {
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into webhook_deliveries (id, tenant_id, endpoint_id, event_id, event_type, at, state, due_at, changed_at)
    select ${deliveryId}, endpoint.tenant_id, endpoint.id, published.id, published.type, published.time, 'pending',
      clock_timestamp(), clock_timestamp()
    from events published join webhook_endpoints endpoint on endpoint.tenant_id = published.tenant_id
    where published.id = ${toUuid(eventId)} and endpoint.id = ${toUuid(endpointId)}
    returning id`)
  if (made) return fromUuid('webhookDelivery', made.id)
  throw new Error('An event that was just written can be handed over.')
}
