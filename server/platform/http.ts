import { setMaxListeners } from 'node:events'
import type { Dispatcher } from 'undici'
import type { EgressPolicy } from '@/server/kernel/egress'
import {
  type HttpClient,
  HttpFailure,
  type HttpRequest,
  type HttpResponse,
  type HttpTimings,
} from '@/server/kernel/http'
import { type Connection, dropConnection, keepConnection, takeConnection } from './egress-connections'
import { endsWithHead, failureOf, totalTimeout } from './egress-failures'
import { checkedHeaders, checkedUrl, type Hop, nextHop } from './egress-request'
import { type Resolver, type SocketSettings, systemResolver } from './egress-socket'
import { noteSettings } from './http-stream'
import { tracedCall } from './tracing'

/**
 * The guarded HTTP client: every call of the hub to the outside goes through it. It guarantees that no forbidden
 * address is connected to, that a credential never follows a redirect to another origin, and that neither time nor
 * memory is the other side's to spend.
 */
export type HttpClientOptions = {
  policy: EgressPolicy
  /** The tenant's slug, as a refusal's grant command names it. */
  describeGrant?: string
  /** `http://[user:password@]host:port`, or https. The operator's choice, so not judged. */
  proxyUrl?: string | null
  resolve?: Resolver
}

const defaults = { connectTimeoutMs: 5_000, totalTimeoutMs: 10_000, maxBodyBytes: 1_048_576, maxRedirects: 5 }

type Answer = Omit<HttpResponse, 'redirects' | 'timings'> & { timings: Omit<HttpTimings, 'totalMs'> }
type Limits = { connectTimeoutMs: number; maxBodyBytes: number; signal: AbortSignal }

/** One for all: what is caught and said anew needs no trace of its own. */
const givenUp = new Error('The request was given up.')

function headersOf(raw: readonly (string | Buffer)[]): Record<string, string> {
  const headers = new Map<string, string>()
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = String(raw[i]).toLowerCase()
    const value = String(raw[i + 1])
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  headers.delete('__proto__')
  return Object.fromEntries(headers)
}

type Begun = { status: number; rawHeaders: readonly (string | Buffer)[]; firstByteMs: number }
type Received = Begun & { body: Buffer; truncated: boolean }

/** Sends over one connection and reads until the end, the limit of the body, or the signal. */
function receive({ client }: Connection, hop: Hop, limits: Limits): Promise<Received> {
  const startedAt = performance.now()
  const { signal, maxBodyBytes } = limits
  return new Promise((resolve, reject) => {
    let sending: Dispatcher.DispatchController | undefined
    let begun: Begun | undefined
    const chunks: Buffer[] = []
    let size = 0
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', onAbort)
      reject(error)
    }
    const end = (truncated: boolean) => {
      signal.removeEventListener('abort', onAbort)
      if (begun)
        resolve({ ...begun, body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks), truncated })
    }
    // Whoever called drops the connection, and with it a request that is not sent yet.
    const onAbort = () => {
      fail(givenUp)
      sending?.abort(givenUp)
    }
    if (signal.aborted) {
      reject(givenUp)
      return
    }
    signal.addEventListener('abort', onAbort)
    client.dispatch(
      {
        method: hop.method,
        path: `${hop.url.pathname}${hop.url.search}`,
        headers: hop.headers,
        body: hop.body ?? null,
      },
      {
        onRequestStart: (controller) => {
          sending = controller
        },
        onResponseStart: (controller, status) => {
          // Of an early hint more follows.
          if (status < 200) return
          const rawHeaders = controller.rawHeaders ?? []
          begun = {
            status,
            firstByteMs: performance.now() - startedAt,
            rawHeaders: Array.isArray(rawHeaders) ? rawHeaders : [],
          }
        },
        onResponseData: (controller, chunk) => {
          const room = maxBodyBytes - size
          if (room > 0) chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk)
          size += chunk.length
          if (size <= maxBodyBytes) return
          end(true)
          controller.abort(givenUp)
        },
        onResponseEnd: () => end(false),
        onResponseError: (_controller, error) => {
          if (begun && endsWithHead(error, begun.status)) end(false)
          else fail(error)
        },
      },
    )
  })
}

