import { graphql } from '../generated'

/** What an invitation offers, who looks at it, and how they could sign in. */
export const InvitationQuery = graphql(`
  query InvitationPage($token: String!) {
    invitationOffer(token: $token) {
      tenantName
      tenantSlug
      email
      role
      projectName
      invitedBy
      expiresAt
      hasAccount
    }
    signInProviders {
      id
      name
      host
    }
    viewer {
      id
      kind
      email
    }
  }
`)

export const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      signInToken
      tenant {
        id
        slug
      }
    }
  }
`)
