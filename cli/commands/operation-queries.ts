import { graphql } from '../generated'

/** What the commands of operations ask of the hub. */
export const operationsQuery = graphql(`
  query IntegrationOperations($id: ID!) {
    integration(id: $id) {
      slug
      type
      operations {
        id
        title
        description
        effect
        inputSchema
        outputs
        isList
        needs
      }
    }
  }
`)

export const runMutation = graphql(`
  mutation OperationRun($input: RunOperationInput!) {
    runOperation(input: $input) {
      run {
        operation
        effect
        integrationId
        outcome
        output
        failure { failureClass reason message remedy retryAfterMs }
        callIds
        attempts
        startedAt
        durationMs
        waitMs
        replayed
      }
    }
  }
`)

export const ofTypeQuery = graphql(`
  query IntegrationsOfType($type: String!) {
    integrations(first: 2, filter: { types: [$type] }) { edges { node { slug } } }
  }
`)
