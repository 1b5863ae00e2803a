import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { type Id, toUuid } from '@/server/kernel/ids'

/**
 * The only doors to the database. `inTenant` works as the app role under row-level security, `acrossTenants` as the
 * system role, which sees just the tables that have a policy for it. No pool is exported, so there is no third way.
 */
type Database = PostgresJsDatabase
type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

declare const door: unique symbol
/** A transaction in which one tenant's rows can be touched. */
export type TenantTx = Transaction & { readonly [door]: 'tenant' }
/** A transaction of the hub itself. */
export type SystemTx = Transaction & { readonly [door]: 'system' }

export type DatabaseSettings = {
  /** Owner login: migrations and the schema of the queue. The two roles are taken on connecting. */
  ownerUrl: string
  /** Separate logins, where wanted. */
  appUrl?: string | undefined
  systemUrl?: string | undefined
  appConnections?: number
  systemConnections?: number
}

type Open = { settings: DatabaseSettings; appClient: Sql; systemClient: Sql; app: Database; system: Database }

// On globalThis, because a bundler may load this file twice and there must be one set of pools in a process.
const place = globalThis as { [key: symbol]: Open | undefined }
const key = Symbol.for('inthub.database')

function connect(url: string, role: string, max: number): Sql {
  return postgres(url, {
    max,
    connection: { options: `-c role=${role}`, application_name: `inthub ${role}`, TimeZone: 'UTC' },
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
  })
}

export function connectDatabase(settings: DatabaseSettings): void {
  const appClient = connect(settings.appUrl ?? settings.ownerUrl, 'inthub_app', settings.appConnections ?? 8)
  const systemClient = connect(
    settings.systemUrl ?? settings.ownerUrl,
    'inthub_system',
    settings.systemConnections ?? 4,
  )
  const options = { casing: 'snake_case' } as const
  place[key] = {
    settings,
    appClient,
    systemClient,
    app: drizzle(appClient, options),
    system: drizzle(systemClient, options),
  }
}

function open(): Open {
  const current = place[key]
  if (current) return current
  throw new Error('The database is not connected: call connectDatabase first.')
}

export async function closeDatabase(): Promise<void> {
  const current = place[key]
  place[key] = undefined
  if (current) await Promise.all([current.appClient.end({ timeout: 5 }), current.systemClient.end({ timeout: 5 })])
}

/** Where the queue and the bus connect: the owner's address, for schemas of their own. */
export function ownerDatabaseUrl(): string {
  return open().settings.ownerUrl
}

/** Opens a transaction in which exactly this tenant's rows exist. */
export function inTenant<T>(ctx: { tenantId: Id<'tenant'> }, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return open().app.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant_id', ${toUuid(ctx.tenantId)}, true)`)
    return work(tx as TenantTx)
  })
}

/** Opens a transaction of the hub itself; the reason stands in the server's activity view while it runs. */
export function acrossTenants<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T> {
  return open().system.transaction(async (tx) => {
    await tx.execute(sql`select set_config('application_name', ${`inthub ${reason}`.slice(0, 63)}, true)`)
    return work(tx as SystemTx)
  })
}
