import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { graphiqlPage } from '@/graphql/graphiql'
import type { GraphqlHandler } from '@/graphql/http'
import { carriesSession, type Sockets } from '@/graphql/ws'
import { type ErrorCode, errorCatalog, HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { isTracing, traced } from '@/server/platform/tracing'
import { version } from '@/server/platform/version'
import { handleHook, isHookPath } from './hooks/http'
import { noteRequest, requestIdOf, routeOf, shownPath } from './http-access'
import { handleProxy, isProxyPath } from './proxy/http'
import type { ReadinessBoard } from './readiness'
import { handleRest, isRestPath } from './rest/app'
import { sendProblem } from './rest/problem'
import { referencePage, referencePath } from './rest/reference-page'
import type { Screens } from './screens'
import { isCrossSite, isForged, secure } from './security-headers'

/**
 * The one port: GraphQL over HTTP and sockets, the explorer and the operator's pages in front; Next takes the rest.
 * Every request, whoever answers it, gets an id, the security headers, a line in the log and a count.
 */
export type HttpParts = {
  graphql: GraphqlHandler
  sockets: Sockets
  readiness: ReadinessBoard
  /** Absent while Next is being prepared, and in processes without screens. */
  screens(): Screens | undefined
}

export type HttpServer = {
  port: number
  /** Takes no new connection; resolves when those at work are done, or cuts them off after the time given. */
  /** @param onCut hears when the patience is over, right before what is left is cut off */
  close(patienceMs: number, onCut?: () => void): Promise<void>
}

const bodyPatienceMs = 30_000
const maxHeaders = 100

type Call = { request: IncomingMessage; response: ServerResponse; path: string; requestId: Id<'request'> }
type Route = (call: Call, parts: HttpParts) => void | Promise<void>

function sendText({ response, requestId }: Call, status: number, code: ErrorCode): void {
  const { title, remedy } = errorCatalog[code]
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${title}. ${remedy}\n\n${code}\n${requestId}\n`)
}

function sendJson({ request, response }: Call, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`)
}

async function sendExplorer({ request, response }: Call): Promise<void> {
  const { html, compressed, etag } = await graphiqlPage()
  response.setHeader('etag', etag)
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  const zipped = request.headers['accept-encoding']?.includes('gzip') ?? false
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (zipped) response.setHeader('content-encoding', 'gzip')
  response.end(request.method === 'HEAD' ? undefined : zipped ? compressed : html)
}

function sendReference({ request, response }: Call): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  response.end(request.method === 'HEAD' ? undefined : referencePage)
}

const routes: Record<string, Route> = {
  [referencePath]: sendReference,
  '/graphql': ({ request, response, requestId }, { graphql }) => graphql.handle(request, response, requestId),
  '/graphiql': sendExplorer,
  '/health': (call) => sendJson(call, 200, { status: 'ok' }),
  '/ready': async (call, { readiness }) => {
    const found = await readiness.read()
    sendJson(call, found.ready ? 200 : 503, found)
  },
  '/version': (call) => sendJson(call, 200, { version, node: process.version }),
}

const readOnly = new Set([referencePath, '/graphiql', '/health', '/ready', '/version'])

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function screen(call: Call, { screens }: HttpParts): void | Promise<void> {
  if (!isReadable(call.path)) return sendText(call, 400, 'request.invalid')
  const next = screens()
  if (next) return next.handle(call.request, call.response)
  call.response.setHeader('retry-after', '2')
  sendText(call, 503, 'hub.unavailable')
}

function rest(call: Call, { readiness }: HttpParts): void | Promise<void> {
  const { request, response } = call
  if (isForged(request)) return sendProblem(request, response, new HubError('request.cross_site'), call)
  return handleRest({ ...call, readiness: () => readiness.read() })
}

/** A body has to be here in time. What flows through the proxy has limits of its own, which no clock of a whole body fits. */
function guardBody({ request, response }: Call): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) return
  const timer = setTimeout(() => {
    if (request.complete) return
    if (!response.headersSent) request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
    request.socket.destroySoon()
  }, bodyPatienceMs)
  const over = () => clearTimeout(timer)
  request.once('end', over).once('close', over)
}

