import { once } from 'node:events'
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { calls } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { flushCalls, setCallPolicy } from '@/server/domain/calls/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { overrideEnv } from '@/server/platform/env'
import { aHub } from '@/test/hub'
import { serve } from '@/test/loopback'
import { aCaller, aKey, type Caller } from '@/test/world'

type Door = { url: string; ctx: Caller; headers: Record<string, string> }

async function doorTo(baseUrl: string): Promise<Door> {
  const hub = await aHub()
  const ctx = await aCaller()
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', instance: 'service', method: 'none', skipTest: true, config: { baseUrl }, secrets: {} },
  })
  const headers = { authorization: `Bearer ${await aKey(ctx)}` }
  return { url: `${hub.url}/api/v1/proxy/${integration.slug}`, ctx, headers }
}

const proxied = async (listener: RequestListener) => doorTo(await serve(listener))

/** A service that speaks bytes instead of HTTP. */
async function rawService(onRequest: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => onRequest(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

type Wish = { method?: string; headers?: Record<string, string> }

/** Node's own client, which neither unpacks nor reads ahead. */
function begin({ url, headers }: Door, wish: Wish = {}): { asked: ClientRequest; answered: Promise<IncomingMessage> } {
  const asked = httpRequest(url, {
    method: wish.method ?? 'GET',
    headers: { ...headers, ...wish.headers },
    agent: false,
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve)
    asked.once('error', reject)
  })
  answered.catch(() => {})
  return { asked, answered }
}

async function bytesOf(answer: Readable): Promise<number> {
  let bytes = 0
  for await (const chunk of answer) bytes += (chunk as Buffer).length
  return bytes
}

const mega = 1_000_000
const block = Buffer.alloc(65_536, 'x')

/** So many bytes, made as they are asked for. */
function flood(bytes: number, onBytes: (written: number) => void = () => {}): Readable {
  let left = bytes
  return new Readable({
    read() {
      const size = Math.min(left, block.length)
      left -= size
      onBytes(bytes - left)
      this.push(size > 0 ? block.subarray(0, size) : null)
    },
  })
}

const residentNow = () => process.memoryUsage().rss

/** How much more memory there was than before, at most, while something went on. */
function watchMemory(): () => number {
  const before = residentNow()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, residentNow())
  }, 20)
  return () => {
    clearInterval(timer)
    return most - before
  }
}

