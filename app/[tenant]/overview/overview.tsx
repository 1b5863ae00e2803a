'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo, useState } from 'react'
import type { OverviewQuery as OverviewData, OverviewQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { useNow } from '@/app/ui/clock'
import { EmptyState, ErrorState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { OverviewQuery } from '../queries'
import { AttentionList } from './attention-list'
import { Filters } from './filters'
import { FirstSteps } from './first-steps'
import { IntegrationCard } from './integration-card'
import { IntegrationTable } from './integration-table'
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
  const aged = agedCount(items, useNow(1000))
  const verdict = verdictOf(
    data.healthSummary,
    { totalCount: data.attention.totalCount, worst: attention[0] ?? null },
    aged,
  )
  const hasMore = data.integrations.pageInfo.hasNextPage
  return (
    <div className="grid gap-8">
      <h1 className="sr-only">Overview</h1>
      {(error || data.healthSummary.total > 0) && (
        <div className="grid gap-3">
          {data.healthSummary.total > 0 && <VerdictLine verdict={verdict} />}
          {error && <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />}
        </div>
      )}
      <AttentionList items={attention} totalCount={data.attention.totalCount} />
      {data.healthSummary.total === 0 ? (
        <FirstSteps points={startingPoints(data)} />
      ) : (
        <Section title="Integrations" aside={<ConnectLink />}>
          <Filters search={search} onChange={change} types={data.integrationTypes} total={data.healthSummary.total} />
          <div aria-busy={loading} className={loading && items.length === 0 ? 'opacity-60' : undefined}>
            <Items items={items} view={search.view} onClear={() => change({ q: '', state: null, type: null })} />
          </div>
          {hasMore && (
            <div className="mt-4 flex flex-wrap items-center justify-center gap-3 text-text-2">
              showing {items.length} of {data.integrations.totalCount}
              {first < mostShown ? (
                <Button pending={loading} onClick={() => setFirst(mostShown)}>
                  Show more
                </Button>
              ) : (
                <AllLink />
              )}
            </div>
          )}
        </Section>
      )}
      <RecentActivity entries={data.activity.edges.map(({ node }) => node)} />
    </div>
  )
}

function ConnectLink() {
  const { slug } = useTenant()
  return useMay('integrations:write') ? (
    <LinkButton variant="primary" size="sm" href={`/${slug}/integrations/new`} icon={<PlusIcon />} shortcut="n">
      Connect
    </LinkButton>
  ) : null
}

function AllLink() {
  const { slug } = useTenant()
  return <LinkButton href={`/${slug}/integrations`}>All integrations</LinkButton>
}

type ItemsProps = { items: readonly OverviewItem[]; view: 'cards' | 'table'; onClear: () => void }

function Items({ items, view, onClear }: ItemsProps) {
  if (items.length === 0) {
    return (
      <EmptyState title="No integration fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
    )
  }
  if (view === 'table') return <IntegrationTable items={items} />
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-4">
      {items.map((item) => (
        <li key={item.id} className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
          <IntegrationCard item={item} />
        </li>
      ))}
    </ul>
  )
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
