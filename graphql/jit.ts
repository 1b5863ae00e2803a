import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'

/**
 * Queries compiled to JavaScript, for those that come so often that it pays. A compiled query reads a field without a
 * resolver as a plain property, which graphql/complete.ts lets the compiler prove of ours. Documents with @skip or
 * @include are left to graphql-js: where one field is asked for under two conditions, the two do not agree.
 */
type Run = (
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>

const maxCompiled = 300
const conditions = new Set(['skip', 'include'])

function hasConditions(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Directive: ({ name }) => {
      found ||= conditions.has(name.value)
    },
  })
  return found
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): Run | undefined {
  if (hasConditions(document)) return undefined
  const compiled = compileQuery(schema, document, name)
  if (!isCompiledQuery(compiled)) return undefined
  return (context, variables) => compiled.query(undefined, context, { ...variables }) as ReturnType<Run>
}

export function makeJit(schema: GraphQLSchema) {
  const known = new LRUCache<OperationDefinitionNode, { run: Run | undefined }>({ max: maxCompiled })

  /** The compiled form of an operation; undefined when it is one for graphql-js. */
  return function compiledOf(document: DocumentNode, operation: OperationDefinitionNode): Run | undefined {
    const found = known.get(operation)
    if (found) return found.run
    const run = compile(schema, document, operation.name?.value)
    known.set(operation, { run })
    return run
  }
}
