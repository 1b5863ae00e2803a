import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { type HttpClient, HttpFailure, type HttpTimings, type TlsSettings } from '@/server/kernel/http'
import { type Connection, dropConnection, keepConnection, placeOf, takeConnection } from './egress-connections'
import { endsWithHead, failureOf } from './egress-failures'
import type { SocketSettings } from './egress-socket'

/**
 * The streaming sibling of the guarded client: the same sockets, judgement and connections, but body and answer pass
 * through as they come, with back-pressure both ways, so that memory stays constant whatever their size. Redirects are
 * answers like any other here. Instead of a cap there are limits of time: until the answer begins, between two bytes,
 * and in all.
 */
export type StreamLimits = {
  connectTimeoutMs: number
  /** From the last byte that was sent until the answer begins. */
  headTimeoutMs: number
  /** Without a byte in either direction. */
  idleTimeoutMs: number
  totalTimeoutMs: number
}

export type StreamOrder = {
  method: string
  /** Path and query as they go out: checked by whoever made them. */
  target: string
  /** Names in lower case and values in turn; without those that say where a message ends. */
  headers: readonly string[]
  /** Destroyed when it is no longer read from. A buffer can be sent again, a stream cannot. */
  body: Readable | Buffer | null
  /** May be sent again on another connection when a kept one turns out to be dead. */
  repeatable: boolean
  limits: StreamLimits
}

export type StreamHead = {
  status: number
  /** Names and values in turn, as they came. */
  rawHeaders: readonly Buffer[]
  timings: Omit<HttpTimings, 'totalMs'>
}

/** What is told of an answer: a head, chunks, an end; or a failure at any point, and nothing after it. */
export type StreamSink = {
  onHead(head: StreamHead): void
  /** False: nothing more comes until {@link Streaming.resume}. */
  onChunk(chunk: Buffer): boolean
  onEnd(rawTrailers: readonly Buffer[]): void
  onFailure(error: unknown): void
}

export type Streaming = {
  /** The reader can take more. */
  resume(): void
  /** Bytes of the request moved, so it is not idle. */
  moved(): void
  /** Ends it without another word to the sink. */
  abort(): void
}

/** Sends to one origin. The place of its connections is worked out once. */
export type StreamSender = (order: StreamOrder, sink: StreamSink) => Streaming

/** Which settings a guarded client was made with; known to its streaming sibling alone. */
const settingsOf = new WeakMap<HttpClient, SocketSettings>()

export function noteSettings(client: HttpClient, settings: SocketSettings): void {
  settingsOf.set(client, settings)
}

/** One for all: what is caught and said anew needs no trace of its own. */
const givenUp = new Error('The stream was given up.')
const noHeaders: readonly Buffer[] = []
/** A connection that waited longer may be closed by the other side just now, which only a repeatable request survives. */
const surelyAliveMs = 1_000

type Route = { settings: SocketSettings; origin: string; tls: TlsSettings | undefined; place: string; host: string }

/** @returns the streaming sibling of a client that `createHttpClient` made, for one origin. */
export function streamSender(client: HttpClient, origin: string, tls?: TlsSettings): StreamSender {
  const settings = settingsOf.get(client)
  if (!settings) throw new Error('This client was not made by createHttpClient.')
  const route = { settings, origin, tls, place: placeOf(settings, origin, tls), host: new URL(origin).host }
  return (order, sink) => new Exchange(route, order, sink)
}

const buffersOf = (raw: unknown): readonly Buffer[] => (Array.isArray(raw) ? raw : noHeaders)
const isBuffered = (body: StreamOrder['body']) => body === null || Buffer.isBuffer(body)

class Exchange implements Streaming, Dispatcher.DispatchHandler {
  readonly #route: Route
  readonly #order: StreamOrder
  readonly #sink: StreamSink
  readonly #startedAt = performance.now()
  readonly #total: NodeJS.Timeout
  #quiet: NodeJS.Timeout
  #connection: Connection
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #isOver = false

