'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo, useState } from 'react'
import type { ActivityQuery as ActivityData, ActivityQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { troubleOf } from '@/app/lib/trouble'
import { ErrorState } from '@/app/ui/feedback'
import { Entries } from './entries'
import { ActivityFilters } from './filters'
import { ActivityQuery } from './queries'
import { type ActivitySearch, activitySearch, activityVariables, noFilters } from './search'

type Props = {
  seed: Seed<ActivityData, ActivityQueryVariables>
  /** Only of this one; its page asks for nothing else. */
  integration?: string
}

/** What happened: filtered, page by page, and live when asked for. */
export function ActivityLog({ seed, integration }: Props) {
  const [search, setSearch] = useQueryStates(activitySearch, { history: 'replace' })
  const change = useCallback(
    (next: Partial<ActivitySearch>) => void setSearch(next as Parameters<typeof setSearch>[0]),
    [setSearch],
  )
  const variables = useMemo(() => activityVariables(search, integration), [search, integration])
  const { data, error, loading, refetch } = useSeededQuery(ActivityQuery, seed, variables)
  const [isLive, setLive] = useState(false)
  const isFiltered = Object.entries(search).some(([key, value]) => value !== noFilters[key as keyof ActivitySearch])
  return (
    <>
      <ActivityFilters search={search} onChange={change} withIntegration={integration === undefined} />
      {error && (
        <div className="mb-4">
          <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />
        </div>
      )}
      <div aria-busy={loading}>
        <Entries
          key={JSON.stringify(variables.filter)}
          data={data}
          filter={variables.filter ?? null}
          withIntegration={integration === undefined}
          onClear={isFiltered ? () => change(noFilters) : null}
          onReload={refetch}
          isLive={isLive && !variables.filter?.to}
          onLive={setLive}
        />
      </div>
    </>
  )
}
