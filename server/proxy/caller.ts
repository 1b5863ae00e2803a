import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { authenticate, contextFor, type Principal } from '@/server/auth/context'
import { takeOne } from '@/server/auth/rate'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'

/**
 * Who calls through the proxy. A client or SDK brings the hub's key wherever it would put the service's own; a person's
 * browser brings its session, and then has to name the tenant in a header, which no form or link of another site can.
 */
const single = (value: string | string[] | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** git and docker put a token into the password, some clients into the name. */
function keyOfBasic(encoded: string): string | undefined {
  const [name = '', password = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'))
  return [password, name].find((part) => part.startsWith('ihk_'))
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

const badKey = () =>
  new HubError('auth.key_invalid', 'Send the key of the hub: "Bearer ihk_…", or as the password of Basic.')

/** @throws {HubError} auth.key_invalid when there is a credential and none of ours */
export function keyIn(headers: IncomingHttpHeaders): string | undefined {
  const own = single(headers['x-inthub-key'])
  if (own !== undefined) return own.trim()
  const authorization = headers.authorization?.trim()
  if (!authorization) return undefined
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)$/.exec(authorization) ?? []
  const kind = scheme.toLowerCase()
  const key = kind === 'basic' ? keyOfBasic(value) : kind === 'bearer' || kind === 'token' ? value : undefined
  if (key === undefined) throw badKey()
  return key
}

async function principalOf(request: IncomingMessage, isCrossSite: () => boolean): Promise<Principal> {
  const key = keyIn(request.headers)
  const principal = await authenticate(
    key === undefined ? { cookie: request.headers.cookie } : { authorization: `Bearer ${key}` },
  )
  if (!principal) throw new HubError('auth.required')
  if (principal.kind === 'api_key') return principal
  if (isCrossSite()) throw new HubError('request.cross_site')
  if (single(request.headers['x-inthub-tenant']) === undefined) throw new HubError('tenant.required')
  return principal
}

/** Only what a program asks for: never a page, a script, a style or a frame of the hub's origin. */
const programs = new Set(['empty', undefined])

/** @throws {HubError} auth.*, tenant.*, request.cross_site, request.rate_limited */
export async function callerOf(
  request: IncomingMessage,
  facts: { requestId: Id<'request'>; signal: AbortSignal },
  isCrossSite: () => boolean,
): Promise<Context> {
  if (!programs.has(single(request.headers['sec-fetch-dest']))) {
    throw new HubError(
      'request.cross_site',
      'What the proxy answers is for programs; a browser may not show or run it.',
    )
  }
  const principal = await principalOf(request, isCrossSite)
  const tenant = single(request.headers['x-inthub-tenant']) ?? null
  await takeOne(principal, tenant)
  return contextFor(principal, tenant, facts)
}

/**
 * The same caller as they stand now, while what they asked for goes on; not counted once more.
 *
 * @throws {HubError} auth.*, tenant.*
 */
export async function callerStill(request: IncomingMessage, requestId: Id<'request'>): Promise<Context> {
  const principal = await principalOf(request, () => false)
  return contextFor(principal, single(request.headers['x-inthub-tenant']) ?? null, { requestId })
}
