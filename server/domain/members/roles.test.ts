import { describe, expect, it } from 'vitest'
import { acrossTenants } from '@/db/tenant'
import { aCaller, aColleague, aSession, eventTypesOf, instanceAdmin } from '@/test/world'
import { findSession, proveEmail } from '../sessions/service'
import { createProject, createTenant } from '../tenants/service'
import { findUser, grantsOfUser } from '../users/service'
import { addMember, changeMemberRole, leaveTenant, listMembers, removeMember, removeMemberRole } from './service'

const someone = () => `someone-${Date.now()}-${Math.random()}@example.test`
const lastEvent = async (ctx: Parameters<typeof eventTypesOf>[0]) => (await eventTypesOf(ctx)).at(-1)

describe('removeMemberRole', () => {
  it('takes one of several roles away, and tells', async () => {
    const ctx = await aCaller()
    await createProject(ctx, { name: 'Payments' })
    const email = someone()
    const { id } = await addMember(ctx, { email, role: 'viewer' })
    await addMember(ctx, { email, role: 'admin', project: 'payments' })
    const left = await removeMemberRole(ctx, { id, project: 'payments' })
    expect(left?.bindings).toMatchObject([{ role: 'viewer', project: null }])
    expect(await lastEvent(ctx)).toBe('member.role_removed')
    await expect(removeMemberRole(ctx, { id, project: 'payments' })).rejects.toMatchObject({ code: 'member.not_found' })
  })

  it('ends the membership with the last role', async () => {
    const ctx = await aCaller()
    const { id } = await addMember(ctx, { email: someone(), role: 'viewer' })
    expect(await removeMemberRole(ctx, { id })).toBeNull()
    expect(await grantsOfUser(id, ctx.tenantId)).toBeNull()
    expect(await lastEvent(ctx)).toBe('member.removed')
  })

  it('keeps the last owner of the tenant, whatever they own in projects', async () => {
    const ctx = await aCaller()
    const user = await findUser(ctx.actor.id)
    await createProject(ctx, { name: 'Payments' })
    await addMember(ctx, { email: user?.email ?? '', role: 'owner', project: 'payments' })
    await expect(removeMemberRole(ctx, { id: ctx.actor.id })).rejects.toMatchObject({ code: 'member.last_owner' })
    await changeMemberRole(ctx, { id: ctx.actor.id, role: 'viewer', project: 'payments' })
    await changeMemberRole(ctx, { id: ctx.actor.id, role: 'owner', project: 'payments' })
    await expect(removeMemberRole(ctx, { id: ctx.actor.id, project: 'payments' })).resolves.toBeDefined()
  })

  it('is refused to operators, and to an admin against an owner', async () => {
    const ctx = await aCaller()
    const [operator, admin] = [await aColleague(ctx, 'operator'), await aColleague(ctx, 'admin')]
    for (const each of [operator, admin]) {
      await expect(removeMemberRole(each, { id: ctx.actor.id })).rejects.toMatchObject({ code: 'permission.denied' })
    }
  })

  it("does not know another tenant's member or project", async () => {
    const [one, two] = [await aCaller(), await aCaller()]
    const project = await createProject(two, { name: 'Theirs' })
    await expect(removeMemberRole(one, { id: two.actor.id })).rejects.toMatchObject({ code: 'member.not_found' })
    await expect(removeMemberRole(one, { id: one.actor.id, project: project.id })).rejects.toMatchObject({
      code: 'project.not_found',
    })
  })
})

describe('leaveTenant', () => {
  it('gives up every role, without any permission', async () => {
    const ctx = await aCaller()
    const viewer = await aColleague(ctx, 'viewer')
    expect(await leaveTenant(viewer)).toBe(ctx.tenantId)
    expect(await listMembers(ctx)).toHaveLength(1)
    expect(await lastEvent(ctx)).toBe('member.removed')
    await expect(leaveTenant(viewer)).rejects.toMatchObject({ code: 'member.not_found' })
  })

  it('keeps the last owner, and is nothing for a key', async () => {
    const ctx = await aCaller()
    await expect(leaveTenant(ctx)).rejects.toMatchObject({ code: 'member.last_owner' })
    const key = { ...ctx, actor: { kind: 'api_key', id: 'key_1', name: 'ci' } as const }
    await expect(leaveTenant(key)).rejects.toMatchObject({ code: 'permission.denied' })
  })

  it('keeps one of two owners of whom one leaves while the other is removed', async () => {
    const one = await aCaller()
    const two = await aColleague(one, 'owner')
    const both = await Promise.allSettled([leaveTenant(one), removeMember(one, { id: two.actor.id })])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })
})

describe('an address that nobody has proved', () => {
  it('is emptied before its user is trusted with another tenant, and left alone in their own', async () => {
    const [own, other] = [await aCaller(), await aCaller()]
    const user = await findUser(own.actor.id)
    const session = await aSession(own)
    await createProject(own, { name: 'Payments' })
    await addMember(own, { email: user?.email ?? '', role: 'viewer', project: 'payments' })
    expect(await findSession(session)).not.toBeNull()
    await addMember(other, { email: user?.email ?? '', role: 'viewer' })
    expect(await findSession(session)).toBeNull()
  })

  it('is emptied before its user becomes the owner of a new tenant', async () => {
    const [admin, other] = [await aCaller(), await aCaller()]
    const session = await aSession(other)
    const ownerEmail = (await findUser(other.actor.id))?.email ?? ''
    await createTenant(instanceAdmin(admin), { name: `New ${Date.now()}`, ownerEmail })
    expect(await findSession(session)).toBeNull()
  })

  it('is no reason to put out who has proved it', async () => {
    const [own, other] = [await aCaller(), await aCaller()]
    await acrossTenants('test', (tx) => proveEmail(tx, own.actor.id))
    const session = await aSession(own)
    await addMember(other, { email: (await findUser(own.actor.id))?.email ?? '', role: 'viewer' })
    expect(await findSession(session)).not.toBeNull()
  })
})
