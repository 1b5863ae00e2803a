import { describe, expect, it } from 'vitest'
import { aCaller, aSession, eventTypesOf } from '@/test/world'
import { endSession, findSession, listSessions, revokeSession } from './service'

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
