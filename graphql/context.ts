import { contextFor, instanceContextFor, type Principal } from '@/server/auth/context'
import { hear } from '@/server/domain/events/hear'
import type { Context, InstanceContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { HubEvent } from '@/server/kernel/events'
import type { Id } from '@/server/kernel/ids'
import { type Loaders, makeLoaders } from './loaders'
import { endable, onceThenOpen, type Stream } from './streams'

/**
 * What a resolver gets: who asks, a way to the tenant they ask in, and the batching of one request. Made once per
 * operation and never shared, so that nothing loaded for one caller can be read by another.
 */
export type GraphQLContext = {
  requestId: Id<'request'>
  principal: Principal | null
  /** The caller in the tenant of this request. @throws {HubError} auth.required, tenant.required, tenant.not_found */
  ctx(): Promise<Context>
  /** The caller in another tenant they belong to. @throws {HubError} auth.required, tenant.not_found */
  inTenant(tenantId: Id<'tenant'>): Promise<Context>
  /** The caller outside of any tenant. @throws {HubError} auth.required */
  instance(): InstanceContext
  loaders: Loaders
  /** The same caller with nothing loaded yet: a subscription outlives what its last event saw. */
  anew(): GraphQLContext
  /** Events the caller may see, from `after` on: of one type, or of those that names, patterns and aliases mean. */
  hear(types: readonly string[] | undefined, after: string | null | undefined): Promise<Stream<HubEvent>>
  /** A stream of one value that then stays open. */
  once<T>(value: T): Stream<T>
}

export type CallFacts = {
  requestId: Id<'request'>
  principal: Principal | null
  /** Slug or id, as the header or the connection named it. */
  tenant: string | null
  signal?: AbortSignal | undefined
}

export function makeContext(facts: CallFacts): GraphQLContext {
  const { requestId, principal, tenant, signal } = facts
  const known = (): Principal => {
    if (principal) return principal
    throw new HubError('auth.required')
  }
  let entered: Promise<Context> | undefined
  const ctx = async (): Promise<Context> => {
    entered ??= contextFor(known(), tenant, { requestId, signal })
    return entered
  }
  const inTenant = async (tenantId: Id<'tenant'>) => contextFor(known(), tenantId, { requestId, signal })
  return {
    requestId,
    principal,
    ctx,
    inTenant,
    instance: () => instanceContextFor(known(), requestId),
    loaders: makeLoaders(ctx, inTenant),
    anew: () => makeContext(facts),
    hear: async (types, after) => {
      const caller = await ctx()
      return endable((ending) => hear(caller, { types, after: after ?? undefined, signal: ending }))
    },
    once: onceThenOpen,
  }
}
