import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { checks, healthStates, quotaLeases } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { Id } from '@/server/kernel/ids'
import { type Answer, type Asked, aCaller, aServer, eventTypesOf } from '@/test/world'
import { executeCall, flushCalls, setCallPolicy } from '../calls/service'
import { connectIntegration, getIntegration, type Integration } from '../integrations/service'
import { flushQuotas } from '../quotas/service'
import { checkHealth, prepareChecks, runCheck, testIntegration } from './service'

/** Checks draw from quotas as the least urgent, and one that finds none left waits instead of judging. */
type Left = { limit: number; remaining: number; resetInSeconds: number }

const headersOf = ({ limit, remaining, resetInSeconds }: Left) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + resetInSeconds),
})

/** A service with a quota; what the test sets it to is told with every answer to who signs in. */
async function aLimitedService(ctx: Context) {
  const state: { left: Left; status: number } = {
    left: { limit: 100, remaining: 90, resetInSeconds: 600 },
    status: 200,
  }
  const isSignedIn = ({ headers }: Asked) => headers.authorization !== undefined
  const { url, asked, server } = await aServer((one): Answer => {
    if (!isSignedIn(one)) return { status: state.status, body: {} }
    return { status: state.status, headers: headersOf(state.left), body: { ok: true } }
  })
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'bearer', config: { baseUrl: url }, secrets: { token: 'tok-000000000' } },
    intervalSeconds: 3_600,
  })
  const signedIn = () => asked.filter(isSignedIn).length
  /** A call tells the hub what is left. */
  const tell = async (left: Left) => {
    state.left = left
    await executeCall(ctx, { integration: integration.id, method: 'GET', path: '/x' })
    await flushCalls()
    await flushQuotas()
  }
  return { integration, state, signedIn, tell, server }
}

async function makeDue(ctx: Context, id: Id<'integration'>): Promise<Date> {
  const [row] = await inTenant(ctx, (tx) =>
    tx
      .update(healthStates)
      .set({ dueAt: sql`now()`, leasedUntil: null })
      .where(eq(healthStates.integrationId, id))
      .returning({ dueAt: healthStates.dueAt }),
  )
  if (!row?.dueAt) throw new Error('nothing is due')
  return row.dueAt
}

async function check(ctx: Context, { id }: Integration): Promise<Integration> {
  const tick = await makeDue(ctx, id)
  await checkHealth(ctx, { integrationId: id, tick })
  return getIntegration(ctx, { id })
}

const lastCheck = async (ctx: Context, { id }: Integration) =>
  (
    await inTenant(ctx, (tx) => tx.select().from(checks).where(eq(checks.integrationId, id)).orderBy(asc(checks.dueAt)))
  ).at(-1)

const leasesOf = (ctx: Context, { id }: Integration) =>
  inTenant(ctx, (tx) => tx.select().from(quotaLeases).where(eq(quotaLeases.integrationId, id)))

describe('a check of what has quota left', () => {
  it('signs in as ever, and asks nobody what it may', async () => {
    const ctx = await aCaller()
    const { integration, signedIn } = await aLimitedService(ctx)
    const before = signedIn()
    expect(await check(ctx, integration)).toMatchObject({ health: 'healthy' })
    expect(signedIn()).toBeGreaterThan(before)
    expect(await leasesOf(ctx, integration)).toEqual([])
  })
})