async function dispatch(call: Call, parts: HttpParts): Promise<void> {
  const { request, response, path, requestId } = call
  if (isProxyPath(path)) {
    return handleProxy({ request, response, requestId, path: shownPath(path), isCrossSite: () => isCrossSite(request) })
  }
  guardBody(call)
  if (isHookPath(path)) return handleHook(call)
  response.setHeader('x-request-id', requestId)
  secure(request, response, path)
  if (isRestPath(path)) return rest(call, parts)
  if (isForged(request)) return sendText(call, 403, 'request.cross_site')
  const route = routes[path]
  if (!route) return screen(call, parts)
  if (readOnly.has(path) && request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendText(call, 405, 'request.invalid')
  }
  return route(call, parts)
}

/** Only the path: a query may hold a link's token, and an absolute-form target is judged like any other. */
function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/'
  if (!url.startsWith('/')) return URL.canParse(url) ? new URL(url).pathname : '/'
  return url.split('?', 1)[0] ?? '/'
}

/** In a span that lasts until the answer is out, for streams go on after they were begun. */
function trace(call: Call, parts: HttpParts): Promise<void> {
  const { request, response, path, requestId } = call
  const { method = 'GET', headers } = request
  const route = routeOf(path)
  const attributes = { 'http.request.method': method, 'http.route': route }
  return traced(`${method} ${route}`, { kind: 'server', carrier: headers, requestId, attributes }, async (span) => {
    const over = new Promise<void>((resolve) => response.once('close', resolve))
    await dispatch(call, parts)
    await over
    span?.setAttribute('http.response.status_code', response.statusCode)
  })
}

/**
 * What cannot be handled as it was meant. Node leaves headers that are too many out without a word, and among them may be
 * the length of the body, or the condition of a change.
 */
function misreadAs({ request }: Call): [status: number, code: ErrorCode] | null {
  if (request.rawHeaders.length > 2 * maxHeaders) return [431, 'request.too_large']
  return /^(?:\/|https?:\/\/)/i.test(request.url ?? '') ? null : [400, 'request.invalid']
}

function onRequest(parts: HttpParts, request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request)
  const requestId = requestIdOf(request)
  const call = { request, response, path, requestId }
  noteRequest(request, response, path, requestId)
  const misread = misreadAs(call)
  if (misread) {
    response.setHeader('connection', 'close')
    sendText(call, ...misread)
    return
  }
  const work = isTracing() ? trace(call, parts) : dispatch(call, parts)
  work.catch((err: unknown) => {
    logger.error({ err, requestId }, 'a request failed')
    if (response.headersSent) response.destroy()
    else sendText(call, 500, 'hub.internal')
  })
}

function refuseUpgrade(socket: Duplex, status: string, text: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${text}\n`)
}

/** A page of another site may open a socket to us, and a browser would lend it the person's cookie. */
function onUpgrade(parts: HttpParts, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  if (pathOf(request) === '/graphql') {
    if (isCrossSite(request) && (carriesSession(request) || request.headers.origin !== undefined)) {
      refuseUpgrade(socket, '403 Forbidden', 'request.cross_site')
      return
    }
    parts.sockets.upgrade(request, socket, head)
    return
  }
  if (isProxyPath(pathOf(request))) {
    refuseUpgrade(socket, '501 Not Implemented', 'The proxy passes on requests, and no sockets.')
    return
  }
  const forward = parts.screens()?.upgrade
  if (forward) forward(request, socket, head)
  else refuseUpgrade(socket, '404 Not Found', 'There is no socket here.')
}

/**
 * Waits for what is under way, and cuts off what takes longer. When it is done every answer has heard of its end: a server
 * is closed before the connections that it cut off are.
 */
function closing(server: Server, open: ReadonlySet<Promise<void>>) {
  return async (patienceMs: number, onCut: () => void = () => {}): Promise<void> => {
    const done = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const cut = setTimeout(() => {
      onCut()
      server.closeAllConnections()
    }, patienceMs)
    await done
    await Promise.all(open)
    clearInterval(idle)
    clearTimeout(cut)
  }
}

export async function startHttp(parts: HttpParts, port: number, host: string): Promise<HttpServer> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 0, keepAliveTimeout: 65_000 })
  // One more than is taken, so that it is seen when there are more.
  server.maxHeadersCount = maxHeaders + 1
  const open = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const over = new Promise<void>((resolve) => response.once('close', resolve)).then(() => {
      open.delete(over)
    })
    open.add(over)
    onRequest(parts, request, response)
  })
  server.on('upgrade', (request, socket, head) => onUpgrade(parts, request, socket, head))
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { port: (server.address() as AddressInfo).port, close: closing(server, open) }
}
