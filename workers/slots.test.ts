import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/ids'
import { Slots } from './slots'

const a = newId('tenant')
const b = newId('tenant')

describe('slots', () => {
  it('are never all held by one tenant', () => {
    const slots = new Slots({ fast: 9, slow: 9 })
    expect(slots.share('fast')).toBe(6)
    for (let n = 0; n < slots.share('fast'); n++) slots.take('fast', a)
    expect(slots.isAtShare('fast', a)).toBe(true)
    expect(slots.isAtShare('fast', b)).toBe(false)
    expect(slots.room('fast')).toBe(3)
  })

  it('of the fast lane are free again when a check turns out to take long', () => {
    const slots = new Slots({ fast: 9, slow: 9 })
    const slot = slots.take('fast', a)
    expect(slots.room('fast')).toBe(8)
    slots.slowDown(slot)
    slots.slowDown(slot)
    expect([slots.room('fast'), slots.room('slow')]).toEqual([9, 8])
    slots.release(slot)
    slots.release(slot)
    expect([slots.room('fast'), slots.room('slow')]).toEqual([9, 9])
  })

  it('that a tenant holds beyond its share are nobody else’s loss', () => {
    const slots = new Slots({ fast: 9, slow: 9 })
    for (let n = 0; n < 15; n++) slots.slowDown(slots.take('fast', a))
    expect(slots.room('slow')).toBe(3)
    expect(slots.heldBy('fast').get(a)).toBeUndefined()
  })

  it('bound a tenant whose services turn slow all at once', () => {
    const slots = new Slots({ fast: 9, slow: 9 })
    for (let n = 0; n < 19; n++) slots.slowDown(slots.take('fast', a))
    expect(slots.heldBy('fast').get(a)).toBe(9)
    expect(slots.heldBy('fast').get(b)).toBeUndefined()
  })
})
