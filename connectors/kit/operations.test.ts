import { describe, expect, it } from 'vitest'
import { operating } from '@/test/operations'
import { type Answer, type Asked, aServer } from '@/test/world'
import type { ConnectorHooks } from './define'
import { connectorManifest } from './manifest'
import { operation as operationShape } from './operation'
import { parseConnectorSettings } from './settings'

/** Operations of a connector somebody made, which nobody has looked at. */
type Declared = Record<string, object>

async function aConnector(operations: Declared, answer: (asked: Asked) => Answer, hooks: ConnectorHooks = {}) {
  const { url, asked } = await aServer(answer)
  const manifest = connectorManifest.parse({
    ...{
      apiVersion: 'inthub/v1',
      id: 'custom.made',
      version: '1.0.0',
      name: 'Made',
      families: ['custom'],
      capabilities: [],
    },
    instances: { one: { baseUrl: '{baseUrl}', inputs: { baseUrl: { title: 'Base URL' } } } },
    methods: { key: { kind: 'token', fields: { key: { title: 'Key' } }, inject: { query: { key: '{key}' } } } },
    probes: { identity: { none: 'It has nothing to prove a key with.' } },
    paginate: { kind: 'link' },
    operations,
  })
  const connector = { manifest, hooks }
  const settings = parseConnectorSettings(connector, { config: { baseUrl: `${url}/api` }, secrets: { key: 'k-1' } })
  return { run: operating(connector, settings), asked, url }
}
const fine = (body: unknown = {}): Answer => ({ status: 200, body })
const path = { title: 'Path', pattern: '^.+$' }
const read = { title: 'Read it', effect: 'read', output: { id: 'id' } }

describe('an operation', () => {
  it.each(['../admin', 'a/../../admin', 'a?admin=1', 'a#x', 'a\\b', '%2e%2e/admin', '..'])(
    'with the value "%s" does not leave the base URL, and sends nothing',
    async (value) => {
      const operations = { one: { ...read, request: 'GET /files/{+path}', input: { path } } }
      const { run, asked } = await aConnector(operations, () => fine({ id: 1 }))
      const { failure } = await run('one', { path: value })
      expect(failure).toMatchObject({ failureClass: 'request', reason: 'bad_request' })
      expect(asked).toEqual([])
    },
  )

  it('fills its body with values of their own type, and leaves out what was not given', async () => {
    const input = {
      count: { title: 'Count', type: 'integer', optional: true },
      tags: { title: 'Tags', type: 'array', items: { type: 'string' }, optional: true },
      name: { title: 'Name', optional: true },
      state: { title: 'State', enum: ['on', 'off'], words: { on: true, off: false }, default: 'on' },
    }
    const body = {
      count: '{count}',
      nested: { tags: '{tags}', label: 'n:{name}' },
      state: '{state}',
      fixed: [1, '{name}'],
    }
    const { run, asked } = await aConnector({ one: { ...read, request: 'POST /x', input, body } }, () => fine())
    await run('one', { count: 3, tags: ['a', 'b'], name: 'x' })
    await run('one', { state: 'off' })
    expect(asked.map((one) => JSON.parse(one.body))).toEqual([
      { count: 3, nested: { tags: ['a', 'b'], label: 'n:x' }, state: true, fixed: [1, 'x'] },
      { nested: {}, state: false, fixed: [1] },
    ])
  })

  it('gives back texts, numbers, flags and lists of them, and null for what is not there', async () => {
    const output = { id: 'id', tags: 'tags', owner: 'owner', gone: 'a.b', etag: { header: 'ETag' }, proto: '__proto__' }
    const body = { id: 1, tags: ['a', { deep: 1 }], owner: { token: 'x' } }
    const answer = { status: 200, body, headers: { etag: '"1"' } }
    const { run } = await aConnector({ one: { ...read, request: 'GET /x', output } }, () => answer)
    const done = await run('one')
    expect(done.output).toEqual({ id: 1, tags: ['a'], owner: null, gone: null, etag: '"1"', proto: null })
  })

  it('takes of a next page its parameters, and neither its path nor the key', async () => {
    const operations = {
      all: { title: 'List them', effect: 'read', request: 'GET /list', items: '$', output: { id: 'id' } },
    }
    const { run, asked } = await aConnector(operations, ({ url }) => ({
      ...fine([{ id: url.includes('page=2') ? 2 : 1 }]),
      ...(!url.includes('page=2') && { headers: { link: '</elsewhere?page=2&key=stolen>; rel="next"' } }),
    }))
    const { output } = await run('all', { limit: 10 })
    expect(output).toEqual({ items: [{ id: 1 }, { id: 2 }], hasMore: false })
    expect(asked.map(({ url }) => url)).toEqual(['/api/list?key=k-1', '/api/list?page=2&key=k-1'])
  })

  it('that gets no list, or never ends, is told so', async () => {
    const operations = {
      all: { title: 'List them', effect: 'read', request: 'GET /list', items: 'rows', output: { id: 'id' } },
    }
    const none = await aConnector(operations, () => fine({ rows: 'many' }))
    expect((await none.run('all')).failure).toMatchObject({ reason: 'bad_answer' })
    let pages = 0
    const endless = await aConnector(operations, () => {
      pages += 1
      return { ...fine({ rows: [] }), headers: { link: `</api/list?page=${pages}>; rel="next"` } }
    })
    expect((await endless.run('all')).output).toEqual({ items: [], hasMore: true })
    expect(pages).toBeLessThanOrEqual(20)
  })

  it('is no success when the answer is not what it should be', async () => {
    const holds = { path: 'ok', equals: true }
    const { run } = await aConnector({ one: { ...read, request: 'GET /x', holds } }, () => fine({ id: 1 }))
    expect((await run('one')).failure).toMatchObject({ reason: 'bad_answer' })
  })
})

