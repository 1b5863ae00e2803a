import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { aHubProcess, aRedis, findProgram } from '@/test/processes'
import { aCaller, aKey } from '@/test/world'

/** The limits of the REST API, counted by two real processes in one store. */
const redisProgram = findProgram('redis-server')
const limit = 20

async function twoHubs(more: Record<string, string>) {
  const start = async () => {
    const hub = await aHubProcess({
      ...{ DATABASE_URL: inject('databaseUrl'), INTHUB_ROLE: 'web', ...more },
      ...{ RATE_LIMIT_API: `${limit}/h`, RATE_LIMIT_TENANT: '1000/h' },
    })
    onTestFinished(async () => {
      await hub.kill('SIGKILL')
    })
    return hub
  }
  return Promise.all([start(), start()])
}

async function askBoth(more: Record<string, string>) {
  const hubs = await twoHubs(more)
  const ask = async (key: string, at: number) => {
    const response = await fetch(`${hubs[at % 2]?.url}/api/v1/keys`, { headers: { authorization: `Bearer ${key}` } })
    const { status, headers } = response
    const body = (await response.json()) as { code?: string }
    return {
      status,
      code: body.code,
      retryAfter: Number(headers.get('retry-after') ?? 0),
      told: headers.get('ratelimit'),
    }
  }
  return { ask }
}

const stores = [
  { name: 'PostgreSQL', begin: async () => ({}) },
  ...(redisProgram
    ? [
        {
          name: 'Redis',
          begin: async () => {
            const redis = await aRedis(redisProgram)
            onTestFinished(() => redis.stop())
            return { REDIS_URL: redis.url }
          },
        },
      ]
    : []),
]

describe.each(stores)('two processes with $name between them', ({ begin }) => {
  it('let pass together what one may, and tell the rest when more will', { timeout: 90_000 }, async () => {
    const { ask } = await askBoth(await begin())
    const [key, other] = [await aKey(await aCaller()), await aKey(await aCaller())]
    const replies = await Promise.all(Array.from({ length: 3 * limit }, (_each, at) => ask(key, at)))
    const passed = replies.filter(({ status }) => status === 200)
    const refused = replies.filter(({ status }) => status === 429)
    expect([passed.length, refused.length]).toEqual([limit, 2 * limit])
    for (const { code, retryAfter, told } of refused) {
      expect(code).toBe('request.rate_limited')
      expect(retryAfter).toBeGreaterThan(0)
      expect(retryAfter).toBeLessThanOrEqual(3_600)
      expect(told).toContain('"caller";r=0')
    }
    // One after the other, at either of them: there is nothing left to find.
    expect([(await ask(key, 0)).status, (await ask(key, 1)).status]).toEqual([429, 429])
    expect([(await ask(other, 0)).status, (await ask(other, 1)).status]).toEqual([200, 200])
  })
})
