import { ApolloLink } from '@apollo/client/link'
import { print } from 'graphql'
import type { Client, FormattedExecutionResult } from 'graphql-ws'
import { Observable } from 'rxjs'
import type { LiveConnection } from './live'

/**
 * Subscriptions that survive a broken socket without gap or duplicate. Every message of the hub carries a `sequence`;
 * the link remembers the highest and, as the socket's client sends the same payload again after a reconnect, keeps it
 * in the payload's `after`. What is told twice all the same is dropped here, so that no screen has to think of it.
 */
type Message = { sequence?: string }
type Payload = { query: string; variables: Record<string, unknown>; operationName?: string }

const rememberedSequences = 2000

function sequenceOf(result: FormattedExecutionResult): string | undefined {
  const [message] = Object.values((result.data ?? {}) as Record<string, Message | null>)
  return message?.sequence
}

/** Remembers what came; answers whether a message is new, and keeps `after` at the highest. */
function deduplicator(variables: Record<string, unknown>): (sequence: string) => boolean {
  const seen = new Set<string>()
  return (sequence) => {
    if (seen.has(sequence)) return false
    seen.add(sequence)
    if (seen.size > rememberedSequences) seen.delete(seen.values().next().value ?? '')
    const after = variables.after
    if (typeof after !== 'string' || BigInt(sequence) > BigInt(after)) variables.after = sequence
    return true
  }
}

const isResync = (errors: unknown): boolean =>
  Array.isArray(errors) && errors.some((error) => error?.extensions?.code === 'EVENTS_RESYNC')

export function resumableLink(client: Client, live: LiveConnection): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((sink) => {
        const variables: Record<string, unknown> = { ...operation.variables }
        const payload: Payload = {
          query: print(operation.query),
          variables,
          ...(operation.operationName && { operationName: operation.operationName }),
        }
        const isNew = deduplicator(variables)
        let stop = () => {}
        const startAnew = () => {
          delete variables.after
          start()
          live.resync()
        }
        const next = (result: FormattedExecutionResult) => {
          live.heard()
          if (isResync(result.errors)) return startAnew()
          const sequence = sequenceOf(result)
          if (sequence === undefined || isNew(sequence)) sink.next(result as ApolloLink.Result)
        }
        const error = (problem: unknown) => (isResync(problem) ? startAnew() : sink.error(problem))
        const start = () => {
          stop()
          stop = client.subscribe(payload, { next, error, complete: () => sink.complete() })
        }
        start()
        return () => stop()
      }),
  )
}
