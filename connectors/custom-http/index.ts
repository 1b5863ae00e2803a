/**
 * Any service that answers over HTTP and has no connector of its own: a base URL, a credential, and a path that only
 * answers well when both are right.
 */
import { defineConnector, plain, secret } from '@/connectors/kit'

export const customHttp = defineConnector({
  id: 'custom.http',
  version: '1.0.0',
  name: 'HTTP service',
  description: 'Any service with an HTTP API: base URL, credential, and a path to check.',
  icon: 'lucide:globe',
  families: ['custom'],
  capabilities: [],
  slug: 'http',
  aliases: ['http', 'custom-http'],
  instances: {
    service: {
      title: 'HTTP service',
      baseUrl: '{baseUrl}',
      inputs: {
        baseUrl: {
          title: 'Base URL',
          format: 'uri',
          pattern: '^https?://[^/]',
          patternHint: 'a URL that begins with https:// or http://',
          examples: ['https://api.example.org/v1'],
        },
        probePath: {
          title: 'Path to check',
          description: 'Below the base URL. Choose one that refuses a wrong credential.',
          pattern: '^/(?![/\\\\])',
          patternHint: 'a path that begins with one "/"',
          default: '/',
          examples: ['/me', '/health'],
        },
        expectStatus: {
          title: 'Expected status',
          description: 'Any 2xx when empty.',
          type: 'integer',
          minimum: 100,
          maximum: 599,
          optional: true,
          advanced: true,
        },
        answer: {
          title: 'Expected answer',
          description: '"data" is anything but a web page, so that a sign-in page never counts as success.',
          enum: ['data', 'json', 'any'],
          default: 'data',
          advanced: true,
        },
      },
      tls: { caBundle: true, clientCert: true },
    },
  },
  methods: {
    apiKey: {
      kind: 'token',
      title: 'API key in a header',
      fields: {
        headerName: plain('Header', {
          pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
          patternHint: 'the name of a header, such as X-API-Key',
          default: 'X-API-Key',
        }),
        apiKey: secret('API key'),
      },
      inject: { headers: { '{headerName}': '{apiKey}' } },
    },
    bearer: {
      kind: 'token',
      title: 'Bearer token',
      fields: { token: secret('Token') },
      inject: { headers: { Authorization: 'Bearer {token}' } },
    },
    basic: {
      kind: 'basic',
      title: 'User name and password',
      fields: { username: plain('User name'), password: secret('Password') },
      inject: { basic: { username: '{username}', password: '{password}' } },
    },
    none: {
      kind: 'none',
      title: 'No credential',
      reason: 'The service answers everybody, or knows the client certificate.',
    },
  },
  probes: {
    reach: { request: 'GET {+probePath}' },
    identity: {
      request: 'GET {+probePath}',
      okFrom: 'expectStatus',
      expect: 'data',
      expectFrom: 'answer',
    },
  },
  remedies: {
    401: 'The credential is wrong, has expired or was revoked: make a new one in the service and reconnect.',
    403: 'The service knows the credential, and does not let it read this path: give it that right.',
    404: 'Check the base URL and the path to check.',
  },
})
