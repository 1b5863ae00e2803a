import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { authenticate, type Principal } from '@/server/auth/context'
import { takeOne } from '@/server/auth/rate'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'
import { traced } from '@/server/platform/tracing'
import { type Admission, type Admitted, makeGate } from './admit'
import { type GraphQLContext, makeContext } from './context'
import { formatError, httpStatuses, hubErrorIn, logIfOurs } from './errors'
import { type GraphqlRequest, mediaTypeFor, readRequest } from './http-request'
import { learnContentType, runHot, shortWay } from './run-hot'
import { schema } from './schema'

/**
 * GraphQL over HTTP: Apollo Server on node:http, behind our own gate. Order of refusal: what is no request (400, 413,
 * 415), who may not ask (401), what is too much or not valid, and only then is anything run.
 * Source: https://graphql.github.io/graphql-over-http/draft/
 */
export type GraphqlHandler = {
  handle(request: IncomingMessage, response: ServerResponse, requestId: Id<'request'>): Promise<void>
  stop(): Promise<void>
}

const errorsWithId: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) logIfOurs(error, contextValue.requestId)
    },
    willSendResponse: async ({ response, contextValue }) => {
      const { body } = response
      if (body.kind !== 'single') return
      for (const error of body.singleResult.errors ?? []) {
        Object.assign(error.extensions ?? {}, { requestId: contextValue.requestId })
      }
    },
  }),
}

function makeApollo(): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    introspection: true,
    // The gate has validated; Apollo keeps the parsed document.
    dangerouslyDisableValidation: true,
    // Told apart by http-request.ts, which knows which requests carry a person's cookie.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => ({ ...formatError(error), ...(formatted.path && { path: formatted.path }) }),
    plugins: [ApolloServerPluginCacheControlDisabled(), errorsWithId],
  })
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** One request on its way through: who is answered, in which form, and what it turned out to be. */
type Call = {
  request: IncomingMessage
  response: ServerResponse
  requestId: Id<'request'>
  mediaType: string
  startedAt: number
  type: OperationTypeNode | 'unknown'
}
type Refusal = { errors: readonly unknown[]; status?: number | undefined }
type Cleared = { asked: GraphqlRequest; principal: Principal | null; admitted: Admitted }

/**
 * A well-formed request whose document or variables do not fit is 400 in the new media type; in the old one, where a
 * status may have come from anything on the way, it is 200. Ours to refuse as too complex it is 400 in both.
 */
function statusOf(error: unknown, mediaType: string): number {
  const known = hubErrorIn(error)
  if (known) return known.code === 'request.too_large' ? 413 : httpStatuses[known.kind]
  if (!(error instanceof GraphQLError)) return 500
  return mediaType === 'application/json' ? 200 : 400
}

function count({ type, startedAt }: Call, outcome: 'answered' | 'failed' | 'refused'): void {
  metrics.graphqlOperations.inc({ type, outcome })
  metrics.graphqlDuration.observe({ type }, (performance.now() - startedAt) / 1000)
}

function refuse(call: Call, { errors, status }: Refusal): void {
  const { response, requestId, mediaType } = call
  const [first] = errors
  const code = status ?? statusOf(first, mediaType)
  for (const error of errors) logIfOurs(error, requestId)
  const wait = hubErrorIn(first)?.retryAfterMs
  if (wait !== undefined) response.setHeader('retry-after', Math.ceil(wait / 1000))
  if (code === 405) response.setHeader('allow', 'GET, POST')
  send(
    response,
    code,
    `${mediaType}; charset=utf-8`,
    JSON.stringify({ errors: errors.map((error) => formatError(error, requestId)) }),
  )
  count(call, 'refused')
}

function answer(response: ServerResponse, graphql: HTTPGraphQLResponse): void {
  const { status = 200, headers, body } = graphql
  for (const [name, value] of headers) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
  response.statusCode = status
  if (body.kind === 'complete') response.setHeader('content-length', Buffer.byteLength(body.string))
  response.end(body.kind === 'complete' ? body.string : undefined)
}

export async function makeGraphqlHandler(): Promise<GraphqlHandler> {
  const apollo = makeApollo()
  await apollo.start()
  const admit = makeGate(schema)

  async function runByApollo(asked: GraphqlRequest, response: ServerResponse, context: GraphQLContext) {
    const body: Record<string, unknown> = { ...asked.admission }
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['accept', asked.accept],
    ])
    const ran = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => context,
    })
    const contentType = ran.headers.get('content-type')
    if (ran.status === undefined && contentType) learnContentType(asked.accept, contentType)
    answer(response, ran)
    return ran.status ?? 200
  }

  async function run({ asked, principal, admitted }: Cleared, { response, requestId }: Call, signal: AbortSignal) {
    const context = makeContext({ requestId, principal, tenant: asked.tenant, signal })
    const contentType = shortWay(admitted, asked.accept)
    if (!contentType) return runByApollo(asked, response, context)
    const { status, body } = await runHot({ admitted, variables: asked.admission.variables ?? {}, context })
    send(response, status, contentType, body)
    return status
  }

  function gate(admission: Admission, method: string | undefined): Admitted | Refusal {
    const admitted = admit(admission)
    if ('errors' in admitted) return admitted
    const { operation } = admitted.operation
    if (operation === OperationTypeNode.SUBSCRIPTION) {
      return { errors: [new HubError('request.invalid', 'Subscriptions run over a WebSocket at this address.')] }
    }
    if (method === 'GET' && operation === OperationTypeNode.MUTATION) {
      return { errors: [new HubError('request.invalid', 'A mutation has to be sent with POST.')], status: 405 }
    }
    return admitted
  }

  async function clear(request: IncomingMessage): Promise<Cleared | Refusal> {
    const asked = await readRequest(request)
    if ('status' in asked) return { errors: [asked.error], status: asked.status }
    const principal = await authenticate(asked.credentials)
    await takeOne(principal, asked.tenant)
    const admitted = gate(asked.admission, request.method)
    return 'errors' in admitted ? admitted : { asked, principal, admitted }
  }

  async function handle(request: IncomingMessage, response: ServerResponse, requestId: Id<'request'>): Promise<void> {
    const mediaType = mediaTypeFor(request.headers.accept)
    const call: Call = { request, response, requestId, mediaType, startedAt: performance.now(), type: 'unknown' }
    const gone = new AbortController()
    // An abort makes an error with a stack, which an answer that was sent in full need not cost.
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    try {
      const cleared = await clear(request)
      if ('errors' in cleared) return refuse(call, cleared)
      call.type = cleared.admitted.operation.operation
      const { operation } = cleared.admitted
      const attributes = {
        'graphql.operation.type': operation.operation,
        'graphql.operation.name': operation.name?.value.slice(0, 80) ?? '',
      }
      const status = await traced(`graphql ${operation.operation}`, { attributes }, () =>
        run(cleared, call, gone.signal),
      )
      count(call, status < 400 ? 'answered' : 'failed')
    } catch (error) {
      refuse(call, { errors: [error] })
    }
  }

  return { handle, stop: () => apollo.stop() }
}
