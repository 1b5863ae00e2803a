import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { imagesAnswer, pushImages } from './images'
import type { Answer, Asked, LocalService } from './local-server'
import { openRealServer } from './real-server'

/**
 * Container registries that answer as the distribution API documents: a real docker-registry, and small ones with the
 * token challenge of Harbor and Docker Hub.
 * Source: https://distribution.github.io/distribution/spec/auth/token/
 */
export type Login = { username: string; password: string }

/** htpasswd wants bcrypt, which Node does not have, so this one password is fixed. It opens a local registry of made-up images. */
export const registryLogin: Login = { username: 'acme-bot', password: 'acme-registry-demo' }
const registryHtpasswd = 'acme-bot:$2y$05$abcdefghijklmnopqrstuuH9/nlAuDjxmP7VxsBsUodf7Nk4y3DU6\n'

export async function openDockerRegistry(at: { program: string; folder: string; port: number }): Promise<LocalService> {
  const { folder, port } = at
  const storage = join(folder, 'storage')
  mkdirSync(storage, { recursive: true, mode: 0o700 })
  const passwords = join(folder, 'htpasswd')
  writeFileSync(passwords, registryHtpasswd, { mode: 0o600 })
  const config = join(folder, 'config.yml')
  // JSON is YAML.
  const settings = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage } },
    http: { addr: `127.0.0.1:${port}`, secret: randomBytes(16).toString('hex') },
    auth: { htpasswd: { realm: 'Acme registry', path: passwords } },
  }
  writeFileSync(config, JSON.stringify(settings, null, 2), { mode: 0o600 })
  const registry = await openRealServer({ ...at, name: 'registry', args: ['serve', config], readyPath: '/v2/' })
  try {
    await pushImages({ url: registry.url, login: registryLogin })
    return registry
  } catch (error) {
    await registry.stop()
    throw error
  }
}

export function isLogin({ headers }: Asked, { username, password }: Login): boolean {
  return headers.authorization === `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

const version = { 'docker-distribution-api-version': 'registry/2.0' }
const errors = (code: string, message: string) => ({ errors: [{ code, message, detail: null }] })
const tokenLifeMs = 300_000

/** Gives out short-lived tokens for a login. */
export class TokenService {
  readonly #login: Login
  readonly #endOf = new Map<string, number>()

  constructor(login: Login) {
    this.#login = login
  }

  answer = (asked: Asked): Answer => {
    if (asked.path !== '/token' && asked.path !== '/service/token')
      return { status: 404, body: { details: 'not found' } }
    if (!isLogin(asked, this.#login)) return { status: 401, body: { details: 'incorrect username or password' } }
    for (const [token, end] of this.#endOf) if (end < Date.now()) this.#endOf.delete(token)
    const token = randomBytes(24).toString('base64url')
    this.#endOf.set(token, Date.now() + tokenLifeMs)
    const times = { expires_in: tokenLifeMs / 1000, issued_at: new Date().toISOString() }
    return { status: 200, body: { token, access_token: token, ...times } }
  }

  knows({ headers }: Asked): boolean {
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
    return (this.#endOf.get(token) ?? 0) > Date.now()
  }
}

export type TokenRegistry = {
  tokens: TokenService
  realm: (origin: string) => string
  service: string
  headers?: () => Record<string, string>
  hasCatalog: boolean
}

/** A registry that sends whoever has no token to its token service. */
export function tokenRegistryAnswer({ tokens, realm, service, hasCatalog, headers = () => ({}) }: TokenRegistry) {
  return (asked: Asked): Answer => {
    if (asked.path === '/service/token') return tokens.answer(asked)
    if (!tokens.knows(asked)) {
      const challenge = `Bearer realm="${realm(asked.origin)}",service="${service}"`
      const body = errors('UNAUTHORIZED', 'authentication required')
      return { status: 401, headers: { ...version, 'www-authenticate': challenge }, body }
    }
    const answer = imagesAnswer(asked, hasCatalog)
    return { ...answer, headers: { ...answer.headers, ...version, ...headers() } }
  }
}

/** What stands in for the real registry where it is not installed. */
export function basicRegistryAnswer(login: Login) {
  return (asked: Asked): Answer => {
    if (isLogin(asked, login)) {
      const answer = imagesAnswer(asked, true)
      return { ...answer, headers: { ...answer.headers, ...version } }
    }
    const headers = { ...version, 'www-authenticate': 'Basic realm="Acme registry"' }
    return { status: 401, headers, body: errors('UNAUTHORIZED', 'authentication required') }
  }
}
