import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'

/**
 * Which check is whose, on the database's clock. A claim is a lease: nobody else gets the tick while it lasts, and a
 * worker that dies with it gives the same tick back. Checks that are known to take long are leased in a lane of their
 * own, and in each lane the tenant that holds least comes first.
 */
export const lanes = ['fast', 'slow'] as const
export type Lane = (typeof lanes)[number]

export type Due = { tenantId: Id<'tenant'>; integrationId: Id<'integration'>; tick: Date }

export type LeaseWish = {
  lane: Lane
  most: number
  /** Those that are running count, too. */
  mostPerTenant: number
  /** How many each tenant has running in this lane already. */
  held?: ReadonlyMap<Id<'tenant'>, number>
}

/** Longer than any check may take. */
const leaseSeconds = 60
/** So many of those that wait are looked at, oldest first; a backlog beyond it waits for the first to go. */
const mostLookedAt = 20_000

type DueRow = { tenant_id: string; integration_id: string; due_at: Date | string; late: number }

/**
 * Leases what is due and no more than asked for. Several processes may do so at once: they skip each other's rows. A
 * tick that was missed for more than a day is moved to now: what it would have told has no use any more.
 */
export async function leaseDueChecks({ lane, most, mostPerTenant, held }: LeaseWish): Promise<Due[]> {
  if (most <= 0) return []
  const running = Object.fromEntries([...(held ?? [])].map(([tenantId, count]) => [toUuid(tenantId), count]))
  const rows = await acrossTenants('lease', (tx) =>
    tx.execute<DueRow>(sql`
      with due as materialized (
        select integration_id, tenant_id, due_at from health_states
        where is_slow = ${lane === 'slow'} and due_at <= now() and (leased_until is null or leased_until <= now())
        order by due_at limit ${mostLookedAt}
      ), placed as (
        select integration_id, due_at, row_number() over (partition by tenant_id order by due_at)
          + coalesce((${JSON.stringify(running)}::jsonb ->> tenant_id::text)::int, 0) as place
        from due
      ), chosen as materialized (
        select integration_id from placed where place <= ${mostPerTenant} order by place, due_at limit ${most}
      ), locked as materialized (
        select health_states.integration_id from health_states join chosen using (integration_id)
        -- Asked again under the lock: another process may have been faster.
        where due_at <= now() and (leased_until is null or leased_until <= now())
        for update of health_states skip locked
      )
      update health_states set
        leased_until = now() + make_interval(secs => ${leaseSeconds}),
        due_at = case when due_at < now() - interval '1 day' then now() else due_at end
      from locked where health_states.integration_id = locked.integration_id
      returning health_states.tenant_id, health_states.integration_id, health_states.due_at,
        extract(epoch from now() - health_states.due_at)::float8 as late`),
  )
  return [...rows].map((row) => {
    metrics.checkLateness.observe(Math.max(row.late, 0))
    return {
      tenantId: fromUuid('tenant', row.tenant_id),
      integrationId: fromUuid('integration', row.integration_id),
      tick: new Date(row.due_at),
    }
  })
}

/** So many of a tenant's overdue checks run at once after a pause; the others are spread. */
const atOnce = 50
const longestSpreadSeconds = 300

/**
 * After a time in which nobody checked, everything is overdue. A few of each tenant are checked at once, the rest of
 * its ticks move evenly into the interval to come, so that neither the hub nor a vendor meets them all in one instant.
 *
 * @returns how many ticks moved
 */
export async function spreadOverdueChecks(): Promise<number> {
  const moved = await acrossTenants('spread overdue checks', (tx) =>
    tx.execute(sql`
      with overdue as materialized (
        select state.integration_id, integrations.interval_seconds,
          row_number() over (partition by state.tenant_id order by state.due_at) as place,
          count(*) over (partition by state.tenant_id) as many
        from health_states as state join integrations on integrations.id = state.integration_id
        where state.due_at < now() - make_interval(secs => integrations.interval_seconds)
          and (state.leased_until is null or state.leased_until <= now())
      ), locked as materialized (
        select state.integration_id,
          least(interval_seconds, ${longestSpreadSeconds}) * (place - ${atOnce}) / many::float8 as wait_seconds
        from health_states as state join overdue using (integration_id)
        where place > ${atOnce} and (state.leased_until is null or state.leased_until <= now()) and state.due_at < now()
        for update of state skip locked
      )
      update health_states set due_at = now() + make_interval(secs => wait_seconds)
      from locked where health_states.integration_id = locked.integration_id
      returning 1`),
  )
  return moved.length
}
