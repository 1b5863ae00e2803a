import { describe, expect, it } from 'vitest'
import {
  edited,
  type InForce,
  inForceAt,
  isSaid,
  policyOf,
  problemsIn,
  problemsOfFields,
  shownAt,
  usualEdit,
} from './policy-edit'

const inForce = (changes: Record<string, unknown> = {}): InForce => ({
  id: 'int_1',
  version: 3,
  callPolicy: {
    ...{ timeoutMs: 10_000, deadlineMs: 30_000, fallback: null, keepBodies: false },
    retry: { attempts: 5, baseMs: 250, maxMs: 10_000, unsafe: false },
    breaker: { failurePercent: 50, minimum: 10, windowMs: 30_000, openMs: 15_000 },
    bulkhead: { concurrent: 64, queued: 256 },
    quota: { mode: 'enforce', perSecond: null },
    changes,
    since: '2026-11-30T00:00:00.000Z',
  },
})
const said = { retry: { attempts: 5 } }

describe('a call policy being edited', () => {
  it('shows what is in force in the units people type', () => {
    expect(inForceAt(inForce(), 'timeoutMs')).toBe('10')
    expect(inForceAt(inForce(), 'retry.baseMs')).toBe('250')
    expect(inForceAt(inForce(), 'quota.perSecond')).toBe('')
    expect(inForceAt(inForce(), 'retry.unsafe')).toBe(false)
  })

  it('sends what was said before and what was typed, in the hub’s units, and nothing else', () => {
    const edit = { timeoutMs: '2.5', 'quota.perSecond': '0.5', keepBodies: true, fallback: 'int_2' }
    expect(policyOf(inForce(said), edit)).toEqual({
      ...{ retry: { attempts: 5 }, timeoutMs: 2_500, quota: { perSecond: 0.5 } },
      ...{ keepBodies: true, fallback: 'int_2' },
    })
  })

  it('takes back what is emptied, and leaves no empty part behind', () => {
    expect(policyOf(inForce(said), { 'retry.attempts': '' })).toEqual({})
    expect(policyOf(inForce(said), usualEdit(inForce(said)))).toEqual({})
    const all = { ...said, keepBodies: true, fallback: 'int_2', quota: { mode: 'observe', perSecond: 1 } }
    expect(policyOf(inForce(all), usualEdit(inForce(all)))).toEqual({})
  })

  it('holds no difference where the value in force is typed again', () => {
    const typed = edited(inForce(), {}, 'timeoutMs', '20')
    expect(typed).toEqual({ timeoutMs: '20' })
    expect(shownAt(inForce(), typed, 'timeoutMs')).toBe('20')
    expect(edited(inForce(), typed, 'timeoutMs', '10')).toEqual({})
    expect(isSaid(inForce(said), 'retry.attempts')).toBe(true)
    expect(isSaid(inForce(said), 'retry.baseMs')).toBe(false)
  })

  it('tells what is no number, and what the hub refused, at the field and in its units', () => {
    expect(problemsIn({ timeoutMs: 'soon', keepBodies: true, fallback: 'int_2' })).toEqual({
      timeoutMs: 'Seconds for one attempt has to be a number.',
    })
    expect(problemsOfFields({ 'policy.timeoutMs': 'has to be 600000 or less' })).toEqual({
      timeoutMs: 'Seconds for one attempt has to be 600 or less.',
    })
    expect(problemsOfFields({ 'policy.fallback': 'has to be of the same type' })).toEqual({
      fallback: 'The fallback has to be of the same type.',
    })
  })
})
