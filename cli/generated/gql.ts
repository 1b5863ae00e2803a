/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes { permission projectId integrationId }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n  }\n": typeof types.ApiKeyFieldsFragmentDoc,
    "\n  query ApiKeys {\n    apiKeys { ...ApiKeyFields }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation ApiKeyCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n": typeof types.ApiKeyCreateDocument,
    "\n  mutation ApiKeyRotate($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n": typeof types.ApiKeyRotateDocument,
    "\n  mutation ApiKeyRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) { apiKey { ...ApiKeyFields } }\n  }\n": typeof types.ApiKeyRevokeDocument,
    "\n  query Viewer {\n    viewer { id kind name tenants { tenant { id slug name } permissions } }\n    tenant { id slug name }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment CliAutomation on Automation {\n    id\n    projectId\n    name\n    description\n    enabled\n    pausedReason\n    failuresInRow\n    version\n    definition\n    savedBy { name }\n    createdAt\n    updatedAt\n  }\n": typeof types.CliAutomationFragmentDoc,
    "\n  fragment CliAutomationRun on AutomationRun {\n    id\n    automationId\n    version\n    eventId\n    eventType\n    state\n    reason\n    depth\n    createdAt\n    startedAt\n    endedAt\n  }\n": typeof types.CliAutomationRunFragmentDoc,
    "\n  fragment CliApproval on Approval {\n    id\n    runId\n    message\n    state\n    requestedAt\n    expiresAt\n    decidedBy { name }\n    comment\n  }\n": typeof types.CliApprovalFragmentDoc,
    "\n  query CliAutomations($project: String, $text: String, $first: Int) {\n    automations(project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomation } }\n    }\n  }\n": typeof types.CliAutomationsDocument,
    "\n  query CliAutomationShow($id: ID!) {\n    automation(id: $id) { ...CliAutomation }\n  }\n": typeof types.CliAutomationShowDocument,
    "\n  query CliAutomationRecipes {\n    automationRecipes { id name description definition }\n  }\n": typeof types.CliAutomationRecipesDocument,
    "\n  query CliAutomationRuns($automation: String, $states: [RunState!], $first: Int) {\n    automationRuns(automation: $automation, states: $states, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomationRun } }\n    }\n  }\n": typeof types.CliAutomationRunsDocument,
    "\n  query CliAutomationRunShow($id: ID!) {\n    automationRun(id: $id) {\n      ...CliAutomationRun\n      steps { position name action state attempts input output error startedAt waitsUntil endedAt }\n      approvals { ...CliApproval }\n    }\n  }\n": typeof types.CliAutomationRunShowDocument,
    "\n  query CliAutomationDryRun($automation: String, $project: String, $definition: JSONObject, $last: Int) {\n    dryRunAutomation(automation: $automation, project: $project, definition: $definition, last: $last) {\n      eventId\n      eventType\n      time\n      summary\n      holds\n      problem\n      steps { name action wouldRun input problem }\n    }\n  }\n": typeof types.CliAutomationDryRunDocument,
    "\n  mutation CliAutomationCreate($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": typeof types.CliAutomationCreateDocument,
    "\n  mutation CliAutomationUpdate($input: UpdateAutomationInput!) {\n    updateAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": typeof types.CliAutomationUpdateDocument,
    "\n  mutation CliAutomationEnable($input: EnableAutomationInput!) {\n    enableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": typeof types.CliAutomationEnableDocument,
    "\n  mutation CliAutomationDisable($input: DisableAutomationInput!) {\n    disableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": typeof types.CliAutomationDisableDocument,
    "\n  mutation CliAutomationDelete($input: DeleteAutomationInput!) {\n    deleteAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": typeof types.CliAutomationDeleteDocument,
    "\n  mutation CliApprove($input: ApproveRunInput!) {\n    approveRun(input: $input) { approval { ...CliApproval } }\n  }\n": typeof types.CliApproveDocument,
    "\n  mutation CliReject($input: RejectRunInput!) {\n    rejectRun(input: $input) { approval { ...CliApproval } }\n  }\n": typeof types.CliRejectDocument,
    "\n  mutation CallExecute($input: ExecuteCallInput!) {\n    executeCall(input: $input) { call { ...CallResultFields } }\n  }\n  fragment CallResultFields on CallResult {\n    callId\n    integrationId\n    at\n    outcome\n    failure { failureClass reason message remedy retryAfterMs }\n    status\n    headers\n    json\n    text\n    bodyBase64\n    bytes\n    attempts { number status waitMs durationMs failure { reason message } }\n    durationMs\n    waitMs\n    revalidated\n    replayed\n    quota { pool remaining resetAt }\n  }\n": typeof types.CallExecuteDocument,
    "\n  mutation CallBatch($input: ExecuteBatchInput!) {\n    executeBatch(input: $input) {\n      groupId\n      succeeded\n      failed\n      skipped\n      answers { index skipped call { ...CallResultFields } error { code message remedy } }\n    }\n  }\n": typeof types.CallBatchDocument,
    "\n  query CallList($first: Int, $after: String, $filter: CallFilter) {\n    calls(first: $first, after: $after, filter: $filter) {\n      edges { node { ...CallFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n  fragment CallFields on Call {\n    id\n    integrationId\n    at\n    kind\n    operation\n    actor { kind id name }\n    priority\n    method\n    path\n    outcome\n    status\n    failure { failureClass reason message remedy retryAfterMs }\n    attempts { number integrationId startedAt waitMs durationMs status failure { failureClass reason message } }\n    durationMs\n    waitMs\n    requestBytes\n    responseBytes\n    requestId\n    groupId\n  }\n": typeof types.CallListDocument,
    "\n  query CallShow($id: ID!) { call(id: $id) { ...CallFields } }\n": typeof types.CallShowDocument,
    "\n  query CallMetricsOf($id: ID!, $input: CallMetricsInput!) {\n    integration(id: $id) {\n      slug\n      circuit { state since reason retryAt }\n    }\n    callMetrics(input: $input) {\n      since\n      until\n      step\n      totals { ...FigureFields }\n      series { at figures { ...FigureFields } }\n      groups { key name figures { ...FigureFields } }\n      topCallers { key name figures { ...FigureFields } }\n    }\n  }\n  fragment FigureFields on CallFigures {\n    calls\n    failures\n    refusals\n    retries\n    errorRatePercent\n    latencyMsAverage\n    latencyMsP50\n    latencyMsP95\n    latencyMsP99\n    waitMs\n    requestBytes\n    responseBytes\n    byClass { failureClass calls }\n  }\n": typeof types.CallMetricsOfDocument,
    "\n  fragment DoctorCheck on DoctorCheckResult {\n    name\n    status\n    finding\n    message\n    evidence\n    suggestions { text command link }\n    durationMs\n  }\n": typeof types.DoctorCheckFragmentDoc,
    "\n  fragment DoctorReport on DoctorReport {\n    overall\n    message\n    checks { ...DoctorCheck }\n    changes { name from to }\n    startedAt\n    durationMs\n  }\n": typeof types.DoctorReportFragmentDoc,
    "\n  subscription DoctorRun($integration: ID!, $checks: [DoctorCheckName!]) {\n    doctor(integration: $integration, checks: $checks) {\n      started\n      check { ...DoctorCheck }\n      report { ...DoctorReport }\n    }\n  }\n": typeof types.DoctorRunDocument,
    "\n  fragment CliEventRow on Event {\n    id\n    sequence\n    type\n    aliases\n    schemaVersion\n    time\n    tenantId\n    projectId\n    subject\n    source\n    actor { kind id name }\n    correlationId\n    causationId\n    level\n    outcome\n    summary\n    data\n  }\n": typeof types.CliEventRowFragmentDoc,
    "\n  query CliRecentEvents($types: [String!], $last: Int) {\n    recentEvents(types: $types, last: $last) { ...CliEventRow }\n  }\n": typeof types.CliRecentEventsDocument,
    "\n  subscription CliEvents($types: [String!], $after: String) {\n    events(types: $types, after: $after) { ...CliEventRow }\n  }\n": typeof types.CliEventsDocument,
    "\n  mutation CliPublishEvents($input: PublishEventsInput!) {\n    publishEvents(input: $input) { ids isRepeated }\n  }\n": typeof types.CliPublishEventsDocument,
    "\n  query CliEventTypes {\n    eventTypes { type description schemaVersion dataSchema }\n  }\n": typeof types.CliEventTypesDocument,
    "\n  fragment IntegrationRow on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    health\n    healthSince\n    checkedAt\n    healthMessage\n    remedy\n    failingProbe\n    failureClass\n    latencyMs\n    labels { key value }\n    project { slug }\n    environment { slug }\n    quotas { pool title limit remaining remainingPercent resetAt learnedAt usedPerMinute emptyAt forecast waiting pausedUntil }\n    stats(window: DAY) { latencyMsP95 uptimePercent }\n  }\n": typeof types.IntegrationRowFragmentDoc,
    "\n  query IntegrationList($first: Int, $after: String, $filter: IntegrationFilter, $orderBy: IntegrationOrder) {\n    integrations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IntegrationRow } }\n    }\n  }\n": typeof types.IntegrationListDocument,
    "\n  query IntegrationShow($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      method\n      config\n      owner\n      intervalSeconds\n      storedSecrets\n      credentialStoredAt\n      credentialExpiresAt\n      connectorVersion\n      version\n      createdAt\n      updatedAt\n      staleAt\n      nextCheckAt\n      identity\n      serviceVersion\n    }\n  }\n": typeof types.IntegrationShowDocument,
    "\n  query IntegrationHealth($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      hour: stats(window: HOUR) { ...Window }\n      day: stats(window: DAY) { ...Window }\n      week: stats(window: WEEK) { ...Window }\n      month: stats(window: MONTH) { ...Window }\n    }\n  }\n  fragment Window on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n": typeof types.IntegrationHealthDocument,
    "\n  query IntegrationWatch($first: Int) {\n    integrations(first: $first, orderBy: SEVERITY) {\n      totalCount\n      edges { node { ...IntegrationRow } }\n    }\n    healthSummary { healthy degraded unhealthy unknown stale disabled checking }\n  }\n": typeof types.IntegrationWatchDocument,
    "\n  subscription HealthChanges($types: [String!], $after: String) {\n    events(types: $types, after: $after) { sequence type time data }\n  }\n": typeof types.HealthChangesDocument,
    "\n  fragment TestOutcome on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    durationMs\n    probes { name status message evidence remedy failureClass durationMs }\n  }\n": typeof types.TestOutcomeFragmentDoc,
    "\n  mutation IntegrationTest($id: ID!) {\n    testIntegration(input: { id: $id }) { integration { id slug } result { ...TestOutcome } }\n  }\n": typeof types.IntegrationTestDocument,
    "\n  mutation IntegrationPing($id: ID!) {\n    pingIntegration(input: { id: $id }) { reachable message latencyMs remedy }\n  }\n": typeof types.IntegrationPingDocument,
    "\n  mutation IntegrationEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n": typeof types.IntegrationEnableDocument,
    "\n  mutation IntegrationDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n": typeof types.IntegrationDisableDocument,
    "\n  mutation IntegrationDelete($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      integration { ...IntegrationRow }\n      secretDestroyed\n      restorableUntil\n      leftAtProvider\n    }\n  }\n": typeof types.IntegrationDeleteDocument,
    "\n  mutation IntegrationRestore($id: ID!) {\n    restoreIntegration(input: { id: $id }) { integration { ...IntegrationRow } needsSecret }\n  }\n": typeof types.IntegrationRestoreDocument,
    "\n  mutation IntegrationUpdate($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n": typeof types.IntegrationUpdateDocument,
    "\n  fragment TypeRow on IntegrationType {\n    id\n    version\n    name\n    description\n    maturity\n    families\n    capabilities\n    aliases\n    versionRange\n    integrationCount\n    instances { id title description baseUrl aliases slugStem configSchema methodIds }\n    methods { id title kind help scopes configSchema secretsSchema }\n  }\n": typeof types.TypeRowFragmentDoc,
    "\n  query IntegrationTypes {\n    integrationTypes { ...TypeRow }\n  }\n": typeof types.IntegrationTypesDocument,
    "\n  query IntegrationType($id: ID!) {\n    integrationType(id: $id) {\n      ...TypeRow\n      docs { setup scopes troubleshooting }\n      probes { name proves asks }\n      neededScopes { capability scopes }\n      quotaPools { pool }\n      discoveryLists { id title asks }\n      operations { id title description effect }\n      webhooks { schemes topics }\n      remedies { failure remedy }\n    }\n  }\n": typeof types.IntegrationTypeDocument,
    "\n  query IntegrationSuggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed { instance method config usedAt fromSlug }\n    }\n  }\n": typeof types.IntegrationSuggestDocument,
    "\n  mutation IntegrationDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) { result { ...TestOutcome } }\n  }\n": typeof types.IntegrationDraftDocument,
    "\n  mutation IntegrationConnect($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n": typeof types.IntegrationConnectDocument,
    "\n  query TailStart {\n    lastSequence\n  }\n": typeof types.TailStartDocument,
    "\n  query Activity($first: Int, $after: String, $filter: ActivityFilter) {\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...Entry } }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  fragment Entry on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    actor { kind name }\n    summary\n    durationMs\n    metadata\n  }\n": typeof types.EntryFragmentDoc,
    "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) { sequence entry { ...Entry } }\n  }\n": typeof types.ActivityTailDocument,
    "\n  fragment ResourceTrouble on ResourceFailure {\n    failureClass\n    message\n    remedy\n    page\n  }\n": typeof types.ResourceTroubleFragmentDoc,
    "\n  query ResourceLists($integration: ID!) {\n    resourceLists(integration: $integration) {\n      name\n      title\n      description\n      inputs { name title list }\n      isSearchable\n      missing\n    }\n  }\n": typeof types.ResourceListsDocument,
    "\n  query Resources(\n    $integration: ID!\n    $type: String!\n    $input: [ResourceInput!]\n    $first: Int\n    $after: String\n    $filter: String\n    $refresh: Boolean\n  ) {\n    discoverResources(\n      integration: $integration\n      type: $type\n      input: $input\n      first: $first\n      after: $after\n      filter: $filter\n      refresh: $refresh\n    ) {\n      type\n      seen\n      cachedAt\n      isCached\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name url attributes } }\n      failure { ...ResourceTrouble }\n    }\n  }\n": typeof types.ResourcesDocument,
    "\n  query ResolveTag($integration: ID!, $reference: String!, $refresh: Boolean) {\n    resolveTag(integration: $integration, reference: $reference, refresh: $refresh) {\n      image {\n        repository\n        tag\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        pushedAt\n        platforms { platform digest mediaType sizeBytes isAttestation }\n        resolvedAt\n        isCached\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n": typeof types.ResolveTagDocument,
    "\n  query ImageManifest($integration: ID!, $repository: String!, $reference: String!, $refresh: Boolean) {\n    manifest(integration: $integration, repository: $repository, reference: $reference, refresh: $refresh) {\n      manifest {\n        repository\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        manifestBytes\n        config { digest mediaType sizeBytes }\n        layers { digest mediaType sizeBytes }\n        platforms { platform digest mediaType isAttestation }\n        annotations\n        text\n        fetchedAt\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n": typeof types.ImageManifestDocument,
    "\n  query VerifyDigest($integration: ID!, $repository: String!, $digest: String!, $expected: String) {\n    verifyDigest(integration: $integration, repository: $repository, digest: $digest, expected: $expected) {\n      isVerified\n      verdict { repository digest actual expected mediaType manifestBytes }\n      failure { ...ResourceTrouble }\n    }\n  }\n": typeof types.VerifyDigestDocument,
    "\n  query Members {\n    members { id name email bindings { role project { slug } } }\n  }\n": typeof types.MembersDocument,
    "\n  mutation MemberInvite($input: CreateInvitationInput!) {\n    createInvitation(input: $input) { invitation { id email role expiresAt } url }\n  }\n": typeof types.MemberInviteDocument,
    "\n  mutation MemberRemove($id: ID!) {\n    removeMember(input: { id: $id }) { id }\n  }\n": typeof types.MemberRemoveDocument,
    "\n  query IntegrationOperations($id: ID!) {\n    integration(id: $id) {\n      slug\n      type\n      operations {\n        id\n        title\n        description\n        effect\n        inputSchema\n        outputs\n        isList\n        needs\n      }\n    }\n  }\n": typeof types.IntegrationOperationsDocument,
    "\n  mutation OperationRun($input: RunOperationInput!) {\n    runOperation(input: $input) {\n      run {\n        operation\n        effect\n        integrationId\n        outcome\n        output\n        failure { failureClass reason message remedy retryAfterMs }\n        callIds\n        attempts\n        startedAt\n        durationMs\n        waitMs\n        replayed\n      }\n    }\n  }\n": typeof types.OperationRunDocument,
    "\n  query IntegrationsOfType($type: String!) {\n    integrations(first: 2, filter: { types: [$type] }) { edges { node { slug } } }\n  }\n": typeof types.IntegrationsOfTypeDocument,
    "\n  fragment ConnectionProfileRow on ConnectionProfile {\n    id\n    name\n    description\n    type\n    instance\n    method\n    config\n    callPolicy\n    labels { key value }\n    intervalSeconds\n    isDefault\n    isTemplate\n    usedCount\n    integrationCount\n    lastUsedAt\n    createdBy\n    version\n    createdAt\n    updatedAt\n    problems { path message }\n  }\n": typeof types.ConnectionProfileRowFragmentDoc,
    "\n  query ConnectionProfiles($type: String, $instance: String, $text: String, $templates: Boolean, $first: Int) {\n    connectionProfiles(type: $type, instance: $instance, text: $text, templates: $templates, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ConnectionProfileRow } }\n    }\n  }\n": typeof types.ConnectionProfilesDocument,
    "\n  query ConnectionProfile($id: ID!) {\n    connectionProfile(id: $id) { ...ConnectionProfileRow }\n  }\n": typeof types.ConnectionProfileDocument,
    "\n  mutation ConnectionProfileCreate($input: CreateConnectionProfileInput!) {\n    createConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": typeof types.ConnectionProfileCreateDocument,
    "\n  mutation ConnectionProfileUpdate($input: UpdateConnectionProfileInput!) {\n    updateConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": typeof types.ConnectionProfileUpdateDocument,
    "\n  mutation ConnectionProfileDelete($id: ID!) {\n    deleteConnectionProfile(input: { id: $id }) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": typeof types.ConnectionProfileDeleteDocument,
    "\n  mutation ConnectionProfileDefault($id: ID!, $isDefault: Boolean!) {\n    setDefaultConnectionProfile(input: { id: $id, isDefault: $isDefault }) {\n      connectionProfile { ...ConnectionProfileRow }\n    }\n  }\n": typeof types.ConnectionProfileDefaultDocument,
    "\n  fragment CliTaskRow on Task {\n    id\n    projectId\n    title\n    description\n    state\n    pullRequest\n    issue\n    message\n    createdBy\n    version\n    createdAt\n    startedAt\n    endedAt\n  }\n": typeof types.CliTaskRowFragmentDoc,
    "\n  query CliTasks($states: [TaskState!], $project: String, $text: String, $first: Int) {\n    tasks(states: $states, project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliTaskRow } }\n    }\n  }\n": typeof types.CliTasksDocument,
    "\n  query CliTask($id: ID!) {\n    task(id: $id) { ...CliTaskRow }\n  }\n": typeof types.CliTaskDocument,
    "\n  mutation CliTaskCreate($input: CreateTaskInput!) {\n    createTask(input: $input) { task { ...CliTaskRow } }\n  }\n": typeof types.CliTaskCreateDocument,
    "\n  mutation CliTaskStart($input: StartTaskInput!) {\n    startTask(input: $input) { task { ...CliTaskRow } }\n  }\n": typeof types.CliTaskStartDocument,
    "\n  mutation CliTaskComplete($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { ...CliTaskRow } }\n  }\n": typeof types.CliTaskCompleteDocument,
    "\n  mutation CliTaskFail($input: FailTaskInput!) {\n    failTask(input: $input) { task { ...CliTaskRow } }\n  }\n": typeof types.CliTaskFailDocument,
    "\n  fragment InboundHookFields on InboundHook {\n    id\n    name\n    integrationId\n    integration { slug }\n    kind\n    route\n    enabled\n    schemes\n    isWeak\n    weakness\n    secrets { version createdAt }\n    registration { target providerHookId events state message checkedAt recoveredUntil }\n    lastReceivedAt\n    createdBy\n    createdAt\n  }\n": typeof types.InboundHookFieldsFragmentDoc,
    "\n  query InboundHookList($first: Int, $after: String, $integration: ID) {\n    inboundHooks(first: $first, after: $after, integration: $integration) {\n      edges { node { ...InboundHookFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.InboundHookListDocument,
    "\n  mutation InboundHookCreate($input: CreateInboundHookInput!) {\n    createInboundHook(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n": typeof types.InboundHookCreateDocument,
    "\n  mutation InboundHookRotate($input: RotateInboundHookSecretInput!) {\n    rotateInboundHookSecret(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n": typeof types.InboundHookRotateDocument,
    "\n  mutation InboundHookDelete($id: ID!) {\n    deleteInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": typeof types.InboundHookDeleteDocument,
    "\n  mutation InboundHookUpdate($input: UpdateInboundHookInput!) {\n    updateInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n": typeof types.InboundHookUpdateDocument,
    "\n  mutation InboundHookRegister($input: RegisterInboundHookInput!) {\n    registerInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n": typeof types.InboundHookRegisterDocument,
    "\n  mutation InboundHookUnregister($id: ID!) {\n    unregisterInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": typeof types.InboundHookUnregisterDocument,
    "\n  mutation InboundHookCheck($id: ID!) {\n    checkInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": typeof types.InboundHookCheckDocument,
    "\n  mutation InboundRecover($input: RecoverInboundDeliveriesInput!) {\n    recoverInboundDeliveries(input: $input) { found recovered preview since }\n  }\n": typeof types.InboundRecoverDocument,
    "\n  fragment InboundDeliveryFields on InboundDelivery {\n    id\n    hookId\n    integrationId\n    integration { slug }\n    receivedAt\n    processedAt\n    state\n    deliveryId\n    type\n    topic\n    verified\n    scheme\n    reason\n    bodyBytes\n    recovered\n    replays\n  }\n": typeof types.InboundDeliveryFieldsFragmentDoc,
    "\n  query InboundDeliveryList($first: Int, $after: String, $filter: InboundDeliveryFilter) {\n    inboundDeliveries(first: $first, after: $after, filter: $filter) {\n      edges { node { ...InboundDeliveryFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.InboundDeliveryListDocument,
    "\n  query InboundDeliveryShow($id: ID!) {\n    inboundDelivery(id: $id) {\n      ...InboundDeliveryFields\n      content { method query headers { name value } text base64 truncated }\n    }\n  }\n": typeof types.InboundDeliveryShowDocument,
    "\n  mutation InboundReplay($input: ReplayInboundDeliveriesInput!) {\n    replayInboundDeliveries(input: $input) { count preview deliveryIds }\n  }\n": typeof types.InboundReplayDocument,
    "\n  fragment WebhookEndpointRow on WebhookEndpoint {\n    id name description url events integrationIds projectIds payloadVersion headers ratePerSecond concurrency schedule\n    hasOwnSchedule state enabled disabledReason disabledAt owner { kind name } failures failingSince pausedUntil\n    lastDeliveredAt lastFailureAt lastFailure version createdBy createdAt updatedAt\n    statistics { attempts failures delivered exhausted successRatio latencyMsP50 latencyMsP95 waiting }\n  }\n": typeof types.WebhookEndpointRowFragmentDoc,
    "\n  fragment WebhookDeliveryRow on WebhookDelivery {\n    id endpointId endpoint { name } eventId eventType at state attempts nextAttemptAt isBeingSent changedAt deliveredAt\n    status failureClass message replays\n  }\n": typeof types.WebhookDeliveryRowFragmentDoc,
    "\n  query WebhookEndpoints { webhookEndpoints { ...WebhookEndpointRow } }\n": typeof types.WebhookEndpointsDocument,
    "\n  query WebhookEndpoint($id: ID!) { webhookEndpoint(id: $id) { ...WebhookEndpointRow } }\n": typeof types.WebhookEndpointDocument,
    "\n  mutation WebhookEndpointCreate($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": typeof types.WebhookEndpointCreateDocument,
    "\n  mutation WebhookEndpointUpdate($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": typeof types.WebhookEndpointUpdateDocument,
    "\n  mutation WebhookEndpointDelete($id: ID!) {\n    deleteWebhookEndpoint(input: { id: $id }) { webhookEndpoint { id } }\n  }\n": typeof types.WebhookEndpointDeleteDocument,
    "\n  mutation WebhookEndpointEnable($id: ID!) {\n    enableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": typeof types.WebhookEndpointEnableDocument,
    "\n  mutation WebhookEndpointDisable($id: ID!) {\n    disableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": typeof types.WebhookEndpointDisableDocument,
    "\n  mutation WebhookSecretRotate($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) { secret previousUntil webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": typeof types.WebhookSecretRotateDocument,
    "\n  mutation WebhookEndpointTest($id: ID!) {\n    testWebhookEndpoint(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n": typeof types.WebhookEndpointTestDocument,
    "\n  query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter) {\n    webhookDeliveries(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...WebhookDeliveryRow } }\n    }\n  }\n": typeof types.WebhookDeliveriesDocument,
    "\n  query WebhookDelivery($id: ID!) {\n    webhookDelivery(id: $id) {\n      ...WebhookDeliveryRow\n      body\n      tries {\n        id at number url requestHeaders secretVersions requestBytes status failureClass message responseHeaders\n        responseBody responseCut timings { dnsMs connectMs tlsMs waitMs totalMs }\n      }\n    }\n  }\n": typeof types.WebhookDeliveryDocument,
    "\n  query WebhookReplayPreview($filter: WebhookDeliveryFilter!) { webhookReplayPreview(filter: $filter) }\n": typeof types.WebhookReplayPreviewDocument,
    "\n  mutation WebhookDeliveryReplay($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n": typeof types.WebhookDeliveryReplayDocument,
    "\n  mutation WebhookDeliveriesReplay($filter: WebhookDeliveryFilter!) {\n    replayWebhookDeliveries(input: { filter: $filter }) { count }\n  }\n": typeof types.WebhookDeliveriesReplayDocument,
    "\n  mutation WebhookDeliveriesSkip($id: ID!) { skipWebhookDeliveries(input: { id: $id }) { count } }\n": typeof types.WebhookDeliveriesSkipDocument,
    "\n  subscription WebhookListen($types: [String!], $after: String) {\n    events(types: $types, after: $after) {\n      id sequence type schemaVersion time tenantId projectId integrationId subject correlationId causationId data\n    }\n  }\n": typeof types.WebhookListenDocument,
    "\n  query CompleteSlugs($text: String) {\n    integrations(first: 100, filter: { text: $text }) { edges { node { slug type } } }\n  }\n": typeof types.CompleteSlugsDocument,
    "\n  query CompleteTypes {\n    integrationTypes { id name instances { slugStem title } }\n  }\n": typeof types.CompleteTypesDocument,
    "\n  query CompleteLists {\n    integrationTypes { discoveryLists { id title } }\n  }\n": typeof types.CompleteListsDocument,
    "\n  query CompleteOperations {\n    integrationTypes { operations { id title } }\n  }\n": typeof types.CompleteOperationsDocument,
    "\n  query CompletePlaces {\n    tenant { projects { slug name } environments { slug name } }\n  }\n": typeof types.CompletePlacesDocument,
    "\n  query CompleteKeys {\n    apiKeys { id name revokedAt }\n  }\n": typeof types.CompleteKeysDocument,
    "\n  query CompleteMembers {\n    members { email name }\n  }\n": typeof types.CompleteMembersDocument,
    "\n  query CompleteConnectionProfiles {\n    connectionProfiles(first: 200) { edges { node { id name } } }\n  }\n": typeof types.CompleteConnectionProfilesDocument,
    "\n  query CompleteWebhookEndpoints {\n    webhookEndpoints { name url }\n  }\n": typeof types.CompleteWebhookEndpointsDocument,
};
const documents: Documents = {
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes { permission projectId integrationId }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n  }\n": types.ApiKeyFieldsFragmentDoc,
    "\n  query ApiKeys {\n    apiKeys { ...ApiKeyFields }\n  }\n": types.ApiKeysDocument,
    "\n  mutation ApiKeyCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n": types.ApiKeyCreateDocument,
    "\n  mutation ApiKeyRotate($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n": types.ApiKeyRotateDocument,
    "\n  mutation ApiKeyRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) { apiKey { ...ApiKeyFields } }\n  }\n": types.ApiKeyRevokeDocument,
    "\n  query Viewer {\n    viewer { id kind name tenants { tenant { id slug name } permissions } }\n    tenant { id slug name }\n  }\n": types.ViewerDocument,
    "\n  fragment CliAutomation on Automation {\n    id\n    projectId\n    name\n    description\n    enabled\n    pausedReason\n    failuresInRow\n    version\n    definition\n    savedBy { name }\n    createdAt\n    updatedAt\n  }\n": types.CliAutomationFragmentDoc,
    "\n  fragment CliAutomationRun on AutomationRun {\n    id\n    automationId\n    version\n    eventId\n    eventType\n    state\n    reason\n    depth\n    createdAt\n    startedAt\n    endedAt\n  }\n": types.CliAutomationRunFragmentDoc,
    "\n  fragment CliApproval on Approval {\n    id\n    runId\n    message\n    state\n    requestedAt\n    expiresAt\n    decidedBy { name }\n    comment\n  }\n": types.CliApprovalFragmentDoc,
    "\n  query CliAutomations($project: String, $text: String, $first: Int) {\n    automations(project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomation } }\n    }\n  }\n": types.CliAutomationsDocument,
    "\n  query CliAutomationShow($id: ID!) {\n    automation(id: $id) { ...CliAutomation }\n  }\n": types.CliAutomationShowDocument,
    "\n  query CliAutomationRecipes {\n    automationRecipes { id name description definition }\n  }\n": types.CliAutomationRecipesDocument,
    "\n  query CliAutomationRuns($automation: String, $states: [RunState!], $first: Int) {\n    automationRuns(automation: $automation, states: $states, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomationRun } }\n    }\n  }\n": types.CliAutomationRunsDocument,
    "\n  query CliAutomationRunShow($id: ID!) {\n    automationRun(id: $id) {\n      ...CliAutomationRun\n      steps { position name action state attempts input output error startedAt waitsUntil endedAt }\n      approvals { ...CliApproval }\n    }\n  }\n": types.CliAutomationRunShowDocument,
    "\n  query CliAutomationDryRun($automation: String, $project: String, $definition: JSONObject, $last: Int) {\n    dryRunAutomation(automation: $automation, project: $project, definition: $definition, last: $last) {\n      eventId\n      eventType\n      time\n      summary\n      holds\n      problem\n      steps { name action wouldRun input problem }\n    }\n  }\n": types.CliAutomationDryRunDocument,
    "\n  mutation CliAutomationCreate($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": types.CliAutomationCreateDocument,
    "\n  mutation CliAutomationUpdate($input: UpdateAutomationInput!) {\n    updateAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": types.CliAutomationUpdateDocument,
    "\n  mutation CliAutomationEnable($input: EnableAutomationInput!) {\n    enableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": types.CliAutomationEnableDocument,
    "\n  mutation CliAutomationDisable($input: DisableAutomationInput!) {\n    disableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": types.CliAutomationDisableDocument,
    "\n  mutation CliAutomationDelete($input: DeleteAutomationInput!) {\n    deleteAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n": types.CliAutomationDeleteDocument,
    "\n  mutation CliApprove($input: ApproveRunInput!) {\n    approveRun(input: $input) { approval { ...CliApproval } }\n  }\n": types.CliApproveDocument,
    "\n  mutation CliReject($input: RejectRunInput!) {\n    rejectRun(input: $input) { approval { ...CliApproval } }\n  }\n": types.CliRejectDocument,
    "\n  mutation CallExecute($input: ExecuteCallInput!) {\n    executeCall(input: $input) { call { ...CallResultFields } }\n  }\n  fragment CallResultFields on CallResult {\n    callId\n    integrationId\n    at\n    outcome\n    failure { failureClass reason message remedy retryAfterMs }\n    status\n    headers\n    json\n    text\n    bodyBase64\n    bytes\n    attempts { number status waitMs durationMs failure { reason message } }\n    durationMs\n    waitMs\n    revalidated\n    replayed\n    quota { pool remaining resetAt }\n  }\n": types.CallExecuteDocument,
    "\n  mutation CallBatch($input: ExecuteBatchInput!) {\n    executeBatch(input: $input) {\n      groupId\n      succeeded\n      failed\n      skipped\n      answers { index skipped call { ...CallResultFields } error { code message remedy } }\n    }\n  }\n": types.CallBatchDocument,
    "\n  query CallList($first: Int, $after: String, $filter: CallFilter) {\n    calls(first: $first, after: $after, filter: $filter) {\n      edges { node { ...CallFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n  fragment CallFields on Call {\n    id\n    integrationId\n    at\n    kind\n    operation\n    actor { kind id name }\n    priority\n    method\n    path\n    outcome\n    status\n    failure { failureClass reason message remedy retryAfterMs }\n    attempts { number integrationId startedAt waitMs durationMs status failure { failureClass reason message } }\n    durationMs\n    waitMs\n    requestBytes\n    responseBytes\n    requestId\n    groupId\n  }\n": types.CallListDocument,
    "\n  query CallShow($id: ID!) { call(id: $id) { ...CallFields } }\n": types.CallShowDocument,
    "\n  query CallMetricsOf($id: ID!, $input: CallMetricsInput!) {\n    integration(id: $id) {\n      slug\n      circuit { state since reason retryAt }\n    }\n    callMetrics(input: $input) {\n      since\n      until\n      step\n      totals { ...FigureFields }\n      series { at figures { ...FigureFields } }\n      groups { key name figures { ...FigureFields } }\n      topCallers { key name figures { ...FigureFields } }\n    }\n  }\n  fragment FigureFields on CallFigures {\n    calls\n    failures\n    refusals\n    retries\n    errorRatePercent\n    latencyMsAverage\n    latencyMsP50\n    latencyMsP95\n    latencyMsP99\n    waitMs\n    requestBytes\n    responseBytes\n    byClass { failureClass calls }\n  }\n": types.CallMetricsOfDocument,
    "\n  fragment DoctorCheck on DoctorCheckResult {\n    name\n    status\n    finding\n    message\n    evidence\n    suggestions { text command link }\n    durationMs\n  }\n": types.DoctorCheckFragmentDoc,
    "\n  fragment DoctorReport on DoctorReport {\n    overall\n    message\n    checks { ...DoctorCheck }\n    changes { name from to }\n    startedAt\n    durationMs\n  }\n": types.DoctorReportFragmentDoc,
    "\n  subscription DoctorRun($integration: ID!, $checks: [DoctorCheckName!]) {\n    doctor(integration: $integration, checks: $checks) {\n      started\n      check { ...DoctorCheck }\n      report { ...DoctorReport }\n    }\n  }\n": types.DoctorRunDocument,
    "\n  fragment CliEventRow on Event {\n    id\n    sequence\n    type\n    aliases\n    schemaVersion\n    time\n    tenantId\n    projectId\n    subject\n    source\n    actor { kind id name }\n    correlationId\n    causationId\n    level\n    outcome\n    summary\n    data\n  }\n": types.CliEventRowFragmentDoc,
    "\n  query CliRecentEvents($types: [String!], $last: Int) {\n    recentEvents(types: $types, last: $last) { ...CliEventRow }\n  }\n": types.CliRecentEventsDocument,
    "\n  subscription CliEvents($types: [String!], $after: String) {\n    events(types: $types, after: $after) { ...CliEventRow }\n  }\n": types.CliEventsDocument,
    "\n  mutation CliPublishEvents($input: PublishEventsInput!) {\n    publishEvents(input: $input) { ids isRepeated }\n  }\n": types.CliPublishEventsDocument,
    "\n  query CliEventTypes {\n    eventTypes { type description schemaVersion dataSchema }\n  }\n": types.CliEventTypesDocument,
    "\n  fragment IntegrationRow on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    health\n    healthSince\n    checkedAt\n    healthMessage\n    remedy\n    failingProbe\n    failureClass\n    latencyMs\n    labels { key value }\n    project { slug }\n    environment { slug }\n    quotas { pool title limit remaining remainingPercent resetAt learnedAt usedPerMinute emptyAt forecast waiting pausedUntil }\n    stats(window: DAY) { latencyMsP95 uptimePercent }\n  }\n": types.IntegrationRowFragmentDoc,
    "\n  query IntegrationList($first: Int, $after: String, $filter: IntegrationFilter, $orderBy: IntegrationOrder) {\n    integrations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IntegrationRow } }\n    }\n  }\n": types.IntegrationListDocument,
    "\n  query IntegrationShow($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      method\n      config\n      owner\n      intervalSeconds\n      storedSecrets\n      credentialStoredAt\n      credentialExpiresAt\n      connectorVersion\n      version\n      createdAt\n      updatedAt\n      staleAt\n      nextCheckAt\n      identity\n      serviceVersion\n    }\n  }\n": types.IntegrationShowDocument,
    "\n  query IntegrationHealth($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      hour: stats(window: HOUR) { ...Window }\n      day: stats(window: DAY) { ...Window }\n      week: stats(window: WEEK) { ...Window }\n      month: stats(window: MONTH) { ...Window }\n    }\n  }\n  fragment Window on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n": types.IntegrationHealthDocument,
    "\n  query IntegrationWatch($first: Int) {\n    integrations(first: $first, orderBy: SEVERITY) {\n      totalCount\n      edges { node { ...IntegrationRow } }\n    }\n    healthSummary { healthy degraded unhealthy unknown stale disabled checking }\n  }\n": types.IntegrationWatchDocument,
    "\n  subscription HealthChanges($types: [String!], $after: String) {\n    events(types: $types, after: $after) { sequence type time data }\n  }\n": types.HealthChangesDocument,
    "\n  fragment TestOutcome on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    durationMs\n    probes { name status message evidence remedy failureClass durationMs }\n  }\n": types.TestOutcomeFragmentDoc,
    "\n  mutation IntegrationTest($id: ID!) {\n    testIntegration(input: { id: $id }) { integration { id slug } result { ...TestOutcome } }\n  }\n": types.IntegrationTestDocument,
    "\n  mutation IntegrationPing($id: ID!) {\n    pingIntegration(input: { id: $id }) { reachable message latencyMs remedy }\n  }\n": types.IntegrationPingDocument,
    "\n  mutation IntegrationEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n": types.IntegrationEnableDocument,
    "\n  mutation IntegrationDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n": types.IntegrationDisableDocument,
    "\n  mutation IntegrationDelete($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      integration { ...IntegrationRow }\n      secretDestroyed\n      restorableUntil\n      leftAtProvider\n    }\n  }\n": types.IntegrationDeleteDocument,
    "\n  mutation IntegrationRestore($id: ID!) {\n    restoreIntegration(input: { id: $id }) { integration { ...IntegrationRow } needsSecret }\n  }\n": types.IntegrationRestoreDocument,
    "\n  mutation IntegrationUpdate($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n": types.IntegrationUpdateDocument,
    "\n  fragment TypeRow on IntegrationType {\n    id\n    version\n    name\n    description\n    maturity\n    families\n    capabilities\n    aliases\n    versionRange\n    integrationCount\n    instances { id title description baseUrl aliases slugStem configSchema methodIds }\n    methods { id title kind help scopes configSchema secretsSchema }\n  }\n": types.TypeRowFragmentDoc,
    "\n  query IntegrationTypes {\n    integrationTypes { ...TypeRow }\n  }\n": types.IntegrationTypesDocument,
    "\n  query IntegrationType($id: ID!) {\n    integrationType(id: $id) {\n      ...TypeRow\n      docs { setup scopes troubleshooting }\n      probes { name proves asks }\n      neededScopes { capability scopes }\n      quotaPools { pool }\n      discoveryLists { id title asks }\n      operations { id title description effect }\n      webhooks { schemes topics }\n      remedies { failure remedy }\n    }\n  }\n": types.IntegrationTypeDocument,
    "\n  query IntegrationSuggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed { instance method config usedAt fromSlug }\n    }\n  }\n": types.IntegrationSuggestDocument,
    "\n  mutation IntegrationDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) { result { ...TestOutcome } }\n  }\n": types.IntegrationDraftDocument,
    "\n  mutation IntegrationConnect($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n": types.IntegrationConnectDocument,
    "\n  query TailStart {\n    lastSequence\n  }\n": types.TailStartDocument,
    "\n  query Activity($first: Int, $after: String, $filter: ActivityFilter) {\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...Entry } }\n    }\n  }\n": types.ActivityDocument,
    "\n  fragment Entry on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    actor { kind name }\n    summary\n    durationMs\n    metadata\n  }\n": types.EntryFragmentDoc,
    "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) { sequence entry { ...Entry } }\n  }\n": types.ActivityTailDocument,
    "\n  fragment ResourceTrouble on ResourceFailure {\n    failureClass\n    message\n    remedy\n    page\n  }\n": types.ResourceTroubleFragmentDoc,
    "\n  query ResourceLists($integration: ID!) {\n    resourceLists(integration: $integration) {\n      name\n      title\n      description\n      inputs { name title list }\n      isSearchable\n      missing\n    }\n  }\n": types.ResourceListsDocument,
    "\n  query Resources(\n    $integration: ID!\n    $type: String!\n    $input: [ResourceInput!]\n    $first: Int\n    $after: String\n    $filter: String\n    $refresh: Boolean\n  ) {\n    discoverResources(\n      integration: $integration\n      type: $type\n      input: $input\n      first: $first\n      after: $after\n      filter: $filter\n      refresh: $refresh\n    ) {\n      type\n      seen\n      cachedAt\n      isCached\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name url attributes } }\n      failure { ...ResourceTrouble }\n    }\n  }\n": types.ResourcesDocument,
    "\n  query ResolveTag($integration: ID!, $reference: String!, $refresh: Boolean) {\n    resolveTag(integration: $integration, reference: $reference, refresh: $refresh) {\n      image {\n        repository\n        tag\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        pushedAt\n        platforms { platform digest mediaType sizeBytes isAttestation }\n        resolvedAt\n        isCached\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n": types.ResolveTagDocument,
    "\n  query ImageManifest($integration: ID!, $repository: String!, $reference: String!, $refresh: Boolean) {\n    manifest(integration: $integration, repository: $repository, reference: $reference, refresh: $refresh) {\n      manifest {\n        repository\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        manifestBytes\n        config { digest mediaType sizeBytes }\n        layers { digest mediaType sizeBytes }\n        platforms { platform digest mediaType isAttestation }\n        annotations\n        text\n        fetchedAt\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n": types.ImageManifestDocument,
    "\n  query VerifyDigest($integration: ID!, $repository: String!, $digest: String!, $expected: String) {\n    verifyDigest(integration: $integration, repository: $repository, digest: $digest, expected: $expected) {\n      isVerified\n      verdict { repository digest actual expected mediaType manifestBytes }\n      failure { ...ResourceTrouble }\n    }\n  }\n": types.VerifyDigestDocument,
    "\n  query Members {\n    members { id name email bindings { role project { slug } } }\n  }\n": types.MembersDocument,
    "\n  mutation MemberInvite($input: CreateInvitationInput!) {\n    createInvitation(input: $input) { invitation { id email role expiresAt } url }\n  }\n": types.MemberInviteDocument,
    "\n  mutation MemberRemove($id: ID!) {\n    removeMember(input: { id: $id }) { id }\n  }\n": types.MemberRemoveDocument,
    "\n  query IntegrationOperations($id: ID!) {\n    integration(id: $id) {\n      slug\n      type\n      operations {\n        id\n        title\n        description\n        effect\n        inputSchema\n        outputs\n        isList\n        needs\n      }\n    }\n  }\n": types.IntegrationOperationsDocument,
    "\n  mutation OperationRun($input: RunOperationInput!) {\n    runOperation(input: $input) {\n      run {\n        operation\n        effect\n        integrationId\n        outcome\n        output\n        failure { failureClass reason message remedy retryAfterMs }\n        callIds\n        attempts\n        startedAt\n        durationMs\n        waitMs\n        replayed\n      }\n    }\n  }\n": types.OperationRunDocument,
    "\n  query IntegrationsOfType($type: String!) {\n    integrations(first: 2, filter: { types: [$type] }) { edges { node { slug } } }\n  }\n": types.IntegrationsOfTypeDocument,
    "\n  fragment ConnectionProfileRow on ConnectionProfile {\n    id\n    name\n    description\n    type\n    instance\n    method\n    config\n    callPolicy\n    labels { key value }\n    intervalSeconds\n    isDefault\n    isTemplate\n    usedCount\n    integrationCount\n    lastUsedAt\n    createdBy\n    version\n    createdAt\n    updatedAt\n    problems { path message }\n  }\n": types.ConnectionProfileRowFragmentDoc,
    "\n  query ConnectionProfiles($type: String, $instance: String, $text: String, $templates: Boolean, $first: Int) {\n    connectionProfiles(type: $type, instance: $instance, text: $text, templates: $templates, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ConnectionProfileRow } }\n    }\n  }\n": types.ConnectionProfilesDocument,
    "\n  query ConnectionProfile($id: ID!) {\n    connectionProfile(id: $id) { ...ConnectionProfileRow }\n  }\n": types.ConnectionProfileDocument,
    "\n  mutation ConnectionProfileCreate($input: CreateConnectionProfileInput!) {\n    createConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": types.ConnectionProfileCreateDocument,
    "\n  mutation ConnectionProfileUpdate($input: UpdateConnectionProfileInput!) {\n    updateConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": types.ConnectionProfileUpdateDocument,
    "\n  mutation ConnectionProfileDelete($id: ID!) {\n    deleteConnectionProfile(input: { id: $id }) { connectionProfile { ...ConnectionProfileRow } }\n  }\n": types.ConnectionProfileDeleteDocument,
    "\n  mutation ConnectionProfileDefault($id: ID!, $isDefault: Boolean!) {\n    setDefaultConnectionProfile(input: { id: $id, isDefault: $isDefault }) {\n      connectionProfile { ...ConnectionProfileRow }\n    }\n  }\n": types.ConnectionProfileDefaultDocument,
    "\n  fragment CliTaskRow on Task {\n    id\n    projectId\n    title\n    description\n    state\n    pullRequest\n    issue\n    message\n    createdBy\n    version\n    createdAt\n    startedAt\n    endedAt\n  }\n": types.CliTaskRowFragmentDoc,
    "\n  query CliTasks($states: [TaskState!], $project: String, $text: String, $first: Int) {\n    tasks(states: $states, project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliTaskRow } }\n    }\n  }\n": types.CliTasksDocument,
    "\n  query CliTask($id: ID!) {\n    task(id: $id) { ...CliTaskRow }\n  }\n": types.CliTaskDocument,
    "\n  mutation CliTaskCreate($input: CreateTaskInput!) {\n    createTask(input: $input) { task { ...CliTaskRow } }\n  }\n": types.CliTaskCreateDocument,
    "\n  mutation CliTaskStart($input: StartTaskInput!) {\n    startTask(input: $input) { task { ...CliTaskRow } }\n  }\n": types.CliTaskStartDocument,
    "\n  mutation CliTaskComplete($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { ...CliTaskRow } }\n  }\n": types.CliTaskCompleteDocument,
    "\n  mutation CliTaskFail($input: FailTaskInput!) {\n    failTask(input: $input) { task { ...CliTaskRow } }\n  }\n": types.CliTaskFailDocument,
    "\n  fragment InboundHookFields on InboundHook {\n    id\n    name\n    integrationId\n    integration { slug }\n    kind\n    route\n    enabled\n    schemes\n    isWeak\n    weakness\n    secrets { version createdAt }\n    registration { target providerHookId events state message checkedAt recoveredUntil }\n    lastReceivedAt\n    createdBy\n    createdAt\n  }\n": types.InboundHookFieldsFragmentDoc,
    "\n  query InboundHookList($first: Int, $after: String, $integration: ID) {\n    inboundHooks(first: $first, after: $after, integration: $integration) {\n      edges { node { ...InboundHookFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.InboundHookListDocument,
    "\n  mutation InboundHookCreate($input: CreateInboundHookInput!) {\n    createInboundHook(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n": types.InboundHookCreateDocument,
    "\n  mutation InboundHookRotate($input: RotateInboundHookSecretInput!) {\n    rotateInboundHookSecret(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n": types.InboundHookRotateDocument,
    "\n  mutation InboundHookDelete($id: ID!) {\n    deleteInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": types.InboundHookDeleteDocument,
    "\n  mutation InboundHookUpdate($input: UpdateInboundHookInput!) {\n    updateInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n": types.InboundHookUpdateDocument,
    "\n  mutation InboundHookRegister($input: RegisterInboundHookInput!) {\n    registerInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n": types.InboundHookRegisterDocument,
    "\n  mutation InboundHookUnregister($id: ID!) {\n    unregisterInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": types.InboundHookUnregisterDocument,
    "\n  mutation InboundHookCheck($id: ID!) {\n    checkInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n": types.InboundHookCheckDocument,
    "\n  mutation InboundRecover($input: RecoverInboundDeliveriesInput!) {\n    recoverInboundDeliveries(input: $input) { found recovered preview since }\n  }\n": types.InboundRecoverDocument,
    "\n  fragment InboundDeliveryFields on InboundDelivery {\n    id\n    hookId\n    integrationId\n    integration { slug }\n    receivedAt\n    processedAt\n    state\n    deliveryId\n    type\n    topic\n    verified\n    scheme\n    reason\n    bodyBytes\n    recovered\n    replays\n  }\n": types.InboundDeliveryFieldsFragmentDoc,
    "\n  query InboundDeliveryList($first: Int, $after: String, $filter: InboundDeliveryFilter) {\n    inboundDeliveries(first: $first, after: $after, filter: $filter) {\n      edges { node { ...InboundDeliveryFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.InboundDeliveryListDocument,
    "\n  query InboundDeliveryShow($id: ID!) {\n    inboundDelivery(id: $id) {\n      ...InboundDeliveryFields\n      content { method query headers { name value } text base64 truncated }\n    }\n  }\n": types.InboundDeliveryShowDocument,
    "\n  mutation InboundReplay($input: ReplayInboundDeliveriesInput!) {\n    replayInboundDeliveries(input: $input) { count preview deliveryIds }\n  }\n": types.InboundReplayDocument,
    "\n  fragment WebhookEndpointRow on WebhookEndpoint {\n    id name description url events integrationIds projectIds payloadVersion headers ratePerSecond concurrency schedule\n    hasOwnSchedule state enabled disabledReason disabledAt owner { kind name } failures failingSince pausedUntil\n    lastDeliveredAt lastFailureAt lastFailure version createdBy createdAt updatedAt\n    statistics { attempts failures delivered exhausted successRatio latencyMsP50 latencyMsP95 waiting }\n  }\n": types.WebhookEndpointRowFragmentDoc,
    "\n  fragment WebhookDeliveryRow on WebhookDelivery {\n    id endpointId endpoint { name } eventId eventType at state attempts nextAttemptAt isBeingSent changedAt deliveredAt\n    status failureClass message replays\n  }\n": types.WebhookDeliveryRowFragmentDoc,
    "\n  query WebhookEndpoints { webhookEndpoints { ...WebhookEndpointRow } }\n": types.WebhookEndpointsDocument,
    "\n  query WebhookEndpoint($id: ID!) { webhookEndpoint(id: $id) { ...WebhookEndpointRow } }\n": types.WebhookEndpointDocument,
    "\n  mutation WebhookEndpointCreate($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": types.WebhookEndpointCreateDocument,
    "\n  mutation WebhookEndpointUpdate($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": types.WebhookEndpointUpdateDocument,
    "\n  mutation WebhookEndpointDelete($id: ID!) {\n    deleteWebhookEndpoint(input: { id: $id }) { webhookEndpoint { id } }\n  }\n": types.WebhookEndpointDeleteDocument,
    "\n  mutation WebhookEndpointEnable($id: ID!) {\n    enableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": types.WebhookEndpointEnableDocument,
    "\n  mutation WebhookEndpointDisable($id: ID!) {\n    disableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": types.WebhookEndpointDisableDocument,
    "\n  mutation WebhookSecretRotate($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) { secret previousUntil webhookEndpoint { ...WebhookEndpointRow } }\n  }\n": types.WebhookSecretRotateDocument,
    "\n  mutation WebhookEndpointTest($id: ID!) {\n    testWebhookEndpoint(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n": types.WebhookEndpointTestDocument,
    "\n  query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter) {\n    webhookDeliveries(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...WebhookDeliveryRow } }\n    }\n  }\n": types.WebhookDeliveriesDocument,
    "\n  query WebhookDelivery($id: ID!) {\n    webhookDelivery(id: $id) {\n      ...WebhookDeliveryRow\n      body\n      tries {\n        id at number url requestHeaders secretVersions requestBytes status failureClass message responseHeaders\n        responseBody responseCut timings { dnsMs connectMs tlsMs waitMs totalMs }\n      }\n    }\n  }\n": types.WebhookDeliveryDocument,
    "\n  query WebhookReplayPreview($filter: WebhookDeliveryFilter!) { webhookReplayPreview(filter: $filter) }\n": types.WebhookReplayPreviewDocument,
    "\n  mutation WebhookDeliveryReplay($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n": types.WebhookDeliveryReplayDocument,
    "\n  mutation WebhookDeliveriesReplay($filter: WebhookDeliveryFilter!) {\n    replayWebhookDeliveries(input: { filter: $filter }) { count }\n  }\n": types.WebhookDeliveriesReplayDocument,
    "\n  mutation WebhookDeliveriesSkip($id: ID!) { skipWebhookDeliveries(input: { id: $id }) { count } }\n": types.WebhookDeliveriesSkipDocument,
    "\n  subscription WebhookListen($types: [String!], $after: String) {\n    events(types: $types, after: $after) {\n      id sequence type schemaVersion time tenantId projectId integrationId subject correlationId causationId data\n    }\n  }\n": types.WebhookListenDocument,
    "\n  query CompleteSlugs($text: String) {\n    integrations(first: 100, filter: { text: $text }) { edges { node { slug type } } }\n  }\n": types.CompleteSlugsDocument,
    "\n  query CompleteTypes {\n    integrationTypes { id name instances { slugStem title } }\n  }\n": types.CompleteTypesDocument,
    "\n  query CompleteLists {\n    integrationTypes { discoveryLists { id title } }\n  }\n": types.CompleteListsDocument,
    "\n  query CompleteOperations {\n    integrationTypes { operations { id title } }\n  }\n": types.CompleteOperationsDocument,
    "\n  query CompletePlaces {\n    tenant { projects { slug name } environments { slug name } }\n  }\n": types.CompletePlacesDocument,
    "\n  query CompleteKeys {\n    apiKeys { id name revokedAt }\n  }\n": types.CompleteKeysDocument,
    "\n  query CompleteMembers {\n    members { email name }\n  }\n": types.CompleteMembersDocument,
    "\n  query CompleteConnectionProfiles {\n    connectionProfiles(first: 200) { edges { node { id name } } }\n  }\n": types.CompleteConnectionProfilesDocument,
    "\n  query CompleteWebhookEndpoints {\n    webhookEndpoints { name url }\n  }\n": types.CompleteWebhookEndpointsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes { permission projectId integrationId }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n  }\n"): typeof import('./graphql').ApiKeyFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys { ...ApiKeyFields }\n  }\n"): typeof import('./graphql').ApiKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiKeyCreate($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n"): typeof import('./graphql').ApiKeyCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiKeyRotate($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) { apiKey { ...ApiKeyFields } secret }\n  }\n"): typeof import('./graphql').ApiKeyRotateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiKeyRevoke($id: ID!) {\n    revokeApiKey(input: { id: $id }) { apiKey { ...ApiKeyFields } }\n  }\n"): typeof import('./graphql').ApiKeyRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer { id kind name tenants { tenant { id slug name } permissions } }\n    tenant { id slug name }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CliAutomation on Automation {\n    id\n    projectId\n    name\n    description\n    enabled\n    pausedReason\n    failuresInRow\n    version\n    definition\n    savedBy { name }\n    createdAt\n    updatedAt\n  }\n"): typeof import('./graphql').CliAutomationFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CliAutomationRun on AutomationRun {\n    id\n    automationId\n    version\n    eventId\n    eventType\n    state\n    reason\n    depth\n    createdAt\n    startedAt\n    endedAt\n  }\n"): typeof import('./graphql').CliAutomationRunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CliApproval on Approval {\n    id\n    runId\n    message\n    state\n    requestedAt\n    expiresAt\n    decidedBy { name }\n    comment\n  }\n"): typeof import('./graphql').CliApprovalFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomations($project: String, $text: String, $first: Int) {\n    automations(project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomation } }\n    }\n  }\n"): typeof import('./graphql').CliAutomationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomationShow($id: ID!) {\n    automation(id: $id) { ...CliAutomation }\n  }\n"): typeof import('./graphql').CliAutomationShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomationRecipes {\n    automationRecipes { id name description definition }\n  }\n"): typeof import('./graphql').CliAutomationRecipesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomationRuns($automation: String, $states: [RunState!], $first: Int) {\n    automationRuns(automation: $automation, states: $states, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliAutomationRun } }\n    }\n  }\n"): typeof import('./graphql').CliAutomationRunsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomationRunShow($id: ID!) {\n    automationRun(id: $id) {\n      ...CliAutomationRun\n      steps { position name action state attempts input output error startedAt waitsUntil endedAt }\n      approvals { ...CliApproval }\n    }\n  }\n"): typeof import('./graphql').CliAutomationRunShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAutomationDryRun($automation: String, $project: String, $definition: JSONObject, $last: Int) {\n    dryRunAutomation(automation: $automation, project: $project, definition: $definition, last: $last) {\n      eventId\n      eventType\n      time\n      summary\n      holds\n      problem\n      steps { name action wouldRun input problem }\n    }\n  }\n"): typeof import('./graphql').CliAutomationDryRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAutomationCreate($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n"): typeof import('./graphql').CliAutomationCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAutomationUpdate($input: UpdateAutomationInput!) {\n    updateAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n"): typeof import('./graphql').CliAutomationUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAutomationEnable($input: EnableAutomationInput!) {\n    enableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n"): typeof import('./graphql').CliAutomationEnableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAutomationDisable($input: DisableAutomationInput!) {\n    disableAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n"): typeof import('./graphql').CliAutomationDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAutomationDelete($input: DeleteAutomationInput!) {\n    deleteAutomation(input: $input) { automation { ...CliAutomation } }\n  }\n"): typeof import('./graphql').CliAutomationDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliApprove($input: ApproveRunInput!) {\n    approveRun(input: $input) { approval { ...CliApproval } }\n  }\n"): typeof import('./graphql').CliApproveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliReject($input: RejectRunInput!) {\n    rejectRun(input: $input) { approval { ...CliApproval } }\n  }\n"): typeof import('./graphql').CliRejectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallExecute($input: ExecuteCallInput!) {\n    executeCall(input: $input) { call { ...CallResultFields } }\n  }\n  fragment CallResultFields on CallResult {\n    callId\n    integrationId\n    at\n    outcome\n    failure { failureClass reason message remedy retryAfterMs }\n    status\n    headers\n    json\n    text\n    bodyBase64\n    bytes\n    attempts { number status waitMs durationMs failure { reason message } }\n    durationMs\n    waitMs\n    revalidated\n    replayed\n    quota { pool remaining resetAt }\n  }\n"): typeof import('./graphql').CallExecuteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallBatch($input: ExecuteBatchInput!) {\n    executeBatch(input: $input) {\n      groupId\n      succeeded\n      failed\n      skipped\n      answers { index skipped call { ...CallResultFields } error { code message remedy } }\n    }\n  }\n"): typeof import('./graphql').CallBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallList($first: Int, $after: String, $filter: CallFilter) {\n    calls(first: $first, after: $after, filter: $filter) {\n      edges { node { ...CallFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n  fragment CallFields on Call {\n    id\n    integrationId\n    at\n    kind\n    operation\n    actor { kind id name }\n    priority\n    method\n    path\n    outcome\n    status\n    failure { failureClass reason message remedy retryAfterMs }\n    attempts { number integrationId startedAt waitMs durationMs status failure { failureClass reason message } }\n    durationMs\n    waitMs\n    requestBytes\n    responseBytes\n    requestId\n    groupId\n  }\n"): typeof import('./graphql').CallListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallShow($id: ID!) { call(id: $id) { ...CallFields } }\n"): typeof import('./graphql').CallShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallMetricsOf($id: ID!, $input: CallMetricsInput!) {\n    integration(id: $id) {\n      slug\n      circuit { state since reason retryAt }\n    }\n    callMetrics(input: $input) {\n      since\n      until\n      step\n      totals { ...FigureFields }\n      series { at figures { ...FigureFields } }\n      groups { key name figures { ...FigureFields } }\n      topCallers { key name figures { ...FigureFields } }\n    }\n  }\n  fragment FigureFields on CallFigures {\n    calls\n    failures\n    refusals\n    retries\n    errorRatePercent\n    latencyMsAverage\n    latencyMsP50\n    latencyMsP95\n    latencyMsP99\n    waitMs\n    requestBytes\n    responseBytes\n    byClass { failureClass calls }\n  }\n"): typeof import('./graphql').CallMetricsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DoctorCheck on DoctorCheckResult {\n    name\n    status\n    finding\n    message\n    evidence\n    suggestions { text command link }\n    durationMs\n  }\n"): typeof import('./graphql').DoctorCheckFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DoctorReport on DoctorReport {\n    overall\n    message\n    checks { ...DoctorCheck }\n    changes { name from to }\n    startedAt\n    durationMs\n  }\n"): typeof import('./graphql').DoctorReportFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DoctorRun($integration: ID!, $checks: [DoctorCheckName!]) {\n    doctor(integration: $integration, checks: $checks) {\n      started\n      check { ...DoctorCheck }\n      report { ...DoctorReport }\n    }\n  }\n"): typeof import('./graphql').DoctorRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CliEventRow on Event {\n    id\n    sequence\n    type\n    aliases\n    schemaVersion\n    time\n    tenantId\n    projectId\n    subject\n    source\n    actor { kind id name }\n    correlationId\n    causationId\n    level\n    outcome\n    summary\n    data\n  }\n"): typeof import('./graphql').CliEventRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRecentEvents($types: [String!], $last: Int) {\n    recentEvents(types: $types, last: $last) { ...CliEventRow }\n  }\n"): typeof import('./graphql').CliRecentEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CliEvents($types: [String!], $after: String) {\n    events(types: $types, after: $after) { ...CliEventRow }\n  }\n"): typeof import('./graphql').CliEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliPublishEvents($input: PublishEventsInput!) {\n    publishEvents(input: $input) { ids isRepeated }\n  }\n"): typeof import('./graphql').CliPublishEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliEventTypes {\n    eventTypes { type description schemaVersion dataSchema }\n  }\n"): typeof import('./graphql').CliEventTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntegrationRow on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    health\n    healthSince\n    checkedAt\n    healthMessage\n    remedy\n    failingProbe\n    failureClass\n    latencyMs\n    labels { key value }\n    project { slug }\n    environment { slug }\n    quotas { pool title limit remaining remainingPercent resetAt learnedAt usedPerMinute emptyAt forecast waiting pausedUntil }\n    stats(window: DAY) { latencyMsP95 uptimePercent }\n  }\n"): typeof import('./graphql').IntegrationRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationList($first: Int, $after: String, $filter: IntegrationFilter, $orderBy: IntegrationOrder) {\n    integrations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...IntegrationRow } }\n    }\n  }\n"): typeof import('./graphql').IntegrationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationShow($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      method\n      config\n      owner\n      intervalSeconds\n      storedSecrets\n      credentialStoredAt\n      credentialExpiresAt\n      connectorVersion\n      version\n      createdAt\n      updatedAt\n      staleAt\n      nextCheckAt\n      identity\n      serviceVersion\n    }\n  }\n"): typeof import('./graphql').IntegrationShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationHealth($id: ID!) {\n    integration(id: $id) {\n      ...IntegrationRow\n      hour: stats(window: HOUR) { ...Window }\n      day: stats(window: DAY) { ...Window }\n      week: stats(window: WEEK) { ...Window }\n      month: stats(window: MONTH) { ...Window }\n    }\n  }\n  fragment Window on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n"): typeof import('./graphql').IntegrationHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationWatch($first: Int) {\n    integrations(first: $first, orderBy: SEVERITY) {\n      totalCount\n      edges { node { ...IntegrationRow } }\n    }\n    healthSummary { healthy degraded unhealthy unknown stale disabled checking }\n  }\n"): typeof import('./graphql').IntegrationWatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription HealthChanges($types: [String!], $after: String) {\n    events(types: $types, after: $after) { sequence type time data }\n  }\n"): typeof import('./graphql').HealthChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TestOutcome on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    durationMs\n    probes { name status message evidence remedy failureClass durationMs }\n  }\n"): typeof import('./graphql').TestOutcomeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationTest($id: ID!) {\n    testIntegration(input: { id: $id }) { integration { id slug } result { ...TestOutcome } }\n  }\n"): typeof import('./graphql').IntegrationTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationPing($id: ID!) {\n    pingIntegration(input: { id: $id }) { reachable message latencyMs remedy }\n  }\n"): typeof import('./graphql').IntegrationPingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n"): typeof import('./graphql').IntegrationEnableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) { integration { ...IntegrationRow } }\n  }\n"): typeof import('./graphql').IntegrationDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationDelete($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      integration { ...IntegrationRow }\n      secretDestroyed\n      restorableUntil\n      leftAtProvider\n    }\n  }\n"): typeof import('./graphql').IntegrationDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationRestore($id: ID!) {\n    restoreIntegration(input: { id: $id }) { integration { ...IntegrationRow } needsSecret }\n  }\n"): typeof import('./graphql').IntegrationRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationUpdate($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n"): typeof import('./graphql').IntegrationUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TypeRow on IntegrationType {\n    id\n    version\n    name\n    description\n    maturity\n    families\n    capabilities\n    aliases\n    versionRange\n    integrationCount\n    instances { id title description baseUrl aliases slugStem configSchema methodIds }\n    methods { id title kind help scopes configSchema secretsSchema }\n  }\n"): typeof import('./graphql').TypeRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationTypes {\n    integrationTypes { ...TypeRow }\n  }\n"): typeof import('./graphql').IntegrationTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationType($id: ID!) {\n    integrationType(id: $id) {\n      ...TypeRow\n      docs { setup scopes troubleshooting }\n      probes { name proves asks }\n      neededScopes { capability scopes }\n      quotaPools { pool }\n      discoveryLists { id title asks }\n      operations { id title description effect }\n      webhooks { schemes topics }\n      remedies { failure remedy }\n    }\n  }\n"): typeof import('./graphql').IntegrationTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationSuggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed { instance method config usedAt fromSlug }\n    }\n  }\n"): typeof import('./graphql').IntegrationSuggestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) { result { ...TestOutcome } }\n  }\n"): typeof import('./graphql').IntegrationDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntegrationConnect($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) { integration { ...IntegrationRow } test { ...TestOutcome } }\n  }\n"): typeof import('./graphql').IntegrationConnectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TailStart {\n    lastSequence\n  }\n"): typeof import('./graphql').TailStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($first: Int, $after: String, $filter: ActivityFilter) {\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...Entry } }\n    }\n  }\n"): typeof import('./graphql').ActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Entry on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    actor { kind name }\n    summary\n    durationMs\n    metadata\n  }\n"): typeof import('./graphql').EntryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) { sequence entry { ...Entry } }\n  }\n"): typeof import('./graphql').ActivityTailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ResourceTrouble on ResourceFailure {\n    failureClass\n    message\n    remedy\n    page\n  }\n"): typeof import('./graphql').ResourceTroubleFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourceLists($integration: ID!) {\n    resourceLists(integration: $integration) {\n      name\n      title\n      description\n      inputs { name title list }\n      isSearchable\n      missing\n    }\n  }\n"): typeof import('./graphql').ResourceListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Resources(\n    $integration: ID!\n    $type: String!\n    $input: [ResourceInput!]\n    $first: Int\n    $after: String\n    $filter: String\n    $refresh: Boolean\n  ) {\n    discoverResources(\n      integration: $integration\n      type: $type\n      input: $input\n      first: $first\n      after: $after\n      filter: $filter\n      refresh: $refresh\n    ) {\n      type\n      seen\n      cachedAt\n      isCached\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name url attributes } }\n      failure { ...ResourceTrouble }\n    }\n  }\n"): typeof import('./graphql').ResourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResolveTag($integration: ID!, $reference: String!, $refresh: Boolean) {\n    resolveTag(integration: $integration, reference: $reference, refresh: $refresh) {\n      image {\n        repository\n        tag\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        pushedAt\n        platforms { platform digest mediaType sizeBytes isAttestation }\n        resolvedAt\n        isCached\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n"): typeof import('./graphql').ResolveTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImageManifest($integration: ID!, $repository: String!, $reference: String!, $refresh: Boolean) {\n    manifest(integration: $integration, repository: $repository, reference: $reference, refresh: $refresh) {\n      manifest {\n        repository\n        digest\n        mediaType\n        kind\n        artifactType\n        sizeBytes\n        manifestBytes\n        config { digest mediaType sizeBytes }\n        layers { digest mediaType sizeBytes }\n        platforms { platform digest mediaType isAttestation }\n        annotations\n        text\n        fetchedAt\n      }\n      failure { ...ResourceTrouble }\n    }\n  }\n"): typeof import('./graphql').ImageManifestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VerifyDigest($integration: ID!, $repository: String!, $digest: String!, $expected: String) {\n    verifyDigest(integration: $integration, repository: $repository, digest: $digest, expected: $expected) {\n      isVerified\n      verdict { repository digest actual expected mediaType manifestBytes }\n      failure { ...ResourceTrouble }\n    }\n  }\n"): typeof import('./graphql').VerifyDigestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members {\n    members { id name email bindings { role project { slug } } }\n  }\n"): typeof import('./graphql').MembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MemberInvite($input: CreateInvitationInput!) {\n    createInvitation(input: $input) { invitation { id email role expiresAt } url }\n  }\n"): typeof import('./graphql').MemberInviteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MemberRemove($id: ID!) {\n    removeMember(input: { id: $id }) { id }\n  }\n"): typeof import('./graphql').MemberRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationOperations($id: ID!) {\n    integration(id: $id) {\n      slug\n      type\n      operations {\n        id\n        title\n        description\n        effect\n        inputSchema\n        outputs\n        isList\n        needs\n      }\n    }\n  }\n"): typeof import('./graphql').IntegrationOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OperationRun($input: RunOperationInput!) {\n    runOperation(input: $input) {\n      run {\n        operation\n        effect\n        integrationId\n        outcome\n        output\n        failure { failureClass reason message remedy retryAfterMs }\n        callIds\n        attempts\n        startedAt\n        durationMs\n        waitMs\n        replayed\n      }\n    }\n  }\n"): typeof import('./graphql').OperationRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntegrationsOfType($type: String!) {\n    integrations(first: 2, filter: { types: [$type] }) { edges { node { slug } } }\n  }\n"): typeof import('./graphql').IntegrationsOfTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionProfileRow on ConnectionProfile {\n    id\n    name\n    description\n    type\n    instance\n    method\n    config\n    callPolicy\n    labels { key value }\n    intervalSeconds\n    isDefault\n    isTemplate\n    usedCount\n    integrationCount\n    lastUsedAt\n    createdBy\n    version\n    createdAt\n    updatedAt\n    problems { path message }\n  }\n"): typeof import('./graphql').ConnectionProfileRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionProfiles($type: String, $instance: String, $text: String, $templates: Boolean, $first: Int) {\n    connectionProfiles(type: $type, instance: $instance, text: $text, templates: $templates, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ConnectionProfileRow } }\n    }\n  }\n"): typeof import('./graphql').ConnectionProfilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionProfile($id: ID!) {\n    connectionProfile(id: $id) { ...ConnectionProfileRow }\n  }\n"): typeof import('./graphql').ConnectionProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionProfileCreate($input: CreateConnectionProfileInput!) {\n    createConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n"): typeof import('./graphql').ConnectionProfileCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionProfileUpdate($input: UpdateConnectionProfileInput!) {\n    updateConnectionProfile(input: $input) { connectionProfile { ...ConnectionProfileRow } }\n  }\n"): typeof import('./graphql').ConnectionProfileUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionProfileDelete($id: ID!) {\n    deleteConnectionProfile(input: { id: $id }) { connectionProfile { ...ConnectionProfileRow } }\n  }\n"): typeof import('./graphql').ConnectionProfileDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionProfileDefault($id: ID!, $isDefault: Boolean!) {\n    setDefaultConnectionProfile(input: { id: $id, isDefault: $isDefault }) {\n      connectionProfile { ...ConnectionProfileRow }\n    }\n  }\n"): typeof import('./graphql').ConnectionProfileDefaultDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CliTaskRow on Task {\n    id\n    projectId\n    title\n    description\n    state\n    pullRequest\n    issue\n    message\n    createdBy\n    version\n    createdAt\n    startedAt\n    endedAt\n  }\n"): typeof import('./graphql').CliTaskRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliTasks($states: [TaskState!], $project: String, $text: String, $first: Int) {\n    tasks(states: $states, project: $project, text: $text, first: $first) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...CliTaskRow } }\n    }\n  }\n"): typeof import('./graphql').CliTasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliTask($id: ID!) {\n    task(id: $id) { ...CliTaskRow }\n  }\n"): typeof import('./graphql').CliTaskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliTaskCreate($input: CreateTaskInput!) {\n    createTask(input: $input) { task { ...CliTaskRow } }\n  }\n"): typeof import('./graphql').CliTaskCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliTaskStart($input: StartTaskInput!) {\n    startTask(input: $input) { task { ...CliTaskRow } }\n  }\n"): typeof import('./graphql').CliTaskStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliTaskComplete($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { ...CliTaskRow } }\n  }\n"): typeof import('./graphql').CliTaskCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliTaskFail($input: FailTaskInput!) {\n    failTask(input: $input) { task { ...CliTaskRow } }\n  }\n"): typeof import('./graphql').CliTaskFailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InboundHookFields on InboundHook {\n    id\n    name\n    integrationId\n    integration { slug }\n    kind\n    route\n    enabled\n    schemes\n    isWeak\n    weakness\n    secrets { version createdAt }\n    registration { target providerHookId events state message checkedAt recoveredUntil }\n    lastReceivedAt\n    createdBy\n    createdAt\n  }\n"): typeof import('./graphql').InboundHookFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboundHookList($first: Int, $after: String, $integration: ID) {\n    inboundHooks(first: $first, after: $after, integration: $integration) {\n      edges { node { ...InboundHookFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').InboundHookListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookCreate($input: CreateInboundHookInput!) {\n    createInboundHook(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n"): typeof import('./graphql').InboundHookCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookRotate($input: RotateInboundHookSecretInput!) {\n    rotateInboundHookSecret(input: $input) { hook { ...InboundHookFields } url secret }\n  }\n"): typeof import('./graphql').InboundHookRotateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookDelete($id: ID!) {\n    deleteInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n"): typeof import('./graphql').InboundHookDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookUpdate($input: UpdateInboundHookInput!) {\n    updateInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n"): typeof import('./graphql').InboundHookUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookRegister($input: RegisterInboundHookInput!) {\n    registerInboundHook(input: $input) { hook { ...InboundHookFields } }\n  }\n"): typeof import('./graphql').InboundHookRegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookUnregister($id: ID!) {\n    unregisterInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n"): typeof import('./graphql').InboundHookUnregisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundHookCheck($id: ID!) {\n    checkInboundHook(input: { id: $id }) { hook { ...InboundHookFields } }\n  }\n"): typeof import('./graphql').InboundHookCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundRecover($input: RecoverInboundDeliveriesInput!) {\n    recoverInboundDeliveries(input: $input) { found recovered preview since }\n  }\n"): typeof import('./graphql').InboundRecoverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InboundDeliveryFields on InboundDelivery {\n    id\n    hookId\n    integrationId\n    integration { slug }\n    receivedAt\n    processedAt\n    state\n    deliveryId\n    type\n    topic\n    verified\n    scheme\n    reason\n    bodyBytes\n    recovered\n    replays\n  }\n"): typeof import('./graphql').InboundDeliveryFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboundDeliveryList($first: Int, $after: String, $filter: InboundDeliveryFilter) {\n    inboundDeliveries(first: $first, after: $after, filter: $filter) {\n      edges { node { ...InboundDeliveryFields } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').InboundDeliveryListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboundDeliveryShow($id: ID!) {\n    inboundDelivery(id: $id) {\n      ...InboundDeliveryFields\n      content { method query headers { name value } text base64 truncated }\n    }\n  }\n"): typeof import('./graphql').InboundDeliveryShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InboundReplay($input: ReplayInboundDeliveriesInput!) {\n    replayInboundDeliveries(input: $input) { count preview deliveryIds }\n  }\n"): typeof import('./graphql').InboundReplayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookEndpointRow on WebhookEndpoint {\n    id name description url events integrationIds projectIds payloadVersion headers ratePerSecond concurrency schedule\n    hasOwnSchedule state enabled disabledReason disabledAt owner { kind name } failures failingSince pausedUntil\n    lastDeliveredAt lastFailureAt lastFailure version createdBy createdAt updatedAt\n    statistics { attempts failures delivered exhausted successRatio latencyMsP50 latencyMsP95 waiting }\n  }\n"): typeof import('./graphql').WebhookEndpointRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookDeliveryRow on WebhookDelivery {\n    id endpointId endpoint { name } eventId eventType at state attempts nextAttemptAt isBeingSent changedAt deliveredAt\n    status failureClass message replays\n  }\n"): typeof import('./graphql').WebhookDeliveryRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookEndpoints { webhookEndpoints { ...WebhookEndpointRow } }\n"): typeof import('./graphql').WebhookEndpointsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookEndpoint($id: ID!) { webhookEndpoint(id: $id) { ...WebhookEndpointRow } }\n"): typeof import('./graphql').WebhookEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointCreate($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n"): typeof import('./graphql').WebhookEndpointCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointUpdate($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) { secret webhookEndpoint { ...WebhookEndpointRow } }\n  }\n"): typeof import('./graphql').WebhookEndpointUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointDelete($id: ID!) {\n    deleteWebhookEndpoint(input: { id: $id }) { webhookEndpoint { id } }\n  }\n"): typeof import('./graphql').WebhookEndpointDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointEnable($id: ID!) {\n    enableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n"): typeof import('./graphql').WebhookEndpointEnableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointDisable($id: ID!) {\n    disableWebhookEndpoint(input: { id: $id }) { webhookEndpoint { ...WebhookEndpointRow } }\n  }\n"): typeof import('./graphql').WebhookEndpointDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookSecretRotate($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) { secret previousUntil webhookEndpoint { ...WebhookEndpointRow } }\n  }\n"): typeof import('./graphql').WebhookSecretRotateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookEndpointTest($id: ID!) {\n    testWebhookEndpoint(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n"): typeof import('./graphql').WebhookEndpointTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter) {\n    webhookDeliveries(first: $first, after: $after, filter: $filter) {\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...WebhookDeliveryRow } }\n    }\n  }\n"): typeof import('./graphql').WebhookDeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDelivery($id: ID!) {\n    webhookDelivery(id: $id) {\n      ...WebhookDeliveryRow\n      body\n      tries {\n        id at number url requestHeaders secretVersions requestBytes status failureClass message responseHeaders\n        responseBody responseCut timings { dnsMs connectMs tlsMs waitMs totalMs }\n      }\n    }\n  }\n"): typeof import('./graphql').WebhookDeliveryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookReplayPreview($filter: WebhookDeliveryFilter!) { webhookReplayPreview(filter: $filter) }\n"): typeof import('./graphql').WebhookReplayPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookDeliveryReplay($id: ID!) {\n    replayWebhookDelivery(input: { id: $id }) { webhookDelivery { ...WebhookDeliveryRow } }\n  }\n"): typeof import('./graphql').WebhookDeliveryReplayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookDeliveriesReplay($filter: WebhookDeliveryFilter!) {\n    replayWebhookDeliveries(input: { filter: $filter }) { count }\n  }\n"): typeof import('./graphql').WebhookDeliveriesReplayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WebhookDeliveriesSkip($id: ID!) { skipWebhookDeliveries(input: { id: $id }) { count } }\n"): typeof import('./graphql').WebhookDeliveriesSkipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WebhookListen($types: [String!], $after: String) {\n    events(types: $types, after: $after) {\n      id sequence type schemaVersion time tenantId projectId integrationId subject correlationId causationId data\n    }\n  }\n"): typeof import('./graphql').WebhookListenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteSlugs($text: String) {\n    integrations(first: 100, filter: { text: $text }) { edges { node { slug type } } }\n  }\n"): typeof import('./graphql').CompleteSlugsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteTypes {\n    integrationTypes { id name instances { slugStem title } }\n  }\n"): typeof import('./graphql').CompleteTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteLists {\n    integrationTypes { discoveryLists { id title } }\n  }\n"): typeof import('./graphql').CompleteListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteOperations {\n    integrationTypes { operations { id title } }\n  }\n"): typeof import('./graphql').CompleteOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompletePlaces {\n    tenant { projects { slug name } environments { slug name } }\n  }\n"): typeof import('./graphql').CompletePlacesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteKeys {\n    apiKeys { id name revokedAt }\n  }\n"): typeof import('./graphql').CompleteKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteMembers {\n    members { email name }\n  }\n"): typeof import('./graphql').CompleteMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteConnectionProfiles {\n    connectionProfiles(first: 200) { edges { node { id name } } }\n  }\n"): typeof import('./graphql').CompleteConnectionProfilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompleteWebhookEndpoints {\n    webhookEndpoints { name url }\n  }\n"): typeof import('./graphql').CompleteWebhookEndpointsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
