import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql'
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { authenticate } from '@/server/auth/context'
import { sessionCookieName } from '@/server/auth/cookies'
import { takeOne } from '@/server/auth/rate'
import { HubError } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { makeGate } from './admit'
import { type GraphQLContext, makeContext } from './context'
import { formatError, logIfOurs } from './errors'
import { schema } from './schema'
import { drained, type Stream } from './streams'
import { answering } from './ws-share'
import { Watch } from './ws-watch'

/**
 * GraphQL over one WebSocket, only in the graphql-transport-ws subprotocol. Nothing is said before the caller is
 * known; who is known is asked again every two seconds and before each event, so that a revoked session, key or
 * membership ends the socket and no event slips out after it; a reader who does not read is let go.
 * Source: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
const initTimeoutMs = 3_000
const keepAliveMs = 12_000
const maxSubscriptions = 50
const maxMessageBytes = 1024 * 1024
const maxBufferedBytes = 1024 * 1024
/** As much of a burst is gathered before it is written; then everybody else has a turn. */
const togetherBytes = 8 * 1024
/** What a server says that wants to be tried again later. Source: RFC 6455's registry */
const tryAgainLater = 1013
const goingAway = 1001

type Params = { authorization?: unknown; tenant?: unknown } & Record<string, unknown>
type Extra = {
  socket: WebSocket
  request: IncomingMessage
  /** Ids of the subscriptions that are open. */
  streams: Set<string>
  watch?: Watch
  tenant?: string | null
}

export type Sockets = {
  /** Takes over an upgrade for this address. The caller has judged the Origin. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Closes every socket with 1001 and takes no more. */
  drain(): Promise<void>
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Browsers cannot set headers on a socket, so a key comes in the connection's parameters; a cookie comes by itself. */
function whoConnects(request: IncomingMessage, params: Params) {
  const authorization = text(params.authorization) ?? text(params.Authorization) ?? request.headers.authorization
  const tenant =
    text(params.tenant) ?? text(params['x-inthub-tenant']) ?? text(request.headers['x-inthub-tenant']) ?? null
  const { cookie } = request.headers
  const identify = () => authenticate({ authorization, cookie })
  return { caller: { identify, key: JSON.stringify([authorization, cookie]) }, tenant }
}

async function letIn(extra: Extra, params: Params): Promise<boolean> {
  const { socket, request } = extra
  const { caller, tenant } = whoConnects(request, params)
  try {
    const watch = await Watch.start(caller, tenant, (code, reason) => closeFor(socket, code, reason))
    extra.watch = watch
    extra.tenant = tenant
    socket.once('close', () => watch.stop())
    return true
  } catch (error) {
    if (!(error instanceof HubError)) logger.error({ err: error }, 'a socket could not be opened')
    const code = error instanceof HubError ? (error.kind === 'unavailable' ? tryAgainLater : CloseCode.Forbidden) : 1011
    closeFor(socket, code, error instanceof HubError ? error.code : 'hub.internal')
    // The library would close a second time with words of its own; the first close is the one that is sent.
    return false
  }
}

function contextOf(extra: Extra): GraphQLContext {
  return makeContext({
    requestId: newId('request'),
    principal: extra.watch?.principal ?? null,
    tenant: extra.tenant ?? null,
  })
}

const format = (errors: readonly GraphQLError[], requestId: string): GraphQLFormattedError[] => {
  for (const error of errors) logIfOurs(error, requestId)
  return errors.map((error) => formatError(error, requestId))
}

/** graphql-ws tells errors apart by class, so ours travel inside one of its kind. */
const wrapped = (error: GraphQLError | HubError) =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error })

const next = (id: string) => Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
const closing = Buffer.from('}')

function toPayload({ data = null, errors }: ExecutionResult, requestId: string): Buffer {
  return Buffer.from(JSON.stringify(errors ? { data, errors: format(errors, requestId) } : { data }))
}

/** What is sent in one turn of the loop goes to the kernel at once. */
function together(line: Socket): void {
  if (line.writableCorked > 0) return
  line.cork()
  setImmediate(() => line.uncork())
}

/**
 * Sends the answer to each event itself, for the library would write each anew; it gets to see only the end. What an
 * earlier event loaded is old news, so each is answered with loaders of its own.
 */
