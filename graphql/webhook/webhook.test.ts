import { Webhook } from 'standardwebhooks'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { startHearingDeliveries } from '@/server/domain/webhooks/service'
import { postgresBus } from '@/server/platform/bus'
import { aHub, anOpenLine, type Reply } from '@/test/hub'
import { aReceiver, running, tellMany, until } from '@/test/webhooks'
import { aCaller, aSession } from '@/test/world'
import { announcer } from '@/workers/webhook-announcing'
import { WebhookSender } from '@/workers/webhook-sender'

const create = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret webhookEndpoint { id name state version headers schedule owner { name } } }
}`
const details = `query ($id: String!) {
  webhookDeliveries(filter: { endpoint: $id, states: [DELIVERED] }) {
    edges { node { id eventType state attempts status body endpoint { name }
      tries { number status requestHeaders timings { totalMs } } } }
  }
  webhookEndpoints { id statistics { attempts successRatio waiting } }
}`

type Created = { createWebhookEndpoint: { secret: string; webhookEndpoint: { id: string } } }
const createdIn = ({ data }: Reply) => (data as unknown as Created).createWebhookEndpoint

/** A hub, a caller's session, and a sender whose results are told live. */
async function aSendingHub() {
  const hub = await aHub()
  const ctx = await aCaller()
  const session = await aSession(ctx)
  const bus = postgresBus(inject('databaseUrl'))
  const stop = await startHearingDeliveries(bus)
  const announcing = announcer(bus)
  onTestFinished(async () => {
    announcing.stop()
    await stop()
    await bus.close()
  })
  return { hub, ctx, session, send: () => running(new WebhookSender({ recorded: announcing.changed })) }
}

describe('webhooks over GraphQL', () => {
  it('go from the endpoint to each try, and the secret verifies them', async () => {
    const { hub, ctx, session, send } = await aSendingHub()
    const receiver = await aReceiver()
    const input = { url: receiver.url, name: 'ci', events: ['custom.*'], headers: { 'x-team': 'a' } }
    const made = await hub.ask(create, { session, variables: { input } })
    expect(made.errors).toEqual([])
    const { secret, webhookEndpoint } = createdIn(made)
    expect(webhookEndpoint).toMatchObject({ name: 'ci', state: 'ACTIVE', version: 1, headers: { 'x-team': 'a' } })
    const line = await anOpenLine(hub, { session })
    line.subscribe('live', `subscription ($id: ID!) { webhookDeliveryChanged(endpointId: $id) { id state status } }`, {
      id: webhookEndpoint.id,
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await tellMany(ctx, 1)
    send()
    await until(() => receiver.asked.length === 1)
    const [asked] = receiver.asked
    new Webhook(secret).verify(asked?.body ?? '', asked?.headers as Record<string, string>)
    const told = await line.until((message) => message.id === 'live')
    expect(told.payload).toMatchObject({ data: { webhookDeliveryChanged: { state: 'DELIVERED', status: 204 } } })
    const reply = await hub.ask(details, { session, variables: { id: 'ci' } })
    expect(reply.errors).toEqual([])
    expect(reply.data).toMatchObject({
      webhookDeliveries: {
        edges: [
          {
            node: {
              ...{ eventType: 'custom.told', state: 'DELIVERED', attempts: 1, endpoint: { name: 'ci' } },
              body: asked?.body,
              tries: [{ number: 1, status: 204, requestHeaders: { 'x-team': 'a' } }],
            },
          },
        ],
      },
      webhookEndpoints: [{ statistics: { attempts: 1, successRatio: 1, waiting: 0 } }],
    })
    expect(reply.text).not.toContain(secret)
  })

  it('name each field that is wrong, headers that are no texts included', async () => {
    const { hub, session } = await aSendingHub()
    const input = { url: 'http://127.0.0.1:9', events: ['*'], headers: { 'x-a': 1 } }
    const reply = await hub.ask(create, { session, variables: { input } })
    expect(reply.errors[0]?.extensions).toMatchObject({ type: 'request.invalid', fields: [{ path: 'headers.x-a' }] })
  })

  it('tell a foreign endpoint like one that does not exist, live too', async () => {
    const { hub, session } = await aSendingHub()
    const other = await aCaller()
    const receiver = await aReceiver()
    const theirs = await hub.ask(create, {
      session: await aSession(other),
      variables: { input: { url: receiver.url, name: 'theirs', events: ['*'] } },
    })
    const { webhookEndpoint } = createdIn(theirs)
    const line = await anOpenLine(hub, { session })
    const answers: string[] = []
    for (const id of [webhookEndpoint.id, `wep_${'0'.repeat(32)}`, 'theirs', 'nobody']) {
      line.subscribe(id, 'subscription ($id: ID!) { webhookDeliveryChanged(endpointId: $id) { id } }', { id })
      const { payload } = await line.until((message) => message.id === id)
      answers.push(JSON.stringify(payload).replaceAll(/"requestId":"[^"]*"/g, ''))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('webhook.not_found')
  })
})
