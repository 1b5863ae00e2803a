import { request } from '../client'
import { graphql } from '../generated'
import type { WebhookDeliveryRowFragment, WebhookEndpointRowFragment } from '../generated/graphql'
import { lower, milliseconds } from '../health-words'
import type { Io } from '../io'
import type { Detail, View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'

graphql(`
  fragment WebhookEndpointRow on WebhookEndpoint {
    id name description url events integrationIds projectIds payloadVersion headers ratePerSecond concurrency schedule
    hasOwnSchedule state enabled disabledReason disabledAt owner { kind name } failures failingSince pausedUntil
    lastDeliveredAt lastFailureAt lastFailure version createdBy createdAt updatedAt
    statistics { attempts failures delivered exhausted successRatio latencyMsP50 latencyMsP95 waiting }
  }
`)

graphql(`
  fragment WebhookDeliveryRow on WebhookDelivery {
    id endpointId endpoint { name } eventId eventType at state attempts nextAttemptAt isBeingSent changedAt deliveredAt
    status failureClass message replays
  }
`)

export const endpointsQuery = graphql(`
  query WebhookEndpoints { webhookEndpoints { ...WebhookEndpointRow } }
`)

export const endpointQuery = graphql(`
  query WebhookEndpoint($id: ID!) { webhookEndpoint(id: $id) { ...WebhookEndpointRow } }
`)

export const createEndpointMutation = graphql(`
  mutation WebhookEndpointCreate($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }
  }
`)

export const updateEndpointMutation = graphql(`
  mutation WebhookEndpointUpdate($input: UpdateWebhookEndpointInput!) {
    updateWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }
  }
`)

export const deleteEndpointMutation = graphql(`
  mutation WebhookEndpointDelete($id: ID!) {
    deleteWebhookEndpoint(input: { id: $id }) { webhookEndpoint { id } }
  }
`)

export const enableEndpointMutation = graphql(`
  mutation WebhookEndpointEnable($id: ID!) {
    enableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }
  }
`)

export const disableEndpointMutation = graphql(`
  mutation WebhookEndpointDisable($id: ID!) {
    disableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }
  }
`)

export const rotateSecretMutation = graphql(`
  mutation WebhookSecretRotate($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) { secret previousUntil webhookEndpoint { ...WebhookEndpointRow } }
  }
`)

export const testEndpointMutation = graphql(`
  mutation WebhookEndpointTest($id: ID!) {
    testWebhookEndpoint(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }
  }
`)

export const deliveriesQuery = graphql(`
  query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter) {
    webhookDeliveries(first: $first, after: $after, filter: $filter) {
      pageInfo { hasNextPage endCursor }
      edges { node { ...WebhookDeliveryRow } }
    }
  }
`)

export const deliveryQuery = graphql(`
  query WebhookDelivery($id: ID!) {
    webhookDelivery(id: $id) {
      ...WebhookDeliveryRow
      body
      tries {
        id at number url requestHeaders secretVersions requestBytes status failureClass message responseHeaders
        responseBody responseCut timings { dnsMs connectMs tlsMs waitMs totalMs }
      }
    }
  }
`)

export const replayPreviewQuery = graphql(`
  query WebhookReplayPreview($filter: WebhookDeliveryFilter!) { webhookReplayPreview(filter: $filter) }
`)

export const replayOneMutation = graphql(`
  mutation WebhookDeliveryReplay($id: ID!) {
    replayWebhookDelivery(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }
  }
`)

export const replayManyMutation = graphql(`
  mutation WebhookDeliveriesReplay($filter: WebhookDeliveryFilter!) {
    replayWebhookDeliveries(input: { filter: $filter }) { count }
  }
`)

export const skipMutation = graphql(`
  mutation WebhookDeliveriesSkip($id: ID!) { skipWebhookDeliveries(input: { id: $id }) { count } }
`)

export const listenSubscription = graphql(`
  subscription WebhookListen($types: [String!], $after: String) {
    events(types: $types, after: $after) {
      id sequence type schemaVersion time tenantId projectId integrationId subject correlationId causationId data
    }
  }
`)

export type Endpoint = WebhookEndpointRowFragment
export type Delivery = WebhookDeliveryRowFragment

export const findEndpoint = async (session: Session, id: string): Promise<Endpoint> =>
  (await request(session, endpointQuery, { id })).webhookEndpoint

const ratio = ({ statistics: { successRatio } }: Endpoint) =>
  successRatio === null ? '-' : `${(successRatio * 100).toFixed(successRatio === 1 ? 0 : 1)}%`

const stateColors = { ACTIVE: 'green', FAILING: 'red', DISABLED: 'dim' } as const

export const endpointView: View<Endpoint> = {
  name: ({ name }) => name,
  columns: [
    { name: 'name', text: ({ name }) => name, paint: (text, _row, io) => io.colors.bold(text), flexible: true },
    {
      name: 'state',
      text: ({ state }, io) =>
        `${{ ACTIVE: io.symbols.pass, FAILING: io.symbols.fail, DISABLED: '-' }[state]} ${lower(state)}`,
      paint: (text, { state }, io) => io.colors[stateColors[state]](text),
    },
    { name: 'events', text: ({ events }) => events.join(','), flexible: true },
    { name: 'success', text: ratio },
    { name: 'p95', text: ({ statistics }) => milliseconds(statistics.latencyMsP95) },
    { name: 'waiting', text: ({ statistics }) => String(statistics.waiting) },
    { name: 'last failure', text: ({ lastFailureAt }, io) => io.when(lastFailureAt) },
    { name: 'url', text: ({ url }) => url, wide: true, flexible: true },
    { name: 'id', text: ({ id }) => id, wide: true },
  ],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    url: ({ url }) => url,
    events: ({ events }) => events,
    integrationIds: ({ integrationIds }) => integrationIds,
    projectIds: ({ projectIds }) => projectIds,
    payloadVersion: ({ payloadVersion }) => payloadVersion,
    headers: ({ headers }) => headers,
    ratePerSecond: ({ ratePerSecond }) => ratePerSecond,
    concurrency: ({ concurrency }) => concurrency,
    schedule: ({ schedule }) => schedule,
    state: ({ state }) => lower(state),
    enabled: ({ enabled }) => enabled,
    disabledReason: ({ disabledReason }) => disabledReason && lower(disabledReason),
    failures: ({ failures }) => failures,
    failingSince: ({ failingSince }) => failingSince,
    pausedUntil: ({ pausedUntil }) => pausedUntil,
    lastDeliveredAt: ({ lastDeliveredAt }) => lastDeliveredAt,
    lastFailureAt: ({ lastFailureAt }) => lastFailureAt,
    lastFailure: ({ lastFailure }) => lastFailure,
    owner: ({ owner }) => ({ kind: lower(owner.kind), name: owner.name }),
    statistics: ({ statistics }) => statistics,
    version: ({ version }) => version,
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
  },
}

