import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { links, users } from '@/db/schema'
import { acrossTenants } from '@/db/tenant'
import { hashToken } from '@/server/platform/tokens'
import { aCaller } from '@/test/world'
import { issueSignInLink, redeemSignInLink } from '../users/service'
import { completeSetup, isSetupPending, issueSetUpLink } from './service'

const input = (token: string, more: object = {}) => ({
  token,
  email: `first-${Date.now()}@example.test`,
  name: 'First',
  tenantName: `Acme ${Date.now()}`,
  ...more,
})

// One database for the run: these tests keep to one order, for the first set-up is the last.
describe('completeSetup', () => {
  it('names each field that is missing, and keeps the link', async () => {
    const { token } = await issueSetUpLink()
    await expect(completeSetup(input(token, { email: 'x', name: ' ', tenantName: '' }))).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'email' }, { path: 'name' }, { path: 'tenantName' }],
    })
    await expect(completeSetup(input(token, { tenantSlug: 'graphql' }))).rejects.toMatchObject({
      code: 'tenant.slug_taken',
    })
    expect(await isSetupPending()).toBe(true)
  })

  it('refuses a link that has expired, was used up by another, or never was, in the same words', async () => {
    const { token } = await issueSetUpLink()
    const other = await issueSetUpLink()
    await acrossTenants('test', (tx) =>
      tx.update(links).set({ expiresAt: sql`now() - interval '1 minute'` }).where(eq(links.kind, 'set_up')),
    )
    const errors = await Promise.all(
      [other.token, token, 'never'].map((each) => completeSetup(input(each)).catch((error) => error)),
    )
    expect(new Set(errors.map((error) => `${error.code} ${error.message}`)).size).toBe(1)
    expect(errors[0]).toMatchObject({ code: 'auth.link_invalid' })
  })

  it('makes the instance admin, the first tenant and its owner, once, however many try', async () => {
    const unused = await issueSetUpLink()
    const { token } = await issueSetUpLink()
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_unused, at) => completeSetup(input(token, { email: `p${at}@example.test` }))),
    )
    const done = tries.filter((each) => each.status === 'fulfilled')
    expect(done).toHaveLength(1)
    expect(await isSetupPending()).toBe(false)
    expect(
      await acrossTenants('test', (tx) =>
        tx
          .select()
          .from(links)
          .where(eq(links.tokenHash, hashToken(unused.token))),
      ),
    ).toEqual([])
    const again = await issueSetUpLink()
    await expect(completeSetup(input(again.token))).rejects.toMatchObject({ code: 'setup.done' })
    const redeemed = done[0] && (await redeemSignInLink(done[0].value.signInToken))
    expect(redeemed).toMatchObject({ user: { isInstanceAdmin: true }, provesEmail: true })
    await expect(redeemSignInLink(done[0]?.value.signInToken ?? '')).rejects.toMatchObject({
      code: 'auth.link_invalid',
    })
    // The other test files begin with a hub that nobody administers.
    await acrossTenants('test', (tx) => tx.update(users).set({ instanceAdmin: false }))
  })
})

describe('issueSignInLink', () => {
  it('gives nothing for an address nobody has', async () => {
    expect(await issueSignInLink('nobody@example.test')).toBeNull()
  })

  it('works once, for the person it was made for, in any case of the address', async () => {
    const ctx = await aCaller()
    const address = ctx.actor.name
    const [row] = await acrossTenants('test', (tx) => tx.select().from(users).where(eq(users.id, ctx.actor.id)))
    const link = await issueSignInLink((row?.email ?? address).toUpperCase())
    expect(await redeemSignInLink(link?.token ?? '')).toMatchObject({ user: { id: ctx.actor.id }, provesEmail: true })
    await expect(redeemSignInLink(link?.token ?? '')).rejects.toMatchObject({ code: 'auth.link_invalid' })
  })

  it('keeps only a hash', async () => {
    const ctx = await aCaller()
    const [row] = await acrossTenants('test', (tx) => tx.select().from(users).where(eq(users.id, ctx.actor.id)))
    const link = await issueSignInLink(row?.email ?? '')
    const kept = await acrossTenants('test', (tx) => tx.select().from(links))
    expect(JSON.stringify(kept)).not.toContain(link?.token)
  })
})
