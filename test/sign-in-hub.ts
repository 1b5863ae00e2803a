import { handleAuth } from '@/server/auth/handler'
import { lendOriginToNextAuth, overrideEnv } from '@/server/platform/env'
import type { Browser, Page } from './browser'
import { bodyOf, listening, type SignInProvider } from './sign-in-provider'

/** The hub's side of signing in, without Next: what is below /api/auth is answered as there, all else is a page. */
export type SignInHub = { url: string; close(): Promise<void> }

export async function startSignInHub(): Promise<SignInHub> {
  const hub = await listening(async (request, response) => {
    const { method = 'GET', headers, url = '/' } = request
    if (!url.startsWith('/api/auth')) return response.end('a page of the hub')
    const given = new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]))
    const body = method === 'POST' ? { body: await bodyOf(request) } : {}
    const address = new URL(url, `http://${headers.host}`)
    const answer = await handleAuth(new Request(address, { method, headers: given, ...body }))
    response.writeHead(answer.status, [...answer.headers].flat())
    response.end(await answer.text())
  })
  overrideEnv({
    ...{ AUTH_SECRET: 'a secret of thirty-two characters or more', INTHUB_URL: hub.url, LOG_LEVEL: 'silent' },
  })
  lendOriginToNextAuth()
  return hub
}

export function offerGithub({ url, clientId, clientSecret }: SignInProvider): void {
  overrideEnv({ AUTH_GITHUB_ID: clientId, AUTH_GITHUB_SECRET: clientSecret, AUTH_GITHUB_URL: url })
}

export function offerIssuer({ url, clientId, clientSecret }: SignInProvider): void {
  overrideEnv({ AUTH_OIDC_ISSUER: url, AUTH_OIDC_ID: clientId, AUTH_OIDC_SECRET: clientSecret })
}

export type Start = { connect?: boolean; callbackUrl?: string; headers?: Record<string, string>; query?: string }

/** Presses "Continue with …": the address of the provider's page. */
export async function begin(hub: SignInHub, browser: Browser, provider: string, options: Start = {}): Promise<URL> {
  const { connect, callbackUrl = '/acme', headers = {}, query = '' } = options
  const { csrfToken } = JSON.parse((await browser.ask(`${hub.url}/api/auth/csrf`)).text) as { csrfToken: string }
  const fields = { csrfToken, callbackUrl, json: 'true', ...(connect && { connect: '1' }) }
  const { text } = await browser.ask(`${hub.url}/api/auth/signin/${provider}${query}`, {
    ...{ method: 'POST', headers, body: new URLSearchParams(fields) },
  })
  return new URL((JSON.parse(text) as { url: string }).url)
}

/** All of it, at a provider where one chooses whom to be: ends on a page of the hub. */
export async function signIn(
  hub: SignInHub,
  browser: Browser,
  [provider, who]: [string, string],
  options: Start = {},
): Promise<Page> {
  const choice = await browser.open(await begin(hub, browser, provider, options))
  return browser.follow(await browser.choose(choice, who))
}
