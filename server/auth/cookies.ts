import { env } from '@/server/platform/env'

/**
 * Names and attributes of our cookies. On https the browser is told, by the prefix, to take them from this host only
 * and over TLS only. Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3
 */
export function isSecureOrigin(): boolean {
  return env().INTHUB_URL.startsWith('https:')
}

export function sessionCookieName(): string {
  return isSecureOrigin() ? '__Host-inthub.session' : 'inthub.session'
}

const attributes = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecureOrigin() })

/** As long as a person may take at a provider. */
const errandSeconds = 15 * 60
const errand = () => ({ ...attributes(), maxAge: errandSeconds })

/** What next-auth sets; all of it, so that none comes under a name without our prefix. */
export function authCookies() {
  const prefix = isSecureOrigin() ? '__Host-' : ''
  return {
    sessionToken: { name: sessionCookieName(), options: attributes() },
    csrfToken: { name: `${prefix}inthub.csrf`, options: attributes() },
    callbackUrl: { name: `${prefix}inthub.callback`, options: attributes() },
    pkceCodeVerifier: { name: `${prefix}inthub.pkce`, options: errand() },
    state: { name: `${prefix}inthub.state`, options: errand() },
    nonce: { name: `${prefix}inthub.nonce`, options: errand() },
  }
}

/** The wish to connect an account, while its owner is at the provider. */
export function connectCookie() {
  return { name: isSecureOrigin() ? '__Host-inthub.connect' : 'inthub.connect', options: errand() }
}

/** The value of one cookie in a Cookie header; the first wins, as with every server. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** All cookies of a header. A value that is not encoded as one should be is taken as it stands. */
export function parseCookies(header: string | null): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at < 1 || Object.hasOwn(cookies, name)) continue
    cookies[name] = decoded(pair.slice(at + 1).trim())
  }
  return cookies
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

type CookieOptions = ReturnType<typeof attributes> & { maxAge: number }

/** A Set-Cookie header. */
export function writeCookie(name: string, value: string, { maxAge, path, secure }: CookieOptions): string {
  const parts = [
    `${name}=${encodeURIComponent(value)}`,
    `Max-Age=${maxAge}`,
    `Path=${path}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
