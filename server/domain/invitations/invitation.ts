import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { accounts, invitations } from '@/db/schema'
import type { SystemTx } from '@/db/tenant'
import type { Id } from '@/server/kernel/ids'
import type { Role } from '@/server/kernel/permissions'
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

/** Neither used nor taken back nor over. */
export const isLiving = () =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, sql`now()`))

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
