import { LRUCache } from 'lru-cache'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import { type Budget, type RateCounter, rateCounter } from '@/server/platform/rate-store'
import { memberTenantOf, type Principal } from './context'

/**
 * How many operations one key or session, and all of a tenant together, may run, counted in one place for every surface
 * and every process. A process takes a second's worth from the shared count at a time, so that most operations cost no
 * round trip. Nobody in particular is not counted: without rights there is little to ask for, and behind a proxy all
 * strangers have one address.
 */
export type RatePolicy = {
  name: string
  limit: number
  windowSeconds: number
  /** As far as this process knows; others may have taken since. */
  remaining: number
  resetSeconds: number
}
export type Rate = { policies: RatePolicy[]; refusal: HubError | null }

type Lease = {
  left: number
  /** What nobody has taken yet, by the last count. */
  free: number
  endsAt: number
  asking: Promise<void> | null
}

/** Two of them on one store are what two processes are. */
export class RateLimit {
  readonly budget: Budget
  readonly #counter: RateCounter
  readonly #leases = new LRUCache<string, Lease>({ max: 50_000 })
  readonly #share: number

  constructor(budget: Budget, counter: RateCounter = rateCounter(budget)) {
    this.budget = budget
    this.#counter = counter
    this.#share = Math.ceil(budget.limit / budget.windowSeconds)
  }

  #leaseOf(subject: string, now: number): Lease {
    const known = this.#leases.get(subject)
    if (known && (known.endsAt > now || known.asking)) return known
    const fresh: Lease = { left: 0, free: this.budget.limit, endsAt: 0, asking: null }
    this.#leases.set(subject, fresh)
    return fresh
  }

  async #refill(subject: string, lease: Lease): Promise<void> {
    const { limit } = this.budget
    const { used, msToNext } = await this.#counter.take(subject, this.#share)
    const before = used - this.#share
    // The last ones get what is left of the window, even when it is less than their share.
    lease.left = Math.max(0, Math.min(this.#share, limit - before))
    lease.free = Math.max(0, limit - used)
    lease.endsAt = performance.now() + Math.max(1, msToNext)
  }

  #policy({ left, free, endsAt }: Lease, now: number): RatePolicy {
    const resetSeconds = Math.max(0, Math.ceil((endsAt - now) / 1000))
    return { ...this.budget, remaining: left + free, resetSeconds }
  }

  /** Whether one more may pass. */
  async take(subject: string): Promise<{ policy: RatePolicy; retryAfterMs: number | null }> {
    let lease = this.#leaseOf(subject, performance.now())
    for (let attempt = 0; attempt < 50 && lease.left < 1; attempt++) {
      if (lease.endsAt > performance.now() && lease.free < 1) break
      lease.asking ??= this.#refill(subject, lease).finally(() => {
        lease.asking = null
      })
      await lease.asking
      lease = this.#leaseOf(subject, performance.now())
    }
    const now = performance.now()
    if (lease.left < 1) return { policy: this.#policy(lease, now), retryAfterMs: Math.ceil(lease.endsAt - now) }
    lease.left -= 1
    return { policy: this.#policy(lease, now), retryAfterMs: null }
  }
}

type Limits = { read: ReturnType<typeof env>; of: string; caller: RateLimit; tenant: RateLimit }
let limits: Limits | undefined

/** Made anew when the configuration is another one, as tests make it. */
function limitsNow(): Limits {
  const read = env()
  if (limits?.read === read) return limits
  const { RATE_LIMIT_API, RATE_LIMIT_TENANT, DATABASE_URL, REDIS_URL } = read
  const of = JSON.stringify([RATE_LIMIT_API, RATE_LIMIT_TENANT, DATABASE_URL, REDIS_URL])
  if (limits?.of === of) limits.read = read
  else {
    limits = {
      ...{ read, of },
      caller: new RateLimit({ name: 'caller', ...RATE_LIMIT_API }),
      tenant: new RateLimit({ name: 'tenant', ...RATE_LIMIT_TENANT }),
    }
  }
  return limits
}

function refusal({ name, limit, windowSeconds }: RatePolicy, retryAfterMs: number): HubError {
  const who = name === 'tenant' ? 'All keys and sessions of this tenant together' : 'This key or session'
  return new HubError('request.rate_limited', `${who} may run ${limit} operations in ${windowSeconds} s.`, {
    retryAfterMs: Math.max(1, retryAfterMs),
  })
}

/** Counts one operation of the caller, and of the tenant it is for where that is known. */
export async function readRate(principal: Principal | null, tenantRef: string | null): Promise<Rate> {
  if (!principal) return { policies: [], refusal: null }
  const { caller, tenant } = limitsNow()
  const own = await caller.take(principal.kind === 'user' ? principal.sessionId : principal.id)
  if (own.retryAfterMs !== null) return { policies: [own.policy], refusal: refusal(own.policy, own.retryAfterMs) }
  const tenantId = await memberTenantOf(principal, tenantRef)
  if (!tenantId) return { policies: [own.policy], refusal: null }
  const shared = await tenant.take(tenantId)
  const policies = [own.policy, shared.policy]
  return { policies, refusal: shared.retryAfterMs === null ? null : refusal(shared.policy, shared.retryAfterMs) }
}

/** @throws {HubError} request.rate_limited, with the time after which more may pass */
export async function takeOne(principal: Principal | null, tenantRef: string | null): Promise<void> {
  const { refusal: refused } = await readRate(principal, tenantRef)
  if (refused) throw refused
}
