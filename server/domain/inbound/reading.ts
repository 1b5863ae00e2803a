import { and, desc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm'
import { inboundDeliveries } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, parseId, toUuid } from '@/server/kernel/ids'
import type { InboundState } from '@/server/kernel/inbound'
import {
  cursorInstant,
  cursorUuid,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageInput,
  pageSize,
} from '@/server/kernel/page'
import type { Permission } from '@/server/kernel/permissions'
import { inReach, requireOwner } from './store'

/** What came in, read back. */
export type InboundDelivery = {
  id: Id<'inboundDelivery'>
  hookId: Id<'inboundHook'>
  integrationId: Id<'integration'>
  projectId: Id<'project'>
  receivedAt: Date
  processedAt: Date | null
  state: InboundState
  /** The provider's own id. */
  deliveryId: string | null
  type: string | null
  topic: string | null
  verified: boolean
  /** What proved it; `waived` when nothing did and that was allowed. */
  scheme: string | null
  secretVersion: number | null
  reason: string | null
  bodyBytes: number
  recovered: boolean
  replays: number
}

/** With what was sent. Headers that hold a secret are masked. */
export type InboundContent = InboundDelivery & {
  method: string
  query: string
  headers: { name: string; value: string }[]
  /** As it came, byte for byte; of a refused delivery its beginning. */
  body: Buffer
  bodyTruncated: boolean
}

export type InboundFilter = {
  hook?: string | null | undefined
  /** Id or slug. */
  integration?: string | null | undefined
  /** A topic, or a pattern: `github.pull_request.*`. */
  topic?: string | null | undefined
  state?: InboundState | null | undefined
  deliveryId?: string | null | undefined
  recovered?: boolean | null | undefined
  since?: Date | null | undefined
  until?: Date | null | undefined
}

const { body: _body, headers: _headers, query: _query, method: _method, ...facts } = inboundColumns()

function inboundColumns() {
  const { id, hookId, integrationId, projectId, receivedAt, processedAt, state, deliveryId, type } = inboundDeliveries
  const { topic, scheme, secretVersion, reason, bodyBytes, recovered, replays } = inboundDeliveries
  const { body, headers, query, method } = inboundDeliveries
  return {
    ...{ id, hookId, integrationId, projectId, receivedAt, processedAt, state, deliveryId, type, topic, scheme },
    ...{ secretVersion, reason, bodyBytes, recovered, replays, body, headers, query, method },
  }
}

type Facts = Omit<InboundDelivery, 'verified'>
const toDelivery = (row: Facts): InboundDelivery => ({
  ...row,
  verified: row.state !== 'refused' && row.scheme !== 'waived',
})

const when = <T>(value: T | null | undefined, make: (value: T) => SQL | undefined) =>
  value === null || value === undefined || value === '' ? undefined : make(value)

function topicCondition(pattern: string): SQL {
  if (!pattern.includes('*')) return eq(inboundDeliveries.topic, pattern)
  return like(inboundDeliveries.topic, pattern.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%'))
}

export async function conditionsOf(
  tx: TenantTx,
  ctx: Context,
  filter: InboundFilter,
  permission: Permission = 'webhooks:read',
): Promise<SQL | undefined> {
  const owner = filter.integration ? await requireOwner(tx, ctx, filter.integration, permission) : null
  return and(
    eq(inboundDeliveries.tenantId, ctx.tenantId),
    inReach(ctx, inboundDeliveries, permission),
    owner ? eq(inboundDeliveries.integrationId, owner.id) : undefined,
    when(filter.hook, (hook) => eq(inboundDeliveries.hookId, parseId('inboundHook', hook))),
    when(filter.topic, topicCondition),
    when(filter.state, (state) => eq(inboundDeliveries.state, state)),
    when(filter.deliveryId, (id) => eq(inboundDeliveries.deliveryId, id)),
    when(filter.recovered, (recovered) => eq(inboundDeliveries.recovered, recovered)),
    when(filter.since, (since) => gte(inboundDeliveries.receivedAt, since)),
    when(filter.until, (until) => lt(inboundDeliveries.receivedAt, until)),
  )
}

function before(cursor: string): SQL {
  const [at, id] = decodeCursor(cursor, 2)
  return sql`(${inboundDeliveries.receivedAt}, ${inboundDeliveries.id}) < (to_timestamp(${cursorInstant(at)} / 1000.0), ${cursorUuid(id)}::uuid)`
}

/**
 * What came in, the newest first; what was refused is among it.
 *
 * @throws {HubError} request.invalid, integration.not_found
 */
export async function listInboundDeliveries(
  ctx: Context,
  input: PageInput & { filter?: InboundFilter | null | undefined } = {},
): Promise<Omit<Page<InboundDelivery>, 'totalCount'>> {
  const first = pageSize(input)
  const rows = await inTenant(ctx, async (tx) =>
    tx
      .select(facts)
      .from(inboundDeliveries)
      .where(and(await conditionsOf(tx, ctx, input.filter ?? {}), input.after ? before(input.after) : undefined))
      .orderBy(desc(inboundDeliveries.receivedAt), desc(inboundDeliveries.id))
      .limit(first + 1),
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: toDelivery(row),
      cursor: encodeCursor([row.receivedAt.getTime(), toUuid(row.id)]),
    })),
    hasNextPage: rows.length > first,
  }
}

/** An id is made right before its row is: so one month is looked at, or two, and not all of them. */
const clockSkewMs = 86_400_000

export function nearId(id: Id<'inboundDelivery'>): SQL | undefined {
  const madeAt = Number.parseInt(toUuid(id).replaceAll('-', '').slice(0, 12), 16)
  return and(
    eq(inboundDeliveries.id, id),
    gte(inboundDeliveries.receivedAt, new Date(madeAt - clockSkewMs)),
    lt(inboundDeliveries.receivedAt, new Date(madeAt + clockSkewMs)),
  )
}

/**
 * One delivery with all that was sent.
 *
 * @throws {HubError} inbound_delivery.not_found
 */
export async function readInboundDelivery(ctx: Context, named: string): Promise<InboundContent> {
  const id = findId('inboundDelivery', named)
  const [row] = id
    ? await inTenant(ctx, (tx) =>
        tx
          .select(inboundColumns())
          .from(inboundDeliveries)
          .where(and(eq(inboundDeliveries.tenantId, ctx.tenantId), nearId(id), inReach(ctx, inboundDeliveries)))
          .limit(1),
      )
    : []
  if (!row) throw new HubError('inbound_delivery.not_found')
  const { body, headers, query, method, ...delivery } = row
  return {
    ...toDelivery(delivery),
    ...{ method, query, body, bodyTruncated: body.length < row.bodyBytes },
    headers: Object.entries(headers)
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
