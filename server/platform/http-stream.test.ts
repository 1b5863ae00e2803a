import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HttpFailure } from '@/server/kernel/http'
import { serve } from '@/test/loopback'
import { createHttpClient } from './http'
import { type StreamHead, type StreamLimits, type StreamOrder, streamSender } from './http-stream'

const open = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const strict = createHttpClient({ policy: { mode: 'strict', allow: [], deny: [], grants: [] } })
const usual: StreamLimits = {
  connectTimeoutMs: 1_000,
  headTimeoutMs: 2_000,
  idleTimeoutMs: 2_000,
  totalTimeoutMs: 20_000,
}

type Received = { head: StreamHead | null; body: Buffer; trailers: string[]; failure: unknown }
type Wish = Partial<StreamOrder> & { client?: typeof open }

/** What came of one request, read to its end. */
function ask(origin: string, { client = open, ...order }: Wish = {}): Promise<Received> {
  const received: Received = { head: null, body: Buffer.alloc(0), trailers: [], failure: null }
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const done = () => resolve({ ...received, body: Buffer.concat(chunks) })
    streamSender(client, origin)(
      { method: 'GET', target: '/', headers: [], body: null, repeatable: true, limits: usual, ...order },
      {
        onHead: (head) => {
          received.head = head
        },
        onChunk: (chunk) => chunks.push(chunk) > 0,
        onEnd: (trailers) => {
          received.trailers = trailers.map(String)
          done()
        },
        onFailure: (error) => {
          received.failure = error
          done()
        },
      },
    )
  })
}

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

const reasonOf = ({ failure }: Received) => (failure instanceof HttpFailure ? failure.reason : failure)

