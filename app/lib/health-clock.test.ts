import { expect, it } from 'vitest'
import { standingAt } from './health-clock'

const staleAt = '2026-03-01T12:00:00Z'
const later = Date.parse(staleAt) + 60_000

it('keeps a verdict until it is stale', () => {
  expect(standingAt({ health: 'HEALTHY', staleAt }, Date.parse(staleAt) - 1000)).toBe('HEALTHY')
})

it('never shows a verdict that nobody renewed as if it held', () => {
  expect(standingAt({ health: 'HEALTHY', staleAt }, later)).toBe('STALE')
  expect(standingAt({ health: 'UNHEALTHY', staleAt }, later)).toBe('STALE')
})

it.each(['DISABLED', 'UNKNOWN', 'CHECKING'] as const)('keeps %s, which does not age', (health) => {
  expect(standingAt({ health, staleAt }, later)).toBe(health)
})
