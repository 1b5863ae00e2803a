import { CloseCode } from 'graphql-ws'
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
/** In a burst one look is for all events of this time; with the age of its answers it stays below a second. */
const looksLastMs = 50
/** Reconnect with the new rights: a subscription filters with those it began with. */
const serviceRestart = 1012

type Identify = () => ReturnType<typeof authenticate>
type Close = (code: number, reason: string) => void
type Standing = { principal: Principal; rights: string }

const who = (principal: Principal) => (principal.kind === 'user' ? principal.sessionId : principal.id)

async function standingOf(identify: Identify, tenant: string | null): Promise<Standing> {
  const principal = await identify()
  if (!principal) throw new HubError('auth.required')
  return { principal, rights: rightsOf(await contextFor(principal, tenant, { requestId: newId('request') })) }
}

export class Watch {
  readonly #identify: Identify
  readonly #tenant: string | null
  readonly #close: Close
  readonly #timer: NodeJS.Timeout
  readonly #standing: Standing
  #ended = false
  #lookedAt = Number.NEGATIVE_INFINITY

  private constructor(identify: Identify, tenant: string | null, close: Close, standing: Standing) {
    this.#identify = identify
    this.#tenant = tenant
    this.#close = close
    this.#standing = standing
    this.#timer = setInterval(() => void this.look().catch(() => {}), everyMs)
  }

  /** @throws {HubError} when nobody, or nobody of this tenant, connects */
  static async start(identify: Identify, tenant: string | null, close: Close): Promise<Watch> {
    return new Watch(identify, tenant, close, await standingOf(identify, tenant))
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
    const startedAt = performance.now()
    if (startedAt - this.#lookedAt < looksLastMs) return
    try {
      const now = await standingOf(this.#identify, this.#tenant)
      if (who(now.principal) !== who(this.principal)) throw new HubError('auth.required')
      if (now.rights !== this.#standing.rights) this.#end(serviceRestart, 'permissions changed')
      else this.#lookedAt = startedAt
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
