/**
 * __Name__. Say here what the credential needs.
 * Source: the address of the vendor's API reference
 */
import { defineConnector, secret } from '@/connectors/kit'

export const __camelName__ = defineConnector({
  id: '__family__.__snake_name__',
  version: '1.0.0',
  name: '__Name__',
  families: ['__family__'],
  capabilities: [],
  slug: '__kebab-name__',
  aliases: ['__kebab-name__'],
  instances: {
    // What the vendor hosts: saas: { baseUrl: 'https://api.__kebab-name__.example' },
    selfManaged: {
      title: 'Your own',
      baseUrl: '{baseUrl}',
      inputs: { baseUrl: { title: 'Base URL', format: 'uri', examples: ['https://__kebab-name__.example.org/api'] } },
      tls: { caBundle: true, clientCert: true },
    },
  },
  methods: {
    token: {
      kind: 'token',
      title: 'Access token',
      fields: { token: secret('Access token') },
      inject: { headers: { Authorization: 'Bearer {token}' } },
    },
  },
  probes: {
    // A request that a wrong credential cannot make, and where the answer names its owner.
    identity: { request: 'GET /user', label: 'name' },
  },
  remedies: { 401: 'The token was revoked or has expired: make a new one and reconnect.' },
})
