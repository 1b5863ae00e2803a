import { graphql } from '@/app/generated'

/** Integrations of a type with what tells whether their secret fits, and until when the person's proof is good. */
export const StoredSecretsQuery = graphql(`
  query StoredSecrets($type: String!) {
    viewer {
      id
      proofEndsAt
    }
    integrations(first: 200, filter: { types: [$type] }, orderBy: NAME) {
      edges {
        node {
          id
          slug
          name
          owner
          instance
          method
          config
          storedSecrets
          credentialStoredAt
        }
      }
    }
  }
`)
