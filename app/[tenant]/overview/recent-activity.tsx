'use client'

import Link from 'next/link'
import { plural } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { Section } from '@/app/ui/card'
import { useNow } from '@/app/ui/clock'
import { LevelMark } from '@/app/ui/level'
import { ClockTime } from '@/app/ui/time'
import { type ActivityItem, shownActivity } from './model'

const hourMs = 3_600_000
const mostRows = 8

/** What happened in the last hour, the newest first. */
export function RecentActivity({ entries }: { entries: readonly ActivityItem[] }) {
  const { slug } = useTenant()
  const now = useNow(15_000)
  const recent = entries.filter((entry) => now - new Date(entry.at).getTime() < hourMs)
  const failures = recent.filter((entry) => entry.outcome === 'FAILURE').length
  const counted =
    recent.length < shownActivity
      ? `${plural(recent.length, 'event')}, ${plural(failures, 'failure')}`
      : // As many as were asked for: there may be more.
        `${plural(failures, 'failure')} in the latest ${shownActivity} events`
  return (
    <Section
      title="Last hour"
      id="last-hour"
      aside={
        <span className="flex items-center gap-3 text-dense text-text-2">
          {recent.length > 0 && counted}
          <Link href={`/${slug}/activity`} className="font-medium text-accent hover:underline">
            Open activity
          </Link>
        </span>
      }
    >
      {recent.length === 0 ? (
        <p className="rounded-card border border-border bg-raised px-4 py-3 text-text-2">
          Nothing happened in the last hour.
        </p>
      ) : (
        <ol className="divide-y divide-border rounded-card border border-border bg-raised [--cut:var(--raised)]">
          {recent.slice(0, mostRows).map((entry) => (
            <li key={entry.id} className="flex min-h-9 items-start gap-3 px-3 py-2 text-dense">
              <ClockTime at={entry.at} className="w-10 shrink-0 text-text-2 tabular" />
              <span className="flex h-[1.125rem] w-18 shrink-0 items-center max-sm:w-auto">
                <LevelMark level={entry.level} />
              </span>
              <span className="min-w-0 flex-1">{entry.summary}</span>
              <span className="max-w-40 shrink-0 truncate text-meta leading-[1.125rem] text-text-2 max-sm:hidden">
                {entry.actor.name}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
