import { graphql } from '@/app/generated'

graphql(`
  fragment ResourceTroubleFields on ResourceFailure {
    failureClass
    message
    remedy
    page
  }
`)

export const ResourceListsQuery = graphql(`
  query ResourceListsOf($integration: ID!) {
    resourceLists(integration: $integration) {
      name
      title
      description
      inputs { name title description pattern list examples }
      missing
    }
  }
`)

export const ResourcesSubscription = graphql(`
  subscription ResourcesAsTheyCome(
    $integration: ID!
    $type: String!
    $input: [ResourceInput!]
    $refresh: Boolean
    $after: String
  ) {
    resources(integration: $integration, type: $type, input: $input, refresh: $refresh, after: $after) {
      edges { node { id name url attributes } }
      pageInfo { endCursor }
      page
      count
      cachedAt
      isLast
      failure { ...ResourceTroubleFields }
    }
  }
`)

/** Ids that fit an input, from the list that names them. */
export const ResourceNamesQuery = graphql(`
  query ResourceNames($integration: ID!, $type: String!) {
    discoverResources(integration: $integration, type: $type, first: 200) {
      edges { node { id name } }
    }
  }
`)

export const ResolveTagQuery = graphql(`
  query ResolveImage($integration: ID!, $reference: String!, $refresh: Boolean) {
    resolveTag(integration: $integration, reference: $reference, refresh: $refresh) {
      image {
        repository
        tag
        digest
        mediaType
        kind
        sizeBytes
        pushedAt
        platforms { platform digest sizeBytes isAttestation }
        resolvedAt
      }
      failure { ...ResourceTroubleFields }
    }
  }
`)
