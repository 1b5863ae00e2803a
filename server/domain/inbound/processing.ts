import { and, eq, inArray, sql } from 'drizzle-orm'
import { documentOf, topicOf } from '@/connectors/kit'
import { inboundDeliveries, inboundHooks, integrations } from '@/db/schema'
import { acrossTenants, inTenant, type TenantTx } from '@/db/tenant'
import { type Context, systemContext } from '@/server/kernel/context'
import { isProviderTopic } from '@/server/kernel/events'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { findConnector } from '../connectors/service'
import { emitAll, type ToEmit } from '../events/emit'

/**
 * What is done after the answer: a delivery gets its topic and is told of, once. It is leased on the clock of the
 * database, and its new state commits together with its events: a process that dies leaves both or neither.
 */
type Leased = { tenantId: Id<'tenant'>; id: Id<'inboundDelivery'>; receivedAt: Date }

const batchRows = 100
/** Bodies read into memory at once; the first one always. */
const batchBytes = 32 * 1024 * 1024
const leaseSeconds = 60
/** A delivery that takes its process along so often is set aside, for somebody to look at. */
const mostAttempts = 10

type LeasedRow = { tenant_id: string; id: string; received_at: string }

function leaseDue(): Promise<Leased[]> {
  return acrossTenants('lease webhooks', async (tx) => {
    const rows = await tx.execute<LeasedRow>(sql`
      with due as materialized (
        select tenant_id, id, received_at, body_bytes from inbound_deliveries
        where state = 'received' and (leased_until is null or leased_until < now())
        order by received_at limit ${batchRows} for update skip locked
      ), fitting as (
        select *, sum(body_bytes) over (order by received_at, id) - body_bytes as before from due
      )
      update inbound_deliveries as one
      set leased_until = now() + make_interval(secs => ${leaseSeconds}), attempts = one.attempts + 1
      from fitting
      where fitting.before < ${batchBytes} and one.tenant_id = fitting.tenant_id and one.id = fitting.id
        and one.received_at = fitting.received_at
      returning one.tenant_id, one.id, one.received_at::text as received_at`)
    return [...rows].map((row) => ({
      tenantId: fromUuid('tenant', row.tenant_id),
      id: fromUuid('inboundDelivery', row.id),
      receivedAt: new Date(row.received_at),
    }))
  })
}

/** Only what is still to be told of: a lease that ended may have been taken over. */
function readLeased(tx: TenantTx, leased: readonly Leased[]) {
  return tx
    .select({
      delivery: inboundDeliveries,
      slug: integrations.slug,
      typeId: integrations.typeId,
      connectorVersion: integrations.connectorVersion,
      projectId: integrations.projectId,
      deletedAt: integrations.deletedAt,
    })
    .from(inboundDeliveries)
    .leftJoin(integrations, eq(integrations.id, inboundDeliveries.integrationId))
    .where(
      and(
        inArray(inboundDeliveries.receivedAt, [...new Set(leased.map(({ receivedAt }) => receivedAt))]),
        inArray(
          inboundDeliveries.id,
          leased.map(({ id }) => id),
        ),
        eq(inboundDeliveries.state, 'received'),
      ),
    )
    .for('update', { of: inboundDeliveries })
}
type Row = Awaited<ReturnType<typeof readLeased>>[number]

type Told = {
  row: Row
  state: 'processed' | 'failed'
  reason: string | null
  type: string | null
  topic: string | null
}

const isText = (headers: Record<string, string>) =>
  !headers['content-encoding'] || headers['content-encoding'] === 'identity'

