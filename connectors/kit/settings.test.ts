import { describe, expect, it } from 'vitest'
import type { HubError } from '@/server/kernel/errors'
import { makeCertificate } from '@/test/certificates'
import { defineConnector, plain, secret } from './define'
import { describeSettings, slugStem } from './schema'
import { originOf, parseConnectorSettings, type SettingsInput } from './settings'

const vendor = defineConnector({
  id: 'scm.vendor_x',
  version: '1.0.0',
  name: 'Vendor',
  families: ['scm'],
  capabilities: [],
  inputs: { host: { title: 'Host', format: 'hostname' } },
  instances: {
    saas: { baseUrl: 'https://api.vendor.example/v4', methods: ['token'] },
    selfManaged: { baseUrl: 'https://{host}/api/v4', inputs: ['host'], slug: 'vendor-own' },
    loose: { baseUrl: 'https://{name}.vendor.example', inputs: { name: { title: 'Name' } } },
    anywhere: {
      baseUrl: '{baseUrl}',
      inputs: {
        baseUrl: { title: 'Base URL', format: 'uri' },
        tokenHost: { title: 'Token host', format: 'origin', optional: true, destination: true },
        pageSize: { title: 'Page size', type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      tls: { caBundle: true, clientCert: true },
    },
  },
  methods: {
    token: { kind: 'token', fields: { token: secret('Token', { minLength: 8 }) } },
    basic: { kind: 'basic', fields: { username: plain('User'), password: { title: 'Password' } } },
  },
  probes: { identity: { request: 'GET /user' } },
})

const parse = (input: Partial<SettingsInput>) => parseConnectorSettings(vendor, { config: {}, secrets: {}, ...input })
const token = { token: 'abcdefgh' }
function problems(input: Partial<SettingsInput>): string[] {
  try {
    parse(input)
  } catch (error) {
    const { code, fields } = error as HubError
    expect(code).toBe('integration.settings_invalid')
    return fields.map(({ path, message }) => `${path} ${message}`)
  }
  throw new Error('was accepted')
}
const anywhere = (config: Record<string, unknown>, secrets: Record<string, unknown> = token) => ({
  instance: 'anywhere',
  method: 'token',
  config: { baseUrl: 'https://a.example', ...config },
  secrets,
})

describe('parseConnectorSettings', () => {
  it('keeps what fits, fills defaults and says where it leads', () => {
    expect(parse({ secrets: token })).toEqual({
      instance: 'saas',
      method: 'token',
      config: {},
      secrets: token,
      origin: 'https://api.vendor.example',
      baseUrl: 'https://api.vendor.example/v4',
    })
    const own = parse({ instance: 'selfManaged', method: 'token', config: { host: 'git.example' }, secrets: token })
    expect(own.baseUrl).toBe('https://git.example/api/v4')
    expect(parse(anywhere({ baseUrl: 'https://a.example:8443/x/' }))).toMatchObject({
      config: { baseUrl: 'https://a.example:8443/x/', pageSize: 20 },
      baseUrl: 'https://a.example:8443/x',
      origin: 'https://a.example:8443',
    })
  })

  it('names each field that is wrong', () => {
    expect(problems({ instance: 'nowhere' })).toEqual(['instance has to be one of: saas, selfManaged, loose, anywhere'])
    expect(problems({ instance: 'saas', method: 'basic' })).toEqual(['method has to be one of: token'])
    expect(
      problems({ ...anywhere({ pageSize: 'x', extra: 1 }, {}), config: { pageSize: 'x', extra: 1 } }).sort(),
    ).toEqual([
      'config.baseUrl is required',
      'config.extra is not a setting of this connector',
      'config.pageSize has to be a whole number',
      'secrets.token is required',
    ])
    expect(problems(anywhere({ pageSize: 101 }))).toEqual(['config.pageSize has to be 100 or less'])
    expect(problems(anywhere({ tokenHost: 'https://a.example/x' }))[0]).toContain(
      'config.tokenHost has to be scheme and host',
    )
  })

  it.each([
    ['https://u:p@a.example', 'must not contain a user name'],
    ['ftp://a.example', 'has to begin with'],
    ['https://a.example/?x=1', 'must not contain "?"'],
    ['https://a.example/#x', 'must not contain "?"'],
    ['https://a.example\\@evil.example', 'config.baseUrl has to'],
    ['//a.example', 'config.baseUrl has to'],
    ['not a url', 'config.baseUrl has to be a URL'],
    [' https://a.example', 'config.baseUrl'],
    ['', 'must not be empty'],
  ])('refuses the base URL %j', (baseUrl, message) => expect(problems(anywhere({ baseUrl })).join()).toContain(message))

  it.each(['evil.example/x', 'a.example@evil.example', 'a.example:80/', 'a b', 'evil.example#', 'evil.example\\'])(
    'refuses %j as a host, so that no value changes the origin',
    (host) =>
      expect(problems({ instance: 'selfManaged', method: 'token', config: { host }, secrets: token })[0]).toContain(
        'config.host',
      ),
  )

  it.each(['evil.example/', 'evil.example?', 'evil.example#', 'a@evil.example/', 'evil.example\\', 'a b'])(
    'refuses %j as a part of the host, whatever the manifest forgot to say',
    (name) =>
      expect(problems({ instance: 'loose', method: 'token', config: { name }, secrets: token })[0]).toContain(
        'config.name',
      ),
  )

  it.each(['abcdefgh\n', 'abcd\r\nefgh', 'abcd\u0000efgh', ' abcdefgh', 'abcdefgh\u00e9'])(
    'refuses the token %j, naming the field and never the value',
    (value) => {
      const [problem = '', ...rest] = problems({ secrets: { token: value } })
      expect(problem).toMatch(/^secrets\.token (contains|begins)/)
      expect(rest).toEqual([])
      expect(problem).not.toContain('abcd')
    },
  )

  it('quotes no value, wherever the secret was put', () => {
    const told = [
      problems({ secrets: { token: 'hunter2' } }),
      problems({ config: { token: 'hunter2' }, secrets: token }),
      problems(anywhere({ baseUrl: 'hunter2' })),
      problems({ instance: 'hunter2' }),
    ].flat()
    expect(told.length).toBe(4)
    expect(told.join()).not.toContain('hunter2')
  })

  it('lets a password begin and end with a space, and hold any letter', () => {
    const settings = parse({
      instance: 'anywhere',
      method: 'basic',
      config: { baseUrl: 'https://a.example', username: 'u' },
      secrets: { password: ' pä ' },
    })
    expect(settings.secrets.password).toBe(' pä ')
  })

  it('takes a private authority and a client certificate, both or neither of its halves', () => {
    const { cert, key } = makeCertificate()
    const settings = parse(anywhere({ caBundle: cert, clientCert: cert }, { ...token, clientKey: key }))
    expect(settings.tls).toEqual({ ca: cert, cert, key })
    expect(problems(anywhere({ clientCert: cert }))).toEqual([
      'secrets.clientKey is required with a client certificate',
    ])
    expect(problems(anywhere({}, { ...token, clientKey: key }))).toEqual(['config.clientCert is required with its key'])
    expect(problems(anywhere({ caBundle: 'x' }))).toEqual(['config.caBundle has to be a certificate in PEM'])
  })

  it('is not fooled by keys of the prototype', () => {
    expect(problems({ instance: 'constructor' })).toHaveLength(1)
    expect(
      problems({ config: JSON.parse('{"__proto__":{"x":1},"constructor":1}'), secrets: token }).length,
    ).toBeGreaterThan(0)
  })
})

describe('originOf', () => {
  it('changes when any place the credential goes to changes', () => {
    const origins = [
      anywhere({}),
      anywhere({ baseUrl: 'https://b.example' }),
      anywhere({ baseUrl: 'http://a.example' }),
      anywhere({ baseUrl: 'https://a.example:444' }),
      anywhere({ tokenHost: 'https://auth.example' }),
    ].map((input) => originOf(parse(input)))
    expect(new Set(origins).size).toBe(5)
    expect(originOf(parse(anywhere({ baseUrl: 'https://A.example:443/other' })))).toBe(origins[0])
  })
})

describe('describeSettings', () => {
  it('draws the forms, ordered, with every secret write-only', () => {
    const { instances, methods } = describeSettings(vendor)
    expect(instances.map(({ name, slug, methods: own }) => [name, slug, own])).toEqual([
      ['saas', 'vendor-x', ['token']],
      ['selfManaged', 'vendor-own', ['token', 'basic']],
      ['loose', 'vendor-x', ['token', 'basic']],
      ['anywhere', 'vendor-x', ['token', 'basic']],
    ])
    expect(instances[1]?.config).toMatchObject({
      properties: { host: { type: 'string', title: 'Host', format: 'hostname', 'x-order': 1 } },
      required: ['host'],
      additionalProperties: false,
    })
    const basic = methods.find(({ name }) => name === 'basic')
    expect(Object.keys(basic?.config.properties ?? {})).toEqual(['username'])
    expect(basic?.secrets.properties.password).toMatchObject({ writeOnly: true })
    const secrets = methods.flatMap((method) => Object.values(method.secrets.properties))
    expect(secrets.every(({ writeOnly }) => writeOnly === true)).toBe(true)
  })

  it('gives each instance the stem of its slugs', () => {
    expect(slugStem(vendor, 'selfManaged')).toBe('vendor-own')
    expect(slugStem(vendor)).toBe('vendor-x')
  })
})
