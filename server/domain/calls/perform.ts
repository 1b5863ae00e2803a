import type { CallAttempt, CallFailure, CallMethod, CallPriority } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { type Id, newId } from '@/server/kernel/ids'
import { type Admitted, admitCall, type Refused } from './admission'
import { type Attempted, attemptCall } from './attempt'
import type { CallQuota, CallRequest, CallResult, CallTarget } from './call'
import { abortedFailure, deadlineFailure, verdictOf } from './failures'
import { onceByKey } from './keys'
import { noteCall } from './noting'
import { type PreparedCall, prepareCall } from './prepare'
import { type Ended, fallsBack, isRepeatableCall, repeatAfterMs } from './retry'
import { findFallback, findNewerTarget } from './target'

/**
 * Performs one call: attempts with their waits until one is answered well, or none is worth another try, or the time is
 * over; then perhaps the fallback. Nothing of the service or the network is thrown.
 */
type Running = {
  ctx: Context
  request: CallRequest
  method: CallMethod
  priority: CallPriority
  deadlineAt: number
  attempts: CallAttempt[]
  waitMs: number
  quota: CallQuota | null
}

/** How the attempts on one integration ended. */
type Run = { last: Attempted | null; failure: CallFailure | null; ended: Ended | null; target: CallTarget }

const sleep = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
    if (signal?.aborted) end()
  })

const beginning = (at: Date): Pick<CallAttempt, 'startedAt'> => ({ startedAt: at.toISOString() })

/** Waits until the attempt may go out, and writes down what it waited for. */
async function admit(running: Running, target: CallTarget, prepared: PreparedCall): Promise<Admitted | Refused> {
  const { ctx, priority, deadlineAt } = running
  const { method, path } = prepared
  return admitCall(ctx, target, { method, path, priority, deadlineAt, signal: ctx.signal })
}

function noteAttempt(running: Running, target: CallTarget, at: Date, one: Partial<CallAttempt>): void {
  const attempt: CallAttempt = {
    ...{ number: running.attempts.length + 1, integrationId: target.integration.id, ...beginning(at) },
    ...{ waitMs: 0, durationMs: 0, status: null, failure: null, timings: null },
    ...one,
  }
  running.attempts.push(attempt)
  running.waitMs += attempt.waitMs
}

async function tryOnce(
  running: Running,
  target: CallTarget,
  prepared: PreparedCall,
  waitedMs: number,
): Promise<Attempted | { refused: CallFailure }> {
  const { ctx, request, deadlineAt } = running
  const askedAt = performance.now()
  const admission = await admit(running, target, prepared)
  // What the admission says it waited, or what it took: whichever is more has passed for the caller.
  const admittedMs = Math.max(admission.waitedMs, performance.now() - askedAt)
  const waitMs = round(waitedMs + (admittedMs < 1 ? 0 : admittedMs))
  const startedAt = new Date()
  if (admission.refused) {
    noteAttempt(running, target, startedAt, { waitMs, failure: admission.refused })
    return { refused: admission.refused }
  }
  running.quota = admission.quota ?? running.quota
  const usualMs = request.timeoutMs ?? target.policy.timeoutMs
  const timeoutMs = Math.max(1, Math.min(usualMs, deadlineAt - Date.now()))
  const beganAt = performance.now()
  let attempted: Attempted | undefined
  try {
    attempted = await attemptCall(target, prepared, { timeoutMs, signal: ctx.signal, input: request.input ?? {} })
  } finally {
    await settle(admission, attempted, { startedAt, isShortened: timeoutMs < target.policy.timeoutMs })
  }
  const { status, failure, timings } = attempted
  noteAttempt(running, target, startedAt, {
    ...{ waitMs, durationMs: round(performance.now() - beganAt), status, failure, timings },
  })
  return attempted
}

const round = (ms: number) => Math.round(ms * 100) / 100

async function settle(
  admission: Admitted,
  attempted: Attempted | undefined,
  { startedAt, isShortened }: { startedAt: Date; isShortened: boolean },
): Promise<void> {
  if (!attempted) return admission.settle({ verdict: 'nothing', failure: null })
  const { failure, status, reading, isThrottled } = attempted
  const waitMs = failure?.retryAfterMs ?? null
  return admission.settle({
    verdict: verdictOf(failure, status, isShortened),
    failure,
    quotas: reading?.quotas,
    pausedUntil: isThrottled && waitMs !== null ? new Date(Date.now() + waitMs) : undefined,
    sentAt: startedAt,
  })
}

/** Why no further attempt is begun. */
function stopped({ ctx, deadlineAt }: Running, last: Attempted | null): CallFailure | null {
  if (ctx.signal?.aborted) return abortedFailure()
  return Date.now() >= deadlineAt ? (last?.failure ?? deadlineFailure()) : null
}

