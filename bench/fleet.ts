import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { fallDue, insertFleet } from './checks/fleet-of'
import { lateness, type RecordedCheck } from './checks/lateness'
import { addressOf, end, startTargets } from './checks/processes'
import type { Figure } from './figure'
import { benchMasterKey, openGround } from './load/database'

/**
 * Ten thousand integrations at 60 s, one in twenty hanging until its time limit, checked by a real worker process
 * beside PostgreSQL and the services on the same machine. The figure is the 99th percentile of lateness: from the
 * instant a check fell due until its service heard of it. `--minutes=2` is shorter, `--workers=2` has more processes.
 */
const fleet = 10_000
const tenants = 5
const hangingShare = 0.05
const intervalSeconds = 60
const limitMs = 5_000

function option(name: string, otherwise: number): number {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
  return given ? Number(given) : otherwise
}

/** In MB; 0 where /proc is not there. */
function residentMb({ pid }: ChildProcess): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Seconds of CPU a process used so far. */
function cpuSeconds({ pid }: ChildProcess): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

/** A worker as it is run, from the build; ready when this resolves. */
async function startWorker(databaseUrl: string, folder: string): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['dist/server.js'], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', INTHUB_MODE: 'production' },
      ...{ INTHUB_ROLE: 'worker', METRICS_PORT: '0', DATABASE_URL: databaseUrl, INTHUB_DATA_DIR: folder },
      ...{ INTHUB_MASTER_KEY: benchMasterKey, AUTH_SECRET: 'a secret of thirty-two characters or more' },
      ...{ EGRESS_ALLOW: '127.0.0.0/8', LOG_LEVEL: 'info', LOG_FORMAT: 'json' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: worker.stdout })
  await new Promise<void>((resolve, reject) => {
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)))
    lines.on('line', (line) => {
      if (line.includes('the worker is ready')) resolve()
      else if (/"level":"(?:warn|error|fatal)"/.test(line)) process.stderr.write(`${line}\n`)
    })
  })
  return worker
}

type Row = { path: string; due: number; recorded: number; verdict: string | null }

const readChecks = () =>
  acrossTenants('bench', async (tx) => {
    const rows = await tx.execute<Row>(sql`
      select regexp_replace(integrations.config ->> 'baseUrl', '^http://[^/]+', '') || '/' as path,
        (extract(epoch from due_at) * 1000)::float8 as due, (extract(epoch from recorded_at) * 1000)::float8 as recorded,
        checks.verdict
      from checks join integrations on integrations.id = checks.integration_id
      order by integrations.id, due_at`)
    return [...rows].map((row): RecordedCheck => ({ ...row, isHealthy: row.verdict === 'healthy' }))
  })

/** Ticks that nobody recorded although they have been due for longer than any check takes. */
const countForgotten = async () => {
  const [row] = await acrossTenants('bench', (tx) =>
    tx.execute<{ count: number }>(
      sql`select count(*)::int as count from health_states where due_at < now() - interval '25 seconds'`,
    ),
  )
  return row?.count ?? 0
}

async function seed(port: number): Promise<void> {
  const each = fleet / tenants
  for (let tenant = 0; tenant < tenants; tenant += 1) {
    const baseUrls = Array.from({ length: each }, (_unused, at) => {
      const n = tenant * each + at
      return `http://${addressOf(n)}:${port}/${n % (1 / hangingShare) === 0 ? 'slow' : 'fast'}/${n}`
    })
    await insertFleet({ slug: `fleet-${tenant}`, baseUrls, intervalSeconds })
  }
}

export async function measure(): Promise<Figure> {
  const minutes = option('minutes', 10)
  // A build of earlier would measure what was.
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
  const folder = mkdtempSync(join(tmpdir(), 'inthub-fleet-'))
  const ground = await openGround()
  const targets = await startTargets('50', 'notes')
  const workers: ChildProcess[] = []
  try {
    await seed(targets.port)
    for (let n = 0; n < option('workers', 1); n += 1) workers.push(await startWorker(ground.url, folder))
    await fallDue(intervalSeconds)
    const beganAt = performance.now()
    const sum = (of: (worker: ChildProcess) => number) => workers.map(of).reduce((all, one) => all + one, 0)
    await sleep(60_000)
    const rssAtOne = sum(residentMb)
    const [cpuBefore, serverBefore, from] = [sum(cpuSeconds), ground.serverCpuMicros(), performance.now()]
    await sleep(Math.max(0, minutes * 60_000 - (performance.now() - beganAt)))
    const seconds = (performance.now() - from) / 1_000
    const cpu = (sum(cpuSeconds) - cpuBefore) / seconds
    const serverCpu = (ground.serverCpuMicros() - serverBefore) / 1_000_000 / seconds
    const rssAtEnd = sum(residentMb)
    const forgotten = await countForgotten()
    const arrivals = (await (await fetch(`http://127.0.0.1:${targets.port}/arrivals`)).json()) as Record<
      string,
      number[]
    >
    for (const worker of workers) await end(worker)
    const found = lateness(await readChecks(), arrivals, intervalSeconds)
    const notes = {
      ...found.notes,
      'ticks forgotten at the end': forgotten,
      'memory of the workers at minute 1 (MB)': Math.round(rssAtOne),
      'memory of the workers at the end (MB)': Math.round(rssAtEnd),
      'CPU of the workers (cores)': Math.round(cpu * 100) / 100,
      'CPU of PostgreSQL (cores)': Math.round(serverCpu * 100) / 100,
    }
    return { name: 'fleet', ours: found.p99, limit: limitMs, peer: null, unit: 'ms', notes }
  } finally {
    for (const worker of workers) await end(worker, 'SIGKILL')
    await end(targets.child)
    await ground.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
