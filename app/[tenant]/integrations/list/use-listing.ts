'use client'

import type { ApolloClient } from '@apollo/client'
import { useApolloClient, useSubscription } from '@apollo/client/react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { StatusChangedSubscription } from '@/app/[tenant]/queries'
import type { ListFrameQuery as FrameData, ListRowsQuery as RowsData } from '@/app/generated/graphql'
import { useLive } from '@/app/lib/live'
import { gathered } from '@/app/lib/pace'
import { ListFrameQuery, ListRowsQuery } from './queries'
import { RowStore } from './row-store'
import { columnVariables, frameVariables, type ListSearch, rowsAtOnce, rowVariables, viewKey } from './search'
import { type Section, sectionsOf } from './sections'

export type ListSeed = { search: ListSearch; frame: FrameData; rows: RowsData }

/** The list in one order, as it was when it was put in that order. */
export type Listing = {
  key: string
  search: ListSearch
  frame: FrameData
  total: number
  sections: Section[]
  store: RowStore
}

const Again = createContext<() => void>(() => {})
export const AgainProvider = Again.Provider
/** Reads the list anew, for what takes a row out of it. */
export const useAgain = () => useContext(Again)

const refsOf = (rows: RowsData) => rows.integrations.edges.map(({ node: { id, slug, name } }) => ({ id, slug, name }))

type Reading = { client: ApolloClient; current: () => ListSearch }

function listingOf({ client, current }: Reading, { search, frame, rows }: ListSeed): Listing {
  const total = rows.integrations.totalCount ?? 0
  const variables = rowVariables(search)
  const store = new RowStore(async (section, page) => {
    // The columns may have been chosen anew since; the order may not.
    const shown = columnVariables(current())
    const { data } = await client.query({
      query: ListRowsQuery,
      variables: { ...variables, ...shown, filter: section.filter, skip: page * rowsAtOnce, counted: false },
      fetchPolicy: 'network-only',
    })
    return data ? refsOf(data) : []
  }, rowsAtOnce)
  const sections = sectionsOf(search.group, variables.filter ?? null, total, frame.integrationGroups ?? [])
  const [first] = sections
  if (search.group === null && first) store.put(first, 0, refsOf(rows))
  return { key: viewKey(search), search, frame, total, sections, store }
}

async function readListing(client: ApolloClient, search: ListSearch): Promise<ListSeed> {
  const options = { fetchPolicy: 'network-only' } as const
  const [frame, rows] = await Promise.all([
    client.query({ query: ListFrameQuery, variables: frameVariables(search), ...options }),
    client.query({ query: ListRowsQuery, variables: rowVariables(search), ...options }),
  ])
  if (!frame.data || !rows.data) throw new Error('The hub gave no answer')
  return { search, frame: frame.data, rows: rows.data }
}

/** Told once, and silently: telling others while this renders is what React forbids. */
function useSeed(client: ApolloClient, { search, rows }: ListSeed): void {
  useState(() =>
    client.cache.writeQuery({
      query: ListRowsQuery,
      variables: rowVariables(search),
      data: rows,
      broadcast: false,
    }),
  )
}

/**
 * The list that the address asks for. While another one is being read, the last one stays on the screen; what fails
 * leaves it there too.
 */
export function useListing(seed: ListSeed, search: ListSearch) {
  const client = useApolloClient()
  useSeed(client, seed)
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const reading = useMemo(() => ({ client, current: () => latest.current }), [client])
  const [listing, setListing] = useState(() => listingOf(reading, seed))
  const [trouble, setTrouble] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  const wantedKey = viewKey(search)
  const done = useRef(`${listing.key} 0`)
  const isUpdating = done.current !== `${wantedKey} ${turn}` && trouble === null
  useEffect(() => {
    const key = `${wantedKey} ${turn}`
    if (done.current === key) return
    let isCurrent = true
    setTrouble(null)
    readListing(client, latest.current).then(
      (read) => {
        if (!isCurrent) return
        done.current = key
        setListing(listingOf(reading, read))
      },
      (error: unknown) => isCurrent && setTrouble(error),
    )
    return () => {
      isCurrent = false
    }
  }, [wantedKey, turn, client, reading])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  useSyncExternalStore(listing.store.listen, listing.store.version, listing.store.version)
  return { listing, isUpdating, trouble, again }
}

const paceMs = 15_000

/**
 * Keeps what is looked at current: a changed verdict is in its row with the message itself, the rest is read again at
 * a pace. Rows stay where they are; that their order changed is told.
 */
export function useLiveListing(
  listing: Listing,
  visible: () => readonly { section: Section; index: number }[],
  after: string,
): void {
  const [since] = useState(after)
  const { status } = useLive()
  const refresh = useCallback(() => listing.store.refresh(visible()), [listing, visible])
  const soon = useMemo(() => gathered(refresh, 400, 3000), [refresh])
  useEffect(() => soon.stop, [soon])
  const dependsOnState =
    listing.search.sort === 'severity' || listing.search.group === 'state' || !!listing.search.state
  useSubscription(StatusChangedSubscription, {
    variables: { after: since },
    ignoreResults: true,
    onData: () => {
      if (dependsOnState) listing.store.outdate()
    },
  })
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') soon.soon()
    }
    const timer = setInterval(read, paceMs)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [soon])
  const wasLost = useRef(false)
  useEffect(() => {
    if (status === 'live' && wasLost.current) soon.soon()
    wasLost.current = status === 'reconnecting' || status === 'lost'
  }, [status, soon])
}