describe('streamSender', () => {
  it('tells head, body and trailers as they came', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(418, { 'x-two': ['a', 'b'], trailer: 'x-sum' })
      response.write('tea')
      response.addTrailers({ 'x-sum': '3' })
      response.end('pot')
    })
    const { head, body, trailers, failure } = await ask(origin)
    expect(failure).toBeNull()
    expect(head?.status).toBe(418)
    expect(head?.rawHeaders.map(String).filter((text) => text === 'a' || text === 'b')).toEqual(['a', 'b'])
    expect(body.toString()).toBe('teapot')
    expect(trailers).toEqual(['x-sum', '3'])
  })

  it('is refused where the guarded client is refused', async () => {
    const origin = await serve((_request, response) => response.end())
    expect(reasonOf(await ask(origin, { client: strict }))).toBe('egress_denied')
  })

  it('answers a redirect instead of following it', async () => {
    const origin = await serve((_request, response) => response.writeHead(302, { location: '/else' }).end())
    expect((await ask(origin)).head?.status).toBe(302)
  })

  it('sends a stream without a length in chunks and one with a length by that length', async () => {
    const seen: IncomingMessage['headers'][] = []
    const origin = await serve((request: IncomingMessage, response: ServerResponse) => {
      seen.push(request.headers)
      request.pipe(response)
    })
    const order = { method: 'POST', repeatable: false }
    const chunked = await ask(origin, { ...order, body: Readable.from([Buffer.from('ab'), Buffer.from('c')]) })
    const measured = await ask(origin, {
      ...order,
      headers: ['content-length', '3'],
      body: Readable.from([Buffer.from('abc')]),
    })
    expect([chunked.body.toString(), measured.body.toString()]).toEqual(['abc', 'abc'])
    expect(seen.map((headers) => headers['transfer-encoding'] ?? headers['content-length'])).toEqual(['chunked', '3'])
  })

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>()
    const origin = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('x')
    })
    for (let at = 0; at < 3; at += 1) await ask(origin, { method: 'POST', body: Buffer.from('x'), repeatable: false })
    expect(ports.size).toBe(1)
  })

  it('sends again, unseen, when a kept connection turns out to be dead', async () => {
    let answered = 0
    const origin = await rawService((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
      answered += 1
      // The next request on it is met with a reset.
      socket.once('data', () => socket.resetAndDestroy())
    })
    await ask(origin)
    expect((await ask(origin)).body.toString()).toBe('ok')
    expect(answered).toBe(2)
  })

  const cut = (answer: string) => rawService((socket) => socket.end(answer))
  it.each([
    ['a body shorter than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc', 'connection_reset'],
    [
      'a last chunk that never came',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n',
      'connection_reset',
    ],
    [
      'a last chunk that never came before a close that was announced',
      'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n',
      'malformed_answer',
    ],
    [
      'a short body before a close that was announced',
      'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nabc',
      'malformed_answer',
    ],
    ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'malformed_answer'],
  ])('fails on %s', async (_what, answer, reason) => {
    expect(reasonOf(await ask(await cut(answer)))).toBe(reason)
  })

  it.each([204, 304])('ends well with a %i that tells the length of another answer', async (status) => {
    const origin = await rawService((socket) => {
      socket.write(`HTTP/1.1 ${status} X\r\nETag: "a"\r\nContent-Length: 5\r\n\r\n`)
    })
    const received = await ask(origin)
    expect([received.failure, received.head?.status, received.body.length]).toEqual([null, status, 0])
  })

  it('takes a body without a length to its end', async () => {
    const { body, failure } = await ask(await cut('HTTP/1.0 200 OK\r\n\r\nall of it'))
    expect([body.toString(), failure]).toEqual(['all of it', null])
  })

  it('gives up on one that does not answer, falls silent, or drips for too long', async () => {
    const mute = await rawService(() => {})
    const stalling = await rawService((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'))
    const dripping = await rawService((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const timer = setInterval(() => socket.write('1\r\nx\r\n'), 20)
      socket.once('close', () => clearInterval(timer))
    })
    const answers = await Promise.all([
      ask(mute, { limits: { ...usual, headTimeoutMs: 100 } }),
      ask(stalling, { limits: { ...usual, idleTimeoutMs: 100 } }),
      ask(dripping, { limits: { ...usual, idleTimeoutMs: 200, totalTimeoutMs: 400 } }),
    ])
    expect(answers.map(reasonOf)).toEqual(['total_timeout', 'total_timeout', 'total_timeout'])
    expect(
      answers.map(({ failure }) => (failure instanceof Error ? failure.message.replace(/^\S+ /, '') : '')),
    ).toEqual(['did not answer within 100 ms.', 'was silent for 100 ms.', 'took longer than 400 ms.'])
  })

  it('reads no further than the reader wants, and goes on when it does', async () => {
    let written = 0
    const origin = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536)
      const more = () => {
        let hasRoom = true
        while (hasRoom && written < 64_000_000) {
          hasRoom = response.write(chunk)
          written += chunk.length
        }
        if (written >= 64_000_000) response.end()
      }
      response.on('drain', more)
      more()
    })
    let read = 0
    let isPaused = true
    const end = await new Promise<string>((resolve) => {
      const streaming = streamSender(open, origin)(
        { method: 'GET', target: '/', headers: [], body: null, repeatable: true, limits: usual },
        {
          onHead: () => {},
          onChunk: (chunk) => {
            read += chunk.length
            return !isPaused
          },
          onEnd: () => resolve('end'),
          onFailure: (error) => resolve(String(error)),
        },
      )
      setTimeout(() => {
        // What the two kernels hold for sockets, and not the rest.
        expect(written).toBeLessThan(32_000_000)
        expect(read).toBeLessThan(1_000_000)
        isPaused = false
        streaming.resume()
      }, 300)
    })
    expect(end).toBe('end')
    expect(read).toBeGreaterThanOrEqual(64_000_000)
  })

  it('closes the connection of a request that is given up', async () => {
    const gone = new Promise<void>((resolve) => {
      void serve((request, response) => {
        request.socket.once('close', resolve)
        response.write('x')
      }).then((origin) => {
        const streaming = streamSender(open, origin)(
          { method: 'GET', target: '/', headers: [], body: null, repeatable: true, limits: usual },
          { onHead: () => streaming.abort(), onChunk: () => true, onEnd: () => {}, onFailure: () => {} },
        )
      })
    })
    await gone
  })
})
