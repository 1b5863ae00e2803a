import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ErrorCode, type ErrorKind, type FieldProblem, HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'

/**
 * How an error looks over REST and through the proxy: a problem as RFC 9457 has it, whose type is the page that explains
 * the code. A HubError keeps its words; anything else is a bug, logged with the request's id and shown as internal.
 * Source: https://www.rfc-editor.org/rfc/rfc9457
 */
export const problemType = 'application/problem+json'

export type Problem = {
  /** The page of the error. */
  type: string
  title: string
  status: number
  detail: string
  /** The path that was asked for; never its query, where somebody may have put a secret. */
  instance: string
  code: ErrorCode
  remedy: string
  fields: FieldProblem[]
  requestId: string
  retryAfterMs?: number
}

const statusByKind = {
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  already_exists: 409,
  failed_precondition: 422,
  resource_exhausted: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorKind, number>

/** Where HTTP has a status of its own for what happened. Source: https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
const statusByCode: Partial<Record<ErrorCode, number>> = {
  'call.timed_out': 504,
  'call.unreachable': 502,
  'connector.unknown': 400,
  'integration.version_stale': 412,
  'profile.version_stale': 412,
  'request.too_large': 413,
  'request.version_required': 428,
  'request.wrong_media_type': 415,
  'request.wrong_method': 405,
  'webhook.version_stale': 412,
}

export const statusOf = ({ code, kind }: HubError): number => statusByCode[code] ?? statusByKind[kind]

export type AskedAs = { path: string; requestId: string }

/** The error as the caller may know it. What is a bug of ours is told apart by nothing but the request's id. */
export function knownError(error: unknown): HubError {
  return error instanceof HubError ? error : new HubError('hub.internal')
}

/** An error that says no more than its title is told by its first field; all of them stand beside it. */
function detailOf({ message, title, fields }: HubError): string {
  const [first, ...others] = fields
  if (!first || message !== title) return message
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return `${first.path} ${first.message}${more}.`
}

export function toProblem(error: unknown, { path, requestId }: AskedAs): Problem {
  const known = knownError(error)
  return {
    type: new URL(`/docs/errors/${known.code}`, env().INTHUB_URL).href,
    title: known.title,
    status: statusOf(known),
    detail: detailOf(known),
    instance: path,
    code: known.code,
    remedy: known.remedy,
    fields: [...known.fields],
    requestId,
    ...(known.retryAfterMs !== undefined && { retryAfterMs: known.retryAfterMs }),
  }
}

/** What goes with the body: who may come when, and as whom. */
function headersOf(problem: Problem): Record<string, string> {
  return {
    'content-type': problemType,
    'cache-control': 'no-store',
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="inthub"' }),
    ...(problem.retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(problem.retryAfterMs / 1000)) }),
  }
}

/** Logs what is a bug, or a trouble of ours. What a caller did wrong is the caller's to know. */
export function logIfOurs(error: unknown, requestId: string): void {
  if (error instanceof HubError && error.kind !== 'internal') return
  logger.error({ err: error, requestId }, 'a REST request failed')
}

/** Answers with the problem, on the way that `x-request-id` and the security headers were set on before. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  { path, requestId }: AskedAs,
): void {
  logIfOurs(error, requestId)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const problem = toProblem(error, { path, requestId })
  const body = JSON.stringify(problem)
  response.writeHead(problem.status, { ...headersOf(problem), 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}
