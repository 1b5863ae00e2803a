import { sql } from 'drizzle-orm'
import { anyPool } from '@/connectors/kit/quotas'
import { uuidArray } from '@/db/arrays'
import { quotas } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { CallPolicy } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { paceBelowShare, silenceMs } from '@/server/kernel/quotas'
import { budgetOf, findBudget } from './flushing'
import { knownOf } from './keeping'
import type { Known } from './known'

/**
 * Checks draw from quotas like everybody, as the least urgent. Ten thousand integrations are checked a minute and most
 * have plenty left: what was heard of their pools is read with the rest of a batch, and only who has less than the share
 * above which anybody may draw asks the ledger.
 */
export type ProbeQuotas = {
  /** What was heard of its pools, by any process. */
  known: readonly Known[]
  /** Pools that calls drew from lately. */
  used: ReadonlySet<string>
}

const lately = 7 * 86_400_000
const noQuotas: ProbeQuotas = { known: [], used: new Set() }

/** What is known of the pools of many integrations, in the caller's transaction. */
export async function quotasForProbes(
  tx: TenantTx,
  ids: readonly Id<'integration'>[],
): Promise<(id: Id<'integration'>) => ProbeQuotas> {
  const rows = await tx
    .select()
    .from(quotas)
    .where(sql`${quotas.integrationId} = any(${uuidArray(ids)})`)
  const since = Date.now() - lately
  const found = new Map<Id<'integration'>, { known: Known[]; used: Set<string> }>()
  for (const row of rows) {
    const one = found.get(row.integrationId) ?? { known: [], used: new Set() }
    one.known.push(knownOf(row))
    if (row.drawnAt && row.drawnAt.getTime() > since) one.used.add(row.pool)
    found.set(row.integrationId, one)
  }
  return (id) => found.get(id) ?? noQuotas
}

export type DrawForProbe = {
  integrationId: Id<'integration'>
  pools: readonly string[]
  policy: CallPolicy['quota']
  known: readonly Known[]
  signal?: AbortSignal | undefined
}

/** No quota is left for a check. */
export type ProbeHeld = { pool: string; until: Date; limit: number | null; remaining: number | null }

/** How long a check stands in line: longer and it would hold a place that others need. */
const patienceMs = 2_000

const isOver = ({ resetAt, heardAt }: Known, now: number) =>
  resetAt === null ? heardAt + silenceMs <= now : resetAt <= now

/** The newest word of each pool: this process may have heard more since the batch was read. */
function newestOf({ known, integrationId }: DrawForProbe, tenantId: Id<'tenant'>): Known[] {
  const heard = findBudget({ tenantId, integrationId })?.known
  if (!heard || heard.size === 0) return [...known]
  const byPool = new Map(known.map((one) => [one.pool, one]))
  for (const [pool, one] of heard) if (one.heardAt > (byPool.get(pool)?.heardAt ?? 0)) byPool.set(pool, one)
  return [...byPool.values()]
}

const isLow = (one: Known, now: number) =>
  one.limit > 0 && !isOver(one, now) && one.remaining <= one.limit * paceBelowShare

/** Takes what one request of a check costs; null: it may go out. */
export async function drawForProbe(ctx: Context, wanted: DrawForProbe): Promise<ProbeHeld | null> {
  const { integrationId, pools, policy, signal } = wanted
  if (pools.length === 0) return null
  const now = Date.now()
  const newest = newestOf(wanted, ctx.tenantId)
  const isAny = pools.includes(anyPool)
  const concerned = newest.filter(({ pool }) => isAny || pools.includes(pool))
  if (policy.perSecond === null && !concerned.some((one) => isLow(one, now))) return null
  const budget = budgetOf({ tenantId: ctx.tenantId, integrationId })
  const taken = await budget.take({
    ...{ integrationId, pools, policy, signal, priority: 'probe', deadlineAt: now + patienceMs },
  })
  if (!taken.refused) return null
  const { pool, retryAfterMs } = taken.refused
  const { limit = null, remaining = null } = concerned.find((one) => one.pool === pool) ?? {}
  return { pool, until: new Date(Date.now() + retryAfterMs), limit, remaining }
}
