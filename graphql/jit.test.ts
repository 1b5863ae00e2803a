import { makeExecutableSchema } from '@graphql-tools/schema'
import {
  execute,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Principal } from '@/server/auth/context'
import { connectIntegration } from '@/server/domain/integrations/service'
import { createProfile } from '@/server/domain/profiles/service'
import type { Context } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import type { Grant } from '@/server/kernel/permissions'
import { aCaller } from '@/test/world'
import { makeContext } from './context'
import { formatError } from './errors'
import { makeJit } from './jit'
import { schema } from './schema'

type Asked = { schema: GraphQLSchema; query: string; variables?: Record<string, unknown>; context: () => unknown }
type Told = { data?: unknown; errors?: readonly unknown[] | undefined }

const shown = ({ data, errors = [] }: Told) => ({
  data: JSON.stringify(data),
  // Which of several errors is found first is nobody's promise.
  errors: errors.map((error) => JSON.stringify(formatError(error))).sort(),
})

/** What graphql-js says and what the compiled query says, to the byte. */
async function both({ schema: of, query, variables = {}, context }: Asked) {
  const document = parse(query)
  expect(validate(of, document, specifiedRules)).toEqual([])
  const operation = getOperationAST(document)
  const run = operation ? makeJit(of)(document, operation) : undefined
  if (!run) throw new Error('It was not compiled.')
  const plain = await execute({ schema: of, document, variableValues: variables, contextValue: context() })
  const compiled = [await run(context(), variables), await run(context(), variables)]
  return { plain: shown(plain), compiled: compiled.map(shown) }
}

function principalOf(ctx: Context, grants: readonly Grant[]): Principal {
  return { kind: 'api_key', id: newId('apiKey'), name: 'test', tenantId: ctx.tenantId, grants, expiresAt: null }
}

const needs = (field: GraphQLField<unknown, unknown>) =>
  field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)

/** Everything below a type that can be asked for without arguments, so deep. */
function everythingIn(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return ''
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (needs(field)) return []
    const isObject = isObjectType(getNamedType(field.type))
    if (isObject && depth === 0) return []
    return [`${field.name} ${isObject ? everythingIn(field.type, depth - 1) : ''}`]
  })
  return `{ __typename ${parts.join(' ')} }`
}

const required: Record<string, string> = {
  integration: '(id: "one")',
  integrationGroups: '(by: STATE)',
  integrationType: '(id: "custom.http")',
  suggestIntegration: '(type: "custom.http")',
  invitationOffer: '(token: "none")',
  setupLinkWorks: '(token: "none")',
  egressGrants: '(tenant: "none")',
  lastUsedSettings: '(type: "custom.http")',
}
/** Some text, or nothing in particular, for each argument that has to be there, where nothing better is known. */
function argumentsOf({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter(isRequiredArgument)
    .map((arg) => `${arg.name}: ${isInputObjectType(getNamedType(arg.type)) ? '{}' : '"one"'}`)
  return required[name] ?? (given.length > 0 ? `(${given.join(', ')})` : '')
}
const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  // Tells of this very moment.
  ({ name }) => !['lastSequence', 'callMetrics'].includes(name),
)

async function aWorld(): Promise<Context> {
  const ctx = await aCaller()
  for (const name of ['one', 'two']) {
    const config = { baseUrl: `https://${name}.example` }
    const labels = [{ key: 'team', value: 'core' }]
    await connectIntegration(ctx, { type: 'custom.http', method: 'none', config, name, labels, skipTest: true })
  }
  const config = { baseUrl: 'https://one.example' }
  await createProfile(ctx, { name: 'one', type: 'custom.http', method: 'none', config })
  return ctx
}

