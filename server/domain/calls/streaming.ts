import { setTimeout as sleep } from 'node:timers/promises'
import type { CallAttempt, CallFailure } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { type Id, newId } from '@/server/kernel/ids'
import type { Streaming, StreamLimits } from '@/server/platform/http-stream'
import { admitCall } from './admission'
import type { CallOptions, CallQuota, CallTarget } from './call'
import { abortedFailure } from './failures'
import { noteCall } from './noting'
import { fallsBack, isRepeatableCall, repeatAfterMs } from './retry'
import { type AttemptOwner, type NextTry, type Passed, StreamAttempt, type StreamEnded } from './streaming-attempt'
import type { Base, StreamedRequest } from './streaming-route'
import { findFallback, findNewerTarget } from './target'

/**
 * A call whose body and answer pass through as they come. It is admitted, repeated, kept off by a breaker and logged
 * like any other; but it is repeated only while nothing of an answer was passed on, and only with a body that is at hand.
 */
export type StreamedCall = StreamedRequest &
  CallOptions & {
    /** Without a byte in either direction. */
    idleTimeoutMs: number
    /** Of the whole, however much is streamed. */
    totalTimeoutMs: number
    /** How much of the body came from the caller so far. */
    uploadedBytes: () => number
  }

export type Streamed = { callId: Id<'call'>; attempts: number; integration: string }

export type StreamAnswer = Streamed & {
  status: number
  /** Names in lower case and values in turn, without secrets. */
  headers: readonly string[]
  quota: CallQuota | null
  base: Base
  /** Path and query as they were asked for: what a relative address in the answer starts from. */
  asked: string
}

/** A head, chunks, an end; or a failure at any point, and nothing after it. */
export type StreamReader = {
  onHead(answer: StreamAnswer): void
  /** False: nothing more comes until `resume`. */
  onChunk(chunk: Buffer): boolean
  onEnd(rawTrailers: readonly Buffer[]): void
  onFailure(failure: CallFailure, told: Streamed): void
}

const rounded = (ms: number) => Math.round(ms * 100) / 100
const maxConnectMs = 5_000
/** Whoever does not take what is there for this long no longer holds a place that others wait for. */
const patienceWithReaderMs = 1_000
const stalledReader = 'The caller stopped reading.'

export class CallStream implements Streaming, AttemptOwner {
  readonly #ctx: Context
  readonly #call: StreamedCall
  readonly #reader: StreamReader
  readonly #id = newId('call')
  readonly #at = new Date()
  readonly #startedAt = performance.now()
  readonly #records: CallAttempt[] = []
  readonly #deadlineAt: number
  readonly #canRepeat: boolean
  /** Which one was asked for: the log is its own. */
  readonly #first: CallTarget
  #target: CallTarget
  #attempt: StreamAttempt | undefined
  #quota: CallQuota | null = null
  #wasSent = false
  #waitedMs = 0
  #backedOffMs = 0
  #status: number | null = null
  #answerFailure: CallFailure | null = null
  #bytesDown = 0
  #isHeld = false
  #holding: NodeJS.Timeout | undefined
  #hasTurned = false
  /** The secret was read anew for this call. */
  #isFresh = false
  #isOver = false

  constructor(ctx: Context, target: CallTarget, call: StreamedCall, reader: StreamReader) {
    this.#ctx = ctx
    this.#first = target
    this.#target = target
    this.#call = call
    this.#reader = reader
    this.#deadlineAt = Date.now() + (call.deadlineMs ?? target.policy.deadlineMs)
    this.#canRepeat = isRepeatableCall(call.method, target.policy, call)
  }

  /** Which one it goes through now: another one when a fallback has taken over. */
  get integrationId(): Id<'integration'> {
    return this.#target.integration.id
  }

  resume(): void {
    this.#hold(false)
    this.#attempt?.resume()
  }

  /** @param isHeld whether the caller has to read before more is taken from the service */
  #hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return
    this.#isHeld = isHeld
    clearTimeout(this.#holding)
    if (isHeld) this.#holding = setTimeout(() => this.#attempt?.leavePlace(), patienceWithReaderMs)
  }

  moved(): void {
    this.#attempt?.moved()
  }

  /** The caller has gone. */
  abort(): void {
    if (this.#isOver) return
    const failure = abortedFailure()
    this.#attempt?.abort(failure)
    this.#finish(failure)
  }

  /** Resolves when the answer has begun to pass, or will not come. @throws what is no failure of a call */
  async run(): Promise<void> {
    while (!this.#isOver) {
      const ended = await this.#try()
      if (ended === 'passed' || this.#isOver) return
      this.#status = ended.status ?? this.#status
      const next = ended.next ?? (await this.next(ended))
      if (next === null) return this.#give(ended.failure)
      this.#target = next.target
      if (next.waitMs > 0) await this.#wait(next.waitMs)
    }
  }

  async #wait(ms: number): Promise<void> {
    const { signal } = this.#ctx
    const beganAt = performance.now()
    await sleep(ms, undefined, signal && { signal }).catch(() => {})
    this.#backedOffMs += performance.now() - beganAt
  }

  get #canResend(): boolean {
    const { body } = this.#call
    return !this.#isOver && (body === null || Buffer.isBuffer(body))
  }

