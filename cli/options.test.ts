import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import {
  type CatalogType,
  chooseMethod,
  fieldsOf,
  findMeant,
  instanceNames,
  mergeConfig,
  missingOf,
  requireMeant,
  settingValue,
} from './commands/connect-plan'
import { exitCodeOf } from './commands/integration-check'
import { fromHub } from './errors'
import { nearest } from './nearest'
import { collectList, parseCount, parseDuration, parsePair, parseSince } from './options'
import { redact, rememberSecret } from './redaction'

describe('flags', () => {
  it.each([
    ['10s', 10],
    ['5m', 300],
    ['1h', 3_600],
    ['7d', 604_800],
    ['500ms', 0.5],
    ['3', 3],
  ])('read the duration %s', (text, seconds) => expect(parseDuration(text)).toBe(seconds))
  it.each(['', 'soon', '5 minutes', '-1s', '1y'])('refuse the duration %j', (text) =>
    expect(() => parseDuration(text)).toThrow(InvalidArgumentError),
  )
  it('read a point in time, and one that long ago', () => {
    expect(parseSince('2026-05-01T12:00:00Z').toISOString()).toBe('2026-05-01T12:00:00.000Z')
    expect(Date.now() - parseSince('1h').getTime()).toBeGreaterThanOrEqual(3_600_000)
  })
  it('read counts, pairs and lists', () => {
    expect(parseCount(1, 10)('7')).toBe(7)
    for (const text of ['0', '11', 'x', '1.5']) expect(() => parseCount(1, 10)(text)).toThrow(InvalidArgumentError)
    expect(parsePair('a=b=c')).toEqual({ key: 'a', value: 'b=c' })
    expect(() => parsePair('nothing')).toThrow(InvalidArgumentError)
    expect(collectList('a, b', ['x'])).toEqual(['x', 'a', 'b'])
  })
})

const schema = (required: string[], properties: Record<string, unknown>) => ({ type: 'object', required, properties })
const type: CatalogType = {
  id: 'registry.oci',
  version: '1.0.0',
  name: 'Registry',
  description: '',
  families: ['registry'],
  capabilities: [],
  aliases: ['docker-hub'],
  maturity: 'BUILT_IN',
  versionRange: null,
  integrationCount: 0,
  instances: [
    {
      id: 'dockerHub',
      title: 'Docker Hub',
      ...{ description: null, baseUrl: 'https://index.docker.io', aliases: ['dockerhub'] },
      slugStem: 'docker-hub',
      configSchema: schema([], {}),
      methodIds: ['basic', 'bearer'],
    },
    {
      id: 'custom',
      title: 'Other',
      ...{ description: null, baseUrl: '{baseUrl}', aliases: [] },
      slugStem: 'registry',
      configSchema: schema(['baseUrl'], { baseUrl: { type: 'string' }, port: { type: 'integer' } }),
      methodIds: ['basic', 'bearer'],
    },
  ],
  methods: [
    {
      id: 'basic',
      title: 'Basic',
      kind: 'basic',
      help: null,
      scopes: [],
      configSchema: schema(['username'], { username: { type: 'string' } }),
      secretsSchema: schema(['password'], { password: { type: 'string', writeOnly: true } }),
    },
    {
      id: 'bearer',
      title: 'Bearer',
      kind: 'token',
      help: null,
      scopes: [],
      configSchema: schema([], {}),
      secretsSchema: schema(['token'], { token: { type: 'string', writeOnly: true } }),
    },
  ],
}
const [dockerHub, custom] = type.instances
const [basic, bearer] = type.methods
if (!dockerHub || !custom || !basic || !bearer) throw new Error('The example is not whole.')

