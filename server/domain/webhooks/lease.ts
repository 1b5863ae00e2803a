import { sql } from 'drizzle-orm'
import { acrossTenants, commitUnflushed } from '@/db/tenant'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import { failingFrom } from './endpoint'

/**
 * What is due, taken by one sender. Endpoint by endpoint, so that a long backlog of one hides nobody else's; of each
 * not more than there is room for. A lease ends by the database's clock: what a sender that died had taken falls due
 * again. Endpoints whose own row says how many may go (a rate, a failing one's single try) are locked for that moment.
 *
 * Rows are looked up by tenant and id alone, in every month: with the time beside them a planner that knows nothing of
 * a new month yet would go through everything of the tenant at that instant.
 */
export type LeasedDelivery = {
  id: Id<'webhookDelivery'>
  tenantId: Id<'tenant'>
  endpointId: Id<'webhookEndpoint'>
  eventId: Id<'event'>
  eventType: string
  /** Of the event. */
  at: Date
  /** Tries so far. */
  attempts: number
  step: number
}

export type LeaseOrder = {
  most: number
  mostPerTenant: number
  /** How many more each endpoint may be given; those that are not named have what their own concurrency says. */
  rooms: ReadonlyMap<Id<'webhookEndpoint'>, number>
  /** Tenants that hold their share already. */
  full: readonly Id<'tenant'>[]
  leaseMs: number
}

type Row = {
  id: string
  tenant_id: string
  endpoint_id: string
  event_id: string
  event_type: string
  at_ms: string
  attempts: number
  step: number
}

const uuids = (ids: Iterable<string>) => sql`${`{${[...ids].map(toUuid).join(',')}}`}::uuid[]`
const numbers = (values: Iterable<number>) => sql`${`{${[...values].join(',')}}`}::integer[]`

const isOpen = sql.raw(`state in ('pending', 'retrying')`)
const isFree = sql.raw(`due_at <= clock_timestamp() and (leased_until is null or leased_until <= clock_timestamp())`)
const mayBeSent = sql.raw(
  `endpoint.enabled and (endpoint.paused_until is null or endpoint.paused_until <= clock_timestamp())`,
)
const isCareful = sql.raw(`(endpoint.failures >= ${failingFrom} or endpoint.rate_per_second is not null)`)
/** What of the rate of the last second is not used yet. */
const rateFrom = sql.raw(
  `greatest(coalesce(endpoint.rate_used_until, '-infinity'), clock_timestamp() - interval '1 second')`,
)

/** Every endpoint for which something is open, found by leaping from one to the next in the index. */
const lanes = sql`lanes(tenant_id, endpoint_id) as (
    (select tenant_id, endpoint_id from webhook_deliveries where ${isOpen} order by tenant_id, endpoint_id limit 1)
    union all
    select next.tenant_id, next.endpoint_id from lanes cross join lateral (
      select tenant_id, endpoint_id from webhook_deliveries
      where ${isOpen} and (tenant_id, endpoint_id) > (lanes.tenant_id, lanes.endpoint_id)
      order by tenant_id, endpoint_id limit 1
    ) as next
  )`

function statement({ most, mostPerTenant, rooms, full, leaseMs }: LeaseOrder) {
  const lease = sql`make_interval(secs => ${leaseMs / 1_000})`
  return sql`
    with recursive ${lanes}, given as materialized (
      select * from unnest(${uuids(rooms.keys())}, ${numbers(rooms.values())}) as given(id, room)
    ), ready as materialized (
      select endpoint.id, endpoint.tenant_id, ${isCareful} as is_careful,
        coalesce(given.room, endpoint.concurrency) as room
      from lanes join webhook_endpoints endpoint on endpoint.id = lanes.endpoint_id
        left join given on given.id = endpoint.id
      where ${mayBeSent} and lanes.tenant_id <> all(${uuids(full)})
    ), careful as materialized (
      select endpoint.id, endpoint.failures >= ${failingFrom} as is_failing, case
        when endpoint.failures >= ${failingFrom} then 1
        else floor(endpoint.rate_per_second * extract(epoch from clock_timestamp() - ${rateFrom}))::integer
      end as room
      from webhook_endpoints endpoint
      where endpoint.id in (select id from ready where is_careful) and ${mayBeSent}
      for update skip locked
    ), rooms as (
      select ready.id, ready.tenant_id, least(ready.room, careful.room) as room
      from ready left join careful on careful.id = ready.id
      where not ready.is_careful or careful.id is not null
    ), found as materialized (
      select due.*, row_number() over (partition by due.endpoint_id order by due.due_at) as turn
      from rooms cross join lateral (
        select tenant_id, endpoint_id, id, due_at from webhook_deliveries
        where tenant_id = rooms.tenant_id and endpoint_id = rooms.id and ${isOpen} and ${isFree}
        order by due_at limit greatest(rooms.room, 0) for update skip locked
      ) as due
    ), fair as materialized (
      select *, row_number() over (partition by tenant_id order by turn, random()) as turn_of_tenant from found
    ), picked as materialized (
      select * from fair where turn_of_tenant <= ${mostPerTenant} order by turn_of_tenant, random() limit ${most}
    ), counted as (
      select endpoint_id, count(*) as taken from picked group by endpoint_id
    ), noted as (
      update webhook_endpoints endpoint set
        rate_used_until = case when endpoint.rate_per_second is null then null
          else ${rateFrom} + make_interval(secs => counted.taken::double precision / endpoint.rate_per_second) end,
        paused_until = case when careful.is_failing then clock_timestamp() + ${lease} else endpoint.paused_until end
      from counted join careful on careful.id = counted.endpoint_id
      where endpoint.id = careful.id
    )
    update webhook_deliveries as delivery set leased_until = clock_timestamp() + ${lease}
    from picked
    where delivery.tenant_id = picked.tenant_id and delivery.id = picked.id
    returning delivery.id, delivery.tenant_id, delivery.endpoint_id, delivery.event_id, delivery.event_type,
      (extract(epoch from delivery.at) * 1000)::bigint::text as at_ms, delivery.attempts, delivery.step`
}

/** Takes deliveries that are due. Of one taken twice a sender's death is the only cause. */
export function leaseDeliveries(order: LeaseOrder): Promise<LeasedDelivery[]> {
  return acrossTenants('lease deliveries', async (tx) => {
    await commitUnflushed(tx)
    // The tables change faster than what the planner knows of them, and every access here has its index.
    await tx.execute(
      sql`set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`,
    )
    const rows = await tx.execute<Row>(statement(order))
    return [...rows].map((row) => ({
      id: fromUuid('webhookDelivery', row.id),
      tenantId: fromUuid('tenant', row.tenant_id),
      endpointId: fromUuid('webhookEndpoint', row.endpoint_id),
      eventId: fromUuid('event', row.event_id),
      eventType: row.event_type,
      at: new Date(Number(row.at_ms)),
      attempts: row.attempts,
      step: row.step,
    }))
  })
}

/** Gives back what was taken and not tried: it is due as before. */
export async function releaseDeliveries(given: readonly Pick<LeasedDelivery, 'id' | 'tenantId'>[]) {
  if (given.length === 0) return
  const rows = given.map(({ id, tenantId }) => ({ id: toUuid(id), tenant_id: toUuid(tenantId) }))
  await acrossTenants('release deliveries', async (tx) => {
    await tx.execute(sql`
      update webhook_deliveries as delivery set leased_until = null
      from json_to_recordset(${JSON.stringify(rows)}::json) as given(id uuid, tenant_id uuid)
      where delivery.tenant_id = given.tenant_id and delivery.id = given.id`)
  })
}
