import type { IncomingMessage, ServerResponse } from 'node:http'
import { challengeIn, documentOf, type InboundRequest, textAt } from '@/connectors/kit'
import {
  appTypeOf,
  type OpenHook,
  openAppHooks,
  openHook,
  type Received,
  receiveAppDelivery,
  receiveDelivery,
  requireOpen,
} from '@/server/domain/inbound/service'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import { env } from '@/server/platform/env'
import { metrics } from '@/server/platform/metrics'
import { sendProblem } from '@/server/rest/problem'
import { Held, letFinish, readBody, takeTurn } from './intake'

/**
 * Where providers send their webhooks: `/hooks/<token>`, an address of each hook's own, and `/api/v1/webhooks/<name>`,
 * which all hooks of a type share. The answer is for a machine: 200 and nothing more once the webhook is stored.
 */
const pathPrefix = '/hooks/'
const appForm = /^\/api\/v1\/webhooks\/([a-z][a-z0-9-]{1,39})$/

function appNameIn(path: string): string | undefined {
  const [, name] = appForm.exec(path) ?? []
  if (name === undefined) return undefined
  try {
    appTypeOf(name)
    return name
  } catch {
    return undefined
  }
}

export const isHookPath = (path: string): boolean => path.startsWith(pathPrefix) || appNameIn(path) !== undefined

type Incoming = { request: IncomingMessage; response: ServerResponse; requestId: Id<'request'>; path: string }

const queryOf = (url: string) => url.split('?', 2)[1] ?? ''

function inboundOf({ request }: Incoming, body: Buffer): InboundRequest {
  const { url = '/', method = 'POST' } = request
  const headers = request.headers as Record<string, string | undefined>
  const told = env().HOOKS_CLIENT_CERT_HEADER
  const certificateSubject = told ? headers[told.toLowerCase()] : undefined
  return { method, url: `${env().INTHUB_URL}${url}`, query: queryOf(url), headers, body, certificateSubject }
}

function requireMethod({ request, response }: Incoming, others: readonly string[]): void {
  const allowed = ['POST', ...others]
  if (allowed.includes(request.method ?? '')) return
  response.setHeader('allow', allowed.join(', '))
  throw new HubError('request.wrong_method', `A webhook is sent with ${allowed.join(' or ')}.`)
}

async function receiveAtPath(incoming: Incoming, taken: (hook: string) => Held): Promise<Received> {
  const hook = await openHook(incoming.path.slice(pathPrefix.length))
  requireMethod(incoming, hook.methods)
  requireOpen(hook)
  takeTurn(hook.id)
  return receiveDelivery(hook, inboundOf(incoming, await readBody(incoming.request, taken(hook.id))))
}

/** A body that is longer is not looked into; hooks that take everything may still want it. */
const routableBytes = 5 * 1024 * 1024

async function receiveAtApp(incoming: Incoming, name: string, taken: (hook: string) => Held): Promise<Received> {
  const { typeId, webhooks } = appTypeOf(name)
  requireMethod(incoming, [])
  takeTurn(typeId)
  const request = inboundOf(incoming, await readBody(incoming.request, taken(typeId)))
  // The vendor asks before it knows of any hook.
  const challenge = challengeIn(webhooks.verify, request)
  if (challenge) return { outcome: 'challenge', answer: challenge }
  const { headers, body } = request
  const document = body.length <= routableBytes ? documentOf(headers['content-type'], body) : undefined
  const hooks: OpenHook[] = await openAppHooks(typeId, textAt(webhooks.route, { headers, document }))
  return receiveAppDelivery(hooks, request)
}

function answer({ request, response }: Incoming, received: Received): void {
  const told = received.answer
  const body = told?.body ?? ''
  response.writeHead(told?.status ?? 200, {
    'content-length': Buffer.byteLength(body),
    ...told?.headers,
    ...(received.outcome === 'accepted' && received.stored === 'stored' && { 'x-inthub-delivery': received.id }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** The token stands in the path: nobody is told it back. */
const maskedPath = (path: string): string => (path.startsWith(pathPrefix) ? `${pathPrefix}…` : path)

/** Answers one webhook. Never throws. */
export async function handleHook(incoming: Incoming): Promise<void> {
  const { request, response, requestId, path } = incoming
  response.setHeader('x-request-id', requestId)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('content-security-policy', "sandbox; default-src 'none'")
  let held: Held | undefined
  const taken = (hookId: string) => {
    held = new Held(hookId)
    return held
  }
  try {
    const name = appNameIn(path)
    answer(incoming, name ? await receiveAtApp(incoming, name, taken) : await receiveAtPath(incoming, taken))
  } catch (error) {
    if (error instanceof HubError && error.kind === 'resource_exhausted') {
      metrics.inboundDeliveries.inc({ outcome: 'limited' })
    }
    if (!request.complete) response.setHeader('connection', 'close')
    sendProblem(request, response, error, { path: maskedPath(path), requestId })
    letFinish(request)
  } finally {
    held?.release()
  }
}
