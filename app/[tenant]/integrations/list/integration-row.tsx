'use client'

import { useFragment } from '@apollo/client/react'
import Link from 'next/link'
import { memo, type ReactNode } from 'react'
import type { ListIntegrationFragment as Item } from '@/app/generated/graphql'
import { formatDuration, formatSpan } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { IconButton } from '@/app/ui/button'
import { useNow } from '@/app/ui/clock'
import { cx } from '@/app/ui/cx'
import { Tick } from '@/app/ui/field'
import { HistoryStrip } from '@/app/ui/history-strip'
import { EllipsisIcon } from '@/app/ui/icons'
import { QuotaMeters } from '@/app/ui/quota-meter'
import { StateChip } from '@/app/ui/state-icon'
import { RelativeTime } from '@/app/ui/time'
import { type ColumnId, columns } from './columns'
import { ListIntegrationFragment } from './queries'
import { RestoreButton } from './restore-button'
import type { RowRef } from './row-store'
import { columnVariables, type ListSearch } from './search'

export type RowLook = Pick<ListSearch, 'columns' | 'deleted' | 'density'>

/** What a row can do with itself; the same functions for all rows, so that a row only changes when its data does. */
export type RowActs = {
  onSelect: (row: RowRef) => void
  onActions: (row: RowRef, anchor: HTMLElement) => void
  onFocus: (index: number) => void
}

type Props = RowActs & { row: RowRef; look: RowLook; index: number; isSelected: boolean }

export const cell = 'overflow-hidden px-3 text-ellipsis whitespace-nowrap'
export const rowHeights = { comfortable: 44, dense: 32 } as const

/** One integration, for comparing it with the others. Its values come from the cache, so what is told shows at once. */
export const IntegrationRow = memo(function IntegrationRow({ row, look, index, isSelected, ...acts }: Props) {
  const { data } = useFragment({
    fragment: ListIntegrationFragment,
    fragmentName: 'ListIntegration',
    from: { __typename: 'Integration', id: row.id },
    variables: columnVariables(look),
  })
  const item = data as Partial<Item>
  if (item.health === undefined || item.checkedAt === undefined) {
    return <WaitingRow index={index} look={look} name={row.name} />
  }
  return <FilledRow item={item as Item} row={row} look={look} index={index} isSelected={isSelected} {...acts} />
})

function FilledRow({ item, row, look, index, isSelected, onSelect, onActions, onFocus }: Props & { item: Item }) {
  const state = useStanding(item)
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      data-integration={item.slug}
      data-state={state}
      style={{ height: rowHeights[look.density] }}
      onFocusCapture={() => onFocus(index)}
      className={cx('border-b border-border', isSelected ? 'bg-info-bg' : 'bg-raised hover:bg-surface')}
    >
      <td className="pl-2">
        {!look.deleted && (
          <Tick aria-label={`Select ${item.name}`} checked={isSelected} onChange={() => onSelect(row)} />
        )}
      </td>
      <th scope="row" className={cx(cell, 'bg-inherit font-normal md:sticky md:left-0 md:z-1')}>
        <Name item={item} look={look} />
      </th>
      {look.deleted ? (
        <DeletedCells item={item} />
      ) : (
        look.columns.map((id) => (
          <td key={id} className={cx(cell, columns[id].isNumber && 'text-right tabular')}>
            <Value id={id} item={item} state={state} />
          </td>
        ))
      )}
      {!look.deleted && (
        <td className="bg-inherit pr-2 text-right md:sticky md:right-0 md:z-1">
          <IconButton
            label={`Actions of ${item.name}`}
            size="sm"
            icon={<EllipsisIcon />}
            aria-haspopup="menu"
            data-row-actions=""
            onClick={(event) => onActions(row, event.currentTarget)}
          />
        </td>
      )}
    </tr>
  )
}

