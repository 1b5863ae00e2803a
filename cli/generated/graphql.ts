/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActivityFilter = {
  actorKind?: ActorKind | null | undefined;
  from?: string | null | undefined;
  /** Id or slug. */
  integration?: string | null | undefined;
  /** This level and what is worse. */
  minLevel?: Level | null | undefined;
  outcome?: Outcome | null | undefined;
  /** Part of the summary. */
  text?: string | null | undefined;
  to?: string | null | undefined;
  /** Names or patterns such as integration.* */
  types?: Array<string> | null | undefined;
};

export type ActorKind =
  | 'API_KEY'
  | 'SYSTEM'
  | 'USER';

export type ApiKeyScopeInput = {
  /** Id or slug. */
  integration?: string | null | undefined;
  /** Such as integrations:read. */
  permission: string;
  /** Id or slug. */
  project?: string | null | undefined;
};

export type ApprovalState =
  | 'APPROVED'
  /** Nobody decided in time. */
  | 'EXPIRED'
  | 'PENDING'
  | 'REJECTED';

export type ApproveRunInput = {
  comment?: string | null | undefined;
  /** Of the approval. */
  id: string;
};

export type CallFilter = {
  actorKind?: ActorKind | null | undefined;
  /** Id of a user or a key, or the name of a part of the hub. */
  caller?: string | null | undefined;
  failureClass?: FailureClass | null | undefined;
  groupId?: string | null | undefined;
  /** Id or slug. */
  integration?: string | null | undefined;
  kind?: CallKind | null | undefined;
  operation?: string | null | undefined;
  outcome?: CallOutcome | null | undefined;
  /** Id or slug. */
  project?: string | null | undefined;
  since?: string | null | undefined;
  /** Of the last answer; 5 stands for all from 500 to 599. */
  status?: number | null | undefined;
  /** Part of the path, or of what the hub said. */
  text?: string | null | undefined;
  until?: string | null | undefined;
};

export type CallKind =
  | 'BATCH'
  /** By path, alone. */
  | 'CALL'
  /** An operation of the connector. */
  | 'OPERATION'
  /** Through the streaming proxy. */
  | 'PROXY';

export type CallMethod =
  | 'DELETE'
  | 'GET'
  | 'HEAD'
  | 'PATCH'
  | 'POST'
  | 'PUT';

export type CallMetricsInput = {
  /** `user:usr_…`, `api_key:key_…` or `system:<name>`. */
  caller?: string | null | undefined;
  groupBy?: MetricsGrouping | null | undefined;
  /** Id or slug. */
  integration?: string | null | undefined;
  operation?: string | null | undefined;
  /** Id or slug. */
  project?: string | null | undefined;
  /** 24 hours ago by default. */
  since?: string | null | undefined;
  /** What fits the window by default. */
  step?: MetricsStep | null | undefined;
  until?: string | null | undefined;
};

export type CallOutcome =
  /** The service answered that it will not, or not at all. */
  | 'FAILURE'
  /** The hub never sent it: for a quota, a breaker, a full bulkhead or a deadline. */
  | 'REFUSED'
  | 'SUCCESS';

/** Who goes first when a quota runs low, the most urgent first. */
export type CallPriority =
  | 'DEPLOY'
  /** A person waits for it. */
  | 'INTERACTIVE'
  | 'PROBE'
  | 'SYNC';

export type CircuitState =
  /** Calls go out. */
  | 'CLOSED'
  /** One call tries; the others are refused. */
  | 'HALF_OPEN'
  /** Calls are refused until `retryAt`. */
  | 'OPEN';

export type CompleteTaskInput = {
  id: string;
  issue?: string | null | undefined;
  /** What came of it. */
  message?: string | null | undefined;
  /** Replaces the link from before. */
  pullRequest?: string | null | undefined;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: number | null | undefined;
};

export type ConnectIntegrationInput = {
  config: Record<string, unknown>;
  /** You confirm that the new integration acts with the rights of that one. */
  confirmReuse?: boolean | null | undefined;
  environment?: string | null | undefined;
  /** A retry with the same key answers the first result again; kept 24 hours. */
  idempotencyKey?: string | null | undefined;
  instance?: string | null | undefined;
  /** 10 to 86,400; 300 by default. */
  intervalSeconds?: number | null | undefined;
  labels?: Array<LabelInput> | null | undefined;
  method?: string | null | undefined;
  /** Made from the type when absent, such as docker-hub-1. */
  name?: string | null | undefined;
  owner?: string | null | undefined;
  /** Id or name of the profile that fills in what is not given; a null in `config` leaves a field of it out. */
  profile?: string | null | undefined;
  /** Id or slug; the default project when absent. */
  project?: string | null | undefined;
  /** Id or slug of an integration of yours whose stored secret is used, by reference: same kind of service, same way to sign in, same address. */
  reuseSecretOf?: string | null | undefined;
  /** Save the settings, without secrets, as a profile of this name. */
  saveAsProfile?: string | null | undefined;
  /** Save disabled even when the test fails. */
  saveDisabled?: boolean | null | undefined;
  secrets?: Record<string, unknown> | null | undefined;
  /** Save without testing; the first check tells. */
  skipTest?: boolean | null | undefined;
  slug?: string | null | undefined;
  type: string;
};

export type ConnectorMaturity =
  /** Comes with the hub. */
  | 'BUILT_IN'
  | 'COMMUNITY'
  /** Made elsewhere and looked at. */
  | 'VERIFIED';

export type CreateApiKeyInput = {
  /** Never expires when absent. */
  expiresAt?: string | null | undefined;
  name: string;
  /** What the key may do; every scope has to be one you hold yourself. */
  scopes: Array<ApiKeyScopeInput>;
};

export type CreateAutomationInput = {
  /** { trigger: { events, integration?, project? }, condition?, steps: [{ name, if?, action }] } */
  definition: Record<string, unknown>;
  description?: string | null | undefined;
  /** True by default. */
  enabled?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  name: string;
  /** Slug or id; the default project when absent. */
  project?: string | null | undefined;
};

export type CreateConnectionProfileInput = {
  /** How calls are made: timeoutMs, deadlineMs, retry, breaker, bulkhead, quota, keepBodies. */
  callPolicy?: Record<string, unknown> | null | undefined;
  /** Public settings; any of them may be missing. */
  config?: Record<string, unknown> | null | undefined;
  description?: string | null | undefined;
  /** Id or slug of an integration whose settings are copied; what is given beside it wins. */
  fromIntegration?: string | null | undefined;
  /** Id or name of a profile that is copied, such as a template. */
  fromProfile?: string | null | undefined;
  instance?: string | null | undefined;
  /** 10 to 86,400. */
  intervalSeconds?: number | null | undefined;
  isDefault?: boolean | null | undefined;
  isTemplate?: boolean | null | undefined;
  labels?: Array<LabelInput> | null | undefined;
  method?: string | null | undefined;
  name: string;
  /** Needed unless it is copied from something. */
  type?: string | null | undefined;
};

export type CreateInboundHookInput = {
  /** Id or slug. */
  integration: string;
  kind?: InboundHookKind | null | undefined;
  /** `default` when it is not said. */
  name?: string | null | undefined;
  /** Of the kind APP: the repository, project or workspace that is meant; every one when it is not said. */
  route?: string | null | undefined;
  /** How the sender is proven, as in a manifest, where the connector does not say. */
  schemes?: Array<Record<string, unknown>> | null | undefined;
  /** What the provider signs with, where it is not for the hub to choose. 8 characters at least. */
  secret?: string | null | undefined;
};

export type CreateInvitationInput = {
  /** 1 to 30; 7 by default. */
  days?: number | null | undefined;
  email: string;
  /** Id or slug; the whole tenant when absent. */
  project?: string | null | undefined;
  role: Role;
};

export type CreateTaskInput = {
  description?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  issue?: string | null | undefined;
  /** Slug or id; the default project when absent. */
  project?: string | null | undefined;
  pullRequest?: string | null | undefined;
  title: string;
};

export type CreateWebhookEndpointInput = {
  /** 1 to 64; 16 by default. */
  concurrency?: number | null | undefined;
  description?: string | null | undefined;
  enabled?: boolean | null | undefined;
  /** 1 to 50 names or patterns, such as integration.* or github.pull_request.* */
  events: Array<string>;
  /** Texts by name, never a secret: deliveries are signed. */
  headers?: Record<string, unknown> | null | undefined;
  /** The same request again is answered by what the first one made, without its secret. */
  idempotencyKey?: string | null | undefined;
  /** Ids or slugs. */
  integrations?: Array<string> | null | undefined;
  /** The host of the URL, when it is not given. */
  name?: string | null | undefined;
  payloadVersion?: number | null | undefined;
  /** Ids or slugs. */
  projects?: Array<string> | null | undefined;
  /** 1 to 1,000; as many as go when absent. */
  ratePerSecond?: number | null | undefined;
  /** 1 to 20 waits in seconds before each try; the usual one when absent: 0, 5, 60, 300, 1800, 7200, 18000, 36000, 50400. */
  schedule?: Array<number> | null | undefined;
  url: string;
};

export type DeleteAutomationInput = {
  /** Id or name. */
  id: string;
};

export type DisableAutomationInput = {
  /** Id or name. */
  id: string;
};

export type DoctorCheckName =
  | 'AUTHENTICATION'
  | 'AUTHORIZATION'
  | 'CONNECTIVITY'
  | 'LATENCY'
  | 'RATE_LIMIT'
  /** Whether the credential reaches what the integration is used for. */
  | 'RESOURCES'
  | 'TLS'
  | 'VERSION';

export type DoctorVerdict =
  | 'DEGRADED'
  | 'HEALTHY'
  | 'UNHEALTHY';

export type EnableAutomationInput = {
  /** Id or name. */
  id: string;
};

export type EventToPublish = {
  /** 64 KiB at most. Whoever may read events reads it: no secrets. */
  data?: Record<string, unknown> | null | undefined;
  /** INFO when absent. For events of your own. */
  level?: Level | null | undefined;
  /** What it is about. For events of your own. */
  subject?: string | null | undefined;
  /** The sentence people read. For events of your own. */
  summary?: string | null | undefined;
  /** custom. and a name in small letters; or a task.*, vm.* or deployment.* type, whose data has the shape of the catalogue. */
  type: string;
};

export type ExecuteBatchInput = {
  /** 1 to 100. */
  calls: Array<ExecuteCallInput>;
  /** How many at a time, 1 to 32. */
  concurrency?: number | null | undefined;
  /** After the first that did not succeed no further one is begun; the rest are skipped. */
  stopOnError?: boolean | null | undefined;
};

export type ExecuteCallInput = {
  /** The first one included; 1 never repeats. */
  attempts?: number | null | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Instead of `body`: bytes. */
  bodyBase64?: string | null | undefined;
  /** Instead of `body`: as it is. */
  bodyText?: string | null | undefined;
  /** Of the call with all its attempts and waits. */
  deadlineMs?: number | null | undefined;
  /** What belongs to the connection, and what the connector sets itself, is left out. */
  headers?: Record<string, unknown> | null | undefined;
  /** The same key again within 24 hours is answered as the first time, and nothing is sent. */
  idempotencyKey?: string | null | undefined;
  /** Id (int_…), bare UUID or slug. */
  integration: string;
  method?: CallMethod;
  /** Below the base URL, such as /user. */
  path: string;
  priority?: CallPriority | null | undefined;
  /** Names and values; a list of values repeats the name. */
  query?: Record<string, unknown> | null | undefined;
  /** Of one attempt, in milliseconds; as the integration's policy says by default. */
  timeoutMs?: number | null | undefined;
  /** Repeat a method that changes something, too. */
  unsafe?: boolean | null | undefined;
};

export type FailTaskInput = {
  id: string;
  issue?: string | null | undefined;
  /** What came of it. */
  message?: string | null | undefined;
  /** Replaces the link from before. */
  pullRequest?: string | null | undefined;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: number | null | undefined;
};

/** Whose trouble a failure is. */
export type FailureClass =
  | 'CREDENTIAL'
  | 'NETWORK'
  | 'OURS'
  | 'PERMISSION'
  | 'PROVIDER_INCIDENT'
  | 'PROVIDER_LIMIT'
  | 'REQUEST';

/** The state people see. */
export type Health =
  /** The first check is under way. */
  | 'CHECKING'
  /** It works, but something needs attention. */
  | 'DEGRADED'
  /** Switched off by a person. */
  | 'DISABLED'
  /** The last check passed within two intervals. */
  | 'HEALTHY'
  /** No result for two intervals: trouble on the hub's side. */
  | 'STALE'
  /** The service or its credential failed twice in a row. */
  | 'UNHEALTHY'
  /** Never checked. */
  | 'UNKNOWN';

export type HealthWindow =
  | 'DAY'
  | 'HOUR'
  | 'MONTH'
  | 'WEEK';

export type ImageKind =
  /** Something else that is kept like an image, such as a chart. */
  | 'ARTIFACT'
  | 'IMAGE'
  /** Several images, one for each platform. */
  | 'INDEX';

export type InboundDeliveryFilter = {
  /** The provider's own id. */
  deliveryId?: string | null | undefined;
  hook?: string | null | undefined;
  /** Id or slug. */
  integration?: string | null | undefined;
  recovered?: boolean | null | undefined;
  since?: string | null | undefined;
  state?: InboundState | null | undefined;
  /** A topic, or a pattern: `github.pull_request.*`. */
  topic?: string | null | undefined;
  until?: string | null | undefined;
};

export type InboundHookKind =
  /** The address all hooks of a type share; the body says whose it is. */
  | 'APP'
  /** An address of its own. */
  | 'PATH';

/** What the provider says of the hook it has. */
export type InboundProviderState =
  | 'ACTIVE'
  /** It is switched on, and its last deliveries failed. */
  | 'FAILING'
  | 'MISSING'
  | 'SWITCHED_OFF'
  | 'UNKNOWN';

export type InboundState =
  /** The hub could not tell of it; it can be replayed. */
  | 'FAILED'
  | 'PROCESSED'
  /** Accepted, and not told of yet. */
  | 'RECEIVED'
  /** Nothing proved who sent it; it was not accepted. */
  | 'REFUSED';

export type IntegrationFilter = {
  /** Deleted ones that can still be restored, instead of the living. */
  deleted?: boolean | null | undefined;
  /** Id or slug; an empty text: those without one. */
  environment?: string | null | undefined;
  /** Such as scm or registry. */
  families?: Array<string> | null | undefined;
  /** All have to fit. */
  labels?: Array<LabelInput> | null | undefined;
  /** In any case of letters; an empty text: those without one. */
  owner?: string | null | undefined;
  /** Id or slug. */
  project?: string | null | undefined;
  states?: Array<Health> | null | undefined;
  /** Part of the name or the slug. */
  text?: string | null | undefined;
  types?: Array<string> | null | undefined;
};

