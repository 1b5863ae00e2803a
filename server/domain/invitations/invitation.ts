import { and, eq, exists, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { accounts, invitations, roleBindings } from '@/db/schema'
import type { SystemTx } from '@/db/tenant'
import type { Id } from '@/server/kernel/ids'
import { type Role, rolePermissions, roles } from '@/server/kernel/permissions'
import type { Project } from '../tenants/service'
import { hasRole, type User } from '../users/service'

export type Invitation = {
  id: Id<'invitation'>
  email: string
  role: Role
  /** Null: the whole tenant. */
  project: Project | null
  invitedBy: string
  createdAt: Date
  expiresAt: Date
}

type Row = typeof invitations.$inferSelect

export function toInvitation(row: Row, project: Project | null): Invitation {
  const { id, email, role, invitedBy, createdAt, expiresAt } = row
  return { id, email, role, project, invitedBy, createdAt, expiresAt }
}

/** What events tell of an invitation: never its link. */
export const told = ({ id, email, role, projectId }: Row) => ({ invitationId: id, email, role, projectId })

/** The roles whose holders may invite somebody to a role: the same rule as `requireRole`, for the database. */
function rolesThatGive(role: Role): Role[] {
  const needed = [...rolePermissions[role], 'members:write'] as const
  return roles.filter((giver) => needed.every((permission) => rolePermissions[giver].includes(permission)))
}

/** Whether the person who invited could do so today; what a key or the hub made stands for itself. */
function inviterStillMay() {
  const mayGive = roles.map((role) => and(eq(invitations.role, role), inArray(roleBindings.role, rolesThatGive(role))))
  const binding = new QueryBuilder()
    .select({ id: roleBindings.id })
    .from(roleBindings)
    .where(
      and(
        eq(roleBindings.tenantId, invitations.tenantId),
        eq(roleBindings.userId, invitations.inviterId),
        isNull(roleBindings.projectId),
        or(...mayGive),
      ),
    )
  return or(isNull(invitations.inviterId), exists(binding))
}

/** Neither used nor taken back nor over, nor left behind by somebody who may not invite any more. */
export const isLiving = () =>
  and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
    inviterStillMay(),
  )

export const isFor = (email: string) => sql`lower(${invitations.email}) = lower(${email.trim()})`

/**
 * Whether a user is somebody already: has come, has proved the address, has another way in, or holds a role anywhere.
 * An invitation's link may make a new person; it must never become the key to one that exists.
 */
export async function isSomebody(tx: SystemTx, user: User): Promise<boolean> {
  if (user.signedInAt || user.emailVerifiedAt || user.isInstanceAdmin) return true
  if (await hasRole(tx, user.id)) return true
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, user.id))
  return account !== undefined
}
