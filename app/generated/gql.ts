/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

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
    "\n  fragment ActivityRow on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    operationId\n    summary\n    durationMs\n    metadata\n    actor {\n      kind\n      id\n      name\n    }\n  }\n": typeof types.ActivityRowFragmentDoc,
    "\n  query Activity($first: Int!, $after: String, $filter: ActivityFilter) {\n    lastSequence\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ActivityRow\n        }\n      }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        ...ActivityRow\n      }\n    }\n  }\n": typeof types.ActivityTailDocument,
    "\n  fragment ListIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    owner\n    health\n    healthMessage\n    checkedAt\n    staleAt\n    updatedAt\n    deletedAt\n    credentialStoredAt\n    credentialExpiresAt\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas @include(if: $quota) {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) @include(if: $strip) {\n      at\n      health\n    }\n    stats(window: DAY) @include(if: $p95) {\n      window\n      latencyMsP95\n    }\n  }\n": typeof types.ListIntegrationFragmentDoc,
    "\n  query ListRows(\n    $first: Int!\n    $skip: Int!\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n    $counted: Boolean!\n    $strip: Boolean!\n    $quota: Boolean!\n    $p95: Boolean!\n  ) {\n    integrations(first: $first, skip: $skip, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      totalCount @include(if: $counted)\n      edges {\n        cursor\n        node {\n          ...ListIntegration\n        }\n      }\n    }\n  }\n": typeof types.ListRowsDocument,
    "\n  query ListFrame($filter: IntegrationFilter, $grouped: Boolean!, $by: IntegrationGrouping!) {\n    lastSequence\n    integrationTypes {\n      id\n      name\n      families\n    }\n    owners: integrationGroups(by: OWNER) {\n      key\n      title\n    }\n    integrationGroups(by: $by, filter: $filter) @include(if: $grouped) {\n      key\n      title\n      worst\n      counts {\n        total\n        healthy\n        degraded\n        unhealthy\n        unknown\n        stale\n        disabled\n        checking\n      }\n    }\n  }\n": typeof types.ListFrameDocument,
    "\n  query ListExport(\n    $after: String\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n  ) {\n    integrations(first: 200, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n          type\n          instance\n          health\n          healthMessage\n          owner\n          latencyMs\n          checkedAt\n          credentialStoredAt\n          credentialExpiresAt\n          createdAt\n          labels {\n            key\n            value\n          }\n          project {\n            id\n            slug\n          }\n          environment {\n            id\n            slug\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListExportDocument,
    "\n  fragment ListStanding on Integration {\n    id\n    enabled\n    health\n    healthMessage\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n  }\n": typeof types.ListStandingFragmentDoc,
    "\n  mutation BulkEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": typeof types.BulkEnableDocument,
    "\n  mutation BulkDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": typeof types.BulkDisableDocument,
    "\n  mutation BulkTest($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": typeof types.BulkTestDocument,
    "\n  fragment ConnectorForm on IntegrationType {\n    id\n    name\n    description\n    families\n    aliases\n    instances {\n      id\n      title\n      slugStem\n      configSchema\n      methodIds\n    }\n    methods {\n      id\n      title\n      kind\n      help\n      scopes\n      configSchema\n      secretsSchema\n    }\n  }\n": typeof types.ConnectorFormFragmentDoc,
    "\n  query ConnectForms {\n    integrationTypes {\n      ...ConnectorForm\n    }\n  }\n": typeof types.ConnectFormsDocument,
    "\n  query Suggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed {\n        instance\n        method\n        config\n        usedAt\n        fromSlug\n      }\n    }\n  }\n": typeof types.SuggestDocument,
    "\n  fragment ProbeRun on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    probes {\n      name\n      status\n      message\n      evidence\n      remedy\n      failureClass\n      durationMs\n    }\n  }\n": typeof types.ProbeRunFragmentDoc,
    "\n  mutation TestDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) {\n      result {\n        ...ProbeRun\n      }\n    }\n  }\n": typeof types.TestDraftDocument,
    "\n  mutation ConnectIntegration($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) {\n      integration {\n        id\n        slug\n        name\n        health\n        enabled\n      }\n    }\n  }\n": typeof types.ConnectIntegrationDocument,
    "\n  mutation RestoreIntegration($id: ID!) {\n    restoreIntegration(input: { id: $id }) {\n      needsSecret\n      integration {\n        id\n        slug\n        deletedAt\n      }\n    }\n  }\n": typeof types.RestoreIntegrationDocument,
    "\n  fragment DetailIntegration on Integration {\n    ...OverviewIntegration\n    connectorVersion\n    method\n    config\n    owner\n    storedSecrets\n    credentialStoredAt\n    version\n    createdAt\n    updatedAt\n    failingProbe\n    failureClass\n    latencyMs\n    identity\n    serviceVersion\n    labels {\n      key\n      value\n    }\n    project {\n      id\n      slug\n      name\n    }\n    environment {\n      id\n      slug\n      name\n    }\n    integrationType {\n      ...ConnectorForm\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    recent: history(last: 60) {\n      at\n      health\n      message\n      latencyMs\n    }\n    lastCheck: history(last: 1) {\n      at\n      health\n      isUnconfirmed\n      message\n      probes {\n        name\n        status\n        message\n        evidence\n        remedy\n        failureClass\n        durationMs\n      }\n    }\n    hour: stats(window: HOUR) {\n      ...WindowStats\n    }\n    day: stats(window: DAY) {\n      ...WindowStats\n    }\n    week: stats(window: WEEK) {\n      ...WindowStats\n    }\n    month: stats(window: MONTH) {\n      ...WindowStats\n    }\n  }\n": typeof types.DetailIntegrationFragmentDoc,
    "\n  fragment WindowStats on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n": typeof types.WindowStatsFragmentDoc,
    "\n  query Integration($id: ID!) {\n    lastSequence\n    integration(id: $id) {\n      ...DetailIntegration\n    }\n  }\n": typeof types.IntegrationDocument,
    "\n  subscription IntegrationStatus($integrationId: ID!, $after: String) {\n    integrationStatusChanged(integrationId: $integrationId, after: $after) {\n      sequence\n      eventId\n      to\n      message\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": typeof types.IntegrationStatusDocument,
    "\n  subscription IntegrationTouched($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        id\n      }\n    }\n  }\n": typeof types.IntegrationTouchedDocument,
    "\n  mutation TestIntegration($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n        remedy\n      }\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": typeof types.TestIntegrationDocument,
    "\n  mutation EnableIntegration($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": typeof types.EnableIntegrationDocument,
    "\n  mutation DisableIntegration($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": typeof types.DisableIntegrationDocument,
    "\n  mutation DeleteIntegration($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      secretDestroyed\n      restorableUntil\n      integration {\n        id\n      }\n    }\n  }\n": typeof types.DeleteIntegrationDocument,
    "\n  mutation UpdateIntegration($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": typeof types.UpdateIntegrationDocument,
    "\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ShellDocument,
    "\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n": typeof types.OverviewIntegrationFragmentDoc,
    "\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": typeof types.OverviewStatusChangedDocument,
    "\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n": typeof types.OverviewRateLimitDocument,
    "\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.OverviewActivityDocument,
    "\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": typeof types.TestFromOverviewDocument,
    "\n  query Environments {\n    tenant {\n      id\n      environments {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": typeof types.EnvironmentsDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": typeof types.CreateEnvironmentDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": typeof types.UpdateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($id: ID!) {\n    deleteEnvironment(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.DeleteEnvironmentDocument,
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n    scopes {\n      permission\n      projectId\n      integrationId\n    }\n  }\n": typeof types.ApiKeyFieldsFragmentDoc,
    "\n  query ApiKeys {\n    apiKeys {\n      ...ApiKeyFields\n    }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": typeof types.RotateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  query KeyPlaces($text: String) {\n    integrations(first: 50, filter: { text: $text }) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n": typeof types.KeyPlacesDocument,
    "\n  query KeyPlace($id: ID!) {\n    integration(id: $id) {\n      id\n      slug\n      name\n    }\n  }\n": typeof types.KeyPlaceDocument,
    "\n  fragment MemberFields on Member {\n    id\n    email\n    name\n    bindings {\n      role\n      project {\n        id\n        slug\n        name\n      }\n    }\n  }\n": typeof types.MemberFieldsFragmentDoc,
    "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    invitedBy\n    createdAt\n    expiresAt\n    project {\n      id\n      slug\n      name\n    }\n  }\n": typeof types.InvitationFieldsFragmentDoc,
    "\n  query Members($mayInvite: Boolean!) {\n    viewer {\n      id\n    }\n    members {\n      ...MemberFields\n    }\n    invitations @include(if: $mayInvite) {\n      ...InvitationFields\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation AddRole($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": typeof types.AddRoleDocument,
    "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": typeof types.ChangeMemberRoleDocument,
    "\n  mutation RemoveMemberRole($input: RemoveMemberRoleInput!) {\n    removeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": typeof types.RemoveMemberRoleDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation LeaveTenant {\n    leaveTenant {\n      tenantId\n    }\n  }\n": typeof types.LeaveTenantDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      url\n      invitation {\n        ...InvitationFields\n      }\n    }\n  }\n": typeof types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  query EgressGrants($tenant: String!) {\n    egressGrants(tenant: $tenant) {\n      id\n      cidr\n      port\n      reason\n      createdAt\n    }\n  }\n": typeof types.EgressGrantsDocument,
    "\n  mutation GrantEgress($input: GrantEgressInput!) {\n    grantEgress(input: $input) {\n      grant {\n        id\n        cidr\n        port\n        reason\n        createdAt\n      }\n    }\n  }\n": typeof types.GrantEgressDocument,
    "\n  mutation RevokeEgress($input: RevokeEgressInput!) {\n    revokeEgress(input: $input) {\n      id\n    }\n  }\n": typeof types.RevokeEgressDocument,
    "\n  query Profile {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      name\n      email\n      emailVerified\n      isInstanceAdmin\n      accounts {\n        id\n        provider\n        label\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n": typeof types.ProfileDocument,
    "\n  mutation UpdateProfile($name: String!) {\n    updateProfile(input: { name: $name }) {\n      viewer {\n        id\n        name\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation UnlinkAccount($id: ID!) {\n    unlinkAccount(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.UnlinkAccountDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions {\n      revoked\n    }\n  }\n": typeof types.RevokeOtherSessionsDocument,
    "\n  query Projects {\n    tenant {\n      id\n      projects {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": typeof types.ProjectsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": typeof types.UpdateProjectDocument,
    "\n  mutation DeleteProject($id: ID!) {\n    deleteProject(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.DeleteProjectDocument,
    "\n  query SignInSettings {\n    viewer {\n      id\n      isInstanceAdmin\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n  }\n": typeof types.SignInSettingsDocument,
    "\n  query Workspace {\n    tenant {\n      id\n      slug\n      name\n      isDemo\n      createdAt\n    }\n  }\n": typeof types.WorkspaceDocument,
    "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        id\n        slug\n        name\n      }\n    }\n  }\n": typeof types.UpdateTenantDocument,
    "\n  query InvitationPage($token: String!) {\n    invitationOffer(token: $token) {\n      tenantName\n      tenantSlug\n      email\n      role\n      projectName\n      invitedBy\n      expiresAt\n      hasAccount\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      kind\n      email\n    }\n  }\n": typeof types.InvitationPageDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": typeof types.EntranceDocument,
    "\n  query Setup($token: String!) {\n    setupPending\n    setupLinkWorks(token: $token)\n  }\n": typeof types.SetupDocument,
    "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": typeof types.CompleteSetupDocument,
    "\n  subscription Connected {\n    connected\n  }\n": typeof types.ConnectedDocument,
    "\n  query SignInPage {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      email\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": typeof types.SignInPageDocument,
};
const documents: Documents = {
    "\n  fragment ActivityRow on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    operationId\n    summary\n    durationMs\n    metadata\n    actor {\n      kind\n      id\n      name\n    }\n  }\n": types.ActivityRowFragmentDoc,
    "\n  query Activity($first: Int!, $after: String, $filter: ActivityFilter) {\n    lastSequence\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ActivityRow\n        }\n      }\n    }\n  }\n": types.ActivityDocument,
    "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        ...ActivityRow\n      }\n    }\n  }\n": types.ActivityTailDocument,
    "\n  fragment ListIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    owner\n    health\n    healthMessage\n    checkedAt\n    staleAt\n    updatedAt\n    deletedAt\n    credentialStoredAt\n    credentialExpiresAt\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas @include(if: $quota) {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) @include(if: $strip) {\n      at\n      health\n    }\n    stats(window: DAY) @include(if: $p95) {\n      window\n      latencyMsP95\n    }\n  }\n": types.ListIntegrationFragmentDoc,
    "\n  query ListRows(\n    $first: Int!\n    $skip: Int!\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n    $counted: Boolean!\n    $strip: Boolean!\n    $quota: Boolean!\n    $p95: Boolean!\n  ) {\n    integrations(first: $first, skip: $skip, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      totalCount @include(if: $counted)\n      edges {\n        cursor\n        node {\n          ...ListIntegration\n        }\n      }\n    }\n  }\n": types.ListRowsDocument,
    "\n  query ListFrame($filter: IntegrationFilter, $grouped: Boolean!, $by: IntegrationGrouping!) {\n    lastSequence\n    integrationTypes {\n      id\n      name\n      families\n    }\n    owners: integrationGroups(by: OWNER) {\n      key\n      title\n    }\n    integrationGroups(by: $by, filter: $filter) @include(if: $grouped) {\n      key\n      title\n      worst\n      counts {\n        total\n        healthy\n        degraded\n        unhealthy\n        unknown\n        stale\n        disabled\n        checking\n      }\n    }\n  }\n": types.ListFrameDocument,
    "\n  query ListExport(\n    $after: String\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n  ) {\n    integrations(first: 200, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n          type\n          instance\n          health\n          healthMessage\n          owner\n          latencyMs\n          checkedAt\n          credentialStoredAt\n          credentialExpiresAt\n          createdAt\n          labels {\n            key\n            value\n          }\n          project {\n            id\n            slug\n          }\n          environment {\n            id\n            slug\n          }\n        }\n      }\n    }\n  }\n": types.ListExportDocument,
    "\n  fragment ListStanding on Integration {\n    id\n    enabled\n    health\n    healthMessage\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n  }\n": types.ListStandingFragmentDoc,
    "\n  mutation BulkEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": types.BulkEnableDocument,
    "\n  mutation BulkDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": types.BulkDisableDocument,
    "\n  mutation BulkTest($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n": types.BulkTestDocument,
    "\n  fragment ConnectorForm on IntegrationType {\n    id\n    name\n    description\n    families\n    aliases\n    instances {\n      id\n      title\n      slugStem\n      configSchema\n      methodIds\n    }\n    methods {\n      id\n      title\n      kind\n      help\n      scopes\n      configSchema\n      secretsSchema\n    }\n  }\n": types.ConnectorFormFragmentDoc,
    "\n  query ConnectForms {\n    integrationTypes {\n      ...ConnectorForm\n    }\n  }\n": types.ConnectFormsDocument,
    "\n  query Suggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed {\n        instance\n        method\n        config\n        usedAt\n        fromSlug\n      }\n    }\n  }\n": types.SuggestDocument,
    "\n  fragment ProbeRun on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    probes {\n      name\n      status\n      message\n      evidence\n      remedy\n      failureClass\n      durationMs\n    }\n  }\n": types.ProbeRunFragmentDoc,
    "\n  mutation TestDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) {\n      result {\n        ...ProbeRun\n      }\n    }\n  }\n": types.TestDraftDocument,
    "\n  mutation ConnectIntegration($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) {\n      integration {\n        id\n        slug\n        name\n        health\n        enabled\n      }\n    }\n  }\n": types.ConnectIntegrationDocument,
    "\n  mutation RestoreIntegration($id: ID!) {\n    restoreIntegration(input: { id: $id }) {\n      needsSecret\n      integration {\n        id\n        slug\n        deletedAt\n      }\n    }\n  }\n": types.RestoreIntegrationDocument,
    "\n  fragment DetailIntegration on Integration {\n    ...OverviewIntegration\n    connectorVersion\n    method\n    config\n    owner\n    storedSecrets\n    credentialStoredAt\n    version\n    createdAt\n    updatedAt\n    failingProbe\n    failureClass\n    latencyMs\n    identity\n    serviceVersion\n    labels {\n      key\n      value\n    }\n    project {\n      id\n      slug\n      name\n    }\n    environment {\n      id\n      slug\n      name\n    }\n    integrationType {\n      ...ConnectorForm\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    recent: history(last: 60) {\n      at\n      health\n      message\n      latencyMs\n    }\n    lastCheck: history(last: 1) {\n      at\n      health\n      isUnconfirmed\n      message\n      probes {\n        name\n        status\n        message\n        evidence\n        remedy\n        failureClass\n        durationMs\n      }\n    }\n    hour: stats(window: HOUR) {\n      ...WindowStats\n    }\n    day: stats(window: DAY) {\n      ...WindowStats\n    }\n    week: stats(window: WEEK) {\n      ...WindowStats\n    }\n    month: stats(window: MONTH) {\n      ...WindowStats\n    }\n  }\n": types.DetailIntegrationFragmentDoc,
    "\n  fragment WindowStats on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n": types.WindowStatsFragmentDoc,
    "\n  query Integration($id: ID!) {\n    lastSequence\n    integration(id: $id) {\n      ...DetailIntegration\n    }\n  }\n": types.IntegrationDocument,
    "\n  subscription IntegrationStatus($integrationId: ID!, $after: String) {\n    integrationStatusChanged(integrationId: $integrationId, after: $after) {\n      sequence\n      eventId\n      to\n      message\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": types.IntegrationStatusDocument,
    "\n  subscription IntegrationTouched($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        id\n      }\n    }\n  }\n": types.IntegrationTouchedDocument,
    "\n  mutation TestIntegration($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n        remedy\n      }\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": types.TestIntegrationDocument,
    "\n  mutation EnableIntegration($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": types.EnableIntegrationDocument,
    "\n  mutation DisableIntegration($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": types.DisableIntegrationDocument,
    "\n  mutation DeleteIntegration($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      secretDestroyed\n      restorableUntil\n      integration {\n        id\n      }\n    }\n  }\n": types.DeleteIntegrationDocument,
    "\n  mutation UpdateIntegration($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n": types.UpdateIntegrationDocument,
    "\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ShellDocument,
    "\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n": types.OverviewIntegrationFragmentDoc,
    "\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": types.OverviewStatusChangedDocument,
    "\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n": types.OverviewRateLimitDocument,
    "\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n": types.OverviewActivityDocument,
    "\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": types.TestFromOverviewDocument,
    "\n  query Environments {\n    tenant {\n      id\n      environments {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": types.EnvironmentsDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": types.CreateEnvironmentDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n": types.UpdateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($id: ID!) {\n    deleteEnvironment(input: { id: $id }) {\n      id\n    }\n  }\n": types.DeleteEnvironmentDocument,
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n    scopes {\n      permission\n      projectId\n      integrationId\n    }\n  }\n": types.ApiKeyFieldsFragmentDoc,
    "\n  query ApiKeys {\n    apiKeys {\n      ...ApiKeyFields\n    }\n  }\n": types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": types.RotateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  query KeyPlaces($text: String) {\n    integrations(first: 50, filter: { text: $text }) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n": types.KeyPlacesDocument,
    "\n  query KeyPlace($id: ID!) {\n    integration(id: $id) {\n      id\n      slug\n      name\n    }\n  }\n": types.KeyPlaceDocument,
    "\n  fragment MemberFields on Member {\n    id\n    email\n    name\n    bindings {\n      role\n      project {\n        id\n        slug\n        name\n      }\n    }\n  }\n": types.MemberFieldsFragmentDoc,
    "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    invitedBy\n    createdAt\n    expiresAt\n    project {\n      id\n      slug\n      name\n    }\n  }\n": types.InvitationFieldsFragmentDoc,
    "\n  query Members($mayInvite: Boolean!) {\n    viewer {\n      id\n    }\n    members {\n      ...MemberFields\n    }\n    invitations @include(if: $mayInvite) {\n      ...InvitationFields\n    }\n  }\n": types.MembersDocument,
    "\n  mutation AddRole($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": types.AddRoleDocument,
    "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": types.ChangeMemberRoleDocument,
    "\n  mutation RemoveMemberRole($input: RemoveMemberRoleInput!) {\n    removeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n": types.RemoveMemberRoleDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  mutation LeaveTenant {\n    leaveTenant {\n      tenantId\n    }\n  }\n": types.LeaveTenantDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      url\n      invitation {\n        ...InvitationFields\n      }\n    }\n  }\n": types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(input: { id: $id }) {\n      id\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  query EgressGrants($tenant: String!) {\n    egressGrants(tenant: $tenant) {\n      id\n      cidr\n      port\n      reason\n      createdAt\n    }\n  }\n": types.EgressGrantsDocument,
    "\n  mutation GrantEgress($input: GrantEgressInput!) {\n    grantEgress(input: $input) {\n      grant {\n        id\n        cidr\n        port\n        reason\n        createdAt\n      }\n    }\n  }\n": types.GrantEgressDocument,
    "\n  mutation RevokeEgress($input: RevokeEgressInput!) {\n    revokeEgress(input: $input) {\n      id\n    }\n  }\n": types.RevokeEgressDocument,
    "\n  query Profile {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      name\n      email\n      emailVerified\n      isInstanceAdmin\n      accounts {\n        id\n        provider\n        label\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n": types.ProfileDocument,
    "\n  mutation UpdateProfile($name: String!) {\n    updateProfile(input: { name: $name }) {\n      viewer {\n        id\n        name\n      }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation UnlinkAccount($id: ID!) {\n    unlinkAccount(input: { id: $id }) {\n      id\n    }\n  }\n": types.UnlinkAccountDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n": types.RevokeSessionDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions {\n      revoked\n    }\n  }\n": types.RevokeOtherSessionsDocument,
    "\n  query Projects {\n    tenant {\n      id\n      projects {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": types.ProjectsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": types.CreateProjectDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n": types.UpdateProjectDocument,
    "\n  mutation DeleteProject($id: ID!) {\n    deleteProject(input: { id: $id }) {\n      id\n    }\n  }\n": types.DeleteProjectDocument,
    "\n  query SignInSettings {\n    viewer {\n      id\n      isInstanceAdmin\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n  }\n": types.SignInSettingsDocument,
    "\n  query Workspace {\n    tenant {\n      id\n      slug\n      name\n      isDemo\n      createdAt\n    }\n  }\n": types.WorkspaceDocument,
    "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        id\n        slug\n        name\n      }\n    }\n  }\n": types.UpdateTenantDocument,
    "\n  query InvitationPage($token: String!) {\n    invitationOffer(token: $token) {\n      tenantName\n      tenantSlug\n      email\n      role\n      projectName\n      invitedBy\n      expiresAt\n      hasAccount\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      kind\n      email\n    }\n  }\n": types.InvitationPageDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": types.EntranceDocument,
    "\n  query Setup($token: String!) {\n    setupPending\n    setupLinkWorks(token: $token)\n  }\n": types.SetupDocument,
    "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": types.CompleteSetupDocument,
    "\n  subscription Connected {\n    connected\n  }\n": types.ConnectedDocument,
    "\n  query SignInPage {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      email\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": types.SignInPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActivityRow on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    operationId\n    summary\n    durationMs\n    metadata\n    actor {\n      kind\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ActivityRow on ActivityEntry {\n    id\n    at\n    level\n    outcome\n    type\n    integrationId\n    integrationSlug\n    operationId\n    summary\n    durationMs\n    metadata\n    actor {\n      kind\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($first: Int!, $after: String, $filter: ActivityFilter) {\n    lastSequence\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ActivityRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Activity($first: Int!, $after: String, $filter: ActivityFilter) {\n    lastSequence\n    activity(first: $first, after: $after, filter: $filter) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ActivityRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        ...ActivityRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ActivityTail($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        ...ActivityRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    owner\n    health\n    healthMessage\n    checkedAt\n    staleAt\n    updatedAt\n    deletedAt\n    credentialStoredAt\n    credentialExpiresAt\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas @include(if: $quota) {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) @include(if: $strip) {\n      at\n      health\n    }\n    stats(window: DAY) @include(if: $p95) {\n      window\n      latencyMsP95\n    }\n  }\n"): (typeof documents)["\n  fragment ListIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    owner\n    health\n    healthMessage\n    checkedAt\n    staleAt\n    updatedAt\n    deletedAt\n    credentialStoredAt\n    credentialExpiresAt\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas @include(if: $quota) {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) @include(if: $strip) {\n      at\n      health\n    }\n    stats(window: DAY) @include(if: $p95) {\n      window\n      latencyMsP95\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListRows(\n    $first: Int!\n    $skip: Int!\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n    $counted: Boolean!\n    $strip: Boolean!\n    $quota: Boolean!\n    $p95: Boolean!\n  ) {\n    integrations(first: $first, skip: $skip, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      totalCount @include(if: $counted)\n      edges {\n        cursor\n        node {\n          ...ListIntegration\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListRows(\n    $first: Int!\n    $skip: Int!\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n    $counted: Boolean!\n    $strip: Boolean!\n    $quota: Boolean!\n    $p95: Boolean!\n  ) {\n    integrations(first: $first, skip: $skip, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      totalCount @include(if: $counted)\n      edges {\n        cursor\n        node {\n          ...ListIntegration\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListFrame($filter: IntegrationFilter, $grouped: Boolean!, $by: IntegrationGrouping!) {\n    lastSequence\n    integrationTypes {\n      id\n      name\n      families\n    }\n    owners: integrationGroups(by: OWNER) {\n      key\n      title\n    }\n    integrationGroups(by: $by, filter: $filter) @include(if: $grouped) {\n      key\n      title\n      worst\n      counts {\n        total\n        healthy\n        degraded\n        unhealthy\n        unknown\n        stale\n        disabled\n        checking\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListFrame($filter: IntegrationFilter, $grouped: Boolean!, $by: IntegrationGrouping!) {\n    lastSequence\n    integrationTypes {\n      id\n      name\n      families\n    }\n    owners: integrationGroups(by: OWNER) {\n      key\n      title\n    }\n    integrationGroups(by: $by, filter: $filter) @include(if: $grouped) {\n      key\n      title\n      worst\n      counts {\n        total\n        healthy\n        degraded\n        unhealthy\n        unknown\n        stale\n        disabled\n        checking\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListExport(\n    $after: String\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n  ) {\n    integrations(first: 200, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n          type\n          instance\n          health\n          healthMessage\n          owner\n          latencyMs\n          checkedAt\n          credentialStoredAt\n          credentialExpiresAt\n          createdAt\n          labels {\n            key\n            value\n          }\n          project {\n            id\n            slug\n          }\n          environment {\n            id\n            slug\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListExport(\n    $after: String\n    $filter: IntegrationFilter\n    $orderBy: IntegrationOrder!\n    $direction: SortDirection!\n  ) {\n    integrations(first: 200, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n          type\n          instance\n          health\n          healthMessage\n          owner\n          latencyMs\n          checkedAt\n          credentialStoredAt\n          credentialExpiresAt\n          createdAt\n          labels {\n            key\n            value\n          }\n          project {\n            id\n            slug\n          }\n          environment {\n            id\n            slug\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListStanding on Integration {\n    id\n    enabled\n    health\n    healthMessage\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n  }\n"): (typeof documents)["\n  fragment ListStanding on Integration {\n    id\n    enabled\n    health\n    healthMessage\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkEnable($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkDisable($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkTest($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkTest($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...ListStanding\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectorForm on IntegrationType {\n    id\n    name\n    description\n    families\n    aliases\n    instances {\n      id\n      title\n      slugStem\n      configSchema\n      methodIds\n    }\n    methods {\n      id\n      title\n      kind\n      help\n      scopes\n      configSchema\n      secretsSchema\n    }\n  }\n"): (typeof documents)["\n  fragment ConnectorForm on IntegrationType {\n    id\n    name\n    description\n    families\n    aliases\n    instances {\n      id\n      title\n      slugStem\n      configSchema\n      methodIds\n    }\n    methods {\n      id\n      title\n      kind\n      help\n      scopes\n      configSchema\n      secretsSchema\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectForms {\n    integrationTypes {\n      ...ConnectorForm\n    }\n  }\n"): (typeof documents)["\n  query ConnectForms {\n    integrationTypes {\n      ...ConnectorForm\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed {\n        instance\n        method\n        config\n        usedAt\n        fromSlug\n      }\n    }\n  }\n"): (typeof documents)["\n  query Suggest($type: String!, $instance: String) {\n    suggestIntegration(type: $type, instance: $instance) {\n      name\n      slug\n      lastUsed {\n        instance\n        method\n        config\n        usedAt\n        fromSlug\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProbeRun on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    probes {\n      name\n      status\n      message\n      evidence\n      remedy\n      failureClass\n      durationMs\n    }\n  }\n"): (typeof documents)["\n  fragment ProbeRun on TestResult {\n    success\n    health\n    message\n    failingProbe\n    failureClass\n    remedy\n    latencyMs\n    identity\n    serviceVersion\n    probes {\n      name\n      status\n      message\n      evidence\n      remedy\n      failureClass\n      durationMs\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) {\n      result {\n        ...ProbeRun\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestDraft($input: TestIntegrationDraftInput!) {\n    testIntegrationDraft(input: $input) {\n      result {\n        ...ProbeRun\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectIntegration($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) {\n      integration {\n        id\n        slug\n        name\n        health\n        enabled\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectIntegration($input: ConnectIntegrationInput!) {\n    connectIntegration(input: $input) {\n      integration {\n        id\n        slug\n        name\n        health\n        enabled\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreIntegration($id: ID!) {\n    restoreIntegration(input: { id: $id }) {\n      needsSecret\n      integration {\n        id\n        slug\n        deletedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreIntegration($id: ID!) {\n    restoreIntegration(input: { id: $id }) {\n      needsSecret\n      integration {\n        id\n        slug\n        deletedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DetailIntegration on Integration {\n    ...OverviewIntegration\n    connectorVersion\n    method\n    config\n    owner\n    storedSecrets\n    credentialStoredAt\n    version\n    createdAt\n    updatedAt\n    failingProbe\n    failureClass\n    latencyMs\n    identity\n    serviceVersion\n    labels {\n      key\n      value\n    }\n    project {\n      id\n      slug\n      name\n    }\n    environment {\n      id\n      slug\n      name\n    }\n    integrationType {\n      ...ConnectorForm\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    recent: history(last: 60) {\n      at\n      health\n      message\n      latencyMs\n    }\n    lastCheck: history(last: 1) {\n      at\n      health\n      isUnconfirmed\n      message\n      probes {\n        name\n        status\n        message\n        evidence\n        remedy\n        failureClass\n        durationMs\n      }\n    }\n    hour: stats(window: HOUR) {\n      ...WindowStats\n    }\n    day: stats(window: DAY) {\n      ...WindowStats\n    }\n    week: stats(window: WEEK) {\n      ...WindowStats\n    }\n    month: stats(window: MONTH) {\n      ...WindowStats\n    }\n  }\n"): (typeof documents)["\n  fragment DetailIntegration on Integration {\n    ...OverviewIntegration\n    connectorVersion\n    method\n    config\n    owner\n    storedSecrets\n    credentialStoredAt\n    version\n    createdAt\n    updatedAt\n    failingProbe\n    failureClass\n    latencyMs\n    identity\n    serviceVersion\n    labels {\n      key\n      value\n    }\n    project {\n      id\n      slug\n      name\n    }\n    environment {\n      id\n      slug\n      name\n    }\n    integrationType {\n      ...ConnectorForm\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    recent: history(last: 60) {\n      at\n      health\n      message\n      latencyMs\n    }\n    lastCheck: history(last: 1) {\n      at\n      health\n      isUnconfirmed\n      message\n      probes {\n        name\n        status\n        message\n        evidence\n        remedy\n        failureClass\n        durationMs\n      }\n    }\n    hour: stats(window: HOUR) {\n      ...WindowStats\n    }\n    day: stats(window: DAY) {\n      ...WindowStats\n    }\n    week: stats(window: WEEK) {\n      ...WindowStats\n    }\n    month: stats(window: MONTH) {\n      ...WindowStats\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WindowStats on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n"): (typeof documents)["\n  fragment WindowStats on HealthStats {\n    window\n    checks\n    uptimePercent\n    errorRatePercent\n    latencyMsP50\n    latencyMsP95\n    lastError\n    lastErrorAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Integration($id: ID!) {\n    lastSequence\n    integration(id: $id) {\n      ...DetailIntegration\n    }\n  }\n"): (typeof documents)["\n  query Integration($id: ID!) {\n    lastSequence\n    integration(id: $id) {\n      ...DetailIntegration\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IntegrationStatus($integrationId: ID!, $after: String) {\n    integrationStatusChanged(integrationId: $integrationId, after: $after) {\n      sequence\n      eventId\n      to\n      message\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription IntegrationStatus($integrationId: ID!, $after: String) {\n    integrationStatusChanged(integrationId: $integrationId, after: $after) {\n      sequence\n      eventId\n      to\n      message\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IntegrationTouched($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription IntegrationTouched($filter: ActivityFilter, $after: String) {\n    activityAdded(filter: $filter, after: $after) {\n      sequence\n      entry {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestIntegration($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n        remedy\n      }\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestIntegration($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n        remedy\n      }\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableIntegration($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnableIntegration($id: ID!) {\n    enableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableIntegration($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisableIntegration($id: ID!) {\n    disableIntegration(input: { id: $id }) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteIntegration($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      secretDestroyed\n      restorableUntil\n      integration {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteIntegration($id: ID!) {\n    deleteIntegration(input: { id: $id }) {\n      secretDestroyed\n      restorableUntil\n      integration {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateIntegration($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateIntegration($input: UpdateIntegrationInput!) {\n    updateIntegration(input: $input) {\n      integration {\n        ...DetailIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n"): (typeof documents)["\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n"): (typeof documents)["\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Environments {\n    tenant {\n      id\n      environments {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Environments {\n    tenant {\n      id\n      environments {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      environment {\n        id\n        slug\n        name\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEnvironment($id: ID!) {\n    deleteEnvironment(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteEnvironment($id: ID!) {\n    deleteEnvironment(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n    scopes {\n      permission\n      projectId\n      integrationId\n    }\n  }\n"): (typeof documents)["\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n    rotatedAt\n    previousSecretUntil\n    scopes {\n      permission\n      projectId\n      integrationId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys {\n      ...ApiKeyFields\n    }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys {\n      ...ApiKeyFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateApiKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        ...ApiKeyFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeyPlaces($text: String) {\n    integrations(first: 50, filter: { text: $text }) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query KeyPlaces($text: String) {\n    integrations(first: 50, filter: { text: $text }) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeyPlace($id: ID!) {\n    integration(id: $id) {\n      id\n      slug\n      name\n    }\n  }\n"): (typeof documents)["\n  query KeyPlace($id: ID!) {\n    integration(id: $id) {\n      id\n      slug\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MemberFields on Member {\n    id\n    email\n    name\n    bindings {\n      role\n      project {\n        id\n        slug\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment MemberFields on Member {\n    id\n    email\n    name\n    bindings {\n      role\n      project {\n        id\n        slug\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    invitedBy\n    createdAt\n    expiresAt\n    project {\n      id\n      slug\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    invitedBy\n    createdAt\n    expiresAt\n    project {\n      id\n      slug\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members($mayInvite: Boolean!) {\n    viewer {\n      id\n    }\n    members {\n      ...MemberFields\n    }\n    invitations @include(if: $mayInvite) {\n      ...InvitationFields\n    }\n  }\n"): (typeof documents)["\n  query Members($mayInvite: Boolean!) {\n    viewer {\n      id\n    }\n    members {\n      ...MemberFields\n    }\n    invitations @include(if: $mayInvite) {\n      ...InvitationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddRole($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddRole($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMemberRole($input: RemoveMemberRoleInput!) {\n    removeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMemberRole($input: RemoveMemberRoleInput!) {\n    removeMemberRole(input: $input) {\n      member {\n        ...MemberFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveTenant {\n    leaveTenant {\n      tenantId\n    }\n  }\n"): (typeof documents)["\n  mutation LeaveTenant {\n    leaveTenant {\n      tenantId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      url\n      invitation {\n        ...InvitationFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    createInvitation(input: $input) {\n      url\n      invitation {\n        ...InvitationFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EgressGrants($tenant: String!) {\n    egressGrants(tenant: $tenant) {\n      id\n      cidr\n      port\n      reason\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query EgressGrants($tenant: String!) {\n    egressGrants(tenant: $tenant) {\n      id\n      cidr\n      port\n      reason\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantEgress($input: GrantEgressInput!) {\n    grantEgress(input: $input) {\n      grant {\n        id\n        cidr\n        port\n        reason\n        createdAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GrantEgress($input: GrantEgressInput!) {\n    grantEgress(input: $input) {\n      grant {\n        id\n        cidr\n        port\n        reason\n        createdAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeEgress($input: RevokeEgressInput!) {\n    revokeEgress(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeEgress($input: RevokeEgressInput!) {\n    revokeEgress(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Profile {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      name\n      email\n      emailVerified\n      isInstanceAdmin\n      accounts {\n        id\n        provider\n        label\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n"): (typeof documents)["\n  query Profile {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      name\n      email\n      emailVerified\n      isInstanceAdmin\n      accounts {\n        id\n        provider\n        label\n        createdAt\n        lastUsedAt\n      }\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($name: String!) {\n    updateProfile(input: { name: $name }) {\n      viewer {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($name: String!) {\n    updateProfile(input: { name: $name }) {\n      viewer {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkAccount($id: ID!) {\n    unlinkAccount(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation UnlinkAccount($id: ID!) {\n    unlinkAccount(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions {\n      revoked\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeOtherSessions {\n    revokeOtherSessions {\n      revoked\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Projects {\n    tenant {\n      id\n      projects {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Projects {\n    tenant {\n      id\n      projects {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    updateProject(input: $input) {\n      project {\n        id\n        slug\n        name\n        isDefault\n        integrationCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteProject($id: ID!) {\n    deleteProject(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteProject($id: ID!) {\n    deleteProject(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInSettings {\n    viewer {\n      id\n      isInstanceAdmin\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n  }\n"): (typeof documents)["\n  query SignInSettings {\n    viewer {\n      id\n      isInstanceAdmin\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workspace {\n    tenant {\n      id\n      slug\n      name\n      isDemo\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query Workspace {\n    tenant {\n      id\n      slug\n      name\n      isDemo\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        id\n        slug\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        id\n        slug\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationPage($token: String!) {\n    invitationOffer(token: $token) {\n      tenantName\n      tenantSlug\n      email\n      role\n      projectName\n      invitedBy\n      expiresAt\n      hasAccount\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      kind\n      email\n    }\n  }\n"): (typeof documents)["\n  query InvitationPage($token: String!) {\n    invitationOffer(token: $token) {\n      tenantName\n      tenantSlug\n      email\n      role\n      projectName\n      invitedBy\n      expiresAt\n      hasAccount\n    }\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      kind\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Setup($token: String!) {\n    setupPending\n    setupLinkWorks(token: $token)\n  }\n"): (typeof documents)["\n  query Setup($token: String!) {\n    setupPending\n    setupLinkWorks(token: $token)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Connected {\n    connected\n  }\n"): (typeof documents)["\n  subscription Connected {\n    connected\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInPage {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      email\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SignInPage {\n    signInProviders {\n      id\n      name\n      host\n    }\n    viewer {\n      id\n      email\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;