describe('a compiled query of this schema', () => {
  it('answers every root as graphql-js does, whoever asks', { timeout: 60_000 }, async () => {
    const ctx = await aWorld()
    const principals = [principalOf(ctx, ctx.grants), principalOf(ctx, []), null]
    expect(roots.length).toBeGreaterThan(15)
    for (const field of roots) {
      const query = `{ it: ${field.name}${argumentsOf(field)} ${everythingIn(field.type, 4)} }`
      for (const principal of principals) {
        const requestId = newId('request')
        const context = () => makeContext({ requestId, principal, tenant: null })
        const { plain, compiled } = await both({ schema, query, context })
        expect([field.name, ...compiled]).toEqual([field.name, plain, plain])
      }
    }
  })

  it('takes variables, defaults, fragments and other names as graphql-js does', async () => {
    const ctx = await aWorld()
    const requestId = newId('request')
    const context = () => makeContext({ requestId, principal: principalOf(ctx, ctx.grants), tenant: null })
    const query = `query L($n: Int = 1, $o: IntegrationOrder, $d: SortDirection = DESC, $f: IntegrationFilter, $id: ID!) {
        integrations(first: $n, orderBy: $o, direction: $d, filter: $f) { edges { cursor node { ...F } } totalCount }
        again: integrations(orderBy: CREATED) { edges { node { ...F name ... on Integration { name stats(window: WEEK) { checks } } } } }
        integration(id: $id) { ...F }
      }
      fragment F on Integration { called: name createdAt config health ...G }
      fragment G on Integration { project { slug } labels { key value } history(last: 3) { at } }`
    const all: Record<string, unknown>[] = [
      { id: 'one' },
      { id: 'none', n: 2, o: 'SEVERITY', d: 'ASC' },
      { id: 'two', n: null, f: { states: ['UNKNOWN'], labels: [{ key: 'team', value: 'core' }] } },
      { id: 'two', n: 999 },
    ]
    for (const variables of all) {
      const { plain, compiled } = await both({ schema, query, variables, context })
      expect(compiled).toEqual([plain, plain])
    }
  })

  it('tells the schema itself as graphql-js does', async () => {
    const { plain, compiled } = await both({ schema, query: getIntrospectionQuery(), context: () => ({}) })
    expect(compiled).toEqual([plain, plain])
  })

  it('is not made of a document with conditions', () => {
    const document = parse('query ($x: Boolean!) { version @include(if: $x) }')
    const operation = getOperationAST(document)
    expect(operation && makeJit(schema)(document, operation)).toBeUndefined()
  })

  it('needs no type that is told apart while it runs, for there is none', () => {
    const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
    expect(abstract.map(({ name }) => name)).toEqual([])
  })
})

const fails = () => {
  throw new Error('A field failed.')
}
const failsLater = async () => fails()
const harsh = makeExecutableSchema({
  typeDefs: `
    enum Colour { RED GREEN }
    type Leaf { id: ID! sync: String later: String hard: String! harder: String! colour: Colour whole: Int list: [String!] deep: Leaf }
    type Query { leaf: Leaf hardLeaf: Leaf! leaves: [Leaf!]! holes: [Leaf!] mayMiss: [Leaf]! odd: Leaf waits: String }`,
  resolvers: {
    Colour: { RED: 'red', GREEN: 'green' },
    Leaf: { sync: fails, later: failsLater, harder: failsLater, deep: async () => ({ id: 2, colour: 'green' }) },
    Query: {
      leaf: () => ({ id: 1, hard: null, colour: 'red', whole: 3 }),
      hardLeaf: async () => ({ id: 1, hard: 'x' }),
      leaves: async () => [{ id: 1, hard: 'a' }, { id: 2 }, { id: 3, hard: 'c' }],
      holes: () => [{ id: 1 }, null],
      mayMiss: () => [{ id: 1 }, null, Promise.resolve({ id: 3 }), new Error('An item failed.')],
      waits: (_root, _args, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
        ),
      odd: () => ({ id: 1, colour: 'blue', whole: 1.5, list: ['a', null] }),
    },
  },
})

describe('a compiled query', () => {
  it.each([
    '{ leaf { id sync later colour whole deep { id colour later } } }',
    '{ leaf { id hard } }',
    '{ leaf { id harder } }',
    '{ hardLeaf { id harder } leaf { id } }',
    '{ leaves { id sync deep { colour } } }',
    '{ leaf { id } leaves { id hard } }',
    '{ holes { id } }',
    '{ mayMiss { id later deep { id hard } } }',
    '{ odd { id colour whole list } }',
  ])('tells data, nulls and failures with their places as graphql-js does: %s', async (query) => {
    const { plain, compiled } = await both({ schema: harsh, query, context: () => ({}) })
    expect(compiled).toEqual([plain, plain])
  })
  it('ends with its caller, as with graphql-js', async () => {
    const context = () => ({ signal: AbortSignal.timeout(20) })
    const { plain, compiled } = await both({ schema: harsh, query: '{ leaf { id } waits }', context })
    expect(plain.errors).toHaveLength(1)
    expect(compiled).toEqual([plain, plain])
  })
})
