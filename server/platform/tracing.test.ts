import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { aCaller, aServer } from '@/test/world'
import { createLogger } from './logger'
import { startTracing, type Tracing, traced } from './tracing'

type Attribute = { key: string; value: { stringValue?: string } }
type Sent = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  status: { code: number; message?: string }
  attributes: Attribute[]
}
type Export = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Sent[] }[] }[]
}

let running: Tracing | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

/** A collector as the protocol has it. Source: https://opentelemetry.io/docs/specs/otlp/#otlphttp-request */
async function aCollector() {
  const bodies: string[] = []
  const seen: { path: string; headers: Record<string, unknown> }[] = []
  const { url } = await aServer((request) => {
    bodies.push(request.body)
    seen.push({ path: request.url, headers: request.headers })
    return { status: 200, body: { partialSuccess: {} } }
  })
  const exports = () => bodies.map((body) => JSON.parse(body) as Export)
  const spans = () =>
    exports().flatMap((one) => one.resourceSpans.flatMap((of) => of.scopeSpans.flatMap((s) => s.spans)))
  const start = async () => {
    running = await startTracing({ endpoint: url, headers: 'x-team=platform%20one', serviceName: 'hub-a', sampled: 1 })
  }
  const stop = async () => {
    await running?.stop()
    running = undefined
  }
  return { url, bodies, seen, exports, spans, start, stop }
}

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

describe('traced', () => {
  it('runs the work and sends nothing while no collector is named', async () => {
    expect(await traced('quiet', {}, async (span) => [span, 'done'])).toEqual([undefined, 'done'])
  })

  it('sends a request, its transaction and its statements as one trace below the caller’s', async () => {
    const ctx = await aCaller()
    const collector = await aCollector()
    await collector.start()
    const carrier = { traceparent, cookie: 'session=canary-cookie' }
    await traced('POST /graphql', { kind: 'server', carrier }, () =>
      inTenant(ctx, (tx) => tx.select().from(integrations).where(eq(integrations.slug, 'canary-value'))),
    )
    await collector.stop()
    const spans = collector.spans()
    expect(spans.every(({ traceId }) => traceId === '4bf92f3577b34da6a3ce929d0e0e4736')).toBe(true)
    const [request, transaction, select] = ['POST /graphql', 'transaction', 'SELECT'].map((name) =>
      spans.find((span) => span.name === name),
    )
    expect(request?.parentSpanId).toBe('00f067aa0ba902b7')
    expect(transaction?.parentSpanId).toBe(request?.spanId)
    expect(select?.parentSpanId).toBe(transaction?.spanId)
    expect(select?.attributes.find(({ key }) => key === 'db.query.text')?.value.stringValue).toContain('$1')
    expect(collector.bodies.join()).not.toMatch(/canary/)
    const [resource] = collector.exports()[0]?.resourceSpans ?? []
    expect(resource?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'hub-a' } })
    expect(collector.seen[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-team': 'platform one' } })
  })

  it('marks what failed with its code, never with words that may quote something', async () => {
    const collector = await aCollector()
    await collector.start()
    for (const error of [new HubError('integration.not_found', 'canary'), new TypeError('canary')]) {
      await expect(traced('failing', {}, () => Promise.reject(error))).rejects.toBe(error)
    }
    await collector.stop()
    expect(collector.spans().map(({ status }) => status)).toEqual([
      { code: 2, message: 'integration.not_found' },
      { code: 2, message: 'TypeError' },
    ])
    expect(collector.bodies.join()).not.toContain('canary')
  })

  it('ties the lines of the log to the trace and the request', async () => {
    const collector = await aCollector()
    await collector.start()
    const lines: string[] = []
    const log = createLogger({ level: 'info', format: 'json' }, { write: (line: string) => void lines.push(line) })
    await traced('GET /ready', { kind: 'server', carrier: { traceparent }, requestId: 'req_1' }, async () => {
      log.info({ slug: 'github-1' }, 'inside')
    })
    log.info('outside')
    const [inside, outside] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(inside).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', requestId: 'req_1', slug: 'github-1' })
    expect(outside).not.toHaveProperty('traceId')
  })

  it('goes on when the collector is away', async () => {
    const onTrouble = () => {}
    running = await startTracing({ endpoint: 'http://127.0.0.1:9', serviceName: 'hub-a', sampled: 1, onTrouble })
    expect(await traced('alone', {}, async () => 'done')).toBe('done')
    await running.stop()
    running = undefined
    expect(await traced('afterwards', {}, async (span) => span)).toBeUndefined()
  })
})
