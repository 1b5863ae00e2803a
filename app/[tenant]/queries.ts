import { graphql } from '../generated'

/** What the frame around every page of a tenant needs. */
export const ShellQuery = graphql(`
  query Shell {
    viewer {
      id
      kind
      name
      email
      isInstanceAdmin
      tenants {
        role
        permissions
        tenant {
          id
          slug
          name
          isDemo
          projects {
            id
            slug
            name
            isDefault
          }
          environments {
            id
            slug
            name
          }
        }
      }
    }
  }
`)

/** What a card, a row and the attention list show of one integration. */
graphql(`
  fragment OverviewIntegration on Integration {
    id
    slug
    name
    type
    instance
    enabled
    intervalSeconds
    credentialExpiresAt
    health
    healthSince
    checkedAt
    staleAt
    nextCheckAt
    healthMessage
    remedy
    integrationType {
      id
      name
    }
    environment {
      id
      slug
    }
    quotas {
      pool
      title
      limit
      remaining
      resetAt
      emptyAt
      forecast
      mode
      perSecond
      waiting
      pausedUntil
    }
    history(last: 60) {
      at
      health
    }
    stats(window: DAY) {
      window
      uptimePercent
      latencyMsP95
    }
  }
`)

export const OverviewQuery = graphql(`
  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {
    lastSequence
    healthSummary {
      total
      healthy
      degraded
      unhealthy
      unknown
      stale
      disabled
      checking
    }
    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {
      totalCount
      edges {
        cursor
        node {
          ...OverviewIntegration
        }
      }
    }
    integrations(first: $first, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
      }
      edges {
        cursor
        node {
          ...OverviewIntegration
        }
      }
    }
    integrationTypes {
      id
      name
      instances {
        id
        title
        slugStem
      }
    }
    activity(first: 12) {
      edges {
        cursor
        node {
          id
          at
          level
          outcome
          type
          integrationSlug
          summary
          durationMs
          actor {
            kind
            id
            name
          }
        }
      }
    }
  }
`)

export const StatusChangedSubscription = graphql(`
  subscription OverviewStatusChanged($after: String) {
    integrationStatusChanged(after: $after) {
      sequence
      eventId
      integrationId
      slug
      from
      to
      message
      integration {
        ...OverviewIntegration
      }
    }
  }
`)

export const RateLimitSubscription = graphql(`
  subscription OverviewRateLimit($after: String) {
    rateLimitWarning(after: $after) {
      sequence
      eventId
      integrationId
      slug
      pool
      remaining
      limit
      thresholdPercent
    }
  }
`)

export const ActivitySubscription = graphql(`
  subscription OverviewActivity($after: String) {
    activityAdded(after: $after) {
      sequence
      entry {
        id
        at
        level
        outcome
        type
        integrationSlug
        summary
        durationMs
        actor {
          kind
          id
          name
        }
      }
    }
  }
`)

export const TestFromOverviewMutation = graphql(`
  mutation TestFromOverview($id: ID!) {
    testIntegration(input: { id: $id }) {
      result {
        success
        message
      }
      integration {
        ...OverviewIntegration
      }
    }
  }
`)
