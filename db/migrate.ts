import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'

/**
 * Brings the schema up to date as the owner. Several processes may start at once: an advisory lock lets one work and
 * the others find nothing left to do.
 */
const migrationLock = 7_305_330

/** The folder is found from the sources as from the bundle in `dist`. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations', 'meta'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder db/migrations is missing from this installation.')
    folder = parent
  }
  return join(folder, 'db', 'migrations')
}

async function asOwner<T>(ownerUrl: string, work: (client: Sql) => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** @throws Error when the server is older than PostgreSQL 14, or its login may not create roles and tables */
export function migrate(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (client) => {
    const [server] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`
    if ((server?.version ?? 0) < 140_000) throw new Error('Integration Hub needs PostgreSQL 14 or newer.')
    const db = drizzle(client)
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`)
    try {
      await runMigrations(db, { migrationsFolder: migrationsFolder() })
      await db.execute(sql`select ensure_partitions()`)
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${migrationLock})`)
    }
  })
}

/** How many migrations this version of the hub brings that the database has not had. */
export function pendingMigrations(ownerUrl: string): Promise<number> {
  return asOwner(ownerUrl, async (client) => {
    const known = readMigrationFiles({ migrationsFolder: migrationsFolder() })
    const [table] = await client<{ there: boolean }[]>`
      select to_regclass('drizzle.__drizzle_migrations') is not null as there`
    if (!table?.there) return known.length
    const [last] = await client<{ at: string }[]>`select max(created_at)::text as at from drizzle.__drizzle_migrations`
    return known.filter((migration) => migration.folderMillis > Number(last?.at ?? 0)).length
  })
}
