import { graphql } from '../generated'

/** What the commands of integrations ask of the hub. */
graphql(`
  fragment IntegrationRow on Integration {
    id
    slug
    name
    type
    instance
    enabled
    health
    healthSince
    checkedAt
    healthMessage
    remedy
    failingProbe
    failureClass
    latencyMs
    labels { key value }
    project { slug }
    environment { slug }
    quotas { pool title limit remaining remainingPercent resetAt learnedAt usedPerMinute emptyAt forecast waiting pausedUntil }
    stats(window: DAY) { latencyMsP95 uptimePercent }
  }
`)

export const listQuery = graphql(`
  query IntegrationList($first: Int, $after: String, $filter: IntegrationFilter, $orderBy: IntegrationOrder) {
    integrations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...IntegrationRow } }
    }
  }
`)

export const showQuery = graphql(`
  query IntegrationShow($id: ID!) {
    integration(id: $id) {
      ...IntegrationRow
      method
      config
      owner
      intervalSeconds
      storedSecrets
      credentialStoredAt
      credentialExpiresAt
      connectorVersion
      version
      createdAt
      updatedAt
      staleAt
      nextCheckAt
      identity
      serviceVersion
    }
  }
`)

export const healthQuery = graphql(`
  query IntegrationHealth($id: ID!) {
    integration(id: $id) {
      ...IntegrationRow
      hour: stats(window: HOUR) { ...Window }
      day: stats(window: DAY) { ...Window }
      week: stats(window: WEEK) { ...Window }
      month: stats(window: MONTH) { ...Window }
    }
  }
  fragment Window on HealthStats {
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

/** Everything a screen of all integrations shows, in one question. */
export const watchQuery = graphql(`
  query IntegrationWatch($first: Int) {
    integrations(first: $first, orderBy: SEVERITY) {
      totalCount
      edges { node { ...IntegrationRow } }
    }
    healthSummary { healthy degraded unhealthy unknown stale disabled checking }
  }
`)

export const changesSubscription = graphql(`
  subscription HealthChanges($types: [String!], $after: String) {
    events(types: $types, after: $after) { sequence type time data }
  }
`)

graphql(`
  fragment TestOutcome on TestResult {
    success
    health
    message
    failingProbe
    failureClass
    remedy
    latencyMs
    identity
    serviceVersion
    durationMs
    probes { name status message evidence remedy failureClass durationMs }
  }
`)

export const testMutation = graphql(`
  mutation IntegrationTest($id: ID!) {
    testIntegration(input: { id: $id }) { integration { id slug } result { ...TestOutcome } }
  }
`)

export const pingMutation = graphql(`
  mutation IntegrationPing($id: ID!) {
    pingIntegration(input: { id: $id }) { reachable message latencyMs remedy }
  }
`)

export const enableMutation = graphql(`
  mutation IntegrationEnable($id: ID!) {
    enableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }
  }
`)

export const disableMutation = graphql(`
  mutation IntegrationDisable($id: ID!) {
    disableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }
  }
`)

export const deleteMutation = graphql(`
  mutation IntegrationDelete($id: ID!) {
    deleteIntegration(input: { id: $id }) {
      integration { ...IntegrationRow }
      secretDestroyed
      restorableUntil
      leftAtProvider
    }
  }
`)

export const restoreMutation = graphql(`
  mutation IntegrationRestore($id: ID!) {
    restoreIntegration(input: { id: $id }) { integration { ...IntegrationRow } needsSecret }
  }
`)

export const updateMutation = graphql(`
  mutation IntegrationUpdate($input: UpdateIntegrationInput!) {
    updateIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }
  }
`)

graphql(`
  fragment TypeRow on IntegrationType {
    id
    version
    name
    description
    maturity
    families
    capabilities
    aliases
    versionRange
    integrationCount
    instances { id title description baseUrl aliases slugStem configSchema methodIds }
    methods { id title kind help scopes configSchema secretsSchema }
  }
`)

export const typesQuery = graphql(`
  query IntegrationTypes {
    integrationTypes { ...TypeRow }
  }
`)

/** All that a page about one type tells. */
export const typeQuery = graphql(`
  query IntegrationType($id: ID!) {
    integrationType(id: $id) {
      ...TypeRow
      docs { setup scopes troubleshooting }
      probes { name proves asks }
      neededScopes { capability scopes }
      quotaPools { pool }
      discoveryLists { id title asks }
      operations { id title description effect }
      webhooks { schemes topics }
      remedies { failure remedy }
    }
  }
`)

export const suggestQuery = graphql(`
  query IntegrationSuggest($type: String!, $instance: String) {
    suggestIntegration(type: $type, instance: $instance) {
      name
      slug
      lastUsed { instance method config usedAt fromSlug }
    }
  }
`)

export const draftMutation = graphql(`
  mutation IntegrationDraft($input: TestIntegrationDraftInput!) {
    testIntegrationDraft(input: $input) { result { ...TestOutcome } }
  }
`)

export const connectMutation = graphql(`
  mutation IntegrationConnect($input: ConnectIntegrationInput!) {
    connectIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }
  }
`)

export const tailStartQuery = graphql(`
  query TailStart {
    lastSequence
  }
`)

export const activityQuery = graphql(`
  query Activity($first: Int, $after: String, $filter: ActivityFilter) {
    activity(first: $first, after: $after, filter: $filter) {
      pageInfo { hasNextPage endCursor }
      edges { node { ...Entry } }
    }
  }
`)

graphql(`
  fragment Entry on ActivityEntry {
    id
    at
    level
    outcome
    type
    integrationId
    integrationSlug
    actor { kind name }
    summary
    durationMs
    metadata
  }
`)

export const activitySubscription = graphql(`
  subscription ActivityTail($filter: ActivityFilter, $after: String) {
    activityAdded(filter: $filter, after: $after) { sequence entry { ...Entry } }
  }
`)
