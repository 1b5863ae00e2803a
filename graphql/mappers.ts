/**
 * Which domain value stands behind each GraphQL type. All of them are named in graphql/models.ts; a mapper cannot
 * contain quotes or generics, so a type that is not a plain name gets an alias there.
 */
const model = (name: string) => `@/graphql/models#${name}`

export const mappers: Record<string, string> = {
  ActivityAdded: model('ActivityAddedModel'),
  ActivityConnection: model('ActivityPage'),
  ActivityEdge: model('ActivityEdgeModel'),
  ActivityEntry: model('ActivityEntryModel'),
  ApiKey: model('ApiKeyModel'),
  ApiKeyScope: model('Grant'),
  Check: model('CheckModel'),
  ConnectIntegrationPayload: model('SavedIntegrationModel'),
  EgressGrant: model('EgressGrantModel'),
  Environment: model('EnvironmentModel'),
  Event: model('HubEvent'),
  EventActor: model('EventActorModel'),
  EventTypeInfo: model('EventType'),
  HealthStats: model('HealthStatsModel'),
  HealthSummary: model('HealthSummaryModel'),
  Integration: model('IntegrationModel'),
  IntegrationConnection: model('IntegrationPage'),
  IntegrationEdge: model('IntegrationEdgeModel'),
  IntegrationGroup: model('IntegrationGroupModel'),
  IntegrationStatusChange: model('StatusChangeModel'),
  IntegrationType: model('IntegrationTypeModel'),
  Member: model('MemberModel'),
  ProbeResult: model('ProbeResultModel'),
  Project: model('ProjectModel'),
  Quota: model('QuotaModel'),
  RateLimitWarning: model('RateLimitWarningModel'),
  RoleBinding: model('RoleBindingModel'),
  Session: model('SessionModel'),
  Tenant: model('TenantModel'),
  TestResult: model('TestResultModel'),
  UpdateIntegrationPayload: model('SavedIntegrationModel'),
  Viewer: model('Principal'),
  ViewerTenant: model('ViewerTenantModel'),
}

/** Enums are the domain's own words inside the server; each module's resolvers map them once. */
export const enumModels: Record<string, string> = {
  ActorKind: model('ActorKindValue'),
  ConnectorMaturity: model('ConnectorMaturityValue'),
  FailureClass: model('FailureClassValue'),
  Health: model('HealthValue'),
  HealthWindow: model('HealthWindowValue'),
  IntegrationGrouping: model('IntegrationGroupingValue'),
  IntegrationOrder: model('IntegrationOrderValue'),
  Level: model('LevelValue'),
  OperationEffect: model('OperationEffectValue'),
  Outcome: model('OutcomeValue'),
  ProbeName: model('ProbeNameValue'),
  ProbeStatus: model('ProbeStatusValue'),
  Role: model('RoleValue'),
  SortDirection: model('SortDirectionValue'),
  ViewerKind: model('ViewerKindValue'),
}
