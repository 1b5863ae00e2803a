import { type Connector, type ConnectorSettings, parseConnectorSettings } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, parseRef } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { findConnector } from '../connectors/service'
import { shareCredential } from '../credentials/service'
import type { ConnectIntegrationInput, Integration } from './integration'
import { storedSecrets } from './settings'
import { findIntegration } from './store'

/**
 * Using a stored secret for another integration. It is a reference, never a copy, and goes nowhere it has not been
 * before: same origin, same way to sign in, same kind of service. Whoever does it may write both integrations, has
 * confirmed it, and proved who they are a moment ago.
 */
const proofMs = 10 * 60_000

/** Until when somebody who proved who they are then need not do so again. */
export const proofEndsAt = (provedAt: Date): Date => new Date(provedAt.getTime() + proofMs)

/** @throws {HubError} auth.sign_in_again, permission.denied */
function requireProof(ctx: Context): void {
  const isProved = ctx.provedAt !== undefined && proofEndsAt(ctx.provedAt) >= new Date()
  if (ctx.actor.kind === 'user' && !isProved) throw new HubError('auth.sign_in_again')
  // A key proves itself with each request; it has to be one for the whole tenant.
  if (ctx.actor.kind !== 'user') requirePermission(ctx, 'integrations:write')
}

export type Reused = { connector: Connector; from: Integration; settings: ConnectorSettings }
type Input = ConnectIntegrationInput & { reuseSecretOf: string }

const unlike = (path: string, message: string) =>
  new HubError('credential.not_reusable', undefined, { fields: [{ path, message }] })

async function readSource(ctx: Context, { reuseSecretOf }: Input) {
  return inTenant(ctx, async (tx) => {
    const from = await findIntegration(tx, ctx, parseRef('integration', reuseSecretOf))
    if (!from) throw new HubError('integration.not_found')
    // Before the secret is opened, which leaves a trace.
    requirePermission(ctx, 'integrations:write', { projectId: from.projectId, integrationId: from.id })
    requireProof(ctx)
    return { from, stored: await storedSecrets(tx, ctx, from.credentialId) }
  })
}

const isOfSecrets = (error: unknown) =>
  error instanceof HubError &&
  error.fields.length > 0 &&
  error.fields.every(({ path }) => path === 'secrets' || path.startsWith('secrets.'))

function withSecrets(connector: Connector, input: Input, secrets: Record<string, string>): ConnectorSettings {
  try {
    return parseConnectorSettings(connector, { ...input, secrets })
  } catch (error) {
    if (isOfSecrets(error)) throw unlike('reuseSecretOf', 'has not the secret this way to sign in needs')
    throw error
  }
}

/**
 * The settings of a new integration with the stored secret of another one.
 *
 * @throws {HubError} permission.denied, integration.not_found, auth.sign_in_again, credential.reuse_unconfirmed,
 *   credential.not_reusable, integration.settings_invalid, request.invalid
 */
export async function reusedSettings(ctx: Context, connector: Connector, input: Input): Promise<Reused> {
  if (Object.keys(input.secrets ?? {}).length > 0) {
    const fields = [{ path: 'secrets', message: 'cannot be given together with reuseSecretOf' }]
    throw new HubError('request.invalid', undefined, { fields })
  }
  if (!input.confirmReuse) throw new HubError('credential.reuse_unconfirmed')
  const { from, stored } = await readSource(ctx, input)
  const theirs = await findConnector(ctx, from.type, from.connectorVersion)
  const isAkin = theirs.manifest.families.some((family) => connector.manifest.families.includes(family))
  if (!isAkin) throw unlike('reuseSecretOf', 'is another kind of service')
  const method = input.method ?? from.method
  if (method !== from.method) throw unlike('method', 'is another way to sign in')
  if (Object.keys(stored.secrets).length === 0) throw unlike('reuseSecretOf', 'has no secret')
  const settings = withSecrets(connector, { ...input, method }, stored.secrets)
  if (settings.origin !== stored.origin) throw unlike('config', 'is another address')
  return { connector, from, settings }
}

/** Ties the new integration to the credential, in the transaction that makes it. @emits credential.reused */
export async function tieSecret(
  tx: TenantTx,
  ctx: Context,
  { from }: Reused,
  at: { integrationId: Id<'integration'>; projectId: Id<'project'>; slug: string },
): Promise<Id<'credential'>> {
  if (!from.credentialId) throw new HubError('credential.missing')
  return shareCredential(tx, ctx, { id: from.credentialId, from: { id: from.id, slug: from.slug }, ...at })
}
