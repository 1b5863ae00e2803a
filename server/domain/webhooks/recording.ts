import { sql } from 'drizzle-orm'
import { acrossTenants, commitUnflushed, type SystemTx } from '@/db/tenant'
import { systemContext } from '@/server/kernel/context'
import { eventTypeOf } from '@/server/kernel/events'
import { fromUuid, type Id, newId, toUuid } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'
import { bucketCount, bucketOf } from '../checks/latency'
import { emitAll, type ToEmit } from '../events/emit'
import { factsOf, failingFrom } from './endpoint'
import { type EndpointNews, type FinishedAttempt, type NextStep, newsOf, nextStep } from './verdict'

/**
 * Writes what a batch of tries came to: the deliveries, the log of tries, the sums of the hour and the endpoints, in
 * one statement. A result that comes after another of the same delivery (its lease had ended) is known by the count of
 * tries and changes nothing.
 */
const disabledAfter = sql.raw(`interval '5 days'`)
/** A failing endpoint rests for half as long as it has been failing. */
const rest = sql.raw(`make_interval(secs => (0.85 + 0.3 * random()) *
  least(1800, greatest(5, 0.5 * extract(epoch from clock_timestamp() - after.failing_since))))`)

type Judged = FinishedAttempt & { next: NextStep }

const attemptOf = ({ delivery, endpoint, outcome, next }: Judged) => ({
  delivery_id: toUuid(delivery.id),
  tenant_id: toUuid(delivery.tenantId),
  endpoint_id: toUuid(delivery.endpointId),
  attempts: delivery.attempts,
  state: next.state,
  step: next.step,
  in_seconds: next.inSeconds,
  id: toUuid(newId('deliveryAttempt')),
  at: outcome.startedAt.toISOString(),
  url: endpoint.url,
  secret_versions: `{${outcome.secretVersions.join(',')}}`,
  request_bytes: outcome.requestBytes,
  status: outcome.status,
  failure_class: outcome.failure?.failureClass ?? null,
  message: outcome.failure?.message ?? null,
  timings: outcome.timings,
  response_headers: outcome.responseHeaders,
  response_body: outcome.responseBody,
  response_cut: outcome.responseCut,
})

const attemptColumns = sql.raw(`delivery_id uuid, tenant_id uuid, endpoint_id uuid,
  attempts integer, state text, step integer, in_seconds double precision, id uuid, at timestamptz, url text,
  secret_versions text, request_bytes integer, status integer, failure_class text, message text, timings jsonb,
  response_headers jsonb, response_body text, response_cut boolean`)

function sumsOf(judged: readonly Judged[]) {
  const sums = new Map<
    string,
    { attempts: number; failures: number; delivered: number; exhausted: number; buckets: number[]; durationMs: number }
  >()
  for (const { delivery, outcome, next } of judged) {
    const key = `${toUuid(delivery.tenantId)} ${toUuid(delivery.endpointId)}`
    const sum = sums.get(key) ?? {
      ...{ attempts: 0, failures: 0, delivered: 0, exhausted: 0, durationMs: 0 },
      buckets: Array.from({ length: bucketCount }, () => 0),
    }
    sums.set(key, sum)
    sum.attempts += 1
    sum.failures += outcome.failure ? 1 : 0
    sum.delivered += next.state === 'delivered' ? 1 : 0
    sum.exhausted += next.state === 'failed' ? 1 : 0
    sum.durationMs += outcome.timings.totalMs
    const bucket = bucketOf(outcome.timings.totalMs)
    sum.buckets[bucket] = (sum.buckets[bucket] ?? 0) + 1
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sum]) => {
      const [tenant_id, endpoint_id] = key.split(' ')
      const { buckets, durationMs, ...counts } = sum
      return { tenant_id, endpoint_id, ...counts, latency_buckets: `{${buckets.join(',')}}`, duration_ms: durationMs }
    })
}

const sumColumns = sql.raw(`tenant_id uuid, endpoint_id uuid, attempts integer, failures integer, delivered integer,
  exhausted integer, latency_buckets text, duration_ms double precision`)

const newsRow = (news: EndpointNews) => ({
  id: toUuid(news.id),
  has_delivered: news.hasDelivered,
  failed_last: news.trailing,
  last_failure: news.lastFailure,
  retry_after: news.retryAfterSeconds,
  is_gone: news.isGone,
  failing_since: news.failingSince,
})

const newsColumns = sql.raw(`id uuid, has_delivered boolean, failed_last integer, last_failure text,
  retry_after double precision, is_gone boolean, failing_since timestamptz`)

