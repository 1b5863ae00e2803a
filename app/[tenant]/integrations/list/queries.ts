import { graphql } from '@/app/generated'

/** One row of the list. What no shown column needs is not asked for. */
export const ListIntegrationFragment = graphql(`
  fragment ListIntegration on Integration {
    id
    slug
    name
    type
    instance
    enabled
    intervalSeconds
    owner
    health
    healthMessage
    checkedAt
    staleAt
    updatedAt
    deletedAt
    credentialStoredAt
    credentialExpiresAt
    integrationType {
      id
      name
    }
    environment {
      id
      slug
    }
    quotas @include(if: $quota) {
      pool
      title
      limit
      remaining
      resetAt
      forecast
      pausedUntil
    }
    history(last: 60) @include(if: $strip) {
      at
      health
    }
    stats(window: DAY) @include(if: $p95) {
      window
      latencyMsP95
    }
  }
`)

export const ListRowsQuery = graphql(`
  query ListRows(
    $first: Int!
    $skip: Int!
    $filter: IntegrationFilter
    $orderBy: IntegrationOrder!
    $direction: SortDirection!
    $counted: Boolean!
    $strip: Boolean!
    $quota: Boolean!
    $p95: Boolean!
  ) {
    integrations(first: $first, skip: $skip, filter: $filter, orderBy: $orderBy, direction: $direction) {
      totalCount @include(if: $counted)
      edges {
        cursor
        node {
          ...ListIntegration
        }
      }
    }
  }
`)

/** What stands around the rows: what can be chosen, and the groups with their true counts. */
export const ListFrameQuery = graphql(`
  query ListFrame($filter: IntegrationFilter, $grouped: Boolean!, $by: IntegrationGrouping!) {
    lastSequence
    integrationTypes {
      id
      name
      families
    }
    owners: integrationGroups(by: OWNER) {
      key
      title
    }
    integrationGroups(by: $by, filter: $filter) @include(if: $grouped) {
      key
      title
      worst
      counts {
        total
        healthy
        degraded
        unhealthy
        unknown
        stale
        disabled
        checking
      }
    }
  }
`)

/** Every row of a view in the few words that files and bulk acts need, page after page. */
export const ListExportQuery = graphql(`
  query ListExport(
    $after: String
    $filter: IntegrationFilter
    $orderBy: IntegrationOrder!
    $direction: SortDirection!
  ) {
    integrations(first: 200, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          slug
          name
          type
          instance
          health
          healthMessage
          owner
          latencyMs
          checkedAt
          credentialStoredAt
          credentialExpiresAt
          createdAt
          labels {
            key
            value
          }
          project {
            id
            slug
          }
          environment {
            id
            slug
          }
        }
      }
    }
  }
`)

graphql(`
  fragment ListStanding on Integration {
    id
    enabled
    health
    healthMessage
    healthSince
    checkedAt
    staleAt
    nextCheckAt
  }
`)

export const BulkEnableMutation = graphql(`
  mutation BulkEnable($id: ID!) {
    enableIntegration(input: { id: $id }) {
      integration {
        ...ListStanding
      }
    }
  }
`)

export const BulkDisableMutation = graphql(`
  mutation BulkDisable($id: ID!) {
    disableIntegration(input: { id: $id }) {
      integration {
        ...ListStanding
      }
    }
  }
`)

export const BulkTestMutation = graphql(`
  mutation BulkTest($id: ID!) {
    testIntegration(input: { id: $id }) {
      result {
        success
        message
      }
      integration {
        ...ListStanding
      }
    }
  }
`)
