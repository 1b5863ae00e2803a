import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Services for a hub to watch: a small one with a token, and a real registry. All on loopback. */
export const token = 'e2e-token-0123456789abcdef'

export type Service = { url: string; fail(isFailing: boolean): void; close(): void }

/** Answers JSON to whoever brings the token as a bearer, and 401 to everybody else. */
export async function aService(): Promise<Service> {
  let isFailing = false
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${token}`
    const status = isFailing ? 503 : isKnown ? 200 : 401
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: status === 200 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (next) => {
      isFailing = next
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The settings with which the service above is connected. */
export const serviceInput = ({ url }: Service, more: Record<string, unknown> = {}) => ({
  type: 'custom.http',
  method: 'bearer',
  config: { baseUrl: url, probePath: '/me' },
  secrets: { token },
  ...more,
})

export const registryLogin = { username: 'acme-bot', password: 'acme-registry-demo' }
// Bcrypt, which Node does not have, of the password above. It opens an empty registry on loopback.
const htpasswd = 'acme-bot:$2y$05$abcdefghijklmnopqrstuuH9/nlAuDjxmP7VxsBsUodf7Nk4y3DU6\n'

export function registryProgram(): string | undefined {
  const { DOCKER_REGISTRY_PATH } = process.env
  return [DOCKER_REGISTRY_PATH, '/usr/bin/docker-registry'].find((path) => path && existsSync(path))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A real docker-registry that asks for a password. It can be stopped and started on the same port. */
export class Registry {
  readonly #program: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'inthub-e2e-registry-'))
  #child: ChildProcess | undefined
  #port = 0

  constructor(program: string) {
    this.#program = program
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  #config(): string {
    const storage = join(this.#folder, 'storage')
    mkdirSync(storage, { recursive: true })
    const passwords = join(this.#folder, 'htpasswd')
    writeFileSync(passwords, htpasswd)
    const path = join(this.#folder, 'config.yml')
    const settings = {
      version: 0.1,
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: storage } },
      http: { addr: `127.0.0.1:${this.#port}`, secret: randomBytes(16).toString('hex') },
      auth: { htpasswd: { realm: 'e2e', path: passwords } },
    }
    // JSON is YAML.
    writeFileSync(path, JSON.stringify(settings))
    return path
  }

  async start(): Promise<void> {
    this.#port ||= await freePort()
    const child = spawn(this.#program, ['serve', this.#config()], { stdio: 'ignore' })
    this.#child = child
    const end = Date.now() + 15_000
    for (;;) {
      if (child.exitCode !== null) throw new Error(`docker-registry ended with ${child.exitCode}`)
      const answer = await fetch(`${this.url}/v2/`).catch(() => null)
      if (answer?.status === 401) return
      if (Date.now() > end) throw new Error('docker-registry did not answer in time')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await exited
    clearTimeout(impatience)
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
