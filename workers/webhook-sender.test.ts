import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { createApiKey, revokeApiKey } from '@/server/domain/keys/service'
import {
  getEndpoint,
  listDeliveries,
  readDelivery,
  replayDeliveries,
  replayDelivery,
  rotateEndpointSecret,
  sendTestEvent,
  skipRemaining,
  statisticsOf,
} from '@/server/domain/webhooks/service'
import { type Context, systemContext } from '@/server/kernel/context'
import { env, overrideEnv } from '@/server/platform/env'
import { anEndpoint, aReceiver, running, tellCustom, tellMany, until } from '@/test/webhooks'
import { aCaller, eventTypesOf, relayAll } from '@/test/world'
import { WebhookSender } from './webhook-sender'

const statesOf = async (ctx: Context) => (await listDeliveries(ctx)).items.map(({ node }) => node.state)
const onlyDelivery = async (ctx: Context) => {
  const [item] = (await listDeliveries(ctx)).items
  if (!item) throw new Error('There is no delivery.')
  return item.node
}

describe('a delivery', () => {
  it('is signed so that the libraries of receivers accept it, and says what happened', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    const { endpoint, secret } = await anEndpoint(ctx, receiver.url, { headers: { 'x-team': 'build' } })
    const [eventId] = await tellMany(ctx, 1)
    running(new WebhookSender())
    await until(() => receiver.asked.length === 1)
    const [asked] = receiver.asked
    const headers = asked?.headers as Record<string, string>
    const body = asked?.body ?? ''
    for (const library of [new StandardWebhook(secret), new SvixWebhook(secret)]) {
      expect(() => library.verify(body, headers)).not.toThrow()
      expect(() => library.verify(`${body} `, headers)).toThrow()
    }
    expect(headers['webhook-id']).toBe(eventId)
    expect(headers['x-team']).toBe('build')
    expect(JSON.parse(body)).toMatchObject({
      ...{ specversion: '1.0', id: eventId, type: 'custom.told', source: '/inthub', tenantid: ctx.tenantId },
      ...{ datacontenttype: 'application/json', data: { at: 0 }, sequence: expect.stringMatching(/^\d+$/) },
    })
    await until(async () => (await statesOf(ctx))[0] === 'delivered')
    const { tries, body: shown, ...delivery } = await readDelivery(ctx, (await onlyDelivery(ctx)).id)
    expect(shown).toBe(body)
    expect(delivery).toMatchObject({ attempts: 1, status: 204, failureClass: null, nextAttemptAt: null })
    expect(tries).toMatchObject([{ number: 1, status: 204, secretVersions: [1], requestBytes: body.length }])
    expect(tries[0]?.requestHeaders).toMatchObject({ 'webhook-id': eventId, 'x-team': 'build' })
    expect(JSON.stringify(tries)).not.toContain(headers['webhook-signature'])
    const statistics = (await statisticsOf(ctx, [endpoint.id])).get(endpoint.id)
    expect(statistics).toMatchObject({ attempts: 1, failures: 0, delivered: 1, successRatio: 1, waiting: 0 })
  })

  it('is signed with both secrets while they overlap, and with the new one alone without overlap', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    const { endpoint, secret: first } = await anEndpoint(ctx, receiver.url)
    const { secret: second } = await rotateEndpointSecret(ctx, { id: endpoint.id })
    running(new WebhookSender())
    await tellMany(ctx, 1)
    await until(() => receiver.asked.length === 1)
    const accepts = (secret: string, at: number) => {
      const { body = '', headers = {} } = receiver.asked[at] ?? {}
      try {
        new StandardWebhook(secret).verify(body, headers as Record<string, string>)
        return true
      } catch {
        return false
      }
    }
    expect([accepts(first, 0), accepts(second, 0)]).toEqual([true, true])
    const { secret: third } = await rotateEndpointSecret(ctx, { id: endpoint.id, overlapSeconds: 0 })
    await tellMany(ctx, 1)
    await until(() => receiver.asked.length === 2)
    expect([accepts(first, 1), accepts(second, 1), accepts(third, 1)]).toEqual([false, false, true])
  })

  it('is tried again with the same id and a new signature, until it is taken', async () => {
    const ctx = await aCaller()
    let calls = 0
    const receiver = await aReceiver(() => ({ status: ++calls < 3 ? 503 : 200, body: { token: 'hunter2', ok: true } }))
    const { endpoint, secret } = await anEndpoint(ctx, receiver.url, { schedule: [0, 1, 1, 1] })
    await tellMany(ctx, 1)
    running(new WebhookSender())
    await until(async () => (await statesOf(ctx))[0] === 'delivered')
    const ids = receiver.asked.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
    expect(new Set(receiver.asked.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(1)
    for (const { body, headers } of receiver.asked) {
      new StandardWebhook(secret).verify(body, headers as Record<string, string>)
    }
    const { tries } = await readDelivery(ctx, (await onlyDelivery(ctx)).id)
    expect(tries.map(({ status, failureClass }) => [status, failureClass])).toEqual([
      [503, 'provider_incident'],
      [503, 'provider_incident'],
      [200, null],
    ])
    expect(tries[0]?.responseBody).toContain('"ok":true')
    expect(tries[0]?.responseBody).not.toContain('hunter2')
    expect(await getEndpoint(ctx, endpoint.id)).toMatchObject({ failures: 0, state: 'active', failingSince: null })
  })

  it('fails at the end of its schedule, is told of once, and goes out again when it is replayed', async () => {
    const ctx = await aCaller()
    let status = 500
    const receiver = await aReceiver(() => ({ status }))
    const { endpoint } = await anEndpoint(ctx, receiver.url, { schedule: [0, 0], events: ['custom.*', 'delivery.*'] })
    await tellMany(ctx, 2)
    running(new WebhookSender())
    await until(async () => (await statesOf(ctx)).every((state) => state === 'failed'))
    expect((await eventTypesOf(ctx)).filter((type) => type === 'delivery.failed')).toHaveLength(2)
    await relayAll()
    // Of its own failures it hears nothing, though it names them.
    expect(await statesOf(ctx)).toHaveLength(2)
    status = 200
    expect(await replayDeliveries(ctx, { filter: { endpoint: endpoint.name }, preview: true })).toEqual({
      count: 2,
      preview: true,
    })
    const before = receiver.asked.length
    expect(await replayDeliveries(ctx, { filter: { endpoint: endpoint.id } })).toEqual({ count: 2, preview: false })
    await until(async () => (await statesOf(ctx)).every((state) => state === 'delivered'))
    expect(receiver.asked).toHaveLength(before + 2)
    await replayDelivery(ctx, (await onlyDelivery(ctx)).id)
    await until(() => receiver.asked.length === before + 3)
    expect(new Set(receiver.asked.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
  })

  it('waits as long as the receiver asks for', async () => {
    const ctx = await aCaller()
    let calls = 0
    const receiver = await aReceiver(() =>
      ++calls === 1 ? { status: 429, headers: { 'retry-after': '2' } } : { status: 200 },
    )
    const { endpoint } = await anEndpoint(ctx, receiver.url, { schedule: [0, 0, 0] })
    await tellMany(ctx, 1)
    running(new WebhookSender())
    await until(() => receiver.asked.length === 1)
    await until(async () => (await statesOf(ctx))[0] === 'retrying')
    const { nextAttemptAt } = await onlyDelivery(ctx)
    expect(nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 1_000)
    // All of the endpoint waits, not only this delivery.
    expect((await getEndpoint(ctx, endpoint.id)).pausedUntil?.getTime()).toBeGreaterThan(Date.now() + 1_000)
    await until(async () => (await statesOf(ctx))[0] === 'delivered')
  })

  it('is never sent after a redirect, which is a failure that says so', async () => {
    const ctx = await aCaller()
    const target = await aReceiver()
    const receiver = await aReceiver(() => ({ status: 307, headers: { location: target.url } }))
    await anEndpoint(ctx, receiver.url, { schedule: [0] })
    await tellMany(ctx, 1)
    running(new WebhookSender())
    await until(async () => (await statesOf(ctx))[0] === 'failed')
    expect(target.asked).toEqual([])
    expect((await onlyDelivery(ctx)).message).toContain('redirect')
  })

  it('goes nowhere once the address may not be connected to any more', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    await anEndpoint(ctx, receiver.url, { schedule: [0] })
    await tellMany(ctx, 1)
    const { EGRESS_DENY } = env()
    overrideEnv({ EGRESS_DENY: ['127.0.0.0/8'] })
    try {
      running(new WebhookSender())
      await until(async () => (await statesOf(ctx))[0] === 'failed')
    } finally {
      overrideEnv({ EGRESS_DENY })
    }
    expect(receiver.asked).toEqual([])
    expect((await onlyDelivery(ctx)).message).toContain('may not connect')
  })
})

describe('an endpoint', () => {
  it('that answers 410 is disabled at once, with one event', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver(() => ({ status: 410 }))
    const { endpoint } = await anEndpoint(ctx, receiver.url)
    await tellMany(ctx, 1)
    running(new WebhookSender())
    await until(async () => !(await getEndpoint(ctx, endpoint.id)).enabled)
    expect(await getEndpoint(ctx, endpoint.id)).toMatchObject({ state: 'disabled', disabledReason: 'gone' })
    expect((await onlyDelivery(ctx)).state).toBe('failed')
    await tellMany(ctx, 2)
    expect(await statesOf(ctx)).toHaveLength(1)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'webhook.disabled')).toHaveLength(1)
  })

  it('that fails rests as a whole, is tried by one delivery, and goes on when that is taken', async () => {
    const ctx = await aCaller()
    let status = 500
    const receiver = await aReceiver(() => ({ status }))
    const { endpoint } = await anEndpoint(ctx, receiver.url, { concurrency: 5 })
    await tellMany(ctx, 40)
    running(new WebhookSender())
    await until(async () => (await getEndpoint(ctx, endpoint.id)).state === 'failing')
    await new Promise((resolve) => setTimeout(resolve, 500))
    const before = receiver.asked.length
    expect(before).toBeLessThan(20)
    expect((await getEndpoint(ctx, endpoint.id)).pausedUntil).not.toBeNull()
    await until(() => receiver.asked.length > before)
    expect(receiver.asked.length).toBe(before + 1)
    status = 200
    await until(async () => (await getEndpoint(ctx, endpoint.id)).state === 'active', 20_000)
    await until(() => receiver.asked.length >= before + 1 + 40 - before, 20_000)
    const types = await eventTypesOf(ctx)
    expect(types.filter((type) => type === 'webhook.failing')).toHaveLength(1)
    expect(types.filter((type) => type === 'webhook.recovered')).toHaveLength(1)
  }, 40_000)

  it('keeps to its rate', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    await anEndpoint(ctx, receiver.url, { ratePerSecond: 10 })
    await tellMany(ctx, 60)
    const began = Date.now()
    running(new WebhookSender())
    await until(() => receiver.asked.length >= 30)
    // A second's worth may go at once, the rest by the clock.
    expect(Date.now() - began).toBeGreaterThan(1_500)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(receiver.asked.length).toBeLessThan(30 + 20)
  })

  it('is sent a test, whatever it listens to, and nothing that was left out', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    const { endpoint } = await anEndpoint(ctx, receiver.url, { events: ['custom.*'] })
    await tellMany(ctx, 3)
    expect(await skipRemaining(ctx, endpoint.id)).toEqual({ count: 3 })
    const delivery = await sendTestEvent(ctx, endpoint.name)
    running(new WebhookSender())
    await until(() => receiver.asked.length === 1)
    expect(JSON.parse(receiver.asked[0]?.body ?? '')).toMatchObject({ type: 'webhook.tested', id: delivery.eventId })
    await relayAll()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(receiver.asked).toHaveLength(1)
    expect((await statesOf(ctx)).filter((state) => state === 'skipped')).toHaveLength(3)
  })

  it('gets nothing more once its owner is gone, and says why', async () => {
    const ctx = await aCaller()
    const receiver = await aReceiver()
    const key = await createApiKey(ctx, {
      name: 'ci',
      scopes: [{ permission: 'webhooks:write' }, { permission: 'events:read' }],
    })
    const asKey: Context = {
      ...systemContext(ctx.tenantId, 'x', ['webhooks:write', 'webhooks:read', 'events:read']),
      actor: { kind: 'api_key', id: key.apiKey.id, name: 'ci' },
    }
    const { endpoint } = await anEndpoint(asKey, receiver.url)
    running(new WebhookSender())
    await tellMany(ctx, 1)
    await until(() => receiver.asked.length === 1)
    await revokeApiKey(ctx, { id: key.apiKey.id })
    await tellMany(ctx, 1)
    await until(async () => !(await getEndpoint(ctx, endpoint.id)).enabled)
    expect(receiver.asked).toHaveLength(1)
    expect(await getEndpoint(ctx, endpoint.id)).toMatchObject({ disabledReason: 'owner_gone' })
  })
})

