import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { calls } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { flushCalls, openTarget } from '@/server/domain/calls/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { createApiKey } from '@/server/domain/keys/service'
import type { Context } from '@/server/kernel/context'
import { type Role, rolePermissions } from '@/server/kernel/permissions'
import { aHub, cookieOf, type Hub } from '@/test/hub'
import { serve } from '@/test/loopback'
import { aCaller, aKey, aSession, type Caller, holding } from '@/test/world'

const token = 'a-token-nobody-else-has-31'

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; raw: string[]; body: string }
type Proxied = { hub: Hub; ctx: Caller; key: string; slug: string; url: string; seen: Seen[]; origin: string }

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** A hub with one integration, and what its service was asked. */
async function proxied(answer: RequestListener, base = ''): Promise<Proxied> {
  const seen: Seen[] = []
  const origin = await serve(async (request, response) => {
    const { method = '', url = '', headers, rawHeaders } = request
    seen.push({ method, url, headers, raw: rawHeaders, body: await bodyOf(request) })
    answer(request, response)
  })
  const hub = await aHub()
  const ctx = await aCaller()
  const { slug } = await connected(ctx, `${origin}${base}`)
  return { hub, ctx, key: await aKey(ctx), slug, url: `${hub.url}/api/v1/proxy/${slug}`, seen, origin }
}

async function connected(ctx: Context, baseUrl: string) {
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', instance: 'service', method: 'bearer', skipTest: true },
    ...{ config: { baseUrl }, secrets: { token } },
  })
  return integration
}

const ok: RequestListener = (_request, response) => response.end('ok')
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** What comes back for bytes that are written by hand. */
function raw(hub: Hub, bytes: string): Promise<string> {
  const { hostname, port } = new URL(hub.url)
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    socket.on('data', (data) => {
      got += data.toString('latin1')
    })
    socket.on('error', () => resolve(got))
    socket.on('close', () => resolve(got))
    setTimeout(() => socket.destroy(), 2_000)
  })
}

