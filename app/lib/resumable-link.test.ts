import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws'
import { describe, expect, it } from 'vitest'
import { LiveConnection } from './live'
import { resumableLink } from './resumable-link'

type Opened = { payload: SubscribePayload; sink: Sink<FormattedExecutionResult> }

const document = gql`
  subscription Told($after: String) {
    told(after: $after) {
      sequence
    }
  }
`

/** What stands under the link: the socket's client, of which only `subscribe` is used. */
function follow(after?: string) {
  const opened: Opened[] = []
  const socket = {
    subscribe: (payload: SubscribePayload, sink: Sink<FormattedExecutionResult>) => {
      opened.push({ payload, sink })
      return () => {}
    },
  } as unknown as Client
  const live = new LiveConnection()
  const client = new ApolloClient({ link: resumableLink(socket, live), cache: new InMemoryCache() })
  const heard: string[] = []
  client
    .subscribe<{ told: { sequence: string } }>({ query: document, variables: { after }, fetchPolicy: 'no-cache' })
    .subscribe(({ data }) => data && heard.push(data.told.sequence))
  const tell = (sequence: string) => opened.at(-1)?.sink.next({ data: { told: { sequence } } })
  return { opened, heard, live, tell, afterNow: () => opened.at(-1)?.payload.variables?.after }
}

describe('a resumable subscription', () => {
  it('asks for what comes after the highest it heard when the socket sends its payload again', () => {
    const { tell, afterNow } = follow('7')
    expect(afterNow()).toBe('7')
    tell('9')
    tell('10')
    tell('8')
    expect(afterNow()).toBe('10')
  })

  it('tells nothing twice', () => {
    const { tell, heard } = follow()
    for (const sequence of ['1', '2', '2', '1', '3']) tell(sequence)
    expect(heard).toEqual(['1', '2', '3'])
  })

  it('starts anew and has everything read again when the hub forgot what was missed', () => {
    const { opened, live, tell, heard, afterNow } = follow('1')
    let resyncs = 0
    live.onResync(() => resyncs++)
    opened.at(-1)?.sink.next({ data: null, errors: [{ message: 'gone', extensions: { code: 'EVENTS_RESYNC' } }] })
    expect(opened).toHaveLength(2)
    expect(afterNow()).toBeUndefined()
    expect(resyncs).toBe(1)
    tell('50')
    expect(heard).toEqual(['50'])
  })
})
