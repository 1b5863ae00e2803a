import { once } from 'node:events'
import { type AddressInfo, Server } from 'node:net'
import { logger } from '@/server/platform/logger'
import type { Answer, Asked } from './local-server'

/**
 * GitHub and Slack of the package `emulate`, on loopback. It is an optional package: where it is not installed,
 * small servers of our own take their place. They take any credential and have no quota to speak of, so the server in
 * front of each adds what the vendor documents.
 */
export type Emulated = {
  /** Answers as the emulator does; its own headers about quotas and scopes are left out. */
  forward(asked: Asked): Promise<Answer>
  stop(): Promise<void>
}

type Emulate = typeof import('emulate')
type Wish = Omit<Parameters<Emulate['createEmulator']>[0], 'port' | 'baseUrl'>

/** A port nothing listens on, by which the one call below is told from others. */
const markerPort = 1

/** The package listens on every interface and leaves a taken port unhandled; ours is for this machine alone. */
async function onLoopback<T>(open: (port: number) => Promise<T>): Promise<{ opened: T; port: number }> {
  const original = Server.prototype.listen
  let listening: Promise<number> | undefined
  Server.prototype.listen = function listen(this: Server, ...given: unknown[]): Server {
    if (given[0] !== markerPort) return Reflect.apply(original, this, given)
    listening = once(this, 'listening').then(() => (this.address() as AddressInfo).port)
    return Reflect.apply(original, this, [0, '127.0.0.1'])
  } as typeof original
  try {
    const opened = await open(markerPort)
    if (!listening) throw new Error('The emulator does not listen.')
    return { opened, port: await listening }
  } finally {
    Server.prototype.listen = original
  }
}

const kept = ['content-type', 'link']
/** What the emulator takes for its own address, to be replaced by that of the server in front. */
const placeholderHost = 'emulator.invalid'

/** Slack's methods are asked with their parameters in the query, which the emulator reads from a form only. */
function sentBy({ method, query, headers, body }: Asked): {
  type: string | undefined
  body: string | Uint8Array<ArrayBuffer> | null
} {
  if (method === 'GET' || method === 'HEAD') return { type: undefined, body: null }
  if (body.length > 0) return { type: headers['content-type'], body: Uint8Array.from(body) }
  return { type: 'application/x-www-form-urlencoded', body: method === 'POST' ? query.toString() : null }
}

async function forwardTo(origin: string, asked: Asked): Promise<Answer> {
  const { method, path, query, headers, origin: front } = asked
  const { type, body } = sentBy(asked)
  const search = typeof body === 'string' || query.size === 0 ? '' : `?${query}`
  const response = await fetch(`${origin}${path}${search}`, {
    ...{ method, body },
    headers: {
      ...(headers.authorization && { authorization: headers.authorization }),
      ...(body !== null && type !== undefined && { 'content-type': type }),
    },
  })
  const { host } = new URL(front)
  const placed = (text: string) =>
    text.replaceAll(`http://${placeholderHost}`, front).replaceAll(origin, front).replaceAll(placeholderHost, host)
  const told = [...response.headers].filter(([name]) => kept.includes(name)).map(([name, text]) => [name, placed(text)])
  return { status: response.status, headers: Object.fromEntries(told), body: placed(await response.text()) }
}

/** @returns null where the package is not installed, or does not start */
export async function openEmulator(wish: Wish): Promise<Emulated | null> {
  try {
    const { createEmulator }: Emulate = await import('emulate')
    const { opened, port } = await onLoopback((marker) =>
      createEmulator({ ...wish, port: marker, baseUrl: `http://${placeholderHost}` }),
    )
    const origin = `http://127.0.0.1:${port}`
    return { forward: (asked) => forwardTo(origin, asked), stop: () => opened.close() }
  } catch (err) {
    logger.debug({ err, service: wish.service }, 'no emulator; a small server takes its place')
    return null
  }
}
