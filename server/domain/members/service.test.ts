import { describe, expect, it } from 'vitest'
import { rolePermissions } from '@/server/kernel/permissions'
import { aCaller, aColleague, eventTypesOf, holding, instanceAdmin } from '@/test/world'
import { createProject, createTenant, deleteProject } from '../tenants/service'
import { findUserByEmail, grantsOfUser } from '../users/service'
import { addMember, changeMemberRole, listMembers, removeMember } from './service'

const someone = () => `someone-${Date.now()}-${Math.random()}@example.test`

describe('addMember', () => {
  it('gives a role in the tenant, or in one project', async () => {
    const ctx = await aCaller()
    const project = await createProject(ctx, { name: 'Payments' })
    const member = await addMember(ctx, { email: someone(), role: 'operator', project: 'payments' })
    expect(member.bindings).toMatchObject([{ role: 'operator', project: { slug: 'payments' } }])
    const grants = await grantsOfUser(member.id, ctx.tenantId)
    expect(grants?.role).toBeNull()
    expect(grants?.grants.every((grant) => grant.projectId === project.id)).toBe(true)
    expect(await listMembers(ctx)).toHaveLength(2)
    expect(await eventTypesOf(ctx)).toContain('member.added')
  })

  it('refuses the same binding twice, and what is no address', async () => {
    const ctx = await aCaller()
    const email = someone()
    await addMember(ctx, { email, role: 'viewer' })
    await expect(addMember(ctx, { email, role: 'admin' })).rejects.toMatchObject({ code: 'member.exists' })
    await expect(addMember(ctx, { email: 'nobody', role: 'admin' })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('lets only an owner make an owner', async () => {
    const owner = await aCaller()
    const admin = await aColleague(owner, 'admin')
    await expect(addMember(admin, { email: someone(), role: 'owner' })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(addMember(admin, { email: someone(), role: 'admin' })).resolves.toBeDefined()
    await expect(changeMemberRole(admin, { id: owner.actor.id, role: 'viewer' })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(removeMember(admin, { id: owner.actor.id })).rejects.toMatchObject({ code: 'permission.denied' })
  })

  it('gives no role that allows more than its giver holds', async () => {
    const owner = await aCaller()
    const limited = holding(owner, 'members:write', ...rolePermissions.viewer)
    for (const role of ['operator', 'admin', 'owner'] as const) {
      await expect(addMember(limited, { email: someone(), role })).rejects.toMatchObject({ code: 'permission.denied' })
    }
    const { id } = await addMember(limited, { email: someone(), role: 'viewer' })
    await expect(changeMemberRole(limited, { id, role: 'admin' })).rejects.toMatchObject({ code: 'permission.denied' })
  })

  it('finds no project that is deleted in the same moment, or else is in time', async () => {
    const ctx = await aCaller()
    for (const name of ['One', 'Two', 'Three']) {
      const { slug: project, id } = await createProject(ctx, { name })
      const adding = addMember(ctx, { email: someone(), role: 'viewer', project }).catch((error) => error.code)
      await deleteProject(ctx, { id })
      const added = await adding
      if (typeof added === 'string') expect(added).toBe('project.not_found')
    }
    expect(await listMembers(ctx)).toHaveLength(1)
  })

  it('knows an address again in any letters, and in any case', async () => {
    const ctx = await aCaller()
    const email = `\u0130lkay-${someone()}`
    const { id } = await addMember(ctx, { email, role: 'viewer' })
    expect((await findUserByEmail(email))?.id).toBe(id)
    expect((await findUserByEmail(email.replace('lkay', 'LKAY')))?.id).toBe(id)
  })

  it('is refused to operators and viewers', async () => {
    const owner = await aCaller()
    for (const role of ['operator', 'viewer'] as const) {
      const colleague = await aColleague(owner, role)
      await expect(addMember(colleague, { email: someone(), role: 'viewer' })).rejects.toMatchObject({
        code: 'permission.denied',
      })
    }
  })
})

describe('removeMember', () => {
  it('keeps the last owner', async () => {
    const ctx = await aCaller()
    await expect(removeMember(ctx, { id: ctx.actor.id })).rejects.toMatchObject({ code: 'member.last_owner' })
    await expect(changeMemberRole(ctx, { id: ctx.actor.id, role: 'viewer' })).rejects.toMatchObject({
      code: 'member.last_owner',
    })
  })

  it('keeps one of two owners who remove each other at once', async () => {
    const one = await aCaller()
    const two = await aColleague(one, 'owner')
    const both = await Promise.allSettled([
      removeMember(one, { id: two.actor.id }),
      removeMember(two, { id: one.actor.id }),
    ])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await listMembers(one)).toHaveLength(1)
  })

  it("does not know another tenant's member", async () => {
    const [one, two] = [await aCaller(), await aCaller()]
    await expect(removeMember(one, { id: two.actor.id })).rejects.toMatchObject({ code: 'member.not_found' })
    await expect(changeMemberRole(one, { id: two.actor.id, role: 'viewer' })).rejects.toMatchObject({
      code: 'member.not_found',
    })
  })
})

describe('names and addresses', () => {
  it.each([
    ['a long address', { email: `${'x'.repeat(300)}@example.test` }],
    ['an address with a control character', { email: 'a\u0007@example.test' }],
    ['a long name', { email: 'someone@example.test', name: 'x'.repeat(101) }],
    ['a name with a control character', { email: 'someone@example.test', name: 'a\u001b[31m' }],
  ])('are refused: %s', async (_name, input) => {
    const add = addMember(await aCaller(), { ...input, role: 'viewer' })
    await expect(add).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('of a tenant to be made are looked at too', async () => {
    const admin = instanceAdmin(await aCaller())
    const make = createTenant(admin, { name: 'New', ownerEmail: 'nobody' })
    await expect(make).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'ownerEmail' }] })
  })

  it('of projects are not endless either', async () => {
    const make = createProject(await aCaller(), { name: 'x'.repeat(101) })
    await expect(make).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'name' }] })
  })
})