const bucketsAdded = sql.raw(`(select array_agg(a + b order by place) from unnest(webhook_hours.latency_buckets,
  excluded.latency_buckets) with ordinality as both_lists(a, b, place))`)

type Changed = {
  kind: 'delivery' | 'endpoint'
  id: string
  failures_before: number | null
  failures: number | null
  failing_since: Date | string | null
  disabled: 'gone' | 'failing' | null
}

const statement = (judged: readonly Judged[]) => sql`
  with given as materialized (
    select * from json_to_recordset(${JSON.stringify(judged.map(attemptOf))}::json) as given(${attemptColumns})
  ), answered as (
    update webhook_deliveries as delivery set state = given.state, attempts = given.attempts + 1, step = given.step,
      due_at = clock_timestamp() + make_interval(secs => given.in_seconds), leased_until = null,
      changed_at = clock_timestamp(), status = given.status, failure_class = given.failure_class,
      message = given.message,
      delivered_at = case when given.state = 'delivered' then clock_timestamp() else delivery.delivered_at end
    from given
    where delivery.tenant_id = given.tenant_id and delivery.id = given.delivery_id
      and delivery.attempts = given.attempts
    returning delivery.id
  ), logged as (
    insert into delivery_attempts (id, tenant_id, delivery_id, endpoint_id, at, number, url, secret_versions,
      request_bytes, status, failure_class, message, timings, response_headers, response_body, response_cut)
    select id, tenant_id, delivery_id, endpoint_id, at, attempts + 1, url, secret_versions::integer[], request_bytes,
      status, failure_class, message, timings, response_headers, response_body, response_cut
    from given where delivery_id in (select id from answered)
  ), summed as (
    insert into webhook_hours (tenant_id, endpoint_id, at, attempts, failures, delivered, exhausted, latency_buckets,
      duration_ms)
    select tenant_id, endpoint_id, date_trunc('hour', clock_timestamp()), attempts, failures, delivered, exhausted,
      latency_buckets::integer[], duration_ms
    from json_to_recordset(${JSON.stringify(sumsOf(judged))}::json) as given(${sumColumns})
    where exists (select from webhook_endpoints endpoint where endpoint.id = given.endpoint_id)
    order by tenant_id, endpoint_id
    on conflict (tenant_id, endpoint_id, at) do update set
      attempts = webhook_hours.attempts + excluded.attempts,
      failures = webhook_hours.failures + excluded.failures,
      delivered = webhook_hours.delivered + excluded.delivered,
      exhausted = webhook_hours.exhausted + excluded.exhausted,
      latency_buckets = ${bucketsAdded},
      duration_ms = webhook_hours.duration_ms + excluded.duration_ms
  ), news as materialized (
    select * from json_to_recordset(${JSON.stringify(newsOf(judged).map(newsRow))}::json) as news(${newsColumns})
  ), before as materialized (
    select endpoint.* from webhook_endpoints endpoint where endpoint.id in (select id from news)
    order by endpoint.id for update
  ), after as materialized (
    select news.*, before.failures as failures_before, before.failing_since as failing_before, before.enabled,
      before.paused_until,
      case when news.has_delivered then news.failed_last else before.failures + news.failed_last end as failures_now,
      case when news.failed_last = 0 and news.has_delivered then null
        when news.has_delivered then news.failing_since
        else coalesce(before.failing_since, news.failing_since) end as since
    from news join before using (id)
  ), decided as materialized (
    select after.*, case
      when not after.enabled then null
      when after.is_gone then 'gone'
      when after.failed_last > 0 and after.since < clock_timestamp() - ${disabledAfter} then 'failing'
    end as disabled
    from (select id, has_delivered, failed_last, last_failure, retry_after, is_gone, since as failing_since,
      failures_before, failing_before, enabled, paused_until, failures_now, since from after) as after
  ), endpoints as (
    update webhook_endpoints endpoint set
      failures = after.failures_now,
      failing_since = after.failing_since,
      paused_until = case
        when after.failures_now >= ${failingFrom} and after.failed_last > 0 then
          greatest(clock_timestamp() + ${rest}, clock_timestamp() + make_interval(secs => coalesce(after.retry_after, 0)))
        when after.retry_after is not null then clock_timestamp() + make_interval(secs => after.retry_after)
        when after.has_delivered then null
        else endpoint.paused_until end,
      last_delivered_at = case when after.has_delivered then clock_timestamp() else endpoint.last_delivered_at end,
      last_failure_at = case when after.last_failure is not null then clock_timestamp() else endpoint.last_failure_at end,
      last_failure = coalesce(after.last_failure, endpoint.last_failure),
      enabled = after.enabled and after.disabled is null,
      disabled_reason = coalesce(after.disabled, endpoint.disabled_reason),
      disabled_at = case when after.disabled is null then endpoint.disabled_at else clock_timestamp() end,
      version = endpoint.version + case when after.disabled is null then 0 else 1 end
    from decided after where endpoint.id = after.id
    returning endpoint.id, after.failures_before, endpoint.failures, after.failing_before, after.disabled
  )
  select 'delivery' as kind, id, null::integer as failures_before, null::integer as failures,
    null::timestamptz as failing_since, null::text as disabled from answered
  union all
  select 'endpoint', id, failures_before, failures, failing_before, disabled from endpoints`

