import { LRUCache } from 'lru-cache'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import type { Principal } from './context'

/**
 * How many operations one key or one session may run, in this process. A bucket that refills evenly: a burst up to the
 * limit passes, what comes faster than it refills waits. Nobody in particular is not counted: without rights there is
 * little to ask for, and behind a proxy all strangers have one address.
 */
type Bucket = { left: number; at: number }
const buckets = new LRUCache<string, Bucket>({ max: 50_000 })

/** @throws {HubError} request.rate_limited, with the time after which one more passes */
export function takeOne(principal: Principal | null, now = performance.now()): void {
  if (!principal) return
  const { limit, windowSeconds } = env().RATE_LIMIT_API
  const perMs = limit / (windowSeconds * 1000)
  const who = principal.kind === 'user' ? principal.sessionId : principal.id
  const before = buckets.get(who) ?? { left: limit, at: now }
  const left = Math.min(limit, before.left + (now - before.at) * perMs)
  if (left < 1) {
    const detail = `This key or session may run ${limit} operations in ${windowSeconds} s.`
    throw new HubError('request.rate_limited', detail, { retryAfterMs: Math.ceil((1 - left) / perMs) })
  }
  buckets.set(who, { left: left - 1, at: now })
}
