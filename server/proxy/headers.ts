import { pathHeaders } from '@/server/kernel/calls'

/**
 * Which headers pass through the proxy. Upwards nothing of the hub's goes along: neither its key or cookie, nor where a
 * request came from. Downwards nothing comes that would speak for the hub's own origin.
 */

/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
]

const notUp = new Set<string>([
  ...hopByHop,
  ...pathHeaders,
  'authorization',
  'content-length',
  'cookie',
  'cookie2',
  'expect',
  'forwarded',
  'host',
  'origin',
  'referer',
  'via',
  'x-real-ip',
  'x-request-id',
  'true-client-ip',
  'cf-connecting-ip',
])
const notUpBeginnings = ['x-inthub-', 'x-forwarded-', 'sec-fetch-', 'sec-ch-']

/** What speaks for an origin, and would be believed of the hub's. */
const notDown = new Set([
  ...hopByHop,
  'alt-svc',
  'alternate-protocol',
  'cdn-cache-control',
  'clear-site-data',
  'content-security-policy',
  'content-security-policy-report-only',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'document-policy',
  'nel',
  'origin-agent-cluster',
  'permissions-policy',
  'public-key-pins',
  'referrer-policy',
  'refresh',
  'report-to',
  'reporting-endpoints',
  'service-worker-allowed',
  'set-cookie',
  'set-cookie2',
  'sourcemap',
  'speculation-rules',
  'strict-transport-security',
  'supports-loading-mode',
  'surrogate-control',
  // It would make a client bring its key, which is the hub's, to wherever the challenge says.
  'www-authenticate',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-frame-options',
])
const notDownBeginnings = ['x-inthub-', 'access-control-', 'x-accel-', 'x-sendfile']

/** Never run as a page, a script or a frame of the hub's origin. */
const safeguards = [
  'content-security-policy',
  "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options',
  'nosniff',
  'cross-origin-resource-policy',
  'same-origin',
]

const noNames: ReadonlySet<string> = new Set()

/** The headers that a Connection header names. */
function namedIn(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return noNames
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()))
}

const begins = (name: string, beginnings: readonly string[]) => beginnings.some((one) => name.startsWith(one))

/** Any header may hold a key: some clients send it under the service's own name. */
const holdsKey = (value: string) => value.includes('ihk_')

/** Remembered, for the names are few and come again with each request; bounded, for a caller may make them up. */
function remembering(decide: (lower: string) => boolean): (name: string) => string | null {
  const known = new Map<string, string | null>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const lower = name.toLowerCase()
    const decided = decide(lower) ? lower : null
    if (known.size < 2_000 && name.length < 100) known.set(name, decided)
    return decided
  }
}

const upward = remembering((name) => !notUp.has(name) && !begins(name, notUpBeginnings))
const downward = remembering((name) => !notDown.has(name) && !begins(name, notDownBeginnings))

/** The caller's headers as they may go up: names in lower case and values in turn. */
export function headersUp(raw: readonly string[], connection: string | undefined): string[] {
  const named = namedIn(connection)
  const headers: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = upward(raw[at] ?? '')
    const value = raw[at + 1] ?? ''
    if (name !== null && !named.has(name) && !holdsKey(value)) headers.push(name, value)
  }
  return headers
}

/** Answers to one caller are nobody else's, whatever the service thought of strangers. */
function ownCaching(value: string): string {
  const kept = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(public|private|s-maxage|proxy-revalidate)\b/i.test(part))
  return ['private', ...kept].join(', ')
}

export type Rewriting = (name: string, value: string) => string
const pointing = new Set(['location', 'content-location', 'link'])

function adjusted(name: string, value: string, rewrite: Rewriting): string {
  if (name === 'cache-control') return ownCaching(value)
  return pointing.has(name) ? rewrite(name, value) : value
}

export type HeadersDown = {
  /** Names and values in turn. */
  headers: string[]
  /** What the answer said of its length; null when its end is told otherwise. */
  length: number | null
}

const headerOf = (pairs: readonly string[], name: string) => {
  for (let at = 0; at + 1 < pairs.length; at += 2) if (pairs[at] === name) return pairs[at + 1]
  return undefined
}

/**
 * The answer's headers as they may go down, and the safeguards.
 *
 * @param pairs names in lower case and values in turn
 */
export function headersDown(pairs: readonly string[], rewrite: Rewriting): HeadersDown {
  const named = namedIn(headerOf(pairs, 'connection')?.toLowerCase())
  const headers: string[] = []
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const name = downward(pairs[at] ?? '')
    if (name === null || named.has(name)) continue
    const value = adjusted(name, pairs[at + 1] ?? '', rewrite)
    headers.push(name === 'x-request-id' ? 'x-inthub-upstream-request-id' : name, value)
  }
  const length = headerOf(headers, 'content-length')
  headers.push(...safeguards)
  if (headerOf(headers, 'cache-control') === undefined) headers.push('cache-control', 'private')
  return { headers, length: length === undefined ? null : Number(length) }
}

/** What may follow a body: nothing that says anything of the message or of who may see it. */
export function trailersDown(raw: readonly Buffer[]): Record<string, string> {
  const trailers: [string, string][] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = downward(raw[at]?.toString('latin1') ?? '')
    if (name === null || /^(content-|cache-control$|location$|link$|authorization$|host$)/.test(name)) continue
    trailers.push([name, raw[at + 1]?.toString('latin1') ?? ''])
  }
  return Object.fromEntries(trailers)
}
