import type { offeredProviders } from '@/server/auth/providers'
import type { LinkedAccount } from '@/server/domain/accounts/service'
import type { Approval, Automation, DryRun, Recipe, Run, RunStep } from '@/server/domain/automations/service'
import type {
  BatchAnswer,
  Call,
  CallFigures,
  CallMetrics,
  CallMetricsGroup,
  CallMetricsPoint,
  CallPolicyFacts,
  CallResult,
  Circuit,
  listCalls,
  MetricsGrouping,
  MetricsStep,
} from '@/server/domain/calls/service'
import type { ConnectorMaturity, IntegrationType, OperationEffect } from '@/server/domain/connectors/service'
import type { DoctorSchedule, Examination } from '@/server/domain/doctor/service'
import type { EgressGrant } from '@/server/domain/egress/service'
import type { ActivityEntry, listActivity } from '@/server/domain/events/activity'
import type { Check, HealthStats } from '@/server/domain/health/service'
import type {
  Hook,
  InboundContent,
  InboundDelivery,
  listHooks,
  listInboundDeliveries,
  Registration,
} from '@/server/domain/inbound/service'
import type {
  HealthCounts,
  Integration,
  IntegrationGroup,
  IntegrationGrouping,
  IntegrationPage as IntegrationListPage,
  IntegrationOrder,
  SortDirection,
} from '@/server/domain/integrations/service'
import type { Invitation, InvitationOffer } from '@/server/domain/invitations/service'
import type { ApiKey } from '@/server/domain/keys/service'
import type { Member } from '@/server/domain/members/service'
import type { OperationRun } from '@/server/domain/operations/service'
import type { Profile } from '@/server/domain/profiles/service'
import type { Quota } from '@/server/domain/quotas/service'
import type {
  DigestVerdict,
  ImageBlob,
  ImagePlatform,
  ManifestDetails,
  ResolvedImage,
  ResourceBatch,
  ResourceFailure,
  ResourceItem,
  ResourcePage,
} from '@/server/domain/resources/service'
import type { Session } from '@/server/domain/sessions/service'
import type { Task } from '@/server/domain/tasks/service'
import type { Environment, listTenantsOfUser, Project, Tenant } from '@/server/domain/tenants/service'
import type {
  Delivery,
  DeliveryAttempt,
  EndpointStatistics,
  listDeliveries,
  WebhookEndpoint,
} from '@/server/domain/webhooks/service'
import type {
  CallAttempt,
  CallFailure,
  CallKind,
  CallMethod,
  CallOutcome,
  CallPriority,
  CircuitState,
} from '@/server/kernel/calls'
import type {
  DoctorChange,
  DoctorCheckName,
  DoctorCheckResult,
  DoctorReport,
  DoctorSource,
  DoctorSuggestion,
  DoctorVerdict,
} from '@/server/kernel/doctor'
import type { FieldProblem, HubError } from '@/server/kernel/errors'
import type { HubEvent as AnyHubEvent, EventActor, Level, Outcome } from '@/server/kernel/events'
import type {
  FailureClass,
  HealthState,
  ProbeName,
  ProbeReport,
  ProbeResult,
  ProbeStatus,
} from '@/server/kernel/health'
import type { HookKind, InboundState, ProviderState } from '@/server/kernel/inbound'
import type { Page } from '@/server/kernel/page'
import type { Role } from '@/server/kernel/permissions'
import type { DeliveryState, DisabledReason, EndpointState } from '@/server/kernel/webhooks'

/**
 * The domain values behind the GraphQL types, under names that cannot be confused with the generated ones.
 * graphql/mappers.ts says which stands where.
 */
export type { Principal } from '@/server/auth/context'
export type { EventType } from '@/server/kernel/events'
export type { Grant } from '@/server/kernel/permissions'
export type HubEvent = AnyHubEvent

export type ActivityEntryModel = ActivityEntry
export type ActivityAddedModel = { sequence: string; entry: ActivityEntry }
export type ActivityPage = Awaited<ReturnType<typeof listActivity>>
export type ActivityEdgeModel = ActivityPage['items'][number]
export type ApiKeyModel = ApiKey
export type CheckModel = Check
export type DoctorChangeModel = DoctorChange
export type DoctorCheckResultModel = DoctorCheckResult
export type { DoctorProgress as DoctorProgressModel } from './doctor/progress'
export type DoctorReportModel = DoctorReport
export type DoctorSuggestionModel = DoctorSuggestion
export type ConnectionProfileModel = Profile
export type ConnectionProfilePage = Page<Profile>
export type ConnectionProfileEdgeModel = ConnectionProfilePage['items'][number]
export type ConnectionProfileProblemModel = FieldProblem
export type TaskModel = Task
export type TaskStateValue = Task['state']
export type TaskPage = Page<Task>
export type TaskEdgeModel = TaskPage['items'][number]
export type EgressGrantModel = EgressGrant
export type EnvironmentModel = Environment
export type EventActorModel = EventActor
export type ExaminationModel = Examination
export type DoctorScheduleModel = DoctorSchedule
export type HealthStatsModel = HealthStats
export type HealthSummaryModel = HealthCounts
export type IntegrationModel = Integration
export type IntegrationGroupModel = IntegrationGroup
export type IntegrationPage = IntegrationListPage
export type IntegrationTypeModel = IntegrationType
export type IntegrationEdgeModel = IntegrationPage['items'][number]
export type InvitationModel = Invitation
export type InvitationOfferModel = InvitationOffer
export type LinkedAccountModel = LinkedAccount
export type MemberModel = Member
export type ProbeResultModel = ProbeResult
export type ProjectModel = Project
export type QuotaModel = Quota
export type QuotaModeValue = Quota['mode']
export type ReservedSharesModel = Quota['reserved']
export type RateLimitWarningModel = AnyHubEvent<'integration.rate_limit_warned'>
export type RemovedRoleModel = { member: Member | null }
export type RoleBindingModel = Member['bindings'][number]
export type SavedIntegrationModel = { integration: Integration; test: ProbeReport | null }
export type SessionModel = Session
export type StatusChangeModel = AnyHubEvent<'integration.health_changed'>
export type SignInProviderModel = ReturnType<typeof offeredProviders>[number]
export type TenantModel = Tenant
export type TestResultModel = ProbeReport
export type ViewerTenantModel = Awaited<ReturnType<typeof listTenantsOfUser>>[number]

