'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useShortcuts } from '@/app/lib/shortcuts'
import { columns, edges, tableWidth } from './columns'
import { GroupRow } from './group-row'
import { IntegrationRow, type RowActs, rowHeights, WaitingRow } from './integration-row'
import { ListHead } from './list-head'
import type { RowRef } from './row-store'
import type { ListChange, ListSearch } from './search'
import { type Line, Lines, type Section } from './sections'
import type { Listing } from './use-listing'

type Row = Extract<Line, { kind: 'row' }>

export type ListTableProps = {
  listing: Listing
  search: ListSearch
  onChange: (change: ListChange) => void
  selected: ReadonlyMap<string, RowRef>
  onSelect: RowActs['onSelect']
  onActions: RowActs['onActions']
  /** Says which rows are looked at, for reading them again. */
  looking: { current: readonly Row[] }
  selectAll: ReactNode
}

const overscan = 8
// Before the browser has told how high the frame is; also what the server draws.
const firstRect = { width: 1200, height: 720 }

function isRowFocused(): HTMLElement | null {
  const row = document.activeElement?.closest('tr[data-index]')
  return row instanceof HTMLElement ? row : null
}

/** j and k walk the rows, wherever in the list they are: the focus goes along, so that Enter opens. */
function useRowKeys(
  lines: Lines,
  scrollTo: (index: number) => void,
  act: { select: (index: number) => void; actions: (index: number) => void },
) {
  const [active, setActive] = useState(-1)
  const wanted = useRef(false)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!wanted.current) return
    const link = frame.current?.querySelector<HTMLElement>(`tr[data-index="${active}"] [data-row-link]`)
    if (!link) return
    wanted.current = false
    link.focus({ preventScroll: true })
  })
  const move = (by: number) => {
    if (lines.length === 0) return false
    const from = isRowFocused() ? active : active < 0 ? -1 : active - by
    const next = Math.max(0, Math.min(lines.length - 1, from + by))
    wanted.current = true
    setActive(next)
    scrollTo(next)
    return true
  }
  const onRow = (run: (index: number) => void) => () => {
    const row = isRowFocused()
    if (!row) return false
    run(Number(row.dataset.index))
    return true
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: onRow(act.select),
    // A button or a checkbox keeps its own space bar.
    ' ': () => (document.activeElement?.matches('a[data-row-link]') ? onRow(act.select)() : false),
    '.': onRow(act.actions),
  })
  return { frame, active, setActive }
}

/**
 * Thousands of rows of which only those in sight are in the page. It stays a table: its rows say how many there are
 * and which of them they are.
 */
