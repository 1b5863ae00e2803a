import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatClock,
  formatDuration,
  formatJson,
  formatPercent,
  formatRelative,
  formatSpan,
  plural,
} from './format'

const now = Date.parse('2026-03-01T12:00:00Z')

describe('times', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [24 * 60_000, '24 min'],
    [(3 * 60 + 12) * 60_000, '3 h 12 min'],
    [30 * 3_600_000, '30 h'],
    [9 * 86_400_000, '9 days'],
    [-5000, '0 s'],
  ])('tells a span of %i ms as %s', (ms, text) => expect(formatSpan(ms)).toBe(text))

  it.each([
    ['2026-03-01T11:59:48Z', '12 s ago'],
    ['2026-03-01T12:24:00Z', 'in 24 min'],
    ['2026-05-30T11:59:58Z', 'in 90 days'],
    ['2026-03-01T15:11:55Z', 'in 3 h 12 min'],
    ['2026-03-01T11:59:59Z', 'just now'],
  ])('tells %s as %s', (at, text) => expect(formatRelative(at, now)).toBe(text))

  it('tells the date when it is another day', () => {
    expect(formatClock('2026-03-01T14:02:00Z', now, 'UTC')).toBe('14:02')
    expect(formatClock('2026-02-28T14:02:00Z', now, 'UTC')).toBe('28 Feb, 14:02')
  })
})

describe('formatJson', () => {
  it('breaks the lines of JSON, and leaves other text alone', () => {
    expect(formatJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(formatJson('ref=main&{')).toBe('ref=main&{')
  })
})

describe('numbers', () => {
  it.each([
    [0.4, '<1 ms'],
    [42.4, '42 ms'],
    [1130, '1.1 s'],
    [125_000, '2 min'],
  ])('tells %d ms as %s', (ms, text) => expect(formatDuration(ms)).toBe(text))

  it('never rounds an uptime up to 100', () => {
    expect(formatPercent(99.97)).toBe('99.9 %')
    expect(formatPercent(100)).toBe('100 %')
    expect(formatPercent(96.24)).toBe('96.2 %')
  })

  it('keeps one thing singular', () => {
    expect(plural(1, 'event')).toBe('1 event')
    expect(plural(1284, 'event')).toBe('1,284 events')
  })
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_200, '1.2 kB'],
  [34_000_000, '34 MB'],
  [5e15, '5000 TB'],
])('%d bytes read as %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
