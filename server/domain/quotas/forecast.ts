import { emptyInWords, type QuotaForecast, type QuotaSample } from '@/server/kernel/quotas'

/** How a pool runs down, from a few samples of what was left. */
const windowSeconds = 300
const spacingSeconds = 10
const mostSamples = 32
/** Less than this tells nothing about a rate. */
const leastSeconds = 20

/** Adds what is left now; samples are some seconds apart and never more than a few minutes' worth. */
export function withSample(samples: readonly QuotaSample[], sample: QuotaSample): QuotaSample[] {
  const [at] = sample
  const recent = samples.filter(([time]) => time > at - windowSeconds - spacingSeconds && time <= at)
  const before = recent.at(-2)
  // The last sample moves along until it is far enough from the one before it.
  const isClose = before !== undefined && recent.length > 1 && (recent.at(-1)?.[0] ?? 0) - before[0] < spacingSeconds
  return [...(isClose ? recent.slice(0, -1) : recent), sample].slice(-mostSamples)
}

/** What was used between two samples: a rise or a new window begins anew and counts as nothing. */
function usedBetween(a: QuotaSample, b: QuotaSample): number {
  const isNewWindow = a[2] !== null && b[2] !== null && b[2] > a[2] + 2
  return isNewWindow ? 0 : Math.max(0, a[1] - b[1])
}

type Pool = { remaining: number; resetAt: Date | null; samples: readonly QuotaSample[] }

export function forecastOf({ remaining, resetAt, samples }: Pool, now: Date): QuotaForecast {
  const seconds = now.getTime() / 1000
  const recent = samples.filter(([at]) => at >= seconds - windowSeconds)
  const [first] = recent
  const elapsed = first ? seconds - first[0] : 0
  const isOver = resetAt !== null && resetAt <= now
  if (elapsed < leastSeconds || isOver) return { usedPerMinute: 0, emptyAt: null, text: null }
  const used = recent.reduce((sum, one, index) => sum + usedBetween(recent[index - 1] ?? one, one), 0)
  const usedPerMinute = Math.round((used / elapsed) * 600) / 10
  if (used <= 0 || remaining <= 0) return { usedPerMinute, emptyAt: null, text: null }
  const leftMs = (remaining / used) * elapsed * 1000
  const emptyAt = new Date(now.getTime() + leftMs)
  if (Number.isNaN(emptyAt.getTime()) || (resetAt !== null && emptyAt >= resetAt)) {
    return { usedPerMinute, emptyAt: null, text: null }
  }
  return { usedPerMinute, emptyAt, text: emptyInWords(leftMs) }
}
