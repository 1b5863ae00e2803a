import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'

/**
 * What a document may ask for, over HTTP and over sockets alike. It is measured before it is validated, in one pass
 * that visits every fragment once, so that a bomb costs us less than it cost to send.
 */
export const maxTokens = 4_000
const maxAliases = 60
const maxDirectives = 60
const maxFields = 800
const maxIntrospectionDepth = 20

type Measure = {
  depth: number
  introspectionDepth: number
  cost: number
  fields: number
  aliases: number
  directives: number
}
const nothing: Measure = { depth: 0, introspectionDepth: 0, cost: 0, fields: 0, aliases: 0, directives: 0 }

/** How many rows a list without pages is taken to have. */
const listLength = 10

/** What a field itself costs, where it is not 1: it calls the outside, or asks for more than a row. */
const weights: Record<string, number> = {
  'Query.healthSummary': 5,
  'Mutation.testIntegrationDraft': 20,
  'Mutation.connectIntegration': 20,
  'Mutation.updateIntegration': 20,
  'Mutation.testIntegration': 20,
  'Mutation.pingIntegration': 20,
  'Mutation.runDoctor': 20,
  'Query.dryRunAutomation': 20,
  'Mutation.executeCall': 20,
  'Mutation.executeBatch': 100,
  'Query.callMetrics': 20,
  'Query.discoverResources': 20,
  'Query.resolveTag': 20,
  'Query.manifest': 20,
  'Query.verifyDigest': 20,
  'WebhookDelivery.tries': 5,
  'WebhookDelivery.body': 5,
  'Subscription.doctor': 20,
  'Subscription.resources': 20,
  'Subscription.doctorDraft': 20,
  'Integration.stats': 2,
  'Integration.history': 2,
}
const freeFields = new Set(['edges', 'pageInfo'])

type Variables = Readonly<Record<string, unknown>>
type ReadVariable = (name: string) => unknown

function numberArgument(node: FieldNode, name: string, read: ReadVariable): number | undefined {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value
  if (value?.kind === Kind.INT) return Number(value.value)
  const given = value?.kind === Kind.VARIABLE ? read(value.name.value) : undefined
  return typeof given === 'number' ? given : undefined
}

/** A page's size, the length taken for other lists, 1 for everything else. Lists inside a page are its rows. */
function rowsOf(node: FieldNode, field: GraphQLField<unknown, unknown>, read: ReadVariable): number {
  if (field.args.some((argument) => argument.name === 'first')) {
    return Math.max(1, numberArgument(node, 'first', read) ?? 50)
  }
  const bare = isNonNullType(field.type) ? field.type.ofType : field.type
  const isRows = isListType(bare) && isCompositeType(getNamedType(bare)) && !freeFields.has(field.name)
  return isRows ? listLength : 1
}

/** A value of its row is free; a row, and whatever a root field has to be asked for, is not. */
function weightOf(field: GraphQLField<unknown, unknown>, parent: string): number {
  const isRoot = parent === 'Query' || parent === 'Mutation' || parent === 'Subscription'
  const isFree = freeFields.has(field.name) || (!isRoot && !isCompositeType(getNamedType(field.type)))
  return weights[`${parent}.${field.name}`] ?? (isFree ? 0 : 1)
}

class Meter {
  readonly #schema: GraphQLSchema
  readonly #read: ReadVariable
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  readonly #measured = new Map<string, Measure | 'under way'>()

  constructor(schema: GraphQLSchema, document: DocumentNode, read: ReadVariable) {
    this.#schema = schema
    this.#read = read
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node)
    }
  }

  operation(node: OperationDefinitionNode): Measure {
    const own = this.#selections(node.selectionSet, this.#schema.getRootType(node.operation) ?? undefined)
    return { ...own, directives: own.directives + (node.directives?.length ?? 0) }
  }

  #selections(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure {
    return set.selections.reduce((sum, node) => {
      const one = node.kind === Kind.FIELD ? this.#field(node, parent) : this.#spread(node, parent)
      return {
        depth: Math.max(sum.depth, one.depth),
        introspectionDepth: Math.max(sum.introspectionDepth, one.introspectionDepth),
        cost: sum.cost + one.cost,
        fields: sum.fields + one.fields,
        aliases: sum.aliases + one.aliases,
        directives: sum.directives + one.directives + (node.directives?.length ?? 0),
      }
    }, nothing)
  }

  #spread(node: Exclude<SelectionSetNode['selections'][number], FieldNode>, parent: GraphQLNamedType | undefined) {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(node.name.value)
    const on = node.typeCondition && this.#schema.getType(node.typeCondition.name.value)
    return this.#selections(node.selectionSet, on ?? parent)
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name)
    if (known === 'under way') throw new HubError('graphql.too_complex', 'A fragment contains itself.')
    if (known) return known
    const fragment = this.#fragments.get(name)
    if (!fragment) return nothing
    this.#measured.set(name, 'under way')
    const own = this.#selections(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value))
    const measure = { ...own, directives: own.directives + (fragment.directives?.length ?? 0) }
    this.#measured.set(name, measure)
    return measure
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    const inner = node.selectionSet ? this.#selections(node.selectionSet, field && getNamedType(field.type)) : nothing
    const counted = {
      fields: inner.fields + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives,
    }
    // Introspection nests deeper than any honest document, and graphql-js limits it by a rule of its own.
    if (!field || node.name.value.startsWith('__')) {
      const introspectionDepth = Math.max(inner.depth, inner.introspectionDepth) + 1
      // Clients with a cache ask every object for its type's name, which costs nothing to answer.
      const cost = node.name.value === '__typename' ? 0 : inner.cost + 1
      return { ...counted, depth: 1, introspectionDepth, cost }
    }
    const cost = weightOf(field, parent?.name ?? '') + rowsOf(node, field, this.#read) * inner.cost
    return { ...counted, depth: inner.depth + 1, introspectionDepth: inner.introspectionDepth, cost }
  }
}

function refuse(what: string, found: number, allowed: number): void {
  if (found <= allowed) return
  throw new HubError(
    'graphql.too_complex',
    `The document has ${what} ${Math.round(found)}; at most ${allowed} is allowed.`,
  )
}

/** Operations that passed once and whose cost no variable decides: measured again, they would be found the same. */
const modest = new WeakSet<OperationDefinitionNode>()

/** @throws {HubError} graphql.too_complex */
export function requireModest(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): void {
  if (modest.has(operation)) return
  const { GRAPHQL_MAX_COST, GRAPHQL_MAX_DEPTH } = env()
  let hasRead = false
  const read = (name: string) => {
    hasRead = true
    return variables[name]
  }
  const measure = new Meter(schema, document, read).operation(operation)
  refuse('a number of aliases of', measure.aliases, maxAliases)
  refuse('a number of directives of', measure.directives, maxDirectives)
  refuse('a number of fields of', measure.fields, maxFields)
  refuse('a depth of', measure.depth, GRAPHQL_MAX_DEPTH)
  refuse('an introspection depth of', measure.introspectionDepth, maxIntrospectionDepth)
  refuse('a cost of', measure.cost, GRAPHQL_MAX_COST)
  if (!hasRead) modest.add(operation)
}