async function rowOf({ ctx }: Door) {
  for (let at = 0; at < 50; at += 1) {
    await flushCalls()
    const [row] = await inTenant(ctx, (tx) => tx.select().from(calls))
    if (row) return row
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The call was not logged.')
}

describe('a stream through the proxy', () => {
  it('brings 3 GB down in constant memory', { timeout: 120_000 }, async () => {
    const size = 3_000 * mega
    const door = await proxied((_request, response) => {
      response.writeHead(200, { 'content-length': String(size) })
      flood(size).pipe(response)
    })
    const { asked, answered } = begin(door)
    asked.end()
    const peak = watchMemory()
    expect(await bytesOf(await answered)).toBe(size)
    expect(peak()).toBeLessThan(200 * mega)
    expect(await rowOf(door)).toMatchObject({ outcome: 'success', responseBytes: size })
  })

  it.each([
    ['with a length', { 'content-length': String(200 * mega) }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('takes 200 MB up %s, and brings them back', { timeout: 60_000 }, async (_how, headers) => {
    const size = 200 * mega
    const door = await proxied((request, response) => {
      request.pipe(response)
    })
    const { asked, answered } = begin(door, { method: 'POST', headers })
    flood(size).pipe(asked)
    const peak = watchMemory()
    expect(await bytesOf(await answered)).toBe(size)
    expect(peak()).toBeLessThan(150 * mega)
    expect(await rowOf(door)).toMatchObject({ outcome: 'success', requestBytes: size, responseBytes: size })
  })

  it('is held at its source while the caller does not read, and goes on after', async () => {
    const size = 200 * mega
    let made = 0
    const door = await proxied((_request, response) => {
      flood(size, (bytes) => {
        made = bytes
      }).pipe(response)
    })
    const { asked, answered } = begin(door)
    asked.end()
    const answer = await answered
    answer.pause()
    await new Promise((resolve) => setTimeout(resolve, 700))
    const heldAt = made
    // What the sockets on the way hold, and not the rest.
    expect(heldAt).toBeLessThan(60 * mega)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(made).toBe(heldAt)
    expect(await bytesOf(answer)).toBe(size)
  })

  it('is held at the caller while the service does not read', async () => {
    let made = 0
    const door = await proxied((request, response) => {
      setTimeout(() => request.resume(), 700)
      request.once('end', () => response.end('done'))
    })
    const { asked, answered } = begin(door, { method: 'POST' })
    flood(200 * mega, (bytes) => {
      made = bytes
    }).pipe(asked)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(made).toBeLessThan(60 * mega)
    expect(await bytesOf(await answered)).toBe(4)
  })

  it('brings each event as it happens, and the head before the first', async () => {
    let say: (text: string) => void = () => {}
    const door = await proxied((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      say = (text) => response.write(text)
    })
    const { asked, answered } = begin(door)
    asked.end()
    const answer = await answered
    expect(answer.headers['content-type']).toBe('text/event-stream')
    for (const text of ['data: 1\n\n', 'data: 2\n\n']) {
      say(text)
      const [chunk] = (await once(answer, 'data')) as [Buffer]
      expect(chunk.toString()).toBe(text)
    }
    asked.destroy()
  })

  it('brings trailers, and an answer that begins before the body ended', async () => {
    const door = await proxied((request, response) => {
      response.writeHead(200, { trailer: 'x-sum' })
      response.write('early')
      request.resume()
      request.once('end', () => {
        response.addTrailers({ 'x-sum': '5', 'set-cookie': 'a=b' })
        response.end()
      })
    })
    const { asked, answered } = begin(door, { method: 'POST' })
    asked.write('first')
    const answer = await answered
    asked.end('last')
    expect(await bytesOf(answer)).toBe(5)
    expect(answer.trailers).toEqual({ 'x-sum': '5' })
  })

  it('passes packed bytes on as they are', async () => {
    const door = await proxied((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'x-asked': String(request.headers['accept-encoding']) })
      response.end(Buffer.from([1, 2, 3]))
    })
    const { asked, answered } = begin(door, { headers: { 'accept-encoding': 'gzip, br' } })
    asked.end()
    const answer = await answered
    expect([answer.headers['content-encoding'], answer.headers['x-asked']]).toEqual(['gzip', 'gzip, br'])
    expect(await bytesOf(answer)).toBe(3)
  })
})

describe('half an answer', () => {
  const cuts: [string, string][] = [
    ['with a length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc'],
    ['in chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'],
  ]
  it.each(cuts)('%s is never taken for a whole one', async (_how, answer) => {
    const door = await doorTo(
      await rawService((socket) => {
        socket.write(answer)
        setTimeout(() => socket.resetAndDestroy(), 50)
      }),
    )
    const { asked, answered } = begin(door)
    asked.end()
    await expect(answered.then(bytesOf)).rejects.toThrow(/aborted|ECONNRESET/)
    expect(await rowOf(door)).toMatchObject({ outcome: 'failure', status: 200, reason: 'connection_reset' })
  })

  it('for a caller of HTTP/1.0 ends in a reset', async () => {
    const service = await rawService((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n')
      setTimeout(() => socket.destroy(), 50)
    })
    const { url, headers } = await doorTo(service)
    const { hostname, port, pathname } = new URL(url)
    const socket = connect(Number(port), hostname)
    socket.write(`GET ${pathname} HTTP/1.0\r\nAuthorization: ${headers.authorization}\r\n\r\n`)
    const [error] = (await once(socket.resume(), 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNRESET')
  })

  it('that falls silent is cut off after the idle time, and one that drips after the whole time', async () => {
    overrideEnv({ PROXY_IDLE_TIMEOUT: 1, PROXY_TOTAL_TIMEOUT: 3_600 })
    onTestFinished(() => void overrideEnv({ PROXY_IDLE_TIMEOUT: 60, PROXY_TOTAL_TIMEOUT: 3_600 }))
    const silent = await proxied((_request, response) => void response.write('abc'))
    const { asked, answered } = begin(silent)
    asked.end()
    await expect(answered.then(bytesOf)).rejects.toThrow(/aborted|ECONNRESET/)
    overrideEnv({ PROXY_TOTAL_TIMEOUT: 1 })
    const dripping = await proxied((_request, response) => {
      const timer = setInterval(() => response.write('x'), 50)
      response.once('close', () => clearInterval(timer))
    })
    const second = begin(dripping)
    second.asked.end()
    await expect(second.answered.then(bytesOf)).rejects.toThrow(/aborted|ECONNRESET/)
    const rows = await Promise.all([rowOf(silent), rowOf(dripping)])
    expect(rows.map(({ reason, outcome }) => [reason, outcome])).toEqual([
      ['total_timeout', 'failure'],
      ['total_timeout', 'failure'],
    ])
  })
})

describe('a caller', () => {
  it('who goes takes the request to the service along', async () => {
    const gone = new Promise<void>((resolve) => {
      void proxied((request, response) => {
        request.socket.once('close', resolve)
        response.write('x')
      }).then(async (door) => {
        const { asked, answered } = begin(door)
        asked.end()
        await answered
        asked.destroy()
        expect(await rowOf(door)).toMatchObject({ outcome: 'failure', reason: 'aborted', failureClass: 'ours' })
      })
    })
    await gone
  })

  it('who goes in the middle of a body leaves the service no whole one', async () => {
    let isWhole: boolean | undefined
    const over = new Promise<void>((resolve) => {
      void proxied((request) => {
        request.resume()
        request.once('close', () => {
          isWhole = request.complete
          resolve()
        })
      }).then((door) => {
        const { asked } = begin(door, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
        asked.on('error', () => {})
        asked.write('half')
        setTimeout(() => asked.destroy(), 200)
      })
    })
    await over
    expect(isWhole).toBe(false)
  })

  it('whose body is refused early still reads why', async () => {
    const door = await proxied((_request, response) => response.writeHead(413).end('too much'))
    const { asked, answered } = begin(door, { method: 'POST', headers: { 'content-length': String(5 * mega) } })
    flood(5 * mega).pipe(asked)
    const answer = await answered
    expect([answer.statusCode, await bytesOf(answer)]).toEqual([413, 8])
  })

  it('who does not read holds no place that others wait for', { timeout: 20_000 }, async () => {
    const door = await proxied((request, response) => {
      if (request.url?.endsWith('/small')) response.end('small')
      else flood(200 * mega).pipe(response)
    })
    const integration = door.url.split('/').at(-1) ?? ''
    await setCallPolicy(door.ctx, {
      integration,
      policy: { bulkhead: { concurrent: 1, queued: 5 }, deadlineMs: 10_000 },
    })
    const reader = begin(door)
    reader.asked.end()
    const stalled = await reader.answered
    const other = begin({ ...door, url: `${door.url}/small` })
    other.asked.end()
    const answer = await other.answered
    expect([answer.statusCode, await bytesOf(answer)]).toEqual([200, 5])
    expect(stalled.readableEnded).toBe(false)
    stalled.destroy()
  })
})
