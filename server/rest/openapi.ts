import { OpenAPIHono, z } from '@hono/zod-openapi'
import { type ErrorCode, errorCatalog, HubError } from '@/server/kernel/errors'
import { version } from '@/server/platform/version'
import { problemType, statusOf } from './problem'
import type { Route } from './route'

/** The OpenAPI document, made from the very routes that answer. */
const ProblemShape = z
  .object({
    type: z.string().openapi({ format: 'uri', description: 'The page of the error.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().openapi({ description: 'What happened; there is a page for each under /docs/errors.' }),
    remedy: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
    retryAfterMs: z.number().optional(),
  })
  .openapi('Problem')

const always: readonly ErrorCode[] = ['request.invalid', 'request.rate_limited', 'hub.internal', 'hub.unavailable']
const forCallers: readonly ErrorCode[] = [
  'auth.required',
  'auth.key_invalid',
  'auth.key_expired',
  'permission.denied',
  'tenant.required',
  'tenant.not_found',
]
const forChanges: readonly ErrorCode[] = ['request.cross_site', 'request.too_large', 'request.wrong_media_type']

export const openApiPath = '/api/v1/openapi.json'

type Facts = Route['facts']

function codesOf(facts: Facts): ErrorCode[] {
  return [
    ...always,
    ...forCallers,
    ...(facts.method === 'get' ? [] : forChanges),
    ...(facts.isVersioned === true ? (['request.version_required'] as const) : []),
    ...(facts.errors ?? []),
  ]
}

function problemsOf(facts: Facts) {
  const byStatus = new Map<number, Set<ErrorCode>>()
  for (const code of codesOf(facts)) {
    const status = statusOf(new HubError(code))
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  const responses = [...byStatus].sort(([a], [b]) => a - b)
  return Object.fromEntries(
    responses.map(([status, codes]) => [
      status,
      {
        description: [...codes].map((code) => `${errorCatalog[code].title} (\`${code}\`).`).join(' '),
        content: { [problemType]: { schema: ProblemShape } },
      },
    ]),
  )
}

const header = (description: string) => ({ schema: { type: 'string' as const }, description })

function headersOf({ isOne, isPaged, method, status }: Facts) {
  return {
    'RateLimit-Policy': header('How much may be asked: of this key or session, and of the tenant.'),
    RateLimit: header('How much is left of it, and for how long.'),
    ...(isOne && { ETag: header('Begins with the version, where there is one.') }),
    ...(isPaged && { Link: header('The address of the next page, as rel="next".') }),
    ...(method === 'post' && status === 201 && { Location: header('Where it can be read, if it can.') }),
  }
}

const IfMatch = z.string().openapi({ description: 'The ETag of what you read, or "*" for whatever it is now.' })

function requestHeadersOf({ isVersioned, isKeyed, isOne, method }: Facts) {
  const shapes = {
    ...(isVersioned && { 'if-match': isVersioned === true ? IfMatch : IfMatch.optional() }),
    ...(isKeyed && {
      'idempotency-key': z
        .string()
        .optional()
        .openapi({ description: 'A retry with the same key is answered with the first result; kept 24 hours.' }),
    }),
    ...(isOne && method === 'get' && { 'if-none-match': z.string().optional() }),
  }
  return Object.keys(shapes).length > 0 ? z.object(shapes) : undefined
}

function requestOf(facts: Facts) {
  const headers = requestHeadersOf(facts)
  return {
    ...(facts.params && { params: facts.params }),
    ...(facts.query && { query: facts.query }),
    ...(headers && { headers }),
    ...(facts.body && {
      body: { required: facts.needsBody !== false, content: { 'application/json': { schema: facts.body } } },
    }),
  }
}

function answersOf(facts: Facts) {
  const { answer, status = 200, isOne, method } = facts
  const said = answer
    ? {
        [status]: {
          description: facts.summary,
          headers: headersOf(facts),
          content: { 'application/json': { schema: answer } },
        },
      }
    : { 204: { description: 'Done.', headers: headersOf(facts) } }
  return {
    ...said,
    ...(isOne && method === 'get' && { 304: { description: 'What you have is still good.' } }),
    ...problemsOf(facts),
  }
}

const info = {
  title: 'Integration Hub',
  version,
  description:
    'Connect a service once, and use it from everywhere. Sign in with an API key: `Authorization: Bearer ihk_…`. Errors are problems as RFC 9457 has them; lists come in pages; changes say which version they are for.',
  license: { name: 'MIT', identifier: 'MIT' },
}

export function openApiDocument(routes: readonly Route[]) {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono()
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, ihk_….',
  })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'inthub.session',
    description:
      'A signed-in browser. Send x-inthub-tenant with it; on https the cookie is called __Host-inthub.session.',
  })
  registry.registerPath({
    ...{ method: 'get', path: openApiPath, operationId: 'getOpenApi', tags: ['Reference'], summary: 'This document' },
    security: [{}],
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
      },
    },
  })
  for (const { facts } of routes) {
    registry.registerPath({
      ...{ method: facts.method, path: facts.path, operationId: facts.id, tags: [facts.tag], summary: facts.summary },
      ...(facts.description && { description: facts.description }),
      security: [{ key: [] }, { session: [] }, ...(facts.isPublic ? [{}] : [])],
      request: requestOf(facts),
      responses: answersOf(facts),
    })
  }
  return getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: '/', description: 'This hub' }] })
}
