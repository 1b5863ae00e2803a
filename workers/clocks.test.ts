import { asc, sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@/db/migrate'
import { checks, healthStates, integrations } from '@/db/schema'
import { acrossTenants, closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { aDatabase, aHubProcess, aRedis, findProgram, type HubProcess, until } from '@/test/processes'
import { aCaller, aServer, testMasterKey } from '@/test/world'

/**
 * Two workers that disagree on the time by ten minutes, one of them killed in the middle of its checks, a queue that
 * loses everything: every tick has one recorded result and none is missing.
 */
const redisProgram = findProgram('redis-server')
const clockAhead = new URL('../test/clock-ahead.mjs', import.meta.url).href
const services = 12
const intervalSeconds = 1

type Tick = { due: number; recorded: number }

/** By integration, its recorded ticks in order. What a person asked for is no tick. */
const ticksOf = (ctx: Context) =>
  inTenant(ctx, async (tx) => {
    const rows = await tx
      .select({ id: checks.integrationId, dueAt: checks.dueAt, recordedAt: checks.recordedAt, source: checks.source })
      .from(checks)
      .orderBy(asc(checks.dueAt))
    const ticks = new Map<string, Tick[]>()
    for (const { id, dueAt, recordedAt, source } of rows) {
      if (source !== 'schedule') continue
      ticks.set(id, [...(ticks.get(id) ?? []), { due: dueAt.getTime(), recorded: recordedAt.getTime() }])
    }
    return ticks
  })

const least = (ticks: ReadonlyMap<string, Tick[]>) =>
  ticks.size < services ? 0 : Math.min(...[...ticks.values()].map((each) => each.length))

/** From the recording of one tick to the instant of the next: longer than the interval, and one was left out. */
const gapsOf = (ticks: ReadonlyMap<string, Tick[]>) =>
  [...ticks.values()].flatMap((each) => each.slice(1).map((tick, n) => tick.due - (each[n]?.recorded ?? 0)))

/** How far ahead of the database's clock the ticks to come lie, in seconds. */
const farthestDue = async () => {
  const [row] = await acrossTenants('test', (tx) =>
    tx.execute<{ ahead: number }>(
      sql`select max(extract(epoch from due_at - now()))::float8 as ahead from health_states`,
    ),
  )
  return row?.ahead ?? 0
}

async function aFleet(ctx: Context, url: string): Promise<void> {
  for (let n = 0; n < services; n++) {
    await connectIntegration(ctx, { type: 'custom.http', method: 'none', config: { baseUrl: `${url}/s${n}` } })
  }
  // Below what people may choose, so that a test sees many ticks.
  await inTenant(ctx, async (tx) => {
    await tx.update(integrations).set({ intervalSeconds })
    await tx.update(healthStates).set({ dueAt: sql`now()` })
  })
}

describe.each([
  ['Postgres', true],
  ['Redis', Boolean(redisProgram)],
] as const)('workers whose clocks disagree, with their queue on %s', (mode, canRun) => {
  let database: Awaited<ReturnType<typeof aDatabase>>
  let redis: Awaited<ReturnType<typeof aRedis>> | undefined
  const hubs: HubProcess[] = []
  const aWorker = async (more: Record<string, string> = {}) => {
    const place = { DATABASE_URL: database.url, ...(redis && { REDIS_URL: redis.url }) }
    const hub = await aHubProcess({ INTHUB_ROLE: 'worker', ...place, ...more })
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
    'record each tick once, miss none, and go on at once when the one ahead dies in mid-batch',
    { timeout: 240_000 },
    async () => {
      const ctx = await aCaller()
      let takesMs = 0
      const service = await aServer(async () => {
        await new Promise((resolve) => setTimeout(resolve, takesMs))
        return { status: 200, body: {} }
      })
      await aFleet(ctx, service.url)
      const connected = service.asked.length
      const ahead = await aWorker({ NODE_OPTIONS: `--import=${clockAhead}` })
      await aWorker()
      await until('many ticks of each, by both', async () => least(await ticksOf(ctx)) >= 8, 60_000)
      expect(await farthestDue()).toBeLessThan(intervalSeconds * 1.1 + 0.5)
      // One request is one check: two workers doing one tick would ask twice and record once.
      const unrecorded = service.asked.length - connected - [...(await ticksOf(ctx)).values()].flat().length
      expect(unrecorded).toBeLessThanOrEqual(services)

      takesMs = 900
      const before = service.asked.length
      await until('checks under way', async () => service.asked.length > before + services)
      await ahead.kill('SIGKILL')
      if (redis) {
        const client = new Redis(redis.url)
        await client.flushall()
        await client.quit()
      }
      const atDeath = Date.now()
      takesMs = 0
      const alive = async () => [...(await ticksOf(ctx)).values()].filter((each) => (each.at(-1)?.due ?? 0) > atDeath)
      // Whatever the dead one did not hold goes on: nothing it wrote lies in the future.
      await until('ticks go on', async () => (await alive()).length >= 1, 10_000)
      expect(await farthestDue()).toBeLessThan(intervalSeconds * 1.1 + 0.5)
      await until('what the dead one held falls due again', async () => (await alive()).length === services, 100_000)

      const ticks = await ticksOf(ctx)
      expect(Math.max(...gapsOf(ticks))).toBeLessThan(intervalSeconds * 1_100 + 100)
      expect(Math.min(...gapsOf(ticks))).toBeGreaterThan(0)
    },
  )
})
