import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * A small server on loopback that stands in for a vendor and can be broken. Like everything the demo's integrations
 * talk to it is real HTTP: the hub does not know that it is small.
 */
export const faults = {
  unauthorized: 'revoked its credential: it answers 401',
  unavailable: 'is overloaded: it answers 503',
  sign_in_page: 'went behind a sign-in page: it answers 200 with HTML',
  cut_off: 'drops every connection',
  refused: 'is down: it refuses connections',
  rate_limited: 'wants to be asked less often: it refuses as it does when a quota is used up',
  slow: 'is slow: an answer takes more than five seconds',
} as const
export type Fault = keyof typeof faults
const allFaults = Object.keys(faults) as Fault[]

/** What a card shows of a fault. A service that is slow or asks us to slow down still works. */
export const stateOf = (fault: Fault) => (fault === 'rate_limited' || fault === 'slow' ? 'degraded' : 'unhealthy')

/** Something the demo's integrations are connected to. */
export type LocalService = {
  name: string
  url: string
  /** What can be done to it. */
  faults: readonly Fault[]
  break(fault: Fault): Promise<void>
  heal(): Promise<void>
  stop(): Promise<void>
}

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
  origin: string
}
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown }

export type OwnFaults = Partial<Record<Fault, () => Answer>>

export type LocalServerWish = {
  name: string
  /** Taken when it is free. */
  port?: number | undefined
  tls?: { cert: string; key: string }
  /** Shortest and longest time an answer takes. */
  delayMs?: readonly [number, number]
  answer(asked: Asked): Answer | Promise<Answer>
  /** How this vendor says it, where it has words of its own. */
  own?: OwnFaults
  /** The request that proves the credential: when the service is slow this one is, so that a check ends in time. */
  slowPath?: string
}

type Closable = Server & { closeAllConnections(): void }

const answers: Partial<Record<Fault, Answer>> = {
  unauthorized: { status: 401, body: { message: 'The credential was revoked' } },
  unavailable: { status: 503, body: { message: 'Too many connections' } },
  sign_in_page: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>',
  },
  rate_limited: { status: 429, headers: { 'retry-after': '30' }, body: { message: 'Too many requests' } },
}
const slowMs = 5_600
const maxBodyBytes = 1_048_576

/** @throws when it is longer than anything a demo sends */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new Error('The body is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json', ...headers })
  response.end(body === undefined || method === 'HEAD' ? undefined : isText ? body : JSON.stringify(body))
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Listens where it did before, else wherever there is room. */
export async function listenNear(server: Server, port: number | undefined): Promise<number> {
  try {
    return await listenOn(server, port ?? 0)
  } catch (error) {
    if (!port) throw error
    return listenOn(server, 0)
  }
}

export async function openLocalServer(wish: LocalServerWish): Promise<LocalService> {
  const { name, tls, delayMs: [shortest, longest] = [8, 40], slowPath } = wish
  let fault: Fault | undefined
  let url = ''

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const usualMs = shortest + Math.random() * (longest - shortest)
    await pause(fault === 'slow' && pathname === slowPath ? slowMs : usualMs)
    if (fault === 'cut_off') return void request.socket.destroy()
    const method = request.method ?? 'GET'
    const asked = { method, path: pathname, query: searchParams, headers: request.headers, body, origin: url }
    const instead = fault && (wish.own?.[fault]?.() ?? answers[fault])
    send(response, method, instead ?? (await wish.answer(asked)))
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => response.destroy())
  }
  const server: Closable = tls ? createSecureServer(tls, onRequest) : createServer(onRequest)
  const close = async () => {
    if (!server.listening) return
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  const port = await listenNear(server, wish.port)
  url = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`
  const heal = async () => {
    fault = undefined
    if (!server.listening) await listenOn(server, port)
  }
  return {
    name,
    url,
    faults: allFaults.filter((one) => one !== 'slow' || slowPath !== undefined),
    break: async (wanted) => {
      await heal()
      fault = wanted
      if (wanted === 'refused') await close()
    },
    heal,
    stop: close,
  }
}
