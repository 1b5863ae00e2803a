import { eq, inArray } from 'drizzle-orm'
import { inboundHooks, inboundSeen } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { emit } from '../events/emit'

/**
 * Takes the hooks of an integration along when it is deleted: addresses are dead, secrets destroyed. Knows nothing of
 * the rest of inbound, so that integrations can ask for it.
 *
 * @emits inbound_hook.deleted
 */
export async function endHooks(
  tx: TenantTx,
  ctx: Context,
  { id, projectId, slug }: { id: Id<'integration'>; projectId: Id<'project'>; slug: string },
): Promise<number> {
  const gone = await tx
    .delete(inboundHooks)
    .where(eq(inboundHooks.integrationId, id))
    .returning({ id: inboundHooks.id, name: inboundHooks.name })
  if (gone.length === 0) return 0
  const ids = gone.map((hook) => hook.id)
  await tx.delete(inboundSeen).where(inArray(inboundSeen.hookId, ids))
  for (const hook of gone) {
    const data = { hookId: hook.id, name: hook.name, integrationId: id, slug, reason: 'integration_deleted' as const }
    await emit(tx, ctx, 'inbound_hook.deleted', { data, integrationId: id, projectId })
  }
  return gone.length
}