export type IntegrationOrder =
  /** Last checked first; those never checked last. */
  | 'CHECKED'
  /** Newest first. */
  | 'CREATED'
  /** Of the last check, slowest first; those never measured last. */
  | 'LATENCY'
  | 'NAME'
  /** Then by name; those without an owner last. */
  | 'OWNER'
  /** Worst first, then by name. */
  | 'SEVERITY'
  /** By the type's id, then by name. */
  | 'TYPE';

export type LabelInput = {
  key: string;
  value: string;
};

export type Level =
  | 'ERROR'
  | 'INFO'
  | 'WARNING';

export type MetricsGrouping =
  /** Who called: a person, a key or a part of the hub. */
  | 'CALLER'
  | 'INTEGRATION'
  | 'OPERATION'
  | 'PROJECT';

export type MetricsStep =
  | 'HOUR'
  | 'MINUTE';

export type OperationEffect =
  /** Asks a person before it runs. */
  | 'DESTRUCTIVE'
  | 'READ'
  | 'WRITE';

export type Outcome =
  | 'FAILURE'
  | 'SUCCESS';

export type ProbeName =
  | 'AUTHENTICATION'
  | 'AUTHORIZATION'
  | 'CONNECTIVITY'
  | 'LATENCY'
  | 'RATE_LIMIT'
  | 'TLS'
  | 'VERSION';

export type ProbeStatus =
  | 'FAIL'
  | 'PASS'
  | 'SKIPPED'
  | 'WARN';

export type PublishEventsInput = {
  /** 1 to 100. */
  events: Array<EventToPublish>;
  /** A repeated request with the same key publishes nothing, and is answered with the ids of before. Kept 24 hours. */
  idempotencyKey?: string | null | undefined;
};

export type RecoverInboundDeliveriesInput = {
  /** The hook. */
  id: string;
  /** Only say how many. */
  preview?: boolean | null | undefined;
  /** Where the last recovery ended when it is not said, or 72 hours ago. */
  since?: string | null | undefined;
};

export type RegisterInboundHookInput = {
  /** What is to be sent, by the provider's names. */
  events?: Array<string> | null | undefined;
  id: string;
  /** The repository (`owner/name`) or project; the one it is registered for already when it is not said. */
  target?: string | null | undefined;
};

export type RejectRunInput = {
  comment?: string | null | undefined;
  /** Of the approval. */
  id: string;
};

export type ReplayInboundDeliveriesInput = {
  /** Or all that fits; it has to say `since`. */
  filter?: InboundDeliveryFilter | null | undefined;
  /** Just these; at most 200. */
  ids?: Array<string> | null | undefined;
  /** Only say how many. */
  preview?: boolean | null | undefined;
};

/** A value for one of a list's inputs, such as the repository whose branches are wanted. */
export type ResourceInput = {
  name: string;
  value: string;
};

export type Role =
  | 'ADMIN'
  | 'OPERATOR'
  | 'OWNER'
  | 'VIEWER';

export type RotateApiKeyInput = {
  /** A new end for the key; unchanged when absent. Needed when the old one has passed. */
  expiresAt?: string | null | undefined;
  id: string;
  /** Seconds for which the old secret still works: 0 to 604,800; 86,400 (a day) by default. */
  overlapSeconds?: number | null | undefined;
};

export type RotateInboundHookSecretInput = {
  /** A new address as well; the one before is dead at once. */
  address?: boolean | null | undefined;
  id: string;
  /** The new secret; made by the hub when it is not given. */
  secret?: string | null | undefined;
};

export type RotateWebhookSecretInput = {
  /** Id or name. */
  id: string;
  /** 0 to 2,592,000; 86,400 by default. */
  overlapSeconds?: number | null | undefined;
};

export type RunOperationInput = {
  /** That it is meant, for an operation that destroys something. */
  confirm?: boolean | null | undefined;
  /** The same key again within 24 hours is answered as the first time, and nothing is done. */
  idempotencyKey?: string | null | undefined;
  /** As its inputSchema says. */
  input?: Record<string, unknown> | null | undefined;
  /** Id (int_…), bare UUID or slug. */
  integration: string;
  /** Such as createPullRequest. */
  operation: string;
  /** Who goes first when a quota runs low: INTERACTIVE by default. */
  priority?: CallPriority | null | undefined;
  /** Of the whole operation with all its requests, in milliseconds; the integration's own deadline by default. */
  timeoutMs?: number | null | undefined;
};

/** queued, running, waiting; and at its end succeeded, failed or skipped. */
export type RunState =
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SKIPPED'
  | 'SUCCEEDED'
  | 'WAITING';

export type StartTaskInput = {
  id: string;
  issue?: string | null | undefined;
  /** What came of it. */
  message?: string | null | undefined;
  /** Replaces the link from before. */
  pullRequest?: string | null | undefined;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: number | null | undefined;
};

export type StepState =
  | 'FAILED'
  | 'RUNNING'
  | 'SKIPPED'
  | 'SUCCEEDED'
  | 'WAITING';

export type TaskState =
  | 'COMPLETED'
  | 'CREATED'
  | 'FAILED'
  | 'STARTED';

export type TestIntegrationDraftInput = {
  config: Record<string, unknown>;
  instance?: string | null | undefined;
  /** Test with the stored secret of this integration for the fields not given. Refused when the host differs. */
  integrationId?: string | null | undefined;
  method?: string | null | undefined;
  /** Names and values of the method's fields. */
  secrets?: Record<string, unknown> | null | undefined;
  type: string;
};

export type UpdateAutomationInput = {
  definition?: Record<string, unknown> | null | undefined;
  description?: string | null | undefined;
  /** Id or name. */
  id: string;
  name?: string | null | undefined;
  /** Refuses when somebody else changed it since; absent: whatever it is now. */
  version?: number | null | undefined;
};

export type UpdateConnectionProfileInput = {
  /** All of it anew. */
  callPolicy?: Record<string, unknown> | null | undefined;
  /** All public settings anew. */
  config?: Record<string, unknown> | null | undefined;
  /** Null or an empty text removes it. */
  description?: string | null | undefined;
  /** Id or name. */
  id: string;
  instance?: string | null | undefined;
  /** Null: as usual. */
  intervalSeconds?: number | null | undefined;
  isDefault?: boolean | null | undefined;
  isTemplate?: boolean | null | undefined;
  labels?: Array<LabelInput> | null | undefined;
  method?: string | null | undefined;
  name?: string | null | undefined;
  /** The version you read; refused when somebody changed it since. */
  version: number;
};

export type UpdateInboundHookInput = {
  enabled?: boolean | null | undefined;
  id: string;
  name?: string | null | undefined;
};

export type UpdateIntegrationInput = {
  config?: Record<string, unknown> | null | undefined;
  /** Id or slug; an empty text takes it out of its environment. */
  environment?: string | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  instance?: string | null | undefined;
  intervalSeconds?: number | null | undefined;
  labels?: Array<LabelInput> | null | undefined;
  method?: string | null | undefined;
  name?: string | null | undefined;
  /** An empty text removes it. */
  owner?: string | null | undefined;
  /** Save even when the changed settings fail their test; the integration is disabled then. */
  saveDisabled?: boolean | null | undefined;
  secrets?: Record<string, unknown> | null | undefined;
  skipTest?: boolean | null | undefined;
  slug?: string | null | undefined;
  /** The version you read; refused when somebody changed it since. */
  version: number;
};

export type UpdateWebhookEndpointInput = {
  /** Null: as usual. */
  concurrency?: number | null | undefined;
  /** Null or an empty text removes it. */
  description?: string | null | undefined;
  events?: Array<string> | null | undefined;
  /** All of them anew. */
  headers?: Record<string, unknown> | null | undefined;
  /** Id or name. */
  id: string;
  /** All of them anew; an empty list takes the filter away. */
  integrations?: Array<string> | null | undefined;
  name?: string | null | undefined;
  payloadVersion?: number | null | undefined;
  projects?: Array<string> | null | undefined;
  /** Null: as many as go. */
  ratePerSecond?: number | null | undefined;
  /** Null: as usual. */
  schedule?: Array<number> | null | undefined;
  url?: string | null | undefined;
  /** The version you read; refused when somebody changed it since. */
  version: number;
};

export type ViewerKind =
  | 'API_KEY'
  | 'USER';

export type WebhookDeliveryFilter = {
  /** Id or name. */
  endpoint?: string | null | undefined;
  eventId?: string | null | undefined;
  /** Names and patterns. */
  eventTypes?: Array<string> | null | undefined;
  failureClasses?: Array<FailureClass> | null | undefined;
  since?: string | null | undefined;
  states?: Array<WebhookDeliveryState> | null | undefined;
  /** Part of the event's type, of what was said of the last try, or of an answer. */
  text?: string | null | undefined;
  until?: string | null | undefined;
};

export type WebhookDeliveryState =
  | 'DELIVERED'
  /** Came to the end of its schedule. It stays, and can be replayed. */
  | 'FAILED'
  /** Not tried yet. */
  | 'PENDING'
  /** Tried, and going to be tried again. */
  | 'RETRYING'
  /** Left out: by a person, with its endpoint, or because the owner may not see the event. */
  | 'SKIPPED';

/** Why an endpoint was switched off. */
export type WebhookDisabledReason =
  /** It failed for five days. */
  | 'FAILING'
  /** It answered 410. */
  | 'GONE'
  /** Its owner may not see its events any more. */
  | 'OWNER_GONE'
  /** Somebody did it. */
  | 'PERSON';

export type WebhookEndpointState =
  | 'ACTIVE'
  | 'DISABLED'
  /** It failed several times in a row, and is tried less often by one delivery at a time. */
  | 'FAILING';

export type ApiKeyFieldsFragment = { id: string, name: string, prefix: string, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, rotatedAt: string | null, previousSecretUntil: string | null, scopes: Array<{ permission: string, projectId: string | null, integrationId: string | null }> };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, rotatedAt: string | null, previousSecretUntil: string | null, scopes: Array<{ permission: string, projectId: string | null, integrationId: string | null }> }> };

export type ApiKeyCreateMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type ApiKeyCreateMutation = { createApiKey: { secret: string, apiKey: { id: string, name: string, prefix: string, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, rotatedAt: string | null, previousSecretUntil: string | null, scopes: Array<{ permission: string, projectId: string | null, integrationId: string | null }> } } };

export type ApiKeyRotateMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type ApiKeyRotateMutation = { rotateApiKey: { secret: string, apiKey: { id: string, name: string, prefix: string, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, rotatedAt: string | null, previousSecretUntil: string | null, scopes: Array<{ permission: string, projectId: string | null, integrationId: string | null }> } } };

export type ApiKeyRevokeMutationVariables = Exact<{
  id: string;
}>;


export type ApiKeyRevokeMutation = { revokeApiKey: { apiKey: { id: string, name: string, prefix: string, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, rotatedAt: string | null, previousSecretUntil: string | null, scopes: Array<{ permission: string, projectId: string | null, integrationId: string | null }> } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, kind: ViewerKind, name: string, tenants: Array<{ permissions: Array<string>, tenant: { id: string, slug: string, name: string } }> } | null, tenant: { id: string, slug: string, name: string } };

export type CliAutomationFragment = { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } };

export type CliAutomationRunFragment = { id: string, automationId: string, version: number, eventId: string, eventType: string, state: RunState, reason: string | null, depth: number, createdAt: string, startedAt: string | null, endedAt: string | null };

export type CliApprovalFragment = { id: string, runId: string, message: string, state: ApprovalState, requestedAt: string, expiresAt: string, comment: string | null, decidedBy: { name: string } | null };

export type CliAutomationsQueryVariables = Exact<{
  project?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type CliAutomationsQuery = { automations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } }> } };

export type CliAutomationShowQueryVariables = Exact<{
  id: string;
}>;


export type CliAutomationShowQuery = { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } };

export type CliAutomationRecipesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliAutomationRecipesQuery = { automationRecipes: Array<{ id: string, name: string, description: string, definition: Record<string, unknown> }> };

export type CliAutomationRunsQueryVariables = Exact<{
  automation?: string | null | undefined;
  states?: Array<RunState> | RunState | null | undefined;
  first?: number | null | undefined;
}>;


export type CliAutomationRunsQuery = { automationRuns: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, automationId: string, version: number, eventId: string, eventType: string, state: RunState, reason: string | null, depth: number, createdAt: string, startedAt: string | null, endedAt: string | null } }> } };

export type CliAutomationRunShowQueryVariables = Exact<{
  id: string;
}>;


export type CliAutomationRunShowQuery = { automationRun: { id: string, automationId: string, version: number, eventId: string, eventType: string, state: RunState, reason: string | null, depth: number, createdAt: string, startedAt: string | null, endedAt: string | null, steps: Array<{ position: number, name: string, action: string, state: StepState, attempts: number, input: unknown, output: unknown, error: string | null, startedAt: string, waitsUntil: string | null, endedAt: string | null }>, approvals: Array<{ id: string, runId: string, message: string, state: ApprovalState, requestedAt: string, expiresAt: string, comment: string | null, decidedBy: { name: string } | null }> } };

export type CliAutomationDryRunQueryVariables = Exact<{
  automation?: string | null | undefined;
  project?: string | null | undefined;
  definition?: Record<string, unknown> | null | undefined;
  last?: number | null | undefined;
}>;


export type CliAutomationDryRunQuery = { dryRunAutomation: Array<{ eventId: string, eventType: string, time: string, summary: string, holds: boolean | null, problem: string | null, steps: Array<{ name: string, action: string, wouldRun: boolean | null, input: unknown, problem: string | null }> }> };

export type CliAutomationCreateMutationVariables = Exact<{
  input: CreateAutomationInput;
}>;


export type CliAutomationCreateMutation = { createAutomation: { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } } };

export type CliAutomationUpdateMutationVariables = Exact<{
  input: UpdateAutomationInput;
}>;


export type CliAutomationUpdateMutation = { updateAutomation: { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } } };

export type CliAutomationEnableMutationVariables = Exact<{
  input: EnableAutomationInput;
}>;


export type CliAutomationEnableMutation = { enableAutomation: { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } } };

export type CliAutomationDisableMutationVariables = Exact<{
  input: DisableAutomationInput;
}>;


