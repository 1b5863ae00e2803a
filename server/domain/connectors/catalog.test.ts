import { describe, expect, it } from 'vitest'
import { defineConnector, plain, secret } from '@/connectors/kit'
import { connectors } from '@/connectors/registry'
import { toIntegrationType } from './catalog'

const forge = defineConnector({
  id: 'scm.forge',
  version: '1.0.0',
  name: 'Forge',
  families: ['scm'],
  capabilities: ['repositories'],
  docs: { setup: 'https://forge.test/setup' },
  instances: { any: { baseUrl: '{baseUrl}', aliases: ['forge'] } },
  methods: { token: { kind: 'token', fields: { user: plain('User'), token: secret('Token') } } },
  probes: {
    reach: { request: 'GET /up' },
    identity: { request: 'GET /me' },
    version: { request: 'GET /version', range: '>=15.0' },
    scopes: { request: 'GET /scopes', needs: { '*': ['read'], webhooks: ['admin', ['hooks', 'all']] } },
  },
  remedies: { 401: 'Make a new token.' },
  errors: [{ bodyPath: 'error', equals: 'gone', class: 'credential', remedy: 'Reconnect.' }],
  quotas: [{ pool: 'core', limit: 'x-limit' }],
  discover: { repositories: { request: 'GET /repos', id: 'id' } },
})

describe('a type in the catalog', () => {
  it('tells what a check asks, in the order it is asked', () => {
    const { probes, versionRange } = toIntegrationType(forge)
    expect(probes.map(({ name, asks }) => [name, asks])).toEqual([
      ['connectivity', 'GET /up'],
      ['tls', null],
      ['authentication', 'GET /me'],
      ['authorization', 'GET /scopes'],
      ['version', 'GET /version'],
      ['rate_limit', null],
      ['latency', null],
    ])
    expect(versionRange).toBe('>=15.0')
  })

  it('tells the rights for everything and for each capability, and where any of several will do', () => {
    expect(toIntegrationType(forge).neededScopes).toEqual([
      { capability: null, scopes: ['read'] },
      { capability: 'webhooks', scopes: ['admin', 'hooks or all'] },
    ])
  })

  it('tells what to do about each failure', () => {
    expect(toIntegrationType(forge).remedies).toEqual([
      { failure: 'status 401', remedy: 'Make a new token.' },
      { failure: 'error: gone', remedy: 'Reconnect.' },
    ])
  })

  it('tells what an answer names in a header, and shows nobody a placeholder', () => {
    const { errors: _errors, probes, ...rest } = forge.manifest
    const { scopes: _scopes, ...others } = probes
    const ci = defineConnector({
      ...rest,
      probes: { ...others, access: { request: 'GET /jobs', needs: ['Overall/Read'] } },
      errors: [
        { status: 403, header: 'X-Who', equals: 'anonymous', class: 'credential', remedy: 'Check the token.' },
        {
          status: 403,
          header: 'X-Required',
          class: 'permission',
          missing: { header: 'X-Required' },
          remedy: 'Give the user {missing}.',
        },
      ],
    })
    const { remedies, probes: told, neededScopes } = toIntegrationType(ci)
    expect(remedies).toEqual([
      { failure: 'status 401', remedy: 'Make a new token.' },
      { failure: 'X-Who: anonymous', remedy: 'Check the token.' },
      { failure: 'the answer has X-Required', remedy: 'Give the user what it needs.' },
    ])
    expect(told).toContainEqual(expect.objectContaining({ name: 'authorization', asks: 'GET /jobs' }))
    expect(neededScopes).toEqual([{ capability: null, scopes: ['Overall/Read'] }])
  })

  it('has nothing where the vendor has nothing', () => {
    expect(toIntegrationType(forge)).toMatchObject({
      webhooks: null,
      icon: null,
      docs: { setup: 'https://forge.test/setup', scopes: null, troubleshooting: null },
      quotaPools: [{ pool: 'core', limitHeader: 'x-limit', remainingHeader: null, resetHeader: null }],
      discoveryLists: [{ id: 'repositories', asks: 'GET /repos' }],
    })
  })

  it.each(connectors.map((connector) => [connector.manifest.id, connector] as const))(
    'is drawn of %s',
    (id, connector) => {
      const type = toIntegrationType(connector)
      expect(type.id).toBe(id)
      expect(type.maturity).toBe('built-in')
      expect(type.probes.length).toBeGreaterThan(2)
      expect(JSON.stringify(type.remedies)).not.toMatch(/undefined|\{missing\}/)
    },
  )
})
