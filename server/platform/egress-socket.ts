import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net'
import {
  connect as connectTls,
  createSecureContext,
  type DetailedPeerCertificate,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import { type EgressPolicy, judgeAddress } from '@/server/kernel/egress'
import { HttpFailure, type PeerCertificate, type TlsSettings } from '@/server/kernel/http'
import { certificateFailure, connectTimeout, failureOf } from './egress-failures'

/**
 * Opens the sockets of the guarded client: resolves the name itself, judges every address, and connects to a judged
 * address and to nothing else, straight or through a CONNECT proxy. TLS is checked here too, so that a refused
 * certificate can be shown.
 */
export type Address = { address: string; family: number }
export type Resolver = (hostname: string) => Promise<readonly Address[]>

/** The system's resolver, hosts file included. */
export const systemResolver: Resolver = (hostname) => lookup(hostname, { all: true, verbatim: true })

export type SocketSettings = {
  policy: EgressPolicy
  /** The tenant's slug, for the grant command in a refusal. */
  tenant: string
  proxyUrl: string | null
  resolve: Resolver
}

export type Target = { hostname: string; port: number; secure: boolean; tls: TlsSettings | undefined }

export type OpenedSocket = {
  socket: Socket
  remoteAddress: string
  certificate: PeerCertificate | null
  dnsMs: number | null
  connectMs: number
  tlsMs: number | null
}

/** One for all: what is caught and said anew needs no trace of its own. */
const givenUp = new Error('The connection was given up.')

const unbracketed = (hostname: string) => (hostname.startsWith('[') ? hostname.slice(1, -1) : hostname)
const addressAndPort = (ip: string, port: number) => (isIP(ip) === 6 ? `[${ip}]:${port}` : `${ip}:${port}`)

function egressDenied(
  settings: SocketSettings,
  target: Target,
  ip: string,
  why: { reason: string; grantable: boolean },
) {
  const rule = isIP(ip) === 6 ? `'[${ip}/128]:${target.port}'` : `${ip}/32:${target.port}`
  const host = unbracketed(target.hostname)
  const resolved = host === ip ? '' : ` (${host})`
  return new HttpFailure(
    'egress_denied',
    `The hub may not connect to ${addressAndPort(ip, target.port)}${resolved}: the address is ${why.reason}.`,
    {
      remedy: why.grantable
        ? `An instance admin can allow it: inthub admin egress grant ${settings.tenant} ${rule}`
        : 'Only the operator of the hub can open it, through EGRESS_ALLOW and EGRESS_DENY.',
    },
  )
}

/** The addresses of the target that may be connected to; at least one. */
async function judgedAddresses(settings: SocketSettings, target: Target): Promise<Address[]> {
  const host = unbracketed(target.hostname)
  const family = isIP(host)
  const found = family === 0 ? await settings.resolve(host) : [{ address: host, family }]
  const judged = found.map((address) => ({
    address,
    verdict: judgeAddress(settings.policy, address.address, target.port),
  }))
  const allowed = judged.flatMap(({ address, verdict }) => (verdict.allowed ? [address] : []))
  if (allowed.length > 0) return allowed
  for (const { address, verdict } of judged) {
    if (!verdict.allowed) throw egressDenied(settings, target, address.address, verdict)
  }
  throw new HttpFailure('dns_failed', `The name ${host} has no address.`, {
    remedy: 'Check the host name, and that the hub can resolve it.',
  })
}

/** Waits for a socket to be ready; a socket that is not is destroyed, also when the signal ends the wait. */
async function ready<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  try {
    await once(socket, event, { signal })
    return socket
  } catch (error) {
    socket.on('error', () => undefined)
    socket.destroy()
    throw error
  }
}

/** Node's own "happy eyeballs" over the judged addresses; it is never given the name to resolve. */
function connectStraight(addresses: readonly Address[], port: number, signal: AbortSignal): Promise<Socket> {
  const [first] = addresses
  const fixed: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }
  const socket = connectTcp({
    host: 'judged.invalid',
    port,
    lookup: fixed,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1_000,
    noDelay: true,
  })
  return ready(socket, 'connect', signal)
}

