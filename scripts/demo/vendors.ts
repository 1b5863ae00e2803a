import type { Answer, Asked } from './local-server'
import { isLogin, type Login } from './registries'

/** Small vendors: the one or two addresses a check asks, answered as each vendor documents, quota headers included. */
export type Quota = { limit: number; remaining: number; resetAt: Date }

export type FallingQuota = { limit: number; windowMs: number; from: number; to: number }

/**
 * A quota that others use up too: it falls through its window, which begins now, and then is full of work again. Calls
 * of ours count, but those that are free of charge.
 */
export function fallingQuota({ limit, windowMs, from, to }: FallingQuota): (costs?: number) => Quota {
  const began = Date.now()
  let window = 0
  let calls = 0
  return (costs = 1) => {
    const passed = Date.now() - began
    if (window !== Math.floor(passed / windowMs)) {
      window = Math.floor(passed / windowMs)
      calls = 0
    }
    calls += costs
    const share = from - (from - to) * ((passed % windowMs) / windowMs)
    const remaining = Math.max(0, Math.floor(limit * share) - calls)
    return { limit, remaining, resetAt: new Date(began + (window + 1) * windowMs) }
  }
}

export const unixSeconds = (at: Date) => Math.floor(at.getTime() / 1000)

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

/** The API of Traefik's dashboard, behind a login. Source: https://doc.traefik.io/traefik/operations/api/ */
export function traefikAnswer(login: Login) {
  return (asked: Asked): Answer => {
    if (asked.path === '/ping') return { status: 200, body: 'OK' }
    if (!isLogin(asked, login)) {
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="traefik"' }, body: '401 Unauthorized\n' }
    }
    if (asked.path !== '/api/version') return { status: 404, body: '404 page not found\n' }
    return { status: 200, body: { Version: '3.2.1', Codename: 'munster', startDate: '2026-01-05T08:00:00Z' } }
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
