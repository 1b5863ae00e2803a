import { and, asc, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { textArray } from '@/db/arrays'
import { deliveryAttempts, events, webhookDeliveries } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { FailureClass } from '@/server/kernel/health'
import { findId, type Id, toUuid } from '@/server/kernel/ids'
import {
  cursorInstant,
  cursorUuid,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageInput,
  pageSize,
} from '@/server/kernel/page'
import { allows } from '@/server/kernel/permissions'
import type { DeliveryState } from '@/server/kernel/webhooks'
import { likeText } from '../events/activity'
import { likePattern, parsePatterns } from '../events/patterns'
import { type AttemptRow, type Delivery, type DeliveryAttempt, type DeliveryRow, toDelivery } from './delivery'
import type { EndpointRow } from './endpoint'
import { listEndpoints, reachable } from './endpoints'
import { envelopeOf } from './envelope'
import { around } from './live'
import { requestHeaders } from './sending'

export type DeliveryFilter = {
  /** Id or name. */
  endpoint?: string | null | undefined
  /** Names and patterns. */
  eventTypes?: readonly string[] | null | undefined
  states?: readonly DeliveryState[] | null | undefined
  failureClasses?: readonly FailureClass[] | null | undefined
  eventId?: string | null | undefined
  since?: Date | null | undefined
  until?: Date | null | undefined
  /** Part of the event's type, of what was said of the last try, or of the answer to it. */
  text?: string | null | undefined
}

const among = <T>(values: readonly T[] | null | undefined, make: (values: readonly T[]) => SQL | undefined) =>
  values && values.length > 0 ? make(values) : undefined

function ofTypes(given: readonly string[]): SQL {
  const { names, patterns } = parsePatterns(given)
  const likes = [...names, ...patterns].map(likePattern)
  return sql`${webhookDeliveries.eventType} like any(${textArray(likes)})`
}

function saying(text: string): SQL | undefined {
  const like = likeText(text)
  return or(
    ilike(webhookDeliveries.eventType, like),
    ilike(webhookDeliveries.message, like),
    sql`exists (select from ${deliveryAttempts} as tried where tried.tenant_id = ${webhookDeliveries.tenantId}
      and tried.delivery_id = ${webhookDeliveries.id} and tried.response_body ilike ${like})`,
  )
}

/** Endpoints by name or id, of those the caller may see; `undefined` when the caller may see all and named none. */
async function endpointCondition(ctx: Context, named: string | null | undefined): Promise<SQL | undefined> {
  if (named) {
    const { id } = await inTenant(ctx, (tx) => reachable(tx, ctx, named, 'webhooks:read'))
    return eq(webhookDeliveries.endpointId, id)
  }
  if (allows(ctx.grants, 'webhooks:read')) return undefined
  const ids = (await listEndpoints(ctx)).map(({ id }) => id)
  return ids.length > 0 ? inArray(webhookDeliveries.endpointId, ids) : sql`false`
}

export async function conditionsOf(ctx: Context, filter: DeliveryFilter): Promise<(SQL | undefined)[]> {
  const eventId = filter.eventId ? findId('event', filter.eventId) : null
  return [
    eq(webhookDeliveries.tenantId, ctx.tenantId),
    await endpointCondition(ctx, filter.endpoint),
    among(filter.eventTypes, ofTypes),
    among(filter.states, (states) => inArray(webhookDeliveries.state, [...states])),
    among(filter.failureClasses, (classes) => inArray(webhookDeliveries.failureClass, [...classes])),
    filter.eventId ? (eventId ? eq(webhookDeliveries.eventId, eventId) : sql`false`) : undefined,
    filter.since ? gte(webhookDeliveries.at, filter.since) : undefined,
    filter.until ? lt(webhookDeliveries.at, filter.until) : undefined,
    filter.text?.trim() ? saying(filter.text.trim()) : undefined,
  ]
}

function before(cursor: string): SQL {
  const [at, id] = decodeCursor(cursor, 2)
  return sql`(${webhookDeliveries.at}, ${webhookDeliveries.id}) < (to_timestamp(${cursorInstant(at)} / 1000.0), ${cursorUuid(id)}::uuid)`
}

/**
 * Deliveries, those of the newest events first.
 *
 * @throws {HubError} permission.denied, webhook.not_found, request.invalid
 */
export async function listDeliveries(
  ctx: Context,
  input: PageInput & { filter?: DeliveryFilter | null | undefined } = {},
): Promise<Omit<Page<Delivery>, 'totalCount'>> {
  const first = pageSize(input)
  const conditions = await conditionsOf(ctx, input.filter ?? {})
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(webhookDeliveries)
      .where(and(...conditions, input.after ? before(input.after) : undefined))
      .orderBy(desc(webhookDeliveries.at), desc(webhookDeliveries.id))
      .limit(first + 1),
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toDelivery(row),
      cursor: encodeCursor([row.at.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
  }
}

/** A row with its endpoint, which the caller has this right over. @throws {HubError} delivery.not_found */
export async function requireDelivery(
  tx: TenantTx,
  ctx: Context,
  ref: string,
  permission: 'webhooks:read' | 'webhooks:write',
): Promise<{ row: DeliveryRow; endpoint: EndpointRow }> {
  const id = findId('webhookDelivery', ref)
  const [row] = id
    ? await tx
        .select()
        .from(webhookDeliveries)
        .where(and(eq(webhookDeliveries.tenantId, ctx.tenantId), eq(webhookDeliveries.id, id), around([id])))
        .limit(1)
    : []
  if (!row) throw new HubError('delivery.not_found')
  try {
    return { row, endpoint: await reachable(tx, ctx, row.endpointId, permission) }
  } catch (error) {
    // A deleted endpoint takes its deliveries along.
    if (error instanceof HubError && error.code === 'webhook.not_found') throw new HubError('delivery.not_found')
    throw error
  }
}

export type DeliveryDetails = Delivery & {
  tries: DeliveryAttempt[]
  /** The body as it is sent; null when the event is not kept any more. */
  body: string | null
}

function toAttempt(row: AttemptRow, endpoint: EndpointRow, eventId: Id<'event'>): DeliveryAttempt {
  const { tenantId: _own, deliveryId: _of, endpointId: _to, ...shown } = row
  const timestamp = Math.floor(row.at.getTime() / 1_000)
  const signature = row.secretVersions.map((version) => `v1,(secret ${version})`).join(' ')
  return { ...shown, requestHeaders: requestHeaders(endpoint.headers, { eventId, timestamp, signature }) }
}

/**
 * One delivery with each of its tries and what is sent.
 *
 * @throws {HubError} permission.denied, delivery.not_found
 */
export async function readDelivery(ctx: Context, ref: string): Promise<DeliveryDetails> {
  return inTenant(ctx, async (tx) => {
    const { row, endpoint } = await requireDelivery(tx, ctx, ref, 'webhooks:read')
    const attempts = await tx
      .select()
      .from(deliveryAttempts)
      .where(and(eq(deliveryAttempts.tenantId, ctx.tenantId), eq(deliveryAttempts.deliveryId, row.id)))
      .orderBy(asc(deliveryAttempts.at), asc(deliveryAttempts.number))
      .limit(500)
    const [event] = await tx
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenantId), eq(events.id, row.eventId), eq(events.time, row.at)))
    return {
      ...toDelivery(row),
      tries: attempts.map((attempt) => toAttempt(attempt, endpoint, row.eventId)),
      body: event ? envelopeOf(event).toString() : null,
    }
  })
}
