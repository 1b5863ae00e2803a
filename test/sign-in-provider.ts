import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'

/**
 * Sign-in providers on loopback: GitHub and an OpenID Connect issuer of the emulator, for tests over HTTP and in a
 * browser. Ends when it is told to; nothing here knows a test runner.
 */
export type SignInProvider = { url: string; clientId: string; clientSecret: string; close(): Promise<void> }

export async function listening(listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${portOf(server)}`, close: () => closed(server) }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** A port nobody has at this moment, for what cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await closed(server)
  return port
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const hopByHop = new Set([
  'connection',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'host',
  'keep-alive',
])

const passedOn = (headers: Iterable<[string, string]>) =>
  Object.fromEntries([...headers].filter(([name]) => !hopByHop.has(name)))

const client = { clientId: 'inthub-test', clientSecret: 'a-client-secret-of-a-test' }

export type GithubUser = { login: string; name: string; email: string; isVerified?: boolean }

/**
 * GitHub Enterprise Server: the emulator's GitHub behind a front that has its API under /api/v3, and that says of some
 * addresses that nobody has verified them, which the emulator never does.
 */
export async function startGithub({ hubUrl, users }: { hubUrl: string; users: GithubUser[] }): Promise<SignInProvider> {
  const redirect_uris = [`${hubUrl}/api/auth/callback/github`]
  const app = { client_id: client.clientId, client_secret: client.clientSecret, name: 'Integration Hub', redirect_uris }
  const seeded = users.map(({ login, name, email }) => ({ login, name, email }))
  const emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: { github: { users: seeded, oauth_apps: [app] } },
  })
  const unverified = new Set(users.filter((user) => user.isVerified === false).map((user) => user.email))
  const front = await listening(async (request, response) => {
    const path = (request.url ?? '/').replace(/^\/api\/v3\//, '/')
    const { method = 'GET' } = request
    const body = method === 'GET' ? {} : { body: await bodyOf(request) }
    const headers = passedOn(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const answer = await fetch(`${emulator.url}${path}`, { method, headers, redirect: 'manual', ...body })
    const text = await answer.text()
    response.writeHead(answer.status, passedOn(answer.headers))
    response.end(path === '/user/emails' ? judged(text, unverified) : text)
  })
  const close = async () => {
    await front.close()
    await emulator.close()
  }
  return { url: front.url, ...client, close }
}

function judged(text: string, unverified: ReadonlySet<string>): string {
  const emails = JSON.parse(text) as { email: string }[]
  return JSON.stringify(emails.map((each) => ({ ...each, verified: !unverified.has(each.email) })))
}

export type IssuerUser = { login: string; email: string; firstName: string; lastName: string }

/** An OpenID Connect issuer: the emulator's Okta. */
export async function startIssuer({ hubUrl, users }: { hubUrl: string; users: IssuerUser[] }): Promise<SignInProvider> {
  const oauth_clients = [
    {
      ...{ client_id: client.clientId, client_secret: client.clientSecret, name: 'Integration Hub' },
      ...{ redirect_uris: [`${hubUrl}/api/auth/callback/oidc`], token_endpoint_auth_method: 'client_secret_basic' },
    },
  ]
  const seeded = users.map(({ login, email, firstName, lastName }) => ({
    ...{ login, email, first_name: firstName, last_name: lastName },
  }))
  const emulator = await createEmulator({
    service: 'okta',
    port: await freePort(),
    seed: { okta: { users: seeded, oauth_clients } },
  })
  return { url: `${emulator.url}/oauth2/default`, ...client, close: () => emulator.close() }
}
