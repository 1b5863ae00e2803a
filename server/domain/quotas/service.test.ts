import { eq } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { events, quotas } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { type CallPriority, usualCallPolicy } from '@/server/kernel/calls'
import type { Id } from '@/server/kernel/ids'
import { aRedis, findProgram } from '@/test/processes'
import { aCaller, aServer, type Caller } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { Budget } from './budget'
import { keepQuotas, knownOf } from './keeping'
import { placeLedger, redisLedger } from './ledger'
import { flushQuotas, learnQuotas, listQuotas, pauseQuota, takeQuota } from './service'
import type { QuotaRefused, QuotaTaken, TakeQuota } from './types'

async function anIntegration(ctx: Caller) {
  const { url } = await aServer(() => ({ status: 200, body: { ok: true } }))
  const settings = {
    type: 'custom.http',
    method: 'bearer',
    config: { baseUrl: url },
    secrets: { token: 'tok-000000000' },
  }
  return (await connectIntegration(ctx, settings)).integration
}

type IntegrationId = Id<'integration'>

const asking = (integrationId: IntegrationId, priority: CallPriority, more: Partial<TakeQuota> = {}): TakeQuota => ({
  ...{ integrationId, pools: ['core'], priority, policy: usualCallPolicy.quota, deadlineAt: Date.now() + 1_000 },
  ...more,
})
const core = (remaining: number, seconds = 60, limit = 100) => [
  { pool: 'core', limit, remaining, resetAt: new Date(Date.now() + seconds * 1000) },
]
const went = (results: readonly (QuotaTaken | QuotaRefused)[]) => results.filter(({ refused }) => !refused).length

/** Another process of the hub. */
function anotherProcess({ tenantId }: Caller, integrationId: IntegrationId, name = 'another') {
  const readKnown = async () => {
    const rows = await inTenant({ tenantId }, (tx) =>
      tx.select().from(quotas).where(eq(quotas.integrationId, integrationId)),
    )
    return rows.map(knownOf)
  }
  return new Budget({ tenantId, integrationId }, readKnown, name)
}

const takeMany = (ctx: Caller, count: number, ask: () => TakeQuota) =>
  Promise.all(Array.from({ length: count }, () => takeQuota(ctx, ask())))

