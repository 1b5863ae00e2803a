import {
  type Attributes,
  type Context,
  context,
  createContextKey,
  DiagLogLevel,
  diag,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { HubError } from '@/server/kernel/errors'
import { HttpFailure } from '@/server/kernel/http'
import { version } from './version'

/**
 * Traces, where OTEL_EXPORTER_OTLP_ENDPOINT is set; without it nothing is loaded and a span costs one comparison.
 * Spans hold routes, names and statuses: never a query string, a body, a parameter or a header.
 */
export type TracingSettings = {
  /** Base URL of the collector; `/v1/traces` is added. */
  endpoint: string
  /** `name=value,…`, as the collector wants them; may carry a credential. */
  headers?: string | undefined
  serviceName: string
  /** Share of the traces begun here that are kept, from 0 to 1; those begun elsewhere keep what was decided there. */
  sampled: number
  /** Told what the exporter complains about, at most once in a minute. */
  onTrouble?: (message: string) => void
}

export type Tracing = { stop(): Promise<void> }

// One per process, for Next bundles its routes apart from the server.
const place = globalThis as typeof globalThis & { [isOn]?: boolean }
const isOn = Symbol.for('inthub.tracing')
const requestKey = createContextKey('inthub request')

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const
export type SpanOptions = {
  kind?: keyof typeof kinds
  attributes?: Attributes
  /** Headers of a request that may name the trace it belongs to. Source: https://www.w3.org/TR/trace-context/ */
  carrier?: Record<string, string | string[] | undefined>
  requestId?: string
}

/** Our own words only: an error's message may quote what it was about. */
function fail(span: Span, error: unknown): void {
  const known = error instanceof HubError ? error.code : error instanceof HttpFailure ? error.reason : undefined
  const type = known ?? (error instanceof Error ? error.name : 'unknown')
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR, message: type })
}

function parentOf({ carrier, requestId }: SpanOptions): Context {
  const begun = carrier ? propagation.extract(ROOT_CONTEXT, carrier) : context.active()
  return requestId === undefined ? begun : begun.setValue(requestKey, requestId)
}

/** Whether anybody looks, for callers that would have to prepare something. */
export const isTracing = (): boolean => place[isOn] === true

/** Runs the work in a span of its own. The work gets the span, or undefined while nothing is traced. */
export async function traced<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!place[isOn]) return work(undefined)
  const parent = parentOf(options)
  const { kind = 'internal', attributes = {} } = options
  const span = trace.getTracer('inthub', version).startSpan(name, { kind: kinds[kind], attributes }, parent)
  try {
    return await context.with(trace.setSpan(parent, span), () => work(span))
  } catch (error) {
    fail(span, error)
    throw error
  } finally {
    span.end()
  }
}

/** A call to the outside. Only who was asked, never what: a path may hold anything. */
export async function tracedCall<T extends { status: number }>(
  { method, url }: { method: string; url: string },
  send: () => Promise<T>,
): Promise<T> {
  if (!place[isOn]) return send()
  const host = URL.canParse(url) ? new URL(url) : undefined
  const attributes = {
    'http.request.method': method,
    'server.address': host?.hostname ?? '',
    'server.port': Number(host?.port || (host?.protocol === 'http:' ? 80 : 443)),
  }
  return traced(`${method} ${host?.hostname ?? ''}`, { kind: 'client', attributes }, async (span) => {
    const answer = await send()
    span?.setAttribute('http.response.status_code', answer.status)
    return answer
  })
}

const firstWords = /^\s*(?:with\s[\s\S]{0,40}?\bas\b)?\s*([a-z]+)/i

/** A statement under way, as a span below the one that asked. The text holds no values: they are parameters. */
export function traceStatement(text: string, running: PromiseLike<unknown>): void {
  if (!place[isOn] || !trace.getActiveSpan()) return
  const operation = firstWords.exec(text)?.[1]?.toUpperCase() ?? 'QUERY'
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.text': text.slice(0, 2_000),
  }
  const span = trace.getTracer('inthub', version).startSpan(operation, { kind: SpanKind.CLIENT, attributes })
  running.then(
    () => span.end(),
    (error: unknown) => {
      fail(span, error)
      span.end()
    },
  )
}

/** What ties a log line to the trace and the request it was written in. */
export function traceFields(): { traceId?: string; spanId?: string; requestId?: string } {
  if (!place[isOn]) return {}
  const span = trace.getActiveSpan()?.spanContext()
  const requestId = context.active().getValue(requestKey)
  return {
    ...(span && { traceId: span.traceId, spanId: span.spanId }),
    ...(typeof requestId === 'string' && { requestId }),
  }
}

function headersOf(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())] as const] : []
  })
  return Object.fromEntries(pairs)
}

const troubleEveryMs = 60_000
const lastWordsMs = 2_000

function listenToTrouble(tell: (message: string) => void): void {
  let toldAt = Number.NEGATIVE_INFINITY
  const quiet = () => {}
  const error = () => {
    if (performance.now() - toldAt < troubleEveryMs) return
    toldAt = performance.now()
    tell('traces could not be sent to the collector; they are dropped until it answers')
  }
  diag.setLogger({ error, warn: quiet, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.ERROR)
}

/** Loads the exporter and begins to trace. Stopping sends what is still held. */
export async function startTracing(settings: TracingSettings): Promise<Tracing> {
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({
    url: `${settings.endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: headersOf(settings.headers),
  })
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': settings.serviceName, 'service.version': version }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(settings.sampled) }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { scheduledDelayMillis: 2_000 })],
  })
  provider.register()
  if (settings.onTrouble) listenToTrouble(settings.onTrouble)
  place[isOn] = true
  return {
    stop: async () => {
      place[isOn] = false
      const tooLong = new Promise<void>((resolve) => setTimeout(resolve, lastWordsMs).unref())
      await Promise.race([provider.shutdown().catch(() => {}), tooLong])
      diag.disable()
      trace.disable()
      context.disable()
      propagation.disable()
    },
  }
}
