'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CheckFoundFragment, DoctorCheckName, ProbeStatus } from '@/app/generated/graphql'
import { formatDuration, formatUtc } from '@/app/lib/format'
import { CopyButton } from '@/app/ui/copy-button'
import { cx } from '@/app/ui/cx'
import { ArrowRightIcon, ExternalLinkIcon } from '@/app/ui/icons'
import { probeWords } from '@/app/ui/probe-list'
import { StateIcon } from '@/app/ui/state-icon'

/** The checks of an examination, line by line: what each found, what it measured, and what to do. */
export const checkWords: Record<DoctorCheckName, string> = { ...probeWords, RESOURCES: 'Resources' }
export const everyCheck = Object.keys(checkWords) as DoctorCheckName[]

export const statusWords: Record<ProbeStatus, string> = { PASS: 'pass', WARN: 'warn', FAIL: 'fail', SKIPPED: 'skipped' }
export const statusShapes = { PASS: 'HEALTHY', WARN: 'DEGRADED', FAIL: 'UNHEALTHY', SKIPPED: 'DISABLED' } as const
const tones: Record<ProbeStatus, string> = {
  PASS: 'text-ok',
  WARN: 'text-warn',
  FAIL: 'text-bad',
  SKIPPED: 'text-text-2',
}

type Props = {
  checks: readonly CheckFoundFragment[]
  /** What is going to be checked; those that are missing are shown as waiting. */
  expected: readonly DoctorCheckName[]
  running: boolean
  /** Something to do about a line, such as a jump to its field. */
  action?: (check: CheckFoundFragment) => ReactNode
  /** What stands at the end of a line, such as how it was before. */
  aside?: (name: DoctorCheckName) => ReactNode
  /** Links to pages of the hub are left out where they would lead away from what is not saved. */
  leadsAway?: boolean
}

export function CheckLines({ checks, expected, running, action, aside, leadsAway = true }: Props) {
  const found = new Map(checks.map((check) => [check.name, check]))
  // One that others rest upon is told although nobody asked for it.
  const names = everyCheck.filter((name) => expected.includes(name) || found.has(name))
  const next = names.find((name) => !found.has(name))
  return (
    <ul
      aria-label="Checks"
      aria-busy={running}
      className="divide-y divide-border rounded-card border border-border bg-raised"
    >
      {names.map((name) => {
        const check = found.get(name)
        return (
          <li
            key={name}
            data-check={name}
            data-status={check?.status}
            className="flex gap-3 px-3 py-2.5 [--cut:var(--raised)]"
          >
            {check ? (
              <Found check={check} action={action?.(check)} leadsAway={leadsAway} />
            ) : (
              <Waiting name={name} running={running && name === next} />
            )}
            {aside?.(name)}
          </li>
        )
      })}
    </ul>
  )
}

function Waiting({ name, running }: { name: DoctorCheckName; running: boolean }) {
  return (
    <>
      <StateIcon state={running ? 'CHECKING' : 'UNKNOWN'} silent className={cx('mt-0.5', !running && 'opacity-50')} />
      <div className="grid flex-1 gap-x-3 text-text-2 sm:grid-cols-[8.5rem_1fr]">
        <span className="font-medium">{checkWords[name]}</span>
        <span>{running ? 'checking' : 'waiting'}</span>
      </div>
    </>
  )
}

type FoundProps = { check: CheckFoundFragment; action: ReactNode; leadsAway: boolean }

function Found({ check, action, leadsAway }: FoundProps) {
  const { name, status, message, durationMs } = check
  return (
    <>
      <StateIcon state={statusShapes[status]} silent className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-x-3 sm:grid-cols-[8.5rem_1fr]">
        <span className="font-medium">{checkWords[name]}</span>
        <div className="grid min-w-0 gap-2">
          <p>
            <span className={cx('font-medium', tones[status])}>{statusWords[status]}</span>
            <span className="text-text-2"> · </span>
            <span className="break-words">{message}</span>
            {status !== 'SKIPPED' && (
              <span className="ml-2 text-meta whitespace-nowrap text-text-2 tabular">{formatDuration(durationMs)}</span>
            )}
          </p>
          <Suggestions check={check} leadsAway={leadsAway} />
          {action}
          <Evidence check={check} />
        </div>
      </div>
    </>
  )
}

function Suggestions({ check: { suggestions }, leadsAway }: Omit<FoundProps, 'action'>) {
  if (suggestions.length === 0) return null
  return (
    <ul className="grid gap-2">
      <li className="font-medium">What to do:</li>
      {suggestions.map(({ text, command, link }) => {
        const isOwn = link?.startsWith('/') === true
        return (
          <li key={text} className="grid min-w-0 gap-1">
            <span className="text-text-2">{text}</span>
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              {command && <Command command={command} />}
              {link && (!isOwn || leadsAway) && <Way link={link} isOwn={isOwn} text={text} />}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Command({ command }: { command: string }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <code className="min-w-0 rounded-control bg-unk-bg px-2 py-1 break-all">{command}</code>
      <CopyButton value={command} label={`Copy ${command}`} iconOnly />
    </span>
  )
}

const wayClass = 'inline-flex min-h-6 items-center gap-1 font-medium text-accent underline underline-offset-2'

function Way({ link, isOwn, text }: { link: string; isOwn: boolean; text: string }) {
  if (isOwn) {
    return (
      <Link href={link} className={wayClass} aria-label={`Go there: ${text}`}>
        Go there
        <ArrowRightIcon className="size-3.5" />
      </Link>
    )
  }
  return (
    <a href={link} target="_blank" rel="noreferrer" className={wayClass} aria-label={`${new URL(link).host}: ${text}`}>
      {new URL(link).host}
      <ExternalLinkIcon className="size-3" label="(opens in a new tab)" />
    </a>
  )
}

const factWords: Record<string, string> = {
  dns: 'DNS',
  tcp: 'TCP',
  egress: 'egress policy',
  dnsMs: 'name resolved in',
  connectMs: 'connected in',
  latencyMs: 'answered in',
  p99Ms: 'p99',
  limitMs: 'limit',
  validTo: 'valid until',
  daysLeft: 'days left',
  chainEnd: 'first of the chain to expire',
  chainValidTo: 'it is valid until',
  chainDaysLeft: 'its days left',
  resetAt: 'full again at',
  expiresAt: 'expires at',
}

function factOf(name: string, value: unknown): string {
  if (typeof value === 'number' && name.endsWith('Ms')) return formatDuration(value)
  const isInstant = (name.endsWith('At') || name.endsWith('To')) && typeof value === 'string'
  return isInstant ? formatUtc(value) : String(value)
}

/** What was measured, as a table that is open where something is wrong. */
function Evidence({ check: { evidence, status, name } }: { check: CheckFoundFragment }) {
  const facts = Object.entries(evidence).filter(([, value]) => value !== null && value !== '')
  if (facts.length === 0) return null
  return (
    <details open={status === 'WARN' || status === 'FAIL'} className="text-meta text-text-2">
      <summary className="w-fit min-h-6 cursor-pointer font-medium">Evidence</summary>
      <table aria-label={`Evidence of ${checkWords[name]}`} className="mt-1 border-collapse">
        <tbody>
          {facts.map(([fact, value]) => (
            <tr key={fact} className="align-top">
              <th scope="row" className="py-0.5 pr-4 text-left font-normal">
                {factWords[fact] ?? fact}
              </th>
              <td className="py-0.5 font-mono break-all text-text">{factOf(fact, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
