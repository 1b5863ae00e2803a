import { connectIntegration } from '@/server/domain/integrations/service'
import { type Figure, median } from './figure'
import { aKeyOf, aTenantWith, benchMasterKey, openGround } from './load/database'
import { hasNginx, type Nginx, startNginx } from './load/nginx'
import { type Program, startProgram, unlimited } from './load/process'
import type { RawOrder, RawReport } from './load/raw-load'

/**
 * Calls that pass through the hub, with the credential put in, counted and logged, beside nginx `proxy_pass` with an
 * access log (the limit) and the plainest proxy of node:http. Goals: 0.6x nginx, 0.1 ms more than asking the service
 * itself, 1.3x plain node:http.
 */
const rounds = 5
const loadMs = 2_500
const warmUpMs = 6_000
const connections = 32
const kinds = ['nginx', 'hub', 'plain'] as const
type Kind = (typeof kinds)[number]

/** About what one object of an API weighs. */
const body = JSON.stringify({ id: 7, text: 'x'.repeat(900) })

const service = (port: number) => `server { listen 127.0.0.1:${port}; location / {
  default_type application/json; add_header x-ratelimit-limit 1000000000; add_header x-ratelimit-remaining 999999999;
  return 200 '${body}'; } }`

const passing = (upstream: number) => (port: number, folder: string) =>
  `
upstream service { server 127.0.0.1:${upstream}; keepalive 64; keepalive_requests 1000000000; }
server { listen 127.0.0.1:${port}; access_log ${folder}/access.log combined buffer=64k flush=1s;
  location /api/v1/proxy/ { rewrite ^/api/v1/proxy/[^/]+(/.*)$ $1 break; proxy_pass http://service;
    proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Authorization "Bearer a-token-of-the-service"; } }`

type Way = { port: number; cpuMicros: () => Promise<number> }
type Measured = { perSecond: number; cpuMicros: number; p50: number; p99: number; aloneMs: number }
type Cpu = { user: number; system: number }

const wayOf = (program: Program): Way => ({
  port: (program.ready as { port: number }).port,
  cpuMicros: async () => {
    const { user, system } = await program.ask<Cpu>('cpu')
    return user + system
  },
})

async function measureOne(load: Program, way: Way, order: Omit<RawOrder, 'port' | 'connections' | 'ms'>) {
  const before = await way.cpuMicros()
  const many = await load.ask<RawReport>({ ...order, port: way.port, connections, ms: loadMs } satisfies RawOrder)
  const cpu = (await way.cpuMicros()) - before
  const alone = await load.ask<RawReport>({ ...order, port: way.port, connections: 1, ms: 700 } satisfies RawOrder)
  const { perSecond, p50, p99, answers } = many
  return { perSecond, p50, p99, cpuMicros: cpu / answers, aloneMs: alone.p50 }
}

async function aHubFor(upstream: number) {
  const ground = await openGround()
  const ctx = await aTenantWith(1, 'calling')
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', instance: 'service', method: 'bearer', skipTest: true },
    ...{ config: { baseUrl: `http://127.0.0.1:${upstream}` }, secrets: { token: 'a-token-of-the-service' } },
  })
  const key = await aKeyOf(ctx, 'integrations:execute', 'integrations:read')
  return { ground, slug: integration.slug, key }
}

async function waysTo(upstream: Nginx, start: (args: string[]) => Promise<Program>, ground: { url: string }) {
  const front = await startNginx(passing(upstream.port))
  const ways = new Map<Kind | 'service', Way>([
    ['nginx', { port: front.port, cpuMicros: async () => front.cpuMicros() }],
    ['hub', wayOf(await start(['hub', String(upstream.port), ground.url, benchMasterKey]))],
    ['plain', wayOf(await start(['plain', String(upstream.port)]))],
  ])
  return { front, ways }
}

function toFigure(all: Map<Kind, Measured[]>, serviceMs: number): Figure {
  const of = (kind: Kind, field: keyof Measured) => median((all.get(kind) ?? []).map((each) => each[field]))
  const addedMicros = (kind: Kind) => Math.round((of(kind, 'aloneMs') - serviceMs) * 1000)
  const notes = Object.fromEntries(
    kinds.flatMap((kind) => [
      [`${kind} (calls/s)`, Math.round(of(kind, 'perSecond'))],
      [`${kind}, CPU of its process for a call (us)`, Math.round(of(kind, 'cpuMicros'))],
      [`${kind}, p99 of ${connections} at once (us)`, Math.round(of(kind, 'p99') * 1000)],
      [`${kind}, added to one at a time, p50 (us)`, addedMicros(kind)],
    ]),
  )
  const [ours, limit, peer] = [of('hub', 'perSecond'), of('nginx', 'perSecond'), of('plain', 'perSecond')]
  return { name: 'proxy', ours, limit, peer, unit: 'calls/s', notes }
}

export async function measure(): Promise<Figure> {
  if (!hasNginx()) {
    process.stderr.write('  proxy: not measured, for there is no nginx to measure against (apt install nginx-light).\n')
    return { name: 'proxy', ours: 0, limit: null, peer: null, unit: 'calls/s' }
  }
  const upstream = await startNginx(service)
  const programs: Program[] = []
  const stops: (() => Promise<void>)[] = [upstream.stop]
  try {
    const { ground, slug, key } = await aHubFor(upstream.port)
    stops.push(ground.stop)
    const env = { INTHUB_MODE: 'test', LOG_LEVEL: 'fatal', METRICS_PORT: '0', DATABASE_URL: ground.url }
    const start = async (entry: string, args: string[]) => {
      const program = await startProgram(entry, args, {
        ...{ ...env, ...unlimited, AUTH_SECRET: 'a secret only for this measurement' },
      })
      programs.push(program)
      return program
    }
    const load = await start('bench/load/raw-load.ts', [])
    const { front, ways } = await waysTo(upstream, (args) => start('bench/load/proxy-server.ts', args), ground)
    stops.push(front.stop)
    const headers = { authorization: `Bearer ${key}`, accept: 'application/json', 'user-agent': 'bench' }
    const order = { path: `/api/v1/proxy/${slug}/things/7?page=2`, headers }
    for (const { port } of ways.values()) await load.ask({ ...order, port, connections, ms: warmUpMs })
    const all = new Map<Kind, Measured[]>(kinds.map((kind) => [kind, []]))
    const direct: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const alone = { ...order, port: upstream.port, connections: 1, ms: 700 }
      direct.push((await load.ask<RawReport>(alone)).p50)
      for (const kind of kinds) {
        const way = ways.get(kind)
        if (way) all.get(kind)?.push(await measureOne(load, way, order))
      }
    }
    return toFigure(all, median(direct))
  } finally {
    for (const program of programs) await program.stop()
    for (const stop of stops.reverse()) await stop()
  }
}
