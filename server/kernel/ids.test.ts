import { afterEach, describe, expect, it, vi } from 'vitest'
import { findId, fromUuid, newId, parseId, toUuid } from './ids'

afterEach(() => {
  vi.useRealTimers()
})

const millisecondsOf = (id: string) => Number.parseInt(id.slice(4, 16), 16)

describe('newId', () => {
  it('is a UUIDv7 of now behind the prefix of its noun', () => {
    const before = Date.now()
    const id = newId('event')
    expect(toUuid(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(millisecondsOf(id)).toBeGreaterThanOrEqual(before)
  })

  it('keeps the order in which ids were made, within one millisecond too and while the clock is set back a little', () => {
    vi.useFakeTimers({ now: Date.now() + 60_000 })
    const ids = Array.from({ length: 10_000 }, () => newId('event'))
    vi.setSystemTime(Date.now() - 5_000)
    ids.push(...Array.from({ length: 100 }, () => newId('event')))
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('follows a clock that was set back for good', () => {
    vi.useFakeTimers({ now: Date.now() + 3_600_000 })
    newId('event')
    const now = Date.now() - 3_600_000
    vi.setSystemTime(now)
    expect(millisecondsOf(newId('event'))).toBe(now)
  })
})

describe('findId', () => {
  it('reads what people paste: the prefixed form or a bare UUID, in any case', () => {
    const id = newId('event')
    for (const text of [id, toUuid(id), toUuid(id).toUpperCase(), id.slice(0, 4) + id.slice(4).toUpperCase()]) {
      expect(findId('event', text)).toBe(id)
    }
    expect(fromUuid('event', toUuid(id))).toBe(id)
  })

  it('refuses the id of another noun and what is none', () => {
    for (const text of [newId('check'), '', 'evt_', 'evt_12', `${newId('event')}0`]) {
      expect(findId('event', text)).toBeUndefined()
      expect(() => parseId('event', text)).toThrowError(expect.objectContaining({ code: 'request.invalid' }))
    }
  })
})
