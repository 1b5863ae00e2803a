import { type CallReading, HttpFailure } from '@/connectors/kit'
import { troubleOfFailure } from '@/connectors/kit/answers'
import type { CallFailure, CallReason } from '@/server/kernel/calls'
import type { FailureClass } from '@/server/kernel/health'
import type { HttpResponse } from '@/server/kernel/http'
import type { Verdict } from './circuits'

/** Why a call has no good answer, in words of ours; and what that says about the service. */

const failureOf = (
  failureClass: FailureClass,
  reason: CallReason,
  message: string,
  rest: { remedy?: string; retryAfterMs?: number } = {},
): CallFailure => ({
  ...{ failureClass, reason, message, remedy: rest.remedy ?? null, retryAfterMs: rest.retryAfterMs ?? null },
})

let isStopping = false

/** From now on what is cut off was cut off by the hub. */
export function tellStopping(): void {
  isStopping = true
}

export const abortedFailure = (): CallFailure =>
  isStopping
    ? failureOf('ours', 'aborted', 'The hub was told to stop, and this was not over in time.', {
        remedy: 'Ask again: another process of the hub, or this one when it is back, answers.',
      })
    : failureOf('ours', 'aborted', 'Whoever asked has gone.')

export const deadlineFailure = (): CallFailure =>
  failureOf('ours', 'deadline', 'The time for this call was over before it could be sent.', {
    remedy: 'Give the call a longer deadline, or look at what it waited for.',
  })

export const bulkheadFailure = (queued: number): CallFailure =>
  failureOf('ours', 'bulkhead_full', `All places for calls of this integration are taken, and ${queued} calls wait.`, {
    remedy: 'Send fewer at a time, or allow more in the policy of the integration.',
    retryAfterMs: 1_000,
  })

const inWords = (ms: number) => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`)

export const quotaFailure = (pool: string, retryAfterMs: number): CallFailure =>
  failureOf(
    'provider_limit',
    'quota_exhausted',
    `The quota "${pool}" has nothing left for this call before its deadline.`,
    {
      remedy: `Try again in ${inWords(retryAfterMs)}.`,
      retryAfterMs,
    },
  )

/** What the network did. @throws what is no failure of a call */
export function networkFailure(error: unknown): CallFailure {
  if (!(error instanceof HttpFailure)) throw error
  if (error.reason === 'aborted') return abortedFailure()
  const trouble = troubleOfFailure(error)
  return failureOf(trouble?.failureClass ?? 'ours', error.reason, error.message, {
    ...(trouble && { remedy: trouble.remedy }),
  })
}

export const tooLargeFailure = (): CallFailure =>
  failureOf('request', 'answer_too_large', 'The answer has more than 10 MiB, and was not read to its end.', {
    remedy: 'Ask for less, or use the streaming proxy, which has no such limit.',
  })

/** What an answer says, when it says no. */
export function answerFailure(
  { status }: Pick<HttpResponse, 'status'>,
  { trouble, waitMs }: CallReading,
): CallFailure | null {
  if (!trouble) return null
  const isStatus = status < 200 || status >= 300
  const { failureClass, message, remedy } = trouble
  return failureOf(failureClass, isStatus ? 'status' : 'bad_answer', message, {
    remedy,
    ...(waitMs !== null && { retryAfterMs: Math.ceil(waitMs) }),
  })
}

/** Nothing is known of the service when the hub itself kept the request, or the caller asked for the impossible. */
const saysNothing: ReadonlySet<CallReason> = new Set([
  'egress_denied',
  'bad_request',
  'aborted',
  'redirect_loop',
  'redirect_refused',
  'answer_too_large',
  'circuit_open',
  'bulkhead_full',
  'quota_exhausted',
  'deadline',
])

/**
 * What an attempt says to the breaker: the network and the service's own errors count, the caller's do not.
 *
 * @param isShortened whether the caller gave the service less time than its policy does: being late then says nothing
 */
export function verdictOf(failure: CallFailure | null, status: number | null, isShortened: boolean): Verdict {
  if (!failure) return 'good'
  if (isShortened && failure.reason === 'total_timeout') return 'nothing'
  if (saysNothing.has(failure.reason) || failure.failureClass === 'provider_limit') return 'nothing'
  if (status !== null) return status >= 500 ? 'bad' : 'good'
  return 'bad'
}
