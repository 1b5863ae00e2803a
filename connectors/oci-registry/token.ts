import {
  type Authorization,
  type AuthorizeCall,
  type ConnectorSettings,
  HttpFailure,
  parseJson,
} from '@/connectors/kit'
import { type Challenge, parseChallenges } from './challenge'

/**
 * The registry's way to sign in: it is asked without a credential, names a token service, and that one is given user name
 * and password. Since the registry chooses the service, the credential goes only to the registry's own host or to a
 * host that the connector or the integration's settings name.
 */
const isLoopback = (url: URL) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)

function isTrusted(realm: URL, settings: ConnectorSettings): boolean {
  const base = new URL(settings.baseUrl)
  if (realm.origin === base.origin) return true
  const isPrivate = realm.protocol === 'https:' || isLoopback(realm)
  const isNamed = realm.hostname === base.hostname || settings.origin.split(' ').includes(realm.origin)
  return isPrivate && isNamed
}

function realmOf(challenge: Challenge): URL {
  const text = challenge.parameters.realm ?? ''
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url
  throw new HttpFailure('malformed_answer', 'The registry asks for a token, and does not say where it is made.', {
    remedy: 'Check that the base URL belongs to a registry.',
  })
}

function basicOf({ config, secrets }: ConnectorSettings): Record<string, string> {
  if (secrets.password === undefined) return {}
  const login = Buffer.from(`${String(config.username)}:${secrets.password}`, 'utf8').toString('base64')
  return { Authorization: `Basic ${login}` }
}

function requireTrust(realm: URL, settings: ConnectorSettings): void {
  if (isTrusted(realm, settings)) return
  throw new HttpFailure(
    'redirect_refused',
    `The registry sends logins to ${realm.host}, which the settings do not name.`,
    {
      remedy: `If you trust it, enter ${realm.origin} as the token service. Only https is accepted.`,
    },
  )
}

/** What the request needs, read from its path when nobody says. */
export function scopeOf({ request, input, settings }: Pick<AuthorizeCall, 'request' | 'input' | 'settings'>) {
  if (input.scope) return input.scope
  const path = new URL(request.url).pathname.slice(new URL(settings.baseUrl).pathname.replace(/\/+$/, '').length)
  if (path === '/v2/_catalog') return 'registry:catalog:*'
  const repository = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(path)?.[1]
  if (!repository) return undefined
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const actions = isReading ? 'pull' : request.method === 'DELETE' ? 'delete' : 'pull,push'
  return `repository:${repository}:${actions}`
}

/** The time a token has when it does not say. Source: https://distribution.github.io/distribution/spec/auth/token/ */
const usualTokenMs = 60_000
const longestTokenMs = 300_000

type Lasting = { authorization: Authorization; lastsMs: number }
const fleeting = (authorization: Authorization): Lasting => ({ authorization, lastsMs: 0 })

async function askForToken(challenge: Challenge, call: AuthorizeCall): Promise<Lasting> {
  const { settings, http } = call
  const realm = realmOf(challenge)
  const credential = basicOf(settings)
  if (credential.Authorization) requireTrust(realm, settings)
  if (challenge.parameters.service) realm.searchParams.set('service', challenge.parameters.service)
  const scope = scopeOf(call) ?? challenge.parameters.scope
  if (scope) realm.searchParams.set('scope', scope)
  const answer = await http({ method: 'GET', url: realm.href, headers: { accept: 'application/json', ...credential } })
  if (answer.status !== 200) return fleeting({ refused: answer })
  const body = parseJson(answer.body)
  const token = tokenIn(body)
  if (token) return { authorization: { headers: { Authorization: `Bearer ${token}` } }, lastsMs: lifetimeIn(body) }
  throw new HttpFailure('malformed_answer', `The token service ${realm.host} answered without a token.`, {
    remedy: 'Check that the base URL belongs to a registry.',
  })
}

function lifetimeIn(body: unknown): number {
  const told = typeof body === 'object' && body !== null && 'expires_in' in body ? body.expires_in : undefined
  const ms = typeof told === 'number' && told > 0 ? told * 1_000 : usualTokenMs
  return Math.min(ms, longestTokenMs)
}

function tokenIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(body))
  const token = fields.get('token') || fields.get('access_token')
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined
}

/** Tokens of the same opened settings, so that many requests for one repository ask for one token. */
const tokens = new WeakMap<ConnectorSettings, Map<string, { authorization: Authorization; until: number }>>()
const marginMs = 10_000
const maxTokens = 100

/**
 * The credential as headers of one request, from a token service where the registry names one. A token is used again
 * for the same scope while it lasts.
 */
export async function registryToken(call: AuthorizeCall): Promise<Authorization> {
  const own = tokens.get(call.settings) ?? new Map<string, { authorization: Authorization; until: number }>()
  tokens.set(call.settings, own)
  const key = scopeOf(call) ?? ''
  const known = own.get(key)
  if (known && known.until > Date.now()) return known.authorization
  const { authorization, lastsMs } = await askRegistry(call)
  if (own.size >= maxTokens) own.clear()
  if (lastsMs > marginMs) own.set(key, { authorization, until: Date.now() + lastsMs - marginMs })
  return authorization
}

async function askRegistry(call: AuthorizeCall): Promise<Lasting> {
  const { settings, http } = call
  const answer = await http({ method: 'GET', url: `${settings.baseUrl}/v2/`, maxRedirects: 0, maxBodyBytes: 16_384 })
  const challenges = parseChallenges(answer.headers['www-authenticate'] ?? '')
  const basic: Lasting = { authorization: { headers: basicOf(settings) }, lastsMs: usualTokenMs }
  if (answer.status !== 401) return answer.status === 200 ? basic : fleeting({ refused: answer })
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
  return bearer ? askForToken(bearer, call) : basic
}
