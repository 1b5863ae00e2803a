import { and, eq, type SQL, sql } from 'drizzle-orm'
import { uuidArray } from '@/db/arrays'
import { automationRuns } from '@/db/schema'
import { acrossTenants, inTenant, type TenantTx } from '@/db/tenant'
import { fromUuid, type Id } from '@/server/kernel/ids'
import type { RunRow } from './store'

/**
 * Who works on a run holds its lease, on the clock of the database. Whoever lost it (its process stood still, and
 * another took the run over) finds that out with the next thing it writes, and writes nothing.
 */
export const leaseSeconds = 30

export type LeasedRun = { id: Id<'run'>; tenantId: Id<'tenant'>; lease: string }

export class LeaseLost extends Error {}

const leased = sql`now() + make_interval(secs => ${leaseSeconds})`

/** Takes runs that are due and nobody's: the longest due first, and of each tenant only so many. */
export async function leaseRuns(
  most: number,
  { mostPerTenant, busy }: { mostPerTenant: number; busy: readonly Id<'tenant'>[] },
): Promise<LeasedRun[]> {
  const isDue = sql`due_at <= now() and (leased_until is null or leased_until < now())`
  const rows = await acrossTenants('lease runs', (tx) =>
    tx.execute<{ id: string; tenant_id: string; lease: string }>(sql`
      with ranked as (
        select id, due_at, row_number() over (partition by tenant_id order by due_at) as place
        from automation_runs where ${isDue} and tenant_id <> all(${uuidArray(busy)})
      ), free as (
        select id from automation_runs
        where id in (select id from ranked where place <= ${mostPerTenant} order by due_at limit ${most}) and ${isDue}
        for update skip locked
      )
      update automation_runs set lease = gen_random_uuid(), leased_until = ${leased}, state = 'running',
        started_at = coalesce(started_at, now())
      from free where automation_runs.id = free.id
      returning automation_runs.id, automation_runs.tenant_id, automation_runs.lease::text as lease`),
  )
  return [...rows].map(({ id, tenant_id, lease }) => ({
    id: fromUuid('run', id),
    tenantId: fromUuid('tenant', tenant_id),
    lease,
  }))
}

const own = ({ id, lease }: LeasedRun): SQL | undefined =>
  and(eq(automationRuns.id, id), eq(automationRuns.lease, lease))

/** Holds it for longer. @returns whether it was still held */
export async function holdLease(run: LeasedRun): Promise<boolean> {
  const held = await inTenant(run, (tx) =>
    tx.update(automationRuns).set({ leasedUntil: leased }).where(own(run)).returning({ id: automationRuns.id }),
  )
  return held.length > 0
}

/** The run, locked until the transaction ends. @throws {LeaseLost} when it is somebody else's, or gone */
export async function requireLease(tx: TenantTx, run: LeasedRun): Promise<RunRow> {
  const [row] = await tx.select().from(automationRuns).where(own(run)).for('update')
  if (row) return row
  throw new LeaseLost()
}

/** Gives the run back, to go on at some time. To be called behind `requireLease`. */
export async function giveBack(
  tx: TenantTx,
  { id }: LeasedRun,
  state: 'queued' | 'waiting',
  dueAt: SQL,
): Promise<void> {
  await tx
    .update(automationRuns)
    .set({ state, dueAt: dueAt as unknown as Date, lease: null, leasedUntil: null })
    .where(eq(automationRuns.id, id))
}
