import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Ref } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { rescheduleChecks, startChecks, stopChecks } from '../checks/service'
import { destroyCredential } from '../credentials/service'
import { emit } from '../events/emit'
import { endHooks } from '../inbound/ending'
import { reread } from './connect'
import { putAwayAll } from './ending'
import type { Integration } from './integration'
import { changeIntegration, findIntegration, namingConflicts, restorableDays } from './store'

/** Switching on and off, deleting and restoring. */
async function writable(
  tx: TenantTx,
  ctx: Context,
  ref: Ref<'integration'>,
  options: { deleted?: boolean } = {},
): Promise<Integration> {
  const found = await findIntegration(tx, ctx, ref, options)
  if (!found) throw new HubError('integration.not_found')
  requirePermission(ctx, 'integrations:write', { projectId: found.projectId, integrationId: found.id })
  return found
}

const factsOf = ({ id, slug, name, type }: Integration) => ({ integrationId: id, slug, name, type })
const placeOf = ({ id, projectId }: Integration) => ({ integrationId: id, projectId })

/** Whether the integration has what it needs to sign in; one without any secret fields always has. */
const lacksSecret = (saved: Integration) => saved.credentialId !== null && saved.storedSecrets.length === 0

/**
 * Switches an integration on; its first check runs at once. Doing it again changes nothing.
 *
 * @throws {HubError} permission.denied, integration.not_found, credential.missing
 * @emits integration.enabled
 */
export async function enableIntegration(ctx: Context, ref: Ref<'integration'>): Promise<Integration> {
  return inTenant(ctx, async (tx) => {
    const saved = await writable(tx, ctx, ref)
    if (saved.enabled) return saved
    if (lacksSecret(saved)) throw new HubError('credential.missing')
    await changeIntegration(tx, saved, { enabled: true })
    await rescheduleChecks(tx, saved.id)
    await emit(tx, ctx, 'integration.enabled', { data: factsOf(saved), ...placeOf(saved) })
    return reread(tx, ctx, saved.id)
  })
}

/**
 * Switches an integration off; a check that is under way leaves no result.
 *
 * @throws {HubError} permission.denied, integration.not_found
 * @emits integration.disabled
 */
export async function disableIntegration(ctx: Context, ref: Ref<'integration'>): Promise<Integration> {
  return inTenant(ctx, async (tx) => {
    const saved = await writable(tx, ctx, ref)
    if (!saved.enabled) return saved
    await changeIntegration(tx, saved, { enabled: false })
    await stopChecks(tx, saved.id)
    await emit(tx, ctx, 'integration.disabled', { data: factsOf(saved), ...placeOf(saved) })
    return reread(tx, ctx, saved.id)
  })
}

export type Deleted = {
  integration: Integration
  secretDestroyed: boolean
  restorableUntil: Date
  /** What was made at the provider and could not be removed there. */
  leftAtProvider: string[]
}

async function deletable(tx: TenantTx, ctx: Context, ref: Ref<'integration'>, version: number | undefined) {
  const saved = await writable(tx, ctx, ref)
  if (version !== undefined && version !== saved.version) throw new HubError('integration.version_stale')
  return saved
}

/**
 * Deletes an integration. Its secret is destroyed at once unless another integration uses it; the rest can be restored
 * for 7 days, without its hooks, which are removed at the provider first. Whoever says which version was read is refused when there is a newer one.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.version_stale
 * @emits inbound_hook.deleted, credential.revoked, integration.deleted
 */
export async function deleteIntegration(ctx: Context, ref: Ref<'integration'>, version?: number): Promise<Deleted> {
  const found = await inTenant(ctx, (tx) => deletable(tx, ctx, ref, version))
  // While there is a credential, and before a transaction that the network could hold up.
  const leftAtProvider = await putAwayAll(ctx, found)
  return inTenant(ctx, async (tx) => {
    const saved = await deletable(tx, ctx, { id: found.id }, version)
    const deletedAt = new Date()
    const restorableUntil = new Date(deletedAt.getTime() + restorableDays * 86_400_000)
    await changeIntegration(tx, saved, { deletedAt, enabled: false })
    await stopChecks(tx, saved.id)
    await endHooks(tx, ctx, saved)
    const secretDestroyed =
      saved.credentialId !== null &&
      (await destroyCredential(tx, ctx, {
        ...{ id: saved.credentialId, reason: 'integration_deleted', slug: saved.slug },
        ...placeOf(saved),
      }))
    const until = restorableUntil.toISOString()
    const data = { ...factsOf(saved), secretDestroyed, restorableUntil: until, leftAtProvider }
    await emit(tx, ctx, 'integration.deleted', { data, ...placeOf(saved) })
    const integration = (await findIntegration(tx, ctx, { id: saved.id }, { deleted: true })) ?? saved
    return { integration, secretDestroyed, restorableUntil, leftAtProvider }
  })
}

/**
 * Brings a deleted integration back. Without its secret it stays disabled until somebody enters the secret again.
 *
 * @throws {HubError} permission.denied, integration.not_restorable, integration.name_taken
 * @emits integration.restored
 */
export async function restoreIntegration(
  ctx: Context,
  ref: Ref<'integration'>,
): Promise<{ integration: Integration; needsSecret: boolean }> {
  const work = () =>
    inTenant(ctx, async (tx) => {
      const saved = await findRestorable(tx, ctx, ref)
      const needsSecret = lacksSecret(saved)
      await changeIntegration(tx, saved, { deletedAt: null, enabled: !needsSecret })
      await startChecks(tx, ctx, saved.id, !needsSecret)
      await emit(tx, ctx, 'integration.restored', { data: { ...factsOf(saved), needsSecret }, ...placeOf(saved) })
      return { integration: await reread(tx, ctx, saved.id), needsSecret }
    })
  return namingConflicts(work)
}

async function findRestorable(tx: TenantTx, ctx: Context, ref: Ref<'integration'>): Promise<Integration> {
  try {
    return await writable(tx, ctx, ref, { deleted: true })
  } catch (error) {
    // One that lives, one that is gone for good and one that never was get the same words.
    if (error instanceof HubError && error.code === 'integration.not_found') {
      throw new HubError('integration.not_restorable')
    }
    throw error
  }
}
