import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { inject } from 'vitest'
import { testMasterKey } from './world'

/** Hubs and other servers as processes, which a test may kill. Whoever starts one ends it. */
export type HubProcess = {
  url: string
  process: ChildProcess
  /** Everything it wrote, for looking for what must not be there. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; afterMs: number }>
}

const entry = fileURLToPath(new URL('./child-hub.ts', import.meta.url))
const startLimitMs = 40_000

export async function aHubProcess(more: Record<string, string>): Promise<HubProcess> {
  const { PATH = '', HOME = '/root' } = Object.fromEntries(Object.entries(inheritedEnvironment()))
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...{ PATH, HOME, INTHUB_MODE: 'test', NODE_ENV: 'test', PORT: '0', METRICS_PORT: '0', DATABASE_POOL_SIZE: '3' },
      ...{ INTHUB_MASTER_KEY: testMasterKey, AUTH_SECRET: 'a secret of thirty-two characters or more' },
      ...{ LOG_LEVEL: 'info', LOG_FORMAT: 'json' },
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const exited = once(child, 'exit') as Promise<[number | null]>
  const ready = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      written += chunk
      const line = written.split('\n').find((each) => each.startsWith('{"childHub"'))
      if (line?.endsWith('}}')) resolve(JSON.parse(line).childHub.url)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    void exited.then(([code]) => reject(new Error(`The hub ended with ${code} before it was ready:\n${written}`)))
    setTimeout(() => reject(new Error(`The hub was not ready in time:\n${written}`)), startLimitMs).unref()
  })
  const kill = async (signal: NodeJS.Signals) => {
    const startedAt = Date.now()
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await exited
    }
    return { code: child.exitCode, afterMs: Date.now() - startedAt }
  }
  try {
    return { url: await ready, process: child, output: () => written, kill }
  } catch (error) {
    await kill('SIGKILL')
    throw error
  }
}

/** What a child process needs of ours: where programs are. */
function inheritedEnvironment(): Record<string, string | undefined> {
  return globalThis.process.env
}

/** An empty database beside the run's own, on the same server. */
export async function aDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `inthub_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const admin = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

export async function aFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Where a program of the system is, if it is installed. */
export function findProgram(name: string): string | undefined {
  const folders = (inheritedEnvironment().PATH ?? '').split(':')
  return [...folders, '/usr/bin', '/usr/sbin'].map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

export async function aRedis(program: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await aFreePort()
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept') && resolve())
  })
  const exited = once(child, 'exit')
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

export async function until<T>(what: string, look: () => Promise<T | undefined | false>, limitMs = 30_000): Promise<T> {
  const end = Date.now() + limitMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`Not within ${limitMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
