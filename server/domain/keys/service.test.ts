import { describe, expect, it } from 'vitest'
import { apiKeys } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { aCaller, aColleague, eventTypesOf, holding } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { createProject } from '../tenants/service'
import { looksLikeApiKey, newApiKeySecret } from './secret'
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from './service'

const scopes = [{ permission: 'integrations:read' }]

describe('createApiKey', () => {
  it('shows the secret once, and keeps a hash of it', async () => {
    const ctx = await aCaller()
    const { apiKey, secret } = await createApiKey(ctx, { name: 'ci', scopes })
    expect(secret).toMatch(/^ihk_[0-9A-Za-z]{49}$/)
    expect(apiKey.prefix).toBe(secret.slice(0, 8))
    const rows = await inTenant(ctx, (tx) => tx.select().from(apiKeys))
    expect(JSON.stringify([rows, await listApiKeys(ctx)])).not.toContain(secret.slice(8))
    expect(await findApiKey(secret)).toMatchObject({ id: apiKey.id, tenantId: ctx.tenantId, revokedAt: null })
    expect(await eventTypesOf(ctx)).toEqual(['api_key.created'])
  })

  it('gives away nothing its maker does not hold', async () => {
    const owner = await aCaller()
    const limited = holding(owner, 'keys:write', 'integrations:read')
    await expect(
      createApiKey(limited, { name: 'x', scopes: [{ permission: 'integrations:write' }] }),
    ).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(createApiKey(limited, { name: 'x', scopes })).resolves.toBeDefined()
    const viewer = await aColleague(owner, 'viewer')
    await expect(createApiKey(viewer, { name: 'x', scopes })).rejects.toMatchObject({ code: 'permission.denied' })
  })

  it('names what is wrong', async () => {
    const ctx = await aCaller()
    const wrong = { name: '', scopes: [], expiresAt: new Date(0) }
    await expect(createApiKey(ctx, wrong)).rejects.toMatchObject({
      fields: [{ path: 'name' }, { path: 'scopes' }, { path: 'expiresAt' }],
    })
    await expect(createApiKey(ctx, { name: 'x', scopes: [{ permission: 'all' }] })).rejects.toMatchObject({
      fields: [{ path: 'scopes.0.permission' }],
    })
    await expect(createApiKey(ctx, { name: 'a\u001b[31m', scopes })).rejects.toMatchObject({
      fields: [{ path: 'name' }],
    })
  })

  it('refuses a scope for an integration of another project, which would reach nothing', async () => {
    const ctx = await aCaller()
    await createProject(ctx, { name: 'Payments' })
    const input = { type: 'custom.http', config: { baseUrl: 'https://example.org' }, secrets: { apiKey: 'x' } }
    const { integration } = await connectIntegration(ctx, { ...input, skipTest: true, saveDisabled: true })
    const scope = { permission: 'integrations:read', integration: integration.id }
    await expect(createApiKey(ctx, { name: 'x', scopes: [{ ...scope, project: 'payments' }] })).rejects.toMatchObject({
      fields: [{ path: 'scopes.0.integration' }],
    })
    await expect(createApiKey(ctx, { name: 'x', scopes: [{ ...scope, project: 'default' }] })).resolves.toBeDefined()
  })
})

describe('revokeApiKey', () => {
  it('ends the key, once', async () => {
    const ctx = await aCaller()
    const { apiKey, secret } = await createApiKey(ctx, { name: 'ci', scopes })
    await revokeApiKey(ctx, { id: apiKey.id })
    await revokeApiKey(ctx, { id: apiKey.id })
    expect((await findApiKey(secret))?.revokedAt).toBeInstanceOf(Date)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'api_key.revoked')).toHaveLength(1)
    await expect(revokeApiKey(await aCaller(), { id: apiKey.id })).rejects.toMatchObject({ code: 'api_key.not_found' })
  })
})

describe('the secret', () => {
  it('is told from a look-alike without a lookup', () => {
    const secret = newApiKeySecret()
    expect(looksLikeApiKey(secret)).toBe(true)
    const other = secret.endsWith('0') ? '1' : '0'
    expect(looksLikeApiKey(secret.slice(0, -1) + other)).toBe(false)
    expect(looksLikeApiKey(`ihk_${'a'.repeat(49)}`)).toBe(false)
  })
})
