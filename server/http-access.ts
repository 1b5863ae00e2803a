import type { IncomingMessage, ServerResponse } from 'node:http'
import { findId, type Id, newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'

/** One line and one count per request. Queries are never logged: links and GraphQL documents stand in them. */
const quietRoutes = new Set(['/health', '/ready', '/_next'])
const ownRoutes = [
  '/graphql',
  '/graphiql',
  '/health',
  '/ready',
  '/version',
  '/api/auth',
  '/api/v1/proxy',
  '/api/v1',
  '/api/integration-hub',
  '/_next',
  '/hooks',
]

/** A label with few values: our own routes, and one for all pages. */
export function routeOf(path: string): string {
  return ownRoutes.find((route) => path === route || path.startsWith(`${route}/`)) ?? 'page'
}

/**
 * A path as it may be told: the token of a hook is all that has to be known to send there, and whoever put a key into a
 * path has to revoke it. Neither is found in a log.
 */
export const shownPath = (path: string): string => {
  if (path.startsWith('/hooks/')) return '/hooks/…'
  return path.includes('ihk_') ? path.replace(/ihk_[0-9A-Za-z]+/g, 'ihk_…') : path
}

/** The caller's request id when it is one of our form, else a new one; it goes back in x-request-id. */
export function requestIdOf({ headers }: IncomingMessage): Id<'request'> {
  const given = headers['x-request-id']
  return (typeof given === 'string' && findId('request', given)) || newId('request')
}

export function noteRequest(request: IncomingMessage, response: ServerResponse, path: string, requestId: string): void {
  const startedAt = performance.now()
  const route = routeOf(path)
  const method = request.method ?? 'GET'
  response.once('close', () => {
    const ms = performance.now() - startedAt
    const status = response.writableFinished ? response.statusCode : 499
    metrics.httpRequests.inc({ method, route, status: String(status) })
    metrics.httpDuration.observe({ method, route }, ms / 1000)
    const line = { requestId, method, path: shownPath(path).slice(0, 500), status, ms: Math.round(ms) }
    if (quietRoutes.has(route)) logger.debug(line, 'request')
    else logger.info(line, 'request')
  })
}
