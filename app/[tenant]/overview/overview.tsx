'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo, useState } from 'react'
import type { OverviewQuery as OverviewData, OverviewQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useLive } from '@/app/lib/live'
import { troubleOf } from '@/app/lib/trouble'
import { useNow } from '@/app/ui/clock'
import { ErrorState } from '@/app/ui/feedback'
import { OverviewQuery } from '../queries'
import { AttentionList } from './attention-list'
import { FirstSteps } from './first-steps'
import { Listing } from './listing'
import { useLiveOverview } from './live-overview'
import { agedCount, type OverviewItem, verdictOf } from './model'
import { RecentActivity } from './recent-activity'
import { firstShown, mostShown, type OverviewSearch, overviewSearch, overviewVariables } from './search'
import { VerdictLine } from './verdict-line'

type OverviewSeed = Seed<OverviewData, OverviewQueryVariables>

/** Is everything fine, and if not, what first? One operation, then live. */
export function Overview({ seed }: { seed: OverviewSeed }) {
  const [search, setSearch] = useQueryStates(overviewSearch, { history: 'replace' })
  const change = useCallback(
    (next: Partial<OverviewSearch>) => void setSearch(next as Parameters<typeof setSearch>[0]),
    [setSearch],
  )
  const [first, setFirst] = useState(firstShown)
  const variables = useMemo(() => overviewVariables(search, first), [search, first])
  const { data, error, loading, refetch } = useSeededQuery(OverviewQuery, seed, variables)
  const items = useMemo(() => data.integrations.edges.map(({ node }) => node), [data])
  const attention = useMemo(() => data.attention.edges.map(({ node }) => node), [data])
  useLiveOverview({ after: seed.data.lastSequence, refetch, variables, items })
  // Without a connection the banner above the page says all there is to say.
  const isLive = useLive().status === 'live'
  const isEmpty = data.healthSummary.total === 0
  return (
    <div className="grid gap-8">
      <h1 className="sr-only">Overview</h1>
      {error && isLive && (
        <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />
      )}
      {!isEmpty && <Standing data={data} items={items} worst={attention[0] ?? null} />}
      <AttentionList items={attention} totalCount={data.attention.totalCount} />
      {isEmpty ? (
        <FirstSteps points={startingPoints(data)} />
      ) : (
        <Listing
          data={data}
          items={items}
          search={search}
          onSearch={change}
          loading={loading}
          first={first}
          onMore={() => setFirst(mostShown)}
        />
      )}
      <RecentActivity entries={data.activity.edges.map(({ node }) => node)} />
    </div>
  )
}

type StandingProps = { data: OverviewData; items: readonly OverviewItem[]; worst: OverviewItem | null }

/** On its own, for it is the only part that is looked at again every second. */
function Standing({ data, items, worst }: StandingProps) {
  const aged = agedCount(items, useNow(1000))
  return <VerdictLine verdict={verdictOf(data.healthSummary, { totalCount: data.attention.totalCount, worst }, aged)} />
}

function startingPoints(data: OverviewData) {
  return data.integrationTypes.flatMap((type) =>
    type.instances.map((instance) => ({
      type: type.id,
      instance: instance.id,
      title: instance.title,
      name: type.name,
    })),
  )
}
