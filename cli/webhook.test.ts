import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { aFolder, buildInthub, type How, type Inthub } from '@/test/inthub'
import { aFreePort, aHubProcess, type HubProcess } from '@/test/processes'
import { aReceiver, tellCustom, until } from '@/test/webhooks'
import { aCaller, aKey } from '@/test/world'

// A process per command, many commands per test, on machines with little to spare.
vi.setConfig({ testTimeout: 120_000 })

let hub: HubProcess
let port: number
let built: Inthub

beforeAll(async () => {
  built = await buildInthub(() => `http://localhost:${port}`)
  port = await aFreePort()
  const INTHUB_URL = `http://localhost:${port}`
  hub = await aHubProcess({ DATABASE_URL: inject('databaseUrl'), PORT: String(port), INTHUB_URL })
})

afterAll(async () => {
  await hub?.kill('SIGTERM')
  built?.remove()
})

const inthub = (args: string, how: How) => built.start(args.split(' '), how).told

async function aTenant() {
  const ctx = await aCaller()
  return { ctx, how: { key: await aKey(ctx), folder: aFolder() } }
}

describe('inthub webhook', () => {
  it('creates, tests, inspects, replays, changes, rotates and deletes an endpoint', async () => {
    const { how } = await aTenant()
    let status = 204
    const receiver = await aReceiver(() => ({ status }))
    const made = await inthub(
      `webhook create ${receiver.url}/in --events custom.* --name ci --request-header x-team=a --schedule 0s,1s -o json`,
      how,
    )
    expect(made).toMatchObject({ code: 0 })
    const { secret, ...endpoint } = JSON.parse(made.out)
    expect(endpoint).toMatchObject({ name: 'ci', state: 'active', headers: { 'x-team': 'a' }, schedule: [0, 1] })
    const tested = await inthub('webhook test ci -o json', how)
    expect([tested.code, JSON.parse(tested.out)]).toMatchObject([0, { state: 'delivered', status: 204, attempts: 1 }])
    const [asked] = receiver.asked
    new Webhook(secret).verify(asked?.body ?? '', asked?.headers as Record<string, string>)
    const { id } = JSON.parse(tested.out)
    expect((await inthub(`webhook inspect ${id} --body`, how)).out.trim()).toBe(asked?.body)
    const shown = await inthub(`webhook inspect ${id}`, how)
    expect(shown.out).toContain('204 after')
    expect(shown.out).not.toContain(secret)
    expect((await inthub(`webhook replay ${id}`, how)).code).toBe(0)
    await until(() => receiver.asked.length === 2)
    status = 500
    expect((await inthub('webhook test ci', how)).code).toBe(10)
    const listed = JSON.parse((await inthub('webhook deliveries --endpoint ci --json id,state,eventType', how)).out)
    expect(listed).toHaveLength(2)
    const changed = await inthub('webhook update ci --rate 5 --events github.* --concurrency 2 -o json', how)
    expect(JSON.parse(changed.out)).toMatchObject({
      ratePerSecond: 5,
      events: ['github.*'],
      concurrency: 2,
      secret: null,
    })
    const moved = await inthub('webhook update ci --to http://127.0.0.1:9/in -o name', how)
    expect(moved.out).toMatch(/^whsec_/)
    expect((await inthub('webhook rotate ci', how)).code).toBe(2)
    expect((await inthub('webhook rotate ci --yes -o name', how)).out).toMatch(/^whsec_/)
    expect(JSON.parse((await inthub('webhook disable ci -o json', how)).out)).toMatchObject({ state: 'disabled' })
    expect((await inthub('webhook test ci', how)).code).toBe(6)
    expect((await inthub('webhook enable ci', how)).code).toBe(0)
    expect((await inthub('webhook list', how)).out).toContain('ci')
    expect((await inthub('webhook delete ci --yes', how)).code).toBe(0)
    expect((await inthub('webhook show ci', how)).code).toBe(3)
  })

  it('says how many a replay would send before it sends them, and leaves out what waits', async () => {
    const { ctx, how } = await aTenant()
    let status = 500
    const receiver = await aReceiver(() => ({ status }))
    expect((await inthub(`webhook create ${receiver.url} --events custom.* --name x --schedule 0s`, how)).code).toBe(0)
    for (const at of [1, 2, 3]) await tellCustom(ctx, 'told', { at })
    const failed = async () => (await inthub('webhook replay --endpoint x --dry-run', how)).out.trim()
    await until(async () => (await failed()) === '3', 30_000)
    status = 200
    expect((await inthub('webhook replay', how)).code).toBe(2)
    expect(await inthub('webhook replay --endpoint x --since 1h --yes', how)).toMatchObject({ code: 0, out: '3\n' })
    await until(() => receiver.asked.length === 6)
    expect(await inthub('webhook skip x --yes', how)).toMatchObject({ code: 0, out: '0\n' })
  })
})

describe('inthub webhook listen', () => {
  it('forwards what happens, signed, and prints a line for each', async () => {
    const { ctx, how } = await aTenant()
    const receiver = await aReceiver(() => ({ status: 200 }))
    const secret = (await inthub('webhook listen --print-secret', how)).out.trim()
    expect(secret).toMatch(/^whsec_/)
    const args = `webhook listen ${receiver.url}/hooks --events custom.* --secret env:HOOK_SECRET`.split(' ')
    const listening = built.start(args, { ...how, env: { HOOK_SECRET: secret } })
    let out = ''
    listening.stdout.on('data', (chunk) => {
      out += chunk
    })
    await until(async () => {
      await tellCustom(ctx, 'told', { at: 1 })
      await new Promise((resolve) => setTimeout(resolve, 250))
      return receiver.asked.length > 0
    }, 30_000)
    await until(() => /-> custom\.told \[evt_[0-9a-f]+\] {2}<- 200 \(\d+ ms\)/.test(out))
    const [asked] = receiver.asked
    new Webhook(secret).verify(asked?.body ?? '', asked?.headers as Record<string, string>)
    expect(asked?.url).toBe('/hooks')
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({ type: 'custom.told', tenantid: ctx.tenantId })
    listening.kill('SIGINT')
    const { err } = await listening.told
    expect(out + err).not.toContain(secret)
    expect((await inthub('webhook list -o name', how)).out.trim()).toBe('')
    expect((await inthub('webhook listen --secret whsec_abc', how)).code).toBe(2)
  })
})
