import type { IncomingMessage } from 'node:http'
import { type CallStream, openTarget, streamCall } from '@/server/domain/calls/service'
import { type CallMethod, callMethods, methodHeaders } from '@/server/kernel/calls'
import { HubError } from '@/server/kernel/errors'
import { env } from '@/server/platform/env'
import { metrics } from '@/server/platform/metrics'
import { callerOf, callerStill } from './caller'
import { headersUp } from './headers'
import { refuse, refuseCall } from './refusals'
import { type Asked, letFinish, Relay } from './relay'
import { readSteering } from './steering'
import { proxyPrefix, readTarget } from './target'
import { openUpload } from './upload'
import { watchStream } from './watch'

/**
 * The streaming pass-through: any client or SDK that is pointed at `/api/v1/proxy/<slug>` calls the service below the
 * integration's base URL, with the hub's key in place of the service's credential. What comes back is the service's own
 * answer; what the hub itself refuses is a problem with the header `x-inthub-error`.
 */
export const isProxyPath = (path: string): boolean => path.startsWith(proxyPrefix)

function methodOf({ method, headers }: IncomingMessage): CallMethod {
  const overriding = methodHeaders.find((name) => headers[name] !== undefined)
  if (overriding)
    throw new HubError('request.invalid', `The header ${overriding} is not passed on: send the method itself.`)
  const known = callMethods.find((one) => one === method)
  if (known) return known
  throw new HubError('request.wrong_method', `The proxy passes on ${callMethods.join(', ')}.`)
}

type Incoming = Omit<Asked, 'ref'> & { path: string; isCrossSite: () => boolean }

/** Opens everything a call needs, and lets it run. */
async function pass(incoming: Incoming, gone: AbortController): Promise<void> {
  const { request, response, requestId } = incoming
  const method = methodOf(request)
  const { ref, path, query } = readTarget(request.url ?? '')
  const steering = readSteering(request.headers)
  const ctx = await callerOf(request, { requestId, signal: gone.signal }, incoming.isCrossSite)
  const target = await openTarget(ctx, { integration: ref })
  let stream: CallStream | undefined
  const upload = await openUpload(request, () => stream?.moved())
  if (response.destroyed) return
  const headers = headersUp(request.rawHeaders, request.headers.connection)
  if (upload.length !== null && !Buffer.isBuffer(upload.body)) headers.push('content-length', String(upload.length))
  const relay = new Relay({ request, response, requestId, ref }, (failure, told) =>
    refuseCall(incoming, failure, { told, isStarving: upload.isStarving }),
  )
  const { PROXY_IDLE_TIMEOUT, PROXY_TOTAL_TIMEOUT } = env()
  const call = {
    method,
    path,
    query,
    headers,
    body: upload.body,
    uploadedBytes: () => upload.bytes,
    idleTimeoutMs: PROXY_IDLE_TIMEOUT * 1000,
    totalTimeoutMs: PROXY_TOTAL_TIMEOUT * 1000,
  }
  stream = streamCall(ctx, target, Object.assign(call, steering), relay)
  const running = stream
  relay.onRoom(() => running.resume())
  gone.signal.addEventListener('abort', () => running.abort(), { once: true })
  const look = async () => openTarget(await callerStill(request, requestId), { integration: running.integrationId })
  const unwatch = watchStream(look, (error) => {
    running.abort()
    refuse(incoming, error)
    letFinish(request)
  })
  response.once('close', unwatch)
  await running.run()
}

/** Answers one request below the prefix. Never throws. */
export async function handleProxy(incoming: Incoming): Promise<void> {
  const { request, response } = incoming
  const gone = new AbortController()
  metrics.proxyStreams.inc()
  response.once('close', () => {
    metrics.proxyStreams.dec()
    if (!response.writableFinished) gone.abort()
  })
  try {
    await pass(incoming, gone)
  } catch (error) {
    refuse(incoming, error)
    letFinish(request)
  }
}
