import { type ExecutionResult, execute, OperationTypeNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Id } from '@/server/kernel/ids'
import type { Admitted } from './admit'
import type { GraphQLContext } from './context'
import { formatError, logIfOurs } from './errors'
import { makeJit } from './jit'
import { schema } from './schema'

/**
 * The short way for a document that comes again: the gate has parsed, measured and validated it, so what Apollo's
 * pipeline would still do is done here. Whatever is not known to be answered alike goes through Apollo.
 */
const fewTimes = 3
/** Compiling costs as much as some tens of runs. */
export const oftenTimes = 30
const compiledOf = makeJit(schema)
/** Which content type Apollo chose for which Accept header. */
const contentTypes = new LRUCache<string, string>({ max: 100 })

export function learnContentType(accept: string, contentType: string): void {
  if (accept.length <= 200) contentTypes.set(accept, contentType)
}

/** The content type of an answer by the short way; undefined when it is not to be taken. */
export function shortWay({ operation, seen }: Admitted, accept: string): string | undefined {
  if (seen < fewTimes || operation.operation !== OperationTypeNode.QUERY) return undefined
  return contentTypes.get(accept)
}

type Run = { admitted: Admitted; variables: Readonly<Record<string, unknown>>; context: GraphQLContext }

async function executeHot({ admitted, variables, context }: Run): Promise<ExecutionResult> {
  const { document, operation, seen } = admitted
  const compiled = seen >= oftenTimes ? compiledOf(document, operation) : undefined
  if (compiled) return compiled(context, variables)
  return execute({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    contextValue: context,
  })
}

export type HotAnswer = { status: number; body: string }

function toAnswer({ errors, data }: ExecutionResult, requestId: Id<'request'>): HotAnswer {
  if (!errors) return { status: 200, body: `${JSON.stringify({ data })}\n` }
  for (const error of errors) logIfOurs(error, requestId)
  const body = `${JSON.stringify({ errors: errors.map((error) => formatError(error, requestId)), data })}\n`
  return { status: data === undefined ? 400 : 200, body }
}

/** Runs it and says what Apollo would have said. */
export async function runHot(run: Run): Promise<HotAnswer> {
  return toAnswer(await executeHot(run), run.context.requestId)
}
