import { logger } from '@/server/platform/logger'
import { sweepDueChecks } from './health-sweep'
import { historyPruning } from './history-pruning'
import { jobOf } from './kit'
import type { JobQueue } from './queue'

/**
 * Clock to job: everything that is done because time passed. Every process with workers keeps its own clock; what is
 * due is decided by the database's, so that processes whose clocks disagree agree on the work.
 */
const second = 1_000
const hour = 3_600 * second

type Line = { everyMs: number; run: (queue: JobQueue) => Promise<unknown> }

const lines: readonly Line[] = [
  // Not a job of its own: one that died half-way would hold up all checks until the queue noticed.
  { everyMs: second, run: sweepDueChecks },
  { everyMs: hour, run: (queue) => queue.add([jobOf(historyPruning, {}, { deduplicationId: 'history-pruning' })]) },
]

/** Starts the clock. Answers how to stop it; what runs then is waited for. */
export function startSchedule(queue: JobQueue): () => Promise<void> {
  const running = new Map<Line, Promise<unknown>>()
  const tick = (line: Line) => {
    // A line that takes longer than its interval skips a beat instead of piling up.
    if (running.has(line)) return
    const work = line
      .run(queue)
      .catch((error) => logger.warn({ error }, 'scheduled work failed; it comes again'))
      .finally(() => running.delete(line))
    running.set(line, work)
  }
  const timers = lines.map((line) => setInterval(() => tick(line), line.everyMs))
  for (const line of lines) tick(line)
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
