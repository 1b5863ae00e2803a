export const typeDefs = `"An instant, as RFC 3339 in UTC."
scalar DateTime

"A JSON object. Never holds a secret in an answer."
scalar JSONObject

type Query {
  "The version of the hub that answers."
  version: String!
}

type Mutation {
  "Does nothing and answers true; lets a client prove that its mutations are accepted."
  ping: Boolean!
}

type Subscription {
  "One message at once, then the stream stays open; lets a client prove that its socket works."
  connected: Boolean!
}

type PageInfo {
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
  endCursor: String
}

extend type Query {
  "The kinds of service the hub can connect."
  integrationTypes: [IntegrationType!]!
  integrationType(id: ID!): IntegrationType
}

"A connector: code for a vendor, as the catalog shows it."
type IntegrationType {
  "Such as registry.oci."
  id: ID!
  version: String!
  name: String!
  description: String!
  families: [String!]!
  capabilities: [String!]!
  "Other names the CLI takes, such as docker-hub."
  aliases: [String!]!
  instances: [IntegrationTypeInstance!]!
  methods: [IntegrationTypeMethod!]!
}

"Where a service of this type can live."
type IntegrationTypeInstance {
  id: ID!
  title: String!
  "What its slugs start with: \`docker-hub\` makes docker-hub-1."
  slugStem: String!
  "JSON Schema of \`config\` for this instance."
  configSchema: JSONObject!
  "The methods that fit this instance, the recommended first."
  methodIds: [ID!]!
}

"How the hub signs in."
type IntegrationTypeMethod {
  id: ID!
  title: String!
  kind: String!
  help: String
  "Rights the credential needs, in the vendor's words."
  scopes: [String!]!
  "JSON Schema of the public fields this method adds to \`config\`, such as a user name."
  configSchema: JSONObject!
  "JSON Schema of \`secrets\` for this method; a field that is secret has \`writeOnly: true\`."
  secretsSchema: JSONObject!
}

extend type Query {
  "Address ranges opened to a tenant. Instance admin only."
  egressGrants(tenant: String!): [EgressGrant!]!
}

extend type Mutation {
  "Opens an address range to one tenant. Instance admin only; metadata addresses stay shut."
  grantEgress(input: GrantEgressInput!): GrantEgressPayload!
  "Closes it again, from the next call on."
  revokeEgress(input: RevokeEgressInput!): RevokeEgressPayload!
}

type EgressGrant {
  id: ID!
  "Such as 10.1.2.0/24."
  cidr: String!
  "Null: every port."
  port: Int
  reason: String
  createdAt: DateTime!
}

input GrantEgressInput {
  "Slug or id."
  tenant: String!
  "CIDR:port, such as 10.1.2.0/24:443, or a single address."
  rule: String!
  reason: String
}

type GrantEgressPayload {
  grant: EgressGrant!
}

input RevokeEgressInput {
  "Slug or id."
  tenant: String!
  id: ID!
}

type RevokeEgressPayload {
  id: ID!
}

extend type Query {
  "What happened, the newest first."
  activity(first: Int, after: String, filter: ActivityFilter): ActivityConnection!
  "Every type of event the hub can tell."
  eventTypes: [EventTypeInfo!]!
  "The sequence of the newest event; where a subscription may start with \`after\` to miss nothing."
  lastSequence: String!
}

extend type Subscription {
  "New entries of the activity, as they happen."
  activityAdded(filter: ActivityFilter, after: String): ActivityAdded!
  """
  Every event of the tenant that you may see. \`types\` takes names, \`integration.*\` patterns, and the aliases
  integration.status.changed and integration.rate_limit.warning.
  When \`after\` is older than what is kept, the stream ends with the error code EVENTS_RESYNC: read anew, then subscribe.
  """
  events(types: [String!], after: String): Event!
}

enum Level {
  INFO
  WARNING
  ERROR
}

enum Outcome {
  SUCCESS
  FAILURE
}

enum ActorKind {
  USER
  API_KEY
  SYSTEM
}

type EventActor {
  kind: ActorKind!
  id: ID
  name: String!
}

type ActivityEntry {
  id: ID!
  at: DateTime!
  level: Level!
  outcome: Outcome!
  "The event's type."
  type: String!
  integrationId: ID
  integrationSlug: String
  actor: EventActor!
  operationId: ID
  summary: String!
  durationMs: Float
  metadata: JSONObject!
}

type ActivityAdded {
  sequence: String!
  entry: ActivityEntry!
}

type ActivityConnection {
  edges: [ActivityEdge!]!
  pageInfo: PageInfo!
}

type ActivityEdge {
  node: ActivityEntry!
  cursor: String!
}

input ActivityFilter {
  "Id or slug."
  integration: String
  "Names or patterns such as integration.*"
  types: [String!]
  "This level and what is worse."
  minLevel: Level
  outcome: Outcome
  actorKind: ActorKind
  from: DateTime
  to: DateTime
  "Part of the summary."
  text: String
}

"The envelope, with CloudEvents' names."
type Event {
  id: ID!
  "A decimal string; the only cursor."
  sequence: String!
  type: String!
  "The names outside systems know this type by."
  aliases: [String!]!
  schemaVersion: Int!
  time: DateTime!
  tenantId: ID!
  projectId: ID
  subject: String!
  source: String!
  actor: EventActor!
  correlationId: String!
  causationId: String
  level: Level!
  outcome: Outcome!
  summary: String!
  data: JSONObject!
}

type EventTypeInfo {
  type: String!
  description: String!
  schemaVersion: Int!
  "JSON Schema of \`data\`."
  dataSchema: JSONObject!
}

extend type Query {
  "How many integrations are in which state; the same filters as \`integrations\`."
  healthSummary(filter: IntegrationFilter): HealthSummary!
}

"The state people see."
enum Health {
  "The last check passed within two intervals."
  HEALTHY
  "It works, but something needs attention."
  DEGRADED
  "The service or its credential failed twice in a row."
  UNHEALTHY
  "Never checked."
  UNKNOWN
  "No result for two intervals: trouble on the hub's side."
  STALE
  "Switched off by a person."
  DISABLED
  "The first check is under way."
  CHECKING
}

"Whose trouble a failure is."
enum FailureClass {
  OURS
  NETWORK
  PROVIDER_INCIDENT
  PROVIDER_LIMIT
  CREDENTIAL
  PERMISSION
  REQUEST
}

enum ProbeName {
  CONNECTIVITY
  TLS
  AUTHENTICATION
  AUTHORIZATION
  VERSION
  RATE_LIMIT
  LATENCY
}

enum ProbeStatus {
  PASS
  WARN
  FAIL
  SKIPPED
}

type ProbeResult {
  name: ProbeName!
  status: ProbeStatus!
  message: String!
  evidence: JSONObject!
  remedy: String
  failureClass: FailureClass
  durationMs: Float!
}

"What one run of the probes found."
type TestResult {
  success: Boolean!
  "Null when the hub itself was the trouble."
  health: Health
  message: String!
  "The layer that failed."
  failingProbe: ProbeName
  failureClass: FailureClass
  "What to do."
  remedy: String
  latencyMs: Float
  "Whom the credential belongs to, as the vendor names it."
  identity: String
  serviceVersion: String
  probes: [ProbeResult!]!
  durationMs: Float!
}

"One recorded check."
type Check {
  id: ID!
  at: DateTime!
  "Null when the hub itself was the trouble: no verdict then."
  health: Health
  "A first failure that was not yet confirmed by a recheck."
  isUnconfirmed: Boolean!
  message: String!
  failingProbe: ProbeName
  failureClass: FailureClass
  remedy: String
  latencyMs: Float
  probes: [ProbeResult!]!
}

enum HealthWindow {
  HOUR
  DAY
  WEEK
  MONTH
}

"Figures over a window that ends now."
type HealthStats {
  window: HealthWindow!
  checks: Int!
  "0 to 100; null when nothing was checked."
  uptimePercent: Float
  "0 to 100; null when nothing was checked."
  errorRatePercent: Float
  latencyMsP50: Float
  latencyMsP95: Float
  lastError: String
  lastErrorAt: DateTime
}

"One pool of the vendor's quota, as last learned."
type Quota {
  pool: String!
  "A whole number; some vendors count in thousands of millions."
  limit: Float!
  remaining: Float!
  remainingPercent: Float!
  resetAt: DateTime
  learnedAt: DateTime!
}

type HealthSummary {
  total: Int!
  healthy: Int!
  degraded: Int!
  unhealthy: Int!
  unknown: Int!
  stale: Int!
  disabled: Int!
  checking: Int!
}

extend type Query {
  "By id, bare UUID or slug."
  integration(id: ID!): Integration!
  integrations(
    "1 to 200; 50 by default."
    first: Int
    after: String
    filter: IntegrationFilter
    orderBy: IntegrationOrder = NAME
  ): IntegrationConnection!
  "The name and slug the next integration of this type would get, and the settings last used for the type, without secrets."
  suggestIntegration(type: String!, instance: String): IntegrationSuggestion!
}

extend type Mutation {
  "Runs the probes on settings that are not saved. Nothing is kept."
  testIntegrationDraft(input: TestIntegrationDraftInput!): TestIntegrationDraftPayload!
  "Tests, then saves, with the secrets sealed. All of it or nothing."
  connectIntegration(input: ConnectIntegrationInput!): ConnectIntegrationPayload!
  "Changes settings, name or secrets. A changed host drops the stored secret unless a new one comes with it."
  updateIntegration(input: UpdateIntegrationInput!): UpdateIntegrationPayload!
  enableIntegration(input: EnableIntegrationInput!): EnableIntegrationPayload!
  disableIntegration(input: DisableIntegrationInput!): DisableIntegrationPayload!
  "Destroys the secret at once unless another integration uses it; the rest can be restored for 7 days."
  deleteIntegration(input: DeleteIntegrationInput!): DeleteIntegrationPayload!
  restoreIntegration(input: RestoreIntegrationInput!): RestoreIntegrationPayload!
  "Checks a saved integration now. A service that fails is an answer, not an error."
  testIntegration(input: TestIntegrationInput!): TestIntegrationPayload!
  "Reach and latency without using the credential."
  pingIntegration(input: PingIntegrationInput!): PingIntegrationPayload!
}

extend type Subscription {
  "A verdict changed. With \`after\`, first everything since that sequence."
  integrationStatusChanged(integrationId: ID, after: String): IntegrationStatusChange!
  "A quota pool fell to 25 %, 10 % or 0."
  rateLimitWarning(integrationId: ID, after: String): RateLimitWarning!
}

type Integration {
  id: ID!
  slug: String!
  name: String!
  "The connector's id, such as registry.oci."
  type: String!
  integrationType: IntegrationType!
  connectorVersion: String!
  instance: String!
  method: String!
  "Public settings; secrets are never in here."
  config: JSONObject!
  labels: [Label!]!
  project: Project!
  environment: Environment
  owner: String
  enabled: Boolean!
  "Seconds between checks."
  intervalSeconds: Int!
  "Names of the secret fields that are stored; empty when the secret has to be entered again."
  storedSecrets: [String!]!
  "When the stored secret was last replaced."
  credentialStoredAt: DateTime
  "When the vendor says the credential ends."
  credentialExpiresAt: DateTime
  "For optimistic concurrency: send it back with a change."
  version: Int!
  createdAt: DateTime!
  updatedAt: DateTime!
  deletedAt: DateTime

  health: Health!
  "Since when the verdict holds."
  healthSince: DateTime
  checkedAt: DateTime
  "When the state turns stale if no further check comes."
  staleAt: DateTime
  nextCheckAt: DateTime
  "What the last check said, in one sentence."
  healthMessage: String
  failingProbe: ProbeName
  failureClass: FailureClass
  remedy: String
  latencyMs: Float
  identity: String
  serviceVersion: String
  quotas: [Quota!]!
  "The last checks, oldest first."
  history(last: Int = 60): [Check!]!
  stats(window: HealthWindow! = DAY): HealthStats!
}

type Label {
  key: String!
  value: String!
}

input LabelInput {
  key: String!
  value: String!
}

enum IntegrationOrder {
  NAME
  CREATED
  "Worst first."
  SEVERITY
}

input IntegrationFilter {
  types: [String!]
  "Such as scm or registry."
  families: [String!]
  states: [Health!]
  "Id or slug."
  project: String
  "Id or slug."
  environment: String
  "All have to fit."
  labels: [LabelInput!]
  "Part of the name or the slug."
  text: String
  "Deleted ones that can still be restored, instead of the living."
  deleted: Boolean
}

type IntegrationConnection {
  edges: [IntegrationEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type IntegrationEdge {
  node: Integration!
  cursor: String!
}

type IntegrationSuggestion {
  name: String!
  slug: String!
  "The settings last used for this type, or null when there are none. Never secrets."
  lastUsed: LastUsedSettings
}

type LastUsedSettings {
  instance: String!
  method: String!
  config: JSONObject!
  usedAt: DateTime!
  fromSlug: String!
}

input TestIntegrationDraftInput {
  type: String!
  instance: String
  method: String
  config: JSONObject!
  "Names and values of the method's fields."
  secrets: JSONObject
  "Test with the stored secret of this integration for the fields not given. Refused when the host differs."
  integrationId: ID
}

type TestIntegrationDraftPayload {
  result: TestResult!
}

input ConnectIntegrationInput {
  type: String!
  instance: String
  method: String
  config: JSONObject!
  secrets: JSONObject
  "Made from the type when absent, such as docker-hub-1."
  name: String
  slug: String
  "Id or slug; the default project when absent."
  project: String
  environment: String
  labels: [LabelInput!]
  owner: String
  "10 to 86,400; 300 by default."
  intervalSeconds: Int
  "Save disabled even when the test fails."
  saveDisabled: Boolean
  "Save without testing; the first check tells."
  skipTest: Boolean
  "A retry with the same key answers the first result again; kept 24 hours."
  idempotencyKey: String
}

type ConnectIntegrationPayload {
  integration: Integration!
  "Null when the test was skipped, or when an idempotency key answered an earlier result."
  test: TestResult
}

input UpdateIntegrationInput {
  id: ID!
  "The version you read; refused when somebody changed it since."
  version: Int!
  name: String
  slug: String
  instance: String
  method: String
  config: JSONObject
  secrets: JSONObject
  "Id or slug; an empty text takes it out of its environment."
  environment: String
  labels: [LabelInput!]
  "An empty text removes it."
  owner: String
  intervalSeconds: Int
  "Save even when the changed settings fail their test; the integration is disabled then."
  saveDisabled: Boolean
  skipTest: Boolean
  idempotencyKey: String
}

type UpdateIntegrationPayload {
  integration: Integration!
  test: TestResult
}

input EnableIntegrationInput {
  id: ID!
}
type EnableIntegrationPayload {
  integration: Integration!
}
input DisableIntegrationInput {
  id: ID!
}
type DisableIntegrationPayload {
  integration: Integration!
}
input DeleteIntegrationInput {
  id: ID!
}
type DeleteIntegrationPayload {
  integration: Integration!
  secretDestroyed: Boolean!
  restorableUntil: DateTime!
}
input RestoreIntegrationInput {
  id: ID!
}
type RestoreIntegrationPayload {
  integration: Integration!
  "The secret was destroyed with the deletion: enter it again."
  needsSecret: Boolean!
}
input TestIntegrationInput {
  id: ID!
}
type TestIntegrationPayload {
  integration: Integration!
  result: TestResult!
}
input PingIntegrationInput {
  id: ID!
}
type PingIntegrationPayload {
  reachable: Boolean!
  message: String!
  latencyMs: Float
  remedy: String
}

type IntegrationStatusChange {
  "Send the last one seen as \`after\` to resume."
  sequence: String!
  eventId: ID!
  integrationId: ID!
  slug: String!
  from: Health!
  to: Health!
  message: String!
  remedy: String
  failingProbe: ProbeName
  failureClass: FailureClass
  latencyMs: Float
  checkedAt: DateTime!
  "As it stands now; null when it was deleted since."
  integration: Integration
}

type RateLimitWarning {
  sequence: String!
  eventId: ID!
  integrationId: ID!
  slug: String!
  pool: String!
  "A whole number; some vendors count in thousands of millions."
  limit: Float!
  remaining: Float!
  "25, 10 or 0."
  thresholdPercent: Int!
  resetAt: DateTime
}

extend type Query {
  "The API keys of the tenant, the newest first. No key's secret can be read again."
  apiKeys: [ApiKey!]!
}

extend type Mutation {
  "Makes an API key. Its secret is in this answer and nowhere else."
  createApiKey(input: CreateApiKeyInput!): CreateApiKeyPayload!
  "Ends a key: HTTP within a second, open sockets within five."
  revokeApiKey(input: RevokeApiKeyInput!): RevokeApiKeyPayload!
}

type ApiKey {
  id: ID!
  name: String!
  "The first characters, to tell keys apart."
  prefix: String!
  scopes: [ApiKeyScope!]!
  createdAt: DateTime!
  createdBy: String!
  expiresAt: DateTime
  lastUsedAt: DateTime
  revokedAt: DateTime
}

"A permission, for the whole tenant or only for one project or one integration."
type ApiKeyScope {
  permission: String!
  projectId: ID
  integrationId: ID
}

input ApiKeyScopeInput {
  "Such as integrations:read."
  permission: String!
  "Id or slug."
  project: String
  "Id or slug."
  integration: String
}

input CreateApiKeyInput {
  name: String!
  "What the key may do; every scope has to be one you hold yourself."
  scopes: [ApiKeyScopeInput!]!
  "Never expires when absent."
  expiresAt: DateTime
}

type CreateApiKeyPayload {
  apiKey: ApiKey!
  "\`ihk_…\`; shown once."
  secret: String!
}

input RevokeApiKeyInput {
  id: ID!
}

type RevokeApiKeyPayload {
  apiKey: ApiKey!
}

extend type Query {
  members: [Member!]!
}

extend type Mutation {
  "Gives somebody a role in the tenant, or in one project of it. They sign in with this e-mail address."
  addMember(input: AddMemberInput!): AddMemberPayload!
  changeMemberRole(input: ChangeMemberRoleInput!): ChangeMemberRolePayload!
  "Takes every role in the tenant away and ends what the member has open there."
  removeMember(input: RemoveMemberInput!): RemoveMemberPayload!
}

enum Role {
  OWNER
  ADMIN
  OPERATOR
  VIEWER
}

type Member {
  "The user's id."
  id: ID!
  email: String!
  name: String!
  bindings: [RoleBinding!]!
}

type RoleBinding {
  role: Role!
  "Null: the whole tenant."
  project: Project
}

input AddMemberInput {
  email: String!
  name: String
  role: Role!
  "Id or slug; the whole tenant when absent."
  project: String
}

type AddMemberPayload {
  member: Member!
}

input ChangeMemberRoleInput {
  "The user's id."
  id: ID!
  role: Role!
  "Id or slug; the binding for the whole tenant when absent."
  project: String
}

type ChangeMemberRolePayload {
  member: Member!
}

input RemoveMemberInput {
  "The user's id."
  id: ID!
}

type RemoveMemberPayload {
  id: ID!
}

extend type Query {
  "Who you are and which tenants you may enter. Null when you are not signed in."
  viewer: Viewer
  "Whether this hub waits for its set-up link to be used."
  setupPending: Boolean!
}

extend type Mutation {
  """
  Uses the one-time set-up link: makes the instance admin, the first tenant and its owner.
  Answers a one-time sign-in token for the new account.
  """
  completeSetup(input: CompleteSetupInput!): CompleteSetupPayload!
  "Ends one of your own sessions."
  revokeSession(input: RevokeSessionInput!): RevokeSessionPayload!
}

"The person or the API key that asks."
type Viewer {
  "The id of the user, or of the API key."
  id: ID!
  kind: ViewerKind!
  name: String!
  "Null for an API key."
  email: String
  "Holds \`instance:*\`: tenants, egress, queues, backups."
  isInstanceAdmin: Boolean!
  tenants: [ViewerTenant!]!
  "Your own sessions, the newest first. Empty for an API key."
  sessions: [Session!]!
}

enum ViewerKind {
  USER
  API_KEY
}

"A tenant you may enter, and what you may do there."
type ViewerTenant {
  tenant: Tenant!
  "The strongest role held for the whole tenant; null when only single projects or scopes are held."
  role: Role
  permissions: [String!]!
}

type Session {
  id: ID!
  createdAt: DateTime!
  lastSeenAt: DateTime!
  expiresAt: DateTime!
  "The session that asks."
  isCurrent: Boolean!
  "What the browser called itself at sign-in."
  userAgent: String
}

input CompleteSetupInput {
  "The token of the set-up link."
  token: String!
  email: String!
  name: String!
  tenantName: String!
  "Made from the name when absent."
  tenantSlug: String
}

type CompleteSetupPayload {
  tenant: Tenant!
  "Goes to the sign-in page; single use, 15 minutes."
  signInToken: String!
}

input RevokeSessionInput {
  id: ID!
}

type RevokeSessionPayload {
  id: ID!
}

extend type Query {
  "The tenant of this request: of the API key, or named by the header x-inthub-tenant."
  tenant: Tenant!
}

extend type Mutation {
  "Makes a tenant with its default project and the environments dev, staging and prod. Instance admin only."
  createTenant(input: CreateTenantInput!): CreateTenantPayload!
  createProject(input: CreateProjectInput!): CreateProjectPayload!
}

type Tenant {
  id: ID!
  slug: String!
  name: String!
  "Filled with sample data by \`npm run demo\`."
  isDemo: Boolean!
  createdAt: DateTime!
  projects: [Project!]!
  environments: [Environment!]!
}

type Project {
  id: ID!
  slug: String!
  name: String!
  "Where an integration goes when no project is named."
  isDefault: Boolean!
}

type Environment {
  id: ID!
  slug: String!
  name: String!
}

input CreateTenantInput {
  name: String!
  slug: String
  "Who becomes its owner; you when absent."
  ownerEmail: String
}

type CreateTenantPayload {
  tenant: Tenant!
}

input CreateProjectInput {
  name: String!
  slug: String
}

type CreateProjectPayload {
  project: Project!
}
`
