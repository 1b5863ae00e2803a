import { sql } from 'drizzle-orm'
import { type Id, toUuid } from '@/server/kernel/ids'
import { isTracing, traced } from '@/server/platform/tracing'
import { Connections, type Transaction } from './connections'

/**
 * The only doors to the database. `inTenant` works as the app role under row-level security, `acrossTenants` as the
 * system role, which sees just the tables that have a policy for it. No pool is exported, so there is no third way.
 */
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

type Open = { settings: DatabaseSettings; app: Connections; system: Connections }

// On globalThis, because a bundler may load this file twice and there must be one set of pools in a process.
const place = globalThis as { [key: symbol]: Open | undefined }
const key = Symbol.for('inthub.database')
const patienceMs = 5_000

export function connectDatabase(settings: DatabaseSettings): void {
  const { ownerUrl, appUrl = ownerUrl, systemUrl = ownerUrl, appConnections = 8, systemConnections = 4 } = settings
  place[key] = {
    settings,
    app: new Connections({ url: appUrl, name: 'inthub_app', connections: appConnections }),
    system: new Connections({ url: systemUrl, name: 'inthub_system', connections: systemConnections }),
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
  if (current) await Promise.all([current.app.end(patienceMs), current.system.end(patienceMs)])
}

/** Where the queue and the bus connect: the owner's address, for schemas of their own. */
export function ownerDatabaseUrl(): string {
  return open().settings.ownerUrl
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id stands in the text itself, for a message without parameters needs no answer before the next can follow. */
function openingFor(tenantId: Id<'tenant'>): string {
  const id = toUuid(tenantId)
  if (!uuid.test(id)) throw new Error('This is not the id of a tenant.')
  return `begin;set local app.tenant_id='${id}'`
}

/** Opens a transaction in which exactly this tenant's rows exist. */
export async function inTenant<T>(ctx: { tenantId: Id<'tenant'> }, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  const run = () => open().app.transaction(openingFor(ctx.tenantId), (tx) => work(tx as TenantTx))
  return isTracing() ? traced('transaction', { attributes: { 'inthub.tenant': ctx.tenantId } }, run) : run()
}

/** Opens a transaction of the hub itself; the reason stands in the server's activity view while it runs. */
export async function acrossTenants<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T> {
  const name = `inthub ${reason.replaceAll(/[^a-z0-9 ]/gi, ' ')}`.slice(0, 63)
  const run = () =>
    open().system.transaction(`begin;set local application_name='${name}'`, (tx) => work(tx as SystemTx))
  return isTracing() ? traced('transaction', { attributes: { 'inthub.reason': reason } }, run) : run()
}

/**
 * Lets the commit of this transaction be answered before it is on the disk. For what may be lost with the last second
 * before a crash of the database, whole and never in part: counts and logs that somebody would wait for otherwise.
 */
export const commitUnflushed = (tx: TenantTx | SystemTx): Promise<unknown> =>
  tx.execute(sql`set local synchronous_commit to off`)
