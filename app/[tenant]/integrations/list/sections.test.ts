import { describe, expect, it } from 'vitest'
import { type Group, Lines, sectionsOf } from './sections'

const counts = { total: 0, healthy: 0, degraded: 0, unhealthy: 0, unknown: 0, stale: 0, disabled: 0, checking: 0 }
const group = (key: string | null, total: number): Group => ({
  key,
  title: key,
  worst: 'HEALTHY',
  counts: { ...counts, total },
})
const told = (lines: Lines) =>
  Array.from({ length: lines.length }, (_, at) => {
    const line = lines.at(at)
    return line?.kind === 'row' ? `${line.section.id}:${line.index}` : line?.section.id
  })

describe('the lines of a list', () => {
  it('are its rows when it is not grouped', () => {
    expect(told(new Lines(sectionsOf(null, null, 3, []), []))).toEqual(['all:0', 'all:1', 'all:2'])
  })

  it('are each group with its rows, and only the header of one that is folded', () => {
    const sections = sectionsOf('owner', null, 5, [group('a', 2), group(null, 2), group('c', 1)])
    expect(told(new Lines(sections, ['~none']))).toEqual(['a', 'a:0', 'a:1', '~none', 'c', 'c:0'])
  })

  it('end where they end', () => {
    const lines = new Lines(sectionsOf(null, null, 2, []), [])
    expect([lines.at(-1), lines.at(2)]).toEqual([undefined, undefined])
    expect(new Lines([], []).at(0)).toBeUndefined()
  })

  it('ask for the rows of a group by its own filter, and keep the rest of the filter', () => {
    const [none] = sectionsOf('owner', { text: 'x' }, 1, [group(null, 1)])
    expect(none?.filter).toEqual({ text: 'x', owner: '' })
    const [unhealthy] = sectionsOf('state', { states: ['HEALTHY', 'UNHEALTHY'] }, 1, [group('UNHEALTHY', 1)])
    expect(unhealthy?.filter).toEqual({ states: ['UNHEALTHY'] })
  })
})
