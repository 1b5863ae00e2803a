import type { CallAttempt, CallFailure } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import { HttpFailure, type HttpResponse, type HttpTimings } from '@/server/kernel/http'
import type { StreamHead, Streaming, StreamLimits, StreamSink } from '@/server/platform/http-stream'
import type { Admitted } from './admission'
import type { CallTarget } from './call'
import { networkFailure, verdictOf } from './failures'
import type { Ended } from './retry'
import { type HeadReading, pairsOf, readHead } from './streaming-head'
import { type Outgoing, outgoing, type Route, routeTo, type StreamedRequest } from './streaming-route'

/** One request of a streamed call: it ends without anybody having seen an answer, or its answer is passed on. */
export type Passed = {
  status: number
  /** Names in lower case and values in turn, without secrets. */
  headers: readonly string[]
  reading: HeadReading
  route: Route
}

/** The next attempt, and how long to wait for it. */
export type NextTry = { target: CallTarget; waitMs: number }

export type StreamEnded = Ended & {
  /** It was never sent. */
  wasRefused?: boolean
  /** Decided already, for an answer was thrown away for it. */
  next?: NextTry
}

/** Whose attempt it is. */
export type AttemptOwner = {
  /** What comes after an attempt with this trouble; null: nothing, and an answer is passed on as it is. */
  next(ended: StreamEnded): NextTry | null | Promise<NextTry | null>
  onHead(passed: Passed): void
  onChunk(chunk: Buffer): boolean
  onEnd(rawTrailers: readonly Buffer[]): void
  /** After the head was passed on. */
  onBroken(failure: CallFailure): void
}

export type AttemptWork = {
  ctx: Context
  target: CallTarget
  request: StreamedRequest
  limits: StreamLimits
  repeatable: boolean
  admitted: Admitted
  record: CallAttempt
}

const noTrailers: readonly Buffer[] = []

export class StreamAttempt implements StreamSink {
  readonly #work: AttemptWork
  readonly #owner: AttemptOwner
  readonly #startedAt = performance.now()
  readonly #sentAt = new Date()
  readonly ended: Promise<'passed' | StreamEnded>
  #resolve: (how: 'passed' | StreamEnded) => void = () => {}
  #route: Route | undefined
  #streaming: Streaming | undefined
  #reading: HeadReading | undefined
  /** What came while it is not known whether the answer is passed on. */
  #held: (() => boolean)[] | undefined
  #isPassed = false
  #isSettled = false
  #fault: unknown

  constructor(work: AttemptWork, owner: AttemptOwner) {
    this.#work = work
    this.#owner = owner
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  /** @throws what is no failure of a call */
  async start(): Promise<void> {
    const { ctx, target, request } = this.#work
    try {
      this.#route = await routeTo(target)
      const going = await outgoing(target, this.#route, request, ctx.signal)
      if (this.#isSettled) return
      if ('status' in going) this.#passWhole(going, this.#route)
      else this.#send(going, this.#route)
    } catch (error) {
      this.onFailure(error)
    }
  }

  #send(going: Outgoing, route: Route): void {
    const { request, limits, repeatable } = this.#work
    const { method, body } = request
    const { target, headers } = going
    this.#streaming = route.send({ target, headers, method, body, repeatable, limits }, this)
  }

  /** The vendor's refusal to make a credential is an answer like any other. */
  #passWhole({ status, headers, body, timings }: HttpResponse, route: Route): void {
    const pairs = Object.entries(headers).flatMap(([name, value]) =>
      name === 'content-length' || name === 'transfer-encoding' ? [] : [name, value],
    )
    this.#streaming = { resume: () => {}, moved: () => {}, abort: () => {} }
    this.#judge({ status, timings }, pairs, route)
    if (this.#isSettled) return
    if (body.length > 0) this.onChunk(body)
    this.onEnd(noTrailers)
  }

  /** The service has nothing to do for it any more until the caller reads on. */
  leavePlace(): void {
    this.#work.admitted.leave()
  }

  resume(): void {
    this.#streaming?.resume()
  }

  moved(): void {
    this.#streaming?.moved()
  }

  /** Ends it for somebody who has gone. */
  abort(failure: CallFailure): void {
    this.#streaming?.abort()
    this.#settle(failure)
    this.#resolve({ failure, status: null, isThrottled: false })
  }

  onHead({ status, rawHeaders, timings }: StreamHead): void {
    const route = this.#route
    if (!route) return
    this.#judge({ status, timings }, pairsOf(rawHeaders, route.secrets), route)
  }

  /** Passes an answer on, or throws it away to try again; what comes before that is known is held back. */
  #judge(head: { status: number; timings: Omit<HttpTimings, 'totalMs'> }, pairs: string[], route: Route): void {
    const { status } = head
    const { record, target } = this.#work
    const reading = readHead(target, status, pairs)
    this.#reading = reading
    record.status = status
    const { dnsMs, connectMs, tlsMs, firstByteMs } = head.timings
    record.timings = { dnsMs, connectMs, tlsMs, firstByteMs, totalMs: firstByteMs }
    const passed = { status, headers: pairs, reading, route }
    const { failure, isThrottled } = reading
    const ended = failure && { failure, status, isThrottled }
    const next = ended && this.#owner.next(ended)
    if (ended && next instanceof Promise) this.#hold(passed, ended, next)
    else if (ended && next && !(next instanceof Promise)) this.#discard(ended, next)
    else this.#pass(passed)
  }

  #hold(passed: Passed, ended: Ended, deciding: Promise<NextTry | null>): void {
    this.#held = []
    deciding.then(
      (next) => {
        if (this.#isSettled) return
        if (next) this.#discard(ended, next)
        else this.#pass(passed)
      },
      (error: unknown) => {
        this.#held = undefined
        this.#streaming?.abort()
        this.onFailure(error)
      },
    )
  }

  #discard(ended: Ended, next: NextTry): void {
    this.#streaming?.abort()
    this.#settle(ended.failure)
    this.#resolve({ ...ended, next })
  }

