import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, median } from './figure'
import { aKeyOf, aTenantWith, openGround } from './load/database'
import { type Program, startProgram, unlimited } from './load/process'
import type { Arrived, SocketOrder } from './load/socket-load'

/**
 * A burst of events to 1,000 sockets that subscribed to the same thing: through the hub, from rows in PostgreSQL over
 * relay and bus to the sockets, beside bare ws that sends the same bytes (the limit) and stock graphql-ws over events in
 * memory. From the order to the last message received by another process. Goals: 0.9x bare ws, 2.2x stock graphql-ws.
 */
const sockets = 1_000
const eventsOfBurst = 100
const rounds = 5
const kinds = ['bare', 'hub', 'stock'] as const
type Kind = (typeof kinds)[number]

const document = 'subscription { events { id sequence type time subject level outcome summary data } }'

type Pair = { server: Program; readers: Program }
type Cpu = { user: number; system: number }
type Measured = { perSecond: number; cpuMicros: number }

const tell = (readers: Program, order: SocketOrder) => readers.ask<Arrived>(order)

/** Sets readers on a server; a first event shows that all of them listen. */
async function connect({ server, readers }: Pair, authorization: string): Promise<void> {
  const { port } = server.ready as { port: number }
  await tell(readers, { open: { url: `ws://127.0.0.1:${port}/graphql`, count: sockets, authorization, document } })
  // What is sent after subscribing is taken in order, but there is no word for "subscribed".
  await sleep(1_000)
}

async function burst({ server, readers }: Pair, count: number, sample: string): Promise<Arrived & { ms: number }> {
  const arrived = tell(readers, { expect: count })
  const startedAt = performance.now()
  await server.ask({ burst: count, sample })
  return { ...(await arrived), ms: performance.now() - startedAt }
}

async function measureOne(pair: Pair, sample: string): Promise<Measured> {
  const before = await pair.server.ask<Cpu>('cpu')
  const { messages, ms } = await burst(pair, eventsOfBurst, sample)
  const after = await pair.server.ask<Cpu>('cpu')
  const cpu = after.user + after.system - before.user - before.system
  return { perSecond: messages / (ms / 1000), cpuMicros: cpu / messages }
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
    const ctx = await aTenantWith(1, 'told')
    const authorization = `Bearer ${await aKeyOf(ctx, 'keys:read')}`
    const pairs = new Map<Kind, Pair>()
    for (const kind of kinds) {
      const server = await start('bench/load/fan-out-server.ts', [kind, ground.url, ctx.tenantId])
      const pair = { server, readers: await start('bench/load/socket-load.ts') }
      await connect(pair, authorization)
      pairs.set(kind, pair)
    }
    const pairOf = (kind: Kind): Pair => {
      const pair = pairs.get(kind)
      if (!pair) throw new Error(`There is no ${kind}.`)
      return pair
    }
    // What the hub says is what the others say after it, byte for byte.
    const { sample } = await burst(pairOf('hub'), 1, '')
    for (const kind of kinds) await burst(pairOf(kind), 10, sample)
    const all = new Map<Kind, Measured[]>(kinds.map((kind) => [kind, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds) all.get(kind)?.push(await measureOne(pairOf(kind), sample))
    }
    const of = (kind: Kind, field: keyof Measured) => median((all.get(kind) ?? []).map((each) => each[field]))
    const notes = Object.fromEntries(
      kinds.flatMap((kind) => [
        [`${kind} (messages/s)`, Math.round(of(kind, 'perSecond'))],
        [`${kind}, CPU of its process for a message (us, tenths)`, Math.round(of(kind, 'cpuMicros') * 10) / 10],
      ]),
    )
    const [ours, limit, peer] = [of('hub', 'perSecond'), of('bare', 'perSecond'), of('stock', 'perSecond')]
    const bytes = { 'bytes of a message': sample.length }
    return { name: 'subscriptions', ours, limit, peer, unit: 'messages/s', notes: { ...notes, ...bytes } }
  } finally {
    // Readers first: a socket that is closed on them would be a fault.
    for (const program of programs.reverse()) await program.stop()
    await ground.stop()
  }
}
