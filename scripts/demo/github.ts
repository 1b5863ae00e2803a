import type { Emulated } from './emulated'
import type { Answer, Asked, OwnFaults } from './local-server'
import { type Quota, unixSeconds } from './vendors'

/**
 * GitHub Enterprise Server in front of an emulator: the token is checked, and scopes, quota and version are told. The
 * quota falls as if others used it too. Without the emulator the few pages that the hub asks are answered here.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export type GithubServer = {
  token: string
  scopes: readonly string[]
  quota: (costs?: number) => Quota
  emulated: Emulated | null
}

const prefix = '/api/v3'
const bot = 'acme-bot'
const repositories = ['web', 'api', 'infrastructure', 'docs']

/** What `emulate` is filled with. */
export const githubSeed = (token: string, scopes: readonly string[]) => ({
  tokens: { [token]: { login: bot, scopes: [...scopes] } },
  github: {
    users: [{ login: bot, name: 'Acme bot' }],
    orgs: [{ login: 'acme', name: 'Acme' }],
    repos: repositories.map((name) => ({ owner: bot, name, auto_init: true })),
  },
})

const message = (status: number, text: string): Answer => ({
  status,
  body: { message: text, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})

function headersOf({ limit, remaining, resetAt }: Quota): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-reset': String(unixSeconds(resetAt)),
    'x-ratelimit-resource': 'core',
  }
}

const pool = (limit: number, remaining: number, resetAt: Date) => ({
  ...{ limit, remaining, used: limit - remaining },
  reset: unixSeconds(resetAt),
})

function rateLimit({ limit, remaining, resetAt }: Quota): Answer {
  const core = pool(limit, remaining, resetAt)
  const soon = new Date(Date.now() + 60_000)
  const resources = { core, search: pool(30, 30, soon), graphql: pool(5_000, 4_987, resetAt) }
  return { status: 200, body: { resources, rate: core } }
}

function standIn(path: string): Answer {
  const repository = (name: string) => ({ id: repositories.indexOf(name) + 1, name, full_name: `${bot}/${name}` })
  if (path === '/user') return { status: 200, body: { login: bot, id: 5_830_412, type: 'User', site_admin: false } }
  if (path === '/user/repos') return { status: 200, body: repositories.map(repository) }
  if (path === '/user/orgs') return { status: 200, body: [{ login: 'acme', id: 1 }] }
  return message(404, 'Not Found')
}

async function userAnswer(asked: Asked, { quota, emulated }: GithubServer): Promise<Answer> {
  // The emulator is github.com, which has no version.
  if (asked.path === '/meta') return { status: 200, body: { installed_version: '3.17.2' } }
  const answer = emulated ? await emulated.forward(asked) : standIn(asked.path)
  return { ...answer, headers: { ...answer.headers, ...headersOf(quota()) } }
}

export function githubAnswer(server: GithubServer) {
  const { token, scopes, quota } = server
  const told = { 'x-oauth-scopes': scopes.join(', '), 'x-accepted-oauth-scopes': '' }
  return async (asked: Asked): Promise<Answer> => {
    const path = asked.path.startsWith(prefix) ? asked.path.slice(prefix.length) : ''
    const { authorization } = asked.headers
    // Free of charge, and open to strangers.
    if (path === '/rate_limit' && authorization === undefined) {
      return rateLimit({ limit: 60, remaining: 60, resetAt: quota(0).resetAt })
    }
    if (authorization !== `Bearer ${token}`) return message(401, 'Bad credentials')
    if (path === '/rate_limit') return rateLimit(quota(0))
    const answer = await userAnswer({ ...asked, path, origin: `${asked.origin}${prefix}` }, server)
    return { ...answer, headers: { ...answer.headers, ...told } }
  }
}

/** As long as the others that ask for a pause: what is healed must not stay degraded until the hour of the quota ends. */
const pauseMs = 30_000

export const githubFaults = ({ quota }: Pick<GithubServer, 'quota'>): OwnFaults => ({
  unauthorized: () => message(401, 'Bad credentials'),
  unavailable: () => message(503, 'This server is under maintenance.'),
  rate_limited: () => ({
    ...message(403, 'API rate limit exceeded for user ID 5830412.'),
    headers: headersOf({ ...quota(0), remaining: 0, resetAt: new Date(Date.now() + pauseMs) }),
  }),
})
