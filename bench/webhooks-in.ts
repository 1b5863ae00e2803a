import { createHmac } from 'node:crypto'
import { createHook } from '@/server/domain/inbound/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { type Figure, median } from './figure'
import { aTenantWith, benchMasterKey, type Ground, openGround } from './load/database'
import type { HookOrder, HookReport } from './load/hook-load'
import { type Program, startProgram, unlimited } from './load/process'

/**
 * Webhooks of GitHub of 5 KB, answered after their commit, beside a program that only verifies them (the limit) and one
 * that writes each with an INSERT of its own (the peer). Goals: 0.3x the limit with 64 connections and 0.45x with 256,
 * 1.5x the peer. The figure is of 64 connections; the other is in the notes.
 */
const rounds = 3
const loadMs = 3_000
const warmUpMs = 3_000
const widths = [64, 256] as const
const kinds = ['verify', 'hub', 'insert'] as const
type Kind = (typeof kinds)[number]
type Measured = HookReport & { cpuMicros: number; databaseMicros: number }
type Cpu = { user: number; system: number }

const commit = (at: number) => ({
  ...{ id: at.toString(16).padStart(40, 'a'), message: `Change number ${at}: ${'words '.repeat(20)}` },
  author: { name: 'Mona Lisa Octocat', email: 'mona@github.example', username: 'octocat' },
  ...{ added: [`src/new-${at}.ts`], removed: [], modified: [`src/changed-${at}.ts`, 'README.md'] },
})

/** About what a push of a few commits weighs. */
function payload(): string {
  const commits: object[] = []
  const push = { ref: 'refs/heads/main', repository: { id: 1, full_name: 'octo/web' }, commits }
  while (JSON.stringify(push).length < 5_000) commits.push(commit(commits.length))
  return JSON.stringify(push)
}

async function aHookOn(): Promise<{ ground: Ground; path: string; secret: string }> {
  const ground = await openGround()
  const ctx = await aTenantWith(1, 'receiving')
  await connectIntegration(ctx, {
    ...{
      type: 'scm.github',
      instance: 'enterpriseServer',
      method: 'token',
      slug: 'code',
      name: 'code',
      skipTest: true,
    },
    ...{ config: { server: 'http://127.0.0.1:9' }, secrets: { token: `ghp_${'a'.repeat(36)}` } },
  })
  const { url, secret } = await createHook(ctx, { integration: 'code' })
  return { ground, path: new URL(url).pathname, secret: secret ?? '' }
}

function orderFor(secret: string, path: string): Omit<HookOrder, 'port' | 'connections' | 'ms'> {
  const body = payload()
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = {
    ...{ 'user-agent': 'GitHub-Hookshot/044aadd', accept: '*/*', 'content-type': 'application/json' },
    ...{ 'x-github-event': 'push', 'x-github-hook-id': '1', 'x-hub-signature-256': `sha256=${signature}` },
  }
  return { path, headers, body }
}

const portOf = ({ ready }: Program) => (ready as { port: number }).port
const cpuOf = async (program: Program) => {
  const { user, system } = await program.ask<Cpu>('cpu')
  return user + system
}

async function measureOne(
  load: Program,
  way: Program,
  order: Omit<HookOrder, 'port'>,
  ground: Ground,
): Promise<Measured> {
  const [before, databaseBefore] = [await cpuOf(way), ground.serverCpuMicros()]
  const report = await load.ask<HookReport>({ ...order, port: portOf(way) })
  const spent = (await cpuOf(way)) - before
  const { answers } = report
  return {
    ...report,
    cpuMicros: spent / answers,
    databaseMicros: (ground.serverCpuMicros() - databaseBefore) / answers,
  }
}

type Results = Map<string, Measured[]>
const key = (kind: Kind, width: number) => `${kind} ${width}`

async function run(
  load: Program,
  ways: Map<Kind, Program>,
  order: Omit<HookOrder, 'port' | 'connections' | 'ms'>,
  ground: Ground,
) {
  const results: Results = new Map()
  for (const way of ways.values()) await load.ask({ ...order, port: portOf(way), connections: 64, ms: warmUpMs })
  for (let round = 0; round < rounds; round += 1) {
    for (const connections of widths) {
      for (const [kind, way] of ways) {
        const one = await measureOne(load, way, { ...order, connections, ms: loadMs }, ground)
        results.set(key(kind, connections), [...(results.get(key(kind, connections)) ?? []), one])
      }
    }
  }
  return results
}

function toFigure(results: Results): Figure {
  const of = (kind: Kind, width: number, field: keyof Measured) =>
    median((results.get(key(kind, width)) ?? []).map((each) => each[field]))
  const notes = Object.fromEntries(
    widths.flatMap((width) => [
      ...kinds.flatMap((kind) => [
        [`${kind}, ${width} connections (webhooks/s)`, Math.round(of(kind, width, 'perSecond'))],
        [`${kind}, ${width} connections, p99 (ms)`, Math.round(of(kind, width, 'p99') * 10) / 10],
        [`${kind}, ${width} connections, CPU of its process (us)`, Math.round(of(kind, width, 'cpuMicros'))],
        [`${kind}, ${width} connections, CPU of PostgreSQL (us)`, Math.round(of(kind, width, 'databaseMicros'))],
      ]),
      [
        `ratio to the limit, ${width} connections`,
        Math.round((of('hub', width, 'perSecond') / of('verify', width, 'perSecond')) * 100) / 100,
      ],
      [
        `ratio to the peer, ${width} connections`,
        Math.round((of('hub', width, 'perSecond') / of('insert', width, 'perSecond')) * 100) / 100,
      ],
    ]),
  )
  const [ours, limit, peer] = kindsOfFigure.map((kind) => of(kind, 64, 'perSecond'))
  return { name: 'webhooks-in', ours: ours ?? 0, limit: limit ?? null, peer: peer ?? null, unit: 'webhooks/s', notes }
}
const kindsOfFigure = ['hub', 'verify', 'insert'] as const

export async function measure(): Promise<Figure> {
  const { ground, path, secret } = await aHookOn()
  const programs: Program[] = []
  const env = { INTHUB_MODE: 'test', LOG_LEVEL: 'fatal', METRICS_PORT: '0', DATABASE_URL: ground.url }
  const start = async (entry: string, args: string[]) => {
    const more = { ...unlimited, RATE_LIMIT_HOOK: '100000000/s', AUTH_SECRET: 'a secret only for this measurement' }
    const program = await startProgram(entry, args, { ...env, ...more })
    programs.push(program)
    return program
  }
  try {
    const load = await start('bench/load/hook-load.ts', [])
    const ways = new Map<Kind, Program>()
    for (const kind of kinds) {
      ways.set(kind, await start('bench/load/hook-server.ts', [kind, ground.url, benchMasterKey, secret]))
    }
    return toFigure(await run(load, ways, orderFor(secret, path), ground))
  } finally {
    for (const program of programs) await program.stop()
    await ground.stop()
  }
}
