import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub, type Reply } from '@/test/hub'
import { aCaller, aKey } from '@/test/world'
import { makeGate } from './admit'
import { learnContentType, shortWay, oftenTimes as timesUntilCompiled } from './run-hot'
import { schema } from './schema'

const headers = { 'x-request-id': `req_${'ab'.repeat(16)}` }
const listed =
  'integrations(first: $n) { edges { cursor node { ...F } } pageInfo { hasNextPage endCursor } totalCount }'
const fragment = `fragment F on Integration {
  id called: name __typename type health checkedAt labels { key value } project { slug } quotas { pool }
  ... on Integration @include(if: $more) { config createdAt enabled integrationType { name maturity } }
}`

type Asked = { query: string; variables?: Record<string, unknown>; isNobody?: boolean }
const documents: Record<string, Asked> = {
  'a list with fragments, other names and variables': {
    query: `query L($n: Int = 2, $more: Boolean!) { ${listed} } ${fragment}`,
    variables: { n: 1, more: true },
  },
  'what is left out by a directive, and a default': {
    query: `query L($n: Int = 2, $more: Boolean!) { ${listed} } ${fragment}`,
    variables: { more: false },
  },
  'an error in a field that may be null': { query: '{ version none: integration(id: "none") { slug } }' },
  'an error in a field that may not, which empties the answer': {
    query: '{ version integrations(first: 999) { totalCount } }',
  },
  'a caller who may not ask': { query: '{ tenant { slug } version }', isNobody: true },
  'a filter by enums and an instant': {
    query: `query ($f: ActivityFilter, $o: IntegrationOrder) { activity(filter: $f) { edges { cursor } }
      integrations(orderBy: $o, direction: DESC, filter: { states: [UNKNOWN, STALE] }) { edges { node { slug } } } }`,
    variables: { f: { from: '2020-01-01T00:00:00Z' }, o: 'SEVERITY' },
  },
  'the schema itself': { query: getIntrospectionQuery() },
}

const shown = ({ status, text, headers: given }: Reply) => ({
  status,
  text,
  type: given.get('content-type'),
  length: given.get('content-length'),
  cache: given.get('cache-control'),
})

describe('a document that comes again', () => {
  it.each(Object.entries(documents))('is answered to the byte as the first time: %s', async (_name, asked) => {
    const hub = await aHub()
    const ctx = await aCaller()
    for (const name of ['one', 'two']) {
      const config = { baseUrl: `https://${name}.example` }
      await connectIntegration(ctx, { type: 'custom.http', method: 'none', config, name, skipTest: true })
    }
    const { query, variables = {}, isNobody = false } = asked
    const options = { variables, headers, ...(!isNobody && { key: await aKey(ctx) }) }
    const replies = []
    for (let time = 0; time < timesUntilCompiled + 2; time += 1) replies.push(shown(await hub.ask(query, options)))
    expect(replies[0]).toMatchObject({ type: 'application/json; charset=utf-8', cache: 'no-store' })
    for (const reply of replies) expect(reply).toEqual(replies[0])
  })

  it('is answered in the form that is asked for, each time', async () => {
    const hub = await aHub()
    const types = [
      'application/graphql-response+json',
      'application/json',
      '*/*',
      'text/html',
      'application/json;q=0.1',
    ]
    const ask = async (accept: string) => shown(await hub.ask('{ version }', { headers: { ...headers, accept } }))
    const first = await Promise.all(types.map(ask))
    expect(first.map((reply) => reply.status)).toEqual([200, 200, 200, 406, 200])
    for (let time = 0; time < 4; time += 1) expect(await Promise.all(types.map(ask))).toEqual(first)
  })

  it('is refused as before when its variables ask for too much', async () => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    const query = `query ($n: Int) { integrations(first: $n) { edges { node { history { at } stats { checks } quotas { pool }
      project { slug } integrationType { name } environment { slug } a: stats(window: WEEK) { checks } } } } }`
    for (let time = 0; time < 5; time += 1) {
      expect((await hub.ask(query, { key, variables: { n: 10 } })).errors).toEqual([])
    }
    const [refused] = (await hub.ask(query, { key, variables: { n: 200 } })).errors
    expect(refused?.extensions.type).toBe('graphql.too_complex')
  })
})

describe('the short way', () => {
  it('is for queries that were let in three times, in a form that was answered before', () => {
    const admit = makeGate(schema)
    const ways = (query: string, accept: string) => {
      const admitted = admit({ query })
      if ('errors' in admitted) throw new Error('It was let in before.')
      return shortWay(admitted, accept)
    }
    learnContentType('a/b', 'c/d')
    expect([1, 2, 3].map(() => ways('{ version }', 'a/b'))).toEqual([undefined, undefined, 'c/d'])
    expect([1, 2, 3].map(() => ways('mutation { ping }', 'a/b'))).toEqual([undefined, undefined, undefined])
    expect(ways('{ version }', 'e/f')).toBeUndefined()
  })
})
