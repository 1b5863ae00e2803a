import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { pendingMigrations } from '@/db/migrate'
import { acrossTenants } from '@/db/tenant'
import { isKeyringOpen } from './domain/credentials/service'
import { env } from './platform/env'
import type { Finding, Look } from './readiness'

/** What a hub needs to do its work. */
const connectionsPerProcess = 20
const migrationsKeptMs = 30_000

/** Whether the server has room for this process; several processes share the number. */
async function database(): Promise<Finding> {
  const [row] = await acrossTenants('ready', (tx) =>
    tx.execute<{ allowed: number }>(sql`
      select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as allowed`),
  )
  const allowed = Number(row?.allowed ?? 0)
  if (allowed >= connectionsPerProcess) return { ok: true }
  const warning = `the server allows ${allowed} connections, and a process of the hub may hold ${connectionsPerProcess}`
  return { ok: true, warning }
}

/** Asked seldom: it opens a connection of its own. */
function migrations(ownerUrl: string): Look {
  let settledUntil = 0
  return async () => {
    if (Date.now() < settledUntil) return { ok: true }
    const pending = await pendingMigrations(ownerUrl)
    if (pending > 0) return { ok: false, reason: `${pending} pending` }
    settledUntil = Date.now() + migrationsKeptMs
    return { ok: true }
  }
}

/** Jobs wait in Redis, or in tables that the first worker makes. */
async function queue(): Promise<Finding> {
  const { REDIS_URL } = env()
  if (REDIS_URL) return pingRedis(REDIS_URL)
  const [row] = await acrossTenants('ready', (tx) =>
    tx.execute<{ tables: number }>(sql`
      select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'bullmq' and c.relkind in ('r', 'p')`),
  )
  if (Number(row?.tables ?? 0) > 0) return { ok: true }
  // A web process puts nothing into the queue: it can serve before the first worker is up.
  if (env().INTHUB_ROLE === 'web') return { ok: true, warning: 'no worker has started yet: nothing is checked' }
  return { ok: false, reason: 'not made yet: no worker has started' }
}

async function pingRedis(url: string): Promise<Finding> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
    return { ok: true }
  } finally {
    client.disconnect()
  }
}

const key: Look = async () => (isKeyringOpen() ? { ok: true } : { ok: false, reason: 'the master key is not open' })

export function hubChecks(ownerUrl: string): Record<string, Look> {
  return { database, migrations: migrations(ownerUrl), queue, key }
}