export type CliAutomationDisableMutation = { disableAutomation: { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } } };

export type CliAutomationDeleteMutationVariables = Exact<{
  input: DeleteAutomationInput;
}>;


export type CliAutomationDeleteMutation = { deleteAutomation: { automation: { id: string, projectId: string, name: string, description: string | null, enabled: boolean, pausedReason: string | null, failuresInRow: number, version: number, definition: Record<string, unknown>, createdAt: string, updatedAt: string, savedBy: { name: string } } } };

export type CliApproveMutationVariables = Exact<{
  input: ApproveRunInput;
}>;


export type CliApproveMutation = { approveRun: { approval: { id: string, runId: string, message: string, state: ApprovalState, requestedAt: string, expiresAt: string, comment: string | null, decidedBy: { name: string } | null } } };

export type CliRejectMutationVariables = Exact<{
  input: RejectRunInput;
}>;


export type CliRejectMutation = { rejectRun: { approval: { id: string, runId: string, message: string, state: ApprovalState, requestedAt: string, expiresAt: string, comment: string | null, decidedBy: { name: string } | null } } };

export type CallExecuteMutationVariables = Exact<{
  input: ExecuteCallInput;
}>;


export type CallExecuteMutation = { executeCall: { call: { callId: string, integrationId: string, at: string, outcome: CallOutcome, status: number | null, headers: Record<string, unknown>, json: unknown, text: string | null, bodyBase64: string, bytes: number, durationMs: number, waitMs: number, revalidated: boolean, replayed: boolean, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, status: number | null, waitMs: number, durationMs: number, failure: { reason: string, message: string } | null }>, quota: { pool: string, remaining: number | null, resetAt: string | null } | null } } };

export type CallResultFieldsFragment = { callId: string, integrationId: string, at: string, outcome: CallOutcome, status: number | null, headers: Record<string, unknown>, json: unknown, text: string | null, bodyBase64: string, bytes: number, durationMs: number, waitMs: number, revalidated: boolean, replayed: boolean, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, status: number | null, waitMs: number, durationMs: number, failure: { reason: string, message: string } | null }>, quota: { pool: string, remaining: number | null, resetAt: string | null } | null };

export type CallBatchMutationVariables = Exact<{
  input: ExecuteBatchInput;
}>;


export type CallBatchMutation = { executeBatch: { groupId: string, succeeded: number, failed: number, skipped: number, answers: Array<{ index: number, skipped: boolean, call: { callId: string, integrationId: string, at: string, outcome: CallOutcome, status: number | null, headers: Record<string, unknown>, json: unknown, text: string | null, bodyBase64: string, bytes: number, durationMs: number, waitMs: number, revalidated: boolean, replayed: boolean, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, status: number | null, waitMs: number, durationMs: number, failure: { reason: string, message: string } | null }>, quota: { pool: string, remaining: number | null, resetAt: string | null } | null } | null, error: { code: string, message: string, remedy: string } | null }> } };

export type CallListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: CallFilter | null | undefined;
}>;


export type CallListQuery = { calls: { edges: Array<{ node: { id: string, integrationId: string, at: string, kind: CallKind, operation: string | null, priority: CallPriority, method: string, path: string, outcome: CallOutcome, status: number | null, durationMs: number, waitMs: number, requestBytes: number, responseBytes: number, requestId: string, groupId: string | null, actor: { kind: ActorKind, id: string | null, name: string }, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, integrationId: string, startedAt: string, waitMs: number, durationMs: number, status: number | null, failure: { failureClass: FailureClass, reason: string, message: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CallFieldsFragment = { id: string, integrationId: string, at: string, kind: CallKind, operation: string | null, priority: CallPriority, method: string, path: string, outcome: CallOutcome, status: number | null, durationMs: number, waitMs: number, requestBytes: number, responseBytes: number, requestId: string, groupId: string | null, actor: { kind: ActorKind, id: string | null, name: string }, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, integrationId: string, startedAt: string, waitMs: number, durationMs: number, status: number | null, failure: { failureClass: FailureClass, reason: string, message: string } | null }> };

export type CallShowQueryVariables = Exact<{
  id: string;
}>;


export type CallShowQuery = { call: { id: string, integrationId: string, at: string, kind: CallKind, operation: string | null, priority: CallPriority, method: string, path: string, outcome: CallOutcome, status: number | null, durationMs: number, waitMs: number, requestBytes: number, responseBytes: number, requestId: string, groupId: string | null, actor: { kind: ActorKind, id: string | null, name: string }, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null, attempts: Array<{ number: number, integrationId: string, startedAt: string, waitMs: number, durationMs: number, status: number | null, failure: { failureClass: FailureClass, reason: string, message: string } | null }> } };

export type CallMetricsOfQueryVariables = Exact<{
  id: string;
  input: CallMetricsInput;
}>;


export type CallMetricsOfQuery = { integration: { slug: string, circuit: { state: CircuitState, since: string | null, reason: string | null, retryAt: string | null } }, callMetrics: { since: string, until: string, step: MetricsStep, totals: { calls: number, failures: number, refusals: number, retries: number, errorRatePercent: number | null, latencyMsAverage: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, waitMs: number, requestBytes: number, responseBytes: number, byClass: Array<{ failureClass: FailureClass, calls: number }> }, series: Array<{ at: string, figures: { calls: number, failures: number, refusals: number, retries: number, errorRatePercent: number | null, latencyMsAverage: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, waitMs: number, requestBytes: number, responseBytes: number, byClass: Array<{ failureClass: FailureClass, calls: number }> } }>, groups: Array<{ key: string, name: string | null, figures: { calls: number, failures: number, refusals: number, retries: number, errorRatePercent: number | null, latencyMsAverage: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, waitMs: number, requestBytes: number, responseBytes: number, byClass: Array<{ failureClass: FailureClass, calls: number }> } }>, topCallers: Array<{ key: string, name: string | null, figures: { calls: number, failures: number, refusals: number, retries: number, errorRatePercent: number | null, latencyMsAverage: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, waitMs: number, requestBytes: number, responseBytes: number, byClass: Array<{ failureClass: FailureClass, calls: number }> } }> } };

export type FigureFieldsFragment = { calls: number, failures: number, refusals: number, retries: number, errorRatePercent: number | null, latencyMsAverage: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, waitMs: number, requestBytes: number, responseBytes: number, byClass: Array<{ failureClass: FailureClass, calls: number }> };

export type DoctorCheckFragment = { name: DoctorCheckName, status: ProbeStatus, finding: string, message: string, evidence: Record<string, unknown>, durationMs: number, suggestions: Array<{ text: string, command: string | null, link: string | null }> };

export type DoctorReportFragment = { overall: DoctorVerdict, message: string, startedAt: string, durationMs: number, checks: Array<{ name: DoctorCheckName, status: ProbeStatus, finding: string, message: string, evidence: Record<string, unknown>, durationMs: number, suggestions: Array<{ text: string, command: string | null, link: string | null }> }>, changes: Array<{ name: DoctorCheckName, from: ProbeStatus, to: ProbeStatus }> };

export type DoctorRunSubscriptionVariables = Exact<{
  integration: string;
  checks?: Array<DoctorCheckName> | DoctorCheckName | null | undefined;
}>;


export type DoctorRunSubscription = { doctor: { started: Array<DoctorCheckName> | null, check: { name: DoctorCheckName, status: ProbeStatus, finding: string, message: string, evidence: Record<string, unknown>, durationMs: number, suggestions: Array<{ text: string, command: string | null, link: string | null }> } | null, report: { overall: DoctorVerdict, message: string, startedAt: string, durationMs: number, checks: Array<{ name: DoctorCheckName, status: ProbeStatus, finding: string, message: string, evidence: Record<string, unknown>, durationMs: number, suggestions: Array<{ text: string, command: string | null, link: string | null }> }>, changes: Array<{ name: DoctorCheckName, from: ProbeStatus, to: ProbeStatus }> } | null } };

export type CliEventRowFragment = { id: string, sequence: string, type: string, aliases: Array<string>, schemaVersion: number, time: string, tenantId: string, projectId: string | null, subject: string, source: string, correlationId: string, causationId: string | null, level: Level, outcome: Outcome, summary: string, data: Record<string, unknown>, actor: { kind: ActorKind, id: string | null, name: string } };

export type CliRecentEventsQueryVariables = Exact<{
  types?: Array<string> | string | null | undefined;
  last?: number | null | undefined;
}>;


export type CliRecentEventsQuery = { recentEvents: Array<{ id: string, sequence: string, type: string, aliases: Array<string>, schemaVersion: number, time: string, tenantId: string, projectId: string | null, subject: string, source: string, correlationId: string, causationId: string | null, level: Level, outcome: Outcome, summary: string, data: Record<string, unknown>, actor: { kind: ActorKind, id: string | null, name: string } }> };

export type CliEventsSubscriptionVariables = Exact<{
  types?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type CliEventsSubscription = { events: { id: string, sequence: string, type: string, aliases: Array<string>, schemaVersion: number, time: string, tenantId: string, projectId: string | null, subject: string, source: string, correlationId: string, causationId: string | null, level: Level, outcome: Outcome, summary: string, data: Record<string, unknown>, actor: { kind: ActorKind, id: string | null, name: string } } };

export type CliPublishEventsMutationVariables = Exact<{
  input: PublishEventsInput;
}>;


export type CliPublishEventsMutation = { publishEvents: { ids: Array<string>, isRepeated: boolean } };

export type CliEventTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliEventTypesQuery = { eventTypes: Array<{ type: string, description: string, schemaVersion: number, dataSchema: Record<string, unknown> }> };

export type IntegrationRowFragment = { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } };

export type IntegrationListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: IntegrationFilter | null | undefined;
  orderBy?: IntegrationOrder | null | undefined;
}>;


export type IntegrationListQuery = { integrations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } }> } };

export type IntegrationShowQueryVariables = Exact<{
  id: string;
}>;


export type IntegrationShowQuery = { integration: { method: string, config: Record<string, unknown>, owner: string | null, intervalSeconds: number, storedSecrets: Array<string>, credentialStoredAt: string | null, credentialExpiresAt: string | null, connectorVersion: string, version: number, createdAt: string, updatedAt: string, staleAt: string | null, nextCheckAt: string | null, identity: string | null, serviceVersion: string | null, id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } };

export type IntegrationHealthQueryVariables = Exact<{
  id: string;
}>;


export type IntegrationHealthQuery = { integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, hour: { window: HealthWindow, checks: number, uptimePercent: number | null, errorRatePercent: number | null, latencyMsP50: number | null, latencyMsP95: number | null, lastError: string | null, lastErrorAt: string | null }, day: { window: HealthWindow, checks: number, uptimePercent: number | null, errorRatePercent: number | null, latencyMsP50: number | null, latencyMsP95: number | null, lastError: string | null, lastErrorAt: string | null }, week: { window: HealthWindow, checks: number, uptimePercent: number | null, errorRatePercent: number | null, latencyMsP50: number | null, latencyMsP95: number | null, lastError: string | null, lastErrorAt: string | null }, month: { window: HealthWindow, checks: number, uptimePercent: number | null, errorRatePercent: number | null, latencyMsP50: number | null, latencyMsP95: number | null, lastError: string | null, lastErrorAt: string | null }, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } };

export type WindowFragment = { window: HealthWindow, checks: number, uptimePercent: number | null, errorRatePercent: number | null, latencyMsP50: number | null, latencyMsP95: number | null, lastError: string | null, lastErrorAt: string | null };

export type IntegrationWatchQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type IntegrationWatchQuery = { integrations: { totalCount: number, edges: Array<{ node: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } }> }, healthSummary: { healthy: number, degraded: number, unhealthy: number, unknown: number, stale: number, disabled: number, checking: number } };

export type HealthChangesSubscriptionVariables = Exact<{
  types?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type HealthChangesSubscription = { events: { sequence: string, type: string, time: string, data: Record<string, unknown> } };

export type TestOutcomeFragment = { success: boolean, health: Health | null, message: string, failingProbe: ProbeName | null, failureClass: FailureClass | null, remedy: string | null, latencyMs: number | null, identity: string | null, serviceVersion: string | null, durationMs: number, probes: Array<{ name: ProbeName, status: ProbeStatus, message: string, evidence: Record<string, unknown>, remedy: string | null, failureClass: FailureClass | null, durationMs: number }> };

export type IntegrationTestMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationTestMutation = { testIntegration: { integration: { id: string, slug: string }, result: { success: boolean, health: Health | null, message: string, failingProbe: ProbeName | null, failureClass: FailureClass | null, remedy: string | null, latencyMs: number | null, identity: string | null, serviceVersion: string | null, durationMs: number, probes: Array<{ name: ProbeName, status: ProbeStatus, message: string, evidence: Record<string, unknown>, remedy: string | null, failureClass: FailureClass | null, durationMs: number }> } } };

export type IntegrationPingMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationPingMutation = { pingIntegration: { reachable: boolean, message: string, latencyMs: number | null, remedy: string | null } };

export type IntegrationEnableMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationEnableMutation = { enableIntegration: { integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } } };

export type IntegrationDisableMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationDisableMutation = { disableIntegration: { integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } } };

export type IntegrationDeleteMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationDeleteMutation = { deleteIntegration: { secretDestroyed: boolean, restorableUntil: string, leftAtProvider: Array<string>, integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } } };

export type IntegrationRestoreMutationVariables = Exact<{
  id: string;
}>;


export type IntegrationRestoreMutation = { restoreIntegration: { needsSecret: boolean, integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } } } };

export type IntegrationUpdateMutationVariables = Exact<{
  input: UpdateIntegrationInput;
}>;


export type IntegrationUpdateMutation = { updateIntegration: { integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } }, test: { success: boolean, health: Health | null, message: string, failingProbe: ProbeName | null, failureClass: FailureClass | null, remedy: string | null, latencyMs: number | null, identity: string | null, serviceVersion: string | null, durationMs: number, probes: Array<{ name: ProbeName, status: ProbeStatus, message: string, evidence: Record<string, unknown>, remedy: string | null, failureClass: FailureClass | null, durationMs: number }> } | null } };

export type TypeRowFragment = { id: string, version: string, name: string, description: string, maturity: ConnectorMaturity, families: Array<string>, capabilities: Array<string>, aliases: Array<string>, versionRange: string | null, integrationCount: number, instances: Array<{ id: string, title: string, description: string | null, baseUrl: string, aliases: Array<string>, slugStem: string, configSchema: Record<string, unknown>, methodIds: Array<string> }>, methods: Array<{ id: string, title: string, kind: string, help: string | null, scopes: Array<string>, configSchema: Record<string, unknown>, secretsSchema: Record<string, unknown> }> };

