import { isUtf8 } from 'node:buffer'
import { sql } from 'drizzle-orm'
import type { TenantTx } from '@/db/tenant'
import { type Id, toUuid } from '@/server/kernel/ids'
import type { InboundState } from '@/server/kernel/inbound'

/**
 * Writes what came in, many at once. Bodies go as one parameter and are cut apart by the database: text and plan of the
 * statement stay the same however many there are.
 */
export type NewDelivery = {
  id: Id<'inboundDelivery'>
  hookId: Id<'inboundHook'>
  integrationId: Id<'integration'>
  projectId: Id<'project'>
  state: InboundState
  /** What must not come twice; null where nothing tells. */
  key: string | null
  deliveryId: string | null
  scheme: string | null
  secretVersion: number | null
  reason: string | null
  method: string
  query: string
  headers: Record<string, string>
  /** Of a refused delivery its beginning. */
  body: Buffer
  bodyBytes: number
  recovered: boolean
}

const rowOf = (one: NewDelivery, from: number) => ({
  ...{ id: toUuid(one.id), hook_id: toUuid(one.hookId), integration_id: toUuid(one.integrationId) },
  ...{ project_id: toUuid(one.projectId), state: one.state, key: one.key, delivery_id: one.deliveryId },
  ...{ scheme: one.scheme, secret_version: one.secretVersion, reason: one.reason, method: one.method },
  ...{ query: one.query, headers: one.headers, body_bytes: one.bodyBytes, recovered: one.recovered },
  ...{ body_from: from, body_length: one.body.length },
})

const columns = sql.raw(`id uuid, hook_id uuid, integration_id uuid, project_id uuid, state text, key text,
  delivery_id text, scheme text, secret_version integer, reason text, method text, query text, headers jsonb,
  body_bytes integer, recovered boolean, body_from integer, body_length integer`)

const kept =
  sql.raw(`id, hook_id, integration_id, project_id, state, delivery_id, scheme, secret_version, reason, method,
  query, headers, body_bytes, recovered`)

function packed(deliveries: readonly NewDelivery[]) {
  let from = 1
  const rows = deliveries.map((one) => {
    const row = rowOf(one, from)
    from += one.body.length
    return row
  })
  return { rows: JSON.stringify(rows), bodies: bytesParameter(Buffer.concat(deliveries.map(({ body }) => body))) }
}

/** Bytes that are text go as they are, which is half of what they are in hexadecimal; PostgreSQL knows no NUL in a text. */
const bytesParameter = (bytes: Buffer) =>
  isUtf8(bytes) && !bytes.includes(0) ? sql`convert_to(${bytes.toString('utf8')}, 'UTF8')` : sql`${bytes}::bytea`

/**
 * @returns ids of those that were written; the others have come before. A batch of another process that holds the same
 *   delivery is waited for, so that nobody hears "there already" of something that may yet be rolled back
 */
export async function writeDeliveries(
  tx: TenantTx,
  tenantId: Id<'tenant'>,
  deliveries: readonly NewDelivery[],
): Promise<Set<string>> {
  const { rows, bodies } = packed(deliveries)
  const tenant = sql`${toUuid(tenantId)}::uuid`
  // In one order for everybody, so that two batches wait for each other and never both.
  const written = await tx.execute<{ id: string }>(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as rows(${columns})
    ), first as (
      insert into inbound_seen (tenant_id, hook_id, key, inbound_id)
      select ${tenant}, hook_id, key, id from given where key is not null order by hook_id, key
      on conflict do nothing
      returning inbound_id
    )
    insert into inbound_deliveries (tenant_id, ${kept}, body)
    select ${tenant}, ${kept}, substring((select ${bodies}) from body_from for body_length)
    from given where key is null or id in (select inbound_id from first)
    returning id`)
  return new Set([...written].map(({ id }) => id.replaceAll('-', '')))
}
