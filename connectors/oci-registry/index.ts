/**
 * Container registries that speak the OCI distribution API: Docker Hub, GitHub's, and any other at a base URL.
 * A check pings `/v2/`, gets a token where the registry asks for one, and counts as no pull.
 * Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md and https://distribution.github.io/distribution/spec/auth/token/
 */
import { defineConnector, plain, secret } from '@/connectors/kit'
import { imageHooks } from './images'
import { operations } from './operations'
import { repositoryPattern } from './reference'
import { registryToken } from './token'

export const ociRegistry = defineConnector(
  {
    id: 'registry.oci',
    version: '1.0.0',
    name: 'Container registry',
    description: 'Docker Hub, GitHub Container Registry, or any registry that speaks the OCI distribution API.',
    icon: 'simple-icons:docker',
    families: ['registry'],
    capabilities: ['repositories', 'tags', 'images'],
    slug: 'registry',
    aliases: ['registry', 'oci'],
    docs: { setup: 'https://docs.docker.com/security/access-tokens/' },
    instances: {
      dockerHub: {
        title: 'Docker Hub',
        slug: 'docker-hub',
        aliases: ['docker-hub'],
        baseUrl: 'https://registry-1.docker.io',
        destinations: ['https://auth.docker.io'],
        methods: ['basic', 'none'],
      },
      ghcr: {
        title: 'GitHub Container Registry',
        slug: 'ghcr',
        aliases: ['ghcr'],
        baseUrl: 'https://ghcr.io',
        methods: ['basic', 'bearer'],
      },
      custom: {
        title: 'Another registry',
        description: 'Harbor, Distribution, Artifactory, Nexus, GitLab, Quay and the like.',
        slug: 'registry',
        baseUrl: '{baseUrl}',
        inputs: {
          baseUrl: {
            title: 'Base URL',
            description: 'Where /v2/ is found, without it.',
            format: 'uri',
            pattern: '^https?://[^/]',
            patternHint: 'a URL that begins with https:// or http://',
            examples: ['https://registry.example.org'],
          },
          tokenHost: {
            title: 'Token service',
            description:
              'Scheme and host of the service that gives out tokens, when the registry names another host than its own.',
            format: 'origin',
            optional: true,
            advanced: true,
            destination: true,
            examples: ['https://auth.example.org'],
          },
        },
        methods: ['basic', 'bearer', 'none'],
        tls: { caBundle: true, clientCert: true },
      },
    },
    methods: {
      basic: {
        kind: 'basic',
        title: 'User name and password or token',
        description: 'As for "docker login". A token with read access is better than a password.',
        fields: {
          username: plain('User name', { examples: ['acme-bot'] }),
          password: secret('Password or access token', { help: 'https://docs.docker.com/security/access-tokens/' }),
        },
        authorize: { hook: 'registryToken' },
      },
      bearer: {
        kind: 'token',
        title: 'Bearer token',
        description: 'A token the registry takes as it is, without a token service.',
        fields: { token: secret('Token') },
        inject: { headers: { Authorization: 'Bearer {token}' } },
      },
      none: {
        kind: 'none',
        title: 'No credential',
        reason: 'Public images can be read without a credential.',
        authorize: { hook: 'registryToken' },
      },
    },
    probes: {
      reach: { request: 'GET /v2/', ok: [200, 401, 403] },
      identity: { request: 'GET /v2/', expect: 'data' },
      version: { request: 'GET /v2/', expect: 'data', header: 'Docker-Distribution-Api-Version', range: '>=2' },
      // Free of charge: a HEAD is no pull. Source: https://docs.docker.com/docker-hub/usage/pulls/#view-pull-rate-and-limit
      quota: {
        request: 'HEAD /v2/ratelimitpreview/test/manifests/latest',
        input: { scope: 'repository:ratelimitpreview/test:pull' },
        instances: ['dockerHub'],
      },
    },
    remedies: {
      401: 'Check user name and password or token: it may have expired or been revoked. Then reconnect.',
      403: 'Check that the token is right and may read packages.',
      404: 'Check the base URL: no registry answers at /v2/ there.',
    },
    // Only reading a manifest is a pull. Source: https://docs.docker.com/docker-hub/usage/pulls/
    quotas: [
      {
        pool: 'pulls',
        title: 'Image pulls',
        matches: ['GET /v2/*/manifests/*'],
        limit: 'ratelimit-limit',
        remaining: 'ratelimit-remaining',
      },
    ],
    paginate: { kind: 'link' },
    discover: {
      // Docker Hub and GHCR have no catalog. Source: https://distribution.github.io/distribution/spec/api/#catalog
      repositories: {
        title: 'Repositories',
        request: 'GET /v2/_catalog',
        items: 'repositories',
        id: '$',
        pageSize: { parameter: 'n', max: 100 },
        needs: ['registry:catalog:*'],
        input: { scope: 'registry:catalog:*' },
        instances: ['custom'],
        missing: {
          dockerHub:
            'Docker Hub lists no repositories to programs: enter the name of one, such as library/alpine or acme/api.',
          ghcr: 'GitHub lists no images to programs: enter the name of one, such as acme/api, as its packages page has it.',
        },
      },
      tags: {
        title: 'Tags',
        request: 'GET /v2/{+repository}/tags/list',
        inputs: {
          repository: {
            title: 'Repository',
            list: 'repositories',
            // Source: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
            pattern: repositoryPattern,
            examples: ['library/alpine'],
          },
        },
        items: 'tags',
        id: '$',
        pageSize: { parameter: 'n', max: 100 },
      },
    },
    operations,
  },
  { authorize: { registryToken }, images: imageHooks },
)
