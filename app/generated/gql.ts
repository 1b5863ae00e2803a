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
    "\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ShellDocument,
    "\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n": typeof types.OverviewIntegrationFragmentDoc,
    "\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": typeof types.OverviewStatusChangedDocument,
    "\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n": typeof types.OverviewRateLimitDocument,
    "\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.OverviewActivityDocument,
    "\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": typeof types.TestFromOverviewDocument,
    "\n  query Profile {\n    viewer {\n      id\n      name\n      email\n      isInstanceAdmin\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n": typeof types.ProfileDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  query Members {\n    viewer {\n      id\n    }\n    members {\n      id\n      email\n      name\n      bindings {\n        role\n        project {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation AddMember($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.AddMemberDocument,
    "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ChangeMemberRoleDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      prefix\n      createdAt\n      createdBy\n      expiresAt\n      lastUsedAt\n      revokedAt\n      scopes {\n        permission\n        projectId\n        integrationId\n      }\n    }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        name\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        id\n        revokedAt\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": typeof types.EntranceDocument,
    "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": typeof types.CompleteSetupDocument,
};
const documents: Documents = {
    "\n  query Shell {\n    viewer {\n      id\n      kind\n      name\n      email\n      isInstanceAdmin\n      tenants {\n        role\n        permissions\n        tenant {\n          id\n          slug\n          name\n          isDemo\n          projects {\n            id\n            slug\n            name\n            isDefault\n          }\n          environments {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ShellDocument,
    "\n  fragment OverviewIntegration on Integration {\n    id\n    slug\n    name\n    type\n    instance\n    enabled\n    intervalSeconds\n    credentialExpiresAt\n    health\n    healthSince\n    checkedAt\n    staleAt\n    nextCheckAt\n    healthMessage\n    remedy\n    integrationType {\n      id\n      name\n    }\n    environment {\n      id\n      slug\n    }\n    quotas {\n      pool\n      limit\n      remaining\n      resetAt\n    }\n    history(last: 60) {\n      at\n      health\n    }\n    stats(window: DAY) {\n      window\n      uptimePercent\n      latencyMsP95\n    }\n  }\n": types.OverviewIntegrationFragmentDoc,
    "\n  query Overview($filter: IntegrationFilter, $orderBy: IntegrationOrder!, $first: Int!) {\n    lastSequence\n    healthSummary {\n      total\n      healthy\n      degraded\n      unhealthy\n      unknown\n      stale\n      disabled\n      checking\n    }\n    attention: integrations(first: 6, filter: { states: [UNHEALTHY, STALE, DEGRADED] }, orderBy: SEVERITY) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrations(first: $first, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        cursor\n        node {\n          ...OverviewIntegration\n        }\n      }\n    }\n    integrationTypes {\n      id\n      name\n      instances {\n        id\n        title\n        slugStem\n      }\n    }\n    activity(first: 12) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          level\n          outcome\n          type\n          integrationSlug\n          summary\n          durationMs\n          actor {\n            kind\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  subscription OverviewStatusChanged($after: String) {\n    integrationStatusChanged(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      from\n      to\n      message\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": types.OverviewStatusChangedDocument,
    "\n  subscription OverviewRateLimit($after: String) {\n    rateLimitWarning(after: $after) {\n      sequence\n      eventId\n      integrationId\n      slug\n      pool\n      remaining\n      limit\n      thresholdPercent\n    }\n  }\n": types.OverviewRateLimitDocument,
    "\n  subscription OverviewActivity($after: String) {\n    activityAdded(after: $after) {\n      sequence\n      entry {\n        id\n        at\n        level\n        outcome\n        type\n        integrationSlug\n        summary\n        durationMs\n        actor {\n          kind\n          id\n          name\n        }\n      }\n    }\n  }\n": types.OverviewActivityDocument,
    "\n  mutation TestFromOverview($id: ID!) {\n    testIntegration(input: { id: $id }) {\n      result {\n        success\n        message\n      }\n      integration {\n        ...OverviewIntegration\n      }\n    }\n  }\n": types.TestFromOverviewDocument,
    "\n  query Profile {\n    viewer {\n      id\n      name\n      email\n      isInstanceAdmin\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n": types.ProfileDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n": types.RevokeSessionDocument,
    "\n  query Members {\n    viewer {\n      id\n    }\n    members {\n      id\n      email\n      name\n      bindings {\n        role\n        project {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  mutation AddMember($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": types.AddMemberDocument,
    "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ChangeMemberRoleDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      prefix\n      createdAt\n      createdBy\n      expiresAt\n      lastUsedAt\n      revokedAt\n      scopes {\n        permission\n        projectId\n        integrationId\n      }\n    }\n  }\n": types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        name\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        id\n        revokedAt\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n": types.EntranceDocument,
    "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n": types.CompleteSetupDocument,
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
export function graphql(source: "\n  query Profile {\n    viewer {\n      id\n      name\n      email\n      isInstanceAdmin\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n"): (typeof documents)["\n  query Profile {\n    viewer {\n      id\n      name\n      email\n      isInstanceAdmin\n      sessions {\n        id\n        createdAt\n        lastSeenAt\n        expiresAt\n        isCurrent\n        userAgent\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members {\n    viewer {\n      id\n    }\n    members {\n      id\n      email\n      name\n      bindings {\n        role\n        project {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Members {\n    viewer {\n      id\n    }\n    members {\n      id\n      email\n      name\n      bindings {\n        role\n        project {\n          id\n          slug\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMember($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddMember($input: AddMemberInput!) {\n    addMember(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {\n    changeMemberRole(input: $input) {\n      member {\n        id\n        email\n        name\n        bindings {\n          role\n          project {\n            id\n            slug\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMember($id: ID!) {\n    removeMember(input: { id: $id }) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      prefix\n      createdAt\n      createdBy\n      expiresAt\n      lastUsedAt\n      revokedAt\n      scopes {\n        permission\n        projectId\n        integrationId\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      prefix\n      createdAt\n      createdBy\n      expiresAt\n      lastUsedAt\n      revokedAt\n      scopes {\n        permission\n        projectId\n        integrationId\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        id\n        revokedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(input: { id: $id }) {\n      apiKey {\n        id\n        revokedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Entrance {\n    setupPending\n    viewer {\n      id\n      tenants {\n        tenant {\n          id\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteSetup($input: CompleteSetupInput!) {\n    completeSetup(input: $input) {\n      signInToken\n      tenant {\n        id\n        slug\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;