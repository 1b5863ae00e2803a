import { describe, expect, it } from 'vitest'
import { emptyInWords, type QuotaSample } from '@/server/kernel/quotas'
import { forecastOf, withSample } from './forecast'
import { believed, type Known } from './known'
import { type Ask, emptyLedger, type LedgerState, settle, waitingIn } from './settling'

const now = 1_800_000_000_000
const nothing: Ask = {
  ...{ process: 'a', heard: [], pauses: [], returned: {}, wants: {}, waiting: {}, rate: null },
}
const heard = (remaining: number, more: Partial<Known> = {}): Known => ({
  ...{ pool: 'core', limit: 100, remaining, resetAt: now + 60_000, sentAt: 0, heardAt: now },
  ...more,
})
const wanting = (urgent: number, patient: number) => ({
  core: { urgent, urgentFloor: 5, patient, patientFloor: 25 },
})
const ledgerWith = (remaining: number, more: Partial<Known> = {}): LedgerState =>
  settle(emptyLedger(), { ...nothing, heard: [heard(remaining, more)] }, now).state
const left = (state: LedgerState) => state.pools.core?.available

describe('a lease', () => {
  it('is taken from what is left, and never a second time', () => {
    const first = settle(ledgerWith(100), { ...nothing, wants: wanting(10, 0) }, now)
    expect(first.leases.core).toEqual({ urgent: 10, patient: 0 })
    expect(left(first.state)).toBe(90)
    expect(left(settle(first.state, { ...nothing, wants: wanting(10, 0) }, now).state)).toBe(80)
  })

  it('leaves the patient nothing that is reserved for the urgent', () => {
    const { leases } = settle(ledgerWith(25), { ...nothing, wants: wanting(3, 20) }, now + 10_000)
    expect(leases.core).toEqual({ urgent: 3, patient: 0 })
  })

  it('gives freely while there is plenty, and spreads the rest until the reset', () => {
    expect(settle(ledgerWith(100), { ...nothing, wants: wanting(0, 15) }, now).leases.core?.patient).toBe(15)
    // 25 above the reserve for 50 s: one each two seconds.
    const state = ledgerWith(50)
    const soon = settle(state, { ...nothing, wants: wanting(0, 15) }, now + 10_000)
    expect(soon.leases.core?.patient).toBe(1)
    expect(settle(soon.state, { ...nothing, wants: wanting(0, 15) }, now + 10_500).leases.core?.patient).toBe(0)
    expect(settle(soon.state, { ...nothing, wants: wanting(0, 15) }, now + 12_500).leases.core?.patient).toBe(1)
  })

  it('comes back when it was not spent, unless its window is over', () => {
    const { state } = settle(ledgerWith(100), { ...nothing, wants: wanting(10, 0) }, now)
    const back = (resetAt: number) => ({ ...nothing, returned: { core: { tokens: 4, resetAt } } })
    expect(left(settle(state, back(now + 60_000), now + 1_000).state)).toBe(94)
    expect(left(settle(state, back(now - 1), now + 1_000).state)).toBe(90)
  })

  it('is not given while the pool is paused, by no process', () => {
    const { state } = settle(ledgerWith(100), { ...nothing, pauses: [{ pool: 'core', until: now + 5_000 }] }, now)
    const other = { ...nothing, process: 'b', wants: wanting(5, 5) }
    expect(settle(state, other, now + 4_999).leases.core).toEqual({ urgent: 0, patient: 0 })
    expect(settle(state, other, now + 5_001).leases.core?.urgent).toBe(5)
  })

  it('is of a full pool again after the reset, before the vendor says so', () => {
    expect(left(settle(ledgerWith(0), nothing, now + 60_001).state)).toBe(100)
  })
})

describe('an answer', () => {
  it('lowers what is left when somebody else draws on the credential', () => {
    const { state } = settle(ledgerWith(100), { ...nothing, wants: wanting(10, 0) }, now)
    expect(left(settle(state, { ...nothing, heard: [heard(40)] }, now + 100).state)).toBe(40)
  })

  it('that is late does not raise what is left', () => {
    const { state } = settle(ledgerWith(60), { ...nothing, wants: wanting(10, 0) }, now)
    expect(left(settle(state, { ...nothing, heard: [heard(99)] }, now + 100).state)).toBe(50)
    expect(left(settle(state, { ...nothing, heard: [heard(99, { sentAt: now - 20_000 })] }, now + 100).state)).toBe(50)
  })

  it('asked for after all leases were spent brings back what free calls left', () => {
    const { state } = settle(ledgerWith(60), { ...nothing, wants: wanting(10, 0) }, now)
    const later = now + 5_000
    const told = heard(58, { sentAt: later - 100, heardAt: later })
    expect(left(settle(state, { ...nothing, heard: [told] }, later).state)).toBe(58)
  })

  it('of a window that is over counts for nothing', () => {
    const state = ledgerWith(80)
    expect(left(settle(state, { ...nothing, heard: [heard(3, { resetAt: now - 1_000 })] }, now).state)).toBe(80)
  })

  it('of the next window begins it', () => {
    const state = ledgerWith(0)
    const told = heard(97, { resetAt: now + 3_660_000 })
    expect(left(settle(state, { ...nothing, heard: [told] }, now + 1_000).state)).toBe(97)
  })
})

