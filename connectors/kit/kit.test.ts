import { describe, expect, it } from 'vitest'
import { defineConnector, secret } from './define'
import { connectorManifest, manifestJsonSchema } from './manifest'
import { nextPage } from './pages'
import { learnQuotas, parseReset, retryAfterMs } from './quotas'
import { buildRequest, injectCredential } from './request'
import { readable } from './run'
import { parseConnectorSettings } from './settings'
import { expand, valueAt } from './template'
import { isInRange, rangeInWords } from './versions'

const now = new Date('2026-03-01T12:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const epoch = now.getTime() / 1000

describe('a quota', () => {
  it.each([
    ['epoch seconds', String(epoch + 90), undefined, 90],
    ['epoch milliseconds', String(now.getTime() + 90_000), undefined, 90],
    ['seconds until', '90', undefined, 90],
    ['fractions of a second', '1.5', 'seconds', 1.5],
    ['milliseconds until', '90000', 'ms', 90],
    ['ISO 8601', '2026-03-01T12:01:30Z', undefined, 90],
    ['an HTTP date', 'Sun, 01 Mar 2026 12:01:30 GMT', undefined, 90],
    ['a window in milliseconds', '600000', 'window_ms', 600],
    ['a window in seconds', '3600', 'window_s', 3600],
  ] as const)('is full again at a time told as %s', (_form, text, form, seconds) => {
    expect(parseReset(text, form, now)).toEqual(inSeconds(seconds))
  })

  it.each(['', 'soon', '-1', '1e999', '99999999999999999999'])('has no reset when it is told as %j', (text) =>
    expect(parseReset(text, 'epoch_s', now)).toBeUndefined(),
  )

  it.each([
    [
      'X-RateLimit',
      {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4999',
        'x-ratelimit-reset': String(epoch + 60),
        'x-ratelimit-resource': 'core',
      },
      [{ pool: 'core', limit: 5000, remaining: 4999, resetAt: inSeconds(60) }],
    ],
    [
      'RateLimit',
      { 'ratelimit-limit': '100, 100;w=60', 'ratelimit-remaining': '7', 'ratelimit-reset': '30' },
      [{ pool: 'requests', limit: 100, remaining: 7, resetAt: inSeconds(30) }],
    ],
    [
      'used instead of remaining',
      { 'x-ratelimit-limit': '10', 'x-ratelimit-used': '12' },
      [{ pool: 'requests', limit: 10, remaining: 0, resetAt: null }],
    ],
    [
      'a window suffix',
      { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '98;w=21600' },
      [{ pool: 'requests', limit: 100, remaining: 98, resetAt: inSeconds(21_600) }],
    ],
    [
      'the older draft',
      { ratelimit: 'limit=100, remaining=50, reset=30' },
      [{ pool: 'requests', limit: 100, remaining: 50, resetAt: inSeconds(30) }],
    ],
    [
      'the newer draft',
      { 'ratelimit-policy': '"burst";q=10;w=1, "day";q=1000;w=86400', ratelimit: '"burst";r=9;t=1, "day";r=5' },
      [
        { pool: 'burst', limit: 10, remaining: 9, resetAt: inSeconds(1) },
        { pool: 'day', limit: 1000, remaining: 5, resetAt: null },
      ],
    ],
    ['nothing', { 'x-ratelimit-remaining': '5' }, []],
    ['nonsense', { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '<b>' }, []],
  ])('is learned from %s', (_name, headers, quotas) => expect(learnQuotas([], { ...headers }, now)).toEqual(quotas))

  it('is read as the manifest declares it, before any guess', () => {
    const declared = [
      { pool: 'api', limit: 'X-Max', remaining: 'X-Left', reset: 'X-Interval', resetIn: 'window_ms' as const },
    ]
    const headers = {
      'x-max': '100',
      'x-left': '3',
      'x-interval': '10000',
      'x-ratelimit-limit': '9',
      'x-ratelimit-remaining': '9',
    }
    expect(learnQuotas(declared, headers, now)).toEqual([
      { pool: 'api', limit: 100, remaining: 3, resetAt: inSeconds(10) },
    ])
  })

  it('keeps one reset for one window', () => {
    const at = (seconds: number) => parseReset('3600', 'window_s', inSeconds(seconds))
    expect(at(1)).toEqual(at(3000))
  })

  it.each(['3153600000', '99999999999', '999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'does not believe a wait or a reset of years: %s',
    (text) => {
      expect(retryAfterMs({ 'retry-after': text }, now)).toBeUndefined()
      expect(parseReset(text, undefined, now)).toBeUndefined()
    },
  )

  it('tells how long to wait, in seconds or as a date', () => {
    expect(retryAfterMs({ 'retry-after': '120' }, now)).toBe(120_000)
    expect(retryAfterMs({ 'retry-after': inSeconds(5).toUTCString() }, now)).toBe(5000)
    expect(retryAfterMs({ 'retry-after': inSeconds(-5).toUTCString() }, now)).toBe(0)
    expect(retryAfterMs({ 'retry-after': String(inSeconds(90).getTime() / 1000) }, now)).toBe(90_000)
    expect(retryAfterMs({ 'retry-after': 'later' }, now)).toBeUndefined()
    expect(retryAfterMs({}, now)).toBeUndefined()
  })
})

describe('the next page', () => {
  const answer = { url: 'https://a.example/x?page=2&offset=20', headers: {}, body: {}, count: 20 }

  it('is found in every way vendors tell it', () => {
    const link = '<https://a.example/x?page=1>; rel="prev", </x?page=3>; rel="next last"'
    expect(nextPage({ kind: 'link' }, { ...answer, headers: { link } })).toBe('https://a.example/x?page=3')
    const crooked = `${'<'.repeat(9)}${link}`
    expect(nextPage({ kind: 'link' }, { ...answer, headers: { link: crooked } })).toBe('https://a.example/x?page=3')
    const mere = `${'<'.repeat(9)}/x?page=3>; rel=next`
    expect(nextPage({ kind: 'link' }, { ...answer, headers: { link: mere } })).toBe('https://a.example/x?page=3')
    expect(nextPage({ kind: 'body_next', path: 'next' }, { ...answer, body: { next: '/x?c=9' } })).toBe(
      'https://a.example/x?c=9',
    )
    expect(
      nextPage(
        { kind: 'cursor', path: 'meta.cursor', parameter: 'cursor' },
        { ...answer, body: { meta: { cursor: 'a&b' } } },
      ),
    ).toContain('cursor=a%26b')
    expect(
      nextPage({ kind: 'token_header', header: 'X-Next', parameter: 't' }, { ...answer, headers: { 'x-next': 'z' } }),
    ).toContain('t=z')
    expect(nextPage({ kind: 'offset', parameter: 'offset', limit: 20 }, answer)).toContain('offset=40')
    expect(nextPage({ kind: 'page', parameter: 'page', size: 20 }, answer)).toContain('page=3')
    const ranged = { ...answer, url: 'https://a.example/x?tree=jobs[name]{20,40}' }
    const next = nextPage({ kind: 'range', parameter: 'tree', size: 20 }, ranged) ?? ''
    expect(new URL(next).searchParams.get('tree')).toBe('jobs[name]{40,60}')
    expect(nextPage({ kind: 'range', parameter: 'tree', size: 20 }, { ...ranged, count: 19 })).toBeNull()
  })

  it('does not exist after the last', () => {
    const last = { ...answer, count: 3 }
    const kinds = [
      { kind: 'none' },
      { kind: 'link' },
      { kind: 'body_next', path: 'next' },
      { kind: 'cursor', path: 'c', parameter: 'c' },
      { kind: 'token_header', header: 'x', parameter: 'x' },
      { kind: 'offset', parameter: 'offset', limit: 20 },
      { kind: 'page', parameter: 'page', size: 20 },
    ] as const
    expect(kinds.map((kind) => nextPage(kind, last))).toEqual(kinds.map(() => null))
  })

  it.each(['https://evil.example/x', '//evil.example/x', 'https://u:p@a.example/x', 'http://a.example/x'])(
    'at %s is refused',
    (next) =>
      expect(() => nextPage({ kind: 'body_next', path: 'next' }, { ...answer, body: { next } })).toThrow(
        'at another place',
      ),
  )
})

describe('buildRequest', () => {
  const base = 'https://a.example/api'
  it('puts values into the path, encoded', () => {
    expect(buildRequest('GET /p/{id}/x', base, { id: 'a/b?c#d%' })).toEqual({
      method: 'GET',
      url: 'https://a.example/api/p/a%2Fb%3Fc%23d%25/x',
    })
    expect(buildRequest('GET {+path}', base, { path: '/x/y?z=1' }).url).toBe('https://a.example/api/x/y?z=1')
    expect(buildRequest('GET /', 'https://a.example').url).toBe('https://a.example/')
  })

  it.each([
    '..',
    '.',
    '//evil.example',
    '/../x',
    '/%2e%2e/x',
    '/x\\..',
    '/x\r\nHost: y',
    '@evil.example/',
    '/x#y',
    'https://evil.example/',
  ])('never leaves origin and base path with %j', (value) => {
    const urls = ['GET {+v}', 'GET /{v}', 'GET /p/{v}/q'].flatMap((line) => {
      try {
        return [buildRequest(line, base, { v: value }).url]
      } catch {
        return []
      }
    })
    for (const url of urls) expect(new URL(url).href.startsWith('https://a.example/api/')).toBe(true)
  })
})

describe('a path that climbs', () => {
  it.each(['/../b', '/x/../../b', '/%2E%2e/b', '/..?x', '/.'])('is refused, even inside the base path: %j', (value) => {
    expect(() => buildRequest('GET /a{+v}', 'https://a.example/api/v1/', { v: value })).toThrow(
      'not one that can be sent',
    )
  })
})

describe('injectCredential', () => {
  const connector = defineConnector({
    id: 'test.query',
    version: '1.0.0',
    name: 'Query',
    families: ['test'],
    capabilities: [],
    instances: { only: { baseUrl: 'https://a.example' } },
    methods: {
      key: {
        kind: 'token',
        fields: { key: secret('Key') },
        inject: { query: { key: '{key}' }, headers: { 'X-Key': '{key}' } },
      },
    },
    probes: { identity: { request: 'GET /' } },
  })
  const settings = parseConnectorSettings(connector, { config: {}, secrets: { key: 'a{key}&b' } })

  it('puts the secret where the method says, as it is, and marks it', () => {
    const request = injectCredential(connector.manifest, settings, { method: 'GET', url: 'https://a.example/x?y=1' })
    expect(request).toMatchObject({ headers: { 'X-Key': 'a{key}&b' }, secretHeaders: ['x-key'] })
    expect(new URL(request.url).searchParams.get('key')).toBe('a{key}&b')
  })

  it.each(['https://evil.example/', 'http://a.example/', 'https://a.example:444/'])(
    'refuses to put it into %s',
    (url) =>
      expect(() => injectCredential(connector.manifest, settings, { method: 'GET', url })).toThrow('another origin'),
  )
})

describe('a template and a path into an answer', () => {
  it('reach own keys only', () => {
    expect(expand('{a}{constructor}{b}', { a: 1 }, (value) => value)).toBe('1')
    expect(valueAt({ a: [{ b: 2 }] }, 'a.0.b')).toBe(2)
    expect(valueAt({ a: [{ b: [1, 2] }, {}, { b: [3] }] }, 'a.*.b')).toEqual([1, 2, 3])
    expect(valueAt({ a: 1 }, 'a.*.b')).toBeUndefined()
    expect(valueAt({ a: 1 }, '$')).toEqual({ a: 1 })
    expect(valueAt({}, '__proto__.toString')).toBeUndefined()
    expect(valueAt('text', 'length')).toBeUndefined()
  })
})

describe('a version', () => {
  it.each([
    ['v18.1.0-ee', '>=15.0', true],
    ['14.10', '>=15.0', false],
    ['2.8.2+ds1', '>=2 <3', true],
    ['3.0.0', '>=2 <3', false],
    ['registry/2.0', '>=2', true],
    ['2.0.0', '=2', true],
    ['unknown', '>=1', undefined],
  ])('%s within %s: %s', (version, range, isIn) => expect(isInRange(version, range)).toBe(isIn))

  it('is asked for in words', () => {
    expect(rangeInWords('>=15.0 <19')).toBe('15.0 or newer, older than 19')
  })
})

describe('the JSON Schema of a manifest', () => {
  it('is the one in docs (run vitest with -u to renew it)', async () => {
    await expect(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../docs/connector-manifest.schema.json',
    )
  })

  it('refuses a manifest with an unknown key, without a probe, or with a request that is no path', () => {
    const { manifest } = defineConnector({
      id: 'a.b',
      version: '1.0.0',
      name: 'x',
      families: ['a'],
      capabilities: [],
      instances: { a: { baseUrl: 'https://a' } },
      methods: { none: { kind: 'none' } },
      probes: { identity: { request: 'GET /' } },
    })
    const accepts = (change: object) => connectorManifest.safeParse({ ...manifest, ...change }).success
    expect(accepts({})).toBe(true)
    expect(accepts({ colour: 'red' })).toBe(false)
    expect(accepts({ probes: {} })).toBe(false)
    expect(accepts({ probes: { identity: { request: 'GET https://evil.example' } } })).toBe(false)
    expect(accepts({ instances: {} })).toBe(false)
  })
})

describe('a text of a vendor', () => {
  it('is cut between characters, never inside of one', () => {
    expect(readable(`${'x'.repeat(119)}\u{1f600}`)).toBe('x'.repeat(119))
    expect(readable('a\u0000\u001b[31m\u202eb\ud800')).toBe('a[31mb')
    expect(readable('\u0000 ')).toBeNull()
  })
})
