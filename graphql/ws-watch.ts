import { createHash } from 'node:crypto'
import { CloseCode } from 'graphql-ws'
import { LRUCache } from 'lru-cache'
import { type authenticate, contextFor, type Principal } from '@/server/auth/context'
import { HubError } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/ids'
import { logger } from '@/server/platform/logger'
import { rightsOf } from './ws-share'

/**
 * Keeps asking whether the person or key behind a socket may still be there. Answers about identity are at most 900 ms
 * old, so asking before each event costs little and lets none pass after a revocation was noticed anywhere.
 */
const everyMs = 2_000
/** In a burst one look is for all events of this time, and for every socket of the same credentials; with the age of
 * its answers it stays below a second. */
const looksLastMs = 50
const looks = new LRUCache<string, Promise<Standing>>({ max: 10_000, ttl: looksLastMs, ttlResolution: 0 })
/** Reconnect with the new rights: a subscription filters with those it began with. */
const serviceRestart = 1012

type Identify = () => ReturnType<typeof authenticate>
/** How to ask who it is, and the credentials that answer it. */
type Caller = { identify: Identify; key: string }
type Close = (code: number, reason: string) => void
type Standing = { principal: Principal; rights: string }

const who = (principal: Principal) => (principal.kind === 'user' ? principal.sessionId : principal.id)

async function standingOf(identify: Identify, tenant: string | null): Promise<Standing> {
  const principal = await identify()
  if (!principal) throw new HubError('auth.required')
  return { principal, rights: rightsOf(await contextFor(principal, tenant, { requestId: newId('request') })) }
}

/** Asked once for all that come together; what went wrong is asked again. */
function standingNow(key: string, identify: Identify, tenant: string | null): Promise<Standing> {
  const known = looks.get(key)
  if (known) return known
  const asked = standingOf(identify, tenant)
  looks.set(key, asked)
  asked.catch(() => looks.delete(key))
  return asked
}

export class Watch {
  readonly #key: string
  readonly #identify: Identify
  readonly #tenant: string | null
  readonly #close: Close
  readonly #timer: NodeJS.Timeout
  readonly #standing: Standing
  #ended = false

  private constructor({ key, identify }: Caller, tenant: string | null, close: Close, standing: Standing) {
    this.#key = createHash('sha256').update(`${tenant}\n${key}`).digest('base64')
    this.#identify = identify
    this.#tenant = tenant
    this.#close = close
    this.#standing = standing
    this.#timer = setInterval(() => void this.look().catch(() => {}), everyMs)
  }

  /** @throws {HubError} when nobody, or nobody of this tenant, connects */
  static async start(caller: Caller, tenant: string | null, close: Close): Promise<Watch> {
    return new Watch(caller, tenant, close, await standingOf(caller.identify, tenant))
  }

  /** The rights it began with; with others it is closed. */
  get rights(): string {
    return this.#standing.rights
  }

  get principal(): Principal {
    return this.#standing.principal
  }

  stop(): void {
    this.#ended = true
    clearInterval(this.#timer)
  }

  #end(code: number, reason: string): void {
    if (this.#ended) return
    this.stop()
    this.#close(code, reason)
  }

  /** Returns when all is as it was; closes the socket and throws when it is not. */
  async look(): Promise<void> {
    if (this.#ended) throw new HubError('auth.required')
    try {
      const now = await standingNow(this.#key, this.#identify, this.#tenant)
      if (who(now.principal) !== who(this.principal)) throw new HubError('auth.required')
      if (now.rights !== this.#standing.rights) this.#end(serviceRestart, 'permissions changed')
    } catch (error) {
      // The database being away for a moment is no reason to send anybody off.
      if (!(error instanceof HubError) || error.kind === 'unavailable') {
        logger.warn({ err: error }, 'a socket could not be checked; it is checked again')
        return
      }
      this.#end(CloseCode.Forbidden, error.code)
      throw error
    }
  }
}
