import { graphql } from '@/app/generated'

graphql(`
  fragment Figures on CallFigures {
    calls
    failures
    refusals
    retries
    latencyMsP50
    latencyMsP95
    latencyMsP99
    requestBytes
    responseBytes
    byClass { failureClass calls }
  }
`)

export const MetricsQuery = graphql(`
  query MetricsOf($integration: ID!, $input: CallMetricsInput!) {
    integration(id: $integration) {
      id
      callPolicy {
        breaker { failurePercent minimum windowMs openMs }
      }
    }
    callMetrics(input: $input) {
      since
      until
      step
      totals { ...Figures }
      series {
        at
        figures { calls failures refusals latencyMsP95 }
      }
      groups {
        key
        name
        figures { calls failures refusals latencyMsP95 }
      }
      topCallers {
        key
        name
        figures { calls failures refusals latencyMsP95 }
      }
    }
  }
`)

export const CallsQuery = graphql(`
  query CallsOf($first: Int!, $filter: CallFilter!) {
    calls(first: $first, filter: $filter) {
      edges {
        node {
          id
          at
          kind
          operation
          actor { kind id name }
          method
          path
          outcome
          status
          failure { failureClass reason message }
          attempts { number }
          durationMs
        }
      }
    }
  }
`)

export const CallQuery = graphql(`
  query CallDetail($id: ID!) {
    call(id: $id) {
      id
      integrationId
      integration {
        id
        slug
        callPolicy { keepBodies }
      }
      at
      kind
      operation
      actor { kind id name }
      priority
      method
      path
      outcome
      status
      failure { failureClass reason message remedy retryAfterMs }
      attempts {
        number
        integrationId
        startedAt
        waitMs
        durationMs
        status
        failure { failureClass reason message remedy retryAfterMs }
        timings { dnsMs connectMs tlsMs firstByteMs totalMs }
      }
      durationMs
      waitMs
      requestBytes
      responseBytes
      requestId
      correlationId
      groupId
      requestBody
      responseBody
    }
  }
`)

export const ResetCircuitMutation = graphql(`
  mutation ResetCircuit($integration: ID!) {
    resetCircuit(input: { integration: $integration }) {
      integration {
        id
        circuit { state since reason failureClass retryAt }
      }
    }
  }
`)
