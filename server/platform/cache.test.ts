import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from '@/server/kernel/ids'
import { cacheClock, defineCache } from './cache'
import { metrics } from './metrics'

const tenant = newId('tenant')
const other = newId('tenant')
const hour = 3_600_000

let names = 0
const named = () => `test-${++names}`

/** A clock that stands until it is moved. */
function standingClock() {
  let now = 1_000_000
  vi.spyOn(cacheClock, 'now').mockImplementation(() => now)
  return (ms: number) => {
    now += ms
  }
}

async function counted(cache: string, outcome: string): Promise<number> {
  const { values } = await metrics.cacheRequests.get()
  return values.find(({ labels }) => labels.cache === cache && labels.outcome === outcome)?.value ?? 0
}

/** Answers 1, 2, 3, so that a test sees whether it was asked again. */
const counting = () => {
  let asked = 0
  return async () => ++asked
}

afterEach(() => vi.restoreAllMocks())

describe('a cache', () => {
  it('tells what is known, and counts hits and misses', async () => {
    const name = named()
    const cache = defineCache<number>({ name, ttlMs: hour, max: 10 })
    const load = counting()
    expect(await cache.read([tenant, 'int_1', 'a'], load)).toMatchObject({ value: 1, isHit: false })
    expect(await cache.read([tenant, 'int_1', 'a'], load)).toMatchObject({ value: 1, isHit: true })
    expect([await counted(name, 'miss'), await counted(name, 'hit')]).toEqual([1, 1])
    const { values } = await metrics.cacheEntries.get()
    expect(values.find(({ labels }) => labels.cache === name)?.value).toBe(1)
  })

  it('keeps tenants, subjects and their parts apart', async () => {
    const cache = defineCache<string>({ name: named(), ttlMs: hour, max: 10 })
    const keys = [
      [tenant, 'int_1', 'a'],
      [other, 'int_1', 'a'],
      [tenant, 'int_2', 'a'],
      [tenant, 'int_1', 'a', null],
      [tenant, 'int_1', 'a","b'],
    ] as const
    for (const key of keys) await cache.read(key, async () => JSON.stringify(key))
    for (const key of keys) {
      const known = await cache.read(key, () => Promise.reject(new Error('asked again')))
      expect(known.value).toBe(JSON.stringify(key))
    }
  })

  it('ends an entry when its time is up, however often it was read', async () => {
    const forward = standingClock()
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10 })
    const load = counting()
    for (let minutes = 0; minutes <= 60; minutes += 10) {
      expect((await cache.read([tenant, 'int_1'], load)).value).toBe(1)
      forward(600_000)
    }
    expect((await cache.read([tenant, 'int_1'], load)).value).toBe(2)
  })

  it('counts the time from when it was asked, not from when the answer came', async () => {
    const forward = standingClock()
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10 })
    await cache.read([tenant, 'int_1'], async () => {
      forward(hour - 1_000)
      return 1
    })
    forward(2_000)
    expect((await cache.read([tenant, 'int_1'], async () => 2)).value).toBe(2)
  })

  it('ends a value when the value says so', async () => {
    const forward = standingClock()
    const cache = defineCache<{ until: Date | null }>({
      name: named(),
      ttlMs: hour,
      max: 10,
      endsAt: ({ until }) => until,
    })
    const load = async () => ({ until: new Date(cacheClock.now() + 5_000) })
    await cache.read([tenant, 'int_1'], load)
    forward(4_000)
    expect((await cache.read([tenant, 'int_1'], load)).isHit).toBe(true)
    forward(2_000)
    expect((await cache.read([tenant, 'int_1'], load)).isHit).toBe(false)
    await cache.read([tenant, 'int_2'], async () => ({ until: new Date(cacheClock.now() - 1) }))
    expect((await cache.read([tenant, 'int_2'], load)).isHit).toBe(false)
  })

  it('never holds more entries than its bound, and lets the least used go', async () => {
    const name = named()
    const cache = defineCache<number>({ name, ttlMs: hour, max: 100 })
    for (let at = 0; at < 1_000; at += 1) {
      await cache.read([tenant, `int_${at}`], async () => at)
      await cache.read([tenant, 'int_0'], async () => -1)
      expect(cache.size).toBeLessThanOrEqual(100)
    }
    expect(await counted(name, 'eviction')).toBe(900)
    expect((await cache.read([tenant, 'int_0'], async () => -1)).value).toBe(0)
  })

  it('never holds more bytes than its bound, and no single value above it', async () => {
    const cache = defineCache<string>({ name: named(), ttlMs: hour, max: 100, maxBytes: 10_000 })
    for (let at = 0; at < 50; at += 1) await cache.read([tenant, `int_${at}`], async () => 'x'.repeat(1_000))
    expect(cache.size).toBeLessThan(5)
    expect((await cache.read([tenant, 'big'], async () => 'x'.repeat(20_000))).value).toHaveLength(20_000)
    expect((await cache.read([tenant, 'big'], async () => 'again')).value).toBe('again')
  })

  it('asks once for fifty who ask together', async () => {
    const name = named()
    const cache = defineCache<number>({ name, ttlMs: hour, max: 10 })
    const load = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return 7
    })
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.read([tenant, 'int_1'], load)))
    expect(answers.map(({ value }) => value)).toEqual(Array(50).fill(7))
    expect(load).toHaveBeenCalledTimes(1)
    expect([await counted(name, 'miss'), await counted(name, 'shared')]).toEqual([1, 49])
  })

  it('does not keep a failure, and tells it to everybody who waited', async () => {
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10 })
    const failing = () => Promise.reject(new Error('down'))
    const both = await Promise.allSettled([
      cache.read([tenant, 'int_1'], failing),
      cache.read([tenant, 'int_1'], failing),
    ])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await cache.read([tenant, 'int_1'], async () => 1)).value).toBe(1)
    const throwing = () => {
      throw new Error('at once')
    }
    await expect(cache.read([tenant, 'int_2'], throwing)).rejects.toThrow('at once')
    expect((await cache.read([tenant, 'int_2'], async () => 1)).value).toBe(1)
  })

  it('does not keep what its definition does not want', async () => {
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10, keeps: (value) => value > 1 })
    const load = counting()
    const read = async () => (await cache.read([tenant, 'int_1'], load)).value
    expect([await read(), await read(), await read()]).toEqual([1, 2, 2])
  })

  it('asks anew for who wants it so, and keeps the newer answer', async () => {
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10 })
    const load = counting()
    await cache.read([tenant, 'int_1'], load)
    expect((await cache.read([tenant, 'int_1'], load, { refresh: true })).value).toBe(2)
    expect((await cache.read([tenant, 'int_1'], load)).value).toBe(2)
  })

  it('forgets all of a subject and nothing else', async () => {
    const cache = defineCache<number>({ name: named(), ttlMs: hour, max: 10 })
    for (const subject of ['int_1', 'int_10', 'int_2']) {
      for (const part of ['a', 'b']) await cache.read([tenant, subject, part], async () => 1)
    }
    await cache.read([other, 'int_1', 'a'], async () => 1)
    cache.forget(tenant, 'int_1')
    expect(cache.size).toBe(5)
    cache.forget(tenant)
    expect(cache.size).toBe(1)
  })

  it('does not keep an answer that was under way when the subject was forgotten', async () => {
    const cache = defineCache<string>({ name: named(), ttlMs: hour, max: 10 })
    let answer = (_: string) => {}
    const before = cache.read([tenant, 'int_1'], () => new Promise<string>((resolve) => (answer = resolve)))
    await Promise.resolve()
    cache.forget(tenant, 'int_1')
    answer('of before')
    expect((await before).value).toBe('of before')
    expect((await cache.read([tenant, 'int_1'], async () => 'of after')).value).toBe('of after')
  })

  it('goes on for the others when one of them leaves, and stops when all have left', async () => {
    const cache = defineCache<string>({ name: named(), ttlMs: hour, max: 10 })
    const leaving = new AbortController()
    let given: AbortSignal | undefined
    let answer = (_: string) => {}
    const load = (signal: AbortSignal) => {
      given = signal
      return new Promise<string>((resolve) => (answer = resolve))
    }
    const first = cache.read([tenant, 'int_1'], load, { signal: leaving.signal })
    const second = cache.read([tenant, 'int_1'], load)
    await Promise.resolve()
    leaving.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    expect(given?.aborted).toBe(false)
    answer('here')
    expect((await second).value).toBe('here')
    const third = cache.read([tenant, 'int_2'], load, { signal: leaving.signal })
    await expect(third).rejects.toThrow('gone')
    expect(given?.aborted).toBe(true)
  })
})
