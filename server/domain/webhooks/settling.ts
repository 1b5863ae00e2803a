import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import { toUuid } from '@/server/kernel/ids'
import { emit } from '../events/emit'
import { type EndpointRow, factsOf } from './endpoint'
import type { Prepared } from './prepare'

/** Ends what is never going to be sent: left out when it is nobody's business any more, failed when it is our trouble. */
export async function settleNever(never: Prepared['never']): Promise<void> {
  if (never.length === 0) return
  const rows = never.map(({ delivery, message, isOurs }) => ({
    id: toUuid(delivery.id),
    tenant_id: toUuid(delivery.tenantId),
    attempts: delivery.attempts,
    state: isOurs ? 'failed' : 'skipped',
    failure_class: isOurs ? 'ours' : null,
    message,
  }))
  await acrossTenants('settle deliveries', async (tx) => {
    await tx.execute(sql`
      update webhook_deliveries as delivery set state = given.state, failure_class = given.failure_class,
        message = given.message, leased_until = null, changed_at = clock_timestamp()
      from json_to_recordset(${JSON.stringify(rows)}::json) as given(id uuid, tenant_id uuid,
        attempts integer, state text, failure_class text, message text)
      where delivery.tenant_id = given.tenant_id and delivery.id = given.id
        and delivery.attempts = given.attempts`)
  })
}

/**
 * Switches off endpoints whose owner may not be told anything any more: a revoked key, somebody who left. Somebody else
 * who may write it can enable it, and answers for it then.
 *
 * @emits webhook.disabled
 */
export async function disableOwnerless(endpoints: readonly EndpointRow[]): Promise<void> {
  for (const endpoint of endpoints) {
    await acrossTenants('disable endpoint', async (tx) => {
      const owner = JSON.stringify(endpoint.owner)
      const rows = await tx.execute(sql`
        update webhook_endpoints set enabled = false, disabled_reason = 'owner_gone', disabled_at = clock_timestamp(),
          version = version + 1, updated_at = now()
        where id = ${toUuid(endpoint.id)} and enabled and owner = ${owner}::jsonb
        returning 1`)
      if (rows.length === 0) return
      const message = `${endpoint.owner.name} may not see its events any more`
      const data = { ...factsOf(endpoint), reason: 'owner_gone' as const, message }
      await emit(tx, systemContext(endpoint.tenantId, 'webhook-sender'), 'webhook.disabled', { data })
    })
  }
}