describe('events about deliveries and endpoints', () => {
  it('never come to the endpoint they are about, and come to another one that names them', async () => {
    const ctx = await aCaller()
    const failing = await aReceiver(() => ({ status: 500 }))
    const watching = await aReceiver()
    await anEndpoint(ctx, failing.url, { name: 'failing', schedule: [0], events: ['*', 'delivery.*', 'webhook.*'] })
    await anEndpoint(ctx, watching.url, { name: 'watching', events: ['delivery.failed'] })
    await anEndpoint(ctx, (await aReceiver()).url, { name: 'everything', events: ['*'] })
    await relayAll()
    await tellCustom(ctx, 'once')
    await relayAll()
    running(new WebhookSender())
    await until(async () => {
      await relayAll()
      return watching.asked.length > 0
    })
    const heard = watching.asked.map(({ body }) => JSON.parse(body) as { type: string; data: { name: string } })
    expect(heard.every(({ type, data }) => type === 'delivery.failed' && data.name === 'failing')).toBe(true)
    const heardBy = async (endpoint: string, eventTypes: string[]) =>
      (await listDeliveries(ctx, { filter: { endpoint, eventTypes } })).items.length
    expect(await heardBy('everything', ['delivery.*'])).toBe(0)
    expect(await heardBy('failing', ['delivery.*'])).toBe(0)
    // Of the two others, and not of itself.
    expect(await heardBy('failing', ['webhook.created'])).toBe(2)
  })
})
