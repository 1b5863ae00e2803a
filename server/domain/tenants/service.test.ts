import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { integrations, projects } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { type Id, newId } from '@/server/kernel/ids'
import { aCaller, aColleague, eventTypesOf } from '@/test/world'
import { createInvitation, listInvitations } from '../invitations/service'
import { createApiKey, listApiKeys } from '../keys/service'
import { addMember, listMembers } from '../members/service'
import {
  countIntegrations,
  createEnvironment,
  createProject,
  deleteEnvironment,
  deleteProject,
  findTenant,
  getProject,
  getTenant,
  listEnvironments,
  listProjects,
  updateEnvironment,
  updateProject,
  updateTenant,
} from './service'

const someone = () => `someone-${Date.now()}-${Math.random()}@example.test`
const unique = () => `s-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`
const lastEvent = async (ctx: Context) => (await eventTypesOf(ctx)).at(-1)
const denied = { code: 'permission.denied' }

/** A row is enough: what an integration is made of is told elsewhere. */
async function anIntegrationIn(
  ctx: Context,
  projectId: Id<'project'>,
  more: { environmentId?: Id<'environment'>; deletedAt?: Date } = {},
) {
  const id = newId('integration')
  const name = unique()
  await inTenant(ctx, (tx) =>
    tx.insert(integrations).values({
      ...{ id, tenantId: ctx.tenantId, projectId, slug: name, name, typeId: 'custom.http', connectorVersion: '1.0.0' },
      ...{ instance: 'any', method: 'none', config: {}, enabled: false, intervalSeconds: 300, ...more },
    }),
  )
  return id
}

describe('updateTenant', () => {
  it('changes name and slug, tells which, and is silent about no change', async () => {
    const ctx = await aCaller()
    const slug = unique()
    expect(await updateTenant(ctx, { name: 'Acme', slug })).toMatchObject({ name: 'Acme', slug })
    expect(await findTenant(slug)).toMatchObject({ id: ctx.tenantId })
    await updateTenant(ctx, { name: 'Acme', slug })
    expect(await eventTypesOf(ctx)).toEqual(['tenant.updated'])
  })

  it('refuses a slug that is taken, reserved or none, and a name that is none', async () => {
    const [ctx, other] = [await aCaller(), await getTenant(await aCaller())]
    for (const slug of [other.slug, 'graphql']) {
      await expect(updateTenant(ctx, { slug })).rejects.toMatchObject({ code: 'tenant.slug_taken' })
    }
    await expect(updateTenant(ctx, { slug: 'No!' })).rejects.toMatchObject({ fields: [{ path: 'slug' }] })
    await expect(updateTenant(ctx, { name: ' ' })).rejects.toMatchObject({ fields: [{ path: 'name' }] })
  })

  it('is refused without the permission, and changes no other tenant', async () => {
    const [ctx, other] = [await aCaller(), await aCaller()]
    await expect(updateTenant(await aColleague(ctx, 'operator'), { name: 'Mine' })).rejects.toMatchObject(denied)
    await updateTenant(ctx, { name: 'Acme' })
    expect((await getTenant(other)).name).not.toBe('Acme')
  })
})

