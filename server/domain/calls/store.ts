import { and, eq, isNull } from 'drizzle-orm'
import { circuits, credentialVersions, integrations } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Ref } from '@/server/kernel/ids'

/** The integration as calls need it, with the version of its secret and its breaker. Deleted ones do not exist. */
export async function findTargetRow(tx: TenantTx, ref: Ref<'integration'>) {
  const named = 'id' in ref ? eq(integrations.id, ref.id) : eq(integrations.slug, ref.slug)
  const [row] = await tx
    .select({ integration: integrations, credentialVersion: credentialVersions.version, circuit: circuits })
    .from(integrations)
    .leftJoin(
      credentialVersions,
      and(eq(credentialVersions.credentialId, integrations.credentialId), eq(credentialVersions.state, 'current')),
    )
    .leftJoin(circuits, eq(circuits.integrationId, integrations.id))
    .where(and(named, isNull(integrations.deletedAt)))
  return row
}
export type TargetRow = NonNullable<Awaited<ReturnType<typeof findTargetRow>>>
