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

/** What next-auth sets; the two that it does not need for e-mail links keep its defaults. */
export function authCookies() {
  const prefix = isSecureOrigin() ? '__Host-' : ''
  return {
    sessionToken: { name: sessionCookieName(), options: attributes() },
    csrfToken: { name: `${prefix}inthub.csrf`, options: attributes() },
    callbackUrl: { name: `${prefix}inthub.callback`, options: attributes() },
  }
}

/** The value of one cookie in a Cookie header; the first wins, as with every server. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