const everySeconds = (seconds: number) => {
  if (seconds >= 3_600 && seconds % 3_600 === 0) return `${seconds / 3_600}h`
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`
}

export function endpointDetails(endpoint: Endpoint, io: Io): Detail[] {
  const { statistics, ratePerSecond, concurrency, disabledReason, lastFailure } = endpoint
  const headers = Object.entries(endpoint.headers).map(([name, value]) => `${name}: ${String(value)}`)
  return [
    ['Endpoint', plainText(`${endpoint.name} (${endpoint.id})`)],
    ['URL', plainText(endpoint.url)],
    ['State', `${lower(endpoint.state)}${disabledReason ? `, because: ${lower(disabledReason)}` : ''}`],
    ['Events', plainText(endpoint.events.join(', '))],
    ['Headers', plainText(headers.join(', ')) || '-'],
    ['Limits', `${concurrency} at once, ${ratePerSecond === null ? 'no rate' : `${ratePerSecond} per second`}`],
    ['Tries', endpoint.schedule.map(everySeconds).join(', ')],
    ['Last day', `${statistics.attempts} tries, ${ratio(endpoint)} good, p95 ${milliseconds(statistics.latencyMsP95)}`],
    ['Waiting', statistics.waiting >= 1_000 ? '1000 or more' : String(statistics.waiting)],
    ['Last failure', lastFailure ? plainText(`${io.when(endpoint.lastFailureAt)}: ${lastFailure}`) : '-'],
    ...(endpoint.pausedUntil ? ([['Rests until', io.when(endpoint.pausedUntil)]] as Detail[]) : []),
    ['Answers for it', plainText(endpoint.owner.name)],
  ]
}

const deliveryColors = {
  PENDING: 'dim',
  DELIVERED: 'green',
  RETRYING: 'yellow',
  FAILED: 'red',
  SKIPPED: 'dim',
} as const
const deliverySigns = (io: Io) => ({
  PENDING: '.',
  DELIVERED: io.symbols.pass,
  RETRYING: io.symbols.warn,
  FAILED: io.symbols.fail,
  SKIPPED: '-',
})

export const deliveryView: View<Delivery> = {
  name: ({ id }) => id,
  columns: [
    { name: 'time', text: ({ at }, io) => io.instant(new Date(at)) },
    {
      name: 'state',
      text: ({ state }, io) => `${deliverySigns(io)[state]} ${lower(state)}`,
      paint: (text, { state }, io) => io.colors[deliveryColors[state]](text),
    },
    { name: 'event', text: ({ eventType }) => eventType, flexible: true },
    { name: 'endpoint', text: ({ endpoint, endpointId }) => endpoint?.name ?? endpointId, flexible: true },
    { name: 'status', text: ({ status }) => String(status ?? '-') },
    { name: 'tries', text: ({ attempts }) => String(attempts) },
    { name: 'next', text: ({ nextAttemptAt, isBeingSent }, io) => (isBeingSent ? 'now' : io.when(nextAttemptAt)) },
    { name: 'id', text: ({ id }) => id },
    { name: 'message', text: ({ message }) => message ?? '-', wide: true, flexible: true },
  ],
  fields: {
    id: ({ id }) => id,
    endpointId: ({ endpointId }) => endpointId,
    endpoint: ({ endpoint }) => endpoint?.name ?? null,
    eventId: ({ eventId }) => eventId,
    eventType: ({ eventType }) => eventType,
    at: ({ at }) => at,
    state: ({ state }) => lower(state),
    attempts: ({ attempts }) => attempts,
    nextAttemptAt: ({ nextAttemptAt }) => nextAttemptAt,
    deliveredAt: ({ deliveredAt }) => deliveredAt,
    status: ({ status }) => status,
    failureClass: ({ failureClass }) => failureClass && lower(failureClass),
    message: ({ message }) => message,
    replays: ({ replays }) => replays,
  },
}
