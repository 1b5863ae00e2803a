import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { defineConnector, secret } from './define'
import { type ListCall, listResources } from './discover'
import type { Discovery, Paginate } from './manifest'
import { parseConnectorSettings } from './settings'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const vendor = (list: Partial<Discovery>) =>
  defineConnector({
    id: 'test.lists',
    version: '1.0.0',
    name: 'Lists',
    families: ['test'],
    capabilities: [],
    instances: {
      own: { baseUrl: '{baseUrl}', inputs: { baseUrl: { title: 'Base URL', format: 'uri' } } },
      other: { baseUrl: 'https://a.example' },
    },
    methods: { key: { kind: 'token', fields: { key: secret('Key') }, inject: { query: { key: '{key}' } } } },
    probes: { identity: { request: 'GET /' } },
    discover: { things: { title: 'Things', request: 'GET /things?sort=name', id: 'id', items: 'items', ...list } },
  })

async function listed(url: string, list: Partial<Discovery>, call: Partial<ListCall> = {}) {
  const connector = vendor(list)
  const settings = parseConnectorSettings(connector, { config: { baseUrl: url }, secrets: { key: 'sesame' } })
  return listResources(connector, settings, http, { list: 'things', ...call })
}

const json = (res: ServerResponse, body: unknown, headers: Record<string, string> = {}) =>
  res.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const things = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => ({ id: from + i, name: `thing ${from + i}` }))

async function service(answer: (query: URLSearchParams, res: ServerResponse, base: string) => void) {
  const asked: IncomingMessage[] = []
  let base = ''
  const listener: RequestListener = (req, res) => {
    asked.push(req)
    const query = new URL(req.url ?? '', base).searchParams
    if (query.get('key') === 'sesame') answer(query, res, base)
    else res.writeHead(401).end()
  }
  base = await serve(listener)
  return { url: base, asked }
}

describe('a list is read in portions', () => {
  const total = 57
  const kinds: [string, Paginate, (query: URLSearchParams, res: ServerResponse, base: string) => void][] = [
    [
      'page',
      { kind: 'page', parameter: 'p', size: 10 },
      (query, res) => {
        const page = Number(query.get('p') ?? 1)
        json(res, { items: things((page - 1) * 10, Math.min(total, page * 10)) })
      },
    ],
    [
      'offset',
      { kind: 'offset', parameter: 'o', limit: 10 },
      (query, res) => {
        const from = Number(query.get('o') ?? 0)
        json(res, { items: things(from, Math.min(total, from + 10)) })
      },
    ],
    [
      'cursor',
      { kind: 'cursor', path: 'next', parameter: 'c' },
      (query, res) => {
        const from = Number(query.get('c') ?? 0)
        json(res, { items: things(from, Math.min(total, from + 10)), next: from + 10 < total ? `${from + 10}` : '' })
      },
    ],
    [
      'link, with the credential in it',
      { kind: 'link' },
      (query, res, base) => {
        const from = Number(query.get('f') ?? 0)
        const link = { link: `<${base}/elsewhere?f=${from + 10}&key=sesame&sort=name>; rel="next"` }
        json(res, { items: things(from, Math.min(total, from + 10)) }, from + 10 < total ? link : {})
      },
    ],
    ['none', { kind: 'none' }, (_query, res) => json(res, { items: things(0, total) })],
  ]

  it.each(kinds)('whatever its pages are like: %s', async (_what, paginate, answer) => {
    const { url, asked } = await service(answer)
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const portion = await listed(url, { paginate }, { first: 13, cursor })
      expect(portion.trouble).toBeNull()
      expect(portion.resources.length).toBeLessThanOrEqual(13)
      ids.push(...portion.resources.map(({ id }) => id))
      cursor = portion.cursor
      expect(Buffer.from(cursor ?? '', 'base64url').toString()).not.toContain('sesame')
    } while (cursor)
    expect(ids).toEqual(things(0, total).map(({ id }) => String(id)))
    for (const request of asked) expect(request.url).toMatch(/^\/things\?/)
  })

  it('and ends, however long the service goes on', async () => {
    const same = await service((_query, res, base) =>
      json(res, { items: things(0, 1) }, { link: `<${base}/things?sort=name>; rel="next"` }),
    )
    expect(await listed(same.url, { paginate: { kind: 'link' } })).toMatchObject({ cursor: null })
    const endless = await service((query, res) =>
      json(res, { items: [], next: String(Number(query.get('c') ?? 0) + 1) }),
    )
    const found = await listed(endless.url, { paginate: { kind: 'cursor', path: 'next', parameter: 'c' } })
    expect(found).toMatchObject({ trouble: null, resources: [], cursor: expect.any(String) })
    expect(endless.asked).toHaveLength(10)
  })

  it('and what was found stays when a later page fails, which the next call tells', async () => {
    const { url } = await service((query, res) => {
      if (query.has('c')) res.writeHead(503).end()
      else json(res, { items: things(0, 2), next: '2' })
    })
    const paginate = { kind: 'cursor', path: 'next', parameter: 'c' } as const
    const first = await listed(url, { paginate })
    expect(first.resources).toHaveLength(2)
    expect(await listed(url, { paginate }, { cursor: first.cursor })).toMatchObject({
      trouble: { failureClass: 'provider_incident' },
    })
  })
})

