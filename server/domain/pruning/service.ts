import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { type Env, env } from '@/server/platform/env'
import { sumCallHours } from '../calls/service'
import { pruneRuns } from '../doctor/service'

/**
 * Retention: by time for everybody, by size for each tenant. What is pruned leaves its mark on the tenant, so that a
 * subscriber with an older cursor is told to read anew instead of missing events silently. Hourly sums stay.
 */
export type Pruned = {
  events: number
  checks: number
  calls: number
  deliveries: number
  inbound: number
  partitions: number
  others: number
}

/** Seconds, seconds, bytes. */
export type RetentionLimits = Pick<
  Env,
  'RETENTION_ACTIVITY' | 'RETENTION_CHECKS' | 'RETENTION_CALLS' | 'RETENTION_INBOUND' | 'RETENTION_SIZE_PER_TENANT'
>

type Counted = { gone: number }

/** Deletes a tenant's events up to an instant, and notes up to which sequence they may be gone. */
const pruneEventsOlderThan = (seconds: number) => sql`
  with gone as (
    delete from events where time < now() - make_interval(secs => ${seconds}) and sequence is not null
    returning tenant_id, sequence
  ), marked as (
    update tenants set pruned_sequence = greatest(pruned_sequence, newest)
    from (select tenant_id, max(sequence) as newest from gone group by tenant_id) as by_tenant
    where tenants.id = by_tenant.tenant_id
  )
  select count(*)::int as gone from gone`

const pruneChecksOlderThan = (seconds: number) => sql`
  with gone as (delete from checks where due_at < now() - make_interval(secs => ${seconds}) returning 1)
  select count(*)::int as gone from gone`

/** Of tenants over their budget, the oldest rows go until what is left fits. */
const pruneChecksOverBudget = (bytes: number) => sql`
  with sized as (
    select tenant_id, integration_id, due_at,
      sum(pg_column_size(checks.*)) over (partition by tenant_id order by due_at desc) as so_far
    from checks
  ), gone as (
    delete from checks using sized
    where sized.so_far > ${bytes} and checks.tenant_id = sized.tenant_id
      and checks.integration_id = sized.integration_id and checks.due_at = sized.due_at
    returning 1
  )
  select count(*)::int as gone from gone`

const pruneCallsOlderThan = (seconds: number) => sql`
  with gone as (delete from calls where at < now() - make_interval(secs => ${seconds}) returning 1),
    minutes as (delete from call_minutes where at < now() - make_interval(secs => ${seconds}) returning 1)
  select count(*)::int as gone from gone`

/** Deliveries go with their events, and tries with their deliveries. */
const pruneDeliveriesOlderThan = (seconds: number) => sql`
  with gone as (delete from webhook_deliveries where at < now() - make_interval(secs => ${seconds}) returning 1),
    tried as (delete from delivery_attempts where at < now() - make_interval(secs => ${seconds}) returning 1)
  select count(*)::int as gone from gone`

const pruneAttemptsOverBudget = (bytes: number) => sql`
  with sized as (
    select tenant_id, id, at,
      sum(pg_column_size(delivery_attempts.*)) over (partition by tenant_id order by at desc) as so_far
    from delivery_attempts
  ), gone as (
    delete from delivery_attempts using sized
    where sized.so_far > ${bytes} and delivery_attempts.tenant_id = sized.tenant_id
      and delivery_attempts.id = sized.id and delivery_attempts.at = sized.at
    returning 1
  )
  select count(*)::int as gone from gone`

const pruneCallsOverBudget = (bytes: number) => sql`
  with sized as (
    select tenant_id, id, at, sum(pg_column_size(calls.*)) over (partition by tenant_id order by at desc) as so_far
    from calls
  ), gone as (
    delete from calls using sized
    where sized.so_far > ${bytes} and calls.tenant_id = sized.tenant_id and calls.id = sized.id and calls.at = sized.at
    returning 1
  )
  select count(*)::int as gone from gone`

const pruneInboundOlderThan = (seconds: number) => sql`
  with gone as (
    delete from inbound_deliveries where received_at < now() - make_interval(secs => ${seconds}) returning 1
  ), forgotten as (
    delete from inbound_seen where seen_at < now() - make_interval(secs => ${seconds}) returning 1
  )
  select count(*)::int as gone from gone`

