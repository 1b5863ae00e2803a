'use client'

import { formatNumber, formatRelative } from '@/app/lib/format'
import { useNow } from './clock'
import { cx } from './cx'
import { ClockTime } from './time'

export type QuotaMeterProps = {
  pool: string
  limit: number
  remaining: number
  resetAt?: string | null | undefined
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

/** What is left of one pool of the vendor's quota. The words are always there; the bar only repeats them. */
export function QuotaMeter({ pool, limit, remaining, resetAt, compact = false }: QuotaMeterProps) {
  const now = useNow(15_000)
  const zone = quotaZone(limit, remaining)
  const percent = limit > 0 ? Math.max(0, Math.min(100, (remaining / limit) * 100)) : 0
  const upcoming = resetAt && new Date(resetAt).getTime() > now ? resetAt : null
  const share = `${formatNumber(remaining)} of ${formatNumber(limit)}`
  const left = `${share} left`
  const reset = upcoming ? `, resets ${formatRelative(upcoming, now)}` : ''
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
            <span className="font-medium">{pool}</span>
            <span className="text-text-2">: {compact ? share : left + reset}</span>
          </span>
          {compact && <span className="whitespace-pre text-text-2">{' left'}</span>}
        </span>
        {zone !== 'normal' && (
          <span className={cx('shrink-0 font-medium', words[zone])}>
            {zone === 'exhausted' && upcoming ? (
              <>
                paused until <ClockTime at={upcoming} />
              </>
            ) : (
              zoneWords[zone]
            )}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no browser lets a native meter be hatched */}
      <div
        role="meter"
        aria-label={`Quota ${pool}`}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.max(0, Math.min(limit, remaining))}
        aria-valuetext={`${left}${reset}${zoneWords[zone] ? `, ${zoneWords[zone]}` : ''}`}
        className="meter-track relative h-2 overflow-hidden rounded-full bg-unk-bg"
      >
        <div className={cx('meter-fill h-full rounded-full', fills[zone])} style={{ width: `${percent}%` }} />
        <i aria-hidden="true" className="absolute inset-y-0 left-[10%] w-px bg-text-2/60" />
        <i aria-hidden="true" className="absolute inset-y-0 left-1/4 w-px bg-text-2/60" />
      </div>
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
        <QuotaMeter
          key={quota.pool}
          pool={quota.pool}
          limit={quota.limit}
          remaining={quota.remaining}
          resetAt={quota.resetAt}
          compact={compact}
        />
      ))}
    </div>
  )
}
