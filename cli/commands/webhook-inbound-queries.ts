import { graphql } from '../generated'

/** What the commands of inbound webhooks ask of the hub. */
graphql(`
  fragment InboundHookFields on InboundHook {
    id
    name
    integrationId
    integration { slug }
    kind
    route
    enabled
    schemes
    isWeak
    weakness
    secrets { version createdAt }
    registration { target providerHookId events state message checkedAt recoveredUntil }
    lastReceivedAt
    createdBy
    createdAt
  }
`)

export const hooksQuery = graphql(`
  query InboundHookList($first: Int, $after: String, $integration: ID) {
    inboundHooks(first: $first, after: $after, integration: $integration) {
      edges { node { ...InboundHookFields } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const createHookMutation = graphql(`
  mutation InboundHookCreate($input: CreateInboundHookInput!) {
    createInboundHook(input: $input) { hook { ...InboundHookFields } url secret }
  }
`)

export const rotateHookMutation = graphql(`
  mutation InboundHookRotate($input: RotateInboundHookSecretInput!) {
    rotateInboundHookSecret(input: $input) { hook { ...InboundHookFields } url secret }
  }
`)

export const deleteHookMutation = graphql(`
  mutation InboundHookDelete($id: ID!) {
    deleteInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }
  }
`)

export const updateHookMutation = graphql(`
  mutation InboundHookUpdate($input: UpdateInboundHookInput!) {
    updateInboundHook(input: $input) { hook { ...InboundHookFields } }
  }
`)

export const registerHookMutation = graphql(`
  mutation InboundHookRegister($input: RegisterInboundHookInput!) {
    registerInboundHook(input: $input) { hook { ...InboundHookFields } }
  }
`)

export const unregisterHookMutation = graphql(`
  mutation InboundHookUnregister($id: ID!) {
    unregisterInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }
  }
`)

export const checkHookMutation = graphql(`
  mutation InboundHookCheck($id: ID!) {
    checkInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }
  }
`)

export const recoverMutation = graphql(`
  mutation InboundRecover($input: RecoverInboundDeliveriesInput!) {
    recoverInboundDeliveries(input: $input) { found recovered preview since }
  }
`)

graphql(`
  fragment InboundDeliveryFields on InboundDelivery {
    id
    hookId
    integrationId
    integration { slug }
    receivedAt
    processedAt
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
  }
`)

export const deliveriesQuery = graphql(`
  query InboundDeliveryList($first: Int, $after: String, $filter: InboundDeliveryFilter) {
    inboundDeliveries(first: $first, after: $after, filter: $filter) {
      edges { node { ...InboundDeliveryFields } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const deliveryQuery = graphql(`
  query InboundDeliveryShow($id: ID!) {
    inboundDelivery(id: $id) {
      ...InboundDeliveryFields
      content { method query headers { name value } text base64 truncated }
    }
  }
`)

export const replayMutation = graphql(`
  mutation InboundReplay($input: ReplayInboundDeliveriesInput!) {
    replayInboundDeliveries(input: $input) { count preview deliveryIds }
  }
`)
