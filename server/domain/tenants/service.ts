import { asc, eq } from 'drizzle-orm'
import { environments, projects, roleBindings, tenants } from '@/db/schema'
import { acrossTenants, inTenant, type SystemTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context, InstanceContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, newId } from '@/server/kernel/ids'
import { allows, type Permission, type Role, requirePermission } from '@/server/kernel/permissions'
import { isStorable } from '@/server/kernel/text'
import { emit } from '../events/emit'
import { requireEmail, requireName } from '../names'
import { findOrCreateUser, findUser, grantsOf, type User } from '../users/service'
import { requireSlug, slugFrom } from './slugs'

export type Tenant = { id: Id<'tenant'>; slug: string; name: string; isDemo: boolean; createdAt: Date }
export type Project = { id: Id<'project'>; tenantId: Id<'tenant'>; slug: string; name: string; isDefault: boolean }
export type Environment = { id: Id<'environment'>; tenantId: Id<'tenant'>; slug: string; name: string }

export type NewTenant = { name: string; slug?: string | null | undefined; isDemo?: boolean }

const firstEnvironments = [
  { slug: 'dev', name: 'Development' },
  { slug: 'staging', name: 'Staging' },
  { slug: 'prod', name: 'Production' },
]

/** Makes the rows a tenant starts with, in the caller's transaction. @throws {HubError} tenant.slug_taken */
export async function insertTenant(tx: SystemTx, input: NewTenant): Promise<Tenant> {
  const slug = requireSlug(input.slug ?? slugFrom(input.name), 'tenantSlug')
  const name = requireName(input.name, 'name')
  const id = newId('tenant')
  const [tenant] = await tx
    .insert(tenants)
    .values({ id, slug, name, isDemo: input.isDemo ?? false })
    .onConflictDoNothing()
    .returning()
  if (!tenant) throw new HubError('tenant.slug_taken')
  await tx
    .insert(projects)
    .values({ id: newId('project'), tenantId: id, slug: 'default', name: 'Default', isDefault: true })
  await tx
    .insert(environments)
    .values(firstEnvironments.map((each, position) => ({ id: newId('environment'), tenantId: id, position, ...each })))
  return tenant
}

/** @throws {HubError} permission.denied unless the caller is an instance admin */
export function requireInstanceAdmin(ictx: InstanceContext): void {
  if (!ictx.isInstanceAdmin) throw new HubError('permission.denied', 'Only the instance admin may do this.')
}

/**
 * Makes a tenant. Its owner is who is named, else the instance admin who makes it.
 *
 * @throws {HubError} permission.denied, tenant.slug_taken, request.invalid
 * @emits member.added
 */
export async function createTenant(
  ictx: InstanceContext,
  input: NewTenant & { ownerEmail?: string | null | undefined },
): Promise<Tenant> {
  requireInstanceAdmin(ictx)
  const ownerEmail = input.ownerEmail ? requireEmail(input.ownerEmail, 'ownerEmail') : null
  const maker = ictx.actor.kind === 'user' ? await findUser(ictx.actor.id) : null
  return acrossTenants('create tenant', async (tx) => {
    const tenant = await insertTenant(tx, input)
    const owner = ownerEmail ? await findOrCreateUser(tx, ownerEmail) : maker
    if (owner) await bindOwner(tx, tenant, owner)
    return tenant
  })
}

/** Makes a user the owner of a fresh tenant. @emits member.added */
export async function bindOwner(tx: SystemTx, tenant: Tenant, user: User): Promise<void> {
  await tx
    .insert(roleBindings)
    .values({ id: newId('roleBinding'), tenantId: tenant.id, userId: user.id, role: 'owner' })
  const actor = { kind: 'user', id: user.id, name: user.name } as const
  await emit(tx, { tenantId: tenant.id, actor, correlationId: tenant.id }, 'member.added', {
    data: { userId: user.id, email: user.email, role: 'owner', projectId: null },
  })
}

/** By slug or id, whoever asks: for admin commands and for finding the tenant of a session. */
export async function findTenant(slugOrId: string): Promise<Tenant | null> {
  if (!isStorable(slugOrId)) return null
  const id = findId('tenant', slugOrId)
  const [tenant] = await acrossTenants('find tenant', (tx) =>
    tx
      .select()
      .from(tenants)
      .where(id ? eq(tenants.id, id) : eq(tenants.slug, slugOrId)),
  )
  return tenant ?? null
}

