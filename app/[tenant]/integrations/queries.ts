import { graphql } from '@/app/generated'

/** A connector as the forms need it: what it asks for, per place and per way to sign in. */
graphql(`
  fragment ConnectorForm on IntegrationType {
    id
    name
    description
    families
    aliases
    instances {
      id
      title
      slugStem
      configSchema
      methodIds
    }
    methods {
      id
      title
      kind
      help
      scopes
      configSchema
      secretsSchema
    }
  }
`)

export const ConnectQuery = graphql(`
  query ConnectForms {
    integrationTypes {
      ...ConnectorForm
    }
  }
`)

export const SuggestQuery = graphql(`
  query Suggest($type: String!, $instance: String) {
    suggestIntegration(type: $type, instance: $instance) {
      name
      slug
      lastUsed {
        instance
        method
        config
        usedAt
        fromSlug
      }
    }
  }
`)

export const ConnectMutation = graphql(`
  mutation ConnectIntegration($input: ConnectIntegrationInput!) {
    connectIntegration(input: $input) {
      integration {
        id
        slug
        name
        health
        enabled
      }
    }
  }
`)

export const RestoreMutation = graphql(`
  mutation RestoreIntegration($id: ID!) {
    restoreIntegration(input: { id: $id }) {
      needsSecret
      integration {
        id
        slug
        deletedAt
      }
    }
  }
`)

graphql(`
  fragment DetailIntegration on Integration {
    ...OverviewIntegration
    connectorVersion
    method
    config
    owner
    storedSecrets
    credentialStoredAt
    version
    createdAt
    updatedAt
    failingProbe
    failureClass
    latencyMs
    identity
    serviceVersion
    labels {
      key
      value
    }
    profile {
      id
      name
    }
    project {
      id
      slug
      name
    }
    environment {
      id
      slug
      name
    }
    integrationType {
      ...ConnectorForm
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
    circuit {
      state
      since
      reason
      failureClass
      retryAt
    }
    recent: history(last: 60) {
      at
      health
      message
      latencyMs
    }
    lastCheck: history(last: 1) {
      at
      health
      isUnconfirmed
      message
      probes {
        name
        status
        message
        evidence
        remedy
        failureClass
        durationMs
      }
    }
    hour: stats(window: HOUR) {
      ...WindowStats
    }
    day: stats(window: DAY) {
      ...WindowStats
    }
    week: stats(window: WEEK) {
      ...WindowStats
    }
    month: stats(window: MONTH) {
      ...WindowStats
    }
  }
`)

graphql(`
  fragment WindowStats on HealthStats {
    window
    checks
    uptimePercent
    errorRatePercent
    latencyMsP50
    latencyMsP95
    lastError
    lastErrorAt
  }
`)

export const IntegrationQuery = graphql(`
  query Integration($id: ID!) {
    lastSequence
    integration(id: $id) {
      ...DetailIntegration
    }
  }
`)

export const IntegrationStatusSubscription = graphql(`
  subscription IntegrationStatus($integrationId: ID!, $after: String) {
    integrationStatusChanged(integrationId: $integrationId, after: $after) {
      sequence
      eventId
      to
      message
      integration {
        ...DetailIntegration
      }
    }
  }
`)

export const IntegrationTouchedSubscription = graphql(`
  subscription IntegrationTouched($filter: ActivityFilter, $after: String) {
    activityAdded(filter: $filter, after: $after) {
      sequence
      entry {
        id
      }
    }
  }
`)

export const TestMutation = graphql(`
  mutation TestIntegration($id: ID!) {
    testIntegration(input: { id: $id }) {
      result {
        success
        message
        remedy
      }
      integration {
        ...DetailIntegration
      }
    }
  }
`)

export const EnableMutation = graphql(`
  mutation EnableIntegration($id: ID!) {
    enableIntegration(input: { id: $id }) {
      integration {
        ...DetailIntegration
      }
    }
  }
`)

export const DisableMutation = graphql(`
  mutation DisableIntegration($id: ID!) {
    disableIntegration(input: { id: $id }) {
      integration {
        ...DetailIntegration
      }
    }
  }
`)

export const DeleteMutation = graphql(`
  mutation DeleteIntegration($id: ID!) {
    deleteIntegration(input: { id: $id }) {
      secretDestroyed
      restorableUntil
      integration {
        id
      }
    }
  }
`)

export const UpdateMutation = graphql(`
  mutation UpdateIntegration($input: UpdateIntegrationInput!) {
    updateIntegration(input: $input) {
      integration {
        ...DetailIntegration
      }
    }
  }
`)
