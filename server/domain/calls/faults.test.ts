import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Answer, type Asked, aCaller, aServer, type Caller } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { executeCall, setCallPolicy } from './service'

const token = 'canary-0123456789abcdef'
const quick = { retry: { attempts: 3, baseMs: 1, maxMs: 5 }, timeoutMs: 500, deadlineMs: 3_000 }

async function connected(ctx: Caller, baseUrl: string, slug = 'svc', policy: object = quick) {
  await connectIntegration(ctx, {
    ...{ type: 'custom.http', name: slug, slug, method: 'bearer', config: { baseUrl }, secrets: { token } },
    skipTest: true,
  })
  await setCallPolicy(ctx, { integration: slug, policy })
}

async function aService(answer: (asked: Asked, count: number) => Answer | Promise<Answer>, policy: object = quick) {
  const ctx = await aCaller()
  let count = 0
  const service = await aServer((asked) => answer(asked, ++count))
  await connected(ctx, service.url, 'svc', policy)
  const get = (rest: object = {}) => executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x', ...rest })
  return { ctx, service, get }
}

/** A server that says bytes, and ends as it is told. */
async function aRawServer(talk: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => talk(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a service that fails', () => {
  it('is asked again after a 500, and the good answer counts', async () => {
    const { get } = await aService((_asked, count) => ({ status: count < 3 ? 500 : 200, body: {} }))
    const result = await get()
    expect(result).toMatchObject({ outcome: 'success', status: 200 })
    expect(result.attempts.map(({ status }) => status)).toEqual([500, 500, 200])
  })

  it('is not asked again for a POST, unless the caller says that it may be', async () => {
    const { service, get } = await aService(() => ({ status: 503, body: {} }))
    expect((await get({ method: 'POST', body: { a: 1 } })).attempts).toHaveLength(1)
    expect((await get({ method: 'POST', body: { a: 1 }, unsafe: true })).attempts).toHaveLength(3)
    expect(service.asked.every(({ body }) => body === '{"a":1}')).toBe(true)
  })

  it('is not asked again for what the caller did wrong', async () => {
    const { get } = await aService(() => ({ status: 404, body: {} }))
    const result = await get()
    expect(result).toMatchObject({ outcome: 'failure', status: 404, failure: { failureClass: 'request' } })
    expect(result.attempts).toHaveLength(1)
    expect(result.failure?.remedy).toContain('Check the path')
    expect(result.failure?.remedy).not.toContain('base URL')
  })

  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
  it.each([
    ['Retry-After in seconds', () => ({ 'retry-after': '1' })],
    ['Retry-After as a date', () => ({ 'retry-after': new Date(Date.now() + 2_000).toUTCString() })],
    ['Retry-After-Ms', () => ({ 'retry-after-ms': '700' })],
    ['X-RateLimit-Reset as an instant', () => ({ 'x-ratelimit-reset': String(inSeconds(2)) })],
    ['RateLimit-Reset in seconds', () => ({ 'ratelimit-reset': '1' })],
    ['RateLimit of the draft', () => ({ ratelimit: 'limit=10, remaining=0, reset=1' })],
    [
      'an empty pool with its reset',
      () => ({ 'x-ratelimit-limit': '9', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(inSeconds(2)) }),
    ],
    ['X-RateLimit-Reset-After', () => ({ 'x-ratelimit-reset-after': '0.8' })],
    ['X-Rate-Limit-Reset as an instant', () => ({ 'x-rate-limit-reset': String(inSeconds(2)) })],
    ['X-RateLimit-Reset in milliseconds', () => ({ 'x-ratelimit-reset': String(Date.now() + 900) })],
    ['X-RateLimit-Reset in ISO 8601', () => ({ 'x-ratelimit-reset': new Date(Date.now() + 900).toISOString() })],
    ['X-RateLimit-Reset as a date', () => ({ 'x-ratelimit-reset': new Date(Date.now() + 2_000).toUTCString() })],
    [
      'RateLimit of the newer draft',
      () => ({ ratelimit: '"default";r=0;t=1', 'ratelimit-policy': '"default";q=10;w=60' }),
    ],
  ])('is left alone as long as it says: %s', async (_name, headers) => {
    const times: number[] = []
    const { get } = await aService((_asked, count) => {
      times.push(Date.now())
      return count === 1 ? { status: 429, headers: headers(), body: {} } : { status: 200, body: {} }
    })
    const result = await get({ deadlineMs: 10_000 })
    expect(result).toMatchObject({ outcome: 'success' })
    expect(result.attempts[0]?.failure).toMatchObject({ failureClass: 'provider_limit' })
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(
      (result.attempts[0]?.failure?.retryAfterMs ?? 0) - 50,
    )
    expect(result.attempts[0]?.failure?.retryAfterMs).toBeGreaterThan(0)
  })

  it('that asks for a longer wait than there is time is given up at once, and the caller told when', async () => {
    const { service, get } = await aService(() => ({ status: 429, headers: { 'retry-after': '60' }, body: {} }))
    const result = await get()
    expect(result).toMatchObject({ outcome: 'failure', status: 429, failure: { retryAfterMs: 60_000 } })
    expect(service.asked).toHaveLength(1)
  })

  it('by its silence, is waited for no longer than the time of an attempt', async () => {
    const ctx = await aCaller()
    const url = await aRawServer(() => {})
    await connected(ctx, url, 'svc', { ...quick, timeoutMs: 150, retry: { ...quick.retry, attempts: 2 } })
    const result = await executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x' })
    expect(result).toMatchObject({ outcome: 'failure', status: null, failure: { reason: 'total_timeout' } })
    expect(result.attempts).toHaveLength(2)
  })

  it('by dripping, is cut off', async () => {
    const ctx = await aCaller()
    const url = await aRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{')
      const timer = setInterval(() => socket.write(' '), 20)
      socket.on('close', () => clearInterval(timer))
    })
    await connected(ctx, url, 'svc', { ...quick, retry: { attempts: 1 } })
    const result = await executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x' })
    expect(result).toMatchObject({ outcome: 'failure', failure: { reason: 'total_timeout' } })
  })

  it.each([
    ['resets the connection', (socket: Socket) => socket.resetAndDestroy()],
    [
      'ends a chunked body early',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":'),
    ],
    ['answers garbage', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
  ])('that %s fails by the network, and is asked again', async (_name, talk) => {
    const ctx = await aCaller()
    await connected(ctx, await aRawServer(talk))
    const result = await executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x' })
    expect(result).toMatchObject({ outcome: 'failure', status: null })
    expect(result.attempts).toHaveLength(3)
    expect(result.failure?.message).not.toContain('SSH')
  })

  it('with a sign-in page where data is expected is no success', async () => {
    const { get } = await aService(() => ({
      ...{ status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' },
    }))
    expect(await get()).toMatchObject({ outcome: 'failure', status: 200, failure: { reason: 'bad_answer' } })
    expect(await get({ headers: { accept: 'text/html' } })).toMatchObject({ outcome: 'success' })
  })

  it('with 3 GB is not read to the end', async () => {
    const ctx = await aCaller()
    let written = 0
    const url = await aRawServer((socket) => {
      const chunk = Buffer.alloc(256 * 1024, 'a')
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 3221225472\r\n\r\n')
      const pour = () => {
        if (socket.destroyed) return
        written += chunk.length
        socket.write(chunk, (error) => !error && setImmediate(pour))
      }
      pour()
    })
    await connected(ctx, url, 'svc', { ...quick, timeoutMs: 10_000, deadlineMs: 20_000 })
    const result = await executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x' })
    expect(result).toMatchObject({ outcome: 'failure', failure: { reason: 'answer_too_large' } })
    expect(result.body).toHaveLength(0)
    expect(result.attempts).toHaveLength(1)
    expect(written).toBeLessThan(64 * 1024 * 1024)
  })

  it('is given up when the caller has gone', async () => {
    const ending = new AbortController()
    const { ctx } = await aService(async () => {
      ending.abort()
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { status: 200 }
    })
    const gone = { ...ctx, signal: ending.signal }
    const result = await executeCall(gone, { integration: 'svc', method: 'GET', path: '/x' })
    expect(result).toMatchObject({ outcome: 'failure', failure: { reason: 'aborted' } })
  })

  it('is replaced by the second integration, for what may be done again', async () => {
    const { ctx, get } = await aService(() => ({ status: 503, body: {} }))
    const second = await aServer(() => ({ status: 200, body: { second: true } }))
    await connected(ctx, second.url, 'second')
    const other = (await setCallPolicy(ctx, { integration: 'second', policy: quick })).id
    await setCallPolicy(ctx, { integration: 'svc', policy: { ...quick, fallback: other } })
    expect(await get()).toMatchObject({ outcome: 'success', integrationId: other })
    expect(await get({ method: 'POST' })).toMatchObject({ outcome: 'failure', status: 503 })
    expect(second.asked).toHaveLength(1)
  })
})

describe('what a caller sends', () => {
  it('cannot lead elsewhere, nor stand in the place of what the connector sends', async () => {
    const { service, get } = await aService(() => ({ status: 200, body: {} }))
    await get({
      path: '//evil.example/x',
      headers: {
        Authorization: 'Bearer mine',
        Host: 'evil.example',
        Cookie: 'a=b',
        'X-Forwarded-For': '1.2.3.4',
        'X-Own': 'yes',
      },
    })
    const { headers = {}, url }: Partial<Asked> = service.asked[0] ?? {}
    expect(url).toBe('//evil.example/x')
    expect(headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-own': 'yes' })
    expect(headers.host).toContain('127.0.0.1')
    expect(headers.cookie).toBeUndefined()
    expect(headers['x-forwarded-for']).toBeUndefined()
  })

  it.each([
    'http://evil.example/',
    'HTTPS://evil.example',
    '/../admin',
    '/a/%2e%2e/b',
    '/a%2f..%2fb',
    '/a\\..\\b',
    '/a b',
    '/a\r\nX: y',
    '/#x',
  ])('is refused where it would: %s', async (path) => {
    const { service, get } = await aService(() => ({ status: 200, body: {} }))
    await expect(get({ path })).rejects.toMatchObject({ code: 'request.invalid' })
    expect(service.asked).toHaveLength(0)
  })

  it('never gets the secret back from a service that echoes it', async () => {
    const { get } = await aService(({ headers }) => ({ status: 200, headers: { 'x-echo': token }, body: { headers } }))
    const result = await get()
    expect(result.body.toString()).toContain('[redacted]')
    expect(JSON.stringify(result) + result.body.toString()).not.toContain(token)
  })
})
