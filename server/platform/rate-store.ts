import { Redis } from 'ioredis'
import pg from 'pg'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { env } from './env'
import { logger } from './logger'

/**
 * Counts that all processes of one hub share, in Redis when there is one, else in a table of PostgreSQL that no crash
 * has to recover. While the store is away every process counts for itself: a limit protects, and must not stop, the hub.
 */
export type Budget = { name: string; limit: number; windowSeconds: number }

/** How much was taken in this window by everybody, this time included, and when the next window begins. */
export type Taken = { used: number; msToNext: number }

export type RateCounter = { take(subject: string, tokens: number): Promise<Taken> }

type Store = { limiterFor(budget: Budget): Promise<RateLimiterAbstract> }

const patienceMs = 1_000
const awayMs = 5_000

function onRedis(url: string): Store {
  const client = new Redis(url, {
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
  })
  client.on('error', () => {})
  /** The first requests of a process come before its connection is up: they are not to count for themselves. */
  const ready = () =>
    new Promise<void>((resolve) => {
      if (client.status === 'ready') return resolve()
      const timer = setTimeout(resolve, patienceMs)
      client.once('ready', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  return {
    limiterFor: async ({ name, limit, windowSeconds }) => {
      await ready()
      return new RateLimiterRedis({
        storeClient: client,
        rejectIfRedisNotReady: true,
        keyPrefix: `inthub:rate:${name}`,
        points: limit,
        duration: windowSeconds,
      })
    },
  }
}

const isRace = (error: unknown) => ['23505', '42P06', '42P07'].includes(String((error as { code?: string }).code))

async function makeTable(pool: pg.Pool): Promise<void> {
  const make = () =>
    pool.query(`create schema if not exists limits;
      create unlogged table if not exists limits.rates (
        key varchar(255) primary key, points integer not null default 0, expire bigint)`)
  try {
    await make()
  } catch (error) {
    // Two processes that begin at once make it both, and one is told so.
    if (!isRace(error)) throw error
    await make()
  }
}

function onPostgres(url: string): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    application_name: 'inthub rates',
    allowExitOnIdle: true,
  })
  pool.on('error', () => {})
  let made: Promise<void> | undefined
  const ready = () => {
    made ??= makeTable(pool).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  return {
    limiterFor: async ({ name, limit, windowSeconds }) => {
      await ready()
      return new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'limits',
        tableName: 'rates',
        tableCreated: true,
        keyPrefix: name,
        points: limit,
        duration: windowSeconds,
      })
    },
  }
}

const inMemory: Store = {
  limiterFor: async ({ name, limit, windowSeconds }) =>
    new RateLimiterMemory({ keyPrefix: name, points: limit, duration: windowSeconds }),
}

const stores = new Map<string, Store>()

/** The store this hub is configured for; one connection of it in a process. */
function storeOf(): Store {
  const { REDIS_URL, DATABASE_URL } = env()
  const url = REDIS_URL ?? DATABASE_URL
  if (!url) return inMemory
  const known = stores.get(url)
  if (known) return known
  const made = REDIS_URL ? onRedis(url) : onPostgres(url)
  stores.set(url, made)
  return made
}

async function consume(limiter: RateLimiterAbstract, subject: string, tokens: number): Promise<Taken> {
  try {
    const { consumedPoints, msBeforeNext } = await limiter.consume(subject, tokens)
    return { used: consumedPoints, msToNext: msBeforeNext }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { used: refused.consumedPoints, msToNext: refused.msBeforeNext }
  }
}

export function rateCounter(budget: Budget, store: Store = storeOf()): RateCounter {
  let shared: Promise<RateLimiterAbstract> | undefined
  let alone: Promise<RateLimiterAbstract> | undefined
  let awayUntil = 0

  const takeShared = async (subject: string, tokens: number): Promise<Taken> => {
    shared ??= store.limiterFor(budget)
    try {
      return await consume(await shared, subject, tokens)
    } catch (error) {
      shared = undefined
      throw error
    }
  }

  const takeAlone = async (subject: string, tokens: number): Promise<Taken> => {
    alone ??= inMemory.limiterFor(budget)
    return consume(await alone, subject, tokens)
  }

  return {
    take: async (subject, tokens) => {
      if (performance.now() < awayUntil) return takeAlone(subject, tokens)
      try {
        return await takeShared(subject, tokens)
      } catch (err) {
        awayUntil = performance.now() + awayMs
        logger.warn({ err, budget: budget.name }, 'rates cannot be shared now; each process counts for itself')
        return takeAlone(subject, tokens)
      }
    },
  }
}
