import { graphql } from '@/app/generated'

graphql(`
  fragment EndpointRow on WebhookEndpoint {
    id
    name
    description
    url
    events
    state
    enabled
    disabledReason
    pausedUntil
    lastDeliveredAt
    lastFailureAt
    lastFailure
    version
    statistics {
      attempts
      successRatio
      latencyMsP95
      waiting
      exhausted
    }
  }
`)

export const EndpointsQuery = graphql(`
  query WebhookEndpoints {
    webhookEndpoints {
      ...EndpointRow
    }
  }
`)

export const CreateEndpointMutation = graphql(`
  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      secret
      webhookEndpoint {
        ...EndpointRow
      }
    }
  }
`)

export const UpdateEndpointMutation = graphql(`
  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
    updateWebhookEndpoint(input: $input) {
      secret
      webhookEndpoint {
        ...EndpointRow
      }
    }
  }
`)

export const EnableEndpointMutation = graphql(`
  mutation EnableWebhookEndpoint($id: ID!) {
    enableWebhookEndpoint(input: { id: $id }) {
      webhookEndpoint {
        ...EndpointRow
      }
    }
  }
`)

export const DisableEndpointMutation = graphql(`
  mutation DisableWebhookEndpoint($id: ID!) {
    disableWebhookEndpoint(input: { id: $id }) {
      webhookEndpoint {
        ...EndpointRow
      }
    }
  }
`)

export const DeleteEndpointMutation = graphql(`
  mutation DeleteWebhookEndpoint($id: ID!) {
    deleteWebhookEndpoint(input: { id: $id }) {
      webhookEndpoint {
        id
      }
    }
  }
`)

export const RotateSecretMutation = graphql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(input: { id: $id }) {
      secret
      previousUntil
    }
  }
`)

export const TestEndpointMutation = graphql(`
  mutation TestWebhookEndpoint($id: ID!) {
    testWebhookEndpoint(input: { id: $id }) {
      webhookDelivery {
        id
      }
    }
  }
`)

graphql(`
  fragment DeliveryRow on WebhookDelivery {
    id
    endpointId
    endpoint {
      id
      name
    }
    eventId
    eventType
    at
    state
    attempts
    nextAttemptAt
    isBeingSent
    changedAt
    status
    failureClass
    message
    replays
  }
`)

export const DeliveriesQuery = graphql(`
  query WebhookDeliveries($filter: WebhookDeliveryFilter, $after: String) {
    webhookDeliveries(first: 50, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...DeliveryRow
        }
      }
    }
    webhookEndpoints {
      id
      name
    }
  }
`)

export const DeliveryQuery = graphql(`
  query WebhookDelivery($id: ID!) {
    webhookDelivery(id: $id) {
      ...DeliveryRow
      deliveredAt
      body
      tries {
        id
        at
        number
        url
        requestHeaders
        requestBytes
        status
        failureClass
        message
        timings {
          dnsMs
          connectMs
          tlsMs
          waitMs
          totalMs
        }
        responseHeaders
        responseBody
        responseCut
      }
    }
  }
`)

export const DeliveryChangedSubscription = graphql(`
  subscription WebhookDeliveryChanged($endpointId: ID!) {
    webhookDeliveryChanged(endpointId: $endpointId) {
      id
    }
  }
`)

export const ReplayDeliveryMutation = graphql(`
  mutation ReplayWebhookDelivery($id: ID!) {
    replayWebhookDelivery(input: { id: $id }) {
      webhookDelivery {
        ...DeliveryRow
      }
    }
  }
`)

export const ReplayDeliveriesMutation = graphql(`
  mutation ReplayWebhookDeliveries($filter: WebhookDeliveryFilter!) {
    replayWebhookDeliveries(input: { filter: $filter }) {
      count
    }
  }
`)