describe('a hook', () => {
  const two = { one: { title: 'Do both', effect: 'write', hook: 'both', output: { id: 'id' } } }

  it('sends below the base URL with the key, and answers what the manifest names', async () => {
    const both: NonNullable<ConnectorHooks['operate']>[string] = async ({ call }) => {
      const first = await call('GET /a/{which}', { values: { which: 'x/y' } })
      await call('POST /b', { form: { q: 'a b' }, query: { z: 1, none: undefined } })
      return { id: Reflect.get(first.body as object, 'id'), more: 'unasked' }
    }
    const { run, asked } = await aConnector(two, () => fine({ id: 5 }), { operate: { both } })
    expect(await run('one')).toEqual({ failure: null, output: { id: 5 } })
    expect(asked.map(({ url, body }) => [url, body])).toEqual([
      ['/api/a/x%2Fy?key=k-1', ''],
      ['/api/b?z=1&key=k-1', 'q=a+b'],
    ])
  })

  it('ends with the first refusal, and sends nothing more', async () => {
    const both: NonNullable<ConnectorHooks['operate']>[string] = async ({ call }) => {
      await call('GET /a')
      await call('POST /b')
      return {}
    }
    const { run, asked } = await aConnector(two, () => ({ status: 403, body: {} }), { operate: { both } })
    expect((await run('one')).failure).toMatchObject({ failureClass: 'permission', reason: 'status' })
    expect(asked).toHaveLength(1)
  })

  it('that goes wrong by itself is a fault of ours and no outcome', async () => {
    const both = async () => Promise.reject(new TypeError('a bug'))
    const { run } = await aConnector(two, () => fine(), { operate: { both } })
    await expect(run('one')).rejects.toThrow('a bug')
  })
})

describe('the shape of an operation', () => {
  const one = { title: 'Do it', effect: 'write', request: 'POST /x' }
  it.each([
    ['a request and a hook', { ...one, hook: 'both' }],
    ['neither', { title: 'Do it', effect: 'write' }],
    [
      'a value that keeps its slashes and may be anything',
      { ...one, request: 'GET /{+path}', input: { path: { title: 'Path' } } },
    ],
    ['a list that says nothing of its items', { ...one, items: '$' }],
    ['another origin', { ...one, request: 'GET https://elsewhere.test/' }],
    ['an unknown effect', { ...one, effect: 'maybe' }],
  ])('has not %s', (_what, declared) => {
    expect(operationShape.safeParse(one).success).toBe(true)
    expect(operationShape.safeParse(declared).success).toBe(false)
  })
})
