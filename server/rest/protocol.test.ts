import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { overrideEnv } from '@/server/platform/env'
import { aHub, type Hub } from '@/test/hub'
import { rest, restAs } from '@/test/rest'
import { aRestGround } from '@/test/rest-ground'
import { aCaller, aKey, aSession } from '@/test/world'
import { brokenAt } from './json'

const list = '/api/v1/integrations'
const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'

async function aCallerOf(hub: Hub) {
  const ctx = await aCaller()
  return { ctx, ask: restAs(hub, { key: await aKey(ctx) }) }
}

describe('a problem', () => {
  it('names its page, what happened, what to do and the request', async () => {
    const hub = await aHub()
    const { ask } = await aCallerOf(hub)
    const reply = await ask(`GET ${list}/nobody?x=1`.replace('?x=1', ''))
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.body).toEqual({
      type: `${hub.url}/docs/errors/integration.not_found`,
      title: 'There is no such integration',
      status: 404,
      detail: 'There is no such integration',
      instance: `${list}/nobody`,
      code: 'integration.not_found',
      remedy: expect.any(String),
      fields: [],
      requestId: reply.headers.get('x-request-id'),
    })
  })

  it.each(['/api/v1', '/api/v1/', '/api/v1/nothing', '/api/v1/integrations/a/b/c', '/api/integration-hub'])(
    'is what an unknown address is answered with: %s',
    async (path) => {
      const reply = await rest(await aHub(), `GET ${path}`)
      expect(reply).toMatchObject({ status: 404, body: { code: 'request.unknown_path', instance: path } })
    },
  )

  it('says in a sentence what is wrong, also where only a field knows', async () => {
    const { ask, ids } = await aRestGround()
    const told = async (path: string) => (await ask(`POST ${list}/${ids.integration}/execute`, { body: { path } })).body
    expect((await told('/../../x')).detail).toBe('path leads out of the base URL.')
    expect((await told('http://evil.example/')).detail).toContain('path is a whole address')
  })

  it('tells the methods an address takes', async () => {
    const hub = await aHub()
    const reply = await rest(hub, `DELETE ${list}`)
    expect(reply).toMatchObject({ status: 405, body: { code: 'request.wrong_method' } })
    expect(reply.headers.get('allow')).toBe('HEAD, GET, POST, OPTIONS')
    const options = await rest(hub, `OPTIONS ${list}/x`)
    expect(options).toMatchObject({ status: 204, text: '' })
    expect(options.headers.get('allow')).toBe('HEAD, GET, PUT, PATCH, DELETE, OPTIONS')
    expect(options.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a body', () => {
  const send = async (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const hub = await aHub()
    const key = await aKey(await aCaller())
    const response = await fetch(`${hub.url}${list}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...headers },
      body: body as BodyInit,
    })
    return { status: response.status, text: await response.text() }
  }

  it.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-type': 'application/json; charset=latin1' }],
    [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('of another kind is refused: %o', async (headers) => {
    const reply = await send('{}', headers)
    expect(reply.status).toBe(415)
    expect(reply.text).toContain('request.wrong_media_type')
  })

  it('that is nested without end is refused, wherever in it', async () => {
    const { ask } = await aCallerOf(await aHub())
    const deep = (levels: number) => `${'['.repeat(levels)}"\\u0041"${']'.repeat(levels)}`
    const sent = (levels: number) =>
      ask(`POST ${list}/nobody/execute`, { body: `{"method":"POST","path":"/x","body":${deep(levels)}}` })
    expect(await sent(100_000)).toMatchObject({ status: 400, body: { detail: 'The body is nested too deeply.' } })
    expect(await sent(30)).toMatchObject({ status: 404, body: { code: 'integration.not_found' } })
  })

  it('that is too large is refused, with its length told and without', async () => {
    const large = JSON.stringify({ type: 'x'.repeat(1024 * 1024) })
    expect(await send(large)).toMatchObject({ status: 413, text: expect.stringContaining('request.too_large') })
  })

  it.each([
    [`{"type": "${secret}",}`, 'line 1, column 53'],
    [`{"type": ${secret}}`, 'line 1, column 10'],
    [`{\n  "type": "a"\n  "name": "${secret}"}`, 'line 3, column 3'],
    [`{"type": "${secret}`, 'line 1, column 10'],
    ['', 'missing'],
    ['{"a":1}}', 'line 1, column 8'],
    ['[1,]', 'line 1, column 4'],
    ['{'.repeat(20_000), 'line 1, column 2'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'UTF-8'],
    ['{"type":"a\\u0000"}', 'cannot be kept'],
    ['"text"', 'body has to be an object'],
  ])('that is no JSON is told by its place, never by its content (%#)', async (body, told) => {
    const reply = await send(body)
    expect(reply).toMatchObject({ status: 400, text: expect.stringContaining(told) })
    expect(reply.text).not.toContain(secret)
  })

  it('breaks off where an engine would have found it to', () => {
    for (const good of ['{}', '[]', '{"a":[1,2,{"b":null}],"c":"\\u00e4"}', ' 12.5e+3 ', '""', '[[],{}]']) {
      expect([good, brokenAt(good)]).toEqual([good, good.length])
    }
  })
})

describe('who asks', () => {
  it('with a cookie alone is nobody: a page of another site can make a browser send one', async () => {
    const hub = await aHub()
    const ctx = await aCaller()
    const session = await aSession(ctx)
    expect((await rest(hub, `GET ${list}`, { session })).status).toBe(401)
    expect((await rest(hub, `GET ${list}`, { session, tenant: ctx.tenantId })).status).toBe(200)
    const same = { 'sec-fetch-site': 'same-origin', origin: hub.url }
    expect((await rest(hub, `GET ${list}`, { session, headers: same })).status).toBe(200)
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const forged = await rest(hub, `POST ${list}/x/test`, { session, tenant: ctx.tenantId, headers })
      expect(forged).toMatchObject({ status: 403, body: { code: 'request.cross_site' } })
    }
  })

  it('with a key for another tenant than the one named finds no tenant', async () => {
    const hub = await aHub()
    const { ask } = await aCallerOf(hub)
    const other = await aCaller()
    expect(await ask(`GET ${list}`, { headers: { 'x-inthub-tenant': other.tenantId } })).toMatchObject({
      status: 404,
      body: { code: 'tenant.not_found' },
    })
    const wrong = await rest(hub, `GET ${list}`, { key: 'ihk_nonsense' })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.key_invalid' } })
  })

  it('too often is told how much there is, and when more', async () => {
    const hub = await aHub()
    overrideEnv({ RATE_LIMIT_API: { limit: 3, windowSeconds: 60 } })
    onTestFinished(() => {
      overrideEnv({ RATE_LIMIT_API: { limit: 600, windowSeconds: 60 } })
    })
    const { ask } = await aCallerOf(hub)
    const first = await ask(`GET ${list}`)
    expect(first.headers.get('ratelimit-policy')).toBe('"caller";q=3;w=60, "tenant";q=6000;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"caller";r=2;t=\d+, "tenant";r=5999;t=\d+$/)
    await ask(`GET ${list}`)
    await ask(`GET ${list}`)
    const over = await ask(`GET ${list}`)
    expect(over).toMatchObject({ status: 429, body: { code: 'request.rate_limited' } })
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(over.headers.get('ratelimit')).toMatch(/^"caller";r=0;/)
  })
})

describe('a request of an odd form', () => {
  it.each([`GET ${list}\\..\\x`, 'GET http://x@y:99999/api/v1/health', `GET ${list}/%E0%A4%A`, `GET ${list}/%00`])(
    'is answered and ends nothing: %s',
    async (line) => {
      const hub = await aHub()
      const { port } = new URL(hub.url)
      const key = await aKey(await aCaller())
      const got = await new Promise<string>((resolve) => {
        let text = ''
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`${line} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n\r\n`),
        )
        socket.on('data', (data) => {
          text += String(data)
        })
        socket.on('close', () => resolve(text))
      })
      expect(got).toMatch(/^HTTP\/1\.1 (?:400|404|503) /)
      expect((await rest(hub, 'GET /api/v1/health')).status).toBe(200)
    },
  )
})

describe('the health of the hub', () => {
  it('tells strangers its parts, and members their services', async () => {
    const hub = await aHub()
    const { ask } = await aCallerOf(hub)
    const parts = Object.keys((await rest(hub, 'GET /api/v1/health')).body.components as object)
    expect(parts).toEqual(expect.arrayContaining(['database', 'queue', 'bus', 'event_bus', 'workers']))
    await ask(`POST ${list}`, {
      body: {
        ...{ type: 'scm.github', instance: 'saas', method: 'token', skipTest: true },
        ...{ config: {}, secrets: { token: `ghp_${'a'.repeat(36)}` } },
      },
    })
    expect((await ask('GET /api/v1/health')).body.components).toMatchObject({ github: expect.any(String) })
    expect((await rest(hub, 'GET /api/v1/health')).body.components).not.toHaveProperty('github')
  })
})

describe('the reference for people', () => {
  it('loads nothing from elsewhere, and only the file that is kept here', async () => {
    const page = await rest(await aHub(), 'GET /docs/api')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';")
    expect(page.text).not.toMatch(/(?:src|href)="https?:/)
    const [, file = ''] = /src="(\/vendor\/[^"]+)"/.exec(page.text) ?? []
    const kept = new URL(`../../public${file}`, import.meta.url)
    const [sum, name] = readFileSync(new URL('SHA256SUMS', kept), 'utf8').trim().split(/\s+/)
    expect(file.endsWith(name ?? '?')).toBe(true)
    expect(createHash('sha256').update(readFileSync(kept)).digest('hex')).toBe(sum)
  })
})
