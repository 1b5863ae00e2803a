import type { Client } from 'graphql-ws'
import { CliError, fromHub, type GraphqlFailure, QuietExit } from './errors'
import { exitCodes } from './exit-codes'
import { requireKey, type Session } from './session'

/**
 * A stream of the hub that outlives its connection. Every message bears a sequence; after a lost connection it goes on
 * after the last one seen, so that nothing is missing and nothing comes twice, also across a restart of the hub.
 */
export type Stream<R> = {
  document: { toString(): string }
  variables: Record<string, unknown>
  operationName?: string | undefined
  /** The variable that bears the cursor; `after` when absent. */
  cursorVariable?: string | undefined
  /** Where to begin: everything after this sequence. */
  after: string
  sequenceOf(message: R): string
  /** May throw to end the stream. */
  onMessage(message: R): void
  /** The hub keeps no events as old as the cursor; answers where to go on. */
  onResync(): Promise<string>
  /** Tells of the connection in place of the notes on stderr. */
  onConnection?(isUp: boolean): void
  /** Ends the stream with its reason. */
  signal?: AbortSignal | undefined
}

const longestWaitMs = 10_000
const waitMs = (attempt: number) => Math.min(longestWaitMs, 250 * 2 ** attempt) * (0.75 + Math.random() / 2)

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

async function connect(session: Session, onConnected: () => void): Promise<Client> {
  const [{ createClient }, { WebSocket }] = await Promise.all([import('graphql-ws/client'), import('ws')])
  return createClient({
    url: `${session.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: {
      authorization: `Bearer ${requireKey(session)}`,
      ...(session.tenant && { tenant: session.tenant }),
    },
    // Its own retry would begin again where the first subscription began.
    retryAttempts: 0,
    keepAlive: 10_000,
    on: { connected: onConnected },
  })
}

type Close = { code: number; reason: string }
const isClose = (error: unknown): error is Close =>
  typeof error === 'object' &&
  error !== null &&
  typeof (error as { code?: unknown }).code === 'number' &&
  'reason' in error

/** The hub refuses with 4400 to 4499; everything else may be better the next time. */
function refusal(close: Close): CliError | undefined {
  if (close.code < 4400 || close.code >= 4500) return undefined
  const isAuth = close.code === 4401 || close.code === 4403
  return new CliError(
    isAuth ? exitCodes.unauthenticated : exitCodes.failed,
    isAuth ? close.reason || 'auth.required' : 'cli.stream_refused',
    isAuth
      ? 'The hub ended the connection: the key is not valid (any more).'
      : `The hub refused the stream (${close.code}).`,
    {
      remedy: isAuth
        ? 'Log in again: inthub auth login --with-token < key.txt'
        : 'Use the inthub that came with the hub.',
    },
  )
}

type Ended = { kind: 'lost' } | { kind: 'resync' }

function endOf(error: unknown): Ended {
  if (error instanceof QuietExit || error instanceof CliError) throw error
  if (isClose(error)) {
    const refused = refusal(error)
    if (refused) throw refused
    return { kind: 'lost' }
  }
  if (!Array.isArray(error)) return { kind: 'lost' }
  const failure = fromHub((error as GraphqlFailure[])[0] ?? { message: 'The stream failed.' })
  if (failure.code === 'events.resync') return { kind: 'resync' }
  if (failure.exitCode === exitCodes.unreachable) return { kind: 'lost' }
  throw failure
}

type Subscription = {
  query: string
  variables: Record<string, unknown>
  operationName?: string | undefined
  onConnected(): void
  signal?: AbortSignal | undefined
}

/** One connection, until it ends. @throws what `onNext` throws, and what no new connection would help */
export async function listen<R>(session: Session, wanted: Subscription, onNext: (message: R) => void): Promise<Ended> {
  const { query, variables, operationName, onConnected, signal } = wanted
  const client = await connect(session, onConnected)
  const stop = () => void client.dispose()
  signal?.addEventListener('abort', stop)
  try {
    for await (const result of client.iterate<R>({ query, variables, ...(operationName && { operationName }) })) {
      const [failure] = result.errors ?? []
      if (failure) return endOf([failure])
      if (result.data) onNext(result.data)
    }
    return { kind: 'lost' }
  } catch (error) {
    return endOf(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    await client.dispose()
  }
}

/** Runs until the process is interrupted. @throws {CliError} when going on is of no use */
export async function follow<R>(session: Session, stream: Stream<R>): Promise<never> {
  const { io } = session
  const { cursorVariable = 'after', signal } = stream
  let after = stream.after
  let isLost = false
  let attempt = 0
  const onConnected = () => stream.onConnection?.(true)
  const take = (message: R) => {
    const sequence = stream.sequenceOf(message)
    if (BigInt(sequence) <= BigInt(after)) return
    if (isLost && !stream.onConnection) io.note(`${io.symbols.pass} connected again, nothing was missed`)
    isLost = false
    attempt = 0
    after = sequence
    stream.onMessage(message)
  }
  const lose = () => {
    stream.onConnection?.(false)
    if (!isLost && !stream.onConnection) io.note(`${io.symbols.warn} connection to ${session.url} lost, trying again`)
    isLost = true
  }
  for (;;) {
    const variables = { ...stream.variables, [cursorVariable]: after }
    const query = stream.document.toString()
    const ended = await listen(
      session,
      { query, variables, operationName: stream.operationName, onConnected, signal },
      take,
    )
    signal?.throwIfAborted()
    if (ended.kind === 'resync') after = await stream.onResync()
    else lose()
    await pause(waitMs(attempt), signal)
    signal?.throwIfAborted()
    attempt += 1
  }
}
