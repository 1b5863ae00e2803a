import { describe, expect, it } from 'vitest'
import { aCaller, aSession, eventTypesOf } from '@/test/world'
import { createSession, endSession, findSession, listSessions, revokeOtherSessions, revokeSession } from './service'

describe('revokeSession', () => {
  it('ends one of the own sessions, once, and tells the tenant', async () => {
    const ctx = await aCaller()
    const [kept, ended] = [await aSession(ctx), await aSession(ctx)]
    const found = await findSession(ended)
    if (!found) throw new Error('There is no session.')
    await revokeSession(ctx.actor.id, found.sessionId)
    expect(await findSession(ended)).toBeNull()
    expect(await findSession(kept)).not.toBeNull()
    expect(await listSessions(ctx.actor.id)).toHaveLength(1)
    await expect(revokeSession(ctx.actor.id, found.sessionId)).rejects.toMatchObject({ code: 'session.not_found' })
    expect(await eventTypesOf(ctx)).toEqual(['session.started', 'session.started', 'session.revoked'])
  })

  it("leaves somebody else's alone, and answers like for one that never was", async () => {
    const [mine, other] = [await aCaller(), await aCaller()]
    const token = await aSession(other)
    const theirs = await findSession(token)
    if (!theirs) throw new Error('There is no session.')
    await expect(revokeSession(mine.actor.id, theirs.sessionId)).rejects.toMatchObject({ code: 'session.not_found' })
    expect(await findSession(token)).not.toBeNull()
  })
})

describe('endSession', () => {
  it('may be asked twice', async () => {
    const token = await aSession(await aCaller())
    await endSession(token)
    await expect(endSession(token)).resolves.toBeUndefined()
  })
})

describe('revokeOtherSessions', () => {
  it('ends all but the one that asks, says how many, and leaves other people alone', async () => {
    const [ctx, other] = [await aCaller(), await aCaller()]
    const [first, theirs] = [await aSession(ctx), await aSession(other)]
    await aSession(ctx)
    const { sessionId, token } = await createSession({ userId: ctx.actor.id })
    expect(await revokeOtherSessions(ctx.actor.id, sessionId)).toBe(2)
    expect(await findSession(first)).toBeNull()
    for (const kept of [token, theirs]) expect(await findSession(kept)).not.toBeNull()
    expect(await revokeOtherSessions(ctx.actor.id, sessionId)).toBe(0)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'session.revoked')).toHaveLength(2)
  })
})