async function exchangeOn(connection: Connection, hop: Hop, limits: Limits): Promise<Answer> {
  const { status, rawHeaders, firstByteMs, body, truncated } = await receive(connection, hop, limits)
  const { opened } = connection
  return {
    status,
    headers: headersOf(rawHeaders),
    body,
    truncated,
    url: hop.url.href,
    timings: {
      dnsMs: connection.isReused ? null : (opened?.dnsMs ?? null),
      connectMs: connection.isReused ? null : (opened?.connectMs ?? null),
      tlsMs: connection.isReused ? null : (opened?.tlsMs ?? null),
      firstByteMs,
    },
    remoteAddress: opened?.remoteAddress ?? '',
    certificate: opened?.certificate ?? null,
  }
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

/** One request and its answer. A kept connection that turns out to be dead is replaced once. */
async function exchange(
  settings: SocketSettings,
  hop: Hop,
  limits: Limits,
  fresh = !isSafe(hop.method),
): Promise<Answer> {
  const connection = takeConnection(settings, hop.url.origin, hop.tls, {
    connectTimeoutMs: limits.connectTimeoutMs,
    fresh,
  })
  try {
    const answer = await exchangeOn(connection, hop, limits)
    if (answer.truncated) dropConnection(connection)
    else keepConnection(connection)
    return answer
  } catch (error) {
    dropConnection(connection)
    const failure = failureOf(error, hop.url.host)
    const isDead = failure instanceof HttpFailure && failure.reason === 'connection_reset'
    if (isDead && connection.isReused && !limits.signal.aborted) return exchange(settings, hop, limits, true)
    throw failure
  }
}

function firstHop(request: HttpRequest): Hop {
  const url = checkedUrl(request.url)
  return {
    method: request.method,
    url,
    headers: checkedHeaders(request.headers ?? {}),
    body: request.body,
    tls: request.tls,
    secretHeaders: request.secretHeaders ?? [],
  }
}

async function follow(settings: SocketSettings, request: HttpRequest, signal: AbortSignal) {
  const { connectTimeoutMs, maxBodyBytes, maxRedirects } = { ...defaults, ...withoutUndefined(request) }
  const visited = new Set<string>()
  let hop = firstHop(request)
  for (let redirects = 0; ; redirects += 1) {
    const answer = await exchange(settings, hop, { connectTimeoutMs, maxBodyBytes, signal }).catch((error: unknown) => {
      throw redirects > 0 ? afterRedirect(error) : error
    })
    const next = maxRedirects === 0 ? null : nextHop(hop, answer)
    if (!next) return { ...answer, redirects }
    visited.add(`${hop.method} ${hop.url.href}`)
    if (redirects >= maxRedirects || visited.has(`${next.method} ${next.url.href}`)) {
      throw new HttpFailure('redirect_loop', `${hop.url.host} redirects without end.`, {
        remedy: 'Check the base URL: use the address the service redirects to.',
      })
    }
    hop = next
  }
}

function afterRedirect(error: unknown): unknown {
  if (!(error instanceof HttpFailure) || error.reason !== 'egress_denied') return error
  return new HttpFailure('egress_denied', `The service redirects to a forbidden place. ${error.message}`, {
    ...(error.remedy && { remedy: error.remedy }),
    cause: error,
  })
}

function withoutUndefined(request: HttpRequest): Partial<typeof defaults> {
  const names = ['connectTimeoutMs', 'totalTimeoutMs', 'maxBodyBytes', 'maxRedirects'] as const
  return Object.fromEntries(names.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])))
}

async function send(settings: SocketSettings, request: HttpRequest): Promise<HttpResponse> {
  const startedAt = performance.now()
  const { totalTimeoutMs } = { ...defaults, ...withoutUndefined(request) }
  const stop = new AbortController()
  let isLate = false
  const giveUp = () => stop.abort(givenUp)
  const timer = setTimeout(() => {
    isLate = true
    giveUp()
  }, totalTimeoutMs)
  // Listened to: AbortSignal.any would cost more than the request. Many calls may share one signal.
  if (request.signal) {
    setMaxListeners(0, request.signal)
    request.signal.addEventListener('abort', giveUp)
    if (request.signal.aborted) giveUp()
  }
  try {
    const answer = await follow(settings, request, stop.signal)
    return { ...answer, timings: { ...answer.timings, totalMs: performance.now() - startedAt } }
  } catch (error) {
    if (request.signal?.aborted) throw new HttpFailure('aborted', 'The request was given up.', { cause: error })
    if (isLate) throw totalTimeout(checkedUrl(request.url).host, totalTimeoutMs)
    throw error
  } finally {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', giveUp)
  }
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings: SocketSettings = {
    policy: options.policy,
    tenant: options.describeGrant ?? '<tenant>',
    proxyUrl: options.proxyUrl ?? null,
    resolve: options.resolve ?? systemResolver,
  }
  const client: HttpClient = (request) => tracedCall(request, () => send(settings, request))
  noteSettings(client, settings)
  return client
}