/** What follows an attempt: nothing more, or another one on this or a freshly read target. */
type Onward = { run: Run } | { target: CallTarget; waitedMs: number; isFresh: boolean }

async function afterAttempt(
  running: Running,
  target: CallTarget,
  one: Attempted,
  { tried, isFresh }: { tried: number; isFresh: boolean },
): Promise<Onward> {
  if (!one.failure) return { run: { last: one, failure: null, ended: null, target } }
  const newer = one.status === 401 && !isFresh ? await findNewerTarget(running.ctx, target) : null
  if (newer) return { target: newer, waitedMs: 0, isFresh: true }
  const { ctx, request, method, deadlineAt } = running
  const { policy } = target
  const ended = { failure: one.failure, status: one.status, isThrottled: one.isThrottled }
  const canRepeat = isRepeatableCall(method, policy, request)
  const waitMs = repeatAfterMs(ended, { policy, tried, attempts: request.attempts, canRepeat, deadlineAt })
  if (waitMs === null || ctx.signal?.aborted) {
    return { run: { last: one, failure: ctx.signal?.aborted ? abortedFailure() : one.failure, ended, target } }
  }
  await sleep(waitMs, ctx.signal)
  return { target, waitedMs: waitMs, isFresh }
}

async function runOn(running: Running, opened: CallTarget, first: PreparedCall): Promise<Run> {
  let prepared = first
  let at = { target: opened, waitedMs: 0, isFresh: false }
  let last: Attempted | null = null
  for (let tried = 1; ; tried += 1) {
    const { target } = at
    const failure = stopped(running, last)
    if (failure) return { last, failure, ended: null, target }
    if (target !== opened) prepared = prepareCall(target, running.request)
    const one = await tryOnce(running, target, prepared, at.waitedMs)
    if ('refused' in one) return { last, failure: one.refused, ended: endedOf(one.refused), target }
    last = one
    const onward = await afterAttempt(running, target, one, { tried, isFresh: at.isFresh })
    if ('run' in onward) return onward.run
    at = onward
  }
}

const endedOf = (failure: CallFailure): Ended => ({ failure, status: null, isThrottled: false })

/** The second integration, where the first cannot and the caller may use the second, too. */
async function fallbackFor(running: Running, run: Run): Promise<CallTarget | null> {
  const { ctx, request, method, deadlineAt } = running
  if (!run.ended || Date.now() >= deadlineAt || ctx.signal?.aborted) return null
  if (!fallsBack(run.ended, isRepeatableCall(method, run.target.policy, request))) return null
  return findFallback(ctx, run.target)
}

function resultOf(running: Running, run: Run, times: { at: Date; durationMs: number }): Omit<CallResult, 'callId'> {
  const { last, failure, target } = run
  // A circuit or a bulkhead may refuse the second attempt; the first one was sent all the same.
  const wasSent = running.attempts.some((one) => one.durationMs > 0 || one.status !== null)
  return {
    integrationId: target.integration.id,
    ...times,
    outcome: failure === null ? 'success' : wasSent ? 'failure' : 'refused',
    failure,
    ...{ status: last?.status ?? null, headers: last?.headers ?? {}, body: last?.body ?? Buffer.alloc(0) },
    ...{ attempts: running.attempts, waitMs: round(running.waitMs), cached: last?.cached ?? 'no', replayed: false },
    quota: running.quota,
  }
}

async function perform(
  ctx: Context,
  target: CallTarget,
  request: CallRequest,
  callId: Id<'call'>,
): Promise<CallResult> {
  const at = new Date()
  const beganAt = performance.now()
  // Before anything else: what the caller did wrong is told as an error, and is no call.
  const prepared = prepareCall(target, request)
  const deadlineAt = at.getTime() + (request.deadlineMs ?? target.policy.deadlineMs)
  const running: Running = {
    ...{ ctx, request, method: prepared.method, priority: request.priority ?? 'interactive', deadlineAt },
    ...{ attempts: [], waitMs: 0, quota: null },
  }
  let run = await runOn(running, target, prepared)
  const second = run.failure ? await fallbackFor(running, run) : null
  if (second) run = await runOn(running, second, prepareCall(second, request))
  const result = resultOf(running, run, { at, durationMs: round(performance.now() - beganAt) })
  noteCall(ctx, target, { callId, request, prepared, result })
  return { callId, ...result }
}

/**
 * Makes one call through an opened integration, and logs it. With an idempotency key it is made once, however often it
 * is asked for.
 *
 * @throws {HubError} request.invalid, request.too_large, request.key_reused, hub.unavailable
 */
export function performCall(ctx: Context, target: CallTarget, request: CallRequest): Promise<CallResult> {
  const run = (callId: Id<'call'>) => perform(ctx, target, request, callId)
  return request.idempotencyKey ? onceByKey(ctx, target, request, run) : run(newId('call'))
}
