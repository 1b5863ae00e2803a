import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, median } from './figure'

/**
 * Start with the embedded PostgreSQL, warm: until the built hub answers /ready, beside a bare Node server until it
 * answers. Goal: 2 s, and at most 250 MB when idle, PostgreSQL included.
 */
const bare = "require('http').createServer((q, s) => s.end()).listen(process.env.PORT, '127.0.0.1')"
const rounds = 3

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(10)
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Proportional set size of a process, in MB: memory it shares counts once. Linux only. */
function memoryMb(pid: number | undefined): number {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}

type Started = { ms: number; child: ChildProcess }

async function start(args: readonly string[], path: string, env: Record<string, string>): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      INTHUB_MODE: 'production',
      PORT: String(port),
      METRICS_PORT: '0',
      ...env,
    },
    stdio: 'ignore',
  })
  await untilReady(`http://127.0.0.1:${port}${path}`)
  return { ms: performance.now() - began, child }
}

/** One start of the hub, and its idle memory after a second. */
async function startHub(env: Record<string, string>): Promise<{ ms: number; idleMb: number }> {
  const hub = await start(['dist/server.js'], '/ready', env)
  await sleep(1_000)
  const idleMb = memoryMb(hub.child.pid)
  await end(hub.child)
  return { ms: hub.ms, idleMb }
}

async function startBare(): Promise<number> {
  const { ms, child } = await start(['-e', bare], '/', {})
  await end(child)
  return ms
}

export async function measure(): Promise<Figure> {
  if (!existsSync('dist/server.js')) throw new Error('Build first: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'inthub-bench-'))
  try {
    const env = { INTHUB_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }
    const first = await startHub(env)
    const ours: number[] = []
    const limits: number[] = []
    const memory: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { ms, idleMb } = await startHub(env)
      ours.push(ms)
      memory.push(idleMb)
      limits.push(await startBare())
    }
    const notes = {
      'first start, database made (ms)': Math.round(first.ms),
      'idle memory of the hub process, without PostgreSQL (MB)': Math.round(median(memory)),
      'goal for a warm start (ms)': 2_000,
    }
    return { name: 'start', ours: median(ours), limit: median(limits), peer: null, unit: 'ms', notes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
