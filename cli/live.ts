import type { Client } from 'graphql-ws'
import { CliError, fromHub, type GraphqlFailure } from './errors'
import { exitCodes } from './exit-codes'
import type { TypedDocumentString } from './generated/graphql'
import { requireKey, type Session } from './session'

/**
 * A stream of the hub that outlives its connection. Every message bears a sequence; after a lost connection it goes on
 * after the last one seen, so that nothing is missing and nothing comes twice, also across a restart of the hub.
 */
export type Stream<R> = {
  document: TypedDocumentString<R, Record<string, unknown>>
  variables: Record<string, unknown>
  /** Where to begin: everything after this sequence. */
  after: string
  sequenceOf(message: R): string
  onMessage(message: R): void
  /** The hub keeps no events as old as the cursor; answers where to go on. */
  onResync(): Promise<string>
}

const longestWaitMs = 10_000
const waitMs = (attempt: number) => Math.min(longestWaitMs, 250 * 2 ** attempt) * (0.75 + Math.random() / 2)
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function connect(session: Session): Promise<Client> {
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

/** One connection, until it ends. */
async function listen<R>(
  session: Session,
  stream: Stream<R>,
  after: string,
  onNext: (message: R) => void,
): Promise<Ended> {
  const client = await connect(session)
  try {
    for await (const result of client.iterate<R>({
      query: stream.document.toString(),
      variables: { ...stream.variables, after },
    })) {
      const [failure] = result.errors ?? []
      if (failure) return endOf([failure])
      if (result.data) onNext(result.data)
    }
    return { kind: 'lost' }
  } catch (error) {
    return endOf(error)
  } finally {
    await client.dispose()
  }
}

/** Runs until the process is interrupted. @throws {CliError} when going on is of no use */
export async function follow<R>(session: Session, stream: Stream<R>): Promise<never> {
  const { io } = session
  let after = stream.after
  let isLost = false
  for (let attempt = 0; ; attempt += 1) {
    const ended = await listen(session, stream, after, (message) => {
      const sequence = stream.sequenceOf(message)
      if (BigInt(sequence) <= BigInt(after)) return
      if (isLost) io.note(`${io.symbols.pass} connected again, nothing was missed`)
      isLost = false
      attempt = 0
      after = sequence
      stream.onMessage(message)
    })
    if (ended.kind === 'resync') after = await stream.onResync()
    else if (!isLost) {
      isLost = true
      io.note(`${io.symbols.warn} connection to ${session.url} lost, trying again`)
    }
    await pause(waitMs(attempt))
  }
}
