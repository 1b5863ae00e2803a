import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { learnQuotas as readQuotas } from '@/connectors/kit/quotas'
import { usualCallPolicy } from '@/server/kernel/calls'
import { aRedis, findProgram } from '@/test/processes'
import { aCaller, aServer, type Caller } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { placeLedger, postgresLedger, redisLedger } from './ledger'
import { flushQuotas, learnQuotas, takeQuota } from './service'

/** A provider that counts: so many calls per window, and 429 for each one more. */
async function aProvider(limit: number, windowMs: number) {
  const seen = { windows: new Map<number, number>(), refused: 0 }
  const { url, asked } = await aServer(({ url: path }) => {
    if (path !== '/counted') return { status: 200, body: { ok: true } }
    const window = Math.floor(Date.now() / windowMs)
    const used = (seen.windows.get(window) ?? 0) + 1
    seen.windows.set(window, used)
    if (used > limit) seen.refused += 1
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-reset': String((window + 1) * windowMs),
      'x-ratelimit-resource': 'core',
    }
    return { status: used > limit ? 429 : 200, headers, body: {} }
  })
  return { url, asked, seen }
}

async function anIntegration(ctx: Caller, url: string) {
  const settings = {
    type: 'custom.http',
    method: 'bearer',
    config: { baseUrl: url },
    secrets: { token: 'tok-000000000' },
  }
  return (await connectIntegration(ctx, settings)).integration
}

const child = fileURLToPath(new URL('../../../test/child-consumer.ts', import.meta.url))

async function aConsumer(args: readonly string[], more: Record<string, string>): Promise<{ sent: number }> {
  const { PATH = '', HOME = '/root' } = globalThis.process.env
  const started = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
    env: { PATH, HOME, NODE_ENV: 'test', INTHUB_MODE: 'test', ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    started.kill('SIGKILL')
  })
  let written = ''
  started.stdout.on('data', (chunk) => {
    written += chunk
  })
  await once(started, 'exit')
  return JSON.parse(written.trim().split('\n').at(-1) ?? '{}')
}

const redisProgram = findProgram('redis-server')

describe.each(['postgres', ...(redisProgram ? ['redis'] : [])])(
  'two noisy processes and a deployment, over %s',
  (store) => {
    it('never make the provider refuse a call, nor the deployment wait for a second', { timeout: 60_000 }, async () => {
      const redis = store === 'redis' && redisProgram ? await aRedis(redisProgram) : null
      await placeLedger(redis ? redisLedger(redis.url) : postgresLedger())
      onTestFinished(async () => {
        await placeLedger(undefined)
        await redis?.stop()
      })
      const ctx = await aCaller()
      const limit = 300
      const provider = await aProvider(limit, 4_000)
      const integration = await anIntegration(ctx, provider.url)
      const url = `${provider.url}/counted`
      const call = async (priority: 'deploy' | 'interactive') => {
        const taken = await takeQuota(ctx, {
          ...{ integrationId: integration.id, pools: ['core'], priority, policy: usualCallPolicy.quota },
          deadlineAt: Date.now() + 10_000,
        })
        if (taken.refused) return { refused: true, waitedMs: taken.waitedMs }
        const sentAt = new Date()
        const answer = await fetch(url)
        await answer.text()
        learnQuotas(ctx, integration.id, readQuotas([], Object.fromEntries(answer.headers), new Date()), { sentAt })
        return { refused: false, waitedMs: taken.waitedMs }
      }
      await call('deploy')
      await flushQuotas()
      const args = [inject('databaseUrl'), ctx.tenantId, integration.id, url, '11']
      const env: Record<string, string> = redis ? { REDIS_URL: redis.url } : {}
      const noisy = Promise.all([aConsumer(args, env), aConsumer(args, env)])
      let isOver = false
      void noisy.finally(() => {
        isOver = true
      })
      const deploys: { refused: boolean; waitedMs: number }[] = []
      while (!isOver) {
        deploys.push(await call('deploy'))
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
      const [a, b] = await noisy
      const windows = [...provider.seen.windows.values()]
      expect(provider.seen.refused).toBe(0)
      expect(deploys.filter(({ refused }) => refused)).toEqual([])
      expect(Math.max(...deploys.map(({ waitedMs }) => waitedMs))).toBeLessThan(1_000)
      // Both had their share, and what may be used was used.
      expect(Math.min(a.sent, b.sent)).toBeGreaterThan(0)
      expect(Math.max(...windows)).toBeGreaterThan(limit / 2)
    })
  },
)
