import { type SQL, sql } from 'drizzle-orm'
import { acrossTenants, inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'

/**
 * When the doctor comes without being asked, on the database's clock. On the schedule each integration has its own
 * place in its interval, made from its id; a claim is a lease, so that of several processes one makes the visit and of
 * one that dies another does. Health that keeps turning bad calls it once in ten minutes at most.
 */
export type Visit = {
  tenantId: Id<'tenant'>
  integrationId: Id<'integration'>
  /** The tick of the schedule that it is of. */
  tick: Date | null
  /** The event that called for it. */
  calledBy: Id<'event'> | null
}

/** Longer than any examination may take. */
const leaseSeconds = 120
const callAgainSeconds = 600

type VisitRow = { tenant_id: string; integration_id: string; tick: Date | string | null; called_by: string | null }

function toVisit(row: VisitRow): Visit {
  return {
    tenantId: fromUuid('tenant', row.tenant_id),
    integrationId: fromUuid('integration', row.integration_id),
    tick: row.tick === null ? null : new Date(row.tick),
    calledBy: row.called_by === null ? null : fromUuid('event', row.called_by),
  }
}

/**
 * Each integration with the last tick of its schedule: its own where one was said, else the usual. Without a tick: the
 * doctor never comes to it by itself.
 */
export const ticksOf = (usualSeconds: number): SQL => sql`
  select *, to_timestamp(floor((extract(epoch from now()) - place) / every) * every + place) as tick
  from (
    select *, (hashtextextended(id::text, 0) & 2147483647) % every as place
    from (
      select id, tenant_id, created_at, enabled and deleted_at is null as enabled, doctor_seconds as said,
        nullif(coalesce(doctor_seconds, ${usualSeconds}::int), 0) as every
      from integrations
    ) as scheduled
  ) as placed`

/**
 * Leases visits that were called for or whose tick has come, the longest overdue first. An integration is first
 * visited on the schedule at the first tick after it was made.
 */
export async function leaseDueVisits(most: number, usualSeconds = env().DOCTOR_INTERVAL): Promise<Visit[]> {
  if (most <= 0) return []
  const rows = await acrossTenants('lease examinations', (tx) =>
    tx.execute<VisitRow>(sql`
      with ticked as (
        select * from (${ticksOf(usualSeconds)}) as ticks where enabled
      ), seen as (
        select ticked.id, ticked.tenant_id, visit.called_by, visit.tick as last_tick,
          case when created_at < ticked.tick and (visit.tick is null or visit.tick < ticked.tick)
            then ticked.tick end as tick
        from ticked left join doctor_visits as visit on visit.integration_id = ticked.id
        where visit.leased_until is null or visit.leased_until <= now()
      ), due as materialized (
        select * from seen where called_by is not null or tick is not null
        order by called_by is null, last_tick nulls first, id limit ${most}
      ), leased as (
        insert into doctor_visits as visit (integration_id, tenant_id, leased_until)
        select id, tenant_id, now() + make_interval(secs => ${leaseSeconds}) from due order by id
        on conflict (integration_id) do update set leased_until = excluded.leased_until
        -- Asked again under the lock: another process may have been faster.
        where (visit.leased_until is null or visit.leased_until <= now()) and exists (
          select 1 from due where due.id = visit.integration_id
            and (due.called_by = visit.called_by or visit.tick is null and due.tick is not null or visit.tick < due.tick)
        )
        returning integration_id
      )
      select due.tenant_id, leased.integration_id, due.tick, due.called_by
      from leased join due on due.id = leased.integration_id`),
  )
  return [...rows].map(toVisit)
}

/** Notes a visit as made, with its report in one transaction. @returns false when it was made before */
export async function finishVisit(tx: TenantTx, { integrationId, tick, calledBy }: Visit): Promise<boolean> {
  const at = sql`${tick?.toISOString() ?? null}::timestamptz`
  const by = sql`${calledBy && toUuid(calledBy)}::uuid`
  const rows = await tx.execute(sql`
    update doctor_visits set tick = coalesce(${at}, tick), leased_until = null,
      called_by = case when called_by = ${by} then null else called_by end
    where integration_id = ${toUuid(integrationId)}::uuid
      and (called_by = ${by} or ${at} is not null and (tick is null or tick < ${at}))
    returning 1`)
  return rows.length > 0
}

/**
 * Calls the doctor, because of an event. @returns false when somebody called within the last ten minutes
 */
export async function callVisit(
  ctx: Context,
  integrationId: Id<'integration'>,
  eventId: Id<'event'>,
): Promise<boolean> {
  const rows = await inTenant(ctx, (tx) =>
    tx.execute(sql`
      insert into doctor_visits as visit (integration_id, tenant_id, called_at, called_by)
      values (${toUuid(integrationId)}::uuid, ${toUuid(ctx.tenantId)}::uuid, now(), ${toUuid(eventId)}::uuid)
      on conflict (integration_id) do update set called_at = excluded.called_at, called_by = excluded.called_by
      where visit.called_at is null or visit.called_at < now() - make_interval(secs => ${callAgainSeconds})
      returning 1`),
  )
  return rows.length > 0
}
