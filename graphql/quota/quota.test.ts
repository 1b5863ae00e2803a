import { expect, it } from 'vitest'
import { quotas } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { connectIntegration } from '@/server/domain/integrations/service'
import { flushQuotas, learnQuotas } from '@/server/domain/quotas/service'
import type { QuotaSample } from '@/server/kernel/quotas'
import { aHub, anOpenLine } from '@/test/hub'
import { aCaller, aKey, aLiveHub, aServer, type Caller } from '@/test/world'

const token = 'tok-0123456789abcdef'

async function anIntegration(ctx: Caller) {
  const { url } = await aServer(() => ({ status: 200, body: { ok: true } }))
  const settings = { type: 'custom.http', method: 'bearer', config: { baseUrl: url }, secrets: { token } }
  return (await connectIntegration(ctx, settings)).integration
}

const subscription = `subscription { rateLimitWarning { slug pool remaining thresholdPercent resetAt emptyAt forecast } }`
const query = `query ($ref: ID!) { integration(id: $ref) { quotas {
  pool title remainingPercent usedPerMinute emptyAt forecast mode perSecond waiting pausedUntil
  reserved { interactive deploy sync probe } } } }`

/** Down from 100 to 30 within the last two minutes, so the rest lasts less than one more. */
async function runDown(ctx: Caller, integrationId: Awaited<ReturnType<typeof anIntegration>>['id']) {
  const resetAt = new Date(Date.now() + 3_600_000)
  learnQuotas(ctx, integrationId, [{ pool: 'core', limit: 100, remaining: 30, resetAt }])
  await flushQuotas()
  const [now, reset] = [Math.round(Date.now() / 1000), Math.round(resetAt.getTime() / 1000)]
  const samples: QuotaSample[] = [
    [now - 120, 100, reset],
    [now - 60, 65, reset],
    [now - 1, 30, reset],
  ]
  await inTenant(ctx, (tx) => tx.update(quotas).set({ samples }))
  return resetAt
}

it('a pool tells how it runs down, what is reserved and who waits', async () => {
  const ctx = await aCaller()
  const { id } = await anIntegration(ctx)
  await runDown(ctx, id)
  const { data } = await (await aHub()).ask(query, { variables: { ref: id }, key: await aKey(ctx) })
  const [quota] = (data as { integration: { quotas: Record<string, unknown>[] } }).integration.quotas
  expect(quota).toMatchObject({
    ...{ pool: 'core', title: null, remainingPercent: 30, mode: 'ENFORCE', perSecond: null, waiting: 0 },
    ...{ forecast: 'empty in less than a minute at this rate', pausedUntil: null },
    reserved: { interactive: 0, deploy: 5, sync: 25, probe: 40 },
  })
  expect(quota?.usedPerMinute).toBeCloseTo(35, -1)
  expect(new Date(String(quota?.emptyAt)).getTime()).toBeGreaterThan(Date.now())
})

it('a warning is told with where it leads', async () => {
  const ctx = await aCaller()
  const { id, slug } = await anIntegration(ctx)
  const resetAt = await runDown(ctx, id)
  await aLiveHub()
  const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
  line.subscribe('1', subscription)
  await new Promise((resolve) => setTimeout(resolve, 300))
  learnQuotas(ctx, id, [{ pool: 'core', limit: 100, remaining: 20, resetAt }])
  await flushQuotas()
  const message = await line.until(({ type }) => type === 'next')
  expect((message.payload as { data: unknown }).data).toMatchObject({
    rateLimitWarning: {
      ...{ slug, pool: 'core', remaining: 20, thresholdPercent: 25, emptyAt: expect.any(String) },
      forecast: 'empty in less than a minute at this rate',
    },
  })
})
