import { HubError } from './errors'
import type { Id } from './ids'

/**
 * The one table that decides what a role may do. A grant is a permission for a whole tenant, for one project or
 * for one integration; roles give grants to members, scopes give them to API keys.
 */
export const permissions = [
  'integrations:read',
  'integrations:write',
  'integrations:test',
  'integrations:execute',
  'events:read',
  'events:publish',
  'webhooks:read',
  'webhooks:write',
  'tasks:read',
  'tasks:write',
  'automations:read',
  'automations:write',
  'approvals:decide',
  'members:read',
  'members:write',
  'owners:write',
  'keys:read',
  'keys:write',
  'tenant:write',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'admin', 'operator', 'viewer'] as const
export type Role = (typeof roles)[number]

const viewer = [
  'integrations:read',
  'events:read',
  'webhooks:read',
  'tasks:read',
  'automations:read',
  'members:read',
] as const satisfies readonly Permission[]
const operator = [
  ...viewer,
  'integrations:write',
  'integrations:test',
  'integrations:execute',
  'events:publish',
  'webhooks:write',
  'tasks:write',
  'automations:write',
  'approvals:decide',
] as const satisfies readonly Permission[]
const admin = [...operator, 'members:write', 'keys:read', 'keys:write', 'tenant:write'] as const

export const rolePermissions: Record<Role, readonly Permission[]> = { viewer, operator, admin, owner: permissions }

export type Grant = {
  permission: Permission
  /** Absent: every project of the tenant. */
  projectId?: Id<'project'> | undefined
  /** Absent: every integration the project clause allows. */
  integrationId?: Id<'integration'> | undefined
}

/** Where a permission is asked for; an empty place asks for the whole tenant. */
export type Place = { projectId?: Id<'project'>; integrationId?: Id<'integration'> }

export function allows(grants: readonly Grant[], permission: Permission, place: Place = {}): boolean {
  return grants.some(
    (grant) =>
      grant.permission === permission &&
      (grant.projectId === undefined || grant.projectId === place.projectId) &&
      (grant.integrationId === undefined || grant.integrationId === place.integrationId),
  )
}

/** Which projects and integrations a permission reaches: `all`, or the union of the listed ones. */
export type Reach = 'all' | { projectIds: Id<'project'>[]; integrationIds: Id<'integration'>[] }

export function reachOf(grants: readonly Grant[], permission: Permission): Reach {
  const held = grants.filter((grant) => grant.permission === permission)
  if (held.some((grant) => !grant.projectId && !grant.integrationId)) return 'all'
  return {
    projectIds: held.flatMap((grant) => (grant.projectId && !grant.integrationId ? [grant.projectId] : [])),
    integrationIds: held.flatMap((grant) => (grant.integrationId ? [grant.integrationId] : [])),
  }
}

/**
 * Nobody gives away what they do not hold: who gives a role needs all that it allows at its place. So a key that may
 * add members makes none that can do more than itself.
 *
 * @throws {HubError} permission.denied
 */
export function requireRole(ctx: { grants: readonly Grant[] }, role: Role, place: Place = {}): void {
  for (const permission of rolePermissions[role]) requirePermission(ctx, permission, place)
}

/** @throws {HubError} permission.denied */
export function requirePermission(ctx: { grants: readonly Grant[] }, permission: Permission, place: Place = {}): void {
  if (allows(ctx.grants, permission, place)) return
  throw new HubError('permission.denied', `This needs the permission ${permission}.`)
}