/** @throws {HubError} tenant.not_found */
export async function findTenantRef(slugOrId: string): Promise<Tenant> {
  const tenant = await findTenant(slugOrId)
  if (tenant) return tenant
  throw new HubError('tenant.not_found')
}

export async function listTenants(): Promise<Tenant[]> {
  return acrossTenants('list tenants', (tx) => tx.select().from(tenants).orderBy(asc(tenants.slug)))
}

/** The tenant of the caller. Every member and key may know its own. */
export async function getTenant(ctx: Context): Promise<Tenant> {
  const [tenant] = await inTenant(ctx, (tx) => tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)))
  if (tenant) return tenant
  throw new HubError('tenant.not_found')
}

/** The projects in which the caller may read something. */
export async function listProjects(ctx: Context): Promise<Project[]> {
  const rows = await inTenant(ctx, (tx) => tx.select().from(projects).orderBy(asc(projects.slug)))
  const named = new Set(ctx.grants.flatMap((grant) => grant.projectId ?? []))
  const everywhere = ctx.grants.some((grant) => !grant.projectId)
  return rows.filter((project) => everywhere || named.has(project.id) || allows(ctx.grants, 'tenant:write'))
}

export async function listEnvironments(ctx: Context): Promise<Environment[]> {
  return inTenant(ctx, (tx) => tx.select().from(environments).orderBy(asc(environments.position)))
}

/** @throws {HubError} permission.denied, request.invalid */
export async function createProject(
  ctx: Context,
  input: { name: string; slug?: string | null | undefined },
): Promise<Project> {
  requirePermission(ctx, 'tenant:write')
  const slug = requireSlug(input.slug ?? slugFrom(input.name), 'slug')
  const name = requireName(input.name, 'name')
  try {
    const [project] = await inTenant(ctx, (tx) =>
      tx
        .insert(projects)
        .values({ id: newId('project'), tenantId: ctx.tenantId, slug, name })
        .returning(),
    )
    if (project) return project
    throw new HubError('hub.internal')
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw new HubError('request.invalid', 'Another project has this slug.', {
      fields: [{ path: 'slug', message: 'is taken' }],
      cause,
    })
  }
}

/** The project of this slug or id; the default one when none is named. @throws {HubError} project.not_found */
export async function getProject(ctx: Context, ref: string | null | undefined): Promise<Project> {
  const rows = await inTenant(ctx, (tx) => tx.select().from(projects))
  const id = ref ? findId('project', ref) : undefined
  const found = rows.find((project) => (ref ? project.id === id || project.slug === ref : project.isDefault))
  if (found) return found
  throw new HubError('project.not_found')
}

/** @throws {HubError} environment.not_found */
export async function getEnvironment(ctx: Context, ref: string): Promise<Environment> {
  const id = findId('environment', ref)
  const found = (await listEnvironments(ctx)).find((each) => each.id === id || each.slug === ref)
  if (found) return found
  throw new HubError('environment.not_found')
}

export type TenantOfUser = { tenant: Tenant; role: Role | null; permissions: Permission[] }

/** The tenants a user may enter, by name. */
export async function listTenantsOfUser(userId: Id<'user'>): Promise<TenantOfUser[]> {
  const rows = await acrossTenants('tenants of a user', (tx) =>
    tx
      .select()
      .from(roleBindings)
      .innerJoin(tenants, eq(tenants.id, roleBindings.tenantId))
      .where(eq(roleBindings.userId, userId))
      .orderBy(asc(tenants.name)),
  )
  return [...groupByTenant(rows).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { grants, role } = grantsOf(group.map((row) => row.role_bindings))
    return [{ tenant: first.tenants, role, permissions: [...new Set(grants.map((grant) => grant.permission))] }]
  })
}

/** Node 20 has no Map.groupBy. */
function groupByTenant<T extends { tenants: { id: string } }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.tenants.id, [...(groups.get(row.tenants.id) ?? []), row])
  return groups
}
