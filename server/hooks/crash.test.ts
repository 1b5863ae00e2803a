import { createHmac } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import postgres from 'postgres'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '@/db/migrate'
import { closeDatabase, connectDatabase } from '@/db/tenant'
import { openKeyring } from '@/server/domain/credentials/service'
import { aGitHubHook, githubHeaders } from '@/test/inbound'
import { aDatabase, aHubProcess, type HubProcess, until } from '@/test/processes'
import { aCaller, testMasterKey } from '@/test/world'

/** Hubs that are killed while webhooks come in, on a database of their own. */
const senders = 24
const perSender = 120

async function ground() {
  const database = await aDatabase()
  await migrate(database.url)
  await closeDatabase()
  connectDatabase({ ownerUrl: database.url, appConnections: 4, systemConnections: 2 })
  await openKeyring(testMasterKey)
  const owner = postgres(database.url, { max: 2, onnotice: () => {} })
  onTestFinished(async () => {
    await owner.end()
    await database.drop()
  })
  return { database, owner, hook: await aGitHubHook(await aCaller()) }
}

type Ground = Awaited<ReturnType<typeof ground>>

/** A way to the database that can be frozen: connections stay, and nothing passes. */
async function aLine(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isFrozen = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => to.write(chunk))
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      if (isFrozen) from.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const freeze = (frozen: boolean) => {
    isFrozen = frozen
    for (const socket of sockets)
      if (frozen) socket.pause()
      else socket.resume()
  }
  return { url: url.toString(), freeze }
}

const start = async ({ database }: Pick<Ground, 'database'>): Promise<HubProcess> => {
  const hub = await aHubProcess({ DATABASE_URL: database.url, RATE_LIMIT_HOOK: '100000/s' })
  onTestFinished(async () => {
    await hub.kill('SIGKILL')
  })
  return hub
}

/** Sends as a provider that tries again until it is answered well; tells which were accepted. */
async function pour(hubs: () => HubProcess[], { hook }: Ground, accepted: Set<string>, sender: number): Promise<void> {
  const path = new URL(hook.url).pathname
  for (let at = 0; at < perSender; at += 1) {
    const id = `guid-${sender}-${at}`
    const body = JSON.stringify({ ref: 'refs/heads/main', at, padding: 'x'.repeat(2_000) })
    const signature = createHmac('sha256', hook.secret).update(body).digest('hex')
    const headers = {
      ...{ 'content-type': 'application/json', 'x-github-event': 'push', 'x-github-delivery': id },
      'x-hub-signature-256': `sha256=${signature}`,
    }
    for (let tries = 0; tries < 200 && !accepted.has(id); tries += 1) {
      const all = hubs()
      const hub = all[(sender + tries) % all.length]
      const status = await fetch(`${hub?.url}${path}`, { method: 'POST', headers, body }).then(
        (response) => response.status,
        () => 0,
      )
      if (status === 200) accepted.add(id)
      else await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function counts({ owner }: Ground) {
  const [row] = await owner<Record<string, number>[]>`
    select (select count(*)::int from inbound_deliveries) as deliveries,
      (select count(distinct delivery_id)::int from inbound_deliveries) as ids,
      (select count(*)::int from inbound_deliveries where state = 'processed') as processed,
      (select count(*)::int from events where type = 'integration.webhook_received') as received,
      (select count(*)::int from events where type = 'github.push') as pushes,
      (select count(distinct data->>'inboundDeliveryId')::int from events where type = 'github.push') as told`
  return row ?? {}
}

/** What a provider sends twice may reach two processes in the same moment. */
async function sendToBoth(hubs: readonly HubProcess[], { hook }: Ground, count: number): Promise<number[]> {
  const path = new URL(hook.url).pathname
  const body = Buffer.from('{"ref":"refs/heads/main"}')
  const sendings = Array.from({ length: count }, (_each, at) => {
    const headers = githubHeaders(body, { id: `both-${at}`, secret: hook.secret })
    return hubs.map(async ({ url }) => (await fetch(`${url}${path}`, { method: 'POST', headers, body })).status)
  })
  return Promise.all(sendings.flat())
}

describe('two processes that are sent the same webhooks at once', () => {
  it('keep and tell of each once', { timeout: 90_000 }, async () => {
    const world = await ground()
    const hubs = await Promise.all([start(world), start(world)])
    const statuses = await sendToBoth(hubs, world, 300)
    expect(new Set(statuses)).toEqual(new Set([200]))
    await until('all are told of', async () => (await counts(world)).processed === 300)
    expect(await counts(world)).toMatchObject({ deliveries: 300, ids: 300, received: 300, pushes: 300, told: 300 })
  })
})

describe('kill -9 of hubs while webhooks come in', () => {
  it('loses none that was accepted, splits none, and tells of each once', { timeout: 180_000 }, async () => {
    const world = await ground()
    const hubs = [await start(world), await start(world)]
    const accepted = new Set<string>()
    const pouring = Promise.all(
      Array.from({ length: senders }, (_each, sender) => pour(() => hubs, world, accepted, sender)),
    )
    const total = senders * perSender
    for (const share of [0.15, 0.4, 0.65]) {
      await until('so many are accepted', async () => accepted.size >= total * share, 60_000)
      const victim = Math.round(share * 10) % 2
      await hubs[victim]?.kill('SIGKILL')
      hubs[victim] = await start(world)
    }
    await pouring
    expect(accepted.size).toBe(total)
    // What the killed ones had leased is told of when their leases end.
    await world.owner`update inbound_deliveries set leased_until = now() where state = 'received'`
    await until('all are told of', async () => (await counts(world)).processed === total, 60_000)
    const found = await counts(world)
    expect(found).toEqual({
      ...{ deliveries: total, ids: total, processed: total, received: total, pushes: total, told: total },
    })
    process.stdout.write(`accepted ${accepted.size}, kept ${found.deliveries}, lost 0, told of once ${found.told}\n`)
  })
})

describe('a database that does not answer', () => {
  it('makes the answer 503 in two seconds, and never a 200 without a row', { timeout: 90_000 }, async () => {
    const world = await ground()
    const line = await aLine(world.database.url)
    const hub = await start({ database: { ...world.database, url: line.url } })
    const send = async (id: string) => {
      const body = Buffer.from('{}')
      const headers = githubHeaders(body, { id, secret: world.hook.secret })
      const startedAt = performance.now()
      const response = await fetch(`${hub.url}${new URL(world.hook.url).pathname}`, { method: 'POST', headers, body })
      await response.text()
      return { status: response.status, ms: performance.now() - startedAt, retry: response.headers.get('retry-after') }
    }
    expect((await send('before')).status).toBe(200)
    line.freeze(true)
    for (const id of ['frozen-1', 'frozen-2']) {
      const { status, ms, retry } = await send(id)
      expect([status, retry], id).toEqual([503, '5'])
      expect(ms, id).toBeLessThan(2_200)
    }
    line.freeze(false)
    await until('it takes webhooks again', async () => (await send('after')).status === 200)
    expect((await send('frozen-1')).status).toBe(200)
    const rows = await world.owner<{ id: string }[]>`select delivery_id as id from inbound_deliveries`
    const ids = rows.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['before', 'frozen-1', 'after']))
    expect(new Set(ids).size).toBe(ids.length)
    expect(hub.output()).toMatch(/"path":"\/hooks\/[^"\w]+"/)
    for (const secret of [world.hook.token, world.hook.secret]) expect(hub.output()).not.toContain(secret)
  })
})
