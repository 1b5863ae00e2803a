import { graphql } from '../generated'

graphql(`
  fragment ResourceTrouble on ResourceFailure {
    failureClass
    message
    remedy
    page
  }
`)

export const listsQuery = graphql(`
  query ResourceLists($integration: ID!) {
    resourceLists(integration: $integration) {
      name
      title
      description
      inputs { name title list }
      isSearchable
      missing
    }
  }
`)

export const resourcesQuery = graphql(`
  query Resources(
    $integration: ID!
    $type: String!
    $input: [ResourceInput!]
    $first: Int
    $after: String
    $filter: String
    $refresh: Boolean
  ) {
    discoverResources(
      integration: $integration
      type: $type
      input: $input
      first: $first
      after: $after
      filter: $filter
      refresh: $refresh
    ) {
      type
      seen
      cachedAt
      isCached
      pageInfo { hasNextPage endCursor }
      edges { node { id name url attributes } }
      failure { ...ResourceTrouble }
    }
  }
`)

export const resolveQuery = graphql(`
  query ResolveTag($integration: ID!, $reference: String!, $refresh: Boolean) {
    resolveTag(integration: $integration, reference: $reference, refresh: $refresh) {
      image {
        repository
        tag
        digest
        mediaType
        kind
        artifactType
        sizeBytes
        pushedAt
        platforms { platform digest mediaType sizeBytes isAttestation }
        resolvedAt
        isCached
      }
      failure { ...ResourceTrouble }
    }
  }
`)

export const manifestQuery = graphql(`
  query ImageManifest($integration: ID!, $repository: String!, $reference: String!, $refresh: Boolean) {
    manifest(integration: $integration, repository: $repository, reference: $reference, refresh: $refresh) {
      manifest {
        repository
        digest
        mediaType
        kind
        artifactType
        sizeBytes
        manifestBytes
        config { digest mediaType sizeBytes }
        layers { digest mediaType sizeBytes }
        platforms { platform digest mediaType isAttestation }
        annotations
        text
        fetchedAt
      }
      failure { ...ResourceTrouble }
    }
  }
`)

export const verifyQuery = graphql(`
  query VerifyDigest($integration: ID!, $repository: String!, $digest: String!, $expected: String) {
    verifyDigest(integration: $integration, repository: $repository, digest: $digest, expected: $expected) {
      isVerified
      verdict { repository digest actual expected mediaType manifestBytes }
      failure { ...ResourceTrouble }
    }
  }
`)
