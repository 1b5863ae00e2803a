import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { checks, healthStates } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { type Answer, aCaller, aColleague, aServer, eventTypesOf } from '@/test/world'
import { connectIntegration, disableIntegration, getIntegration } from '../integrations/service'
import { quotasOf } from '../quotas/service'
import {
  checkHealth,
  finishChecks,
  historyOf,
  leaseDueChecks,
  pingIntegration,
  prepareChecks,
  runCheck,
  statsOf,
  testIntegration,
} from './service'

/** A service whose answer the test changes. */
async function aService() {
  const state: { answer: Answer } = { answer: { status: 200, body: { ok: true } } }
  const server = await aServer(() => state.answer)
  return { ...state, state, server }
}

async function anIntegration(ctx: Context, more: object = {}) {
  const { state, server } = await aService()
  const input = {
    type: 'custom.http',
    method: 'bearer',
    config: { baseUrl: server.url },
    secrets: { token: 'tok-000000000' },
  }
  const { integration } = await connectIntegration(ctx, { ...input, ...more })
  return { integration, state, server }
}

/** Makes the next tick due now and answers it. */
async function makeDue(ctx: Context, id: Id<'integration'>, dueAt = sql`now()`): Promise<Date> {
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .update(healthStates)
      .set({ dueAt, leasedUntil: null })
      .where(eq(healthStates.integrationId, id))
      .returning({ dueAt: healthStates.dueAt }),
  )
  if (!row?.dueAt) throw new Error('nothing is due')
  return row.dueAt
}

const runTick = async (ctx: Context, id: Id<'integration'>) => {
  const tick = await makeDue(ctx, id)
  await checkHealth(ctx, { integrationId: id, tick })
  return tick
}

const checksOf = (ctx: Context, id: Id<'integration'>) =>
  inTenant(ctx, (tx) => tx.select().from(checks).where(eq(checks.integrationId, id)).orderBy(asc(checks.dueAt)))

describe('checkHealth', () => {
  it('does not count a first failure before a recheck some seconds later confirms it', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    state.answer = { status: 503, body: {} }
    await runTick(ctx, integration.id)
    const first = await getIntegration(ctx, { id: integration.id })
    expect(first.health).toBe('healthy')
    const wait = (first.nextCheckAt?.getTime() ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(3_000)
    expect(wait).toBeLessThan(6_500)
    expect((await checksOf(ctx, integration.id)).at(-1)).toMatchObject({ verdict: 'unhealthy', isUnconfirmed: true })

    await runTick(ctx, integration.id)
    const second = await getIntegration(ctx, { id: integration.id })
    expect(second).toMatchObject({ health: 'unhealthy', failureClass: 'provider_incident' })
    expect(second.remedy).toBeTruthy()
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.health_changed')).toHaveLength(2)
  })

  it('forgets a first failure when the recheck passes', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    state.answer = { status: 500, body: {} }
    await runTick(ctx, integration.id)
    state.answer = { status: 200, body: {} }
    await runTick(ctx, integration.id)
    state.answer = { status: 500, body: {} }
    await runTick(ctx, integration.id)
    expect((await getIntegration(ctx, { id: integration.id })).health).toBe('healthy')
  })

  it('heals at once', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    state.answer = { status: 401, body: {} }
    await runTick(ctx, integration.id)
    await runTick(ctx, integration.id)
    expect((await getIntegration(ctx, { id: integration.id })).failureClass).toBe('credential')
    state.answer = { status: 200, body: {} }
    await runTick(ctx, integration.id)
    expect(await getIntegration(ctx, { id: integration.id })).toMatchObject({ health: 'healthy', failureClass: null })
  })

  it('records one result for a tick, however many run it', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    const tick = await makeDue(ctx, integration.id)
    await Promise.all(Array.from({ length: 8 }, () => checkHealth(ctx, { integrationId: integration.id, tick })))
    await checkHealth(ctx, { integrationId: integration.id, tick })
    const ofTick = (await checksOf(ctx, integration.id)).filter((check) => check.dueAt.getTime() === tick.getTime())
    expect(ofTick).toHaveLength(1)
  })

  it('leaves no result of a check that was called off by disabling', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    const tick = await makeDue(ctx, integration.id)
    await disableIntegration(ctx, { id: integration.id })
    await checkHealth(ctx, { integrationId: integration.id, tick })
    expect(await checksOf(ctx, integration.id)).toHaveLength(1)
  })

  it('leaves no result of a check that was called off while it ran', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    const tick = await makeDue(ctx, integration.id)
    const [prepared] = await prepareChecks(ctx, [{ integrationId: integration.id, tick }])
    if (!prepared) throw new Error('nothing was prepared')
    const report = await runCheck(ctx, prepared)
    await disableIntegration(ctx, { id: integration.id })
    await finishChecks(ctx, [{ target: prepared.target, tick, report }])
    expect(await checksOf(ctx, integration.id)).toHaveLength(1)
  })

  it('gives the tick back when it is stopped half-way', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    const tick = await makeDue(ctx, integration.id)
    await inTenant(ctx, (tx) =>
      tx
        .update(healthStates)
        .set({ leasedUntil: sql`now() + interval '1 hour'` })
        .where(eq(healthStates.integrationId, integration.id)),
    )
    const stopped = AbortSignal.abort()
    await checkHealth({ ...ctx, signal: stopped }, { integrationId: integration.id, tick })
    expect(await checksOf(ctx, integration.id)).toHaveLength(1)
    const [state] = await inTenant(ctx, (tx) =>
      tx.select().from(healthStates).where(eq(healthStates.integrationId, integration.id)),
    )
    expect(state).toMatchObject({ leasedUntil: null, dueAt: tick })
  })
})

