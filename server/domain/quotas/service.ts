import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { budgetOf, hearQuotas } from './flushing'
import type { Heard, QuotaPause, QuotaRefused, QuotaTaken, TakeQuota } from './types'

export { poolOf } from '@/connectors/kit/quotas'
export { closeQuotas, flushQuotas } from './flushing'
export { keepQuotas } from './keeping'
export { listQuotas, type Quota, quotasOf } from './listing'
export { drawForProbe, type ProbeQuotas, quotasForProbes } from './probing'
export type { Heard, QuotaPause, QuotaRefused, QuotaTaken, TakeQuota } from './types'

/**
 * The quotas of services: what vendors say of them, and who may draw on them next. The caller has read the integration
 * before and may use it.
 */

/**
 * Takes what one call costs, waiting for it no longer than its deadline allows. In steady use it answers from tokens
 * that this process leased, without a round trip.
 */
export async function takeQuota(ctx: Context, input: TakeQuota): Promise<QuotaTaken | QuotaRefused> {
  return budgetOf({ tenantId: ctx.tenantId, integrationId: input.integrationId }).take(input)
}

/**
 * Hears what an answer told of the quotas: this process acts on it at once, the others within a second.
 *
 * @emits integration.rate_limit_warned, some moments later
 */
export function learnQuotas(
  ctx: Context,
  integrationId: Id<'integration'>,
  learned: readonly LearnedQuota[],
  { sentAt }: Heard = {},
): void {
  if (learned.length > 0) hearQuotas({ tenantId: ctx.tenantId, integrationId }, learned, sentAt)
}

/** The service answered 429, or its like: no process draws from the pool before then. */
export function pauseQuota(ctx: Context, integrationId: Id<'integration'>, { pool, until }: QuotaPause): void {
  budgetOf({ tenantId: ctx.tenantId, integrationId }).pause(pool, until.getTime())
}
