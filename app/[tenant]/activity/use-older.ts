'use client'

import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import type { ActivityQuery as ActivityData, ActivityFilter } from '@/app/generated/graphql'
import { troubleOf } from '@/app/lib/trouble'
import type { Trouble } from '@/app/ui/feedback'
import { ActivityQuery } from './queries'
import { activityVariables, noFilters } from './search'
import type { Row } from './tail-state'

export const rowsIn = (data: ActivityData): Row[] =>
  data.activity.edges.map(({ node, cursor }) => ({ entry: node, cursor }))

/** The pages after the first. */
export function useOlder(data: ActivityData, filter: ActivityFilter | null) {
  const client = useApolloClient()
  const [older, setOlder] = useState<Row[]>([])
  const [more, setMore] = useState<boolean | null>(null)
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const read = async (after: string | null) => {
    setPending(true)
    setTrouble(null)
    try {
      const variables = { ...activityVariables(noFilters), filter, after }
      const answer = await client.query({ query: ActivityQuery, variables, fetchPolicy: 'no-cache' })
      if (!answer.data) return
      const rows = rowsIn(answer.data)
      setOlder((known) => [...known, ...rows])
      setMore(answer.data.activity.pageInfo.hasNextPage)
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  const forget = () => {
    setOlder([])
    setMore(null)
  }
  return { older, hasMore: more ?? data.activity.pageInfo.hasNextPage, pending, trouble, read, forget }
}