const claimDueChecks = () => leaseDueChecks({ lane: 'fast', most: 1_000, mostPerTenant: 1_000 })

describe('leaseDueChecks', () => {
  it('gives each due tick to one of several sweeps, and again when a lease runs out', async () => {
    const ctx = await aCaller()
    const ids = new Set<string>()
    for (let at = 0; at < 4; at++) ids.add((await anIntegration(ctx)).integration.id)
    for (const id of ids) await makeDue(ctx, id as Id<'integration'>)
    const claims = (await Promise.all([claimDueChecks(), claimDueChecks(), claimDueChecks()])).flat()
    const mine = claims.filter((claim) => ids.has(claim.integrationId))
    expect(mine.map((claim) => claim.integrationId).sort()).toEqual([...ids].sort())
    expect((await claimDueChecks()).filter((claim) => ids.has(claim.integrationId))).toEqual([])

    await inTenant(ctx, (tx) => tx.update(healthStates).set({ leasedUntil: sql`now() - interval '1 second'` }))
    const again = (await claimDueChecks()).filter((claim) => ids.has(claim.integrationId))
    expect(again.map((claim) => `${claim.integrationId} ${claim.tick.toISOString()}`).sort()).toEqual(
      mine.map((claim) => `${claim.integrationId} ${claim.tick.toISOString()}`).sort(),
    )
  })

  it('leaves disabled ones alone', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    await makeDue(ctx, integration.id)
    await disableIntegration(ctx, { id: integration.id })
    expect((await claimDueChecks()).filter((claim) => claim.integrationId === integration.id)).toEqual([])
  })
})

describe('the state people see', () => {
  it('is stale when the last check is older than two intervals', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx, { intervalSeconds: 60 })
    await inTenant(ctx, (tx) =>
      tx
        .update(healthStates)
        .set({ checkedAt: sql`now() - interval '121 seconds'` })
        .where(eq(healthStates.integrationId, integration.id)),
    )
    expect((await getIntegration(ctx, { id: integration.id })).health).toBe('stale')
  })

  it('is never green before a check ran', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx, { skipTest: true })
    expect(integration.health).toBe('unknown')
  })
})

describe('testIntegration', () => {
  it('answers a service that fails as data, and tells of the test', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    state.answer = { status: 401, body: {} }
    const { report } = await testIntegration(ctx, { slug: integration.slug })
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(report.probes.map((probe) => probe.name)).toEqual([
      'connectivity',
      'tls',
      'authentication',
      'authorization',
      'version',
      'rate_limit',
      'latency',
    ])
    expect(await eventTypesOf(ctx)).toContain('integration.tested')
  })

  it('is refused to a viewer before anything is called', async () => {
    const ctx = await aCaller()
    const { integration, server } = await anIntegration(ctx)
    const asked = server.asked.length
    const viewer = await aColleague(ctx, 'viewer')
    await expect(testIntegration(viewer, { id: integration.id })).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(pingIntegration(viewer, { id: integration.id })).rejects.toMatchObject({ code: 'permission.denied' })
    expect(server.asked).toHaveLength(asked)
  })
})

describe('pingIntegration', () => {
  it('never sends the credential', async () => {
    const ctx = await aCaller()
    const { integration, server } = await anIntegration(ctx)
    const before = server.asked.length
    expect(await pingIntegration(ctx, { id: integration.id })).toMatchObject({ reachable: true })
    const sent = server.asked.slice(before)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((asked) => asked.headers.authorization)).toEqual([])
  })
})

