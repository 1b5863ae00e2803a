import { and, asc, count, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { apiKeys, integrations, invitations, projects, roleBindings, users } from '@/db/schema'
import { inTenant, type TenantTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, newId } from '@/server/kernel/ids'
import { allows, requirePermission } from '@/server/kernel/permissions'
import { emit } from '../events/emit'
import { requireName } from '../names'
import { requireSlug, slugFrom } from './slugs'

export type Project = { id: Id<'project'>; tenantId: Id<'tenant'>; slug: string; name: string; isDefault: boolean }

const isRef = (ref: string) => {
  const id = findId('project', ref)
  return (project: Project) => project.id === id || project.slug === ref
}

/** The projects in which the caller may read something. */
export async function listProjects(ctx: Context): Promise<Project[]> {
  const rows = await inTenant(ctx, (tx) => tx.select().from(projects).orderBy(asc(projects.slug)))
  const named = new Set(ctx.grants.flatMap((grant) => grant.projectId ?? []))
  const everywhere = ctx.grants.some((grant) => !grant.projectId)
  return rows.filter((project) => everywhere || named.has(project.id) || allows(ctx.grants, 'tenant:write'))
}

/**
 * The project of this slug or id; the default one when none is named. One where the caller holds nothing is answered
 * like one that does not exist.
 *
 * @throws {HubError} project.not_found
 */
export async function getProject(ctx: Context, ref: string | null | undefined): Promise<Project> {
  const rows = ref ? await listProjects(ctx) : await inTenant(ctx, (tx) => tx.select().from(projects))
  const found = rows.find(ref ? isRef(ref) : (project) => project.isDefault)
  if (found) return found
  throw new HubError('project.not_found')
}

/** All projects, so that a change of one that concerns another, as the default does, is one at a time. */
async function lockProject(tx: TenantTx, ref: string): Promise<{ project: Project; all: Project[] }> {
  const all = await tx.select().from(projects).orderBy(asc(projects.id)).for('update')
  const project = all.find(isRef(ref))
  if (project) return { project, all }
  throw new HubError('project.not_found')
}

/** @throws {HubError} request.invalid naming the slug */
async function refusingTakenSlug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause, 'projects_slug')) throw cause
    const fields = [{ path: 'slug', message: 'is taken' }]
    throw new HubError('request.invalid', 'Another project has this slug.', { fields, cause })
  }
}

/**
 * @throws {HubError} permission.denied, request.invalid
 * @emits project.created
 */
export async function createProject(
  ctx: Context,
  input: { name: string; slug?: string | null | undefined },
): Promise<Project> {
  requirePermission(ctx, 'tenant:write')
  const slug = requireSlug(input.slug ?? slugFrom(input.name, 'project'), 'slug')
  const name = requireName(input.name, 'name')
  return refusingTakenSlug(() =>
    inTenant(ctx, async (tx) => {
      const id = newId('project')
      const [project] = await tx.insert(projects).values({ id, tenantId: ctx.tenantId, slug, name }).returning()
      if (!project) throw new HubError('hub.internal')
      await emit(tx, ctx, 'project.created', { data: { projectId: id, slug, name }, projectId: id })
      return project
    }),
  )
}

export type UpdateProjectInput = {
  /** Id or slug. */
  id: string
  name?: string | null | undefined
  slug?: string | null | undefined
  isDefault?: boolean | null | undefined
}

type Wanted = { name: string | undefined; slug: string | undefined; isDefault: boolean | null | undefined }

/** @throws {HubError} project.is_default when nothing would be the default */
function changesOf(project: Project, { name = project.name, slug = project.slug, isDefault }: Wanted) {
  if (project.isDefault && isDefault === false) throw new HubError('project.is_default')
  const next = { name, slug, isDefault: isDefault ?? project.isDefault }
  return { next, changed: (['name', 'slug', 'isDefault'] as const).filter((key) => next[key] !== project[key]) }
}

/**
 * Renames a project or makes it the default. The default one stays it until another takes its place.
 *
 * @throws {HubError} permission.denied, request.invalid, project.not_found, project.is_default
 * @emits project.updated, when something changed
 */
