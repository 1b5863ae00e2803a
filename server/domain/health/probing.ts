import type { Connector, ConnectorSettings, DrawQuota } from '@/connectors/kit'
import { inTenant, type TenantTx } from '@/db/tenant'
import { type CallPolicyChanges, callPolicyOf } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { ProbeReport } from '@/server/kernel/health'
import type { HttpClient } from '@/server/kernel/http'
import { logger } from '@/server/platform/logger'
import { findConnector } from '../connectors/service'
import { readManySecrets } from '../credentials/service'
import { httpClientIn } from '../egress/service'
import { proveSettings, type SavedSettings, settingsOf } from '../integrations/service'
import { drawForProbe, type ProbeQuotas, quotasForProbes } from '../quotas/service'
import { missingSecret, ourTrouble } from './reports'

/**
 * Probing saved integrations. Everything the probes of a batch need is read in one transaction, right before they run:
 * the grants of the tenant, the sealed secrets, the connectors. It is used and forgotten.
 */
export type Subject = SavedSettings & {
  callPolicy?: CallPolicyChanges
  /** The longest of the last twenty latencies: as near to a 99th percentile as twenty come. */
  p99Ms: number | null
}

/** What is ready to be probed, or why it cannot be. */
export type Probe = {
  subject: Subject
  http: HttpClient
  quotas: ProbeQuotas
  ready: { connector: Connector; settings: ConnectorSettings } | { error: unknown }
}

/** Twenty answers are needed before one in a hundred can be told. */
const enough = 20
export const p99Of = (latencies: readonly number[]) => (latencies.length < enough ? null : Math.max(...latencies))

const noSecrets = { origin: null, secrets: {} }

export async function readProbes(tx: TenantTx, ctx: Context, subjects: readonly Subject[]): Promise<Probe[]> {
  const ids = [...new Set(subjects.flatMap(({ credentialId }) => credentialId ?? []))]
  const [http, opened, quotas] = await Promise.all([
    httpClientIn(tx, ctx),
    readManySecrets(tx, ctx, ids),
    quotasForProbes(
      tx,
      subjects.map(({ id }) => id),
    ),
  ])
  const readyOf = async (subject: Subject): Promise<Probe['ready']> => {
    try {
      const found = subject.credentialId ? opened.get(subject.credentialId) : undefined
      if (found instanceof HubError && found.code !== 'credential.missing') throw found
      const connector = await findConnector(ctx, subject.type, subject.connectorVersion)
      const stored = found && !(found instanceof HubError) ? found : noSecrets
      return { connector, settings: settingsOf(connector, subject, stored) }
    } catch (error) {
      return { error }
    }
  }
  return Promise.all(
    subjects.map(async (subject) => ({
      ...{ subject, http, quotas: quotas(subject.id), ready: await readyOf(subject) },
    })),
  )
}

export async function readProbe(ctx: Context, subject: Subject): Promise<Probe> {
  const [probe] = await inTenant(ctx, (tx) => readProbes(tx, ctx, [subject]))
  if (probe) return probe
  throw new HubError('integration.not_found')
}

function cannot(subject: Subject, startedAt: Date, error: unknown): ProbeReport {
  if (error instanceof HubError && error.code === 'credential.missing') return missingSecret(startedAt)
  logger.error({ error, integrationId: subject.id }, 'a check could not run')
  return ourTrouble(startedAt, error)
}

/** A check on its schedule yields to calls. */
function drawing(ctx: Context, { subject, quotas: { known } }: Pick<Probe, 'subject' | 'quotas'>): DrawQuota {
  const { id: integrationId, callPolicy = {} } = subject
  const policy = callPolicyOf(callPolicy).quota
  return (pools) => drawForProbe(ctx, { integrationId, pools, policy, known, signal: ctx.signal })
}

/** Runs the probes. Trouble of our own is a report without a verdict, never an exception. */
export async function runProbe(
  ctx: Context,
  { subject, http, ready, quotas }: Probe,
  { anonymous = false, draws = false } = {},
): Promise<ProbeReport> {
  const startedAt = new Date()
  if ('error' in ready) return cannot(subject, startedAt, ready.error)
  try {
    const p99Ms = anonymous ? null : subject.p99Ms
    const draw = draws ? drawing(ctx, { subject, quotas }) : undefined
    const usedPools = quotas.used
    return await proveSettings(ctx, ready.connector, ready.settings, { anonymous, p99Ms, http, draw, usedPools })
  } catch (error) {
    return cannot(subject, startedAt, error)
  }
}
