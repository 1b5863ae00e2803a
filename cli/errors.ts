import { type ExitCode, exitCodes } from './exit-codes'
import type { Io } from './io'
import { redact } from './redaction'
import { plainText } from './terminal'

/**
 * The one way a command fails. It knows its exit code, says what happened in one line and what to do in the next, and
 * never quotes a secret.
 */
export type FieldProblem = { path: string; message: string }

export type CliErrorOptions = {
  remedy?: string | undefined
  requestId?: string | undefined
  fields?: readonly FieldProblem[] | undefined
  retryAfterMs?: number | undefined
  cause?: unknown
}

export class CliError extends Error {
  readonly exitCode: ExitCode
  readonly code: string
  readonly options: CliErrorOptions

  constructor(exitCode: ExitCode, code: string, message: string, options: CliErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CliError'
    this.exitCode = exitCode
    this.code = code
    this.options = options
  }
}

export const usageError = (message: string, remedy?: string) =>
  new CliError(exitCodes.usage, 'usage.invalid', message, { remedy })

/** Ends a command whose result was printed already: nothing more is said. */
export class QuietExit extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode) {
    super('ended')
    this.name = 'QuietExit'
    this.exitCode = exitCode
  }
}

const exitCodeOfHub: Record<string, ExitCode> = {
  BAD_USER_INPUT: exitCodes.refused,
  UNAUTHENTICATED: exitCodes.unauthenticated,
  FORBIDDEN: exitCodes.forbidden,
  NOT_FOUND: exitCodes.notFound,
  CONFLICT: exitCodes.refused,
  FAILED_PRECONDITION: exitCodes.refused,
  RATE_LIMITED: exitCodes.rateLimited,
  UNAVAILABLE: exitCodes.unreachable,
  EVENTS_RESYNC: exitCodes.refused,
  GRAPHQL_VALIDATION_FAILED: exitCodes.refused,
  GRAPHQL_PARSE_FAILED: exitCodes.refused,
}

/** Codes that mean something else to a shell than their kind does. */
const exitCodeOfType: Record<string, ExitCode> = {
  'integration.probe_failed': exitCodes.unhealthy,
  'tenant.required': exitCodes.usage,
}

export type GraphqlFailure = { message: string; extensions?: Record<string, unknown> | undefined }

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    const { path, message } = (one ?? {}) as Record<string, unknown>
    return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : []
  })
}

function remedyOf(type: string, extensions: Record<string, unknown>): string | undefined {
  if (extensions.code === 'GRAPHQL_VALIDATION_FAILED') {
    return 'This CLI and the hub are of different versions. Use the inthub that came with the hub.'
  }
  if (type === 'tenant.required') return 'Name it with --tenant or INTHUB_TENANT.'
  if (type === 'auth.required') return 'Log in: inthub auth login --with-token < key.txt'
  return text(extensions.remedy)
}

/** An error of the hub, as it came over GraphQL. */
export function fromHub(failure: GraphqlFailure, requestId?: string): CliError {
  const extensions = failure.extensions ?? {}
  const code = text(extensions.code) ?? 'INTERNAL_SERVER_ERROR'
  const type = text(extensions.type) ?? 'hub.internal'
  const retryAfterMs = typeof extensions.retryAfterMs === 'number' ? extensions.retryAfterMs : undefined
  return new CliError(exitCodeOfType[type] ?? exitCodeOfHub[code] ?? exitCodes.failed, type, failure.message, {
    remedy: remedyOf(type, extensions),
    requestId: text(extensions.requestId) ?? requestId,
    fields: fieldsOf(extensions.fields),
    retryAfterMs,
  })
}

/** What anything thrown becomes. A bug is told as one, without the words of whatever broke. */
export function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error
  return new CliError(exitCodes.failed, 'cli.internal', 'Something went wrong in the CLI.', {
    remedy: 'Try again with INTHUB_DEBUG=1, and report what it prints.',
    cause: error,
  })
}

function linesOf(error: CliError, io: Io): string[] {
  const { remedy, requestId, fields = [], retryAfterMs } = error.options
  const resetAt = retryAfterMs === undefined ? undefined : io.instant(new Date(Date.now() + retryAfterMs))
  const place =
    error.code.startsWith('usage.') || error.code.startsWith('cli.') ? undefined : `docs/errors/${error.code}.md`
  const trail = [requestId && `request ${requestId}`, place && `see ${place}`].filter(Boolean).join(' - ')
  return [
    `${io.colors.red(io.symbols.fail)} ${plainText(error.message)} - ${error.code}`,
    ...fields
      // A single problem often is the whole message.
      .filter(({ message }) => message !== error.message)
      .map((field) => `  ${plainText(`${field.path}: ${field.message}`)}`),
    ...(remedy ? [`  ${plainText(remedy)}`] : []),
    ...(resetAt ? [`  Try again after ${resetAt}.`] : []),
    ...(trail ? [io.colors.dim(`  ${trail}`)] : []),
  ]
}

function asJson(error: CliError): string {
  const { remedy = null, requestId = null, fields = [], retryAfterMs = null } = error.options
  const { code, message, exitCode } = error
  return JSON.stringify({
    apiVersion: 'v1',
    error: { code, message, remedy, exitCode, requestId, fields, retryAfterMs },
  })
}

/** Says an error on stderr: three lines for people, one object for programs. */
export function printError(error: CliError, io: Io): void {
  const said = io.wantsJson ? asJson(error) : linesOf(error, io).join('\n')
  process.stderr.write(`${redact(said)}\n`)
  if (!io.debug) return
  const bottom = error.cause instanceof Error ? error.cause : error
  process.stderr.write(`${redact(bottom.stack ?? bottom.message)}\n`)
}
