'use client'

import { formatAbsolute, formatClock, formatRelative, formatSpan, formatUtc } from '@/app/lib/format'
import { useHydrated, useNow } from './clock'
import { Tooltip } from './tooltip'

type Instant = { at: string; className?: string | undefined }

/**
 * "12 s ago", kept current. The exact instant shows on hover and focus, in the user's zone and in UTC. With `inert` it
 * takes no focus: for places inside a link or a row that is already full of stops.
 */
export function RelativeTime({ at, className, inert = false }: Instant & { inert?: boolean }) {
  const recent = Date.now() - new Date(at).getTime() < 120_000
  const now = useNow(recent ? 1000 : 15_000)
  const text = formatRelative(at, now)
  if (inert) {
    return (
      <time dateTime={at} className={className} suppressHydrationWarning title={formatUtc(at)}>
        {text}
      </time>
    )
  }
  const time = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time has to be reachable by keyboard
    <time dateTime={at} tabIndex={0} className={className} suppressHydrationWarning>
      {text}
    </time>
  )
  return (
    <Tooltip
      content={
        <span className="tabular">
          {formatAbsolute(at)}
          {!formatAbsolute(at).endsWith('UTC') && <span className="block text-text-2">{formatUtc(at)}</span>}
        </span>
      }
    >
      {time}
    </Tooltip>
  )
}

/** "14:02", with the date when it is not today. In UTC until the browser has told its zone. */
export function ClockTime({ at, className }: Instant) {
  const now = useNow(60_000)
  const hydrated = useHydrated()
  return (
    <time dateTime={at} className={className} title={formatUtc(at)}>
      {hydrated ? formatClock(at, now) : `${formatClock(at, now, 'UTC')}`}
    </time>
  )
}

/** How long something has lasted: "7 min", kept current. */
export function Span({ since, className }: { since: string; className?: string }) {
  const now = useNow(Date.now() - new Date(since).getTime() < 120_000 ? 1000 : 15_000)
  return (
    <time dateTime={since} className={className} title={formatUtc(since)} suppressHydrationWarning>
      {formatSpan(now - new Date(since).getTime())}
    </time>
  )
}