export type IntegrationTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type IntegrationTypesQuery = { integrationTypes: Array<{ id: string, version: string, name: string, description: string, maturity: ConnectorMaturity, families: Array<string>, capabilities: Array<string>, aliases: Array<string>, versionRange: string | null, integrationCount: number, instances: Array<{ id: string, title: string, description: string | null, baseUrl: string, aliases: Array<string>, slugStem: string, configSchema: Record<string, unknown>, methodIds: Array<string> }>, methods: Array<{ id: string, title: string, kind: string, help: string | null, scopes: Array<string>, configSchema: Record<string, unknown>, secretsSchema: Record<string, unknown> }> }> };

export type IntegrationTypeQueryVariables = Exact<{
  id: string;
}>;


export type IntegrationTypeQuery = { integrationType: { id: string, version: string, name: string, description: string, maturity: ConnectorMaturity, families: Array<string>, capabilities: Array<string>, aliases: Array<string>, versionRange: string | null, integrationCount: number, docs: { setup: string | null, scopes: string | null, troubleshooting: string | null }, probes: Array<{ name: ProbeName, proves: string, asks: string | null }>, neededScopes: Array<{ capability: string | null, scopes: Array<string> }>, quotaPools: Array<{ pool: string }>, discoveryLists: Array<{ id: string, title: string, asks: string }>, operations: Array<{ id: string, title: string, description: string | null, effect: OperationEffect }>, webhooks: { schemes: Array<string>, topics: Array<string> } | null, remedies: Array<{ failure: string, remedy: string }>, instances: Array<{ id: string, title: string, description: string | null, baseUrl: string, aliases: Array<string>, slugStem: string, configSchema: Record<string, unknown>, methodIds: Array<string> }>, methods: Array<{ id: string, title: string, kind: string, help: string | null, scopes: Array<string>, configSchema: Record<string, unknown>, secretsSchema: Record<string, unknown> }> } | null };

export type IntegrationSuggestQueryVariables = Exact<{
  type: string;
  instance?: string | null | undefined;
}>;


export type IntegrationSuggestQuery = { suggestIntegration: { name: string, slug: string, lastUsed: { instance: string, method: string, config: Record<string, unknown>, usedAt: string, fromSlug: string } | null } };

export type IntegrationDraftMutationVariables = Exact<{
  input: TestIntegrationDraftInput;
}>;


export type IntegrationDraftMutation = { testIntegrationDraft: { result: { success: boolean, health: Health | null, message: string, failingProbe: ProbeName | null, failureClass: FailureClass | null, remedy: string | null, latencyMs: number | null, identity: string | null, serviceVersion: string | null, durationMs: number, probes: Array<{ name: ProbeName, status: ProbeStatus, message: string, evidence: Record<string, unknown>, remedy: string | null, failureClass: FailureClass | null, durationMs: number }> } } };

export type IntegrationConnectMutationVariables = Exact<{
  input: ConnectIntegrationInput;
}>;


export type IntegrationConnectMutation = { connectIntegration: { integration: { id: string, slug: string, name: string, type: string, instance: string, enabled: boolean, health: Health, healthSince: string | null, checkedAt: string | null, healthMessage: string | null, remedy: string | null, failingProbe: ProbeName | null, failureClass: FailureClass | null, latencyMs: number | null, labels: Array<{ key: string, value: string }>, project: { slug: string }, environment: { slug: string } | null, quotas: Array<{ pool: string, title: string | null, limit: number, remaining: number, remainingPercent: number, resetAt: string | null, learnedAt: string, usedPerMinute: number, emptyAt: string | null, forecast: string | null, waiting: number, pausedUntil: string | null }>, stats: { latencyMsP95: number | null, uptimePercent: number | null } }, test: { success: boolean, health: Health | null, message: string, failingProbe: ProbeName | null, failureClass: FailureClass | null, remedy: string | null, latencyMs: number | null, identity: string | null, serviceVersion: string | null, durationMs: number, probes: Array<{ name: ProbeName, status: ProbeStatus, message: string, evidence: Record<string, unknown>, remedy: string | null, failureClass: FailureClass | null, durationMs: number }> } | null } };

export type TailStartQueryVariables = Exact<{ [key: string]: never; }>;


export type TailStartQuery = { lastSequence: string };

export type ActivityQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ActivityFilter | null | undefined;
}>;


export type ActivityQuery = { activity: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, at: string, level: Level, outcome: Outcome, type: string, integrationId: string | null, integrationSlug: string | null, summary: string, durationMs: number | null, metadata: Record<string, unknown>, actor: { kind: ActorKind, name: string } } }> } };

export type EntryFragment = { id: string, at: string, level: Level, outcome: Outcome, type: string, integrationId: string | null, integrationSlug: string | null, summary: string, durationMs: number | null, metadata: Record<string, unknown>, actor: { kind: ActorKind, name: string } };

export type ActivityTailSubscriptionVariables = Exact<{
  filter?: ActivityFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ActivityTailSubscription = { activityAdded: { sequence: string, entry: { id: string, at: string, level: Level, outcome: Outcome, type: string, integrationId: string | null, integrationSlug: string | null, summary: string, durationMs: number | null, metadata: Record<string, unknown>, actor: { kind: ActorKind, name: string } } } };

export type ResourceTroubleFragment = { failureClass: FailureClass, message: string, remedy: string | null, page: number | null };

export type ResourceListsQueryVariables = Exact<{
  integration: string;
}>;


export type ResourceListsQuery = { resourceLists: Array<{ name: string, title: string, description: string | null, isSearchable: boolean, missing: string | null, inputs: Array<{ name: string, title: string, list: string | null }> }> };

export type ResourcesQueryVariables = Exact<{
  integration: string;
  type: string;
  input?: Array<ResourceInput> | ResourceInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: string | null | undefined;
  refresh?: boolean | null | undefined;
}>;


export type ResourcesQuery = { discoverResources: { type: string, seen: number, cachedAt: string | null, isCached: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, url: string | null, attributes: Record<string, unknown> } }>, failure: { failureClass: FailureClass, message: string, remedy: string | null, page: number | null } | null } };

export type ResolveTagQueryVariables = Exact<{
  integration: string;
  reference: string;
  refresh?: boolean | null | undefined;
}>;


export type ResolveTagQuery = { resolveTag: { image: { repository: string, tag: string | null, digest: string, mediaType: string, kind: ImageKind, artifactType: string | null, sizeBytes: number | null, pushedAt: string | null, resolvedAt: string, isCached: boolean, platforms: Array<{ platform: string | null, digest: string, mediaType: string, sizeBytes: number | null, isAttestation: boolean }> } | null, failure: { failureClass: FailureClass, message: string, remedy: string | null, page: number | null } | null } };

export type ImageManifestQueryVariables = Exact<{
  integration: string;
  repository: string;
  reference: string;
  refresh?: boolean | null | undefined;
}>;


export type ImageManifestQuery = { manifest: { manifest: { repository: string, digest: string, mediaType: string, kind: ImageKind, artifactType: string | null, sizeBytes: number | null, manifestBytes: number, annotations: Record<string, unknown>, text: string, fetchedAt: string, config: { digest: string, mediaType: string, sizeBytes: number } | null, layers: Array<{ digest: string, mediaType: string, sizeBytes: number }>, platforms: Array<{ platform: string | null, digest: string, mediaType: string, isAttestation: boolean }> } | null, failure: { failureClass: FailureClass, message: string, remedy: string | null, page: number | null } | null } };

export type VerifyDigestQueryVariables = Exact<{
  integration: string;
  repository: string;
  digest: string;
  expected?: string | null | undefined;
}>;


export type VerifyDigestQuery = { verifyDigest: { isVerified: boolean, verdict: { repository: string, digest: string, actual: string | null, expected: string | null, mediaType: string | null, manifestBytes: number | null } | null, failure: { failureClass: FailureClass, message: string, remedy: string | null, page: number | null } | null } };

export type MembersQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersQuery = { members: Array<{ id: string, name: string, email: string, bindings: Array<{ role: Role, project: { slug: string } | null }> }> };

export type MemberInviteMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;


export type MemberInviteMutation = { createInvitation: { url: string, invitation: { id: string, email: string, role: Role, expiresAt: string } } };

export type MemberRemoveMutationVariables = Exact<{
  id: string;
}>;


export type MemberRemoveMutation = { removeMember: { id: string } };

export type IntegrationOperationsQueryVariables = Exact<{
  id: string;
}>;


export type IntegrationOperationsQuery = { integration: { slug: string, type: string, operations: Array<{ id: string, title: string, description: string | null, effect: OperationEffect, inputSchema: Record<string, unknown>, outputs: Array<string>, isList: boolean, needs: Array<string> }> } };

export type OperationRunMutationVariables = Exact<{
  input: RunOperationInput;
}>;


export type OperationRunMutation = { runOperation: { run: { operation: string, effect: OperationEffect, integrationId: string, outcome: CallOutcome, output: Record<string, unknown> | null, callIds: Array<string>, attempts: number, startedAt: string, durationMs: number, waitMs: number, replayed: boolean, failure: { failureClass: FailureClass, reason: string, message: string, remedy: string | null, retryAfterMs: number | null } | null } } };

export type IntegrationsOfTypeQueryVariables = Exact<{
  type: string;
}>;


export type IntegrationsOfTypeQuery = { integrations: { edges: Array<{ node: { slug: string } }> } };

export type ConnectionProfileRowFragment = { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> };

export type ConnectionProfilesQueryVariables = Exact<{
  type?: string | null | undefined;
  instance?: string | null | undefined;
  text?: string | null | undefined;
  templates?: boolean | null | undefined;
  first?: number | null | undefined;
}>;


export type ConnectionProfilesQuery = { connectionProfiles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } }> } };

export type ConnectionProfileQueryVariables = Exact<{
  id: string;
}>;


export type ConnectionProfileQuery = { connectionProfile: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } };

export type ConnectionProfileCreateMutationVariables = Exact<{
  input: CreateConnectionProfileInput;
}>;


export type ConnectionProfileCreateMutation = { createConnectionProfile: { connectionProfile: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } } };

export type ConnectionProfileUpdateMutationVariables = Exact<{
  input: UpdateConnectionProfileInput;
}>;


export type ConnectionProfileUpdateMutation = { updateConnectionProfile: { connectionProfile: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } } };

export type ConnectionProfileDeleteMutationVariables = Exact<{
  id: string;
}>;


export type ConnectionProfileDeleteMutation = { deleteConnectionProfile: { connectionProfile: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } } };

export type ConnectionProfileDefaultMutationVariables = Exact<{
  id: string;
  isDefault: boolean;
}>;


export type ConnectionProfileDefaultMutation = { setDefaultConnectionProfile: { connectionProfile: { id: string, name: string, description: string | null, type: string, instance: string, method: string, config: Record<string, unknown>, callPolicy: Record<string, unknown>, intervalSeconds: number | null, isDefault: boolean, isTemplate: boolean, usedCount: number, integrationCount: number, lastUsedAt: string | null, createdBy: string, version: number, createdAt: string, updatedAt: string, labels: Array<{ key: string, value: string }>, problems: Array<{ path: string, message: string }> } } };

export type CliTaskRowFragment = { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null };

export type CliTasksQueryVariables = Exact<{
  states?: Array<TaskState> | TaskState | null | undefined;
  project?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type CliTasksQuery = { tasks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } }> } };

export type CliTaskQueryVariables = Exact<{
  id: string;
}>;


export type CliTaskQuery = { task: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } };

export type CliTaskCreateMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type CliTaskCreateMutation = { createTask: { task: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } } };

export type CliTaskStartMutationVariables = Exact<{
  input: StartTaskInput;
}>;


export type CliTaskStartMutation = { startTask: { task: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } } };

export type CliTaskCompleteMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CliTaskCompleteMutation = { completeTask: { task: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } } };

export type CliTaskFailMutationVariables = Exact<{
  input: FailTaskInput;
}>;


export type CliTaskFailMutation = { failTask: { task: { id: string, projectId: string, title: string, description: string | null, state: TaskState, pullRequest: string | null, issue: string | null, message: string | null, createdBy: string, version: number, createdAt: string, startedAt: string | null, endedAt: string | null } } };

export type InboundHookFieldsFragment = { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null };

export type InboundHookListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  integration?: string | null | undefined;
}>;