export async function updateProject(ctx: Context, input: UpdateProjectInput): Promise<Project> {
  requirePermission(ctx, 'tenant:write')
  const name = input.name == null ? undefined : requireName(input.name, 'name')
  const slug = input.slug == null ? undefined : requireSlug(input.slug, 'slug')
  return refusingTakenSlug(() =>
    inTenant(ctx, async (tx) => {
      const { project, all } = await lockProject(tx, input.id)
      const { next, changed } = changesOf(project, { name, slug, isDefault: input.isDefault })
      if (changed.length === 0) return project
      const former = all.find((each) => each.isDefault && each.id !== project.id)
      if (next.isDefault && former) {
        await tx.update(projects).set({ isDefault: false }).where(eq(projects.id, former.id))
      }
      await tx.update(projects).set(next).where(eq(projects.id, project.id))
      const data = { projectId: project.id, slug: next.slug, name: next.name, changed }
      await emit(tx, ctx, 'project.updated', { data, projectId: project.id })
      return { ...project, ...next }
    }),
  )
}

/** Whoever had a role in the project only is no member any more. */
async function endRoles(tx: TenantTx, ctx: Context, projectId: Id<'project'>): Promise<void> {
  const bound = await tx
    .select({ userId: users.id, email: users.email, role: roleBindings.role })
    .from(roleBindings)
    .innerJoin(users, eq(users.id, roleBindings.userId))
    .where(eq(roleBindings.projectId, projectId))
  for (const { userId, email, role } of bound) {
    const [other] = await tx
      .select({ id: roleBindings.id })
      .from(roleBindings)
      .where(
        and(eq(roleBindings.userId, userId), or(isNull(roleBindings.projectId), ne(roleBindings.projectId, projectId))),
      )
      .limit(1)
    if (other) await emit(tx, ctx, 'member.role_removed', { data: { userId, email, role, projectId } })
    else await emit(tx, ctx, 'member.removed', { data: { userId, email } })
  }
  await tx.delete(roleBindings).where(eq(roleBindings.projectId, projectId))
}

/** A key loses the scopes bound to the project; one that had no other is revoked. */
async function endScopes(tx: TenantTx, ctx: Context, projectId: Id<'project'>): Promise<void> {
  const bound = await tx
    .select()
    .from(apiKeys)
    .where(sql`${apiKeys.scopes} @> ${JSON.stringify([{ projectId }])}::jsonb`)
    .for('update')
  for (const key of bound) {
    const scopes = key.scopes.filter((scope) => scope.projectId !== projectId)
    const isSpent = scopes.length === 0 && key.revokedAt === null
    const revokedAt = isSpent ? new Date() : key.revokedAt
    await tx.update(apiKeys).set({ scopes, revokedAt }).where(eq(apiKeys.id, key.id))
    if (isSpent) await emit(tx, ctx, 'api_key.revoked', { data: { apiKeyId: key.id, name: key.name } })
  }
}

async function endInvitations(tx: TenantTx, ctx: Context, projectId: Id<'project'>): Promise<void> {
  const ended = await tx.delete(invitations).where(eq(invitations.projectId, projectId)).returning()
  for (const { id, email, role, acceptedAt, revokedAt, expiresAt } of ended) {
    if (acceptedAt || revokedAt || expiresAt <= new Date()) continue
    await emit(tx, ctx, 'invitation.revoked', { data: { invitationId: id, email, role, projectId } })
  }
}

/**
 * Deletes a project without integrations, and with it the roles, the invitations and the scopes of keys that were bound
 * to it. Deleted integrations that waited to be restored end too.
 *
 * @throws {HubError} permission.denied, project.not_found, project.is_default, project.not_empty
 * @emits project.deleted, member.role_removed, member.removed, invitation.revoked, api_key.revoked
 */
export async function deleteProject(ctx: Context, input: { id: string }): Promise<Id<'project'>> {
  requirePermission(ctx, 'tenant:write')
  return inTenant(ctx, async (tx) => {
    const { project } = await lockProject(tx, input.id)
    const { id, slug, name } = project
    if (project.isDefault) throw new HubError('project.is_default')
    const [living] = await tx
      .select({ count: count() })
      .from(integrations)
      .where(and(eq(integrations.projectId, id), isNull(integrations.deletedAt)))
    if ((living?.count ?? 0) > 0) throw new HubError('project.not_empty')
    await tx.delete(integrations).where(and(eq(integrations.projectId, id), isNotNull(integrations.deletedAt)))
    await endRoles(tx, ctx, id)
    await endScopes(tx, ctx, id)
    await endInvitations(tx, ctx, id)
    await tx.delete(projects).where(and(eq(projects.id, id), ne(projects.isDefault, true)))
    await emit(tx, ctx, 'project.deleted', { data: { projectId: id, slug, name }, projectId: id })
    return id
  })
}
