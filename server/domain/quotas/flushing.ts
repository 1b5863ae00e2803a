import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { integrations, quotas } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { Budget } from './budget'
import { keepQuotas, knownOf, type Learned, type QuotaOwner } from './keeping'
import { toKnown } from './known'
import { closeLedger, type LedgerKey } from './ledger'

/** The budgets of this process, and how what they learned reaches the table: in batches, some moments later. */
const flushMs = 500
const mostBudgets = 5_000

const place = globalThis as { [key: symbol]: LRUCache<string, Budget> | undefined }
const key = Symbol.for('inthub.quota-budgets')

function budgets(): LRUCache<string, Budget> {
  place[key] ??= new LRUCache({ max: mostBudgets })
  return place[key]
}

const nameOf = ({ tenantId, integrationId }: LedgerKey) => `${tenantId} ${integrationId}`

export function findBudget(at: LedgerKey): Budget | undefined {
  return budgets().get(nameOf(at))
}

export function budgetOf({ tenantId, integrationId }: LedgerKey): Budget {
  const at = { tenantId, integrationId }
  const found = findBudget(at)
  if (found) return found
  const readKnown = async () => {
    const rows = await inTenant(at, (tx) => tx.select().from(quotas).where(eq(quotas.integrationId, integrationId)))
    return rows.map(knownOf)
  }
  const budget = new Budget(at, readKnown)
  budgets().set(nameOf(at), budget)
  return budget
}

export type Told = { integrationId: Id<'integration'>; quota: LearnedQuota; sentAt: Date | null; heardAt: Date }

const waiting = new Map<Id<'tenant'>, Map<string, Told>>()
let timer: NodeJS.Timeout | null = null
let running: Promise<void> = Promise.resolve()

/** Puts it down for the next batch; of a pool only what is believed stands there. */
export function putDown(tenantId: Id<'tenant'>, told: Told): void {
  const ofTenant = waiting.get(tenantId) ?? new Map<string, Told>()
  ofTenant.set(`${told.integrationId} ${told.quota.pool}`, told)
  waiting.set(tenantId, ofTenant)
  timer ??= setTimeout(() => {
    timer = null
    running = running.then(flushAll)
  }, flushMs)
}

/** Writes what is put down; for a process that ends, and for tests. */
export async function flushQuotas(): Promise<void> {
  if (timer) clearTimeout(timer)
  timer = null
  running = running.then(flushAll)
  await running
}

async function flushAll(): Promise<void> {
  const batches = [...waiting]
  waiting.clear()
  for (const [tenantId, ofTenant] of batches) {
    await flushTenant(tenantId, [...ofTenant.values()]).catch((error: unknown) => {
      // What was told stays in memory, and the next answer is put down again.
      logger.warn({ error, tenantId }, 'Learned quotas could not be kept')
    })
  }
}

async function ownersOf(tx: TenantTx, ids: readonly Id<'integration'>[]): Promise<Map<string, QuotaOwner>> {
  const rows = await tx
    .select({
      ...{ id: integrations.id, projectId: integrations.projectId, slug: integrations.slug },
      ...{ name: integrations.name, type: integrations.typeId },
    })
    .from(integrations)
    .where(and(inArray(integrations.id, [...ids]), isNull(integrations.deletedAt)))
  return new Map(rows.map((row) => [row.id, row]))
}

type Labels = Record<'integration' | 'id' | 'pool', string>

// A hub of thousands of integrations would otherwise have a series for each pool that was ever told.
const shown = new LRUCache<string, Labels>({
  max: 2_000,
  dispose: (labels, _key, reason) => {
    if (reason === 'evict') metrics.quotaRemaining.remove(labels)
  },
})

function showLeft(labels: Labels, remaining: number): void {
  shown.set(`${labels.id} ${labels.pool}`, labels)
  metrics.quotaRemaining.set(labels, remaining)
}

async function flushTenant(tenantId: Id<'tenant'>, told: readonly Told[]): Promise<void> {
  const ctx = systemContext(tenantId, 'quotas', [])
  await inTenant(ctx, async (tx) => {
    const owners = await ownersOf(tx, [...new Set(told.map(({ integrationId }) => integrationId))])
    const learned = told.flatMap(({ integrationId, ...one }): Learned[] => {
      const target = owners.get(integrationId)
      return target ? [{ target, ...one, isDrawn: true }] : []
    })
    const [clock] = await tx.execute<{ now: string }>(sql`select now()::text as now`)
    await keepQuotas(tx, ctx, learned, new Date(clock?.now ?? Date.now()))
    for (const { target, quota } of learned) {
      showLeft({ integration: target.slug, id: target.id, pool: quota.pool }, quota.remaining)
    }
  })
}

/** Memory first: this process acts on it at once. */
export function hearQuotas(at: LedgerKey, learned: readonly LearnedQuota[], sentAt: Date | undefined): void {
  const budget = budgetOf(at)
  const heardAt = new Date()
  for (const quota of learned) {
    if (!budget.learn(toKnown(quota, sentAt?.getTime() ?? 0, heardAt.getTime()))) continue
    const known = budget.known.get(quota.pool)
    const remaining = known?.remaining ?? quota.remaining
    putDown(at.tenantId, {
      ...{ integrationId: at.integrationId, sentAt: sentAt ?? null, heardAt },
      quota: { ...quota, remaining },
    })
  }
}

/** Writes what is left to write, and lets go of everything: for a process that ends. */
export async function closeQuotas(): Promise<void> {
  await flushQuotas()
  for (const budget of budgets().values()) await budget.close()
  budgets().clear()
  await closeLedger()
}
