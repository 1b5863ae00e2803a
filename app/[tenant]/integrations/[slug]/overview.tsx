'use client'

import Link from 'next/link'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { formatSpan, plural } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { Card, Section } from '@/app/ui/card'
import { useNow } from '@/app/ui/clock'
import { EmptyState, Notice } from '@/app/ui/feedback'
import { type HistoryBar, HistoryStrip } from '@/app/ui/history-strip'
import { probeWords } from '@/app/ui/probe-list'
import { QuotaMeters } from '@/app/ui/quota-meter'
import { stateWords } from '@/app/ui/state'
import { RelativeTime } from '@/app/ui/time'
import { causeWords } from '../failure-words'
import { CredentialsCard } from './credentials-card'
import { useIntegration } from './integration-context'
import { LatencyCard } from './latency'
import { ProbeReport } from './probe-report'
import { StatsTable } from './stats-table'

type Props = { integration: DetailIntegrationFragment }

/** How it is, and how it has been. */
export function IntegrationOverview() {
  const { integration } = useIntegration()
  return (
    <div className="grid gap-8">
      <Trouble integration={integration} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1.7fr)_minmax(18rem,1fr)]">
        <div className="grid min-w-0 content-start gap-8">
          <History integration={integration} />
          <ProbeReport check={integration.lastCheck[0] ?? null} />
        </div>
        <div className="grid min-w-0 content-start gap-8 md:max-xl:grid-cols-2">
          <Section title="Quota">
            <Card>
              <QuotaMeters quotas={integration.quotas} />
            </Card>
          </Section>
          <CredentialsCard integration={integration} />
          <LatencyCard integration={integration} />
        </div>
      </div>
      <StatsTable integration={integration} />
    </div>
  )
}

/** What is wrong now, whose trouble it is, and what to do; nothing when all is well. */
function Trouble({ integration }: Props) {
  const tenant = useTenant()
  const state = useStanding(integration)
  const now = useNow(15_000)
  if (state !== 'UNHEALTHY' && state !== 'DEGRADED') return null
  const { failingProbe, failureClass, healthSince, remedy } = integration
  const verb = state === 'UNHEALTHY' ? 'has failed' : 'has warned'
  return (
    <Notice tone={state === 'UNHEALTHY' ? 'bad' : 'warn'}>
      <p>
        <strong className="font-semibold">
          {failingProbe ? `${probeWords[failingProbe]} ${verb}` : `It has been ${stateWords[state].toLowerCase()}`}
        </strong>
        {healthSince && ` for ${formatSpan(now - new Date(healthSince).getTime())}`}
        {failureClass && `; the cause is ${causeWords[failureClass]}`}.
      </p>
      {remedy && <p className="mt-0.5 text-text">What to do: {remedy}</p>}
      <p className="mt-1">
        <Link
          href={`/${tenant.slug}/integrations/${integration.slug}/doctor?run`}
          className="font-medium text-accent underline underline-offset-2"
        >
          Ask the doctor why
        </Link>
      </p>
    </Notice>
  )
}

function wordsOf(bars: readonly HistoryBar[]): string {
  const passed = bars.filter(({ state }) => state === 'HEALTHY').length
  const warned = bars.filter(({ state }) => state === 'DEGRADED').length
  const failed = bars.filter(({ state }) => state === 'UNHEALTHY').length
  return [`${passed} passed`, warned && `${warned} warned`, failed && `${failed} failed`].filter(Boolean).join(', ')
}

function History({ integration: { recent } }: Props) {
  const bars = recent.map(({ at, health, message }) => ({ at, state: health, message }))
  const [first] = recent
  return (
    <Section
      title="History"
      aside={
        <span className="text-dense text-text-2">
          {bars.length > 0 && `last ${plural(bars.length, 'check')}: ${wordsOf(bars)}`}
        </span>
      }
    >
      {bars.length === 0 ? (
        <EmptyState title="Not checked yet">The first check is on its way.</EmptyState>
      ) : (
        <Card className="grid gap-2">
          <HistoryStrip bars={bars} detailed className="h-10" />
          <div className="flex justify-between text-meta text-text-2">
            {first && <RelativeTime at={first.at} inert />}
            <span>now</span>
          </div>
        </Card>
      )}
    </Section>
  )
}
