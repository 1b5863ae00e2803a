import type { ReactNode } from 'react'
import { cx, sized } from './cx'
import { type State, stateTones, stateWords, toneChips, toneFills } from './state'

/** One shape per state on a 16 px ground; the cut-outs take the ground's colour, so each reads without colour. */
const cut = {
  stroke: 'var(--cut, var(--bg))',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
} as const

const shapes: Record<State, ReactNode> = {
  HEALTHY: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.9 8.2 2.1 2.1 4.1-4.4" fill="none" {...cut} />
    </>
  ),
  DEGRADED: (
    <>
      <path
        d="M8 1.2c.5 0 1 .3 1.2.7l6 10.9c.5 1-.2 2.1-1.2 2.1H2c-1 0-1.7-1.1-1.2-2.100l6-10.900C7 1.5 7.5 1.2 8 1.200Z"
        fill="currentColor"
      />
      <path d="M8 5.800v3.600M8 12.200v.01" fill="none" {...cut} />
    </>
  ),
  UNHEALTHY: (
    <>
      <path d="M5.1 1h5.800L15 5.100v5.800L10.9 15H5.100L1 10.900V5.100Z" fill="currentColor" />
      <path d="m5.6 5.6 4.8 4.800m0-4.8-4.8 4.8" fill="none" {...cut} />
    </>
  ),
  UNKNOWN: <circle cx="8" cy="8" r="6.2" {...line} />,
  STALE: (
    <>
      <circle cx="8" cy="8" r="6.2" {...line} strokeDasharray="2.6 2.27" />
      <path d="M8 4.800V8l2 1.4" {...line} strokeLinejoin="round" />
    </>
  ),
  DISABLED: (
    <>
      <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="2.4" {...line} />
      <path d="M5 8h6" {...line} />
    </>
  ),
  CHECKING: (
    <>
      <circle cx="8" cy="8" r="6.2" {...line} opacity="0.35" />
      <path d="M8 1.800A6.2 6.2 0 0 1 14.2 8" {...line} className="origin-center animate-turn" />
    </>
  ),
}

/** The shape alone; its word is spoken unless `silent` because the word stands beside it. */
export function StateIcon({
  state,
  silent = false,
  className,
}: {
  state: State
  silent?: boolean
  className?: string
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      focusable="false"
      className={cx('shrink-0', toneFills[stateTones[state]], sized('size-4', className))}
      role={silent ? undefined : 'img'}
      aria-label={silent ? undefined : stateWords[state]}
      aria-hidden={silent || undefined}
    >
      {shapes[state]}
    </svg>
  )
}

/** Shape and word. */
export function StateChip({ state, className }: { state: State; className?: string }) {
  const tone = stateTones[state]
  return (
    <span
      className={cx(
        'inline-flex h-6 items-center gap-1.5 rounded-full pr-2.5 pl-1.5 text-meta font-medium whitespace-nowrap',
        toneChips[tone],
        className,
      )}
      data-state={state}
    >
      <StateIcon state={state} silent className={`size-3.5 [--cut:var(--${tone}-bg)]`} />
      {stateWords[state]}
    </span>
  )
}