function told(extra: Extra, id: string, events: AsyncIterator<unknown>, answer: (event: unknown) => Promise<Buffer>) {
  const beginning = next(id)
  const tell = async (event: unknown): Promise<void> => {
    const payload = await answer(event)
    // No event goes to somebody who may have been sent away since the last look.
    await extra.watch?.look()
    const { socket, request } = extra
    if (socket.bufferedAmount > togetherBytes) await new Promise((resolve) => setImmediate(resolve))
    together(request.socket)
    send(socket, Buffer.concat([beginning, payload, closing]))
  }
  return drained(events, tell)
}

/** Operations count the same over a socket as over HTTP. */
async function refusalOf({ watch, tenant }: Extra): Promise<HubError | undefined> {
  try {
    await takeOne(watch?.principal ?? null, tenant ?? null)
    return undefined
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
}

type Counted = ExecutionArgs & { contextValue: GraphQLContext }

function makeOptions(admit: ReturnType<typeof makeGate>): ServerOptions<Params, Extra> {
  return {
    connectionInitWaitTimeout: initTimeoutMs,
    execute: (args) => execute(args),
    subscribe: (args) => createSourceEventStream(args) as Promise<Stream<ExecutionResult> | ExecutionResult>,
    onConnect: (connection) => letIn(connection.extra, connection.connectionParams ?? {}),
    onSubscribe: async (connection, _id, payload) => {
      if (Object.keys(connection.subscriptions).length > maxSubscriptions) {
        const detail = `A socket may have ${maxSubscriptions} operations open at a time.`
        return [wrapped(new HubError('graphql.too_complex', detail))]
      }
      const limited = await refusalOf(connection.extra)
      if (limited) return [wrapped(limited)]
      const { query, operationName, variables } = payload
      const admitted = admit({ query, operationName, variables })
      if ('errors' in admitted) return admitted.errors.map(wrapped)
      metrics.graphqlOperations.inc({ type: admitted.operation.operation, outcome: 'answered' })
      const args: Counted = {
        schema,
        document: admitted.document,
        operationName: operationName ?? null,
        variableValues: variables ?? {},
        contextValue: contextOf(connection.extra),
      }
      return args
    },
    onNext: async (...[connection, , , { contextValue }, result]) => {
      await connection.extra.watch?.look()
      const { data = null, errors } = result
      if (!errors) return { data }
      return { data, errors: format(errors, (contextValue as GraphQLContext).requestId) }
    },
    onOperation: (...[{ extra }, id, { query }, args, result]) => {
      if (!(Symbol.asyncIterator in result)) return
      extra.streams.add(id)
      metrics.subscriptions.inc()
      const answer = answering(args, query, extra.watch?.rights ?? '', toPayload)
      return told(extra, id, result[Symbol.asyncIterator](), answer)
    },
    onComplete: (connection, id) => {
      if (connection.extra.streams.delete(id)) metrics.subscriptions.dec()
    },
    onError: (_connection, _id, _payload, errors) => format(errors, newId('request')),
  }
}

function keepAlive(socket: WebSocket): void {
  let answered = true
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, keepAliveMs)
  socket.on('pong', () => {
    answered = true
  })
  socket.once('close', () => clearInterval(timer))
}

/** A peer that does not answer a close is cut off, so that no mute socket stays. */
function closeFor(socket: WebSocket, code: number | undefined, reason: string | undefined): void {
  socket.close(code, reason)
  const timer = setTimeout(() => socket.terminate(), 1_000)
  socket.once('close', () => clearTimeout(timer))
}

function send(socket: WebSocket, message: string | Buffer): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > maxBufferedBytes) {
    metrics.slowReaders.inc()
    closeFor(socket, tryAgainLater, 'reads too slowly')
    return
  }
  socket.send(message, { binary: false })
}

export function makeSockets(): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  })
  const protocol = makeServer<Params, Extra>(makeOptions(makeGate(schema)))

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    socket.on('error', (err) => logger.debug({ err }, 'a socket broke'))
    keepAlive(socket)
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (message) => send(socket, message),
        close: (code, reason) => closeFor(socket, code, reason),
        onMessage: (take) => {
          socket.on('message', (data) => {
            take(String(data)).catch((err: unknown) => {
              logger.error({ err }, 'a socket message could not be handled')
              closeFor(socket, CloseCode.InternalServerError, 'hub.internal')
            })
          })
        },
      },
      { socket, request, streams: new Set() },
    )
    socket.once('close', (code, reason) => void closed(code, String(reason)))
  })

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request)),
    drain: async () => {
      for (const socket of server.clients) closeFor(socket, goingAway, 'Going away')
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Whether the browser would lend a person's session to this connection. */
export function carriesSession(request: IncomingMessage): boolean {
  return (request.headers.cookie ?? '').includes(`${sessionCookieName()}=`)
}
