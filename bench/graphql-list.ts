import { type Figure, median } from './figure'
import { aKeyOf, aTenantWith, type Ground, openGround } from './load/database'
import type { LoadOrder, LoadReport } from './load/http-load'
import { type Program, startProgram, unlimited } from './load/process'

/**
 * A list of 50 integrations, six fields of each, from PostgreSQL under row-level security: through the hub as it is,
 * beside graphql-js on node:http with nothing around it (the limit), Apollo with express, and graphql-yoga. Goals: 0.8x
 * the limit, 2x Apollo with express, 1.2x yoga.
 */
const rows = 50
const rounds = 5
const loadMs = 3_000
const warmUpMs = 8_000
const kinds = ['bare', 'hub', 'apollo', 'yoga'] as const
type Kind = (typeof kinds)[number]

const query = `{ integrations(first: ${rows}) { edges { node { id slug name type health checkedAt } } } }`

type Measured = { perSecond: number; cpuMicros: number; serverMicros: number; p99: number }
type Pair = { server: Program; load: Program }
type Cpu = { user: number; system: number }

async function measureOne(ground: Ground, { server, load }: Pair, order: LoadOrder): Promise<Measured> {
  const serverBefore = ground.serverCpuMicros()
  const before = await server.ask<Cpu>('cpu')
  const report = await load.ask<LoadReport>(order)
  const after = await server.ask<Cpu>('cpu')
  const cpu = after.user + after.system - before.user - before.system
  const { perSecond, answers, p99 } = report
  const serverMicros = (ground.serverCpuMicros() - serverBefore) / answers
  return { perSecond, cpuMicros: cpu / answers, serverMicros, p99 }
}

export async function measure(): Promise<Figure> {
  const ground = await openGround()
  const programs: Program[] = []
  const start = async (entry: string, args: string[] = []) => {
    const env = { INTHUB_MODE: 'test', LOG_LEVEL: 'fatal', METRICS_PORT: '0', ...unlimited }
    const program = await startProgram(entry, args, { ...env, AUTH_SECRET: 'a secret only for this measurement' })
    programs.push(program)
    return program
  }
  try {
    const ctx = await aTenantWith(rows, 'listed')
    for (let at = 0; at < 19; at += 1) await aTenantWith(rows, `other-${at}`)
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await aKeyOf(ctx, 'integrations:read')}`,
    }
    await ground.analyze()
    const load = await start('bench/load/http-load.ts')
    const servers = new Map<Kind, Program>()
    for (const kind of kinds) {
      servers.set(kind, await start('bench/load/list-server.ts', [kind, ground.url, ctx.tenantId]))
    }
    const orderFor = (server: Program, ms: number): LoadOrder => {
      const { port } = server.ready as { port: number }
      return { origin: `http://127.0.0.1:${port}`, body: JSON.stringify({ query }), headers, ms }
    }
    for (const server of servers.values()) await load.ask(orderFor(server, warmUpMs))
    const all = new Map<Kind, Measured[]>(kinds.map((kind) => [kind, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [kind, server] of servers) {
        all.get(kind)?.push(await measureOne(ground, { server, load }, orderFor(server, loadMs)))
      }
    }
    const of = (kind: Kind, field: keyof Measured) => median((all.get(kind) ?? []).map((each) => each[field]))
    const notes = Object.fromEntries(
      kinds.flatMap((kind) => [
        [`${kind} (lists/s)`, Math.round(of(kind, 'perSecond'))],
        [`${kind}, CPU of its process for a list (us)`, Math.round(of(kind, 'cpuMicros'))],
        [`${kind}, CPU of PostgreSQL for a list (us)`, Math.round(of(kind, 'serverMicros'))],
        [`${kind}, p99 (ms)`, Math.round(of(kind, 'p99'))],
      ]),
    )
    const yoga = of('hub', 'perSecond') / of('yoga', 'perSecond')
    const [ours, limit, peer] = [of('hub', 'perSecond'), of('bare', 'perSecond'), of('apollo', 'perSecond')]
    const ratios = { 'ours / yoga, in hundredths': Math.round(yoga * 100) }
    return { name: 'graphql-list', ours, limit, peer, unit: 'lists/s', notes: { ...notes, ...ratios } }
  } finally {
    for (const program of programs) await program.stop()
    await ground.stop()
  }
}