async function judge(ctx: Context, row: Row): Promise<Told> {
  const { delivery, slug, typeId, connectorVersion, deletedAt } = row
  const failed = (reason: string): Told => ({ row, state: 'failed', reason, type: null, topic: null })
  if (slug === null || typeId === null || connectorVersion === null || deletedAt) return failed('integration_deleted')
  if (delivery.attempts > mostAttempts) return failed('ours')
  const { manifest } = await findConnector(ctx, typeId, connectorVersion)
  const { headers, body } = delivery
  const document = isText(headers) ? documentOf(headers['content-type'], body) : undefined
  const family = (manifest.slug ?? typeId.split('.').at(-1) ?? 'vendor').replaceAll('_', '-')
  const { type, topic } = topicOf(manifest.webhooks, family, { headers, document })
  // A name that begins with a noun of the hub is the hub's alone.
  const own = isProviderTopic(topic) ? topic : `vendor.${topic}`.slice(0, 200)
  return {
    ...{ row, state: 'processed', reason: null },
    type: type?.slice(0, 200).replaceAll('\0', '') ?? null,
    topic: isProviderTopic(own) ? own : 'vendor.received',
  }
}

function eventsOf({ row, topic }: Told): ToEmit[] {
  const { delivery, slug, projectId } = row
  if (topic === null || slug === null || projectId === null) return []
  const { integrationId, deliveryId, hookId, recovered } = delivery
  const facts = { integrationId, slug, inboundDeliveryId: delivery.id, deliveryId, topic, recovered }
  const replayed = delivery.replays > 0
  const place = { integrationId, projectId, correlationId: delivery.id }
  const received = { ...facts, hookId, sizeBytes: delivery.bodyBytes, scheme: delivery.scheme ?? 'waived', replayed }
  return [
    { type: 'integration.webhook_received', data: received, ...place },
    { type: 'provider.*', name: topic, data: { ...facts, replayed }, ...place },
  ]
}

async function settle(tx: TenantTx, tenantId: Id<'tenant'>, told: readonly Told[]): Promise<void> {
  const given = told.map(({ row: { delivery }, state, reason, type, topic }) => ({
    ...{ id: toUuid(delivery.id), at: delivery.receivedAt.toISOString(), state, reason, type, topic },
  }))
  await tx.execute(sql`
    update inbound_deliveries as one
    set state = given.state, reason = given.reason, type = given.type, topic = given.topic, processed_at = now(),
      leased_until = null
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given(id uuid, at timestamptz, state text, reason text, type text, topic text)
    where one.tenant_id = ${toUuid(tenantId)}::uuid and one.id = given.id and one.received_at = given.at`)
  const hooks = [...new Set(told.map(({ row }) => row.delivery.hookId))].sort()
  await tx.update(inboundHooks).set({ lastReceivedAt: sql`now()` }).where(inArray(inboundHooks.id, hooks))
}

async function processOf(tenantId: Id<'tenant'>, leased: readonly Leased[]): Promise<number> {
  const ctx = systemContext(tenantId, 'inbound', [])
  return inTenant(ctx, async (tx) => {
    const rows = await readLeased(tx, leased)
    if (rows.length === 0) return 0
    const told = await Promise.all(rows.map((row) => judge(ctx, row)))
    await settle(tx, tenantId, told)
    await emitAll(tx, ctx, told.flatMap(eventsOf))
    for (const { state } of told) metrics.inboundDeliveries.inc({ outcome: state })
    return rows.length
  })
}

/**
 * Tells of what came in and was not told of yet, a batch of it.
 *
 * @returns how many were leased: 0 means that nothing is due
 * @emits integration.webhook_received, and the topic of each
 */
export async function processDeliveries(): Promise<number> {
  const leased = await leaseDue()
  const groups = new Map<Id<'tenant'>, Leased[]>()
  for (const one of leased) groups.set(one.tenantId, [...(groups.get(one.tenantId) ?? []), one])
  await Promise.all(
    [...groups].map(([tenantId, own]) =>
      processOf(tenantId, own).catch((error) =>
        logger.warn({ error, tenantId }, 'webhooks could not be told of; they are told of when their lease ends'),
      ),
    ),
  )
  return leased.length
}
