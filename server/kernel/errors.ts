import { type Entry, type ErrorKind, errorCatalog } from './error-catalog'

/**
 * The one error class of the hub and the catalogue of its codes. A kind says how a caller should react and is
 * named after the gRPC canonical codes; a code says what happened and has a page in docs/errors.
 *
 * A message here is shown to people: our own words only, never an upstream body and never a secret value.
 */
export { type ErrorKind, errorCatalog } from './error-catalog'

export type ErrorCode = keyof typeof errorCatalog

/** One field that is wrong: its path (`config.baseUrl`) and what is wrong with it. Never its value. */
export type FieldProblem = { path: string; message: string }

export type HubErrorOptions = {
  fields?: readonly FieldProblem[]
  /** What to do, when it is more precise than the catalogue's sentence. */
  remedy?: string
  retryAfterMs?: number
  /** Logged, never shown. */
  cause?: unknown
}

export class HubError extends Error {
  readonly code: ErrorCode
  readonly kind: ErrorKind
  readonly title: string
  readonly remedy: string
  readonly fields: readonly FieldProblem[]
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, detail?: string, options: HubErrorOptions = {}) {
    const entry: Entry = errorCatalog[code]
    super(detail ?? entry.title, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'HubError'
    this.code = code
    this.kind = entry.kind
    this.title = entry.title
    this.remedy = options.remedy ?? entry.remedy
    this.fields = options.fields ?? []
    this.retryAfterMs = options.retryAfterMs
  }
}

/** Whether trying the same again may succeed without anybody changing anything. */
export const retryable = {
  invalid_argument: false,
  unauthenticated: false,
  permission_denied: false,
  not_found: false,
  already_exists: false,
  failed_precondition: false,
  resource_exhausted: true,
  unavailable: true,
  internal: true,
} as const satisfies Record<ErrorKind, boolean>
