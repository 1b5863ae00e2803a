'use client'

import { useNow } from '@/app/ui/clock'
import type { State } from '@/app/ui/state'

/** A verdict and how long it counts, as the API tells both. */
export type Standing = { health: State; staleAt?: string | null | undefined }

// The hub's clock and the browser's differ a little, and an answer needs a moment to arrive.
const graceMs = 3000

/**
 * The state to show now: a verdict that no check renewed in time is stale, even when nobody told the screen, for
 * instance because the connection is lost.
 */
export function standingAt({ health, staleAt }: Standing, now: number): State {
  if (health === 'DISABLED' || health === 'UNKNOWN' || health === 'CHECKING') return health
  return staleAt && new Date(staleAt).getTime() + graceMs < now ? 'STALE' : health
}

export function useStanding(standing: Standing): State {
  return standingAt(standing, useNow(1000))
}
