import { and, eq, sql } from 'drizzle-orm'
import { invitations, projects, roleBindings, tenants, users } from '@/db/schema'
import { acrossTenants, type SystemTx } from '@/db/tenant'
import { HubError } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/ids'
import type { Role } from '@/server/kernel/permissions'
import { hashToken } from '@/server/platform/tokens'
import { emit } from '../events/emit'
import { insertLink } from '../links/service'
import { requireName } from '../names'
import type { Tenant } from '../tenants/service'
import { findOrCreateUser, lockUserByEmail, type User } from '../users/service'
import { isFor, isLiving, isSomebody, told } from './invitation'

/**
 * The link's side of an invitation. Its token is all that is known of who opens it, so it can make a new person and
 * join somebody who is signed in, but never signs anybody in as a person that exists.
 */
export type InvitationOffer = {
  tenantName: string
  tenantSlug: string
  email: string
  role: Role
  projectName: string | null
  invitedBy: string
  expiresAt: Date
  hasAccount: boolean
}

/** What a link offers; null when it cannot be used, whatever the reason. */
export function findInvitationOffer(token: string): Promise<InvitationOffer | null> {
  return acrossTenants('invitation offer', async (tx) => {
    const [row] = await tx
      .select()
      .from(invitations)
      .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
      .leftJoin(projects, eq(projects.id, invitations.projectId))
      .where(and(eq(invitations.tokenHash, hashToken(token)), isLiving()))
    if (!row) return null
    const { email, role, invitedBy, expiresAt } = row.invitations
    const user = await lockUserByEmail(tx, email)
    return {
      ...{ email, role, invitedBy, expiresAt },
      tenantName: row.tenants.name,
      tenantSlug: row.tenants.slug,
      projectName: row.projects?.name ?? null,
      hasAccount: user !== null && (await isSomebody(tx, user)),
    }
  })
}

/** Whether anybody waits for the person with this address; for who proved it in another way than by the link. */
export async function isInvited(tx: SystemTx, email: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(isFor(email), isLiving()))
    .limit(1)
  return row !== undefined
}

/**
 * A user nobody has been yet. One that was added and then removed without ever coming is made anew under another id,
 * so that a role given to it in this very moment is not given to whoever holds the link.
 */
async function makeNewcomer(tx: SystemTx, email: string, name: string | null): Promise<User> {
  const present = await lockUserByEmail(tx, email)
  if (present && (await isSomebody(tx, present))) throw new HubError('invitation.sign_in_first')
  if (present) await tx.delete(users).where(eq(users.id, present.id))
  return findOrCreateUser(tx, email, name)
}

type Row = typeof invitations.$inferSelect

/** A role that was given in the meantime stays as it is. */
async function join(tx: SystemTx, invitation: Row, user: User): Promise<void> {
  const { tenantId, role, projectId } = invitation
  const actor = { kind: 'user', id: user.id, name: user.name } as const
  const ctx = { tenantId, actor, correlationId: invitation.id }
  const added = await tx
    .insert(roleBindings)
    .values({ id: newId('roleBinding'), tenantId, userId: user.id, role, projectId })
    .onConflictDoNothing()
    .returning()
  if (added.length > 0) {
    const data = { userId: user.id, email: user.email, role, projectId }
    await emit(tx, ctx, 'member.added', { data })
  }
  await emit(tx, ctx, 'invitation.accepted', { data: { ...told(invitation), userId: user.id } })
}

function requireInvited(user: User, { email }: Row): void {
  if (user.email.toLowerCase() === email.toLowerCase()) return
  const detail = `The invitation is for ${email}, and you are signed in as ${user.email}.`
  throw new HubError('invitation.other_person', detail, {
    remedy: `Sign in as ${email}, or ask for an invitation to ${user.email}.`,
  })
}

export type AcceptInvitationInput = { token: string; name?: string | null | undefined }

/**
 * Joins the tenant. Whoever is signed in joins as themselves; for an address that nobody uses the link makes the
 * person and answers a token that signs them in once. The project still has to be, and who invited still has to be
 * somebody who may give that role.
 *
 * @throws {HubError} invitation.invalid, invitation.sign_in_first, invitation.other_person, request.invalid
 * @emits member.added, invitation.accepted
 */
export async function acceptInvitation(
  person: User | null,
  input: AcceptInvitationInput,
): Promise<{ tenant: Tenant; signInToken: string | null }> {
  const name = input.name ? requireName(input.name, 'name') : null
  return acrossTenants('accept invitation', async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ acceptedAt: sql`now()` })
      .where(and(eq(invitations.tokenHash, hashToken(input.token)), isLiving()))
      .returning()
    if (!invitation) throw new HubError('invitation.invalid')
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, invitation.tenantId))
    if (!tenant) throw new HubError('invitation.invalid')
    if (person) requireInvited(person, invitation)
    const user = person ?? (await makeNewcomer(tx, invitation.email, name))
    await join(tx, invitation, user)
    const link = person ? null : await insertLink(tx, 'welcome', user.email)
    return { tenant, signInToken: link?.token ?? null }
  })
}
