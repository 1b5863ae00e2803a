import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { events, webhookEndpoints } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { type Context, systemContext } from '@/server/kernel/context'
import type { HttpClient } from '@/server/kernel/http'
import type { Id } from '@/server/kernel/ids'
import { httpClientIn } from '../egress/service'
import type { EventRow } from '../events/rows'
import { toHubEvent } from '../events/rows'
import { maySee } from '../events/visible'
import { grantsOfOwners, reaches } from './access'
import type { EndpointRow } from './endpoint'
import { envelopeOf } from './envelope'
import { filtersOf } from './filters'
import type { LeasedDelivery } from './lease'
import { type SigningKey, signingKeysOf } from './secrets'

/**
 * Everything a tenant's leased deliveries need, read in one go: endpoints, secrets, the events once each whoever they
 * go to, and where the tenant may connect now. Here is judged what may have changed since they were handed over: an
 * endpoint that is gone or off, an owner who may see it no more.
 */
export type PreparedDelivery = {
  delivery: LeasedDelivery
  endpoint: EndpointRow
  keys: readonly SigningKey[]
  body: Buffer
}

export type Prepared = {
  client: HttpClient
  ready: PreparedDelivery[]
  /** Not now: they stay as they are. */
  notNow: LeasedDelivery[]
  /** Never: with the reason. */
  never: { delivery: LeasedDelivery; endpoint: EndpointRow; message: string; isOurs: boolean }[]
  /** Endpoints whose owner may not be told anything any more. */
  ownerless: EndpointRow[]
}

async function eventsOf(tx: TenantTx, ctx: Context, leased: readonly LeasedDelivery[]) {
  const ids = [...new Set(leased.map(({ eventId }) => eventId))]
  const times = leased.map(({ at }) => at.getTime())
  const rows = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.tenantId, ctx.tenantId),
        sql`${events.id} = any(${uuidArray(ids)})`,
        sql`${events.time} between ${new Date(Math.min(...times)).toISOString()} and ${new Date(Math.max(...times)).toISOString()}`,
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The body of each event, made once. */
function bodies() {
  const made = new Map<Id<'event'>, Buffer>()
  return (event: EventRow): Buffer => {
    const body = made.get(event.id) ?? envelopeOf(event)
    made.set(event.id, body)
    return body
  }
}

type Reach = { grants: Awaited<ReturnType<typeof grantsOfOwners>>; isReached: ReadonlyMap<string, boolean> }

async function reachOfOwners(tx: TenantTx, endpoints: readonly EndpointRow[]): Promise<Reach> {
  const grants = await grantsOfOwners(
    tx,
    endpoints.map(({ owner }) => owner),
  )
  const isReached = new Map<string, boolean>()
  for (const row of endpoints) {
    isReached.set(row.id, reaches({ grants: grants(row.owner) }, 'webhooks:write', await filtersOf(tx, row)))
  }
  return { grants, isReached }
}

type Known = {
  endpoints: ReadonlyMap<string, EndpointRow>
  keys: Awaited<ReturnType<typeof signingKeysOf>>
  events: ReadonlyMap<string, EventRow>
  reach: Reach
  bodyOf: (event: EventRow) => Buffer
}

function place(prepared: Prepared, delivery: LeasedDelivery, known: Known): void {
  const endpoint = known.endpoints.get(delivery.endpointId)
  if (!endpoint?.enabled || !known.reach.isReached.get(endpoint.id)) {
    prepared.notNow.push(delivery)
    return
  }
  const never = (message: string, isOurs: boolean) => prepared.never.push({ delivery, endpoint, message, isOurs })
  const event = known.events.get(delivery.eventId)
  const keys = known.keys.get(endpoint.id) ?? []
  if (!event) never('The event is not kept any more.', true)
  else if (!maySee({ grants: known.reach.grants(endpoint.owner) }, toHubEvent(event))) {
    never('The owner of the endpoint may not see this event.', false)
  } else if (keys.length === 0) never('The secret of the endpoint cannot be read; rotate it.', true)
  else prepared.ready.push({ delivery, endpoint, keys, body: known.bodyOf(event) })
}

/** @param leased all of one tenant */
export function prepareDeliveries(tenantId: Id<'tenant'>, leased: readonly LeasedDelivery[]): Promise<Prepared> {
  const ctx = systemContext(tenantId, 'webhook-sender', ['webhooks:read'])
  return inTenant(ctx, async (tx) => {
    const ids = [...new Set(leased.map(({ endpointId }) => endpointId))]
    const [rows, keys, found, client] = await Promise.all([
      tx.select().from(webhookEndpoints).where(inArray(webhookEndpoints.id, ids)),
      signingKeysOf(tx, ctx, ids),
      eventsOf(tx, ctx, leased),
      httpClientIn(tx, ctx),
    ])
    const reach = await reachOfOwners(tx, rows)
    const endpoints = new Map(rows.map((row) => [row.id, row]))
    const ownerless = rows.filter((row) => row.enabled && !reach.isReached.get(row.id))
    const prepared: Prepared = { client, ready: [], notNow: [], never: [], ownerless }
    const known = { endpoints, keys, events: found, reach, bodyOf: bodies() }
    for (const delivery of leased) place(prepared, delivery, known)
    return prepared
  })
}
