import type { LearnedQuota } from '@/server/kernel/health'
import { type HeardPool, isSameWindow } from './settling'

/** Which of two answers about a pool is believed. */
export type Known = HeardPool

export function toKnown({ pool, limit, remaining, resetAt }: LearnedQuota, sentAt: number, heardAt: number): Known {
  return { pool, limit, remaining, resetAt: resetAt?.getTime() ?? null, sentAt, heardAt }
}

/**
 * The newest answer wins: by its window, then by when it was heard. Answers that were under way together arrive in any
 * order, so within a window only one that was asked for after the last was heard may raise what is left.
 *
 * @returns null when it tells nothing new
 */
export function believed(before: Known | undefined, one: Known, now: number): Known | null {
  if (!before) return one
  const beforeIsOver = isOver(before, now)
  if (isOver(one, now) && !beforeIsOver) return null
  if (one.sentAt >= before.heardAt) return one
  if (!isSameWindow(before.resetAt, one.resetAt)) return isLater(before, one) ? one : null
  if (beforeIsOver) return one
  if (one.resetAt === null) return one.heardAt >= before.heardAt ? one : null
  const remaining = Math.min(one.remaining, before.remaining)
  return { ...one, remaining, heardAt: Math.max(one.heardAt, before.heardAt) }
}

const isOver = ({ resetAt }: Known, now: number) => resetAt !== null && resetAt <= now
const isLater = (before: Known, one: Known) => (one.resetAt ?? 0) > (before.resetAt ?? 0)
