'use client'

import {
  ApolloClient,
  type TypedDocumentNode as ApolloDocument,
  InMemoryCache,
  type OperationVariables,
} from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { HttpLink } from '@apollo/client/link/http'
import { ApolloProvider, useApolloClient, useQuery } from '@apollo/client/react'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { type ReactNode, useEffect, useState } from 'react'
import { ConnectedSubscription } from '../queries'
import { ownRequest } from './graphql-fetch'
import { LiveConnection, LiveContext } from './live'
import { resumableLink } from './resumable-link'

/**
 * GraphQL for the screens of one tenant: queries and mutations over HTTP, subscriptions over one socket, one cache in
 * which each entity stands once, so that a change told by the socket is at once in every view.
 */
function makeCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: { fields: { tenant: { merge: true }, viewer: { merge: true } } },
      Integration: {
        fields: {
          stats: { merge: true },
          circuit: { merge: false },
          callPolicy: { merge: false },
          integrationType: { merge: true },
          quotas: { merge: false },
          history: { merge: false },
        },
      },
      // Many, small and never shown alone: kept inside what they belong to.
      Check: { keyFields: false },
      EventActor: { keyFields: false },
      Quota: { keyFields: false },
      Label: { keyFields: false },
      HealthStats: { keyFields: false },
      HealthSummary: { keyFields: false },
    },
  })
}

function socketUrl(): string {
  return `${window.location.origin.replace(/^http/, 'ws')}/graphql`
}

function makeSocket(tenant: string, live: LiveConnection) {
  let unanswered: ReturnType<typeof setTimeout> | undefined
  let socket: WebSocket | undefined
  return createClient({
    url: socketUrl,
    connectionParams: { tenant },
    lazyCloseTimeout: 2000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: live.untilNextTry,
    shouldRetry: () => live.get().status !== 'ended',
    connectionAckWaitTimeout: 10_000,
    keepAlive: 10_000,
    on: {
      connected: (opened) => {
        socket = opened as WebSocket
        live.connected()
      },
      // A network that went away closes nothing: without an answer to a ping the socket is given up.
      ping: (received) => {
        if (received) return
        unanswered = setTimeout(() => socket?.close(4408, 'no answer'), 5000)
      },
      pong: () => {
        clearTimeout(unanswered)
        live.heard()
      },
      closed: (event) => {
        clearTimeout(unanswered)
        live.disconnected((event as CloseEvent).code)
      },
    },
  })
}

function makeClient(tenant: string, live: LiveConnection): ApolloClient {
  const inBrowser = typeof window !== 'undefined'
  const http = new HttpLink({ uri: '/graphql', headers: { 'x-inthub-tenant': tenant, ...ownRequest } })
  const link = inBrowser
    ? ApolloLink.split(
        (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
        resumableLink(makeSocket(tenant, live), live),
        http,
      )
    : ApolloLink.empty()
  return new ApolloClient({ link, cache: makeCache(), ssrMode: !inBrowser, devtools: { enabled: false } })
}

export function GraphqlProvider({ tenant, children }: { tenant: string; children: ReactNode }) {
  const [{ client, live }] = useState(() => {
    const live = new LiveConnection()
    return { client: makeClient(tenant, live), live }
  })
  useEffect(() => {
    const held = client
      .subscribe({ query: ConnectedSubscription })
      .subscribe({ error: () => live.disconnected(undefined) })
    return () => held.unsubscribe()
  }, [client, live])
  useEffect(() => live.onResync(() => void client.refetchQueries({ include: 'active' })), [client, live])
  useEffect(() => {
    window.addEventListener('online', live.retryNow)
    return () => window.removeEventListener('online', live.retryNow)
  }, [live])
  return (
    <ApolloProvider client={client}>
      <LiveContext value={live}>{children}</LiveContext>
    </ApolloProvider>
  )
}

export type Seed<TData, TVariables> = { data: TData; variables: TVariables }

/**
 * A query whose first answer came with the page. It stays live through the cache; `variables` may change later, and
 * what was there stays on the screen until the new answer has come.
 */
export function useSeededQuery<TData, TVariables extends OperationVariables>(
  document: ApolloDocument<TData, TVariables>,
  seed: Seed<TData, TVariables>,
  variables: TVariables = seed.variables,
) {
  const client = useApolloClient()
  // Written before the first read, and silently: telling others while this renders is what React forbids.
  useState(() =>
    client.cache.writeQuery({
      query: document,
      variables: seed.variables,
      data: seed.data,
      broadcast: false,
    } as Parameters<typeof client.cache.writeQuery>[0]),
  )
  const result = useQuery(document, { variables, notifyOnNetworkStatusChange: true } as useQuery.Options<
    TData,
    TVariables
  >)
  const data = (result.data ?? result.previousData ?? seed.data) as TData
  return { ...result, data }
}