  #pass(passed: Passed): void {
    const held = this.#held
    this.#held = undefined
    this.#isPassed = true
    this.#owner.onHead(passed)
    this.#resolve('passed')
    if (!held) return
    let hasRoom = true
    for (const tell of held) hasRoom = tell()
    if (hasRoom) this.#streaming?.resume()
  }

  onChunk(chunk: Buffer): boolean {
    if (!this.#held) return this.#owner.onChunk(chunk)
    this.#held.push(() => this.#owner.onChunk(chunk))
    return false
  }

  onEnd(rawTrailers: readonly Buffer[]): void {
    if (this.#holds(() => this.onEnd(rawTrailers))) return
    this.#settle(this.#reading?.failure ?? null)
    this.#owner.onEnd(rawTrailers)
  }

  #holds(tell: () => void): boolean {
    this.#held?.push(() => {
      tell()
      return false
    })
    return this.#held !== undefined
  }

  onFailure(error: unknown): void {
    if (this.#holds(() => this.onFailure(error))) return
    const isKnown = error instanceof HttpFailure
    const failure = isKnown ? networkFailure(error) : oursFailure
    if (!isKnown) this.#fault = error
    this.#settle(failure)
    if (this.#isPassed) this.#owner.onBroken(failure)
    else this.#resolve({ failure, status: null, isThrottled: false })
  }

  /** What was a fault of ours and no failure of the call. */
  get fault(): unknown {
    return this.#fault
  }

  #settle(failure: CallFailure | null): void {
    if (this.#isSettled) return
    this.#isSettled = true
    const { admitted, record, limits, target } = this.#work
    const reading = this.#reading
    record.durationMs = Math.round((performance.now() - this.#startedAt) * 100) / 100
    record.failure = failure
    if (record.timings) record.timings.totalMs = record.durationMs
    const isShortened = !this.#isPassed && limits.headTimeoutMs < target.policy.timeoutMs
    const isPaused = reading?.isThrottled === true && reading.waitMs !== null
    void admitted.settle({
      verdict: verdictOf(failure, failure?.reason === 'status' ? record.status : null, isShortened),
      failure,
      quotas: reading?.quotas,
      sentAt: this.#sentAt,
      pausedUntil: isPaused ? new Date(Date.now() + (reading.waitMs ?? 0)) : undefined,
    })
  }
}

const oursFailure: CallFailure = {
  failureClass: 'ours',
  reason: 'aborted',
  message: 'Something went wrong in the hub.',
  remedy: null,
  retryAfterMs: null,
}
