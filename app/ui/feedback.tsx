'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { cx } from './cx'
import { RefreshCwIcon } from './icons'
import { InfoShape } from './level'
import { type Tone, toneChips } from './state'
import { StateIcon } from './state-icon'

/** Nothing here yet, and how to begin. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 rounded-card border border-dashed border-control/60 px-6 py-10 text-center">
      <p className="text-reading font-medium">{title}</p>
      {children && <div className="max-w-[72ch] text-balance text-text-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

/** The place of something that is on its way; appears only when the wait is long enough to be seen. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx('animate-appear rounded-control bg-unk-bg', className ?? 'h-4 w-full')} />
  )
}

/** What the hub told about an error, as far as a screen may show it. */
export type Trouble = {
  title: string
  remedy?: string | undefined
  /** The stable code, such as integration.not_found. */
  code?: string | undefined
  requestId?: string | undefined
}

export type ErrorStateProps = {
  trouble: Trouble
  onRetry?: (() => void) | undefined
  compact?: boolean
}

/** What went wrong, what to do, and the request's id for whoever has to look it up. */
export function ErrorState({ trouble, onRetry, compact = false }: ErrorStateProps) {
  const details = [
    trouble.title,
    trouble.code && `code: ${trouble.code}`,
    trouble.requestId && `request id: ${trouble.requestId}`,
  ]
    .filter(Boolean)
    .join('\n')
  return (
    <div
      role="alert"
      className={cx(
        'flex flex-wrap items-start gap-x-4 gap-y-3 rounded-card border border-bad-fill/50 bg-bad-bg [--cut:var(--bad-bg)]',
        compact ? 'p-3' : 'p-4',
      )}
    >
      <StateIcon state="UNHEALTHY" silent className="mt-0.5" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium text-bad">{trouble.title}</p>
        {trouble.remedy && <p className="mt-0.5 text-text">{trouble.remedy}</p>}
        {trouble.requestId && (
          <p className="mt-1 text-meta text-text">
            request id <code className="break-all select-all">{trouble.requestId}</code>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {onRetry && (
          <Button size="sm" icon={<RefreshCwIcon />} onClick={onRetry}>
            Try again
          </Button>
        )}
        <CopyButton value={details} label="Copy details" />
      </div>
    </div>
  )
}

const noticeShapes = {
  ok: 'HEALTHY',
  warn: 'DEGRADED',
  bad: 'UNHEALTHY',
  unk: 'STALE',
} as const

/** A sentence that matters, in place. Not an alert: it is part of the page. */
export function Notice({ tone, children, action }: { tone: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div
      className={cx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card px-3 py-2.5',
        toneChips[tone],
        noticeCuts[tone],
      )}
    >
      {tone === 'info' ? (
        <InfoShape className="mt-0.5 size-4" />
      ) : (
        <StateIcon state={noticeShapes[tone]} silent className="mt-0.5" />
      )}
      <div className="min-w-0 flex-1 basis-48 self-center">{children}</div>
      {action}
    </div>
  )
}

const noticeCuts: Record<Tone, string> = {
  ok: '[--cut:var(--ok-bg)]',
  warn: '[--cut:var(--warn-bg)]',
  bad: '[--cut:var(--bad-bg)]',
  info: '[--cut:var(--info-bg)]',
  unk: '[--cut:var(--unk-bg)]',
}
