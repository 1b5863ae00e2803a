import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

/** The hub as a process of its own, as npm start runs it, but without its screens. */
const root = fileURLToPath(new URL('..', import.meta.url))
const program = fileURLToPath(new URL('../test/hub-process.ts', import.meta.url))

type Process = { child: ChildProcess; output(): string; exit: Promise<number | null> }
type Settings = Record<string, string>

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-main-'))
  // Open to the account PostgreSQL runs as, or root's hub would keep its data somewhere else.
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function aProcess(settings: Settings): Process {
  const { PATH = '', HOME = '' } = process.env
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'test',
    INTHUB_MODE: 'test',
    PORT: '0',
    METRICS_PORT: '0',
    LOG_FORMAT: 'json',
    ...settings,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', program], { cwd: root, env: env as never })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += String(data)
    })
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  return { child, output: () => output, exit }
}

async function printed({ output, exit }: Process, pattern: RegExp): Promise<string> {
  let over = false
  void exit.then(() => {
    over = true
  })
  for (;;) {
    const found = pattern.exec(output())
    if (found) return found[1] ?? found[0]
    if (over) throw new Error(`The hub ended before it said ${pattern}:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const urlOf = (hub: Process) => printed(hub, /^UP (http:\S+)/m)

const long = { timeout: 60_000 }

describe('a hub', () => {
  it(
    'prints a set-up link, works, and drains on SIGTERM: sockets 1001, exit 0, nothing left behind',
    long,
    async () => {
      const dataDir = join(aFolder(), 'data')
      const hub = aProcess({ INTHUB_DATA_DIR: dataDir })
      const token = await printed(hub, /\/setup\?token=(\S+)/)
      const url = await urlOf(hub)
      expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({
        ready: true,
        checks: { database: { ok: true }, queue: { ok: true }, key: { ok: true } },
      })
      const ask = async (query: string, headers: Settings = {}) => {
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query }),
        }
        return (await (await fetch(`${url}/graphql`, init)).json()) as {
          data: { completeSetup: { signInToken: string } }
        }
      }
      const input = `{ token: "${token}", email: "a@example.test", name: "A", tenantName: "First" }`
      const { data } = await ask(`mutation { completeSetup(input: ${input}) { signInToken } }`)
      expect(data.completeSetup.signInToken.length).toBeGreaterThan(20)
      expect(hub.output()).not.toContain(data.completeSetup.signInToken)
      expect(statSync(join(dataDir, 'master.key')).mode & 0o777).toBe(0o600)

      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
      const closed = new Promise((resolve) => socket.once('close', resolve))
      await new Promise((resolve) => socket.once('open', resolve))
      hub.child.kill('SIGTERM')
      expect(await closed).toBe(1001)
      expect(await hub.exit).toBe(0)
      await expect(fetch(`${url}/health`)).rejects.toThrow()

      const again = aProcess({ INTHUB_DATA_DIR: dataDir })
      await urlOf(again)
      expect(again.output()).not.toContain('/setup?token=')
      again.child.kill('SIGTERM')
      expect(await again.exit).toBe(0)
    },
  )

  it('refuses another master key, naming both fingerprints, and keeps the one it has', long, async () => {
    const dataDir = join(aFolder(), 'data')
    const first = aProcess({ INTHUB_DATA_DIR: dataDir })
    await urlOf(first)
    first.child.kill('SIGTERM')
    await first.exit
    const other = aProcess({ INTHUB_DATA_DIR: dataDir, INTHUB_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') })
    expect(await other.exit).toBe(78)
    expect(other.output()).toMatch(/fingerprint [0-9a-f]{16}.*sealed with [0-9a-f]{16}/)

    const keyFile = join(dataDir, 'master.key')
    const kept = readFileSync(keyFile, 'utf8')
    rmSync(keyFile)
    const lost = aProcess({ INTHUB_DATA_DIR: dataDir })
    expect(await lost.exit).toBe(78)
    writeFileSync(keyFile, kept, { mode: 0o600, flag: 'wx' })
    const found = aProcess({ INTHUB_DATA_DIR: dataDir })
    await urlOf(found)
  })

  it('refuses a wrong environment with a table, and a port that is taken by its name', long, async () => {
    const wrong = aProcess({ PORT: 'many', INTHUB_ROLE: 'boss' })
    expect(await wrong.exit).toBe(78)
    expect(wrong.output()).toMatch(/PORT .*\n\s+INTHUB_ROLE|INTHUB_ROLE .*\n\s+PORT/)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const second = aProcess({ INTHUB_DATA_DIR: join(aFolder(), 'data'), PORT: String(port) })
    expect(await second.exit).toBe(78)
    expect(second.output()).toContain(`${port} is taken by another program`)
  })
})
