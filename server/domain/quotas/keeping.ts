import { and, lt, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { quotas } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import { type Id, newId, toUuid } from '@/server/kernel/ids'
import { type QuotaSample, type QuotaThreshold, quotaThresholds } from '@/server/kernel/quotas'
import { emitAll } from '../events/emit'
import { forecastOf, withSample } from './forecast'
import { believed, type Known, toKnown } from './known'
import { mostPools } from './settling'

/**
 * The one way in for what vendors say of their quotas, from calls, the proxy and checks alike: the newest answer is
 * kept, and people are warned once per pool, threshold and window.
 */
export type QuotaOwner = { id: Id<'integration'>; projectId: Id<'project'>; slug: string; name: string; type: string }

export type Learned = {
  target: QuotaOwner
  quota: LearnedQuota
  /** When the answer was asked for and when it came, on this process's clock. */
  sentAt: Date | null
  heardAt: Date
  /** A call of the integration drew from it; what a check is told of all pools says nothing of the kind. */
  isDrawn?: boolean | undefined
  correlationId?: string | undefined
}

/** The threshold a pool is at or under; null above a quarter, and where the vendor sets no limit. */
export function thresholdOf(quota: Pick<LearnedQuota, 'limit' | 'remaining'>): QuotaThreshold | null {
  if (quota.limit <= 0) return null
  const percent = (quota.remaining / quota.limit) * 100
  return quotaThresholds.find((threshold) => percent <= threshold) ?? null
}

type Row = typeof quotas.$inferSelect

/** What was already told of this pool in its present window: nothing once its reset has passed or it rose again. */
function toldBefore(row: Row | undefined, at: QuotaThreshold | null, now: Date): number | null {
  if (!row || at === null) return null
  return row.resetAt && row.resetAt <= now ? null : row.warnedPercent
}

const forgottenAfterMs = 7 * 86_400_000

/** A vendor that names its pools anew each time would fill the table: what it no longer tells goes. */
async function forgetOldPools(tx: TenantTx, ids: readonly Id<'integration'>[], now: Date): Promise<void> {
  const old = new Date(now.getTime() - forgottenAfterMs)
  await tx.delete(quotas).where(and(sql`${quotas.integrationId} = any(${uuidArray(ids)})`, lt(quotas.learnedAt, old)))
}

type Judged = {
  of: Learned
  known: Known
  warnedPercent: number | null
  news: QuotaThreshold | null
  samples: QuotaSample[]
  emptyAt: Date | null
}

const keyOf = (integrationId: Id<'integration'>, pool: string) => `${integrationId} ${pool}`

export function knownOf({ pool, limit, remaining, resetAt, learnedAt }: Row): Known {
  return toKnown({ pool, limit, remaining, resetAt }, 0, learnedAt.getTime())
}

const seconds = (ms: number) => Math.round(ms / 1000)

/** Windows are judged on the database's clock, as everything is that several processes decide together. */
function judge(of: Learned, row: Row | undefined, now: Date): Judged | null {
  const shiftMs = now.getTime() - Date.now()
  const heardAt = Math.min(now.getTime(), of.heardAt.getTime() + shiftMs)
  const one = toKnown(of.quota, of.sentAt ? of.sentAt.getTime() + shiftMs : 0, heardAt)
  const known = believed(row && knownOf(row), one, now.getTime())
  if (!known) return null
  const at = thresholdOf(known)
  const told = toldBefore(row, at, now)
  const news = at !== null && (told === null || at < told) ? at : null
  const resetSeconds = known.resetAt === null ? null : seconds(known.resetAt)
  const samples = withSample(row?.samples ?? [], [seconds(heardAt), known.remaining, resetSeconds])
  const resetAt = known.resetAt === null ? null : new Date(known.resetAt)
  const { emptyAt } = forecastOf({ remaining: known.remaining, resetAt, samples }, now)
  return { of, known, news, warnedPercent: news ?? told, samples, emptyAt }
}

async function judgePools(tx: TenantTx, learned: readonly Learned[], now: Date): Promise<Judged[]> {
  const ids = [...new Set(learned.map(({ target }) => target.id))]
  const rows = await tx
    .select()
    .from(quotas)
    .where(sql`${quotas.integrationId} = any(${uuidArray(ids)})`)
    .orderBy(quotas.integrationId, quotas.pool)
    .for('update')
  const byKey = new Map(rows.map((row) => [keyOf(row.integrationId, row.pool), row]))
  return roomFor(learned, rows).flatMap((one) => judge(one, byKey.get(keyOf(one.target.id, one.quota.pool)), now) ?? [])
}

/** A service that names a pool anew with each answer would fill the table, and warn of each. */
function roomFor(learned: readonly Learned[], rows: readonly Row[]): Learned[] {
  const pools = new Map<Id<'integration'>, Set<string>>()
  const poolsOf = (id: Id<'integration'>) => pools.get(id) ?? pools.set(id, new Set()).get(id) ?? new Set<string>()
  for (const { integrationId, pool } of rows) poolsOf(integrationId).add(pool)
  return learned.filter(({ target, quota }) => {
    const known = poolsOf(target.id)
    if (known.size >= mostPools && !known.has(quota.pool)) return false
    known.add(quota.pool)
    return true
  })
}

const isoOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

async function writePools(tx: TenantTx, ctx: Context, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return
  const rows = judged.map(({ of, known, warnedPercent, samples }) => ({
    ...{ id: toUuid(newId('quota')), integration_id: toUuid(of.target.id), pool: known.pool, samples },
    ...{ quota_limit: known.limit, remaining: known.remaining, reset_at: isoOf(known.resetAt) },
    ...{ learned_at: isoOf(known.heardAt), warned_percent: warnedPercent },
    drawn_at: of.isDrawn ? isoOf(known.heardAt) : null,
  }))
  await tx.execute(sql`
    insert into quotas (id, tenant_id, integration_id, pool, quota_limit, remaining, reset_at, learned_at,
      warned_percent, samples, drawn_at)
    select id, ${toUuid(ctx.tenantId)}::uuid, integration_id, pool, quota_limit, remaining, reset_at, learned_at,
      warned_percent, samples, drawn_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, integration_id uuid, pool text,
      quota_limit bigint, remaining bigint, reset_at timestamptz, learned_at timestamptz, warned_percent integer,
      samples jsonb, drawn_at timestamptz)
    on conflict (tenant_id, integration_id, pool) do update set
      quota_limit = excluded.quota_limit, remaining = excluded.remaining, reset_at = excluded.reset_at,
      learned_at = excluded.learned_at, warned_percent = excluded.warned_percent, samples = excluded.samples,
      drawn_at = coalesce(excluded.drawn_at, quotas.drawn_at)`)
}

/** A pool told twice in one batch counts once: what is believed of both. */
function oncePerPool(learned: readonly Learned[]): Learned[] {
  const byKey = new Map<string, Learned>()
  for (const one of learned) {
    const key = keyOf(one.target.id, one.quota.pool)
    const before = byKey.get(key)
    const [a, b] = [before, one].map((each) => each && toKnown(each.quota, each.sentAt?.getTime() ?? 0, +each.heardAt))
    if (!b || (a && !believed(a, b, Date.now()))) continue
    byKey.set(key, one)
  }
  // Always in the same order, so that two batches wait for each other and never both.
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * Keeps what vendors told of their quotas, in the caller's transaction.
 *
 * @param now the database's clock
 * @emits integration.rate_limit_warned
 */
export async function keepQuotas(tx: TenantTx, ctx: Context, told: readonly Learned[], now: Date): Promise<void> {
  if (told.length === 0) return
  const learned = oncePerPool(told)
  await forgetOldPools(
    tx,
    learned.map(({ target }) => target.id),
    now,
  )
  const judged = await judgePools(tx, learned, now)
  await writePools(tx, ctx, judged)
  await emitAll(
    tx,
    ctx,
    judged.flatMap(({ of: { target, correlationId }, known, news, emptyAt }) =>
      news === null
        ? []
        : {
            type: 'integration.rate_limit_warned' as const,
            data: {
              ...{ integrationId: target.id, slug: target.slug, name: target.name, type: target.type },
              ...{ pool: known.pool, limit: known.limit, remaining: known.remaining, thresholdPercent: news },
              ...{ resetAt: isoOf(known.resetAt), emptyAt: emptyAt?.toISOString() ?? null },
            },
            ...{ integrationId: target.id, projectId: target.projectId, correlationId },
          },
    ),
  )
}
