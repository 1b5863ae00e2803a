/**
 * GitLab: gitlab.com or a server of one's own, with a personal, project or group access token. A check costs three
 * requests of the token's quota.
 * Source: https://docs.gitlab.com/api/rest/
 */
import { defineConnector, secret } from '@/connectors/kit'
import { lists } from './lists'
import { operationHooks, operations } from './operations'
import { projectHook } from './project-hook'
import { webhooks } from './webhooks'

export const gitlab = defineConnector(
  {
    id: 'scm.gitlab',
    version: '1.0.0',
    name: 'GitLab',
    description: 'Projects, merge requests and pipelines on gitlab.com or your own GitLab.',
    icon: 'simple-icons:gitlab',
    families: ['scm', 'ci'],
    capabilities: ['repositories', 'branches', 'tags', 'mergeRequests', 'pipelines', 'webhooks'],
    slug: 'gitlab',
    aliases: ['gitlab'],
    docs: {
      setup: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
      scopes: 'https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes',
      troubleshooting: 'https://docs.gitlab.com/api/rest/troubleshooting/',
    },
    instances: {
      saas: { title: 'gitlab.com', slug: 'gitlab', baseUrl: 'https://gitlab.com/api/v4', web: 'https://gitlab.com' },
      selfManaged: {
        title: 'Your own GitLab',
        description: 'Self-managed or Dedicated.',
        slug: 'gitlab',
        aliases: ['gitlab-self-managed'],
        // Source: https://docs.gitlab.com/api/rest/#make-a-rest-api-request
        baseUrl: '{server}/api/v4',
        web: '{server}',
        inputs: {
          server: {
            title: 'Server',
            description: 'Host or URL as in the browser, with its path if it has one, without /api/v4.',
            pattern: '^(?!.*/api/v4/?$)(https?://)?[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$',
            patternHint: 'a host or a URL without /api/v4, such as gitlab.example.org',
            examples: ['gitlab.example.org', 'https://example.org/gitlab'],
          },
        },
        tls: { caBundle: true, clientCert: true },
      },
    },
    methods: {
      token: {
        kind: 'token',
        title: 'Access token',
        description: 'Personal, project or group access token, with read_api at least.',
        fields: {
          token: secret('Access token', { help: 'https://gitlab.com/-/user_settings/personal_access_tokens' }),
        },
        // Source: https://docs.gitlab.com/api/rest/authentication/#personalprojectgroup-access-tokens
        inject: { headers: { 'PRIVATE-TOKEN': '{token}' } },
        expiry: { request: 'GET /personal_access_tokens/self', path: 'expires_at' },
      },
    },
    headers: { 'User-Agent': 'Integration-Hub' },
    probes: {
      // Answers 401 to strangers, which is enough to know a GitLab.
      reach: { request: 'GET /version' },
      identity: {
        request: 'GET /user',
        label: 'username',
        // A token without read_api is good and may not ask for its user; what it is it may always ask.
        // Source: https://docs.gitlab.com/api/personal_access_tokens/#retrieve-details-on-a-personal-access-token
        orElse: { request: 'GET /personal_access_tokens/self', label: 'name' },
      },
      // Source: https://docs.gitlab.com/api/version/
      version: {
        request: 'GET /version',
        path: 'version',
        range: '>=15.0',
        remedy: 'Upgrade GitLab to {range}: older ones do not tell what a token may do, nor when it expires.',
      },
      // Source: https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes
      scopes: {
        request: 'GET /personal_access_tokens/self',
        path: 'scopes',
        needs: { '*': ['read_api'], webhooks: ['api'] },
        implies: {
          api: ['read_api', 'write_registry', 'write_repository'],
          read_api: ['read_user', 'read_registry'],
          write_repository: ['read_repository'],
          write_registry: ['read_registry'],
        },
        untold: {
          on: [400, 401],
          message: 'GitLab does not tell the scopes of this kind of token: what it lacks shows when it is used.',
        },
        remedy:
          'Scopes of a token cannot be changed: make a new access token with {missing} ticked, and give it to this integration.',
      },
    },
    // Source: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
    quotas: [
      {
        pool: 'api',
        title: 'API requests',
        poolHeader: 'RateLimit-Name',
        poolNames: {
          throttle_authenticated_api: 'api',
          throttle_unauthenticated_api: 'api',
          throttle_authenticated_files_api: 'files',
          throttle_authenticated_packages_api: 'packages',
        },
        limit: 'RateLimit-Limit',
        remaining: 'RateLimit-Remaining',
        used: 'RateLimit-Observed',
        reset: 'RateLimit-Reset',
        resetIn: 'epoch_s',
        retryAfter: 'Retry-After',
      },
      // As proxies in front of some servers name them.
      {
        pool: 'api',
        limit: 'X-RateLimit-Limit',
        remaining: 'X-RateLimit-Remaining',
        reset: 'X-RateLimit-Reset',
        retryAfter: 'Retry-After',
      },
      { pool: 'files', title: 'Files of repositories', matches: ['/projects/*/repository/files/*'] },
      {
        pool: 'packages',
        title: 'Packages',
        matches: ['/projects/*/packages/*', '/packages/*', '/groups/*/packages/*'],
      },
    ],
    remedies: {
      401: 'GitLab does not know this token: it was mistyped, has expired or was revoked. Make a new one and reconnect.',
      403: 'The token is valid and not allowed to do this: it needs the scope the connector names, and its user or bot a role in the project or group.',
      404: 'Check the address: no GitLab API answers there. Enter the server without /api/v4.',
      429: 'The limit per minute is reached: wait, check less often, or ask the administrator of GitLab for a higher limit.',
      500: 'Look at https://status.gitlab.com, or the log of your server; nothing is wrong with the token.',
      502: 'GitLab is starting, or its web service is down: look at https://status.gitlab.com, or the log of your server.',
      503: 'GitLab is under maintenance or overloaded: look at https://status.gitlab.com, or ask who runs your server.',
    },
    // Source: https://docs.gitlab.com/api/rest/troubleshooting/#status-codes
    errors: [
      {
        status: 401,
        bodyPath: 'error_description',
        match: 'expired',
        class: 'credential',
        remedy: 'The token has expired: make a new one, and give it to this integration.',
      },
      {
        status: 401,
        bodyPath: 'error_description',
        match: 'revoked',
        class: 'credential',
        remedy: 'The token was revoked: make a new one, and give it to this integration.',
      },
      {
        status: 403,
        bodyPath: 'error',
        equals: 'insufficient_scope',
        class: 'permission',
        remedy: 'The token lacks a scope for this: make a new one with read_api to read, with api to change things.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'blocked',
        class: 'credential',
        remedy:
          'The account of this token is blocked: ask an administrator of GitLab, or use a token of another account.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'terms of service',
        class: 'permission',
        remedy: 'The account of this token has to accept the terms of service: sign in to GitLab with it once.',
      },
    ],
    // Source: https://docs.gitlab.com/api/rest/#pagination
    paginate: { kind: 'link' },
    conditional: { etag: true },
    discover: lists,
    operations,
    comments: [
      {
        path: '^/(?<repository>[^/]+(?:/[^/]+)+?)(?:/-)?/merge_requests/(?<number>[1-9][0-9]*)(?:/|$)',
        operation: 'reviewPullRequest',
        input: { verdict: 'comment' },
      },
      {
        path: '^/(?<repository>[^/]+(?:/[^/]+)+?)(?:/-)?/issues/(?<number>[1-9][0-9]*)(?:/|$)',
        operation: 'commentIssue',
      },
    ],
    webhooks,
  },
  { operate: operationHooks, register: { projectHook } },
)