describe('projects', () => {
  it('are made, renamed and made the default in place of the one before, each told of', async () => {
    const ctx = await aCaller()
    const { id } = await createProject(ctx, { name: 'Payments' })
    await updateProject(ctx, { id: 'payments', name: 'Money', slug: 'money' })
    await updateProject(ctx, { id, isDefault: true })
    await updateProject(ctx, { id, isDefault: true })
    expect((await listProjects(ctx)).map(({ slug, isDefault }) => [slug, isDefault])).toEqual([
      ['default', false],
      ['money', true],
    ])
    expect(await getProject(ctx, null)).toMatchObject({ id })
    expect(await eventTypesOf(ctx)).toEqual(['project.created', 'project.updated', 'project.updated'])
  })

  it('always have one default', async () => {
    const ctx = await aCaller()
    await expect(updateProject(ctx, { id: 'default', isDefault: false })).rejects.toMatchObject({
      code: 'project.is_default',
    })
    await expect(deleteProject(ctx, { id: 'default' })).rejects.toMatchObject({ code: 'project.is_default' })
    const made = await Promise.all(['One', 'Two', 'Three'].map((name) => createProject(ctx, { name })))
    await Promise.all(made.map(({ id }) => updateProject(ctx, { id, isDefault: true })))
    expect((await listProjects(ctx)).filter((project) => project.isDefault)).toHaveLength(1)
  })

  it('are not told from none to who holds nothing there', async () => {
    const ctx = await aCaller()
    const [mine] = [await createProject(ctx, { name: 'Mine' }), await createProject(ctx, { name: 'Theirs' })]
    const bound = { ...ctx, grants: ctx.grants.map((grant) => ({ ...grant, projectId: mine.id })) }
    expect(await getProject(bound, 'mine')).toMatchObject({ id: mine.id })
    for (const ref of ['theirs', 'default', 'none']) {
      await expect(getProject(bound, ref)).rejects.toMatchObject({ code: 'project.not_found' })
    }
  })

  it('have a slug whatever they are called, and take names that only a tenant may not have', async () => {
    const ctx = await aCaller()
    const slugOf = async (name: string) => (await createProject(ctx, { name })).slug
    expect(await slugOf(`${'a'.repeat(47)} team`)).toBe('a'.repeat(47))
    expect(await slugOf('API')).toBe('api')
    expect(await slugOf('支払い')).toBe('project')
    expect((await createEnvironment(ctx, { name: 'Status' })).slug).toBe('status')
  })

  it('take no slug that is taken, and are not found under a foreign id', async () => {
    const [ctx, other] = [await aCaller(), await aCaller()]
    const theirs = await createProject(other, { name: 'Theirs' })
    await createProject(ctx, { name: 'Payments' })
    await expect(createProject(ctx, { name: 'Payments' })).rejects.toMatchObject({ fields: [{ path: 'slug' }] })
    await expect(updateProject(ctx, { id: 'payments', slug: 'default' })).rejects.toMatchObject({
      fields: [{ path: 'slug' }],
    })
    for (const id of [theirs.id, 'theirs']) {
      await expect(updateProject(ctx, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'project.not_found' })
      await expect(deleteProject(ctx, { id })).rejects.toMatchObject({ code: 'project.not_found' })
    }
  })

  it('are changed by nobody without the permission', async () => {
    const ctx = await aColleague(await aCaller(), 'operator')
    await expect(createProject(ctx, { name: 'x' })).rejects.toMatchObject(denied)
    await expect(updateProject(ctx, { id: 'default', name: 'x' })).rejects.toMatchObject(denied)
    await expect(deleteProject(ctx, { id: 'default' })).rejects.toMatchObject(denied)
  })
})

describe('deleteProject', () => {
  it('is refused while an integration lives in it, and takes a deleted one along', async () => {
    const ctx = await aCaller()
    const project = await createProject(ctx, { name: 'Payments' })
    const id = await anIntegrationIn(ctx, project.id)
    await expect(deleteProject(ctx, project)).rejects.toMatchObject({ code: 'project.not_empty' })
    await inTenant(ctx, (tx) => tx.update(integrations).set({ deletedAt: sql`now()` }).where(eq(integrations.id, id)))
    await deleteProject(ctx, project)
    expect(await inTenant(ctx, (tx) => tx.select().from(projects).where(eq(projects.id, project.id)))).toEqual([])
    expect(await lastEvent(ctx)).toBe('project.deleted')
  })

  it('ends the roles, the scopes and the invitations that were bound to it, and no others', async () => {
    const ctx = await aCaller()
    const { id } = await createProject(ctx, { name: 'Payments' })
    const [only, both] = [someone(), someone()]
    await addMember(ctx, { email: only, role: 'admin', project: id })
    await addMember(ctx, { email: both, role: 'admin', project: id })
    await addMember(ctx, { email: both, role: 'viewer' })
    await createInvitation(ctx, { email: someone(), role: 'viewer', project: id })
    await createInvitation(ctx, { email: someone(), role: 'viewer' })
    const bound = { permission: 'integrations:read', project: id }
    await createApiKey(ctx, { name: 'spent', scopes: [bound] })
    await createApiKey(ctx, { name: 'kept', scopes: [bound, { permission: 'events:read' }] })
    await deleteProject(ctx, { id })
    const members = await listMembers(ctx)
    expect(members.map((member) => member.email)).toContain(both)
    expect(members.map((member) => member.email)).not.toContain(only)
    expect(await listInvitations(ctx)).toHaveLength(1)
    const keys = new Map((await listApiKeys(ctx)).map((key) => [key.name, key]))
    expect(keys.get('spent')?.revokedAt).toBeInstanceOf(Date)
    expect(keys.get('kept')).toMatchObject({ revokedAt: null, scopes: [{ permission: 'events:read' }] })
    const told = await eventTypesOf(ctx)
    for (const type of ['member.removed', 'member.role_removed', 'invitation.revoked', 'api_key.revoked']) {
      expect(told.filter((each) => each === type)).toHaveLength(1)
    }
  })
})

