'use client'

import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import type { OverviewQueryVariables } from '@/app/generated/graphql'
import { ActivitySubscription, OverviewQuery, RateLimitSubscription, StatusChangedSubscription } from '../queries'
import { type ActivityItem, type OverviewItem, shownActivity } from './model'

type Refetch = () => Promise<unknown>

/** Reads again soon, but not more often than once a second however much happens. */
function gathered(refetch: Refetch, soonMs = 120, atMostEveryMs = 1000) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAt = 0
  const run = () => {
    timer = undefined
    lastAt = Date.now()
    // A failure shows as the query's own error; the next change or tick tries again.
    refetch().catch(() => {})
  }
  return {
    soon: () => {
      timer ??= setTimeout(run, Math.max(soonMs, lastAt + atMostEveryMs - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

/**
 * Checks that confirm a verdict tell nobody, so "checked 12 s ago" and the strips are read again at the pace of the
 * quickest integration, and at once when the page is looked at again.
 */
function usePace(refetch: Refetch, items: readonly OverviewItem[]): void {
  const quickest = Math.min(60, ...items.filter((item) => item.enabled).map((item) => item.intervalSeconds))
  const everyMs = Math.max(5, quickest / 2) * 1000
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') refetch().catch(() => {})
    }
    const timer = setInterval(read, everyMs)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [refetch, everyMs])
}

export type LiveOverviewInput = {
  /** The sequence the first answer was read at: what came after it is told, nothing is told twice. */
  after: string
  refetch: Refetch
  variables: OverviewQueryVariables
  items: readonly OverviewItem[]
}

/**
 * Keeps the overview current. A changed verdict is in the cache, and so in every card, with the message itself; counts
 * and lists follow from one more read.
 */
export function useLiveOverview({ after: seedAfter, refetch, variables, items }: LiveOverviewInput): void {
  const client = useApolloClient()
  const [after] = useState(seedAfter)
  const again = useMemo(() => gathered(refetch), [refetch])
  useEffect(() => again.stop, [again])
  usePace(refetch, items)
  const told = { variables: { after }, ignoreResults: true, onData: again.soon }
  useSubscription(StatusChangedSubscription, told)
  useSubscription(RateLimitSubscription, told)
  useSubscription(ActivitySubscription, {
    variables: { after },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const entry = data?.activityAdded.entry
      if (!entry) return
      client.cache.updateQuery({ query: OverviewQuery, variables }, (known) => known && withEntry(known, entry))
      if (entry.type.startsWith('integration.')) again.soon()
    },
  })
}

type WithActivity = { activity: { edges: { cursor: string; node: ActivityItem }[] } }

function withEntry<T extends WithActivity>(known: T, entry: ActivityItem): T {
  if (known.activity.edges.some(({ node }) => node.id === entry.id)) return known
  const edge = { __typename: 'ActivityEdge' as const, cursor: entry.id, node: entry }
  return { ...known, activity: { ...known.activity, edges: [edge, ...known.activity.edges].slice(0, shownActivity) } }
}
