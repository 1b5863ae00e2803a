import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attachEmbeddedPostgres } from '@/server/platform/postgres'

/**
 * A built hub with its screens as a process of its own, with keys and an embedded database nobody else has. Each file
 * of journeys starts one and ends it; `restart` keeps the port and the data.
 */
export type Hub = {
  url: string
  /** What it wrote to its console so far. */
  output(): string
  /** The owner's address of its embedded database, for what no screen can make in a moment. */
  databaseUrl(): Promise<string>
  /** Waits until the console shows it, and answers what matched. */
  told(pattern: RegExp): Promise<RegExpMatchArray>
  /** Ends the process and leaves the data. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Ends the process and takes the data away. */
  end(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const startsWithinMs = 60_000
const endsWithinMs = 30_000

function environment(folder: string, keys: Record<string, string>, port: string) {
  const { PATH = '', HOME = '/' } = process.env
  return {
    ...{ PATH, HOME, NODE_ENV: 'production' as const, INTHUB_MODE: 'test' },
    ...{ PORT: port, METRICS_PORT: '0', LOG_FORMAT: 'json', LOG_LEVEL: 'info', RATE_LIMIT_API: '6000/min' },
    ...{ INTHUB_DATA_DIR: join(folder, 'data'), ...keys },
  }
}

async function until<T>(look: () => T | null | undefined, withinMs: number, what: () => string): Promise<T> {
  const end = Date.now() + withinMs
  for (;;) {
    const found = look()
    if (found) return found
    if (Date.now() > end) throw new Error(what())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

class HubProcess implements Hub {
  readonly #more: Record<string, string>
  url = ''
  #written = ''
  #child: ChildProcess | undefined
  #exited: Promise<unknown> = Promise.resolve()
  readonly #folder = mkdtempSync(join(tmpdir(), 'inthub-e2e-'))
  readonly #keys = {
    INTHUB_MASTER_KEY: randomBytes(32).toString('base64'),
    AUTH_SECRET: randomBytes(32).toString('base64'),
  }

  constructor(more: Record<string, string>) {
    this.#more = more
  }

  output = () => this.#written

  databaseUrl = async () => {
    const attached = await attachEmbeddedPostgres({ dataDir: join(this.#folder, 'data') })
    if (!attached) throw new Error('The hub has no database to attach to.')
    return attached.url
  }

  told = (pattern: RegExp) =>
    until(
      () => this.#written.match(pattern),
      15_000,
      () => `The hub did not tell ${pattern}`,
    )

  async start(): Promise<void> {
    // Whoever PostgreSQL runs as when this runs as root has to reach its data.
    chmodSync(this.#folder, 0o755)
    const port = this.url ? new URL(this.url).port : '0'
    const child = spawn(process.execPath, ['dist/server.js'], {
      cwd: root,
      env: { ...environment(this.#folder, this.#keys, port), ...this.#more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#exited = once(child, 'exit')
    const from = this.#written.length
    const take = (chunk: Buffer) => {
      this.#written += chunk
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const readyLine = () => {
      if (child.exitCode !== null) throw new Error(`The hub ended with ${child.exitCode}:\n${this.#written}`)
      return this.#written
        .slice(from)
        .split('\n')
        .find((line) => line.includes('"the hub is ready"') && line.endsWith('}'))
    }
    const line = await until(readyLine, startsWithinMs, () => `The hub was not ready in time:\n${this.#written}`)
    this.url = (JSON.parse(line) as { url: string }).url
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const impatience = setTimeout(() => child.kill('SIGKILL'), endsWithinMs)
    await this.#exited
    clearTimeout(impatience)
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** `more`: variables beside those of every hub here, such as those of sign-in providers. */
export async function startHub(more: Record<string, string> = {}): Promise<Hub> {
  const hub = new HubProcess(more)
  try {
    await hub.start()
    return hub
  } catch (error) {
    await hub.end()
    throw error
  }
}
