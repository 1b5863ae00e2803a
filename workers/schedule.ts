import { logger } from '@/server/platform/logger'
import type { Automations } from './automations'
import { callSumming } from './call-summing'
import type { Checker } from './checker'
import type { DoctorRounds } from './doctor'
import { historyPruning } from './history-pruning'
import { hookTending } from './hook-tending'
import { jobOf } from './kit'
import type { JobQueue } from './queue'
import type { WebhookSender } from './webhook-sender'

/**
 * Clock to job: everything that is done because time passed. Every process with workers keeps its own clock; what is
 * due is decided by the database's, so that processes whose clocks disagree agree on the work.
 */
const second = 1_000
const hour = 3_600 * second

type Worked = {
  queue: JobQueue
  checker: Checker
  rounds: DoctorRounds
  sender: Pick<WebhookSender, 'wake'>
  automations: Pick<Automations, 'wake'>
}
type Line = { everyMs: number; run: (worked: Worked) => Promise<unknown> }

const lines: readonly Line[] = [
  // Not a job: checks go on while the queue cannot be reached, and no job that died can hold them up.
  { everyMs: second / 4, run: async ({ checker }) => checker.wake() },
  // Retries fall due by the clock; what is new is told by the relay.
  { everyMs: second / 2, run: async ({ sender }) => sender.wake() },
  // Woken by events, too; this is for what falls due by time, and for wake-ups that were lost.
  { everyMs: second, run: async ({ automations }) => automations.wake() },
  { everyMs: 10 * second, run: async ({ rounds }) => rounds.wake() },
  {
    everyMs: hour / 6,
    run: ({ queue }) => queue.add([jobOf(callSumming, {}, { deduplicationId: 'call-summing' })]),
  },
  {
    everyMs: hour / 12,
    run: ({ queue }) => queue.add([jobOf(hookTending, {}, { deduplicationId: 'hook-tending' })]),
  },
  {
    everyMs: hour,
    run: ({ queue }) => queue.add([jobOf(historyPruning, {}, { deduplicationId: 'history-pruning' })]),
  },
]

/** Starts the clock. Answers how to stop it; what runs then is waited for. */
export function startSchedule(worked: Worked): () => Promise<void> {
  const running = new Map<Line, Promise<unknown>>()
  const tick = (line: Line) => {
    // A line that takes longer than its interval skips a beat instead of piling up.
    if (running.has(line)) return
    const work = line
      .run(worked)
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
