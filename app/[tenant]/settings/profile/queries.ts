import { graphql } from '@/app/generated'

export const ProfileQuery = graphql(`
  query Profile {
    signInProviders {
      id
      name
      host
    }
    viewer {
      id
      name
      email
      emailVerified
      isInstanceAdmin
      accounts {
        id
        provider
        label
        createdAt
        lastUsedAt
      }
      sessions {
        id
        createdAt
        lastSeenAt
        expiresAt
        isCurrent
        userAgent
      }
    }
  }
`)

export const UpdateProfileMutation = graphql(`
  mutation UpdateProfile($name: String!) {
    updateProfile(input: { name: $name }) {
      viewer {
        id
        name
      }
    }
  }
`)

export const UnlinkAccountMutation = graphql(`
  mutation UnlinkAccount($id: ID!) {
    unlinkAccount(input: { id: $id }) {
      id
    }
  }
`)

export const RevokeSessionMutation = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(input: { id: $id }) {
      id
    }
  }
`)

export const RevokeOtherSessionsMutation = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions {
      revoked
    }
  }
`)
