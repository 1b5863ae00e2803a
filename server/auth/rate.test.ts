import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { overrideEnv } from '@/server/platform/env'
import type { VariableValues } from '@/server/platform/env-variables'
import { rateCounter } from '@/server/platform/rate-store'
import { aCaller, aKey, aSession } from '@/test/world'
import { authenticate } from './context'
import { RateLimit, readRate, takeOne } from './rate'

type Limits = Pick<VariableValues, 'RATE_LIMIT_API' | 'RATE_LIMIT_TENANT'>
const usual: Limits = {
  RATE_LIMIT_API: { limit: 600, windowSeconds: 60 },
  RATE_LIMIT_TENANT: { limit: 6_000, windowSeconds: 60 },
}
const limited = (changes: Partial<Limits>): void => {
  overrideEnv({ DATABASE_URL: inject('databaseUrl'), ...usual, ...changes })
  onTestFinished(() => {
    overrideEnv(usual)
  })
}

const unique = () => `${process.pid}-${Math.random().toString(36).slice(2)}`
const passed = async (limit: RateLimit, subject: string, tries: number) => {
  let count = 0
  for (let at = 0; at < tries; at++) if ((await limit.take(subject)).retryAfterMs === null) count++
  return count
}

async function principalOf(tenant?: Awaited<ReturnType<typeof aCaller>>) {
  const ctx = tenant ?? (await aCaller())
  return authenticate({ authorization: `Bearer ${await aKey(ctx)}` })
}

describe('takeOne', () => {
  it('lets pass what the limit allows and tells when more may', async () => {
    limited({ RATE_LIMIT_API: { limit: 5, windowSeconds: 60 } })
    const principal = await principalOf()
    for (let count = 0; count < 5; count++) await takeOne(principal, null)
    await expect(takeOne(principal, null)).rejects.toMatchObject({
      code: 'request.rate_limited',
      retryAfterMs: expect.any(Number),
    })
    await expect(takeOne(await principalOf(), null)).resolves.toBeUndefined()
  })

  it('counts all keys of a tenant together', async () => {
    limited({ RATE_LIMIT_TENANT: { limit: 4, windowSeconds: 60 } })
    const ctx = await aCaller()
    const [one, other] = [await principalOf(ctx), await principalOf(ctx)]
    for (const principal of [one, other, one, other]) await takeOne(principal, null)
    for (const principal of [one, other]) {
      await expect(takeOne(principal, null)).rejects.toMatchObject({
        message: 'All keys and sessions of this tenant together may run 4 operations in 60 s.',
      })
    }
    await expect(takeOne(await principalOf(), null)).resolves.toBeUndefined()
  })

  it('counts a session for a tenant it is in, and never for another', async () => {
    limited({ RATE_LIMIT_TENANT: { limit: 2, windowSeconds: 60 } })
    const [own, other] = [await aCaller(), await aCaller()]
    const stranger = await authenticate({ cookie: `inthub.session=${await aSession(other)}` })
    for (let count = 0; count < 3; count++) {
      expect((await readRate(stranger, own.tenantId)).policies.map(({ name }) => name)).toEqual(['caller'])
    }
    const member = await authenticate({ cookie: `inthub.session=${await aSession(own)}` })
    expect((await readRate(member, own.tenantId)).policies).toMatchObject([
      { name: 'caller', limit: 600 },
      { name: 'tenant', limit: 2, remaining: 1 },
    ])
  })

  it('does not count who is nobody', async () => {
    expect(await readRate(null, null)).toEqual({ policies: [], refusal: null })
  })
})

describe('a limit', () => {
  it('is kept by two processes together', async () => {
    limited({})
    const budget = { name: 'test', limit: 30, windowSeconds: 60 }
    // Each with a count of its own in front of the one they share.
    const [one, other] = [new RateLimit(budget), new RateLimit(budget)]
    const subject = unique()
    const both = await Promise.all([passed(one, subject, 40), passed(other, subject, 40)])
    expect(both.reduce((sum, each) => sum + each)).toBe(30)
  })

  it('is kept when many ask at once', async () => {
    limited({})
    const limit = new RateLimit({ name: 'test', limit: 25, windowSeconds: 60 })
    const subject = unique()
    const all = await Promise.all(Array.from({ length: 100 }, () => limit.take(subject)))
    expect(all.filter(({ retryAfterMs }) => retryAfterMs === null)).toHaveLength(25)
  })

  it('begins anew with the next window', async () => {
    limited({})
    const limit = new RateLimit({ name: 'test', limit: 2, windowSeconds: 1 })
    const subject = unique()
    expect(await passed(limit, subject, 4)).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    expect(await passed(limit, subject, 4)).toBe(2)
  })

  it('holds in each process for itself while the store is away', async () => {
    const away = { limiterFor: () => Promise.reject(new Error('connection refused')) }
    const budget = { name: 'test', limit: 3, windowSeconds: 60 }
    const limit = new RateLimit(budget, rateCounter(budget, away))
    expect(await passed(limit, unique(), 10)).toBe(3)
  })
})