export type DigestVerdictModel = DigestVerdict
export type ImageBlobModel = ImageBlob
export type ImagePlatformModel = ImagePlatform
export type ManifestModel = ManifestDetails
export type ResolvedImageModel = ResolvedImage
export type ManifestResultModel = { manifest: ManifestDetails | null; failure: ResourceFailure | null }
export type ResolveTagResultModel = { image: ResolvedImage | null; failure: ResourceFailure | null }
export type VerifyDigestResultModel = {
  isVerified: boolean
  verdict: DigestVerdict | null
  failure: ResourceFailure | null
}
export type ResourceBatchModel = ResourceBatch
export type ResourceFailureModel = ResourceFailure & { page?: number }
export type ResourceItemModel = ResourceItem
export type ResourcePageModel = ResourcePage

export type ImageKindValue = ResolvedImage['kind']
export type ActorKindValue = EventActor['kind']
export type DoctorCheckNameValue = DoctorCheckName
export type DoctorSourceValue = DoctorSource
export type DoctorVerdictValue = DoctorVerdict
export type FailureClassValue = FailureClass
export type HealthValue = HealthState
export type HealthWindowValue = 'hour' | 'day' | 'week' | 'month'
export type ConnectorMaturityValue = ConnectorMaturity
export type IntegrationGroupingValue = IntegrationGrouping
export type IntegrationOrderValue = IntegrationOrder
export type OperationEffectValue = OperationEffect
export type SortDirectionValue = SortDirection
export type LevelValue = Level
export type OutcomeValue = Outcome
export type ProbeNameValue = ProbeName
export type ProbeStatusValue = ProbeStatus
export type RoleValue = Role
export type ViewerKindValue = 'user' | 'api_key'
export type CallFailureModel = CallFailure
export type CallOutcomeValue = CallOutcome
export type CallPriorityValue = CallPriority
export type OperationRunModel = OperationRun
export type BatchAnswerModel = BatchAnswer
export type CallModel = Call
export type CallAttemptModel = CallAttempt
export type CallPageModel = Awaited<ReturnType<typeof listCalls>>
export type CallEdgeModel = CallPageModel['items'][number]
export type CallFiguresModel = CallFigures
export type CallMetricsModel = CallMetrics
export type CallMetricsGroupModel = CallMetricsGroup
export type CallMetricsPointModel = CallMetricsPoint
export type CallPolicyModel = CallPolicyFacts
export type CallRefusalModel = HubError
export type CallResultModel = CallResult
export type CircuitModel = Circuit
export type CallKindValue = CallKind
export type CallMethodValue = CallMethod
export type CircuitStateValue = CircuitState
export type MetricsGroupingValue = MetricsGrouping
export type MetricsStepValue = MetricsStep
export type WebhookAttemptModel = DeliveryAttempt
export type WebhookDeliveryModel = Delivery
export type WebhookDeliveryPage = Awaited<ReturnType<typeof listDeliveries>>
export type WebhookDeliveryEdgeModel = WebhookDeliveryPage['items'][number]
export type WebhookEndpointModel = WebhookEndpoint
export type WebhookStatisticsModel = EndpointStatistics
export type WebhookDeliveryStateValue = DeliveryState
export type WebhookDisabledReasonValue = DisabledReason
export type WebhookEndpointStateValue = EndpointState

export type InboundContentModel = InboundContent
export type InboundDeliveryModel = InboundDelivery
export type InboundDeliveryPage = Awaited<ReturnType<typeof listInboundDeliveries>>
export type InboundDeliveryEdgeModel = InboundDeliveryPage['items'][number]
export type InboundHookModel = Hook
export type InboundHookPage = Awaited<ReturnType<typeof listHooks>>
export type InboundHookEdgeModel = InboundHookPage['items'][number]
export type InboundRegistrationModel = Registration
export type InboundHookKindValue = HookKind
export type InboundStateValue = InboundState
export type InboundProviderStateValue = ProviderState

export type AutomationModel = Automation
export type AutomationPage = Page<Automation>
export type AutomationEdgeModel = AutomationPage['items'][number]
export type AutomationRecipeModel = Recipe
export type AutomationRunModel = Run
export type AutomationRunPage = Page<Run>
export type AutomationRunEdgeModel = AutomationRunPage['items'][number]
export type AutomationRunStepModel = RunStep
export type AutomationRunChangeModel = { sequence: string; type: string; run: Run }
export type AutomationDryRunModel = DryRun
export type ApprovalModel = Approval
export type ApprovalPage = Page<Approval>
export type ApprovalEdgeModel = ApprovalPage['items'][number]
export type ApprovalStateValue = Approval['state']
export type RunStateValue = Run['state']
export type StepStateValue = RunStep['state']