const rawRequest = (path: string, key: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n${more}\r\n`

async function rowsOf(ctx: Context) {
  await flushCalls()
  return inTenant(ctx, (tx) => tx.select().from(calls))
}

describe('the proxy', () => {
  it('passes on method, path, query and body, with the credential in place of the key', async () => {
    const { url, key, seen } = await proxied(ok, '/base')
    const response = await fetch(`${url}/a%2Fb/c?x=1&y=%20&&z`, {
      method: 'PUT',
      headers: { ...bearer(key), 'content-type': 'text/plain', 'x-own': 'kept' },
      body: 'hello',
    })
    expect([response.status, await response.text()]).toEqual([200, 'ok'])
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/base/a%2Fb/c?x=1&y=%20&&z', body: 'hello' })
    expect(seen[0]?.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-own': 'kept', 'content-length': '5' })
  })

  it('says which call it was, through which integration, and after how many attempts', async () => {
    const { url, key, slug, ctx } = await proxied((_request, response) => {
      response.writeHead(200, { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': '30' })
      response.end('ok')
    })
    const { headers } = await fetch(url, { headers: bearer(key) })
    const told = ['attempts', 'integration', 'quota-pool', 'quota-limit', 'quota-remaining'].map((name) =>
      headers.get(`x-inthub-${name}`),
    )
    expect(told).toEqual(['1', slug, 'requests', '60', '59'])
    const rows = await rowsOf(ctx)
    expect(rows.map(({ id, kind, outcome }) => ({ id, kind, outcome }))).toEqual([
      { id: headers.get('x-inthub-call-id'), kind: 'proxy', outcome: 'success' },
    ])
    expect(rows[0]).toMatchObject({ method: 'GET', path: '/', status: 200, requestBytes: 0, responseBytes: 2 })
  })

  it.each([
    ['octokit', (key: string) => ({ authorization: `token ${key}` })],
    ['git', (key: string) => ({ authorization: `Basic ${Buffer.from(`x-access-token:${key}`).toString('base64')}` })],
    ['a header of its own', (key: string) => ({ 'x-inthub-key': key })],
  ])('takes the key as %s sends it', async (_who, headers) => {
    const { url, key, seen } = await proxied(ok)
    expect((await fetch(url, { headers: headers(key) })).status).toBe(200)
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${token}`)
  })

  it('takes a session that names its tenant, and none that comes from another site', async () => {
    const { url, ctx, hub } = await proxied(ok)
    const cookie = cookieOf(await aSession(ctx))
    const status = async (headers: Record<string, string>) =>
      (await fetch(url, { headers: { cookie, ...headers } })).status
    expect(await status({ 'x-inthub-tenant': ctx.tenantId, origin: hub.url })).toBe(200)
    expect(await status({})).toBe(400)
    expect(await status({ 'x-inthub-tenant': ctx.tenantId, origin: 'https://evil.example' })).toBe(403)
    expect(await status({ 'x-inthub-tenant': ctx.tenantId, 'sec-fetch-dest': 'script' })).toBe(403)
  })

  it('refuses nobody in particular, viewers, and who may not use this integration', async () => {
    const { url, ctx, seen, key } = await proxied(ok)
    const as = async (secret: string) => {
      const response = await fetch(url, { headers: bearer(secret) })
      return [response.status, response.headers.get('x-inthub-error')]
    }
    const strangers = await fetch(url)
    expect(strangers.status).toBe(401)
    expect(strangers.headers.get('www-authenticate')).toContain('Basic')
    expect(await as('ihk_not')).toEqual([401, 'auth.key_invalid'])
    const keyOf = async (role: Role) => {
      const scopes = rolePermissions[role].map((permission) => ({ permission }))
      return (await createApiKey(ctx, { name: role, scopes })).secret
    }
    expect(await as(await keyOf('viewer'))).toEqual([403, 'permission.denied'])
    expect(await as(await keyOf('operator'))).toEqual([200, null])
    const other = await connected(ctx, 'http://127.0.0.1:9')
    const scopes = [
      { permission: 'integrations:execute', integration: other.id },
      { permission: 'integrations:read', integration: other.id },
    ]
    expect(await as((await createApiKey(ctx, { name: 'bound', scopes })).secret)).toEqual([
      404,
      'integration.not_found',
    ])
    expect(await as(await aKey(await aCaller()))).toEqual([404, 'integration.not_found'])
    expect(await as(key)).toEqual([200, null])
    expect(seen).toHaveLength(2)
  })

  it('answers what it refuses itself as a problem', async () => {
    const { hub, key } = await proxied(ok)
    const response = await fetch(`${hub.url}/api/v1/proxy/none/x?secret=1`, { headers: bearer(key) })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: `${hub.url}/docs/errors/integration.not_found`,
      ...{ status: 404, code: 'integration.not_found', instance: '/api/v1/proxy/none/x' },
      requestId: response.headers.get('x-request-id'),
    })
  })
})

