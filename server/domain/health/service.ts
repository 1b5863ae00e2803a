import { eq } from 'drizzle-orm'
import { healthStates } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { ProbeReport } from '@/server/kernel/health'
import type { Ref } from '@/server/kernel/ids'
import { requirePermission } from '@/server/kernel/permissions'
import { recordCheck } from '../checks/service'
import { emit } from '../events/emit'
import { countHealth, getIntegration, type Integration, type IntegrationFilter } from '../integrations/service'
import { countCheck } from './checking'
import { p99Of, readProbe, runProbe } from './probing'
import { recallTest } from './remembered'

export { slowFromMs } from '../checks/service'
export {
  checkHealth,
  type FinishedCheck,
  finishChecks,
  type PreparedCheck,
  prepareChecks,
  runCheck,
} from './checking'
export { type Check, type HealthStats, historyOf, statsOf } from './history'
export { type Due, type Lane, lanes, leaseDueChecks, spreadOverdueChecks } from './leases'
export { readHealth } from './remembered'

/** Checks that a person asks for; those on their schedule are in checking.ts. */
async function recentP99(ctx: Context, { id }: Integration): Promise<number | null> {
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .select({ latencies: healthStates.recentLatenciesMs })
      .from(healthStates)
      .where(eq(healthStates.integrationId, id)),
  )
  return p99Of(row?.latencies ?? [])
}

async function probe(ctx: Context, integration: Integration, { anonymous = false } = {}): Promise<ProbeReport> {
  const p99Ms = anonymous ? null : await recentP99(ctx, integration)
  return runProbe(ctx, await readProbe(ctx, { ...integration, p99Ms }), { anonymous })
}

async function testNow(ctx: Context, integration: Integration): Promise<ProbeReport> {
  const place = { projectId: integration.projectId, integrationId: integration.id }
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
  countCheck(integration, report)
  return report
}

/**
 * Checks a saved integration now, because somebody asks. That the service fails is an answer, not an error.
 *
 * Whoever presses Test wants to know how things are now, so a test is always new; only a program that says how old an
 * answer may be (`maxAgeMs`, two minutes at most) gets one that is remembered, of the same settings and secret.
 *
 * @throws {HubError} permission.denied, integration.not_found
 * @emits integration.tested, integration.health_changed, integration.rate_limit_warned
 */
export async function testIntegration(
  ctx: Context,
  ref: Ref<'integration'>,
  { maxAgeMs = 0 }: { maxAgeMs?: number } = {},
): Promise<{ integration: Integration; report: ProbeReport }> {
  const integration = await getIntegration(ctx, ref)
  requirePermission(ctx, 'integrations:test', { projectId: integration.projectId, integrationId: integration.id })
  const report = await recallTest(ctx, integration, { maxAgeMs, run: (own) => testNow(own, integration) })
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
