/**
 * GitHub: github.com, Enterprise Server, and Enterprise Cloud with data residency, with a personal access token. A check
 * costs one request of the token's quota, on Enterprise Server two; `GET /rate_limit` is free of charge.
 * Source: https://docs.github.com/en/rest
 */
import { defineConnector, secret } from '@/connectors/kit'
import { lists } from './lists'
import { operationHooks, operations } from './operations'
import { repositoryHook } from './repository-hook'
import { webhooks } from './webhooks'

export const github = defineConnector(
  {
    id: 'scm.github',
    version: '1.0.0',
    name: 'GitHub',
    description: 'Repositories, pull requests and workflows on github.com, Enterprise Server or GHE.com.',
    icon: 'simple-icons:github',
    families: ['scm', 'ci'],
    capabilities: ['repositories', 'branches', 'tags', 'pullRequests', 'workflows', 'webhooks'],
    slug: 'github',
    aliases: ['github'],
    docs: {
      setup:
        'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
      scopes: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps',
      troubleshooting: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    instances: {
      saas: {
        title: 'github.com',
        slug: 'github',
        baseUrl: 'https://api.github.com',
        web: 'https://github.com',
      },
      enterpriseServer: {
        title: 'GitHub Enterprise Server',
        description: 'A server of your own.',
        slug: 'ghes',
        aliases: ['ghes', 'github-enterprise'],
        // Source: https://docs.github.com/en/enterprise-server@latest/rest/enterprise-admin#endpoint-urls
        baseUrl: '{server}/api/v3',
        web: '{server}',
        inputs: {
          server: {
            title: 'Server',
            description: 'Host or URL as in the browser, without /api/v3.',
            pattern: '^(?!.*/api/v3/?$)(https?://)?[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$',
            patternHint: 'a host or a URL without /api/v3, such as github.example.org',
            examples: ['github.example.org', 'https://example.org/github'],
          },
        },
        tls: { caBundle: true, clientCert: true },
      },
      dataResidency: {
        title: 'GitHub Enterprise Cloud with data residency',
        description: 'An enterprise on its own subdomain of ghe.com.',
        slug: 'ghe-com',
        aliases: ['ghe-com'],
        // Source: https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency
        baseUrl: 'https://api.{subdomain}.ghe.com',
        web: 'https://{subdomain}.ghe.com',
        inputs: {
          subdomain: {
            title: 'Subdomain',
            description: 'What stands before .ghe.com in the address of your enterprise.',
            pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,61}$',
            patternHint: 'what stands before .ghe.com, such as octocorp',
            examples: ['octocorp'],
          },
        },
      },
    },
    methods: {
      token: {
        kind: 'token',
        title: 'Personal access token',
        description: 'Classic (ghp_…) or fine-grained (github_pat_…). Make it under Settings, Developer settings.',
        fields: { token: secret('Personal access token', { help: 'https://github.com/settings/tokens' }) },
        inject: { headers: { Authorization: 'Bearer {token}' } },
        // Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation
        expiry: { header: 'GitHub-Authentication-Token-Expiration' },
      },
    },
    // Source: https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#headers
    headers: {
      Accept: 'application/vnd.github+json',
      'X-GitHub-Api-Version': '2022-11-28',
      'User-Agent': 'Integration-Hub',
    },
    probes: {
      // Free of charge, and known to every GitHub: where quotas are off, it answers 404.
      reach: { request: 'GET /rate_limit' },
      identity: {
        request: 'GET /user',
        label: 'login',
        // An app's installation token has no user.
        // Source: https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
        orElse: { request: 'GET /installation/repositories?per_page=1' },
      },
      // The first Enterprise Server whose API has versions is 3.9.
      // Source: https://docs.github.com/en/rest/meta/meta and https://docs.github.com/en/enterprise-server@3.9/rest/overview/api-versions
      version: {
        request: 'GET /meta',
        path: 'installed_version',
        range: '>=3.9',
        instances: ['enterpriseServer'],
        remedy: 'Upgrade the server to {range}: older ones do not know the version of the API that the hub speaks.',
      },
      // Source: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
      scopes: {
        request: 'GET /user',
        header: 'X-OAuth-Scopes',
        separator: ',',
        needs: {
          '*': [['repo', 'public_repo']],
          pullRequests: [['repo', 'public_repo']],
          workflows: [['repo', 'public_repo']],
          webhooks: ['write:repo_hook'],
          organisations: ['read:org'],
        },
        implies: {
          repo: ['public_repo', 'repo:status', 'repo_deployment', 'repo:invite', 'security_events', 'admin:repo_hook'],
          'admin:repo_hook': ['write:repo_hook'],
          'write:repo_hook': ['read:repo_hook'],
          'admin:org': ['write:org'],
          'write:org': ['read:org'],
        },
        untold: {
          on: [403],
          message: 'GitHub tells the scopes of classic tokens only: what this one lacks shows when it is used.',
        },
        remedy:
          'Edit the token on GitHub under Settings, Developer settings, Personal access tokens, and tick {missing}: "repo" for private repositories too. The token stays the same.',
      },
      // Source: https://docs.github.com/en/rest/rate-limit/rate-limit
      quota: {
        request: 'GET /rate_limit',
        pools: {
          path: 'resources',
          names: ['core', 'search', 'graphql'],
          limit: 'limit',
          remaining: 'remaining',
          reset: 'reset',
          resetIn: 'epoch_s',
        },
      },
    },
    // Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit
    quotas: [
      {
        pool: 'core',
        poolHeader: 'X-RateLimit-Resource',
        limit: 'X-RateLimit-Limit',
        remaining: 'X-RateLimit-Remaining',
        used: 'X-RateLimit-Used',
        reset: 'X-RateLimit-Reset',
        resetIn: 'epoch_s',
        retryAfter: 'Retry-After',
      },
      // Told by the same headers. Source: https://docs.github.com/en/rest/rate-limit/rate-limit
      { pool: 'code_search', matches: ['/search/code'] },
      { pool: 'search', matches: ['/search/*'] },
      { pool: 'graphql', matches: ['/graphql'] },
    ],
    remedies: {
      401: 'GitHub does not know this token: it was mistyped, has expired or was revoked. Make a new one and reconnect.',
      403: 'The token is valid and not allowed to do this: give it the scopes or permissions the connector names, and on an organisation with single sign-on authorise it there.',
      404: 'Check the address: no GitHub API answers there. For Enterprise Server, enter the server without /api/v3.',
      429: 'Wait until GitHub answers again, and check less often.',
      500: 'Look at https://www.githubstatus.com, or the log of your server; nothing is wrong with the token.',
      502: 'Look at https://www.githubstatus.com, or the log of your server; nothing is wrong with the token.',
      503: 'GitHub is under maintenance or overloaded: look at https://www.githubstatus.com, or ask who runs your server.',
    },
    // Source: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
    errors: [
      {
        status: 403,
        bodyPath: 'message',
        match: 'secondary rate limit',
        class: 'provider_limit',
        remedy: 'Too many requests at once with this token: wait a minute at least, and spread them out.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'abuse detection',
        class: 'provider_limit',
        remedy: 'Too many requests at once with this token: wait a minute at least, and spread them out.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'rate limit exceeded',
        class: 'provider_limit',
        remedy: 'The hourly quota of this account is used up: check less often, or use a token of another account.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'maximum number of login attempts',
        class: 'provider_limit',
        remedy:
          'After several wrong tokens GitHub refuses the right one too: wait a few minutes, and look for an integration that still uses a revoked token.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'saml',
        class: 'permission',
        remedy:
          'The organisation asks for single sign-on: on GitHub, under the token, choose "Configure SSO" and authorise it.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'ip allow list',
        class: 'permission',
        remedy: 'The organisation lets in listed addresses only: add the address from which the hub calls.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'personal access token (classic)',
        class: 'permission',
        remedy: 'The organisation refuses classic tokens: make a fine-grained one and reconnect.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'account was suspended',
        class: 'credential',
        remedy: 'The account of this token is suspended: use a token of another account.',
      },
      {
        status: 403,
        bodyPath: 'message',
        match: 'resource not accessible by',
        class: 'permission',
        remedy: 'A fine-grained token needs the permission of what it asks for: edit it on GitHub and add it.',
      },
    ],
    // Source: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
    paginate: { kind: 'link' },
    conditional: { etag: true },
    discover: lists,
    operations,
    // A pull request is an issue, too, as far as its conversation goes.
    comments: [
      { path: '^/(?<repository>[^/]+/[^/]+)/(?:pull|issues)/(?<number>[1-9][0-9]*)(?:/|$)', operation: 'commentIssue' },
    ],
    webhooks,
    tests: { emulator: 'github' },
  },
  { operate: operationHooks, register: { repositoryHook } },
)
