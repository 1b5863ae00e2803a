import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { OpenAPIHono } from '@hono/zod-openapi'
import { authenticate, contextFor, type Principal } from '@/server/auth/context'
import { type Rate, readRate } from '@/server/auth/rate'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { sendAnswer } from './answer'
import { openApiPath } from './openapi'
import { sendProblem } from './problem'
import { openApiText } from './reference'
import {
  credentialsOf,
  fitting,
  idempotencyKeyOf,
  queryOf,
  readBody,
  requireStorablePath,
  tenantOf,
  versionOf,
} from './request'
import type { Readiness, Route } from './route'
import { allRoutes } from './routes'

/**
 * The REST API: hono finds the route, and everything that is the same for all of them happens here, in this order: who
 * asks (401), how often (429), what was sent (413, 415, 400), for which version (428); then the route's one domain call.
 * Answers go straight to Node's response, so that none is copied into a web stream and out of it again.
 */
export type RestCall = {
  request: IncomingMessage
  response: ServerResponse
  path: string
  requestId: Id<'request'>
  readiness: () => Promise<Readiness>
}

const calls = new WeakMap<IncomingMessage, RestCall>()

/** Aborts when the caller has gone before the answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}

/** Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
function tellRate(response: ServerResponse, { policies }: Rate): void {
  if (policies.length === 0) return
  response.setHeader(
    'ratelimit-policy',
    policies.map(({ name, limit, windowSeconds }) => `"${name}";q=${limit};w=${windowSeconds}`).join(', '),
  )
  response.setHeader(
    'ratelimit',
    policies.map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`).join(', '),
  )
}

async function admit({ request, response }: RestCall): Promise<Principal | null> {
  const principal = await authenticate(credentialsOf(request))
  const rate = await readRate(principal, tenantOf(request))
  tellRate(response, rate)
  if (rate.refusal) throw rate.refusal
  return principal
}

function enter(call: RestCall, principal: Principal): Promise<Context> {
  const { request, response, requestId } = call
  return contextFor(principal, tenantOf(request), { requestId, signal: goneSignal(response) })
}

const isVersioned = (facts: Route['facts'], request: IncomingMessage): boolean =>
  facts.isVersioned === 'if said' ? request.headers['if-match'] !== undefined : facts.isVersioned === true

async function readInput({ facts }: Route, { request }: RestCall, params: Record<string, string>) {
  requireStorablePath(params)
  const sent = facts.body || request.method !== 'GET' ? await readBody(request) : undefined
  if (facts.body && sent === undefined && facts.needsBody !== false) {
    throw new HubError('request.invalid', 'The request needs a body.', {
      fields: [{ path: 'body', message: 'is missing' }],
    })
  }
  return {
    params: facts.params ? fitting(facts.params, params, 'path') : undefined,
    query: facts.query ? fitting(facts.query, queryOf(request, facts.query), 'query') : undefined,
    body: facts.body ? fitting(facts.body, sent ?? {}, 'body') : undefined,
    ifMatch: isVersioned(facts, request) ? versionOf(request) : null,
    idempotencyKey: facts.isKeyed ? idempotencyKeyOf(request) : null,
  }
}

async function answer(route: Route, call: RestCall, params: Record<string, string>) {
  const { request, readiness } = call
  const principal = await admit(call)
  if (route.runForAnyone) {
    const ctx = principal && (await enter(call, principal))
    return route.runForAnyone({ ctx, readiness })
  }
  if (!principal) throw new HubError('auth.required')
  const ctx = await enter(call, principal)
  const input = await readInput(route, call, params)
  return route.run({ ctx, ...input, request, readiness })
}

async function serve(route: Route, call: RestCall, params: Record<string, string>): Promise<void> {
  const { status = 200, isOne = false } = route.facts
  sendAnswer(call.request, call.response, await answer(route, call, params), { status, isOne })
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

function makeApp() {
  const app = new OpenAPIHono<{ Bindings: HttpBindings }>()
  for (const route of allRoutes) {
    const path = route.facts.path.replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(route.facts.method.toUpperCase(), path, async ({ env, req }) => {
      const call = calls.get(env.incoming)
      if (!call) throw new HubError('hub.internal')
      await serve(route, call, req.param())
      return RESPONSE_ALREADY_SENT
    })
  }

  app.get(openApiPath, ({ env }) => {
    const call = calls.get(env.incoming)
    if (call) sendAnswer(call.request, call.response, { text: openApiText() }, { status: 200, isOne: true })
    return RESPONSE_ALREADY_SENT
  })

  const methodsAt = (path: string): string[] => {
    const taken = methods.filter((method) => app.router.match(method, path)[0].length > 0)
    return taken.length === 0 ? [] : [...(taken.includes('GET') ? ['HEAD'] : []), ...taken, 'OPTIONS']
  }

  app.notFound(({ env, req }) => {
    const call = calls.get(env.incoming)
    if (!call) throw new HubError('hub.internal')
    const allowed = methodsAt(req.path)
    if (allowed.length === 0) throw new HubError('request.unknown_path')
    call.response.setHeader('allow', allowed.join(', '))
    if (req.method !== 'OPTIONS') {
      throw new HubError('request.wrong_method', `This address takes ${allowed.join(', ')}.`)
    }
    call.response.writeHead(204, { 'cache-control': 'no-store' }).end()
    return RESPONSE_ALREADY_SENT
  })

  app.onError((error, { env }) => {
    const call = calls.get(env.incoming)
    if (call) sendProblem(call.request, call.response, error, call)
    return RESPONSE_ALREADY_SENT
  })
  return app
}

let listener: ReturnType<typeof getRequestListener> | undefined

function listen(): ReturnType<typeof getRequestListener> {
  const app = makeApp()
  // The objects of this process stay Node's own: Next and the connectors' clients live in it too.
  return getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false })
}

const places = ['/api/v1', '/api/integration-hub', '/logs/query']

/** What is answered here. Of the rest of /api, sign-in is Next's and the streaming proxy answers for itself. */
export const isRestPath = (path: string): boolean =>
  !path.startsWith('/api/v1/proxy/') && places.some((place) => path === place || path.startsWith(`${place}/`))

const isReadable = ({ headers, url = '/' }: IncomingMessage): boolean =>
  URL.canParse(`http://${headers.host ?? 'localhost'}/`) && !(url.split('?', 1)[0] ?? '').includes('\\')

export async function handleRest(call: RestCall): Promise<void> {
  const { request, response } = call
  if (!isReadable(request)) return sendProblem(request, response, new HubError('request.invalid'), call)
  calls.set(request, call)
  listener ??= listen()
  await listener(request, response)
}
