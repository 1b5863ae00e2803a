import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { credentialVersions, masterKeys } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import { newKey } from '@/server/platform/sealing'
import { aCaller, testMasterKey } from '@/test/world'
import { getProject } from '../tenants/service'
import { openKeyring, readSecrets, replaceSecrets, storeCredential } from './service'

const origin = 'https://git.example.test'

async function stored(ctx: Context, secrets = { token: 'a-very-secret-token' }) {
  const project = await getProject(ctx, null)
  const at = { integrationId: newId('integration'), projectId: project.id, slug: 'git-1' }
  const id = await inTenant(ctx, (tx) => storeCredential(tx, ctx, { origin, secrets, ...at }))
  return { id, at }
}

const read = (ctx: Context, id: Awaited<ReturnType<typeof stored>>['id']) =>
  inTenant(ctx, (tx) => readSecrets(tx, ctx, id))
const versionOf = async (ctx: Context, id: Awaited<ReturnType<typeof stored>>['id']) => {
  const [row] = await inTenant(ctx, (tx) =>
    tx.select().from(credentialVersions).where(eq(credentialVersions.credentialId, id)),
  )
  if (!row) throw new Error('no version')
  return row
}

describe('readSecrets', () => {
  it('gives back what was stored, to the tenant that stored it', async () => {
    const ctx = await aCaller()
    const { id } = await stored(ctx)
    expect(await read(ctx, id)).toEqual({ origin, secrets: { token: 'a-very-secret-token' } })
    await expect(read(await aCaller(), id)).rejects.toMatchObject({ code: 'credential.missing' })
  })

  it('keeps the place out of reach: every altered column makes the row unreadable', async () => {
    const ctx = await aCaller()
    const flip = (column: 'ciphertext' | 'nonce') =>
      sql`set_byte(${credentialVersions[column]}, 0, get_byte(${credentialVersions[column]}, 0) # 1)`
    const alterations = [
      { ciphertext: flip('ciphertext') },
      { nonce: flip('nonce') },
      { version: sql`${credentialVersions.version} + 1` },
      { schemaVersion: 2 },
      { keyVersion: 2 },
      { ciphertext: sql`substring(${credentialVersions.ciphertext} from 1 for 20)` },
    ]
    for (const set of alterations) {
      const { id } = await stored(ctx)
      await inTenant(ctx, (tx) => tx.update(credentialVersions).set(set).where(eq(credentialVersions.credentialId, id)))
      await expect(read(ctx, id)).rejects.toMatchObject({ code: 'credential.unreadable' })
    }
  })

  it('refuses rows that were swapped, within a tenant and between tenants', async () => {
    const [a, b] = [await aCaller(), await aCaller()]
    const [one, two, foreign] = [await stored(a), await stored(a), await stored(b)]
    for (const [ctx, from, to] of [
      [a, two, one],
      [b, foreign, one],
    ] as const) {
      const { ciphertext, nonce } = await versionOf(ctx, from.id)
      await inTenant(a, (tx) =>
        tx.update(credentialVersions).set({ ciphertext, nonce }).where(eq(credentialVersions.credentialId, to.id)),
      )
      await expect(read(a, to.id)).rejects.toMatchObject({ code: 'credential.unreadable' })
    }
  })

  it('says nothing of the secret or the cause when it cannot', async () => {
    const ctx = await aCaller()
    const { id } = await stored(ctx)
    await inTenant(ctx, (tx) =>
      tx.update(credentialVersions).set({ schemaVersion: 9 }).where(eq(credentialVersions.credentialId, id)),
    )
    const error = await read(ctx, id).catch((caught) => caught)
    expect(error.cause).toBeUndefined()
    expect(JSON.stringify(error)).not.toContain('secret-token')
  })
})

describe('replaceSecrets', () => {
  it('counts the version on and destroys the former one', async () => {
    const ctx = await aCaller()
    const { id, at } = await stored(ctx)
    await inTenant(ctx, (tx) => replaceSecrets(tx, ctx, { id, secrets: { token: 'the-new-token-000' }, ...at }))
    expect((await read(ctx, id)).secrets).toEqual({ token: 'the-new-token-000' })
    const rows = await inTenant(ctx, (tx) =>
      tx.select().from(credentialVersions).where(eq(credentialVersions.credentialId, id)),
    )
    expect(rows.map((row) => [row.version, row.state, row.ciphertext === null]).sort()).toEqual([
      [1, 'revoked', true],
      [2, 'current', false],
    ])
  })
})

describe('openKeyring', () => {
  it('refuses a wrong key, names both fingerprints, and writes nothing', async () => {
    const before = await acrossTenants('test', (tx) => tx.select().from(masterKeys))
    const wrong = newKey().toString('base64')
    const error = await openKeyring(wrong).catch((caught) => caught)
    expect(error.name).toBe('WrongMasterKey')
    expect(error.message).toContain(before[0]?.fingerprint)
    expect(error.message.match(/[0-9a-f]{16}/g)).toHaveLength(2)
    expect(error.message).not.toContain(wrong)
    expect(await acrossTenants('test', (tx) => tx.select().from(masterKeys))).toEqual(before)
    await expect(openKeyring(testMasterKey)).resolves.toBeDefined()
  })
})
