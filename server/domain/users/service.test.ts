import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/ids'
import { aCaller } from '@/test/world'
import { findUser, updateProfile } from './service'

describe('updateProfile', () => {
  it('changes what somebody is called, and nothing else', async () => {
    const { actor } = await aCaller()
    const before = await findUser(actor.id)
    expect(await updateProfile(actor.id, { name: ' Ada Byron ' })).toEqual({ ...before, name: 'Ada Byron' })
  })

  it.each(['', ' ', 'x'.repeat(101), 'a\u001b[31m'])('refuses %j', async (name) => {
    const { actor } = await aCaller()
    await expect(updateProfile(actor.id, { name })).rejects.toMatchObject({ fields: [{ path: 'name' }] })
  })

  it('is nothing for who is gone', async () => {
    await expect(updateProfile(newId('user'), { name: 'Nobody' })).rejects.toMatchObject({ code: 'auth.required' })
  })
})
