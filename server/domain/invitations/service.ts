import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { invitations, projects, roleBindings, tenants, users } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { type Role, requirePermission, requireRole } from '@/server/kernel/permissions'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { sendMail, sendsMail } from '@/server/platform/mail'
import { hashToken, newToken } from '@/server/platform/tokens'
import { emit } from '../events/emit'
import { requireEmail } from '../names'
import { getProject, type Project } from '../tenants/service'
import { tellingVanished } from '../tenants/vanished'
import { type Invitation, isFor, isLiving, toInvitation, told } from './invitation'

export {
  acceptInvitation,
  findInvitationOffer,
  type InvitationOffer,
  isInvited,
} from './accept'
export type { Invitation } from './invitation'

/** Asking people to join. The link is shown once and mailed where a mail server is set; a hash of it is kept. */
const usualDays = 7
const maxDays = 30

export type CreateInvitationInput = {
  email: string
  role: Role
  project?: string | null | undefined
  days?: number | null | undefined
}

function requireDays(days: number | null | undefined): number {
  const wanted = days ?? usualDays
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= maxDays) return wanted
  const fields = [{ path: 'days', message: `has to be from 1 to ${maxDays}` }]
  throw new HubError('request.invalid', undefined, { fields })
}

const samePlace = (projectId: Id<'project'> | null) =>
  projectId ? eq(invitations.projectId, projectId) : isNull(invitations.projectId)

/** @throws {HubError} member.exists when the person has a role at that place */
async function requireStranger(tx: TenantTx, email: string, projectId: Id<'project'> | null): Promise<void> {
  const [member] = await tx
    .select({ id: users.id })
    .from(roleBindings)
    .innerJoin(users, eq(users.id, roleBindings.userId))
    .where(
      and(
        sql`lower(${users.email}) = lower(${email})`,
        projectId ? eq(roleBindings.projectId, projectId) : isNull(roleBindings.projectId),
      ),
    )
  if (member) throw new HubError('member.exists')
}

/** One link at a time leads to a place: the earlier ones to it end. */
async function replaceEarlier(tx: TenantTx, ctx: Context, email: string, projectId: Id<'project'> | null) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.tenantId} ${email.toLowerCase()}`}, 0))`)
  const replaced = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(isFor(email), samePlace(projectId), isLiving()))
    .returning()
  for (const row of replaced) await emit(tx, ctx, 'invitation.revoked', { data: told(row) })
}

function mailInvitation({ email, invitedBy }: Invitation, tenantName: string, url: string, days: number): void {
  const text = `${invitedBy} invites you to ${tenantName} on Integration Hub. Open this link to join:\n\n${url}\n\nIt works once, for ${days === 1 ? 'a day' : `${days} days`}. If you do not know what this is about, ignore this mail.\n`
  sendMail({ to: email, subject: `Join ${tenantName} on Integration Hub`, text }).catch((err: unknown) =>
    logger.error({ err }, 'an invitation could not be mailed'),
  )
}

/**
 * Makes a link with which one person joins. An earlier one of the same address to the same place ends.
 *
 * @throws {HubError} permission.denied, request.invalid, project.not_found, member.exists
 * @emits invitation.created, invitation.revoked
 */
export async function createInvitation(
  ctx: Context,
  input: CreateInvitationInput,
): Promise<{ invitation: Invitation; url: string }> {
  requirePermission(ctx, 'members:write')
  const email = requireEmail(input.email, 'email')
  const days = requireDays(input.days)
  const project: Project | null = input.project ? await getProject(ctx, input.project) : null
  requireRole(ctx, input.role, project ? { projectId: project.id } : {})
  const token = newToken()
  const url = new URL(`/invite/${token}`, env().INTHUB_URL).href
  const write = async (tx: TenantTx) => {
    await replaceEarlier(tx, ctx, email, project?.id ?? null)
    await requireStranger(tx, email, project?.id ?? null)
    const [row] = await tx
      .insert(invitations)
      .values({
        id: newId('invitation'),
        tenantId: ctx.tenantId,
        email,
        role: input.role,
        projectId: project?.id ?? null,
        invitedBy: ctx.actor.name,
        inviterId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
        tokenHash: hashToken(token),
        expiresAt: new Date(Date.now() + days * 86_400_000),
      })
      .returning()
    const [tenant] = await tx.select({ name: tenants.name }).from(tenants)
    if (!row || !tenant) throw new HubError('hub.internal')
    await emit(tx, ctx, 'invitation.created', { data: { ...told(row), expiresAt: row.expiresAt.toISOString() } })
    return { invitation: toInvitation(row, project), tenantName: tenant.name }
  }
  const { invitation, tenantName } = await tellingVanished(() => inTenant(ctx, write))
  if (sendsMail()) mailInvitation(invitation, tenantName, url, days)
  return { invitation, url }
}

/** The invitations that can still be used, the newest first. @throws {HubError} permission.denied */
export async function listInvitations(ctx: Context): Promise<Invitation[]> {
  requirePermission(ctx, 'members:read')
  const rows = await inTenant(ctx, (tx) =>
    tx
      .select()
      .from(invitations)
      .leftJoin(projects, eq(projects.id, invitations.projectId))
      .where(isLiving())
      .orderBy(desc(invitations.createdAt)),
  )
  return rows.map((row) => toInvitation(row.invitations, row.projects))
}

/**
 * Ends an invitation. Only an owner ends one that makes an owner.
 *
 * @throws {HubError} permission.denied, invitation.not_found
 * @emits invitation.revoked
 */
export async function revokeInvitation(ctx: Context, input: { id: Id<'invitation'> }): Promise<Id<'invitation'>> {
  requirePermission(ctx, 'members:write')
  return inTenant(ctx, async (tx) => {
    const [row] = await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(invitations.id, input.id), isLiving()))
      .returning()
    if (!row) throw new HubError('invitation.not_found')
    if (row.role === 'owner') requirePermission(ctx, 'owners:write')
    await emit(tx, ctx, 'invitation.revoked', { data: told(row) })
    return row.id
  })
}
