import { graphql } from '@/app/generated'

export const ProfileQuery = graphql(`
  query Profile {
    viewer {
      id
      name
      email
      isInstanceAdmin
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

export const RevokeSessionMutation = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(input: { id: $id }) {
      id
    }
  }
`)

export const MembersQuery = graphql(`
  query Members {
    viewer {
      id
    }
    members {
      id
      email
      name
      bindings {
        role
        project {
          id
          slug
          name
        }
      }
    }
  }
`)

export const AddMemberMutation = graphql(`
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      member {
        id
        email
        name
        bindings {
          role
          project {
            id
            slug
            name
          }
        }
      }
    }
  }
`)

export const ChangeMemberRoleMutation = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      member {
        id
        email
        name
        bindings {
          role
          project {
            id
            slug
            name
          }
        }
      }
    }
  }
`)

export const RemoveMemberMutation = graphql(`
  mutation RemoveMember($id: ID!) {
    removeMember(input: { id: $id }) {
      id
    }
  }
`)

export const ApiKeysQuery = graphql(`
  query ApiKeys {
    apiKeys {
      id
      name
      prefix
      createdAt
      createdBy
      expiresAt
      lastUsedAt
      revokedAt
      scopes {
        permission
        projectId
        integrationId
      }
    }
  }
`)

export const CreateApiKeyMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      apiKey {
        id
        name
      }
    }
  }
`)

export const RevokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(input: { id: $id }) {
      apiKey {
        id
        revokedAt
      }
    }
  }
`)
