import { z } from 'zod'
import type { Env } from '@/server/platform/env'
import { addressOrNull, type Provider, profileOf, providerTimeoutMs, toAuthUser, type VouchedPerson } from './provider'

/**
 * GitHub, or a GitHub Enterprise Server. It speaks OAuth and no OpenID Connect, so the person is read from its API; the
 * address is the primary one of /user/emails if it is verified, for the one in /user may be anybody's words.
 * Source: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
const GithubUser = z.object({ id: z.number().int().positive(), login: z.string(), name: z.string().nullish() })
const GithubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })).max(1_000)

const githubCom = 'https://github.com'
const maxAnswerBytes = 1_000_000

/** Source: https://docs.github.com/en/enterprise-server@latest/rest/quickstart */
const apiOf = (base: string) => (base === githubCom ? 'https://api.github.com' : `${base}/api/v3`)

async function read<T>(url: string, token: string, shape: z.ZodType<T>): Promise<T> {
  const response = await fetch(url, {
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'user-agent': 'inthub' },
    redirect: 'error',
    signal: AbortSignal.timeout(providerTimeoutMs),
  })
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${new URL(url).pathname}`)
  if (Number(response.headers.get('content-length') ?? 0) > maxAnswerBytes) throw new Error('GitHub answered too much')
  return shape.parse(await response.json())
}

async function readPerson(base: string, token: string): Promise<VouchedPerson> {
  const api = apiOf(base)
  const user = await read(`${api}/user`, token, GithubUser)
  const emails = await read(`${api}/user/emails`, token, GithubEmails)
  return {
    accountId: `${new URL(base).host} ${user.id}`,
    label: user.login,
    name: user.name || user.login,
    verifiedEmail: addressOrNull(emails.find(({ primary, verified }) => primary && verified)?.email),
  }
}

export function githubProvider(env: Env): Provider | null {
  const { AUTH_GITHUB_ID: clientId, AUTH_GITHUB_SECRET: clientSecret, AUTH_GITHUB_URL } = env
  if (!clientId || !clientSecret) return null
  const base = AUTH_GITHUB_URL ?? githubCom
  return {
    ...{ id: 'github', name: 'GitHub', type: 'oauth', clientId, clientSecret },
    offered: { id: 'github', name: 'GitHub', host: new URL(base).host },
    // What GitHub says it is in `iss`, where it says so.
    issuer: `${base}/login/oauth`,
    authorization: { url: `${base}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: { url: `${base}/login/oauth/access_token` },
    userinfo: {
      url: `${apiOf(base)}/user`,
      request: async ({ tokens }) => profileOf(await readPerson(base, tokens.access_token ?? '')),
    },
    profile: toAuthUser,
    checks: ['pkce', 'state'],
    client: { token_endpoint_auth_method: 'client_secret_post' },
    httpOptions: { timeout: providerTimeoutMs },
  }
}