/** What was not told of yet stays, however much there is. */
const pruneInboundOverBudget = (bytes: number) => sql`
  with sized as (
    select tenant_id, id, received_at, state,
      sum(pg_column_size(body) + 1000) over (partition by tenant_id order by received_at desc) as so_far
    from inbound_deliveries
  ), gone as (
    delete from inbound_deliveries as one using sized
    where sized.so_far > ${bytes} and sized.state <> 'received' and one.tenant_id = sized.tenant_id
      and one.id = sized.id and one.received_at = sized.received_at
    returning 1
  )
  select count(*)::int as gone from gone`

const pruneEventsOverBudget = (bytes: number) => sql`
  with sized as (
    select tenant_id, id, time, sequence,
      sum(pg_column_size(events.*)) over (partition by tenant_id order by time desc) as so_far
    from events where sequence is not null
  ), gone as (
    delete from events using sized
    where sized.so_far > ${bytes} and events.tenant_id = sized.tenant_id and events.id = sized.id
      and events.time = sized.time
    returning events.tenant_id, events.sequence
  ), marked as (
    update tenants set pruned_sequence = greatest(pruned_sequence, newest)
    from (select tenant_id, max(sequence) as newest from gone group by tenant_id) as by_tenant
    where tenants.id = by_tenant.tenant_id
  )
  select count(*)::int as gone from gone`

/** Of automations; one that still waits is kept however old it is. */
const pruneRunsOfAutomations = (seconds: number) => sql`
  with gone as (delete from automation_runs where ended_at < now() - make_interval(secs => ${seconds}) returning 1)
  select count(*)::int as gone from gone`

const staleRows = sql`
  with sessions_gone as (delete from sessions where expires_at < now() returning 1),
    links_gone as (delete from links where expires_at < now() - interval '1 day' returning 1),
    keys_gone as (delete from idempotency_keys where created_at < now() - interval '24 hours' returning 1),
    integrations_gone as (delete from integrations where deleted_at < now() - interval '7 days' returning 1)
  select (select count(*) from sessions_gone)::int + (select count(*) from links_gone)::int
    + (select count(*) from keys_gone)::int + (select count(*) from integrations_gone)::int as gone`

/** Removes what has outlived its use, and makes the partitions of the months to come. Safe to run at any time. */
export async function pruneHistory(limits: RetentionLimits = env()): Promise<Pruned> {
  const { RETENTION_ACTIVITY, RETENTION_CHECKS, RETENTION_CALLS, RETENTION_INBOUND, RETENTION_SIZE_PER_TENANT } = limits
  // Minutes that are about to go are in the hours before they do.
  await sumCallHours()
  return acrossTenants('prune', async (tx) => {
    const count = async (statement: ReturnType<typeof sql>) => (await tx.execute<Counted>(statement))[0]?.gone ?? 0
    await tx.execute(sql`select ensure_partitions()`)
    const events =
      (await count(pruneEventsOlderThan(RETENTION_ACTIVITY))) +
      (await count(pruneEventsOverBudget(RETENTION_SIZE_PER_TENANT / 2)))
    const checks =
      (await count(pruneChecksOlderThan(RETENTION_CHECKS))) +
      (await count(pruneChecksOverBudget(RETENTION_SIZE_PER_TENANT / 2)))
    const calls =
      (await count(pruneCallsOlderThan(RETENTION_CALLS))) +
      (await count(pruneCallsOverBudget(RETENTION_SIZE_PER_TENANT / 2)))
    const deliveries = await count(pruneDeliveriesOlderThan(RETENTION_ACTIVITY))
    await count(pruneAttemptsOverBudget(RETENTION_SIZE_PER_TENANT / 2))
    const inbound =
      (await count(pruneInboundOlderThan(RETENTION_INBOUND))) +
      (await count(pruneInboundOverBudget(RETENTION_SIZE_PER_TENANT)))
    // By now these hold no row that counts; dropping them gives the space back.
    const drop = (table: string, seconds: number) =>
      count(sql`select drop_partitions_before(${table}, now() - make_interval(secs => ${seconds})) as gone`)
    const partitions =
      (await drop('events', RETENTION_ACTIVITY)) +
      (await drop('checks', RETENTION_CHECKS)) +
      (await drop('webhook_deliveries', RETENTION_ACTIVITY)) +
      (await drop('delivery_attempts', RETENTION_ACTIVITY)) +
      (await drop('inbound_deliveries', RETENTION_INBOUND))
    const runs = await count(pruneRunsOfAutomations(RETENTION_ACTIVITY))
    const others = (await count(staleRows)) + (await pruneRuns(tx, RETENTION_CHECKS)) + runs
    return { events, checks, calls, deliveries, inbound, partitions, others }
  })
}