export type InboundHookListQuery = { inboundHooks: { edges: Array<{ node: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InboundHookCreateMutationVariables = Exact<{
  input: CreateInboundHookInput;
}>;


export type InboundHookCreateMutation = { createInboundHook: { url: string, secret: string | null, hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookRotateMutationVariables = Exact<{
  input: RotateInboundHookSecretInput;
}>;


export type InboundHookRotateMutation = { rotateInboundHookSecret: { url: string, secret: string | null, hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookDeleteMutationVariables = Exact<{
  id: string;
}>;


export type InboundHookDeleteMutation = { deleteInboundHook: { hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookUpdateMutationVariables = Exact<{
  input: UpdateInboundHookInput;
}>;


export type InboundHookUpdateMutation = { updateInboundHook: { hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookRegisterMutationVariables = Exact<{
  input: RegisterInboundHookInput;
}>;


export type InboundHookRegisterMutation = { registerInboundHook: { hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookUnregisterMutationVariables = Exact<{
  id: string;
}>;


export type InboundHookUnregisterMutation = { unregisterInboundHook: { hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundHookCheckMutationVariables = Exact<{
  id: string;
}>;


export type InboundHookCheckMutation = { checkInboundHook: { hook: { id: string, name: string, integrationId: string, kind: InboundHookKind, route: string | null, enabled: boolean, schemes: Array<string>, isWeak: boolean, weakness: string | null, lastReceivedAt: string | null, createdBy: string, createdAt: string, integration: { slug: string } | null, secrets: Array<{ version: number, createdAt: string }>, registration: { target: string, providerHookId: string, events: Array<string>, state: InboundProviderState, message: string | null, checkedAt: string | null, recoveredUntil: string | null } | null } } };

export type InboundRecoverMutationVariables = Exact<{
  input: RecoverInboundDeliveriesInput;
}>;


export type InboundRecoverMutation = { recoverInboundDeliveries: { found: number, recovered: number, preview: boolean, since: string } };

export type InboundDeliveryFieldsFragment = { id: string, hookId: string, integrationId: string, receivedAt: string, processedAt: string | null, state: InboundState, deliveryId: string | null, type: string | null, topic: string | null, verified: boolean, scheme: string | null, reason: string | null, bodyBytes: number, recovered: boolean, replays: number, integration: { slug: string } | null };

export type InboundDeliveryListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: InboundDeliveryFilter | null | undefined;
}>;


export type InboundDeliveryListQuery = { inboundDeliveries: { edges: Array<{ node: { id: string, hookId: string, integrationId: string, receivedAt: string, processedAt: string | null, state: InboundState, deliveryId: string | null, type: string | null, topic: string | null, verified: boolean, scheme: string | null, reason: string | null, bodyBytes: number, recovered: boolean, replays: number, integration: { slug: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InboundDeliveryShowQueryVariables = Exact<{
  id: string;
}>;


export type InboundDeliveryShowQuery = { inboundDelivery: { id: string, hookId: string, integrationId: string, receivedAt: string, processedAt: string | null, state: InboundState, deliveryId: string | null, type: string | null, topic: string | null, verified: boolean, scheme: string | null, reason: string | null, bodyBytes: number, recovered: boolean, replays: number, content: { method: string, query: string, text: string | null, base64: string | null, truncated: boolean, headers: Array<{ name: string, value: string }> }, integration: { slug: string } | null } };

export type InboundReplayMutationVariables = Exact<{
  input: ReplayInboundDeliveriesInput;
}>;


export type InboundReplayMutation = { replayInboundDeliveries: { count: number, preview: boolean, deliveryIds: Array<string> } };

export type WebhookEndpointRowFragment = { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } };

export type WebhookDeliveryRowFragment = { id: string, endpointId: string, eventId: string, eventType: string, at: string, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, isBeingSent: boolean, changedAt: string, deliveredAt: string | null, status: number | null, failureClass: FailureClass | null, message: string | null, replays: number, endpoint: { name: string } | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } }> };

export type WebhookEndpointQueryVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointQuery = { webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } };

export type WebhookEndpointCreateMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type WebhookEndpointCreateMutation = { createWebhookEndpoint: { secret: string | null, webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } } };

export type WebhookEndpointUpdateMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type WebhookEndpointUpdateMutation = { updateWebhookEndpoint: { secret: string | null, webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } } };

export type WebhookEndpointDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointDeleteMutation = { deleteWebhookEndpoint: { webhookEndpoint: { id: string } } };

export type WebhookEndpointEnableMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointEnableMutation = { enableWebhookEndpoint: { webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } } };

export type WebhookEndpointDisableMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointDisableMutation = { disableWebhookEndpoint: { webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } } };

export type WebhookSecretRotateMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type WebhookSecretRotateMutation = { rotateWebhookSecret: { secret: string, previousUntil: string | null, webhookEndpoint: { id: string, name: string, description: string | null, url: string, events: Array<string>, integrationIds: Array<string>, projectIds: Array<string>, payloadVersion: number, headers: Record<string, unknown>, ratePerSecond: number | null, concurrency: number, schedule: Array<number>, hasOwnSchedule: boolean, state: WebhookEndpointState, enabled: boolean, disabledReason: WebhookDisabledReason | null, disabledAt: string | null, failures: number, failingSince: string | null, pausedUntil: string | null, lastDeliveredAt: string | null, lastFailureAt: string | null, lastFailure: string | null, version: number, createdBy: string, createdAt: string, updatedAt: string, owner: { kind: ActorKind, name: string }, statistics: { attempts: number, failures: number, delivered: number, exhausted: number, successRatio: number | null, latencyMsP50: number | null, latencyMsP95: number | null, waiting: number } } } };

export type WebhookEndpointTestMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointTestMutation = { testWebhookEndpoint: { webhookDelivery: { id: string, endpointId: string, eventId: string, eventType: string, at: string, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, isBeingSent: boolean, changedAt: string, deliveredAt: string | null, status: number | null, failureClass: FailureClass | null, message: string | null, replays: number, endpoint: { name: string } | null } } };

export type WebhookDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: WebhookDeliveryFilter | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, endpointId: string, eventId: string, eventType: string, at: string, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, isBeingSent: boolean, changedAt: string, deliveredAt: string | null, status: number | null, failureClass: FailureClass | null, message: string | null, replays: number, endpoint: { name: string } | null } }> } };

export type WebhookDeliveryQueryVariables = Exact<{
  id: string;
}>;


export type WebhookDeliveryQuery = { webhookDelivery: { body: string | null, id: string, endpointId: string, eventId: string, eventType: string, at: string, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, isBeingSent: boolean, changedAt: string, deliveredAt: string | null, status: number | null, failureClass: FailureClass | null, message: string | null, replays: number, tries: Array<{ id: string, at: string, number: number, url: string, requestHeaders: Record<string, unknown>, secretVersions: Array<number>, requestBytes: number, status: number | null, failureClass: FailureClass | null, message: string | null, responseHeaders: Record<string, unknown> | null, responseBody: string | null, responseCut: boolean, timings: { dnsMs: number | null, connectMs: number | null, tlsMs: number | null, waitMs: number | null, totalMs: number } }>, endpoint: { name: string } | null } };

export type WebhookReplayPreviewQueryVariables = Exact<{
  filter: WebhookDeliveryFilter;
}>;


export type WebhookReplayPreviewQuery = { webhookReplayPreview: number };

export type WebhookDeliveryReplayMutationVariables = Exact<{
  id: string;
}>;


export type WebhookDeliveryReplayMutation = { replayWebhookDelivery: { webhookDelivery: { id: string, endpointId: string, eventId: string, eventType: string, at: string, state: WebhookDeliveryState, attempts: number, nextAttemptAt: string | null, isBeingSent: boolean, changedAt: string, deliveredAt: string | null, status: number | null, failureClass: FailureClass | null, message: string | null, replays: number, endpoint: { name: string } | null } } };

export type WebhookDeliveriesReplayMutationVariables = Exact<{
  filter: WebhookDeliveryFilter;
}>;


export type WebhookDeliveriesReplayMutation = { replayWebhookDeliveries: { count: number } };

export type WebhookDeliveriesSkipMutationVariables = Exact<{
  id: string;
}>;


export type WebhookDeliveriesSkipMutation = { skipWebhookDeliveries: { count: number } };

export type WebhookListenSubscriptionVariables = Exact<{
  types?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookListenSubscription = { events: { id: string, sequence: string, type: string, schemaVersion: number, time: string, tenantId: string, projectId: string | null, integrationId: string | null, subject: string, correlationId: string, causationId: string | null, data: Record<string, unknown> } };

export type CompleteSlugsQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type CompleteSlugsQuery = { integrations: { edges: Array<{ node: { slug: string, type: string } }> } };

export type CompleteTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteTypesQuery = { integrationTypes: Array<{ id: string, name: string, instances: Array<{ slugStem: string, title: string }> }> };

export type CompleteListsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteListsQuery = { integrationTypes: Array<{ discoveryLists: Array<{ id: string, title: string }> }> };

export type CompleteOperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteOperationsQuery = { integrationTypes: Array<{ operations: Array<{ id: string, title: string }> }> };

export type CompletePlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletePlacesQuery = { tenant: { projects: Array<{ slug: string, name: string }>, environments: Array<{ slug: string, name: string }> } };

export type CompleteKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteKeysQuery = { apiKeys: Array<{ id: string, name: string, revokedAt: string | null }> };

export type CompleteMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteMembersQuery = { members: Array<{ email: string, name: string }> };

export type CompleteConnectionProfilesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteConnectionProfilesQuery = { connectionProfiles: { edges: Array<{ node: { id: string, name: string } }> } };

export type CompleteWebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompleteWebhookEndpointsQuery = { webhookEndpoints: Array<{ name: string, url: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ApiKeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  scopes {
    permission
    projectId
    integrationId
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
  rotatedAt
  previousSecretUntil
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const CliAutomationFragmentDoc = new TypedDocumentString(`
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}
    `, {"fragmentName":"CliAutomation"}) as unknown as TypedDocumentString<CliAutomationFragment, unknown>;
export const CliAutomationRunFragmentDoc = new TypedDocumentString(`
    fragment CliAutomationRun on AutomationRun {
  id
  automationId
  version
  eventId
  eventType
  state
  reason
  depth
  createdAt
  startedAt
  endedAt
}
    `, {"fragmentName":"CliAutomationRun"}) as unknown as TypedDocumentString<CliAutomationRunFragment, unknown>;
export const CliApprovalFragmentDoc = new TypedDocumentString(`
    fragment CliApproval on Approval {
  id
  runId
  message
  state
  requestedAt
  expiresAt
  decidedBy {
    name
  }
  comment
}
    `, {"fragmentName":"CliApproval"}) as unknown as TypedDocumentString<CliApprovalFragment, unknown>;
export const CallResultFieldsFragmentDoc = new TypedDocumentString(`
    fragment CallResultFields on CallResult {
  callId
  integrationId
  at
  outcome
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  status
  headers
  json
  text
  bodyBase64
  bytes
  attempts {
    number
    status
    waitMs
    durationMs
    failure {
      reason
      message
    }
  }
  durationMs
  waitMs
  revalidated
  replayed
  quota {
    pool
    remaining
    resetAt
  }
}
    `, {"fragmentName":"CallResultFields"}) as unknown as TypedDocumentString<CallResultFieldsFragment, unknown>;
export const CallFieldsFragmentDoc = new TypedDocumentString(`
    fragment CallFields on Call {
  id
  integrationId
  at
  kind
  operation
  actor {
    kind
    id
    name
  }
  priority
  method
  path
  outcome
  status
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  attempts {
    number
    integrationId
    startedAt
    waitMs
    durationMs
    status
    failure {
      failureClass
      reason
      message
    }
  }
  durationMs
  waitMs
  requestBytes
  responseBytes
  requestId
  groupId
}
    `, {"fragmentName":"CallFields"}) as unknown as TypedDocumentString<CallFieldsFragment, unknown>;
export const FigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment FigureFields on CallFigures {
  calls
  failures
  refusals
  retries
  errorRatePercent
  latencyMsAverage
  latencyMsP50
  latencyMsP95
  latencyMsP99
  waitMs
  requestBytes
  responseBytes
  byClass {
    failureClass
    calls
  }
}
    `, {"fragmentName":"FigureFields"}) as unknown as TypedDocumentString<FigureFieldsFragment, unknown>;
export const DoctorCheckFragmentDoc = new TypedDocumentString(`
    fragment DoctorCheck on DoctorCheckResult {
  name
  status
  finding
  message
  evidence
  suggestions {
    text
    command
    link
  }
  durationMs
}
    `, {"fragmentName":"DoctorCheck"}) as unknown as TypedDocumentString<DoctorCheckFragment, unknown>;
export const DoctorReportFragmentDoc = new TypedDocumentString(`
    fragment DoctorReport on DoctorReport {
  overall
  message
  checks {
    ...DoctorCheck
  }
  changes {
    name
    from
    to
  }
  startedAt
  durationMs
}
    fragment DoctorCheck on DoctorCheckResult {
  name
  status
  finding
  message
  evidence
  suggestions {
    text
    command
    link
  }
  durationMs
}`, {"fragmentName":"DoctorReport"}) as unknown as TypedDocumentString<DoctorReportFragment, unknown>;
export const CliEventRowFragmentDoc = new TypedDocumentString(`
    fragment CliEventRow on Event {
  id
  sequence
  type
  aliases
  schemaVersion
  time
  tenantId
  projectId
  subject
  source
  actor {
    kind
    id
    name
  }
  correlationId
  causationId
  level
  outcome
  summary
  data
}
    `, {"fragmentName":"CliEventRow"}) as unknown as TypedDocumentString<CliEventRowFragment, unknown>;
export const IntegrationRowFragmentDoc = new TypedDocumentString(`
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}
    `, {"fragmentName":"IntegrationRow"}) as unknown as TypedDocumentString<IntegrationRowFragment, unknown>;
export const WindowFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"Window"}) as unknown as TypedDocumentString<WindowFragment, unknown>;
export const TestOutcomeFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"TestOutcome"}) as unknown as TypedDocumentString<TestOutcomeFragment, unknown>;
export const TypeRowFragmentDoc = new TypedDocumentString(`
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
  instances {
    id
    title
    description
    baseUrl
    aliases
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
    `, {"fragmentName":"TypeRow"}) as unknown as TypedDocumentString<TypeRowFragment, unknown>;
export const EntryFragmentDoc = new TypedDocumentString(`
    fragment Entry on ActivityEntry {
  id
  at
  level
  outcome
  type
  integrationId
  integrationSlug
  actor {
    kind
    name
  }
  summary
  durationMs
  metadata
}
    `, {"fragmentName":"Entry"}) as unknown as TypedDocumentString<EntryFragment, unknown>;
export const ResourceTroubleFragmentDoc = new TypedDocumentString(`
    fragment ResourceTrouble on ResourceFailure {
  failureClass
  message
  remedy
  page
}
    `, {"fragmentName":"ResourceTrouble"}) as unknown as TypedDocumentString<ResourceTroubleFragment, unknown>;
export const ConnectionProfileRowFragmentDoc = new TypedDocumentString(`
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}
    `, {"fragmentName":"ConnectionProfileRow"}) as unknown as TypedDocumentString<ConnectionProfileRowFragment, unknown>;
export const CliTaskRowFragmentDoc = new TypedDocumentString(`
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}
    `, {"fragmentName":"CliTaskRow"}) as unknown as TypedDocumentString<CliTaskRowFragment, unknown>;
export const InboundHookFieldsFragmentDoc = new TypedDocumentString(`
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}
    `, {"fragmentName":"InboundHookFields"}) as unknown as TypedDocumentString<InboundHookFieldsFragment, unknown>;
export const InboundDeliveryFieldsFragmentDoc = new TypedDocumentString(`
    fragment InboundDeliveryFields on InboundDelivery {
  id
  hookId
  integrationId
  integration {
    slug
  }
  receivedAt
  processedAt
  state
  deliveryId
  type
  topic
  verified
  scheme
  reason
  bodyBytes
  recovered
  replays
}
    `, {"fragmentName":"InboundDeliveryFields"}) as unknown as TypedDocumentString<InboundDeliveryFieldsFragment, unknown>;
export const WebhookEndpointRowFragmentDoc = new TypedDocumentString(`
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}
    `, {"fragmentName":"WebhookEndpointRow"}) as unknown as TypedDocumentString<WebhookEndpointRowFragment, unknown>;
export const WebhookDeliveryRowFragmentDoc = new TypedDocumentString(`
    fragment WebhookDeliveryRow on WebhookDelivery {
  id
  endpointId
  endpoint {
    name
  }
  eventId
  eventType
  at
  state
  attempts
  nextAttemptAt
  isBeingSent
  changedAt
  deliveredAt
  status
  failureClass
  message
  replays
}
    `, {"fragmentName":"WebhookDeliveryRow"}) as unknown as TypedDocumentString<WebhookDeliveryRowFragment, unknown>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    ...ApiKeyFields
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  scopes {
    permission
    projectId
    integrationId
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
  rotatedAt
  previousSecretUntil
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      ...ApiKeyFields
    }
    secret
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  scopes {
    permission
    projectId
    integrationId
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
  rotatedAt
  previousSecretUntil
}`) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRotateDocument = new TypedDocumentString(`
    mutation ApiKeyRotate($input: RotateApiKeyInput!) {
  rotateApiKey(input: $input) {
    apiKey {
      ...ApiKeyFields
    }
    secret
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  scopes {
    permission
    projectId
    integrationId
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
  rotatedAt
  previousSecretUntil
}`) as unknown as TypedDocumentString<ApiKeyRotateMutation, ApiKeyRotateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($id: ID!) {
  revokeApiKey(input: {id: $id}) {
    apiKey {
      ...ApiKeyFields
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  scopes {
    permission
    projectId
    integrationId
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
  rotatedAt
  previousSecretUntil
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    kind
    name
    tenants {
      tenant {
        id
        slug
        name
      }
      permissions
    }
  }
  tenant {
    id
    slug
    name
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CliAutomationsDocument = new TypedDocumentString(`
    query CliAutomations($project: String, $text: String, $first: Int) {
  automations(project: $project, text: $text, first: $first) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...CliAutomation
      }
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationsQuery, CliAutomationsQueryVariables>;
export const CliAutomationShowDocument = new TypedDocumentString(`
    query CliAutomationShow($id: ID!) {
  automation(id: $id) {
    ...CliAutomation
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationShowQuery, CliAutomationShowQueryVariables>;
export const CliAutomationRecipesDocument = new TypedDocumentString(`
    query CliAutomationRecipes {
  automationRecipes {
    id
    name
    description
    definition
  }
}
    `) as unknown as TypedDocumentString<CliAutomationRecipesQuery, CliAutomationRecipesQueryVariables>;
export const CliAutomationRunsDocument = new TypedDocumentString(`
    query CliAutomationRuns($automation: String, $states: [RunState!], $first: Int) {
  automationRuns(automation: $automation, states: $states, first: $first) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...CliAutomationRun
      }
    }
  }
}
    fragment CliAutomationRun on AutomationRun {
  id
  automationId
  version
  eventId
  eventType
  state
  reason
  depth
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliAutomationRunsQuery, CliAutomationRunsQueryVariables>;
export const CliAutomationRunShowDocument = new TypedDocumentString(`
    query CliAutomationRunShow($id: ID!) {
  automationRun(id: $id) {
    ...CliAutomationRun
    steps {
      position
      name
      action
      state
      attempts
      input
      output
      error
      startedAt
      waitsUntil
      endedAt
    }
    approvals {
      ...CliApproval
    }
  }
}
    fragment CliAutomationRun on AutomationRun {
  id
  automationId
  version
  eventId
  eventType
  state
  reason
  depth
  createdAt
  startedAt
  endedAt
}
fragment CliApproval on Approval {
  id
  runId
  message
  state
  requestedAt
  expiresAt
  decidedBy {
    name
  }
  comment
}`) as unknown as TypedDocumentString<CliAutomationRunShowQuery, CliAutomationRunShowQueryVariables>;
export const CliAutomationDryRunDocument = new TypedDocumentString(`
    query CliAutomationDryRun($automation: String, $project: String, $definition: JSONObject, $last: Int) {
  dryRunAutomation(
    automation: $automation
    project: $project
    definition: $definition
    last: $last
  ) {
    eventId
    eventType
    time
    summary
    holds
    problem
    steps {
      name
      action
      wouldRun
      input
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<CliAutomationDryRunQuery, CliAutomationDryRunQueryVariables>;
export const CliAutomationCreateDocument = new TypedDocumentString(`
    mutation CliAutomationCreate($input: CreateAutomationInput!) {
  createAutomation(input: $input) {
    automation {
      ...CliAutomation
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationCreateMutation, CliAutomationCreateMutationVariables>;
export const CliAutomationUpdateDocument = new TypedDocumentString(`
    mutation CliAutomationUpdate($input: UpdateAutomationInput!) {
  updateAutomation(input: $input) {
    automation {
      ...CliAutomation
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationUpdateMutation, CliAutomationUpdateMutationVariables>;
export const CliAutomationEnableDocument = new TypedDocumentString(`
    mutation CliAutomationEnable($input: EnableAutomationInput!) {
  enableAutomation(input: $input) {
    automation {
      ...CliAutomation
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationEnableMutation, CliAutomationEnableMutationVariables>;
export const CliAutomationDisableDocument = new TypedDocumentString(`
    mutation CliAutomationDisable($input: DisableAutomationInput!) {
  disableAutomation(input: $input) {
    automation {
      ...CliAutomation
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationDisableMutation, CliAutomationDisableMutationVariables>;
export const CliAutomationDeleteDocument = new TypedDocumentString(`
    mutation CliAutomationDelete($input: DeleteAutomationInput!) {
  deleteAutomation(input: $input) {
    automation {
      ...CliAutomation
    }
  }
}
    fragment CliAutomation on Automation {
  id
  projectId
  name
  description
  enabled
  pausedReason
  failuresInRow
  version
  definition
  savedBy {
    name
  }
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CliAutomationDeleteMutation, CliAutomationDeleteMutationVariables>;
export const CliApproveDocument = new TypedDocumentString(`
    mutation CliApprove($input: ApproveRunInput!) {
  approveRun(input: $input) {
    approval {
      ...CliApproval
    }
  }
}
    fragment CliApproval on Approval {
  id
  runId
  message
  state
  requestedAt
  expiresAt
  decidedBy {
    name
  }
  comment
}`) as unknown as TypedDocumentString<CliApproveMutation, CliApproveMutationVariables>;
export const CliRejectDocument = new TypedDocumentString(`
    mutation CliReject($input: RejectRunInput!) {
  rejectRun(input: $input) {
    approval {
      ...CliApproval
    }
  }
}
    fragment CliApproval on Approval {
  id
  runId
  message
  state
  requestedAt
  expiresAt
  decidedBy {
    name
  }
  comment
}`) as unknown as TypedDocumentString<CliRejectMutation, CliRejectMutationVariables>;
export const CallExecuteDocument = new TypedDocumentString(`
    mutation CallExecute($input: ExecuteCallInput!) {
  executeCall(input: $input) {
    call {
      ...CallResultFields
    }
  }
}
    fragment CallResultFields on CallResult {
  callId
  integrationId
  at
  outcome
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  status
  headers
  json
  text
  bodyBase64
  bytes
  attempts {
    number
    status
    waitMs
    durationMs
    failure {
      reason
      message
    }
  }
  durationMs
  waitMs
  revalidated
  replayed
  quota {
    pool
    remaining
    resetAt
  }
}`) as unknown as TypedDocumentString<CallExecuteMutation, CallExecuteMutationVariables>;
export const CallBatchDocument = new TypedDocumentString(`
    mutation CallBatch($input: ExecuteBatchInput!) {
  executeBatch(input: $input) {
    groupId
    succeeded
    failed
    skipped
    answers {
      index
      skipped
      call {
        ...CallResultFields
      }
      error {
        code
        message
        remedy
      }
    }
  }
}
    fragment CallResultFields on CallResult {
  callId
  integrationId
  at
  outcome
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  status
  headers
  json
  text
  bodyBase64
  bytes
  attempts {
    number
    status
    waitMs
    durationMs
    failure {
      reason
      message
    }
  }
  durationMs
  waitMs
  revalidated
  replayed
  quota {
    pool
    remaining
    resetAt
  }
}`) as unknown as TypedDocumentString<CallBatchMutation, CallBatchMutationVariables>;
export const CallListDocument = new TypedDocumentString(`
    query CallList($first: Int, $after: String, $filter: CallFilter) {
  calls(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...CallFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CallFields on Call {
  id
  integrationId
  at
  kind
  operation
  actor {
    kind
    id
    name
  }
  priority
  method
  path
  outcome
  status
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  attempts {
    number
    integrationId
    startedAt
    waitMs
    durationMs
    status
    failure {
      failureClass
      reason
      message
    }
  }
  durationMs
  waitMs
  requestBytes
  responseBytes
  requestId
  groupId
}`) as unknown as TypedDocumentString<CallListQuery, CallListQueryVariables>;
export const CallShowDocument = new TypedDocumentString(`
    query CallShow($id: ID!) {
  call(id: $id) {
    ...CallFields
  }
}
    fragment CallFields on Call {
  id
  integrationId
  at
  kind
  operation
  actor {
    kind
    id
    name
  }
  priority
  method
  path
  outcome
  status
  failure {
    failureClass
    reason
    message
    remedy
    retryAfterMs
  }
  attempts {
    number
    integrationId
    startedAt
    waitMs
    durationMs
    status
    failure {
      failureClass
      reason
      message
    }
  }
  durationMs
  waitMs
  requestBytes
  responseBytes
  requestId
  groupId
}`) as unknown as TypedDocumentString<CallShowQuery, CallShowQueryVariables>;
export const CallMetricsOfDocument = new TypedDocumentString(`
    query CallMetricsOf($id: ID!, $input: CallMetricsInput!) {
  integration(id: $id) {
    slug
    circuit {
      state
      since
      reason
      retryAt
    }
  }
  callMetrics(input: $input) {
    since
    until
    step
    totals {
      ...FigureFields
    }
    series {
      at
      figures {
        ...FigureFields
      }
    }
    groups {
      key
      name
      figures {
        ...FigureFields
      }
    }
    topCallers {
      key
      name
      figures {
        ...FigureFields
      }
    }
  }
}
    fragment FigureFields on CallFigures {
  calls
  failures
  refusals
  retries
  errorRatePercent
  latencyMsAverage
  latencyMsP50
  latencyMsP95
  latencyMsP99
  waitMs
  requestBytes
  responseBytes
  byClass {
    failureClass
    calls
  }
}`) as unknown as TypedDocumentString<CallMetricsOfQuery, CallMetricsOfQueryVariables>;
export const DoctorRunDocument = new TypedDocumentString(`
    subscription DoctorRun($integration: ID!, $checks: [DoctorCheckName!]) {
  doctor(integration: $integration, checks: $checks) {
    started
    check {
      ...DoctorCheck
    }
    report {
      ...DoctorReport
    }
  }
}
    fragment DoctorCheck on DoctorCheckResult {
  name
  status
  finding
  message
  evidence
  suggestions {
    text
    command
    link
  }
  durationMs
}
fragment DoctorReport on DoctorReport {
  overall
  message
  checks {
    ...DoctorCheck
  }
  changes {
    name
    from
    to
  }
  startedAt
  durationMs
}`) as unknown as TypedDocumentString<DoctorRunSubscription, DoctorRunSubscriptionVariables>;
export const CliRecentEventsDocument = new TypedDocumentString(`
    query CliRecentEvents($types: [String!], $last: Int) {
  recentEvents(types: $types, last: $last) {
    ...CliEventRow
  }
}
    fragment CliEventRow on Event {
  id
  sequence
  type
  aliases
  schemaVersion
  time
  tenantId
  projectId
  subject
  source
  actor {
    kind
    id
    name
  }
  correlationId
  causationId
  level
  outcome
  summary
  data
}`) as unknown as TypedDocumentString<CliRecentEventsQuery, CliRecentEventsQueryVariables>;
export const CliEventsDocument = new TypedDocumentString(`
    subscription CliEvents($types: [String!], $after: String) {
  events(types: $types, after: $after) {
    ...CliEventRow
  }
}
    fragment CliEventRow on Event {
  id
  sequence
  type
  aliases
  schemaVersion
  time
  tenantId
  projectId
  subject
  source
  actor {
    kind
    id
    name
  }
  correlationId
  causationId
  level
  outcome
  summary
  data
}`) as unknown as TypedDocumentString<CliEventsSubscription, CliEventsSubscriptionVariables>;
export const CliPublishEventsDocument = new TypedDocumentString(`
    mutation CliPublishEvents($input: PublishEventsInput!) {
  publishEvents(input: $input) {
    ids
    isRepeated
  }
}
    `) as unknown as TypedDocumentString<CliPublishEventsMutation, CliPublishEventsMutationVariables>;
export const CliEventTypesDocument = new TypedDocumentString(`
    query CliEventTypes {
  eventTypes {
    type
    description
    schemaVersion
    dataSchema
  }
}
    `) as unknown as TypedDocumentString<CliEventTypesQuery, CliEventTypesQueryVariables>;
export const IntegrationListDocument = new TypedDocumentString(`
    query IntegrationList($first: Int, $after: String, $filter: IntegrationFilter, $orderBy: IntegrationOrder) {
  integrations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...IntegrationRow
      }
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationListQuery, IntegrationListQueryVariables>;
export const IntegrationShowDocument = new TypedDocumentString(`
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationShowQuery, IntegrationShowQueryVariables>;
export const IntegrationHealthDocument = new TypedDocumentString(`
    query IntegrationHealth($id: ID!) {
  integration(id: $id) {
    ...IntegrationRow
    hour: stats(window: HOUR) {
      ...Window
    }
    day: stats(window: DAY) {
      ...Window
    }
    week: stats(window: WEEK) {
      ...Window
    }
    month: stats(window: MONTH) {
      ...Window
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
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
}`) as unknown as TypedDocumentString<IntegrationHealthQuery, IntegrationHealthQueryVariables>;
export const IntegrationWatchDocument = new TypedDocumentString(`
    query IntegrationWatch($first: Int) {
  integrations(first: $first, orderBy: SEVERITY) {
    totalCount
    edges {
      node {
        ...IntegrationRow
      }
    }
  }
  healthSummary {
    healthy
    degraded
    unhealthy
    unknown
    stale
    disabled
    checking
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationWatchQuery, IntegrationWatchQueryVariables>;
export const HealthChangesDocument = new TypedDocumentString(`
    subscription HealthChanges($types: [String!], $after: String) {
  events(types: $types, after: $after) {
    sequence
    type
    time
    data
  }
}
    `) as unknown as TypedDocumentString<HealthChangesSubscription, HealthChangesSubscriptionVariables>;
export const IntegrationTestDocument = new TypedDocumentString(`
    mutation IntegrationTest($id: ID!) {
  testIntegration(input: {id: $id}) {
    integration {
      id
      slug
    }
    result {
      ...TestOutcome
    }
  }
}
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
  probes {
    name
    status
    message
    evidence
    remedy
    failureClass
    durationMs
  }
}`) as unknown as TypedDocumentString<IntegrationTestMutation, IntegrationTestMutationVariables>;
export const IntegrationPingDocument = new TypedDocumentString(`
    mutation IntegrationPing($id: ID!) {
  pingIntegration(input: {id: $id}) {
    reachable
    message
    latencyMs
    remedy
  }
}
    `) as unknown as TypedDocumentString<IntegrationPingMutation, IntegrationPingMutationVariables>;
export const IntegrationEnableDocument = new TypedDocumentString(`
    mutation IntegrationEnable($id: ID!) {
  enableIntegration(input: {id: $id}) {
    integration {
      ...IntegrationRow
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationEnableMutation, IntegrationEnableMutationVariables>;
export const IntegrationDisableDocument = new TypedDocumentString(`
    mutation IntegrationDisable($id: ID!) {
  disableIntegration(input: {id: $id}) {
    integration {
      ...IntegrationRow
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationDisableMutation, IntegrationDisableMutationVariables>;
export const IntegrationDeleteDocument = new TypedDocumentString(`
    mutation IntegrationDelete($id: ID!) {
  deleteIntegration(input: {id: $id}) {
    integration {
      ...IntegrationRow
    }
    secretDestroyed
    restorableUntil
    leftAtProvider
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationDeleteMutation, IntegrationDeleteMutationVariables>;
export const IntegrationRestoreDocument = new TypedDocumentString(`
    mutation IntegrationRestore($id: ID!) {
  restoreIntegration(input: {id: $id}) {
    integration {
      ...IntegrationRow
    }
    needsSecret
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}`) as unknown as TypedDocumentString<IntegrationRestoreMutation, IntegrationRestoreMutationVariables>;
export const IntegrationUpdateDocument = new TypedDocumentString(`
    mutation IntegrationUpdate($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration {
      ...IntegrationRow
    }
    test {
      ...TestOutcome
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}
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
  probes {
    name
    status
    message
    evidence
    remedy
    failureClass
    durationMs
  }
}`) as unknown as TypedDocumentString<IntegrationUpdateMutation, IntegrationUpdateMutationVariables>;
export const IntegrationTypesDocument = new TypedDocumentString(`
    query IntegrationTypes {
  integrationTypes {
    ...TypeRow
  }
}
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
  instances {
    id
    title
    description
    baseUrl
    aliases
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
}`) as unknown as TypedDocumentString<IntegrationTypesQuery, IntegrationTypesQueryVariables>;
export const IntegrationTypeDocument = new TypedDocumentString(`
    query IntegrationType($id: ID!) {
  integrationType(id: $id) {
    ...TypeRow
    docs {
      setup
      scopes
      troubleshooting
    }
    probes {
      name
      proves
      asks
    }
    neededScopes {
      capability
      scopes
    }
    quotaPools {
      pool
    }
    discoveryLists {
      id
      title
      asks
    }
    operations {
      id
      title
      description
      effect
    }
    webhooks {
      schemes
      topics
    }
    remedies {
      failure
      remedy
    }
  }
}
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
  instances {
    id
    title
    description
    baseUrl
    aliases
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
}`) as unknown as TypedDocumentString<IntegrationTypeQuery, IntegrationTypeQueryVariables>;
export const IntegrationSuggestDocument = new TypedDocumentString(`
    query IntegrationSuggest($type: String!, $instance: String) {
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
    `) as unknown as TypedDocumentString<IntegrationSuggestQuery, IntegrationSuggestQueryVariables>;
export const IntegrationDraftDocument = new TypedDocumentString(`
    mutation IntegrationDraft($input: TestIntegrationDraftInput!) {
  testIntegrationDraft(input: $input) {
    result {
      ...TestOutcome
    }
  }
}
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
  probes {
    name
    status
    message
    evidence
    remedy
    failureClass
    durationMs
  }
}`) as unknown as TypedDocumentString<IntegrationDraftMutation, IntegrationDraftMutationVariables>;
export const IntegrationConnectDocument = new TypedDocumentString(`
    mutation IntegrationConnect($input: ConnectIntegrationInput!) {
  connectIntegration(input: $input) {
    integration {
      ...IntegrationRow
    }
    test {
      ...TestOutcome
    }
  }
}
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
  labels {
    key
    value
  }
  project {
    slug
  }
  environment {
    slug
  }
  quotas {
    pool
    title
    limit
    remaining
    remainingPercent
    resetAt
    learnedAt
    usedPerMinute
    emptyAt
    forecast
    waiting
    pausedUntil
  }
  stats(window: DAY) {
    latencyMsP95
    uptimePercent
  }
}
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
  probes {
    name
    status
    message
    evidence
    remedy
    failureClass
    durationMs
  }
}`) as unknown as TypedDocumentString<IntegrationConnectMutation, IntegrationConnectMutationVariables>;
export const TailStartDocument = new TypedDocumentString(`
    query TailStart {
  lastSequence
}
    `) as unknown as TypedDocumentString<TailStartQuery, TailStartQueryVariables>;
export const ActivityDocument = new TypedDocumentString(`
    query Activity($first: Int, $after: String, $filter: ActivityFilter) {
  activity(first: $first, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...Entry
      }
    }
  }
}
    fragment Entry on ActivityEntry {
  id
  at
  level
  outcome
  type
  integrationId
  integrationSlug
  actor {
    kind
    name
  }
  summary
  durationMs
  metadata
}`) as unknown as TypedDocumentString<ActivityQuery, ActivityQueryVariables>;
export const ActivityTailDocument = new TypedDocumentString(`
    subscription ActivityTail($filter: ActivityFilter, $after: String) {
  activityAdded(filter: $filter, after: $after) {
    sequence
    entry {
      ...Entry
    }
  }
}
    fragment Entry on ActivityEntry {
  id
  at
  level
  outcome
  type
  integrationId
  integrationSlug
  actor {
    kind
    name
  }
  summary
  durationMs
  metadata
}`) as unknown as TypedDocumentString<ActivityTailSubscription, ActivityTailSubscriptionVariables>;
export const ResourceListsDocument = new TypedDocumentString(`
    query ResourceLists($integration: ID!) {
  resourceLists(integration: $integration) {
    name
    title
    description
    inputs {
      name
      title
      list
    }
    isSearchable
    missing
  }
}
    `) as unknown as TypedDocumentString<ResourceListsQuery, ResourceListsQueryVariables>;
export const ResourcesDocument = new TypedDocumentString(`
    query Resources($integration: ID!, $type: String!, $input: [ResourceInput!], $first: Int, $after: String, $filter: String, $refresh: Boolean) {
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
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        name
        url
        attributes
      }
    }
    failure {
      ...ResourceTrouble
    }
  }
}
    fragment ResourceTrouble on ResourceFailure {
  failureClass
  message
  remedy
  page
}`) as unknown as TypedDocumentString<ResourcesQuery, ResourcesQueryVariables>;
export const ResolveTagDocument = new TypedDocumentString(`
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
      platforms {
        platform
        digest
        mediaType
        sizeBytes
        isAttestation
      }
      resolvedAt
      isCached
    }
    failure {
      ...ResourceTrouble
    }
  }
}
    fragment ResourceTrouble on ResourceFailure {
  failureClass
  message
  remedy
  page
}`) as unknown as TypedDocumentString<ResolveTagQuery, ResolveTagQueryVariables>;
export const ImageManifestDocument = new TypedDocumentString(`
    query ImageManifest($integration: ID!, $repository: String!, $reference: String!, $refresh: Boolean) {
  manifest(
    integration: $integration
    repository: $repository
    reference: $reference
    refresh: $refresh
  ) {
    manifest {
      repository
      digest
      mediaType
      kind
      artifactType
      sizeBytes
      manifestBytes
      config {
        digest
        mediaType
        sizeBytes
      }
      layers {
        digest
        mediaType
        sizeBytes
      }
      platforms {
        platform
        digest
        mediaType
        isAttestation
      }
      annotations
      text
      fetchedAt
    }
    failure {
      ...ResourceTrouble
    }
  }
}
    fragment ResourceTrouble on ResourceFailure {
  failureClass
  message
  remedy
  page
}`) as unknown as TypedDocumentString<ImageManifestQuery, ImageManifestQueryVariables>;
export const VerifyDigestDocument = new TypedDocumentString(`
    query VerifyDigest($integration: ID!, $repository: String!, $digest: String!, $expected: String) {
  verifyDigest(
    integration: $integration
    repository: $repository
    digest: $digest
    expected: $expected
  ) {
    isVerified
    verdict {
      repository
      digest
      actual
      expected
      mediaType
      manifestBytes
    }
    failure {
      ...ResourceTrouble
    }
  }
}
    fragment ResourceTrouble on ResourceFailure {
  failureClass
  message
  remedy
  page
}`) as unknown as TypedDocumentString<VerifyDigestQuery, VerifyDigestQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members {
  members {
    id
    name
    email
    bindings {
      role
      project {
        slug
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const MemberInviteDocument = new TypedDocumentString(`
    mutation MemberInvite($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    invitation {
      id
      email
      role
      expiresAt
    }
    url
  }
}
    `) as unknown as TypedDocumentString<MemberInviteMutation, MemberInviteMutationVariables>;
export const MemberRemoveDocument = new TypedDocumentString(`
    mutation MemberRemove($id: ID!) {
  removeMember(input: {id: $id}) {
    id
  }
}
    `) as unknown as TypedDocumentString<MemberRemoveMutation, MemberRemoveMutationVariables>;
export const IntegrationOperationsDocument = new TypedDocumentString(`
    query IntegrationOperations($id: ID!) {
  integration(id: $id) {
    slug
    type
    operations {
      id
      title
      description
      effect
      inputSchema
      outputs
      isList
      needs
    }
  }
}
    `) as unknown as TypedDocumentString<IntegrationOperationsQuery, IntegrationOperationsQueryVariables>;
export const OperationRunDocument = new TypedDocumentString(`
    mutation OperationRun($input: RunOperationInput!) {
  runOperation(input: $input) {
    run {
      operation
      effect
      integrationId
      outcome
      output
      failure {
        failureClass
        reason
        message
        remedy
        retryAfterMs
      }
      callIds
      attempts
      startedAt
      durationMs
      waitMs
      replayed
    }
  }
}
    `) as unknown as TypedDocumentString<OperationRunMutation, OperationRunMutationVariables>;
export const IntegrationsOfTypeDocument = new TypedDocumentString(`
    query IntegrationsOfType($type: String!) {
  integrations(first: 2, filter: {types: [$type]}) {
    edges {
      node {
        slug
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IntegrationsOfTypeQuery, IntegrationsOfTypeQueryVariables>;
export const ConnectionProfilesDocument = new TypedDocumentString(`
    query ConnectionProfiles($type: String, $instance: String, $text: String, $templates: Boolean, $first: Int) {
  connectionProfiles(
    type: $type
    instance: $instance
    text: $text
    templates: $templates
    first: $first
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ConnectionProfileRow
      }
    }
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfilesQuery, ConnectionProfilesQueryVariables>;
export const ConnectionProfileDocument = new TypedDocumentString(`
    query ConnectionProfile($id: ID!) {
  connectionProfile(id: $id) {
    ...ConnectionProfileRow
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfileQuery, ConnectionProfileQueryVariables>;
export const ConnectionProfileCreateDocument = new TypedDocumentString(`
    mutation ConnectionProfileCreate($input: CreateConnectionProfileInput!) {
  createConnectionProfile(input: $input) {
    connectionProfile {
      ...ConnectionProfileRow
    }
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfileCreateMutation, ConnectionProfileCreateMutationVariables>;
export const ConnectionProfileUpdateDocument = new TypedDocumentString(`
    mutation ConnectionProfileUpdate($input: UpdateConnectionProfileInput!) {
  updateConnectionProfile(input: $input) {
    connectionProfile {
      ...ConnectionProfileRow
    }
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfileUpdateMutation, ConnectionProfileUpdateMutationVariables>;
export const ConnectionProfileDeleteDocument = new TypedDocumentString(`
    mutation ConnectionProfileDelete($id: ID!) {
  deleteConnectionProfile(input: {id: $id}) {
    connectionProfile {
      ...ConnectionProfileRow
    }
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfileDeleteMutation, ConnectionProfileDeleteMutationVariables>;
export const ConnectionProfileDefaultDocument = new TypedDocumentString(`
    mutation ConnectionProfileDefault($id: ID!, $isDefault: Boolean!) {
  setDefaultConnectionProfile(input: {id: $id, isDefault: $isDefault}) {
    connectionProfile {
      ...ConnectionProfileRow
    }
  }
}
    fragment ConnectionProfileRow on ConnectionProfile {
  id
  name
  description
  type
  instance
  method
  config
  callPolicy
  labels {
    key
    value
  }
  intervalSeconds
  isDefault
  isTemplate
  usedCount
  integrationCount
  lastUsedAt
  createdBy
  version
  createdAt
  updatedAt
  problems {
    path
    message
  }
}`) as unknown as TypedDocumentString<ConnectionProfileDefaultMutation, ConnectionProfileDefaultMutationVariables>;
export const CliTasksDocument = new TypedDocumentString(`
    query CliTasks($states: [TaskState!], $project: String, $text: String, $first: Int) {
  tasks(states: $states, project: $project, text: $text, first: $first) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...CliTaskRow
      }
    }
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTasksQuery, CliTasksQueryVariables>;
export const CliTaskDocument = new TypedDocumentString(`
    query CliTask($id: ID!) {
  task(id: $id) {
    ...CliTaskRow
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTaskQuery, CliTaskQueryVariables>;
export const CliTaskCreateDocument = new TypedDocumentString(`
    mutation CliTaskCreate($input: CreateTaskInput!) {
  createTask(input: $input) {
    task {
      ...CliTaskRow
    }
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTaskCreateMutation, CliTaskCreateMutationVariables>;
export const CliTaskStartDocument = new TypedDocumentString(`
    mutation CliTaskStart($input: StartTaskInput!) {
  startTask(input: $input) {
    task {
      ...CliTaskRow
    }
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTaskStartMutation, CliTaskStartMutationVariables>;
export const CliTaskCompleteDocument = new TypedDocumentString(`
    mutation CliTaskComplete($input: CompleteTaskInput!) {
  completeTask(input: $input) {
    task {
      ...CliTaskRow
    }
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTaskCompleteMutation, CliTaskCompleteMutationVariables>;
export const CliTaskFailDocument = new TypedDocumentString(`
    mutation CliTaskFail($input: FailTaskInput!) {
  failTask(input: $input) {
    task {
      ...CliTaskRow
    }
  }
}
    fragment CliTaskRow on Task {
  id
  projectId
  title
  description
  state
  pullRequest
  issue
  message
  createdBy
  version
  createdAt
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliTaskFailMutation, CliTaskFailMutationVariables>;
export const InboundHookListDocument = new TypedDocumentString(`
    query InboundHookList($first: Int, $after: String, $integration: ID) {
  inboundHooks(first: $first, after: $after, integration: $integration) {
    edges {
      node {
        ...InboundHookFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookListQuery, InboundHookListQueryVariables>;
export const InboundHookCreateDocument = new TypedDocumentString(`
    mutation InboundHookCreate($input: CreateInboundHookInput!) {
  createInboundHook(input: $input) {
    hook {
      ...InboundHookFields
    }
    url
    secret
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookCreateMutation, InboundHookCreateMutationVariables>;
export const InboundHookRotateDocument = new TypedDocumentString(`
    mutation InboundHookRotate($input: RotateInboundHookSecretInput!) {
  rotateInboundHookSecret(input: $input) {
    hook {
      ...InboundHookFields
    }
    url
    secret
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookRotateMutation, InboundHookRotateMutationVariables>;
export const InboundHookDeleteDocument = new TypedDocumentString(`
    mutation InboundHookDelete($id: ID!) {
  deleteInboundHook(input: {id: $id}) {
    hook {
      ...InboundHookFields
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookDeleteMutation, InboundHookDeleteMutationVariables>;
export const InboundHookUpdateDocument = new TypedDocumentString(`
    mutation InboundHookUpdate($input: UpdateInboundHookInput!) {
  updateInboundHook(input: $input) {
    hook {
      ...InboundHookFields
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookUpdateMutation, InboundHookUpdateMutationVariables>;
export const InboundHookRegisterDocument = new TypedDocumentString(`
    mutation InboundHookRegister($input: RegisterInboundHookInput!) {
  registerInboundHook(input: $input) {
    hook {
      ...InboundHookFields
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookRegisterMutation, InboundHookRegisterMutationVariables>;
export const InboundHookUnregisterDocument = new TypedDocumentString(`
    mutation InboundHookUnregister($id: ID!) {
  unregisterInboundHook(input: {id: $id}) {
    hook {
      ...InboundHookFields
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookUnregisterMutation, InboundHookUnregisterMutationVariables>;
export const InboundHookCheckDocument = new TypedDocumentString(`
    mutation InboundHookCheck($id: ID!) {
  checkInboundHook(input: {id: $id}) {
    hook {
      ...InboundHookFields
    }
  }
}
    fragment InboundHookFields on InboundHook {
  id
  name
  integrationId
  integration {
    slug
  }
  kind
  route
  enabled
  schemes
  isWeak
  weakness
  secrets {
    version
    createdAt
  }
  registration {
    target
    providerHookId
    events
    state
    message
    checkedAt
    recoveredUntil
  }
  lastReceivedAt
  createdBy
  createdAt
}`) as unknown as TypedDocumentString<InboundHookCheckMutation, InboundHookCheckMutationVariables>;
export const InboundRecoverDocument = new TypedDocumentString(`
    mutation InboundRecover($input: RecoverInboundDeliveriesInput!) {
  recoverInboundDeliveries(input: $input) {
    found
    recovered
    preview
    since
  }
}
    `) as unknown as TypedDocumentString<InboundRecoverMutation, InboundRecoverMutationVariables>;
export const InboundDeliveryListDocument = new TypedDocumentString(`
    query InboundDeliveryList($first: Int, $after: String, $filter: InboundDeliveryFilter) {
  inboundDeliveries(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...InboundDeliveryFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment InboundDeliveryFields on InboundDelivery {
  id
  hookId
  integrationId
  integration {
    slug
  }
  receivedAt
  processedAt
  state
  deliveryId
  type
  topic
  verified
  scheme
  reason
  bodyBytes
  recovered
  replays
}`) as unknown as TypedDocumentString<InboundDeliveryListQuery, InboundDeliveryListQueryVariables>;
export const InboundDeliveryShowDocument = new TypedDocumentString(`
    query InboundDeliveryShow($id: ID!) {
  inboundDelivery(id: $id) {
    ...InboundDeliveryFields
    content {
      method
      query
      headers {
        name
        value
      }
      text
      base64
      truncated
    }
  }
}
    fragment InboundDeliveryFields on InboundDelivery {
  id
  hookId
  integrationId
  integration {
    slug
  }
  receivedAt
  processedAt
  state
  deliveryId
  type
  topic
  verified
  scheme
  reason
  bodyBytes
  recovered
  replays
}`) as unknown as TypedDocumentString<InboundDeliveryShowQuery, InboundDeliveryShowQueryVariables>;
export const InboundReplayDocument = new TypedDocumentString(`
    mutation InboundReplay($input: ReplayInboundDeliveriesInput!) {
  replayInboundDeliveries(input: $input) {
    count
    preview
    deliveryIds
  }
}
    `) as unknown as TypedDocumentString<InboundReplayMutation, InboundReplayMutationVariables>;
export const WebhookEndpointsDocument = new TypedDocumentString(`
    query WebhookEndpoints {
  webhookEndpoints {
    ...WebhookEndpointRow
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const WebhookEndpointDocument = new TypedDocumentString(`
    query WebhookEndpoint($id: ID!) {
  webhookEndpoint(id: $id) {
    ...WebhookEndpointRow
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointQuery, WebhookEndpointQueryVariables>;
export const WebhookEndpointCreateDocument = new TypedDocumentString(`
    mutation WebhookEndpointCreate($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    secret
    webhookEndpoint {
      ...WebhookEndpointRow
    }
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointCreateMutation, WebhookEndpointCreateMutationVariables>;
export const WebhookEndpointUpdateDocument = new TypedDocumentString(`
    mutation WebhookEndpointUpdate($input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(input: $input) {
    secret
    webhookEndpoint {
      ...WebhookEndpointRow
    }
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointUpdateMutation, WebhookEndpointUpdateMutationVariables>;
export const WebhookEndpointDeleteDocument = new TypedDocumentString(`
    mutation WebhookEndpointDelete($id: ID!) {
  deleteWebhookEndpoint(input: {id: $id}) {
    webhookEndpoint {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookEndpointDeleteMutation, WebhookEndpointDeleteMutationVariables>;
export const WebhookEndpointEnableDocument = new TypedDocumentString(`
    mutation WebhookEndpointEnable($id: ID!) {
  enableWebhookEndpoint(input: {id: $id}) {
    webhookEndpoint {
      ...WebhookEndpointRow
    }
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointEnableMutation, WebhookEndpointEnableMutationVariables>;
export const WebhookEndpointDisableDocument = new TypedDocumentString(`
    mutation WebhookEndpointDisable($id: ID!) {
  disableWebhookEndpoint(input: {id: $id}) {
    webhookEndpoint {
      ...WebhookEndpointRow
    }
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookEndpointDisableMutation, WebhookEndpointDisableMutationVariables>;
export const WebhookSecretRotateDocument = new TypedDocumentString(`
    mutation WebhookSecretRotate($input: RotateWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) {
    secret
    previousUntil
    webhookEndpoint {
      ...WebhookEndpointRow
    }
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  id
  name
  description
  url
  events
  integrationIds
  projectIds
  payloadVersion
  headers
  ratePerSecond
  concurrency
  schedule
  hasOwnSchedule
  state
  enabled
  disabledReason
  disabledAt
  owner {
    kind
    name
  }
  failures
  failingSince
  pausedUntil
  lastDeliveredAt
  lastFailureAt
  lastFailure
  version
  createdBy
  createdAt
  updatedAt
  statistics {
    attempts
    failures
    delivered
    exhausted
    successRatio
    latencyMsP50
    latencyMsP95
    waiting
  }
}`) as unknown as TypedDocumentString<WebhookSecretRotateMutation, WebhookSecretRotateMutationVariables>;
export const WebhookEndpointTestDocument = new TypedDocumentString(`
    mutation WebhookEndpointTest($id: ID!) {
  testWebhookEndpoint(input: {id: $id}) {
    webhookDelivery {
      ...WebhookDeliveryRow
    }
  }
}
    fragment WebhookDeliveryRow on WebhookDelivery {
  id
  endpointId
  endpoint {
    name
  }
  eventId
  eventType
  at
  state
  attempts
  nextAttemptAt
  isBeingSent
  changedAt
  deliveredAt
  status
  failureClass
  message
  replays
}`) as unknown as TypedDocumentString<WebhookEndpointTestMutation, WebhookEndpointTestMutationVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter) {
  webhookDeliveries(first: $first, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...WebhookDeliveryRow
      }
    }
  }
}
    fragment WebhookDeliveryRow on WebhookDelivery {
  id
  endpointId
  endpoint {
    name
  }
  eventId
  eventType
  at
  state
  attempts
  nextAttemptAt
  isBeingSent
  changedAt
  deliveredAt
  status
  failureClass
  message
  replays
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookDeliveryDocument = new TypedDocumentString(`
    query WebhookDelivery($id: ID!) {
  webhookDelivery(id: $id) {
    ...WebhookDeliveryRow
    body
    tries {
      id
      at
      number
      url
      requestHeaders
      secretVersions
      requestBytes
      status
      failureClass
      message
      responseHeaders
      responseBody
      responseCut
      timings {
        dnsMs
        connectMs
        tlsMs
        waitMs
        totalMs
      }
    }
  }
}
    fragment WebhookDeliveryRow on WebhookDelivery {
  id
  endpointId
  endpoint {
    name
  }
  eventId
  eventType
  at
  state
  attempts
  nextAttemptAt
  isBeingSent
  changedAt
  deliveredAt
  status
  failureClass
  message
  replays
}`) as unknown as TypedDocumentString<WebhookDeliveryQuery, WebhookDeliveryQueryVariables>;
export const WebhookReplayPreviewDocument = new TypedDocumentString(`
    query WebhookReplayPreview($filter: WebhookDeliveryFilter!) {
  webhookReplayPreview(filter: $filter)
}
    `) as unknown as TypedDocumentString<WebhookReplayPreviewQuery, WebhookReplayPreviewQueryVariables>;
export const WebhookDeliveryReplayDocument = new TypedDocumentString(`
    mutation WebhookDeliveryReplay($id: ID!) {
  replayWebhookDelivery(input: {id: $id}) {
    webhookDelivery {
      ...WebhookDeliveryRow
    }
  }
}
    fragment WebhookDeliveryRow on WebhookDelivery {
  id
  endpointId
  endpoint {
    name
  }
  eventId
  eventType
  at
  state
  attempts
  nextAttemptAt
  isBeingSent
  changedAt
  deliveredAt
  status
  failureClass
  message
  replays
}`) as unknown as TypedDocumentString<WebhookDeliveryReplayMutation, WebhookDeliveryReplayMutationVariables>;
export const WebhookDeliveriesReplayDocument = new TypedDocumentString(`
    mutation WebhookDeliveriesReplay($filter: WebhookDeliveryFilter!) {
  replayWebhookDeliveries(input: {filter: $filter}) {
    count
  }
}
    `) as unknown as TypedDocumentString<WebhookDeliveriesReplayMutation, WebhookDeliveriesReplayMutationVariables>;
export const WebhookDeliveriesSkipDocument = new TypedDocumentString(`
    mutation WebhookDeliveriesSkip($id: ID!) {
  skipWebhookDeliveries(input: {id: $id}) {
    count
  }
}
    `) as unknown as TypedDocumentString<WebhookDeliveriesSkipMutation, WebhookDeliveriesSkipMutationVariables>;
export const WebhookListenDocument = new TypedDocumentString(`
    subscription WebhookListen($types: [String!], $after: String) {
  events(types: $types, after: $after) {
    id
    sequence
    type
    schemaVersion
    time
    tenantId
    projectId
    integrationId
    subject
    correlationId
    causationId
    data
  }
}
    `) as unknown as TypedDocumentString<WebhookListenSubscription, WebhookListenSubscriptionVariables>;
export const CompleteSlugsDocument = new TypedDocumentString(`
    query CompleteSlugs($text: String) {
  integrations(first: 100, filter: {text: $text}) {
    edges {
      node {
        slug
        type
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteSlugsQuery, CompleteSlugsQueryVariables>;
export const CompleteTypesDocument = new TypedDocumentString(`
    query CompleteTypes {
  integrationTypes {
    id
    name
    instances {
      slugStem
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteTypesQuery, CompleteTypesQueryVariables>;
export const CompleteListsDocument = new TypedDocumentString(`
    query CompleteLists {
  integrationTypes {
    discoveryLists {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteListsQuery, CompleteListsQueryVariables>;
export const CompleteOperationsDocument = new TypedDocumentString(`
    query CompleteOperations {
  integrationTypes {
    operations {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteOperationsQuery, CompleteOperationsQueryVariables>;
export const CompletePlacesDocument = new TypedDocumentString(`
    query CompletePlaces {
  tenant {
    projects {
      slug
      name
    }
    environments {
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CompletePlacesQuery, CompletePlacesQueryVariables>;
export const CompleteKeysDocument = new TypedDocumentString(`
    query CompleteKeys {
  apiKeys {
    id
    name
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<CompleteKeysQuery, CompleteKeysQueryVariables>;
export const CompleteMembersDocument = new TypedDocumentString(`
    query CompleteMembers {
  members {
    email
    name
  }
}
    `) as unknown as TypedDocumentString<CompleteMembersQuery, CompleteMembersQueryVariables>;
export const CompleteConnectionProfilesDocument = new TypedDocumentString(`
    query CompleteConnectionProfiles {
  connectionProfiles(first: 200) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompleteConnectionProfilesQuery, CompleteConnectionProfilesQueryVariables>;
export const CompleteWebhookEndpointsDocument = new TypedDocumentString(`
    query CompleteWebhookEndpoints {
  webhookEndpoints {
    name
    url
  }
}
    `) as unknown as TypedDocumentString<CompleteWebhookEndpointsQuery, CompleteWebhookEndpointsQueryVariables>;