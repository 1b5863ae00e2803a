import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLResponse, HeaderMap } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { OperationTypeNode } from 'graphql'
import { authenticate, type Principal } from '@/server/auth/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'
import { type Admission, makeGate } from './admit'
import { type GraphQLContext, makeContext } from './context'
import { formatError, hubErrorIn, httpStatuses, logIfOurs } from './errors'
import { type GraphqlRequest, mediaTypeFor, readRequest } from './http-request'
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
    'content-type': `${contentType}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}

type Refusal = { errors: readonly unknown[]; status: number; mediaType: string; requestId: string }

function refuse(response: ServerResponse, { errors, status, mediaType, requestId }: Refusal): void {
  for (const error of errors) logIfOurs(error, requestId)
  const [first] = errors
  const wait = hubErrorIn(first)?.retryAfterMs
  if (wait !== undefined) response.setHeader('retry-after', Math.ceil(wait / 1000))
  send(response, status, mediaType, JSON.stringify({ errors: errors.map((error) => formatError(error, requestId)) }))
}

/**
 * A well-formed request whose document or variables do not fit is 400 in the new media type; in the old one, where a
 * status may have come from anything on the way, it is 200. Ours to refuse as too complex it is 400 in both.
 */
function statusOf(errors: readonly unknown[], mediaType: string): number {
  const [first] = errors
  const known = hubErrorIn(first)
  if (known) return known.code === 'request.too_large' ? 413 : httpStatuses[known.kind]
  return mediaType === 'application/json' ? 200 : 400
}

function countOperation(type: OperationTypeNode | 'unknown', outcome: string, startedAt: number): void {
  metrics.graphqlOperations.inc({ type, outcome })
  metrics.graphqlDuration.observe({ type }, (performance.now() - startedAt) / 1000)
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

  async function run(asked: GraphqlRequest, principal: Principal | null, requestId: Id<'request'>, signal: AbortSignal) {
    const body: Record<string, unknown> = { ...asked.admission }
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['accept', asked.accept],
    ])
    return apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => makeContext({ requestId, principal, tenant: asked.tenant, signal }),
    })
  }

  function gate(admission: Admission, method: string) {
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

  async function handle(request: IncomingMessage, response: ServerResponse, requestId: Id<'request'>): Promise<void> {
    const startedAt = performance.now()
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const mediaType = mediaTypeFor(request.headers.accept)
    let type: OperationTypeNode | 'unknown' = 'unknown'
    const refuseWith = (errors: readonly unknown[], status = statusOf(errors, mediaType)) => {
      if (status === 405) response.setHeader('allow', 'GET, POST')
      refuse(response, { errors, status, mediaType, requestId })
      countOperation(type, 'refused', startedAt)
    }
    try {
      const asked = await readRequest(request)
      if ('status' in asked) return refuseWith([asked.error], asked.status)
      const principal = await authenticate(asked.credentials)
      const admitted = gate(asked.admission, request.method ?? '')
      if ('errors' in admitted) return refuseWith(admitted.errors, 'status' in admitted ? admitted.status : undefined)
      type = admitted.operation.operation
      const ran = await run(asked, principal, requestId, gone.signal)
      answer(response, ran)
      countOperation(type, (ran.status ?? 200) < 400 ? 'answered' : 'failed', startedAt)
    } catch (error) {
      refuseWith([error], hubErrorIn(error) ? statusOf([error], mediaType) : 500)
    }
  }

  return { handle, stop: () => apollo.stop() }
}
