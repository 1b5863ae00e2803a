import {
  type CallFailure,
  type CallMethod,
  type CallPolicy,
  type CallReason,
  isRepeatable,
} from '@/server/kernel/calls'
import type { CallOptions } from './call'

/** Whether a call is tried again, and after how long: exponential with full jitter, never before the service allows it. */
const passing: ReadonlySet<CallReason> = new Set([
  'dns_failed',
  'connection_refused',
  'connection_reset',
  'connect_timeout',
  'total_timeout',
  'tls_failed',
  'malformed_answer',
])
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** The connection was never made, so that nothing can have been done. */
const neverSent: ReadonlySet<CallReason> = new Set(['dns_failed', 'connection_refused', 'connect_timeout'])

/** What an attempt ended with, as far as trying again goes. */
export type Ended = { failure: CallFailure; status: number | null; isThrottled: boolean }

const mayPass = ({ failure, status, isThrottled }: Ended) =>
  isThrottled || passing.has(failure.reason) || (status !== null && passingStatuses.has(status))

/** Whether the request can be sent again without doing twice what it does. */
export function isRepeatableCall(
  method: CallMethod,
  { retry }: Pick<CallPolicy, 'retry'>,
  options: CallOptions & { idempotencyKey?: string | null | undefined },
): boolean {
  if (options.repeatable !== undefined) return options.repeatable
  return isRepeatable(method) || (options.unsafe ?? retry.unsafe) || (options.idempotencyKey ?? '') !== ''
}

/** Whether a failed request cannot have done anything. */
const isUndone = ({ failure, isThrottled }: Ended) => isThrottled || neverSent.has(failure.reason)

/**
 * @param attempt the number of the one that failed, from 1
 * @returns milliseconds
 */
export function backoffMs(
  { baseMs, maxMs }: CallPolicy['retry'],
  attempt: number,
  retryAfterMs: number | null,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 30))
  // Those who were told to wait do not all come back in the same instant.
  return retryAfterMs === null ? random() * ceiling : retryAfterMs + random() * Math.min(ceiling, baseMs)
}

/** What bears on whether the same integration is asked again. */
export type Tries = {
  policy: Pick<CallPolicy, 'retry'>
  /** How many attempts this integration has had. */
  tried: number
  /** Instead of the policy's. */
  attempts: number | null | undefined
  canRepeat: boolean
  /** Milliseconds since the epoch. */
  deadlineAt: number
}

/**
 * How long to wait before the same integration is asked again. What cannot have done anything is sent again whatever its
 * method, as https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 allows.
 *
 * @returns milliseconds; null when it is not worth it, not allowed, or could not be in time
 */
export function repeatAfterMs(ended: Ended, { policy, tried, attempts, canRepeat, deadlineAt }: Tries): number | null {
  if (tried >= (attempts ?? policy.retry.attempts) || !mayPass(ended)) return null
  if (!canRepeat && !isUndone(ended)) return null
  const waitMs = backoffMs(policy.retry, tried, ended.failure.retryAfterMs)
  // Whoever cannot be served in time is told when, at once.
  return Date.now() + waitMs < deadlineAt ? waitMs : null
}

/**
 * Another integration is asked when this one cannot: not when the caller's request is at fault, and not when the
 * request may have been done.
 */
export function fallsBack(ended: Ended, canRepeat: boolean): boolean {
  const { failure, status } = ended
  if (failure.reason === 'circuit_open') return true
  const cannot =
    failure.failureClass === 'credential' ||
    (status === null ? passing.has(failure.reason) : status >= 500) ||
    failure.failureClass === 'network'
  return cannot && (canRepeat || isUndone(ended) || failure.failureClass === 'credential')
}
