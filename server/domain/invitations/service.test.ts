import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { invitations, roleBindings } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { newId } from '@/server/kernel/ids'
import { overrideEnv } from '@/server/platform/env'
import { aCaller, aColleague, type Caller, eventTypesOf, holding } from '@/test/world'
import { addMember, changeMemberRole, listMembers, removeMember } from '../members/service'
import { confirmEmail, createSession, findSession } from '../sessions/service'
import { createProject, deleteProject } from '../tenants/service'
import { findUser, findUserByEmail, grantsOfUser, issueSignInLink, redeemSignInLink, type User } from '../users/service'
import { acceptInvitation, createInvitation, findInvitationOffer, listInvitations, revokeInvitation } from './service'

overrideEnv({ INTHUB_URL: 'http://localhost:3000' })

const someone = () => `someone-${Date.now()}-${Math.random()}@example.test`
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)

async function anInvitation(ctx: Caller, input: Partial<Parameters<typeof createInvitation>[1]> = {}) {
  const email = input.email ?? someone()
  const { invitation, url } = await createInvitation(ctx, { role: 'viewer', ...input, email })
  return { invitation, email, token: tokenOf(url), url }
}

async function userOf({ actor }: Caller): Promise<User> {
  const user = await findUser(actor.id)
  if (!user) throw new Error('There is nobody.')
  return user
}

describe('createInvitation', () => {
  it('makes a link, of which only a hash is kept, and tells without it', async () => {
    const ctx = await aCaller()
    const { invitation, url, token } = await anInvitation(ctx, { role: 'operator', days: 30 })
    expect(url).toBe(`http://localhost:3000/invite/${token}`)
    expect(await listInvitations(ctx)).toEqual([invitation])
    expect(invitation.expiresAt.getTime() - invitation.createdAt.getTime()).toBeGreaterThan(29.9 * 86_400_000)
    const rows = await inTenant(ctx, (tx) => tx.select().from(invitations))
    expect(JSON.stringify([rows, invitation])).not.toContain(token)
    expect(await eventTypesOf(ctx)).toEqual(['invitation.created'])
  })

  it('replaces the earlier link of the same address to the same place, and of no other', async () => {
    const ctx = await aCaller()
    await createProject(ctx, { name: 'Payments' })
    const first = await anInvitation(ctx)
    const elsewhere = await anInvitation(ctx, { email: first.email, project: 'payments' })
    const second = await anInvitation(ctx, { email: first.email.toUpperCase(), role: 'admin' })
    expect(await findInvitationOffer(first.token)).toBeNull()
    expect((await listInvitations(ctx)).map(({ id }) => id)).toEqual([second.invitation.id, elsewhere.invitation.id])
  })

  it('promises no role that allows more than who invites holds', async () => {
    const limited = holding(await aCaller(), 'members:write', 'owners:write')
    for (const role of ['viewer', 'admin', 'owner'] as const) {
      const invite = createInvitation(limited, { email: someone(), role })
      await expect(invite).rejects.toMatchObject({ code: 'permission.denied' })
    }
  })

  it('is refused for who is a member there, and not for who is one elsewhere', async () => {
    const ctx = await aCaller()
    await createProject(ctx, { name: 'Payments' })
    const email = someone()
    await addMember(ctx, { email, role: 'viewer' })
    await expect(createInvitation(ctx, { email, role: 'admin' })).rejects.toMatchObject({ code: 'member.exists' })
    await expect(createInvitation(ctx, { email, role: 'admin', project: 'payments' })).resolves.toBeDefined()
  })

  it('lets only an owner invite an owner, or take that back', async () => {
    const owner = await aCaller()
    const admin = await aColleague(owner, 'admin')
    await expect(anInvitation(admin, { role: 'owner' })).rejects.toMatchObject({ code: 'permission.denied' })
    const { invitation } = await anInvitation(owner, { role: 'owner' })
    await expect(revokeInvitation(admin, invitation)).rejects.toMatchObject({ code: 'permission.denied' })
    expect(await listInvitations(owner)).toHaveLength(1)
  })

  it('names what is wrong, and is refused without the permission', async () => {
    const ctx = await aCaller()
    for (const days of [0, 31, 1.5]) {
      await expect(anInvitation(ctx, { days })).rejects.toMatchObject({ fields: [{ path: 'days' }] })
    }
    await expect(anInvitation(ctx, { email: 'nobody' })).rejects.toMatchObject({ fields: [{ path: 'email' }] })
    await expect(anInvitation(ctx, { project: 'none' })).rejects.toMatchObject({ code: 'project.not_found' })
    for (const role of ['operator', 'viewer'] as const) {
      await expect(anInvitation(await aColleague(ctx, role))).rejects.toMatchObject({ code: 'permission.denied' })
    }
  })
})

