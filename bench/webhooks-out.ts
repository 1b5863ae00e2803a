import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { Pool } from 'undici'
import { acrossTenants, inTenant } from '@/db/tenant'
import { relayEvents } from '@/server/domain/events/relay'
import { createEndpoint } from '@/server/domain/webhooks/service'
import type { Context } from '@/server/kernel/context'
import { toUuid } from '@/server/kernel/ids'
import { overrideEnv } from '@/server/platform/env'
import { aRedis } from '@/test/processes'
import { WebhookSender } from '@/workers/webhook-sender'
import { addressOf, end, findProgram, startTargets } from './checks/processes'
import { type Figure, median } from './figure'
import { aTenantWith, type Ground, openGround } from './load/database'

/**
 * Signed webhooks per second, each try recorded: events that are in the outbox already are handed over and sent to 1, 50
 * and 1,000 endpoints on addresses of their own. The limit sends the same bodies over bare Pools of undici, 64 in
 * flight, unsigned and unrecorded. The peer makes a job of each delivery on BullMQ and Redis (Debian: apt-get install
 * redis-server), signs and sends it the same way, and records nothing. Goal: 0.6 of the limit, 5 of the peer. Beside it
 * the same with a million deliveries stored.
 */
const rounds = 3
const inFlight = 64
const cases = [
  { endpoints: 1, events: 10_000 },
  { endpoints: 50, events: 200 },
  { endpoints: 1_000, events: 10 },
] as const
const main = 50
const stored = 1_000_000

type Case = (typeof cases)[number]
type Spent = { perSecond: number; cpuMicros: number; serverCpuMicros: number; fanOutPerSecond: number }

const ownCpu = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}
const urlOf = (n: number, port: number) => `http://${addressOf(n)}:${port}/hook`

/** The tenant of a case, with its endpoints. */
async function aTenantFor({ endpoints }: Case, port: number): Promise<Context> {
  const ctx = await aTenantWith(1, `bench-${endpoints}`)
  for (let n = 0; n < endpoints; n++) {
    await createEndpoint(ctx, { url: urlOf(n, port), events: ['custom.*'], concurrency: inFlight, name: `e${n}` })
  }
  return ctx
}

/** Events as `emit` writes them, a few hundred bytes each, without waiting for each. */
const tell = (ctx: Context, count: number) =>
  inTenant(ctx, (tx) =>
    tx.execute(sql`
      insert into events (id, tenant_id, type, schema_version, subject, actor, correlation_id, level, outcome, summary, data)
      select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' ||
          substr(md5(n::text || random()::text), 1, 3) || '8' || substr(md5(n::text || random()::text), 4, 15))::uuid,
        ${toUuid(ctx.tenantId)}, 'custom.bench', 1, 'custom', '{"kind":"system","id":null,"name":"bench"}', 'req_bench',
        'info', 'success', 'published', jsonb_build_object('n', n, 'text', repeat('x', 200))
      from generate_series(1, ${count}) as n`),
  )

const openLeft = async (ctx: Context) => {
  const [row] = await acrossTenants('bench', (tx) =>
    tx.execute<{ left: number }>(sql`
      select count(*)::int as left from webhook_deliveries
      where tenant_id = ${toUuid(ctx.tenantId)} and state in ('pending', 'retrying')`),
  )
  return row?.left ?? 0
}

async function handOver(): Promise<void> {
  while ((await relayEvents()).length > 0);
}

async function ourRound(ctx: Context, { endpoints, events }: Case, ground: Ground): Promise<Spent> {
  await tell(ctx, events)
  const handedFrom = performance.now()
  await handOver()
  const handedMs = performance.now() - handedFrom
  const [cpu, serverCpu, startedAt] = [ownCpu(), ground.serverCpuMicros(), performance.now()]
  const sender = new WebhookSender()
  const clock = setInterval(() => sender.wake(), 500)
  sender.wake()
  while ((await openLeft(ctx)) > 0) await sleep(20)
  const ms = performance.now() - startedAt
  clearInterval(clock)
  const total = endpoints * events
  const spent = { cpuMicros: (ownCpu() - cpu) / total, serverCpuMicros: (ground.serverCpuMicros() - serverCpu) / total }
  await sender.stop(1_000)
  return { ...spent, perSecond: (total / ms) * 1_000, fanOutPerSecond: (total / handedMs) * 1_000 }
}

const body = Buffer.from(JSON.stringify({ specversion: '1.0', type: 'custom.bench', data: { text: 'x'.repeat(400) } }))

function pools(endpoints: number, port: number) {
  const all = Array.from({ length: endpoints }, (_each, n) => {
    const { origin } = new URL(urlOf(n, port))
    return new Pool(origin, { connections: Math.max(1, Math.ceil(inFlight / endpoints)), pipelining: 1 })
  })
  const send = async (n: number, headers: Record<string, string>) => {
    const pool = all[n % endpoints]
    if (!pool) throw new Error('There is a pool for each endpoint.')
    const answer = await pool.request({ method: 'POST', path: '/hook', headers, body })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`A receiver answered ${answer.statusCode}.`)
  }
  return { send, close: () => Promise.all(all.map((pool) => pool.close())) }
}

