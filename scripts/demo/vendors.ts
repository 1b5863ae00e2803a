import type { Answer, Asked } from './local-server'
import { isLogin, type Login } from './registries'

/** Small vendors: the one or two addresses a check asks, answered as each vendor documents, quota headers included. */
type Quota = { limit: number; remaining: number; resetAt: Date }

export type FallingQuota = { limit: number; windowMs: number; from: number; to: number }

/** A quota that others use up too: it falls through its window, then is full of work again. Calls of ours count. */
export function fallingQuota({ limit, windowMs, from, to }: FallingQuota): () => Quota {
  let window = -1
  let calls = 0
  return () => {
    const now = Date.now()
    if (window !== Math.floor(now / windowMs)) {
      window = Math.floor(now / windowMs)
      calls = 0
    }
    calls += 1
    const share = from - (from - to) * ((now % windowMs) / windowMs)
    const remaining = Math.max(0, Math.floor(limit * share) - calls)
    return { limit, remaining, resetAt: new Date((window + 1) * windowMs) }
  }
}

const unixSeconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

/** Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export function githubAnswer(token: string, quota: () => Quota) {
  return ({ path, headers }: Asked): Answer => {
    const { limit, remaining, resetAt } = quota()
    const told = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': unixSeconds(resetAt),
      'x-ratelimit-resource': 'core',
    }
    if (headers.authorization !== `Bearer ${token}`) {
      return { status: 401, headers: told, body: { message: 'Bad credentials', status: '401' } }
    }
    if (path !== '/user') return { status: 404, headers: told, body: { message: 'Not Found', status: '404' } }
    return { status: 200, headers: told, body: { login: 'acme-bot', id: 5_830_412, type: 'User', site_admin: false } }
  }
}

/** Source: https://docs.gitlab.com/api/version/ and https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/ */
export function gitlabAnswer(token: string, quota: () => Quota) {
  return ({ path, headers }: Asked): Answer => {
    if (headers['private-token'] !== token) return { status: 401, body: { message: '401 Unauthorized' } }
    if (path !== '/api/v4/version') return { status: 404, body: { error: '404 Not Found' } }
    const { limit, remaining, resetAt } = quota()
    const told = {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(remaining),
      'ratelimit-observed': String(limit - remaining),
      'ratelimit-reset': unixSeconds(resetAt),
      'ratelimit-name': 'throttle_authenticated_api',
    }
    return { status: 200, headers: told, body: { version: '18.1.0', revision: 'a1b2c3d4e5f' } }
  }
}

/** Source: https://grafana.com/docs/grafana/latest/developers/http_api/org/ */
export function grafanaAnswer(token: string) {
  return ({ path, headers }: Asked): Answer => {
    if (path === '/api/health') return { status: 200, body: { commit: 'unknown', database: 'ok', version: '11.2.0' } }
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: { message: 'Invalid API key' } }
    if (path !== '/api/org') return { status: 404, body: { message: 'Not found' } }
    return { status: 200, body: { id: 1, name: 'Acme' } }
  }
}

/** Source: https://developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self */
export function vaultAnswer(token: string) {
  return ({ path, headers }: Asked): Answer => {
    if (headers['x-vault-token'] !== token) return { status: 403, body: { errors: ['permission denied'] } }
    if (path !== '/v1/auth/token/lookup-self') return { status: 404, body: { errors: [] } }
    const data = { display_name: 'token-acme', policies: ['default', 'deploy'], renewable: true, ttl: 2_764_800 }
    return { status: 200, body: { data } }
  }
}

/** Source: https://www.jenkins.io/doc/book/using/remote-access-api/ */
export function jenkinsAnswer(login: Login) {
  return (asked: Asked): Answer => {
    const told = { 'x-jenkins': '2.479.1' }
    if (!isLogin(asked, login))
      return { status: 401, headers: told, body: 'Invalid password/token for user: acme-bot\n' }
    if (asked.path !== '/api/json') return { status: 404, headers: told, body: 'Not found\n' }
    return { status: 200, headers: told, body: { _class: 'hudson.model.Hudson', mode: 'NORMAL', jobs: [] } }
  }
}

export function bridgeAnswer(apiKey: string) {
  return ({ path, headers }: Asked): Answer => {
    if (headers['x-api-key'] !== apiKey) return { status: 401, body: { error: 'unknown key' } }
    if (path !== '/status') return { status: 404, body: { error: 'not found' } }
    return { status: 200, body: { queue: 0, lastExport: new Date().toISOString() } }
  }
}

export const gatewayAnswer = ({ path }: Asked): Answer =>
  /^\/gateway-\d{3}\/health$/.test(path) ? { status: 200, body: { status: 'ok' } } : { status: 404, body: {} }
