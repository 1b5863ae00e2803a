import { graphql } from '@/app/generated'

graphql(`
  fragment ApiKeyFields on ApiKey {
    id
    name
    prefix
    createdAt
    createdBy
    expiresAt
    lastUsedAt
    revokedAt
    rotatedAt
    previousSecretUntil
    scopes {
      permission
      projectId
      integrationId
    }
  }
`)

export const ApiKeysQuery = graphql(`
  query ApiKeys {
    apiKeys {
      ...ApiKeyFields
    }
  }
`)

export const CreateApiKeyMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      apiKey {
        ...ApiKeyFields
      }
    }
  }
`)

export const RotateApiKeyMutation = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      secret
      apiKey {
        ...ApiKeyFields
      }
    }
  }
`)

export const RevokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(input: { id: $id }) {
      apiKey {
        ...ApiKeyFields
      }
    }
  }
`)

/** What a key can be limited to: the integrations that fit what is typed. */
export const KeyPlacesQuery = graphql(`
  query KeyPlaces($text: String) {
    integrations(first: 50, filter: { text: $text }) {
      edges {
        cursor
        node {
          id
          slug
          name
        }
      }
    }
  }
`)

export const KeyPlaceQuery = graphql(`
  query KeyPlace($id: ID!) {
    integration(id: $id) {
      id
      slug
      name
    }
  }
`)
