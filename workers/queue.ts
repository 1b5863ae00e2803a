import { once } from 'node:events'
import { createPostgresBackend, type Job, type PgPool, Queue, runMigrations, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { ownerDatabaseUrl } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'

/**
 * BullMQ, on Postgres by default and on Redis with REDIS_URL. All jobs share one queue, so that a process holds one
 * small pool for them. The queue may lose everything and nothing is lost: rows in Postgres say what is due.
 */
const queueName = 'hub'
const poolConnections = 5

export type JobOptions = { jobId?: string; attempts?: number; deduplicationId?: string }
export type NewJob = { name: string; payload: unknown } & JobOptions

/** As much of BullMQ as the hub uses, whichever backend it runs on. */
export type JobQueue = {
  /** Whether jobs can be added now. While they cannot, nothing is claimed and nobody waits for it. */
  isReachable(): boolean
  /** @throws {HubError} hub.unavailable */
  add(jobs: readonly NewJob[]): Promise<void>
  /** Answers how to stop: running jobs are waited for. */
  work(run: (name: string, payload: unknown) => Promise<void>, concurrency: number): () => Promise<void>
  close(): Promise<void>
}

/** A job that was killed twice is tried again: BullMQ's default fails it for good. */
const workerOptions = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 }
const kept = { removeOnComplete: true, removeOnFail: { age: 7 * 86_400, count: 1_000 } }

function toBulk({ name, payload, jobId, attempts = 1, deduplicationId }: NewJob) {
  return {
    name,
    data: payload,
    opts: {
      ...kept,
      attempts,
      backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
      ...(jobId && { jobId }),
      ...(deduplicationId && { deduplication: { id: deduplicationId } }),
    },
  }
}

type Parts = {
  queue: Pick<Queue, 'addBulk' | 'close' | 'on'>
  makeWorker: MakeWorker
  isReachable: () => boolean
  end: () => Promise<unknown>
}
type MakeWorker = (run: (job: Job) => Promise<void>, concurrency: number) => Worker

const tell = (where: string) => (error: Error) =>
  logger.warn({ error }, `the queue of jobs has trouble in its ${where}; it goes on by itself`)

async function postgresParts(): Promise<Parts> {
  const pool = new pg.Pool({
    connectionString: ownerDatabaseUrl(),
    max: poolConnections,
    keepAlive: true,
    options: '-c search_path=bullmq',
    application_name: 'inthub jobs',
  })
  pool.on('error', tell('pool'))
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
  const bound = withBackend(createPostgresBackend)
  // pg's own Pool lacks an index signature that BullMQ's description of it has.
  const connection = pool as unknown as PgPool
  const queue = new bound.Queue(queueName, { connection })
  return {
    queue: queue as unknown as Queue,
    makeWorker: (run, concurrency) =>
      new bound.Worker(queueName, (job) => run(job as unknown as Job), {
        connection,
        concurrency,
        ...workerOptions,
      }) as unknown as Worker,
    isReachable: () => true,
    end: () => pool.end(),
  }
}

async function redisParts(url: string): Promise<Parts> {
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  connection.on('error', tell('connection'))
  if (connection.status !== 'ready') await once(connection, 'ready')
  return {
    queue: new Queue(queueName, { connection }),
    makeWorker: (run, concurrency) => new Worker(queueName, run, { connection, concurrency, ...workerOptions }),
    isReachable: () => connection.status === 'ready',
    end: async () => connection.disconnect(),
  }
}

export async function openQueue(): Promise<JobQueue> {
  const { REDIS_URL } = env()
  const { queue, makeWorker, isReachable, end } = REDIS_URL ? await redisParts(REDIS_URL) : await postgresParts()
  queue.on('error', tell('queue'))
  return {
    isReachable,
    add: async (jobs) => {
      if (!isReachable()) throw new HubError('hub.unavailable', 'The queue of jobs cannot be reached.')
      await queue.addBulk(jobs.map(toBulk))
    },
    work: (run, concurrency) => {
      const worker = makeWorker((job) => run(job.name, job.data), concurrency)
      worker.on('error', tell('worker'))
      // Forced when nobody is there to take the results: it would wait for that, too.
      return () => worker.close(!isReachable())
    },
    close: async () => {
      // Without its server the queue has nothing to say goodbye to, and would wait for it.
      if (isReachable()) await queue.close()
      await end()
    },
  }
}
