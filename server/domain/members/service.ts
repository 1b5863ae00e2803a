import { and, asc, eq, isNull } from 'drizzle-orm'
import { projects, roleBindings, users } from '@/db/schema'
import { acrossTenants, inTenant, type SystemTx, type TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { type Id, newId } from '@/server/kernel/ids'
import { type Role, requirePermission, requireRole } from '@/server/kernel/permissions'
import { emit } from '../events/emit'
import { keepKey, once, type Request } from '../idempotency/service'
import { requireEmail, requireName } from '../names'
import { endUnproven } from '../sessions/service'
import { getProject, type Project } from '../tenants/service'
import { tellingVanished } from '../tenants/vanished'
import { findOrCreateUser, type User } from '../users/service'

export type Member = {
  id: Id<'user'>
  email: string
  name: string
  bindings: { role: Role; project: Project | null }[]
}

async function readMembers(tx: TenantTx, only?: Id<'user'>): Promise<Member[]> {
  const rows = await tx
    .select()
    .from(roleBindings)
    .innerJoin(users, eq(users.id, roleBindings.userId))
    .leftJoin(projects, eq(projects.id, roleBindings.projectId))
    .where(only && eq(roleBindings.userId, only))
    .orderBy(asc(users.email))
  const members = new Map<Id<'user'>, Member>()
  for (const { users: user, role_bindings: binding, projects: project } of rows) {
    const member = members.get(user.id) ?? { id: user.id, email: user.email, name: user.name, bindings: [] }
    member.bindings.push({ role: binding.role, project })
    members.set(user.id, member)
  }
  return [...members.values()]
}

/** @throws {HubError} member.not_found */
async function readMember(tx: TenantTx, id: Id<'user'>): Promise<Member> {
  const [member] = await readMembers(tx, id)
  if (member) return member
  throw new HubError('member.not_found')
}

/** The same, their roles locked: what is decided by them stays true until the transaction ends. */
async function lockMember(tx: TenantTx, id: Id<'user'>): Promise<Member> {
  await tx.select({ id: roleBindings.id }).from(roleBindings).where(eq(roleBindings.userId, id)).for('update')
  return readMember(tx, id)
}

type Binding = Member['bindings'][number]
const holdsOwner = (member: Member) => member.bindings.some((binding) => binding.role === 'owner')
/** Of the tenant, and not only of a project in it. */
const ownsTenant = ({ role, project }: Binding) => role === 'owner' && project === null

const placeOf = (project: Project | null) => (project ? { projectId: project.id } : {})

/** The condition for one binding of a member. */
const bindingOf = (userId: Id<'user'>, project: Project | null) =>
  and(
    eq(roleBindings.userId, userId),
    project ? eq(roleBindings.projectId, project.id) : isNull(roleBindings.projectId),
  )

const bindingIn = (member: Member, project: Project | null) =>
  member.bindings.find((binding) => (binding.project?.id ?? null) === (project?.id ?? null))

/** Only an owner makes an owner, or takes the role from one. */
function requireRightOver(ctx: Context, ownersConcerned: boolean): void {
  requirePermission(ctx, 'members:write')
  if (ownersConcerned) requirePermission(ctx, 'owners:write')
}

/** Locks the owners, so that two requests cannot each remove the other's last one. @throws {HubError} member.last_owner */
async function requireAnotherOwner(tx: TenantTx, leaving: Id<'user'>): Promise<void> {
  const owners = await tx
    .select({ userId: roleBindings.userId })
    .from(roleBindings)
    .where(and(eq(roleBindings.role, 'owner'), isNull(roleBindings.projectId)))
    .for('update')
  if (!owners.some((owner) => owner.userId !== leaving)) throw new HubError('member.last_owner')
}

export async function listMembers(ctx: Context): Promise<Member[]> {
  requirePermission(ctx, 'members:read')
  return inTenant(ctx, (tx) => readMembers(tx))
}

/**
 * The user of an address, about to be trusted with a tenant. Unless they are in it already, whoever holds the address
 * without having proved it is put out first: they come back by a link that is sent there.
 */
export async function userToBind(
  tx: SystemTx,
  tenantId: Id<'tenant'>,
  { email, name }: { email: string; name?: string | null },
): Promise<User> {
  const user = await findOrCreateUser(tx, email, name)
  const [known] = await tx
    .select({ id: roleBindings.id })
    .from(roleBindings)
    .where(and(eq(roleBindings.userId, user.id), eq(roleBindings.tenantId, tenantId)))
  if (!known) await endUnproven(tx, user)
  return user
}

export type AddMemberInput = {
  email: string
  name?: string | null | undefined
  role: Role
  project?: string | null | undefined
  idempotencyKey?: string | null | undefined
}

/**
 * Gives somebody a role in the tenant or in one project. Who is new to the hub becomes a user; the sign-in link sent
 * to the address proves it.
 *
 * @throws {HubError} permission.denied, request.invalid, project.not_found, member.exists, request.key_reused
 * @emits member.added, session.revoked
 */
export async function addMember(ctx: Context, input: AddMemberInput): Promise<Member> {
  requirePermission(ctx, 'members:write')
  const { idempotencyKey: key, ...body } = input
  const request = { key, operation: 'addMember', noun: 'user', body } as const
  return once(ctx, request, {
    again: (id) => inTenant(ctx, (tx) => readMember(tx, id)),
    run: () => addNew(ctx, input, request),
  })
}

async function addNew(ctx: Context, input: AddMemberInput, request: Request<'user'>): Promise<Member> {
  const email = requireEmail(input.email, 'email')
  const name = input.name ? requireName(input.name, 'name') : null
  const project = input.project ? await getProject(ctx, input.project) : null
  requireRole(ctx, input.role, placeOf(project))
  const user = await acrossTenants('add member', (tx) => userToBind(tx, ctx.tenantId, { email, name }))
  const binding = { userId: user.id, role: input.role, projectId: project?.id ?? null }
  try {
    return await tellingVanished(() =>
      inTenant(ctx, async (tx) => {
        await keepKey(tx, ctx, request, user.id)
        await tx.insert(roleBindings).values({ id: newId('roleBinding'), tenantId: ctx.tenantId, ...binding })
        await emit(tx, ctx, 'member.added', { data: { ...binding, email: user.email } })
        return readMember(tx, user.id)
      }),
    )
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new HubError('member.exists', undefined, { cause })
    throw cause
  }
}

/**
 * @throws {HubError} permission.denied, member.not_found, member.last_owner
 * @emits member.role_changed
 */
export async function changeMemberRole(
  ctx: Context,
  input: { id: Id<'user'>; role: Role; project?: string | null | undefined },
): Promise<Member> {
  requirePermission(ctx, 'members:write')
  const project = input.project ? await getProject(ctx, input.project) : null
  return inTenant(ctx, async (tx) => {
    const member = await lockMember(tx, input.id)
    const before = bindingIn(member, project)
    if (!before) throw new HubError('member.not_found')
    requireRightOver(ctx, before.role === 'owner')
    requireRole(ctx, input.role, placeOf(project))
    if (before.role === input.role) return member
    if (ownsTenant(before)) await requireAnotherOwner(tx, member.id)
    await tx.update(roleBindings).set({ role: input.role }).where(bindingOf(member.id, project))
    const data = { userId: member.id, email: member.email, from: before.role, to: input.role }
    await emit(tx, ctx, 'member.role_changed', { data })
    return readMember(tx, member.id)
  })
}

/** The end of a membership, however it comes. @throws {HubError} member.last_owner */
async function dropMember(tx: TenantTx, ctx: Context, member: Member): Promise<void> {
  if (member.bindings.some(ownsTenant)) await requireAnotherOwner(tx, member.id)
  await tx.delete(roleBindings).where(eq(roleBindings.userId, member.id))
  await emit(tx, ctx, 'member.removed', { data: { userId: member.id, email: member.email } })
}

/**
 * Takes one role away: that for the whole tenant, or that in a project. Null when it was the last one.
 *
 * @throws {HubError} permission.denied, member.not_found, project.not_found, member.last_owner
 * @emits member.role_removed, or member.removed with the last role
 */
export async function removeMemberRole(
  ctx: Context,
  input: { id: Id<'user'>; project?: string | null | undefined },
): Promise<Member | null> {
  requirePermission(ctx, 'members:write')
  const project = input.project ? await getProject(ctx, input.project) : null
  return inTenant(ctx, async (tx) => {
    const member = await lockMember(tx, input.id)
    const binding = bindingIn(member, project)
    if (!binding) throw new HubError('member.not_found')
    requireRightOver(ctx, binding.role === 'owner')
    if (member.bindings.length === 1) {
      await dropMember(tx, ctx, member)
      return null
    }
    if (ownsTenant(binding)) await requireAnotherOwner(tx, member.id)
    await tx.delete(roleBindings).where(bindingOf(member.id, project))
    const data = { userId: member.id, email: member.email, role: binding.role, projectId: project?.id ?? null }
    await emit(tx, ctx, 'member.role_removed', { data })
    return readMember(tx, member.id)
  })
}

/**
 * Takes every role in the tenant away; open sockets of the member end within seconds.
 *
 * @throws {HubError} permission.denied, member.not_found, member.last_owner
 * @emits member.removed
 */
export async function removeMember(ctx: Context, input: { id: Id<'user'> }): Promise<Id<'user'>> {
  requirePermission(ctx, 'members:write')
  return inTenant(ctx, async (tx) => {
    const member = await lockMember(tx, input.id)
    requireRightOver(ctx, holdsOwner(member))
    await dropMember(tx, ctx, member)
    return member.id
  })
}

/**
 * Gives up every role the caller holds in the tenant. Needs no permission, only to be a person.
 *
 * @throws {HubError} permission.denied, member.not_found, member.last_owner
 * @emits member.removed
 */
export async function leaveTenant(ctx: Context): Promise<Id<'tenant'>> {
  const { actor } = ctx
  if (actor.kind !== 'user') throw new HubError('permission.denied', 'Only a person can leave a tenant.')
  await inTenant(ctx, async (tx) => dropMember(tx, ctx, await lockMember(tx, actor.id)))
  return ctx.tenantId
}