describe('an invitation', () => {
  it('is invisible to every other tenant', async () => {
    const { invitation } = await anInvitation(await aCaller())
    const other = await aCaller()
    expect(await listInvitations(other)).toEqual([])
    await expect(revokeInvitation(other, invitation)).rejects.toMatchObject({ code: 'invitation.not_found' })
  })

  it('offers nothing once it was taken back, has expired, or never was', async () => {
    const ctx = await aCaller()
    const [revoked, expired] = [await anInvitation(ctx), await anInvitation(ctx)]
    expect(await findInvitationOffer(revoked.token)).toMatchObject({ email: revoked.email, hasAccount: false })
    await revokeInvitation(ctx, revoked.invitation)
    await inTenant(ctx, (tx) =>
      tx.update(invitations).set({ expiresAt: sql`now()` }).where(eq(invitations.id, expired.invitation.id)),
    )
    for (const token of [revoked.token, expired.token, 'never']) {
      expect(await findInvitationOffer(token)).toBeNull()
      await expect(acceptInvitation(null, { token })).rejects.toMatchObject({ code: 'invitation.invalid' })
    }
    await expect(revokeInvitation(ctx, revoked.invitation)).rejects.toMatchObject({ code: 'invitation.not_found' })
    expect((await eventTypesOf(ctx)).filter((type) => type === 'invitation.revoked')).toHaveLength(1)
  })

  it('ends with its project', async () => {
    const ctx = await aCaller()
    await createProject(ctx, { name: 'Payments' })
    const gone = await anInvitation(ctx, { project: 'payments' })
    await deleteProject(ctx, { id: 'payments' })
    await expect(acceptInvitation(null, gone)).rejects.toMatchObject({ code: 'invitation.invalid' })
  })

  it('ends when who made it may not make it any more, and stands again when they may', async () => {
    const ctx = await aCaller()
    const [removed, demoted, stays] = [
      await aColleague(ctx, 'admin'),
      await aColleague(ctx, 'owner'),
      await aColleague(ctx, 'admin'),
    ]
    const ofRemoved = await anInvitation(removed)
    const [asOwner, asAdmin] = [await anInvitation(demoted, { role: 'owner' }), await anInvitation(demoted)]
    const kept = await anInvitation(stays, { role: 'admin' })
    await removeMember(ctx, { id: removed.actor.id })
    await changeMemberRole(ctx, { id: demoted.actor.id, role: 'admin' })
    for (const dead of [ofRemoved, asOwner]) {
      expect(await findInvitationOffer(dead.token)).toBeNull()
      await expect(acceptInvitation(null, dead)).rejects.toMatchObject({ code: 'invitation.invalid' })
    }
    expect((await listInvitations(ctx)).map(({ id }) => id)).toEqual([kept.invitation.id, asAdmin.invitation.id])
    await changeMemberRole(ctx, { id: demoted.actor.id, role: 'operator' })
    expect(await findInvitationOffer(asAdmin.token)).toBeNull()
    await changeMemberRole(ctx, { id: demoted.actor.id, role: 'owner' })
    await expect(acceptInvitation(null, asOwner)).resolves.toBeDefined()
    await expect(acceptInvitation(null, kept)).resolves.toBeDefined()
  })

  it('that a key made outlives the key', async () => {
    const ctx = await aCaller()
    const byKey = { ...ctx, actor: { kind: 'api_key', id: newId('apiKey'), name: 'ci' } } as const
    const { invitation, url } = await createInvitation(byKey, { email: someone(), role: 'viewer' })
    expect(await listInvitations(ctx)).toEqual([invitation])
    await expect(acceptInvitation(null, { token: tokenOf(url) })).resolves.toBeDefined()
  })
})

