import { LRUCache } from 'lru-cache'
import { findApiKey } from '@/server/domain/keys/service'
import { findSession, touchSession } from '@/server/domain/sessions/service'
import { findTenant, listTenantsOfUser } from '@/server/domain/tenants/service'
import { grantsOfUser, type User } from '@/server/domain/users/service'
import type { Actor, Context, InstanceContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { Id } from '@/server/kernel/ids'
import type { Grant } from '@/server/kernel/permissions'
import { logger } from '@/server/platform/logger'
import { remembered } from './brief-memory'
import { readCookie, sessionCookieName } from './cookies'

/**
 * Who asks, and for which tenant. Every surface comes through here, so that a revoked session or key and a lost
 * membership are noticed everywhere within a second.
 */
export type UserPrincipal = {
  kind: 'user'
  user: User
  sessionId: Id<'session'>
  /** When the session began, which is when the person proved who they are. */
  provedAt: Date
  expiresAt: Date
}
export type KeyPrincipal = {
  kind: 'api_key'
  id: Id<'apiKey'>
  name: string
  tenantId: Id<'tenant'>
  grants: readonly Grant[]
  expiresAt: Date | null
}
export type Principal = UserPrincipal | KeyPrincipal

export type AuthHeaders = { authorization?: string | undefined; cookie?: string | undefined }
export type RequestFacts = { requestId: Id<'request'>; signal?: AbortSignal | undefined }

const sessionOf = remembered(findSession)
const keyOf = remembered(findApiKey)
const tenantOf = remembered(findTenant)
const membershipOf = remembered((userId: string, tenantId: string) =>
  grantsOfUser(userId as Id<'user'>, tenantId as Id<'tenant'>),
)
const touchedLately = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 })

/** A session that was just ended here is nobody's from the next request on. */
export const forgetSession = (token: string): void => sessionOf.forget(token)

/** "Seen at" is good to a minute; a write for every request would cost more than it tells. */
function noteSeen(sessionId: Id<'session'>): void {
  if (touchedLately.has(sessionId)) return
  touchedLately.set(sessionId, true)
  touchSession(sessionId).catch((err: unknown) => logger.warn({ err }, 'a session could not be marked as seen'))
}

async function principalOfKey(secret: string): Promise<KeyPrincipal> {
  const key = await keyOf(secret)
  if (!key || key.revokedAt) throw new HubError('auth.key_invalid')
  if (key.expiresAt && key.expiresAt.getTime() <= Date.now()) throw new HubError('auth.key_expired')
  return {
    kind: 'api_key',
    id: key.id,
    name: key.name,
    tenantId: key.tenantId,
    grants: key.grants,
    expiresAt: key.expiresAt,
  }
}

/**
 * Says who sent these headers: an API key if there is one, else the person of the session cookie, else nobody.
 * A cookie that is not known (any more) is nobody; a key that is not known is an error, for it was meant.
 *
 * @throws {HubError} auth.key_invalid, auth.key_expired
 */
export async function authenticate(headers: AuthHeaders): Promise<Principal | null> {
  const authorization = headers.authorization?.trim()
  if (authorization) {
    const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
    if (!secret) throw new HubError('auth.key_invalid', 'The header Authorization has to be "Bearer ihk_…".')
    return principalOfKey(secret)
  }
  const token = readCookie(headers.cookie, sessionCookieName())
  const session = token ? await sessionOf(token) : null
  if (!session || session.expiresAt.getTime() <= Date.now()) return null
  noteSeen(session.sessionId)
  const { user, sessionId, createdAt, expiresAt } = session
  return { kind: 'user', user, sessionId, provedAt: createdAt, expiresAt }
}

export function actorOf(principal: Principal): Actor {
  if (principal.kind === 'api_key') return { kind: 'api_key', id: principal.id, name: principal.name }
  return { kind: 'user', id: principal.user.id, name: principal.user.name || principal.user.email }
}

async function contextOfKey(key: KeyPrincipal, tenantRef: string | null, facts: RequestFacts): Promise<Context> {
  if (tenantRef && (await tenantOf(tenantRef))?.id !== key.tenantId) throw new HubError('tenant.not_found')
  return contextIn(key.tenantId, key.grants, key, facts)
}

/** A tenant one is no member of and a tenant that does not exist are answered with the very same words. */
async function contextOfUser(person: UserPrincipal, tenantRef: string | null, facts: RequestFacts): Promise<Context> {
  const tenantId = tenantRef ? (await tenantOf(tenantRef))?.id : await onlyTenantOf(person.user.id)
  const membership = tenantId && (await membershipOf(person.user.id, tenantId))
  if (!tenantId || !membership) throw new HubError('tenant.not_found')
  return contextIn(tenantId, membership.grants, person, facts)
}

async function onlyTenantOf(userId: Id<'user'>): Promise<Id<'tenant'>> {
  const [only, ...others] = await listTenantsOfUser(userId)
  if (!only || others.length > 0) throw new HubError('tenant.required')
  return only.tenant.id
}

function contextIn(
  tenantId: Id<'tenant'>,
  grants: readonly Grant[],
  principal: Principal,
  facts: RequestFacts,
): Context {
  return {
    tenantId,
    grants,
    actor: actorOf(principal),
    requestId: facts.requestId,
    correlationId: facts.requestId,
    ...(facts.signal && { signal: facts.signal }),
    ...(principal.kind === 'user' && { provedAt: principal.provedAt }),
  }
}

/**
 * Puts a principal into a tenant. A key has its own; a person names one, or has only one.
 *
 * @throws {HubError} tenant.not_found, tenant.required
 */
export function contextFor(principal: Principal, tenantRef: string | null, facts: RequestFacts): Promise<Context> {
  if (principal.kind === 'api_key') return contextOfKey(principal, tenantRef, facts)
  return contextOfUser(principal, tenantRef, facts)
}

/** The tenant an operation counts for: only one the caller is in, so that nobody uses up another's share. */
export async function memberTenantOf(principal: Principal, tenantRef: string | null): Promise<Id<'tenant'> | null> {
  if (principal.kind === 'api_key') return principal.tenantId
  const tenantId = tenantRef ? (await tenantOf(tenantRef))?.id : undefined
  return tenantId && (await membershipOf(principal.user.id, tenantId)) ? tenantId : null
}

/** The caller outside of any tenant. A key is bound to its tenant, so it is never an instance admin. */
export function instanceContextFor(principal: Principal, requestId: Id<'request'>): InstanceContext {
  const isInstanceAdmin = principal.kind === 'user' && principal.user.isInstanceAdmin
  return { actor: actorOf(principal), isInstanceAdmin, requestId }
}
