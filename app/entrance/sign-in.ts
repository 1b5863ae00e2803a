/**
 * A browser's way to next-auth: every act that changes something is a POST with its token against forged requests.
 * The answer is where to go; the browser goes there itself, for the content policy lets no form lead to another site.
 */
async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, ...fields, json: 'true' }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  const { url } = (await answer.json()) as { url?: string }
  return new URL(url ?? '/sign-in', window.location.origin)
}

/** Goes to a provider and comes back to `callbackUrl`, signed in; with `connect` its account is added to one's own. */
export async function continueWith(provider: string, callbackUrl: string, more: { connect?: '1' } = {}): Promise<void> {
  const target = await post(`signin/${encodeURIComponent(provider)}`, { callbackUrl, ...more })
  window.location.assign(target.href)
}

/** Asks for a link by mail. */
export async function askForLink(email: string, callbackUrl: string): Promise<void> {
  const { pathname, search } = await post('signin/email', { email, callbackUrl })
  window.location.assign(pathname + search)
}

export async function signOut(callbackUrl: string): Promise<void> {
  await post('signout', { callbackUrl })
  window.location.assign(callbackUrl)
}
