import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { apiKeys } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import { permissions } from '@/server/kernel/permissions'
import { aCaller, aColleague, type Caller, eventTypesOf, holding } from '@/test/world'
import { createApiKey, findApiKey, listApiKeys, revokeApiKey, rotateApiKey } from './service'

const scopes = [{ permission: 'integrations:read' }]

async function aKeyOf(ctx: Caller, expiresAt?: Date) {
  const { apiKey, secret } = await createApiKey(ctx, { name: 'ci', scopes, expiresAt })
  return { id: apiKey.id, secret }
}

/** As if it had been so all along. */
const past = (id: string, column: 'previous_secret_until' | 'expires_at') =>
  acrossTenants('test', (tx) =>
    tx
      .update(apiKeys)
      .set(column === 'expires_at' ? { expiresAt: new Date(0) } : { previousSecretUntil: new Date(0) })
      .where(eq(apiKeys.id, id as never)),
  )

describe('rotateApiKey', () => {
  it('gives a new secret and lets the old one work for the overlap, then no more', async () => {
    const ctx = await aCaller()
    const { id, secret } = await aKeyOf(ctx)
    const rotated = await rotateApiKey(ctx, { id, overlapSeconds: 3_600 })
    expect(rotated.secret).not.toBe(secret)
    expect(rotated.apiKey.prefix).toBe(rotated.secret.slice(0, 8))
    const left = (rotated.apiKey.previousSecretUntil?.getTime() ?? 0) - Date.now()
    expect(left).toBeGreaterThan(3_500_000)
    expect(left).toBeLessThanOrEqual(3_600_000)
    for (const each of [secret, rotated.secret]) expect(await findApiKey(each)).toMatchObject({ id })
    await past(id, 'previous_secret_until')
    expect(await findApiKey(secret)).toBeNull()
    expect(await findApiKey(rotated.secret)).toMatchObject({ id })
    expect((await listApiKeys(ctx))[0]).toMatchObject({ previousSecretUntil: null, rotatedAt: expect.any(Date) })
    expect(await eventTypesOf(ctx)).toEqual(['api_key.created', 'api_key.rotated'])
  })

  it('ends the old secret at once with an overlap of 0, and the one before the last in any case', async () => {
    const ctx = await aCaller()
    const { id, secret } = await aKeyOf(ctx)
    const second = await rotateApiKey(ctx, { id })
    const third = await rotateApiKey(ctx, { id })
    expect(await findApiKey(secret)).toBeNull()
    expect(await findApiKey(second.secret)).toMatchObject({ id })
    await rotateApiKey(ctx, { id, overlapSeconds: 0 })
    for (const each of [second, third]) expect(await findApiKey(each.secret)).toBeNull()
  })

  it('needs a new end for an expired key, whose old secret stays dead', async () => {
    const ctx = await aCaller()
    const { id, secret } = await aKeyOf(ctx, new Date(Date.now() + 60_000))
    await past(id, 'expires_at')
    await expect(rotateApiKey(ctx, { id })).rejects.toMatchObject({ fields: [{ path: 'expiresAt' }] })
    const expiresAt = new Date(Date.now() + 60_000)
    const rotated = await rotateApiKey(ctx, { id, expiresAt, overlapSeconds: 600 })
    expect(rotated.apiKey).toMatchObject({ expiresAt, previousSecretUntil: null })
    expect(await findApiKey(secret)).toBeNull()
  })

  it('lets no old secret outlive the end it was made with', async () => {
    const ctx = await aCaller()
    const end = new Date(Date.now() + 60_000)
    const { id } = await aKeyOf(ctx, end)
    const later = new Date(Date.now() + 86_400_000)
    const rotated = await rotateApiKey(ctx, { id, expiresAt: later, overlapSeconds: 3_600 })
    expect(rotated.apiKey).toMatchObject({ expiresAt: later, previousSecretUntil: end })
  })

  it('names what is wrong with the overlap and the end', async () => {
    const ctx = await aCaller()
    const { id } = await aKeyOf(ctx)
    for (const overlapSeconds of [-1, 604_801, 1.5]) {
      await expect(rotateApiKey(ctx, { id, overlapSeconds })).rejects.toMatchObject({
        fields: [{ path: 'overlapSeconds' }],
      })
    }
    await expect(rotateApiKey(ctx, { id, expiresAt: new Date(0) })).rejects.toMatchObject({
      fields: [{ path: 'expiresAt' }],
    })
  })

  it('is refused for a revoked key, without the permission, and to who lacks a right of the key', async () => {
    const ctx = await aCaller()
    const { apiKey } = await createApiKey(ctx, { name: 'ci', scopes: [{ permission: 'integrations:write' }] })
    const limited = holding(ctx, 'keys:write', 'integrations:read')
    await expect(rotateApiKey(limited, { id: apiKey.id })).rejects.toMatchObject({ code: 'permission.denied' })
    const viewer = await aColleague(ctx, 'viewer')
    await expect(rotateApiKey(viewer, { id: apiKey.id })).rejects.toMatchObject({ code: 'permission.denied' })
    await revokeApiKey(ctx, { id: apiKey.id })
    await expect(rotateApiKey(ctx, { id: apiKey.id })).rejects.toMatchObject({ code: 'api_key.revoked' })
  })

  it("does not know another tenant's key", async () => {
    const { id } = await aKeyOf(await aCaller())
    await expect(rotateApiKey(await aCaller(), { id })).rejects.toMatchObject({ code: 'api_key.not_found' })
  })

  it('shows no hash of any secret', async () => {
    const ctx = await aCaller()
    const { id } = await aKeyOf(ctx)
    const { apiKey } = await rotateApiKey(ctx, { id })
    expect(Object.keys(apiKey).filter((key) => /hash/i.test(key))).toEqual([])
    expect(Object.keys((await listApiKeys(ctx))[0] ?? {}).filter((key) => /hash/i.test(key))).toEqual([])
  })
})

describe('the use of a key', () => {
  it('is noted at most once a minute', async () => {
    const ctx = await aCaller()
    const { id, secret } = await aKeyOf(ctx)
    const lastUsed = async () => (await listApiKeys(ctx)).find((key) => key.id === id)?.lastUsedAt?.getTime() ?? 0
    expect(await lastUsed()).toBe(0)
    await findApiKey(secret)
    const first = await lastUsed()
    expect(first).toBeGreaterThan(0)
    await findApiKey(secret)
    expect(await lastUsed()).toBe(first)
    await inTenant(ctx, (tx) => tx.update(apiKeys).set({ lastUsedAt: sql`now() - interval '61 seconds'` }))
    await findApiKey(secret)
    expect(await lastUsed()).toBeGreaterThanOrEqual(first)
  })

  it.each(permissions)('can be for %s alone', async (permission) => {
    const ctx = await aCaller()
    const { secret } = await createApiKey(ctx, { name: permission, scopes: [{ permission }] })
    expect((await findApiKey(secret))?.grants).toEqual([{ permission }])
  })
})
