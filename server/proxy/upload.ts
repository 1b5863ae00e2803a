import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { HubError } from '@/server/kernel/errors'

/**
 * The body of a request on its way up. A small one of known length is read first, so that it can be sent again; any other
 * flows as it comes. The caller's own stream is never destroyed with it: an answer still has to go back there.
 */
const smallBytes = 65_536
const smallPatienceMs = 30_000

export type Upload = {
  body: Readable | Buffer | null
  /** Of a body that flows; null when only its end will tell. */
  length: number | null
  readonly bytes: number
  /** Nothing came from the caller although there was room for it. */
  readonly isStarving: boolean
}

class Tap extends Readable {
  bytes = 0
  isStarving = false
  readonly #from: IncomingMessage
  readonly #onMoved: () => void

  constructor(from: IncomingMessage, onMoved: () => void) {
    super({ highWaterMark: smallBytes })
    this.#from = from
    this.#onMoved = onMoved
    from.on('data', (chunk: Buffer) => {
      this.bytes += chunk.length
      this.isStarving = false
      this.#onMoved()
      if (!this.destroyed && !this.push(chunk)) from.pause()
    })
    from.once('end', () => {
      if (!this.destroyed) this.push(null)
    })
    const broken = () => {
      if (!from.complete) this.destroy(new Error('The caller has gone.'))
    }
    from.once('error', broken)
    from.once('close', broken)
    // While the call still waits for its turn nobody reads here, and an error that nobody hears ends the process.
    this.on('error', () => {})
    from.pause()
  }

  override _read(): void {
    this.isStarving = true
    this.#from.resume()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#from.pause()
    done(error)
  }
}

function readSmall(request: IncomingMessage, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const timer = setTimeout(
      () => reject(new HubError('request.invalid', 'The body did not arrive in time.')),
      smallPatienceMs,
    )
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
      end(() => resolve(body))
    })
    const gone = () => end(() => reject(new HubError('request.invalid', 'The body ended early.')))
    request.once('error', gone)
    request.once('close', gone)
  })
}

/** Whether the request has a body at all. Source: https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) > 0)
}

const noUpload: Upload = { body: null, length: null, bytes: 0, isStarving: false }

/**
 * @param onMoved called for each piece of a body that flows
 * @throws {HubError} request.invalid
 */
export async function openUpload(request: IncomingMessage, onMoved: () => void): Promise<Upload> {
  if (!hasBody(request)) return noUpload
  const told = request.headers['content-length']
  const length = told === undefined ? null : Number(told)
  if (length !== null && length <= smallBytes) {
    const body = await readSmall(request, length)
    return { body, length, bytes: body.length, isStarving: false }
  }
  const tap = new Tap(request, onMoved)
  return {
    body: tap,
    length,
    get bytes() {
      return tap.bytes
    },
    get isStarving() {
      return tap.isStarving
    },
  }
}
