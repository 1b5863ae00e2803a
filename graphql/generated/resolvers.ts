import type { CallKindValue as CallKind } from '@/graphql/models';
import type { CallMethodValue as CallMethod } from '@/graphql/models';
import type { CircuitStateValue as CircuitState } from '@/graphql/models';
import type { MetricsGroupingValue as MetricsGrouping } from '@/graphql/models';
import type { MetricsStepValue as MetricsStep } from '@/graphql/models';
import type { ApprovalStateValue as ApprovalState } from '@/graphql/models';
import type { RunStateValue as RunState } from '@/graphql/models';
import type { StepStateValue as StepState } from '@/graphql/models';
import type { ActorKindValue as ActorKind } from '@/graphql/models';
import type { CallOutcomeValue as CallOutcome } from '@/graphql/models';
import type { CallPriorityValue as CallPriority } from '@/graphql/models';
import type { ConnectorMaturityValue as ConnectorMaturity } from '@/graphql/models';
import type { DoctorCheckNameValue as DoctorCheckName } from '@/graphql/models';
import type { DoctorSourceValue as DoctorSource } from '@/graphql/models';
import type { DoctorVerdictValue as DoctorVerdict } from '@/graphql/models';
import type { FailureClassValue as FailureClass } from '@/graphql/models';
import type { HealthValue as Health } from '@/graphql/models';
import type { HealthWindowValue as HealthWindow } from '@/graphql/models';
import type { ImageKindValue as ImageKind } from '@/graphql/models';
import type { InboundHookKindValue as InboundHookKind } from '@/graphql/models';
import type { InboundProviderStateValue as InboundProviderState } from '@/graphql/models';
import type { InboundStateValue as InboundState } from '@/graphql/models';
import type { IntegrationGroupingValue as IntegrationGrouping } from '@/graphql/models';
import type { IntegrationOrderValue as IntegrationOrder } from '@/graphql/models';
import type { LevelValue as Level } from '@/graphql/models';
import type { OperationEffectValue as OperationEffect } from '@/graphql/models';
import type { OutcomeValue as Outcome } from '@/graphql/models';
import type { ProbeNameValue as ProbeName } from '@/graphql/models';
import type { ProbeStatusValue as ProbeStatus } from '@/graphql/models';
import type { QuotaModeValue as QuotaMode } from '@/graphql/models';
import type { RoleValue as Role } from '@/graphql/models';
import type { SortDirectionValue as SortDirection } from '@/graphql/models';
import type { TaskStateValue as TaskState } from '@/graphql/models';
import type { ViewerKindValue as ViewerKind } from '@/graphql/models';
import type { WebhookDeliveryStateValue as WebhookDeliveryState } from '@/graphql/models';
import type { WebhookDisabledReasonValue as WebhookDisabledReason } from '@/graphql/models';
import type { WebhookEndpointStateValue as WebhookEndpointState } from '@/graphql/models';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApprovalModel, ApprovalPage, ApprovalEdgeModel, AutomationModel, AutomationPage, AutomationDryRunModel, AutomationEdgeModel, AutomationRecipeModel, AutomationRunModel, AutomationRunChangeModel, AutomationRunPage, AutomationRunEdgeModel, AutomationRunStepModel, BatchAnswerModel, CallModel, CallAttemptModel, CallPageModel, CallEdgeModel, CallFiguresModel, CallMetricsModel, CallMetricsGroupModel, CallMetricsPointModel, CallPolicyModel, CallRefusalModel, CallResultModel, CircuitModel, ActivityAddedModel, ActivityPage, ActivityEdgeModel, ActivityEntryModel, ApiKeyModel, Grant, CallFailureModel, CheckModel, SavedIntegrationModel, ConnectionProfileModel, ConnectionProfilePage, ConnectionProfileEdgeModel, ConnectionProfileProblemModel, TaskModel, TaskPage, TaskEdgeModel, DigestVerdictModel, DoctorChangeModel, DoctorCheckResultModel, DoctorProgressModel, DoctorReportModel, DoctorSuggestionModel, EgressGrantModel, EnvironmentModel, HubEvent, EventActorModel, EventType, ExaminationModel, DoctorScheduleModel, HealthStatsModel, HealthSummaryModel, ImageBlobModel, ImagePlatformModel, InboundContentModel, InboundDeliveryModel, InboundDeliveryPage, InboundDeliveryEdgeModel, InboundHookModel, InboundHookPage, InboundHookEdgeModel, InboundRegistrationModel, IntegrationModel, IntegrationPage, IntegrationEdgeModel, IntegrationGroupModel, StatusChangeModel, IntegrationTypeModel, InvitationModel, InvitationOfferModel, LinkedAccountModel, ManifestModel, ManifestResultModel, MemberModel, OperationRunModel, ProbeResultModel, ProjectModel, QuotaModel, RateLimitWarningModel, RemovedRoleModel, ReservedSharesModel, ResolvedImageModel, ResolveTagResultModel, ResourceBatchModel, ResourcePageModel, ResourceItemModel, ResourceFailureModel, RoleBindingModel, SessionModel, SignInProviderModel, TenantModel, TestResultModel, VerifyDigestResultModel, Principal, ViewerTenantModel, WebhookAttemptModel, WebhookDeliveryModel, WebhookDeliveryPage, WebhookDeliveryEdgeModel, WebhookEndpointModel, WebhookStatisticsModel } from '@/graphql/models';
import type { GraphQLContext } from '@/graphql/context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, as RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** Any JSON value: what goes to a service through the hub, or what it answered. */
  JSON: { input: unknown; output: unknown; }
  /** A JSON object. Never holds a secret in an answer. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

export type AcceptInvitationInput = {
  /** How a new person wants to be called; made from the address when absent. */
  name?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};

export type AcceptInvitationPayload = {
  __typename?: 'AcceptInvitationPayload';
  /** For a new person: goes to the sign-in page; single use, 15 minutes. Null for who is signed in. */
  signInToken: Maybe<Scalars['String']['output']>;
  tenant: Tenant;
};

export type ActivityAdded = {
  __typename?: 'ActivityAdded';
  entry: ActivityEntry;
  sequence: Scalars['String']['output'];
};

export type ActivityConnection = {
  __typename?: 'ActivityConnection';
  edges: Array<ActivityEdge>;
  pageInfo: PageInfo;
};

export type ActivityEdge = {
  __typename?: 'ActivityEdge';
  cursor: Scalars['String']['output'];
  node: ActivityEntry;
};

export type ActivityEntry = {
  __typename?: 'ActivityEntry';
  actor: EventActor;
  at: Scalars['DateTime']['output'];
  durationMs: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  integrationId: Maybe<Scalars['ID']['output']>;
  integrationSlug: Maybe<Scalars['String']['output']>;
  level: Level;
  metadata: Scalars['JSONObject']['output'];
  operationId: Maybe<Scalars['ID']['output']>;
  outcome: Outcome;
  summary: Scalars['String']['output'];
  /** The event's type. */
  type: Scalars['String']['output'];
};

export type ActivityFilter = {
  actorKind?: InputMaybe<ActorKind>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id or slug. */
  integration?: InputMaybe<Scalars['String']['input']>;
  /** This level and what is worse. */
  minLevel?: InputMaybe<Level>;
  outcome?: InputMaybe<Outcome>;
  /** Part of the summary. */
  text?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names or patterns such as integration.* */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type { ActorKind };

export type AddMemberInput = {
  email: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug; the whole tenant when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
  role: Role;
};

export type AddMemberPayload = {
  __typename?: 'AddMemberPayload';
  member: Member;
};

export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** The first characters, to tell keys apart. */
  prefix: Scalars['String']['output'];
  /** Until when the secret before it still works; null when it does not. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** When its secret was last replaced. */
  rotatedAt: Maybe<Scalars['DateTime']['output']>;
  scopes: Array<ApiKeyScope>;
};

/** A permission, for the whole tenant or only for one project or one integration. */
export type ApiKeyScope = {
  __typename?: 'ApiKeyScope';
  integrationId: Maybe<Scalars['ID']['output']>;
  permission: Scalars['String']['output'];
  projectId: Maybe<Scalars['ID']['output']>;
};

export type ApiKeyScopeInput = {
  /** Id or slug. */
  integration?: InputMaybe<Scalars['String']['input']>;
  /** Such as integrations:read. */
  permission: Scalars['String']['input'];
  /** Id or slug. */
  project?: InputMaybe<Scalars['String']['input']>;
};

export type Approval = {
  __typename?: 'Approval';
  comment: Maybe<Scalars['String']['output']>;
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  decidedBy: Maybe<EventActor>;
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  message: Scalars['String']['output'];
  projectId: Scalars['ID']['output'];
  requestedAt: Scalars['DateTime']['output'];
  runId: Scalars['ID']['output'];
  state: ApprovalState;
};

export type ApprovalConnection = {
  __typename?: 'ApprovalConnection';
  edges: Array<ApprovalEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ApprovalEdge = {
  __typename?: 'ApprovalEdge';
  cursor: Scalars['String']['output'];
  node: Approval;
};

export type { ApprovalState };

export type ApproveRunInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Of the approval. */
  id: Scalars['ID']['input'];
};

export type ApproveRunPayload = {
  __typename?: 'ApproveRunPayload';
  approval: Approval;
};

/** A rule: when such an event happens, and the condition holds, then these steps. */
export type Automation = {
  __typename?: 'Automation';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  definition: Scalars['JSONObject']['output'];
  description: Maybe<Scalars['String']['output']>;
  enabled: Scalars['Boolean']['output'];
  failuresInRow: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Why the hub switched it off; null when a person did, or nobody. */
  pausedReason: Maybe<Scalars['String']['output']>;
  projectId: Scalars['ID']['output'];
  /** It acts with at most what they may do now. */
  savedBy: EventActor;
  updatedAt: Scalars['DateTime']['output'];
  /** Of the definition. */
  version: Scalars['Int']['output'];
};

