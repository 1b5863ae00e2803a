import { describe, expect, it } from 'vitest'
import { type OverviewItem, type Summary, verdictOf } from './model'

const none: Summary = {
  total: 0,
  healthy: 0,
  degraded: 0,
  unhealthy: 0,
  unknown: 0,
  stale: 0,
  disabled: 0,
  checking: 0,
}
const quiet = { totalCount: 0, worst: null }
const told = (
  summary: Partial<Summary>,
  attention: { totalCount: number; worst: OverviewItem | null } = quiet,
  aged = 0,
) => verdictOf({ ...none, ...summary }, attention, aged)

describe('the verdict line', () => {
  it('tells that all is well', () => {
    expect(told({ total: 12, healthy: 12 })).toMatchObject({
      state: 'HEALTHY',
      sentence: 'All 12 integrations are healthy',
    })
  })

  it('does not count what is switched off as healthy', () => {
    expect(told({ total: 3, healthy: 2, disabled: 1 }).sentence).toBe('All 2 integrations are healthy, 1 disabled')
    expect(told({ total: 2, disabled: 2 }).state).toBe('DISABLED')
  })

  it('is never green while something was not checked yet', () => {
    expect(told({ total: 2, healthy: 1, unknown: 1 })).toMatchObject({
      state: 'CHECKING',
      sentence: '1 of 2 integrations healthy, 1 not checked yet',
    })
  })

  it('names the worst first', () => {
    const worst = { health: 'UNHEALTHY' } as OverviewItem
    expect(told({ total: 12, healthy: 10, unhealthy: 1, degraded: 1 }, { totalCount: 2, worst })).toEqual({
      state: 'UNHEALTHY',
      sentence: '2 of 12 integrations need attention',
      worst,
    })
  })

  it('does not claim anything once results stop coming', () => {
    expect(told({ total: 3, healthy: 3 }, quiet, 3)).toMatchObject({
      state: 'STALE',
      sentence: '3 of 3 integrations have no recent result',
    })
  })
})
