'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ResourcesAsTheyComeSubscription, ResourcesAsTheyComeSubscriptionVariables } from '@/app/generated/graphql'
import { troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'
import { ResourcesSubscription } from './queries'

type Batch = ResourcesAsTheyComeSubscription['resources']
export type Resource = Batch['edges'][number]['node']
export type Question = Omit<ResourcesAsTheyComeSubscriptionVariables, 'after'>

export type Discovery = {
  /** What was asked; null before anything was. */
  question: Question | null
  running: boolean
  rows: Resource[]
  cachedAt: string | null
  /** The page that failed, and from where to try it again. */
  failure: Batch['failure']
  endCursor: string | null
  trouble: Trouble | null
}

const nothing: Discovery = {
  ...{ question: null, running: false, rows: [], cachedAt: null, failure: null, endCursor: null, trouble: null },
}

const older = (a: string | null, b: string | null) => (a && b ? (a < b ? a : b) : (a ?? b))

/** A connection that broke and came back begins the stream anew: its first batch then counts only itself. */
function taken(before: Discovery, kept: readonly Resource[], batch: Batch): Discovery {
  const rows = batch.edges.map(({ node }) => node)
  const isFirst = batch.count === rows.length
  return {
    ...before,
    rows: [...(isFirst ? kept : before.rows), ...rows],
    cachedAt: isFirst && kept.length === 0 ? batch.cachedAt : older(before.cachedAt, batch.cachedAt),
    failure: batch.failure,
    endCursor: batch.pageInfo.endCursor,
    running: !batch.isLast,
  }
}

/** A list as it comes, page after page. A page that is left ends it; what was found stays until something else is asked. */
export function useDiscovery() {
  const client = useApolloClient()
  const [state, setState] = useState<Discovery>(nothing)
  const current = useRef<{ unsubscribe: () => void } | null>(null)
  useEffect(() => () => current.current?.unsubscribe(), [])

  const start = useCallback(
    (question: Question, from: { after: string | null; kept: Resource[] } = { after: null, kept: [] }) => {
      current.current?.unsubscribe()
      setState((before) => ({
        ...(from.after ? before : nothing),
        ...{ question, running: true, rows: from.kept, failure: null, trouble: null },
      }))
      const fail = (error: unknown) => setState((now) => ({ ...now, running: false, trouble: troubleOf(error) }))
      current.current = client
        .subscribe({
          query: ResourcesSubscription,
          variables: { ...question, after: from.after },
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next: ({ data, error }) => {
            if (error) fail(error)
            else if (data) setState((now) => taken(now, from.kept, data.resources))
          },
          error: fail,
          complete: () => setState((now) => ({ ...now, running: false })),
        })
    },
    [client],
  )
  const reset = useCallback(() => {
    current.current?.unsubscribe()
    setState(nothing)
  }, [])
  return { ...state, start, reset }
}
