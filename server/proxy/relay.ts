import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StreamAnswer, Streamed, StreamReader } from '@/server/domain/calls/service'
import type { CallFailure } from '@/server/kernel/calls'
import type { Id } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { headersDown, trailersDown } from './headers'
import { hubOriginFor, rewriteLinks } from './links'

/**
 * The way down: what the service answers, written to the caller as it comes. When the caller does not read, nothing more
 * is asked for; when the service breaks off, the caller's connection is broken too, so that half an answer is never
 * taken for a whole one.
 */
const maxTogether = 16_384

const bodiless = (method: string | undefined, status: number) => method === 'HEAD' || status === 204 || status === 304

function quotaHeaders({ quota }: StreamAnswer): string[] {
  if (!quota) return []
  const { pool, limit, remaining, resetAt } = quota
  return [
    ...['x-inthub-quota-pool', pool.replace(/[^\x20-\x7e]/g, '?')],
    ...(limit === null ? [] : ['x-inthub-quota-limit', String(limit)]),
    ...(remaining === null ? [] : ['x-inthub-quota-remaining', String(remaining)]),
    ...(resetAt === null ? [] : ['x-inthub-quota-reset', String(Math.ceil(resetAt.getTime() / 1000))]),
  ]
}

/** What the hub says of a call, whoever answered it. */
export function callHeaders({ callId, attempts }: Pick<StreamAnswer, 'callId' | 'attempts'>): string[] {
  return ['x-inthub-call-id', callId, 'x-inthub-attempts', String(attempts)]
}

/** Bytes to come are read and forgotten for a moment, so that the answer is not lost with the connection. */
const lingerMs = 5_000

export function letFinish(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  request.removeAllListeners('data')
  request.resume()
  setTimeout(() => {
    if (!request.complete) request.destroy()
  }, lingerMs).unref()
}

export type Asked = { request: IncomingMessage; response: ServerResponse; requestId: Id<'request'>; ref: string }

export class Relay implements StreamReader {
  readonly #asked: Asked
  readonly #onRefused: (failure: CallFailure, told: Streamed) => void
  #isMeasured = false
  #hasBody = true
  #hasWritten = false
  /** The whole body when it came in one piece: it goes out with the head. */
  #whole: Buffer | undefined
  #length = -1
  #onDrain: (() => void) | undefined

  constructor(asked: Asked, onRefused: (failure: CallFailure, told: Streamed) => void) {
    this.#asked = asked
    this.#onRefused = onRefused
  }

  /** What to do when the caller has read what was written. */
  onRoom(resume: () => void): void {
    this.#onDrain = resume
  }

  onHead(answer: StreamAnswer): void {
    const { request, response, requestId, ref } = this.#asked
    const { status, base, asked } = answer
    const down = headersDown(answer.headers, (name, value) => {
      const hubOrigin = hubOriginFor(request.headers.host, env().INTHUB_URL)
      return rewriteLinks(name, value, { base, asked, ref, hubOrigin })
    })
    this.#isMeasured = down.length !== null
    this.#length = down.length ?? -1
    this.#hasBody = !bodiless(request.method, status)
    down.headers.push('x-request-id', requestId, 'x-inthub-integration', answer.integration)
    down.headers.push(...callHeaders(answer), ...quotaHeaders(answer))
    response.writeHead(status, down.headers)
    // With what comes in the same moment it is one packet; alone it must not wait for a first byte.
    queueMicrotask(() => {
      if (!this.#hasWritten && this.#whole === undefined && !response.writableEnded) response.flushHeaders()
    })
  }

  onChunk(chunk: Buffer): boolean {
    const { response } = this.#asked
    if (!this.#hasBody) return true
    if (!this.#hasWritten && chunk.length === this.#length) {
      this.#whole = chunk
      return true
    }
    this.#hasWritten = true
    const hasRoom = response.write(chunk)
    if (!hasRoom) response.once('drain', () => this.#onDrain?.())
    return hasRoom
  }

  onEnd(rawTrailers: readonly Buffer[]): void {
    const { request, response } = this.#asked
    if (rawTrailers.length > 0 && !this.#isMeasured && this.#hasBody) response.addTrailers(trailersDown(rawTrailers))
    // As text it is written together with the head, in one piece.
    if (this.#whole && this.#whole.length <= maxTogether) response.end(this.#whole.toString('latin1'), 'latin1')
    else response.end(this.#whole)
    letFinish(request)
  }

  onFailure(failure: CallFailure, told: Streamed): void {
    const { response } = this.#asked
    if (!response.headersSent) this.#onRefused(failure, told)
    // Without a length or chunks only a reset tells the end of an answer from its being cut off.
    else if (response.chunkedEncoding || this.#isMeasured) response.destroy()
    else response.socket?.resetAndDestroy()
  }
}
