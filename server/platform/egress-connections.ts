import { createHash } from 'node:crypto'
import { Client } from 'undici'
import { HttpFailure, type TlsSettings } from '@/server/kernel/http'
import { type OpenedSocket, openSocket, type SocketSettings, type Target } from './egress-socket'

/**
 * The connections of the guarded client. Each carries one request at a time, so what was learned while connecting
 * belongs to one request. An idle one waits a few seconds for the next request to the same place; policy, proxy, authorities
 * and client certificate are part of the place, so a grant that is taken back acts on the very next call.
 */
export type Connection = {
  client: Client
  place: string
  isReused: boolean
  connectTimeoutMs: number
  opened: OpenedSocket | null
  /** Gives up connecting; null before it began and after it ended. */
  stopConnecting: AbortController | null
  /** When it was last put back, of the clock that never jumps. */
  idleSince: number
}

const idleMs = 4_000
const maxIdle = 1_024
const maxHeaderBytes = 32_768

/** Oldest first. */
const idle = new Set<Connection>()
/** The same, by the place they lead to; the one used last is taken first. */
const idleAt = new Map<string, Connection[]>()

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64')

/** Settings are made for a client and never changed; it asks for many places. */
const settingsDigests = new WeakMap<SocketSettings, string>()

export function placeOf(settings: SocketSettings, origin: string, tls: TlsSettings | undefined): string {
  const known = settingsDigests.get(settings)
  const ofSettings = known ?? digest([settings.policy, settings.proxyUrl])
  if (!known) settingsDigests.set(settings, ofSettings)
  // Hashed: the client's private key is part of it.
  return tls ? `${ofSettings} ${origin} ${digest(tls)}` : `${ofSettings} ${origin}`
}

function forgetIdle(connection: Connection): void {
  if (!idle.delete(connection)) return
  const neighbours = idleAt.get(connection.place)
  const at = neighbours?.lastIndexOf(connection) ?? -1
  if (neighbours && at >= 0) neighbours.splice(at, 1)
  if (neighbours?.length === 0) idleAt.delete(connection.place)
}

function targetOf(origin: string, tls: TlsSettings | undefined): Target {
  const url = new URL(origin)
  const secure = url.protocol === 'https:'
  return { hostname: url.hostname, port: Number(url.port || (secure ? 443 : 80)), secure, tls }
}

type Place = { settings: SocketSettings; origin: string; tls: TlsSettings | undefined; place: string }

function makeConnection({ settings, origin, tls, place }: Place): Connection {
  const target = targetOf(origin, tls)
  const client = new Client(origin, {
    pipelining: 1,
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    // The one clock is the request's own.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: maxHeaderBytes,
    connect: (_options, done) => {
      if (connection.opened) {
        done(new HttpFailure('connection_reset', `${target.hostname} closed the connection.`), null)
        return
      }
      const stop = new AbortController()
      connection.stopConnecting = stop
      openSocket(settings, target, { timeoutMs: connection.connectTimeoutMs, signal: stop.signal })
        .finally(() => {
          connection.stopConnecting = null
        })
        .then(
          (opened) => {
            connection.opened = opened
            done(null, opened.socket)
          },
          (error: Error) => done(error, null),
        )
    },
  })
  const connection: Connection = {
    client,
    place,
    isReused: false,
    connectTimeoutMs: 0,
    opened: null,
    stopConnecting: null,
    idleSince: 0,
  }
  client.on('disconnect', () => forgetIdle(connection))
  return connection
}

export type ConnectionWish = {
  connectTimeoutMs: number
  /** One that nobody used before. */
  fresh: boolean
  /** Where it leads, by whoever asks for the same place again and again. */
  place?: string
  /** Not one that has waited longer: it may be closed by the other side just now. */
  surelyAliveMs?: number
}

function waitingAt(place: string, { fresh, surelyAliveMs = Number.POSITIVE_INFINITY }: ConnectionWish) {
  const waiting = fresh ? undefined : idleAt.get(place)?.at(-1)
  return waiting && performance.now() - waiting.idleSince <= surelyAliveMs ? waiting : undefined
}

export function takeConnection(
  settings: SocketSettings,
  origin: string,
  tls: TlsSettings | undefined,
  wish: ConnectionWish,
): Connection {
  const place = wish.place ?? placeOf(settings, origin, tls)
  const waiting = waitingAt(place, wish)
  const connection = waiting ?? makeConnection({ settings, origin, tls, place })
  forgetIdle(connection)
  connection.isReused = waiting !== undefined
  connection.connectTimeoutMs = wish.connectTimeoutMs
  return connection
}

export function dropConnection(connection: Connection): void {
  forgetIdle(connection)
  connection.stopConnecting?.abort()
  connection.client.destroy().catch(() => undefined)
}

/** Keeps a connection whose answer was read to its end for the next request. */
export function keepConnection(connection: Connection): void {
  if (!connection.opened || connection.opened.socket.destroyed) {
    dropConnection(connection)
    return
  }
  idle.add(connection)
  connection.idleSince = performance.now()
  const neighbours = idleAt.get(connection.place)
  if (neighbours) neighbours.push(connection)
  else idleAt.set(connection.place, [connection])
  const [oldest] = idle
  if (oldest && idle.size > maxIdle) dropConnection(oldest)
}

/** How many connections wait for another request. */
export const idleConnections = () => idle.size