describe('a check that finds no quota left for it', () => {
  const aHeldOne = async (left: Left = { limit: 100, remaining: 30, resetInSeconds: 600 }) => {
    const ctx = await aCaller()
    const service = await aLimitedService(ctx)
    await service.tell(left)
    return { ctx, ...service, before: service.signedIn() }
  }

  it('does not sign in, keeps what was known, and says until when it waits', async () => {
    const { ctx, integration, signedIn, before } = await aHeldOne()
    const now = await check(ctx, integration)
    expect(signedIn()).toBe(before)
    expect(now).toMatchObject({
      health: 'healthy',
      healthMessage: expect.stringMatching(/^Waiting for the quota of requests until \d{4}-/),
    })
    expect(now.healthMessage).toContain('30 of 100 are left')
    expect(await lastCheck(ctx, integration)).toMatchObject({ verdict: null, failureClass: 'provider_limit' })
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.health_changed')).toHaveLength(1)
  })

  it('is retried right behind the reset, and then signs in again', async () => {
    const { ctx, integration, signedIn, before, state } = await aHeldOne({
      limit: 100,
      remaining: 30,
      resetInSeconds: 8,
    })
    const held = await check(ctx, integration)
    const wait = (held.nextCheckAt?.getTime() ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(4_000)
    expect(wait).toBeLessThan(16_000)
    await new Promise((resolve) => setTimeout(resolve, 9_100))
    state.left = { limit: 100, remaining: 99, resetInSeconds: 600 }
    expect((await check(ctx, integration)).healthMessage).toMatch(/^Answers in/)
    expect(signedIn()).toBeGreaterThan(before)
  }, 30_000)

  it('is fresh while it waits, for it was seen to answer', async () => {
    const { ctx, integration } = await aHeldOne()
    await inTenant(ctx, (tx) =>
      tx
        .update(healthStates)
        .set({ checkedAt: sql`now() - interval '3 hours'` })
        .where(eq(healthStates.integrationId, integration.id)),
    )
    expect((await getIntegration(ctx, { id: integration.id })).health).toBe('stale')
    expect((await check(ctx, integration)).health).toBe('healthy')
  })

  it('takes nothing back of a credential that was refused', async () => {
    const { ctx, integration } = await aHeldOne()
    await inTenant(ctx, (tx) =>
      tx
        .update(healthStates)
        .set({ verdict: 'unhealthy', message: 'The credential was refused.' })
        .where(eq(healthStates.integrationId, integration.id)),
    )
    expect(await check(ctx, integration)).toMatchObject({
      ...{ health: 'unhealthy', healthMessage: 'The credential was refused.' },
    })
  })

  it('still finds a service that is gone', async () => {
    const { ctx, integration, server } = await aHeldOne()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await check(ctx, integration)
    expect(await check(ctx, integration)).toMatchObject({ health: 'unhealthy', failureClass: 'network' })
  })

  it('is degraded when what is left is little for everybody, and says that it waits', async () => {
    const { ctx, integration, signedIn, before } = await aHeldOne({ limit: 100, remaining: 4, resetInSeconds: 600 })
    expect(await check(ctx, integration)).toMatchObject({
      ...{ health: 'degraded', failureClass: 'provider_limit', failingProbe: 'rate_limit' },
      healthMessage: expect.stringContaining('Waiting for the quota of requests until'),
    })
    expect(signedIn()).toBe(before)
  })

  it('goes out where the quota is only watched, and where a person asks', async () => {
    const { ctx, integration, signedIn, before } = await aHeldOne()
    expect((await testIntegration(ctx, { id: integration.id })).report.verdict).toBe('healthy')
    const tested = signedIn()
    expect(tested).toBeGreaterThan(before)
    await setCallPolicy(ctx, { integration: integration.id, policy: { quota: { mode: 'observe' } } })
    await check(ctx, integration)
    expect(signedIn()).toBeGreaterThan(tested)
  })

  it('has its batch read with one question more, however many are in it', async () => {
    const ctx = await aCaller()
    const services = [await aLimitedService(ctx), await aLimitedService(ctx)]
    for (const { tell } of services) await tell({ limit: 100, remaining: 30, resetInSeconds: 600 })
    const ticks = await Promise.all(
      services.map(async ({ integration: { id } }) => ({ integrationId: id, tick: await makeDue(ctx, id) })),
    )
    const prepared = await prepareChecks(ctx, ticks)
    expect(prepared.map(({ probe }) => probe.quotas.known.map(({ pool, remaining }) => [pool, remaining]))).toEqual([
      [['requests', 30]],
      [['requests', 30]],
    ])
    const reports = await Promise.all(prepared.map((one) => runCheck(ctx, one)))
    expect(reports.map((report) => report?.waitingUntil)).toEqual([expect.any(Date), expect.any(Date)])
  })
})

describe('a pool that nobody here draws from', () => {
  const resources = (search: number) => ({
    core: { limit: 5_000, used: 10, remaining: 4_990, reset: Math.ceil(Date.now() / 1_000) + 3_000 },
    search: { limit: 30, used: 30 - search, remaining: search, reset: Math.ceil(Date.now() / 1_000) + 50 },
  })

  async function aGithub(ctx: Context) {
    const { url } = await aServer(({ url: path }): Answer => {
      const { core, search } = resources(1)
      const of = path.includes('/search/') ? { name: 'search', ...search } : { name: 'core', ...core }
      const headers = {
        ...{ 'x-ratelimit-limit': String(of.limit), 'x-ratelimit-remaining': String(of.remaining) },
        ...{ 'x-ratelimit-reset': String(of.reset), 'x-ratelimit-resource': of.name, 'x-oauth-scopes': 'repo' },
      }
      if (path.endsWith('/rate_limit')) return { status: 200, headers, body: { resources: resources(1) } }
      if (path.endsWith('/user')) return { status: 200, headers, body: { login: 'octocat' } }
      return { status: 200, headers, body: { items: [], installed_version: '3.15.0' } }
    })
    const { integration } = await connectIntegration(ctx, {
      ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token' },
      ...{ config: { server: url }, secrets: { token: `ghp_${'a'.repeat(36)}` }, intervalSeconds: 3_600 },
    })
    return integration
  }

  it('is known and degrades nothing; once a call searched, it does', async () => {
    const ctx = await aCaller()
    const integration = await aGithub(ctx)
    const quiet = await check(ctx, integration)
    expect([quiet.health, quiet.healthMessage]).toEqual(['healthy', expect.any(String)])
    const { report } = await testIntegration(ctx, { id: integration.id })
    expect(report.quotas.map(({ pool, remaining }) => [pool, remaining])).toContainEqual(['search', 1])
    expect(report.verdict).toBe('healthy')

    await executeCall(ctx, { integration: integration.id, method: 'GET', path: '/search/issues', query: { q: 'x' } })
    await flushCalls()
    await flushQuotas()
    expect(await check(ctx, integration)).toMatchObject({
      ...{
        health: 'degraded',
        failingProbe: 'rate_limit',
        healthMessage: expect.stringContaining('1 of 30 left in search'),
      },
    })
  })
})
