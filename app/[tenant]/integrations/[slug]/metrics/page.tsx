import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { MetricsPage } from './metrics-page'
import { CallsQuery, MetricsQuery } from './queries'
import { callsVariables, loadMetricsSearch, metricsVariables, sinceOf } from './search'

type Props = {
  params: Promise<{ tenant: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Metrics' }

export default async function IntegrationMetricsPage({ params, searchParams }: Props) {
  const { tenant, slug } = await params
  const integration = decodeURIComponent(slug)
  const search = await loadMetricsSearch(searchParams)
  const since = sinceOf(search.window, Date.now())
  const ofMetrics = metricsVariables(integration, since)
  const ofCalls = callsVariables(integration, search)
  const [metrics, calls] = await Promise.all([
    load(MetricsQuery, ofMetrics, { tenant }),
    load(CallsQuery, ofCalls, { tenant }),
  ])
  if (!metrics.data) return <PageTrouble trouble={metrics.trouble} />
  if (!calls.data) return <PageTrouble trouble={calls.trouble} />
  return (
    <MetricsPage
      integrationRef={integration}
      since={since}
      metrics={{ data: metrics.data, variables: ofMetrics }}
      calls={{ data: calls.data, variables: ofCalls }}
    />
  )
}
