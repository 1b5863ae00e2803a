import { and, eq, lt, sql } from 'drizzle-orm'
import { quotas } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import { newId } from '@/server/kernel/ids'
import { emit } from '../events/emit'
import type { CheckTarget } from './service'

/** Told when a pool falls to a quarter, a tenth, and nothing. */
const thresholds = [0, 10, 25] as const
type Threshold = (typeof thresholds)[number]

/** The threshold a pool is at or under; null above a quarter, and where the vendor sets no limit. */
export function thresholdOf(quota: Pick<LearnedQuota, 'limit' | 'remaining'>): Threshold | null {
  if (quota.limit <= 0) return null
  const percent = (quota.remaining / quota.limit) * 100
  return thresholds.find((threshold) => percent <= threshold) ?? null
}

type Known = { warnedPercent: number | null; resetAt: Date | null }

/** What was already told of this pool in its present window: nothing once its reset has passed or it rose again. */
function toldBefore(known: Known | undefined, at: Threshold | null, now: Date): number | null {
  if (!known || at === null) return null
  return known.resetAt && known.resetAt <= now ? null : known.warnedPercent
}

/** Windows are judged on the database's clock, as everything is that several processes decide together. */
async function databaseNow(tx: TenantTx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now()::text as now`)
  return row ? new Date(row.now) : new Date()
}

const forgottenAfterMs = 7 * 86_400_000

/** A vendor that names its pools anew each time would fill the table: what it no longer tells goes. */
async function forgetOldPools(tx: TenantTx, target: CheckTarget, now: Date): Promise<void> {
  const old = new Date(now.getTime() - forgottenAfterMs)
  await tx.delete(quotas).where(and(eq(quotas.integrationId, target.id), lt(quotas.learnedAt, old)))
}

/**
 * Keeps what the vendor told of its quotas, and warns once per pool, threshold and reset.
 *
 * @emits integration.rate_limit_warned
 */
export async function learnQuotas(tx: TenantTx, ctx: Context, target: CheckTarget, learned: readonly LearnedQuota[]) {
  if (learned.length === 0) return
  const now = await databaseNow(tx)
  await forgetOldPools(tx, target, now)
  for (const { pool, limit, remaining, resetAt } of learned) {
    const [known] = await tx
      .select()
      .from(quotas)
      .where(and(eq(quotas.integrationId, target.id), eq(quotas.pool, pool)))
      .for('update')
    const at = thresholdOf({ limit, remaining })
    const told = toldBefore(known, at, now)
    const isNews = at !== null && (told === null || at < told)
    const values = { limit, remaining, resetAt, learnedAt: now, warnedPercent: isNews ? at : told }
    await tx
      .insert(quotas)
      .values({ id: newId('quota'), tenantId: ctx.tenantId, integrationId: target.id, pool, ...values })
      .onConflictDoUpdate({ target: [quotas.tenantId, quotas.integrationId, quotas.pool], set: values })
    if (!isNews) continue
    await emit(tx, ctx, 'integration.rate_limit_warned', {
      data: {
        integrationId: target.id,
        slug: target.slug,
        name: target.name,
        type: target.type,
        pool,
        limit,
        remaining,
        thresholdPercent: at,
        resetAt: resetAt?.toISOString() ?? null,
      },
      integrationId: target.id,
      projectId: target.projectId,
    })
  }
}
