import { Redis } from 'ioredis'
import postgres from 'postgres'
import { env } from './env'
import { logger } from './logger'

/**
 * Live fan-out between the processes of one hub: LISTEN/NOTIFY, or Redis pub/sub when REDIS_URL is set. Messages are
 * small hints ("there is something new"); whoever hears one reads the facts from the database, so a lost message
 * delays and never loses.
 */
export type Bus = {
  publish(topic: string, message: string): Promise<void>
  /** Answers how to stop. The listener is also called, with an empty message, after a lost connection came back. */
  subscribe(topic: string, listener: (message: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export function postgresBus(databaseUrl: string): Bus {
  const client = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'inthub bus' },
  })
  return {
    publish: async (topic, message) => {
      await client.notify(topic, message)
    },
    subscribe: async (topic, listener) => {
      const { unlisten } = await client.listen(topic, listener, () => listener(''))
      return () => unlisten()
    },
    close: () => client.end({ timeout: 2 }),
  }
}

export function redisBus(redisUrl: string): Bus {
  const options = { maxRetriesPerRequest: null, enableOfflineQueue: true }
  const publisher = new Redis(redisUrl, options)
  const subscriber = new Redis(redisUrl, options)
  const listeners = new Map<string, Set<(message: string) => void>>()
  for (const client of [publisher, subscriber]) {
    client.on('error', (error) => logger.warn({ error }, 'Redis is not reachable; it is tried again'))
  }
  subscriber.on('message', (topic, message) => {
    for (const listener of listeners.get(topic) ?? []) listener(message)
  })
  subscriber.on('ready', () => {
    for (const set of listeners.values()) for (const listener of set) listener('')
  })
  return {
    publish: async (topic, message) => {
      // Waiting for Redis would hold up the relay; what this hint would have said is found by the listeners' own look.
      if (publisher.status === 'ready') await publisher.publish(topic, message)
    },
    subscribe: async (topic, listener) => {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(listener))
      if (set.size === 1) await subscriber.subscribe(topic)
      return async () => {
        set.delete(listener)
        if (set.size === 0 && subscriber.status === 'ready') await subscriber.unsubscribe(topic)
      }
    },
    close: async () => {
      publisher.disconnect()
      subscriber.disconnect()
    },
  }
}

/** The bus this hub is configured for. */
export function startBus(): Bus {
  const { REDIS_URL, DATABASE_URL } = env()
  if (REDIS_URL) return redisBus(REDIS_URL)
  if (DATABASE_URL) return postgresBus(DATABASE_URL)
  throw new Error('The bus needs a database: DATABASE_URL is not settled yet.')
}
