import { createRequire } from 'node:module'
import type { NextApiRequest, NextApiResponse } from 'next'
import type NextAuth from 'next-auth'
import { beginConnecting } from '@/server/domain/accounts/service'
import { findSession } from '@/server/domain/sessions/service'
import { env } from '@/server/platform/env'
import { forgetSession } from './context'
import { authCookies, connectCookie, parseCookies, sessionCookieName, writeCookie } from './cookies'
import { authOptions, ownAddress } from './next-auth'
import { signInProviders } from './providers'
import type { SignInErrorCode } from './sign-in-errors'

/**
 * What is asked below /api/auth, answered by next-auth behind three guards of our own: what a browser sends cannot
 * change what a provider is asked or what is logged, an errand to a provider leaves no cookie behind, and whoever wanted to connect an
 * account comes back to where they were. Next's route calls it, and so do the tests, without Next.
 */
type Mount = typeof NextAuth
let mount: Mount | undefined

/** Its module is CommonJS and would come in two shapes, bundled and not. */
function nextAuth(): Mount {
  mount ??= (createRequire(import.meta.url)('next-auth') as { default: Mount }).default
  return mount
}

type Fields = Record<string, string>
type Asked = {
  method: string
  action: string
  /** The provider's id; undefined also for what is no provider of ours. */
  provider: string | undefined
  isOAuth: boolean
  path: string[]
  query: Fields
  body: Fields
  cookies: Fields
  headers: Fields
}

const maxBodyBytes = 64_000

/** The beginning of a body; no more of it is taken in, for anybody may send one. */
async function beginningOf(request: Request): Promise<string> {
  const parts: Uint8Array[] = []
  let left = maxBodyBytes
  for await (const part of request.body ?? []) {
    parts.push(part.subarray(0, left))
    left -= part.length
    if (left <= 0) break
  }
  return Buffer.concat(parts).toString('utf8')
}

