'use client'

import type { ReactNode } from 'react'
import { formatDuration } from '@/app/lib/format'
import { cx } from './cx'
import { StateIcon } from './state-icon'

/** The seven checks, in the order they run and under the names people know. */
export const probeNames = [
  'CONNECTIVITY',
  'TLS',
  'AUTHENTICATION',
  'AUTHORIZATION',
  'VERSION',
  'RATE_LIMIT',
  'LATENCY',
] as const
export type ProbeName = (typeof probeNames)[number]
export type ProbeStatus = 'PASS' | 'WARN' | 'FAIL' | 'SKIPPED'

export const probeWords: Record<ProbeName, string> = {
  CONNECTIVITY: 'Connectivity',
  TLS: 'TLS',
  AUTHENTICATION: 'Authentication',
  AUTHORIZATION: 'Authorization',
  VERSION: 'Version',
  RATE_LIMIT: 'Rate limit',
  LATENCY: 'Latency',
}

export type ProbeLine = {
  name: ProbeName
  status: ProbeStatus
  message: string
  remedy?: string | null
  durationMs: number
}

export type ProbeListProps = {
  /** What is known so far; probes that are missing are shown as waiting. */
  probes: readonly ProbeLine[]
  /** A run is under way. */
  running?: boolean
  /** Something to do about a failed line, such as a jump to its field. */
  action?: (probe: ProbeLine) => ReactNode
  /** What is said of a remedy, when `action` shows a part of it. */
  remedyOf?: (remedy: string) => string
}

const shapes = {
  PASS: 'HEALTHY',
  WARN: 'DEGRADED',
  FAIL: 'UNHEALTHY',
  SKIPPED: 'DISABLED',
} as const
const words: Record<ProbeStatus, string> = {
  PASS: 'pass',
  WARN: 'warn',
  FAIL: 'fail',
  SKIPPED: 'skipped',
}
const tones: Record<ProbeStatus, string> = {
  PASS: 'text-ok',
  WARN: 'text-warn',
  FAIL: 'text-bad',
  SKIPPED: 'text-text-2',
}

/** The seven probes with what each found, and what to do. Progress is spoken once, at its end. */
export function ProbeList({ probes, running = false, action, remedyOf }: ProbeListProps) {
  const found = new Map(probes.map((probe) => [probe.name, probe]))
  const next = probeNames.find((name) => !found.has(name))
  return (
    <ul aria-busy={running} className="divide-y divide-border rounded-card border border-border bg-raised">
      {probeNames.map((name) => {
        const probe = found.get(name)
        return (
          <li key={name} className="flex gap-3 px-3 py-2.5 [--cut:var(--raised)]">
            {probe ? (
              <ProbeFound probe={probe} action={action?.(probe)} remedyOf={remedyOf} />
            ) : (
              <ProbeWaiting name={name} running={running && name === next} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

type FoundProps = { probe: ProbeLine; action: ReactNode; remedyOf: ProbeListProps['remedyOf'] | undefined }

function ProbeFound({ probe, action, remedyOf = (remedy) => remedy }: FoundProps) {
  return (
    <>
      <StateIcon state={shapes[probe.status]} silent className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-x-3 sm:grid-cols-[8.5rem_1fr]">
        <span className="font-medium">{probeWords[probe.name]}</span>
        <div className="min-w-0">
          <p>
            <span className={cx('font-medium', tones[probe.status])}>{words[probe.status]}</span>
            <span className="text-text-2"> · </span>
            {probe.message}
          </p>
          {probe.remedy && (
            <p className="mt-1 text-text-2">
              <span className="font-medium text-text">What to do: </span>
              {remedyOf(probe.remedy)}
            </p>
          )}
          {action && <div className="mt-2">{action}</div>}
        </div>
      </div>
      {probe.status !== 'SKIPPED' && (
        <span className="shrink-0 text-meta text-text-2 tabular">{formatDuration(probe.durationMs)}</span>
      )}
    </>
  )
}

function ProbeWaiting({ name, running }: { name: ProbeName; running: boolean }) {
  return (
    <>
      <StateIcon state={running ? 'CHECKING' : 'UNKNOWN'} silent className={cx('mt-0.5', !running && 'opacity-50')} />
      <div className="grid flex-1 gap-x-3 text-text-2 sm:grid-cols-[8.5rem_1fr]">
        <span className="font-medium">{probeWords[name]}</span>
        <span>{running ? 'checking' : 'waiting'}</span>
      </div>
    </>
  )
}