describe('a list never leaves its place', () => {
  it('for a next page at another origin', async () => {
    const thief = await serve((_req, res) => void expect.unreachable(String(res)))
    const { url } = await service((_query, res) =>
      json(res, { items: things(0, 1) }, { link: `<${thief}/things>; rel="next"` }),
    )
    expect(await listed(url, { paginate: { kind: 'link' } })).toMatchObject({ trouble: { failureClass: 'request' } })
  })

  it('for a cursor that somebody made', async () => {
    const { url, asked } = await service((_query, res) => json(res, { items: [] }))
    const made = (at: unknown) => Buffer.from(JSON.stringify(at)).toString('base64url')
    await listed(url, {}, { cursor: made({ query: '?x=1#/../admin', skip: 0 }) })
    await listed(url, {}, { cursor: made({ query: '/../admin?key=mine', skip: 0 }) })
    for (const request of asked) expect(new URL(request.url ?? '', url).pathname).toBe('/things')
    for (const at of [{ query: 'x'.repeat(3_000), skip: 0 }, { query: '', skip: -1 }, { query: '' }, null]) {
      expect(await listed(url, {}, { cursor: made(at) })).toMatchObject({ trouble: { failureClass: 'request' } })
    }
  })
})

describe('what is listed', () => {
  it('is only what can be shown and asked for again', async () => {
    const items = [
      { id: 'a', name: 'A\u202eB', link: 'https://u:p@a.example/', kind: { x: 1 }, count: 3, on: false },
      { id: '', name: 'nameless' },
      { name: 'no id' },
      'text',
      null,
      { id: 'b', link: 'https://a.example/b', kind: 'x' },
    ]
    const { url } = await service((_query, res) => json(res, { items }))
    const attributes = { kind: 'kind', count: 'count', on: 'on' }
    const found = await listed(url, { name: 'name', url: 'link', attributes })
    expect(found.resources).toEqual([
      { id: 'a', name: 'AB', url: null, attributes: { kind: null, count: 3, on: false } },
      { id: 'b', name: 'b', url: 'https://a.example/b', attributes: { kind: 'x', count: null, on: null } },
    ])
  })

  it('is not asked for where the list does not exist, or with values that it does not take', async () => {
    const { url, asked } = await service((_query, res) => json(res, { items: [] }))
    const refused = { trouble: { failureClass: 'request' }, resources: [], cursor: null }
    expect(await listed(url, { instances: ['other'] })).toMatchObject(refused)
    expect(await listed(url, {}, { list: 'constructor' })).toMatchObject(refused)
    expect(await listed(url, {}, { input: { owner: 'x' } })).toMatchObject(refused)
    expect(asked).toEqual([])
  })
})
