import { and, lt, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { quotas } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import { type Id, newId, toUuid } from '@/server/kernel/ids'
import { emitAll } from '../events/emit'
import type { CausingCheck, CheckTarget } from './recording'

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

const forgottenAfterMs = 7 * 86_400_000

/** A vendor that names its pools anew each time would fill the table: what it no longer tells goes. */
async function forgetOldPools(tx: TenantTx, ids: readonly Id<'integration'>[], now: Date): Promise<void> {
  const old = new Date(now.getTime() - forgottenAfterMs)
  await tx.delete(quotas).where(and(sql`${quotas.integrationId} = any(${uuidArray(ids)})`, lt(quotas.learnedAt, old)))
}

type Learned = LearnedQuota & { target: CheckTarget; correlationId: string | undefined }
type Judged = Learned & { warnedPercent: number | null; news: Threshold | null }

const keyOf = (integrationId: Id<'integration'>, pool: string) => `${integrationId} ${pool}`

async function judgePools(tx: TenantTx, learned: readonly Learned[], now: Date): Promise<Judged[]> {
  const ids = [...new Set(learned.map(({ target }) => target.id))]
  const rows = await tx
    .select()
    .from(quotas)
    .where(sql`${quotas.integrationId} = any(${uuidArray(ids)})`)
    .orderBy(quotas.integrationId, quotas.pool)
    .for('update')
  const known = new Map(rows.map((row) => [keyOf(row.integrationId, row.pool), row]))
  return learned.map((one) => {
    const at = thresholdOf(one)
    // Windows are judged on the database's clock, as everything is that several processes decide together.
    const told = toldBefore(known.get(keyOf(one.target.id, one.pool)), at, now)
    const news = at !== null && (told === null || at < told) ? at : null
    return { ...one, news, warnedPercent: news ?? told }
  })
}

async function keepPools(tx: TenantTx, ctx: Context, judged: readonly Judged[], now: Date): Promise<void> {
  const rows = judged.map(({ target, pool, limit, remaining, resetAt, warnedPercent }) => ({
    ...{ id: toUuid(newId('quota')), integration_id: toUuid(target.id), pool, quota_limit: limit, remaining },
    ...{ reset_at: resetAt?.toISOString() ?? null, warned_percent: warnedPercent },
  }))
  await tx.execute(sql`
    insert into quotas (id, tenant_id, integration_id, pool, quota_limit, remaining, reset_at, learned_at, warned_percent)
    select id, ${toUuid(ctx.tenantId)}::uuid, integration_id, pool, quota_limit, remaining, reset_at,
      ${now.toISOString()}::timestamptz, warned_percent
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, integration_id uuid, pool text,
      quota_limit bigint, remaining bigint, reset_at timestamptz, warned_percent integer)
    on conflict (tenant_id, integration_id, pool) do update set
      quota_limit = excluded.quota_limit, remaining = excluded.remaining, reset_at = excluded.reset_at,
      learned_at = excluded.learned_at, warned_percent = excluded.warned_percent`)
}

/**
 * Keeps what vendors told of their quotas, and warns once per pool, threshold and reset.
 *
 * @emits integration.rate_limit_warned
 */
export async function learnQuotas(tx: TenantTx, ctx: Context, inputs: readonly CausingCheck[], now: Date) {
  // A pool told twice in one answer counts once: its last word.
  const learned = new Map<string, Learned>()
  for (const { target, report, correlationId } of inputs) {
    for (const quota of report.quotas) {
      learned.set(keyOf(target.id, quota.pool), { ...quota, target, correlationId })
    }
  }
  if (learned.size === 0) return
  const all = [...learned.values()].sort((a, b) => (keyOf(a.target.id, a.pool) < keyOf(b.target.id, b.pool) ? -1 : 1))
  await forgetOldPools(
    tx,
    all.map(({ target }) => target.id),
    now,
  )
  const judged = await judgePools(tx, all, now)
  await keepPools(tx, ctx, judged, now)
  await emitAll(
    tx,
    ctx,
    judged.flatMap(({ target, pool, limit, remaining, resetAt, news, correlationId }) =>
      news === null
        ? []
        : {
            type: 'integration.rate_limit_warned' as const,
            data: {
              ...{ integrationId: target.id, slug: target.slug, name: target.name, type: target.type },
              ...{ pool, limit, remaining, thresholdPercent: news, resetAt: resetAt?.toISOString() ?? null },
            },
            ...{ integrationId: target.id, projectId: target.projectId, correlationId },
          },
    ),
  )
}
