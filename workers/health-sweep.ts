import { z } from 'zod'
import { claimDueChecks } from '@/server/domain/health/service'
import { healthCheck } from './health-check'
import { defineJob, jobOf } from './kit'
import type { JobQueue } from './queue'

const batchSize = 25

/** Claims what is due and hands it to the queue in batches. Several processes may do so at once. */
export async function sweepDueChecks(queue: JobQueue): Promise<number> {
  if (!queue.isReachable()) return 0
  const due = await claimDueChecks()
  const batches = Array.from({ length: Math.ceil(due.length / batchSize) }, (_unused, at) =>
    due.slice(at * batchSize, (at + 1) * batchSize),
  )
  if (batches.length === 0) return 0
  const checksOf = (batch: typeof due) => batch.map(({ tick, ...rest }) => ({ ...rest, tick: tick.toISOString() }))
  await queue.add(batches.map((batch) => jobOf(healthCheck, { checks: checksOf(batch) })))
  return due.length
}

/** Sweeps at once instead of within the second, because something fell due this instant. */
export const healthSweep = (queue: JobQueue) =>
  defineJob({
    name: 'health-sweep',
    payload: z.object({}),
    permissions: [],
    attempts: 1,
    timeoutMs: 10_000,
    run: async () => {
      await sweepDueChecks(queue)
    },
  })
