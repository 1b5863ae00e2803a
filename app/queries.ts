import { graphql } from './generated'

/** Who asks, where they may go, and whether the hub still waits for its first person. */
export const EntranceQuery = graphql(`
  query Entrance {
    setupPending
    viewer {
      id
      tenants {
        tenant {
          id
          slug
        }
      }
    }
  }
`)

export const CompleteSetupMutation = graphql(`
  mutation CompleteSetup($input: CompleteSetupInput!) {
    completeSetup(input: $input) {
      signInToken
      tenant {
        id
        slug
      }
    }
  }
`)