describe('environments', () => {
  const slugs = async (ctx: Context) => (await listEnvironments(ctx)).map(({ slug }) => slug)

  it('are added at the end, renamed, moved and deleted, each told of', async () => {
    const ctx = await aCaller()
    const { id } = await createEnvironment(ctx, { name: 'Quality' })
    expect(await slugs(ctx)).toEqual(['dev', 'staging', 'prod', 'quality'])
    await updateEnvironment(ctx, { id, name: 'QA', slug: 'qa', position: 1 })
    expect(await slugs(ctx)).toEqual(['dev', 'qa', 'staging', 'prod'])
    await updateEnvironment(ctx, { id: 'qa', position: 99 })
    await updateEnvironment(ctx, { id: 'qa', position: 99 })
    expect(await slugs(ctx)).toEqual(['dev', 'staging', 'prod', 'qa'])
    await deleteEnvironment(ctx, { id: 'staging' })
    expect(await slugs(ctx)).toEqual(['dev', 'prod', 'qa'])
    const change = 'environment.updated'
    expect(await eventTypesOf(ctx)).toEqual(['environment.created', change, change, 'environment.deleted'])
  })

  it('stay while an integration is in them, and leave a deleted one in none', async () => {
    const ctx = await aCaller()
    const [project, [dev]] = [await getProject(ctx, null), await listEnvironments(ctx)]
    const environmentId = dev?.id ?? 'env_'
    await anIntegrationIn(ctx, project.id, { environmentId, deletedAt: new Date() })
    const id = await anIntegrationIn(ctx, project.id, { environmentId })
    await expect(deleteEnvironment(ctx, { id: 'dev' })).rejects.toMatchObject({ code: 'environment.not_empty' })
    await inTenant(ctx, (tx) => tx.delete(integrations).where(eq(integrations.id, id)))
    await deleteEnvironment(ctx, { id: 'dev' })
    const [left] = await inTenant(ctx, (tx) => tx.select().from(integrations))
    expect(left?.environmentId).toBeNull()
  })

  it('name what is wrong, and are not found under a foreign id', async () => {
    const ctx = await aCaller()
    const [theirs] = await listEnvironments(await aCaller())
    await expect(createEnvironment(ctx, { name: 'Dev' })).rejects.toMatchObject({ fields: [{ path: 'slug' }] })
    await expect(updateEnvironment(ctx, { id: 'dev', slug: 'prod' })).rejects.toMatchObject({
      fields: [{ path: 'slug' }],
    })
    await expect(updateEnvironment(ctx, { id: 'dev', position: -1 })).rejects.toMatchObject({
      fields: [{ path: 'position' }],
    })
    const id = theirs?.id ?? ''
    await expect(updateEnvironment(ctx, { id, name: 'x' })).rejects.toMatchObject({ code: 'environment.not_found' })
    await expect(deleteEnvironment(ctx, { id })).rejects.toMatchObject({ code: 'environment.not_found' })
  })

  it('are changed by nobody without the permission', async () => {
    const ctx = await aColleague(await aCaller(), 'operator')
    await expect(createEnvironment(ctx, { name: 'x' })).rejects.toMatchObject(denied)
    await expect(updateEnvironment(ctx, { id: 'dev', name: 'x' })).rejects.toMatchObject(denied)
    await expect(deleteEnvironment(ctx, { id: 'dev' })).rejects.toMatchObject(denied)
  })
})

describe('countIntegrations', () => {
  it('counts what lives and what the caller may read', async () => {
    const ctx = await aCaller()
    const [home, [dev]] = [await getProject(ctx, null), await listEnvironments(ctx)]
    const other = await createProject(ctx, { name: 'Other' })
    const environmentId = dev?.id ?? 'env_'
    await anIntegrationIn(ctx, home.id, { environmentId })
    await anIntegrationIn(ctx, home.id, { environmentId, deletedAt: new Date() })
    await anIntegrationIn(ctx, other.id, { environmentId })
    const all = await countIntegrations(ctx)
    expect([all.byProject.get(home.id), all.byProject.get(other.id)]).toEqual([1, 1])
    expect(all.byEnvironment.get(environmentId)).toBe(2)
    const limited = { ...ctx, grants: [{ permission: 'integrations:read', projectId: other.id } as const] }
    const some = await countIntegrations(limited)
    expect([some.byProject.get(home.id), some.byEnvironment.get(environmentId)]).toEqual([undefined, 1])
    expect((await countIntegrations(await aCaller())).byProject.size).toBe(0)
  })
})
