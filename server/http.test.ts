import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { overrideEnv } from '@/server/platform/env'
import { metrics } from '@/server/platform/metrics'
import { aHub, type Hub } from '@/test/hub'

const policyOf = async (hub: Hub, path: string) =>
  (await fetch(`${hub.url}${path}`)).headers.get('content-security-policy') ?? ''

/** What comes back for bytes that are written by hand. */
function raw(hub: Hub, bytes: string, withinMs = 3_000): Promise<string> {
  const { hostname, port } = new URL(hub.url)
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (data) => {
      got += String(data)
    })
    socket.on('error', () => resolve(got))
    socket.on('close', () => resolve(got))
    setTimeout(() => socket.destroy(), withinMs)
  })
}

describe("the operator's pages", () => {
  it('say that the process lives, what is ready and which version answers', async () => {
    const hub = await aHub()
    expect(await (await fetch(`${hub.url}/health`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${hub.url}/ready`)).json()).toEqual({ ready: true, checks: { nothing: { ok: true } } })
    expect(await (await fetch(`${hub.url}/version`)).json()).toMatchObject({ version: expect.stringMatching(/^\d/) })
  })

  it('are 503 with a reason while the process shuts down', async () => {
    const hub = await aHub()
    hub.readiness.drain()
    const response = await fetch(`${hub.url}/ready`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('shutting down')
  })

  it('do not hold the metrics, which have a port of their own', async () => {
    const hub = await aHub()
    const response = await fetch(`${hub.url}/metrics`)
    expect(await response.text()).not.toContain('inthub_http_requests_total')
  })

  it('are only read', async () => {
    const hub = await aHub()
    expect((await fetch(`${hub.url}/health`, { method: 'POST' })).status).toBe(405)
  })
})

describe('a page', () => {
  it('runs only scripts with the nonce of its own request', async () => {
    const hub = await aHub()
    const [first, second] = [await policyOf(hub, '/'), await policyOf(hub, '/')]
    const scripts = /script-src ([^;]+)/.exec(first)?.[1] ?? ''
    expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}'$/)
    expect(first).not.toMatch(/script-src[^;]*unsafe/)
    expect(first).not.toBe(second)
    expect(first).toContain("frame-ancestors 'none'")
    expect(first).toContain("style-src-attr 'unsafe-inline'")
  })

  it('may not be framed, sniffed or kept open by another site', async () => {
    const hub = await aHub()
    const { headers } = await fetch(`${hub.url}/`)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('is only asked for over TLS once the hub is on https', async () => {
    const hub = await aHub()
    overrideEnv({ INTHUB_URL: 'https://hub.example.com' })
    const { headers } = await fetch(`${hub.url}/`)
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('content-security-policy')).toContain('wss://hub.example.com')
  })

  it('says that it cannot be shown yet, with a code and the request id, while Next is being prepared', async () => {
    const hub = await aHub()
    const response = await fetch(`${hub.url}/acme`)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await response.text()).toContain(`hub.unavailable\n${response.headers.get('x-request-id')}`)
  })
})

describe('the explorer', () => {
  it('has a policy of its own and loads nothing from elsewhere', { timeout: 30_000 }, async () => {
    const hub = await aHub()
    const response = await fetch(`${hub.url}/graphiql`)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(html).toContain('/graphql')
    expect(html).not.toMatch(/(?:src|href)="https?:/)
    const etag = response.headers.get('etag') ?? ''
    expect((await fetch(`${hub.url}/graphiql`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(await policyOf(hub, '/graphiql/x')).not.toContain("'unsafe-eval'")
  })
})

describe('a request', () => {
  it.each(['/acme', '/api/auth/signin/email', '/graphql'])('of another site is refused: POST %s', async (path) => {
    const hub = await aHub()
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
      const response = await fetch(`${hub.url}${path}`, { method: 'POST', headers, body: 'a=b' })
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('request.cross_site')
    }
  })

  it('of our own pages is let through', async () => {
    const hub = await aHub()
    const headers = { 'content-type': 'application/json', origin: hub.url, 'sec-fetch-site': 'same-origin' }
    const body = '{"query":"{ version }"}'
    expect((await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body })).status).toBe(200)
  })

  it('keeps its id when it is one of our form, and gets one otherwise', async () => {
    const hub = await aHub()
    const given = `req_${'0a'.repeat(16)}`
    const idOf = async (id: string) =>
      (await fetch(`${hub.url}/health`, { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await idOf(given)).toBe(given)
    expect(await idOf('<script>')).toMatch(/^req_[0-9a-f]{32}$/)
  })

  it('is counted under a route, never under its path', async () => {
    const hub = await aHub()
    await fetch(`${hub.url}/hooks/a-secret-token`)
    await fetch(`${hub.url}/acme/integrations/github-1`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const counted = await metrics.registry.getSingleMetricAsString('inthub_http_requests_total')
    expect(counted).toContain('route="/hooks"')
    expect(counted).toContain('route="page"')
    expect(counted).not.toContain('a-secret-token')
  })

  it.each([
    ['that is not HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400/],
    ['with a header that never ends', `GET / HTTP/1.1\r\nx: ${'y'.repeat(70_000)}`, /^HTTP\/1.1 4(?:00|31)/],
    [
      'for a socket somewhere else',
      'GET /elsewhere HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      /^HTTP\/1.1 404/,
    ],
    ['for a path that cannot be read', 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1.1 400/],
    ['for no path', 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1.1 400/],
    [
      'in absolute form for another host',
      'GET http://169.254.169.254/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      /"status":"ok"/,
    ],
  ])('%s is answered and harms nobody', async (_name, bytes, expected) => {
    const hub = await aHub()
    expect(await raw(hub, bytes)).toMatch(expected)
    expect((await fetch(`${hub.url}/health`)).status).toBe(200)
  })

  it('with more headers than are read is refused whole', async () => {
    const hub = await aHub()
    const many = (count: number) => Array.from({ length: count }, (_, at) => `X-${at}: 1\r\n`).join('')
    const post = (headers: string) =>
      raw(hub, `POST /graphql HTTP/1.1\r\n${headers}Host: hub\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`)
    expect(await post(many(97))).toMatch(/^HTTP\/1.1 4(00|15) /)
    expect(await post(many(98))).toMatch(/^HTTP\/1.1 431 .*request\.too_large/s)
  })
})
