import { describe, expect, it } from 'vitest'
import { newToken } from '@/server/platform/tokens'
import { aCaller, type Caller, eventTypesOf } from '@/test/world'
import { createInvitation } from '../invitations/service'
import { addMember, listMembers, removeMember } from '../members/service'
import { confirmEmail, createSession, findSession, revokeOtherSessions } from '../sessions/service'
import { findUser, findUserByEmail, type User } from '../users/service'
import {
  beginConnecting,
  findUserByAccount,
  listAccounts,
  type ProviderPerson,
  signInWithProvider,
  unlinkAccount,
  type WayIn,
} from './service'

const someone = () => `someone-${Date.now()}-${Math.random()}@example.test`
const straight = (): WayIn => ({ state: newToken(), connect: null })

const aPerson = (verifiedEmail: string | null, more: Partial<ProviderPerson> = {}): ProviderPerson => ({
  ...{ provider: 'github', accountId: `github.com ${Math.random()}`, label: 'ada', name: 'Ada' },
  verifiedEmail,
  ...more,
})

async function userOf({ actor }: Caller): Promise<User> {
  const user = await findUser(actor.id)
  if (!user) throw new Error('There is nobody.')
  return user
}

/** Somebody who is signed in and pressed Connect. */
async function connecting(caller: Caller): Promise<WayIn> {
  const { sessionId } = await createSession({ userId: caller.actor.id })
  const { token } = await beginConnecting(sessionId)
  return { state: newToken(), connect: { token, sessionId, userId: caller.actor.id } }
}

describe('an account nobody has connected', () => {
  it('comes in with an invitation to the address its provider vouches for, which makes the person', async () => {
    const email = someone()
    await createInvitation(await aCaller(), { email, role: 'viewer' })
    const person = aPerson(email.toUpperCase())
    const user = await signInWithProvider(person, straight())
    expect(await findUserByAccount('github', person.accountId)).toMatchObject({ id: user.id })
    expect((await findUserByEmail(email))?.emailVerifiedAt).toBeInstanceOf(Date)
    expect(await listAccounts(user.id)).toMatchObject([{ provider: 'github', label: 'ada' }])
  })

  it('is the first way in of somebody who was added and has never come', async () => {
    const [ctx, email] = [await aCaller(), someone()]
    const { id } = await addMember(ctx, { email, role: 'viewer' })
    const user = await signInWithProvider(aPerson(email), straight())
    expect(user.id).toBe(id)
    expect(await eventTypesOf(ctx)).toContain('account.linked')
  })

  it('is refused for the address of who has signed in, has proved it, or has another account', async () => {
    const ctx = await aCaller()
    const [signedIn, proved] = [await aCaller(), await aCaller()]
    await createSession({ userId: signedIn.actor.id })
    await confirmEmail(proved.actor.id)
    const accountHolder = await addMember(ctx, { email: someone(), role: 'viewer' })
    await signInWithProvider(aPerson(accountHolder.email), straight())
    const addresses = [await userOf(signedIn), await userOf(proved), accountHolder].map(({ email }) => email)
    for (const email of addresses) {
      await expect(signInWithProvider(aPerson(email), straight())).rejects.toMatchObject({
        code: 'auth.provider_connect_first',
      })
    }
    expect(await listAccounts(signedIn.actor.id)).toEqual([])
  })

  it('makes nobody of a stranger, nor of who was removed before they came', async () => {
    const [ctx, email] = [await aCaller(), someone()]
    const { id } = await addMember(ctx, { email, role: 'viewer' })
    await removeMember(ctx, { id })
    for (const each of [someone(), email]) {
      await expect(signInWithProvider(aPerson(each), straight())).rejects.toMatchObject({
        code: 'auth.provider_unknown_person',
      })
    }
  })

  it('neither joins nor makes anybody by an address that nobody vouches for', async () => {
    const [ctx, email] = [await aCaller(), someone()]
    await addMember(ctx, { email, role: 'viewer' })
    await expect(signInWithProvider(aPerson(null, { label: email }), straight())).rejects.toMatchObject({
      code: 'auth.provider_email_unverified',
    })
    const member = (await listMembers(ctx)).find((each) => each.email === email)
    expect(member && (await listAccounts(member.id))).toEqual([])
  })
})

