import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { HubError } from '@/server/kernel/errors'
import { maxTokens, requireModest } from './limits'
import { problemsOfVariables, StorableTextRule } from './variables'

/**
 * The one gate for a document from outside, over HTTP and over sockets: parsed, measured, validated, its variables
 * coerced once for their complaints. A document that was seen before is neither parsed nor validated again.
 */
export type Admission = {
  query: string
  operationName?: string | null | undefined
  variables?: Readonly<Record<string, unknown>> | null | undefined
}

export type Admitted = {
  document: DocumentNode
  operation: OperationDefinitionNode
  /** How often this document has been let in, up to now. */
  seen: number
}
export type Refused = { errors: readonly (GraphQLError | HubError)[] }

type Known = { document: DocumentNode; seen: number; validation?: readonly GraphQLError[] }
const maxErrors = 10
const rules = [...specifiedRules, StorableTextRule]

function parseModest(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens })
  } catch (error) {
    if (error instanceof Error && error.message.includes('Parsing aborted')) {
      throw new HubError('graphql.too_complex', `The document has more than ${maxTokens} tokens.`)
    }
    throw withCode(error, 'GRAPHQL_PARSE_FAILED')
  }
}

function withCode(error: unknown, code: string): unknown {
  if (error instanceof Error && 'extensions' in error) Object.assign(error.extensions as object, { code })
  return error
}

function asErrors(error: unknown): Refused {
  return { errors: [error as GraphQLError | HubError] }
}

function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (operation) return operation
  throw new HubError(
    'request.invalid',
    'The document has no such operation; name one of its operations in operationName.',
  )
}

export function makeGate(schema: GraphQLSchema) {
  const known = new LRUCache<string, Known>({
    max: 1_000,
    maxSize: 20_000_000,
    sizeCalculation: (_, key) => key.length + 1,
  })

  const read = (query: string): Known => {
    const found = known.get(query)
    if (found) return found
    const fresh: Known = { document: parseModest(query), seen: 0 }
    known.set(query, fresh)
    return fresh
  }

  /** Says what may run, or why it may not. Never throws for what a caller can cause. */
  return function admit({ query, operationName, variables }: Admission): Admitted | Refused {
    try {
      const entry = read(query)
      const operation = operationOf(entry.document, operationName)
      requireModest(schema, entry.document, operation, variables ?? {})
      entry.validation ??= validate(schema, entry.document, rules, { maxErrors })
      if (entry.validation.length > 0) return { errors: entry.validation }
      const problems = problemsOfVariables(schema, operation, variables ?? {})
      if (problems.length > 0) return { errors: problems.slice(0, maxErrors) }
      entry.seen += 1
      return { document: entry.document, operation, seen: entry.seen }
    } catch (error) {
      return asErrors(error)
    }
  }
}
