import {
  type Connector,
  type ConnectorSettings,
  type DrawQuota,
  parseConnectorSettings,
  runProbes,
} from '@/connectors/kit'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { ProbeName, ProbeReport, ProbeResult } from '@/server/kernel/health'
import type { HttpClient } from '@/server/kernel/http'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { readSecrets } from '../credentials/service'
import { httpClientFor } from '../egress/service'
import type { Integration } from './integration'

/** The settings of an integration with its secrets, and proving them. Used, then forgotten: never kept or logged. */
export type StoredSecrets = { origin: string | null; secrets: Record<string, string> }

export async function storedSecrets(
  tx: TenantTx,
  ctx: Context,
  credentialId: Id<'credential'> | null,
): Promise<StoredSecrets> {
  if (!credentialId) return { origin: null, secrets: {} }
  try {
    return await readSecrets(tx, ctx, credentialId)
  } catch (error) {
    if (error instanceof HubError && error.code === 'credential.missing') return { origin: null, secrets: {} }
    throw error
  }
}

/** What of a saved integration says where it is and how to sign in there. */
export type SavedSettings = Pick<
  Integration,
  'id' | 'type' | 'connectorVersion' | 'instance' | 'method' | 'config' | 'credentialId'
>

/**
 * The settings with which a saved integration is called, from what is stored of it.
 *
 * @throws {HubError} credential.missing when the secret is gone, or belongs to another origin
 */
export function settingsOf(connector: Connector, saved: SavedSettings, stored: StoredSecrets): ConnectorSettings {
  const { instance, method, config } = saved
  let settings: ConnectorSettings
  try {
    settings = parseConnectorSettings(connector, { instance, method, config, secrets: stored.secrets })
  } catch (error) {
    if (error instanceof HubError && error.fields.some((field) => field.path.startsWith('secrets.'))) {
      throw new HubError('credential.missing', undefined, { cause: error })
    }
    throw error
  }
  const hasSecrets = Object.keys(stored.secrets).length > 0
  if (hasSecrets && stored.origin !== settings.origin) throw new HubError('credential.missing')
  return settings
}

export type ProveOptions = {
  onProbe?: ((result: ProbeResult) => void) | undefined
  p99Ms?: number | null
  /** Reach only: the credential is not sent. */
  anonymous?: boolean
  /** Just these probes, and what they rest upon. */
  only?: readonly ProbeName[]
  /** Asks for what a request costs. */
  draw?: DrawQuota | undefined
  /** Pools that its calls draw from. */
  usedPools?: ReadonlySet<string> | undefined
  /** A client made just now, where several are proved together; else one is made. */
  http?: HttpClient
}

/** Runs the probes against the service, from this tenant's side of the egress policy. */
export async function proveSettings(
  ctx: Context,
  connector: Connector,
  settings: ConnectorSettings,
  options: ProveOptions = {},
): Promise<ProbeReport> {
  const http = options.http ?? (await httpClientFor(ctx))
  return runProbes(connector, settings, http, {
    ...options,
    signal: ctx.signal,
    onFault: (error) =>
      logger.error({ error, connector: connector.manifest.id }, 'a probe failed through a fault of ours'),
  })
}
