import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '@/server/kernel/context'
import { cacheClock } from '@/server/platform/cache'
import { metrics } from '@/server/platform/metrics'
import { type Answer, aCaller, aLiveHub, aServer, eventTypesOf, holding } from '@/test/world'
import { connectIntegration, deleteIntegration, updateIntegration } from '../integrations/service'
import { readHealth, testIntegration } from './service'

afterEach(() => vi.restoreAllMocks())

async function anIntegration(ctx: Context) {
  const state: { answer: Answer } = { answer: { status: 200, body: { ok: true } } }
  const server = await aServer(() => state.answer)
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'bearer', config: { baseUrl: server.url }, secrets: { token: 'tok-000000000' } },
  })
  return { integration, state, server }
}

const testsOf = async (ctx: Context) => (await eventTypesOf(ctx)).filter((type) => type === 'integration.tested').length

async function hits(): Promise<number> {
  const { values } = await metrics.cacheRequests.get()
  return values.find(({ labels }) => labels.cache === 'health' && labels.outcome === 'hit')?.value ?? 0
}

describe('a test', () => {
  it('is new whenever nobody says how old it may be', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    expect((await testIntegration(ctx, integration)).report.verdict).toBe('healthy')
    state.answer = { status: 401 }
    expect((await testIntegration(ctx, integration)).report.verdict).toBe('unhealthy')
    expect(await testsOf(ctx)).toBe(2)
  })

  it('may be remembered for as long as the caller allows, and two minutes at most', async () => {
    let ahead = 0
    const { now } = cacheClock
    vi.spyOn(cacheClock, 'now').mockImplementation(() => now() + ahead)
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    const verdict = async () => (await testIntegration(ctx, integration, { maxAgeMs: 3_600_000 })).report.verdict
    expect(await verdict()).toBe('healthy')
    state.answer = { status: 401 }
    expect(await verdict()).toBe('healthy')
    expect(await testsOf(ctx)).toBe(1)
    ahead = 121_000
    expect(await verdict()).toBe('unhealthy')
    expect(await testsOf(ctx)).toBe(2)
  })

  it('is never of the settings or the secret before', async () => {
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    const recalled = () => testIntegration(ctx, { id: integration.id }, { maxAgeMs: 120_000 })
    await recalled()
    state.answer = { status: 401 }
    const { id, version } = integration
    await updateIntegration(ctx, { id, version, secrets: { token: 'tok-111111111' }, skipTest: true })
    expect((await recalled()).report.verdict).toBe('unhealthy')
  })

  it('is made once for fifty programs that ask together', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    await Promise.all(Array.from({ length: 50 }, () => testIntegration(ctx, integration, { maxAgeMs: 60_000 })))
    expect(await testsOf(ctx)).toBe(1)
  })

  it('is refused to who may not test, also when it is remembered', async () => {
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    await testIntegration(ctx, integration)
    const reader = holding(ctx, 'integrations:read')
    await expect(testIntegration(reader, integration, { maxAgeMs: 60_000 })).rejects.toMatchObject({
      code: 'permission.denied',
    })
  })
})

describe('the state of an integration', () => {
  it('is remembered until something happens to it', async () => {
    await aLiveHub()
    const ctx = await aCaller()
    const { integration, state } = await anIntegration(ctx)
    const slug = { slug: integration.slug }
    await vi.waitFor(async () => {
      const before = await hits()
      expect((await readHealth(ctx, slug)).health).toBe('healthy')
      expect(await hits()).toBeGreaterThan(before)
    })
    state.answer = { status: 401 }
    await testIntegration(ctx, slug)
    await testIntegration(ctx, slug)
    await vi.waitFor(async () => expect((await readHealth(ctx, slug)).health).toBe('unhealthy'))
    await deleteIntegration(ctx, slug)
    await vi.waitFor(() => expect(readHealth(ctx, slug)).rejects.toMatchObject({ code: 'integration.not_found' }))
  })

  it('is invisible to another tenant and to whoever may not read it', async () => {
    await aLiveHub()
    const ctx = await aCaller()
    const { integration } = await anIntegration(ctx)
    for (let times = 0; times < 3; times += 1) {
      await readHealth(ctx, { id: integration.id })
      for (const who of [await aCaller(), holding(ctx, 'events:read')]) {
        await expect(readHealth(who, { id: integration.id })).rejects.toMatchObject({ code: 'integration.not_found' })
      }
    }
  })
})
