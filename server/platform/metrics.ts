import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/**
 * Every metric of the hub, by name. They are served on METRICS_PORT only, never on the public port.
 */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

function cacheMetrics(registers: Registry[]) {
  return {
    cacheRequests: new Counter({
      name: 'inthub_cache_requests_total',
      help: 'Reads of a cache and what became of them, and entries that had to go.',
      labelNames: ['cache', 'outcome'],
      registers,
    }),
    cacheEntries: new Gauge({
      name: 'inthub_cache_entries',
      help: 'Entries a cache of this process holds.',
      labelNames: ['cache'],
      registers,
    }),
  }
}

function quotaMetrics(registers: Registry[]) {
  return {
    quotaRemaining: new Gauge({
      name: 'inthub_quota_remaining',
      help: 'What is left in a quota pool, as the vendor last told this process.',
      labelNames: ['integration', 'id', 'pool'],
      registers,
    }),
    quotaWaits: new Counter({
      name: 'inthub_quota_waits_total',
      help: 'Calls that waited for a quota or, in observe mode, would have.',
      labelNames: ['priority', 'mode'],
      registers,
    }),
    quotaRefusals: new Counter({
      name: 'inthub_quota_refusals_total',
      help: 'Calls refused for a quota or, in observe mode, spared from it.',
      labelNames: ['priority', 'mode'],
      registers,
    }),
    quotaLeases: new Counter({
      name: 'inthub_quota_lease_round_trips_total',
      help: 'Settlements of the quota ledger that all processes share.',
      registers,
    }),
  }
}

/** Calls through integrations. */
function callMetrics(registers: Registry[]) {
  return {
    calls: new Counter({
      name: 'inthub_calls_total',
      help: 'Calls through integrations that are over.',
      labelNames: ['type', 'outcome', 'failure_class'],
      registers,
    }),
    callDuration: new Histogram({
      name: 'inthub_call_duration_seconds',
      help: 'Time a call through an integration took, with all its attempts and waits.',
      labelNames: ['type'],
      buckets: [...seconds, 30, 60],
      registers,
    }),
    callAttempts: new Counter({
      name: 'inthub_call_attempts_total',
      help: 'Requests of calls that went out.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    integrationRequests: new Counter({
      name: 'integration_requests_total',
      help: 'Calls through integrations, by type, by operation or method, and by the status that was answered.',
      labelNames: ['integration', 'method', 'status'],
      registers,
    }),
    callsUnlogged: new Counter({
      name: 'inthub_calls_unlogged_total',
      help: 'Calls that are missing in the log, because the database took nothing for too long.',
      registers,
    }),
    callsWaiting: new Gauge({
      name: 'inthub_calls_waiting',
      help: 'Calls of this process that wait for a place in their bulkhead.',
      registers,
    }),
    circuitsOpen: new Gauge({
      name: 'inthub_circuits_open',
      help: 'Integrations whose calls are paused, as this process knows.',
      registers,
    }),
  }
}

/** Events on their way. */
function busMetrics(registers: Registry[]) {
  return {
    eventsRelayed: new Counter({
      name: 'inthub_events_relayed_total',
      help: 'Events published from the outbox.',
      registers,
    }),
    inboundDeliveries: new Counter({
      name: 'inthub_inbound_deliveries_total',
      help: 'Webhooks of providers, by what became of them: accepted, duplicate, refused, limited, processed or failed.',
      labelNames: ['outcome'],
      registers,
    }),
    busPublished: new Counter({
      name: 'event_bus_messages_published_total',
      help: 'Events published, by type.',
      labelNames: ['topic'],
      registers,
    }),
    busConsumed: new Counter({
      name: 'event_bus_messages_consumed_total',
      help: 'Events taken by somebody: a subscription, or a reaction of the hub.',
      labelNames: ['topic', 'integration'],
      registers,
    }),
    proxyStreams: new Gauge({
      name: 'inthub_proxy_streams',
      help: 'Calls passing through the proxy in this process.',
      registers,
    }),
  }
}

