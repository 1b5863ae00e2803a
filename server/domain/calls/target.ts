import { inTenant } from '@/db/tenant'
import { callPolicyOf } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, parseRef } from '@/server/kernel/ids'
import { allows, type Permission, type Place, requirePermission } from '@/server/kernel/permissions'
import { findConnector } from '../connectors/service'
import { readSecrets } from '../credentials/service'
import { httpClientIn } from '../egress/service'
import { settingsOf } from '../integrations/service'
import type { CallTarget } from './call'
import { adoptCircuit } from './circuits'
import { forgetTargets, recallTarget, rememberTarget } from './memory'
import { findTargetRow, type TargetRow } from './store'

/** Opening an integration for calls: may the caller, is it switched on, where does it go, and with which secret. */

async function openRow(ctx: Context, row: TargetRow, secrets: Awaited<ReturnType<typeof readSecrets>> | null) {
  const { integration, credentialVersion } = row
  const { id, tenantId, projectId, slug, name, typeId, version, credentialId, connectorVersion } = integration
  const connector = await findConnector(ctx, typeId, connectorVersion)
  return {
    integration: { id, tenantId, projectId, slug, name, type: typeId, version },
    connector,
    settings: settingsOf(connector, { ...integration, type: typeId }, secrets ?? { origin: null, secrets: {} }),
    credential: credentialId && credentialVersion !== null ? { id: credentialId, version: credentialVersion } : null,
    policy: callPolicyOf(integration.callPolicy),
  }
}

/** A secret that is gone is told by the settings, which know whether the method needs one. */
async function secretsOf(tx: Parameters<typeof readSecrets>[0], ctx: Context, id: Id<'credential'> | null) {
  if (id === null) return null
  return readSecrets(tx, ctx, id).catch((error: unknown) => {
    if (error instanceof HubError && error.code === 'credential.missing') return null
    throw error
  })
}

/** What the caller may not read does not exist for them, whatever state it is in. */
function requireReach(ctx: Context, permission: Permission, place: Place): void {
  if (!allows(ctx.grants, 'integrations:read', place)) throw new HubError('integration.not_found')
  requirePermission(ctx, permission, place)
}

const placeOf = ({ id, projectId }: { id: Id<'integration'>; projectId: Id<'project'> }): Place => ({
  projectId,
  integrationId: id,
})

function readTarget(ctx: Context, named: string, permission: Permission): Promise<CallTarget> {
  return inTenant(ctx, async (tx) => {
    const row = await findTargetRow(tx, parseRef('integration', named))
    if (!row) throw new HubError('integration.not_found')
    requireReach(ctx, permission, placeOf(row.integration))
    if (!row.integration.enabled) throw new HubError('integration.disabled')
    const [http, secrets] = await Promise.all([httpClientIn(tx, ctx), secretsOf(tx, ctx, row.integration.credentialId)])
    adoptCircuit(row.circuit, row.integration.id)
    return { ...(await openRow(ctx, row, secrets)), http }
  })
}

/**
 * An integration ready to be called, remembered for seconds.
 *
 * @throws {HubError} integration.not_found, permission.denied, integration.disabled, connector.unknown,
 *   credential.missing, credential.unreadable
 */
export async function openTarget(
  ctx: Context,
  { integration, permission = 'integrations:execute' }: { integration: string; permission?: Permission },
): Promise<CallTarget> {
  const named = findId('integration', integration) ?? integration
  const known = recallTarget(ctx.tenantId, named)
  if (known) {
    requireReach(ctx, permission, placeOf(known.integration))
    return known
  }
  return rememberTarget(ctx.tenantId, named, () => readTarget(ctx, named, permission))
}

/** The same target read anew: for a secret that may have been replaced meanwhile. */
export async function reopenTarget(ctx: Context, target: CallTarget, permission?: Permission): Promise<CallTarget> {
  forgetTargets(ctx.tenantId)
  return openTarget(ctx, { integration: target.integration.id, ...(permission && { permission }) })
}

const nullOfRefusal = (error: unknown): null => {
  if (error instanceof HubError) return null
  throw error
}

/**
 * The integration that stands in for this one, where there is one.
 *
 * @returns null, too, when it is gone, switched off, or not the caller's to use: then the first one's answer stands
 */
export async function findFallback(ctx: Context, { integration, policy }: CallTarget): Promise<CallTarget | null> {
  if (!policy.fallback) return null
  const second = await openTarget(ctx, { integration: policy.fallback }).catch(nullOfRefusal)
  return second && second.integration.id !== integration.id && second.integration.type === integration.type
    ? second
    : null
}

/**
 * For a secret that the service refuses and that may have been replaced since it was remembered.
 *
 * @returns the target with another secret; null when there is none, or the integration cannot be opened any more
 */
export async function findNewerTarget(ctx: Context, target: CallTarget): Promise<CallTarget | null> {
  if (!target.credential) return null
  const again = await reopenTarget(ctx, target).catch(nullOfRefusal)
  const isSame =
    again?.credential?.id === target.credential.id && again.credential.version === target.credential.version
  return isSame ? null : again
}
