import { graphql } from '../generated'

/** What the commands of calls ask of the hub. */
export const executeMutation = graphql(`
  mutation CallExecute($input: ExecuteCallInput!) {
    executeCall(input: $input) { call { ...CallResultFields } }
  }
  fragment CallResultFields on CallResult {
    callId
    integrationId
    at
    outcome
    failure { failureClass reason message remedy retryAfterMs }
    status
    headers
    json
    text
    bodyBase64
    bytes
    attempts { number status waitMs durationMs failure { reason message } }
    durationMs
    waitMs
    revalidated
    replayed
    quota { pool remaining resetAt }
  }
`)

export const batchMutation = graphql(`
  mutation CallBatch($input: ExecuteBatchInput!) {
    executeBatch(input: $input) {
      groupId
      succeeded
      failed
      skipped
      answers { index skipped call { ...CallResultFields } error { code message remedy } }
    }
  }
`)

export const callsQuery = graphql(`
  query CallList($first: Int, $after: String, $filter: CallFilter) {
    calls(first: $first, after: $after, filter: $filter) {
      edges { node { ...CallFields } }
      pageInfo { hasNextPage endCursor }
    }
  }
  fragment CallFields on Call {
    id
    integrationId
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
    attempts { number integrationId startedAt waitMs durationMs status failure { failureClass reason message } }
    durationMs
    waitMs
    requestBytes
    responseBytes
    requestId
    groupId
  }
`)

export const callQuery = graphql(`
  query CallShow($id: ID!) { call(id: $id) { ...CallFields } }
`)

export const metricsQuery = graphql(`
  query CallMetricsOf($id: ID!, $input: CallMetricsInput!) {
    integration(id: $id) {
      slug
      circuit { state since reason retryAt }
    }
    callMetrics(input: $input) {
      since
      until
      step
      totals { ...FigureFields }
      series { at figures { ...FigureFields } }
      groups { key name figures { ...FigureFields } }
      topCallers { key name figures { ...FigureFields } }
    }
  }
  fragment FigureFields on CallFigures {
    calls
    failures
    refusals
    retries
    errorRatePercent
    latencyMsAverage
    latencyMsP50
    latencyMsP95
    latencyMsP99
    waitMs
    requestBytes
    responseBytes
    byClass { failureClass calls }
  }
`)
