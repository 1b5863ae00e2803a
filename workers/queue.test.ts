import { describe, expect, it, onTestFinished } from 'vitest'
import { redisBus } from '@/server/platform/bus'
import { env, overrideEnv } from '@/server/platform/env'
import { aRedis, findProgram, until } from '@/test/processes'
import { openQueue } from './queue'

const program = findProgram('redis-server')

async function aQueueOnRedis() {
  const redis = await aRedis(program ?? '')
  const { REDIS_URL } = env()
  overrideEnv({ REDIS_URL: redis.url })
  onTestFinished(() => {
    overrideEnv({ REDIS_URL })
  })
  return { redis, queue: await openQueue() }
}

describe.skipIf(!program)('without its Redis', () => {
  it('the queue says so at once, and its worker can be stopped', { timeout: 20_000 }, async () => {
    const { redis, queue } = await aQueueOnRedis()
    const ran: string[] = []
    const stop = queue.work(async (name) => void ran.push(name), 1)
    await queue.add([{ name: 'one', payload: {} }])
    await until('the job ran', async () => ran.length === 1)
    await redis.stop()
    await until('Redis is missed', async () => !queue.isReachable())
    await expect(queue.add([{ name: 'two', payload: {} }])).rejects.toMatchObject({ code: 'hub.unavailable' })
    await stop()
    await queue.close()
  })

  it('the bus holds nobody up: a hint is lost, and its listeners look for themselves', async () => {
    const redis = await aRedis(program ?? '')
    const bus = redisBus(redis.url)
    const heard: string[] = []
    const stop = await bus.subscribe('topic', (message) => heard.push(message))
    await until('a hint is heard', async () => {
      await bus.publish('topic', 'first')
      return heard.includes('first')
    })
    await redis.stop()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await bus.publish('topic', 'second')
    await stop()
    await bus.close()
    expect(heard).not.toContain('second')
  })
})
