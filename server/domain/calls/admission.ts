import type { CallFailure, CallPriority } from '@/server/kernel/calls'
import type { Context } from '@/server/kernel/context'
import type { LearnedQuota } from '@/server/kernel/health'
import { learnQuotas, pauseQuota, takeQuota } from '../quotas/service'
import { takePlace } from './bulkhead'
import type { CallQuota, CallTarget } from './call'
import { circuitBoard, type Verdict } from './circuits'
import { abortedFailure, bulkheadFailure, deadlineFailure, quotaFailure } from './failures'
import { poolsOf } from './pools'

/**
 * What one request has to pass before it goes out, in this order: the breaker, the quota, a place in the bulkhead, and
 * the breaker again, for it may have opened while the request waited.
 */
export type AdmissionWanted = {
  method: string
  /** Below the base URL. */
  path: string
  priority: CallPriority
  /** Milliseconds since the epoch. */
  deadlineAt: number
  signal?: AbortSignal | undefined
}

/** What became of the request that was let through. */
export type AdmissionEnd = {
  verdict: Verdict
  failure: CallFailure | null
  quotas?: readonly LearnedQuota[] | undefined
  /** The service refused the pace until then. */
  pausedUntil?: Date | undefined
  sentAt?: Date | undefined
}

export type Admitted = {
  waitedMs: number
  quota: CallQuota | null
  refused?: undefined
  /** Gives the place back before the end: for a call that waits for its caller only. */
  leave: () => void
  /** Has to be called once, whatever happens: gives the place back and tells breaker and limiter. */
  settle: (end: AdmissionEnd) => Promise<void>
}
export type Refused = { refused: CallFailure; waitedMs: number }

function peekCircuit(target: CallTarget): CallFailure | null {
  const { state, retryAt } = circuitBoard.stateOf(target.integration.id)
  const isPaused = state !== 'closed' && retryAt !== null && retryAt.getTime() > Date.now()
  return isPaused ? circuitBoard.refusalOf(target.integration.id) : null
}

type Through = { quota: CallQuota | null; waitedMs: number; refused?: undefined } | Refused

async function throughQuota(ctx: Context, target: CallTarget, wanted: AdmissionWanted): Promise<Through> {
  const taken = await takeQuota(ctx, {
    integrationId: target.integration.id,
    pools: poolsOf(target, wanted.method, wanted.path),
    policy: target.policy.quota,
    ...{ priority: wanted.priority, deadlineAt: wanted.deadlineAt, signal: wanted.signal },
  })
  if (taken.refused) {
    const { pool, retryAfterMs } = taken.refused
    return { refused: quotaFailure(pool, retryAfterMs), waitedMs: taken.waitedMs }
  }
  const { pool, limit, remaining, resetAt, waitedMs } = taken
  return { quota: pool === null ? null : { pool, limit, remaining, resetAt }, waitedMs }
}

async function throughBulkhead(target: CallTarget, wanted: AdmissionWanted) {
  const place = await takePlace(target.integration.id, { ...wanted, policy: target.policy.bulkhead })
  if (!('refused' in place)) return place
  const failures = {
    full: () => bulkheadFailure(target.policy.bulkhead.queued),
    late: deadlineFailure,
    aborted: abortedFailure,
  }
  return { refused: failures[place.refused](), waitedMs: place.waitedMs }
}

/** Lets one request through, or says why not. Nothing is thrown for a service or a quota. */
export async function admitCall(
  ctx: Context,
  target: CallTarget,
  wanted: AdmissionWanted,
): Promise<Admitted | Refused> {
  const paused = peekCircuit(target)
  if (paused) return { refused: paused, waitedMs: 0 }
  const quota = await throughQuota(ctx, target, wanted)
  if (quota.refused) return quota
  if (wanted.signal?.aborted) return { refused: abortedFailure(), waitedMs: quota.waitedMs }
  const place = await throughBulkhead(target, wanted)
  const waitedMs = quota.waitedMs + place.waitedMs
  if ('refused' in place) return { refused: place.refused, waitedMs }
  let entry: Awaited<ReturnType<typeof circuitBoard.enter>>
  try {
    entry = await circuitBoard.enter(ctx, target)
  } catch (error) {
    place.leave()
    throw error
  }
  if ('refused' in entry) {
    place.leave()
    return { refused: entry.refused, waitedMs }
  }
  const pass = entry
  return {
    waitedMs,
    quota: quota.quota,
    leave: place.leave,
    settle: async (end) => {
      place.leave()
      hearQuotas(ctx, target, wanted, end)
      await circuitBoard.note(ctx, target, pass, end)
    },
  }
}

function hearQuotas(ctx: Context, target: CallTarget, wanted: AdmissionWanted, end: AdmissionEnd): void {
  const { id } = target.integration
  if (end.quotas && end.quotas.length > 0) learnQuotas(ctx, id, end.quotas, { sentAt: end.sentAt })
  if (!end.pausedUntil) return
  for (const pool of poolsOf(target, wanted.method, wanted.path)) pauseQuota(ctx, id, { pool, until: end.pausedUntil })
}
