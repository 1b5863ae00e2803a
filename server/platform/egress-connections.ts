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
  stop: AbortController
}

const idleMs = 4_000
const maxIdle = 64
const maxHeaderBytes = 32_768

/** Oldest first. */
const idle = new Set<Connection>()

export function placeOf(settings: SocketSettings, origin: string, tls: TlsSettings | undefined): string {
  const { policy, proxyUrl } = settings
  // Hashed: the client's private key is part of it.
  return createHash('sha256')
    .update(JSON.stringify([origin, tls ?? null, policy, proxyUrl]))
    .digest('base64')
}

function targetOf(origin: string, tls: TlsSettings | undefined): Target {
  const url = new URL(origin)
  const secure = url.protocol === 'https:'
  return { hostname: url.hostname, port: Number(url.port || (secure ? 443 : 80)), secure, tls }
}

function makeConnection(settings: SocketSettings, origin: string, tls: TlsSettings | undefined): Connection {
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
      openSocket(settings, target, { timeoutMs: connection.connectTimeoutMs, signal: connection.stop.signal }).then(
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
    place: placeOf(settings, origin, tls),
    isReused: false,
    connectTimeoutMs: 0,
    opened: null,
    stop: new AbortController(),
  }
  client.on('disconnect', () => idle.delete(connection))
  return connection
}

export function takeConnection(
  settings: SocketSettings,
  origin: string,
  tls: TlsSettings | undefined,
  wish: { connectTimeoutMs: number; fresh: boolean },
): Connection {
  const place = placeOf(settings, origin, tls)
  const waiting = wish.fresh ? undefined : [...idle].findLast((one) => one.place === place)
  const connection = waiting ?? makeConnection(settings, origin, tls)
  idle.delete(connection)
  connection.isReused = waiting !== undefined
  connection.connectTimeoutMs = wish.connectTimeoutMs
  return connection
}

export function dropConnection(connection: Connection): void {
  idle.delete(connection)
  connection.stop.abort()
  connection.client.destroy().catch(() => undefined)
}

/** Keeps a connection whose answer was read to its end for the next request. */
export function keepConnection(connection: Connection): void {
  if (!connection.opened || connection.opened.socket.destroyed) {
    dropConnection(connection)
    return
  }
  idle.add(connection)
  const [oldest] = idle
  if (oldest && idle.size > maxIdle) dropConnection(oldest)
}

/** How many connections wait for another request. */
export const idleConnections = () => idle.size
