import { graphql } from '@/app/generated'

/** Not kept in the cache: operations of different connectors share their ids. */
export const OperationsQuery = graphql(`
  query OperationsOf($integration: ID!) {
    integration(id: $integration) {
      id
      operations { id title description effect inputSchema outputs isList needs }
    }
  }
`)

export const RunOperationMutation = graphql(`
  mutation RunOperation($input: RunOperationInput!) {
    runOperation(input: $input) {
      run {
        operation
        integrationId
        outcome
        output
        failure { failureClass reason message remedy retryAfterMs }
        callIds
        attempts
        durationMs
        waitMs
        replayed
      }
    }
  }
`)