describe('of two answers', () => {
  it('the newest is believed, by its window, and within one the lower unless it was asked for later', () => {
    const before = heard(50, { heardAt: now })
    expect(believed(before, heard(60, { sentAt: now - 10, heardAt: now + 5 }), now)?.remaining).toBe(50)
    expect(believed(before, heard(60, { sentAt: now + 10, heardAt: now + 20 }), now)?.remaining).toBe(60)
    expect(believed(before, heard(99, { resetAt: now + 3_660_000 }), now)?.remaining).toBe(99)
    expect(believed(heard(99, { resetAt: now + 3_660_000 }), before, now)).toBeNull()
    expect(believed(before, heard(1, { resetAt: now - 1 }), now)).toBeNull()
  })
})

describe('a configured rate', () => {
  it('gives slots one after the other, whoever asks', () => {
    const ask = { ...nothing, rate: { perSecond: 5, slots: 3, horizonMs: 1_000 } }
    const first = settle(emptyLedger(), ask, now)
    expect(first.slots).toEqual({ startAt: now, everyMs: 200, count: 3 })
    const second = settle(first.state, { ...ask, process: 'b' }, now)
    expect(second.slots).toEqual({ startAt: now + 600, everyMs: 200, count: 2 })
    expect(settle(second.state, ask, now).slots).toBeNull()
  })
})

describe('those who wait', () => {
  it('are counted over all processes, and forgotten with a process that has gone', () => {
    const one = settle(ledgerWith(0), { ...nothing, waiting: { core: 3 } }, now).state
    const two = settle(one, { ...nothing, process: 'b', waiting: { core: 4 } }, now + 1_000).state
    expect(waitingIn(two, 'core', now + 1_000)).toBe(7)
    expect(waitingIn(two, 'core', now + 5_500)).toBe(4)
    expect(waitingIn(settle(two, nothing, now + 2_000).state, 'core', now + 2_000)).toBe(4)
  })
})

describe('a forecast', () => {
  const at = (seconds: number) => now / 1000 + seconds
  const date = (seconds: number) => new Date(at(seconds) * 1000)
  const falling: QuotaSample[] = [0, 30, 60].map((second) => [at(second), 1000 - second, at(3600)])

  it('is made from what was used in the last minutes', () => {
    const forecast = forecastOf({ remaining: 660, resetAt: date(3600), samples: falling }, date(60))
    expect(forecast).toEqual({ usedPerMinute: 60, emptyAt: date(720), text: 'empty in 11 min at this rate' })
  })

  it('says nothing when the reset comes first, when nothing is used, and when little is known', () => {
    const soon = forecastOf({ remaining: 660, resetAt: date(700), samples: falling }, date(60))
    expect(soon).toMatchObject({ usedPerMinute: 60, emptyAt: null, text: null })
    const idle: QuotaSample[] = [
      [at(0), 500, null],
      [at(60), 500, null],
    ]
    expect(forecastOf({ remaining: 500, resetAt: null, samples: idle }, date(60)).emptyAt).toBeNull()
    expect(forecastOf({ remaining: 500, resetAt: null, samples: falling.slice(0, 1) }, date(10)).usedPerMinute).toBe(0)
  })

  it('counts nothing for a reset or a rise between two samples', () => {
    const samples: QuotaSample[] = [
      [at(0), 100, at(30)],
      [at(20), 40, at(30)],
      [at(40), 100, at(90)],
      [at(60), 90, at(90)],
    ]
    expect(forecastOf({ remaining: 90, resetAt: date(5_000), samples }, date(60)).usedPerMinute).toBe(70)
  })

  it('is made from a bounded number of samples', () => {
    let samples: QuotaSample[] = []
    for (let second = 0; second < 2_000; second += 1) samples = withSample(samples, [at(second), 5_000 - second, null])
    expect(samples.length).toBeLessThanOrEqual(32)
    expect(samples.at(-1)).toEqual([at(1_999), 3_001, null])
    expect(forecastOf({ remaining: 3_001, resetAt: null, samples }, date(1_999)).usedPerMinute).toBeCloseTo(60, 0)
  })

  it('speaks of minutes, hours and days', () => {
    expect(emptyInWords(20_000)).toBe('empty in less than a minute at this rate')
    expect(emptyInWords(11 * 60_000)).toBe('empty in 11 min at this rate')
    expect(emptyInWords(5 * 3_600_000)).toBe('empty in 5 h at this rate')
    expect(emptyInWords(3 * 86_400_000)).toBe('empty in 3 d at this rate')
  })
})