/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6 */
async function connectThroughProxy(proxyUrl: string, ip: string, port: number, signal: AbortSignal): Promise<Socket> {
  const proxy = new URL(proxyUrl)
  const secure = proxy.protocol === 'https:'
  const authority = addressAndPort(ip, port)
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  const asked = (secure ? httpsRequest : httpRequest)({
    host: unbracketed(proxy.hostname),
    port: proxy.port || (secure ? 443 : 80),
    method: 'CONNECT',
    path: authority,
    headers: {
      host: authority,
      ...(proxy.username && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
    },
    agent: false,
    signal,
  })
  asked.end()
  const tunnel = await new Promise<{ status: number; socket: Socket; head: Buffer }>((resolve, reject) => {
    asked.once('connect', (answer, socket, head) => resolve({ status: answer.statusCode ?? 0, socket, head }))
    asked.once('response', () => reject(new HttpFailure('malformed_answer', 'The proxy answered without a tunnel.')))
    asked.once('error', reject)
  })
  const { status, socket, head } = tunnel
  if (status !== 200) {
    socket.destroy()
    throw new HttpFailure('connection_refused', `The proxy refused the connection (status ${status}).`, {
      remedy: 'Check that the proxy allows the hub to reach this address and port.',
    })
  }
  if (head.length > 0) socket.unshift(head)
  return socket
}

function secureContextOf(tls: TlsSettings): SecureContext {
  try {
    const context = createSecureContext({ ...(tls.cert && { cert: tls.cert }), ...(tls.key && { key: tls.key }) })
    // The option `ca` replaces the system's authorities; adding keeps them, NODE_EXTRA_CA_CERTS included.
    const store: { addCACert(pem: string): void } = context.context
    const pems = tls.ca?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    for (const pem of pems) store.addCACert(pem)
    return context
  } catch (cause) {
    throw new HttpFailure('bad_request', 'The certificates in the settings cannot be read.', {
      cause,
      remedy: 'Give PEM text, and the key that belongs to the client certificate, without a passphrase.',
    })
  }
}

function nameOf(name: unknown): string {
  if (typeof name !== 'object' || name === null) return ''
  return Object.entries(name)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(', ')
    .slice(0, 500)
}

/** The chain as it was shown, up to the authority; a certificate that is its own issuer ends it. */
function chainEndOf(leaf: DetailedPeerCertificate): PeerCertificate['chainEnd'] {
  const seen = new Set([leaf.fingerprint256])
  let first: PeerCertificate['chainEnd'] = null
  for (let one = leaf.issuerCertificate; one?.valid_to && !seen.has(one.fingerprint256); one = one.issuerCertificate) {
    seen.add(one.fingerprint256)
    const validTo = new Date(one.valid_to)
    if (!first || validTo < first.validTo) first = { subject: nameOf(one.subject), validTo }
  }
  return first
}

function certificateOf(socket: TLSSocket): PeerCertificate | null {
  const peer = socket.getPeerCertificate(true)
  if (!peer.valid_to) return null
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    validFrom: new Date(peer.valid_from),
    validTo: new Date(peer.valid_to),
    fingerprint256: peer.fingerprint256,
    chainEnd: chainEndOf(peer),
  }
}

async function secured(socket: Socket, target: Target, signal: AbortSignal) {
  const host = unbracketed(target.hostname)
  const secure = connectTls({
    socket,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ...(target.tls && { secureContext: secureContextOf(target.tls) }),
    ALPNProtocols: ['http/1.1'],
    // Judged below, in the same tick and before a byte of ours is sent, so that the refused certificate can be told.
    rejectUnauthorized: false,
  })
  await ready(secure, 'secureConnect', signal)
  const certificate = certificateOf(secure)
  if (secure.authorized && certificate) return { secure, certificate }
  secure.destroy()
  if (!certificate) throw new HttpFailure('tls_failed', `${host} showed no certificate.`)
  throw certificateFailure(String(secure.authorizationError), host, certificate)
}

async function open(settings: SocketSettings, target: Target, signal: AbortSignal): Promise<OpenedSocket> {
  const startedAt = performance.now()
  const addresses = await judgedAddresses(settings, target)
  const resolvedAt = performance.now()
  const [first = { address: '', family: 0 }] = addresses
  const isLoopback = first.address === '::1' || first.address.startsWith('127.')
  const proxyUrl = isLoopback ? null : settings.proxyUrl
  const socket = proxyUrl
    ? await connectThroughProxy(proxyUrl, first.address, target.port, signal)
    : await connectStraight(addresses, target.port, signal)
  const connectedAt = performance.now()
  const common = {
    remoteAddress: proxyUrl ? first.address : (socket.remoteAddress ?? first.address),
    dnsMs: isIP(unbracketed(target.hostname)) === 0 ? resolvedAt - startedAt : null,
    connectMs: connectedAt - resolvedAt,
  }
  if (!target.secure) return { ...common, socket, certificate: null, tlsMs: null }
  const { secure, certificate } = await secured(socket, target, signal)
  return { ...common, socket: secure, certificate, tlsMs: performance.now() - connectedAt }
}

/**
 * Opens one socket to the target: name, judgement, proxy and TLS all within `timeoutMs`.
 *
 * @throws {HttpFailure}
 */
export async function openSocket(
  settings: SocketSettings,
  target: Target,
  limits: { timeoutMs: number; signal: AbortSignal },
): Promise<OpenedSocket> {
  const stop = new AbortController()
  let isLate = false
  const giveUp = () => stop.abort(givenUp)
  const timer = setTimeout(() => {
    isLate = true
    giveUp()
  }, limits.timeoutMs)
  limits.signal.addEventListener('abort', giveUp)
  if (limits.signal.aborted) giveUp()
  const { signal } = stop
  // The port says which of a machine's services is meant.
  const host = `${target.hostname}:${target.port}`
  // A resolver cannot be stopped, so the wait for it is.
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(givenUp), { once: true })
  })
  const opening = open(settings, target, signal)
  opening.then(
    ({ socket }) => signal.aborted && socket.destroy(),
    () => undefined,
  )
  try {
    return await Promise.race([opening, stopped])
  } catch (error) {
    if (isLate) throw connectTimeout(host, limits.timeoutMs)
    if (limits.signal.aborted) throw new HttpFailure('aborted', 'The request was given up.', { cause: error })
    throw failureOf(error, host)
  } finally {
    clearTimeout(timer)
    limits.signal.removeEventListener('abort', giveUp)
  }
}
