/**
 * A latency histogram that can be added up: 64 buckets, each a quarter longer than the one before, from 1 ms to
 * about 20 minutes. A percentile read from it is off by an eighth at most.
 */
const growth = 1.25
export const bucketCount = 64

/** The upper bound of a bucket, in milliseconds. */
const bound = (bucket: number) => growth ** bucket

export function bucketOf(latencyMs: number): number {
  const bucket = Math.ceil(Math.log(Math.max(latencyMs, 1)) / Math.log(growth))
  return Math.min(Math.max(bucket, 0), bucketCount - 1)
}

/** @param quantile 0 to 1. @returns milliseconds; null when nothing was measured */
export function percentile(buckets: readonly number[], quantile: number): number | null {
  const total = buckets.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const rank = Math.max(1, Math.ceil(total * quantile))
  let seen = 0
  for (const [bucket, count] of buckets.entries()) {
    seen += count
    // The middle of the bucket, for the rank falls somewhere in it.
    if (seen >= rank) return Math.round((bucket === 0 ? bound(0) : (bound(bucket - 1) + bound(bucket)) / 2) * 10) / 10
  }
  return null
}
