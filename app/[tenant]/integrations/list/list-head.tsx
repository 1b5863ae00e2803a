'use client'

import type { ReactNode } from 'react'
import { cx } from '@/app/ui/cx'
import { ArrowDownIcon, ArrowUpIcon } from '@/app/ui/icons'
import { type Column, columns, nameColumn } from './columns'
import { directionOf, type ListChange, type ListSearch, naturalDirection } from './search'

type Props = { search: ListSearch; onChange: (change: ListChange) => void; selectAll: ReactNode }

const head =
  'sticky top-0 z-10 h-9 border-b border-border bg-surface px-3 text-meta font-medium whitespace-nowrap text-text-2'

/** The heads of the columns; those with an order are buttons that ask for it. */
export function ListHead({ search, onChange, selectAll }: Props) {
  if (search.deleted) {
    return (
      <thead>
        <tr aria-rowindex={1}>
          <td className={head} />
          <th scope="col" className={head}>
            Name
          </th>
          <th scope="col" className={head}>
            Type
          </th>
          <th scope="col" className={head}>
            Deleted
          </th>
          <th scope="col" className={head}>
            <span className="sr-only">Restore</span>
          </th>
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={cx(head, 'pr-0 pl-2!')}>{selectAll}</td>
        <SortHead column={nameColumn} search={search} onChange={onChange} isFirst />
        {search.columns.map((id) => (
          <SortHead key={id} column={columns[id]} search={search} onChange={onChange} />
        ))}
        <th scope="col" className={cx(head, 'md:right-0 md:z-20')}>
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  )
}

type SortHeadProps = Omit<Props, 'selectAll'> & { column: Column; isFirst?: boolean }

function SortHead({ column: { title, sort, isNumber }, search, onChange, isFirst = false }: SortHeadProps) {
  const side = cx(isNumber && 'text-right', isFirst && 'md:left-0 md:z-20')
  if (!sort) {
    return (
      <th scope="col" className={cx(head, side)}>
        {title}
      </th>
    )
  }
  const isSorted = search.sort === sort
  const direction = directionOf(search)
  const reversed = direction === 'asc' ? 'desc' : 'asc'
  const next = isSorted && reversed !== naturalDirection(sort) ? reversed : null
  const Arrow = direction === 'asc' ? ArrowUpIcon : ArrowDownIcon
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
      className={cx(head, side)}
    >
      <button
        type="button"
        onClick={() => onChange({ sort, direction: next })}
        className={cx(
          '-mx-1 inline-flex h-7 items-center gap-1 rounded-control px-1 -outline-offset-2 hover:text-text',
          isSorted && 'text-text',
        )}
      >
        {title}
        {isSorted && <Arrow className="size-3.5" />}
      </button>
    </th>
  )
}
