import { describe, expect, it } from 'vitest'
import { endsSoon, expiryOf } from './lifetimes'

const now = new Date('2026-05-01T10:00:00Z').getTime()

describe('expiryOf', () => {
  it('counts a preset from now', () => {
    expect(expiryOf('90', '', now)).toBe('2026-07-30T10:00:00.000Z')
  })

  it('lets a key live for ever only when asked to', () => {
    expect(expiryOf('never', '', now)).toBeNull()
  })

  it('takes the end of a chosen day, and refuses one that has passed or is none', () => {
    expect(new Date(expiryOf('date', '2026-06-01', now) ?? '').getTime()).toBeGreaterThan(now)
    expect(expiryOf('date', '2026-04-30', now)).toBeUndefined()
    expect(expiryOf('date', '', now)).toBeUndefined()
  })
})

describe('endsSoon', () => {
  it('warns two weeks before', () => {
    expect(endsSoon('2026-05-14T10:00:00Z', now)).toBe(true)
    expect(endsSoon('2026-05-16T10:00:00Z', now)).toBe(false)
  })
})
