import type { Readable } from 'node:stream'
import { readyRequest } from '@/connectors/kit'
import type { CallMethod } from '@/server/kernel/calls'
import { HttpFailure, type HttpResponse } from '@/server/kernel/http'
import { climbsOut } from '@/server/kernel/paths'
import { type StreamSender, streamSender } from '@/server/platform/http-stream'
import type { CallTarget } from './call'
import { secretTexts } from './secrets'

/**
 * How streamed calls reach a target: what is the same for each of them is worked out once for as long as the target is
 * remembered. The path and the query are the caller's to the letter; only what the connector injects is put in its place.
 */
export type StreamedRequest = {
  method: CallMethod
  /** Below the base URL: empty, or from its first slash on. Judged by the surface, and once more here. */
  path: string
  /** Empty, or from its question mark on. */
  query: string
  /** Names in lower case and values in turn; what may not go up is left out. */
  headers: readonly string[]
  body: Readable | Buffer | null
}

export type Base = {
  origin: string
  path: string
  /** Parameters of the query that carry a credential. */
  secretParameters: ReadonlySet<string>
}

export type Route = {
  base: Base
  send: StreamSender
  /** Whether a hook of the connector makes the credential, for each request anew. */
  hasHook: boolean
  injected: readonly string[]
  injectedNames: ReadonlySet<string>
  /** As it stands in a URL, without the question mark. */
  injectedQuery: string
  defaults: readonly (readonly [name: string, value: string])[]
  /** What must not come back in a header. */
  secrets: readonly string[]
}

const routes = new WeakMap<CallTarget, Promise<Route>>()
const emptyHeaders: Record<string, string> = {}

const lowered = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)

async function makeRoute(target: CallTarget): Promise<Route> {
  const { connector, settings, http } = target
  const { manifest } = connector
  const base = new URL(settings.baseUrl)
  const hasHook = manifest.methods[settings.method]?.authorize?.hook !== undefined
  const plain = { method: 'GET', url: `${base.href.replace(/\/+$/, '')}/`, headers: emptyHeaders } as const
  const ready = hasHook ? plain : await readyRequest({ connector, settings, http }, plain)
  const request = 'status' in ready ? plain : ready
  const injected = lowered(request.headers ?? emptyHeaders)
  const query = new URL(request.url).searchParams
  return {
    base: {
      origin: base.origin,
      path: base.pathname.replace(/\/+$/, ''),
      secretParameters: new Set(query.keys()),
    },
    send: streamSender(http, base.origin, settings.tls),
    hasHook,
    injected: injected.flat(),
    injectedNames: new Set(injected.map(([name]) => name)),
    injectedQuery: query.toString(),
    defaults: [...lowered(manifest.headers ?? emptyHeaders), ['user-agent', 'inthub'], ['accept', '*/*']],
    secrets: secretTexts(target, request),
  }
}

export function routeTo(target: CallTarget): Promise<Route> {
  const known = routes.get(target)
  if (known) return known
  const made = makeRoute(target)
  routes.set(target, made)
  made.catch(() => routes.delete(target))
  return made
}

function nameOf(pair: string): string {
  const name = (pair.split('=', 1)[0] ?? '').replaceAll('+', ' ')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The caller's query byte for byte, but for what the connector injects. */
export function queryOf({ base, injectedQuery }: Route, query: string): string {
  if (injectedQuery === '') return query
  const own = query.slice(1).split('&')
  const kept = own.filter((pair) => pair !== '' && !base.secretParameters.has(nameOf(pair)))
  return `?${[...kept, injectedQuery].join('&')}`
}

const unsendable = /[^\x21-\x7e]|[\\#]/

/** @throws {HttpFailure} bad_request */
export function askedOf({ base }: Route, { path, query }: StreamedRequest): string {
  if ((path !== '' && !path.startsWith('/')) || path.startsWith('//') || unsendable.test(path) || climbsOut(path)) {
    throw new HttpFailure('bad_request', 'The path of the request is not one that can be sent.')
  }
  return `${base.path}${path}${query}` || '/'
}

function has(headers: readonly string[], name: string): boolean {
  for (let at = 0; at < headers.length; at += 2) if (headers[at] === name) return true
  return false
}

function withDefaults(route: Route, own: readonly string[]): string[] {
  const headers: string[] = []
  for (let at = 0; at + 1 < own.length; at += 2) {
    const name = own[at] ?? ''
    if (!route.injectedNames.has(name)) headers.push(name, own[at + 1] ?? '')
  }
  const told = new Set<string>()
  for (const [name, value] of route.defaults) {
    if (told.has(name) || has(own, name)) continue
    told.add(name)
    headers.push(name, value)
  }
  return headers
}

export type Outgoing = { target: string; headers: string[] }

/**
 * The request as it goes out with the credential in it, or the answer with which the vendor refused to make one.
 *
 * @throws {HttpFailure}
 */
export async function outgoing(
  to: CallTarget,
  route: Route,
  request: StreamedRequest,
  signal: AbortSignal | undefined,
): Promise<Outgoing | HttpResponse> {
  const asked = askedOf(route, request)
  const headers = withDefaults(route, request.headers)
  if (!route.hasHook) {
    const target = route.injectedQuery === '' ? asked : `${asked.split('?', 1)[0]}${queryOf(route, request.query)}`
    headers.push(...route.injected)
    return { target, headers }
  }
  const { connector, settings, http } = to
  const plain = { method: request.method, url: `${route.base.origin}${asked}`, headers: emptyHeaders }
  const ready = await readyRequest({ connector, settings, http, signal }, plain)
  if ('status' in ready) return ready
  for (const [name, value] of lowered(ready.headers ?? emptyHeaders)) {
    for (let at = headers.length - 2; at >= 0; at -= 2) if (headers[at] === name) headers.splice(at, 2)
    headers.push(name, value)
  }
  return { target: asked, headers }
}
