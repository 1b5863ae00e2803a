'use client'

import { formatNumber, formatRelative, plural } from '@/app/lib/format'
import { useNow } from './clock'
import { cx } from './cx'
import { ClockTime } from './time'

export type QuotaMeterProps = {
  pool: string
  title?: string | null | undefined
  limit: number
  remaining: number
  resetAt?: string | null | undefined
  /** "empty in 11 min at this rate"; null when the reset comes first. */
  forecast?: string | null | undefined
  pausedUntil?: string | null | undefined
  /** Calls that stand in line for it. */
  waiting?: number | undefined
  mode?: 'ENFORCE' | 'OBSERVE' | undefined
  perSecond?: number | null | undefined
  /** One line instead of two, for cards. */
  compact?: boolean
}

type Zone = 'normal' | 'low' | 'critical' | 'exhausted'

const zoneWords: Record<Zone, string | null> = {
  normal: null,
  low: 'low',
  critical: 'critical',
  exhausted: 'exhausted',
}
const fills: Record<Zone, string> = {
  normal: 'bg-info-fill',
  low: 'bg-warn-fill hatch-low',
  critical: 'bg-bad-fill hatch-critical',
  exhausted: 'bg-bad-fill hatch-critical',
}
const words: Record<Zone, string> = {
  normal: 'text-text-2',
  low: 'text-warn',
  critical: 'text-bad',
  exhausted: 'text-bad',
}

export function quotaZone(limit: number, remaining: number): Zone {
  if (remaining <= 0) return 'exhausted'
  const percent = limit > 0 ? (remaining / limit) * 100 : 100
  if (percent <= 10) return 'critical'
  return percent <= 25 ? 'low' : 'normal'
}

const isAhead = (at: string | null | undefined, now: number): at is string =>
  typeof at === 'string' && new Date(at).getTime() > now

/** What is said beside the bar: until when nothing goes out, or how low it is. */
function Standing({ zone, until, waiting }: { zone: Zone; until: string | null; waiting: number }) {
  if (zone === 'normal' && !until) return null
  return (
    <span className={cx('shrink-0 font-medium', words[until ? 'exhausted' : zone])}>
      {until ? (
        <>
          paused until <ClockTime at={until} />
        </>
      ) : (
        zoneWords[zone]
      )}
      {waiting > 0 && `, ${plural(waiting, 'call')} waiting`}
    </span>
  )
}

/** What the hub does about it, and where it leads: under the bar, in the roomy form only. */
function Outlook({
  forecast,
  resetAt,
  mode,
  perSecond,
}: Pick<QuotaMeterProps, 'forecast' | 'resetAt' | 'mode' | 'perSecond'>) {
  const rate = perSecond ? `at most ${formatNumber(perSecond)} a second` : null
  const watched = mode === 'OBSERVE' ? 'only observed: calls are not held back' : null
  const facts = [rate, watched].filter(Boolean).join('; ')
  if (!forecast && !facts) return null
  const projected =
    forecast && `at this rate, ${forecast.replace(/ at this rate$/, '')}${resetAt ? ' before reset' : ''}`
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-text-2 tabular">
      {projected && <span className="text-warn">{projected}</span>}
      {facts && <span>{facts}</span>}
    </p>
  )
}

/** The same facts as words: beside the bar, and for those who hear it. */
function factsOf(props: QuotaMeterProps, now: number) {
  const { limit, remaining, resetAt, forecast, pausedUntil } = props
  const zone = quotaZone(limit, remaining)
  const upcoming = isAhead(resetAt, now) ? resetAt : null
  const until = isAhead(pausedUntil, now) ? pausedUntil : null
  const share = `${formatNumber(remaining)} of ${formatNumber(limit)}`
  const left = `${share} left${upcoming ? `, resets ${formatRelative(upcoming, now)}` : ''}`
  const spoken = [left, zoneWords[zone], until && 'paused', forecast].filter(Boolean).join(', ')
  return { zone, upcoming, until: until ?? (zone === 'exhausted' ? upcoming : null), share, left, spoken }
}

/** What is left of one pool of the vendor's quota. The words are always there; the bar only repeats them. */
export function QuotaMeter(props: QuotaMeterProps) {
  const { pool, title, limit, remaining, compact = false } = props
  const { zone, upcoming, until, share, left, spoken } = factsOf(props, useNow(15_000))
  const percent = limit > 0 ? Math.max(0, Math.min(100, (remaining / limit) * 100)) : 0
  const name = title ?? pool
  return (
    <div className="grid gap-1">
      <div
        className={cx(
          'flex min-w-0 items-baseline justify-between tabular',
          // Always one line: rows of a list are of one height.
          compact ? 'gap-x-2 text-meta' : 'flex-wrap gap-x-3 text-dense',
        )}
      >
        {/* What does not fit into the one line of the compact form wraps out of sight. */}
        <span className={cx('min-w-0', compact ? 'flex h-4 flex-wrap overflow-hidden' : 'truncate')}>
          <span className="truncate">
            <span className="font-medium">{name}</span>
            <span className="text-text-2">: {compact ? share : left}</span>
          </span>
          {compact && <span className="whitespace-pre text-text-2">{' left'}</span>}
        </span>
        <Standing zone={zone} until={until} waiting={compact ? 0 : (props.waiting ?? 0)} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no browser lets a native meter be hatched */}
      <div
        role="meter"
        aria-label={`Quota ${name}`}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.max(0, Math.min(limit, remaining))}
        aria-valuetext={spoken}
        className="meter-track relative h-2 overflow-hidden rounded-full bg-unk-bg"
      >
        <div className={cx('meter-fill h-full rounded-full', fills[zone])} style={{ width: `${percent}%` }} />
        <i aria-hidden="true" className="absolute inset-y-0 left-[10%] w-px bg-text-2/60" />
        <i aria-hidden="true" className="absolute inset-y-0 left-1/4 w-px bg-text-2/60" />
      </div>
      {!compact && (
        <Outlook forecast={props.forecast} resetAt={upcoming} mode={props.mode} perSecond={props.perSecond} />
      )}
    </div>
  )
}

export type QuotaMetersProps = {
  quotas: readonly Omit<QuotaMeterProps, 'compact'>[]
  compact?: boolean
  most?: number
}

/** Every pool under the other; a provider without limits is said so instead of drawing an empty bar. */
export function QuotaMeters({ quotas, compact = false, most }: QuotaMetersProps) {
  if (quotas.length === 0) return <p className="text-meta text-text-2">provider reports no limit</p>
  const worstFirst = [...quotas].sort((a, b) => a.remaining / Math.max(1, a.limit) - b.remaining / Math.max(1, b.limit))
  return (
    <div className={compact ? 'grid gap-2' : 'grid gap-4'}>
      {worstFirst.slice(0, most).map((quota) => (
        <QuotaMeter key={quota.pool} {...quota} compact={compact} />
      ))}
    </div>
  )
}
