import { sql } from 'drizzle-orm'
import { commitUnflushed, type TenantTx } from '@/db/tenant'
import type { EventActor } from '@/server/kernel/events'
import { failureClasses } from '@/server/kernel/health'
import { fromUuid, type Id, toUuid } from '@/server/kernel/ids'
import { bucketCount, bucketOf } from '../checks/latency'
import type { LoggedCall } from './log'

/** Writes calls and the sums of their minutes in one transaction: whoever adds up the rows gets the sums. */
// Written out, for a spread costs more than the rest of the row.
// biome-ignore format: as the columns stand below
const rowOf = (call: LoggedCall) => ({
  id: toUuid(call.id), integration_id: toUuid(call.integrationId), project_id: toUuid(call.projectId),
  at: call.at.toISOString(), kind: call.kind, operation: call.operation, actor: call.actor,
  priority: call.priority, method: call.method, path: call.path, outcome: call.outcome, status: call.status,
  failure_class: call.failure?.failureClass ?? null, reason: call.failure?.reason ?? null,
  message: call.failure?.message ?? null, remedy: call.failure?.remedy ?? null, attempts: call.attempts,
  duration_ms: call.durationMs, wait_ms: call.waitMs, request_bytes: call.requestBytes,
  response_bytes: call.responseBytes, request_id: call.requestId, correlation_id: call.correlationId,
  group_id: call.groupId, bodies: call.bodies,
})

const rowColumns = sql.raw(`id uuid, integration_id uuid, project_id uuid, at timestamptz, kind text, operation text,
  actor jsonb, priority text, method text, path text, outcome text, status integer, failure_class text, reason text,
  message text, remedy text, attempts jsonb, duration_ms double precision, wait_ms double precision,
  request_bytes bigint, response_bytes bigint, request_id text, correlation_id text, group_id text, bodies jsonb`)

const names = sql.raw(`id, integration_id, project_id, at, kind, operation, actor, priority, method, path, outcome,
  status, failure_class, reason, message, remedy, attempts, duration_ms, wait_ms, request_bytes, response_bytes,
  request_id, correlation_id, group_id, bodies`)

/** `user:usr_…`, `api_key:key_…` or `system:<name>`. */
export const callerOf = ({ kind, id, name }: EventActor): string => `${kind}:${id ?? name}`

const minuteOf = (at: Date) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString()
const zeros = (length: number) => Array.from({ length }, () => 0)

function emptySum(call: LoggedCall) {
  return {
    integration_id: toUuid(call.integrationId),
    project_id: toUuid(call.projectId),
    at: minuteOf(call.at),
    caller: callerOf(call.actor),
    operation: call.operation ?? '',
    calls: 0,
    failures: 0,
    refusals: 0,
    retries: 0,
    by_class: zeros(failureClasses.length),
    latency_buckets: zeros(bucketCount),
    duration_ms: 0,
    wait_ms: 0,
    request_bytes: 0,
    response_bytes: 0,
  }
}
type Sum = ReturnType<typeof emptySum>

const raise = (list: number[], at: number) => {
  list[at] = (list[at] ?? 0) + 1
}

function addTo(sum: Sum, call: LoggedCall): void {
  sum.calls += 1
  sum.failures += call.outcome === 'failure' ? 1 : 0
  sum.refusals += call.outcome === 'refused' ? 1 : 0
  sum.retries += Math.max(0, call.attempts.length - 1)
  if (call.failure) raise(sum.by_class, failureClasses.indexOf(call.failure.failureClass))
  // What was never sent has no latency.
  if (call.outcome !== 'refused') {
    raise(sum.latency_buckets, bucketOf(call.durationMs))
    sum.duration_ms += call.durationMs
  }
  sum.wait_ms += call.waitMs
  sum.request_bytes += call.requestBytes
  sum.response_bytes += call.responseBytes
}

/** In one order for everybody, so that two processes wait for each other and never both. */
function sumsOf(calls: readonly LoggedCall[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const call of calls) {
    const key = `${call.integrationId}\n${minuteOf(call.at)}\n${callerOf(call.actor)}\n${call.operation ?? ''}`
    const sum = sums.get(key) ?? emptySum(call)
    sums.set(key, sum)
    addTo(sum, call)
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

const sumColumns = sql.raw(`integration_id uuid, project_id uuid, at timestamptz, caller text, operation text,
  calls integer, failures integer, refusals integer, retries integer, by_class integer[], latency_buckets integer[],
  duration_ms double precision, wait_ms double precision, request_bytes bigint, response_bytes bigint`)

/** Both lists added up, place by place. */
const added = (list: string) =>
  sql.raw(`(select array_agg(a + b order by place) from unnest(call_minutes.${list}, excluded.${list})
    with ordinality as both_lists(a, b, place))`)

/**
 * Of integrations that are gone for good nothing is kept, neither rows nor sums. A batch whose commit was not heard of
 * comes a second time: what is there already is not summed again.
 *
 * @throws when any of it cannot be written; then nothing is
 */
export async function writeCalls(tx: TenantTx, tenantId: Id<'tenant'>, calls: readonly LoggedCall[]): Promise<void> {
  const tenant = sql`${toUuid(tenantId)}::uuid`
  await commitUnflushed(tx)
  const written = await tx.execute<{ id: string }>(sql`
    insert into calls (tenant_id, ${names})
    select ${tenant}, ${names} from jsonb_to_recordset(${JSON.stringify(calls.map(rowOf))}::jsonb) as given(${rowColumns})
    where exists (select from integrations where integrations.id = given.integration_id)
    on conflict do nothing
    returning id`)
  const ids = new Set([...written].map(({ id }) => fromUuid('call', id)))
  const sums = sumsOf(calls.filter(({ id }) => ids.has(id)))
  if (sums.length === 0) return
  await tx.execute(sql`
    insert into call_minutes (tenant_id, integration_id, project_id, at, caller, operation, calls, failures, refusals,
      retries, by_class, latency_buckets, duration_ms, wait_ms, request_bytes, response_bytes)
    select ${tenant}, integration_id, project_id, at, caller, operation, calls, failures, refusals, retries, by_class,
      latency_buckets, duration_ms, wait_ms, request_bytes, response_bytes
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb) as given(${sumColumns})
    where exists (select from integrations where integrations.id = given.integration_id)
    order by integration_id, at, caller, operation
    on conflict (tenant_id, integration_id, at, caller, operation) do update set
      calls = call_minutes.calls + excluded.calls,
      failures = call_minutes.failures + excluded.failures,
      refusals = call_minutes.refusals + excluded.refusals,
      retries = call_minutes.retries + excluded.retries,
      by_class = ${added('by_class')},
      latency_buckets = ${added('latency_buckets')},
      duration_ms = call_minutes.duration_ms + excluded.duration_ms,
      wait_ms = call_minutes.wait_ms + excluded.wait_ms,
      request_bytes = call_minutes.request_bytes + excluded.request_bytes,
      response_bytes = call_minutes.response_bytes + excluded.response_bytes`)
}
