import { type DocumentNode, execute, type GraphQLFormattedError } from 'graphql'
import type { CallerHeaders, GraphqlAnswer, GraphqlProblem, HubBridge } from '@/server/auth/bridge'
import { authenticate } from '@/server/auth/context'
import { newId } from '@/server/kernel/ids'
import { makeContext } from './context'
import { formatError, logIfOurs } from './errors'
import { schema } from './schema'
import { problemsOfVariables } from './variables'

/**
 * GraphQL without a network, for the screens that are rendered in this process. Their documents come from our own
 * code generation, checked against this schema, so they are not measured again; the rights are the caller's.
 */
type Ran = { data?: unknown; errors?: readonly GraphQLFormattedError[] }

async function run(document: DocumentNode, variables: Record<string, unknown>, headers: CallerHeaders): Promise<Ran> {
  const requestId = newId('request')
  try {
    const principal = await authenticate({ cookie: headers.cookie })
    const [operation] = document.definitions.flatMap((node) => (node.kind === 'OperationDefinition' ? [node] : []))
    const problems = operation ? problemsOfVariables(schema, operation, variables) : []
    if (problems.length > 0) return { errors: problems.map((problem) => formatError(problem, requestId)) }
    const contextValue = makeContext({ requestId, principal, tenant: headers['x-inthub-tenant'] ?? null })
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue })
    for (const error of errors ?? []) logIfOurs(error, requestId)
    return { data, ...(errors && { errors: errors.map((error) => formatError(error, requestId)) }) }
  } catch (error) {
    logIfOurs(error, requestId)
    return { errors: [formatError(error, requestId)] }
  }
}

/** Only plain objects may be handed from a server component to a browser's, and graphql-js makes others. */
function asPlain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value ?? null)) as T
}

export const executeGraphql: HubBridge['executeGraphql'] = async <TData, TVariables>(
  document: DocumentNode,
  variables: TVariables,
  headers: CallerHeaders,
): Promise<GraphqlAnswer<TData>> => {
  const { data, errors } = await run(document, { ...variables } as Record<string, unknown>, headers)
  return { data: asPlain<TData | null>(data), errors: asPlain<GraphqlProblem[]>(errors ?? []) }
}
