import { UnrecoverableError } from 'bullmq'
import pLimit from 'p-limit'
import type { z } from 'zod'
import { type Context, systemContext } from '@/server/kernel/context'
import { HubError, retryable } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import type { Permission } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { metrics } from '@/server/platform/metrics'
import { traced } from '@/server/platform/tracing'
import type { JobQueue, NewJob } from './queue'

/**
 * What every job has in common: its payload is parsed, it gets a Context with its own permissions and a time limit, it
 * is counted, and an error that cannot get better is not tried again.
 */
export type JobDefinition<Payload> = {
  name: string
  payload: z.ZodType<Payload>
  permissions: readonly Permission[]
  /** How often a job is tried when the hub itself has trouble. */
  attempts: number
  /** For one item of the work. */
  timeoutMs: number
  run: (payload: Payload, start: StartItem) => Promise<void>
}

/** Runs one item of a job's work as the hub, for a tenant. */
export type StartItem = (tenantId: Id<'tenant'>, work: (ctx: Context) => Promise<void>) => Promise<void>

/** A job as the worker sees it: what comes from the queue is of no type until the job has parsed it. */
export type RunnableJob = Pick<JobDefinition<unknown>, 'name' | 'permissions' | 'timeoutMs'> & {
  perform: (payload: unknown, start: StartItem) => Promise<void>
}
export type Job<Payload> = JobDefinition<Payload> & RunnableJob

export function defineJob<Payload>(definition: JobDefinition<Payload>): Job<Payload> {
  return { ...definition, perform: (payload, start) => definition.run(definition.payload.parse(payload), start) }
}

/** A job as the queue takes it: its payload is checked on the way in, too. */
export function jobOf<Payload>(
  { name, payload, attempts }: Pick<JobDefinition<Payload>, 'name' | 'payload' | 'attempts'>,
  given: Payload,
  more: Pick<NewJob, 'jobId' | 'deduplicationId'> = {},
): NewJob {
  return { name, payload: payload.parse(given), attempts, ...more }
}

const canGetBetter = (error: unknown) => !(error instanceof HubError) || retryable[error.kind]

/** How many items all jobs of this process may have under way together. */
const itemsInFlight = 200
/** Batches taken from the queue at once; more than items, because a batch waits for its slowest item. */
const batchesInFlight = 32

export type RunningWorker = { stop(patienceMs: number): Promise<void> }

/** Takes jobs from the queue until it is stopped. */
export function startWorker(queue: JobQueue, jobs: readonly RunnableJob[]): RunningWorker {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const limit = pLimit(itemsInFlight)
  const stopping = new AbortController()

  const startItem =
    (job: RunnableJob): StartItem =>
    (tenantId, work) =>
      limit(async () => {
        const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(job.timeoutMs)])
        await work(systemContext(tenantId, job.name, job.permissions, { signal }))
      })

  async function run(name: string, payload: unknown): Promise<void> {
    const job = byName.get(name)
    if (!job) throw new UnrecoverableError(`There is no job named ${name}.`)
    const done = metrics.jobDuration.startTimer({ job: name })
    try {
      await traced(`job ${name}`, { kind: 'consumer' }, () => job.perform(payload, startItem(job)))
      metrics.jobs.inc({ job: name, outcome: 'success' })
    } catch (error) {
      metrics.jobs.inc({ job: name, outcome: 'failure' })
      logger.error({ error, job: name }, 'a job failed')
      if (canGetBetter(error)) throw error
      throw new UnrecoverableError(error instanceof HubError ? error.code : 'failed')
    } finally {
      done()
    }
  }

  const stopWork = queue.work(run, batchesInFlight)
  return {
    stop: async (patienceMs) => {
      const impatience = setTimeout(() => stopping.abort(), queue.isReachable() ? patienceMs : 0)
      await stopWork()
      clearTimeout(impatience)
    },
  }
}