/** Webhooks that go out. */
function webhookMetrics(registers: Registry[]) {
  return {
    webhookAttempts: new Counter({
      name: 'inthub_webhook_attempts_total',
      help: 'Tries to deliver an event to an endpoint.',
      labelNames: ['outcome', 'failure_class'],
      registers,
    }),
    webhookDeliveries: new Counter({
      name: 'inthub_webhook_deliveries_total',
      help: 'Deliveries that came to an end, by how.',
      labelNames: ['state'],
      registers,
    }),
    webhookDuration: new Histogram({
      name: 'inthub_webhook_attempt_duration_seconds',
      help: 'Time a try took.',
      buckets: [...seconds, 15],
      registers,
    }),
    webhooksInFlight: new Gauge({
      name: 'inthub_webhooks_in_flight',
      help: 'Deliveries this process has taken and not answered for yet.',
      registers,
    }),
  }
}

/** Jobs and checks. */
function workMetrics(registers: Registry[]) {
  return {
    jobs: new Counter({
      name: 'inthub_jobs_total',
      help: 'Jobs run.',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    jobDuration: new Histogram({
      name: 'inthub_job_duration_seconds',
      help: 'Time a job took.',
      labelNames: ['job'],
      buckets: [...seconds, 30, 60],
      registers,
    }),
    checks: new Counter({
      name: 'inthub_checks_total',
      help: 'Health checks recorded.',
      labelNames: ['type', 'verdict', 'failure_class'],
      registers,
    }),
    checkLateness: new Histogram({
      name: 'inthub_check_lateness_seconds',
      help: 'How long after it fell due a check was claimed.',
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
      registers,
    }),
  }
}

/** Gauges that are called as counters are, so that Prometheus' own tools find fault; the same by kind are kept. */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total']

function build() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  for (const name of misnamed) registry.removeSingleMetric(name)
  return {
    registry,
    httpRequests: new Counter({
      name: 'inthub_http_requests_total',
      help: 'HTTP requests answered.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    httpDuration: new Histogram({
      name: 'inthub_http_request_duration_seconds',
      help: 'Time until an HTTP request was answered.',
      labelNames: ['method', 'route'],
      buckets: seconds,
      registers,
    }),
    graphqlOperations: new Counter({
      name: 'inthub_graphql_operations_total',
      help: 'GraphQL operations run, over HTTP and sockets.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    graphqlDuration: new Histogram({
      name: 'inthub_graphql_operation_duration_seconds',
      help: 'Time a GraphQL operation took.',
      labelNames: ['type'],
      buckets: seconds,
      registers,
    }),
    ...workMetrics(registers),
    ...busMetrics(registers),
    ...webhookMetrics(registers),
    slowReaders: new Counter({
      name: 'inthub_socket_slow_readers_total',
      help: 'Sockets closed because what they were sent piled up unread.',
      registers,
    }),
    ...cacheMetrics(registers),
    ...quotaMetrics(registers),
    ...callMetrics(registers),
    subscriptions: new Gauge({
      name: 'inthub_subscriptions',
      help: 'GraphQL subscriptions open in this process.',
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof build>

// One per process, for Next bundles its routes apart from the server.
const memory = globalThis as typeof globalThis & { [remembered]?: Metrics }
const remembered = Symbol.for('inthub.metrics')

memory[remembered] ??= build()

/** The metrics of this process. */
export const metrics: Metrics = memory[remembered]

export type MetricsServer = { url: string; port: number; close(): Promise<void> }

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}

/** Serves /metrics, and nothing else, on a port of its own. Port 0 takes a free one. */
export async function startMetricsServer(port: number, host: string): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Only GET /metrics is served here.\n')
      return
    }
    try {
      const body = await metrics.registry.metrics()
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(body)
    } catch {
      response.writeHead(500).end()
    }
  })
  const bound = await listen(server, port, host)
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const shown = host.includes(':') ? `[${host}]` : host
  return { url: `http://${shown}:${bound}/metrics`, port: bound, close }
}
