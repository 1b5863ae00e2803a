'use client'

import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { OverviewQueryVariables } from '@/app/generated/graphql'
import { useLive } from '@/app/lib/live'
import { gathered, type Refetch, usePace } from '@/app/lib/pace'
import { ActivitySubscription, OverviewQuery, RateLimitSubscription, StatusChangedSubscription } from '../queries'
import { type ActivityItem, type OverviewItem, shownActivity } from './model'

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
  const { status } = useLive()
  const wasLost = useRef(false)
  useEffect(() => {
    if (status === 'live' && wasLost.current) again.soon()
    wasLost.current = status === 'reconnecting' || status === 'lost'
  }, [status, again])
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