  next(ended: StreamEnded): NextTry | null | Promise<NextTry | null> {
    if (!this.#canResend) return null
    if (ended.status !== 401 || this.#isFresh || this.#target.credential === null) return this.#sameOrOther(ended)
    this.#isFresh = true
    return findNewerTarget(this.#ctx, this.#target).then((newer) =>
      newer ? { target: newer, waitMs: 0 } : this.#sameOrOther(ended),
    )
  }

  #sameOrOther(ended: StreamEnded): NextTry | null | Promise<NextTry | null> {
    const { policy, integration } = this.#target
    const tried = this.#records.filter(({ integrationId }) => integrationId === integration.id).length
    const tries = { policy, tried, attempts: this.#call.attempts, canRepeat: this.#canRepeat }
    const waitMs = ended.wasRefused ? null : repeatAfterMs(ended, { ...tries, deadlineAt: this.#deadlineAt })
    if (waitMs !== null) return { target: this.#target, waitMs }
    if (this.#hasTurned || Date.now() >= this.#deadlineAt || !fallsBack(ended, this.#canRepeat)) return null
    return this.#other()
  }

  /** Another integration of the same type takes over, once. */
  async #other(): Promise<NextTry | null> {
    this.#hasTurned = true
    const target = await findFallback(this.#ctx, this.#target)
    this.#isFresh = false
    return target && { target, waitMs: 0 }
  }

  #record(waitMs: number, failure: CallFailure | null): CallAttempt {
    const record: CallAttempt = {
      number: this.#records.length + 1,
      integrationId: this.#target.integration.id,
      waitMs,
      failure,
      startedAt: new Date().toISOString(),
      durationMs: 0,
      status: null,
      timings: null,
    }
    this.#records.push(record)
    return record
  }

  #limits(): StreamLimits {
    const { timeoutMs, idleTimeoutMs, totalTimeoutMs } = this.#call
    const untilDeadlineMs = this.#deadlineAt - Date.now()
    const headTimeoutMs = Math.max(1, Math.min(timeoutMs ?? this.#target.policy.timeoutMs, untilDeadlineMs))
    return { connectTimeoutMs: Math.min(maxConnectMs, headTimeoutMs), headTimeoutMs, idleTimeoutMs, totalTimeoutMs }
  }

  async #try(): Promise<'passed' | StreamEnded> {
    const { target, call, ctx } = { target: this.#target, call: this.#call, ctx: this.#ctx }
    const admitted = await admitCall(ctx, target, {
      method: call.method,
      path: call.path || '/',
      priority: call.priority ?? 'interactive',
      deadlineAt: this.#deadlineAt,
      signal: ctx.signal,
    })
    const waitMs = admitted.waitedMs + this.#backedOffMs
    this.#backedOffMs = 0
    this.#waitedMs += waitMs
    const record = this.#record(waitMs, admitted.refused ?? null)
    if (admitted.refused) return { failure: admitted.refused, status: null, isThrottled: false, wasRefused: true }
    this.#wasSent = true
    this.#quota = admitted.quota
    const limits = this.#limits()
    const attempt = new StreamAttempt(
      { ctx, target, request: call, limits, repeatable: this.#canRepeat, admitted, record },
      this,
    )
    this.#attempt = attempt
    if (this.#isOver) attempt.abort(abortedFailure())
    else await attempt.start()
    const ended = await attempt.ended
    if (attempt.fault !== undefined) throw attempt.fault
    return ended
  }

  get #told(): Streamed {
    return { callId: this.#id, attempts: this.#records.length, integration: this.#target.integration.slug }
  }

  #give(failure: CallFailure): void {
    if (this.#isOver) return
    this.#finish(failure)
    this.#reader.onFailure(failure, this.#told)
  }

  onHead({ status, headers, reading, route }: Passed): void {
    this.#status = status
    this.#answerFailure = reading.failure
    const taken = this.#quota
    const learned = reading.quotas.find(({ pool }) => pool === taken?.pool) ?? reading.quotas[0]
    const { path, query } = this.#call
    const asked = `${route.base.path}${path}${query}` || '/'
    this.#reader.onHead({
      callId: this.#id,
      attempts: this.#records.length,
      integration: this.#target.integration.slug,
      status,
      headers,
      quota: learned ?? taken,
      base: route.base,
      asked,
    })
  }

  onChunk(chunk: Buffer): boolean {
    this.#bytesDown += chunk.length
    const hasRoom = this.#reader.onChunk(chunk)
    this.#hold(!hasRoom)
    return hasRoom
  }

  onEnd(rawTrailers: readonly Buffer[]): void {
    if (this.#isOver) return
    this.#finish(this.#answerFailure)
    this.#reader.onEnd(rawTrailers)
  }

  onBroken(failure: CallFailure): void {
    // Who does not take what is there is not waited for, and the service is not to blame.
    this.#give(this.#isHeld ? { ...abortedFailure(), message: stalledReader } : failure)
  }

  #finish(failure: CallFailure | null): void {
    this.#isOver = true
    clearTimeout(this.#holding)
    const { method, path, priority } = this.#call
    const outcome = failure === null ? 'success' : this.#wasSent ? 'failure' : 'refused'
    noteCall(this.#ctx, this.#first, {
      callId: this.#id,
      request: { kind: 'proxy', priority },
      prepared: { method, path: path || '/', requestBytes: this.#call.uploadedBytes() },
      result: {
        at: this.#at,
        outcome,
        failure,
        status: this.#status,
        attempts: this.#records,
        durationMs: rounded(performance.now() - this.#startedAt),
        waitMs: rounded(this.#waitedMs),
      },
      responseBytes: this.#bytesDown,
    })
  }
}

/** Sends a call through a target and passes its answer to the reader as it comes. */
export function streamCall(ctx: Context, target: CallTarget, call: StreamedCall, reader: StreamReader): CallStream {
  return new CallStream(ctx, target, call, reader)
}