export type AutomationConnection = {
  __typename?: 'AutomationConnection';
  edges: Array<AutomationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AutomationDryRun = {
  __typename?: 'AutomationDryRun';
  eventId: Scalars['ID']['output'];
  eventType: Scalars['String']['output'];
  /** Null when the condition has no answer for this event; then there is a problem. */
  holds: Maybe<Scalars['Boolean']['output']>;
  problem: Maybe<Scalars['String']['output']>;
  /** None where the condition does not hold. */
  steps: Array<AutomationDryStep>;
  summary: Scalars['String']['output'];
  time: Scalars['DateTime']['output'];
};

export type AutomationDryStep = {
  __typename?: 'AutomationDryStep';
  action: Scalars['String']['output'];
  /** With its templates filled, and without secrets. */
  input: Maybe<Scalars['JSON']['output']>;
  name: Scalars['String']['output'];
  problem: Maybe<Scalars['String']['output']>;
  /** Null when that depends on what an earlier step gives, or there is a problem. */
  wouldRun: Maybe<Scalars['Boolean']['output']>;
};

export type AutomationEdge = {
  __typename?: 'AutomationEdge';
  cursor: Scalars['String']['output'];
  node: Automation;
};

export type AutomationRecipe = {
  __typename?: 'AutomationRecipe';
  definition: Scalars['JSONObject']['output'];
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

/** One automation for one event. */
export type AutomationRun = {
  __typename?: 'AutomationRun';
  /** What it asked people. */
  approvals: Array<Approval>;
  automationId: Scalars['ID']['output'];
  correlationId: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** How many runs caused one another until this one. */
  depth: Scalars['Int']['output'];
  endedAt: Maybe<Scalars['DateTime']['output']>;
  eventId: Scalars['ID']['output'];
  eventType: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  projectId: Scalars['ID']['output'];
  /** Why it was skipped or failed. */
  reason: Maybe<Scalars['String']['output']>;
  startedAt: Maybe<Scalars['DateTime']['output']>;
  state: RunState;
  /** What it did so far, in order. */
  steps: Array<AutomationRunStep>;
  /** Of the definition it goes by. */
  version: Scalars['Int']['output'];
};

export type AutomationRunChange = {
  __typename?: 'AutomationRunChange';
  run: AutomationRun;
  sequence: Scalars['String']['output'];
  /** run.succeeded, run.failed, approval.requested or approval.decided. */
  type: Scalars['String']['output'];
};

export type AutomationRunConnection = {
  __typename?: 'AutomationRunConnection';
  edges: Array<AutomationRunEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AutomationRunEdge = {
  __typename?: 'AutomationRunEdge';
  cursor: Scalars['String']['output'];
  node: AutomationRun;
};

/** Without secrets: what stands under a name that says it is secret is masked. */
export type AutomationRunStep = {
  __typename?: 'AutomationRunStep';
  /** Its type: operation, call, comment, publish, create_task, wait or approval. */
  action: Scalars['String']['output'];
  /** More than one when the hub was stopped in the middle, or had trouble of its own. */
  attempts: Scalars['Int']['output'];
  endedAt: Maybe<Scalars['DateTime']['output']>;
  error: Maybe<Scalars['String']['output']>;
  input: Maybe<Scalars['JSON']['output']>;
  name: Scalars['String']['output'];
  output: Maybe<Scalars['JSON']['output']>;
  position: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  state: StepState;
  waitsUntil: Maybe<Scalars['DateTime']['output']>;
};

/** One of `call` and `error`; neither when it was skipped. */
export type BatchAnswer = {
  __typename?: 'BatchAnswer';
  call: Maybe<CallResult>;
  error: Maybe<CallRefusal>;
  index: Scalars['Int']['output'];
  skipped: Scalars['Boolean']['output'];
};

/** Opens when so many of the calls in the window failed, at least `minimum` of them. */
export type BreakerPolicy = {
  __typename?: 'BreakerPolicy';
  failurePercent: Scalars['Int']['output'];
  minimum: Scalars['Int']['output'];
  openMs: Scalars['Int']['output'];
  windowMs: Scalars['Int']['output'];
};

/** How many calls at once, and how many may wait for a place, in one process. */
export type BulkheadPolicy = {
  __typename?: 'BulkheadPolicy';
  concurrent: Scalars['Int']['output'];
  queued: Scalars['Int']['output'];
};

export type Call = {
  __typename?: 'Call';
  actor: EventActor;
  at: Scalars['DateTime']['output'];
  attempts: Array<CallAttempt>;
  correlationId: Scalars['ID']['output'];
  durationMs: Scalars['Float']['output'];
  failure: Maybe<CallFailure>;
  /** Ties the calls of one batch or of one operation. */
  groupId: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  /** Null when it was deleted. */
  integration: Maybe<Integration>;
  integrationId: Scalars['ID']['output'];
  kind: CallKind;
  method: Scalars['String']['output'];
  /** The connector's operation; null for a call by path. */
  operation: Maybe<Scalars['String']['output']>;
  outcome: CallOutcome;
  /** Without its query. */
  path: Scalars['String']['output'];
  priority: CallPriority;
  projectId: Scalars['ID']['output'];
  /** Kept only where the policy says so: redacted, and clipped at 16 kB. */
  requestBody: Maybe<Scalars['String']['output']>;
  requestBytes: Scalars['Float']['output'];
  requestId: Scalars['ID']['output'];
  responseBody: Maybe<Scalars['String']['output']>;
  responseBytes: Scalars['Float']['output'];
  /** Of the last attempt that was answered. */
  status: Maybe<Scalars['Int']['output']>;
  /** The part of the duration that was spent waiting. */
  waitMs: Scalars['Float']['output'];
};

/** One request that went out, or was kept from going out. */
export type CallAttempt = {
  __typename?: 'CallAttempt';
  durationMs: Scalars['Float']['output'];
  failure: Maybe<CallFailure>;
  /** Another one when a fallback was asked. */
  integrationId: Scalars['ID']['output'];
  number: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  status: Maybe<Scalars['Int']['output']>;
  timings: Maybe<CallTimings>;
  /** Spent waiting before it: for the quota, for a free place, for the back-off. */
  waitMs: Scalars['Float']['output'];
};

export type CallConnection = {
  __typename?: 'CallConnection';
  edges: Array<CallEdge>;
  pageInfo: PageInfo;
};

export type CallEdge = {
  __typename?: 'CallEdge';
  cursor: Scalars['String']['output'];
  node: Call;
};

/** Why a call has no good answer, in words of the hub. */
export type CallFailure = {
  __typename?: 'CallFailure';
  failureClass: FailureClass;
  message: Scalars['String']['output'];
  /** A stable word, such as connection_refused, status or circuit_open. */
  reason: Scalars['String']['output'];
  remedy: Maybe<Scalars['String']['output']>;
  /** How long to wait before it may work, in milliseconds, where that is known. */
  retryAfterMs: Maybe<Scalars['Float']['output']>;
};

export type CallFigures = {
  __typename?: 'CallFigures';
  byClass: Array<FailureCount>;
  calls: Scalars['Int']['output'];
  errorRatePercent: Maybe<Scalars['Float']['output']>;
  failures: Scalars['Int']['output'];
  latencyMsAverage: Maybe<Scalars['Float']['output']>;
  latencyMsP50: Maybe<Scalars['Float']['output']>;
  latencyMsP95: Maybe<Scalars['Float']['output']>;
  latencyMsP99: Maybe<Scalars['Float']['output']>;
  /** Never sent: for a quota, a breaker, a full bulkhead or a deadline. */
  refusals: Scalars['Int']['output'];
  requestBytes: Scalars['Float']['output'];
  responseBytes: Scalars['Float']['output'];
  retries: Scalars['Int']['output'];
  waitMs: Scalars['Float']['output'];
};

export type CallFilter = {
  actorKind?: InputMaybe<ActorKind>;
  /** Id of a user or a key, or the name of a part of the hub. */
  caller?: InputMaybe<Scalars['String']['input']>;
  failureClass?: InputMaybe<FailureClass>;
  groupId?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug. */
  integration?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<CallKind>;
  operation?: InputMaybe<Scalars['String']['input']>;
  outcome?: InputMaybe<CallOutcome>;
  /** Id or slug. */
  project?: InputMaybe<Scalars['String']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of the last answer; 5 stands for all from 500 to 599. */
  status?: InputMaybe<Scalars['Int']['input']>;
  /** Part of the path, or of what the hub said. */
  text?: InputMaybe<Scalars['String']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type { CallKind };

export type { CallMethod };

export type CallMetrics = {
  __typename?: 'CallMetrics';
  /** As `groupBy` says, those with most calls first; 50 at most. */
  groups: Array<CallMetricsGroup>;
  /** Every step of the window, the first first. */
  series: Array<CallMetricsPoint>;
  since: Scalars['DateTime']['output'];
  step: MetricsStep;
  /** The ten that called most. */
  topCallers: Array<CallMetricsGroup>;
  totals: CallFigures;
  until: Scalars['DateTime']['output'];
};

export type CallMetricsGroup = {
  __typename?: 'CallMetricsGroup';
  figures: CallFigures;
  /** Id of an integration or a project, a caller, or the name of an operation; empty for calls by path. */
  key: Scalars['String']['output'];
  /** Of a caller: what it is called. Null for everything else, and for who is gone. */
  name: Maybe<Scalars['String']['output']>;
};

export type CallMetricsInput = {
  /** `user:usr_…`, `api_key:key_…` or `system:<name>`. */
  caller?: InputMaybe<Scalars['String']['input']>;
  groupBy?: InputMaybe<MetricsGrouping>;
  /** Id or slug. */
  integration?: InputMaybe<Scalars['String']['input']>;
  operation?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug. */
  project?: InputMaybe<Scalars['String']['input']>;
  /** 24 hours ago by default. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** What fits the window by default. */
  step?: InputMaybe<MetricsStep>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CallMetricsPoint = {
  __typename?: 'CallMetricsPoint';
  at: Scalars['DateTime']['output'];
  figures: CallFigures;
};

export type { CallOutcome };

/** How calls through an integration are made, in force now. Times in milliseconds. */
export type CallPolicy = {
  __typename?: 'CallPolicy';
  breaker: BreakerPolicy;
  bulkhead: BulkheadPolicy;
  /** What of it differs from the usual, as `setCallPolicy` takes it. */
  changes: Scalars['JSONObject']['output'];
  /** Of the call with all its attempts and waits. */
  deadlineMs: Scalars['Int']['output'];
  /** A second integration of the same type that takes over while this one cannot. */
  fallback: Maybe<Scalars['ID']['output']>;
  /** Whether bodies are kept with the log of calls, redacted and clipped. */
  keepBodies: Scalars['Boolean']['output'];
  quota: CallQuotaPolicy;
  retry: RetryPolicy;
  /** Since when it is in force. */
  since: Scalars['DateTime']['output'];
  /** Of one attempt. */
  timeoutMs: Scalars['Int']['output'];
};

export type { CallPriority };

/** What the call drew from. */
export type CallQuota = {
  __typename?: 'CallQuota';
  pool: Scalars['String']['output'];
  remaining: Maybe<Scalars['Int']['output']>;
  resetAt: Maybe<Scalars['DateTime']['output']>;
};

export type CallQuotaPolicy = {
  __typename?: 'CallQuotaPolicy';
  /** `enforce` or `observe`. */
  mode: Scalars['String']['output'];
  /** A rate of our own beside the one that was learned; the smaller one counts. */
  perSecond: Maybe<Scalars['Float']['output']>;
};

/** What was wrong about a call of a batch. */
export type CallRefusal = {
  __typename?: 'CallRefusal';
  /** A code of the catalogue of errors. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  remedy: Scalars['String']['output'];
};

/** What became of a call. */
export type CallResult = {
  __typename?: 'CallResult';
  at: Scalars['DateTime']['output'];
  attempts: Array<CallAttempt>;
  /** The answer's bytes. */
  bodyBase64: Scalars['String']['output'];
  bytes: Scalars['Int']['output'];
  callId: Scalars['ID']['output'];
  durationMs: Scalars['Float']['output'];
  failure: Maybe<CallFailure>;
  headers: Scalars['JSONObject']['output'];
  /** The one that answered: another one when a fallback did. */
  integrationId: Scalars['ID']['output'];
  /** The answer as JSON; null when it is none. */
  json: Maybe<Scalars['JSON']['output']>;
  outcome: CallOutcome;
  quota: Maybe<CallQuota>;
  /** Answered as an earlier call with the same idempotency key was. */
  replayed: Scalars['Boolean']['output'];
  /** The service said that nothing changed, and the answer is the one kept from before. */
  revalidated: Scalars['Boolean']['output'];
  /** Of the last attempt that was answered. */
  status: Maybe<Scalars['Int']['output']>;
  /** The answer as text; null when it is none. */
  text: Maybe<Scalars['String']['output']>;
  waitMs: Scalars['Float']['output'];
};

/** Where the time of a request went; null where nothing was to be done, as with a kept connection. */
export type CallTimings = {
  __typename?: 'CallTimings';
  connectMs: Maybe<Scalars['Float']['output']>;
  dnsMs: Maybe<Scalars['Float']['output']>;
  firstByteMs: Scalars['Float']['output'];
  tlsMs: Maybe<Scalars['Float']['output']>;
  totalMs: Scalars['Float']['output'];
};

export type ChangeMemberRoleInput = {
  /** The user's id. */
  id: Scalars['ID']['input'];
  /** Id or slug; the binding for the whole tenant when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
  role: Role;
};

export type ChangeMemberRolePayload = {
  __typename?: 'ChangeMemberRolePayload';
  member: Member;
};

/** One recorded check. */
export type Check = {
  __typename?: 'Check';
  at: Scalars['DateTime']['output'];
  failingProbe: Maybe<ProbeName>;
  failureClass: Maybe<FailureClass>;
  /** Null when the hub itself was the trouble: no verdict then. */
  health: Maybe<Health>;
  id: Scalars['ID']['output'];
  /** A first failure that was not yet confirmed by a recheck. */
  isUnconfirmed: Scalars['Boolean']['output'];
  latencyMs: Maybe<Scalars['Float']['output']>;
  message: Scalars['String']['output'];
  probes: Array<ProbeResult>;
  remedy: Maybe<Scalars['String']['output']>;
};

export type CheckInboundHookInput = {
  id: Scalars['ID']['input'];
};

export type Circuit = {
  __typename?: 'Circuit';
  failureClass: Maybe<FailureClass>;
  reason: Maybe<Scalars['String']['output']>;
  /** When the next call may try. */
  retryAt: Maybe<Scalars['DateTime']['output']>;
  /** Null when it never opened. */
  since: Maybe<Scalars['DateTime']['output']>;
  state: CircuitState;
};

export type { CircuitState };

export type CompleteSetupInput = {
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  tenantName: Scalars['String']['input'];
  /** Made from the name when absent. */
  tenantSlug?: InputMaybe<Scalars['String']['input']>;
  /** The token of the set-up link. */
  token: Scalars['String']['input'];
};

export type CompleteSetupPayload = {
  __typename?: 'CompleteSetupPayload';
  /** Goes to the sign-in page; single use, 15 minutes. */
  signInToken: Scalars['String']['output'];
  tenant: Tenant;
};

export type CompleteTaskInput = {
  id: Scalars['ID']['input'];
  issue?: InputMaybe<Scalars['String']['input']>;
  /** What came of it. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the link from before. */
  pullRequest?: InputMaybe<Scalars['String']['input']>;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type CompleteTaskPayload = {
  __typename?: 'CompleteTaskPayload';
  task: Task;
};

export type ConnectIntegrationInput = {
  config: Scalars['JSONObject']['input'];
  /** You confirm that the new integration acts with the rights of that one. */
  confirmReuse?: InputMaybe<Scalars['Boolean']['input']>;
  environment?: InputMaybe<Scalars['String']['input']>;
  /** A retry with the same key answers the first result again; kept 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instance?: InputMaybe<Scalars['String']['input']>;
  /** 10 to 86,400; 300 by default. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  labels?: InputMaybe<Array<LabelInput>>;
  method?: InputMaybe<Scalars['String']['input']>;
  /** Made from the type when absent, such as docker-hub-1. */
  name?: InputMaybe<Scalars['String']['input']>;
  owner?: InputMaybe<Scalars['String']['input']>;
  /** Id or name of the profile that fills in what is not given; a null in `config` leaves a field of it out. */
  profile?: InputMaybe<Scalars['ID']['input']>;
  /** Id or slug; the default project when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of an integration of yours whose stored secret is used, by reference: same kind of service, same way to sign in, same address. */
  reuseSecretOf?: InputMaybe<Scalars['ID']['input']>;
  /** Save the settings, without secrets, as a profile of this name. */
  saveAsProfile?: InputMaybe<Scalars['String']['input']>;
  /** Save disabled even when the test fails. */
  saveDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  secrets?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Save without testing; the first check tells. */
  skipTest?: InputMaybe<Scalars['Boolean']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
  type: Scalars['String']['input'];
};

export type ConnectIntegrationPayload = {
  __typename?: 'ConnectIntegrationPayload';
  integration: Integration;
  /** Null when the test was skipped, or when an idempotency key answered an earlier result. */
  test: Maybe<TestResult>;
};

/** Settings to start an integration from, under a name. Never holds a secret. */
export type ConnectionProfile = {
  __typename?: 'ConnectionProfile';
  /** How calls are made, as far as it differs from the usual. */
  callPolicy: Scalars['JSONObject']['output'];
  /** Some of the public settings. What the connector does not know any more, or calls a secret now, is left out. */
  config: Scalars['JSONObject']['output'];
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  instance: Scalars['String']['output'];
  /** Integrations there are now that were started from it, as far as you can read them. */
  integrationCount: Scalars['Int']['output'];
  /** Null when this hub does not know the type any more. */
  integrationType: Maybe<IntegrationType>;
  /** Seconds between checks; null: as usual. */
  intervalSeconds: Maybe<Scalars['Int']['output']>;
  /** The one its type starts from. */
  isDefault: Scalars['Boolean']['output'];
  /** Meant to be copied; using it changes nothing of it. */
  isTemplate: Scalars['Boolean']['output'];
  labels: Array<Label>;
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  method: Scalars['String']['output'];
  /** Unique in the tenant, in any case of letters. */
  name: Scalars['String']['output'];
  /** What of it does not fit the connector any more. */
  problems: Array<ConnectionProfileProblem>;
  /** The connector's id, such as scm.github. */
  type: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** How often an integration was started from it. */
  usedCount: Scalars['Int']['output'];
  /** For optimistic concurrency: send it back with a change. */
  version: Scalars['Int']['output'];
};

export type ConnectionProfileConnection = {
  __typename?: 'ConnectionProfileConnection';
  edges: Array<ConnectionProfileEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ConnectionProfileEdge = {
  __typename?: 'ConnectionProfileEdge';
  cursor: Scalars['String']['output'];
  node: ConnectionProfile;
};

export type ConnectionProfileProblem = {
  __typename?: 'ConnectionProfileProblem';
  message: Scalars['String']['output'];
  /** Such as config.baseUrl, instance or type. */
  path: Scalars['String']['output'];
};

export type { ConnectorMaturity };

export type CreateApiKeyInput = {
  /** Never expires when absent. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  name: Scalars['String']['input'];
  /** What the key may do; every scope has to be one you hold yourself. */
  scopes: Array<ApiKeyScopeInput>;
};

export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKey: ApiKey;
  /** `ihk_…`; shown once. */
  secret: Scalars['String']['output'];
};

export type CreateAutomationInput = {
  /** { trigger: { events, integration?, project? }, condition?, steps: [{ name, if?, action }] } */
  definition: Scalars['JSONObject']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** True by default. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** Slug or id; the default project when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAutomationPayload = {
  __typename?: 'CreateAutomationPayload';
  automation: Automation;
};

export type CreateConnectionProfileInput = {
  /** How calls are made: timeoutMs, deadlineMs, retry, breaker, bulkhead, quota, keepBodies. */
  callPolicy?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Public settings; any of them may be missing. */
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of an integration whose settings are copied; what is given beside it wins. */
  fromIntegration?: InputMaybe<Scalars['ID']['input']>;
  /** Id or name of a profile that is copied, such as a template. */
  fromProfile?: InputMaybe<Scalars['ID']['input']>;
  instance?: InputMaybe<Scalars['String']['input']>;
  /** 10 to 86,400. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  isTemplate?: InputMaybe<Scalars['Boolean']['input']>;
  labels?: InputMaybe<Array<LabelInput>>;
  method?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** Needed unless it is copied from something. */
  type?: InputMaybe<Scalars['String']['input']>;
};

export type CreateConnectionProfilePayload = {
  __typename?: 'CreateConnectionProfilePayload';
  connectionProfile: ConnectionProfile;
};

export type CreateEnvironmentInput = {
  name: Scalars['String']['input'];
  /** Made from the name when absent. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type CreateEnvironmentPayload = {
  __typename?: 'CreateEnvironmentPayload';
  environment: Environment;
};

export type CreateInboundHookInput = {
  /** Id or slug. */
  integration: Scalars['ID']['input'];
  kind?: InputMaybe<InboundHookKind>;
  /** `default` when it is not said. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Of the kind APP: the repository, project or workspace that is meant; every one when it is not said. */
  route?: InputMaybe<Scalars['String']['input']>;
  /** How the sender is proven, as in a manifest, where the connector does not say. */
  schemes?: InputMaybe<Array<Scalars['JSONObject']['input']>>;
  /** What the provider signs with, where it is not for the hub to choose. 8 characters at least. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

export type CreateInvitationInput = {
  /** 1 to 30; 7 by default. */
  days?: InputMaybe<Scalars['Int']['input']>;
  email: Scalars['String']['input'];
  /** Id or slug; the whole tenant when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
  role: Role;
};

export type CreateInvitationPayload = {
  __typename?: 'CreateInvitationPayload';
  invitation: Invitation;
  /** Give it to the person; it is shown once. */
  url: Scalars['String']['output'];
};

export type CreateProjectInput = {
  name: Scalars['String']['input'];
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type CreateProjectPayload = {
  __typename?: 'CreateProjectPayload';
  project: Project;
};

export type CreateTaskInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  issue?: InputMaybe<Scalars['String']['input']>;
  /** Slug or id; the default project when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
  pullRequest?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
};

export type CreateTaskPayload = {
  __typename?: 'CreateTaskPayload';
  task: Task;
};

export type CreateTenantInput = {
  name: Scalars['String']['input'];
  /** Who becomes its owner; you when absent. */
  ownerEmail?: InputMaybe<Scalars['String']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type CreateTenantPayload = {
  __typename?: 'CreateTenantPayload';
  tenant: Tenant;
};

export type CreateWebhookEndpointInput = {
  /** 1 to 64; 16 by default. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 50 names or patterns, such as integration.* or github.pull_request.* */
  events: Array<Scalars['String']['input']>;
  /** Texts by name, never a secret: deliveries are signed. */
  headers?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The same request again is answered by what the first one made, without its secret. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Ids or slugs. */
  integrations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The host of the URL, when it is not given. */
  name?: InputMaybe<Scalars['String']['input']>;
  payloadVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Ids or slugs. */
  projects?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 1,000; as many as go when absent. */
  ratePerSecond?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 20 waits in seconds before each try; the usual one when absent: 0, 5, 60, 300, 1800, 7200, 18000, 36000, 50400. */
  schedule?: InputMaybe<Array<Scalars['Int']['input']>>;
  url: Scalars['String']['input'];
};

export type CreateWebhookEndpointPayload = {
  __typename?: 'CreateWebhookEndpointPayload';
  /** whsec_…, shown once; null for a repetition. */
  secret: Maybe<Scalars['String']['output']>;
  webhookEndpoint: WebhookEndpoint;
};

export type DeleteAutomationInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type DeleteAutomationPayload = {
  __typename?: 'DeleteAutomationPayload';
  /** As it was. */
  automation: Automation;
};

export type DeleteConnectionProfileInput = {
  id: Scalars['ID']['input'];
};

export type DeleteConnectionProfilePayload = {
  __typename?: 'DeleteConnectionProfilePayload';
  /** As it was. */
  connectionProfile: ConnectionProfile;
};

export type DeleteEnvironmentInput = {
  /** Id or slug. */
  id: Scalars['ID']['input'];
};

export type DeleteEnvironmentPayload = {
  __typename?: 'DeleteEnvironmentPayload';
  id: Scalars['ID']['output'];
};

export type DeleteInboundHookInput = {
  id: Scalars['ID']['input'];
};

export type DeleteIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type DeleteIntegrationPayload = {
  __typename?: 'DeleteIntegrationPayload';
  integration: Integration;
  /** What was made at the provider, such as a webhook, and could not be removed there. */
  leftAtProvider: Array<Scalars['String']['output']>;
  restorableUntil: Scalars['DateTime']['output'];
  secretDestroyed: Scalars['Boolean']['output'];
};

export type DeleteProjectInput = {
  /** Id or slug. */
  id: Scalars['ID']['input'];
};

export type DeleteProjectPayload = {
  __typename?: 'DeleteProjectPayload';
  id: Scalars['ID']['output'];
};

export type DeleteWebhookEndpointInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type DeleteWebhookEndpointPayload = {
  __typename?: 'DeleteWebhookEndpointPayload';
  /** As it was. */
  webhookEndpoint: WebhookEndpoint;
};

export type DigestVerdict = {
  __typename?: 'DigestVerdict';
  /** What the bytes hash to by the algorithm that was compared. */
  actual: Maybe<Scalars['String']['output']>;
  digest: Scalars['String']['output'];
  expected: Maybe<Scalars['String']['output']>;
  manifestBytes: Maybe<Scalars['Int']['output']>;
  mediaType: Maybe<Scalars['String']['output']>;
  repository: Scalars['String']['output'];
};

export type DisableAutomationInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type DisableAutomationPayload = {
  __typename?: 'DisableAutomationPayload';
  automation: Automation;
};

export type DisableIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type DisableIntegrationPayload = {
  __typename?: 'DisableIntegrationPayload';
  integration: Integration;
};

export type DisableWebhookEndpointInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type DisableWebhookEndpointPayload = {
  __typename?: 'DisableWebhookEndpointPayload';
  webhookEndpoint: WebhookEndpoint;
};

export type DiscoveryList = {
  __typename?: 'DiscoveryList';
  /** Method and path below the base URL. */
  asks: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
};

/** A check that ended differently from how it did in the last report that was healthy. */
export type DoctorChange = {
  __typename?: 'DoctorChange';
  from: ProbeStatus;
  name: DoctorCheckName;
  to: ProbeStatus;
};

export type { DoctorCheckName };

export type DoctorCheckResult = {
  __typename?: 'DoctorCheckResult';
  durationMs: Scalars['Float']['output'];
  /** Facts that show why. Public values only. */
  evidence: Scalars['JSONObject']['output'];
  /** A stable word for what was found, such as `dns_failed`. */
  finding: Scalars['String']['output'];
  message: Scalars['String']['output'];
  name: DoctorCheckName;
  status: ProbeStatus;
  suggestions: Array<DoctorSuggestion>;
};

/** One step of an examination: exactly one of its fields is set. */
export type DoctorProgress = {
  __typename?: 'DoctorProgress';
  check: Maybe<DoctorCheckResult>;
  report: Maybe<DoctorReport>;
  /** What is going to be checked, in order. */
  started: Maybe<Array<DoctorCheckName>>;
};

export type DoctorReport = {
  __typename?: 'DoctorReport';
  /** Against the last report that was healthy; empty when there is none. */
  changes: Array<DoctorChange>;
  checks: Array<DoctorCheckResult>;
  durationMs: Scalars['Float']['output'];
  message: Scalars['String']['output'];
  overall: DoctorVerdict;
  startedAt: Scalars['DateTime']['output'];
};

/** When the doctor comes by itself. When health turns bad it comes, too. */
export type DoctorSchedule = {
  __typename?: 'DoctorSchedule';
  /** Seconds between its visits; null when it comes only when health turns bad. */
  everySeconds: Maybe<Scalars['Int']['output']>;
  /** Nothing was said for this integration. */
  isUsual: Scalars['Boolean']['output'];
  /** In the past when it is due; null when no visit is coming. */
  nextAt: Maybe<Scalars['DateTime']['output']>;
  /** How often it comes where nothing was said. */
  usualSeconds: Scalars['Int']['output'];
};

export type { DoctorSource };

/** A next step: a command to run or a page to open, and what it does. */
export type DoctorSuggestion = {
  __typename?: 'DoctorSuggestion';
  /** A line for a shell, ready to be copied. */
  command: Maybe<Scalars['String']['output']>;
  /** A page of the hub (a path) or of the vendor (a URL). */
  link: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
};

export type { DoctorVerdict };

export type EgressGrant = {
  __typename?: 'EgressGrant';
  /** Such as 10.1.2.0/24. */
  cidr: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Null: every port. */
  port: Maybe<Scalars['Int']['output']>;
  reason: Maybe<Scalars['String']['output']>;
};

export type EnableAutomationInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type EnableAutomationPayload = {
  __typename?: 'EnableAutomationPayload';
  automation: Automation;
};

export type EnableIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type EnableIntegrationPayload = {
  __typename?: 'EnableIntegrationPayload';
  integration: Integration;
};

export type EnableWebhookEndpointInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type EnableWebhookEndpointPayload = {
  __typename?: 'EnableWebhookEndpointPayload';
  webhookEndpoint: WebhookEndpoint;
};

export type Environment = {
  __typename?: 'Environment';
  id: Scalars['ID']['output'];
  /** How many integrations are in it, deleted ones that can be restored not counted. */
  integrationCount: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  slug: Scalars['String']['output'];
};

/** The envelope, with CloudEvents' names. */
export type Event = {
  __typename?: 'Event';
  actor: EventActor;
  /** The names outside systems know this type by. */
  aliases: Array<Scalars['String']['output']>;
  causationId: Maybe<Scalars['String']['output']>;
  correlationId: Scalars['String']['output'];
  data: Scalars['JSONObject']['output'];
  id: Scalars['ID']['output'];
  /** The integration it concerns, where there is one. */
  integrationId: Maybe<Scalars['ID']['output']>;
  level: Level;
  outcome: Outcome;
  projectId: Maybe<Scalars['ID']['output']>;
  schemaVersion: Scalars['Int']['output'];
  /** A decimal string; the only cursor. */
  sequence: Scalars['String']['output'];
  source: Scalars['String']['output'];
  subject: Scalars['String']['output'];
  summary: Scalars['String']['output'];
  tenantId: Scalars['ID']['output'];
  time: Scalars['DateTime']['output'];
  type: Scalars['String']['output'];
};

export type EventActor = {
  __typename?: 'EventActor';
  id: Maybe<Scalars['ID']['output']>;
  kind: ActorKind;
  name: Scalars['String']['output'];
};

export type EventToPublish = {
  /** 64 KiB at most. Whoever may read events reads it: no secrets. */
  data?: InputMaybe<Scalars['JSONObject']['input']>;
  /** INFO when absent. For events of your own. */
  level?: InputMaybe<Level>;
  /** What it is about. For events of your own. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** The sentence people read. For events of your own. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** custom. and a name in small letters; or a task.*, vm.* or deployment.* type, whose data has the shape of the catalogue. */
  type: Scalars['String']['input'];
};

export type EventTypeInfo = {
  __typename?: 'EventTypeInfo';
  /** JSON Schema of `data`. */
  dataSchema: Scalars['JSONObject']['output'];
  description: Scalars['String']['output'];
  schemaVersion: Scalars['Int']['output'];
  type: Scalars['String']['output'];
};

/** A report that is kept. */
export type Examination = {
  __typename?: 'Examination';
  id: Scalars['ID']['output'];
  integrationId: Scalars['ID']['output'];
  report: DoctorReport;
  source: DoctorSource;
};

export type ExecuteBatchInput = {
  /** 1 to 100. */
  calls: Array<ExecuteCallInput>;
  /** How many at a time, 1 to 32. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** After the first that did not succeed no further one is begun; the rest are skipped. */
  stopOnError?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ExecuteBatchPayload = {
  __typename?: 'ExecuteBatchPayload';
  /** In the order of the calls. */
  answers: Array<BatchAnswer>;
  failed: Scalars['Int']['output'];
  /** Ties these calls in the log. */
  groupId: Scalars['ID']['output'];
  skipped: Scalars['Int']['output'];
  succeeded: Scalars['Int']['output'];
};

export type ExecuteCallInput = {
  /** The first one included; 1 never repeats. */
  attempts?: InputMaybe<Scalars['Int']['input']>;
  /** Sent as JSON. */
  body?: InputMaybe<Scalars['JSON']['input']>;
  /** Instead of `body`: bytes. */
  bodyBase64?: InputMaybe<Scalars['String']['input']>;
  /** Instead of `body`: as it is. */
  bodyText?: InputMaybe<Scalars['String']['input']>;
  /** Of the call with all its attempts and waits. */
  deadlineMs?: InputMaybe<Scalars['Int']['input']>;
  /** What belongs to the connection, and what the connector sets itself, is left out. */
  headers?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The same key again within 24 hours is answered as the first time, and nothing is sent. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Id (int_…), bare UUID or slug. */
  integration: Scalars['ID']['input'];
  method?: CallMethod;
  /** Below the base URL, such as /user. */
  path: Scalars['String']['input'];
  priority?: InputMaybe<CallPriority>;
  /** Names and values; a list of values repeats the name. */
  query?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Of one attempt, in milliseconds; as the integration's policy says by default. */
  timeoutMs?: InputMaybe<Scalars['Int']['input']>;
  /** Repeat a method that changes something, too. */
  unsafe?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ExecuteCallPayload = {
  __typename?: 'ExecuteCallPayload';
  call: CallResult;
};

export type FailTaskInput = {
  id: Scalars['ID']['input'];
  issue?: InputMaybe<Scalars['String']['input']>;
  /** What came of it. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the link from before. */
  pullRequest?: InputMaybe<Scalars['String']['input']>;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type FailTaskPayload = {
  __typename?: 'FailTaskPayload';
  task: Task;
};

export type { FailureClass };

export type FailureCount = {
  __typename?: 'FailureCount';
  calls: Scalars['Int']['output'];
  failureClass: FailureClass;
};

export type GrantEgressInput = {
  reason?: InputMaybe<Scalars['String']['input']>;
  /** CIDR:port, such as 10.1.2.0/24:443, or a single address. */
  rule: Scalars['String']['input'];
  /** Slug or id. */
  tenant: Scalars['String']['input'];
};

export type GrantEgressPayload = {
  __typename?: 'GrantEgressPayload';
  grant: EgressGrant;
};

export type { Health };

/** Figures over a window that ends now. */
export type HealthStats = {
  __typename?: 'HealthStats';
  checks: Scalars['Int']['output'];
  /** 0 to 100; null when nothing was checked. */
  errorRatePercent: Maybe<Scalars['Float']['output']>;
  lastError: Maybe<Scalars['String']['output']>;
  lastErrorAt: Maybe<Scalars['DateTime']['output']>;
  latencyMsP50: Maybe<Scalars['Float']['output']>;
  latencyMsP95: Maybe<Scalars['Float']['output']>;
  /** 0 to 100; null when nothing was checked. */
  uptimePercent: Maybe<Scalars['Float']['output']>;
  window: HealthWindow;
};

export type HealthSummary = {
  __typename?: 'HealthSummary';
  checking: Scalars['Int']['output'];
  degraded: Scalars['Int']['output'];
  disabled: Scalars['Int']['output'];
  healthy: Scalars['Int']['output'];
  stale: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
  unhealthy: Scalars['Int']['output'];
  unknown: Scalars['Int']['output'];
};

export type { HealthWindow };

export type ImageBlob = {
  __typename?: 'ImageBlob';
  digest: Scalars['String']['output'];
  mediaType: Scalars['String']['output'];
  sizeBytes: Scalars['Float']['output'];
};

export type { ImageKind };

export type ImagePlatform = {
  __typename?: 'ImagePlatform';
  digest: Scalars['String']['output'];
  /** A statement about another entry, such as its provenance, and nothing that can be run. */
  isAttestation: Scalars['Boolean']['output'];
  mediaType: Scalars['String']['output'];
  /** Such as linux/arm64/v8. */
  platform: Maybe<Scalars['String']['output']>;
  sizeBytes: Maybe<Scalars['Float']['output']>;
};

export type InboundContent = {
  __typename?: 'InboundContent';
  /** The body as base64; null when it is longer than a mebibyte. REST gives every body as it came. */
  base64: Maybe<Scalars['String']['output']>;
  /** Values of headers that hold a secret are not kept. */
  headers: Array<InboundHeader>;
  method: Scalars['String']['output'];
  query: Scalars['String']['output'];
  /** The body as text; null when its bytes are none, or when it is longer than a mebibyte. */
  text: Maybe<Scalars['String']['output']>;
  /** Of a refused delivery only the beginning is kept. */
  truncated: Scalars['Boolean']['output'];
};

/** One webhook that a provider sent. */
export type InboundDelivery = {
  __typename?: 'InboundDelivery';
  bodyBytes: Scalars['Int']['output'];
  /** The request, with its headers and its body. */
  content: InboundContent;
  /** The provider's own id. */
  deliveryId: Maybe<Scalars['String']['output']>;
  hookId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
  /** Null when it was deleted. */
  integration: Maybe<Integration>;
  integrationId: Scalars['ID']['output'];
  processedAt: Maybe<Scalars['DateTime']['output']>;
  projectId: Scalars['ID']['output'];
  /** Why it was refused or failed, in a word: unsigned, malformed, mismatch, stale, wrong_algorithm, no_secret, … */
  reason: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  /** It was fetched from the provider after it had missed the hub. */
  recovered: Scalars['Boolean']['output'];
  /** How often it was told of again. */
  replays: Scalars['Int']['output'];
  /** What proved it; `waived` when nothing did and that was allowed. */
  scheme: Maybe<Scalars['String']['output']>;
  secretVersion: Maybe<Scalars['Int']['output']>;
  state: InboundState;
  /** What it is called here, such as `github.pull_request.merged`. */
  topic: Maybe<Scalars['String']['output']>;
  /** What the provider calls it. */
  type: Maybe<Scalars['String']['output']>;
  /** Something proved who sent it. */
  verified: Scalars['Boolean']['output'];
};

export type InboundDeliveryConnection = {
  __typename?: 'InboundDeliveryConnection';
  edges: Array<InboundDeliveryEdge>;
  pageInfo: PageInfo;
};

export type InboundDeliveryEdge = {
  __typename?: 'InboundDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: InboundDelivery;
};

export type InboundDeliveryFilter = {
  /** The provider's own id. */
  deliveryId?: InputMaybe<Scalars['String']['input']>;
  hook?: InputMaybe<Scalars['ID']['input']>;
  /** Id or slug. */
  integration?: InputMaybe<Scalars['ID']['input']>;
  recovered?: InputMaybe<Scalars['Boolean']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  state?: InputMaybe<InboundState>;
  /** A topic, or a pattern: `github.pull_request.*`. */
  topic?: InputMaybe<Scalars['String']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type InboundHeader = {
  __typename?: 'InboundHeader';
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type InboundHook = {
  __typename?: 'InboundHook';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  enabled: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  integration: Maybe<Integration>;
  integrationId: Scalars['ID']['output'];
  /** The proof is weak, or missing; `weakness` says why. */
  isWeak: Scalars['Boolean']['output'];
  kind: InboundHookKind;
  lastReceivedAt: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  projectId: Scalars['ID']['output'];
  /** What the provider has of it; null when the hub did not register it. */
  registration: Maybe<InboundRegistration>;
  /** Of the kind APP: what a body has to say; null for every one. */
  route: Maybe<Scalars['String']['output']>;
  /** Names of the schemes that can prove a delivery, in their order. */
  schemes: Array<Scalars['String']['output']>;
  /** Secrets that are valid now, the newest first; never their values. */
  secrets: Array<InboundSecretInfo>;
  waiver: Maybe<InboundWaiver>;
  weakness: Maybe<Scalars['String']['output']>;
};

export type InboundHookConnection = {
  __typename?: 'InboundHookConnection';
  edges: Array<InboundHookEdge>;
  pageInfo: PageInfo;
};

export type InboundHookEdge = {
  __typename?: 'InboundHookEdge';
  cursor: Scalars['String']['output'];
  node: InboundHook;
};

export type { InboundHookKind };

export type InboundHookPayload = {
  __typename?: 'InboundHookPayload';
  hook: InboundHook;
};

export type { InboundProviderState };

export type InboundRecovery = {
  __typename?: 'InboundRecovery';
  /** Deliveries that the provider kept and the hub had not seen. */
  found: Scalars['Int']['output'];
  preview: Scalars['Boolean']['output'];
  /** How many of them the hub has now. */
  recovered: Scalars['Int']['output'];
  since: Scalars['DateTime']['output'];
};

export type InboundRegistration = {
  __typename?: 'InboundRegistration';
  checkedAt: Maybe<Scalars['DateTime']['output']>;
  events: Array<Scalars['String']['output']>;
  message: Maybe<Scalars['String']['output']>;
  providerHookId: Scalars['String']['output'];
  /** Missed deliveries were looked for up to here. */
  recoveredUntil: Maybe<Scalars['DateTime']['output']>;
  state: InboundProviderState;
  /** The repository or project. */
  target: Scalars['String']['output'];
};

export type InboundReplay = {
  __typename?: 'InboundReplay';
  count: Scalars['Int']['output'];
  /** The first 200 of them. */
  deliveryIds: Array<Scalars['ID']['output']>;
  preview: Scalars['Boolean']['output'];
};

export type InboundSecretInfo = {
  __typename?: 'InboundSecretInfo';
  createdAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

export type { InboundState };

/** Deliveries that nothing proves are accepted: since when, by whom, and why. */
export type InboundWaiver = {
  __typename?: 'InboundWaiver';
  at: Scalars['DateTime']['output'];
  by: Scalars['String']['output'];
  reason: Scalars['String']['output'];
};

export type Integration = {
  __typename?: 'Integration';
  callPolicy: CallPolicy;
  checkedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its breaker: whether calls go out, since when, and why not. */
  circuit: Circuit;
  /** Public settings; secrets are never in here. */
  config: Scalars['JSONObject']['output'];
  connectorVersion: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** When the vendor says the credential ends. */
  credentialExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** When the stored secret was last replaced. */
  credentialStoredAt: Maybe<Scalars['DateTime']['output']>;
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  doctorSchedule: DoctorSchedule;
  enabled: Scalars['Boolean']['output'];
  environment: Maybe<Environment>;
  failingProbe: Maybe<ProbeName>;
  failureClass: Maybe<FailureClass>;
  health: Health;
  /** What the last check said, in one sentence. */
  healthMessage: Maybe<Scalars['String']['output']>;
  /** Since when the verdict holds. */
  healthSince: Maybe<Scalars['DateTime']['output']>;
  /** The last checks, oldest first. */
  history: Array<Check>;
  id: Scalars['ID']['output'];
  identity: Maybe<Scalars['String']['output']>;
  instance: Scalars['String']['output'];
  integrationType: IntegrationType;
  /** Seconds between checks. */
  intervalSeconds: Scalars['Int']['output'];
  labels: Array<Label>;
  /** The doctor's last report; null when it never came. */
  lastExamination: Maybe<Examination>;
  latencyMs: Maybe<Scalars['Float']['output']>;
  method: Scalars['String']['output'];
  name: Scalars['String']['output'];
  nextCheckAt: Maybe<Scalars['DateTime']['output']>;
  /** What can be done through it, where it lives and with how it signs in. */
  operations: Array<IntegrationTypeOperation>;
  owner: Maybe<Scalars['String']['output']>;
  /** The profile it was started from, while there is that profile. */
  profile: Maybe<ConnectionProfile>;
  project: Project;
  quotas: Array<Quota>;
  remedy: Maybe<Scalars['String']['output']>;
  serviceVersion: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  /** When the state turns stale if no further check comes. */
  staleAt: Maybe<Scalars['DateTime']['output']>;
  stats: HealthStats;
  /** Names of the secret fields that are stored; empty when the secret has to be entered again. */
  storedSecrets: Array<Scalars['String']['output']>;
  /** The connector's id, such as registry.oci. */
  type: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** For optimistic concurrency: send it back with a change. */
  version: Scalars['Int']['output'];
};


export type IntegrationHistoryArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type IntegrationStatsArgs = {
  window?: HealthWindow;
};

export type IntegrationConnection = {
  __typename?: 'IntegrationConnection';
  edges: Array<IntegrationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type IntegrationEdge = {
  __typename?: 'IntegrationEdge';
  cursor: Scalars['String']['output'];
  node: Integration;
};

export type IntegrationFilter = {
  /** Deleted ones that can still be restored, instead of the living. */
  deleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id or slug; an empty text: those without one. */
  environment?: InputMaybe<Scalars['String']['input']>;
  /** Such as scm or registry. */
  families?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All have to fit. */
  labels?: InputMaybe<Array<LabelInput>>;
  /** In any case of letters; an empty text: those without one. */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug. */
  project?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<Health>>;
  /** Part of the name or the slug. */
  text?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Those of a list that agree in one thing. */
export type IntegrationGroup = {
  __typename?: 'IntegrationGroup';
  counts: HealthSummary;
  /** What the filter for just these is given: a type, a state, an owner, the slug of a project or an environment. Null: those without one. */
  key: Maybe<Scalars['String']['output']>;
  /** For people. */
  title: Maybe<Scalars['String']['output']>;
  worst: Health;
};

export type { IntegrationGrouping };

export type { IntegrationOrder };

export type IntegrationStatusChange = {
  __typename?: 'IntegrationStatusChange';
  checkedAt: Scalars['DateTime']['output'];
  eventId: Scalars['ID']['output'];
  failingProbe: Maybe<ProbeName>;
  failureClass: Maybe<FailureClass>;
  from: Health;
  /** As it stands now; null when it was deleted since. */
  integration: Maybe<Integration>;
  integrationId: Scalars['ID']['output'];
  latencyMs: Maybe<Scalars['Float']['output']>;
  message: Scalars['String']['output'];
  remedy: Maybe<Scalars['String']['output']>;
  /** Send the last one seen as `after` to resume. */
  sequence: Scalars['String']['output'];
  slug: Scalars['String']['output'];
  to: Health;
};

export type IntegrationSuggestion = {
  __typename?: 'IntegrationSuggestion';
  /** The settings last used for this type, or null when there are none. Never secrets. */
  lastUsed: Maybe<LastUsedSettings>;
  name: Scalars['String']['output'];
  slug: Scalars['String']['output'];
};

/** A connector: code for a vendor, as the catalog shows it. */
export type IntegrationType = {
  __typename?: 'IntegrationType';
  /** Other names the CLI takes, such as docker-hub. */
  aliases: Array<Scalars['String']['output']>;
  capabilities: Array<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  /** What can be listed of a connected service, such as repositories. */
  discoveryLists: Array<DiscoveryList>;
  /** The vendor's own pages. */
  docs: IntegrationTypeDocs;
  /** Such as scm or registry; the first is its category. */
  families: Array<Scalars['String']['output']>;
  /** A drawing of an icon set, such as simple-icons:docker. */
  icon: Maybe<Scalars['String']['output']>;
  /** Such as registry.oci. */
  id: Scalars['ID']['output'];
  instances: Array<IntegrationTypeInstance>;
  /** How many integrations of this type you can read. */
  integrationCount: Scalars['Int']['output'];
  maturity: ConnectorMaturity;
  methods: Array<IntegrationTypeMethod>;
  name: Scalars['String']['output'];
  neededScopes: Array<NeededScopes>;
  operations: Array<IntegrationTypeOperation>;
  /** What a check asks the vendor, in the order it is asked. */
  probes: Array<IntegrationTypeProbe>;
  quotaPools: Array<QuotaPool>;
  /** What to do about each failure. */
  remedies: Array<IntegrationTypeRemedy>;
  version: Scalars['String']['output'];
  /** Versions of the service that work, such as >=15.0; null when any does or it is not told. */
  versionRange: Maybe<Scalars['String']['output']>;
  /** Null when the service sends no webhooks the hub can verify. */
  webhooks: Maybe<IntegrationTypeWebhooks>;
};

export type IntegrationTypeDocs = {
  __typename?: 'IntegrationTypeDocs';
  scopes: Maybe<Scalars['String']['output']>;
  setup: Maybe<Scalars['String']['output']>;
  troubleshooting: Maybe<Scalars['String']['output']>;
};

/** Where a service of this type can live. */
export type IntegrationTypeInstance = {
  __typename?: 'IntegrationTypeInstance';
  /** Other names the CLI takes for type and place. */
  aliases: Array<Scalars['String']['output']>;
  /** Template, such as https://{host}/api/v4. */
  baseUrl: Scalars['String']['output'];
  /** JSON Schema of `config` for this instance. */
  configSchema: Scalars['JSONObject']['output'];
  description: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** The methods that fit this instance, the recommended first. */
  methodIds: Array<Scalars['ID']['output']>;
  /** What its slugs start with: `docker-hub` makes docker-hub-1. */
  slugStem: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

/** How the hub signs in. */
export type IntegrationTypeMethod = {
  __typename?: 'IntegrationTypeMethod';
  /** JSON Schema of the public fields this method adds to `config`, such as a user name. */
  configSchema: Scalars['JSONObject']['output'];
  help: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  /** Rights the credential needs, in the vendor's words. */
  scopes: Array<Scalars['String']['output']>;
  /** JSON Schema of `secrets` for this method; a field that is secret has `writeOnly: true`. */
  secretsSchema: Scalars['JSONObject']['output'];
  title: Scalars['String']['output'];
};

export type IntegrationTypeOperation = {
  __typename?: 'IntegrationTypeOperation';
  description: Maybe<Scalars['String']['output']>;
  effect: OperationEffect;
  id: Scalars['ID']['output'];
  /** JSON Schema of its input; also what refuses an input that does not fit. */
  inputSchema: Scalars['JSONObject']['output'];
  /** Its answer is `items` with these outputs each, and `hasMore`. */
  isList: Scalars['Boolean']['output'];
  /** Scopes or permissions it needs, in the vendor's words. */
  needs: Array<Scalars['String']['output']>;
  /** Names of what it answers. */
  outputs: Array<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

export type IntegrationTypeProbe = {
  __typename?: 'IntegrationTypeProbe';
  /** Method and path below the base URL; null when it asks nothing of its own. */
  asks: Maybe<Scalars['String']['output']>;
  name: ProbeName;
  /** What a pass means. */
  proves: Scalars['String']['output'];
};

export type IntegrationTypeRemedy = {
  __typename?: 'IntegrationTypeRemedy';
  /** What the service answers, such as status 401. */
  failure: Scalars['String']['output'];
  remedy: Scalars['String']['output'];
};

export type IntegrationTypeWebhooks = {
  __typename?: 'IntegrationTypeWebhooks';
  /** How a delivery proves that the vendor sent it. */
  schemes: Array<Scalars['String']['output']>;
  /** What the deliveries become here. */
  topics: Array<Scalars['String']['output']>;
};

/** Somebody who was asked to join and has not yet. */
export type Invitation = {
  __typename?: 'Invitation';
  createdAt: Scalars['DateTime']['output'];
  email: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  invitedBy: Scalars['String']['output'];
  /** Null: the whole tenant. */
  project: Maybe<Project>;
  role: Role;
};

export type InvitationOffer = {
  __typename?: 'InvitationOffer';
  /** The address the invitation is for. */
  email: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  /** Somebody with this address has an account here: they have to sign in before they accept. */
  hasAccount: Scalars['Boolean']['output'];
  invitedBy: Scalars['String']['output'];
  /** Null: the whole tenant. */
  projectName: Maybe<Scalars['String']['output']>;
  role: Role;
  tenantName: Scalars['String']['output'];
  tenantSlug: Scalars['String']['output'];
};

/** A hook with what is shown once. */
export type IssuedInboundHook = {
  __typename?: 'IssuedInboundHook';
  hook: InboundHook;
  /** What the provider signs with; null where there is nothing to give it. */
  secret: Maybe<Scalars['String']['output']>;
  /** Where the provider sends its webhooks. Whoever knows it can try to send here: keep it like a secret. */
  url: Scalars['String']['output'];
};

export type Label = {
  __typename?: 'Label';
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type LabelInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type LastUsedSettings = {
  __typename?: 'LastUsedSettings';
  /** How calls are made, as far as it differs from the usual. */
  callPolicy: Scalars['JSONObject']['output'];
  config: Scalars['JSONObject']['output'];
  fromSlug: Scalars['String']['output'];
  instance: Scalars['String']['output'];
  intervalSeconds: Scalars['Int']['output'];
  method: Scalars['String']['output'];
  usedAt: Scalars['DateTime']['output'];
};

export type LeaveTenantPayload = {
  __typename?: 'LeaveTenantPayload';
  tenantId: Scalars['ID']['output'];
};

export type { Level };

/** A provider's account that signs you in. */
export type LinkedAccount = {
  __typename?: 'LinkedAccount';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** What the provider calls you, such as a login or an e-mail address; null when it was never told. */
  label: Maybe<Scalars['String']['output']>;
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** github, google or oidc. */
  provider: Scalars['String']['output'];
};

export type Manifest = {
  __typename?: 'Manifest';
  annotations: Scalars['JSONObject']['output'];
  artifactType: Maybe<Scalars['String']['output']>;
  config: Maybe<ImageBlob>;
  digest: Scalars['String']['output'];
  fetchedAt: Scalars['DateTime']['output'];
  isCached: Scalars['Boolean']['output'];
  kind: ImageKind;
  layers: Array<ImageBlob>;
  /** Of the manifest itself. */
  manifestBytes: Scalars['Int']['output'];
  mediaType: Scalars['String']['output'];
  platforms: Array<ManifestPlatform>;
  repository: Scalars['String']['output'];
  /** Of configuration and layers; null for an index. */
  sizeBytes: Maybe<Scalars['Float']['output']>;
  /** The text as the registry serves it; the digest is of these bytes. */
  text: Scalars['String']['output'];
};

export type ManifestPlatform = {
  __typename?: 'ManifestPlatform';
  digest: Scalars['String']['output'];
  isAttestation: Scalars['Boolean']['output'];
  mediaType: Scalars['String']['output'];
  platform: Maybe<Scalars['String']['output']>;
};

export type ManifestResult = {
  __typename?: 'ManifestResult';
  failure: Maybe<ResourceFailure>;
  /** Null when there is a failure. */
  manifest: Maybe<Manifest>;
};

export type Member = {
  __typename?: 'Member';
  bindings: Array<RoleBinding>;
  email: Scalars['String']['output'];
  /** The user's id. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type { MetricsGrouping };

export type { MetricsStep };

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Joins the tenant an invitation is for. Who has an account signs in first and accepts as themselves; for a new
   * address the link makes the account and answers a one-time sign-in token.
   */
  acceptInvitation: AcceptInvitationPayload;
  /** Gives somebody a role in the tenant, or in one project of it. They sign in with this e-mail address. */
  addMember: AddMemberPayload;
  /** Lets the run go on. */
  approveRun: ApproveRunPayload;
  changeMemberRole: ChangeMemberRolePayload;
  /** Looks how the provider has the hook: whether it was switched off there, or removed, or its deliveries fail. */
  checkInboundHook: InboundHookPayload;
  /**
   * Uses the one-time set-up link: makes the instance admin, the first tenant and its owner.
   * Answers a one-time sign-in token for the new account.
   */
  completeSetup: CompleteSetupPayload;
  /** Says that a task was completed, started or not. Where it already is, nothing changes. */
  completeTask: CompleteTaskPayload;
  /** Tests, then saves, with the secrets sealed. All of it or nothing. */
  connectIntegration: ConnectIntegrationPayload;
  /** Makes an API key. Its secret is in this answer and nowhere else. */
  createApiKey: CreateApiKeyPayload;
  /** You need what its steps need, in its project. */
  createAutomation: CreateAutomationPayload;
  /** Saves settings under a name: given ones, those of an integration, or a copy of another profile. Secrets are refused. */
  createConnectionProfile: CreateConnectionProfilePayload;
  /** Adds an environment after the others. */
  createEnvironment: CreateEnvironmentPayload;
  /** Makes a hook for the webhooks of an integration's provider. Its address and its secret are told here, once. */
  createInboundHook: IssuedInboundHook;
  /** Makes a link with which one person joins. The link is in this answer, in a mail when a mail server is set, and nowhere else. */
  createInvitation: CreateInvitationPayload;
  createProject: CreateProjectPayload;
  createTask: CreateTaskPayload;
  /** Makes a tenant with its default project and the environments dev, staging and prod. Instance admin only. */
  createTenant: CreateTenantPayload;
  /** Tells an address of events from now on. The answer has the secret that signs its deliveries, this once. */
  createWebhookEndpoint: CreateWebhookEndpointPayload;
  /** With its runs. */
  deleteAutomation: DeleteAutomationPayload;
  /** Deletes a profile. Integrations that were started from it stay, and name it no more. */
  deleteConnectionProfile: DeleteConnectionProfilePayload;
  /** Refused while integrations are in it. */
  deleteEnvironment: DeleteEnvironmentPayload;
  /** Deletes a hook: its address is dead and its secrets are destroyed. What came through it stays until it is too old. */
  deleteInboundHook: InboundHookPayload;
  /** Destroys the secret at once unless another integration uses it; the rest can be restored for 7 days. */
  deleteIntegration: DeleteIntegrationPayload;
  /** Refused while it holds integrations, and for the default project. Roles and keys bound to it end with it. */
  deleteProject: DeleteProjectPayload;
  /** Deletes an endpoint. What was not delivered to it yet is not delivered any more. */
  deleteWebhookEndpoint: DeleteWebhookEndpointPayload;
  /** Runs that began come to their end. */
  disableAutomation: DisableAutomationPayload;
  disableIntegration: DisableIntegrationPayload;
  /** Switches an endpoint off: events from now on are not for it, and what waits for it waits. */
  disableWebhookEndpoint: DisableWebhookEndpointPayload;
  /** A paused one, too. What happened meanwhile is not made up for. */
  enableAutomation: EnableAutomationPayload;
  enableIntegration: EnableIntegrationPayload;
  /** Switches an endpoint on: what waits for it is sent. Whoever does it answers for it from now on. */
  enableWebhookEndpoint: EnableWebhookEndpointPayload;
  /** Up to 100 calls over one or many integrations, answered in their order; one that fails is an answer like any other. */
  executeBatch: ExecuteBatchPayload;
  /** Calls a service through an integration, with its credential. That the service fails is an outcome, not an error. */
  executeCall: ExecuteCallPayload;
  /** Says that a task failed, started or not. Where it already is, nothing changes. */
  failTask: FailTaskPayload;
  /** Opens an address range to one tenant. Instance admin only; metadata addresses stay shut. */
  grantEgress: GrantEgressPayload;
  /** Gives up every role you hold in this tenant. */
  leaveTenant: LeaveTenantPayload;
  /** Does nothing and answers true; lets a client prove that its mutations are accepted. */
  ping: Scalars['Boolean']['output'];
  /** Reach and latency without using the credential. */
  pingIntegration: PingIntegrationPayload;
  /**
   * Publishes events, all of them in their order or none: your own under `custom.`, such as custom.build.finished, and what
   * outside systems report under task.*, vm.* and deployment.*. Needs events:publish.
   */
  publishEvents: PublishEventsPayload;
  /** Fetches deliveries from the provider that the hub has not seen. With `preview` it only says how many. */
  recoverInboundDeliveries: InboundRecovery;
  /** Makes the hook known to the provider, or tells it the current address, secret and events. */
  registerInboundHook: InboundHookPayload;
  /** The run fails. */
  rejectRun: RejectRunPayload;
  /** Takes every role in the tenant away and ends what the member has open there. */
  removeMember: RemoveMemberPayload;
  /** Takes one role away: the one for the whole tenant, or the one in a project. */
  removeMemberRole: RemoveMemberRolePayload;
  /** Tells again of deliveries: one, many, or all since a time. With `preview` it only says how many. */
  replayInboundDeliveries: InboundReplay;
  /** Sends deliveries again: the failed ones that fit the filter, or those of the states it names. */
  replayWebhookDeliveries: ReplayWebhookDeliveriesPayload;
  /** Sends one delivery again, with the same webhook-id. One that is being sent right now stays as it is. */
  replayWebhookDelivery: ReplayWebhookDeliveryPayload;
  /** Closes the breaker of an integration by hand, so that its next calls go out. */
  resetCircuit: ResetCircuitPayload;
  restoreIntegration: RestoreIntegrationPayload;
  /** Ends a key: HTTP within a second, open sockets within five. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Closes it again, from the next call on. */
  revokeEgress: RevokeEgressPayload;
  /** Ends an invitation: its link is worth nothing any more. */
  revokeInvitation: RevokeInvitationPayload;
  /** Ends all your sessions but the one that asks. */
  revokeOtherSessions: RevokeOtherSessionsPayload;
  /** Ends one of your own sessions. */
  revokeSession: RevokeSessionPayload;
  /**
   * Gives a key a new secret with the same rights. The old secret goes on working for the overlap, so that whoever uses
   * it can be moved over without a gap.
   */
  rotateApiKey: RotateApiKeyPayload;
  /** Gives a hook a new secret. The one before is valid until the first webhook that is signed with the new one. */
  rotateInboundHookSecret: IssuedInboundHook;
  /** Gives an endpoint a new secret, which is only in this answer. The one before signs, too, until the overlap is over. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Examines an integration and answers the whole report. Who wants each check as it ends subscribes to `doctor`. */
  runDoctor: RunDoctorPayload;
  /**
   * Does an operation of the integration's connector. That the service refuses it is an outcome, not an error. One that
   * destroys something is done only with `confirm: true`.
   */
  runOperation: RunOperationPayload;
  /** Says how calls through an integration are made. What is not said is as usual again. */
  setCallPolicy: SetCallPolicyPayload;
  /** Makes a profile the one its type starts from; the one that was is no more. */
  setDefaultConnectionProfile: SetDefaultConnectionProfilePayload;
  /** Says how often the doctor comes to an integration by itself. */
  setDoctorSchedule: SetDoctorSchedulePayload;
  /** Leaves out everything that waits for an endpoint. */
  skipWebhookDeliveries: SkipWebhookDeliveriesPayload;
  /** Says that work on a task began. */
  startTask: StartTaskPayload;
  /** Checks a saved integration now. A service that fails is an answer, not an error. */
  testIntegration: TestIntegrationPayload;
  /** Runs the probes on settings that are not saved. Nothing is kept. */
  testIntegrationDraft: TestIntegrationDraftPayload;
  /** Sends the endpoint, and nobody else, an event that says it is a test. */
  testWebhookEndpoint: TestWebhookEndpointPayload;
  /** Takes a provider's account off your profile: it cannot sign you in any more. */
  unlinkAccount: UnlinkAccountPayload;
  /** Removes the hook at the provider. */
  unregisterInboundHook: InboundHookPayload;
  /** Another definition is a new version, which acts with your rights. Runs that began go on with theirs. */
  updateAutomation: UpdateAutomationPayload;
  /** Changes a profile. Integrations that were started from it stay as they are. */
  updateConnectionProfile: UpdateConnectionProfilePayload;
  updateEnvironment: UpdateEnvironmentPayload;
  /** Renames a hook, or switches it on or off. */
  updateInboundHook: InboundHookPayload;
  /** Changes settings, name or secrets. A changed host drops the stored secret unless a new one comes with it. */
  updateIntegration: UpdateIntegrationPayload;
  /** Changes what you are called. */
  updateProfile: UpdateProfilePayload;
  updateProject: UpdateProjectPayload;
  /** Renames the tenant of this request. A new slug changes every address of its screens. */
  updateTenant: UpdateTenantPayload;
  /** Changes an endpoint; whoever does it answers for it from now on. Another host gets another secret. */
  updateWebhookEndpoint: UpdateWebhookEndpointPayload;
  /** Lets a hook take webhooks that nothing proves, or ends that. For administrators; the reason stays visible. */
  waiveInboundVerification: InboundHookPayload;
};


export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


export type MutationAddMemberArgs = {
  input: AddMemberInput;
};


export type MutationApproveRunArgs = {
  input: ApproveRunInput;
};


export type MutationChangeMemberRoleArgs = {
  input: ChangeMemberRoleInput;
};


export type MutationCheckInboundHookArgs = {
  input: CheckInboundHookInput;
};


export type MutationCompleteSetupArgs = {
  input: CompleteSetupInput;
};


export type MutationCompleteTaskArgs = {
  input: CompleteTaskInput;
};


export type MutationConnectIntegrationArgs = {
  input: ConnectIntegrationInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateAutomationArgs = {
  input: CreateAutomationInput;
};


export type MutationCreateConnectionProfileArgs = {
  input: CreateConnectionProfileInput;
};


export type MutationCreateEnvironmentArgs = {
  input: CreateEnvironmentInput;
};


export type MutationCreateInboundHookArgs = {
  input: CreateInboundHookInput;
};


export type MutationCreateInvitationArgs = {
  input: CreateInvitationInput;
};


export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


export type MutationCreateTaskArgs = {
  input: CreateTaskInput;
};


export type MutationCreateTenantArgs = {
  input: CreateTenantInput;
};


export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


export type MutationDeleteAutomationArgs = {
  input: DeleteAutomationInput;
};


export type MutationDeleteConnectionProfileArgs = {
  input: DeleteConnectionProfileInput;
};


export type MutationDeleteEnvironmentArgs = {
  input: DeleteEnvironmentInput;
};


export type MutationDeleteInboundHookArgs = {
  input: DeleteInboundHookInput;
};


export type MutationDeleteIntegrationArgs = {
  input: DeleteIntegrationInput;
};


export type MutationDeleteProjectArgs = {
  input: DeleteProjectInput;
};


export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


export type MutationDisableAutomationArgs = {
  input: DisableAutomationInput;
};


export type MutationDisableIntegrationArgs = {
  input: DisableIntegrationInput;
};


export type MutationDisableWebhookEndpointArgs = {
  input: DisableWebhookEndpointInput;
};


export type MutationEnableAutomationArgs = {
  input: EnableAutomationInput;
};


export type MutationEnableIntegrationArgs = {
  input: EnableIntegrationInput;
};


export type MutationEnableWebhookEndpointArgs = {
  input: EnableWebhookEndpointInput;
};


export type MutationExecuteBatchArgs = {
  input: ExecuteBatchInput;
};


export type MutationExecuteCallArgs = {
  input: ExecuteCallInput;
};


export type MutationFailTaskArgs = {
  input: FailTaskInput;
};


export type MutationGrantEgressArgs = {
  input: GrantEgressInput;
};


export type MutationPingIntegrationArgs = {
  input: PingIntegrationInput;
};


export type MutationPublishEventsArgs = {
  input: PublishEventsInput;
};


export type MutationRecoverInboundDeliveriesArgs = {
  input: RecoverInboundDeliveriesInput;
};


export type MutationRegisterInboundHookArgs = {
  input: RegisterInboundHookInput;
};


export type MutationRejectRunArgs = {
  input: RejectRunInput;
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationRemoveMemberRoleArgs = {
  input: RemoveMemberRoleInput;
};


export type MutationReplayInboundDeliveriesArgs = {
  input: ReplayInboundDeliveriesInput;
};


export type MutationReplayWebhookDeliveriesArgs = {
  input: ReplayWebhookDeliveriesInput;
};


export type MutationReplayWebhookDeliveryArgs = {
  input: ReplayWebhookDeliveryInput;
};


export type MutationResetCircuitArgs = {
  input: ResetCircuitInput;
};


export type MutationRestoreIntegrationArgs = {
  input: RestoreIntegrationInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationRevokeEgressArgs = {
  input: RevokeEgressInput;
};


export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationRotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationRotateInboundHookSecretArgs = {
  input: RotateInboundHookSecretInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationRunDoctorArgs = {
  input: RunDoctorInput;
};


export type MutationRunOperationArgs = {
  input: RunOperationInput;
};


export type MutationSetCallPolicyArgs = {
  input: SetCallPolicyInput;
};


export type MutationSetDefaultConnectionProfileArgs = {
  input: SetDefaultConnectionProfileInput;
};


export type MutationSetDoctorScheduleArgs = {
  input: SetDoctorScheduleInput;
};


export type MutationSkipWebhookDeliveriesArgs = {
  input: SkipWebhookDeliveriesInput;
};


export type MutationStartTaskArgs = {
  input: StartTaskInput;
};


export type MutationTestIntegrationArgs = {
  input: TestIntegrationInput;
};


export type MutationTestIntegrationDraftArgs = {
  input: TestIntegrationDraftInput;
};


export type MutationTestWebhookEndpointArgs = {
  input: TestWebhookEndpointInput;
};


export type MutationUnlinkAccountArgs = {
  input: UnlinkAccountInput;
};


export type MutationUnregisterInboundHookArgs = {
  input: UnregisterInboundHookInput;
};


export type MutationUpdateAutomationArgs = {
  input: UpdateAutomationInput;
};


export type MutationUpdateConnectionProfileArgs = {
  input: UpdateConnectionProfileInput;
};


export type MutationUpdateEnvironmentArgs = {
  input: UpdateEnvironmentInput;
};


export type MutationUpdateInboundHookArgs = {
  input: UpdateInboundHookInput;
};


export type MutationUpdateIntegrationArgs = {
  input: UpdateIntegrationInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationUpdateProjectArgs = {
  input: UpdateProjectInput;
};


export type MutationUpdateTenantArgs = {
  input: UpdateTenantInput;
};


export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


export type MutationWaiveInboundVerificationArgs = {
  input: WaiveInboundVerificationInput;
};

/** Rights the credential needs, in the vendor's words. */
export type NeededScopes = {
  __typename?: 'NeededScopes';
  /** Null: for everything. */
  capability: Maybe<Scalars['String']['output']>;
  scopes: Array<Scalars['String']['output']>;
};

export type { OperationEffect };

/** One doing of an operation. */
export type OperationRun = {
  __typename?: 'OperationRun';
  /** How many requests went out, second tries included. */
  attempts: Scalars['Int']['output'];
  /** The calls it was made of, in their order. */
  callIds: Array<Scalars['ID']['output']>;
  durationMs: Scalars['Float']['output'];
  effect: OperationEffect;
  failure: Maybe<CallFailure>;
  /** Ties these calls in the log; null when there were none. */
  groupId: Maybe<Scalars['ID']['output']>;
  /** The one that was used: another one when a fallback answered. */
  integrationId: Scalars['ID']['output'];
  operation: Scalars['ID']['output'];
  outcome: CallOutcome;
  /** What it answered, under the names its outputs say; null when it failed. */
  output: Maybe<Scalars['JSONObject']['output']>;
  /** Answered as an earlier one with the same idempotency key was. */
  replayed: Scalars['Boolean']['output'];
  startedAt: Scalars['DateTime']['output'];
  /** The part of the duration that was spent waiting. */
  waitMs: Scalars['Float']['output'];
};

export type { Outcome };

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type PingIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type PingIntegrationPayload = {
  __typename?: 'PingIntegrationPayload';
  latencyMs: Maybe<Scalars['Float']['output']>;
  message: Scalars['String']['output'];
  reachable: Scalars['Boolean']['output'];
  remedy: Maybe<Scalars['String']['output']>;
};

export type { ProbeName };

export type ProbeResult = {
  __typename?: 'ProbeResult';
  durationMs: Scalars['Float']['output'];
  evidence: Scalars['JSONObject']['output'];
  failureClass: Maybe<FailureClass>;
  message: Scalars['String']['output'];
  name: ProbeName;
  remedy: Maybe<Scalars['String']['output']>;
  status: ProbeStatus;
};

export type { ProbeStatus };

export type Project = {
  __typename?: 'Project';
  id: Scalars['ID']['output'];
  /** How many integrations it holds, deleted ones that can be restored not counted. */
  integrationCount: Scalars['Int']['output'];
  /** Where an integration goes when no project is named. */
  isDefault: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  slug: Scalars['String']['output'];
};

export type PublishEventsInput = {
  /** 1 to 100. */
  events: Array<EventToPublish>;
  /** A repeated request with the same key publishes nothing, and is answered with the ids of before. Kept 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type PublishEventsPayload = {
  __typename?: 'PublishEventsPayload';
  /** In the order of the events. */
  ids: Array<Scalars['ID']['output']>;
  /** Whether an earlier request with the same key published them. */
  isRepeated: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** What happened, the newest first. */
  activity: ActivityConnection;
  /** The API keys of the tenant, the newest first. No key's secret can be read again. */
  apiKeys: Array<ApiKey>;
  /** What automations ask people, the newest first. */
  approvals: ApprovalConnection;
  /** By id or by name. */
  automation: Automation;
  /** Automations that many want, ready to be created. */
  automationRecipes: Array<AutomationRecipe>;
  automationRun: AutomationRun;
  /** Runs, the newest first; of one automation, or of all you may read. */
  automationRuns: AutomationRunConnection;
  /** Automations, the newest first. Those of the projects you may read. */
  automations: AutomationConnection;
  /** One call with each of its attempts. */
  call: Call;
  /** How calls went: series, totals, parts, and who called most. */
  callMetrics: CallMetrics;
  /** Calls that were made through integrations you may read, the newest first. */
  calls: CallConnection;
  /** By id, bare UUID or name in any case of letters. */
  connectionProfile: ConnectionProfile;
  /** Settings to start integrations from, by name. Needs integrations:read for the tenant, or the right to connect in a project. */
  connectionProfiles: ConnectionProfileConnection;
  /** Repositories, branches, tags, jobs, channels: what the service has, remembered for ten minutes. Trouble with the service is told in `failure`, beside what came before it. */
  discoverResources: ResourceConnection;
  /**
   * What an automation would do for the last events that fit its trigger and that you may see, the newest first. Nothing is
   * done. Of a saved one, or of a definition that is given; given both, the definition stands in for the saved one.
   */
  dryRunAutomation: Array<AutomationDryRun>;
  /** Address ranges opened to a tenant. Instance admin only. */
  egressGrants: Array<EgressGrant>;
  /** Every type of event the hub can tell. */
  eventTypes: Array<EventTypeInfo>;
  /** One report of the doctor. */
  examination: Examination;
  /** The last reports of an integration, the newest first; at most 100 are kept. */
  examinations: Array<Examination>;
  /** How many integrations are in which state; the same filters as `integrations`. */
  healthSummary: HealthSummary;
  /** What came in, the newest first; what was refused is among it. */
  inboundDeliveries: InboundDeliveryConnection;
  /** One delivery with its headers and its body. */
  inboundDelivery: InboundDelivery;
  inboundHook: InboundHook;
  /** Hooks of the integrations whose webhooks you may see, the oldest first. */
  inboundHooks: InboundHookConnection;
  /** By id, bare UUID or slug. */
  integration: Integration;
  /** What the list falls into, worst first, with how many are in which state. */
  integrationGroups: Array<IntegrationGroup>;
  integrationType: Maybe<IntegrationType>;
  /** The kinds of service the hub can connect. */
  integrationTypes: Array<IntegrationType>;
  integrations: IntegrationConnection;
  /** What an invitation link offers, for the page it opens. Null when the link cannot be used (any more). */
  invitationOffer: Maybe<InvitationOffer>;
  /** Invitations that can still be used, the newest first. */
  invitations: Array<Invitation>;
  /** The sequence of the newest event; where a subscription may start with `after` to miss nothing. */
  lastSequence: Scalars['String']['output'];
  /** The settings last used for a type: your own, else the tenant's. Null when nothing of it is connected. Never secrets. */
  lastUsedSettings: Maybe<LastUsedSettings>;
  /** The manifest of a tag or a digest. Bytes that do not hash to their digest are refused. */
  manifest: ManifestResult;
  members: Array<Member>;
  /**
   * The newest published events you may see, in the order of their sequence; go on with the subscription `events` after the
   * last. `types` as there; 50 when `last` is absent, 200 at most.
   */
  recentEvents: Array<Event>;
  /** What an image's tag stands for: the digest to deploy by. Believed for an hour. */
  resolveTag: ResolveTagResult;
  /** What can be listed of an integration, and what each list wants to know first. For whoever may test the integration. */
  resourceLists: Array<ResourceList>;
  /** Whether this set-up link can be used now. Looking does not use it. */
  setupLinkWorks: Scalars['Boolean']['output'];
  /** Whether this hub waits for its set-up link to be used. */
  setupPending: Scalars['Boolean']['output'];
  /** The providers people can sign in with, besides a link by mail. */
  signInProviders: Array<SignInProvider>;
  /** The name and slug the next integration of this type would get, and the settings last used for the type, without secrets. */
  suggestIntegration: IntegrationSuggestion;
  task: Task;
  /** Tasks, the newest first. Those of the projects you may read. */
  tasks: TaskConnection;
  /** The tenant of this request: of the API key, or named by the header x-inthub-tenant. */
  tenant: Tenant;
  /** Asks the registry now for the bytes of a digest and hashes them. */
  verifyDigest: VerifyDigestResult;
  /** The version of the hub that answers. */
  version: Scalars['String']['output'];
  /** Who you are and which tenants you may enter. Null when you are not signed in. */
  viewer: Maybe<Viewer>;
  /** What was and is sent, that of the newest events first. */
  webhookDeliveries: WebhookDeliveryConnection;
  webhookDelivery: WebhookDelivery;
  /** By id, bare UUID or name in any case of letters. */
  webhookEndpoint: WebhookEndpoint;
  /** The webhook endpoints you may see, by name. Needs webhooks:read. */
  webhookEndpoints: Array<WebhookEndpoint>;
  /** How many deliveries `replayWebhookDeliveries` with the same filter would send again. */
  webhookReplayPreview: Scalars['Int']['output'];
};


export type QueryActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActivityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<ApprovalState>>;
};


export type QueryAutomationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAutomationRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAutomationRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  automation?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<RunState>>;
};


export type QueryAutomationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  project?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCallArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCallMetricsArgs = {
  input?: InputMaybe<CallMetricsInput>;
};


export type QueryCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryConnectionProfileArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConnectionProfilesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  instance?: InputMaybe<Scalars['String']['input']>;
  templates?: InputMaybe<Scalars['Boolean']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDiscoverResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  input?: InputMaybe<Array<ResourceInput>>;
  integration: Scalars['ID']['input'];
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
  type: Scalars['String']['input'];
};


export type QueryDryRunAutomationArgs = {
  automation?: InputMaybe<Scalars['String']['input']>;
  definition?: InputMaybe<Scalars['JSONObject']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  project?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEgressGrantsArgs = {
  tenant: Scalars['String']['input'];
};


export type QueryExaminationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExaminationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  integration: Scalars['ID']['input'];
};


export type QueryHealthSummaryArgs = {
  filter?: InputMaybe<IntegrationFilter>;
};


export type QueryInboundDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InboundDeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInboundDeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInboundHookArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInboundHooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  integration?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryIntegrationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIntegrationGroupsArgs = {
  by: IntegrationGrouping;
  filter?: InputMaybe<IntegrationFilter>;
};


export type QueryIntegrationTypeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIntegrationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<SortDirection>;
  filter?: InputMaybe<IntegrationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<IntegrationOrder>;
  skip?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInvitationOfferArgs = {
  token: Scalars['String']['input'];
};


export type QueryLastUsedSettingsArgs = {
  instance?: InputMaybe<Scalars['String']['input']>;
  type: Scalars['String']['input'];
};


export type QueryManifestArgs = {
  integration: Scalars['ID']['input'];
  reference: Scalars['String']['input'];
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
  repository: Scalars['String']['input'];
};


export type QueryRecentEventsArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type QueryResolveTagArgs = {
  integration: Scalars['ID']['input'];
  reference: Scalars['String']['input'];
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryResourceListsArgs = {
  integration: Scalars['ID']['input'];
};


export type QuerySetupLinkWorksArgs = {
  token: Scalars['String']['input'];
};


export type QuerySuggestIntegrationArgs = {
  instance?: InputMaybe<Scalars['String']['input']>;
  type: Scalars['String']['input'];
};


export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  project?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<TaskState>>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryVerifyDigestArgs = {
  digest: Scalars['String']['input'];
  expected?: InputMaybe<Scalars['String']['input']>;
  integration: Scalars['ID']['input'];
  repository: Scalars['String']['input'];
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWebhookDeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookReplayPreviewArgs = {
  filter: WebhookDeliveryFilter;
};

/** One pool of the vendor's quota, as last learned. */
export type Quota = {
  __typename?: 'Quota';
  /** When the pool will be empty at this rate; null when the reset comes first. */
  emptyAt: Maybe<Scalars['DateTime']['output']>;
  /** The same in words: empty in 11 min at this rate. */
  forecast: Maybe<Scalars['String']['output']>;
  learnedAt: Scalars['DateTime']['output'];
  /** A whole number; some vendors count in thousands of millions. */
  limit: Scalars['Float']['output'];
  mode: QuotaMode;
  /** The vendor refused a call and asked to wait until then. */
  pausedUntil: Maybe<Scalars['DateTime']['output']>;
  /** The configured rate of the integration; the smaller of it and the quota counts. */
  perSecond: Maybe<Scalars['Float']['output']>;
  pool: Scalars['String']['output'];
  remaining: Scalars['Float']['output'];
  remainingPercent: Scalars['Float']['output'];
  reserved: ReservedShares;
  resetAt: Maybe<Scalars['DateTime']['output']>;
  /** What people call the pool, where the vendor's name says little. */
  title: Maybe<Scalars['String']['output']>;
  /** Used up per minute, over the last minutes, by everybody who draws on the credential. */
  usedPerMinute: Scalars['Float']['output'];
  /** Calls that wait for this pool, in all processes. */
  waiting: Scalars['Int']['output'];
};

export type { QuotaMode };

/** Where the vendor tells a quota: the headers of its answers, or the body of one where they are null. */
export type QuotaPool = {
  __typename?: 'QuotaPool';
  limitHeader: Maybe<Scalars['String']['output']>;
  pool: Scalars['String']['output'];
  remainingHeader: Maybe<Scalars['String']['output']>;
  resetHeader: Maybe<Scalars['String']['output']>;
};

export type RateLimitWarning = {
  __typename?: 'RateLimitWarning';
  /** When the pool will be empty at the rate of the last minutes; null when the reset comes first. */
  emptyAt: Maybe<Scalars['DateTime']['output']>;
  eventId: Scalars['ID']['output'];
  /** The same in words: empty in 11 min at this rate. */
  forecast: Maybe<Scalars['String']['output']>;
  integrationId: Scalars['ID']['output'];
  /** A whole number; some vendors count in thousands of millions. */
  limit: Scalars['Float']['output'];
  pool: Scalars['String']['output'];
  remaining: Scalars['Float']['output'];
  resetAt: Maybe<Scalars['DateTime']['output']>;
  sequence: Scalars['String']['output'];
  slug: Scalars['String']['output'];
  /** 25, 10 or 0. */
  thresholdPercent: Scalars['Int']['output'];
};

export type RecoverInboundDeliveriesInput = {
  /** The hook. */
  id: Scalars['ID']['input'];
  /** Only say how many. */
  preview?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where the last recovery ended when it is not said, or 72 hours ago. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RegisterInboundHookInput = {
  /** What is to be sent, by the provider's names. */
  events?: InputMaybe<Array<Scalars['String']['input']>>;
  id: Scalars['ID']['input'];
  /** The repository (`owner/name`) or project; the one it is registered for already when it is not said. */
  target?: InputMaybe<Scalars['String']['input']>;
};

export type RejectRunInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Of the approval. */
  id: Scalars['ID']['input'];
};

export type RejectRunPayload = {
  __typename?: 'RejectRunPayload';
  approval: Approval;
};

export type RemoveMemberInput = {
  /** The user's id. */
  id: Scalars['ID']['input'];
};

export type RemoveMemberPayload = {
  __typename?: 'RemoveMemberPayload';
  id: Scalars['ID']['output'];
};

export type RemoveMemberRoleInput = {
  /** The user's id. */
  id: Scalars['ID']['input'];
  /** Id or slug; the role for the whole tenant when absent. */
  project?: InputMaybe<Scalars['String']['input']>;
};

export type RemoveMemberRolePayload = {
  __typename?: 'RemoveMemberRolePayload';
  /** Null when it was the last role: they are no member any more. */
  member: Maybe<Member>;
};

export type ReplayInboundDeliveriesInput = {
  /** Or all that fits; it has to say `since`. */
  filter?: InputMaybe<InboundDeliveryFilter>;
  /** Just these; at most 200. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only say how many. */
  preview?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ReplayWebhookDeliveriesInput = {
  filter: WebhookDeliveryFilter;
};

export type ReplayWebhookDeliveriesPayload = {
  __typename?: 'ReplayWebhookDeliveriesPayload';
  count: Scalars['Int']['output'];
};

export type ReplayWebhookDeliveryInput = {
  id: Scalars['ID']['input'];
};

export type ReplayWebhookDeliveryPayload = {
  __typename?: 'ReplayWebhookDeliveryPayload';
  webhookDelivery: WebhookDelivery;
};

/** A share of the limit, in percent, that a kind of calls leaves to the more urgent ones. */
export type ReservedShares = {
  __typename?: 'ReservedShares';
  deploy: Scalars['Float']['output'];
  interactive: Scalars['Float']['output'];
  probe: Scalars['Float']['output'];
  sync: Scalars['Float']['output'];
};

export type ResetCircuitInput = {
  /** Id (int_…), bare UUID or slug. */
  integration: Scalars['ID']['input'];
};

export type ResetCircuitPayload = {
  __typename?: 'ResetCircuitPayload';
  integration: Integration;
};

export type ResolveTagResult = {
  __typename?: 'ResolveTagResult';
  failure: Maybe<ResourceFailure>;
  /** Null when there is a failure. */
  image: Maybe<ResolvedImage>;
};

export type ResolvedImage = {
  __typename?: 'ResolvedImage';
  /** What an artifact says it is. */
  artifactType: Maybe<Scalars['String']['output']>;
  digest: Scalars['String']['output'];
  isCached: Scalars['Boolean']['output'];
  kind: ImageKind;
  mediaType: Scalars['String']['output'];
  platforms: Array<ImagePlatform>;
  /** Where the registry tells it. */
  pushedAt: Maybe<Scalars['DateTime']['output']>;
  /** As the registry's own API names it. */
  repository: Scalars['String']['output'];
  /** When the registry was asked what the tag stands for. */
  resolvedAt: Scalars['DateTime']['output'];
  /** Configuration and layers; of an index the sum over its platforms. Null where that is not known, or would count as pulls. */
  sizeBytes: Maybe<Scalars['Float']['output']>;
  /** Null when a digest was given. */
  tag: Maybe<Scalars['String']['output']>;
};

/** Something a service has. */
export type Resource = {
  __typename?: 'Resource';
  attributes: Scalars['JSONObject']['output'];
  /** As the service names it; unique in its list. */
  id: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Where a person sees it. */
  url: Maybe<Scalars['String']['output']>;
};

/** One page of the service. */
export type ResourceBatch = {
  __typename?: 'ResourceBatch';
  cachedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many were told so far, with these. */
  count: Scalars['Int']['output'];
  edges: Array<ResourceEdge>;
  failure: Maybe<ResourceFailure>;
  isCached: Scalars['Boolean']['output'];
  isLast: Scalars['Boolean']['output'];
  /** Of the service, from 1. */
  page: Scalars['Int']['output'];
  pageInfo: PageInfo;
  /** How many were looked at so far. */
  seen: Scalars['Int']['output'];
  type: Scalars['String']['output'];
};

export type ResourceConnection = {
  __typename?: 'ResourceConnection';
  /** When the oldest of it was asked of the service; null when nothing was answered. */
  cachedAt: Maybe<Scalars['DateTime']['output']>;
  edges: Array<ResourceEdge>;
  failure: Maybe<ResourceFailure>;
  isCached: Scalars['Boolean']['output'];
  /** After a failure `endCursor` tries the same page again. */
  pageInfo: PageInfo;
  /** How many were looked at to find these. */
  seen: Scalars['Int']['output'];
  /** The list's own name. */
  type: Scalars['String']['output'];
};

export type ResourceEdge = {
  __typename?: 'ResourceEdge';
  cursor: Scalars['String']['output'];
  node: Resource;
};

/** Why a service did not answer as one wishes. Not an error of the request. */
export type ResourceFailure = {
  __typename?: 'ResourceFailure';
  failureClass: FailureClass;
  message: Scalars['String']['output'];
  /** The page of the service that failed, from 1; null where there are no pages. */
  page: Maybe<Scalars['Int']['output']>;
  remedy: Maybe<Scalars['String']['output']>;
};

/** A value for one of a list's inputs, such as the repository whose branches are wanted. */
export type ResourceInput = {
  name: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type ResourceList = {
  __typename?: 'ResourceList';
  description: Maybe<Scalars['String']['output']>;
  inputs: Array<ResourceListInput>;
  /** The service itself looks for a text; otherwise the hub reads page after page. */
  isSearchable: Scalars['Boolean']['output'];
  /** Why this service does not offer the list, and what to do instead; null where it does. */
  missing: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

export type ResourceListInput = {
  __typename?: 'ResourceListInput';
  description: Maybe<Scalars['String']['output']>;
  examples: Array<Scalars['String']['output']>;
  /** The list whose ids fit. */
  list: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** A regular expression. */
  pattern: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

export type RestoreIntegrationInput = {
  id: Scalars['ID']['input'];
};

export type RestoreIntegrationPayload = {
  __typename?: 'RestoreIntegrationPayload';
  integration: Integration;
  /** The secret was destroyed with the deletion: enter it again. */
  needsSecret: Scalars['Boolean']['output'];
};

export type RetryPolicy = {
  __typename?: 'RetryPolicy';
  /** The first one included. */
  attempts: Scalars['Int']['output'];
  baseMs: Scalars['Int']['output'];
  maxMs: Scalars['Int']['output'];
  /** Methods that change something are repeated, too. */
  unsafe: Scalars['Boolean']['output'];
};

export type RevokeApiKeyInput = {
  id: Scalars['ID']['input'];
};

export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  apiKey: ApiKey;
};

export type RevokeEgressInput = {
  id: Scalars['ID']['input'];
  /** Slug or id. */
  tenant: Scalars['String']['input'];
};

export type RevokeEgressPayload = {
  __typename?: 'RevokeEgressPayload';
  id: Scalars['ID']['output'];
};

export type RevokeInvitationInput = {
  id: Scalars['ID']['input'];
};

export type RevokeInvitationPayload = {
  __typename?: 'RevokeInvitationPayload';
  id: Scalars['ID']['output'];
};

export type RevokeOtherSessionsPayload = {
  __typename?: 'RevokeOtherSessionsPayload';
  /** How many were ended. */
  revoked: Scalars['Int']['output'];
};

export type RevokeSessionInput = {
  id: Scalars['ID']['input'];
};

export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  id: Scalars['ID']['output'];
};

export type { Role };

export type RoleBinding = {
  __typename?: 'RoleBinding';
  /** Null: the whole tenant. */
  project: Maybe<Project>;
  role: Role;
};

export type RotateApiKeyInput = {
  /** A new end for the key; unchanged when absent. Needed when the old one has passed. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  /** Seconds for which the old secret still works: 0 to 604,800; 86,400 (a day) by default. */
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type RotateApiKeyPayload = {
  __typename?: 'RotateApiKeyPayload';
  apiKey: ApiKey;
  /** `ihk_…`; shown once. */
  secret: Scalars['String']['output'];
};

export type RotateInboundHookSecretInput = {
  /** A new address as well; the one before is dead at once. */
  address?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  /** The new secret; made by the hub when it is not given. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

export type RotateWebhookSecretInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
  /** 0 to 2,592,000; 86,400 by default. */
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** Until when the one before signs, too. */
  previousUntil: Maybe<Scalars['DateTime']['output']>;
  /** whsec_…, shown once. */
  secret: Scalars['String']['output'];
  webhookEndpoint: WebhookEndpoint;
};

export type RunDoctorInput = {
  /** All of them when absent. */
  checks?: InputMaybe<Array<DoctorCheckName>>;
  integration: Scalars['ID']['input'];
};

export type RunDoctorPayload = {
  __typename?: 'RunDoctorPayload';
  report: DoctorReport;
};

export type RunOperationInput = {
  /** That it is meant, for an operation that destroys something. */
  confirm?: InputMaybe<Scalars['Boolean']['input']>;
  /** The same key again within 24 hours is answered as the first time, and nothing is done. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As its inputSchema says. */
  input?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Id (int_…), bare UUID or slug. */
  integration: Scalars['ID']['input'];
  /** Such as createPullRequest. */
  operation: Scalars['ID']['input'];
  /** Who goes first when a quota runs low: INTERACTIVE by default. */
  priority?: InputMaybe<CallPriority>;
  /** Of the whole operation with all its requests, in milliseconds; the integration's own deadline by default. */
  timeoutMs?: InputMaybe<Scalars['Int']['input']>;
};

export type RunOperationPayload = {
  __typename?: 'RunOperationPayload';
  run: OperationRun;
};

export type { RunState };

export type Session = {
  __typename?: 'Session';
  createdAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The session that asks. */
  isCurrent: Scalars['Boolean']['output'];
  lastSeenAt: Scalars['DateTime']['output'];
  /** What the browser called itself at sign-in. */
  userAgent: Maybe<Scalars['String']['output']>;
};

export type SetCallPolicyInput = {
  /** Id (int_…), bare UUID or slug. */
  integration: Scalars['ID']['input'];
  /** What differs from the usual: `{ retry: { attempts: 5 } }`. */
  policy: Scalars['JSONObject']['input'];
  /** The version of the integration you read; refused when somebody changed it since. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type SetCallPolicyPayload = {
  __typename?: 'SetCallPolicyPayload';
  integration: Integration;
};

export type SetDefaultConnectionProfileInput = {
  id: Scalars['ID']['input'];
  /** False takes it away. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SetDefaultConnectionProfilePayload = {
  __typename?: 'SetDefaultConnectionProfilePayload';
  connectionProfile: ConnectionProfile;
};

export type SetDoctorScheduleInput = {
  /** 60 to 2,592,000; 0: only when health turns bad. As usual when null or absent. */
  everySeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Id (int_…), bare UUID or slug. */
  integration: Scalars['ID']['input'];
  /** The version of the integration you read; refused when somebody changed it since. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type SetDoctorSchedulePayload = {
  __typename?: 'SetDoctorSchedulePayload';
  integration: Integration;
};

/** A way to sign in that this hub offers. */
export type SignInProvider = {
  __typename?: 'SignInProvider';
  /** The host it lives at, such as github.com. */
  host: Scalars['String']['output'];
  /** github, google or oidc. */
  id: Scalars['ID']['output'];
  /** What to call it on a button, such as GitHub. */
  name: Scalars['String']['output'];
};

export type SkipWebhookDeliveriesInput = {
  /** Id or name of the endpoint. */
  id: Scalars['ID']['input'];
};

export type SkipWebhookDeliveriesPayload = {
  __typename?: 'SkipWebhookDeliveriesPayload';
  count: Scalars['Int']['output'];
};

export type { SortDirection };

export type StartTaskInput = {
  id: Scalars['ID']['input'];
  issue?: InputMaybe<Scalars['String']['input']>;
  /** What came of it. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the link from before. */
  pullRequest?: InputMaybe<Scalars['String']['input']>;
  /** Refuses when somebody else changed the task since; absent: whatever it is now. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type StartTaskPayload = {
  __typename?: 'StartTaskPayload';
  task: Task;
};

export type { StepState };

export type Subscription = {
  __typename?: 'Subscription';
  /** New entries of the activity, as they happen. */
  activityAdded: ActivityAdded;
  /** Each time a run of an automation asks for somebody, goes on, or ends; with the sequence to resume after. */
  automationRunChanged: AutomationRunChange;
  /** One message at once, then the stream stays open; lets a client prove that its socket works. */
  connected: Scalars['Boolean']['output'];
  /**
   * Examines an integration: what is going to be checked, each check as it ends, the report, then the end. Whoever ends
   * the subscription ends the examination. With `checks` only these are run, and nothing is kept.
   */
  doctor: DoctorProgress;
  /** The same for settings that are not saved. Nothing is kept. */
  doctorDraft: DoctorProgress;
  /**
   * Every event of the tenant that you may see. `types` takes names, patterns in which * stands for anything, such as
   * integration.* or github.*.opened, and the aliases integration.status.changed and integration.rate_limit.warning.
   * When `after` is older than what is kept, the stream ends with the error code EVENTS_RESYNC: read anew, then subscribe.
   */
  events: Event;
  /** A verdict changed. With `after`, first everything since that sequence. */
  integrationStatusChanged: IntegrationStatusChange;
  /** A quota pool fell to 25 %, 10 % or 0. */
  rateLimitWarning: RateLimitWarning;
  /** A whole list, page after page of the service as they come; completes after the last, or after the one that failed. */
  resources: ResourceBatch;
  /**
   * The deliveries of an endpoint, each time one was tried. Of very many at once some are left out: the list is what counts.
   * What people do with them (delivery.replayed, delivery.skipped) and with endpoints (webhook.*) are events.
   */
  webhookDeliveryChanged: WebhookDelivery;
};


export type SubscriptionActivityAddedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActivityFilter>;
};


export type SubscriptionAutomationRunChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  automation?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionDoctorArgs = {
  checks?: InputMaybe<Array<DoctorCheckName>>;
  integration: Scalars['ID']['input'];
};


export type SubscriptionDoctorDraftArgs = {
  input: TestIntegrationDraftInput;
};


export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type SubscriptionIntegrationStatusChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  integrationId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionRateLimitWarningArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  integrationId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<Scalars['String']['input']>;
  input?: InputMaybe<Array<ResourceInput>>;
  integration: Scalars['ID']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
  type: Scalars['String']['input'];
};


export type SubscriptionWebhookDeliveryChangedArgs = {
  endpointId: Scalars['ID']['input'];
};

/** A piece of work: created, started, and at its end completed or failed. Events task.* follow it. */
export type Task = {
  __typename?: 'Task';
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  endedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  issue: Maybe<Scalars['String']['output']>;
  /** The last words of whoever works on it. */
  message: Maybe<Scalars['String']['output']>;
  projectId: Scalars['ID']['output'];
  /** Addresses at the provider, as people open them. */
  pullRequest: Maybe<Scalars['String']['output']>;
  startedAt: Maybe<Scalars['DateTime']['output']>;
  state: TaskState;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** For optimistic concurrency: send it back with a change. */
  version: Scalars['Int']['output'];
};

export type TaskConnection = {
  __typename?: 'TaskConnection';
  edges: Array<TaskEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TaskEdge = {
  __typename?: 'TaskEdge';
  cursor: Scalars['String']['output'];
  node: Task;
};

export type { TaskState };

export type Tenant = {
  __typename?: 'Tenant';
  createdAt: Scalars['DateTime']['output'];
  environments: Array<Environment>;
  id: Scalars['ID']['output'];
  /** Filled with sample data by `npm run demo`. */
  isDemo: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  projects: Array<Project>;
  slug: Scalars['String']['output'];
};

export type TestIntegrationDraftInput = {
  config: Scalars['JSONObject']['input'];
  instance?: InputMaybe<Scalars['String']['input']>;
  /** Test with the stored secret of this integration for the fields not given. Refused when the host differs. */
  integrationId?: InputMaybe<Scalars['ID']['input']>;
  method?: InputMaybe<Scalars['String']['input']>;
  /** Names and values of the method's fields. */
  secrets?: InputMaybe<Scalars['JSONObject']['input']>;
  type: Scalars['String']['input'];
};

export type TestIntegrationDraftPayload = {
  __typename?: 'TestIntegrationDraftPayload';
  result: TestResult;
};

export type TestIntegrationInput = {
  id: Scalars['ID']['input'];
  /** How old a remembered result may be, 0 to 120; without it the integration is tested anew. */
  maxAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type TestIntegrationPayload = {
  __typename?: 'TestIntegrationPayload';
  integration: Integration;
  result: TestResult;
};

/** What one run of the probes found. */
export type TestResult = {
  __typename?: 'TestResult';
  durationMs: Scalars['Float']['output'];
  /** The layer that failed. */
  failingProbe: Maybe<ProbeName>;
  failureClass: Maybe<FailureClass>;
  /** Null when the hub itself was the trouble. */
  health: Maybe<Health>;
  /** Whom the credential belongs to, as the vendor names it. */
  identity: Maybe<Scalars['String']['output']>;
  latencyMs: Maybe<Scalars['Float']['output']>;
  message: Scalars['String']['output'];
  probes: Array<ProbeResult>;
  /** What to do. */
  remedy: Maybe<Scalars['String']['output']>;
  serviceVersion: Maybe<Scalars['String']['output']>;
  success: Scalars['Boolean']['output'];
};

export type TestWebhookEndpointInput = {
  /** Id or name. */
  id: Scalars['ID']['input'];
};

export type TestWebhookEndpointPayload = {
  __typename?: 'TestWebhookEndpointPayload';
  /** What is on its way; watch it until it is not pending any more. */
  webhookDelivery: WebhookDelivery;
};

export type UnlinkAccountInput = {
  id: Scalars['ID']['input'];
};

export type UnlinkAccountPayload = {
  __typename?: 'UnlinkAccountPayload';
  id: Scalars['ID']['output'];
};

export type UnregisterInboundHookInput = {
  id: Scalars['ID']['input'];
};

export type UpdateAutomationInput = {
  definition?: InputMaybe<Scalars['JSONObject']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** Id or name. */
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  /** Refuses when somebody else changed it since; absent: whatever it is now. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateAutomationPayload = {
  __typename?: 'UpdateAutomationPayload';
  automation: Automation;
};

export type UpdateConnectionProfileInput = {
  /** All of it anew. */
  callPolicy?: InputMaybe<Scalars['JSONObject']['input']>;
  /** All public settings anew. */
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Null or an empty text removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Id or name. */
  id: Scalars['ID']['input'];
  instance?: InputMaybe<Scalars['String']['input']>;
  /** Null: as usual. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  isTemplate?: InputMaybe<Scalars['Boolean']['input']>;
  labels?: InputMaybe<Array<LabelInput>>;
  method?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** The version you read; refused when somebody changed it since. */
  version: Scalars['Int']['input'];
};

export type UpdateConnectionProfilePayload = {
  __typename?: 'UpdateConnectionProfilePayload';
  connectionProfile: ConnectionProfile;
};

export type UpdateEnvironmentInput = {
  /** Id or slug. */
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its place among the environments, from 0. */
  position?: InputMaybe<Scalars['Int']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateEnvironmentPayload = {
  __typename?: 'UpdateEnvironmentPayload';
  environment: Environment;
};

export type UpdateInboundHookInput = {
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateIntegrationInput = {
  config?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Id or slug; an empty text takes it out of its environment. */
  environment?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instance?: InputMaybe<Scalars['String']['input']>;
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  labels?: InputMaybe<Array<LabelInput>>;
  method?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** An empty text removes it. */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** Save even when the changed settings fail their test; the integration is disabled then. */
  saveDisabled?: InputMaybe<Scalars['Boolean']['input']>;
  secrets?: InputMaybe<Scalars['JSONObject']['input']>;
  skipTest?: InputMaybe<Scalars['Boolean']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The version you read; refused when somebody changed it since. */
  version: Scalars['Int']['input'];
};

export type UpdateIntegrationPayload = {
  __typename?: 'UpdateIntegrationPayload';
  integration: Integration;
  test: Maybe<TestResult>;
};

export type UpdateProfileInput = {
  name: Scalars['String']['input'];
};

export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  viewer: Viewer;
};

export type UpdateProjectInput = {
  /** Id or slug. */
  id: Scalars['ID']['input'];
  /** True makes it the default in place of the present one. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProjectPayload = {
  __typename?: 'UpdateProjectPayload';
  project: Project;
};

export type UpdateTenantInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateTenantPayload = {
  __typename?: 'UpdateTenantPayload';
  tenant: Tenant;
};

export type UpdateWebhookEndpointInput = {
  /** Null: as usual. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** Null or an empty text removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  events?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All of them anew. */
  headers?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Id or name. */
  id: Scalars['ID']['input'];
  /** All of them anew; an empty list takes the filter away. */
  integrations?: InputMaybe<Array<Scalars['String']['input']>>;
  name?: InputMaybe<Scalars['String']['input']>;
  payloadVersion?: InputMaybe<Scalars['Int']['input']>;
  projects?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Null: as many as go. */
  ratePerSecond?: InputMaybe<Scalars['Int']['input']>;
  /** Null: as usual. */
  schedule?: InputMaybe<Array<Scalars['Int']['input']>>;
  url?: InputMaybe<Scalars['String']['input']>;
  /** The version you read; refused when somebody changed it since. */
  version: Scalars['Int']['input'];
};

export type UpdateWebhookEndpointPayload = {
  __typename?: 'UpdateWebhookEndpointPayload';
  /** A new one when the host changed, shown once; null otherwise. */
  secret: Maybe<Scalars['String']['output']>;
  webhookEndpoint: WebhookEndpoint;
};

export type VerifyDigestResult = {
  __typename?: 'VerifyDigestResult';
  failure: Maybe<ResourceFailure>;
  /** The bytes came and hash to what was asked for. */
  isVerified: Scalars['Boolean']['output'];
  /** Null when no bytes came. */
  verdict: Maybe<DigestVerdict>;
};

/** The person or the API key that asks. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The providers' accounts that sign you in. Empty for an API key. */
  accounts: Array<LinkedAccount>;
  /** Null for an API key. */
  email: Maybe<Scalars['String']['output']>;
  /** Whether a link or a provider has proved that the address is yours. False for an API key. */
  emailVerified: Scalars['Boolean']['output'];
  /** The id of the user, or of the API key. */
  id: Scalars['ID']['output'];
  /** Holds `instance:*`: tenants, egress, queues, backups. */
  isInstanceAdmin: Scalars['Boolean']['output'];
  kind: ViewerKind;
  name: Scalars['String']['output'];
  /**
   * Until when you may do what asks for a recent proof of who you are, such as using a stored secret: in the past when you
   * have to sign in again. Null for an API key, which proves itself each time.
   */
  proofEndsAt: Maybe<Scalars['DateTime']['output']>;
  /** Your own sessions, the newest first. Empty for an API key. */
  sessions: Array<Session>;
  tenants: Array<ViewerTenant>;
};

export type { ViewerKind };

/** A tenant you may enter, and what you may do there. */
export type ViewerTenant = {
  __typename?: 'ViewerTenant';
  permissions: Array<Scalars['String']['output']>;
  /** The strongest role held for the whole tenant; null when only single projects or scopes are held. */
  role: Maybe<Role>;
  tenant: Tenant;
};

export type WaiveInboundVerificationInput = {
  id: Scalars['ID']['input'];
  /** Why; needed to waive it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  waived: Scalars['Boolean']['input'];
};

export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  at: Scalars['DateTime']['output'];
  failureClass: Maybe<FailureClass>;
  id: Scalars['ID']['output'];
  message: Maybe<Scalars['String']['output']>;
  number: Scalars['Int']['output'];
  requestBytes: Scalars['Int']['output'];
  /** As they were sent; of a signature only the version of its secret. */
  requestHeaders: Scalars['JSONObject']['output'];
  /** Without secrets, 16 KB at most. */
  responseBody: Maybe<Scalars['String']['output']>;
  /** There was more of it than is kept. */
  responseCut: Scalars['Boolean']['output'];
  /** Those that say something. */
  responseHeaders: Maybe<Scalars['JSONObject']['output']>;
  secretVersions: Array<Scalars['Int']['output']>;
  status: Maybe<Scalars['Int']['output']>;
  timings: WebhookTimings;
  url: Scalars['String']['output'];
};

/** One event for one endpoint. */
export type WebhookDelivery = {
  __typename?: 'WebhookDelivery';
  /** When the event happened. */
  at: Scalars['DateTime']['output'];
  /** Tries so far, those before a replay included. */
  attempts: Scalars['Int']['output'];
  /** The body as it is sent; null when the event is not kept any more. */
  body: Maybe<Scalars['String']['output']>;
  changedAt: Scalars['DateTime']['output'];
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Null when it was deleted. */
  endpoint: Maybe<WebhookEndpoint>;
  endpointId: Scalars['ID']['output'];
  /** The webhook-id, for life. */
  eventId: Scalars['ID']['output'];
  eventType: Scalars['String']['output'];
  /** Whose trouble the last failure was; OURS never counts against the endpoint. */
  failureClass: Maybe<FailureClass>;
  id: Scalars['ID']['output'];
  isBeingSent: Scalars['Boolean']['output'];
  message: Maybe<Scalars['String']['output']>;
  /** Null when there is none, or while one is under way. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** How often somebody had it sent again. */
  replays: Scalars['Int']['output'];
  state: WebhookDeliveryState;
  /** Of the last answer. */
  status: Maybe<Scalars['Int']['output']>;
  /** Each try, the oldest first. */
  tries: Array<WebhookAttempt>;
};

export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  edges: Array<WebhookDeliveryEdge>;
  pageInfo: PageInfo;
};

export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: WebhookDelivery;
};

export type WebhookDeliveryFilter = {
  /** Id or name. */
  endpoint?: InputMaybe<Scalars['String']['input']>;
  eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Names and patterns. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  failureClasses?: InputMaybe<Array<FailureClass>>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  states?: InputMaybe<Array<WebhookDeliveryState>>;
  /** Part of the event's type, of what was said of the last try, or of an answer. */
  text?: InputMaybe<Scalars['String']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type { WebhookDeliveryState };

export type { WebhookDisabledReason };

/** Where a tenant wants to be told of events. */
export type WebhookEndpoint = {
  __typename?: 'WebhookEndpoint';
  /** Under way at the same time, in each process that sends. */
  concurrency: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  createdBy: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  disabledAt: Maybe<Scalars['DateTime']['output']>;
  disabledReason: Maybe<WebhookDisabledReason>;
  enabled: Scalars['Boolean']['output'];
  /** Names and patterns; * stands for anything. Events of deliveries are heard by naming them only. */
  events: Array<Scalars['String']['output']>;
  failingSince: Maybe<Scalars['DateTime']['output']>;
  /** Failed tries in a row. */
  failures: Scalars['Int']['output'];
  /** False: the schedule is the hub's usual one. */
  hasOwnSchedule: Scalars['Boolean']['output'];
  /** Sent with each delivery, beside the hub's own. */
  headers: Scalars['JSONObject']['output'];
  id: Scalars['ID']['output'];
  integrationIds: Array<Scalars['ID']['output']>;
  /** Only events about these; of any, or of none, when empty. Those that were deleted are left out. */
  integrations: Array<Integration>;
  lastDeliveredAt: Maybe<Scalars['DateTime']['output']>;
  lastFailure: Maybe<Scalars['String']['output']>;
  lastFailureAt: Maybe<Scalars['DateTime']['output']>;
  /** Unique in the tenant, in any case of letters. */
  name: Scalars['String']['output'];
  /** Who answers for it: nothing is sent that this person or key may not see. */
  owner: EventActor;
  /** Nothing is sent before; null when it is not paused. */
  pausedUntil: Maybe<Scalars['DateTime']['output']>;
  payloadVersion: Scalars['Int']['output'];
  projectIds: Array<Scalars['ID']['output']>;
  projects: Array<Project>;
  /** Null: as many as go. */
  ratePerSecond: Maybe<Scalars['Int']['output']>;
  /** Seconds before each try. */
  schedule: Array<Scalars['Int']['output']>;
  state: WebhookEndpointState;
  statistics: WebhookStatistics;
  updatedAt: Scalars['DateTime']['output'];
  url: Scalars['String']['output'];
  /** For optimistic concurrency: send it back with a change. */
  version: Scalars['Int']['output'];
};


/** Where a tenant wants to be told of events. */
export type WebhookEndpointStatisticsArgs = {
  hours?: InputMaybe<Scalars['Int']['input']>;
};

export type { WebhookEndpointState };

export type WebhookStatistics = {
  __typename?: 'WebhookStatistics';
  attempts: Scalars['Int']['output'];
  delivered: Scalars['Int']['output'];
  /** Came to the end of their schedule. */
  exhausted: Scalars['Int']['output'];
  failures: Scalars['Int']['output'];
  latencyMsP50: Maybe<Scalars['Float']['output']>;
  latencyMsP95: Maybe<Scalars['Float']['output']>;
  /** Of tries, 0 to 1; null when there were none. */
  successRatio: Maybe<Scalars['Float']['output']>;
  /** Open now, whatever the window; counted to 1,000. */
  waiting: Scalars['Int']['output'];
};

/** Milliseconds; null for what a kept connection has not. */
export type WebhookTimings = {
  __typename?: 'WebhookTimings';
  connectMs: Maybe<Scalars['Float']['output']>;
  dnsMs: Maybe<Scalars['Float']['output']>;
  tlsMs: Maybe<Scalars['Float']['output']>;
  totalMs: Scalars['Float']['output'];
  /** From the beginning until the answer began. */
  waitMs: Maybe<Scalars['Float']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationPayload: ResolverTypeWrapper<Omit<AcceptInvitationPayload, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  ActivityAdded: ResolverTypeWrapper<ActivityAddedModel>;
  ActivityConnection: ResolverTypeWrapper<ActivityPage>;
  ActivityEdge: ResolverTypeWrapper<ActivityEdgeModel>;
  ActivityEntry: ResolverTypeWrapper<ActivityEntryModel>;
  ActivityFilter: ActivityFilter;
  ActorKind: ActorKind;
  AddMemberInput: AddMemberInput;
  AddMemberPayload: ResolverTypeWrapper<Omit<AddMemberPayload, 'member'> & { member: ResolversTypes['Member'] }>;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  ApiKeyScope: ResolverTypeWrapper<Grant>;
  ApiKeyScopeInput: ApiKeyScopeInput;
  Approval: ResolverTypeWrapper<ApprovalModel>;
  ApprovalConnection: ResolverTypeWrapper<ApprovalPage>;
  ApprovalEdge: ResolverTypeWrapper<ApprovalEdgeModel>;
  ApprovalState: ApprovalState;
  ApproveRunInput: ApproveRunInput;
  ApproveRunPayload: ResolverTypeWrapper<Omit<ApproveRunPayload, 'approval'> & { approval: ResolversTypes['Approval'] }>;
  Automation: ResolverTypeWrapper<AutomationModel>;
  AutomationConnection: ResolverTypeWrapper<AutomationPage>;
  AutomationDryRun: ResolverTypeWrapper<AutomationDryRunModel>;
  AutomationDryStep: ResolverTypeWrapper<AutomationDryStep>;
  AutomationEdge: ResolverTypeWrapper<AutomationEdgeModel>;
  AutomationRecipe: ResolverTypeWrapper<AutomationRecipeModel>;
  AutomationRun: ResolverTypeWrapper<AutomationRunModel>;
  AutomationRunChange: ResolverTypeWrapper<AutomationRunChangeModel>;
  AutomationRunConnection: ResolverTypeWrapper<AutomationRunPage>;
  AutomationRunEdge: ResolverTypeWrapper<AutomationRunEdgeModel>;
  AutomationRunStep: ResolverTypeWrapper<AutomationRunStepModel>;
  BatchAnswer: ResolverTypeWrapper<BatchAnswerModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BreakerPolicy: ResolverTypeWrapper<BreakerPolicy>;
  BulkheadPolicy: ResolverTypeWrapper<BulkheadPolicy>;
  Call: ResolverTypeWrapper<CallModel>;
  CallAttempt: ResolverTypeWrapper<CallAttemptModel>;
  CallConnection: ResolverTypeWrapper<CallPageModel>;
  CallEdge: ResolverTypeWrapper<CallEdgeModel>;
  CallFailure: ResolverTypeWrapper<CallFailureModel>;
  CallFigures: ResolverTypeWrapper<CallFiguresModel>;
  CallFilter: CallFilter;
  CallKind: CallKind;
  CallMethod: CallMethod;
  CallMetrics: ResolverTypeWrapper<CallMetricsModel>;
  CallMetricsGroup: ResolverTypeWrapper<CallMetricsGroupModel>;
  CallMetricsInput: CallMetricsInput;
  CallMetricsPoint: ResolverTypeWrapper<CallMetricsPointModel>;
  CallOutcome: CallOutcome;
  CallPolicy: ResolverTypeWrapper<CallPolicyModel>;
  CallPriority: CallPriority;
  CallQuota: ResolverTypeWrapper<CallQuota>;
  CallQuotaPolicy: ResolverTypeWrapper<CallQuotaPolicy>;
  CallRefusal: ResolverTypeWrapper<CallRefusalModel>;
  CallResult: ResolverTypeWrapper<CallResultModel>;
  CallTimings: ResolverTypeWrapper<CallTimings>;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: ResolverTypeWrapper<Omit<ChangeMemberRolePayload, 'member'> & { member: ResolversTypes['Member'] }>;
  Check: ResolverTypeWrapper<CheckModel>;
  CheckInboundHookInput: CheckInboundHookInput;
  Circuit: ResolverTypeWrapper<CircuitModel>;
  CircuitState: CircuitState;
  CompleteSetupInput: CompleteSetupInput;
  CompleteSetupPayload: ResolverTypeWrapper<Omit<CompleteSetupPayload, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  CompleteTaskInput: CompleteTaskInput;
  CompleteTaskPayload: ResolverTypeWrapper<Omit<CompleteTaskPayload, 'task'> & { task: ResolversTypes['Task'] }>;
  ConnectIntegrationInput: ConnectIntegrationInput;
  ConnectIntegrationPayload: ResolverTypeWrapper<SavedIntegrationModel>;
  ConnectionProfile: ResolverTypeWrapper<ConnectionProfileModel>;
  ConnectionProfileConnection: ResolverTypeWrapper<ConnectionProfilePage>;
  ConnectionProfileEdge: ResolverTypeWrapper<ConnectionProfileEdgeModel>;
  ConnectionProfileProblem: ResolverTypeWrapper<ConnectionProfileProblemModel>;
  ConnectorMaturity: ConnectorMaturity;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  CreateAutomationInput: CreateAutomationInput;
  CreateAutomationPayload: ResolverTypeWrapper<Omit<CreateAutomationPayload, 'automation'> & { automation: ResolversTypes['Automation'] }>;
  CreateConnectionProfileInput: CreateConnectionProfileInput;
  CreateConnectionProfilePayload: ResolverTypeWrapper<Omit<CreateConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversTypes['ConnectionProfile'] }>;
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: ResolverTypeWrapper<Omit<CreateEnvironmentPayload, 'environment'> & { environment: ResolversTypes['Environment'] }>;
  CreateInboundHookInput: CreateInboundHookInput;
  CreateInvitationInput: CreateInvitationInput;
  CreateInvitationPayload: ResolverTypeWrapper<Omit<CreateInvitationPayload, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: ResolverTypeWrapper<Omit<CreateProjectPayload, 'project'> & { project: ResolversTypes['Project'] }>;
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: ResolverTypeWrapper<Omit<CreateTaskPayload, 'task'> & { task: ResolversTypes['Task'] }>;
  CreateTenantInput: CreateTenantInput;
  CreateTenantPayload: ResolverTypeWrapper<Omit<CreateTenantPayload, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointPayload: ResolverTypeWrapper<Omit<CreateWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAutomationInput: DeleteAutomationInput;
  DeleteAutomationPayload: ResolverTypeWrapper<Omit<DeleteAutomationPayload, 'automation'> & { automation: ResolversTypes['Automation'] }>;
  DeleteConnectionProfileInput: DeleteConnectionProfileInput;
  DeleteConnectionProfilePayload: ResolverTypeWrapper<Omit<DeleteConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversTypes['ConnectionProfile'] }>;
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: ResolverTypeWrapper<DeleteEnvironmentPayload>;
  DeleteInboundHookInput: DeleteInboundHookInput;
  DeleteIntegrationInput: DeleteIntegrationInput;
  DeleteIntegrationPayload: ResolverTypeWrapper<Omit<DeleteIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: ResolverTypeWrapper<DeleteProjectPayload>;
  DeleteWebhookEndpointInput: DeleteWebhookEndpointInput;
  DeleteWebhookEndpointPayload: ResolverTypeWrapper<Omit<DeleteWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  DigestVerdict: ResolverTypeWrapper<DigestVerdictModel>;
  DisableAutomationInput: DisableAutomationInput;
  DisableAutomationPayload: ResolverTypeWrapper<Omit<DisableAutomationPayload, 'automation'> & { automation: ResolversTypes['Automation'] }>;
  DisableIntegrationInput: DisableIntegrationInput;
  DisableIntegrationPayload: ResolverTypeWrapper<Omit<DisableIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  DisableWebhookEndpointInput: DisableWebhookEndpointInput;
  DisableWebhookEndpointPayload: ResolverTypeWrapper<Omit<DisableWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  DiscoveryList: ResolverTypeWrapper<DiscoveryList>;
  DoctorChange: ResolverTypeWrapper<DoctorChangeModel>;
  DoctorCheckName: DoctorCheckName;
  DoctorCheckResult: ResolverTypeWrapper<DoctorCheckResultModel>;
  DoctorProgress: ResolverTypeWrapper<DoctorProgressModel>;
  DoctorReport: ResolverTypeWrapper<DoctorReportModel>;
  DoctorSchedule: ResolverTypeWrapper<DoctorScheduleModel>;
  DoctorSource: DoctorSource;
  DoctorSuggestion: ResolverTypeWrapper<DoctorSuggestionModel>;
  DoctorVerdict: DoctorVerdict;
  EgressGrant: ResolverTypeWrapper<EgressGrantModel>;
  EnableAutomationInput: EnableAutomationInput;
  EnableAutomationPayload: ResolverTypeWrapper<Omit<EnableAutomationPayload, 'automation'> & { automation: ResolversTypes['Automation'] }>;
  EnableIntegrationInput: EnableIntegrationInput;
  EnableIntegrationPayload: ResolverTypeWrapper<Omit<EnableIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  EnableWebhookEndpointInput: EnableWebhookEndpointInput;
  EnableWebhookEndpointPayload: ResolverTypeWrapper<Omit<EnableWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  Environment: ResolverTypeWrapper<EnvironmentModel>;
  Event: ResolverTypeWrapper<HubEvent>;
  EventActor: ResolverTypeWrapper<EventActorModel>;
  EventToPublish: EventToPublish;
  EventTypeInfo: ResolverTypeWrapper<EventType>;
  Examination: ResolverTypeWrapper<ExaminationModel>;
  ExecuteBatchInput: ExecuteBatchInput;
  ExecuteBatchPayload: ResolverTypeWrapper<Omit<ExecuteBatchPayload, 'answers'> & { answers: Array<ResolversTypes['BatchAnswer']> }>;
  ExecuteCallInput: ExecuteCallInput;
  ExecuteCallPayload: ResolverTypeWrapper<Omit<ExecuteCallPayload, 'call'> & { call: ResolversTypes['CallResult'] }>;
  FailTaskInput: FailTaskInput;
  FailTaskPayload: ResolverTypeWrapper<Omit<FailTaskPayload, 'task'> & { task: ResolversTypes['Task'] }>;
  FailureClass: FailureClass;
  FailureCount: ResolverTypeWrapper<FailureCount>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GrantEgressInput: GrantEgressInput;
  GrantEgressPayload: ResolverTypeWrapper<Omit<GrantEgressPayload, 'grant'> & { grant: ResolversTypes['EgressGrant'] }>;
  Health: Health;
  HealthStats: ResolverTypeWrapper<HealthStatsModel>;
  HealthSummary: ResolverTypeWrapper<HealthSummaryModel>;
  HealthWindow: HealthWindow;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageBlob: ResolverTypeWrapper<ImageBlobModel>;
  ImageKind: ImageKind;
  ImagePlatform: ResolverTypeWrapper<ImagePlatformModel>;
  InboundContent: ResolverTypeWrapper<InboundContentModel>;
  InboundDelivery: ResolverTypeWrapper<InboundDeliveryModel>;
  InboundDeliveryConnection: ResolverTypeWrapper<InboundDeliveryPage>;
  InboundDeliveryEdge: ResolverTypeWrapper<InboundDeliveryEdgeModel>;
  InboundDeliveryFilter: InboundDeliveryFilter;
  InboundHeader: ResolverTypeWrapper<InboundHeader>;
  InboundHook: ResolverTypeWrapper<InboundHookModel>;
  InboundHookConnection: ResolverTypeWrapper<InboundHookPage>;
  InboundHookEdge: ResolverTypeWrapper<InboundHookEdgeModel>;
  InboundHookKind: InboundHookKind;
  InboundHookPayload: ResolverTypeWrapper<Omit<InboundHookPayload, 'hook'> & { hook: ResolversTypes['InboundHook'] }>;
  InboundProviderState: InboundProviderState;
  InboundRecovery: ResolverTypeWrapper<InboundRecovery>;
  InboundRegistration: ResolverTypeWrapper<InboundRegistrationModel>;
  InboundReplay: ResolverTypeWrapper<InboundReplay>;
  InboundSecretInfo: ResolverTypeWrapper<InboundSecretInfo>;
  InboundState: InboundState;
  InboundWaiver: ResolverTypeWrapper<InboundWaiver>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Integration: ResolverTypeWrapper<IntegrationModel>;
  IntegrationConnection: ResolverTypeWrapper<IntegrationPage>;
  IntegrationEdge: ResolverTypeWrapper<IntegrationEdgeModel>;
  IntegrationFilter: IntegrationFilter;
  IntegrationGroup: ResolverTypeWrapper<IntegrationGroupModel>;
  IntegrationGrouping: IntegrationGrouping;
  IntegrationOrder: IntegrationOrder;
  IntegrationStatusChange: ResolverTypeWrapper<StatusChangeModel>;
  IntegrationSuggestion: ResolverTypeWrapper<IntegrationSuggestion>;
  IntegrationType: ResolverTypeWrapper<IntegrationTypeModel>;
  IntegrationTypeDocs: ResolverTypeWrapper<IntegrationTypeDocs>;
  IntegrationTypeInstance: ResolverTypeWrapper<IntegrationTypeInstance>;
  IntegrationTypeMethod: ResolverTypeWrapper<IntegrationTypeMethod>;
  IntegrationTypeOperation: ResolverTypeWrapper<IntegrationTypeOperation>;
  IntegrationTypeProbe: ResolverTypeWrapper<IntegrationTypeProbe>;
  IntegrationTypeRemedy: ResolverTypeWrapper<IntegrationTypeRemedy>;
  IntegrationTypeWebhooks: ResolverTypeWrapper<IntegrationTypeWebhooks>;
  Invitation: ResolverTypeWrapper<InvitationModel>;
  InvitationOffer: ResolverTypeWrapper<InvitationOfferModel>;
  IssuedInboundHook: ResolverTypeWrapper<Omit<IssuedInboundHook, 'hook'> & { hook: ResolversTypes['InboundHook'] }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Label: ResolverTypeWrapper<Label>;
  LabelInput: LabelInput;
  LastUsedSettings: ResolverTypeWrapper<LastUsedSettings>;
  LeaveTenantPayload: ResolverTypeWrapper<LeaveTenantPayload>;
  Level: Level;
  LinkedAccount: ResolverTypeWrapper<LinkedAccountModel>;
  Manifest: ResolverTypeWrapper<ManifestModel>;
  ManifestPlatform: ResolverTypeWrapper<ManifestPlatform>;
  ManifestResult: ResolverTypeWrapper<ManifestResultModel>;
  Member: ResolverTypeWrapper<MemberModel>;
  MetricsGrouping: MetricsGrouping;
  MetricsStep: MetricsStep;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeededScopes: ResolverTypeWrapper<NeededScopes>;
  OperationEffect: OperationEffect;
  OperationRun: ResolverTypeWrapper<OperationRunModel>;
  Outcome: Outcome;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PingIntegrationInput: PingIntegrationInput;
  PingIntegrationPayload: ResolverTypeWrapper<PingIntegrationPayload>;
  ProbeName: ProbeName;
  ProbeResult: ResolverTypeWrapper<ProbeResultModel>;
  ProbeStatus: ProbeStatus;
  Project: ResolverTypeWrapper<ProjectModel>;
  PublishEventsInput: PublishEventsInput;
  PublishEventsPayload: ResolverTypeWrapper<PublishEventsPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<QuotaModel>;
  QuotaMode: QuotaMode;
  QuotaPool: ResolverTypeWrapper<QuotaPool>;
  RateLimitWarning: ResolverTypeWrapper<RateLimitWarningModel>;
  RecoverInboundDeliveriesInput: RecoverInboundDeliveriesInput;
  RegisterInboundHookInput: RegisterInboundHookInput;
  RejectRunInput: RejectRunInput;
  RejectRunPayload: ResolverTypeWrapper<Omit<RejectRunPayload, 'approval'> & { approval: ResolversTypes['Approval'] }>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: ResolverTypeWrapper<RemoveMemberPayload>;
  RemoveMemberRoleInput: RemoveMemberRoleInput;
  RemoveMemberRolePayload: ResolverTypeWrapper<RemovedRoleModel>;
  ReplayInboundDeliveriesInput: ReplayInboundDeliveriesInput;
  ReplayWebhookDeliveriesInput: ReplayWebhookDeliveriesInput;
  ReplayWebhookDeliveriesPayload: ResolverTypeWrapper<ReplayWebhookDeliveriesPayload>;
  ReplayWebhookDeliveryInput: ReplayWebhookDeliveryInput;
  ReplayWebhookDeliveryPayload: ResolverTypeWrapper<Omit<ReplayWebhookDeliveryPayload, 'webhookDelivery'> & { webhookDelivery: ResolversTypes['WebhookDelivery'] }>;
  ReservedShares: ResolverTypeWrapper<ReservedSharesModel>;
  ResetCircuitInput: ResetCircuitInput;
  ResetCircuitPayload: ResolverTypeWrapper<Omit<ResetCircuitPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  ResolveTagResult: ResolverTypeWrapper<ResolveTagResultModel>;
  ResolvedImage: ResolverTypeWrapper<ResolvedImageModel>;
  Resource: ResolverTypeWrapper<Resource>;
  ResourceBatch: ResolverTypeWrapper<ResourceBatchModel>;
  ResourceConnection: ResolverTypeWrapper<ResourcePageModel>;
  ResourceEdge: ResolverTypeWrapper<ResourceItemModel>;
  ResourceFailure: ResolverTypeWrapper<ResourceFailureModel>;
  ResourceInput: ResourceInput;
  ResourceList: ResolverTypeWrapper<ResourceList>;
  ResourceListInput: ResolverTypeWrapper<ResourceListInput>;
  RestoreIntegrationInput: RestoreIntegrationInput;
  RestoreIntegrationPayload: ResolverTypeWrapper<Omit<RestoreIntegrationPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  RetryPolicy: ResolverTypeWrapper<RetryPolicy>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RevokeEgressInput: RevokeEgressInput;
  RevokeEgressPayload: ResolverTypeWrapper<RevokeEgressPayload>;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: ResolverTypeWrapper<RevokeInvitationPayload>;
  RevokeOtherSessionsPayload: ResolverTypeWrapper<RevokeOtherSessionsPayload>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<RevokeSessionPayload>;
  Role: Role;
  RoleBinding: ResolverTypeWrapper<RoleBindingModel>;
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyPayload: ResolverTypeWrapper<Omit<RotateApiKeyPayload, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RotateInboundHookSecretInput: RotateInboundHookSecretInput;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  RunDoctorInput: RunDoctorInput;
  RunDoctorPayload: ResolverTypeWrapper<Omit<RunDoctorPayload, 'report'> & { report: ResolversTypes['DoctorReport'] }>;
  RunOperationInput: RunOperationInput;
  RunOperationPayload: ResolverTypeWrapper<Omit<RunOperationPayload, 'run'> & { run: ResolversTypes['OperationRun'] }>;
  RunState: RunState;
  Session: ResolverTypeWrapper<SessionModel>;
  SetCallPolicyInput: SetCallPolicyInput;
  SetCallPolicyPayload: ResolverTypeWrapper<Omit<SetCallPolicyPayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  SetDefaultConnectionProfileInput: SetDefaultConnectionProfileInput;
  SetDefaultConnectionProfilePayload: ResolverTypeWrapper<Omit<SetDefaultConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversTypes['ConnectionProfile'] }>;
  SetDoctorScheduleInput: SetDoctorScheduleInput;
  SetDoctorSchedulePayload: ResolverTypeWrapper<Omit<SetDoctorSchedulePayload, 'integration'> & { integration: ResolversTypes['Integration'] }>;
  SignInProvider: ResolverTypeWrapper<SignInProviderModel>;
  SkipWebhookDeliveriesInput: SkipWebhookDeliveriesInput;
  SkipWebhookDeliveriesPayload: ResolverTypeWrapper<SkipWebhookDeliveriesPayload>;
  SortDirection: SortDirection;
  StartTaskInput: StartTaskInput;
  StartTaskPayload: ResolverTypeWrapper<Omit<StartTaskPayload, 'task'> & { task: ResolversTypes['Task'] }>;
  StepState: StepState;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: ResolverTypeWrapper<TaskModel>;
  TaskConnection: ResolverTypeWrapper<TaskPage>;
  TaskEdge: ResolverTypeWrapper<TaskEdgeModel>;
  TaskState: TaskState;
  Tenant: ResolverTypeWrapper<TenantModel>;
  TestIntegrationDraftInput: TestIntegrationDraftInput;
  TestIntegrationDraftPayload: ResolverTypeWrapper<Omit<TestIntegrationDraftPayload, 'result'> & { result: ResolversTypes['TestResult'] }>;
  TestIntegrationInput: TestIntegrationInput;
  TestIntegrationPayload: ResolverTypeWrapper<Omit<TestIntegrationPayload, 'integration' | 'result'> & { integration: ResolversTypes['Integration'], result: ResolversTypes['TestResult'] }>;
  TestResult: ResolverTypeWrapper<TestResultModel>;
  TestWebhookEndpointInput: TestWebhookEndpointInput;
  TestWebhookEndpointPayload: ResolverTypeWrapper<Omit<TestWebhookEndpointPayload, 'webhookDelivery'> & { webhookDelivery: ResolversTypes['WebhookDelivery'] }>;
  UnlinkAccountInput: UnlinkAccountInput;
  UnlinkAccountPayload: ResolverTypeWrapper<UnlinkAccountPayload>;
  UnregisterInboundHookInput: UnregisterInboundHookInput;
  UpdateAutomationInput: UpdateAutomationInput;
  UpdateAutomationPayload: ResolverTypeWrapper<Omit<UpdateAutomationPayload, 'automation'> & { automation: ResolversTypes['Automation'] }>;
  UpdateConnectionProfileInput: UpdateConnectionProfileInput;
  UpdateConnectionProfilePayload: ResolverTypeWrapper<Omit<UpdateConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversTypes['ConnectionProfile'] }>;
  UpdateEnvironmentInput: UpdateEnvironmentInput;
  UpdateEnvironmentPayload: ResolverTypeWrapper<Omit<UpdateEnvironmentPayload, 'environment'> & { environment: ResolversTypes['Environment'] }>;
  UpdateInboundHookInput: UpdateInboundHookInput;
  UpdateIntegrationInput: UpdateIntegrationInput;
  UpdateIntegrationPayload: ResolverTypeWrapper<SavedIntegrationModel>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'viewer'> & { viewer: ResolversTypes['Viewer'] }>;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: ResolverTypeWrapper<Omit<UpdateProjectPayload, 'project'> & { project: ResolversTypes['Project'] }>;
  UpdateTenantInput: UpdateTenantInput;
  UpdateTenantPayload: ResolverTypeWrapper<Omit<UpdateTenantPayload, 'tenant'> & { tenant: ResolversTypes['Tenant'] }>;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointPayload: ResolverTypeWrapper<Omit<UpdateWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversTypes['WebhookEndpoint'] }>;
  VerifyDigestResult: ResolverTypeWrapper<VerifyDigestResultModel>;
  Viewer: ResolverTypeWrapper<Principal>;
  ViewerKind: ViewerKind;
  ViewerTenant: ResolverTypeWrapper<ViewerTenantModel>;
  WaiveInboundVerificationInput: WaiveInboundVerificationInput;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttemptModel>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryModel>;
  WebhookDeliveryConnection: ResolverTypeWrapper<WebhookDeliveryPage>;
  WebhookDeliveryEdge: ResolverTypeWrapper<WebhookDeliveryEdgeModel>;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookDisabledReason: WebhookDisabledReason;
  WebhookEndpoint: ResolverTypeWrapper<WebhookEndpointModel>;
  WebhookEndpointState: WebhookEndpointState;
  WebhookStatistics: ResolverTypeWrapper<WebhookStatisticsModel>;
  WebhookTimings: ResolverTypeWrapper<WebhookTimings>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationPayload: Omit<AcceptInvitationPayload, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  ActivityAdded: ActivityAddedModel;
  ActivityConnection: ActivityPage;
  ActivityEdge: ActivityEdgeModel;
  ActivityEntry: ActivityEntryModel;
  ActivityFilter: ActivityFilter;
  AddMemberInput: AddMemberInput;
  AddMemberPayload: Omit<AddMemberPayload, 'member'> & { member: ResolversParentTypes['Member'] };
  ApiKey: ApiKeyModel;
  ApiKeyScope: Grant;
  ApiKeyScopeInput: ApiKeyScopeInput;
  Approval: ApprovalModel;
  ApprovalConnection: ApprovalPage;
  ApprovalEdge: ApprovalEdgeModel;
  ApproveRunInput: ApproveRunInput;
  ApproveRunPayload: Omit<ApproveRunPayload, 'approval'> & { approval: ResolversParentTypes['Approval'] };
  Automation: AutomationModel;
  AutomationConnection: AutomationPage;
  AutomationDryRun: AutomationDryRunModel;
  AutomationDryStep: AutomationDryStep;
  AutomationEdge: AutomationEdgeModel;
  AutomationRecipe: AutomationRecipeModel;
  AutomationRun: AutomationRunModel;
  AutomationRunChange: AutomationRunChangeModel;
  AutomationRunConnection: AutomationRunPage;
  AutomationRunEdge: AutomationRunEdgeModel;
  AutomationRunStep: AutomationRunStepModel;
  BatchAnswer: BatchAnswerModel;
  Boolean: Scalars['Boolean']['output'];
  BreakerPolicy: BreakerPolicy;
  BulkheadPolicy: BulkheadPolicy;
  Call: CallModel;
  CallAttempt: CallAttemptModel;
  CallConnection: CallPageModel;
  CallEdge: CallEdgeModel;
  CallFailure: CallFailureModel;
  CallFigures: CallFiguresModel;
  CallFilter: CallFilter;
  CallMetrics: CallMetricsModel;
  CallMetricsGroup: CallMetricsGroupModel;
  CallMetricsInput: CallMetricsInput;
  CallMetricsPoint: CallMetricsPointModel;
  CallPolicy: CallPolicyModel;
  CallQuota: CallQuota;
  CallQuotaPolicy: CallQuotaPolicy;
  CallRefusal: CallRefusalModel;
  CallResult: CallResultModel;
  CallTimings: CallTimings;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: Omit<ChangeMemberRolePayload, 'member'> & { member: ResolversParentTypes['Member'] };
  Check: CheckModel;
  CheckInboundHookInput: CheckInboundHookInput;
  Circuit: CircuitModel;
  CompleteSetupInput: CompleteSetupInput;
  CompleteSetupPayload: Omit<CompleteSetupPayload, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  CompleteTaskInput: CompleteTaskInput;
  CompleteTaskPayload: Omit<CompleteTaskPayload, 'task'> & { task: ResolversParentTypes['Task'] };
  ConnectIntegrationInput: ConnectIntegrationInput;
  ConnectIntegrationPayload: SavedIntegrationModel;
  ConnectionProfile: ConnectionProfileModel;
  ConnectionProfileConnection: ConnectionProfilePage;
  ConnectionProfileEdge: ConnectionProfileEdgeModel;
  ConnectionProfileProblem: ConnectionProfileProblemModel;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  CreateAutomationInput: CreateAutomationInput;
  CreateAutomationPayload: Omit<CreateAutomationPayload, 'automation'> & { automation: ResolversParentTypes['Automation'] };
  CreateConnectionProfileInput: CreateConnectionProfileInput;
  CreateConnectionProfilePayload: Omit<CreateConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversParentTypes['ConnectionProfile'] };
  CreateEnvironmentInput: CreateEnvironmentInput;
  CreateEnvironmentPayload: Omit<CreateEnvironmentPayload, 'environment'> & { environment: ResolversParentTypes['Environment'] };
  CreateInboundHookInput: CreateInboundHookInput;
  CreateInvitationInput: CreateInvitationInput;
  CreateInvitationPayload: Omit<CreateInvitationPayload, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: Omit<CreateProjectPayload, 'project'> & { project: ResolversParentTypes['Project'] };
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: Omit<CreateTaskPayload, 'task'> & { task: ResolversParentTypes['Task'] };
  CreateTenantInput: CreateTenantInput;
  CreateTenantPayload: Omit<CreateTenantPayload, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointPayload: Omit<CreateWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteAutomationInput: DeleteAutomationInput;
  DeleteAutomationPayload: Omit<DeleteAutomationPayload, 'automation'> & { automation: ResolversParentTypes['Automation'] };
  DeleteConnectionProfileInput: DeleteConnectionProfileInput;
  DeleteConnectionProfilePayload: Omit<DeleteConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversParentTypes['ConnectionProfile'] };
  DeleteEnvironmentInput: DeleteEnvironmentInput;
  DeleteEnvironmentPayload: DeleteEnvironmentPayload;
  DeleteInboundHookInput: DeleteInboundHookInput;
  DeleteIntegrationInput: DeleteIntegrationInput;
  DeleteIntegrationPayload: Omit<DeleteIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  DeleteProjectInput: DeleteProjectInput;
  DeleteProjectPayload: DeleteProjectPayload;
  DeleteWebhookEndpointInput: DeleteWebhookEndpointInput;
  DeleteWebhookEndpointPayload: Omit<DeleteWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  DigestVerdict: DigestVerdictModel;
  DisableAutomationInput: DisableAutomationInput;
  DisableAutomationPayload: Omit<DisableAutomationPayload, 'automation'> & { automation: ResolversParentTypes['Automation'] };
  DisableIntegrationInput: DisableIntegrationInput;
  DisableIntegrationPayload: Omit<DisableIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  DisableWebhookEndpointInput: DisableWebhookEndpointInput;
  DisableWebhookEndpointPayload: Omit<DisableWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  DiscoveryList: DiscoveryList;
  DoctorChange: DoctorChangeModel;
  DoctorCheckResult: DoctorCheckResultModel;
  DoctorProgress: DoctorProgressModel;
  DoctorReport: DoctorReportModel;
  DoctorSchedule: DoctorScheduleModel;
  DoctorSuggestion: DoctorSuggestionModel;
  EgressGrant: EgressGrantModel;
  EnableAutomationInput: EnableAutomationInput;
  EnableAutomationPayload: Omit<EnableAutomationPayload, 'automation'> & { automation: ResolversParentTypes['Automation'] };
  EnableIntegrationInput: EnableIntegrationInput;
  EnableIntegrationPayload: Omit<EnableIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  EnableWebhookEndpointInput: EnableWebhookEndpointInput;
  EnableWebhookEndpointPayload: Omit<EnableWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  Environment: EnvironmentModel;
  Event: HubEvent;
  EventActor: EventActorModel;
  EventToPublish: EventToPublish;
  EventTypeInfo: EventType;
  Examination: ExaminationModel;
  ExecuteBatchInput: ExecuteBatchInput;
  ExecuteBatchPayload: Omit<ExecuteBatchPayload, 'answers'> & { answers: Array<ResolversParentTypes['BatchAnswer']> };
  ExecuteCallInput: ExecuteCallInput;
  ExecuteCallPayload: Omit<ExecuteCallPayload, 'call'> & { call: ResolversParentTypes['CallResult'] };
  FailTaskInput: FailTaskInput;
  FailTaskPayload: Omit<FailTaskPayload, 'task'> & { task: ResolversParentTypes['Task'] };
  FailureCount: FailureCount;
  Float: Scalars['Float']['output'];
  GrantEgressInput: GrantEgressInput;
  GrantEgressPayload: Omit<GrantEgressPayload, 'grant'> & { grant: ResolversParentTypes['EgressGrant'] };
  HealthStats: HealthStatsModel;
  HealthSummary: HealthSummaryModel;
  ID: Scalars['ID']['output'];
  ImageBlob: ImageBlobModel;
  ImagePlatform: ImagePlatformModel;
  InboundContent: InboundContentModel;
  InboundDelivery: InboundDeliveryModel;
  InboundDeliveryConnection: InboundDeliveryPage;
  InboundDeliveryEdge: InboundDeliveryEdgeModel;
  InboundDeliveryFilter: InboundDeliveryFilter;
  InboundHeader: InboundHeader;
  InboundHook: InboundHookModel;
  InboundHookConnection: InboundHookPage;
  InboundHookEdge: InboundHookEdgeModel;
  InboundHookPayload: Omit<InboundHookPayload, 'hook'> & { hook: ResolversParentTypes['InboundHook'] };
  InboundRecovery: InboundRecovery;
  InboundRegistration: InboundRegistrationModel;
  InboundReplay: InboundReplay;
  InboundSecretInfo: InboundSecretInfo;
  InboundWaiver: InboundWaiver;
  Int: Scalars['Int']['output'];
  Integration: IntegrationModel;
  IntegrationConnection: IntegrationPage;
  IntegrationEdge: IntegrationEdgeModel;
  IntegrationFilter: IntegrationFilter;
  IntegrationGroup: IntegrationGroupModel;
  IntegrationStatusChange: StatusChangeModel;
  IntegrationSuggestion: IntegrationSuggestion;
  IntegrationType: IntegrationTypeModel;
  IntegrationTypeDocs: IntegrationTypeDocs;
  IntegrationTypeInstance: IntegrationTypeInstance;
  IntegrationTypeMethod: IntegrationTypeMethod;
  IntegrationTypeOperation: IntegrationTypeOperation;
  IntegrationTypeProbe: IntegrationTypeProbe;
  IntegrationTypeRemedy: IntegrationTypeRemedy;
  IntegrationTypeWebhooks: IntegrationTypeWebhooks;
  Invitation: InvitationModel;
  InvitationOffer: InvitationOfferModel;
  IssuedInboundHook: Omit<IssuedInboundHook, 'hook'> & { hook: ResolversParentTypes['InboundHook'] };
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Label: Label;
  LabelInput: LabelInput;
  LastUsedSettings: LastUsedSettings;
  LeaveTenantPayload: LeaveTenantPayload;
  LinkedAccount: LinkedAccountModel;
  Manifest: ManifestModel;
  ManifestPlatform: ManifestPlatform;
  ManifestResult: ManifestResultModel;
  Member: MemberModel;
  Mutation: Record<PropertyKey, never>;
  NeededScopes: NeededScopes;
  OperationRun: OperationRunModel;
  PageInfo: PageInfo;
  PingIntegrationInput: PingIntegrationInput;
  PingIntegrationPayload: PingIntegrationPayload;
  ProbeResult: ProbeResultModel;
  Project: ProjectModel;
  PublishEventsInput: PublishEventsInput;
  PublishEventsPayload: PublishEventsPayload;
  Query: Record<PropertyKey, never>;
  Quota: QuotaModel;
  QuotaPool: QuotaPool;
  RateLimitWarning: RateLimitWarningModel;
  RecoverInboundDeliveriesInput: RecoverInboundDeliveriesInput;
  RegisterInboundHookInput: RegisterInboundHookInput;
  RejectRunInput: RejectRunInput;
  RejectRunPayload: Omit<RejectRunPayload, 'approval'> & { approval: ResolversParentTypes['Approval'] };
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberPayload: RemoveMemberPayload;
  RemoveMemberRoleInput: RemoveMemberRoleInput;
  RemoveMemberRolePayload: RemovedRoleModel;
  ReplayInboundDeliveriesInput: ReplayInboundDeliveriesInput;
  ReplayWebhookDeliveriesInput: ReplayWebhookDeliveriesInput;
  ReplayWebhookDeliveriesPayload: ReplayWebhookDeliveriesPayload;
  ReplayWebhookDeliveryInput: ReplayWebhookDeliveryInput;
  ReplayWebhookDeliveryPayload: Omit<ReplayWebhookDeliveryPayload, 'webhookDelivery'> & { webhookDelivery: ResolversParentTypes['WebhookDelivery'] };
  ReservedShares: ReservedSharesModel;
  ResetCircuitInput: ResetCircuitInput;
  ResetCircuitPayload: Omit<ResetCircuitPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  ResolveTagResult: ResolveTagResultModel;
  ResolvedImage: ResolvedImageModel;
  Resource: Resource;
  ResourceBatch: ResourceBatchModel;
  ResourceConnection: ResourcePageModel;
  ResourceEdge: ResourceItemModel;
  ResourceFailure: ResourceFailureModel;
  ResourceInput: ResourceInput;
  ResourceList: ResourceList;
  ResourceListInput: ResourceListInput;
  RestoreIntegrationInput: RestoreIntegrationInput;
  RestoreIntegrationPayload: Omit<RestoreIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  RetryPolicy: RetryPolicy;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RevokeEgressInput: RevokeEgressInput;
  RevokeEgressPayload: RevokeEgressPayload;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: RevokeInvitationPayload;
  RevokeOtherSessionsPayload: RevokeOtherSessionsPayload;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: RevokeSessionPayload;
  RoleBinding: RoleBindingModel;
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyPayload: Omit<RotateApiKeyPayload, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RotateInboundHookSecretInput: RotateInboundHookSecretInput;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  RunDoctorInput: RunDoctorInput;
  RunDoctorPayload: Omit<RunDoctorPayload, 'report'> & { report: ResolversParentTypes['DoctorReport'] };
  RunOperationInput: RunOperationInput;
  RunOperationPayload: Omit<RunOperationPayload, 'run'> & { run: ResolversParentTypes['OperationRun'] };
  Session: SessionModel;
  SetCallPolicyInput: SetCallPolicyInput;
  SetCallPolicyPayload: Omit<SetCallPolicyPayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  SetDefaultConnectionProfileInput: SetDefaultConnectionProfileInput;
  SetDefaultConnectionProfilePayload: Omit<SetDefaultConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversParentTypes['ConnectionProfile'] };
  SetDoctorScheduleInput: SetDoctorScheduleInput;
  SetDoctorSchedulePayload: Omit<SetDoctorSchedulePayload, 'integration'> & { integration: ResolversParentTypes['Integration'] };
  SignInProvider: SignInProviderModel;
  SkipWebhookDeliveriesInput: SkipWebhookDeliveriesInput;
  SkipWebhookDeliveriesPayload: SkipWebhookDeliveriesPayload;
  StartTaskInput: StartTaskInput;
  StartTaskPayload: Omit<StartTaskPayload, 'task'> & { task: ResolversParentTypes['Task'] };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Task: TaskModel;
  TaskConnection: TaskPage;
  TaskEdge: TaskEdgeModel;
  Tenant: TenantModel;
  TestIntegrationDraftInput: TestIntegrationDraftInput;
  TestIntegrationDraftPayload: Omit<TestIntegrationDraftPayload, 'result'> & { result: ResolversParentTypes['TestResult'] };
  TestIntegrationInput: TestIntegrationInput;
  TestIntegrationPayload: Omit<TestIntegrationPayload, 'integration' | 'result'> & { integration: ResolversParentTypes['Integration'], result: ResolversParentTypes['TestResult'] };
  TestResult: TestResultModel;
  TestWebhookEndpointInput: TestWebhookEndpointInput;
  TestWebhookEndpointPayload: Omit<TestWebhookEndpointPayload, 'webhookDelivery'> & { webhookDelivery: ResolversParentTypes['WebhookDelivery'] };
  UnlinkAccountInput: UnlinkAccountInput;
  UnlinkAccountPayload: UnlinkAccountPayload;
  UnregisterInboundHookInput: UnregisterInboundHookInput;
  UpdateAutomationInput: UpdateAutomationInput;
  UpdateAutomationPayload: Omit<UpdateAutomationPayload, 'automation'> & { automation: ResolversParentTypes['Automation'] };
  UpdateConnectionProfileInput: UpdateConnectionProfileInput;
  UpdateConnectionProfilePayload: Omit<UpdateConnectionProfilePayload, 'connectionProfile'> & { connectionProfile: ResolversParentTypes['ConnectionProfile'] };
  UpdateEnvironmentInput: UpdateEnvironmentInput;
  UpdateEnvironmentPayload: Omit<UpdateEnvironmentPayload, 'environment'> & { environment: ResolversParentTypes['Environment'] };
  UpdateInboundHookInput: UpdateInboundHookInput;
  UpdateIntegrationInput: UpdateIntegrationInput;
  UpdateIntegrationPayload: SavedIntegrationModel;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'viewer'> & { viewer: ResolversParentTypes['Viewer'] };
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: Omit<UpdateProjectPayload, 'project'> & { project: ResolversParentTypes['Project'] };
  UpdateTenantInput: UpdateTenantInput;
  UpdateTenantPayload: Omit<UpdateTenantPayload, 'tenant'> & { tenant: ResolversParentTypes['Tenant'] };
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointPayload: Omit<UpdateWebhookEndpointPayload, 'webhookEndpoint'> & { webhookEndpoint: ResolversParentTypes['WebhookEndpoint'] };
  VerifyDigestResult: VerifyDigestResultModel;
  Viewer: Principal;
  ViewerTenant: ViewerTenantModel;
  WaiveInboundVerificationInput: WaiveInboundVerificationInput;
  WebhookAttempt: WebhookAttemptModel;
  WebhookDelivery: WebhookDeliveryModel;
  WebhookDeliveryConnection: WebhookDeliveryPage;
  WebhookDeliveryEdge: WebhookDeliveryEdgeModel;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookEndpoint: WebhookEndpointModel;
  WebhookStatistics: WebhookStatisticsModel;
  WebhookTimings: WebhookTimings;
};

export type AcceptInvitationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AcceptInvitationPayload'] = ResolversParentTypes['AcceptInvitationPayload']> = {
  signInToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type ActivityAddedResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityAdded'] = ResolversParentTypes['ActivityAdded']> = {
  entry?: Resolver<ResolversTypes['ActivityEntry'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActivityConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityConnection'] = ResolversParentTypes['ActivityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActivityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ActivityEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityEdge'] = ResolversParentTypes['ActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActivityEntry'], ParentType, ContextType>;
};

export type ActivityEntryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityEntry'] = ResolversParentTypes['ActivityEntry']> = {
  actor?: Resolver<ResolversTypes['EventActor'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  integrationSlug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  operationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActorKindResolvers = EnumResolverSignature<{ API_KEY?: any, SYSTEM?: any, USER?: any }, ResolversTypes['ActorKind']>;

export type AddMemberPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AddMemberPayload'] = ResolversParentTypes['AddMemberPayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rotatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
};

export type ApiKeyScopeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApiKeyScope'] = ResolversParentTypes['ApiKeyScope']> = {
  integrationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ApprovalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['EventActor']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  runId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ApprovalState'], ParentType, ContextType>;
};

export type ApprovalConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApprovalConnection'] = ResolversParentTypes['ApprovalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApprovalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApprovalEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApprovalEdge'] = ResolversParentTypes['ApprovalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Approval'], ParentType, ContextType>;
};

export type ApprovalStateResolvers = EnumResolverSignature<{ APPROVED?: any, EXPIRED?: any, PENDING?: any, REJECTED?: any }, ResolversTypes['ApprovalState']>;

export type ApproveRunPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApproveRunPayload'] = ResolversParentTypes['ApproveRunPayload']> = {
  approval?: Resolver<ResolversTypes['Approval'], ParentType, ContextType>;
};

export type AutomationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Automation'] = ResolversParentTypes['Automation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failuresInRow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pausedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  savedBy?: Resolver<ResolversTypes['EventActor'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AutomationConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationConnection'] = ResolversParentTypes['AutomationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AutomationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AutomationDryRunResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationDryRun'] = ResolversParentTypes['AutomationDryRun']> = {
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holds?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['AutomationDryStep']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AutomationDryStepResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationDryStep'] = ResolversParentTypes['AutomationDryStep']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wouldRun?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type AutomationEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationEdge'] = ResolversParentTypes['AutomationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type AutomationRecipeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRecipe'] = ResolversParentTypes['AutomationRecipe']> = {
  definition?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AutomationRunResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRun'] = ResolversParentTypes['AutomationRun']> = {
  approvals?: Resolver<Array<ResolversTypes['Approval']>, ParentType, ContextType>;
  automationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RunState'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['AutomationRunStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AutomationRunChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRunChange'] = ResolversParentTypes['AutomationRunChange']> = {
  run?: Resolver<ResolversTypes['AutomationRun'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AutomationRunConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRunConnection'] = ResolversParentTypes['AutomationRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AutomationRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AutomationRunEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRunEdge'] = ResolversParentTypes['AutomationRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AutomationRun'], ParentType, ContextType>;
};

export type AutomationRunStepResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AutomationRunStep'] = ResolversParentTypes['AutomationRunStep']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  input?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  output?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StepState'], ParentType, ContextType>;
  waitsUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BatchAnswerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BatchAnswer'] = ResolversParentTypes['BatchAnswer']> = {
  call?: Resolver<Maybe<ResolversTypes['CallResult']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['CallRefusal']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BreakerPolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BreakerPolicy'] = ResolversParentTypes['BreakerPolicy']> = {
  failurePercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  windowMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BulkheadPolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BulkheadPolicy'] = ResolversParentTypes['BulkheadPolicy']> = {
  concurrent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CallResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Call'] = ResolversParentTypes['Call']> = {
  actor?: Resolver<ResolversTypes['EventActor'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['CallAttempt']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['CallFailure']>, ParentType, ContextType>;
  groupId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CallKind'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CallOutcome'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['CallPriority'], ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestBody?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  responseBody?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responseBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallAttemptResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallAttempt'] = ResolversParentTypes['CallAttempt']> = {
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['CallFailure']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timings?: Resolver<Maybe<ResolversTypes['CallTimings']>, ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallConnection'] = ResolversParentTypes['CallConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CallEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CallEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallEdge'] = ResolversParentTypes['CallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type CallFailureResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallFailure'] = ResolversParentTypes['CallFailure']> = {
  failureClass?: Resolver<ResolversTypes['FailureClass'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAfterMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CallFiguresResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallFigures'] = ResolversParentTypes['CallFigures']> = {
  byClass?: Resolver<Array<ResolversTypes['FailureCount']>, ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorRatePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latencyMsAverage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMsP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMsP95?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMsP99?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  refusals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  responseBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  retries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallKindResolvers = EnumResolverSignature<{ BATCH?: any, CALL?: any, OPERATION?: any, PROXY?: any }, ResolversTypes['CallKind']>;

export type CallMethodResolvers = EnumResolverSignature<{ DELETE?: any, GET?: any, HEAD?: any, PATCH?: any, POST?: any, PUT?: any }, ResolversTypes['CallMethod']>;

export type CallMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallMetrics'] = ResolversParentTypes['CallMetrics']> = {
  groups?: Resolver<Array<ResolversTypes['CallMetricsGroup']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['CallMetricsPoint']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['MetricsStep'], ParentType, ContextType>;
  topCallers?: Resolver<Array<ResolversTypes['CallMetricsGroup']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['CallFigures'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CallMetricsGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallMetricsGroup'] = ResolversParentTypes['CallMetricsGroup']> = {
  figures?: Resolver<ResolversTypes['CallFigures'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallMetricsPointResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallMetricsPoint'] = ResolversParentTypes['CallMetricsPoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['CallFigures'], ParentType, ContextType>;
};

export type CallOutcomeResolvers = EnumResolverSignature<{ FAILURE?: any, REFUSED?: any, SUCCESS?: any }, ResolversTypes['CallOutcome']>;

export type CallPolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallPolicy'] = ResolversParentTypes['CallPolicy']> = {
  breaker?: Resolver<ResolversTypes['BreakerPolicy'], ParentType, ContextType>;
  bulkhead?: Resolver<ResolversTypes['BulkheadPolicy'], ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  deadlineMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fallback?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  keepBodies?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quota?: Resolver<ResolversTypes['CallQuotaPolicy'], ParentType, ContextType>;
  retry?: Resolver<ResolversTypes['RetryPolicy'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeoutMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CallPriorityResolvers = EnumResolverSignature<{ DEPLOY?: any, INTERACTIVE?: any, PROBE?: any, SYNC?: any }, ResolversTypes['CallPriority']>;

export type CallQuotaResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallQuota'] = ResolversParentTypes['CallQuota']> = {
  pool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CallQuotaPolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallQuotaPolicy'] = ResolversParentTypes['CallQuotaPolicy']> = {
  mode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CallRefusalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallRefusal'] = ResolversParentTypes['CallRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallResult'] = ResolversParentTypes['CallResult']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['CallAttempt']>, ParentType, ContextType>;
  bodyBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['CallFailure']>, ParentType, ContextType>;
  headers?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  json?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CallOutcome'], ParentType, ContextType>;
  quota?: Resolver<Maybe<ResolversTypes['CallQuota']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revalidated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallTimingsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CallTimings'] = ResolversParentTypes['CallTimings']> = {
  connectMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dnsMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstByteMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  tlsMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  totalMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ChangeMemberRolePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ChangeMemberRolePayload'] = ResolversParentTypes['ChangeMemberRolePayload']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type CheckResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Check'] = ResolversParentTypes['Check']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failingProbe?: Resolver<Maybe<ResolversTypes['ProbeName']>, ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['Health']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isUnconfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  probes?: Resolver<Array<ResolversTypes['ProbeResult']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CircuitResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Circuit'] = ResolversParentTypes['Circuit']> = {
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CircuitState'], ParentType, ContextType>;
};

export type CircuitStateResolvers = EnumResolverSignature<{ CLOSED?: any, HALF_OPEN?: any, OPEN?: any }, ResolversTypes['CircuitState']>;

export type CompleteSetupPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CompleteSetupPayload'] = ResolversParentTypes['CompleteSetupPayload']> = {
  signInToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type CompleteTaskPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CompleteTaskPayload'] = ResolversParentTypes['CompleteTaskPayload']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type ConnectIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectIntegrationPayload'] = ResolversParentTypes['ConnectIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  test?: Resolver<Maybe<ResolversTypes['TestResult']>, ParentType, ContextType>;
};

export type ConnectionProfileResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectionProfile'] = ResolversParentTypes['ConnectionProfile']> = {
  callPolicy?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  integrationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  integrationType?: Resolver<Maybe<ResolversTypes['IntegrationType']>, ParentType, ContextType>;
  intervalSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isTemplate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['ConnectionProfileProblem']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConnectionProfileConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectionProfileConnection'] = ResolversParentTypes['ConnectionProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConnectionProfileEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConnectionProfileEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectionProfileEdge'] = ResolversParentTypes['ConnectionProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType>;
};

export type ConnectionProfileProblemResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectionProfileProblem'] = ResolversParentTypes['ConnectionProfileProblem']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectorMaturityResolvers = EnumResolverSignature<{ BUILT_IN?: any, COMMUNITY?: any, VERIFIED?: any }, ResolversTypes['ConnectorMaturity']>;

export type CreateApiKeyPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateAutomationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateAutomationPayload'] = ResolversParentTypes['CreateAutomationPayload']> = {
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type CreateConnectionProfilePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateConnectionProfilePayload'] = ResolversParentTypes['CreateConnectionProfilePayload']> = {
  connectionProfile?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType>;
};

export type CreateEnvironmentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateEnvironmentPayload'] = ResolversParentTypes['CreateEnvironmentPayload']> = {
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
};

export type CreateInvitationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateInvitationPayload'] = ResolversParentTypes['CreateInvitationPayload']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateProjectPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateProjectPayload'] = ResolversParentTypes['CreateProjectPayload']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type CreateTaskPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateTaskPayload'] = ResolversParentTypes['CreateTaskPayload']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type CreateTenantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateTenantPayload'] = ResolversParentTypes['CreateTenantPayload']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type CreateWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateWebhookEndpointPayload'] = ResolversParentTypes['CreateWebhookEndpointPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAutomationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteAutomationPayload'] = ResolversParentTypes['DeleteAutomationPayload']> = {
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type DeleteConnectionProfilePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteConnectionProfilePayload'] = ResolversParentTypes['DeleteConnectionProfilePayload']> = {
  connectionProfile?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType>;
};

export type DeleteEnvironmentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteEnvironmentPayload'] = ResolversParentTypes['DeleteEnvironmentPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteIntegrationPayload'] = ResolversParentTypes['DeleteIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  leftAtProvider?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  restorableUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  secretDestroyed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeleteProjectPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteProjectPayload'] = ResolversParentTypes['DeleteProjectPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteWebhookEndpointPayload'] = ResolversParentTypes['DeleteWebhookEndpointPayload']> = {
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type DigestVerdictResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DigestVerdict'] = ResolversParentTypes['DigestVerdict']> = {
  actual?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manifestBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  repository?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisableAutomationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DisableAutomationPayload'] = ResolversParentTypes['DisableAutomationPayload']> = {
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type DisableIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DisableIntegrationPayload'] = ResolversParentTypes['DisableIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type DisableWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DisableWebhookEndpointPayload'] = ResolversParentTypes['DisableWebhookEndpointPayload']> = {
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type DiscoveryListResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DiscoveryList'] = ResolversParentTypes['DiscoveryList']> = {
  asks?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoctorChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorChange'] = ResolversParentTypes['DoctorChange']> = {
  from?: Resolver<ResolversTypes['ProbeStatus'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['DoctorCheckName'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ProbeStatus'], ParentType, ContextType>;
};

export type DoctorCheckNameResolvers = EnumResolverSignature<{ AUTHENTICATION?: any, AUTHORIZATION?: any, CONNECTIVITY?: any, LATENCY?: any, RATE_LIMIT?: any, RESOURCES?: any, TLS?: any, VERSION?: any }, ResolversTypes['DoctorCheckName']>;

export type DoctorCheckResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorCheckResult'] = ResolversParentTypes['DoctorCheckResult']> = {
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  finding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['DoctorCheckName'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProbeStatus'], ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['DoctorSuggestion']>, ParentType, ContextType>;
};

export type DoctorProgressResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorProgress'] = ResolversParentTypes['DoctorProgress']> = {
  check?: Resolver<Maybe<ResolversTypes['DoctorCheckResult']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['DoctorReport']>, ParentType, ContextType>;
  started?: Resolver<Maybe<Array<ResolversTypes['DoctorCheckName']>>, ParentType, ContextType>;
};

export type DoctorReportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorReport'] = ResolversParentTypes['DoctorReport']> = {
  changes?: Resolver<Array<ResolversTypes['DoctorChange']>, ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['DoctorCheckResult']>, ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overall?: Resolver<ResolversTypes['DoctorVerdict'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DoctorScheduleResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorSchedule'] = ResolversParentTypes['DoctorSchedule']> = {
  everySeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isUsual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usualSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DoctorSourceResolvers = EnumResolverSignature<{ DRAFT?: any, HEALTH?: any, PERSON?: any, SCHEDULE?: any }, ResolversTypes['DoctorSource']>;

export type DoctorSuggestionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DoctorSuggestion'] = ResolversParentTypes['DoctorSuggestion']> = {
  command?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoctorVerdictResolvers = EnumResolverSignature<{ DEGRADED?: any, HEALTHY?: any, UNHEALTHY?: any }, ResolversTypes['DoctorVerdict']>;

export type EgressGrantResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EgressGrant'] = ResolversParentTypes['EgressGrant']> = {
  cidr?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  port?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EnableAutomationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EnableAutomationPayload'] = ResolversParentTypes['EnableAutomationPayload']> = {
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type EnableIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EnableIntegrationPayload'] = ResolversParentTypes['EnableIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type EnableWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EnableWebhookEndpointPayload'] = ResolversParentTypes['EnableWebhookEndpointPayload']> = {
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type EnvironmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  actor?: Resolver<ResolversTypes['EventActor'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  causationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventActorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventActor'] = ResolversParentTypes['EventActor']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventTypeInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventTypeInfo'] = ResolversParentTypes['EventTypeInfo']> = {
  dataSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExaminationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Examination'] = ResolversParentTypes['Examination']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['DoctorReport'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DoctorSource'], ParentType, ContextType>;
};

export type ExecuteBatchPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExecuteBatchPayload'] = ResolversParentTypes['ExecuteBatchPayload']> = {
  answers?: Resolver<Array<ResolversTypes['BatchAnswer']>, ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  succeeded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExecuteCallPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExecuteCallPayload'] = ResolversParentTypes['ExecuteCallPayload']> = {
  call?: Resolver<ResolversTypes['CallResult'], ParentType, ContextType>;
};

export type FailTaskPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FailTaskPayload'] = ResolversParentTypes['FailTaskPayload']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type FailureClassResolvers = EnumResolverSignature<{ CREDENTIAL?: any, NETWORK?: any, OURS?: any, PERMISSION?: any, PROVIDER_INCIDENT?: any, PROVIDER_LIMIT?: any, REQUEST?: any }, ResolversTypes['FailureClass']>;

export type FailureCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FailureCount'] = ResolversParentTypes['FailureCount']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failureClass?: Resolver<ResolversTypes['FailureClass'], ParentType, ContextType>;
};

export type GrantEgressPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['GrantEgressPayload'] = ResolversParentTypes['GrantEgressPayload']> = {
  grant?: Resolver<ResolversTypes['EgressGrant'], ParentType, ContextType>;
};

export type HealthResolvers = EnumResolverSignature<{ CHECKING?: any, DEGRADED?: any, DISABLED?: any, HEALTHY?: any, STALE?: any, UNHEALTHY?: any, UNKNOWN?: any }, ResolversTypes['Health']>;

export type HealthStatsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HealthStats'] = ResolversParentTypes['HealthStats']> = {
  checks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorRatePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastErrorAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyMsP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMsP95?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uptimePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['HealthWindow'], ParentType, ContextType>;
};

export type HealthSummaryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HealthSummary'] = ResolversParentTypes['HealthSummary']> = {
  checking?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  healthy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unhealthy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthWindowResolvers = EnumResolverSignature<{ DAY?: any, HOUR?: any, MONTH?: any, WEEK?: any }, ResolversTypes['HealthWindow']>;

export type ImageBlobResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ImageBlob'] = ResolversParentTypes['ImageBlob']> = {
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ImageKindResolvers = EnumResolverSignature<{ ARTIFACT?: any, IMAGE?: any, INDEX?: any }, ResolversTypes['ImageKind']>;

export type ImagePlatformResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ImagePlatform'] = ResolversParentTypes['ImagePlatform']> = {
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isAttestation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type InboundContentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundContent'] = ResolversParentTypes['InboundContent']> = {
  base64?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['InboundHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InboundDeliveryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundDelivery'] = ResolversParentTypes['InboundDelivery']> = {
  bodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['InboundContent'], ParentType, ContextType>;
  deliveryId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  processedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recovered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  replays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secretVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InboundState'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InboundDeliveryConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundDeliveryConnection'] = ResolversParentTypes['InboundDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InboundDeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InboundDeliveryEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundDeliveryEdge'] = ResolversParentTypes['InboundDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InboundDelivery'], ParentType, ContextType>;
};

export type InboundHeaderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundHeader'] = ResolversParentTypes['InboundHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InboundHookResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundHook'] = ResolversParentTypes['InboundHook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isWeak?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InboundHookKind'], ParentType, ContextType>;
  lastReceivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['InboundRegistration']>, ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schemes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  secrets?: Resolver<Array<ResolversTypes['InboundSecretInfo']>, ParentType, ContextType>;
  waiver?: Resolver<Maybe<ResolversTypes['InboundWaiver']>, ParentType, ContextType>;
  weakness?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InboundHookConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundHookConnection'] = ResolversParentTypes['InboundHookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InboundHookEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InboundHookEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundHookEdge'] = ResolversParentTypes['InboundHookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InboundHook'], ParentType, ContextType>;
};

export type InboundHookKindResolvers = EnumResolverSignature<{ APP?: any, PATH?: any }, ResolversTypes['InboundHookKind']>;

export type InboundHookPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundHookPayload'] = ResolversParentTypes['InboundHookPayload']> = {
  hook?: Resolver<ResolversTypes['InboundHook'], ParentType, ContextType>;
};

export type InboundProviderStateResolvers = EnumResolverSignature<{ ACTIVE?: any, FAILING?: any, MISSING?: any, SWITCHED_OFF?: any, UNKNOWN?: any }, ResolversTypes['InboundProviderState']>;

export type InboundRecoveryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundRecovery'] = ResolversParentTypes['InboundRecovery']> = {
  found?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  preview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recovered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InboundRegistrationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundRegistration'] = ResolversParentTypes['InboundRegistration']> = {
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerHookId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recoveredUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InboundProviderState'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InboundReplayResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundReplay'] = ResolversParentTypes['InboundReplay']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveryIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  preview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InboundSecretInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundSecretInfo'] = ResolversParentTypes['InboundSecretInfo']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboundStateResolvers = EnumResolverSignature<{ FAILED?: any, PROCESSED?: any, RECEIVED?: any, REFUSED?: any }, ResolversTypes['InboundState']>;

export type InboundWaiverResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InboundWaiver'] = ResolversParentTypes['InboundWaiver']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Integration'] = ResolversParentTypes['Integration']> = {
  callPolicy?: Resolver<ResolversTypes['CallPolicy'], ParentType, ContextType>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  circuit?: Resolver<ResolversTypes['Circuit'], ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  connectorVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  credentialExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  credentialStoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  doctorSchedule?: Resolver<ResolversTypes['DoctorSchedule'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  environment?: Resolver<Maybe<ResolversTypes['Environment']>, ParentType, ContextType>;
  failingProbe?: Resolver<Maybe<ResolversTypes['ProbeName']>, ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  healthMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  healthSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType, RequireFields<IntegrationHistoryArgs, 'last'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  integrationType?: Resolver<ResolversTypes['IntegrationType'], ParentType, ContextType>;
  intervalSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  lastExamination?: Resolver<Maybe<ResolversTypes['Examination']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextCheckAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['IntegrationTypeOperation']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['ConnectionProfile']>, ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  staleAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['HealthStats'], ParentType, ContextType, RequireFields<IntegrationStatsArgs, 'window'>>;
  storedSecrets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntegrationConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationConnection'] = ResolversParentTypes['IntegrationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IntegrationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntegrationEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationEdge'] = ResolversParentTypes['IntegrationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type IntegrationGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationGroup'] = ResolversParentTypes['IntegrationGroup']> = {
  counts?: Resolver<ResolversTypes['HealthSummary'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  worst?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
};

export type IntegrationGroupingResolvers = EnumResolverSignature<{ ENVIRONMENT?: any, OWNER?: any, PROJECT?: any, STATE?: any, TYPE?: any }, ResolversTypes['IntegrationGrouping']>;

export type IntegrationOrderResolvers = EnumResolverSignature<{ CHECKED?: any, CREATED?: any, LATENCY?: any, NAME?: any, OWNER?: any, SEVERITY?: any, TYPE?: any }, ResolversTypes['IntegrationOrder']>;

export type IntegrationStatusChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationStatusChange'] = ResolversParentTypes['IntegrationStatusChange']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  failingProbe?: Resolver<Maybe<ResolversTypes['ProbeName']>, ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
};

export type IntegrationSuggestionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationSuggestion'] = ResolversParentTypes['IntegrationSuggestion']> = {
  lastUsed?: Resolver<Maybe<ResolversTypes['LastUsedSettings']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationType'] = ResolversParentTypes['IntegrationType']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  capabilities?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  discoveryLists?: Resolver<Array<ResolversTypes['DiscoveryList']>, ParentType, ContextType>;
  docs?: Resolver<ResolversTypes['IntegrationTypeDocs'], ParentType, ContextType>;
  families?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  icon?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<Array<ResolversTypes['IntegrationTypeInstance']>, ParentType, ContextType>;
  integrationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maturity?: Resolver<ResolversTypes['ConnectorMaturity'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['IntegrationTypeMethod']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  neededScopes?: Resolver<Array<ResolversTypes['NeededScopes']>, ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['IntegrationTypeOperation']>, ParentType, ContextType>;
  probes?: Resolver<Array<ResolversTypes['IntegrationTypeProbe']>, ParentType, ContextType>;
  quotaPools?: Resolver<Array<ResolversTypes['QuotaPool']>, ParentType, ContextType>;
  remedies?: Resolver<Array<ResolversTypes['IntegrationTypeRemedy']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versionRange?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhooks?: Resolver<Maybe<ResolversTypes['IntegrationTypeWebhooks']>, ParentType, ContextType>;
};

export type IntegrationTypeDocsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeDocs'] = ResolversParentTypes['IntegrationTypeDocs']> = {
  scopes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  setup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  troubleshooting?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IntegrationTypeInstanceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeInstance'] = ResolversParentTypes['IntegrationTypeInstance']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  baseUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  configSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  methodIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  slugStem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeMethodResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeMethod'] = ResolversParentTypes['IntegrationTypeMethod']> = {
  configSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  secretsSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeOperationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeOperation'] = ResolversParentTypes['IntegrationTypeOperation']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['OperationEffect'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  isList?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  needs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  outputs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeProbeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeProbe'] = ResolversParentTypes['IntegrationTypeProbe']> = {
  asks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ProbeName'], ParentType, ContextType>;
  proves?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeRemedyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeRemedy'] = ResolversParentTypes['IntegrationTypeRemedy']> = {
  failure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntegrationTypeWebhooksResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntegrationTypeWebhooks'] = ResolversParentTypes['IntegrationTypeWebhooks']> = {
  schemes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type InvitationOfferResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InvitationOffer'] = ResolversParentTypes['InvitationOffer']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hasAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  invitedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  tenantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenantSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IssuedInboundHookResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IssuedInboundHook'] = ResolversParentTypes['IssuedInboundHook']> = {
  hook?: Resolver<ResolversTypes['InboundHook'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LabelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LastUsedSettingsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LastUsedSettings'] = ResolversParentTypes['LastUsedSettings']> = {
  callPolicy?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  fromSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  intervalSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LeaveTenantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LeaveTenantPayload'] = ResolversParentTypes['LeaveTenantPayload']> = {
  tenantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LevelResolvers = EnumResolverSignature<{ ERROR?: any, INFO?: any, WARNING?: any }, ResolversTypes['Level']>;

export type LinkedAccountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LinkedAccount'] = ResolversParentTypes['LinkedAccount']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ManifestResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Manifest'] = ResolversParentTypes['Manifest']> = {
  annotations?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  artifactType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<Maybe<ResolversTypes['ImageBlob']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isCached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImageKind'], ParentType, ContextType>;
  layers?: Resolver<Array<ResolversTypes['ImageBlob']>, ParentType, ContextType>;
  manifestBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platforms?: Resolver<Array<ResolversTypes['ManifestPlatform']>, ParentType, ContextType>;
  repository?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ManifestPlatformResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ManifestPlatform'] = ResolversParentTypes['ManifestPlatform']> = {
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isAttestation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ManifestResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ManifestResult'] = ResolversParentTypes['ManifestResult']> = {
  failure?: Resolver<Maybe<ResolversTypes['ResourceFailure']>, ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['Manifest']>, ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  bindings?: Resolver<Array<ResolversTypes['RoleBinding']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MetricsGroupingResolvers = EnumResolverSignature<{ CALLER?: any, INTEGRATION?: any, OPERATION?: any, PROJECT?: any }, ResolversTypes['MetricsGrouping']>;

export type MetricsStepResolvers = EnumResolverSignature<{ HOUR?: any, MINUTE?: any }, ResolversTypes['MetricsStep']>;

export type MutationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationPayload'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'input'>>;
  addMember?: Resolver<ResolversTypes['AddMemberPayload'], ParentType, ContextType, RequireFields<MutationAddMemberArgs, 'input'>>;
  approveRun?: Resolver<ResolversTypes['ApproveRunPayload'], ParentType, ContextType, RequireFields<MutationApproveRunArgs, 'input'>>;
  changeMemberRole?: Resolver<ResolversTypes['ChangeMemberRolePayload'], ParentType, ContextType, RequireFields<MutationChangeMemberRoleArgs, 'input'>>;
  checkInboundHook?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationCheckInboundHookArgs, 'input'>>;
  completeSetup?: Resolver<ResolversTypes['CompleteSetupPayload'], ParentType, ContextType, RequireFields<MutationCompleteSetupArgs, 'input'>>;
  completeTask?: Resolver<ResolversTypes['CompleteTaskPayload'], ParentType, ContextType, RequireFields<MutationCompleteTaskArgs, 'input'>>;
  connectIntegration?: Resolver<ResolversTypes['ConnectIntegrationPayload'], ParentType, ContextType, RequireFields<MutationConnectIntegrationArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createAutomation?: Resolver<ResolversTypes['CreateAutomationPayload'], ParentType, ContextType, RequireFields<MutationCreateAutomationArgs, 'input'>>;
  createConnectionProfile?: Resolver<ResolversTypes['CreateConnectionProfilePayload'], ParentType, ContextType, RequireFields<MutationCreateConnectionProfileArgs, 'input'>>;
  createEnvironment?: Resolver<ResolversTypes['CreateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationCreateEnvironmentArgs, 'input'>>;
  createInboundHook?: Resolver<ResolversTypes['IssuedInboundHook'], ParentType, ContextType, RequireFields<MutationCreateInboundHookArgs, 'input'>>;
  createInvitation?: Resolver<ResolversTypes['CreateInvitationPayload'], ParentType, ContextType, RequireFields<MutationCreateInvitationArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectPayload'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  createTask?: Resolver<ResolversTypes['CreateTaskPayload'], ParentType, ContextType, RequireFields<MutationCreateTaskArgs, 'input'>>;
  createTenant?: Resolver<ResolversTypes['CreateTenantPayload'], ParentType, ContextType, RequireFields<MutationCreateTenantArgs, 'input'>>;
  createWebhookEndpoint?: Resolver<ResolversTypes['CreateWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationCreateWebhookEndpointArgs, 'input'>>;
  deleteAutomation?: Resolver<ResolversTypes['DeleteAutomationPayload'], ParentType, ContextType, RequireFields<MutationDeleteAutomationArgs, 'input'>>;
  deleteConnectionProfile?: Resolver<ResolversTypes['DeleteConnectionProfilePayload'], ParentType, ContextType, RequireFields<MutationDeleteConnectionProfileArgs, 'input'>>;
  deleteEnvironment?: Resolver<ResolversTypes['DeleteEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationDeleteEnvironmentArgs, 'input'>>;
  deleteInboundHook?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationDeleteInboundHookArgs, 'input'>>;
  deleteIntegration?: Resolver<ResolversTypes['DeleteIntegrationPayload'], ParentType, ContextType, RequireFields<MutationDeleteIntegrationArgs, 'input'>>;
  deleteProject?: Resolver<ResolversTypes['DeleteProjectPayload'], ParentType, ContextType, RequireFields<MutationDeleteProjectArgs, 'input'>>;
  deleteWebhookEndpoint?: Resolver<ResolversTypes['DeleteWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationDeleteWebhookEndpointArgs, 'input'>>;
  disableAutomation?: Resolver<ResolversTypes['DisableAutomationPayload'], ParentType, ContextType, RequireFields<MutationDisableAutomationArgs, 'input'>>;
  disableIntegration?: Resolver<ResolversTypes['DisableIntegrationPayload'], ParentType, ContextType, RequireFields<MutationDisableIntegrationArgs, 'input'>>;
  disableWebhookEndpoint?: Resolver<ResolversTypes['DisableWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationDisableWebhookEndpointArgs, 'input'>>;
  enableAutomation?: Resolver<ResolversTypes['EnableAutomationPayload'], ParentType, ContextType, RequireFields<MutationEnableAutomationArgs, 'input'>>;
  enableIntegration?: Resolver<ResolversTypes['EnableIntegrationPayload'], ParentType, ContextType, RequireFields<MutationEnableIntegrationArgs, 'input'>>;
  enableWebhookEndpoint?: Resolver<ResolversTypes['EnableWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationEnableWebhookEndpointArgs, 'input'>>;
  executeBatch?: Resolver<ResolversTypes['ExecuteBatchPayload'], ParentType, ContextType, RequireFields<MutationExecuteBatchArgs, 'input'>>;
  executeCall?: Resolver<ResolversTypes['ExecuteCallPayload'], ParentType, ContextType, RequireFields<MutationExecuteCallArgs, 'input'>>;
  failTask?: Resolver<ResolversTypes['FailTaskPayload'], ParentType, ContextType, RequireFields<MutationFailTaskArgs, 'input'>>;
  grantEgress?: Resolver<ResolversTypes['GrantEgressPayload'], ParentType, ContextType, RequireFields<MutationGrantEgressArgs, 'input'>>;
  leaveTenant?: Resolver<ResolversTypes['LeaveTenantPayload'], ParentType, ContextType>;
  ping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pingIntegration?: Resolver<ResolversTypes['PingIntegrationPayload'], ParentType, ContextType, RequireFields<MutationPingIntegrationArgs, 'input'>>;
  publishEvents?: Resolver<ResolversTypes['PublishEventsPayload'], ParentType, ContextType, RequireFields<MutationPublishEventsArgs, 'input'>>;
  recoverInboundDeliveries?: Resolver<ResolversTypes['InboundRecovery'], ParentType, ContextType, RequireFields<MutationRecoverInboundDeliveriesArgs, 'input'>>;
  registerInboundHook?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationRegisterInboundHookArgs, 'input'>>;
  rejectRun?: Resolver<ResolversTypes['RejectRunPayload'], ParentType, ContextType, RequireFields<MutationRejectRunArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  removeMemberRole?: Resolver<ResolversTypes['RemoveMemberRolePayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberRoleArgs, 'input'>>;
  replayInboundDeliveries?: Resolver<ResolversTypes['InboundReplay'], ParentType, ContextType, RequireFields<MutationReplayInboundDeliveriesArgs, 'input'>>;
  replayWebhookDeliveries?: Resolver<ResolversTypes['ReplayWebhookDeliveriesPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhookDeliveriesArgs, 'input'>>;
  replayWebhookDelivery?: Resolver<ResolversTypes['ReplayWebhookDeliveryPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhookDeliveryArgs, 'input'>>;
  resetCircuit?: Resolver<ResolversTypes['ResetCircuitPayload'], ParentType, ContextType, RequireFields<MutationResetCircuitArgs, 'input'>>;
  restoreIntegration?: Resolver<ResolversTypes['RestoreIntegrationPayload'], ParentType, ContextType, RequireFields<MutationRestoreIntegrationArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  revokeEgress?: Resolver<ResolversTypes['RevokeEgressPayload'], ParentType, ContextType, RequireFields<MutationRevokeEgressArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationPayload'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'input'>>;
  revokeOtherSessions?: Resolver<ResolversTypes['RevokeOtherSessionsPayload'], ParentType, ContextType>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  rotateApiKey?: Resolver<ResolversTypes['RotateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRotateApiKeyArgs, 'input'>>;
  rotateInboundHookSecret?: Resolver<ResolversTypes['IssuedInboundHook'], ParentType, ContextType, RequireFields<MutationRotateInboundHookSecretArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['RotateWebhookSecretPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  runDoctor?: Resolver<ResolversTypes['RunDoctorPayload'], ParentType, ContextType, RequireFields<MutationRunDoctorArgs, 'input'>>;
  runOperation?: Resolver<ResolversTypes['RunOperationPayload'], ParentType, ContextType, RequireFields<MutationRunOperationArgs, 'input'>>;
  setCallPolicy?: Resolver<ResolversTypes['SetCallPolicyPayload'], ParentType, ContextType, RequireFields<MutationSetCallPolicyArgs, 'input'>>;
  setDefaultConnectionProfile?: Resolver<ResolversTypes['SetDefaultConnectionProfilePayload'], ParentType, ContextType, RequireFields<MutationSetDefaultConnectionProfileArgs, 'input'>>;
  setDoctorSchedule?: Resolver<ResolversTypes['SetDoctorSchedulePayload'], ParentType, ContextType, RequireFields<MutationSetDoctorScheduleArgs, 'input'>>;
  skipWebhookDeliveries?: Resolver<ResolversTypes['SkipWebhookDeliveriesPayload'], ParentType, ContextType, RequireFields<MutationSkipWebhookDeliveriesArgs, 'input'>>;
  startTask?: Resolver<ResolversTypes['StartTaskPayload'], ParentType, ContextType, RequireFields<MutationStartTaskArgs, 'input'>>;
  testIntegration?: Resolver<ResolversTypes['TestIntegrationPayload'], ParentType, ContextType, RequireFields<MutationTestIntegrationArgs, 'input'>>;
  testIntegrationDraft?: Resolver<ResolversTypes['TestIntegrationDraftPayload'], ParentType, ContextType, RequireFields<MutationTestIntegrationDraftArgs, 'input'>>;
  testWebhookEndpoint?: Resolver<ResolversTypes['TestWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationTestWebhookEndpointArgs, 'input'>>;
  unlinkAccount?: Resolver<ResolversTypes['UnlinkAccountPayload'], ParentType, ContextType, RequireFields<MutationUnlinkAccountArgs, 'input'>>;
  unregisterInboundHook?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationUnregisterInboundHookArgs, 'input'>>;
  updateAutomation?: Resolver<ResolversTypes['UpdateAutomationPayload'], ParentType, ContextType, RequireFields<MutationUpdateAutomationArgs, 'input'>>;
  updateConnectionProfile?: Resolver<ResolversTypes['UpdateConnectionProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateConnectionProfileArgs, 'input'>>;
  updateEnvironment?: Resolver<ResolversTypes['UpdateEnvironmentPayload'], ParentType, ContextType, RequireFields<MutationUpdateEnvironmentArgs, 'input'>>;
  updateInboundHook?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationUpdateInboundHookArgs, 'input'>>;
  updateIntegration?: Resolver<ResolversTypes['UpdateIntegrationPayload'], ParentType, ContextType, RequireFields<MutationUpdateIntegrationArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  updateProject?: Resolver<ResolversTypes['UpdateProjectPayload'], ParentType, ContextType, RequireFields<MutationUpdateProjectArgs, 'input'>>;
  updateTenant?: Resolver<ResolversTypes['UpdateTenantPayload'], ParentType, ContextType, RequireFields<MutationUpdateTenantArgs, 'input'>>;
  updateWebhookEndpoint?: Resolver<ResolversTypes['UpdateWebhookEndpointPayload'], ParentType, ContextType, RequireFields<MutationUpdateWebhookEndpointArgs, 'input'>>;
  waiveInboundVerification?: Resolver<ResolversTypes['InboundHookPayload'], ParentType, ContextType, RequireFields<MutationWaiveInboundVerificationArgs, 'input'>>;
};

export type NeededScopesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NeededScopes'] = ResolversParentTypes['NeededScopes']> = {
  capability?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperationEffectResolvers = EnumResolverSignature<{ DESTRUCTIVE?: any, READ?: any, WRITE?: any }, ResolversTypes['OperationEffect']>;

export type OperationRunResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OperationRun'] = ResolversParentTypes['OperationRun']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['OperationEffect'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['CallFailure']>, ParentType, ContextType>;
  groupId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CallOutcome'], ParentType, ContextType>;
  output?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  waitMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type OutcomeResolvers = EnumResolverSignature<{ FAILURE?: any, SUCCESS?: any }, ResolversTypes['Outcome']>;

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PingIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PingIntegrationPayload'] = ResolversParentTypes['PingIntegrationPayload']> = {
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reachable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProbeNameResolvers = EnumResolverSignature<{ AUTHENTICATION?: any, AUTHORIZATION?: any, CONNECTIVITY?: any, LATENCY?: any, RATE_LIMIT?: any, TLS?: any, VERSION?: any }, ResolversTypes['ProbeName']>;

export type ProbeResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ProbeResult'] = ResolversParentTypes['ProbeResult']> = {
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ProbeName'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProbeStatus'], ParentType, ContextType>;
};

export type ProbeStatusResolvers = EnumResolverSignature<{ FAIL?: any, PASS?: any, SKIPPED?: any, WARN?: any }, ResolversTypes['ProbeStatus']>;

export type ProjectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublishEventsPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PublishEventsPayload'] = ResolversParentTypes['PublishEventsPayload']> = {
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activity?: Resolver<ResolversTypes['ActivityConnection'], ParentType, ContextType, Partial<QueryActivityArgs>>;
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  approvals?: Resolver<ResolversTypes['ApprovalConnection'], ParentType, ContextType, Partial<QueryApprovalsArgs>>;
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType, RequireFields<QueryAutomationArgs, 'id'>>;
  automationRecipes?: Resolver<Array<ResolversTypes['AutomationRecipe']>, ParentType, ContextType>;
  automationRun?: Resolver<ResolversTypes['AutomationRun'], ParentType, ContextType, RequireFields<QueryAutomationRunArgs, 'id'>>;
  automationRuns?: Resolver<ResolversTypes['AutomationRunConnection'], ParentType, ContextType, Partial<QueryAutomationRunsArgs>>;
  automations?: Resolver<ResolversTypes['AutomationConnection'], ParentType, ContextType, Partial<QueryAutomationsArgs>>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType, RequireFields<QueryCallArgs, 'id'>>;
  callMetrics?: Resolver<ResolversTypes['CallMetrics'], ParentType, ContextType, Partial<QueryCallMetricsArgs>>;
  calls?: Resolver<ResolversTypes['CallConnection'], ParentType, ContextType, Partial<QueryCallsArgs>>;
  connectionProfile?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType, RequireFields<QueryConnectionProfileArgs, 'id'>>;
  connectionProfiles?: Resolver<ResolversTypes['ConnectionProfileConnection'], ParentType, ContextType, Partial<QueryConnectionProfilesArgs>>;
  discoverResources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, RequireFields<QueryDiscoverResourcesArgs, 'first' | 'integration' | 'type'>>;
  dryRunAutomation?: Resolver<Array<ResolversTypes['AutomationDryRun']>, ParentType, ContextType, Partial<QueryDryRunAutomationArgs>>;
  egressGrants?: Resolver<Array<ResolversTypes['EgressGrant']>, ParentType, ContextType, RequireFields<QueryEgressGrantsArgs, 'tenant'>>;
  eventTypes?: Resolver<Array<ResolversTypes['EventTypeInfo']>, ParentType, ContextType>;
  examination?: Resolver<ResolversTypes['Examination'], ParentType, ContextType, RequireFields<QueryExaminationArgs, 'id'>>;
  examinations?: Resolver<Array<ResolversTypes['Examination']>, ParentType, ContextType, RequireFields<QueryExaminationsArgs, 'first' | 'integration'>>;
  healthSummary?: Resolver<ResolversTypes['HealthSummary'], ParentType, ContextType, Partial<QueryHealthSummaryArgs>>;
  inboundDeliveries?: Resolver<ResolversTypes['InboundDeliveryConnection'], ParentType, ContextType, Partial<QueryInboundDeliveriesArgs>>;
  inboundDelivery?: Resolver<ResolversTypes['InboundDelivery'], ParentType, ContextType, RequireFields<QueryInboundDeliveryArgs, 'id'>>;
  inboundHook?: Resolver<ResolversTypes['InboundHook'], ParentType, ContextType, RequireFields<QueryInboundHookArgs, 'id'>>;
  inboundHooks?: Resolver<ResolversTypes['InboundHookConnection'], ParentType, ContextType, Partial<QueryInboundHooksArgs>>;
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType, RequireFields<QueryIntegrationArgs, 'id'>>;
  integrationGroups?: Resolver<Array<ResolversTypes['IntegrationGroup']>, ParentType, ContextType, RequireFields<QueryIntegrationGroupsArgs, 'by'>>;
  integrationType?: Resolver<Maybe<ResolversTypes['IntegrationType']>, ParentType, ContextType, RequireFields<QueryIntegrationTypeArgs, 'id'>>;
  integrationTypes?: Resolver<Array<ResolversTypes['IntegrationType']>, ParentType, ContextType>;
  integrations?: Resolver<ResolversTypes['IntegrationConnection'], ParentType, ContextType, RequireFields<QueryIntegrationsArgs, 'orderBy'>>;
  invitationOffer?: Resolver<Maybe<ResolversTypes['InvitationOffer']>, ParentType, ContextType, RequireFields<QueryInvitationOfferArgs, 'token'>>;
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUsedSettings?: Resolver<Maybe<ResolversTypes['LastUsedSettings']>, ParentType, ContextType, RequireFields<QueryLastUsedSettingsArgs, 'type'>>;
  manifest?: Resolver<ResolversTypes['ManifestResult'], ParentType, ContextType, RequireFields<QueryManifestArgs, 'integration' | 'reference' | 'repository'>>;
  members?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  recentEvents?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType, Partial<QueryRecentEventsArgs>>;
  resolveTag?: Resolver<ResolversTypes['ResolveTagResult'], ParentType, ContextType, RequireFields<QueryResolveTagArgs, 'integration' | 'reference'>>;
  resourceLists?: Resolver<Array<ResolversTypes['ResourceList']>, ParentType, ContextType, RequireFields<QueryResourceListsArgs, 'integration'>>;
  setupLinkWorks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<QuerySetupLinkWorksArgs, 'token'>>;
  setupPending?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signInProviders?: Resolver<Array<ResolversTypes['SignInProvider']>, ParentType, ContextType>;
  suggestIntegration?: Resolver<ResolversTypes['IntegrationSuggestion'], ParentType, ContextType, RequireFields<QuerySuggestIntegrationArgs, 'type'>>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType, RequireFields<QueryTaskArgs, 'id'>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<QueryTasksArgs>>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  verifyDigest?: Resolver<ResolversTypes['VerifyDigestResult'], ParentType, ContextType, RequireFields<QueryVerifyDigestArgs, 'digest' | 'integration' | 'repository'>>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  webhookDeliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, Partial<QueryWebhookDeliveriesArgs>>;
  webhookDelivery?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType, RequireFields<QueryWebhookDeliveryArgs, 'id'>>;
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType, RequireFields<QueryWebhookEndpointArgs, 'id'>>;
  webhookEndpoints?: Resolver<Array<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  webhookReplayPreview?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<QueryWebhookReplayPreviewArgs, 'filter'>>;
};

export type QuotaResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  emptyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  learnedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['QuotaMode'], ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  perSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  remainingPercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['ReservedShares'], ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  usedPerMinute?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuotaModeResolvers = EnumResolverSignature<{ ENFORCE?: any, OBSERVE?: any }, ResolversTypes['QuotaMode']>;

export type QuotaPoolResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['QuotaPool'] = ResolversParentTypes['QuotaPool']> = {
  limitHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remainingHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resetHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RateLimitWarningResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RateLimitWarning'] = ResolversParentTypes['RateLimitWarning']> = {
  emptyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  integrationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thresholdPercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RejectRunPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RejectRunPayload'] = ResolversParentTypes['RejectRunPayload']> = {
  approval?: Resolver<ResolversTypes['Approval'], ParentType, ContextType>;
};

export type RemoveMemberPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RemoveMemberPayload'] = ResolversParentTypes['RemoveMemberPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RemoveMemberRolePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RemoveMemberRolePayload'] = ResolversParentTypes['RemoveMemberRolePayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type ReplayWebhookDeliveriesPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReplayWebhookDeliveriesPayload'] = ResolversParentTypes['ReplayWebhookDeliveriesPayload']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReplayWebhookDeliveryPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReplayWebhookDeliveryPayload'] = ResolversParentTypes['ReplayWebhookDeliveryPayload']> = {
  webhookDelivery?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type ReservedSharesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReservedShares'] = ResolversParentTypes['ReservedShares']> = {
  deploy?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  interactive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  probe?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sync?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ResetCircuitPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResetCircuitPayload'] = ResolversParentTypes['ResetCircuitPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type ResolveTagResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResolveTagResult'] = ResolversParentTypes['ResolveTagResult']> = {
  failure?: Resolver<Maybe<ResolversTypes['ResourceFailure']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['ResolvedImage']>, ParentType, ContextType>;
};

export type ResolvedImageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResolvedImage'] = ResolversParentTypes['ResolvedImage']> = {
  artifactType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImageKind'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platforms?: Resolver<Array<ResolversTypes['ImagePlatform']>, ParentType, ContextType>;
  pushedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  repository?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resolvedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResourceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Resource'] = ResolversParentTypes['Resource']> = {
  attributes?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResourceBatchResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceBatch'] = ResolversParentTypes['ResourceBatch']> = {
  cachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ResourceEdge']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ResourceFailure']>, ParentType, ContextType>;
  isCached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLast?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  page?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResourceConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceConnection'] = ResolversParentTypes['ResourceConnection']> = {
  cachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ResourceEdge']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ResourceFailure']>, ParentType, ContextType>;
  isCached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResourceEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceEdge'] = ResolversParentTypes['ResourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Resource'], ParentType, ContextType>;
};

export type ResourceFailureResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceFailure'] = ResolversParentTypes['ResourceFailure']> = {
  failureClass?: Resolver<ResolversTypes['FailureClass'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResourceListResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceList'] = ResolversParentTypes['ResourceList']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inputs?: Resolver<Array<ResolversTypes['ResourceListInput']>, ParentType, ContextType>;
  isSearchable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResourceListInputResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResourceListInput'] = ResolversParentTypes['ResourceListInput']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  list?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RestoreIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RestoreIntegrationPayload'] = ResolversParentTypes['RestoreIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  needsSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RetryPolicyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RetryPolicy'] = ResolversParentTypes['RetryPolicy']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  baseMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unsafe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type RevokeEgressPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeEgressPayload'] = ResolversParentTypes['RevokeEgressPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RevokeInvitationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeInvitationPayload'] = ResolversParentTypes['RevokeInvitationPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RevokeOtherSessionsPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeOtherSessionsPayload'] = ResolversParentTypes['RevokeOtherSessionsPayload']> = {
  revoked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ADMIN?: any, OPERATOR?: any, OWNER?: any, VIEWER?: any }, ResolversTypes['Role']>;

export type RoleBindingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RoleBinding'] = ResolversParentTypes['RoleBinding']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RotateApiKeyPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RotateApiKeyPayload'] = ResolversParentTypes['RotateApiKeyPayload']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  previousUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type RunDoctorPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RunDoctorPayload'] = ResolversParentTypes['RunDoctorPayload']> = {
  report?: Resolver<ResolversTypes['DoctorReport'], ParentType, ContextType>;
};

export type RunOperationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RunOperationPayload'] = ResolversParentTypes['RunOperationPayload']> = {
  run?: Resolver<ResolversTypes['OperationRun'], ParentType, ContextType>;
};

export type RunStateResolvers = EnumResolverSignature<{ FAILED?: any, QUEUED?: any, RUNNING?: any, SKIPPED?: any, SUCCEEDED?: any, WAITING?: any }, ResolversTypes['RunState']>;

export type SessionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetCallPolicyPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SetCallPolicyPayload'] = ResolversParentTypes['SetCallPolicyPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type SetDefaultConnectionProfilePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SetDefaultConnectionProfilePayload'] = ResolversParentTypes['SetDefaultConnectionProfilePayload']> = {
  connectionProfile?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType>;
};

export type SetDoctorSchedulePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SetDoctorSchedulePayload'] = ResolversParentTypes['SetDoctorSchedulePayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
};

export type SignInProviderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SignInProvider'] = ResolversParentTypes['SignInProvider']> = {
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SkipWebhookDeliveriesPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SkipWebhookDeliveriesPayload'] = ResolversParentTypes['SkipWebhookDeliveriesPayload']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SortDirectionResolvers = EnumResolverSignature<{ ASC?: any, DESC?: any }, ResolversTypes['SortDirection']>;

export type StartTaskPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StartTaskPayload'] = ResolversParentTypes['StartTaskPayload']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type StepStateResolvers = EnumResolverSignature<{ FAILED?: any, RUNNING?: any, SKIPPED?: any, SUCCEEDED?: any, WAITING?: any }, ResolversTypes['StepState']>;

export type SubscriptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  activityAdded?: SubscriptionResolver<ResolversTypes['ActivityAdded'], "activityAdded", ParentType, ContextType, Partial<SubscriptionActivityAddedArgs>>;
  automationRunChanged?: SubscriptionResolver<ResolversTypes['AutomationRunChange'], "automationRunChanged", ParentType, ContextType, Partial<SubscriptionAutomationRunChangedArgs>>;
  connected?: SubscriptionResolver<ResolversTypes['Boolean'], "connected", ParentType, ContextType>;
  doctor?: SubscriptionResolver<ResolversTypes['DoctorProgress'], "doctor", ParentType, ContextType, RequireFields<SubscriptionDoctorArgs, 'integration'>>;
  doctorDraft?: SubscriptionResolver<ResolversTypes['DoctorProgress'], "doctorDraft", ParentType, ContextType, RequireFields<SubscriptionDoctorDraftArgs, 'input'>>;
  events?: SubscriptionResolver<ResolversTypes['Event'], "events", ParentType, ContextType, Partial<SubscriptionEventsArgs>>;
  integrationStatusChanged?: SubscriptionResolver<ResolversTypes['IntegrationStatusChange'], "integrationStatusChanged", ParentType, ContextType, Partial<SubscriptionIntegrationStatusChangedArgs>>;
  rateLimitWarning?: SubscriptionResolver<ResolversTypes['RateLimitWarning'], "rateLimitWarning", ParentType, ContextType, Partial<SubscriptionRateLimitWarningArgs>>;
  resources?: SubscriptionResolver<ResolversTypes['ResourceBatch'], "resources", ParentType, ContextType, RequireFields<SubscriptionResourcesArgs, 'integration' | 'type'>>;
  webhookDeliveryChanged?: SubscriptionResolver<ResolversTypes['WebhookDelivery'], "webhookDeliveryChanged", ParentType, ContextType, RequireFields<SubscriptionWebhookDeliveryChangedArgs, 'endpointId'>>;
};

export type TaskResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pullRequest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskStateResolvers = EnumResolverSignature<{ COMPLETED?: any, CREATED?: any, FAILED?: any, STARTED?: any }, ResolversTypes['TaskState']>;

export type TenantResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TestIntegrationDraftPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TestIntegrationDraftPayload'] = ResolversParentTypes['TestIntegrationDraftPayload']> = {
  result?: Resolver<ResolversTypes['TestResult'], ParentType, ContextType>;
};

export type TestIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TestIntegrationPayload'] = ResolversParentTypes['TestIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['TestResult'], ParentType, ContextType>;
};

export type TestResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TestResult'] = ResolversParentTypes['TestResult']> = {
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failingProbe?: Resolver<Maybe<ResolversTypes['ProbeName']>, ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['Health']>, ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  probes?: Resolver<Array<ResolversTypes['ProbeResult']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  success?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TestWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TestWebhookEndpointPayload'] = ResolversParentTypes['TestWebhookEndpointPayload']> = {
  webhookDelivery?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type UnlinkAccountPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnlinkAccountPayload'] = ResolversParentTypes['UnlinkAccountPayload']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateAutomationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateAutomationPayload'] = ResolversParentTypes['UpdateAutomationPayload']> = {
  automation?: Resolver<ResolversTypes['Automation'], ParentType, ContextType>;
};

export type UpdateConnectionProfilePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateConnectionProfilePayload'] = ResolversParentTypes['UpdateConnectionProfilePayload']> = {
  connectionProfile?: Resolver<ResolversTypes['ConnectionProfile'], ParentType, ContextType>;
};

