import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { migrate } from '@/db/migrate'
import { checks, healthStates, integrations } from '@/db/schema'
import { acrossTenants, closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import type { Context } from '@/server/kernel/context'
import { aDatabase, aHubProcess, aRedis, findProgram, type HubProcess, until } from '@/test/processes'
import { aCaller, aKey, aServer, testMasterKey } from '@/test/world'

/** Several processes of one hub, on one database: what one does the others know, and killing them loses nothing. */
const redisProgram = findProgram('redis-server')
if (!redisProgram) console.warn('skipped: the Redis mode needs redis-server, which is not installed')

const connectDocument =
  'mutation ($input: ConnectIntegrationInput!) { connectIntegration(input: $input) { integration { id slug } } }'

async function ask(hub: HubProcess, key: string, query: string, variables: object = {}) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { data?: Record<string, unknown>; errors?: unknown[] }
}

const connect = (hub: HubProcess, key: string, baseUrl: string, more: object = {}) =>
  ask(hub, key, connectDocument, { input: { type: 'custom.http', method: 'none', config: { baseUrl }, ...more } })

/** A subscription to every event, over a socket of its own. */
async function aSubscriber(hub: HubProcess, key: string) {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const types: string[] = []
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const acknowledged = new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } })),
    )
    socket.on('message', (data) => {
      const message = JSON.parse(String(data))
      if (message.type === 'connection_ack') resolve()
      if (message.type === 'next') types.push(message.payload.data.events.type)
    })
  })
  await acknowledged
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { events { type } }' } }))
  await new Promise((resolve) => setTimeout(resolve, 500))
  return { types, closed, close: () => socket.terminate() }
}

/** Below what people may choose, so that a test sees many ticks. */
const checkEverySecond = (ctx: Context) =>
  inTenant(ctx, async (tx) => {
    await tx.update(integrations).set({ intervalSeconds: 1 })
    await tx.update(healthStates).set({ dueAt: sql`now()` })
  })

const countChecks = async (ctx: Context) =>
  inTenant(ctx, async (tx) => {
    const rows = await tx.select({ id: checks.integrationId, dueAt: checks.dueAt }).from(checks)
    const perIntegration = new Map<string, number>()
    for (const row of rows) perIntegration.set(row.id, (perIntegration.get(row.id) ?? 0) + 1)
    return { total: rows.length, least: Math.min(...perIntegration.values()), integrations: perIntegration.size }
  })

describe.each([
  ['Postgres', true],
  ['Redis', Boolean(redisProgram)],
] as const)('several processes with their queue on %s', (mode, canRun) => {
  let database: Awaited<ReturnType<typeof aDatabase>>
  let redis: Awaited<ReturnType<typeof aRedis>> | undefined
  const hubs: HubProcess[] = []
  const start = async (role: string) => {
    const hub = await aHubProcess({
      DATABASE_URL: database.url,
      INTHUB_ROLE: role,
      ...(redis && { REDIS_URL: redis.url }),
    })
    hubs.push(hub)
    return hub
  }

  beforeAll(async () => {
    if (!canRun) return
    database = await aDatabase()
    if (mode === 'Redis' && redisProgram) redis = await aRedis(redisProgram)
    await closeDatabase()
    await migrate(database.url)
    connectDatabase({ ownerUrl: database.url, appConnections: 4, systemConnections: 2 })
    await openKeyring(testMasterKey)
  }, 60_000)

  afterAll(async () => {
    if (!canRun) return
    await Promise.all(hubs.map((hub) => hub.kill('SIGKILL')))
    await closeDatabase()
    await redis?.stop()
    await database.drop()
  })

  it.skipIf(!canRun)(
    'reach each other, record each tick once, and go on when one is killed',
    { timeout: 150_000 },
    async () => {
      const [webA, webB, workerA] = [
        await start('web'),
        await start('web'),
        await start('worker').catch((error) => error),
      ] as HubProcess[]
      const workerB = await start('worker')
      if (!webA || !webB || !workerA) throw new Error('not started')
      const ctx = await aCaller()
      const key = await aKey(ctx)
      const subscriber = await aSubscriber(webB, key)
      const service = await aServer(() => ({ status: 200, body: {} }))
      for (let at = 0; at < 12; at++) expect((await connect(webA, key, `${service.url}/s${at}`)).errors).toBeUndefined()
      await until(
        'an event raised in one web process at a subscriber of the other',
        async () => subscriber.types.filter((type) => type === 'integration.created').length === 12,
      )

      await checkEverySecond(ctx)
      await until('many checks of each', async () => (await countChecks(ctx)).least >= 8, 40_000)
      const asked = service.asked.length
      const { total } = await countChecks(ctx)
      // Each check asks the service a fixed number of times: two processes doing one tick would ask twice as often.
      const perCheck = asked / total
      expect(perCheck).toBeLessThan(3.5)

      await workerA.kill('SIGKILL')
      if (redis) {
        const client = new Redis(redis.url)
        await client.flushall()
        await client.quit()
      }
      const killedAt = new Date(Date.now() + 3_000)
      await until(
        'checks of every integration after a worker was killed',
        async () => {
          const recent = await inTenant(ctx, (tx) =>
            tx.execute<{ n: number }>(
              sql`select count(distinct integration_id)::int as n from checks where recorded_at > ${killedAt.toISOString()}::timestamptz`,
            ),
          )
          return recent[0]?.n === 12
        },
        90_000,
      )
      subscriber.close()
      await webB.kill('SIGTERM')
      await workerB.kill('SIGTERM')
    },
  )

  it.skipIf(!canRun)(
    'drain on SIGTERM: sockets told, running checks finished or given back, exit 0',
    { timeout: 120_000 },
    async () => {
      const hub = await start('all')
      const ctx = await aCaller()
      const key = await aKey(ctx)
      let slow = false
      const service = await aServer(async () => {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 2_000))
        return { status: 200, body: {} }
      })
      for (let at = 0; at < 3; at++) await connect(hub, key, `${service.url}/s${at}`)
      const subscriber = await aSubscriber(hub, key)
      const before = (await countChecks(ctx)).total
      slow = true
      const asked = service.asked.length
      await checkEverySecond(ctx)
      await until('running checks', async () => service.asked.length > asked)
      const { code, afterMs } = await hub.kill('SIGTERM')
      expect(code).toBe(0)
      expect(afterMs).toBeLessThan(30_000)
      expect(await subscriber.closed).toBe(1001)
      const [left] = await acrossTenants('test', (tx) =>
        tx.execute<{ leased: number }>(
          sql`select count(*)::int as leased from health_states where leased_until > now() and tenant_id = ${ctx.tenantId.slice(4)}::uuid`,
        ),
      )
      const finished = (await countChecks(ctx)).total - before
      expect(finished + (left?.leased ?? 0)).toBeGreaterThan(0)
      expect(left?.leased).toBe(0)
    },
  )
})
