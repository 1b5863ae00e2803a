/** What a run of a fleet tells: how late its checks were, and whether each tick was recorded once. */
export type RecordedCheck = { path: string; due: number; recorded: number; isHealthy: boolean }

const at = (sorted: Float64Array, quantile: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0)
const sorted = (numbers: readonly number[]) => Float64Array.from(numbers).sort()

/** Two ticks of one integration are never so near; a recheck comes after some five seconds. */
const nearestMs = 3_000

function gaps(checks: readonly RecordedCheck[], intervalSeconds: number) {
  let missing = 0
  let doubled = 0
  for (const [n, check] of checks.entries()) {
    const before = checks[n - 1]
    if (before?.path !== check.path) continue
    // The next tick falls due a tenth after the interval at the latest.
    if (check.due - before.recorded > intervalSeconds * 1_100 + 500) missing += 1
    if (check.due - before.due < nearestMs) doubled += 1
  }
  return { missing, doubled }
}

/** For each check, when its service was first asked: its arrivals and its ticks are both in order. */
function starts(checks: readonly RecordedCheck[], arrivals: Readonly<Record<string, readonly number[]>>) {
  const next = new Map<string, number>()
  return checks.flatMap(({ path, due }) => {
    const times = arrivals[path] ?? []
    let n = next.get(path) ?? 0
    while (n < times.length && (times[n] ?? 0) < due - 2) n += 1
    next.set(path, n + 1)
    const time = times[n]
    return time === undefined ? [] : [{ due, lateMs: time - due }]
  })
}

/** Seconds from the first tick to the one that was begun latest: a pause shows as one instant, too little room as many. */
function latestAfter(begun: readonly { due: number; lateMs: number }[]): number {
  const first = begun.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY)
  const latest = begun.reduce((most, one) => (one.lateMs > most.lateMs ? one : most), { due: first, lateMs: 0 })
  return Math.round((latest.due - first) / 1_000)
}

/** @param checks by integration, then by instant */
export function lateness(
  checks: readonly RecordedCheck[],
  arrivals: Readonly<Record<string, readonly number[]>>,
  intervalSeconds: number,
) {
  const started = starts(checks, arrivals)
  const begun = sorted(started.map(({ lateMs }) => lateMs))
  const recorded = sorted(checks.flatMap(({ isHealthy, recorded: then, due }) => (isHealthy ? [then - due] : [])))
  const asked = Object.values(arrivals).reduce((sum, times) => sum + times.length, 0)
  const { missing, doubled } = gaps(checks, intervalSeconds)
  return {
    p99: at(begun, 0.99),
    notes: {
      'checks recorded': checks.length,
      'requests the services heard': asked,
      'due to start, p50 (ms)': at(begun, 0.5),
      'due to start, p99 (ms)': at(begun, 0.99),
      'due to start, longest (ms)': at(begun, 1),
      'the longest was due after (s)': latestAfter(started),
      'due to recorded where healthy, p50 (ms)': at(recorded, 0.5),
      'due to recorded where healthy, p99 (ms)': at(recorded, 0.99),
      'due to recorded where healthy, longest (ms)': at(recorded, 1),
      'ticks missing': missing,
      'ticks recorded twice': doubled,
    },
  }
}