export type UpdateEnvironmentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateEnvironmentPayload'] = ResolversParentTypes['UpdateEnvironmentPayload']> = {
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
};

export type UpdateIntegrationPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateIntegrationPayload'] = ResolversParentTypes['UpdateIntegrationPayload']> = {
  integration?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  test?: Resolver<Maybe<ResolversTypes['TestResult']>, ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type UpdateProjectPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateProjectPayload'] = ResolversParentTypes['UpdateProjectPayload']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type UpdateTenantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateTenantPayload'] = ResolversParentTypes['UpdateTenantPayload']> = {
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type UpdateWebhookEndpointPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateWebhookEndpointPayload'] = ResolversParentTypes['UpdateWebhookEndpointPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhookEndpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type VerifyDigestResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['VerifyDigestResult'] = ResolversParentTypes['VerifyDigestResult']> = {
  failure?: Resolver<Maybe<ResolversTypes['ResourceFailure']>, ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['DigestVerdict']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  accounts?: Resolver<Array<ResolversTypes['LinkedAccount']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isInstanceAdmin?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proofEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  tenants?: Resolver<Array<ResolversTypes['ViewerTenant']>, ParentType, ContextType>;
};

export type ViewerKindResolvers = EnumResolverSignature<{ API_KEY?: any, USER?: any }, ResolversTypes['ViewerKind']>;

export type ViewerTenantResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ViewerTenant'] = ResolversParentTypes['ViewerTenant']> = {
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestHeaders?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  responseBody?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responseCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  responseHeaders?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  secretVersions?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timings?: Resolver<ResolversTypes['WebhookTimings'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  endpointId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureClass?: Resolver<Maybe<ResolversTypes['FailureClass']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBeingSent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tries?: Resolver<Array<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookDeliveryStateResolvers = EnumResolverSignature<{ DELIVERED?: any, FAILED?: any, PENDING?: any, RETRYING?: any, SKIPPED?: any }, ResolversTypes['WebhookDeliveryState']>;

export type WebhookDisabledReasonResolvers = EnumResolverSignature<{ FAILING?: any, GONE?: any, OWNER_GONE?: any, PERSON?: any }, ResolversTypes['WebhookDisabledReason']>;

export type WebhookEndpointResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookEndpoint'] = ResolversParentTypes['WebhookEndpoint']> = {
  concurrency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabledReason?: Resolver<Maybe<ResolversTypes['WebhookDisabledReason']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hasOwnSchedule?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  headers?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  integrations?: Resolver<Array<ResolversTypes['Integration']>, ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastFailureAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['EventActor'], ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payloadVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  projectIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  ratePerSecond?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookEndpointState'], ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['WebhookStatistics'], ParentType, ContextType, Partial<WebhookEndpointStatisticsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookEndpointStateResolvers = EnumResolverSignature<{ ACTIVE?: any, DISABLED?: any, FAILING?: any }, ResolversTypes['WebhookEndpointState']>;

export type WebhookStatisticsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookStatistics'] = ResolversParentTypes['WebhookStatistics']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exhausted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latencyMsP50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMsP95?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  successRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookTimingsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WebhookTimings'] = ResolversParentTypes['WebhookTimings']> = {
  connectMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dnsMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tlsMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  totalMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  waitMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  AcceptInvitationPayload?: AcceptInvitationPayloadResolvers<ContextType>;
  ActivityAdded?: ActivityAddedResolvers<ContextType>;
  ActivityConnection?: ActivityConnectionResolvers<ContextType>;
  ActivityEdge?: ActivityEdgeResolvers<ContextType>;
  ActivityEntry?: ActivityEntryResolvers<ContextType>;
  ActorKind?: ActorKindResolvers;
  AddMemberPayload?: AddMemberPayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyScope?: ApiKeyScopeResolvers<ContextType>;
  Approval?: ApprovalResolvers<ContextType>;
  ApprovalConnection?: ApprovalConnectionResolvers<ContextType>;
  ApprovalEdge?: ApprovalEdgeResolvers<ContextType>;
  ApprovalState?: ApprovalStateResolvers;
  ApproveRunPayload?: ApproveRunPayloadResolvers<ContextType>;
  Automation?: AutomationResolvers<ContextType>;
  AutomationConnection?: AutomationConnectionResolvers<ContextType>;
  AutomationDryRun?: AutomationDryRunResolvers<ContextType>;
  AutomationDryStep?: AutomationDryStepResolvers<ContextType>;
  AutomationEdge?: AutomationEdgeResolvers<ContextType>;
  AutomationRecipe?: AutomationRecipeResolvers<ContextType>;
  AutomationRun?: AutomationRunResolvers<ContextType>;
  AutomationRunChange?: AutomationRunChangeResolvers<ContextType>;
  AutomationRunConnection?: AutomationRunConnectionResolvers<ContextType>;
  AutomationRunEdge?: AutomationRunEdgeResolvers<ContextType>;
  AutomationRunStep?: AutomationRunStepResolvers<ContextType>;
  BatchAnswer?: BatchAnswerResolvers<ContextType>;
  BreakerPolicy?: BreakerPolicyResolvers<ContextType>;
  BulkheadPolicy?: BulkheadPolicyResolvers<ContextType>;
  Call?: CallResolvers<ContextType>;
  CallAttempt?: CallAttemptResolvers<ContextType>;
  CallConnection?: CallConnectionResolvers<ContextType>;
  CallEdge?: CallEdgeResolvers<ContextType>;
  CallFailure?: CallFailureResolvers<ContextType>;
  CallFigures?: CallFiguresResolvers<ContextType>;
  CallKind?: CallKindResolvers;
  CallMethod?: CallMethodResolvers;
  CallMetrics?: CallMetricsResolvers<ContextType>;
  CallMetricsGroup?: CallMetricsGroupResolvers<ContextType>;
  CallMetricsPoint?: CallMetricsPointResolvers<ContextType>;
  CallOutcome?: CallOutcomeResolvers;
  CallPolicy?: CallPolicyResolvers<ContextType>;
  CallPriority?: CallPriorityResolvers;
  CallQuota?: CallQuotaResolvers<ContextType>;
  CallQuotaPolicy?: CallQuotaPolicyResolvers<ContextType>;
  CallRefusal?: CallRefusalResolvers<ContextType>;
  CallResult?: CallResultResolvers<ContextType>;
  CallTimings?: CallTimingsResolvers<ContextType>;
  ChangeMemberRolePayload?: ChangeMemberRolePayloadResolvers<ContextType>;
  Check?: CheckResolvers<ContextType>;
  Circuit?: CircuitResolvers<ContextType>;
  CircuitState?: CircuitStateResolvers;
  CompleteSetupPayload?: CompleteSetupPayloadResolvers<ContextType>;
  CompleteTaskPayload?: CompleteTaskPayloadResolvers<ContextType>;
  ConnectIntegrationPayload?: ConnectIntegrationPayloadResolvers<ContextType>;
  ConnectionProfile?: ConnectionProfileResolvers<ContextType>;
  ConnectionProfileConnection?: ConnectionProfileConnectionResolvers<ContextType>;
  ConnectionProfileEdge?: ConnectionProfileEdgeResolvers<ContextType>;
  ConnectionProfileProblem?: ConnectionProfileProblemResolvers<ContextType>;
  ConnectorMaturity?: ConnectorMaturityResolvers;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateAutomationPayload?: CreateAutomationPayloadResolvers<ContextType>;
  CreateConnectionProfilePayload?: CreateConnectionProfilePayloadResolvers<ContextType>;
  CreateEnvironmentPayload?: CreateEnvironmentPayloadResolvers<ContextType>;
  CreateInvitationPayload?: CreateInvitationPayloadResolvers<ContextType>;
  CreateProjectPayload?: CreateProjectPayloadResolvers<ContextType>;
  CreateTaskPayload?: CreateTaskPayloadResolvers<ContextType>;
  CreateTenantPayload?: CreateTenantPayloadResolvers<ContextType>;
  CreateWebhookEndpointPayload?: CreateWebhookEndpointPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAutomationPayload?: DeleteAutomationPayloadResolvers<ContextType>;
  DeleteConnectionProfilePayload?: DeleteConnectionProfilePayloadResolvers<ContextType>;
  DeleteEnvironmentPayload?: DeleteEnvironmentPayloadResolvers<ContextType>;
  DeleteIntegrationPayload?: DeleteIntegrationPayloadResolvers<ContextType>;
  DeleteProjectPayload?: DeleteProjectPayloadResolvers<ContextType>;
  DeleteWebhookEndpointPayload?: DeleteWebhookEndpointPayloadResolvers<ContextType>;
  DigestVerdict?: DigestVerdictResolvers<ContextType>;
  DisableAutomationPayload?: DisableAutomationPayloadResolvers<ContextType>;
  DisableIntegrationPayload?: DisableIntegrationPayloadResolvers<ContextType>;
  DisableWebhookEndpointPayload?: DisableWebhookEndpointPayloadResolvers<ContextType>;
  DiscoveryList?: DiscoveryListResolvers<ContextType>;
  DoctorChange?: DoctorChangeResolvers<ContextType>;
  DoctorCheckName?: DoctorCheckNameResolvers;
  DoctorCheckResult?: DoctorCheckResultResolvers<ContextType>;
  DoctorProgress?: DoctorProgressResolvers<ContextType>;
  DoctorReport?: DoctorReportResolvers<ContextType>;
  DoctorSchedule?: DoctorScheduleResolvers<ContextType>;
  DoctorSource?: DoctorSourceResolvers;
  DoctorSuggestion?: DoctorSuggestionResolvers<ContextType>;
  DoctorVerdict?: DoctorVerdictResolvers;
  EgressGrant?: EgressGrantResolvers<ContextType>;
  EnableAutomationPayload?: EnableAutomationPayloadResolvers<ContextType>;
  EnableIntegrationPayload?: EnableIntegrationPayloadResolvers<ContextType>;
  EnableWebhookEndpointPayload?: EnableWebhookEndpointPayloadResolvers<ContextType>;
  Environment?: EnvironmentResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventActor?: EventActorResolvers<ContextType>;
  EventTypeInfo?: EventTypeInfoResolvers<ContextType>;
  Examination?: ExaminationResolvers<ContextType>;
  ExecuteBatchPayload?: ExecuteBatchPayloadResolvers<ContextType>;
  ExecuteCallPayload?: ExecuteCallPayloadResolvers<ContextType>;
  FailTaskPayload?: FailTaskPayloadResolvers<ContextType>;
  FailureClass?: FailureClassResolvers;
  FailureCount?: FailureCountResolvers<ContextType>;
  GrantEgressPayload?: GrantEgressPayloadResolvers<ContextType>;
  Health?: HealthResolvers;
  HealthStats?: HealthStatsResolvers<ContextType>;
  HealthSummary?: HealthSummaryResolvers<ContextType>;
  HealthWindow?: HealthWindowResolvers;
  ImageBlob?: ImageBlobResolvers<ContextType>;
  ImageKind?: ImageKindResolvers;
  ImagePlatform?: ImagePlatformResolvers<ContextType>;
  InboundContent?: InboundContentResolvers<ContextType>;
  InboundDelivery?: InboundDeliveryResolvers<ContextType>;
  InboundDeliveryConnection?: InboundDeliveryConnectionResolvers<ContextType>;
  InboundDeliveryEdge?: InboundDeliveryEdgeResolvers<ContextType>;
  InboundHeader?: InboundHeaderResolvers<ContextType>;
  InboundHook?: InboundHookResolvers<ContextType>;
  InboundHookConnection?: InboundHookConnectionResolvers<ContextType>;
  InboundHookEdge?: InboundHookEdgeResolvers<ContextType>;
  InboundHookKind?: InboundHookKindResolvers;
  InboundHookPayload?: InboundHookPayloadResolvers<ContextType>;
  InboundProviderState?: InboundProviderStateResolvers;
  InboundRecovery?: InboundRecoveryResolvers<ContextType>;
  InboundRegistration?: InboundRegistrationResolvers<ContextType>;
  InboundReplay?: InboundReplayResolvers<ContextType>;
  InboundSecretInfo?: InboundSecretInfoResolvers<ContextType>;
  InboundState?: InboundStateResolvers;
  InboundWaiver?: InboundWaiverResolvers<ContextType>;
  Integration?: IntegrationResolvers<ContextType>;
  IntegrationConnection?: IntegrationConnectionResolvers<ContextType>;
  IntegrationEdge?: IntegrationEdgeResolvers<ContextType>;
  IntegrationGroup?: IntegrationGroupResolvers<ContextType>;
  IntegrationGrouping?: IntegrationGroupingResolvers;
  IntegrationOrder?: IntegrationOrderResolvers;
  IntegrationStatusChange?: IntegrationStatusChangeResolvers<ContextType>;
  IntegrationSuggestion?: IntegrationSuggestionResolvers<ContextType>;
  IntegrationType?: IntegrationTypeResolvers<ContextType>;
  IntegrationTypeDocs?: IntegrationTypeDocsResolvers<ContextType>;
  IntegrationTypeInstance?: IntegrationTypeInstanceResolvers<ContextType>;
  IntegrationTypeMethod?: IntegrationTypeMethodResolvers<ContextType>;
  IntegrationTypeOperation?: IntegrationTypeOperationResolvers<ContextType>;
  IntegrationTypeProbe?: IntegrationTypeProbeResolvers<ContextType>;
  IntegrationTypeRemedy?: IntegrationTypeRemedyResolvers<ContextType>;
  IntegrationTypeWebhooks?: IntegrationTypeWebhooksResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationOffer?: InvitationOfferResolvers<ContextType>;
  IssuedInboundHook?: IssuedInboundHookResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Label?: LabelResolvers<ContextType>;
  LastUsedSettings?: LastUsedSettingsResolvers<ContextType>;
  LeaveTenantPayload?: LeaveTenantPayloadResolvers<ContextType>;
  Level?: LevelResolvers;
  LinkedAccount?: LinkedAccountResolvers<ContextType>;
  Manifest?: ManifestResolvers<ContextType>;
  ManifestPlatform?: ManifestPlatformResolvers<ContextType>;
  ManifestResult?: ManifestResultResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MetricsGrouping?: MetricsGroupingResolvers;
  MetricsStep?: MetricsStepResolvers;
  Mutation?: MutationResolvers<ContextType>;
  NeededScopes?: NeededScopesResolvers<ContextType>;
  OperationEffect?: OperationEffectResolvers;
  OperationRun?: OperationRunResolvers<ContextType>;
  Outcome?: OutcomeResolvers;
  PageInfo?: PageInfoResolvers<ContextType>;
  PingIntegrationPayload?: PingIntegrationPayloadResolvers<ContextType>;
  ProbeName?: ProbeNameResolvers;
  ProbeResult?: ProbeResultResolvers<ContextType>;
  ProbeStatus?: ProbeStatusResolvers;
  Project?: ProjectResolvers<ContextType>;
  PublishEventsPayload?: PublishEventsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  QuotaMode?: QuotaModeResolvers;
  QuotaPool?: QuotaPoolResolvers<ContextType>;
  RateLimitWarning?: RateLimitWarningResolvers<ContextType>;
  RejectRunPayload?: RejectRunPayloadResolvers<ContextType>;
  RemoveMemberPayload?: RemoveMemberPayloadResolvers<ContextType>;
  RemoveMemberRolePayload?: RemoveMemberRolePayloadResolvers<ContextType>;
  ReplayWebhookDeliveriesPayload?: ReplayWebhookDeliveriesPayloadResolvers<ContextType>;
  ReplayWebhookDeliveryPayload?: ReplayWebhookDeliveryPayloadResolvers<ContextType>;
  ReservedShares?: ReservedSharesResolvers<ContextType>;
  ResetCircuitPayload?: ResetCircuitPayloadResolvers<ContextType>;
  ResolveTagResult?: ResolveTagResultResolvers<ContextType>;
  ResolvedImage?: ResolvedImageResolvers<ContextType>;
  Resource?: ResourceResolvers<ContextType>;
  ResourceBatch?: ResourceBatchResolvers<ContextType>;
  ResourceConnection?: ResourceConnectionResolvers<ContextType>;
  ResourceEdge?: ResourceEdgeResolvers<ContextType>;
  ResourceFailure?: ResourceFailureResolvers<ContextType>;
  ResourceList?: ResourceListResolvers<ContextType>;
  ResourceListInput?: ResourceListInputResolvers<ContextType>;
  RestoreIntegrationPayload?: RestoreIntegrationPayloadResolvers<ContextType>;
  RetryPolicy?: RetryPolicyResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RevokeEgressPayload?: RevokeEgressPayloadResolvers<ContextType>;
  RevokeInvitationPayload?: RevokeInvitationPayloadResolvers<ContextType>;
  RevokeOtherSessionsPayload?: RevokeOtherSessionsPayloadResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  Role?: RoleResolvers;
  RoleBinding?: RoleBindingResolvers<ContextType>;
  RotateApiKeyPayload?: RotateApiKeyPayloadResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  RunDoctorPayload?: RunDoctorPayloadResolvers<ContextType>;
  RunOperationPayload?: RunOperationPayloadResolvers<ContextType>;
  RunState?: RunStateResolvers;
  Session?: SessionResolvers<ContextType>;
  SetCallPolicyPayload?: SetCallPolicyPayloadResolvers<ContextType>;
  SetDefaultConnectionProfilePayload?: SetDefaultConnectionProfilePayloadResolvers<ContextType>;
  SetDoctorSchedulePayload?: SetDoctorSchedulePayloadResolvers<ContextType>;
  SignInProvider?: SignInProviderResolvers<ContextType>;
  SkipWebhookDeliveriesPayload?: SkipWebhookDeliveriesPayloadResolvers<ContextType>;
  SortDirection?: SortDirectionResolvers;
  StartTaskPayload?: StartTaskPayloadResolvers<ContextType>;
  StepState?: StepStateResolvers;
  Subscription?: SubscriptionResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskState?: TaskStateResolvers;
  Tenant?: TenantResolvers<ContextType>;
  TestIntegrationDraftPayload?: TestIntegrationDraftPayloadResolvers<ContextType>;
  TestIntegrationPayload?: TestIntegrationPayloadResolvers<ContextType>;
  TestResult?: TestResultResolvers<ContextType>;
  TestWebhookEndpointPayload?: TestWebhookEndpointPayloadResolvers<ContextType>;
  UnlinkAccountPayload?: UnlinkAccountPayloadResolvers<ContextType>;
  UpdateAutomationPayload?: UpdateAutomationPayloadResolvers<ContextType>;
  UpdateConnectionProfilePayload?: UpdateConnectionProfilePayloadResolvers<ContextType>;
  UpdateEnvironmentPayload?: UpdateEnvironmentPayloadResolvers<ContextType>;
  UpdateIntegrationPayload?: UpdateIntegrationPayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  UpdateProjectPayload?: UpdateProjectPayloadResolvers<ContextType>;
  UpdateTenantPayload?: UpdateTenantPayloadResolvers<ContextType>;
  UpdateWebhookEndpointPayload?: UpdateWebhookEndpointPayloadResolvers<ContextType>;
  VerifyDigestResult?: VerifyDigestResultResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerKind?: ViewerKindResolvers;
  ViewerTenant?: ViewerTenantResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookDeliveryState?: WebhookDeliveryStateResolvers;
  WebhookDisabledReason?: WebhookDisabledReasonResolvers;
  WebhookEndpoint?: WebhookEndpointResolvers<ContextType>;
  WebhookEndpointState?: WebhookEndpointStateResolvers;
  WebhookStatistics?: WebhookStatisticsResolvers<ContextType>;
  WebhookTimings?: WebhookTimingsResolvers<ContextType>;
};

