import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '@/db/migrate'
import { checks, healthStates } from '@/db/schema'
import { acrossTenants, closeDatabase, connectDatabase, inTenant } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { leaseDueChecks, spreadOverdueChecks } from '@/server/domain/health/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { aDatabase, until } from '@/test/processes'
import { aCaller, aServer, testMasterKey } from '@/test/world'
import { startChecker } from './checker'

/** Who is checked when, on a database of its own: a checker takes whatever is due, whoever made it. */
let database: Awaited<ReturnType<typeof aDatabase>>

beforeAll(async () => {
  database = await aDatabase()
  await closeDatabase()
  await migrate(database.url)
  connectDatabase({ ownerUrl: database.url, appConnections: 4, systemConnections: 2 })
  await openKeyring(testMasterKey)
})

afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

/** A service that answers until it is told to hang. */
async function aService() {
  const state = { hangs: false }
  const server = await aServer(async () => {
    if (state.hangs) await new Promise(() => {})
    return { status: 200, body: {} }
  })
  return { state, ...server }
}

async function integrationsAt(ctx: Context, url: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const config = { baseUrl: `${url}/s${n}` }
    await connectIntegration(ctx, { type: 'custom.http', method: 'none', config })
  }
}

/** All of the tenant's checks fall due, so many seconds ago. */
const fallDue = (ctx: Context, secondsAgo: number, isSlow = false) =>
  inTenant(ctx, (tx) =>
    tx.update(healthStates).set({
      dueAt: sql`now() - make_interval(secs => ${secondsAgo})`,
      leasedUntil: null,
      isSlow,
      ...(isSlow && { takenMs: 10_000 }),
    }),
  )

const calm = (ctx: Context) => inTenant(ctx, (tx) => tx.update(healthStates).set({ dueAt: null }))

const countScheduled = (ctx: Context) =>
  inTenant(ctx, async (tx) => (await tx.select().from(checks).where(eq(checks.source, 'schedule'))).length)

function aChecker(fast: number, slow: number) {
  const checker = startChecker({ fast, slow })
  const clock = setInterval(() => checker.wake(), 50)
  onTestFinished(async () => {
    clearInterval(clock)
    await checker.stop(0)
  })
  return checker
}

describe('a tenant whose services all hang', () => {
  it('does not delay the checks of another, though its own began before', { timeout: 60_000 }, async () => {
    const [bad, good] = [await aCaller(), await aCaller()]
    const [hanging, well] = [await aService(), await aService()]
    await integrationsAt(bad, hanging.url, 20)
    await integrationsAt(good, well.url, 5)
    hanging.state.hangs = true
    const asked = hanging.asked.length
    await calm(good)
    await fallDue(bad, 30)
    aChecker(6, 6)
    await until('its checks are under way', async () => hanging.asked.length - asked >= 4)
    await fallDue(good, 1)
    await until('the other tenant is checked', async () => (await countScheduled(good)) >= 5, 9_000)
    // None of them has ended, so every slot they took was held all the time.
    expect(await countScheduled(bad)).toBe(0)
    await calm(bad)
    await calm(good)
  })

  it('is checked nevertheless, and its services are known to be slow from then on', { timeout: 60_000 }, async () => {
    const ctx = await aCaller()
    const hanging = await aService()
    await integrationsAt(ctx, hanging.url, 2)
    hanging.state.hangs = true
    await fallDue(ctx, 1)
    aChecker(3, 3)
    await until('its checks are recorded', async () => (await countScheduled(ctx)) >= 2, 30_000)
    const states = await inTenant(ctx, (tx) => tx.select().from(healthStates))
    expect(states.map(({ isSlow }) => isSlow)).toEqual([true, true])
    await calm(ctx)
  })
})

describe('services known to be slow', () => {
  it('do not delay the others of their own tenant', { timeout: 60_000 }, async () => {
    const ctx = await aCaller()
    const [hanging, well] = [await aService(), await aService()]
    await integrationsAt(ctx, hanging.url, 10)
    await fallDue(ctx, 30, true)
    hanging.state.hangs = true
    await integrationsAt(ctx, well.url, 5)
    await inTenant(ctx, (tx) =>
      tx.update(healthStates).set({ dueAt: sql`now()` }).where(eq(healthStates.isSlow, false)),
    )
    aChecker(3, 3)
    await until('the others are checked', async () => (await countScheduled(ctx)) >= 5, 9_000)
    const recorded = await inTenant(ctx, (tx) =>
      tx.select({ verdict: checks.verdict }).from(checks).where(eq(checks.source, 'schedule')),
    )
    expect(recorded.map(({ verdict }) => verdict)).toEqual(Array(5).fill('healthy'))
    await calm(ctx)
  })
})

describe('leaseDueChecks', () => {
  it('serves the tenant that holds least first, and gives none more than its share', async () => {
    const [many, few] = [await aCaller(), await aCaller()]
    const { url } = await aService()
    await integrationsAt(many, url, 6)
    await integrationsAt(few, url, 2)
    await fallDue(many, 60)
    await fallDue(few, 1)
    const held = new Map([[many.tenantId, 1]])
    const first = await leaseDueChecks({ lane: 'fast', most: 2, mostPerTenant: 4, held })
    expect(first.map(({ tenantId }) => tenantId).sort()).toEqual([many.tenantId, few.tenantId].sort())
    const rest = await leaseDueChecks({
      lane: 'fast',
      most: 100,
      mostPerTenant: 4,
      held: new Map([[many.tenantId, 2]]),
    })
    expect(rest.filter(({ tenantId }) => tenantId === many.tenantId)).toHaveLength(2)
    expect(rest.filter(({ tenantId }) => tenantId === few.tenantId)).toHaveLength(1)
    await calm(many)
    await calm(few)
  })
})

describe('spreadOverdueChecks', () => {
  it('moves most of what a pause left overdue into the time to come, and none that is merely due', async () => {
    const [back, well] = [await aCaller(), await aCaller()]
    const { url } = await aService()
    await integrationsAt(back, url, 60)
    await integrationsAt(well, url, 3)
    await fallDue(back, 7_200)
    await fallDue(well, 5)
    expect(await spreadOverdueChecks()).toBe(10)
    const [row] = await acrossTenants('test', (tx) =>
      tx.execute<{ due: number; later: number; latest: number }>(sql`
        select count(*) filter (where due_at <= now())::int as due, count(*) filter (where due_at > now())::int as later,
          count(*) filter (where due_at > now() + interval '5 minutes')::int as latest from health_states`),
    )
    expect(row).toEqual({ due: 53, later: 10, latest: 0 })
    await calm(back)
    await calm(well)
  })
})
