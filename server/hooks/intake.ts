import type { IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'

/**
 * How much may come in: of one body, of one hook, and of all together in the memory of this process. One hook that is
 * sent more than its share is told to wait, and costs the others nothing.
 */
export const maxBodyBytes = 25 * 1024 * 1024
const maxHeldBytes = 256 * 1024 * 1024
/** Two bodies of the largest kind, or very many of the usual. */
const maxHeldByHook = 2 * maxBodyBytes

const held = new Map<string, number>()
let heldBytes = 0

/** Bytes of one body, held until it is answered. */
export class Held {
  readonly #hookId: string
  #bytes = 0

  constructor(hookId: string) {
    this.#hookId = hookId
  }

  /** @throws {HubError} request.rate_limited when too much is held at once */
  take(bytes: number): void {
    const own = (held.get(this.#hookId) ?? 0) + bytes
    const isTooMuch = own > maxHeldByHook || heldBytes + bytes > maxHeldBytes
    if (isTooMuch) throw new HubError('request.rate_limited', 'Too much comes in at once.', { retryAfterMs: 5_000 })
    this.#bytes += bytes
    heldBytes += bytes
    held.set(this.#hookId, own)
  }

  release(): void {
    const left = (held.get(this.#hookId) ?? 0) - this.#bytes
    heldBytes -= this.#bytes
    this.#bytes = 0
    if (left > 0) held.set(this.#hookId, left)
    else held.delete(this.#hookId)
  }
}

type Bucket = { tokens: number; at: number }
const buckets = new LRUCache<string, Bucket>({ max: 20_000 })

/** @throws {HubError} request.rate_limited */
export function takeTurn(hookId: string): void {
  const { limit, windowSeconds } = env().RATE_LIMIT_HOOK
  const now = performance.now()
  const bucket = buckets.get(hookId) ?? { tokens: limit, at: now }
  bucket.tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) * limit) / (windowSeconds * 1000))
  bucket.at = now
  buckets.set(hookId, bucket)
  if (bucket.tokens < 1) {
    const retryAfterMs = Math.ceil(((1 - bucket.tokens) * windowSeconds * 1000) / limit)
    throw new HubError('request.rate_limited', undefined, { retryAfterMs })
  }
  bucket.tokens -= 1
}

const tooLarge = () => new HubError('request.too_large', 'A webhook has at most 25 MB.')

/**
 * The bytes as they come, and nothing done to them.
 *
 * @throws {HubError} request.too_large, request.rate_limited, request.invalid
 */
export function readBody(request: IncomingMessage, taken: Held): Promise<Buffer> {
  const told = Number(request.headers['content-length'] ?? 0)
  if (told > maxBodyBytes) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const over = () => {
      request.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken)
    }
    const onData = (chunk: Buffer) => {
      bytes += chunk.length
      try {
        if (bytes > maxBodyBytes) throw tooLarge()
        taken.take(chunk.length)
        chunks.push(chunk)
      } catch (error) {
        over()
        reject(error)
      }
    }
    const onEnd = () => {
      over()
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    }
    const onBroken = () => {
      over()
      reject(new HubError('request.invalid', 'The body of the request stopped coming.'))
    }
    request.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken)
  })
}

const drainMs = 2_000

/** Lets a sender whose body is not wanted read the answer before the connection goes. */
export function letFinish(request: IncomingMessage): void {
  if (request.complete) return
  request.resume()
  const timer = setTimeout(() => request.socket.destroySoon(), drainMs)
  request.once('close', () => clearTimeout(timer))
}
