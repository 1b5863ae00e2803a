'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { Resource } from './use-discovery'

type Props = { label: string; rows: readonly Resource[] }

const rowHeight = 36
const headHeight = 37
const maxAttributes = 4
const firstRect = { width: 1200, height: 560 }

/** `lastError` is told as "Last error". */
const titleOf = (key: string) =>
  key.charAt(0).toUpperCase() + key.slice(1).replace(/[A-Z]/g, (one) => ` ${one.toLowerCase()}`)

const textOf = (value: unknown) => (value === null || value === undefined || value === '' ? '–' : String(value))

const cell = 'h-9 truncate border-b border-border px-3'
const head = 'sticky top-0 z-10 h-9 truncate border-b border-border bg-surface px-3 text-meta font-medium text-text-2'

/** Thousands of rows of which only those in sight are in the page. It stays a table. */
export function ResourceTable({ label, rows }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: firstRect,
  })
  const first = rows[0]
  const keys = useMemo(() => Object.keys(first?.attributes ?? {}).slice(0, maxAttributes), [first])
  const hasIds = useMemo(() => rows.some(({ id, name }) => id !== name), [rows])
  const items = virtual.getVirtualItems()
  const span = 1 + keys.length + (hasIds ? 1 : 0)
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls is neither a set of fields nor a landmark
    <div
      ref={frame}
      role="group"
      aria-label={`${label}, scrolls`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="max-h-[min(calc(100dvh-16rem),60rem)] min-h-40 overflow-auto rounded-card border border-border bg-raised"
      style={{ height: rows.length * rowHeight + headHeight + 2, overflowAnchor: 'none' }}
    >
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className="w-full min-w-xl table-fixed border-separate border-spacing-0 text-left text-dense"
      >
        <thead>
          <tr>
            <th scope="col" className={head}>
              Name
            </th>
            {hasIds && (
              <th scope="col" className={head}>
                Id
              </th>
            )}
            {keys.map((key) => (
              <th key={key} scope="col" className={head}>
                {titleOf(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap span={span} height={before} />
          {items.map(({ index }) => (
            <ResourceRow key={index} index={index} row={rows[index]} keys={keys} hasIds={hasIds} />
          ))}
          <Gap span={span} height={after} />
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { row: Resource | undefined; index: number; keys: readonly string[]; hasIds: boolean }

function ResourceRow({ row, index, keys, hasIds }: RowProps) {
  if (!row) return null
  return (
    <tr aria-rowindex={index + 2} className="hover:bg-surface">
      <th scope="row" className={`${cell} font-medium`} title={row.name}>
        {row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
            {row.name}
          </a>
        ) : (
          row.name
        )}
      </th>
      {hasIds && (
        <td className={`${cell} font-mono`} title={row.id}>
          {row.id}
        </td>
      )}
      {keys.map((key) => (
        <td key={key} className={`${cell} text-text-2`} title={textOf(row.attributes[key])}>
          {textOf(row.attributes[key])}
        </td>
      ))}
    </tr>
  )
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
