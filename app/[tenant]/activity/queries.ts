import { graphql } from '@/app/generated'

graphql(`
  fragment ActivityRow on ActivityEntry {
    id
    at
    level
    outcome
    type
    integrationId
    integrationSlug
    operationId
    summary
    durationMs
    metadata
    actor {
      kind
      id
      name
    }
  }
`)

export const ActivityQuery = graphql(`
  query Activity($first: Int!, $after: String, $filter: ActivityFilter) {
    lastSequence
    activity(first: $first, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ActivityRow
        }
      }
    }
  }
`)

export const ActivityTailSubscription = graphql(`
  subscription ActivityTail($filter: ActivityFilter, $after: String) {
    activityAdded(filter: $filter, after: $after) {
      sequence
      entry {
        ...ActivityRow
      }
    }
  }
`)
