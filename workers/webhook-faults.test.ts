import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { acrossTenants, inTenant } from '@/db/tenant'
import { relayEvents } from '@/server/domain/events/relay'
import { getEndpoint, listDeliveries } from '@/server/domain/webhooks/service'
import type { Context } from '@/server/kernel/context'
import { toUuid } from '@/server/kernel/ids'
import { anEndpoint, aReceiver, type Receiver, running, tellCustom, tellMany, until } from '@/test/webhooks'
import { aCaller, eventTypesOf, relayAll, testMasterKey } from '@/test/world'
import { mostUnwritten } from './webhook-recorder'
import { WebhookSender } from './webhook-sender'

const child = fileURLToPath(new URL('../test/child-sender.ts', import.meta.url))
const idsOf = (receiver: Receiver) => receiver.asked.map(({ headers }) => String(headers['webhook-id']))

function countStates(ctx: Context) {
  return inTenant(ctx, async (tx) => {
    const rows = await tx.execute<{ state: string; count: number }>(
      sql`select state, count(*)::int as count from webhook_deliveries group by state`,
    )
    return Object.fromEntries([...rows].map(({ state, count }) => [state, count]))
  })
}

/** Many events, told in one go. */
async function tellAtOnce(ctx: Context, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (let at = lane; at < count; at += 4) await tellCustom(ctx, 'told', { at })
    }),
  )
}

describe('kill -9 of a sender in the middle of its deliveries', () => {
  it('loses none, changes no id, and repeats few', { timeout: 120_000 }, async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    const concurrency = 8
    const kills = [500, 2_500]
    await anEndpoint(ctx, receiver.url, { concurrency })
    const total = 5_000
    await tellAtOnce(ctx, total)
    await relayAll()
    const { PATH = '', HOME = '/root' } = globalThis.process.env
    for (const killAfter of kills) {
      const started = spawn(
        process.execPath,
        ['--import', 'tsx', child, inject('databaseUrl'), testMasterKey, '3000'],
        {
          env: { PATH, HOME, NODE_ENV: 'test', INTHUB_MODE: 'test' },
          stdio: 'ignore',
        },
      )
      onTestFinished(() => {
        started.kill('SIGKILL')
      })
      await until(() => receiver.asked.length >= killAfter, 20_000)
      started.kill('SIGKILL')
      await once(started, 'exit')
    }
    running(new WebhookSender({ leaseMs: 3_000 }))
    await until(async () => (await countStates(ctx)).delivered === total, 60_000)
    const ids = idsOf(receiver)
    const repeated = ids.length - new Set(ids).size
    console.info(`kill -9: ${total} events, ${new Set(ids).size} received, ${repeated} repeated`)
    expect(new Set(ids).size).toBe(total)
    // What was under way, and what was not written yet: that of each one killed, and no more.
    expect(repeated).toBeLessThanOrEqual(kills.length * (mostUnwritten + concurrency))
  })
})

describe('two relays and two senders at once', () => {
  it('send nothing twice', { timeout: 60_000 }, async () => {
    const ctx = await aCaller()
    const receivers = [await aReceiver(), await aReceiver()]
    for (const { url } of receivers) await anEndpoint(ctx, url)
    const total = 600
    let isOver = false
    const relay = async () => {
      while (!isOver) if ((await relayEvents(50)).length === 0) await sleep(5)
    }
    const relays = [relay(), relay()]
    running(new WebhookSender())
    running(new WebhookSender())
    await tellAtOnce(ctx, total)
    await until(async () => (await countStates(ctx)).delivered === 2 * total, 40_000)
    isOver = true
    await Promise.all(relays)
    for (const receiver of receivers) {
      const ids = idsOf(receiver)
      expect(ids).toHaveLength(total)
      expect(new Set(ids).size).toBe(total)
    }
  })
})

