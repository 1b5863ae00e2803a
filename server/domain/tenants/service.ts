import { asc, eq } from 'drizzle-orm'
import { environments, projects, roleBindings, tenants } from '@/db/schema'
import { acrossTenants, inTenant, type SystemTx } from '@/db/tenant'
import { isUniqueViolation } from '@/db/violations'
import type { Context, InstanceContext } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { findId, type Id, newId } from '@/server/kernel/ids'
import { type Permission, type Role, requirePermission } from '@/server/kernel/permissions'
import { isStorable } from '@/server/kernel/text'
import { emit } from '../events/emit'
import { requireEmail, requireName } from '../names'
import { endUnproven } from '../sessions/service'
import { findOrCreateUser, findUser, grantsOf, type User } from '../users/service'
import { requireTenantSlug, slugFrom } from './slugs'

export { countIntegrations, type IntegrationCounts } from './counts'
export {
  createEnvironment,
  deleteEnvironment,
  type Environment,
  getEnvironment,
  listEnvironments,
  updateEnvironment,
} from './environments'
export {
  createProject,
  deleteProject,
  getProject,
  listProjects,
  type Project,
  updateProject,
} from './projects'

export type Tenant = { id: Id<'tenant'>; slug: string; name: string; isDemo: boolean; createdAt: Date }

export type NewTenant = { name: string; slug?: string | null | undefined; isDemo?: boolean }

const firstEnvironments = [
  { slug: 'dev', name: 'Development' },
  { slug: 'staging', name: 'Staging' },
  { slug: 'prod', name: 'Production' },
]

/** Makes the rows a tenant starts with, in the caller's transaction. @throws {HubError} tenant.slug_taken */
export async function insertTenant(tx: SystemTx, input: NewTenant): Promise<Tenant> {
  const slug = requireTenantSlug(input.slug ?? slugFrom(input.name, 'tenant'), 'tenantSlug')
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
    // Who only holds the address comes back by a link that is sent there.
    if (owner && ownerEmail) await endUnproven(tx, owner)
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

export type UpdateTenantInput = { name?: string | null | undefined; slug?: string | null | undefined }

/**
 * Renames the tenant. Whoever uses its old slug finds nothing there any more.
 *
 * @throws {HubError} permission.denied, request.invalid, tenant.slug_taken
 * @emits tenant.updated, when something changed
 */
export async function updateTenant(ctx: Context, input: UpdateTenantInput): Promise<Tenant> {
  requirePermission(ctx, 'tenant:write')
  const name = input.name == null ? undefined : requireName(input.name, 'name')
  const slug = input.slug == null ? undefined : requireTenantSlug(input.slug, 'slug')
  try {
    return await inTenant(ctx, async (tx) => {
      const [before] = await tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)).for('update')
      if (!before) throw new HubError('tenant.not_found')
      const next = { name: name ?? before.name, slug: slug ?? before.slug }
      const changed = (['name', 'slug'] as const).filter((key) => next[key] !== before[key])
      if (changed.length === 0) return before
      await tx.update(tenants).set(next).where(eq(tenants.id, before.id))
      await emit(tx, ctx, 'tenant.updated', { data: { tenantId: before.id, ...next, changed } })
      return { ...before, ...next }
    })
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new HubError('tenant.slug_taken', undefined, { cause })
    throw cause
  }
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
