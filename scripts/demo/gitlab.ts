import type { Answer, Asked, OwnFaults } from './local-server'
import { type Quota, unixSeconds } from './vendors'

/**
 * A GitLab of one's own: its version, its user, the token itself, projects and their pipelines.
 * Source: https://docs.gitlab.com/api/rest/ and https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/
 */
export type GitlabServer = { token: string; quota: () => Quota }

const day = 86_400_000
const bot = { id: 42, username: 'acme-bot', name: 'Acme bot', state: 'active', bot: true }
const projects = ['shop', 'billing', 'charts'].map((name, at) => ({
  id: at + 1,
  name,
  path_with_namespace: `acme/${name}`,
  default_branch: 'main',
}))

/** A date without a time, as GitLab writes it. */
const endOfToken = () => new Date(Date.now() + 200 * day).toISOString().slice(0, 10)

function pipelines(): object[] {
  return ['running', 'success', 'success', 'failed'].map((status, at) => ({
    ...{ id: 904 - at, iid: 104 - at, status, ref: 'main', source: 'push' },
    updated_at: new Date(Date.now() - at * 1_800_000).toISOString(),
  }))
}

const pages: Record<string, () => unknown> = {
  '/version': () => ({ version: '18.1.0', revision: 'a1b2c3d4e5f' }),
  '/user': () => bot,
  '/personal_access_tokens/self': () => ({
    ...{ id: 7, name: 'inthub', user_id: bot.id, revoked: false, active: true },
    ...{ scopes: ['api'], expires_at: endOfToken() },
  }),
  '/projects': () => projects,
  '/groups': () => [{ id: 1, name: 'Acme', full_path: 'acme' }],
}

function pageOf(path: string): unknown {
  const list = /^\/projects\/\d+\/(pipelines|merge_requests|repository\/branches|repository\/tags)$/.exec(path)?.[1]
  if (list === 'pipelines') return pipelines()
  if (list === 'repository/branches') return [{ name: 'main', default: true, protected: true }]
  return list ? [] : pages[path]?.()
}

function headersOf({ limit, remaining, resetAt }: Quota): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-observed': String(limit - remaining),
    'ratelimit-reset': String(unixSeconds(resetAt)),
    'ratelimit-name': 'throttle_authenticated_api',
  }
}

export function gitlabAnswer({ token, quota }: GitlabServer) {
  return ({ path, headers }: Asked): Answer => {
    if (headers['private-token'] !== token) return { status: 401, body: { message: '401 Unauthorized' } }
    const body = pageOf(path.replace(/^\/api\/v4/, ''))
    const told = headersOf(quota())
    return body === undefined
      ? { status: 404, headers: told, body: { error: '404 Not Found' } }
      : { status: 200, headers: told, body }
  }
}

const pauseSeconds = 42

export const gitlabFaults = ({ quota }: Pick<GitlabServer, 'quota'>): OwnFaults => ({
  unauthorized: () => ({
    status: 401,
    body: { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
  }),
  rate_limited: () => ({
    ...{ status: 429, body: 'Retry later\n' },
    // Not until its window ends: what is healed must not stay degraded for minutes.
    headers: {
      ...headersOf({ ...quota(), remaining: 0, resetAt: new Date(Date.now() + pauseSeconds * 1_000) }),
      'retry-after': String(pauseSeconds),
    },
  }),
})
