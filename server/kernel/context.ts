import { type Id, newId } from './ids'
import { type Grant, type Permission, permissions } from './permissions'

/** Who acts. `system` is the hub itself: its jobs, its schedule, its admin commands. */
export type Actor =
  | { kind: 'user'; id: Id<'user'>; name: string }
  | { kind: 'api_key'; id: Id<'apiKey'>; name: string }
  | { kind: 'system'; name: string }

/**
 * Who acts, for which tenant, with which rights, until when. The first parameter of every domain function.
 * It carries no services: those are imported.
 */
export type Context = {
  tenantId: Id<'tenant'>
  actor: Actor
  grants: readonly Grant[]
  requestId: Id<'request'>
  /** Ties everything one cause led to; the request's id when nothing older is known. */
  correlationId: string
  /** The event that caused this work, if one did. */
  causationId?: Id<'event'>
  /** Aborts when the caller has gone or the time is up. */
  signal?: AbortSignal
  /** When the person last signed in; absent for keys and for the hub itself. */
  provedAt?: Date
}

/** A person or key whose tenant is not chosen yet, or who acts on the instance itself. */
export type InstanceContext = {
  actor: Actor
  isInstanceAdmin: boolean
  requestId: Id<'request'>
}

/** The hub acting for a tenant, with just the permissions the work needs. */
export function systemContext(
  tenantId: Id<'tenant'>,
  name: string,
  held: readonly Permission[] = permissions,
  rest: Partial<Pick<Context, 'correlationId' | 'causationId' | 'signal'>> = {},
): Context {
  const requestId = newId('request')
  return {
    tenantId,
    actor: { kind: 'system', name },
    grants: held.map((permission) => ({ permission })),
    requestId,
    correlationId: requestId,
    ...rest,
  }
}