async function fieldsOf(request: Request): Promise<Fields> {
  if (request.method !== 'POST') return {}
  const text = await beginningOf(request)
  const isJson = request.headers.get('content-type')?.includes('application/json') ?? false
  if (!isJson) return Object.fromEntries(new URLSearchParams(text))
  try {
    const entries = Object.entries(JSON.parse(text) as object)
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}

/** An address to go on to, made one of our own at once: next-auth answers one it cannot read with an error of its own. */
function withOwnAddress(fields: Fields, name: string): Fields {
  const given = fields[name]
  return given === undefined ? fields : { ...fields, [name]: ownAddress(given, env().INTHUB_URL) }
}

async function read(request: Request): Promise<Asked> {
  const url = new URL(request.url)
  const path = url.pathname.split('/').slice(3)
  const [action = '', provider] = path
  return {
    method: request.method,
    action,
    provider,
    isOAuth: signInProviders().some(({ id }) => id === provider),
    path,
    // Next to the fields of a form a query would become parameters of the provider's own page.
    query: action === 'signin' ? {} : withOwnAddress(Object.fromEntries(url.searchParams), 'callbackUrl'),
    body: withOwnAddress(await fieldsOf(request), 'callbackUrl'),
    cookies: withOwnAddress(parseCookies(request.headers.get('cookie')), authCookies().callbackUrl.name),
    headers: Object.fromEntries(request.headers),
  }
}

/** Collects what next-auth answers, in the form of Next's older routes, which needs nothing of Next. */
class Reply {
  #status = 200
  #body = ''
  readonly #headers = new Map<string, string | string[]>()

  status = (code: number) => {
    this.#status = code
    return this
  }
  getHeader = (name: string) => this.#headers.get(name.toLowerCase())
  setHeader = (name: string, value: string | string[]) => {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }
  end = (text = '') => {
    this.#body = text
  }
  send = (body: unknown) => {
    this.#body = typeof body === 'string' ? body : JSON.stringify(body ?? {})
  }
  json = (body: unknown) => {
    this.setHeader('Content-Type', 'application/json')
    this.send(body)
  }

  toResponse(): Response {
    const headers = new Headers()
    for (const [name, value] of this.#headers) for (const each of [value].flat()) headers.append(name, each)
    return new Response(this.#body, { status: this.#status, headers })
  }
}

async function answerOf(asked: Asked): Promise<Response> {
  const { method, path, query, body, cookies, headers } = asked
  const options = authOptions({
    linkToken: asked.action === 'callback' && asked.provider === 'email' ? (query.token ?? null) : null,
    userAgent: headers['user-agent']?.slice(0, 300) ?? null,
    state: query.state ?? null,
    connectToken: cookies[connectCookie().name] || null,
    sessionToken: cookies[sessionCookieName()] ?? null,
  })
  const reply = new Reply()
  const request = { method, body, cookies, headers, query: { ...query, nextauth: path } }
  await nextAuth()(request as unknown as NextApiRequest, reply as unknown as NextApiResponse, options)
  return reply.toResponse()
}

/** The answer with another target, in the form the caller asked for. */
function leading(answer: Response, target: string, { body }: Asked): Response {
  const headers = new Headers(answer.headers)
  if (body.json === 'true') return new Response(JSON.stringify({ url: target }), { status: 200, headers })
  headers.set('location', target)
  return new Response(null, { status: 302, headers })
}

/** Where an answer leads, whether it says so in a header or, to a script, in its body. */
async function targetOf(answer: Response): Promise<URL | null> {
  const isJson = answer.headers.get('content-type')?.includes('application/json') ?? false
  const told = isJson ? ((await answer.clone().json()) as { url?: unknown }).url : answer.headers.get('location')
  return typeof told === 'string' && URL.canParse(told, env().INTHUB_URL) ? new URL(told, env().INTHUB_URL) : null
}

/** A refusal, told where the person was: on the page they connect from, else on the sign-in page. */
function placeOfError(code: string, { cookies }: Asked): string {
  const home = env().INTHUB_URL
  const wanted = new URL(ownAddress(cookies[authCookies().callbackUrl.name] ?? '/', home))
  if (cookies[connectCookie().name]) {
    wanted.searchParams.set('error', code)
    return wanted.href
  }
  const page = new URL('/sign-in', home)
  page.searchParams.set('error', code)
  const path = `${wanted.pathname}${wanted.search}`
  if (path !== '/' && wanted.pathname !== '/sign-in') page.searchParams.set('callbackUrl', path)
  return page.href
}

async function withoutDetour(answer: Response, asked: Asked): Promise<Response> {
  const target = await targetOf(answer)
  if (target?.pathname !== '/api/auth/error') return answer
  const told = target.searchParams.get('error') ?? 'OAuthCallback'
  const code: SignInErrorCode | string = asked.query.error === 'access_denied' ? 'AccessDenied' : told
  return leading(answer, placeOfError(code, asked), asked)
}

/** Back from the provider, whatever came of it: nothing of the errand can be used again. */
function forgetErrand(answer: Response): Response {
  const { pkceCodeVerifier, state, nonce } = authCookies()
  for (const { name, options } of [pkceCodeVerifier, state, nonce, connectCookie()]) {
    answer.headers.append('set-cookie', writeCookie(name, '', { ...options, maxAge: 0 }))
  }
  return answer
}

/** Off to the provider: with the wish to connect in a cookie when that is what was pressed, else without one. */
async function startErrand(answer: Response, asked: Asked): Promise<Response> {
  const { name, options } = connectCookie()
  const isOff = (await targetOf(answer))?.origin !== new URL(env().INTHUB_URL).origin
  if (asked.body.connect !== '1' || !isOff) {
    answer.headers.append('set-cookie', writeCookie(name, '', { ...options, maxAge: 0 }))
    return answer
  }
  const session = await findSession(asked.cookies[sessionCookieName()] ?? '')
  if (!session) return leading(answer, placeOfError('SessionRequired', asked), asked)
  const { token } = await beginConnecting(session.sessionId)
  answer.headers.append('set-cookie', writeCookie(name, token, options))
  return answer
}

/** Back from a provider that was switched off meanwhile, or from none. */
const isLost = ({ action, method, provider, isOAuth }: Asked) =>
  action === 'callback' && method === 'GET' && !isOAuth && provider !== 'email'

/**
 * A mailed link used from anywhere but our own page: another site could sign its visitors in as somebody it chose. A
 * browser says where a request comes from; one that does not say is no worse off than before.
 * Source: https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
const isFromElsewhere = ({ action, provider, headers }: Asked) =>
  action === 'callback' && provider === 'email' && (headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin'

/** The page with the button, which uses the link when it is pressed. */
function askFirst({ query }: Asked): Response {
  const page = new URL('/sign-in', env().INTHUB_URL)
  for (const name of ['token', 'email']) if (query[name]) page.searchParams.set(name, query[name])
  const wanted = new URL(query.callbackUrl ?? page.origin)
  page.searchParams.set('callbackUrl', `${wanted.pathname}${wanted.search}`)
  return new Response(null, { status: 302, headers: { location: page.href, 'referrer-policy': 'no-referrer' } })
}

export async function handleAuth(request: Request): Promise<Response> {
  const asked = await read(request)
  if (isFromElsewhere(asked)) return askFirst(asked)
  // next-auth would write into our log what anybody sends there.
  if (asked.action === '_log') return new Response(null, { status: 404 })
  if (isLost(asked)) return forgetErrand(leading(new Response(), placeOfError('OAuthCallback', asked), asked))
  const answer = await answerOf(asked)
  if (asked.action === 'signout') forgetSession(asked.cookies[sessionCookieName()] ?? '')
  if (!asked.isOAuth) return answer
  if (asked.action === 'callback') return forgetErrand(await withoutDetour(answer, asked))
  if (asked.action === 'signin' && asked.method === 'POST') {
    return startErrand(await withoutDetour(answer, asked), asked)
  }
  return answer
}
