import { Redis } from 'ioredis'
import postgres from 'postgres'
import { RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible'
import { integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { closeQuotas, learnQuotas, takeQuota } from '@/server/domain/quotas/service'
import { usualCallPolicy } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { type Id, newId } from '@/server/kernel/ids'
import { env, overrideEnv } from '@/server/platform/env'
import { metrics } from '@/server/platform/metrics'
import { aRedis, findProgram } from '@/test/processes'
import { type Figure, median } from './figure'
import { aTenantWith, openGround } from './load/database'

/**
 * Decisions of the quota limiter per second, 32 callers at once on a pool that suffices: ours, leased a second at a
 * time; the limit, a token bucket in memory; the peer, rate-limiter-flexible with one round trip per decision.
 */
const rounds = 3
const roundMs = 1_500
const concurrency = 32
const plenty = 1_000_000_000

type Contender = { name: string; decide(): Promise<unknown> }

async function rateOf({ decide }: Contender): Promise<number> {
  const startedAt = performance.now()
  const end = startedAt + roundMs
  let decisions = 0
  const work = async () => {
    while (performance.now() < end) {
      await decide()
      decisions += 1
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return (decisions * 1000) / (performance.now() - startedAt)
}

function memoryBucket(): Contender {
  let tokens = plenty
  let filledAt = performance.now()
  return {
    name: 'limit: a bucket in memory',
    decide: async () => {
      const now = performance.now()
      tokens = Math.min(plenty, tokens + (now - filledAt) * plenty)
      filledAt = now
      tokens -= 1
    },
  }
}

function ours(name: string, ctx: Context, integrationId: Id<'integration'>): Contender {
  const ask = { integrationId, pools: ['core'], priority: 'sync', policy: usualCallPolicy.quota } as const
  return {
    name,
    decide: async () => {
      const taken = await takeQuota(ctx, { ...ask, deadlineAt: Date.now() + 10_000 })
      if (taken.refused) throw new Error('The pool was meant to suffice.')
    },
  }
}

async function tripsOf(): Promise<number> {
  return (await metrics.quotaLeases.get()).values[0]?.value ?? 0
}

type Measured = { rates: Map<string, number[]>; tripsPerSecond: number }

/** In turn, so that what the machine does besides meets all of them alike. */
async function measureAll(contenders: readonly Contender[], own: string): Promise<Measured> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  let trips = 0
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const before = await tripsOf()
      rates.get(contender.name)?.push(await rateOf(contender))
      if (contender.name === own) trips += (await tripsOf()) - before
    }
  }
  return { rates, tripsPerSecond: (trips * 1000) / (rounds * roundMs) }
}

async function overPostgres(url: string, ctx: Context, id: Id<'integration'>): Promise<Measured> {
  const client = postgres(url, { max: 10, onnotice: () => {} })
  const query = async ({ text, values = [] }: { text: string; values?: (string | number)[] }) => {
    const rows = await client.unsafe(text, values, { prepare: true })
    return { rows, rowCount: rows.count }
  }
  const options = {
    storeClient: { query: (q: never) => query(q) },
    storeType: 'pool',
    tableName: 'bench_rates',
    points: plenty,
    duration: 3600,
  }
  const peer = await new Promise<RateLimiterPostgres>((resolve, reject) => {
    const made: RateLimiterPostgres = new RateLimiterPostgres(options, (error) =>
      error ? reject(error) : resolve(made),
    )
  })
  const asPeer = { name: 'peer', decide: () => peer.consume(id) }
  try {
    return await measureAll([memoryBucket(), ours('ours', ctx, id), asPeer], 'ours')
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function overRedis(url: string, ctx: Context, id: Id<'integration'>): Promise<Measured> {
  const client = new Redis(url)
  const peer = new RateLimiterRedis({ storeClient: client, points: plenty, duration: 3600 })
  try {
    return await measureAll([ours('ours', ctx, id), { name: 'peer', decide: () => peer.consume(id) }], 'ours')
  } finally {
    client.disconnect()
  }
}

function teach(ctx: Context, id: Id<'integration'>): void {
  const resetAt = new Date(Date.now() + 3_600_000)
  learnQuotas(ctx, id, [{ pool: 'core', limit: plenty, remaining: plenty, resetAt }])
}

async function withRedis(ctx: Context, id: Id<'integration'>): Promise<Record<string, number>> {
  const program = findProgram('redis-server')
  if (!program) return {}
  const redis = await aRedis(program)
  await closeQuotas()
  overrideEnv({ REDIS_URL: redis.url })
  try {
    teach(ctx, id)
    const { rates, tripsPerSecond } = await overRedis(redis.url, ctx, id)
    return {
      'ours over Redis (decisions/s)': Math.round(median(rates.get('ours') ?? [])),
      'rate-limiter-flexible over Redis (decisions/s)': Math.round(median(rates.get('peer') ?? [])),
      'settlements with Redis per second': Math.round(tripsPerSecond * 10) / 10,
    }
  } finally {
    await closeQuotas()
    await redis.stop()
  }
}

export async function measure(): Promise<Figure> {
  const ground = await openGround()
  const { REDIS_URL, ...rest } = env()
  overrideEnv({ ...rest, REDIS_URL: undefined })
  try {
    const ctx = await aTenantWith(2, `quota-${newId('request').slice(-6)}`.toLowerCase())
    const [first, second] = await inTenant(ctx, (tx) => tx.select({ id: integrations.id }).from(integrations))
    if (!first || !second) throw new Error('There is no integration.')
    teach(ctx, first.id)
    const { rates, tripsPerSecond } = await overPostgres(ground.url, ctx, first.id)
    const rate = (name: string) => median(rates.get(name) ?? [])
    const notes = {
      'settlements with PostgreSQL per second': Math.round(tripsPerSecond * 10) / 10,
      ...(await withRedis(ctx, second.id)),
    }
    const limit = rate('limit: a bucket in memory')
    return { name: 'quota', ours: rate('ours'), limit, peer: rate('peer'), unit: 'decisions/s', notes }
  } finally {
    await closeQuotas()
    await ground.stop()
  }
}
