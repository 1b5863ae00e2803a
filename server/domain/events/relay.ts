import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { type EventType, eventTypeOf } from '@/server/kernel/events'
import { fromUuid, type Id } from '@/server/kernel/ids'
import { fanOut } from './fan-out'

export { outboxChannel } from './emit'
export { deliveriesChannel } from './fan-out'

/** What a reaction needs to know of an event that was just published; the rest is read where it is needed. */
export type PublishedEvent = {
  id: Id<'event'>
  /** What the catalogue knows it as; the name of its own is in the row. */
  type: EventType
  name: string
  tenantId: Id<'tenant'>
  integrationId: Id<'integration'> | null
  sequence: string
}

const relayLock = 7_305_332

type Row = {
  id: string
  type: string
  tenant_id: string
  integration_id: string | null
  sequence: string
  /** In UTC and always as long, so that the order of texts is that of instants. */
  time: string
}

const uuids = (values: readonly string[]) => sql`${`{${[...new Set(values)].join(',')}}`}::uuid[]`

/** Read again by their place, so that the data of events never leaves the database. */
function publishedRows(rows: readonly Row[]) {
  const times = rows.map(({ time }) => time).sort()
  return sql`
    select id, tenant_id, type, time, project_id, integration_id, data from events
    where id = any(${uuids(rows.map(({ id }) => id))}) and tenant_id = any(${uuids(rows.map((row) => row.tenant_id))})
      and time between ${times[0]}::timestamptz and ${times.at(-1)}::timestamptz`
}

/**
 * Publishes what is committed and unpublished: stamps the next sequence on each event, oldest first, and hands it to the
 * webhook endpoints that want it. One relay works at a time in the whole hub: the lock lasts until the stamps are
 * visible, so sequences become visible in their order, and a relay that dies gives it up with its connection.
 *
 * @returns the events published, in sequence; empty when there were none or another process is at it
 */
export function relayEvents(limit = 500): Promise<PublishedEvent[]> {
  return acrossTenants('relay', async (tx) => {
    const [lock] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${relayLock}) as held`)
    if (!lock?.held) return []
    const rows = await tx.execute<Row>(sql`
      with picked as materialized (
        select tenant_id, id, time from events where sequence is null order by id limit ${limit} for update skip locked
      ), stamped as materialized (
        select tenant_id, id, time, nextval('event_sequence') as sequence
        from (select * from picked order by id) as ordered
      )
      update events set sequence = stamped.sequence, published_at = clock_timestamp()
      from stamped
      where events.tenant_id = stamped.tenant_id and events.id = stamped.id and events.time = stamped.time
      returning events.id, events.type, events.tenant_id, events.integration_id, events.sequence::text as sequence,
        to_char(events.time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time`)
    if (rows.length > 0) await fanOut(tx, publishedRows([...rows]))
    return [...rows]
      .map((row) => ({
        id: fromUuid('event', row.id),
        type: eventTypeOf(row.type),
        name: row.type,
        tenantId: fromUuid('tenant', row.tenant_id),
        integrationId: row.integration_id === null ? null : fromUuid('integration', row.integration_id),
        sequence: row.sequence,
      }))
      .sort((a, b) => (BigInt(a.sequence) < BigInt(b.sequence) ? -1 : 1))
  })
}
