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

/** The same, for who comes by a set-up link. */
export const SetupQuery = graphql(`
  query Setup($token: String!) {
    setupPending
    setupLinkWorks(token: $token)
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

/** Holds the socket open on pages that follow nothing themselves, so that "Live" is true on all of them. */
export const ConnectedSubscription = graphql(`
  subscription Connected {
    connected
  }
`)