async function limitRound({ endpoints, events }: Case, port: number): Promise<number> {
  const { send, close } = pools(endpoints, port)
  const total = endpoints * events
  let next = 0
  const startedAt = performance.now()
  const work = async () => {
    while (next < total) await send(next++, { 'content-type': 'application/json' })
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  const ms = performance.now() - startedAt
  await close()
  return (total / ms) * 1_000
}

function signed(id: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1_000)
  const hmac = createHmac('sha256', 'a secret of thirty-two bytes ....').update(`${id}.${timestamp}.`).update(body)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${hmac.digest('base64')}`,
  }
}

/** Fewer, for it is slower: a rate is a rate. */
const peerShare = 5

async function peerRound({ endpoints, events }: Case, port: number, url: string): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  const queue = new Queue(`hooks-${endpoints}`, { connection })
  const total = Math.floor((endpoints * events) / peerShare)
  const jobs = Array.from({ length: total }, (_each, n) => ({
    ...{ name: 'deliver', data: { n }, opts: { removeOnComplete: true, attempts: 5 } },
  }))
  for (let at = 0; at < jobs.length; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000))
  const { send, close } = pools(endpoints, port)
  let done = 0
  const startedAt = performance.now()
  const worker = new Worker<{ n: number }>(
    queue.name,
    async ({ data: { n } }) => {
      await send(n, signed(`evt_${n}`))
      done += 1
    },
    { connection, concurrency: inFlight },
  )
  while (done < total) await sleep(10)
  const ms = performance.now() - startedAt
  await worker.close()
  await queue.close()
  await close()
  connection.disconnect()
  return (total / ms) * 1_000
}

/** Deliveries of long ago, as many as asked for, with the tries they took. */
async function store(ctx: Context, count: number): Promise<void> {
  await acrossTenants('bench', async (tx) => {
    await tx.execute(sql`
      insert into webhook_deliveries (id, tenant_id, endpoint_id, event_id, event_type, at, state, attempts, step, due_at,
        changed_at, delivered_at, status)
      select gen_random_uuid(), endpoint.tenant_id, endpoint.id, gen_random_uuid(), 'custom.bench', at, 'delivered', 1, 1,
        at, at, at, 200
      from generate_series(1, ${count}) as n
        join lateral (select now() - n * interval '1 second' as at) as told on told.at > date_trunc('month', now()) - interval '1 month'
        join lateral (select tenant_id, id from webhook_endpoints where tenant_id = ${toUuid(ctx.tenantId)}
          order by id offset n % ${main} limit 1) as endpoint on true`)
  })
}

type Measured = { ours: Spent[]; limit: number[]; peer: number[] }

async function measureCase(one: Case, ground: Ground, port: number, redis: string | null): Promise<Measured> {
  const ctx = await aTenantFor(one, port)
  const all: Measured = { ours: [], limit: [], peer: [] }
  await ourRound(ctx, one, ground)
  for (let round = 0; round < rounds; round++) {
    all.ours.push(await ourRound(ctx, one, ground))
    all.limit.push(await limitRound(one, port))
    if (redis) all.peer.push(await peerRound(one, port, redis))
    const last = [all.ours.at(-1)?.perSecond, all.limit.at(-1), all.peer.at(-1)].map((rate) => Math.round(rate ?? 0))
    process.stderr.write(`  ${one.endpoints} endpoints: ours ${last[0]}/s, limit ${last[1]}/s, peer ${last[2]}/s\n`)
  }
  if (one.endpoints === main) {
    await store(ctx, stored)
    await ground.analyze()
    for (let round = 0; round < rounds; round++) {
      const spent = await ourRound(ctx, one, ground)
      all.ours.push(spent)
      process.stderr.write(`  ${one.endpoints} endpoints, ${stored} stored: ours ${Math.round(spent.perSecond)}/s\n`)
    }
  }
  return all
}

function notesOf(one: Case, { ours, limit, peer }: Measured): Record<string, number> {
  const few = ours.slice(0, rounds)
  const many = ours.slice(rounds)
  const middle = (list: readonly Spent[], of: (spent: Spent) => number) => Math.round(median(list.map(of)))
  const at = `${one.endpoints} endpoints`
  return {
    [`${at}: ours (per second)`]: middle(few, ({ perSecond }) => perSecond),
    [`${at}: limit (per second)`]: Math.round(median(limit)),
    [`${at}: peer (per second)`]: Math.round(median(peer)),
    [`${at}: handed over (per second)`]: middle(few, ({ fanOutPerSecond }) => fanOutPerSecond),
    [`${at}: CPU of the hub per delivery (us)`]: middle(few, ({ cpuMicros }) => cpuMicros),
    [`${at}: CPU of PostgreSQL per delivery (us)`]: middle(few, ({ serverCpuMicros }) => serverCpuMicros),
    ...(many.length > 0 && { [`${at}, ${stored} stored: ours`]: middle(many, ({ perSecond }) => perSecond) }),
  }
}

export async function measure(): Promise<Figure> {
  overrideEnv({ INTHUB_MODE: 'test', LOG_LEVEL: 'error' })
  const ground = await openGround()
  const targets = await startTargets('0')
  const program = findProgram('redis-server')
  if (!program) process.stderr.write('No peer: apt-get install redis-server\n')
  const redis = program ? await aRedis(program) : null
  try {
    const measured = new Map<Case, Measured>()
    for (const one of cases) measured.set(one, await measureCase(one, ground, targets.port, redis?.url ?? null))
    const [, found] = [...measured].find(([one]) => one.endpoints === main) ?? []
    if (!found) throw new Error('The main case is one of the cases.')
    const notes = Object.assign({}, ...[...measured].map(([one, all]) => notesOf(one, all)))
    return {
      name: 'webhooks-out',
      ours: median(found.ours.slice(0, rounds).map(({ perSecond }) => perSecond)),
      limit: median(found.limit),
      peer: redis ? median(found.peer) : null,
      unit: 'deliveries/s',
      notes,
    }
  } finally {
    await redis?.stop()
    await end(targets.child)
    await ground.stop()
  }
}
