import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median } from './figure'
import { aKeyOf, aTenantWith, openGround } from './load/database'
import { type Program, startProgram, unlimited } from './load/process'
import type { RawOrder, RawReport } from './load/raw-load'

/**
 * A list of 50 integrations over REST as the hub answers it, from PostgreSQL under row-level security, with sign-in,
 * limits and all fields: beside the very same list from memory over plain node:http (the limit), and over a bare hono
 * route. So the ratio says what everything that is not HTTP costs.
 */
const rounds = 5
const loadMs = 2_000
const warmUpMs = 4_000
const connections = 32
const path = '/api/v1/integrations?limit=50'
const kinds = ['http', 'hub', 'hono'] as const
type Kind = (typeof kinds)[number]

type Cpu = { user: number; system: number }
type Measured = RawReport & { cpuMicros: number }
type Pair = { server: Program; load: Program }

async function measureOne({ server, load }: Pair, headers: Record<string, string>, ms: number): Promise<Measured> {
  const { port } = server.ready as { port: number }
  const before = await server.ask<Cpu>('cpu')
  const order: RawOrder = { port, path, headers, connections, ms }
  const report = await load.ask<RawReport>(order)
  const after = await server.ask<Cpu>('cpu')
  return { ...report, cpuMicros: (after.user + after.system - before.user - before.system) / report.answers }
}

export async function measure(): Promise<Figure> {
  const ground = await openGround()
  const folder = mkdtempSync(join(tmpdir(), 'inthub-rest-'))
  const programs: Program[] = []
  const start = async (entry: string, args: string[] = []) => {
    const limits = { ...unlimited, METRICS_PORT: '0' }
    const env = { INTHUB_MODE: 'test', LOG_LEVEL: 'fatal', ...limits }
    const program = await startProgram(entry, args, { ...env, AUTH_SECRET: 'a secret only for this measurement' })
    programs.push(program)
    return program
  }
  try {
    const ctx = await aTenantWith(50, 'listed')
    for (let at = 0; at < 19; at += 1) await aTenantWith(50, `other-${at}`)
    const headers = { authorization: `Bearer ${await aKeyOf(ctx, 'integrations:read')}` }
    await ground.analyze()
    const load = await start('bench/load/raw-load.ts')
    const hub = await start('bench/load/list-server.ts', ['hub', ground.url, ctx.tenantId])
    const answer = await fetch(`http://127.0.0.1:${(hub.ready as { port: number }).port}${path}`, { headers })
    const text = await answer.text()
    if (answer.status !== 200 || JSON.parse(text).items.length !== 50) throw new Error(`${answer.status}: ${text}`)
    const file = join(folder, 'list.json')
    writeFileSync(file, text)
    const servers: Record<Kind, Program> = {
      hub,
      http: await start('bench/load/memory-server.ts', ['http', file]),
      hono: await start('bench/load/memory-server.ts', ['hono', file]),
    }
    for (const kind of kinds) await measureOne({ server: servers[kind], load }, headers, warmUpMs)
    const all: Record<Kind, Measured[]> = { http: [], hub: [], hono: [] }
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds) all[kind].push(await measureOne({ server: servers[kind], load }, headers, loadMs))
    }
    const of = (kind: Kind, field: keyof Measured) => median(all[kind].map((each) => each[field]))
    const notes = Object.fromEntries(
      kinds.flatMap((kind) => [
        [`${kind} (lists/s)`, Math.round(of(kind, 'perSecond'))],
        [`${kind}, CPU of its process for a list (us)`, Math.round(of(kind, 'cpuMicros'))],
        [`${kind}, p99 (ms)`, Math.round(of(kind, 'p99'))],
      ]),
    )
    const [ours, limit, peer] = [of('hub', 'perSecond'), of('http', 'perSecond'), of('hono', 'perSecond')]
    return {
      name: 'rest-list',
      ours,
      limit,
      peer,
      unit: 'lists/s',
      notes: { ...notes, 'bytes of a list': text.length },
    }
  } finally {
    for (const program of programs) await program.stop()
    rmSync(folder, { recursive: true, force: true })
    await ground.stop()
  }
}
