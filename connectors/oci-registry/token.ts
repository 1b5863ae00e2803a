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

async function askForToken(challenge: Challenge, { settings, http, input }: AuthorizeCall): Promise<Authorization> {
  const realm = realmOf(challenge)
  const credential = basicOf(settings)
  if (credential.Authorization) requireTrust(realm, settings)
  if (challenge.parameters.service) realm.searchParams.set('service', challenge.parameters.service)
  const scope = input.scope ?? challenge.parameters.scope
  if (scope) realm.searchParams.set('scope', scope)
  const answer = await http({ method: 'GET', url: realm.href, headers: { accept: 'application/json', ...credential } })
  if (answer.status !== 200) return { refused: answer }
  const token = tokenIn(parseJson(answer.body))
  if (token) return { headers: { Authorization: `Bearer ${token}` } }
  throw new HttpFailure('malformed_answer', `The token service ${realm.host} answered without a token.`, {
    remedy: 'Check that the base URL belongs to a registry.',
  })
}

function tokenIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(body))
  const token = fields.get('token') || fields.get('access_token')
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined
}

export async function registryToken(call: AuthorizeCall): Promise<Authorization> {
  const { settings, http } = call
  const answer = await http({ method: 'GET', url: `${settings.baseUrl}/v2/`, maxRedirects: 0, maxBodyBytes: 16_384 })
  const challenges = parseChallenges(answer.headers['www-authenticate'] ?? '')
  if (answer.status !== 401) return answer.status === 200 ? { headers: basicOf(settings) } : { refused: answer }
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
  if (bearer) return askForToken(bearer, call)
  return { headers: basicOf(settings) }
}
