import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLScalarType } from 'graphql'
import { useServer as serveSockets } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { connectDatabase, inTenant } from '@/db/tenant'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import { emit } from '@/server/domain/events/emit'
import { startHearing } from '@/server/domain/events/hear'
import { startHttp } from '@/server/http'
import { type Id, newId } from '@/server/kernel/ids'
import { postgresBus } from '@/server/platform/bus'
import { ReadinessBoard } from '@/server/readiness'
import { startRelay } from '@/workers/relay'

/**
 * One of the servers that tell a thousand sockets what happened: the hub, from a row in PostgreSQL to the sockets; stock
 * graphql-ws over events in memory; or bare ws sending the same bytes. Told `{ burst: n }`, it makes n things happen.
 */
const [kind = '', databaseUrl = '', tenantId = ''] = process.argv.slice(2)

type Fan = { port: number; burst(count: number, sample: string): Promise<void> | void }

const actor = { kind: 'system', name: 'bench' } as const

async function hub(): Promise<Fan> {
  connectDatabase({ ownerUrl: databaseUrl, appConnections: 10, systemConnections: 4 })
  const bus = postgresBus(databaseUrl)
  await startHearing(bus)
  await startRelay({ outbox: bus, live: bus, react: async () => {} })
  const readiness = new ReadinessBoard({ nothing: async () => ({ ok: true }) })
  const parts = { graphql: await makeGraphqlHandler(), sockets: makeSockets(), readiness, screens: () => undefined }
  const { port } = await startHttp(parts, 0, '127.0.0.1')
  const ctx = { tenantId: tenantId as Id<'tenant'>, actor, correlationId: newId('request') }
  const burst = (count: number) =>
    inTenant(ctx, async (tx) => {
      const told = Array.from({ length: count }, (_unused, at) => {
        const data = { apiKeyId: `key_${at}`, name: `A key that was made ${at}`, expiresAt: null }
        return emit(tx, ctx, 'api_key.created', { data })
      })
      await Promise.all(told)
    })
  return { port, burst }
}

/** The plainest pub/sub: a queue for each subscriber. */
function memory<T>() {
  const queues = new Set<{ waiting: T[]; wake: () => void }>()
  const publish = (value: T) => {
    for (const queue of queues) {
      queue.waiting.push(value)
      queue.wake()
    }
  }
  async function* subscribe(): AsyncGenerator<T> {
    const queue = { waiting: [] as T[], wake: () => {} }
    queues.add(queue)
    try {
      for (;;) {
        for (let value = queue.waiting.shift(); value !== undefined; value = queue.waiting.shift()) yield value
        await new Promise<void>((resolve) => {
          queue.wake = resolve
        })
      }
    } finally {
      queues.delete(queue)
    }
  }
  return { publish, subscribe }
}

async function listening(attach: (sockets: WebSocketServer) => void): Promise<number> {
  const server = createServer()
  attach(new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

type Told = { payload: { data: { events: Record<string, unknown> } } }

async function stock(): Promise<Fan> {
  const { publish, subscribe } = memory<Record<string, unknown>>()
  const schema = makeExecutableSchema({
    typeDefs: `
      scalar JSONObject
      scalar DateTime
      type Query { version: String }
      type Subscription { events: Event! }
      type Event { id: ID! sequence: String! type: String! time: DateTime! subject: String! level: String!
        outcome: String! summary: String! data: JSONObject! }`,
    resolvers: {
      JSONObject: new GraphQLScalarType({ name: 'JSONObject' }),
      DateTime: new GraphQLScalarType({ name: 'DateTime' }),
      Subscription: { events: { subscribe, resolve: (event: unknown) => event } },
    },
  })
  const port = await listening((sockets) => serveSockets({ schema }, sockets))
  const burst = (count: number, sample: string) => {
    const { events } = (JSON.parse(sample) as Told).payload.data
    for (let at = 0; at < count; at += 1) publish(events)
  }
  return { port, burst }
}

async function bare(): Promise<Fan> {
  let all: WebSocketServer | undefined
  const port = await listening((sockets) => {
    all = sockets
    sockets.on('connection', (socket) => {
      // As much of the protocol as the readers need to begin.
      socket.once('message', () => socket.send('{"type":"connection_ack"}'))
    })
  })
  const burst = async (count: number, sample: string) => {
    const bytes = Buffer.from(sample)
    for (let at = 0; at < count; at += 1) {
      for (const socket of all?.clients ?? []) socket.send(bytes, { binary: false })
      // Lets the sockets be written to, as anything that waits for its next event does.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { port, burst }
}

const kinds: Record<string, () => Promise<Fan>> = { hub, stock, bare }
const fan = await kinds[kind]?.()
type Order = 'cpu' | { burst: number; sample: string }
process.on('message', async (order: Order) => {
  if (order === 'cpu') return process.send?.(process.cpuUsage())
  await fan?.burst(order.burst, order.sample)
  process.send?.('done')
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port: fan?.port })
