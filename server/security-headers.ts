import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { graphiqlPolicy } from '@/graphql/graphiql'
import { offeredProviders } from '@/server/auth/providers'
import { env } from '@/server/platform/env'
import { referencePath, referencePolicy } from './rest/reference-page'

/**
 * What a browser is told about our pages, and which requests of browsers are refused. Scripts run only with this
 * request's nonce; Next reads it from the request's own policy header and puts it on what it renders.
 */
const hostPattern = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i

/** Older browsers do not count a socket to the same host as 'self'. */
function socketOrigins(host: string | undefined): string[] {
  const named = new URL(env().INTHUB_URL)
  const own = `${named.protocol === 'https:' ? 'wss' : 'ws'}://${named.host}`
  return host && hostPattern.test(host) && host !== named.host ? [own, `ws://${host}`, `wss://${host}`] : [own]
}

/** Where a form of this page may end: without a script, the buttons of the sign-in page lead on to a provider. */
function formTargets(path: string): string {
  return path === '/sign-in'
    ? offeredProviders()
        .map((provider) => ` ${provider.host}`)
        .join('')
    : ''
}

/** The policy of our pages. Only `next dev` evaluates code and writes styles without a nonce. */
export function pagePolicy(nonce: string, host: string | undefined, isDev: boolean, path = '/'): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ''}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketOrigins(host).join(' ')}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${formTargets(path)}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

const fixed: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not "no-referrer": a browser would then send "Origin: null" with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Pages that are no pages of Next: each has what it needs, and no more. */
const ownPolicies: Record<string, string> = { '/graphiql': graphiqlPolicy, [referencePath]: referencePolicy }

/** Sets the headers of every answer, and hands the nonce and the address to Next. */
export function secure(request: IncomingMessage, response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value)
  if (env().INTHUB_URL.startsWith('https:')) {
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  const own = ownPolicies[path]
  if (own) {
    response.setHeader('content-security-policy', own)
    return
  }
  const nonce = randomBytes(16).toString('base64')
  const policy = pagePolicy(nonce, request.headers.host, env().INTHUB_MODE === 'development', path)
  response.setHeader('content-security-policy', policy)
  // What a client sends under these names must not reach a page.
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  request.headers['x-inthub-path'] = request.url ?? path
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  if (origin === env().INTHUB_URL) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}

/** Whether another site made a browser send this. What is no browser sends neither header. */
export function isCrossSite({ headers }: IncomingMessage): boolean {
  if (headers.origin !== undefined) return !isOwnOrigin(headers.origin, headers.host)
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A request that could change something and comes from another site. */
export function isForged(request: IncomingMessage): boolean {
  return !safeMethods.has(request.method ?? 'GET') && isCrossSite(request)
}
