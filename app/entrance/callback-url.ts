/** Where to go after signing in: a path of this hub, or the start page. Never another site. */
export function safeCallback(value: string | undefined): string {
  if (!value) return '/'
  try {
    const url = new URL(value, 'http://hub.invalid')
    return url.origin === 'http://hub.invalid' ? `${url.pathname}${url.search}` : '/'
  } catch {
    return '/'
  }
}

/** The address that turns a one-time token into a session; next-auth answers there. */
export function sessionAddress(token: string, email: string, callbackUrl: string): string {
  return `/api/auth/callback/email?${new URLSearchParams({ token, email, callbackUrl })}`
}
