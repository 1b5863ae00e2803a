import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { inTenant } from '@/db/tenant'
import { aCaller, aServer, testMasterKey } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { setCallPolicy } from './service'

const child = fileURLToPath(new URL('../../../test/child-calls.ts', import.meta.url))

describe('kill -9 in the middle of a batch', () => {
  it('leaves no call half-logged: the minutes say what the rows say', { timeout: 60_000 }, async () => {
    const ctx = await aCaller()
    const service = await aServer(({ url }) => ({ status: url === '/7' ? 404 : 200, body: {} }))
    await connectIntegration(ctx, {
      ...{ type: 'custom.http', name: 'svc', slug: 'svc', method: 'bearer', config: { baseUrl: service.url } },
      ...{ secrets: { token: 'tok-0123456789' }, skipTest: true },
    })
    await setCallPolicy(ctx, { integration: 'svc', policy: { retry: { attempts: 1 } } })
    const { PATH = '', HOME = '/root' } = globalThis.process.env
    for (const killAfter of [600]) {
      const from = service.asked.length
      const started = spawn(
        process.execPath,
        ['--import', 'tsx', child, inject('databaseUrl'), ctx.tenantId, testMasterKey],
        { env: { PATH, HOME, NODE_ENV: 'test', INTHUB_MODE: 'test' }, stdio: 'ignore' },
      )
      onTestFinished(() => {
        started.kill('SIGKILL')
      })
      while (service.asked.length - from < killAfter) await sleep(5)
      started.kill('SIGKILL')
      await once(started, 'exit')
    }
    // The database may still be at the statement it was given last.
    await sleep(500)
    const sums = await inTenant(ctx, async (tx) => {
      const [rows] =
        await tx.execute(sql`select count(*)::int as calls, count(*) filter (where outcome = 'failure')::int
        as failures, sum(response_bytes)::int as bytes from calls`)
      const [minutes] = await tx.execute(sql`select sum(calls)::int as calls, sum(failures)::int as failures,
        sum(response_bytes)::int as bytes from call_minutes`)
      return { rows, minutes }
    })
    expect(sums.minutes).toEqual(sums.rows)
    expect(Number(sums.rows?.calls)).toBeGreaterThan(0)
  })
})