describe('on its way up', () => {
  it('a request loses what is of the hub, of the connection, or of its sender', async () => {
    const { hub, url, key, seen } = await proxied(ok)
    const path = new URL(url).pathname
    const more = [
      'Connection: x-doomed, close',
      'X-Doomed: 1',
      'X-Inthub-Priority: sync',
      'X-Forwarded-For: 1.2.3.4',
      'Forwarded: for=1.2.3.4',
      'Cookie: inthub.session=abc',
      'Origin: http://hub',
      'Referer: http://hub/acme',
      'TE: trailers',
      'X-Original-URL: /admin',
      'X-Rewrite-URL: /admin',
      `Private-Token: ${key}`,
      'X-Kept: 1',
    ]
    const bytes = `GET ${path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${key}\r\n${more.join('\r\n')}\r\n\r\n`
    expect(await raw(hub, bytes)).toMatch(/^HTTP\/1.1 200/)
    const names = (seen[0]?.raw ?? []).filter((_text, at) => at % 2 === 0).map((name) => name.toLowerCase())
    expect(names.sort()).toEqual(['accept', 'authorization', 'connection', 'host', 'user-agent', 'x-kept'])
    expect(JSON.stringify(seen)).not.toContain('ihk_')
    expect(seen[0]?.headers.host).not.toBe('hub')
  })

  it.each([
    ['two lengths', 'Content-Length: 3\r\nContent-Length: 4\r\n'],
    ['a length and chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n'],
    ['a made-up encoding', 'Transfer-Encoding: xchunked\r\n'],
    ['a method beside its own', 'Content-Length: 3\r\nX-HTTP-Method-Override: DELETE\r\n'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\n'],
  ])('is refused with %s', async (_what, more) => {
    const { hub, url, key, seen } = await proxied(ok)
    const bytes = `POST ${new URL(url).pathname} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${key}\r\n${more}\r\nabc`
    expect(await raw(hub, bytes)).toMatch(/^HTTP\/1.1 400/)
    expect(seen).toHaveLength(0)
  })

  it('a folded line becomes no line of its own', async () => {
    const { hub, url, key, seen } = await proxied(ok)
    await raw(hub, rawRequest(new URL(url).pathname, key, 'X-Folded: a\r\n Injected: b\r\n'))
    expect(seen.flatMap(({ headers }) => Object.keys(headers))).not.toContain('injected')
  })

  it.each([
    '/../x',
    '/%2e%2e/x',
    '/a/..%2f..%2fx',
    '/a/%252e%252e/x',
    '/..;/x',
    '//evil.example/x',
    '/a\\..\\x',
    '/a%5c..%5cx',
    '/%00',
    '/a%0d%0aX-Injected:%201',
    '/a#b',
    '/.',
    '/a/%2E',
    '/caf\u00e9',
  ])('is refused at %s', async (path) => {
    const { hub, url, key, seen } = await proxied(ok, '/base')
    expect(await raw(hub, rawRequest(`${new URL(url).pathname}${path}`, key))).toMatch(/^HTTP\/1.1 400/)
    expect(seen).toHaveLength(0)
  })

  it.each(['/a%2Fb', '/a.b/..c/d..', '/@evil.example/', '/:80/x', '/a;b=c', '/%E2%9C%93', '/http://evil.example/'])(
    'keeps %s byte for byte below the base',
    async (path) => {
      const { hub, url, key, seen } = await proxied(ok, '/base')
      await raw(hub, rawRequest(`${new URL(url).pathname}${path}?q=//../%2e%2e`, key))
      expect(seen.map((one) => one.url)).toEqual([`/base${path}?q=//../%2e%2e`])
    },
  )

  it('an absolute address, a key in the URL, another method and a socket are refused', async () => {
    const { hub, url, key, seen } = await proxied(ok)
    const { pathname } = new URL(url)
    expect(await raw(hub, rawRequest(`http://evil.example${pathname}/x`, key))).toMatch(/^HTTP\/1.1 400/)
    expect(await raw(hub, rawRequest(`${pathname}/x?private_token=${key}`, key))).toMatch(/^HTTP\/1.1 400/)
    expect(await raw(hub, rawRequest(pathname, key).replace('GET', 'OPTIONS'))).toMatch(/^HTTP\/1.1 405/)
    const upgrade = rawRequest(pathname, key).replace('Connection: close', 'Connection: Upgrade\r\nUpgrade: websocket')
    expect(await raw(hub, upgrade)).toMatch(/^HTTP\/1.1 501/)
    expect(seen).toHaveLength(0)
  })
})

describe('on its way down', () => {
  it('an answer keeps its status and headers, and can never speak for the hub', async () => {
    const { url, key } = await proxied((_request, response) => {
      response.writeHead(418, {
        ...{
          'content-type': 'text/html',
          'x-own': 'kept',
          etag: '"1"',
          'cache-control': 'public, max-age=60, s-maxage=9',
        },
        ...{
          'set-cookie': ['inthub.session=stolen', 'b=c'],
          'clear-site-data': '"*"',
          'access-control-allow-origin': '*',
        },
        ...{ 'x-inthub-call-id': 'made-up', 'content-security-policy': "default-src 'self'", 'alt-svc': 'h3=":1"' },
        ...{ 'strict-transport-security': 'max-age=1', 'www-authenticate': 'Bearer realm="https://evil.example"' },
        ...{ connection: 'x-doomed', 'x-doomed': '1', 'content-disposition': 'attachment; filename="a.html"' },
      })
      response.end('<script>alert(1)</script>')
    })
    const response = await fetch(url, { headers: bearer(key) })
    expect([response.status, await response.text()]).toEqual([418, '<script>alert(1)</script>'])
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/html', 'x-own': 'kept', etag: '"1"', 'cache-control': 'private, max-age=60' },
      ...{ 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment; filename="a.html"' },
    })
    expect(headers['content-security-policy']).toContain("sandbox; default-src 'none'")
    expect(headers['x-inthub-call-id']).toMatch(/^cal_/)
    for (const name of [
      'set-cookie',
      'clear-site-data',
      'access-control-allow-origin',
      'alt-svc',
      'strict-transport-security',
      'www-authenticate',
      'x-doomed',
    ]) {
      expect([name, response.headers.get(name)]).toEqual([name, null])
    }
  })

  it('addresses below the base lead back through the proxy, and others away', async () => {
    const { url, key, origin } = await proxied((request, response) => {
      const at = new URL(request.url ?? '', 'http://x').searchParams.get('to') ?? ''
      response.writeHead(302, { location: at, link: `<${at}>; rel="next", <https://else.example/>; rel="help"` }).end()
    }, '/base')
    const to = async (address: string) => {
      const asked = `${url}/x/y?to=${encodeURIComponent(address)}`
      const { headers, status } = await fetch(asked, { headers: bearer(key), redirect: 'manual' })
      return [status, headers.get('location'), headers.get('link')]
    }
    const last = '<https://else.example/>; rel="help"'
    expect(await to(`${origin}/base/p?page=2`)).toEqual([
      302,
      `${url}/p?page=2`,
      `<${url}/p?page=2>; rel="next", ${last}`,
    ])
    expect(await to('z')).toEqual([302, `${url}/x/z`, `<${url}/x/z>; rel="next", ${last}`])
    // A page of somebody else's, which an SDK would ask for with the hub's key, leads to a refusal.
    const page = `<${url}//else.example/a>; rel="next", ${last}`
    expect(await to('https://else.example/a')).toEqual([302, 'https://else.example/a', page])
    expect((await fetch(`${url}//else.example/a`, { headers: bearer(key) })).status).toBe(400)
    expect((await to('/outside'))[1]).toBe(`${origin}/outside`)
    expect((await to(`${origin}/basement`))[1]).toBe(`${origin}/basement`)
  })

  it('no secret comes back in a header, and none is in the log', async () => {
    const { url, key, ctx } = await proxied((request, response) => {
      response.writeHead(200, { 'x-echo': String(request.headers.authorization), location: `/x?t=${token}` }).end()
    })
    const { headers } = await fetch(`${url}/${token}`, { headers: bearer(key) })
    expect(JSON.stringify(Object.fromEntries(headers))).not.toContain(token)
    expect(JSON.stringify(await rowsOf(ctx))).not.toContain(token)
    expect(JSON.stringify(await rowsOf(ctx))).not.toContain(key)
  })

  it('HEAD, 204 and 304 have no body', async () => {
    const { url, key } = await proxied((request, response) => {
      const status = Number(request.url?.slice(1)) || 200
      response
        .writeHead(status, status === 200 ? { 'content-length': '5' } : {})
        .end(status === 200 ? 'hello' : undefined)
    })
    const head = await fetch(url, { method: 'HEAD', headers: bearer(key) })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5'])
    expect((await fetch(`${url}/204`, { headers: bearer(key) })).status).toBe(204)
    expect((await fetch(`${url}/304`, { headers: { ...bearer(key), 'if-none-match': '"1"' } })).status).toBe(304)
  })
})

