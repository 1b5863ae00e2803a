import { createEndpoint, sendTestEvent } from '@/server/domain/webhooks/service'
import { aReceived } from './inbound'
import type { Caller } from './world'

/** What a tenant has of webhooks, in and out, that another could name, and every way to name it over GraphQL. */
export type WebhookThings = {
  inboundHook: string
  inboundDelivery: string
  endpoint: string
  endpointName: string
  delivery: string
}

type Asked = { url: string; integration: string }
export async function webhookThings(ctx: Caller, { url, integration }: Asked): Promise<WebhookThings> {
  const { endpoint } = await createEndpoint(ctx, { url, events: ['custom.*'], name: 'hook-of-theirs' })
  const delivery = await sendTestEvent(ctx, endpoint.id)
  const inbound = await aReceived(ctx, integration)
  return { ...inbound, endpoint: endpoint.id, endpointName: endpoint.name, delivery: delivery.id }
}

type Kind = keyof WebhookThings | 'project' | 'projectSlug' | 'integration' | 'integrationSlug'
type Builders<Case> = {
  byId(document: string, kinds: Kind[]): Case
  change(name: string, selection: string, kinds: Kind[], more?: Record<string, unknown>): Case
  put(name: string, selection: string, kinds: Kind[], input: (ref: string) => Record<string, unknown>): Case
}

const endpointKinds: Kind[] = ['endpoint', 'endpointName']
const projectKinds: Kind[] = ['project', 'projectSlug']
const integrationKinds: Kind[] = ['integration', 'integrationSlug']

export const webhookCases = <Case>({ byId, change, put }: Builders<Case>): Record<string, Case[]> => ({
  'Query.inboundHook': [byId('query ($id: ID!) { inboundHook(id: $id) { id name } }', ['inboundHook'])],
  'Query.inboundHooks': [
    byId('query ($id: ID!) { inboundHooks(integration: $id) { edges { node { id } } } }', integrationKinds),
  ],
  'Query.inboundDelivery': [byId('query ($id: ID!) { inboundDelivery(id: $id) { id } }', ['inboundDelivery'])],
  'Query.inboundDeliveries': [
    byId('query ($id: ID!) { inboundDeliveries(filter: { hook: $id }) { edges { node { id } } } }', ['inboundHook']),
    byId('query ($id: ID!) { inboundDeliveries(filter: { integration: $id }) { edges { node { id } } } }', [
      ...integrationKinds,
    ]),
  ],
  'Mutation.createInboundHook': [put('createInboundHook', 'url', integrationKinds, (integration) => ({ integration }))],
  'Mutation.updateInboundHook': [change('updateInboundHook', 'hook { id }', ['inboundHook'], { enabled: false })],
  'Mutation.rotateInboundHookSecret': [change('rotateInboundHookSecret', 'secret', ['inboundHook'])],
  'Mutation.waiveInboundVerification': [
    change('waiveInboundVerification', 'hook { id }', ['inboundHook'], { waived: true, reason: 'because' }),
  ],
  'Mutation.deleteInboundHook': [change('deleteInboundHook', 'hook { id }', ['inboundHook'])],
  'Mutation.registerInboundHook': [
    change('registerInboundHook', 'hook { id }', ['inboundHook'], { target: 'octo/web' }),
  ],
  'Mutation.unregisterInboundHook': [change('unregisterInboundHook', 'hook { id }', ['inboundHook'])],
  'Mutation.checkInboundHook': [change('checkInboundHook', 'hook { id }', ['inboundHook'])],
  'Mutation.recoverInboundDeliveries': [change('recoverInboundDeliveries', 'found', ['inboundHook'])],
  'Mutation.replayInboundDeliveries': [
    put('replayInboundDeliveries', 'count', ['inboundDelivery'], (id) => ({ ids: [id] })),
    put('replayInboundDeliveries', 'count', integrationKinds, (integration) => ({
      filter: { integration, since: '2026-01-01T00:00:00Z' },
    })),
  ],
  'Query.webhookEndpoint': [byId('query ($id: ID!) { webhookEndpoint(id: $id) { id url } }', endpointKinds)],
  'Query.webhookDeliveries': [
    byId(
      'query ($id: String) { webhookDeliveries(filter: { endpoint: $id }) { edges { node { id body } } } }',
      endpointKinds,
    ),
  ],
  'Query.webhookDelivery': [byId('query ($id: ID!) { webhookDelivery(id: $id) { id body } }', ['delivery'])],
  'Query.webhookReplayPreview': [
    byId('query ($id: String) { webhookReplayPreview(filter: { endpoint: $id }) }', endpointKinds),
  ],
  'Mutation.createWebhookEndpoint': [
    put('createWebhookEndpoint', 'webhookEndpoint { id }', integrationKinds, (integration) => ({
      ...{ url: 'http://127.0.0.1:9', events: ['*'], integrations: [integration] },
    })),
    put('createWebhookEndpoint', 'webhookEndpoint { id }', projectKinds, (project) => ({
      ...{ url: 'http://127.0.0.1:9', events: ['*'], projects: [project] },
    })),
  ],
  'Mutation.updateWebhookEndpoint': [
    change('updateWebhookEndpoint', 'webhookEndpoint { id }', endpointKinds, { version: 1, name: 'x' }),
  ],
  'Mutation.deleteWebhookEndpoint': [change('deleteWebhookEndpoint', 'webhookEndpoint { id }', endpointKinds)],
  'Mutation.enableWebhookEndpoint': [change('enableWebhookEndpoint', 'webhookEndpoint { id }', endpointKinds)],
  'Mutation.disableWebhookEndpoint': [change('disableWebhookEndpoint', 'webhookEndpoint { id }', endpointKinds)],
  'Mutation.rotateWebhookSecret': [change('rotateWebhookSecret', 'secret', endpointKinds)],
  'Mutation.testWebhookEndpoint': [change('testWebhookEndpoint', 'webhookDelivery { id }', endpointKinds)],
  'Mutation.replayWebhookDelivery': [change('replayWebhookDelivery', 'webhookDelivery { id }', ['delivery'])],
  'Mutation.replayWebhookDeliveries': [
    put('replayWebhookDeliveries', 'count', endpointKinds, (endpoint) => ({ filter: { endpoint } })),
  ],
  'Mutation.skipWebhookDeliveries': [change('skipWebhookDeliveries', 'count', endpointKinds)],
})
