import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Agent, request } from 'undici'
import { acrossTenants } from '@/db/tenant'
import { overrideEnv } from '@/server/platform/env'
import { startChecker } from '@/workers/checker'
import { fallDue, insertFleet } from './checks/fleet-of'
import { addressOf, end, findProgram, freePort, startTargets } from './checks/processes'
import { type Figure, median } from './figure'
import { type Ground, openGround } from './load/database'

/**
 * Checks per second: 1,000 services that answer after 50 ms, 200 checks in flight, each result stored by the code that
 * stores them in the hub. The limit sends the same GETs and keeps nothing; 200 in flight cannot be faster than 4,000/s.
 * The peer is Prometheus' blackbox exporter (Debian: apt-get install prometheus-blackbox-exporter), which probes on
 * request and stores nothing either. Goal: 0.75 of the limit, 1.8 of the peer.
 */
const services = 1_000
const inFlight = 200
const rounds = 3
const warmMs = 2_000
const roundMs = 6_000

type Round = { perSecond: number; cpuMicros: number; serverCpuMicros?: number }

const ownCpu = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Calls `ask` over and over, so many at a time, and counts in the middle of it. */
async function drive(ask: (n: number) => Promise<unknown>): Promise<Round> {
  let done = 0
  let next = 0
  let isOver = false
  const worker = async () => {
    while (!isOver) {
      await ask(next++ % services)
      done += 1
    }
  }
  const workers = Array.from({ length: inFlight }, worker)
  await sleep(warmMs)
  const [before, cpuBefore, startedAt] = [done, ownCpu(), performance.now()]
  await sleep(roundMs)
  const count = done - before
  const round = {
    perSecond: (count / (performance.now() - startedAt)) * 1_000,
    cpuMicros: (ownCpu() - cpuBefore) / Math.max(count, 1),
  }
  isOver = true
  await Promise.all(workers)
  return round
}

async function limitRound(urls: readonly string[]): Promise<Round> {
  const agent = new Agent({ connections: 1, pipelining: 1 })
  try {
    return await drive(async (n) => {
      const answer = await request(urls[n] ?? '', { dispatcher: agent })
      if (answer.statusCode !== 200) throw new Error(`A service answered ${answer.statusCode}.`)
      await answer.body.dump()
    })
  } finally {
    await agent.close()
  }
}

const countRecorded = async () => {
  const [row] = await acrossTenants('bench', (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from checks where verdict = 'healthy'`),
  )
  return row?.count ?? 0
}

async function ourRound(ground: Ground): Promise<Round> {
  // A tenant may hold two thirds of a lane.
  const checker = startChecker({ fast: inFlight * 1.5, slow: 8 })
  // Unlike in life, what was recorded is due again at once: so the checker has to look more often than it does there.
  const clock = setInterval(() => checker.wake(), 20)
  await sleep(warmMs)
  const before = await countRecorded()
  const [cpuBefore, serverBefore, startedAt] = [ownCpu(), ground.serverCpuMicros(), performance.now()]
  await sleep(roundMs)
  const ms = performance.now() - startedAt
  const [cpu, serverCpu] = [ownCpu() - cpuBefore, ground.serverCpuMicros() - serverBefore]
  const count = (await countRecorded()) - before
  clearInterval(clock)
  await checker.stop(5_000)
  return { perSecond: (count / ms) * 1_000, cpuMicros: cpu / count, serverCpuMicros: serverCpu / count }
}

const exporterConfig = `modules:
  http: { prober: http, timeout: 5s, http: { preferred_ip_protocol: ip4 } }
`

async function startExporter(folder: string) {
  const program = findProgram('prometheus-blackbox-exporter')
  if (!program) return null
  const config = join(folder, 'blackbox.yml')
  writeFileSync(config, exporterConfig)
  const port = await freePort()
  const flags = [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port}`, '--history.limit=1']
  const child = spawn(program, [...flags, '--log.level=error'], { stdio: 'ignore' })
  const agent = new Agent({ connections: inFlight, pipelining: 1 })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/-/healthy`).catch(() => undefined)
    if (answer?.ok) break
    await sleep(50)
  }
  const round = (urls: readonly string[]) =>
    drive(async (n) => {
      const target = encodeURIComponent(urls[n] ?? '')
      const answer = await request(`http://127.0.0.1:${port}/probe?module=http&target=${target}`, { dispatcher: agent })
      if (!/^probe_success 1$/m.test(await answer.body.text())) throw new Error('A probe of the peer failed.')
    })
  const stop = async () => {
    await agent.close()
    await end(child)
  }
  return { round, stop }
}

export async function measure(): Promise<Figure> {
  overrideEnv({ INTHUB_MODE: 'test', LOG_LEVEL: 'error' })
  const folder = mkdtempSync(join(tmpdir(), 'inthub-bench-'))
  const ground = await openGround()
  const targets = await startTargets('50')
  const exporter = await startExporter(folder)
  if (!exporter) process.stderr.write('No peer: apt-get install prometheus-blackbox-exporter\n')
  try {
    const urls = Array.from({ length: services }, (_unused, n) => `http://${addressOf(n)}:${targets.port}/`)
    // Due again as soon as they are recorded, so that there is always one to check.
    await insertFleet({ slug: 'bench', baseUrls: urls, intervalSeconds: 0 })
    await fallDue(0)
    const all = { ours: [] as Round[], limit: [] as Round[], peer: [] as Round[] }
    for (let round = 0; round < rounds; round += 1) {
      all.ours.push(await ourRound(ground))
      all.limit.push(await limitRound(urls))
      if (exporter) all.peer.push(await exporter.round(urls))
      const last = [all.ours, all.limit, all.peer].map((list) => Math.round(list.at(-1)?.perSecond ?? 0))
      process.stderr.write(`  round ${round + 1}: ours ${last[0]}/s, limit ${last[1]}/s, peer ${last[2]}/s\n`)
    }
    const middle = (list: readonly Round[], of: (round: Round) => number) => median(list.map(of))
    const notes = {
      'CPU of the hub per check (us)': Math.round(middle(all.ours, ({ cpuMicros }) => cpuMicros)),
      'CPU of PostgreSQL per check (us)': Math.round(middle(all.ours, (round) => round.serverCpuMicros ?? 0)),
      'CPU of the bare client per GET (us)': Math.round(middle(all.limit, ({ cpuMicros }) => cpuMicros)),
    }
    const rate = ({ perSecond }: Round) => perSecond
    return {
      ...{ name: 'health-checks', ours: middle(all.ours, rate), limit: middle(all.limit, rate) },
      ...{ peer: exporter ? middle(all.peer, rate) : null, unit: 'checks/s', notes },
    }
  } finally {
    await exporter?.stop()
    await end(targets.child)
    await ground.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