describe('the policy of the integration', () => {
  it('has a safe request repeated until it is answered well, and one that changes something not', async () => {
    const { url, key, seen, ctx } = await proxied((_request, response) => {
      response.statusCode = seen.length % 2 === 1 ? 503 : 200
      response.end(response.statusCode === 503 ? 'busy' : 'ok')
    })
    const got = await fetch(url, { headers: bearer(key) })
    expect([got.status, await got.text(), got.headers.get('x-inthub-attempts')]).toEqual([200, 'ok', '2'])
    const posted = await fetch(url, { method: 'POST', body: 'x', headers: bearer(key) })
    expect([posted.status, await posted.text(), posted.headers.get('x-inthub-attempts')]).toEqual([503, 'busy', '1'])
    const rows = await rowsOf(ctx)
    expect(rows.map((row) => [row.outcome, row.failureClass, row.attempts.length]).sort()).toEqual([
      ['failure', 'provider_incident', 1],
      ['success', null, 2],
    ])
  })

  it('is steered by headers', async () => {
    const { url, key, seen } = await proxied((_request, response) => response.writeHead(503).end())
    const with_ = (headers: Record<string, string>) => fetch(url, { headers: { ...bearer(key), ...headers } })
    expect((await with_({ 'x-inthub-retries': '0' })).status).toBe(503)
    expect(seen).toHaveLength(1)
    expect((await with_({ 'x-inthub-retries': 'many' })).status).toBe(400)
    expect((await with_({ 'x-inthub-priority': 'first' })).status).toBe(400)
  })

  it('is told as a problem when the service cannot be reached or does not answer in time', async () => {
    const hub = await aHub()
    const ctx = await aCaller()
    const key = await aKey(ctx)
    const mute = await serve(() => {})
    const slugs = [await connected(ctx, 'http://127.0.0.1:1'), await connected(ctx, mute)].map(({ slug }) => slug)
    const answers = await Promise.all(
      slugs.map((slug) =>
        fetch(`${hub.url}/api/v1/proxy/${slug}/x`, {
          headers: { ...bearer(key), 'x-inthub-timeout-ms': '150', 'x-inthub-retries': '0' },
        }),
      ),
    )
    expect(answers.map(({ status, headers }) => [status, headers.get('x-inthub-error')])).toEqual([
      [502, 'call.unreachable'],
      [504, 'call.timed_out'],
    ])
    const rows = await rowsOf(ctx)
    expect(rows.map(({ reason, failureClass }) => `${reason} ${failureClass}`).sort()).toEqual([
      'connection_refused network',
      'total_timeout network',
    ])
  })

  it('closes the circuit for all that come, once too many failed', async () => {
    const { url, key, ctx, slug, seen } = await proxied((_request, response) => response.writeHead(500).end())
    const { policy } = await openTarget(holding(ctx, 'integrations:read', 'integrations:execute'), {
      integration: slug,
    })
    const once = () => fetch(url, { headers: { ...bearer(key), 'x-inthub-retries': '0' } })
    for (let at = 0; at < policy.breaker.minimum; at += 1) await once()
    const refused = await once()
    expect([refused.status, refused.headers.get('x-inthub-error')]).toEqual([503, 'call.paused'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(seen).toHaveLength(policy.breaker.minimum)
    expect((await rowsOf(ctx)).filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
  })
})