  constructor(route: Route, order: StreamOrder, sink: StreamSink) {
    this.#route = route
    this.#order = order
    this.#sink = sink
    const { limits, body } = order
    this.#total = setTimeout(() => this.#late(`took longer than ${limits.totalTimeoutMs} ms`), limits.totalTimeoutMs)
    this.#quiet = this.#watch(isBuffered(body) ? limits.headTimeoutMs : limits.idleTimeoutMs)
    if (body && !Buffer.isBuffer(body)) body.once('end', () => this.#uploaded())
    this.#connection = this.#take(false)
    this.#dispatch()
  }

  #take(fresh: boolean): Connection {
    const { settings, origin, tls, place } = this.#route
    const { repeatable, limits } = this.#order
    const wish = { connectTimeoutMs: limits.connectTimeoutMs, fresh, place, ...(!repeatable && { surelyAliveMs }) }
    return takeConnection(settings, origin, tls, wish)
  }

  #watch(ms: number): NodeJS.Timeout {
    return setTimeout(
      () => this.#late(this.#hasHead ? `was silent for ${ms} ms` : `did not answer within ${ms} ms`),
      ms,
    )
  }

  #uploaded(): void {
    if (this.#hasHead || this.#isOver) return
    clearTimeout(this.#quiet)
    this.#quiet = this.#watch(this.#order.limits.headTimeoutMs)
  }

  #dispatch(): void {
    const { method, target, headers, body } = this.#order
    this.#connection.client.dispatch(
      { method: method as Dispatcher.HttpMethod, path: target, headers: headers as string[], body },
      this,
    )
  }

  resume(): void {
    this.#quiet.refresh()
    this.#controller?.resume()
  }

  moved(): void {
    this.#quiet.refresh()
  }

  abort(): void {
    if (this.#isOver) return
    this.#finish()
    dropConnection(this.#connection)
  }

  get #hasHead(): boolean {
    return this.#status > 0
  }

  #finish(): void {
    this.#isOver = true
    clearTimeout(this.#quiet)
    clearTimeout(this.#total)
  }

  #late(words: string): void {
    const { host } = this.#route
    this.#fail(
      new HttpFailure('total_timeout', `${host} ${words}.`, {
        remedy: 'Check that the service is well and not overloaded.',
      }),
    )
  }

  #fail(error: unknown): void {
    if (this.#isOver) return
    this.#finish()
    dropConnection(this.#connection)
    this.#sink.onFailure(error)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#isOver) controller.abort(givenUp)
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    // Of an early hint more follows.
    if (status < 200 || this.#isOver) return
    const { opened, isReused } = this.#connection
    this.#status = status
    clearTimeout(this.#quiet)
    this.#quiet = this.#watch(this.#order.limits.idleTimeoutMs)
    const known = isReused ? null : opened
    this.#sink.onHead({
      status,
      rawHeaders: buffersOf(controller.rawHeaders),
      timings: {
        dnsMs: known?.dnsMs ?? null,
        connectMs: known?.connectMs ?? null,
        tlsMs: known?.tlsMs ?? null,
        firstByteMs: performance.now() - this.#startedAt,
      },
    })
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return
    this.#quiet.refresh()
    if (!this.#sink.onChunk(chunk)) controller.pause()
  }

  onResponseEnd(controller: Dispatcher.DispatchController): void {
    if (this.#isOver) return
    this.#finish()
    // A body that is still being sent holds its connection: undici closes it.
    keepConnection(this.#connection)
    this.#sink.onEnd(buffersOf(controller.rawTrailers))
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#isOver) return
    if (endsWithHead(error, this.#status)) {
      this.#finish()
      dropConnection(this.#connection)
      this.#sink.onEnd(noHeaders)
      return
    }
    const failure = failureOf(error, this.#route.host)
    const isDead = failure instanceof HttpFailure && failure.reason === 'connection_reset'
    const { repeatable, body } = this.#order
    if (isDead && this.#connection.isReused && !this.#hasHead && repeatable && isBuffered(body)) {
      dropConnection(this.#connection)
      this.#connection = this.#take(true)
      this.#dispatch()
      return
    }
    this.#fail(failure)
  }
}
