import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Streamed } from '@/server/domain/calls/service'
import { type CallFailure, type CallReason, callMethods } from '@/server/kernel/calls'
import { type ErrorCode, HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { logIfOurs, problemType, toProblem } from '@/server/rest/problem'
import { callHeaders, letFinish } from './relay'

/** What the hub itself answers instead of the service: a problem, and never a word of the service's. */
type Refused = { request: IncomingMessage; response: ServerResponse; requestId: Id<'request'>; path: string }

const codes: Partial<Record<CallReason, ErrorCode>> = {
  bad_request: 'request.invalid',
  connect_timeout: 'call.timed_out',
  total_timeout: 'call.timed_out',
  deadline: 'call.timed_out',
  circuit_open: 'call.paused',
  bulkhead_full: 'call.crowded_out',
  quota_exhausted: 'call.quota_exhausted',
}

/** git asks without a key first and brings it when it is told how; browsers would put a window on the screen for that. */
function challenge({ headers }: IncomingMessage): string[] {
  const isBrowser = headers['sec-fetch-site'] !== undefined
  return ['www-authenticate', isBrowser ? 'Bearer realm="inthub"' : 'Bearer realm="inthub", Basic realm="inthub"']
}

export function refuse(refused: Refused, error: unknown, told?: Streamed): void {
  const { request, response, requestId, path } = refused
  logIfOurs(error, requestId)
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const problem = toProblem(error, { path, requestId })
  const body = Buffer.from(JSON.stringify(problem))
  const headers = [
    ...['content-type', problemType, 'content-length', String(body.length), 'cache-control', 'no-store'],
    ...['x-content-type-options', 'nosniff', 'content-security-policy', "sandbox; default-src 'none'"],
    ...['x-request-id', requestId, 'x-inthub-error', problem.code],
    ...(told ? [...callHeaders(told), 'x-inthub-integration', told.integration] : []),
    ...(problem.status === 401 ? challenge(request) : []),
    ...(problem.status === 405 ? ['allow', callMethods.join(', ')] : []),
    ...(problem.retryAfterMs === undefined ? [] : ['retry-after', String(Math.ceil(problem.retryAfterMs / 1000))]),
  ]
  response.writeHead(problem.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const stalled = () => new HubError('request.invalid', 'The body of the request stopped coming.')

export function refuseCall(
  refused: Refused,
  failure: CallFailure,
  { told, isStarving }: { told: Streamed; isStarving: boolean },
): void {
  const { message, remedy, retryAfterMs, reason } = failure
  const isTheCallers = isStarving && reason === 'total_timeout'
  const error = new HubError(codes[reason] ?? 'call.unreachable', message, {
    ...(remedy !== null && { remedy }),
    ...(retryAfterMs !== null && { retryAfterMs }),
  })
  refuse(refused, isTheCallers ? stalled() : error, told)
  letFinish(refused.request)
}
