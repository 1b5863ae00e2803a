import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RowRef, RowStore } from './row-store'
import type { Section } from './sections'

const section: Section = { id: 'all', filter: null, count: 500, group: null }
const rowsOf = (page: number): RowRef[] =>
  Array.from({ length: 10 }, (_, at) => ({ id: `i${page * 10 + at}`, slug: `s${page * 10 + at}`, name: '' }))
const looking = (...indexes: number[]) => indexes.map((index) => ({ section, index }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the rows of a long list', () => {
  it('are read page by page where somebody looks, and passing by reads nothing', async () => {
    const read = vi.fn(async (_section: Section, page: number) => rowsOf(page))
    const store = new RowStore(read, 10)
    for (const index of [0, 100, 200, 300]) store.want(looking(index, index + 9))
    store.want(looking(480, 495))
    await vi.runAllTimersAsync()
    expect(read.mock.calls.map(([, page]) => page)).toEqual([48, 49])
    expect(store.at(section, 495)?.id).toBe('i495')
    expect(store.at(section, 100)).toBeUndefined()
  })

  it('are all read of many small groups that are looked at together', async () => {
    const store = new RowStore(async () => rowsOf(0).slice(0, 1), 10)
    const groups = Array.from({ length: 8 }, (_, at): Section => ({ ...section, id: `g${at}`, count: 1 }))
    store.want(groups.map((each) => ({ section: each, index: 0 })))
    await vi.runAllTimersAsync()
    expect(groups.map((each) => store.at(each, 0)?.id)).toEqual(groups.map(() => 'i0'))
  })

  it('keep their places when they are read again in another order, and say that it changed', async () => {
    let shift = 0
    const store = new RowStore(async (_section, page) => rowsOf(page + shift), 10)
    store.put(section, 0, rowsOf(0))
    await store.refresh(looking(0))
    expect(store.isOutdated).toBe(false)
    shift = 1
    await store.refresh(looking(0))
    expect(store.isOutdated).toBe(true)
    expect(store.at(section, 0)?.id).toBe('i0')
  })

  it('tell what a page failed with, and try again when asked', async () => {
    let isDown = true
    const store = new RowStore(async (_section, page) => {
      if (isDown) throw new Error('down')
      return rowsOf(page)
    }, 10)
    store.want(looking(0))
    await vi.runAllTimersAsync()
    expect(store.trouble).toEqual(new Error('down'))
    isDown = false
    store.retry()
    await vi.runAllTimersAsync()
    expect(store.trouble).toBeNull()
    expect(store.at(section, 0)?.id).toBe('i0')
  })
})
