import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '@/db/migrate'
import { automationRuns, runSteps } from '@/db/schema'
import { closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { createAutomation, listRuns } from '@/server/domain/automations/service'
import { openKeyring } from '@/server/domain/credentials/service'
import { publishEvents } from '@/server/domain/events/publish'
import { connectIntegration } from '@/server/domain/integrations/service'
import { onCustom } from '@/test/automations'
import { aDatabase, aHubProcess, type HubProcess, until } from '@/test/processes'
import { aCaller, aServer, type Caller, testMasterKey } from '@/test/world'

/** Real processes, killed without warning, on a database of their own. */
let database: Awaited<ReturnType<typeof aDatabase>>
const hubs: HubProcess[] = []

beforeAll(async () => {
  database = await aDatabase()
  await closeDatabase()
  await migrate(database.url)
  connectDatabase({ ownerUrl: database.url, appConnections: 4, systemConnections: 2 })
  await openKeyring(testMasterKey)
}, 60_000)

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.kill('SIGKILL')))
  await closeDatabase()
  await database.drop()
})

async function aWorker(): Promise<HubProcess> {
  const hub = await aHubProcess({ DATABASE_URL: database.url, INTHUB_ROLE: 'worker' })
  hubs.push(hub)
  return hub
}

const call = (path: string) => ({ type: 'call', integration: 'tool', method: 'POST', path })

async function aTool(ctx: Caller, url: string): Promise<void> {
  const config = { baseUrl: url }
  await connectIntegration(ctx, { type: 'custom.http', method: 'none', config, name: 'Tool', slug: 'tool' })
}

const countEnded = (ctx: Caller) =>
  inTenant(ctx, async (tx) => {
    const [row] = await tx
      .select({ n: sql<number>`count(*) filter (where state = 'succeeded')::int` })
      .from(automationRuns)
    return row?.n ?? 0
  })

it('kill -9 in step two of three: another process goes on, and step one is not done again', {
  timeout: 150_000,
}, async () => {
  const ctx = await aCaller()
  let hangs = true
  const { url, asked } = await aServer(async (one) => {
    if (one.url === '/two' && hangs) await new Promise(() => {})
    return { status: 200, body: { at: one.url } }
  })
  await aTool(ctx, url)
  await createAutomation(ctx, { name: 'Three', definition: onCustom([call('/one'), call('/two'), call('/three')]) })
  const first = await aWorker()
  await publishEvents(ctx, { events: [{ type: 'custom.go' }] })
  const posts = () => asked.filter(({ method }) => method === 'POST').map((one) => one.url)
  await until('step two under way', async () => posts().includes('/two'), 30_000)
  await first.kill('SIGKILL')
  hangs = false
  await aWorker()
  await until('the end of the run', async () => (await countEnded(ctx)) === 1, 90_000)
  expect(posts()).toEqual(['/one', '/two', '/two', '/three'])
  const steps = await inTenant(ctx, (tx) => tx.select().from(runSteps).orderBy(runSteps.position))
  expect(steps.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['succeeded', 1],
    ['succeeded', 2],
    ['succeeded', 1],
  ])
  const [again] = [asked.filter(({ url: path }) => path === '/two').map(({ headers }) => headers['idempotency-key'])]
  expect(new Set(again).size).toBe(1)
})

it('kill -9 while events come in: each has its one run', { timeout: 150_000 }, async () => {
  const ctx = await aCaller()
  const events = 200
  await createAutomation(ctx, {
    name: 'Many',
    definition: onCustom([{ type: 'create_task', title: 'task {{ event.data.n }}' }]),
  })
  const [first] = [await aWorker(), await aWorker()]
  const publishing = (async () => {
    for (let from = 0; from < events; from += 20) {
      await publishEvents(ctx, {
        events: Array.from({ length: 20 }, (_one, at) => ({ type: 'custom.go', data: { n: from + at } })),
      })
    }
  })()
  await until('some runs', async () => (await countEnded(ctx)) > 20, 60_000)
  await first?.kill('SIGKILL')
  await publishing
  await until('the end of all runs', async () => (await countEnded(ctx)) >= events, 90_000)
  expect((await listRuns(ctx)).totalCount).toBe(events)
  const [told] = await inTenant(ctx, (tx) =>
    tx.execute<{ all: number; different: number }>(
      sql`select count(*)::int as all, count(distinct title)::int as different from tasks`,
    ),
  )
  expect(told).toEqual({ all: events, different: events })
})
