import { auditServer } from 'graphql-http'
import { describe, expect, it } from 'vitest'
import { bombs } from '@/test/bombs'
import { aHub, cookieOf, toReply } from '@/test/hub'
import { aCaller, aKey, aSession } from '@/test/world'

const json = { 'content-type': 'application/json' }

describe('GraphQL over HTTP', () => {
  it('passes every audit: MUST, SHOULD and MAY', async () => {
    const hub = await aHub()
    const results = await auditServer({ url: `${hub.url}/graphql` })
    expect(results.length).toBeGreaterThan(50)
    expect(results.filter((result) => result.status !== 'ok').map((result) => result.name)).toEqual([])
  })

  it('refuses a document of 10 MB with 413, and says so', async () => {
    const hub = await aHub()
    const body = JSON.stringify({ query: `{ version } #${'x'.repeat(10 * 1024 * 1024)}` })
    const reply = await toReply(await fetch(`${hub.url}/graphql`, { method: 'POST', headers: json, body }))
    expect(reply.status).toBe(413)
    expect(reply.errors[0]?.extensions).toMatchObject({ type: 'request.too_large' })
  })

  it('refuses a batch of operations', async () => {
    const hub = await aHub()
    const body = JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ version }' })))
    const reply = await toReply(await fetch(`${hub.url}/graphql`, { method: 'POST', headers: json, body }))
    expect(reply.status).toBe(400)
    expect(reply.errors[0]?.message).toContain('one operation at a time')
  })

  it('answers an unknown key and an expired key with 401 and different codes', async () => {
    const hub = await aHub()
    const owner = await aCaller()
    const expired = await aKey(owner, new Date(Date.now() + 700))
    await new Promise((resolve) => setTimeout(resolve, 800))
    const unknown = await hub.ask('{ version }', { key: `ihk_${'a'.repeat(40)}` })
    expect([unknown.status, unknown.errors[0]?.extensions.type]).toEqual([401, 'auth.key_invalid'])
    const late = await hub.ask('{ version }', { key: expired })
    expect([late.status, late.errors[0]?.extensions.type]).toEqual([401, 'auth.key_expired'])
  })

  it('tells the request id of a failed field, and takes one in', async () => {
    const hub = await aHub()
    const requestId = `req_${'ab'.repeat(16)}`
    const reply = await hub.ask('{ tenant { slug } }', { headers: { 'x-request-id': requestId } })
    expect(reply.headers.get('x-request-id')).toBe(requestId)
    expect(reply.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', type: 'auth.required', requestId })
    expect(reply.errors[0]?.extensions.remedy).toContain('Sign in')
  })
})

describe('a document that asks for too much', () => {
  it.each(Object.entries(bombs))('is refused in time: %s', async (_name, query) => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    await hub.ask('{ version }', { key })
    const startedAt = performance.now()
    const reply = await hub.ask(query, { key })
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    expect(reply.status).toBe(400)
    expect(reply.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', type: 'graphql.too_complex' })
  })

  it('is measured by the size of its pages, also when a variable says it', async () => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    const query =
      'query ($n: Int) { integrations(first: $n) { edges { node { slug history { at } stats { checks } quotas { pool } project { slug } integrationType { name } environment { slug } a: stats(window: WEEK) { checks } } } } }'
    expect((await hub.ask(query, { key, variables: { n: 10 } })).errors).toEqual([])
    expect((await hub.ask(query, { key, variables: { n: 200 } })).errors[0]?.extensions.type).toBe(
      'graphql.too_complex',
    )
  })

  it('is not what an explorer asks at its start', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const hub = await aHub()
    const reply = await hub.ask(getIntrospectionQuery({ inputValueDeprecation: true }))
    expect(reply.errors).toEqual([])
  })
})

const secret = 'hunter2-SECRET-value'

/** Ways to put a secret where it does not fit. */
const misplaced: Record<string, { query: string; variables?: Record<string, unknown> }> = {
  'a string for an object, in a variable': {
    query: 'mutation ($i: ConnectIntegrationInput!) { connectIntegration(input: $i) { integration { id } } }',
    variables: { i: { type: 'custom.http', config: {}, secrets: secret } },
  },
  'an unknown field, in a variable': {
    query: 'mutation ($i: ConnectIntegrationInput!) { connectIntegration(input: $i) { integration { id } } }',
    variables: { i: { type: 'custom.http', config: {}, [secret]: 1 } },
  },
  'a whole input, in a variable': {
    query: 'mutation ($i: ConnectIntegrationInput!) { connectIntegration(input: $i) { integration { id } } }',
    variables: { i: secret },
  },
  'an object for an Int, in a variable': {
    query: 'query ($n: Int) { integrations(first: $n) { totalCount } }',
    variables: { n: { token: secret } },
  },
  'a member that the enum does not have, in a variable': {
    query: 'query ($w: HealthWindow!) { integration(id: "x") { stats(window: $w) { checks } } }',
    variables: { w: secret },
  },
  'a date that is none': {
    query: 'query ($f: ActivityFilter) { activity(filter: $f) { edges { cursor } } }',
    variables: { f: { from: secret } },
  },
  'a literal for an Int': { query: `{ integrations(first: "${secret}") { totalCount } }` },
  'a literal for an object': {
    query: `mutation { connectIntegration(input: { type: "custom.http", config: {}, secrets: "${secret}" }) { integration { id } } }`,
  },
  'a literal for an enum': { query: '{ integration(id: "x") { stats(window: hunter2_SECRET_value) { checks } } }' },
  'a string that breaks the syntax': { query: `{ integration(id: "x") "${secret}" { id } }` },
  'a string without an end': { query: `{ integration(id: "${secret}) { id } }` },
  'an operation of this name': { query: '{ version } query hunter2_SECRET_value { version }' },
}