describe('takeQuota', () => {
  it('lets everything through while no quota is known', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    expect(went(await takeMany(ctx, 30, () => asking(id, 'probe')))).toBe(30)
    expect(await takeQuota(ctx, asking(id, 'probe'))).toMatchObject({ pool: null, remaining: null, spared: null })
  })

  it('never lets out more than is left, and tells how long it takes until there is more', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(12))
    const results = await takeMany(ctx, 40, () => asking(id, 'interactive'))
    expect(went(results)).toBe(12)
    const [refusal] = results.filter(({ refused }) => refused)
    expect(refusal?.refused).toMatchObject({ pool: 'core' })
    expect(refusal?.refused?.retryAfterMs).toBeGreaterThan(50_000)
  })

  it('keeps a share for the more urgent', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(20))
    expect(went(await takeMany(ctx, 10, () => asking(id, 'probe')))).toBe(0)
    expect(went(await takeMany(ctx, 10, () => asking(id, 'sync')))).toBe(0)
    expect(went(await takeMany(ctx, 30, () => asking(id, 'deploy')))).toBe(15)
    expect(went(await takeMany(ctx, 30, () => asking(id, 'interactive')))).toBe(5)
  })

  it('waits for the reset when the deadline allows it', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(0, 1))
    const taken = await takeQuota(ctx, asking(id, 'sync', { deadlineAt: Date.now() + 10_000 }))
    expect(taken.refused).toBeUndefined()
    expect(taken.waitedMs).toBeGreaterThan(300)
  })

  it('serves the more urgent first when there is something again', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(0, 2, 10))
    const order: CallPriority[] = []
    const waiting = (['probe', 'sync', 'deploy', 'interactive'] as const).map(async (priority) => {
      const { refused } = await takeQuota(ctx, asking(id, priority, { deadlineAt: Date.now() + 10_000 }))
      if (!refused) order.push(priority)
    })
    await Promise.all(waiting)
    expect(order).toEqual(['interactive', 'deploy', 'sync', 'probe'])
  })

  it('stops waiting when the caller has gone', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(0, 5))
    const gone = new AbortController()
    const waiting = takeQuota(ctx, asking(id, 'sync', { deadlineAt: Date.now() + 20_000, signal: gone.signal }))
    setTimeout(() => gone.abort(new Error('gone')), 50)
    await expect(waiting).rejects.toThrow('gone')
  })

  it('neither waits nor refuses in observe mode, and tells what it would have done', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(3))
    const policy = { mode: 'observe', perSecond: null } as const
    await takeQuota(ctx, asking(id, 'interactive', { policy }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const results: (QuotaTaken | QuotaRefused)[] = []
    for (let at = 0; at < 10; at += 1) results.push(await takeQuota(ctx, asking(id, 'interactive', { policy })))
    expect(went(results)).toBe(10)
    expect(Math.max(...results.map(({ waitedMs }) => waitedMs))).toBe(0)
    const spared = results.flatMap((one) => (one.refused ? [] : [one.spared]))
    expect(spared.filter((one) => one !== null).length).toBeGreaterThanOrEqual(7)
  })

  it('keeps to the configured rate where that is smaller', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    const policy = { mode: 'enforce', perSecond: 10 } as const
    const startedAt = Date.now()
    const until = startedAt + 1_500
    const results = await takeMany(ctx, 60, () => asking(id, 'interactive', { policy, pools: [], deadlineAt: until }))
    expect(went(results)).toBeGreaterThan(5)
    expect(went(results)).toBeLessThanOrEqual(16)
    expect(results.find(({ refused }) => refused)?.refused?.retryAfterMs).toBeGreaterThan(0)
  })

  it('holds back in every process what the service asked one to hold back', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(90))
    const other = anotherProcess(ctx, id)
    expect(await other.take(asking(id, 'interactive'))).toMatchObject({ waitedMs: expect.any(Number) })
    pauseQuota(ctx, id, { pool: 'core', until: new Date(Date.now() + 30_000) })
    expect((await takeQuota(ctx, asking(id, 'interactive'))).refused?.retryAfterMs).toBeGreaterThan(20_000)
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    expect((await other.take(asking(id, 'interactive'))).refused?.retryAfterMs).toBeGreaterThan(20_000)
    await flushQuotas()
    expect((await listQuotas(ctx, { id }))[0]?.pausedUntil).toBeInstanceOf(Date)
  })

  it('asks again after a day, however long the service wants to be left alone', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(90))
    pauseQuota(ctx, id, { pool: 'core', until: new Date(Date.now() + 30 * 86_400_000) })
    const { refused } = await takeQuota(ctx, asking(id, 'interactive'))
    expect(refused?.retryAfterMs).toBeGreaterThan(80_000_000)
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(86_400_000)
  })

  it('shares one pool with the other processes', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(60))
    await flushQuotas()
    const processes = ['b', 'c', 'd'].map((name) => anotherProcess(ctx, id, name))
    const asks = Array.from({ length: 90 }, (_unused, at) => {
      const process = processes[at % processes.length]
      const ask = asking(id, 'interactive', { deadlineAt: Date.now() + 2_500 })
      return process ? process.take(ask) : takeQuota(ctx, ask)
    })
    expect(went(await Promise.all(asks))).toBe(60)
  })

  it("never touches another tenant's quota", async () => {
    const [ctx, stranger] = [await aCaller(), await aCaller()]
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(50))
    await flushQuotas()
    learnQuotas(stranger, id, core(0))
    pauseQuota(stranger, id, { pool: 'core', until: new Date(Date.now() + 60_000) })
    await flushQuotas()
    expect(await listQuotas(stranger, { id })).toEqual([])
    expect((await listQuotas(ctx, { id }))[0]).toMatchObject({ remaining: 50, pausedUntil: null })
    expect(await anotherProcess(ctx, id).take(asking(id, 'deploy'))).toMatchObject({ pool: 'core' })
  })
})

