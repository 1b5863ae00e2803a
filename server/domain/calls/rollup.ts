import { sql } from 'drizzle-orm'
import { acrossTenants } from '@/db/tenant'
import { failureClasses } from '@/server/kernel/health'
import { bucketCount } from '../checks/latency'

/**
 * Sums minutes of calls into hours, which outlive them. Hours are summed anew as a whole, so that it can run twice, and
 * rows that reached the database late are in the next time.
 */
const summedList = (name: string, length: number) =>
  sql.raw(`array[${Array.from({ length }, (_, at) => `sum(${name}[${at + 1}])`).join(',')}]::integer[]`)

/** @param hours how many of the last full hours are summed anew; everything that was never summed is, too */
export async function sumCallHours(hours = 6): Promise<number> {
  return acrossTenants('sum calls', async (tx) => {
    const [row] = await tx.execute<{ summed: number }>(sql`
      with bounds as (
        select date_trunc('hour', now()) as until,
          least(date_trunc('hour', now()) - make_interval(hours => ${hours}),
            coalesce((select max(at) + interval '1 hour' from call_hours), '-infinity')) as since
      ), written as (
        insert into call_hours (tenant_id, integration_id, project_id, at, caller, operation, calls, failures,
          refusals, retries, by_class, latency_buckets, duration_ms, wait_ms, request_bytes, response_bytes)
        select tenant_id, integration_id, (array_agg(project_id order by call_minutes.at desc))[1],
          date_trunc('hour', call_minutes.at), caller, operation, sum(calls), sum(failures), sum(refusals),
          sum(retries), ${summedList('by_class', failureClasses.length)},
          ${summedList('latency_buckets', bucketCount)}, sum(duration_ms), sum(wait_ms), sum(request_bytes),
          sum(response_bytes)
        from call_minutes, bounds
        where call_minutes.at >= bounds.since and call_minutes.at < bounds.until
        group by tenant_id, integration_id, date_trunc('hour', call_minutes.at), caller, operation
        order by 1, 2, 4, 5, 6
        on conflict (tenant_id, integration_id, at, caller, operation) do update set
          project_id = excluded.project_id, calls = excluded.calls, failures = excluded.failures,
          refusals = excluded.refusals, retries = excluded.retries, by_class = excluded.by_class,
          latency_buckets = excluded.latency_buckets, duration_ms = excluded.duration_ms, wait_ms = excluded.wait_ms,
          request_bytes = excluded.request_bytes, response_bytes = excluded.response_bytes
        -- Fewer than before: some of its minutes were pruned, and what was summed then is right.
        where excluded.calls >= call_hours.calls
        returning 1
      )
      select count(*)::int as summed from written`)
    return row?.summed ?? 0
  })
}
