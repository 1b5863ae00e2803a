import { troubleOfFailure } from '@/connectors/kit/answers'
import { signatureOf } from '@/server/kernel/envelope'
import type { FailureClass } from '@/server/kernel/health'
import { type HttpClient, HttpFailure } from '@/server/kernel/http'
import type { AttemptTimings } from '@/server/kernel/webhooks'
import { checkedHeaders } from '@/server/platform/egress-request'
import { type StreamHead, type StreamLimits, type StreamSender, streamSender } from '@/server/platform/http-stream'
import { keptBody } from '../calls/secrets'
import type { PreparedDelivery } from './prepare'

/**
 * One try of a delivery over the guarded connections. What the receiver says is read to its end or to a megabyte, and
 * kept to 16 KB; how long it takes is bounded whatever it does. A redirect is an answer, and not a good one.
 */
export const timeLimitMs = 15_000
const keptBytes = 16_384
const drainedBytes = 1_048_576
const maxRetryAfterSeconds = 6 * 3_600

export type AttemptOutcome = {
  startedAt: Date
  status: number | null
  /** Null: delivered. */
  failure: { failureClass: FailureClass; message: string; retryAfterSeconds: number | null; isGone: boolean } | null
  timings: AttemptTimings
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  responseCut: boolean
  requestBytes: number
  secretVersions: number[]
}

const limits: StreamLimits = {
  connectTimeoutMs: 5_000,
  headTimeoutMs: timeLimitMs,
  idleTimeoutMs: timeLimitMs,
  totalTimeoutMs: timeLimitMs,
}

/** Senders of one client, by origin: where its connections are kept is worked out once. */
export type Senders = (origin: string) => StreamSender

export function sendersOf(client: HttpClient): Senders {
  const made = new Map<string, StreamSender>()
  return (origin) => {
    const sender = made.get(origin) ?? streamSender(client, origin)
    made.set(origin, sender)
    return sender
  }
}

