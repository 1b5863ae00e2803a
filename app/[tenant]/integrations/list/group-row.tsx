'use client'

import { formatNumber } from '@/app/lib/format'
import { cx } from '@/app/ui/cx'
import { ChevronRightIcon } from '@/app/ui/icons'
import { type State, states, stateWords } from '@/app/ui/state'
import { StateIcon } from '@/app/ui/state-icon'
import { type RowLook, rowHeights } from './integration-row'
import type { Grouping } from './search'
import type { Group, Section } from './sections'

const without: Record<Grouping, string> = {
  type: 'Without a type',
  state: 'Without a state',
  owner: 'Without an owner',
  project: 'Without a project',
  environment: 'Without an environment',
}

export function groupTitle(by: Grouping, group: Group): string {
  if (by === 'state') return stateWords[group.key as State] ?? group.title ?? ''
  return group.title ?? without[by]
}

type Counted = keyof Omit<Group['counts'], '__typename' | 'total'>

type Props = {
  section: Section & { group: Group }
  by: Grouping
  look: RowLook
  index: number
  isOpen: boolean
  onToggle: (id: string) => void
}

/** The head of a group: what it is, how many, and how they are. */
export function GroupRow({ section, by, look, index, isOpen, onToggle }: Props) {
  const { group } = section
  const title = groupTitle(by, group)
  const shown = states.flatMap((state) => {
    const count = group.counts[state.toLowerCase() as Counted]
    return count > 0 ? [{ state, count }] : []
  })
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      data-group={section.id}
      style={{ height: rowHeights[look.density] }}
      className="border-b border-border bg-surface"
    >
      <th scope="rowgroup" colSpan={look.columns.length + 3} className="px-2 text-left font-normal">
        <span className="sticky left-2 inline-flex items-center gap-3">
          <button
            type="button"
            aria-expanded={isOpen}
            data-row-link=""
            onClick={() => onToggle(section.id)}
            className="inline-flex h-7 items-center gap-1.5 rounded-control px-1 font-medium -outline-offset-2"
          >
            <ChevronRightIcon className={cx('size-4 transition-transform duration-(--out)', isOpen && 'rotate-90')} />
            {title}
            <span className="font-normal text-text-2">{formatNumber(group.counts.total)}</span>
          </button>
          {by !== 'state' && (
            <span className="inline-flex gap-3">
              {shown.map(({ state, count }) => (
                <span key={state} className="inline-flex items-center gap-1 text-meta text-text-2 tabular">
                  <StateIcon state={state} className="size-3.5 [--cut:var(--surface)]" />
                  {formatNumber(count)}
                </span>
              ))}
            </span>
          )}
        </span>
      </th>
    </tr>
  )
}
