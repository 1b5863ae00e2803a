'use client'

import { useEffect } from 'react'

export type Refetch = () => Promise<unknown>

/** Reads again soon, but not more often than once a second however much happens. */
export function gathered(refetch: Refetch, soonMs = 120, atMostEveryMs = 1000) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAt = 0
  const run = () => {
    timer = undefined
    lastAt = Date.now()
    // A failure shows as the query's own error; the next change or tick tries again.
    refetch().catch(() => {})
  }
  return {
    soon: () => {
      timer ??= setTimeout(run, Math.max(soonMs, lastAt + atMostEveryMs - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

export type Paced = { enabled: boolean; intervalSeconds: number }

/**
 * Checks that confirm a verdict tell nobody, so "checked 12 s ago" and the strips are read again at the pace of the
 * quickest integration, and at once when the page is looked at again.
 */
export function usePace(refetch: Refetch, items: readonly Paced[]): void {
  const quickest = Math.min(60, ...items.filter((item) => item.enabled).map((item) => item.intervalSeconds))
  const everyMs = Math.max(5, quickest / 2) * 1000
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') refetch().catch(() => {})
    }
    const timer = setInterval(read, everyMs)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [refetch, everyMs])
}
