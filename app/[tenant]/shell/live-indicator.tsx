'use client'

import { type LiveStatus, useLive, useLiveConnection } from '@/app/lib/live'
import { Button, LinkButton } from '@/app/ui/button'
import { cx } from '@/app/ui/cx'
import { RefreshCwIcon } from '@/app/ui/icons'
import { StateIcon } from '@/app/ui/state-icon'
import { ClockTime } from '@/app/ui/time'

const words: Record<LiveStatus, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  lost: 'Not live',
  ended: 'Signed out',
}

const shapes = {
  connecting: 'CHECKING',
  live: 'HEALTHY',
  reconnecting: 'CHECKING',
  lost: 'STALE',
  ended: 'DISABLED',
} as const

/** In the top bar: whether this screen hears of changes as they happen. */
export function LiveIndicator() {
  const { status } = useLive()
  return (
    <span
      role="status"
      data-live={status}
      className={cx(
        'inline-flex h-9 items-center gap-1.5 px-1 text-dense font-medium',
        status === 'live' ? 'text-ok' : 'text-text-2',
      )}
    >
      <StateIcon state={shapes[status]} silent className="size-3.5" />
      <span className="max-sm:sr-only">{words[status]}</span>
    </span>
  )
}

/** Over the page once updates are lost: since when, and what to do. What was read last stays on the screen. */
export function LiveBanner() {
  const { status, lastDataAt } = useLive()
  const live = useLiveConnection()
  if (status === 'ended') {
    return (
      <Banner>
        <span className="flex-1">You are signed out. What you see is from before.</span>
        <LinkButton href="/sign-in" size="sm">
          Sign in again
        </LinkButton>
      </Banner>
    )
  }
  if (status !== 'lost') return null
  return (
    <Banner>
      <span className="flex-1">
        Live updates lost
        {lastDataAt !== null && (
          <>
            , last data <ClockTime at={new Date(lastDataAt).toISOString()} />
          </>
        )}
      </span>
      <Button size="sm" icon={<RefreshCwIcon />} onClick={live.retryNow}>
        Try again
      </Button>
    </Banner>
  )
}

function Banner({ children }: { children: React.ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 border-b border-warn-fill/50 bg-warn-bg px-4 py-2 text-warn [--cut:var(--warn-bg)]"
    >
      <StateIcon state="DEGRADED" silent />
      {children}
    </div>
  )
}
