import { sql } from 'drizzle-orm'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { ProbeReport } from '@/server/kernel/health'
import { fromUuid, type Id, type Ref } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { isDue, recordCheck, returnTick } from '../checks/service'
import { findConnector } from '../connectors/service'
import { emit } from '../events/emit'
import {
  countHealth,
  getIntegration,
  type Integration,
  type IntegrationFilter,
  openSettings,
  proveSettings,
} from '../integrations/service'
import { historyOf } from './history'
import { missingSecret, ourTrouble } from './reports'

export { type Check, type HealthStats, historyOf, type Quota, quotasOf, statsOf } from './history'

/** Running checks: on their schedule, and when a person asks. */
export type Due = { tenantId: Id<'tenant'>; integrationId: Id<'integration'>; tick: Date }

/** A claim holds for so long; a worker that dies with it gives the same tick back. */
const leaseSeconds = 60

type DueRow = { tenant_id: string; integration_id: string; due_at: Date | string; late: number }

/**
 * Claims what is due, for a while, on the database's clock. Sweeps of several processes skip each other's rows. A tick
 * that was missed for more than a day is moved to now: what it would have told has no use any more.
 */
export async function claimDueChecks(limit = 1_000): Promise<Due[]> {
  const rows = await acrossTenants('sweep', (tx) =>
    tx.execute<DueRow>(sql`
      with due as materialized (
        select integration_id from health_states
        where due_at <= now() and (leased_until is null or leased_until <= now())
        order by due_at limit ${limit} for update skip locked
      )
      update health_states set
        leased_until = now() + make_interval(secs => ${leaseSeconds}),
        due_at = case when due_at < now() - interval '1 day' then now() else due_at end
      from due where health_states.integration_id = due.integration_id
      returning health_states.tenant_id, health_states.integration_id, health_states.due_at,
        extract(epoch from now() - health_states.due_at)::float8 as late`),
  )
  return [...rows].map((row) => {
    metrics.checkLateness.observe(Math.max(row.late, 0))
    return {
      tenantId: fromUuid('tenant', row.tenant_id),
      integrationId: fromUuid('integration', row.integration_id),
      tick: new Date(row.due_at),
    }
  })
}

/** The 99th percentile of the last checks' latency; with twenty of them, the slowest. */
async function recentP99(ctx: Context, id: Id<'integration'>): Promise<number | null> {
  const recent = (await historyOf(ctx, [id], 20)).get(id) ?? []
  const latencies = recent.flatMap((check) => check.latencyMs ?? [])
  return latencies.length < 20 ? null : Math.max(...latencies)
}

/** Probes a saved integration. Trouble of our own is a report without a verdict, never an exception. */
async function probe(ctx: Context, integration: Integration, { anonymous = false } = {}): Promise<ProbeReport> {
  const startedAt = new Date()
  try {
    const connector = await findConnector(ctx, integration.type, integration.connectorVersion)
    const settings = await openSettings(ctx, connector, integration)
    const p99Ms = anonymous ? null : await recentP99(ctx, integration.id)
    return await proveSettings(ctx, connector, settings, { anonymous, p99Ms })
  } catch (error) {
    if (error instanceof HubError && error.code === 'credential.missing') return missingSecret(startedAt)
    logger.error({ error, integrationId: integration.id }, 'a check could not run')
    return ourTrouble(startedAt, error)
  }
}

function count(integration: Integration, { verdict, failureClass }: ProbeReport): void {
  metrics.checks.inc({ type: integration.type, verdict: verdict ?? 'none', failure_class: failureClass ?? 'none' })
}

/**
 * Runs the check of one tick and records its result. Running it twice is as good as once: the second finds the tick
 * done and changes nothing.
 *
 * @emits integration.health_changed, integration.rate_limit_warned
 */
export async function checkHealth(ctx: Context, { integrationId, tick }: Omit<Due, 'tenantId'>): Promise<void> {
  requirePermission(ctx, 'integrations:test')
  if (!(await inTenant(ctx, (tx) => isDue(tx, integrationId, tick)))) return
  const integration = await getIntegration(ctx, { id: integrationId })
  const report = await probe(ctx, integration)
  if (ctx.signal?.aborted) {
    // A worker that is going down gives the tick back, and another takes it at once.
    await inTenant(ctx, (tx) => returnTick(tx, integrationId, tick))
    return
  }
  const recorded = await inTenant(ctx, (tx) => recordCheck(tx, ctx, { target: integration, report, tick }))
  if (recorded) count(integration, report)
}

/**
 * Checks a saved integration now, because somebody asks. That the service fails is an answer, not an error.
 *
 * @throws {HubError} permission.denied, integration.not_found
 * @emits integration.tested, integration.health_changed, integration.rate_limit_warned
 */
export async function testIntegration(
  ctx: Context,
  ref: Ref<'integration'>,
): Promise<{ integration: Integration; report: ProbeReport }> {
  const integration = await getIntegration(ctx, ref)
  const place = { projectId: integration.projectId, integrationId: integration.id }
  requirePermission(ctx, 'integrations:test', place)
  const report = await probe(ctx, integration)
  await inTenant(ctx, async (tx) => {
    const checkId = await recordCheck(tx, ctx, { target: integration, report })
    const { verdict, failureClass, failingProbe, message, remedy, latencyMs } = report
    const { slug, name, type } = integration
    await emit(tx, ctx, 'integration.tested', {
      data: {
        ...{ integrationId: integration.id, slug, name, type, verdict, checkId: checkId ?? '' },
        ...{ failureClass, failingProbe, message, remedy, latencyMs },
      },
      ...place,
    })
  })
  count(integration, report)
  return { integration: await getIntegration(ctx, { id: integration.id }), report }
}

export type Ping = { reachable: boolean; message: string; latencyMs: number | null; remedy: string | null }

/**
 * Reach and latency of a saved integration, without sending its credential. Nothing is kept.
 *
 * @throws {HubError} permission.denied, integration.not_found
 */
export async function pingIntegration(ctx: Context, ref: Ref<'integration'>): Promise<Ping> {
  const integration = await getIntegration(ctx, ref)
  requirePermission(ctx, 'integrations:test', { projectId: integration.projectId, integrationId: integration.id })
  const { verdict, message, latencyMs, remedy } = await probe(ctx, integration, { anonymous: true })
  return { reachable: verdict === 'healthy' || verdict === 'degraded', message, latencyMs, remedy }
}

/** How many of the caller's integrations are in which state. */
export async function healthSummary(ctx: Context, filter?: IntegrationFilter) {
  return countHealth(ctx, filter)
}
