import { and, eq, inArray, sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { quotaLeases } from '@/db/schema'
import { commitUnflushed, inTenant } from '@/db/tenant'
import type { Id } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { emptyLedger, type LedgerState } from './settling'

/**
 * Where the shared document of an integration lives: a row or, when REDIS_URL is set, a key. Either is written with
 * compare-and-set, and settled again when somebody else was faster. The time is the store's, so that processes with different clocks agree.
 */
export type LedgerKey = { tenantId: Id<'tenant'>; integrationId: Id<'integration'> }

export type Ledger = {
  /** Settles the document. `work` may be asked again when somebody else was faster. */
  update(key: LedgerKey, work: (state: LedgerState, now: number) => LedgerState): Promise<{ now: number }>
  read(
    tenantId: Id<'tenant'>,
    ids: readonly Id<'integration'>[],
  ): Promise<{ now: number; states: Map<Id<'integration'>, LedgerState> }>
  close(): Promise<void>
}

const mostTries = 50

const clock = sql<string>`(extract(epoch from clock_timestamp()) * 1000)::bigint`

type Found = { done: boolean; state: LedgerState | null; now: number }

/** A row lock would be held while a busy process computes; so each settlement is one statement that fits or does not. */
async function swapRow({ tenantId, integrationId }: LedgerKey, known: LedgerState | null, next: LedgerState | null) {
  return inTenant({ tenantId }, async (tx): Promise<Found> => {
    if (known && next) {
      await commitUnflushed(tx)
      const [row] = await tx
        .update(quotaLeases)
        .set({ state: next, updatedAt: sql`now()` })
        .where(
          and(
            eq(quotaLeases.integrationId, integrationId),
            sql`${quotaLeases.state} = ${JSON.stringify(known)}::jsonb`,
          ),
        )
        .returning({ now: clock })
      if (row) return { done: true, state: next, now: Number(row.now) }
    }
    const [row] = await tx
      .select({ state: quotaLeases.state, now: clock })
      .from(quotaLeases)
      .where(eq(quotaLeases.integrationId, integrationId))
    return { done: false, state: (row?.state as LedgerState | undefined) ?? null, now: Number(row?.now ?? Date.now()) }
  })
}

export function postgresLedger(): Ledger {
  return {
    update: async (key, work) => {
      let found = await swapRow(key, null, null)
      for (let tries = 0; tries < mostTries; tries++) {
        if (found.state) {
          found = await swapRow(key, found.state, work(found.state, found.now))
          if (found.done) return { now: found.now }
        } else {
          await inTenant(key, (tx) =>
            tx
              .insert(quotaLeases)
              .values({ ...key, state: emptyLedger() })
              .onConflictDoNothing(),
          )
          found = await swapRow(key, null, null)
        }
      }
      throw new Error('The quota ledger could not be written: too many processes write it at once.')
    },
    read: (tenantId, ids) =>
      inTenant({ tenantId }, async (tx) => {
        const rows = await tx
          .select({ id: quotaLeases.integrationId, state: quotaLeases.state, now: clock })
          .from(quotaLeases)
          .where(inArray(quotaLeases.integrationId, [...ids]))
        const states = new Map(rows.map(({ id, state }) => [id, state as LedgerState]))
        return { now: Number(rows[0]?.now ?? Date.now()), states }
      }),
    close: async () => {},
  }
}

/** Writes only what was settled from the document that is there. Answers 1, or the document that was. */
const swap = `
local now = redis.call('TIME')
local state = redis.call('GET', KEYS[1]) or ''
if state == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return {1, state, now[1], now[2]}
end
return {0, state, now[1], now[2]}`

const keptMs = 86_400_000

const parsed = (text: string): LedgerState => (text === '' ? emptyLedger() : (JSON.parse(text) as LedgerState))
const millis = (seconds: unknown, micros: unknown) => Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)

export function redisLedger(redisUrl: string): Ledger {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 1_000 })
  client.on('error', (error) => logger.warn({ error }, 'Redis is not reachable; quotas are kept per process'))
  const nameOf = (tenantId: string, integrationId: string) => `inthub:quota:${tenantId}:${integrationId}`
  const exchange = async (name: string, known: string, next: string) => {
    const [done, state, seconds, micros] = (await client.eval(swap, 1, name, known, next, keptMs)) as unknown[]
    return { done: done === 1, state: String(state), now: millis(seconds, micros) }
  }
  return {
    update: async ({ tenantId, integrationId }, work) => {
      const name = nameOf(tenantId, integrationId)
      // Nothing is ever stored under this word, so the first exchange only reads.
      let found = await exchange(name, 'nothing', '')
      for (let tries = 0; tries < mostTries; tries++) {
        const next = JSON.stringify(work(parsed(found.state), found.now))
        found = await exchange(name, found.state, next)
        if (found.done) return { now: found.now }
      }
      throw new Error('The quota ledger could not be written: too many processes write it at once.')
    },
    read: async (tenantId, ids) => {
      if (ids.length === 0) return { now: Date.now(), states: new Map() }
      const texts = await client.mget(ids.map((id) => nameOf(tenantId, id)))
      const [seconds, micros] = await client.time()
      const found = ids.flatMap((id, index) => (texts[index] ? [[id, parsed(texts[index])] as const] : []))
      return { now: millis(seconds, micros), states: new Map(found) }
    },
    close: async () => {
      client.disconnect()
    },
  }
}

// On globalThis, because a bundler may load this file twice and a process has one ledger.
const place = globalThis as { [key: symbol]: Ledger | undefined }
const key = Symbol.for('inthub.quota-ledger')

export function ledger(): Ledger {
  const { REDIS_URL } = env()
  place[key] ??= counted(REDIS_URL ? redisLedger(REDIS_URL) : postgresLedger())
  return place[key]
}

function counted(inner: Ledger): Ledger {
  return {
    ...inner,
    update: (at, work) => {
      metrics.quotaLeases.inc()
      return inner.update(at, work)
    },
  }
}

/** Another place, for a process that is told one. */
export async function placeLedger(next: Ledger | undefined): Promise<void> {
  const before = place[key]
  place[key] = next && counted(next)
  await before?.close()
}

export function closeLedger(): Promise<void> {
  return placeLedger(undefined)
}
