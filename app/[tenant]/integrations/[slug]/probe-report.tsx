'use client'

import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { formatDuration, formatUtc } from '@/app/lib/format'
import { Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { type ProbeLine, ProbeList } from '@/app/ui/probe-list'
import { RelativeTime } from '@/app/ui/time'
import { EgressCommand, egressCommandIn, withoutCommand } from '../egress-command'

type LastCheck = DetailIntegrationFragment['lastCheck'][number]

const words: Record<string, string> = {
  host: 'host',
  address: 'address',
  status: 'status',
  latencyMs: 'latency',
  p99Ms: 'p99',
  limitMs: 'limit',
  subject: 'subject',
  issuer: 'issuer',
  validTo: 'valid until',
  daysLeft: 'days left',
  resetAt: 'resets at',
}

function factOf(name: string, value: unknown): string {
  if (typeof value === 'number' && name.endsWith('Ms')) return formatDuration(value)
  const isInstant = (name === 'validTo' || name === 'resetAt') && typeof value === 'string'
  return isInstant ? formatUtc(value) : String(value)
}

/** The seven checks of the last run, with what each measured. */
export function ProbeReport({ check }: { check: LastCheck | null }) {
  const evidence = new Map(check?.probes.map((probe) => [probe.name, probe.evidence]))
  const about = (probe: ProbeLine) => {
    const command = egressCommandIn(probe.remedy)
    const facts = Object.entries(evidence.get(probe.name) ?? {}).filter(([, value]) => value !== null && value !== '')
    if (!command && facts.length === 0) return null
    return (
      <div className="grid gap-2">
        {command && <EgressCommand command={command} />}
        {facts.length > 0 && (
          <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-meta text-text-2">
            {facts.map(([name, value]) => (
              <div key={name} className="flex min-w-0 gap-1.5">
                <dt>{words[name] ?? name}</dt>
                <dd className="min-w-0 font-mono break-all text-text">{factOf(name, value)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    )
  }
  return (
    <Section
      title="Last check"
      aside={
        check && (
          <span className="text-dense text-text-2">
            {check.isUnconfirmed && 'a first failure, to be confirmed, '}
            <RelativeTime at={check.at} />
          </span>
        )
      }
    >
      {check ? (
        <ProbeList probes={check.probes} action={about} remedyOf={withoutCommand} />
      ) : (
        <EmptyState title="Not checked yet">Its seven checks show here after the first run.</EmptyState>
      )}
    </Section>
  )
}