describe('acceptInvitation', () => {
  it('makes somebody of an address nobody uses, once, without proving it', async () => {
    const ctx = await aCaller()
    const project = await createProject(ctx, { name: 'Payments' })
    const { token, email } = await anInvitation(ctx, { role: 'operator', project: 'payments' })
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptInvitation(null, { token, name: 'Grace' })),
    )
    const done = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(done).toHaveLength(1)
    const { user, provesEmail } = await redeemSignInLink(done[0]?.signInToken ?? '')
    expect(user).toMatchObject({ email, name: 'Grace', emailVerifiedAt: null })
    expect(provesEmail).toBe(false)
    const grants = await grantsOfUser(user.id, ctx.tenantId)
    expect(grants?.grants.every(({ projectId }) => projectId === project.id)).toBe(true)
    expect((await eventTypesOf(ctx)).slice(-2)).toEqual(['member.added', 'invitation.accepted'])
  })

  it('joins who is signed in with the address, in any case of it', async () => {
    const [ctx, other] = [await aCaller(), await aCaller()]
    const user = await userOf(other)
    const { token } = await anInvitation(ctx, { email: user.email.toUpperCase() })
    expect(await findInvitationOffer(token)).toMatchObject({ hasAccount: true })
    expect(await acceptInvitation(user, { token })).toMatchObject({ tenant: { id: ctx.tenantId }, signInToken: null })
    expect((await listMembers(ctx)).map((member) => member.id)).toContain(user.id)
  })

  it('tells who is signed in under another address which one to use, and stays open', async () => {
    const ctx = await aCaller()
    const { token, email } = await anInvitation(ctx)
    await expect(acceptInvitation(await userOf(await aCaller()), { token })).rejects.toMatchObject({
      code: 'invitation.other_person',
      message: expect.stringContaining(email),
    })
    await expect(acceptInvitation(null, { token })).resolves.toBeDefined()
  })

  it('keeps a role that was given in the meantime', async () => {
    const ctx = await aCaller()
    const other = await aCaller()
    const user = await userOf(other)
    const { token } = await anInvitation(ctx, { email: user.email, role: 'admin' })
    await addMember(ctx, { email: user.email, role: 'viewer' })
    await acceptInvitation(user, { token })
    expect((await grantsOfUser(user.id, ctx.tenantId))?.role).toBe('viewer')
  })
})

describe('the link of an invitation signs nobody in who exists', () => {
  const refused = { code: 'invitation.sign_in_first' }

  it('not who has signed in, nor who has proved the address', async () => {
    const [signedIn, proved] = [await aCaller(), await aCaller()]
    await createSession({ userId: signedIn.actor.id })
    await confirmEmail(proved.actor.id)
    for (const each of [signedIn, proved]) {
      await inTenant(each, (tx) => tx.delete(roleBindings))
      const { token } = await anInvitation(await aCaller(), { email: (await userOf(each)).email })
      expect(await findInvitationOffer(token)).toMatchObject({ hasAccount: true })
      await expect(acceptInvitation(null, { token })).rejects.toMatchObject(refused)
    }
  })

  it('not who was only added, to another tenant or as more than the invitation gives', async () => {
    const [mine, theirs] = [await aCaller(), await aCaller()]
    const email = someone()
    await addMember(theirs, { email, role: 'owner' })
    const { token } = await anInvitation(mine, { email })
    await expect(acceptInvitation(null, { token })).rejects.toMatchObject(refused)
  })

  it('but somebody new in place of who was added and removed without ever coming', async () => {
    const ctx = await aCaller()
    const email = someone()
    const { id } = await addMember(ctx, { email, role: 'viewer' })
    await removeMember(ctx, { id })
    const { token } = await anInvitation(ctx, { email })
    await acceptInvitation(null, { token })
    expect((await findUserByEmail(email))?.id).not.toBe(id)
  })

  it('nor keeps who opened it in, once the address is proved', async () => {
    const ctx = await aCaller()
    const { token, email } = await anInvitation(ctx)
    const { signInToken } = await acceptInvitation(null, { token })
    const user = await findUserByEmail(email)
    if (!user) throw new Error('There is nobody.')
    const intruder = await createSession({ userId: user.id })
    const link = await issueSignInLink(email)
    expect(await redeemSignInLink(link?.token ?? '')).toMatchObject({ provesEmail: true })
    await confirmEmail(user.id)
    expect(await findSession(intruder.token)).toBeNull()
    await expect(redeemSignInLink(signInToken ?? '')).rejects.toMatchObject({ code: 'auth.link_invalid' })
    const own = await createSession({ userId: user.id })
    await confirmEmail(user.id)
    expect(await findSession(own.token)).not.toBeNull()
  })
})
