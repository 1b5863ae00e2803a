import type { FailureClass } from './health'
import { type HttpTimings, httpFailureReasons } from './http'
import type { Id } from './ids'

/**
 * The words for calls through the hub, shared by the engine, the streaming proxy, the operations of connectors, the
 * database and every surface.
 */
export const callMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type CallMethod = (typeof callMethods)[number]

/** Who goes first when a quota runs low, the most urgent first. */
export const callPriorities = ['interactive', 'deploy', 'sync', 'probe'] as const
export type CallPriority = (typeof callPriorities)[number]

export const callKinds = ['call', 'batch', 'proxy', 'operation'] as const
export type CallKind = (typeof callKinds)[number]

export const callOutcomes = ['success', 'failure', 'refused'] as const
/** `refused`: the hub never sent it, for a quota, a breaker, a full bulkhead or a deadline. */
export type CallOutcome = (typeof callOutcomes)[number]

/** Why a call has no good answer. */
export const callReasons = [
  ...httpFailureReasons,
  'status',
  'bad_answer',
  'answer_too_large',
  'circuit_open',
  'bulkhead_full',
  'quota_exhausted',
  'deadline',
] as const
export type CallReason = (typeof callReasons)[number]

export type CallFailure = {
  failureClass: FailureClass
  reason: CallReason
  /** One sentence of ours; never a body of the vendor's. */
  message: string
  remedy: string | null
  /** How long to wait before it may work, where that is known. */
  retryAfterMs: number | null
}

/** One request that went out, or was kept from going out. */
export type CallAttempt = {
  number: number
  /** Differs from the call's own when a fallback answered. */
  integrationId: Id<'integration'>
  startedAt: string
  /** Spent waiting before it: for the quota, for a free place, for the back-off. */
  waitMs: number
  durationMs: number
  status: number | null
  failure: CallFailure | null
  timings: HttpTimings | null
}

export const circuitStates = ['closed', 'open', 'half_open'] as const
export type CircuitState = (typeof circuitStates)[number]

/** How calls through an integration are made. Times in milliseconds. */
export type CallPolicy = {
  /** Of one attempt. */
  timeoutMs: number
  /** Of the call with all its attempts and waits. */
  deadlineMs: number
  retry: {
    /** The first one included. */
    attempts: number
    baseMs: number
    maxMs: number
    /** Repeat methods that change something, too. */
    unsafe: boolean
  }
  /** Opens when so many of the calls in the window failed, at least `minimum` of them. */
  breaker: { failurePercent: number; minimum: number; windowMs: number; openMs: number }
  /** How many calls at once, and how many may wait for a place, in one process. */
  bulkhead: { concurrent: number; queued: number }
  /** The learned quota and, when set, a rate of our own: the smaller one counts. */
  quota: { mode: 'enforce' | 'observe'; perSecond: number | null }
  /** A second integration of the same type that takes over while this one cannot. */
  fallback: Id<'integration'> | null
  /** Keep request and response bodies, redacted, with the log of calls. */
  keepBodies: boolean
}

export const usualCallPolicy: CallPolicy = {
  timeoutMs: 10_000,
  deadlineMs: 30_000,
  retry: { attempts: 3, baseMs: 250, maxMs: 10_000, unsafe: false },
  breaker: { failurePercent: 50, minimum: 10, windowMs: 30_000, openMs: 15_000 },
  bulkhead: { concurrent: 64, queued: 256 },
  quota: { mode: 'enforce', perSecond: null },
  fallback: null,
  keepBodies: false,
}

/** A policy as it is stored: only what differs from the usual. */
export type CallPolicyChanges = {
  [K in keyof CallPolicy]?: CallPolicy[K] extends Record<string, unknown> ? Partial<CallPolicy[K]> : CallPolicy[K]
}

export function callPolicyOf(changes: CallPolicyChanges): CallPolicy {
  return {
    ...usualCallPolicy,
    ...changes,
    retry: { ...usualCallPolicy.retry, ...changes.retry },
    breaker: { ...usualCallPolicy.breaker, ...changes.breaker },
    bulkhead: { ...usualCallPolicy.bulkhead, ...changes.bulkhead },
    quota: { ...usualCallPolicy.quota, ...changes.quota },
  }
}

/** Safe methods, and those that may be repeated. Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.2 */
export const isRepeatable = (method: CallMethod) => method !== 'POST' && method !== 'PATCH'

/**
 * Headers that some services believe over the method they were sent with: then another thing is done than what is logged,
 * counted and repeated.
 */
export const methodHeaders = ['x-http-method-override', 'x-http-method', 'x-method-override'] as const

/** Headers that some services believe over the path they were asked for, which alone was judged. */
export const pathHeaders = ['x-original-url', 'x-original-uri', 'x-rewrite-url'] as const

/** An API key of the hub, wherever it stands: it is nobody's to see but the hub's. */
export const holdsHubKey = (text: string): boolean => /ihk_[0-9A-Za-z]{20}/.test(text)