describe('learnQuotas', () => {
  const warnings = (ctx: Caller) =>
    inTenant(ctx, (tx) => tx.select().from(events).where(eq(events.type, 'integration.rate_limit_warned')))

  it('keeps the newest answer: one that comes late raises nothing within its window', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    const resetAt = new Date(Date.now() + 60_000)
    const told = (remaining: number) => [{ pool: 'core', limit: 100, remaining, resetAt }]
    learnQuotas(ctx, id, told(40))
    await flushQuotas()
    learnQuotas(ctx, id, told(70))
    await flushQuotas()
    expect((await listQuotas(ctx, { id }))[0]?.remaining).toBe(40)
    learnQuotas(ctx, id, told(60), { sentAt: new Date(Date.now() + 5) })
    await flushQuotas()
    expect((await listQuotas(ctx, { id }))[0]?.remaining).toBe(60)
  })

  it('believes a service in a handful of pools, however many it names', async () => {
    const ctx = await aCaller()
    const integration = await anIntegration(ctx)
    const { id } = integration
    const told = (name: string) => ({ pool: name, limit: 100, remaining: 3, resetAt: new Date(Date.now() + 60_000) })
    for (let at = 0; at < 100; at += 1) learnQuotas(ctx, id, [told(`pool-${at}`)])
    await flushQuotas()
    // What another process hears goes past the memory of this one.
    const other = { target: integration, quota: told('one-more'), sentAt: null, heardAt: new Date() }
    await inTenant(ctx, (tx) => keepQuotas(tx, ctx, [other], new Date()))
    const pools = (await listQuotas(ctx, { id })).map(({ pool }) => pool)
    expect([pools.length, pools.includes('pool-0'), pools.includes('one-more')]).toEqual([24, true, false])
    expect(await warnings(ctx)).toHaveLength(24)
  })

  it('warns once per threshold and window, however many processes hear it', async () => {
    const ctx = await aCaller()
    const integration = await anIntegration(ctx)
    const { id } = integration
    for (const remaining of [30, 24, 23, 9, 8, 0, 0]) {
      const [quota] = core(remaining)
      if (!quota) throw new Error('There is no quota.')
      learnQuotas(ctx, id, [quota])
      const learned = [{ target: integration, quota, sentAt: null, heardAt: new Date() }]
      const inAnother = () => inTenant(ctx, (tx) => keepQuotas(tx, ctx, learned, new Date()))
      await Promise.all([flushQuotas(), inAnother(), inAnother()])
    }
    const told = (await warnings(ctx)).map(({ data }) => (data as { thresholdPercent: number }).thresholdPercent)
    expect(told.sort((a, b) => b - a)).toEqual([25, 10, 0])
  })

  it('shows who waits, what is reserved and where it leads', async () => {
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(0, 3))
    await flushQuotas()
    const waiting = takeQuota(ctx, asking(id, 'sync', { deadlineAt: Date.now() + 8_000 }))
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect((await listQuotas(ctx, { id }))[0]).toMatchObject({
      ...{ pool: 'core', waiting: 1, mode: 'enforce', perSecond: null, usedPerMinute: 0, emptyAt: null },
      reserved: { interactive: 0, deploy: 0.05, sync: 0.25, probe: 0.4 },
    })
    expect((await waiting).refused).toBeUndefined()
  })
})

const redisProgram = findProgram('redis-server')

describe.skipIf(!redisProgram)('a Redis that forgets', () => {
  it('costs no more than a second of tokens', async () => {
    const redis = await aRedis(redisProgram ?? '')
    const client = new Redis(redis.url)
    await placeLedger(redisLedger(redis.url))
    onTestFinished(async () => {
      await placeLedger(undefined)
      client.disconnect()
      await redis.stop()
    })
    const ctx = await aCaller()
    const { id } = await anIntegration(ctx)
    learnQuotas(ctx, id, core(60))
    expect(went(await takeMany(ctx, 50, () => asking(id, 'interactive', { deadlineAt: Date.now() + 2_000 })))).toBe(50)
    // What the vendor counted by now is what any process may rely on.
    learnQuotas(ctx, id, core(10))
    await flushQuotas()
    await client.flushall()
    const other = anotherProcess(ctx, id)
    const asks = Array.from({ length: 40 }, () =>
      other.take(asking(id, 'interactive', { deadlineAt: Date.now() + 2_000 })),
    )
    const more = await takeMany(ctx, 40, () => asking(id, 'interactive', { deadlineAt: Date.now() + 2_000 }))
    expect(went(await Promise.all(asks)) + went(more)).toBeLessThanOrEqual(12)
  })
})