describe('a connected account', () => {
  it('signs in whoever connected it, whatever address it has now', async () => {
    const caller = await aCaller()
    const person = aPerson(null)
    await signInWithProvider(person, await connecting(caller))
    const stranger = { ...person, verifiedEmail: someone(), label: 'new-login' }
    expect((await signInWithProvider(stranger, straight())).id).toBe(caller.actor.id)
    expect(await listAccounts(caller.actor.id)).toMatchObject([{ label: 'new-login', lastUsedAt: expect.any(Date) }])
  })

  it('is not told from another by its number alone: provider and place count', async () => {
    const caller = await aCaller()
    await signInWithProvider(aPerson(null, { accountId: 'github.com 7' }), await connecting(caller))
    for (const other of [{ accountId: 'ghes.example 7' }, { accountId: 'github.com 7', provider: 'oidc' }]) {
      await expect(signInWithProvider(aPerson(someone(), other), straight())).rejects.toMatchObject({
        code: 'auth.provider_unknown_person',
      })
    }
  })

  it('cannot be connected by somebody else', async () => {
    const [one, two] = [await aCaller(), await aCaller()]
    const person = aPerson(null)
    await signInWithProvider(person, await connecting(one))
    await expect(signInWithProvider(person, await connecting(two))).rejects.toMatchObject({ code: 'account.taken' })
    expect(await listAccounts(two.actor.id)).toEqual([])
  })

  it('is taken off by its owner only; sessions stay', async () => {
    const [caller, other] = [await aCaller(), await aCaller()]
    await signInWithProvider(aPerson(null), await connecting(caller))
    const { token } = await createSession({ userId: caller.actor.id })
    const [account] = await listAccounts(caller.actor.id)
    const id = account?.id ?? 'acc_'
    await expect(unlinkAccount(other.actor.id, id)).rejects.toMatchObject({ code: 'account.not_found' })
    await unlinkAccount(caller.actor.id, id)
    await expect(unlinkAccount(caller.actor.id, id)).rejects.toMatchObject({ code: 'account.not_found' })
    expect(await listAccounts(caller.actor.id)).toEqual([])
    expect(await findSession(token)).not.toBeNull()
    expect((await eventTypesOf(caller)).filter((type) => type.startsWith('account.'))).toEqual([
      'account.linked',
      'account.unlinked',
    ])
  })

  it('goes when the address of its owner is proved for the first time by somebody else', async () => {
    const caller = await aCaller()
    const person = aPerson(null)
    await signInWithProvider(person, await connecting(caller))
    await confirmEmail(caller.actor.id)
    expect(await findUserByAccount('github', person.accountId)).toBeNull()
  })
})

describe('the wish to connect', () => {
  const expired = { code: 'auth.provider_connect_expired' }

  it('works once, and only in the session that had it', async () => {
    const caller = await aCaller()
    const wish = await connecting(caller)
    const other = await createSession({ userId: caller.actor.id })
    if (!wish.connect) throw new Error('There is no wish.')
    await signInWithProvider(aPerson(null), wish)
    await expect(signInWithProvider(aPerson(null), { ...wish, state: newToken() })).rejects.toMatchObject(expired)
    const foreign = await connecting(caller)
    if (!foreign.connect) throw new Error('There is no wish.')
    const moved = { state: newToken(), connect: { ...foreign.connect, sessionId: other.sessionId } }
    await expect(signInWithProvider(aPerson(null), moved)).rejects.toMatchObject(expired)
    await expect(signInWithProvider(aPerson(null), { ...moved, connect: foreign.connect })).rejects.toMatchObject({})
    expect(await listAccounts(caller.actor.id)).toHaveLength(1)
  })

  it('ends with the session', async () => {
    const caller = await aCaller()
    const wish = await connecting(caller)
    const kept = await createSession({ userId: caller.actor.id })
    await revokeOtherSessions(caller.actor.id, kept.sessionId)
    await expect(signInWithProvider(aPerson(null), wish)).rejects.toMatchObject(expired)
  })
})

describe("a provider's answer", () => {
  it('is used once, even when it was refused the first time', async () => {
    const [ctx, email] = [await aCaller(), someone()]
    const way = straight()
    await expect(signInWithProvider(aPerson(email), way)).rejects.toMatchObject({
      code: 'auth.provider_unknown_person',
    })
    await addMember(ctx, { email, role: 'viewer' })
    await expect(signInWithProvider(aPerson(email), way)).rejects.toMatchObject({ code: 'auth.provider_state_used' })
  })
})
