import { type Answer, send } from '../client'
import { fromHub, type GraphqlFailure, usageError } from '../errors'
import type { Io } from '../io'
import type { Session } from '../session'
import { type Document, readDocument } from './api-document'
import { type ApiOptions, makeStdin, readFields, readText } from './api-fields'
import { isRecord, pickedFields, printValue } from './api-print'
import { type Run, requireArgument } from './command'

/** `inthub api`: a path of REST, or GraphQL. An answer is printed as the hub gave it; its first error decides the exit code. */
export type Call = { document: Document; variables: Record<string, unknown> }

/** What a document has no use for. */
function refuseRestFlags({ method, headers, include }: ApiOptions): void {
  if (method === undefined && headers === undefined && !include) return
  throw usageError('--method, --header and --include are for paths of the REST API, not for graphql.')
}

/** A JSON body of the form { query, variables }, or the document itself. */
function fromInput(text: string): { query: string; variables: Record<string, unknown> } {
  try {
    const body: unknown = JSON.parse(text)
    if (isRecord(body) && typeof body.query === 'string')
      return { query: body.query, variables: isRecord(body.variables) ? body.variables : {} }
  } catch {
    // A document of GraphQL, then.
  }
  return { query: text, variables: {} }
}

async function readCall(options: ApiOptions): Promise<Call> {
  const stdin = makeStdin()
  const { rawField = [], field = [], inputFile: input } = options
  const text = input === undefined ? undefined : await (input === '-' ? stdin() : readText(input))
  const given = text === undefined ? { query: undefined, variables: {} } : fromInput(text)
  const { query: written, ...fields } = await readFields(rawField, field, { stdin })
  if (written !== undefined && given.query !== undefined)
    throw usageError('The document came twice.', 'Give it with -f query=… or with --input, not with both.')
  const query = written ?? given.query
  if (typeof query !== 'string' || query.trim() === '')
    throw usageError('What to ask is missing.', 'Give a document with -f query=… or with --input file.graphql.')
  return { document: await readDocument(query, options.operation), variables: { ...given.variables, ...fields } }
}

async function printAnswer(io: Io, answer: Answer): Promise<void> {
  if (!isRecord(answer.data)) return printValue(io, answer)
  const data = pickedFields(io, answer.data)
  if (data) await printValue(io, { ...answer, data })
}

const foreign: Record<string, string> = {
  GRAPHQL_VALIDATION_FAILED: 'The schema is in docs/schema.graphql and at /graphiql in a browser.',
  GRAPHQL_PARSE_FAILED: 'Check the document: braces, names, and quotes of the shell.',
}

/** The remedies of our own documents do not fit a document of somebody else. */
export function failureOf(failure: GraphqlFailure, requestId?: string) {
  const error = fromHub(failure, requestId)
  const remedy = foreign[String(failure.extensions?.code)]
  if (remedy) error.options.remedy = remedy
  return error
}

async function ask(session: Session, { document, variables }: Call): Promise<Answer> {
  const { io } = session
  const { answer, requestId } = await send(session, {
    query: document.text,
    variables,
    operationName: document.operationName,
    mayRepeat: document.kind === 'query',
  })
  if (isRecord(answer.data)) await printAnswer(io, answer)
  const [failure] = answer.errors ?? []
  if (failure) throw failureOf(failure, requestId)
  return answer
}

type PageInfo = { hasNextPage: boolean; endCursor: string | null }

/** The page of the first connection, looked for in the order of the answer, the outer before the inner. */
function findPageInfo(value: unknown): PageInfo | undefined {
  if (!isRecord(value)) return undefined
  const { pageInfo } = value
  if (isRecord(pageInfo) && typeof pageInfo.hasNextPage === 'boolean')
    return {
      hasNextPage: pageInfo.hasNextPage,
      endCursor: typeof pageInfo.endCursor === 'string' ? pageInfo.endCursor : null,
    }
  for (const inner of Object.values(value)) {
    const found = findPageInfo(inner)
    if (found) return found
  }
  return undefined
}

async function askEveryPage(session: Session, { document, variables }: Call): Promise<void> {
  const { cursorVariable } = document
  if (document.kind !== 'query' || !cursorVariable)
    throw usageError(
      '--paginate needs a query that takes its cursor as a variable.',
      'Such as: query ($endCursor: String) { integrations(after: $endCursor) { pageInfo { hasNextPage endCursor } edges { node { slug } } } }',
    )
  let after = variables[cursorVariable] ?? null
  for (;;) {
    const { data } = await ask(session, { document, variables: { ...variables, [cursorVariable]: after } })
    const page = findPageInfo(data)
    if (!page)
      throw usageError('--paginate finds no page in the answer.', 'Ask for pageInfo { hasNextPage endCursor }.')
    if (!page.hasNextPage || page.endCursor === null || page.endCursor === after) return
    after = page.endCursor
  }
}

export async function api({ session, args, options }: Run<ApiOptions>): Promise<void> {
  const path = requireArgument(args, 0, 'path')
  if (path !== 'graphql') return (await import('./api-rest')).restCall(session, path, options)
  refuseRestFlags(options)
  const call = await readCall(options)
  if (call.document.kind === 'subscription') {
    if (options.paginate) throw usageError('--paginate is for queries: a subscription has no pages.')
    return (await import('./api-stream')).listenTo(session, call, options.timeout)
  }
  if (options.paginate) return askEveryPage(session, call)
  await ask(session, call)
}