/** A receiver that does as it likes with a connection. */
async function hostile(behave: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    behave(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n'
const drip = (socket: Socket, piece: string) => {
  const timer = setInterval(() => socket.write(piece), 100)
  socket.on('close', () => clearInterval(timer))
}

/** As much as is taken, without end. */
function pour(socket: Socket): void {
  const chunk = Buffer.alloc(65_536, 'x')
  socket.write(`${head}content-length: 2000000000\r\n\r\n`)
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

const behaviours: Record<string, (socket: Socket) => void> = {
  'never answers': () => undefined,
  'drips a head': (socket) => drip(socket, 'H'),
  'sends headers without end': (socket) => {
    socket.write(head)
    drip(socket, 'x-more: yes\r\n')
  },
  'drips a body': (socket) => {
    socket.write(`${head}\r\n`)
    drip(socket, '.')
  },
  'pours gigabytes': pour,
  'resets the connection': (socket) => {
    socket.resetAndDestroy()
  },
  'talks rubbish': (socket) => {
    socket.end('\u0000\u0001 this is no HTTP\r\n\r\n')
  },
  'redirects in a circle': (socket) => {
    socket.on('data', () => socket.write('HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 0\r\n\r\n'))
  },
}

/** How late a healthy receiver hears of events that are told one after another. */
async function lateness(ctx: Context, receiver: Receiver, count: number): Promise<number[]> {
  const late: number[] = []
  for (let at = 0; at < count; at++) {
    const before = receiver.asked.length
    const began = performance.now()
    await tellCustom(ctx, 'told', { at })
    await relayAll()
    await until(() => receiver.asked.length > before, 20_000)
    late.push(performance.now() - began)
  }
  return late.sort((a, b) => a - b)
}
const p99 = (sorted: readonly number[]) => sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0

describe('hostile receivers beside a healthy one', () => {
  it('delay it within bounds, and cost memory within bounds', { timeout: 120_000 }, async () => {
    const ctx = await aCaller()
    const healthy = await aReceiver()
    await anEndpoint(ctx, healthy.url, { name: 'healthy' })
    running(new WebhookSender())
    const alone = p99(await lateness(ctx, healthy, 40))
    for (const [name, behave] of Object.entries(behaviours)) await anEndpoint(ctx, await hostile(behave), { name })
    await tellAtOnce(ctx, 60)
    await relayAll()
    const memory = process.memoryUsage().rss
    const beside = p99(await lateness(ctx, healthy, 60))
    const grown = (process.memoryUsage().rss - memory) / 1_048_576
    console.info(
      `healthy p99 ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside 8 hostile; ${grown.toFixed(0)} MB more`,
    )
    expect(beside).toBeLessThan(Math.max(3 * alone, alone + 2_000))
    expect(grown).toBeLessThan(200)
    await until(async () => {
      const { items } = await listDeliveries(ctx, { first: 200, filter: { endpoint: 'redirects in a circle' } })
      return items.some(({ node }) => node.message?.includes('redirect'))
    })
    // Who said yes has it, however much was said beside.
    await until(async () => {
      const { items } = await listDeliveries(ctx, {
        first: 1,
        filter: { endpoint: 'pours gigabytes', states: ['delivered'] },
      })
      return items.length > 0
    })
    await until(async () => (await getEndpoint(ctx, 'never answers')).state === 'failing', 25_000)
  })
})

describe('an endpoint that has failed for five days', () => {
  it('is disabled with one event, and what waited is kept', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver(() => ({ status: 500 }))
    const { endpoint } = await anEndpoint(ctx, receiver.url)
    await inTenant(ctx, (tx) =>
      tx.execute(sql`update webhook_endpoints set failing_since = now() - interval '121 hours', failures = 7`),
    )
    await tellMany(ctx, 3)
    running(new WebhookSender())
    await until(async () => (await getEndpoint(ctx, endpoint.id)).state === 'disabled')
    expect(await getEndpoint(ctx, endpoint.id)).toMatchObject({ disabledReason: 'failing', enabled: false })
    expect(receiver.asked).toHaveLength(1)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'webhook.disabled')).toHaveLength(1)
    expect(await countStates(ctx)).toEqual({ pending: 2, retrying: 1 })
  })
})

describe('a lease', () => {
  it('that ended is somebody else’s, and what comes late changes nothing', async () => {
    const ctx = await aCaller()
    let answer: (() => void) | undefined
    let calls = 0
    const receiver = await aReceiver(async () => {
      calls += 1
      if (calls === 1)
        await new Promise<void>((resolve) => {
          answer = resolve
        })
      return { status: 200 }
    })
    await anEndpoint(ctx, receiver.url)
    await tellMany(ctx, 1)
    running(new WebhookSender({ leaseMs: 500 }))
    await until(() => receiver.asked.length === 2)
    await until(async () => (await countStates(ctx)).delivered === 1)
    answer?.()
    await sleep(300)
    const [sums] = await acrossTenants('test', (tx) =>
      tx.execute<{ tries: number }>(
        sql`select count(*)::int as tries from delivery_attempts where tenant_id = ${toUuid(ctx.tenantId)}`,
      ),
    )
    expect(sums?.tries).toBe(1)
    expect(new Set(idsOf(receiver)).size).toBe(1)
  })
})
