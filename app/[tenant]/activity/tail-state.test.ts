import { expect, test } from 'vitest'
import { type ActivityItem, arrived, bufferSize, noTail, released, rowsOf, type Tail } from './tail-state'

const entry = (number: number): ActivityItem => ({
  id: `evt_${number}`,
  at: new Date(1_700_000_000_000 + number).toISOString(),
  level: 'INFO',
  outcome: 'SUCCESS',
  type: 'integration.tested',
  integrationId: null,
  integrationSlug: null,
  operationId: null,
  summary: `entry ${number}`,
  durationMs: null,
  metadata: {},
  actor: { kind: 'SYSTEM', id: null, name: 'system' },
})

const ids = (rows: readonly { entry: ActivityItem }[]) => rows.map((row) => row.entry.id)
const grow = (count: number, isHeld: boolean, from: Tail = noTail) =>
  Array.from({ length: count }, (_, at) => at).reduce((tail, at) => arrived(tail, entry(at), isHeld), from)

test('a new entry is shown on top, once', () => {
  const tail = arrived(arrived(arrived(noTail, entry(1), false), entry(2), false), entry(1), false)
  expect(tail.shown.map(({ id }) => id)).toEqual(['evt_2', 'evt_1'])
})

test('an entry that the page has already is not shown twice', () => {
  const tail = arrived(noTail, entry(2), false)
  const pages = [2, 1].map((number) => ({ entry: entry(number), cursor: `c${number}` }))
  expect(ids(rowsOf(tail, pages, true))).toEqual(['evt_2', 'evt_1'])
})

test('what comes while somebody reads is held back and then shown in order', () => {
  const tail = grow(3, true)
  expect(tail.shown).toEqual([])
  expect(tail.held).toHaveLength(3)
  expect(released(tail).shown.map(({ id }) => id)).toEqual(['evt_2', 'evt_1', 'evt_0'])
  expect(released(tail).held).toEqual([])
})

test('what does not fit the buffer is counted, not forgotten silently', () => {
  const tail = grow(bufferSize + 7, true)
  expect(tail.held).toHaveLength(bufferSize)
  expect(tail.dropped).toBe(7)
})

test('while live, no more rows than the buffer are drawn', () => {
  const pages = Array.from({ length: bufferSize }, (_, at) => ({ entry: entry(10_000 + at), cursor: `c${at}` }))
  expect(rowsOf(grow(3, false), pages, true)).toHaveLength(bufferSize)
  expect(rowsOf(grow(3, false), pages, false)).toHaveLength(bufferSize + 3)
})
