import { callRequest, HttpFailure, injectedHeaders } from '@/connectors/kit'
import { type CallMethod, callMethods, holdsHubKey, methodHeaders, pathHeaders } from '@/server/kernel/calls'
import { HubError } from '@/server/kernel/errors'
import type { HttpRequest } from '@/server/kernel/http'
import { climbsOut } from '@/server/kernel/paths'
import type { CallRequest, CallTarget, QueryValue } from './call'

/**
 * What a caller asked for, as a request below the base URL of the integration, still without a credential. Guarantees
 * that no path, query or header of the caller's moves it elsewhere, ends the message early, or stands in the place of
 * what the connector injects.
 */
export type PreparedCall = {
  method: CallMethod
  /** As the log shows it: below the base URL, without its query. */
  path: string
  request: HttpRequest
  requestBytes: number
  /** The caller takes a web page for an answer. */
  takesPages: boolean
  /** The caller asks for a part, or only for what is new: nothing that was kept may be answered. */
  isConditional: boolean
}

const maxRequestBytes = 10 * 1024 * 1024
const maxHeaders = 100
const maxHeaderLength = 8_192

const invalid = (path: string, message: string) =>
  new HubError('request.invalid', undefined, { fields: [{ path, message }] })

/** Of the connection, of the sender, or a credential: never the caller's to set. */
const never = new Set([
  ...['accept-encoding', 'authorization', 'connection', 'content-length', 'cookie', 'cookie2', 'expect', 'forwarded'],
  ...['host', 'http2-settings', 'keep-alive', 'origin', 'proxy-authenticate', 'proxy-authorization'],
  ...['proxy-connection', 'referer', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via', 'x-real-ip'],
  ...pathHeaders,
])
const overriding: ReadonlySet<string> = new Set(methodHeaders)
const isNever = (name: string) =>
  never.has(name) || name.startsWith('x-forwarded-') || name.startsWith('x-inthub-') || name.startsWith('sec-')

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]{1,200}$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

function requireSendable(name: string, value: unknown): void {
  if (!headerName.test(name)) throw invalid('headers', 'has a name that cannot be sent')
  if (typeof value !== 'string' || !headerValue.test(value) || value.length > maxHeaderLength)
    throw invalid(`headers.${name}`, 'holds what cannot be sent')
  if (overriding.has(name)) throw invalid(`headers.${name}`, 'names another method: send that one itself')
}

/** The caller's headers that may go on, in lower case. What may not is left out without a word. */
export function callerHeaders(target: CallTarget, given: Readonly<Record<string, string>>): Record<string, string> {
  const injected = new Set(injectedHeaders(target.connector, target.settings))
  // What a header of the connection names belongs to the connection, too.
  const named = new Set(
    Object.entries(given)
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(',').map((one) => one.trim().toLowerCase())),
  )
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase()
    if (isNever(lower) || injected.has(lower) || named.has(lower)) continue
    requireSendable(lower, value)
    // Some clients send their key under the service's own name, and the service must not get it.
    if (!holdsHubKey(value)) kept[lower] = value
  }
  if (Object.keys(kept).length > maxHeaders) throw invalid('headers', `may be ${maxHeaders} at most`)
  return kept
}

const lowered = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** Beyond 2^53 an integer was read as its neighbour, and what is no number at all is written as null. */
const isInexact = (value: unknown) =>
  typeof value === 'number' && (Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value))

/** Walked with a list of our own: a caller decides how deep it goes. */
function hasInexactNumber(body: unknown): boolean {
  const seen = new Set<object>()
  const waiting: unknown[] = [body]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (isInexact(value)) return true
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const inner of Object.values(value)) waiting.push(inner)
  }
  return false
}

type Body = { body: string | Buffer | undefined; type: string | undefined }