/** What is sent, as the receiver gets it: for sending, and for showing afterwards. */
export function requestHeaders(
  own: Record<string, string>,
  { eventId, timestamp, signature }: { eventId: string; timestamp: number; signature: string },
): Record<string, string> {
  const { 'accept-encoding': _packing, ...checked } = checkedHeaders(own)
  return {
    ...checked,
    'user-agent': 'inthub-webhooks/1',
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
}

/** Of the answer's headers these say something; others may be a session or grow without end. */
const toldHeaders =
  /^(?:content-type|content-length|date|server|retry-after|location|via|x-request-id|x-correlation-id|cf-ray|www-authenticate)$/

function keptHeaders(raw: readonly Buffer[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = String(raw[at]).toLowerCase()
    if (toldHeaders.test(name)) {
      kept[name] = String(raw[at + 1])
        .slice(0, 300)
        .replaceAll(/[^\x20-\x7e]/g, '?')
    }
  }
  return kept
}

/** Seconds or a date. Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export function retryAfterOf(value: string | undefined, now = Date.now()): number | null {
  if (!value) return null
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now) / 1_000
  if (!Number.isFinite(seconds) || seconds <= 0) return null
  return Math.min(Math.ceil(seconds), maxRetryAfterSeconds)
}

const classOfStatus = (status: number): FailureClass => {
  if (status === 401) return 'credential'
  if (status === 403) return 'permission'
  if (status === 429) return 'provider_limit'
  return status >= 500 ? 'provider_incident' : 'request'
}

function messageOf(status: number): string {
  if (status >= 300 && status < 400) {
    return `The endpoint answers with a redirect (status ${status}), which is never followed: use the address it leads to.`
  }
  if (status === 410) return 'The endpoint says that it is gone for good (status 410).'
  if (status === 429) return 'The endpoint asks the hub to slow down (status 429).'
  return `The endpoint answered with status ${status}.`
}

function failureOfStatus(status: number, headers: Record<string, string>): AttemptOutcome['failure'] {
  if (status >= 200 && status < 300) return null
  return {
    failureClass: classOfStatus(status),
    message: messageOf(status),
    retryAfterSeconds: retryAfterOf(headers['retry-after']),
    isGone: status === 410,
  }
}

function failureOfError(error: unknown): AttemptOutcome['failure'] {
  const trouble = troubleOfFailure(error)
  return {
    failureClass: trouble?.failureClass ?? 'ours',
    message: trouble?.message ?? (error instanceof HttpFailure ? error.message : 'The hub itself failed at this try.'),
    retryAfterSeconds: null,
    isGone: false,
  }
}

/** Gathers one answer. */
class Answer {
  readonly chunks: Buffer[] = []
  kept = 0
  seen = 0
  head: StreamHead | undefined

  take(chunk: Buffer): boolean {
    const room = keptBytes - this.kept
    if (room > 0) {
      const part = chunk.length > room ? Buffer.from(chunk.subarray(0, room)) : chunk
      this.chunks.push(part)
      this.kept += part.length
    }
    this.seen += chunk.length
    return this.seen <= drainedBytes
  }
}

type Sent = { startedAt: Date; began: number; answer: Answer; body: Buffer; secretVersions: number[] }

function outcomeOf({ startedAt, began, answer, body, secretVersions }: Sent, error: unknown): AttemptOutcome {
  const { head, chunks, seen, kept } = answer
  const headers = head ? keptHeaders(head.rawHeaders) : null
  const known = head?.timings
  return {
    startedAt,
    status: head?.status ?? null,
    // Once it has said so it has it, whatever becomes of the rest of the answer.
    failure: head ? failureOfStatus(head.status, headers ?? {}) : failureOfError(error),
    timings: {
      dnsMs: known?.dnsMs ?? null,
      connectMs: known?.connectMs ?? null,
      tlsMs: known?.tlsMs ?? null,
      waitMs: known ? known.firstByteMs : null,
      totalMs: performance.now() - began,
    },
    responseHeaders: headers,
    responseBody: kept === 0 ? null : keptBody(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks), []),
    responseCut: seen > kept,
    requestBytes: body.length,
    secretVersions,
  }
}

/** Sends once. What comes of it is the answer, never an error. A signal gives it up, which nobody is to blame for. */
export function sendOnce(senders: Senders, prepared: PreparedDelivery, signal?: AbortSignal): Promise<AttemptOutcome> {
  const { delivery, endpoint, keys, body } = prepared
  const startedAt = new Date()
  const timestamp = Math.floor(startedAt.getTime() / 1_000)
  const signature = signatureOf(
    { id: delivery.eventId, timestamp, body },
    keys.map(({ key }) => key),
  )
  const headers = requestHeaders(endpoint.headers, { eventId: delivery.eventId, timestamp, signature })
  const answer = new Answer()
  const sent = { startedAt, began: performance.now(), answer, body, secretVersions: keys.map(({ version }) => version) }
  return new Promise((resolve) => {
    const end = (error?: unknown) => {
      signal?.removeEventListener('abort', onAbort)
      resolve(outcomeOf(sent, error))
    }
    const onAbort = () => {
      streaming?.abort()
      end(new HttpFailure('aborted', 'The hub was told to stop, and this was not over in time.'))
    }
    const url = new URL(endpoint.url)
    const order = {
      method: 'POST',
      target: `${url.pathname}${url.search}`,
      headers: Object.entries(headers).flat(),
      body,
      // The receiver knows a repetition by its webhook-id.
      repeatable: true,
      limits,
    }
    const streaming = senders(url.origin)(order, {
      onHead: (head) => {
        answer.head = head
      },
      onChunk: (chunk) => {
        if (answer.take(chunk)) return true
        streaming.abort()
        end()
        return true
      },
      onEnd: () => end(),
      onFailure: end,
    })
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
  })
}