describe('connecting', () => {
  it('knows a type by its id, its short name and the names of its instances', () => {
    expect(findMeant([type], 'registry.oci')).toEqual({ type, instance: undefined })
    expect(findMeant([type], 'docker-hub')).toEqual({ type, instance: dockerHub })
    expect(findMeant([type], 'oci')).toEqual({ type, instance: undefined })
    const twin = { ...dockerHub, id: 'mirror', aliases: ['docker-mirror'] }
    expect(instanceNames({ instances: [dockerHub, twin, { ...twin, aliases: [] }] })).toEqual([
      'docker-hub',
      'docker-mirror',
    ])
    expect(() => requireMeant([type], 'dokcer-hub')).toThrow(
      expect.objectContaining({
        exitCode: 2,
        options: expect.objectContaining({ remedy: 'Did you mean docker-hub?' }),
      }),
    )
  })

  it('chooses the method that has a place for what was given', () => {
    expect(chooseMethod(type.methods, undefined, { settings: [], secrets: {} })).toBe(basic)
    expect(chooseMethod(type.methods, undefined, { settings: [], secrets: { token: 'x' } })).toBe(bearer)
    expect(chooseMethod(type.methods, 'bearer', { settings: [], secrets: {} })).toBe(bearer)
    expect(() => chooseMethod(type.methods, undefined, { settings: [], secrets: { nope: 'x' } })).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    )
  })

  it('gives settings the type of their field, the flags winning over the file', () => {
    const target = { type, instance: custom, method: basic }
    const given = [
      { key: 'port', value: '5000' },
      { key: 'username', value: '007' },
    ]
    expect(mergeConfig(target, { baseUrl: 'http://a', port: 1 }, given)).toEqual({
      baseUrl: 'http://a',
      port: 5000,
      username: '007',
    })
    expect(missingOf(target, {}, {}).settings.map((field) => field.name)).toEqual(['baseUrl', 'username'])
    expect(missingOf(target, {}, {}).secrets.map((field) => field.name)).toEqual(['password'])
  })

  it('refuses a secret among the settings', () => {
    const target = { type, instance: custom, method: basic }
    expect(() => mergeConfig(target, { password: 'hunter2' }, [])).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.not.stringContaining('hunter2') }),
    )
  })

  it('refuses values that are not of the type of their field', () => {
    const [count, flag, list] = fieldsOf(
      schema([], { count: { type: 'integer' }, flag: { type: 'boolean' }, list: { type: 'array' } }),
    )
    expect([settingValue(count, '5'), settingValue(flag, 'yes'), settingValue(list, 'a, b')]).toEqual([
      5,
      true,
      ['a', 'b'],
    ])
    expect(() => settingValue(count, 'five')).toThrow()
    expect(() => settingValue(flag, 'maybe')).toThrow()
  })
})

describe('exit codes', () => {
  it.each([
    ['BAD_USER_INPUT', 6],
    ['UNAUTHENTICATED', 4],
    ['FORBIDDEN', 5],
    ['NOT_FOUND', 3],
    ['CONFLICT', 6],
    ['FAILED_PRECONDITION', 6],
    ['RATE_LIMITED', 7],
    ['UNAVAILABLE', 12],
    ['INTERNAL_SERVER_ERROR', 1],
    ['SOMETHING_NEW', 1],
  ])('of the code %s is %i', (code, exitCode) =>
    expect(fromHub({ message: 'x', extensions: { code } }).exitCode).toBe(exitCode),
  )
  it('of a verdict tells unhealthy from degraded', () => {
    expect(exitCodeOf('HEALTHY', 'degraded')).toBe(0)
    expect(exitCodeOf('DEGRADED', 'unhealthy')).toBe(0)
    expect(exitCodeOf('DEGRADED', 'degraded')).toBe(11)
    expect(exitCodeOf('UNHEALTHY', 'unhealthy')).toBe(10)
    expect(exitCodeOf(null, 'unhealthy')).toBe(1)
  })
})

describe('nearest', () => {
  it('finds what was meant, and nothing for a word of its own', () => {
    expect(nearest('lsit', ['list', 'logs', 'show'])[0]).toBe('list')
    expect(nearest('completely-different', ['list', 'logs'])).toEqual([])
  })
})

describe('redact', () => {
  it('hides what was read as a secret and whatever looks like a key', () => {
    rememberSecret('line one\nline "two"')
    expect(redact(`a ${JSON.stringify({ s: 'line one\nline "two"' })} b`)).toBe('a {"s":"***"} b')
    expect(redact('key ihk_abcdefgh12345678.')).toBe('key ihk_***.')
  })
})
