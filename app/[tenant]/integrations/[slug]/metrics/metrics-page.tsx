'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type {
  CallsOfQuery,
  CallsOfQueryVariables,
  MetricsOfQuery,
  MetricsOfQueryVariables,
} from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { usePace } from '@/app/lib/pace'
import { useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { CopyButton } from '@/app/ui/copy-button'
import { EmptyState, ErrorState } from '@/app/ui/feedback'
import { Segmented } from '@/app/ui/segmented'
import { useIntegration } from '../integration-context'
import { Breaker } from './breaker'
import { CallTable } from './call-table'
import { Charts } from './charts'
import { ErrorsByClass, Groups, Totals } from './figures'
import { CallsQuery, MetricsQuery } from './queries'
import { callsVariables, type MetricsSearch, metricsSearch, metricsVariables, sinceOf, type windows } from './search'
import { callerWords } from './words'

type Props = {
  /** As the address names it: what the seeds were asked with. */
  integrationRef: string
  since: string
  metrics: Seed<MetricsOfQuery, MetricsOfQueryVariables>
  calls: Seed<CallsOfQuery, CallsOfQueryVariables>
}

// Half of it is how often the page reads: figures of calls come without events.
const pace = [{ enabled: true, intervalSeconds: 20 }]

const segments = [
  { value: '1h', label: '1 h' },
  { value: '24h', label: '24 h' },
  { value: '7d', label: '7 d' },
] as const satisfies readonly { value: (typeof windows)[number]; label: string }[]

/** Both questions, asked again at the page's pace and whenever the breaker changed. */
function useMetrics({ integrationRef, since: sinceAtFirst, metrics: ofMetrics, calls: ofCalls }: Props) {
  const { integration } = useIntegration()
  const [search, setSearch] = useQueryStates(metricsSearch, { history: 'replace' })
  const [begin, setBegin] = useState({ window: search.window, since: sinceAtFirst })
  const since = begin.window === search.window ? begin.since : sinceOf(search.window, Date.now())
  const metrics = useSeededQuery(
    MetricsQuery,
    ofMetrics,
    useMemo(() => metricsVariables(integrationRef, since), [integrationRef, since]),
  )
  const calls = useSeededQuery(
    CallsQuery,
    ofCalls,
    useMemo(() => callsVariables(integrationRef, search), [integrationRef, search]),
  )
  const [rereadMetrics, rereadCalls] = [metrics.refetch, calls.refetch]
  const reread = useCallback(async () => {
    setBegin({ window: search.window, since: sinceOf(search.window, Date.now()) })
    await Promise.all([rereadMetrics(), rereadCalls()])
  }, [rereadMetrics, rereadCalls, search.window])
  usePace(reread, pace)
  const { state, since: changedAt } = integration.circuit
  const [seen, setSeen] = useState(`${state} ${changedAt}`)
  useEffect(() => {
    if (seen === `${state} ${changedAt}`) return
    setSeen(`${state} ${changedAt}`)
    reread().catch(() => {})
  }, [seen, state, changedAt, reread])
  const change = (next: Partial<MetricsSearch>) => void setSearch(next as Parameters<typeof setSearch>[0])
  return { search, change, metrics, calls, reread }
}

/** The Metrics tab: how calls through the integration went, whether they go out now, and the last of them. */
export function MetricsPage(props: Props) {
  const { integration } = useIntegration()
  const { search, change, metrics, calls, reread } = useMetrics(props)
  const { callMetrics } = metrics.data
  const rows = useMemo(() => calls.data.calls.edges.map(({ node }) => node), [calls.data])
  const isFiltered = search.outcome !== null || search.kind !== null
  const isUnused = rows.length === 0 && !isFiltered && callMetrics.totals.calls === 0
  const trouble = metrics.error ?? calls.error
  return (
    <div className="grid gap-8">
      {trouble && <ErrorState compact trouble={troubleOf(trouble)} onRetry={() => void reread().catch(() => {})} />}
      <Breaker circuit={integration.circuit} policy={metrics.data.integration.callPolicy.breaker} />
      {isUnused ? (
        <NoCalls slug={integration.slug} />
      ) : (
        <>
          <div className="grid gap-6" aria-busy={metrics.loading}>
            <div>
              <Segmented
                label="Window"
                value={search.window}
                onValueChange={(window) => change({ window })}
                segments={segments}
              />
            </div>
            <Totals totals={callMetrics.totals} />
            <Charts metrics={callMetrics} />
            <div className="grid gap-6 lg:grid-cols-2">
              <Groups title="Top callers" column="Caller" groups={callMetrics.topCallers} nameOf={callerOf} />
              <Groups
                title="By operation"
                column="Operation"
                groups={callMetrics.groups}
                nameOf={({ key }) => ({ name: key || 'by path' })}
              />
              <ErrorsByClass totals={callMetrics.totals} />
            </div>
          </div>
          <CallTable rows={rows} search={search} onChange={change} busy={calls.loading} />
        </>
      )}
    </div>
  )
}

/** `user:usr_…` by name; who is gone is told by id. */
function callerOf({ key, name }: { key: string; name: string | null }) {
  const at = key.indexOf(':')
  return { name: name ?? key.slice(at + 1), kind: callerWords[key.slice(0, at)] ?? '' }
}

function NoCalls({ slug }: { slug: string }) {
  const tenant = useTenant()
  const command = `inthub integration execute ${slug} --path /…`
  const proxy = `/api/v1/proxy/${slug}/`
  return (
    <EmptyState
      title="No calls yet"
      action={
        <>
          <CopyButton value={command} label="Copy the command" />
          <CopyButton value={proxy} label="Copy the proxy's address" />
        </>
      }
    >
      <p>
        Programs of {tenant.name} call the service through the hub, with the credential that is kept here. From a shell:{' '}
        <code className="break-all">{command}</code>
      </p>
      <p className="mt-1">
        Or over HTTP, below <code className="break-all">{proxy}</code>
      </p>
    </EmptyState>
  )
}
