import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { makeGraphqlHandler } from '@/graphql/http'
import { makeSockets } from '@/graphql/ws'
import { startHttp } from '@/server/http'
import { overrideEnv } from '@/server/platform/env'
import { ReadinessBoard } from '@/server/readiness'

/** The server of the hub without Next and without workers, on a port of its own. Gone when the test is over. */
export type Reply = {
  status: number
  headers: Headers
  text: string
  // What a test looks into is whatever the document asked for.
  data: Record<string, unknown> | null
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
}

export type Hub = {
  url: string
  ask(query: string, options?: AskOptions): Promise<Reply>
  readiness: ReadinessBoard
  drain(): Promise<void>
}

export type AskOptions = {
  variables?: Record<string, unknown>
  key?: string
  session?: string
  tenant?: string
  headers?: Record<string, string>
}

export const cookieOf = (session: string) => `inthub.session=${session}`

function headersOf({ key, session, tenant, headers }: AskOptions): Record<string, string> {
  return {
    'content-type': 'application/json',
    ...(key && { authorization: `Bearer ${key}` }),
    ...(session && { cookie: cookieOf(session) }),
    ...(tenant && { 'x-inthub-tenant': tenant }),
    ...headers,
  }
}

export async function toReply(response: Response): Promise<Reply> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const { data = null, errors = [] } = isJson ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, data, errors }
}

export async function aHub(): Promise<Hub> {
  overrideEnv({ AUTH_SECRET: 'a secret of thirty-two characters or more', INTHUB_MODE: 'test', LOG_LEVEL: 'fatal' })
  const readiness = new ReadinessBoard({ nothing: async () => ({ ok: true }) })
  const graphql = await makeGraphqlHandler()
  const sockets = makeSockets()
  const server = await startHttp({ graphql, sockets, readiness, screens: () => undefined }, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.port}`
  overrideEnv({ INTHUB_URL: url })
  let drained: Promise<void> | undefined
  const drain = () => {
    drained ??= (async () => {
      const closed = server.close(1_000)
      await sockets.drain()
      await closed
      await graphql.stop()
    })()
    return drained
  }
  onTestFinished(drain)
  const ask = async (query: string, options: AskOptions = {}) => {
    const body = JSON.stringify({ query, ...(options.variables && { variables: options.variables }) })
    return toReply(await fetch(`${url}/graphql`, { method: 'POST', headers: headersOf(options), body }))
  }
  return { url, ask, readiness, drain }
}

export type Message = { type: string; id?: string; payload?: unknown }
export type Line = {
  socket: WebSocket
  /** Everything received so far. */
  messages: Message[]
  /** Waits until a message fits. */
  until(fits: (message: Message) => boolean, withinMs?: number): Promise<Message>
  closed: Promise<{ code: number; reason: string }>
  send(message: unknown): void
  subscribe(id: string, query: string, variables?: Record<string, unknown>): void
}

type LineOptions = { protocol?: string; headers?: Record<string, string> }

/** A raw socket to the hub: nothing is said that the test does not say. */
export function aLine(hub: Hub, { protocol = 'graphql-transport-ws', headers = {} }: LineOptions = {}): Line {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, protocol, { headers })
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)) as Message)
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  onTestFinished(() => socket.terminate())
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
  )
  const until = (fits: (message: Message) => boolean, withinMs = 8_000) =>
    new Promise<Message>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`No such message within ${withinMs} ms; there were ${JSON.stringify(messages)}`))
      }, withinMs)
      const look = () => {
        const found = messages.find(fits)
        if (!found) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  const send = (message: unknown) => {
    const text = typeof message === 'string' ? message : JSON.stringify(message)
    if (socket.readyState === WebSocket.OPEN) socket.send(text)
    else socket.once('open', () => socket.send(text))
  }
  const subscribe = (id: string, query: string, variables: Record<string, unknown> = {}) =>
    send({ id, type: 'subscribe', payload: { query, variables } })
  return { socket, messages, until, closed, send, subscribe }
}

/** A socket of somebody who is let in. */
export async function anOpenLine(
  hub: Hub,
  options: { key?: string; session?: string; tenant?: string },
): Promise<Line> {
  const line = aLine(hub, options.session ? { headers: { cookie: cookieOf(options.session) } } : {})
  const { key, tenant } = options
  line.send({
    type: 'connection_init',
    payload: { ...(key && { authorization: `Bearer ${key}` }), ...(tenant && { tenant }) },
  })
  await line.until((message) => message.type === 'connection_ack')
  return line
}