describe('quotas', () => {
  it('are learned, and warned of once per pool, threshold and reset', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    const left = async (remaining: number, resetInSeconds: number) => {
      const reset = String(Math.floor(Date.now() / 1000) + resetInSeconds)
      state.answer = {
        status: 200,
        headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': reset },
        body: {},
      }
      // A person's test: a check on its schedule would not go out with so little left.
      await testIntegration(ctx, { id: integration.id })
      return (await eventTypesOf(ctx)).filter((type) => type === 'integration.rate_limit_warned').length
    }
    expect(await left(60, 600)).toBe(0)
    expect(await left(25, 600)).toBe(1)
    expect(await left(24, 600)).toBe(1)
    expect(await left(9, 600)).toBe(2)
    expect(await left(12, 600)).toBe(2)
    expect(await left(8, 600)).toBe(2)
    expect(await left(0, 1)).toBe(3)
    expect((await getIntegration(ctx, { id: integration.id })).health).toBe('degraded')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(await left(90, 600)).toBe(3)
    expect(await left(20, 600)).toBe(4)
    const [quota] = (await quotasOf(ctx, [integration.id])).get(integration.id) ?? []
    expect(quota).toMatchObject({ limit: 100, remaining: 20 })
  })
})

describe('history and statistics', () => {
  it('count what was checked, and nothing that was our own trouble', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    await runTick(ctx, integration.id)
    state.answer = { status: 500, body: {} }
    await runTick(ctx, integration.id)
    await runTick(ctx, integration.id)
    for (const window of ['hour', 'day', 'week', 'month'] as const) {
      const stats = (await statsOf(ctx, [integration.id], window)).get(integration.id)
      expect(stats).toMatchObject({ checks: 4, uptimePercent: 50, errorRatePercent: 50 })
      expect(stats?.lastError).toBeTruthy()
    }
    const history = (await historyOf(ctx, [integration.id], 2)).get(integration.id) ?? []
    expect(history.map((check) => check.verdict)).toEqual(['unhealthy', 'unhealthy'])
  })

  it('have latency percentiles', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    for (let at = 0; at < 5; at++) await runTick(ctx, integration.id)
    const stats = (await statsOf(ctx, [integration.id], 'day')).get(integration.id)
    expect(stats?.latencyMsP50).toBeGreaterThan(0)
    expect(stats?.latencyMsP95).toBeGreaterThanOrEqual(stats?.latencyMsP50 ?? 0)
    const [row] = await inTenant(ctx, (tx) =>
      tx.execute(sql`select cardinality(latency_buckets)::int as n from check_hours`),
    )
    expect(row?.n).toBe(64)
  })
})

describe('what a provider tells', () => {
  const told = async (headers: Record<string, string>) => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    state.answer = { status: 200, headers, body: {} }
    await runTick(ctx, integration.id)
    const recorded = await checksOf(ctx, integration.id)
    return { recorded: recorded.length, quotas: (await quotasOf(ctx, [integration.id])).get(integration.id) ?? [] }
  }
  const limits = (limit: string, remaining: string) => ({
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
  })

  it('is kept when it counts beyond 32 bits', async () => {
    const { recorded, quotas } = await told(limits('900000000000000', '5000000000'))
    expect(recorded).toBe(2)
    expect(quotas).toMatchObject([{ limit: 900_000_000_000_000, remaining: 5_000_000_000 }])
  })

  it.each([
    ['beyond the last year', '8000000000000000'],
    ['before the first', '-000100-01-01T00:00:00Z'],
    ['that is no time at all', 'NaN'],
  ])('is kept without a reset %s', async (_name, reset) => {
    const { recorded, quotas } = await told({ ...limits('100', '50'), 'x-ratelimit-reset': reset })
    expect(recorded).toBe(2)
    expect(quotas).toMatchObject([{ remaining: 50, resetAt: null }])
  })

  it('is kept without a wait that never ends', async () => {
    const wait = 'Fri, 31 Dec 200000 23:59:59 GMT'
    const { recorded, quotas } = await told({ ...limits('100', '50'), 'retry-after': wait })
    expect(recorded).toBe(2)
    expect(quotas).toMatchObject([{ remaining: 50, resetAt: null }])
  })

  it('is not believed in hundreds of pools', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `"p${i}"`)
    const ratelimit = names.map((name) => `${name};r=0;t=30`).join(', ')
    const policy = names.map((name) => `${name};q=9`).join(', ')
    const { quotas } = await told({ ratelimit, 'ratelimit-policy': policy })
    expect(quotas).toHaveLength(20)
  })
})
