'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { troubleOf } from '@/app/lib/trouble'
import type { Found, PaletteType, Place, Question } from './entries'
import { PaletteHereQuery, PaletteSearchQuery, PaletteTypesQuery } from './queries'

const typingPauseMs = 120
const fresh = { fetchPolicy: 'no-cache' } as const

/** What the hub finds for what is typed, once the typing pauses; an answer that comes too late is dropped. */
export function useFound(text: string, question: Question | null) {
  const client = useApolloClient()
  const [found, setFound] = useState<readonly Found[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const wanted = text.trim()
  const isAsked = question === null ? wanted !== '' : question.kind === 'which'
  useEffect(() => {
    if (!isAsked) return setFound([])
    let isCurrent = true
    const read = () =>
      client
        .query({ query: PaletteSearchQuery, variables: { filter: wanted ? { text: wanted } : null }, ...fresh })
        .then(
          ({ data }) => {
            if (!isCurrent) return
            setProblem(null)
            setFound(data?.integrations.edges.map(({ node }) => node) ?? [])
          },
          (error: unknown) => isCurrent && setProblem(troubleOf(error).title),
        )
    const timer = setTimeout(() => void read(), wanted ? typingPauseMs : 0)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, wanted, isAsked])
  return { found, problem }
}

/** The catalog and the integration of the open page, read once for each opening. */
export function useSurroundings(slug: string | null) {
  const client = useApolloClient()
  const [types, setTypes] = useState<readonly PaletteType[]>([])
  const [here, setHere] = useState<Place['here']>(null)
  useEffect(() => {
    client.query({ query: PaletteTypesQuery }).then(
      ({ data }) => data && setTypes(data.integrationTypes),
      () => {},
    )
  }, [client])
  useEffect(() => {
    if (!slug) return
    client.query({ query: PaletteHereQuery, variables: { id: slug }, ...fresh }).then(
      ({ data }) => data && setHere(data.integration),
      () => {},
    )
  }, [client, slug])
  return { types, here }
}
