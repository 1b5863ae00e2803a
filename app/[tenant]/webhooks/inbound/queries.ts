import { graphql } from '@/app/generated'

graphql(`
  fragment InboundHookRow on InboundHook {
    id
    name
    kind
    route
    enabled
    schemes
    isWeak
    weakness
    waiver {
      at
      by
      reason
    }
    registration {
      target
      state
      message
    }
    lastReceivedAt
    integration {
      id
      name
      slug
    }
  }
`)

export const InboundQuery = graphql(`
  query Inbound($filter: InboundDeliveryFilter, $after: String) {
    inboundHooks(first: 200) {
      edges {
        node {
          ...InboundHookRow
        }
      }
    }
    inboundDeliveries(first: 50, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          receivedAt
          state
          deliveryId
          type
          topic
          verified
          scheme
          reason
          bodyBytes
          recovered
          replays
          integration {
            id
            slug
          }
        }
      }
    }
  }
`)

export const InboundDeliveryQuery = graphql(`
  query InboundDelivery($id: ID!) {
    inboundDelivery(id: $id) {
      id
      content {
        method
        query
        headers {
          name
          value
        }
        text
        truncated
      }
    }
  }
`)

export const HookableQuery = graphql(`
  query HookableIntegrations {
    integrations(first: 200) {
      edges {
        node {
          id
          name
          slug
        }
      }
    }
  }
`)

export const CreateHookMutation = graphql(`
  mutation CreateInboundHook($input: CreateInboundHookInput!) {
    createInboundHook(input: $input) {
      url
      secret
      hook {
        id
        name
      }
    }
  }
`)

export const SwitchHookMutation = graphql(`
  mutation SwitchInboundHook($id: ID!, $enabled: Boolean!) {
    updateInboundHook(input: { id: $id, enabled: $enabled }) {
      hook {
        ...InboundHookRow
      }
    }
  }
`)

export const RotateHookMutation = graphql(`
  mutation RotateInboundHookSecret($id: ID!) {
    rotateInboundHookSecret(input: { id: $id }) {
      url
      secret
      hook {
        id
        name
      }
    }
  }
`)

export const DeleteHookMutation = graphql(`
  mutation DeleteInboundHook($id: ID!) {
    deleteInboundHook(input: { id: $id }) {
      hook {
        id
      }
    }
  }
`)

export const ReplayInboundMutation = graphql(`
  mutation ReplayInbound($id: ID!) {
    replayInboundDeliveries(input: { ids: [$id] }) {
      count
    }
  }
`)
