'use client'

import Link from 'next/link'
import { memo } from 'react'
import { formatDuration, formatUtc } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { useHydrated } from '@/app/ui/clock'
import { LevelMark } from '@/app/ui/level'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import type { ActivityItem, Row } from './tail-state'

type Props = { rows: readonly Row[]; withIntegration: boolean; onOpen: (entry: ActivityItem) => void }

/** What happened, the newest first. A row opens its details. */
export function ActivityTable({ rows, withIntegration, onOpen }: Props) {
  return (
    <Table label="Activity">
      <thead>
        <tr>
          <Th>Time</Th>
          <Th>Level</Th>
          {withIntegration && <Th className="max-md:hidden">Integration</Th>}
          <Th className="w-full">What happened</Th>
          <Th className="max-lg:hidden">Type</Th>
          <Th className="max-lg:hidden">By</Th>
          <Th className="text-right max-md:hidden">Duration</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry }) => (
          <ActivityRow key={entry.id} entry={entry} withIntegration={withIntegration} onOpen={onOpen} />
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = { entry: ActivityItem; withIntegration: boolean; onOpen: Props['onOpen'] }

const ActivityRow = memo(function ActivityRow({ entry, withIntegration, onOpen }: RowProps) {
  const { slug } = useTenant()
  return (
    <Tr className="relative [--cut:var(--raised)]" data-entry={entry.id} data-level={entry.level}>
      <Td className="align-baseline whitespace-nowrap text-text-2">
        <EntryTime at={entry.at} />
      </Td>
      <Td className="align-baseline">
        <span className="inline-flex translate-y-px">
          <LevelMark level={entry.level} />
        </span>
      </Td>
      {withIntegration && (
        <Td className="align-baseline whitespace-nowrap max-md:hidden">
          {entry.integrationSlug ? (
            <Link
              href={`/${slug}/integrations/${entry.integrationSlug}`}
              className="relative z-1 font-medium hover:underline"
            >
              {entry.integrationSlug}
            </Link>
          ) : (
            <span className="text-text-2">–</span>
          )}
        </Td>
      )}
      <Td className="min-w-40 align-baseline">
        <button
          type="button"
          onClick={() => onOpen(entry)}
          className="text-left break-words after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {entry.summary}
        </button>
      </Td>
      <Td className="align-baseline whitespace-nowrap max-lg:hidden">
        <code className="text-text-2">{entry.type}</code>
      </Td>
      <Td className="max-w-40 truncate align-baseline text-text-2 max-lg:hidden">{entry.actor.name}</Td>
      <Td className="text-right align-baseline whitespace-nowrap text-text-2 max-md:hidden">
        {entry.durationMs === null ? '–' : formatDuration(entry.durationMs)}
      </Td>
    </Tr>
  )
})

/** To the second, in the user's zone once the browser has told it. */
export function EntryTime({ at }: { at: string }) {
  const zone = useHydrated() ? {} : { timeZone: 'UTC' }
  const date = new Date(at)
  const isToday = date.toLocaleDateString('en-GB', zone) === new Date().toLocaleDateString('en-GB', zone)
  const time = date.toLocaleTimeString('en-GB', zone)
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...zone })
  return (
    <time dateTime={at} title={formatUtc(at)} suppressHydrationWarning>
      {isToday ? time : `${day}, ${time}`}
    </time>
  )
}