describe('a value that does not fit', () => {
  it.each(Object.entries(misplaced))('is never quoted: %s', async (_name, { query, variables }) => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    const reply = await hub.ask(query, { key, ...(variables && { variables }) })
    expect(reply.errors.length).toBeGreaterThan(0)
    expect(reply.text).not.toMatch(/hunter2/i)
  })

  it('is named by its place and the type that is expected', async () => {
    const hub = await aHub()
    const { query, variables = {} } = misplaced['a string for an object, in a variable'] ?? { query: '' }
    const reply = await hub.ask(query, { variables })
    expect(reply.errors[0]?.message).toBe('Variable "$i" is not valid at "i.secrets": expected JSONObject.')
    expect(reply.errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      type: 'request.invalid',
      fields: [{ path: 'i.secrets', message: 'expected JSONObject' }],
    })
  })
})

describe('a request that another site makes a browser send', () => {
  const mutation = 'mutation { ping }'
  const form = new URLSearchParams({ query: mutation }).toString()
  const simple: Record<string, { body: string; type: string }> = {
    'a form': { body: form, type: 'application/x-www-form-urlencoded' },
    'text that is JSON': { body: JSON.stringify({ query: mutation }), type: 'text/plain' },
    'a form of parts': {
      body: `--b\r\ncontent-disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--b--\r\n`,
      type: 'multipart/form-data; boundary=b',
    },
    'nothing named': { body: JSON.stringify({ query: mutation }), type: '' },
  }

  it.each(Object.entries(simple))('runs nothing: %s', async (_name, { body, type }) => {
    const hub = await aHub()
    const cookie = cookieOf(await aSession(await aCaller()))
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { cookie, ...(type && { 'content-type': type }) },
      body: type ? body : Buffer.from(body),
    })
    expect(response.status).toBe(415)
  })

  it('runs nothing: a link with a mutation in it', async () => {
    const hub = await aHub()
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(mutation)}`)
    expect(response.status).toBe(405)
  })

  it('is nobody when it is a link, though the browser lends its cookie', async () => {
    const hub = await aHub()
    const cookie = cookieOf(await aSession(await aCaller()))
    const url = `${hub.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`
    expect((await toReply(await fetch(url, { headers: { cookie } }))).data).toEqual({ viewer: null })
    const meant = await toReply(await fetch(url, { headers: { cookie, 'apollo-require-preflight': '1' } }))
    expect(meant.data).toMatchObject({ viewer: { id: expect.stringMatching(/^usr_/) } })
  })

  it.each([
    ['by its Origin', { origin: 'https://evil.example' }],
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['by an opaque Origin', { origin: 'null' }],
  ])('is refused with 403, known %s', async (_name, headers) => {
    const hub = await aHub()
    const reply = await hub.ask(mutation, { headers })
    expect(reply.status).toBe(403)
    expect(reply.text).toContain('request.cross_site')
  })
})

describe('what cannot be kept', () => {
  const nul = 'a\u0000b'
  const half = 'a\ud800'
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const uuid = '00000000-0000-7000-8000-000000000000'
  const instant = 'query ($x: DateTime) { activity(filter: { from: $x }) { edges { cursor } } }'
  const text = 'query ($x: String) { integrations(filter: { text: $x }) { totalCount } }'
  const page = (order: string) =>
    `query ($x: String) { integrations(first: 1, orderBy: ${order}, after: $x) { totalCount } }`
  const connect = `mutation ($x: JSONObject!) {
    connectIntegration(input: { type: "custom.http", method: "none", skipTest: true, config: $x }) { integration { id } } }`
  let nested: unknown = 'x'
  for (let depth = 0; depth < 1_000; depth++) nested = [nested]

  it.each([
    ['a NUL in a variable', text, nul],
    ['half a character in a variable', text, half],
    ['a NUL inside of JSON', connect, { baseUrl: 'http://127.0.0.1', probePath: [nul] }],
    ['half a character inside of JSON', connect, { baseUrl: 'http://127.0.0.1', probePath: `/${half}` }],
    ['a NUL in the name of a field', connect, { [nul]: 1 }],
    ['JSON that never ends', connect, { baseUrl: nested }],
    ['a NUL in the document', `{ integration(id: "a\\u0000b") { id } }`, undefined],
    ['an instant before the first year', instant, '0000-01-01T00:00:00Z'],
    ['an instant after the last year', instant, '9999-12-31T23:59:59-23:00'],
    ['a cursor with a NUL', page('NAME'), cursor(nul, uuid)],
    ['a cursor without its instant', page('CREATED'), cursor('abc', uuid)],
    ['a cursor with an instant beyond time', page('CREATED'), cursor(1e300, uuid)],
    ['a cursor with half a rank', page('SEVERITY'), cursor(1.5, uuid)],
  ])('is refused as the caller’s fault: %s', async (_name, query, x) => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    const reply = await hub.ask(query, { key, variables: { x } })
    expect(reply.errors.map((error) => error.extensions.type)).toEqual(['request.invalid'])
    expect(reply.text).not.toContain('ud800')
  })
})