type Endpoint = FinishedAttempt['endpoint']

function endpointEvents(endpoint: Endpoint, changed: Changed, message: string | null): ToEmit[] {
  const facts = factsOf(endpoint)
  const { failures_before: before, failures: now, failing_since: since, disabled } = changed
  const wasFailing = (before ?? 0) >= failingFrom
  const isFailing = (now ?? 0) >= failingFrom
  return [
    ...(isFailing && !wasFailing
      ? [{ type: 'webhook.failing' as const, data: { ...facts, failures: now ?? 0, message } }]
      : []),
    ...(wasFailing && now === 0
      ? [
          {
            type: 'webhook.recovered' as const,
            data: { ...facts, failingSince: since && new Date(since).toISOString() },
          },
        ]
      : []),
    ...(disabled ? [{ type: 'webhook.disabled' as const, data: { ...facts, reason: disabled, message } }] : []),
  ]
}

/** Of an event about a delivery nobody is told that it was not delivered: it would never end. */
function deliveryEvent({ delivery, endpoint, outcome, next }: Judged): ToEmit[] {
  if (next.state !== 'failed' || delivery.eventType.startsWith('delivery.') || !outcome.failure) return []
  const { failureClass, message } = outcome.failure
  const { id: deliveryId, endpointId, eventId, eventType, attempts } = delivery
  const data = { deliveryId, endpointId, name: endpoint.name, eventId, eventType, attempts: attempts + 1 }
  return [{ type: 'delivery.failed', data: { ...data, failureClass, message } }]
}

async function tell(tx: SystemTx, judged: readonly Judged[], changed: readonly Changed[]): Promise<void> {
  const byTenant = new Map<Id<'tenant'>, ToEmit[]>()
  const add = (tenantId: Id<'tenant'>, events: ToEmit[]) => {
    if (events.length > 0) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), ...events])
  }
  const answered = new Set(changed.filter(({ kind }) => kind === 'delivery').map(({ id }) => id))
  for (const one of judged) {
    if (answered.has(toUuid(one.delivery.id))) add(one.delivery.tenantId, deliveryEvent(one))
  }
  for (const change of changed.filter(({ kind }) => kind === 'endpoint')) {
    const id = fromUuid('webhookEndpoint', change.id)
    const last = judged.findLast(({ endpoint }) => endpoint.id === id)
    if (last) add(last.endpoint.tenantId, endpointEvents(last.endpoint, change, last.outcome.failure?.message ?? null))
  }
  for (const [tenantId, events] of byTenant) await emitAll(tx, systemContext(tenantId, 'webhook-sender'), events)
}

function count(judged: readonly Judged[]): void {
  for (const { delivery, outcome, next } of judged) {
    if (next.state === 'delivered') {
      metrics.busConsumed.inc({ topic: eventTypeOf(delivery.eventType), integration: 'webhooks' })
    }
    const outcomeName = outcome.failure ? 'failure' : 'success'
    metrics.webhookAttempts.inc({ outcome: outcomeName, failure_class: outcome.failure?.failureClass ?? '' })
    metrics.webhookDuration.observe(outcome.timings.totalMs / 1_000)
    if (next.state !== 'retrying') metrics.webhookDeliveries.inc({ state: next.state })
  }
}

/**
 * Keeps a batch of finished tries.
 *
 * @returns the deliveries that changed
 * @emits delivery.failed, webhook.failing, webhook.recovered, webhook.disabled
 */
export async function recordAttempts(finished: readonly FinishedAttempt[]): Promise<Id<'webhookDelivery'>[]> {
  if (finished.length === 0) return []
  const judged = finished.map((one) => ({ ...one, next: nextStep(one) }))
  const changed = await acrossTenants('record deliveries', async (tx) => {
    await commitUnflushed(tx)
    await tx.execute(
      sql`set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`,
    )
    const rows = [...(await tx.execute<Changed>(statement(judged)))]
    await tell(tx, judged, rows)
    return rows
  })
  count(judged)
  return changed.flatMap(({ kind, id }) => (kind === 'delivery' ? [fromUuid('webhookDelivery', id)] : []))
}
