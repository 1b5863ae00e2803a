import { HttpFailure, type HttpRequest, type TlsSettings } from '@/server/kernel/http'

/**
 * What may be sent, and what is left of it after a redirect. Nothing here ever quotes a value: a header may be a
 * credential and a URL may carry one by mistake.
 */
export type Hop = {
  method: HttpRequest['method']
  url: URL
  headers: Record<string, string>
  body: HttpRequest['body'] | undefined
  tls: TlsSettings | undefined
  secretHeaders: readonly string[]
}

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i
/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/
/** The client's own: they say where a message ends, to whom it goes, and how it is packed. */
const ownHeaders = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
/** All that another origin gets to see after a redirect. Anything else may be a credential under a name of its own. */
const harmlessHeaders = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent'])

const badRequest = (message: string) => new HttpFailure('bad_request', message)

/** @throws {HttpFailure} bad_request */
export function checkedUrl(text: string): URL {
  // The parser would drop tabs and line breaks and turn "\" into "/", all silently.
  if (/[\s\\]|\p{Cc}/u.test(text)) throw badRequest('The URL contains a space, a backslash or a control character.')
  if (!URL.canParse(text)) throw badRequest('The URL is not valid.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw badRequest('The URL has to begin with https:// or http://.')
  if (url.username || url.password) throw badRequest('The URL contains a user name or a password.')
  return url
}

/** @throws {HttpFailure} bad_request */
export function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  const checked: Record<string, string> = { 'user-agent': 'inthub', accept: '*/*' }
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) throw badRequest('The name of a header is not valid.')
    const lower = name.toLowerCase()
    if (ownHeaders.has(lower)) throw badRequest(`The header ${lower} cannot be set.`)
    if (!headerValue.test(value)) throw badRequest(`The header ${lower} contains a character that cannot be sent.`)
    checked[lower] = value
  }
  // Never packed: what is counted is what arrives, so no small answer can grow into a large one.
  checked['accept-encoding'] = 'identity'
  return checked
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)
const redirectRefused = (message: string) =>
  new HttpFailure('redirect_refused', message, {
    remedy: 'Check the base URL: use the address the service redirects to, if you trust it.',
  })

function locationOf(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw redirectRefused(`${from.host} redirects to something that is not a URL.`)
  const url = new URL(location, from)
  if (url.protocol === 'http:' && from.protocol === 'https:') {
    throw redirectRefused(`${from.host} redirects from https to http, where everybody on the way can read along.`)
  }
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.username || url.password)
    throw redirectRefused(`${from.host} redirects to a URL that is not followed.`)
  return url
}

/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
function methodAfter(hop: Hop, status: number): Hop['method'] {
  if (status === 307 || status === 308 || hop.method === 'GET' || hop.method === 'HEAD') return hop.method
  if (status === 303 || hop.method === 'POST') return 'GET'
  return hop.method
}

const without = (headers: Record<string, string>, isDropped: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isDropped(name)))

/**
 * Where the answer sends the request, or null when it does not. On another origin it goes without credential and
 * client certificate, and they do not come back on the way home.
 *
 * @throws {HttpFailure} redirect_refused
 */
export function nextHop(hop: Hop, answer: { status: number; headers: Record<string, string> }): Hop | null {
  const { location } = answer.headers
  if (!isRedirect(answer.status) || location === undefined) return null
  const url = locationOf(hop.url, location)
  const method = methodAfter(hop, answer.status)
  const body = method === hop.method ? hop.body : undefined
  const headers = body === undefined ? without(hop.headers, (name) => name.startsWith('content-')) : hop.headers
  if (url.origin === hop.url.origin) return { ...hop, url, method, body, headers }
  if (body !== undefined) throw redirectRefused(`${hop.url.host} redirects a request with a body to another place.`)
  const secret = new Set(hop.secretHeaders)
  return {
    method,
    url,
    body,
    headers: without(headers, (name) => secret.has(name) || !harmlessHeaders.has(name)),
    tls: hop.tls?.ca === undefined ? undefined : { ca: hop.tls.ca },
    secretHeaders: [],
  }
}
