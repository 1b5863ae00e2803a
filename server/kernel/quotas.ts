import type { CallPriority } from './calls'

/**
 * How a quota is shared out between those who draw from it. What is reserved for the more urgent is a share of the
 * pool's limit; the last call of a window is always a person's.
 */
export const reservedShares: Readonly<Record<CallPriority, number>> = {
  interactive: 0,
  deploy: 0.05,
  sync: 0.25,
  probe: 0.4,
}

/** Above this share of a pool anybody may draw as fast as they like; below it sync and probe are spread until the reset. */
export const paceBelowShare = 0.5

/** Those who wait rather than hurry: they are spread, and they yield. */
export const isPatient = (priority: CallPriority) => priority === 'sync' || priority === 'probe'

/** For how long a process may spend what it leased. */
export const leaseMs = 1_000

/** A pool of a service that never tells a reset is taken for full again after so long without a word of it. */
export const silenceMs = 60_000

/** Percent left at which people are warned. */
export const quotaThresholds = [0, 10, 25] as const
export type QuotaThreshold = (typeof quotaThresholds)[number]

/** What a pool is going to do at the rate of the last minutes. */
export type QuotaForecast = {
  usedPerMinute: number
  /** Null when the reset comes first, or nothing is used. */
  emptyAt: Date | null
  /** "empty in 11 min at this rate"; null when it is not. */
  text: string | null
}

/** What was left of a pool at one time: seconds since the epoch, tokens, and the window's reset in seconds. */
export type QuotaSample = [at: number, remaining: number, resetAt: number | null]

/** "empty in 11 min at this rate" */
export function emptyInWords(ms: number): string {
  const minutes = ms / 60_000
  if (minutes < 1) return 'empty in less than a minute at this rate'
  if (minutes < 90) return `empty in ${Math.round(minutes)} min at this rate`
  if (minutes < 48 * 60) return `empty in ${Math.round(minutes / 60)} h at this rate`
  return `empty in ${Math.round(minutes / 1440)} d at this rate`
}
