import { inArray } from 'drizzle-orm'
import { apiKeys, roleBindings } from '@/db/schema'
import type { TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import type { EventActor } from '@/server/kernel/events'
import { findId, type Id } from '@/server/kernel/ids'
import { allows, type Grant, type Permission, permissions } from '@/server/kernel/permissions'
import { grantsOf } from '../users/service'
import type { Placed } from './store'

/**
 * Who may touch an endpoint, and what its owner may see. Rights over the whole tenant reach every endpoint; rights in
 * a project or over an integration reach those endpoints whose filters keep to it.
 */
export type Filters = { projectIds: readonly Id<'project'>[]; integrations: readonly Placed[] }

export function reaches(ctx: Pick<Context, 'grants'>, permission: Permission, filters: Filters): boolean {
  if (allows(ctx.grants, permission)) return true
  const { projectIds, integrations } = filters
  const overAll = <T>(places: readonly T[], may: (place: T) => boolean) => places.length > 0 && places.every(may)
  return (
    overAll(projectIds, (projectId) => allows(ctx.grants, permission, { projectId })) ||
    overAll(integrations, ({ id, projectId }) => allows(ctx.grants, permission, { projectId, integrationId: id }))
  )
}

/** @throws {HubError} permission.denied */
export function requireReach(ctx: Pick<Context, 'grants'>, permission: Permission, filters: Filters): void {
  if (reaches(ctx, permission, filters)) return
  const isHeldSomewhere = ctx.grants.some((grant) => grant.permission === permission)
  throw new HubError(
    'permission.denied',
    isHeldSomewhere
      ? `You hold ${permission} in some places only: name them as the projects or integrations of the endpoint.`
      : `This needs the permission ${permission}.`,
  )
}

/** Whether the caller may do this to any endpoint at all. @throws {HubError} permission.denied */
export function requireSomewhere(ctx: Pick<Context, 'grants'>, permission: Permission): void {
  if (ctx.grants.some((grant) => grant.permission === permission)) return
  throw new HubError('permission.denied', `This needs the permission ${permission}.`)
}

const keyOf = ({ kind, id }: EventActor) => `${kind}:${id}`

/** What the owners may do now: nothing once they are gone. The hub itself may do everything. */
export async function grantsOfOwners(
  tx: TenantTx,
  owners: readonly EventActor[],
): Promise<(owner: EventActor) => readonly Grant[]> {
  const userIds = owners.flatMap(({ kind, id }) => (kind === 'user' && id ? (findId('user', id) ?? []) : []))
  const keyIds = owners.flatMap(({ kind, id }) => (kind === 'api_key' && id ? (findId('apiKey', id) ?? []) : []))
  const held = new Map<string, readonly Grant[]>()
  if (userIds.length > 0) {
    const rows = await tx.select().from(roleBindings).where(inArray(roleBindings.userId, userIds))
    for (const id of new Set(userIds)) {
      const { grants } = grantsOf(rows.filter(({ userId }) => userId === id))
      held.set(`user:${id}`, grants)
    }
  }
  if (keyIds.length > 0) {
    const rows = await tx.select().from(apiKeys).where(inArray(apiKeys.id, keyIds))
    const living = rows.filter(({ revokedAt, expiresAt }) => !revokedAt && (!expiresAt || expiresAt > new Date()))
    for (const { id, scopes } of living) held.set(`api_key:${id}`, scopes)
  }
  const all = permissions.map((permission) => ({ permission }))
  return (owner) => (owner.kind === 'system' ? all : (held.get(keyOf(owner)) ?? []))
}
