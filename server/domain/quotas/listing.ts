import { and, inArray } from 'drizzle-orm'
import { findBuiltInConnector } from '@/connectors/registry'
import { integrations, quotas } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { type CallPolicy, callPolicyOf } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { type QuotaForecast, reservedShares } from '@/server/kernel/quotas'
import { logger } from '@/server/platform/logger'
import { forecastOf } from './forecast'
import { ledger } from './ledger'
import { type LedgerState, waitingIn } from './settling'

/** A pool as people see it: what the vendor said, how it runs down, and what the hub does about it. */
export type Quota = LearnedQuota &
  QuotaForecast & {
    /** The connector's name of the pool, where the vendor's is not one for people. */
    title: string | null
    learnedAt: Date
    mode: CallPolicy['quota']['mode']
    perSecond: number | null
    /** Calls in line, in all processes. */
    waiting: number
    /** The vendor asked to wait. */
    pausedUntil: Date | null
    reserved: typeof reservedShares
  }

type IntegrationId = Id<'integration'>
type Row = typeof quotas.$inferSelect
type Of = { typeId: string; policy: CallPolicy['quota'] }

async function read(ctx: Context, ids: readonly IntegrationId[]) {
  return inTenant(ctx, async (tx) => {
    const [rows, owners] = await Promise.all([
      tx
        .select()
        .from(quotas)
        .where(inArray(quotas.integrationId, [...ids]))
        .orderBy(quotas.pool),
      tx
        .select({ id: integrations.id, typeId: integrations.typeId, callPolicy: integrations.callPolicy })
        .from(integrations)
        .where(and(inArray(integrations.id, [...ids]))),
    ])
    return { rows, owners }
  })
}

async function readLedger(ctx: Context, ids: readonly IntegrationId[]) {
  try {
    return await ledger().read(ctx.tenantId, ids)
  } catch (error) {
    logger.warn({ error }, 'The quota ledger is not reachable')
    return { now: Date.now(), states: new Map<IntegrationId, LedgerState>() }
  }
}

function toQuota(row: Row, of: Of | undefined, { state, now }: { state: LedgerState | undefined; now: number }): Quota {
  const { pool, limit, remaining, resetAt, learnedAt, samples } = row
  const paused = state?.pools[pool]?.pausedUntil ?? 0
  const policy = of?.policy ?? callPolicyOf({}).quota
  return {
    ...{ pool, limit, remaining, resetAt, learnedAt },
    ...forecastOf({ remaining, resetAt, samples }, new Date(now)),
    title: (of && titleOf(of.typeId, pool)) ?? null,
    mode: policy.mode,
    perSecond: policy.perSecond,
    waiting: state ? waitingIn(state, pool, now) : 0,
    pausedUntil: paused > now ? new Date(paused) : null,
    reserved: reservedShares,
  }
}

function titleOf(typeId: string, pool: string): string | undefined {
  const declared = findBuiltInConnector(typeId)?.manifest.quotas ?? []
  return declared.find((one) => one.pool === pool)?.title
}

/** The pools of many integrations at once. The caller read those integrations before. */
export async function quotasOf(ctx: Context, ids: readonly IntegrationId[]): Promise<Map<IntegrationId, Quota[]>> {
  const groups = new Map<IntegrationId, Quota[]>(ids.map((id) => [id, []]))
  const { rows, owners } = await read(ctx, ids)
  const known = [...new Set(rows.map(({ integrationId }) => integrationId))]
  if (known.length === 0) return groups
  const { now, states } = await readLedger(ctx, known)
  const ofs = new Map(
    owners.map(({ id, typeId, callPolicy }) => [id, { typeId, policy: callPolicyOf(callPolicy).quota }]),
  )
  for (const row of rows) {
    const at = { state: states.get(row.integrationId), now }
    groups.get(row.integrationId)?.push(toQuota(row, ofs.get(row.integrationId), at))
  }
  return groups
}

/** The pools of one integration, with how they run down. */
export async function listQuotas(ctx: Context, { id }: { id: IntegrationId }): Promise<Quota[]> {
  return (await quotasOf(ctx, [id])).get(id) ?? []
}