function Name({ item, look }: { item: Item; look: RowLook }) {
  const { slug } = useTenant()
  const isTall = look.density === 'comfortable' && item.name !== item.slug
  return (
    <span className="flex items-center gap-2.5">
      <BrandMark type={item.type} instance={item.instance} name={item.name} size="sm" />
      <span className="min-w-0">
        {look.deleted ? (
          <span className="block truncate font-medium">{item.name}</span>
        ) : (
          <Link
            href={`/${slug}/integrations/${item.slug}`}
            prefetch={false}
            data-row-link=""
            title={item.name === item.slug ? undefined : item.slug}
            className="block truncate font-medium -outline-offset-2 hover:underline"
          >
            {item.name}
          </Link>
        )}
        {isTall && <code className="block truncate text-meta text-text-2">{item.slug}</code>}
      </span>
    </span>
  )
}

type ValueProps = { item: Item; state: Item['health'] }

const nothing = <span className="text-text-2">–</span>

const values: Record<ColumnId, (props: ValueProps) => ReactNode> = {
  type: ({ item }) => <span className="text-text-2">{item.integrationType.name}</span>,
  state: ({ item, state }) => (
    <span title={item.healthMessage ?? undefined}>
      <StateChip state={state} />
    </span>
  ),
  strip: ({ item }) => (
    <HistoryStrip bars={(item.history ?? []).map(({ at, health }) => ({ at, state: health }))} className="h-5" />
  ),
  quota: ({ item }) => <QuotaMeters quotas={item.quotas ?? []} compact most={1} />,
  p95: ({ item }) => (item.stats?.latencyMsP95 == null ? nothing : formatDuration(item.stats.latencyMsP95)),
  credential: ({ item }) => <CredentialAge storedAt={item.credentialStoredAt} expiresAt={item.credentialExpiresAt} />,
  owner: ({ item }) => item.owner ?? nothing,
  environment: ({ item }) => item.environment?.slug ?? nothing,
  activity: ({ item }) => (
    <span className="text-text-2">
      {item.checkedAt ? <RelativeTime at={item.checkedAt} inert /> : 'not checked yet'}
    </span>
  ),
}

function Value({ id, ...props }: ValueProps & { id: ColumnId }) {
  return values[id](props)
}

const dayMs = 86_400_000

type AgeProps = { storedAt: string | null | undefined; expiresAt: string | null | undefined }

/** How old a secret is; what ends soon is said instead, in words and not by colour alone. */
function CredentialAge({ storedAt, expiresAt }: AgeProps) {
  const now = useNow(60_000)
  const left = expiresAt ? new Date(expiresAt).getTime() - now : null
  if (left !== null && left < 14 * dayMs) {
    return (
      <span className={left < 3 * dayMs ? 'text-bad' : 'text-warn'}>
        {left < 0 ? 'ended' : `ends in ${formatSpan(left)}`}
      </span>
    )
  }
  return storedAt ? <span suppressHydrationWarning>{formatSpan(now - new Date(storedAt).getTime())}</span> : nothing
}

function DeletedCells({ item }: { item: Item }) {
  return (
    <>
      <td className={cx(cell, 'text-text-2')}>{item.integrationType.name}</td>
      <td className={cx(cell, 'text-text-2')}>{item.deletedAt && <RelativeTime at={item.deletedAt} inert />}</td>
      <td className="px-3 text-right">
        <RestoreButton id={item.id} slug={item.slug} />
      </td>
    </>
  )
}

/** The place of a row that is on its way. */
export function WaitingRow({ index, look, name }: { index: number; look: RowLook; name?: string | undefined }) {
  const cells = look.deleted ? 4 : look.columns.length + 2
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      style={{ height: rowHeights[look.density] }}
      className="border-b border-border"
    >
      <td />
      <td colSpan={cells} className={cx(cell, 'text-text-2')}>
        {name ?? <span className="animate-appear">Loading</span>}
      </td>
    </tr>
  )
}