export function ListTable(props: ListTableProps) {
  const { listing, search, onChange, selected, onSelect, onActions, looking, selectAll } = props
  const { folded, density } = search
  const lines = useMemo(() => new Lines(listing.sections, folded), [listing, folded])
  const scrollTo = useRef<(index: number) => void>(() => {})
  const rowOf = (index: number) => {
    const line = lines.at(index)
    return line?.kind === 'row' ? listing.store.at(line.section, line.index) : undefined
  }
  const { frame, active, setActive } = useRowKeys(lines, (index) => scrollTo.current(index), {
    select: (index) => {
      const row = rowOf(index)
      if (row) onSelect(row)
    },
    actions: (index) => {
      const button = frame.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-row-actions]`)
      // A menu hangs on its button, and that may stand outside the frame.
      button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      button?.click()
    },
  })
  const height = rowHeights[density]
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan,
    initialRect: firstRect,
    // The head is above the rows and stays in sight.
    scrollPaddingStart: 36,
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        // What has the focus stays in the page, or the focus would be lost with it.
        if (active < 0 || active >= range.count || shown.includes(active)) return shown
        return [...shown, active].sort((a, b) => a - b)
      },
      [active],
    ),
  })
  scrollTo.current = (index) => virtual.scrollToIndex(index, { align: 'auto' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is what has to be measured
  useEffect(() => virtual.measure(), [virtual, height])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void frame.current?.scrollTo({ top: 0 })
  }, [listing.key, frame])
  const items = virtual.getVirtualItems()
  const inSight = useMemo(() => items.flatMap(({ index }) => lines.at(index) ?? []), [items, lines])
  useEffect(() => {
    looking.current = inSight.filter((line) => line.kind === 'row')
    listing.store.want(looking.current)
  }, [inSight, listing, looking])
  const look = useMemo(
    () => ({ columns: search.columns, deleted: search.deleted, density }),
    [search.columns, search.deleted, density],
  )
  const onToggle = (id: string) =>
    onChange({ folded: folded.includes(id) ? folded.filter((each) => each !== id) : [...folded, id] })
  const span = search.deleted ? 5 : search.columns.length + 3
  const drawn = items.map(({ index, start, end }) => ({ index, start, end, line: lines.at(index) }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls is neither a set of fields nor a landmark
    <div
      ref={frame}
      role="group"
      aria-label="Integrations, scrolls"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      data-list=""
      className="max-h-[min(calc(100dvh-11rem),70rem)] min-h-64 overflow-auto rounded-card border border-border bg-raised [contain:strict] max-md:max-h-[calc(100dvh-13rem)]"
      style={{ height: lines.length * height + 38, overflowAnchor: 'none' }}
    >
      <table
        aria-label="Integrations"
        aria-rowcount={lines.length + 1}
        className="table-fixed border-separate border-spacing-0 text-left text-dense [&_tbody_td]:border-b [&_tbody_td]:border-border [&_tbody_th]:border-b [&_tbody_th]:border-border"
        style={{ width: `max(100%, ${search.deleted ? 560 : tableWidth(search.columns)}px)` }}
      >
        <Widths search={search} />
        <ListHead search={search} onChange={onChange} selectAll={selectAll} />
        <tbody>
          <Gap span={span} height={drawn[0]?.start ?? 0} />
          {drawn.map(({ index, line, start }, at) => {
            const before = drawn[at - 1]
            const gap = before ? start - before.end : 0
            return [
              gap > 0 && <Gap key={`gap ${index}`} span={span} height={gap} />,
              line?.kind === 'header' && line.section.group && search.group ? (
                <GroupRow
                  key={`group ${line.section.id}`}
                  section={line.section as Section & { group: NonNullable<Section['group']> }}
                  by={listing.search.group ?? search.group}
                  look={look}
                  index={index}
                  isOpen={!folded.includes(line.section.id)}
                  onToggle={onToggle}
                />
              ) : (
                line?.kind === 'row' && (
                  <OneRow
                    key={`${line.section.id} ${line.index}`}
                    row={listing.store.at(line.section, line.index)}
                    {...{ look, index, selected, onSelect, onActions, onFocus: setActive }}
                  />
                )
              ),
            ]
          })}
          <Gap span={span} height={virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

type OneRowProps = RowActs & {
  row: RowRef | undefined
  look: Parameters<typeof WaitingRow>[0]['look']
  index: number
  selected: ReadonlyMap<string, RowRef>
}

function OneRow({ row, selected, ...rest }: OneRowProps) {
  if (!row) return <WaitingRow index={rest.index} look={rest.look} />
  return <IntegrationRow row={row} isSelected={selected.has(row.id)} {...rest} />
}

/** Stands for the rows that are not in the page. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without anything in it takes no focus
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function Widths({ search }: { search: ListSearch }) {
  if (search.deleted) {
    return (
      <colgroup>
        <col style={{ width: edges.marks }} />
        <col />
        <col style={{ width: 160 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 120 }} />
      </colgroup>
    )
  }
  return (
    <colgroup>
      <col style={{ width: edges.marks }} />
      <col />
      {search.columns.map((id) => (
        <col key={id} style={{ width: columns[id].width }} />
      ))}
      <col style={{ width: edges.actions }} />
    </colgroup>
  )
}
