import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { type ErrorKind, HubError } from '@/server/kernel/errors'
import { logger } from '@/server/platform/logger'
import { safeMessage } from './messages'

/**
 * How an error looks over GraphQL. A HubError keeps its words and gets its code; a document or a variable that does not
 * fit is told without quoting a value; anything else is a bug, logged with the request's id and shown as internal.
 */
export const graphqlCodes = {
  invalid_argument: 'BAD_USER_INPUT',
  unauthenticated: 'UNAUTHENTICATED',
  permission_denied: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  already_exists: 'CONFLICT',
  failed_precondition: 'FAILED_PRECONDITION',
  resource_exhausted: 'RATE_LIMITED',
  unavailable: 'UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorKind, string>

/** The HTTP status of an answer that is nothing but this error. */
export const httpStatuses = {
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

/** The HubError at the bottom of what graphql-js wrapped around it. */
export function hubErrorIn(error: unknown): HubError | undefined {
  let inner: unknown = error
  for (let depth = 0; depth < 5 && inner instanceof Error; depth++) {
    if (inner instanceof HubError) return inner
    inner = inner instanceof GraphQLError ? inner.originalError : undefined
  }
  return undefined
}

/** What is wrong with the document or the variables, before anything ran: those have no path in the answer. */
function isRequestError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.path === undefined && !isForeign(error.originalError)
}

const isForeign = (original: unknown): boolean =>
  original instanceof GraphQLError ? isForeign(original.originalError) : original instanceof Error

function extensionsOf(error: HubError) {
  return {
    code: error.code === 'events.resync' ? 'EVENTS_RESYNC' : graphqlCodes[error.kind],
    type: error.code,
    title: error.title,
    remedy: error.remedy,
    ...(error.fields.length > 0 && { fields: error.fields }),
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
  }
}

const placeOf = (error: unknown) =>
  error instanceof GraphQLError
    ? { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) }
    : {}

/** The error as the caller may see it. */
export function formatError(error: unknown, requestId?: string): GraphQLFormattedError {
  const known = hubErrorIn(error)
  const id = requestId ? { requestId } : {}
  if (known) return { message: known.message, ...placeOf(error), extensions: { ...extensionsOf(known), ...id } }
  if (isRequestError(error)) {
    const { code = 'GRAPHQL_VALIDATION_FAILED', fields } = error.extensions
    const extensions = { code, type: 'request.invalid', ...(fields ? { fields } : {}), ...id }
    return { message: safeMessage(error), ...placeOf(error), extensions }
  }
  const internal = new HubError('hub.internal')
  return { message: internal.message, ...placeOf(error), extensions: { ...extensionsOf(internal), ...id } }
}

/** Logs what is a bug, or a trouble of ours. What a caller did wrong is the caller's to know. */
export function logIfOurs(error: unknown, requestId: string): void {
  const known = hubErrorIn(error)
  if (known ? known.kind !== 'internal' : isRequestError(error)) return
  const bottom = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const path = error instanceof GraphQLError ? error.path?.join('.') : undefined
  // A GraphQLError without a cause of its own may quote what a resolver returned: its place is enough.
  const err = bottom instanceof GraphQLError ? undefined : bottom
  logger.error({ requestId, path, err }, 'a GraphQL field failed')
}
