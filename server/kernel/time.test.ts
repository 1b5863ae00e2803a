import { describe, expect, it } from 'vitest'
import { isoOf } from './time'

/** An instant as text is the very text Date itself makes. */
describe('an instant as text', () => {
  it.each([
    '2026-01-31T12:00:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '1970-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00.001Z',
    '9999-12-31T23:59:59.999Z',
    '+010000-01-01T00:00:00.000Z',
    '-000001-06-15T01:02:03.004Z',
  ])('is %s', (text) => {
    expect(isoOf(new Date(text))).toBe(text)
  })

  it('is the same for ten thousand instants in any order', () => {
    for (let at = 0; at < 10_000; at += 1) {
      const instant = new Date(Math.floor((Math.random() - 0.2) * 8e12))
      expect(isoOf(instant)).toBe(instant.toISOString())
    }
  })

  it('is none for what is no instant', () => {
    expect(() => isoOf(new Date(Number.NaN))).toThrow(RangeError)
    expect(isoOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
  })
})