function bodyOf(given: CallRequest['body']): Body {
  if (given === undefined || given === null) return { body: undefined, type: undefined }
  if (Buffer.isBuffer(given)) return { body: given, type: undefined }
  if (typeof given === 'string') return { body: given, type: 'text/plain; charset=utf-8' }
  if (hasInexactNumber(given))
    throw invalid(
      'body',
      'holds a number that would be sent as another one: send the body as text, with its content-type',
    )
  return { body: JSON.stringify(given), type: 'application/json' }
}

function addQuery(url: URL, query: NonNullable<CallRequest['query']>): void {
  for (const [name, value] of Object.entries(query)) {
    const all: readonly QueryValue[] = Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue]
    for (const one of all) if (one !== undefined && one !== null) url.searchParams.append(name, String(one))
  }
}

/** A credential goes to its own host only, and what looks like another one must not seem to have been asked. */
const wholeAddress = /^[a-z][a-z0-9+.-]*:\/\//i

function lineOf({ line, method, path }: CallRequest): string {
  if (line !== undefined) return line
  if (!method || !callMethods.includes(method)) throw invalid('method', `has to be one of ${callMethods.join(', ')}`)
  if (typeof path !== 'string' || path.length > 8_000) throw invalid('path', 'has to be a path below the base URL')
  if (wholeAddress.test(path))
    throw invalid('path', 'is a whole address: give what lies below the base URL, such as /user')
  if (climbsOut(path.split('?')[0] ?? '')) throw invalid('path', 'leads out of the base URL')
  return `${method} ${path.startsWith('/') ? path : `/${path}`}`
}

const keyInAddress = ({ line }: CallRequest) =>
  invalid(line === undefined ? 'path' : 'input', 'holds a key of the hub: revoke it, for a URL stands in logs')

function requestOf(target: CallTarget, request: CallRequest): HttpRequest & { method: CallMethod } {
  const values = request.line === undefined ? null : (request.values ?? {})
  try {
    const built = callRequest(target.settings, lineOf(request), values)
    const url = new URL(built.url)
    addQuery(url, request.query ?? {})
    if (holdsHubKey(url.href)) throw keyInAddress(request)
    return { ...built, url: url.href }
  } catch (error) {
    if (error instanceof HttpFailure) throw invalid(request.line ? 'input' : 'path', error.message)
    throw error
  }
}

/** The path below the base URL, without a secret that somebody wrote into it. */
function shownPath(target: CallTarget, url: string): string {
  const base = new URL(target.settings.baseUrl).pathname.replace(/\/+$/, '')
  let path = new URL(url).pathname.slice(base.length) || '/'
  for (const value of Object.values(target.settings.secrets)) {
    if (value.length >= 4) path = path.replaceAll(value, '…').replaceAll(encodeURIComponent(value), '…')
  }
  return path.slice(0, 2_000)
}

/** @throws {HubError} request.invalid, request.too_large */
export function prepareCall(target: CallTarget, given: CallRequest): PreparedCall {
  const request = requestOf(target, given)
  const { body, type } = bodyOf(given.body)
  if (body !== undefined && request.method === 'HEAD') throw invalid('body', 'cannot be sent with HEAD')
  const requestBytes = body === undefined ? 0 : Buffer.byteLength(body)
  if (requestBytes > maxRequestBytes) throw new HubError('request.too_large', 'A body may have 10 MiB.')
  const own = callerHeaders(target, given.headers ?? {})
  const key = given.idempotencyKey ?? undefined
  const headers = {
    accept: 'application/json, */*;q=0.5',
    ...(type !== undefined && { 'content-type': type }),
    ...lowered(target.connector.manifest.headers),
    ...own,
    // Services that know it do the same thing once, however often it is tried.
    ...(key !== undefined && own['idempotency-key'] === undefined && { 'idempotency-key': key }),
  }
  return {
    method: request.method,
    path: shownPath(target, request.url),
    request: { ...request, headers, ...(body !== undefined && { body }) },
    requestBytes,
    takesPages: /text\/html|application\/xhtml/i.test(own.accept ?? '') || request.method === 'HEAD',
    isConditional: ['if-none-match', 'if-modified-since', 'if-match', 'range'].some((name) => own[name] !== undefined),
  }
}
