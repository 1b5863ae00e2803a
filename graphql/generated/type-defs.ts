export const typeDefs = `extend type Query {
  "Automations, the newest first. Those of the projects you may read."
  automations(
    "1 to 200; 50 by default."
    first: Int
    after: String
    "Slug or id."
    project: String
    enabled: Boolean
    "Part of the name."
    text: String
  ): AutomationConnection!
  "By id or by name."
  automation(id: ID!): Automation!
  "Automations that many want, ready to be created."
  automationRecipes: [AutomationRecipe!]!
  "Runs, the newest first; of one automation, or of all you may read."
  automationRuns(
    "1 to 200; 50 by default."
    first: Int
    after: String
    "Id or name."
    automation: String
    states: [RunState!]
  ): AutomationRunConnection!
  automationRun(id: ID!): AutomationRun!
  "What automations ask people, the newest first."
  approvals("1 to 200; 50 by default." first: Int, after: String, states: [ApprovalState!]): ApprovalConnection!
  """
  What an automation would do for the last events that fit its trigger and that you may see, the newest first. Nothing is
  done. Of a saved one, or of a definition that is given; given both, the definition stands in for the saved one.
  """
  dryRunAutomation(
    "Id or name."
    automation: String
    "Slug or id, for a definition that is not saved; the default project when absent."
    project: String
    definition: JSONObject
    "1 to 20 events; 20 by default."
    last: Int
  ): [AutomationDryRun!]!
}

extend type Mutation {
  "You need what its steps need, in its project."
  createAutomation(input: CreateAutomationInput!): CreateAutomationPayload!
  "Another definition is a new version, which acts with your rights. Runs that began go on with theirs."
  updateAutomation(input: UpdateAutomationInput!): UpdateAutomationPayload!
  "A paused one, too. What happened meanwhile is not made up for."
  enableAutomation(input: EnableAutomationInput!): EnableAutomationPayload!
  "Runs that began come to their end."
  disableAutomation(input: DisableAutomationInput!): DisableAutomationPayload!
  "With its runs."
  deleteAutomation(input: DeleteAutomationInput!): DeleteAutomationPayload!
  "Lets the run go on."
  approveRun(input: ApproveRunInput!): ApproveRunPayload!
  "The run fails."
  rejectRun(input: RejectRunInput!): RejectRunPayload!
}

extend type Subscription {
  "Each time a run of an automation asks for somebody, goes on, or ends; with the sequence to resume after."
  automationRunChanged(
    "Id of an automation; all you may read when absent."
    automation: ID
    "A sequence: first everything after it."
    after: String
  ): AutomationRunChange!
}

"queued, running, waiting; and at its end succeeded, failed or skipped."
enum RunState {
  QUEUED
  RUNNING
  WAITING
  SUCCEEDED
  FAILED
  SKIPPED
}

enum StepState {
  RUNNING
  WAITING
  SUCCEEDED
  FAILED
  SKIPPED
}

enum ApprovalState {
  PENDING
  APPROVED
  REJECTED
  "Nobody decided in time."
  EXPIRED
}

"A rule: when such an event happens, and the condition holds, then these steps."
type Automation {
  id: ID!
  projectId: ID!
  name: String!
  description: String
  enabled: Boolean!
  "Why the hub switched it off; null when a person did, or nobody."
  pausedReason: String
  failuresInRow: Int!
  "Of the definition."
  version: Int!
  definition: JSONObject!
  "It acts with at most what they may do now."
  savedBy: EventActor!
  createdBy: String!
  createdAt: DateTime!
  updatedAt: DateTime!
}

type AutomationConnection {
  edges: [AutomationEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type AutomationEdge {
  node: Automation!
  cursor: String!
}

type AutomationRecipe {
  id: ID!
  name: String!
  description: String!
  definition: JSONObject!
}

"One automation for one event."
type AutomationRun {
  id: ID!
  projectId: ID!
  automationId: ID!
  "Of the definition it goes by."
  version: Int!
  eventId: ID!
  eventType: String!
  state: RunState!
  "Why it was skipped or failed."
  reason: String
  "How many runs caused one another until this one."
  depth: Int!
  correlationId: String!
  createdAt: DateTime!
  startedAt: DateTime
  endedAt: DateTime
  "What it did so far, in order."
  steps: [AutomationRunStep!]!
  "What it asked people."
  approvals: [Approval!]!
}

type AutomationRunConnection {
  edges: [AutomationRunEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type AutomationRunEdge {
  node: AutomationRun!
  cursor: String!
}

"Without secrets: what stands under a name that says it is secret is masked."
type AutomationRunStep {
  position: Int!
  name: String!
  "Its type: operation, call, comment, publish, create_task, wait or approval."
  action: String!
  state: StepState!
  "More than one when the hub was stopped in the middle, or had trouble of its own."
  attempts: Int!
  input: JSON
  output: JSON
  error: String
  startedAt: DateTime!
  waitsUntil: DateTime
  endedAt: DateTime
}

type Approval {
  id: ID!
  projectId: ID!
  runId: ID!
  message: String!
  state: ApprovalState!
  requestedAt: DateTime!
  expiresAt: DateTime!
  decidedBy: EventActor
  decidedAt: DateTime
  comment: String
}

type ApprovalConnection {
  edges: [ApprovalEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type ApprovalEdge {
  node: Approval!
  cursor: String!
}

type AutomationRunChange {
  sequence: String!
  "run.succeeded, run.failed, approval.requested or approval.decided."
  type: String!
  run: AutomationRun!
}

type AutomationDryRun {
  eventId: ID!
  eventType: String!
  time: DateTime!
  summary: String!
  "Null when the condition has no answer for this event; then there is a problem."
  holds: Boolean
  problem: String
  "None where the condition does not hold."
  steps: [AutomationDryStep!]!
}

type AutomationDryStep {
  name: String!
  action: String!
  "Null when that depends on what an earlier step gives, or there is a problem."
  wouldRun: Boolean
  "With its templates filled, and without secrets."
  input: JSON
  problem: String
}

input CreateAutomationInput {
  name: String!
  description: String
  "Slug or id; the default project when absent."
  project: String
  "{ trigger: { events, integration?, project? }, condition?, steps: [{ name, if?, action }] }"
  definition: JSONObject!
  "True by default."
  enabled: Boolean
  idempotencyKey: String
}

input UpdateAutomationInput {
  "Id or name."
  id: ID!
  "Refuses when somebody else changed it since; absent: whatever it is now."
  version: Int
  name: String
  description: String
  definition: JSONObject
}

input EnableAutomationInput {
  "Id or name."
  id: ID!
}

input DisableAutomationInput {
  "Id or name."
  id: ID!
}

input DeleteAutomationInput {
  "Id or name."
  id: ID!
}

input ApproveRunInput {
  "Of the approval."
  id: ID!
  comment: String
}

input RejectRunInput {
  "Of the approval."
  id: ID!
  comment: String
}

type CreateAutomationPayload {
  automation: Automation!
}

type UpdateAutomationPayload {
  automation: Automation!
}

type EnableAutomationPayload {
  automation: Automation!
}

type DisableAutomationPayload {
  automation: Automation!
}

type DeleteAutomationPayload {
  "As it was."
  automation: Automation!
}

type ApproveRunPayload {
  approval: Approval!
}

type RejectRunPayload {
  approval: Approval!
}

"An instant, as RFC 3339 in UTC."
scalar DateTime

"A JSON object. Never holds a secret in an answer."
scalar JSONObject

"Any JSON value: what goes to a service through the hub, or what it answered."
scalar JSON

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

"Who goes first when a quota runs low, the most urgent first."
enum CallPriority {
  "A person waits for it."
  INTERACTIVE
  DEPLOY
  SYNC
  PROBE
}

enum CallOutcome {
  SUCCESS
  "The service answered that it will not, or not at all."
  FAILURE
  "The hub never sent it: for a quota, a breaker, a full bulkhead or a deadline."
  REFUSED
}

"Why a call has no good answer, in words of the hub."
type CallFailure {
  failureClass: FailureClass!
  "A stable word, such as connection_refused, status or circuit_open."
  reason: String!
  message: String!
  remedy: String
  "How long to wait before it may work, in milliseconds, where that is known."
  retryAfterMs: Float
}

extend type Query {
  "Calls that were made through integrations you may read, the newest first."
  calls(first: Int, after: String, filter: CallFilter): CallConnection!
  "One call with each of its attempts."
  call(id: ID!): Call!
  "How calls went: series, totals, parts, and who called most."
  callMetrics(input: CallMetricsInput): CallMetrics!
}

extend type Mutation {
  "Calls a service through an integration, with its credential. That the service fails is an outcome, not an error."
  executeCall(input: ExecuteCallInput!): ExecuteCallPayload!
  "Up to 100 calls over one or many integrations, answered in their order; one that fails is an answer like any other."
  executeBatch(input: ExecuteBatchInput!): ExecuteBatchPayload!
  "Says how calls through an integration are made. What is not said is as usual again."
  setCallPolicy(input: SetCallPolicyInput!): SetCallPolicyPayload!
  "Closes the breaker of an integration by hand, so that its next calls go out."
  resetCircuit(input: ResetCircuitInput!): ResetCircuitPayload!
}

extend type Integration {
  "Its breaker: whether calls go out, since when, and why not."
  circuit: Circuit!
  callPolicy: CallPolicy!
}

enum CallMethod {
  GET
  HEAD
  POST
  PUT
  PATCH
  DELETE
}

enum CallKind {
  "By path, alone."
  CALL
  BATCH
  "Through the streaming proxy."
  PROXY
  "An operation of the connector."
  OPERATION
}

enum CircuitState {
  "Calls go out."
  CLOSED
  "Calls are refused until \`retryAt\`."
  OPEN
  "One call tries; the others are refused."
  HALF_OPEN
}

type Circuit {
  state: CircuitState!
  "Null when it never opened."
  since: DateTime
  reason: String
  failureClass: FailureClass
  "When the next call may try."
  retryAt: DateTime
}

"How calls through an integration are made, in force now. Times in milliseconds."
type CallPolicy {
  "Of one attempt."
  timeoutMs: Int!
  "Of the call with all its attempts and waits."
  deadlineMs: Int!
  retry: RetryPolicy!
  breaker: BreakerPolicy!
  bulkhead: BulkheadPolicy!
  quota: CallQuotaPolicy!
  "A second integration of the same type that takes over while this one cannot."
  fallback: ID
  "Whether bodies are kept with the log of calls, redacted and clipped."
  keepBodies: Boolean!
  "What of it differs from the usual, as \`setCallPolicy\` takes it."
  changes: JSONObject!
  "Since when it is in force."
  since: DateTime!
}

type RetryPolicy {
  "The first one included."
  attempts: Int!
  baseMs: Int!
  maxMs: Int!
  "Methods that change something are repeated, too."
  unsafe: Boolean!
}

"Opens when so many of the calls in the window failed, at least \`minimum\` of them."
type BreakerPolicy {
  failurePercent: Int!
  minimum: Int!
  windowMs: Int!
  openMs: Int!
}

"How many calls at once, and how many may wait for a place, in one process."
type BulkheadPolicy {
  concurrent: Int!
  queued: Int!
}

type CallQuotaPolicy {
  "\`enforce\` or \`observe\`."
  mode: String!
  "A rate of our own beside the one that was learned; the smaller one counts."
  perSecond: Float
}

"One request that went out, or was kept from going out."
type CallAttempt {
  number: Int!
  "Another one when a fallback was asked."
  integrationId: ID!
  startedAt: DateTime!
  "Spent waiting before it: for the quota, for a free place, for the back-off."
  waitMs: Float!
  durationMs: Float!
  status: Int
  failure: CallFailure
  timings: CallTimings
}

"Where the time of a request went; null where nothing was to be done, as with a kept connection."
type CallTimings {
  dnsMs: Float
  connectMs: Float
  tlsMs: Float
  firstByteMs: Float!
  totalMs: Float!
}

type Call {
  id: ID!
  integrationId: ID!
  "Null when it was deleted."
  integration: Integration
  projectId: ID!
  at: DateTime!
  kind: CallKind!
  "The connector's operation; null for a call by path."
  operation: String
  actor: EventActor!
  priority: CallPriority!
  method: String!
  "Without its query."
  path: String!
  outcome: CallOutcome!
  "Of the last attempt that was answered."
  status: Int
  failure: CallFailure
  attempts: [CallAttempt!]!
  durationMs: Float!
  "The part of the duration that was spent waiting."
  waitMs: Float!
  requestBytes: Float!
  responseBytes: Float!
  requestId: ID!
  correlationId: ID!
  "Ties the calls of one batch or of one operation."
  groupId: ID
  "Kept only where the policy says so: redacted, and clipped at 16 kB."
  requestBody: String
  responseBody: String
}

type CallConnection {
  edges: [CallEdge!]!
  pageInfo: PageInfo!
}

type CallEdge {
  node: Call!
  cursor: String!
}

input CallFilter {
  "Id or slug."
  integration: String
  "Id or slug."
  project: String
  "Id of a user or a key, or the name of a part of the hub."
  caller: String
  actorKind: ActorKind
  kind: CallKind
  operation: String
  outcome: CallOutcome
  failureClass: FailureClass
  "Of the last answer; 5 stands for all from 500 to 599."
  status: Int
  groupId: String
  since: DateTime
  until: DateTime
  "Part of the path, or of what the hub said."
  text: String
}

input ExecuteCallInput {
  "Id (int_…), bare UUID or slug."
  integration: ID!
  method: CallMethod! = GET
  "Below the base URL, such as /user."
  path: String!
  "Names and values; a list of values repeats the name."
  query: JSONObject
  "What belongs to the connection, and what the connector sets itself, is left out."
  headers: JSONObject
  "Sent as JSON."
  body: JSON
  "Instead of \`body\`: as it is."
  bodyText: String
  "Instead of \`body\`: bytes."
  bodyBase64: String
  "Of one attempt, in milliseconds; as the integration's policy says by default."
  timeoutMs: Int
  "Of the call with all its attempts and waits."
  deadlineMs: Int
  priority: CallPriority
  "The first one included; 1 never repeats."
  attempts: Int
  "Repeat a method that changes something, too."
  unsafe: Boolean
  "The same key again within 24 hours is answered as the first time, and nothing is sent."
  idempotencyKey: String
}

type ExecuteCallPayload {
  call: CallResult!
}

"What became of a call."
type CallResult {
  callId: ID!
  "The one that answered: another one when a fallback did."
  integrationId: ID!
  at: DateTime!
  outcome: CallOutcome!
  failure: CallFailure
  "Of the last attempt that was answered."
  status: Int
  headers: JSONObject!
  "The answer as JSON; null when it is none."
  json: JSON
  "The answer as text; null when it is none."
  text: String
  "The answer's bytes."
  bodyBase64: String!
  bytes: Int!
  attempts: [CallAttempt!]!
  durationMs: Float!
  waitMs: Float!
  "The service said that nothing changed, and the answer is the one kept from before."
  revalidated: Boolean!
  "Answered as an earlier call with the same idempotency key was."
  replayed: Boolean!
  quota: CallQuota
}

"What the call drew from."
type CallQuota {
  pool: String!
  remaining: Int
  resetAt: DateTime
}

input ExecuteBatchInput {
  "1 to 100."
  calls: [ExecuteCallInput!]!
  "How many at a time, 1 to 32."
  concurrency: Int = 8
  "After the first that did not succeed no further one is begun; the rest are skipped."
  stopOnError: Boolean = false
}

type ExecuteBatchPayload {
  "Ties these calls in the log."
  groupId: ID!
  "In the order of the calls."
  answers: [BatchAnswer!]!
  succeeded: Int!
  failed: Int!
  skipped: Int!
}

"One of \`call\` and \`error\`; neither when it was skipped."
type BatchAnswer {
  index: Int!
  call: CallResult
  error: CallRefusal
  skipped: Boolean!
}

"What was wrong about a call of a batch."
type CallRefusal {
  "A code of the catalogue of errors."
  code: String!
  message: String!
  remedy: String!
}

input SetCallPolicyInput {
  "Id (int_…), bare UUID or slug."
  integration: ID!
  "What differs from the usual: \`{ retry: { attempts: 5 } }\`."
  policy: JSONObject!
  "The version of the integration you read; refused when somebody changed it since."
  version: Int
}

type SetCallPolicyPayload {
  integration: Integration!
}

input ResetCircuitInput {
  "Id (int_…), bare UUID or slug."
  integration: ID!
}

type ResetCircuitPayload {
  integration: Integration!
}

enum MetricsStep {
  MINUTE
  HOUR
}

enum MetricsGrouping {
  INTEGRATION
  PROJECT
  "Who called: a person, a key or a part of the hub."
  CALLER
  OPERATION
}

input CallMetricsInput {
  "Id or slug."
  integration: String
  "Id or slug."
  project: String
  "\`user:usr_…\`, \`api_key:key_…\` or \`system:<name>\`."
  caller: String
  operation: String
  "24 hours ago by default."
  since: DateTime
  until: DateTime
  "What fits the window by default."
  step: MetricsStep
  groupBy: MetricsGrouping
}

type CallMetrics {
  since: DateTime!
  until: DateTime!
  step: MetricsStep!
  totals: CallFigures!
  "Every step of the window, the first first."
  series: [CallMetricsPoint!]!
  "As \`groupBy\` says, those with most calls first; 50 at most."
  groups: [CallMetricsGroup!]!
  "The ten that called most."
  topCallers: [CallMetricsGroup!]!
}

type CallMetricsPoint {
  at: DateTime!
  figures: CallFigures!
}

type CallMetricsGroup {
  "Id of an integration or a project, a caller, or the name of an operation; empty for calls by path."
  key: String!
  "Of a caller: what it is called. Null for everything else, and for who is gone."
  name: String
  figures: CallFigures!
}

type CallFigures {
  calls: Int!
  failures: Int!
  "Never sent: for a quota, a breaker, a full bulkhead or a deadline."
  refusals: Int!
  retries: Int!
  errorRatePercent: Float
  latencyMsAverage: Float
  latencyMsP50: Float
  latencyMsP95: Float
  latencyMsP99: Float
  waitMs: Float!
  requestBytes: Float!
  responseBytes: Float!
  byClass: [FailureCount!]!
}

type FailureCount {
  failureClass: FailureClass!
  calls: Int!
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
  "A drawing of an icon set, such as simple-icons:docker."
  icon: String
  maturity: ConnectorMaturity!
  "Such as scm or registry; the first is its category."
  families: [String!]!
  capabilities: [String!]!
  "Other names the CLI takes, such as docker-hub."
  aliases: [String!]!
  instances: [IntegrationTypeInstance!]!
  methods: [IntegrationTypeMethod!]!
  "The vendor's own pages."
  docs: IntegrationTypeDocs!
  "What a check asks the vendor, in the order it is asked."
  probes: [IntegrationTypeProbe!]!
  "Versions of the service that work, such as >=15.0; null when any does or it is not told."
  versionRange: String
  neededScopes: [NeededScopes!]!
  quotaPools: [QuotaPool!]!
  "What can be listed of a connected service, such as repositories."
  discoveryLists: [DiscoveryList!]!
  operations: [IntegrationTypeOperation!]!
  "Null when the service sends no webhooks the hub can verify."
  webhooks: IntegrationTypeWebhooks
  "What to do about each failure."
  remedies: [IntegrationTypeRemedy!]!
  "How many integrations of this type you can read."
  integrationCount: Int!
}

enum ConnectorMaturity {
  "Comes with the hub."
  BUILT_IN
  "Made elsewhere and looked at."
  VERIFIED
  COMMUNITY
}

type IntegrationTypeDocs {
  setup: String
  scopes: String
  troubleshooting: String
}

type IntegrationTypeProbe {
  name: ProbeName!
  "What a pass means."
  proves: String!
  "Method and path below the base URL; null when it asks nothing of its own."
  asks: String
}

"Rights the credential needs, in the vendor's words."
type NeededScopes {
  "Null: for everything."
  capability: String
  scopes: [String!]!
}

"Where the vendor tells a quota: the headers of its answers, or the body of one where they are null."
type QuotaPool {
  pool: String!
  limitHeader: String
  remainingHeader: String
  resetHeader: String
}

type DiscoveryList {
  id: ID!
  title: String!
  "Method and path below the base URL."
  asks: String!
}

type IntegrationTypeOperation {
  id: ID!
  title: String!
  description: String
  effect: OperationEffect!
}

enum OperationEffect {
  READ
  WRITE
  "Asks a person before it runs."
  DESTRUCTIVE
}

type IntegrationTypeWebhooks {
  "How a delivery proves that the vendor sent it."
  schemes: [String!]!
  "What the deliveries become here."
  topics: [String!]!
}

type IntegrationTypeRemedy {
  "What the service answers, such as status 401."
  failure: String!
  remedy: String!
}

"Where a service of this type can live."
type IntegrationTypeInstance {
  id: ID!
  title: String!
  description: String
  "Template, such as https://{host}/api/v4."
  baseUrl: String!
  "Other names the CLI takes for type and place."
  aliases: [String!]!
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
  "One report of the doctor."
  examination(id: ID!): Examination!
  "The last reports of an integration, the newest first; at most 100 are kept."
  examinations(integration: ID!, first: Int = 10): [Examination!]!
}

extend type Mutation {
  "Examines an integration and answers the whole report. Who wants each check as it ends subscribes to \`doctor\`."
  runDoctor(input: RunDoctorInput!): RunDoctorPayload!
  "Says how often the doctor comes to an integration by itself."
  setDoctorSchedule(input: SetDoctorScheduleInput!): SetDoctorSchedulePayload!
}

extend type Subscription {
  """
  Examines an integration: what is going to be checked, each check as it ends, the report, then the end. Whoever ends
  the subscription ends the examination. With \`checks\` only these are run, and nothing is kept.
  """
  doctor(integration: ID!, checks: [DoctorCheckName!]): DoctorProgress!
  "The same for settings that are not saved. Nothing is kept."
  doctorDraft(input: TestIntegrationDraftInput!): DoctorProgress!
}

extend type Integration {
  "The doctor's last report; null when it never came."
  lastExamination: Examination
  doctorSchedule: DoctorSchedule!
}

"When the doctor comes by itself. When health turns bad it comes, too."
type DoctorSchedule {
  "Seconds between its visits; null when it comes only when health turns bad."
  everySeconds: Int
  "Nothing was said for this integration."
  isUsual: Boolean!
  "How often it comes where nothing was said."
  usualSeconds: Int!
  "In the past when it is due; null when no visit is coming."
  nextAt: DateTime
}

enum DoctorCheckName {
  CONNECTIVITY
  TLS
  AUTHENTICATION
  AUTHORIZATION
  VERSION
  RATE_LIMIT
  LATENCY
  "Whether the credential reaches what the integration is used for."
  RESOURCES
}

enum DoctorVerdict {
  HEALTHY
  DEGRADED
  UNHEALTHY
}

"Why the doctor came."
enum DoctorSource {
  PERSON
  SCHEDULE
  HEALTH
  DRAFT
}

"A next step: a command to run or a page to open, and what it does."
type DoctorSuggestion {
  text: String!
  "A line for a shell, ready to be copied."
  command: String
  "A page of the hub (a path) or of the vendor (a URL)."
  link: String
}

type DoctorCheckResult {
  name: DoctorCheckName!
  status: ProbeStatus!
  "A stable word for what was found, such as \`dns_failed\`."
  finding: String!
  message: String!
  "Facts that show why. Public values only."
  evidence: JSONObject!
  suggestions: [DoctorSuggestion!]!
  durationMs: Float!
}

"A check that ended differently from how it did in the last report that was healthy."
type DoctorChange {
  name: DoctorCheckName!
  from: ProbeStatus!
  to: ProbeStatus!
}

type DoctorReport {
  overall: DoctorVerdict!
  message: String!
  checks: [DoctorCheckResult!]!
  "Against the last report that was healthy; empty when there is none."
  changes: [DoctorChange!]!
  startedAt: DateTime!
  durationMs: Float!
}

"A report that is kept."
type Examination {
  id: ID!
  integrationId: ID!
  source: DoctorSource!
  report: DoctorReport!
}

"One step of an examination: exactly one of its fields is set."
type DoctorProgress {
  "What is going to be checked, in order."
  started: [DoctorCheckName!]
  check: DoctorCheckResult
  report: DoctorReport
}

input RunDoctorInput {
  integration: ID!
  "All of them when absent."
  checks: [DoctorCheckName!]
}

type RunDoctorPayload {
  report: DoctorReport!
}

input SetDoctorScheduleInput {
  "Id (int_…), bare UUID or slug."
  integration: ID!
  "60 to 2,592,000; 0: only when health turns bad. As usual when null or absent."
  everySeconds: Int
  "The version of the integration you read; refused when somebody changed it since."
  version: Int
}

type SetDoctorSchedulePayload {
  integration: Integration!
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
  """
  The newest published events you may see, in the order of their sequence; go on with the subscription \`events\` after the
  last. \`types\` as there; 50 when \`last\` is absent, 200 at most.
  """
  recentEvents(types: [String!], last: Int): [Event!]!
  "Every type of event the hub can tell."
  eventTypes: [EventTypeInfo!]!
  "The sequence of the newest event; where a subscription may start with \`after\` to miss nothing."
  lastSequence: String!
}

extend type Mutation {
  """
  Publishes events, all of them in their order or none: your own under \`custom.\`, such as custom.build.finished, and what
  outside systems report under task.*, vm.* and deployment.*. Needs events:publish.
  """
  publishEvents(input: PublishEventsInput!): PublishEventsPayload!
}

extend type Subscription {
  "New entries of the activity, as they happen."
  activityAdded(filter: ActivityFilter, after: String): ActivityAdded!
  """
  Every event of the tenant that you may see. \`types\` takes names, patterns in which * stands for anything, such as
  integration.* or github.*.opened, and the aliases integration.status.changed and integration.rate_limit.warning.
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
  "The integration it concerns, where there is one."
  integrationId: ID
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

input PublishEventsInput {
  "1 to 100."
  events: [EventToPublish!]!
  "A repeated request with the same key publishes nothing, and is answered with the ids of before. Kept 24 hours."
  idempotencyKey: String
}

input EventToPublish {
  "custom. and a name in small letters; or a task.*, vm.* or deployment.* type, whose data has the shape of the catalogue."
  type: String!
  "64 KiB at most. Whoever may read events reads it: no secrets."
  data: JSONObject
  "What it is about. For events of your own."
  subject: String
  "The sentence people read. For events of your own."
  summary: String
  "INFO when absent. For events of your own."
  level: Level
}

type PublishEventsPayload {
  "In the order of the events."
  ids: [ID!]!
  "Whether an earlier request with the same key published them."
  isRepeated: Boolean!
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
  "Hooks of the integrations whose webhooks you may see, the oldest first."
  inboundHooks(first: Int, after: String, integration: ID): InboundHookConnection!
  inboundHook(id: ID!): InboundHook!
  "What came in, the newest first; what was refused is among it."
  inboundDeliveries(first: Int, after: String, filter: InboundDeliveryFilter): InboundDeliveryConnection!
  "One delivery with its headers and its body."
  inboundDelivery(id: ID!): InboundDelivery!
}

extend type Mutation {
  "Makes a hook for the webhooks of an integration's provider. Its address and its secret are told here, once."
  createInboundHook(input: CreateInboundHookInput!): IssuedInboundHook!
  "Renames a hook, or switches it on or off."
  updateInboundHook(input: UpdateInboundHookInput!): InboundHookPayload!
  "Gives a hook a new secret. The one before is valid until the first webhook that is signed with the new one."
  rotateInboundHookSecret(input: RotateInboundHookSecretInput!): IssuedInboundHook!
  "Lets a hook take webhooks that nothing proves, or ends that. For administrators; the reason stays visible."
  waiveInboundVerification(input: WaiveInboundVerificationInput!): InboundHookPayload!
  "Deletes a hook: its address is dead and its secrets are destroyed. What came through it stays until it is too old."
  deleteInboundHook(input: DeleteInboundHookInput!): InboundHookPayload!
  "Makes the hook known to the provider, or tells it the current address, secret and events."
  registerInboundHook(input: RegisterInboundHookInput!): InboundHookPayload!
  "Removes the hook at the provider."
  unregisterInboundHook(input: UnregisterInboundHookInput!): InboundHookPayload!
  "Looks how the provider has the hook: whether it was switched off there, or removed, or its deliveries fail."
  checkInboundHook(input: CheckInboundHookInput!): InboundHookPayload!
  "Fetches deliveries from the provider that the hub has not seen. With \`preview\` it only says how many."
  recoverInboundDeliveries(input: RecoverInboundDeliveriesInput!): InboundRecovery!
  "Tells again of deliveries: one, many, or all since a time. With \`preview\` it only says how many."
  replayInboundDeliveries(input: ReplayInboundDeliveriesInput!): InboundReplay!
}

enum InboundHookKind {
  "An address of its own."
  PATH
  "The address all hooks of a type share; the body says whose it is."
  APP
}

enum InboundState {
  "Accepted, and not told of yet."
  RECEIVED
  PROCESSED
  "The hub could not tell of it; it can be replayed."
  FAILED
  "Nothing proved who sent it; it was not accepted."
  REFUSED
}

"What the provider says of the hook it has."
enum InboundProviderState {
  ACTIVE
  "It is switched on, and its last deliveries failed."
  FAILING
  SWITCHED_OFF
  MISSING
  UNKNOWN
}

type InboundHook {
  id: ID!
  integrationId: ID!
  integration: Integration
  projectId: ID!
  name: String!
  kind: InboundHookKind!
  "Of the kind APP: what a body has to say; null for every one."
  route: String
  enabled: Boolean!
  "Names of the schemes that can prove a delivery, in their order."
  schemes: [String!]!
  "The proof is weak, or missing; \`weakness\` says why."
  isWeak: Boolean!
  weakness: String
  waiver: InboundWaiver
  "Secrets that are valid now, the newest first; never their values."
  secrets: [InboundSecretInfo!]!
  "What the provider has of it; null when the hub did not register it."
  registration: InboundRegistration
  lastReceivedAt: DateTime
  createdBy: String!
  createdAt: DateTime!
}

"Deliveries that nothing proves are accepted: since when, by whom, and why."
type InboundWaiver {
  at: DateTime!
  by: String!
  reason: String!
}

type InboundSecretInfo {
  version: Int!
  createdAt: DateTime!
}

type InboundRegistration {
  "The repository or project."
  target: String!
  providerHookId: String!
  events: [String!]!
  state: InboundProviderState!
  message: String
  checkedAt: DateTime
  "Missed deliveries were looked for up to here."
  recoveredUntil: DateTime
}

type InboundHookConnection {
  edges: [InboundHookEdge!]!
  pageInfo: PageInfo!
}

type InboundHookEdge {
  node: InboundHook!
  cursor: String!
}

"One webhook that a provider sent."
type InboundDelivery {
  id: ID!
  hookId: ID!
  integrationId: ID!
  "Null when it was deleted."
  integration: Integration
  projectId: ID!
  receivedAt: DateTime!
  processedAt: DateTime
  state: InboundState!
  "The provider's own id."
  deliveryId: String
  "What the provider calls it."
  type: String
  "What it is called here, such as \`github.pull_request.merged\`."
  topic: String
  "Something proved who sent it."
  verified: Boolean!
  "What proved it; \`waived\` when nothing did and that was allowed."
  scheme: String
  secretVersion: Int
  "Why it was refused or failed, in a word: unsigned, malformed, mismatch, stale, wrong_algorithm, no_secret, …"
  reason: String
  bodyBytes: Int!
  "It was fetched from the provider after it had missed the hub."
  recovered: Boolean!
  "How often it was told of again."
  replays: Int!
  "The request, with its headers and its body."
  content: InboundContent!
}

type InboundContent {
  method: String!
  query: String!
  "Values of headers that hold a secret are not kept."
  headers: [InboundHeader!]!
  "The body as text; null when its bytes are none, or when it is longer than a mebibyte."
  text: String
  "The body as base64; null when it is longer than a mebibyte. REST gives every body as it came."
  base64: String
  "Of a refused delivery only the beginning is kept."
  truncated: Boolean!
}

type InboundHeader {
  name: String!
  value: String!
}

type InboundDeliveryConnection {
  edges: [InboundDeliveryEdge!]!
  pageInfo: PageInfo!
}

type InboundDeliveryEdge {
  node: InboundDelivery!
  cursor: String!
}

input InboundDeliveryFilter {
  hook: ID
  "Id or slug."
  integration: ID
  "A topic, or a pattern: \`github.pull_request.*\`."
  topic: String
  state: InboundState
  "The provider's own id."
  deliveryId: String
  recovered: Boolean
  since: DateTime
  until: DateTime
}

input CreateInboundHookInput {
  "Id or slug."
  integration: ID!
  "\`default\` when it is not said."
  name: String
  kind: InboundHookKind
  "Of the kind APP: the repository, project or workspace that is meant; every one when it is not said."
  route: String
  "What the provider signs with, where it is not for the hub to choose. 8 characters at least."
  secret: String
  "How the sender is proven, as in a manifest, where the connector does not say."
  schemes: [JSONObject!]
}

input UpdateInboundHookInput {
  id: ID!
  name: String
  enabled: Boolean
}

input RotateInboundHookSecretInput {
  id: ID!
  "The new secret; made by the hub when it is not given."
  secret: String
  "A new address as well; the one before is dead at once."
  address: Boolean
}

input WaiveInboundVerificationInput {
  id: ID!
  waived: Boolean!
  "Why; needed to waive it."
  reason: String
}

input DeleteInboundHookInput {
  id: ID!
}

input RegisterInboundHookInput {
  id: ID!
  "The repository (\`owner/name\`) or project; the one it is registered for already when it is not said."
  target: String
  "What is to be sent, by the provider's names."
  events: [String!]
}

input UnregisterInboundHookInput {
  id: ID!
}

input CheckInboundHookInput {
  id: ID!
}

input RecoverInboundDeliveriesInput {
  "The hook."
  id: ID!
  "Where the last recovery ended when it is not said, or 72 hours ago."
  since: DateTime
  "Only say how many."
  preview: Boolean
}

type InboundRecovery {
  "Deliveries that the provider kept and the hub had not seen."
  found: Int!
  "How many of them the hub has now."
  recovered: Int!
  preview: Boolean!
  since: DateTime!
}

input ReplayInboundDeliveriesInput {
  "Just these; at most 200."
  ids: [ID!]
  "Or all that fits; it has to say \`since\`."
  filter: InboundDeliveryFilter
  "Only say how many."
  preview: Boolean
}

type InboundHookPayload {
  hook: InboundHook!
}

"A hook with what is shown once."
type IssuedInboundHook {
  hook: InboundHook!
  "Where the provider sends its webhooks. Whoever knows it can try to send here: keep it like a secret."
  url: String!
  "What the provider signs with; null where there is nothing to give it."
  secret: String
}

type InboundReplay {
  count: Int!
  preview: Boolean!
  "The first 200 of them."
  deliveryIds: [ID!]!
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
    "The order's own direction when absent."
    direction: SortDirection
    "Rows to leave out after the cursor, for jumping into a long list; 100,000 at most."
    skip: Int
  ): IntegrationConnection!
  "What the list falls into, worst first, with how many are in which state."
  integrationGroups(by: IntegrationGrouping!, filter: IntegrationFilter): [IntegrationGroup!]!
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
  "Newest first."
  CREATED
  "Worst first, then by name."
  SEVERITY
  "By the type's id, then by name."
  TYPE
  "Then by name; those without an owner last."
  OWNER
  "Of the last check, slowest first; those never measured last."
  LATENCY
  "Last checked first; those never checked last."
  CHECKED
}

enum SortDirection {
  ASC
  DESC
}

enum IntegrationGrouping {
  TYPE
  STATE
  OWNER
  PROJECT
  ENVIRONMENT
}

"Those of a list that agree in one thing."
type IntegrationGroup {
  "What the filter for just these is given: a type, a state, an owner, the slug of a project or an environment. Null: those without one."
  key: String
  "For people."
  title: String
  worst: Health!
  counts: HealthSummary!
}

input IntegrationFilter {
  types: [String!]
  "Such as scm or registry."
  families: [String!]
  states: [Health!]
  "Id or slug."
  project: String
  "Id or slug; an empty text: those without one."
  environment: String
  "In any case of letters; an empty text: those without one."
  owner: String
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
  "How calls are made, as far as it differs from the usual."
  callPolicy: JSONObject!
  intervalSeconds: Int!
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
  "Id or name of the profile that fills in what is not given; a null in \`config\` leaves a field of it out."
  profile: ID
  "Save the settings, without secrets, as a profile of this name."
  saveAsProfile: String
  "Id or slug of an integration of yours whose stored secret is used, by reference: same kind of service, same way to sign in, same address."
  reuseSecretOf: ID
  "You confirm that the new integration acts with the rights of that one."
  confirmReuse: Boolean
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
  "What was made at the provider, such as a webhook, and could not be removed there."
  leftAtProvider: [String!]!
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
  "How old a remembered result may be, 0 to 120; without it the integration is tested anew."
  maxAgeSeconds: Int
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
  """
  Gives a key a new secret with the same rights. The old secret goes on working for the overlap, so that whoever uses
  it can be moved over without a gap.
  """
  rotateApiKey(input: RotateApiKeyInput!): RotateApiKeyPayload!
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
  "When its secret was last replaced."
  rotatedAt: DateTime
  "Until when the secret before it still works; null when it does not."
  previousSecretUntil: DateTime
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

input RotateApiKeyInput {
  id: ID!
  "Seconds for which the old secret still works: 0 to 604,800; 86,400 (a day) by default."
  overlapSeconds: Int
  "A new end for the key; unchanged when absent. Needed when the old one has passed."
  expiresAt: DateTime
}

type RotateApiKeyPayload {
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
  "Invitations that can still be used, the newest first."
  invitations: [Invitation!]!
  "What an invitation link offers, for the page it opens. Null when the link cannot be used (any more)."
  invitationOffer(token: String!): InvitationOffer
}

extend type Mutation {
  "Gives somebody a role in the tenant, or in one project of it. They sign in with this e-mail address."
  addMember(input: AddMemberInput!): AddMemberPayload!
  changeMemberRole(input: ChangeMemberRoleInput!): ChangeMemberRolePayload!
  "Takes one role away: the one for the whole tenant, or the one in a project."
  removeMemberRole(input: RemoveMemberRoleInput!): RemoveMemberRolePayload!
  "Takes every role in the tenant away and ends what the member has open there."
  removeMember(input: RemoveMemberInput!): RemoveMemberPayload!
  "Gives up every role you hold in this tenant."
  leaveTenant: LeaveTenantPayload!
  "Makes a link with which one person joins. The link is in this answer, in a mail when a mail server is set, and nowhere else."
  createInvitation(input: CreateInvitationInput!): CreateInvitationPayload!
  "Ends an invitation: its link is worth nothing any more."
  revokeInvitation(input: RevokeInvitationInput!): RevokeInvitationPayload!
  """
  Joins the tenant an invitation is for. Who has an account signs in first and accepts as themselves; for a new
  address the link makes the account and answers a one-time sign-in token.
  """
  acceptInvitation(input: AcceptInvitationInput!): AcceptInvitationPayload!
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

input RemoveMemberRoleInput {
  "The user's id."
  id: ID!
  "Id or slug; the role for the whole tenant when absent."
  project: String
}

type RemoveMemberRolePayload {
  "Null when it was the last role: they are no member any more."
  member: Member
}

type LeaveTenantPayload {
  tenantId: ID!
}

"Somebody who was asked to join and has not yet."
type Invitation {
  id: ID!
  email: String!
  role: Role!
  "Null: the whole tenant."
  project: Project
  invitedBy: String!
  createdAt: DateTime!
  expiresAt: DateTime!
}

type InvitationOffer {
  tenantName: String!
  tenantSlug: String!
  "The address the invitation is for."
  email: String!
  role: Role!
  "Null: the whole tenant."
  projectName: String
  invitedBy: String!
  expiresAt: DateTime!
  "Somebody with this address has an account here: they have to sign in before they accept."
  hasAccount: Boolean!
}

input CreateInvitationInput {
  email: String!
  role: Role!
  "Id or slug; the whole tenant when absent."
  project: String
  "1 to 30; 7 by default."
  days: Int
}

type CreateInvitationPayload {
  invitation: Invitation!
  "Give it to the person; it is shown once."
  url: String!
}

input RevokeInvitationInput {
  id: ID!
}

type RevokeInvitationPayload {
  id: ID!
}

input AcceptInvitationInput {
  token: String!
  "How a new person wants to be called; made from the address when absent."
  name: String
}

type AcceptInvitationPayload {
  tenant: Tenant!
  "For a new person: goes to the sign-in page; single use, 15 minutes. Null for who is signed in."
  signInToken: String
}

input RemoveMemberInput {
  "The user's id."
  id: ID!
}

type RemoveMemberPayload {
  id: ID!
}

extend type Integration {
  "What can be done through it, where it lives and with how it signs in."
  operations: [IntegrationTypeOperation!]!
}

extend type IntegrationTypeOperation {
  "JSON Schema of its input; also what refuses an input that does not fit."
  inputSchema: JSONObject!
  "Names of what it answers."
  outputs: [String!]!
  "Its answer is \`items\` with these outputs each, and \`hasMore\`."
  isList: Boolean!
  "Scopes or permissions it needs, in the vendor's words."
  needs: [String!]!
}

extend type Mutation {
  """
  Does an operation of the integration's connector. That the service refuses it is an outcome, not an error. One that
  destroys something is done only with \`confirm: true\`.
  """
  runOperation(input: RunOperationInput!): RunOperationPayload!
}

input RunOperationInput {
  "Id (int_…), bare UUID or slug."
  integration: ID!
  "Such as createPullRequest."
  operation: ID!
  "As its inputSchema says."
  input: JSONObject
  "That it is meant, for an operation that destroys something."
  confirm: Boolean
  "Who goes first when a quota runs low: INTERACTIVE by default."
  priority: CallPriority
  "The same key again within 24 hours is answered as the first time, and nothing is done."
  idempotencyKey: String
  "Of the whole operation with all its requests, in milliseconds; the integration's own deadline by default."
  timeoutMs: Int
}

type RunOperationPayload {
  run: OperationRun!
}

"One doing of an operation."
type OperationRun {
  operation: ID!
  effect: OperationEffect!
  "The one that was used: another one when a fallback answered."
  integrationId: ID!
  outcome: CallOutcome!
  "What it answered, under the names its outputs say; null when it failed."
  output: JSONObject
  failure: CallFailure
  "The calls it was made of, in their order."
  callIds: [ID!]!
  "Ties these calls in the log; null when there were none."
  groupId: ID
  "How many requests went out, second tries included."
  attempts: Int!
  startedAt: DateTime!
  durationMs: Float!
  "The part of the duration that was spent waiting."
  waitMs: Float!
  "Answered as an earlier one with the same idempotency key was."
  replayed: Boolean!
}

extend type Query {
  "Settings to start integrations from, by name. Needs integrations:read for the tenant, or the right to connect in a project."
  connectionProfiles(
    "1 to 200; 50 by default."
    first: Int
    after: String
    type: String
    instance: String
    "Only templates, or only the others; both when absent."
    templates: Boolean
    "Part of the name or the description."
    text: String
  ): ConnectionProfileConnection!
  "By id, bare UUID or name in any case of letters."
  connectionProfile(id: ID!): ConnectionProfile!
  "The settings last used for a type: your own, else the tenant's. Null when nothing of it is connected. Never secrets."
  lastUsedSettings(type: String!, instance: String): LastUsedSettings
}

extend type Mutation {
  "Saves settings under a name: given ones, those of an integration, or a copy of another profile. Secrets are refused."
  createConnectionProfile(input: CreateConnectionProfileInput!): CreateConnectionProfilePayload!
  "Changes a profile. Integrations that were started from it stay as they are."
  updateConnectionProfile(input: UpdateConnectionProfileInput!): UpdateConnectionProfilePayload!
  "Deletes a profile. Integrations that were started from it stay, and name it no more."
  deleteConnectionProfile(input: DeleteConnectionProfileInput!): DeleteConnectionProfilePayload!
  "Makes a profile the one its type starts from; the one that was is no more."
  setDefaultConnectionProfile(input: SetDefaultConnectionProfileInput!): SetDefaultConnectionProfilePayload!
}

extend type Integration {
  "The profile it was started from, while there is that profile."
  profile: ConnectionProfile
}

"Settings to start an integration from, under a name. Never holds a secret."
type ConnectionProfile {
  id: ID!
  "Unique in the tenant, in any case of letters."
  name: String!
  description: String
  "The connector's id, such as scm.github."
  type: String!
  "Null when this hub does not know the type any more."
  integrationType: IntegrationType
  instance: String!
  method: String!
  "Some of the public settings. What the connector does not know any more, or calls a secret now, is left out."
  config: JSONObject!
  "How calls are made, as far as it differs from the usual."
  callPolicy: JSONObject!
  labels: [Label!]!
  "Seconds between checks; null: as usual."
  intervalSeconds: Int
  "The one its type starts from."
  isDefault: Boolean!
  "Meant to be copied; using it changes nothing of it."
  isTemplate: Boolean!
  "How often an integration was started from it."
  usedCount: Int!
  "Integrations there are now that were started from it, as far as you can read them."
  integrationCount: Int!
  lastUsedAt: DateTime
  createdBy: String!
  "For optimistic concurrency: send it back with a change."
  version: Int!
  createdAt: DateTime!
  updatedAt: DateTime!
  "What of it does not fit the connector any more."
  problems: [ConnectionProfileProblem!]!
}

type ConnectionProfileProblem {
  "Such as config.baseUrl, instance or type."
  path: String!
  message: String!
}

type ConnectionProfileConnection {
  edges: [ConnectionProfileEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type ConnectionProfileEdge {
  node: ConnectionProfile!
  cursor: String!
}

input CreateConnectionProfileInput {
  name: String!
  description: String
  "Needed unless it is copied from something."
  type: String
  instance: String
  method: String
  "Public settings; any of them may be missing."
  config: JSONObject
  "How calls are made: timeoutMs, deadlineMs, retry, breaker, bulkhead, quota, keepBodies."
  callPolicy: JSONObject
  labels: [LabelInput!]
  "10 to 86,400."
  intervalSeconds: Int
  isDefault: Boolean
  isTemplate: Boolean
  "Id or slug of an integration whose settings are copied; what is given beside it wins."
  fromIntegration: ID
  "Id or name of a profile that is copied, such as a template."
  fromProfile: ID
}

type CreateConnectionProfilePayload {
  connectionProfile: ConnectionProfile!
}

input UpdateConnectionProfileInput {
  "Id or name."
  id: ID!
  "The version you read; refused when somebody changed it since."
  version: Int!
  name: String
  "Null or an empty text removes it."
  description: String
  instance: String
  method: String
  "All public settings anew."
  config: JSONObject
  "All of it anew."
  callPolicy: JSONObject
  labels: [LabelInput!]
  "Null: as usual."
  intervalSeconds: Int
  isDefault: Boolean
  isTemplate: Boolean
}

type UpdateConnectionProfilePayload {
  connectionProfile: ConnectionProfile!
}

input DeleteConnectionProfileInput {
  id: ID!
}

type DeleteConnectionProfilePayload {
  "As it was."
  connectionProfile: ConnectionProfile!
}

input SetDefaultConnectionProfileInput {
  id: ID!
  "False takes it away."
  isDefault: Boolean = true
}

type SetDefaultConnectionProfilePayload {
  connectionProfile: ConnectionProfile!
}

"What happens to a call for which the quota does not suffice."
enum QuotaMode {
  "It waits or is refused."
  ENFORCE
  "It is sent, and counted as one that would have waited or been refused."
  OBSERVE
}

"A share of the limit, in percent, that a kind of calls leaves to the more urgent ones."
type ReservedShares {
  interactive: Float!
  deploy: Float!
  sync: Float!
  probe: Float!
}

extend type Quota {
  "What people call the pool, where the vendor's name says little."
  title: String
  "Used up per minute, over the last minutes, by everybody who draws on the credential."
  usedPerMinute: Float!
  "When the pool will be empty at this rate; null when the reset comes first."
  emptyAt: DateTime
  "The same in words: empty in 11 min at this rate."
  forecast: String
  mode: QuotaMode!
  "The configured rate of the integration; the smaller of it and the quota counts."
  perSecond: Float
  "Calls that wait for this pool, in all processes."
  waiting: Int!
  "The vendor refused a call and asked to wait until then."
  pausedUntil: DateTime
  reserved: ReservedShares!
}

extend type RateLimitWarning {
  "When the pool will be empty at the rate of the last minutes; null when the reset comes first."
  emptyAt: DateTime
  "The same in words: empty in 11 min at this rate."
  forecast: String
}

extend type Query {
  "What can be listed of an integration, and what each list wants to know first. For whoever may test the integration."
  resourceLists("Id, bare UUID or slug." integration: ID!): [ResourceList!]!
  "Repositories, branches, tags, jobs, channels: what the service has, remembered for ten minutes. Trouble with the service is told in \`failure\`, beside what came before it."
  discoverResources(
    "Id, bare UUID or slug."
    integration: ID!
    "The name of a list, or a short one, such as repos."
    type: String!
    input: [ResourceInput!]
    "1 to 200; 100 by default."
    first: Int = 100
    after: String
    "A text in the name, in any case of letters."
    filter: String
    "Ask the service, whatever is remembered."
    refresh: Boolean
  ): ResourceConnection!
  "What an image's tag stands for: the digest to deploy by. Believed for an hour."
  resolveTag(
    integration: ID!
    "Such as myapp:v2.3.1. A tag that is left out is latest."
    reference: String!
    refresh: Boolean
  ): ResolveTagResult!
  "The manifest of a tag or a digest. Bytes that do not hash to their digest are refused."
  manifest(
    integration: ID!
    repository: String!
    "Tag or digest."
    reference: String!
    "Ask anew what a tag stands for."
    refresh: Boolean
  ): ManifestResult!
  "Asks the registry now for the bytes of a digest and hashes them."
  verifyDigest(
    integration: ID!
    repository: String!
    "By sha256 or sha512."
    digest: String!
    "A second digest, perhaps by the other algorithm, that the same bytes have to hash to."
    expected: String
  ): VerifyDigestResult!
}

extend type Subscription {
  "A whole list, page after page of the service as they come; completes after the last, or after the one that failed."
  resources(
    integration: ID!
    type: String!
    input: [ResourceInput!]
    after: String
    filter: String
    refresh: Boolean
    "How many at most: 1 to 10,000, which is the default."
    limit: Int
  ): ResourceBatch!
}

"A value for one of a list's inputs, such as the repository whose branches are wanted."
input ResourceInput {
  name: String!
  value: String!
}

type ResourceList {
  name: String!
  title: String!
  description: String
  inputs: [ResourceListInput!]!
  "The service itself looks for a text; otherwise the hub reads page after page."
  isSearchable: Boolean!
  "Why this service does not offer the list, and what to do instead; null where it does."
  missing: String
}

type ResourceListInput {
  name: String!
  title: String!
  description: String
  "A regular expression."
  pattern: String
  "The list whose ids fit."
  list: String
  examples: [String!]!
}

"Something a service has."
type Resource {
  "As the service names it; unique in its list."
  id: String!
  name: String!
  "Where a person sees it."
  url: String
  attributes: JSONObject!
}

"Why a service did not answer as one wishes. Not an error of the request."
type ResourceFailure {
  failureClass: FailureClass!
  message: String!
  remedy: String
  "The page of the service that failed, from 1; null where there are no pages."
  page: Int
}

type ResourceEdge {
  cursor: String!
  node: Resource!
}

type ResourceConnection {
  "The list's own name."
  type: String!
  edges: [ResourceEdge!]!
  "After a failure \`endCursor\` tries the same page again."
  pageInfo: PageInfo!
  "How many were looked at to find these."
  seen: Int!
  "When the oldest of it was asked of the service; null when nothing was answered."
  cachedAt: DateTime
  isCached: Boolean!
  failure: ResourceFailure
}

"One page of the service."
type ResourceBatch {
  type: String!
  edges: [ResourceEdge!]!
  pageInfo: PageInfo!
  "Of the service, from 1."
  page: Int!
  "How many were told so far, with these."
  count: Int!
  "How many were looked at so far."
  seen: Int!
  cachedAt: DateTime
  isCached: Boolean!
  isLast: Boolean!
  failure: ResourceFailure
}

enum ImageKind {
  IMAGE
  "Several images, one for each platform."
  INDEX
  "Something else that is kept like an image, such as a chart."
  ARTIFACT
}

type ResolveTagResult {
  "Null when there is a failure."
  image: ResolvedImage
  failure: ResourceFailure
}

type ResolvedImage {
  "As the registry's own API names it."
  repository: String!
  "Null when a digest was given."
  tag: String
  digest: String!
  mediaType: String!
  kind: ImageKind!
  "What an artifact says it is."
  artifactType: String
  "Configuration and layers; of an index the sum over its platforms. Null where that is not known, or would count as pulls."
  sizeBytes: Float
  "Where the registry tells it."
  pushedAt: DateTime
  platforms: [ImagePlatform!]!
  "When the registry was asked what the tag stands for."
  resolvedAt: DateTime!
  isCached: Boolean!
}

type ImagePlatform {
  "Such as linux/arm64/v8."
  platform: String
  digest: String!
  mediaType: String!
  sizeBytes: Float
  "A statement about another entry, such as its provenance, and nothing that can be run."
  isAttestation: Boolean!
}

type ManifestResult {
  "Null when there is a failure."
  manifest: Manifest
  failure: ResourceFailure
}

type Manifest {
  repository: String!
  digest: String!
  mediaType: String!
  kind: ImageKind!
  artifactType: String
  "Of configuration and layers; null for an index."
  sizeBytes: Float
  "Of the manifest itself."
  manifestBytes: Int!
  config: ImageBlob
  layers: [ImageBlob!]!
  platforms: [ManifestPlatform!]!
  annotations: JSONObject!
  "The text as the registry serves it; the digest is of these bytes."
  text: String!
  fetchedAt: DateTime!
  isCached: Boolean!
}

type ImageBlob {
  digest: String!
  mediaType: String!
  sizeBytes: Float!
}

type ManifestPlatform {
  platform: String
  digest: String!
  mediaType: String!
  isAttestation: Boolean!
}

type VerifyDigestResult {
  "The bytes came and hash to what was asked for."
  isVerified: Boolean!
  "Null when no bytes came."
  verdict: DigestVerdict
  failure: ResourceFailure
}

type DigestVerdict {
  repository: String!
  digest: String!
  "What the bytes hash to by the algorithm that was compared."
  actual: String
  expected: String
  mediaType: String
  manifestBytes: Int
}

extend type Query {
  "Who you are and which tenants you may enter. Null when you are not signed in."
  viewer: Viewer
  "Whether this hub waits for its set-up link to be used."
  setupPending: Boolean!
  "Whether this set-up link can be used now. Looking does not use it."
  setupLinkWorks(token: String!): Boolean!
  "The providers people can sign in with, besides a link by mail."
  signInProviders: [SignInProvider!]!
}

extend type Mutation {
  """
  Uses the one-time set-up link: makes the instance admin, the first tenant and its owner.
  Answers a one-time sign-in token for the new account.
  """
  completeSetup(input: CompleteSetupInput!): CompleteSetupPayload!
  "Ends one of your own sessions."
  revokeSession(input: RevokeSessionInput!): RevokeSessionPayload!
  "Ends all your sessions but the one that asks."
  revokeOtherSessions: RevokeOtherSessionsPayload!
  "Changes what you are called."
  updateProfile(input: UpdateProfileInput!): UpdateProfilePayload!
  "Takes a provider's account off your profile: it cannot sign you in any more."
  unlinkAccount(input: UnlinkAccountInput!): UnlinkAccountPayload!
}

"A way to sign in that this hub offers."
type SignInProvider {
  "github, google or oidc."
  id: ID!
  "What to call it on a button, such as GitHub."
  name: String!
  "The host it lives at, such as github.com."
  host: String!
}

"A provider's account that signs you in."
type LinkedAccount {
  id: ID!
  "github, google or oidc."
  provider: String!
  "What the provider calls you, such as a login or an e-mail address; null when it was never told."
  label: String
  createdAt: DateTime!
  lastUsedAt: DateTime
}

"The person or the API key that asks."
type Viewer {
  "The id of the user, or of the API key."
  id: ID!
  kind: ViewerKind!
  name: String!
  "Null for an API key."
  email: String
  "Whether a link or a provider has proved that the address is yours. False for an API key."
  emailVerified: Boolean!
  """
  Until when you may do what asks for a recent proof of who you are, such as using a stored secret: in the past when you
  have to sign in again. Null for an API key, which proves itself each time.
  """
  proofEndsAt: DateTime
  "Holds \`instance:*\`: tenants, egress, queues, backups."
  isInstanceAdmin: Boolean!
  tenants: [ViewerTenant!]!
  "Your own sessions, the newest first. Empty for an API key."
  sessions: [Session!]!
  "The providers' accounts that sign you in. Empty for an API key."
  accounts: [LinkedAccount!]!
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

type RevokeOtherSessionsPayload {
  "How many were ended."
  revoked: Int!
}

input UpdateProfileInput {
  name: String!
}

type UpdateProfilePayload {
  viewer: Viewer!
}

input UnlinkAccountInput {
  id: ID!
}

type UnlinkAccountPayload {
  id: ID!
}

extend type Query {
  "Tasks, the newest first. Those of the projects you may read."
  tasks(
    "1 to 200; 50 by default."
    first: Int
    after: String
    states: [TaskState!]
    "Slug or id."
    project: String
    "Part of the title."
    text: String
  ): TaskConnection!
  task(id: ID!): Task!
}

extend type Mutation {
  createTask(input: CreateTaskInput!): CreateTaskPayload!
  "Says that work on a task began."
  startTask(input: StartTaskInput!): StartTaskPayload!
  "Says that a task was completed, started or not. Where it already is, nothing changes."
  completeTask(input: CompleteTaskInput!): CompleteTaskPayload!
  "Says that a task failed, started or not. Where it already is, nothing changes."
  failTask(input: FailTaskInput!): FailTaskPayload!
}

enum TaskState {
  CREATED
  STARTED
  COMPLETED
  FAILED
}

"A piece of work: created, started, and at its end completed or failed. Events task.* follow it."
type Task {
  id: ID!
  projectId: ID!
  title: String!
  description: String
  state: TaskState!
  "Addresses at the provider, as people open them."
  pullRequest: String
  issue: String
  "The last words of whoever works on it."
  message: String
  createdBy: String!
  "For optimistic concurrency: send it back with a change."
  version: Int!
  createdAt: DateTime!
  startedAt: DateTime
  endedAt: DateTime
  updatedAt: DateTime!
}

type TaskConnection {
  edges: [TaskEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type TaskEdge {
  node: Task!
  cursor: String!
}

input CreateTaskInput {
  title: String!
  description: String
  "Slug or id; the default project when absent."
  project: String
  pullRequest: String
  issue: String
  idempotencyKey: String
}

input StartTaskInput {
  id: ID!
  "What came of it."
  message: String
  "Replaces the link from before."
  pullRequest: String
  issue: String
  "Refuses when somebody else changed the task since; absent: whatever it is now."
  version: Int
}

input CompleteTaskInput {
  id: ID!
  "What came of it."
  message: String
  "Replaces the link from before."
  pullRequest: String
  issue: String
  "Refuses when somebody else changed the task since; absent: whatever it is now."
  version: Int
}

input FailTaskInput {
  id: ID!
  "What came of it."
  message: String
  "Replaces the link from before."
  pullRequest: String
  issue: String
  "Refuses when somebody else changed the task since; absent: whatever it is now."
  version: Int
}

type CreateTaskPayload {
  task: Task!
}

type StartTaskPayload {
  task: Task!
}

type CompleteTaskPayload {
  task: Task!
}

type FailTaskPayload {
  task: Task!
}

extend type Query {
  "The tenant of this request: of the API key, or named by the header x-inthub-tenant."
  tenant: Tenant!
}

extend type Mutation {
  "Makes a tenant with its default project and the environments dev, staging and prod. Instance admin only."
  createTenant(input: CreateTenantInput!): CreateTenantPayload!
  "Renames the tenant of this request. A new slug changes every address of its screens."
  updateTenant(input: UpdateTenantInput!): UpdateTenantPayload!
  createProject(input: CreateProjectInput!): CreateProjectPayload!
  updateProject(input: UpdateProjectInput!): UpdateProjectPayload!
  "Refused while it holds integrations, and for the default project. Roles and keys bound to it end with it."
  deleteProject(input: DeleteProjectInput!): DeleteProjectPayload!
  "Adds an environment after the others."
  createEnvironment(input: CreateEnvironmentInput!): CreateEnvironmentPayload!
  updateEnvironment(input: UpdateEnvironmentInput!): UpdateEnvironmentPayload!
  "Refused while integrations are in it."
  deleteEnvironment(input: DeleteEnvironmentInput!): DeleteEnvironmentPayload!
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
  "How many integrations it holds, deleted ones that can be restored not counted."
  integrationCount: Int!
}

type Environment {
  id: ID!
  slug: String!
  name: String!
  "How many integrations are in it, deleted ones that can be restored not counted."
  integrationCount: Int!
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

input UpdateTenantInput {
  name: String
  slug: String
}

type UpdateTenantPayload {
  tenant: Tenant!
}

input UpdateProjectInput {
  "Id or slug."
  id: ID!
  name: String
  slug: String
  "True makes it the default in place of the present one."
  isDefault: Boolean
}

type UpdateProjectPayload {
  project: Project!
}

input DeleteProjectInput {
  "Id or slug."
  id: ID!
}

type DeleteProjectPayload {
  id: ID!
}

input CreateEnvironmentInput {
  name: String!
  "Made from the name when absent."
  slug: String
}

type CreateEnvironmentPayload {
  environment: Environment!
}

input UpdateEnvironmentInput {
  "Id or slug."
  id: ID!
  name: String
  slug: String
  "Its place among the environments, from 0."
  position: Int
}

type UpdateEnvironmentPayload {
  environment: Environment!
}

input DeleteEnvironmentInput {
  "Id or slug."
  id: ID!
}

type DeleteEnvironmentPayload {
  id: ID!
}

extend type Query {
  "The webhook endpoints you may see, by name. Needs webhooks:read."
  webhookEndpoints: [WebhookEndpoint!]!
  "By id, bare UUID or name in any case of letters."
  webhookEndpoint(id: ID!): WebhookEndpoint!
  "What was and is sent, that of the newest events first."
  webhookDeliveries(
    "1 to 200; 50 by default."
    first: Int
    after: String
    filter: WebhookDeliveryFilter
  ): WebhookDeliveryConnection!
  webhookDelivery(id: ID!): WebhookDelivery!
  "How many deliveries \`replayWebhookDeliveries\` with the same filter would send again."
  webhookReplayPreview(filter: WebhookDeliveryFilter!): Int!
}

extend type Mutation {
  "Tells an address of events from now on. The answer has the secret that signs its deliveries, this once."
  createWebhookEndpoint(input: CreateWebhookEndpointInput!): CreateWebhookEndpointPayload!
  "Changes an endpoint; whoever does it answers for it from now on. Another host gets another secret."
  updateWebhookEndpoint(input: UpdateWebhookEndpointInput!): UpdateWebhookEndpointPayload!
  "Deletes an endpoint. What was not delivered to it yet is not delivered any more."
  deleteWebhookEndpoint(input: DeleteWebhookEndpointInput!): DeleteWebhookEndpointPayload!
  "Switches an endpoint on: what waits for it is sent. Whoever does it answers for it from now on."
  enableWebhookEndpoint(input: EnableWebhookEndpointInput!): EnableWebhookEndpointPayload!
  "Switches an endpoint off: events from now on are not for it, and what waits for it waits."
  disableWebhookEndpoint(input: DisableWebhookEndpointInput!): DisableWebhookEndpointPayload!
  "Gives an endpoint a new secret, which is only in this answer. The one before signs, too, until the overlap is over."
  rotateWebhookSecret(input: RotateWebhookSecretInput!): RotateWebhookSecretPayload!
  "Sends the endpoint, and nobody else, an event that says it is a test."
  testWebhookEndpoint(input: TestWebhookEndpointInput!): TestWebhookEndpointPayload!
  "Sends one delivery again, with the same webhook-id. One that is being sent right now stays as it is."
  replayWebhookDelivery(input: ReplayWebhookDeliveryInput!): ReplayWebhookDeliveryPayload!
  "Sends deliveries again: the failed ones that fit the filter, or those of the states it names."
  replayWebhookDeliveries(input: ReplayWebhookDeliveriesInput!): ReplayWebhookDeliveriesPayload!
  "Leaves out everything that waits for an endpoint."
  skipWebhookDeliveries(input: SkipWebhookDeliveriesInput!): SkipWebhookDeliveriesPayload!
}

extend type Subscription {
  """
  The deliveries of an endpoint, each time one was tried. Of very many at once some are left out: the list is what counts.
  What people do with them (delivery.replayed, delivery.skipped) and with endpoints (webhook.*) are events.
  """
  webhookDeliveryChanged(endpointId: ID!): WebhookDelivery!
}

enum WebhookEndpointState {
  ACTIVE
  "It failed several times in a row, and is tried less often by one delivery at a time."
  FAILING
  DISABLED
}

"Why an endpoint was switched off."
enum WebhookDisabledReason {
  "Somebody did it."
  PERSON
  "It answered 410."
  GONE
  "It failed for five days."
  FAILING
  "Its owner may not see its events any more."
  OWNER_GONE
}

enum WebhookDeliveryState {
  "Not tried yet."
  PENDING
  DELIVERED
  "Tried, and going to be tried again."
  RETRYING
  "Came to the end of its schedule. It stays, and can be replayed."
  FAILED
  "Left out: by a person, with its endpoint, or because the owner may not see the event."
  SKIPPED
}

"Where a tenant wants to be told of events."
type WebhookEndpoint {
  id: ID!
  "Unique in the tenant, in any case of letters."
  name: String!
  description: String
  url: String!
  "Names and patterns; * stands for anything. Events of deliveries are heard by naming them only."
  events: [String!]!
  "Only events about these; of any, or of none, when empty. Those that were deleted are left out."
  integrations: [Integration!]!
  integrationIds: [ID!]!
  projects: [Project!]!
  projectIds: [ID!]!
  payloadVersion: Int!
  "Sent with each delivery, beside the hub's own."
  headers: JSONObject!
  "Null: as many as go."
  ratePerSecond: Int
  "Under way at the same time, in each process that sends."
  concurrency: Int!
  "Seconds before each try."
  schedule: [Int!]!
  "False: the schedule is the hub's usual one."
  hasOwnSchedule: Boolean!
  state: WebhookEndpointState!
  enabled: Boolean!
  disabledReason: WebhookDisabledReason
  disabledAt: DateTime
  "Who answers for it: nothing is sent that this person or key may not see."
  owner: EventActor!
  "Failed tries in a row."
  failures: Int!
  failingSince: DateTime
  "Nothing is sent before; null when it is not paused."
  pausedUntil: DateTime
  lastDeliveredAt: DateTime
  lastFailureAt: DateTime
  lastFailure: String
  statistics("1 to 720; 24 by default." hours: Int): WebhookStatistics!
  "For optimistic concurrency: send it back with a change."
  version: Int!
  createdBy: String!
  createdAt: DateTime!
  updatedAt: DateTime!
}

type WebhookStatistics {
  attempts: Int!
  failures: Int!
  delivered: Int!
  "Came to the end of their schedule."
  exhausted: Int!
  "Of tries, 0 to 1; null when there were none."
  successRatio: Float
  latencyMsP50: Float
  latencyMsP95: Float
  "Open now, whatever the window; counted to 1,000."
  waiting: Int!
}

"One event for one endpoint."
type WebhookDelivery {
  id: ID!
  endpointId: ID!
  "Null when it was deleted."
  endpoint: WebhookEndpoint
  "The webhook-id, for life."
  eventId: ID!
  eventType: String!
  "When the event happened."
  at: DateTime!
  state: WebhookDeliveryState!
  "Tries so far, those before a replay included."
  attempts: Int!
  "Null when there is none, or while one is under way."
  nextAttemptAt: DateTime
  isBeingSent: Boolean!
  changedAt: DateTime!
  deliveredAt: DateTime
  "Of the last answer."
  status: Int
  "Whose trouble the last failure was; OURS never counts against the endpoint."
  failureClass: FailureClass
  message: String
  "How often somebody had it sent again."
  replays: Int!
  "Each try, the oldest first."
  tries: [WebhookAttempt!]!
  "The body as it is sent; null when the event is not kept any more."
  body: String
}

type WebhookAttempt {
  id: ID!
  at: DateTime!
  number: Int!
  url: String!
  "As they were sent; of a signature only the version of its secret."
  requestHeaders: JSONObject!
  secretVersions: [Int!]!
  requestBytes: Int!
  status: Int
  failureClass: FailureClass
  message: String
  timings: WebhookTimings!
  "Those that say something."
  responseHeaders: JSONObject
  "Without secrets, 16 KB at most."
  responseBody: String
  "There was more of it than is kept."
  responseCut: Boolean!
}

"Milliseconds; null for what a kept connection has not."
type WebhookTimings {
  dnsMs: Float
  connectMs: Float
  tlsMs: Float
  "From the beginning until the answer began."
  waitMs: Float
  totalMs: Float!
}

type WebhookDeliveryConnection {
  edges: [WebhookDeliveryEdge!]!
  pageInfo: PageInfo!
}

type WebhookDeliveryEdge {
  node: WebhookDelivery!
  cursor: String!
}

input WebhookDeliveryFilter {
  "Id or name."
  endpoint: String
  "Names and patterns."
  eventTypes: [String!]
  states: [WebhookDeliveryState!]
  failureClasses: [FailureClass!]
  eventId: ID
  since: DateTime
  until: DateTime
  "Part of the event's type, of what was said of the last try, or of an answer."
  text: String
}

input CreateWebhookEndpointInput {
  url: String!
  "The host of the URL, when it is not given."
  name: String
  description: String
  "1 to 50 names or patterns, such as integration.* or github.pull_request.*"
  events: [String!]!
  "Ids or slugs."
  integrations: [String!]
  "Ids or slugs."
  projects: [String!]
  payloadVersion: Int
  "Texts by name, never a secret: deliveries are signed."
  headers: JSONObject
  "1 to 1,000; as many as go when absent."
  ratePerSecond: Int
  "1 to 64; 16 by default."
  concurrency: Int
  "1 to 20 waits in seconds before each try; the usual one when absent: 0, 5, 60, 300, 1800, 7200, 18000, 36000, 50400."
  schedule: [Int!]
  enabled: Boolean
  "The same request again is answered by what the first one made, without its secret."
  idempotencyKey: String
}

type CreateWebhookEndpointPayload {
  webhookEndpoint: WebhookEndpoint!
  "whsec_…, shown once; null for a repetition."
  secret: String
}

input UpdateWebhookEndpointInput {
  "Id or name."
  id: ID!
  "The version you read; refused when somebody changed it since."
  version: Int!
  url: String
  name: String
  "Null or an empty text removes it."
  description: String
  events: [String!]
  "All of them anew; an empty list takes the filter away."
  integrations: [String!]
  projects: [String!]
  payloadVersion: Int
  "All of them anew."
  headers: JSONObject
  "Null: as many as go."
  ratePerSecond: Int
  "Null: as usual."
  concurrency: Int
  "Null: as usual."
  schedule: [Int!]
}

type UpdateWebhookEndpointPayload {
  webhookEndpoint: WebhookEndpoint!
  "A new one when the host changed, shown once; null otherwise."
  secret: String
}

input DeleteWebhookEndpointInput {
  "Id or name."
  id: ID!
}

type DeleteWebhookEndpointPayload {
  "As it was."
  webhookEndpoint: WebhookEndpoint!
}

input EnableWebhookEndpointInput {
  "Id or name."
  id: ID!
}

type EnableWebhookEndpointPayload {
  webhookEndpoint: WebhookEndpoint!
}

input DisableWebhookEndpointInput {
  "Id or name."
  id: ID!
}

type DisableWebhookEndpointPayload {
  webhookEndpoint: WebhookEndpoint!
}

input RotateWebhookSecretInput {
  "Id or name."
  id: ID!
  "0 to 2,592,000; 86,400 by default."
  overlapSeconds: Int
}

type RotateWebhookSecretPayload {
  webhookEndpoint: WebhookEndpoint!
  "whsec_…, shown once."
  secret: String!
  "Until when the one before signs, too."
  previousUntil: DateTime
}

input TestWebhookEndpointInput {
  "Id or name."
  id: ID!
}

type TestWebhookEndpointPayload {
  "What is on its way; watch it until it is not pending any more."
  webhookDelivery: WebhookDelivery!
}

input ReplayWebhookDeliveryInput {
  id: ID!
}

type ReplayWebhookDeliveryPayload {
  webhookDelivery: WebhookDelivery!
}

input ReplayWebhookDeliveriesInput {
  filter: WebhookDeliveryFilter!
}

type ReplayWebhookDeliveriesPayload {
  count: Int!
}

input SkipWebhookDeliveriesInput {
  "Id or name of the endpoint."
  id: ID!
}

type SkipWebhookDeliveriesPayload {
  count: Int!
}
`
