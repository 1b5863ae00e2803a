import { describe, expect, it } from 'vitest'
import { inTenant } from '@/db/tenant'
import { type Answer, type Asked, aCaller, aServer, type Caller, eventTypesOf } from '@/test/world'
import { readSecrets } from '../credentials/service'
import { createProject } from '../tenants/service'
import { connectIntegration, deleteIntegration, getIntegration, updateIntegration } from './service'

const secret = 'CANARY-reused-0123456789'
const guarded = ({ headers }: Asked): Answer =>
  headers.authorization === `Bearer ${secret}` ? { status: 200, body: { ok: true } } : { status: 401, body: {} }

const settings = (baseUrl: string) => ({ type: 'custom.http', method: 'bearer', config: { baseUrl, probePath: '/me' } })
const provedAgo = (ctx: Caller, minutes: number) => ({ ...ctx, provedAt: new Date(Date.now() - minutes * 60_000) })

async function aSource() {
  const ctx = provedAgo(await aCaller(), 1)
  const { url } = await aServer(guarded)
  const { integration: source } = await connectIntegration(ctx, { ...settings(url), secrets: { token: secret } })
  return { ctx, url, source }
}

const reusing = (slug: string) => ({ reuseSecretOf: slug, confirmReuse: true })

describe('a stored secret for another integration', () => {
  it('is a reference to the same credential, is proved, and is told of with both', async () => {
    const { ctx, url, source } = await aSource()
    const { integration, test } = await connectIntegration(ctx, { ...settings(`${url}/v2`), ...reusing(source.slug) })
    expect(test?.verdict).toBe('healthy')
    expect(integration).toMatchObject({ credentialId: source.credentialId, storedSecrets: ['token'], enabled: true })
    expect((await eventTypesOf(ctx)).slice(3)).toEqual([
      'credential.reused',
      'integration.created',
      'integration.health_changed',
    ])
  })

  it('is kept for the other one when one of the two is deleted, and destroyed with the last', async () => {
    const { ctx, url, source } = await aSource()
    const { integration } = await connectIntegration(ctx, { ...settings(url), ...reusing(source.slug) })
    expect(await deleteIntegration(ctx, { id: source.id })).toMatchObject({ secretDestroyed: false })
    const left = await getIntegration(ctx, { id: integration.id })
    expect(left.storedSecrets).toEqual(['token'])
    expect(await deleteIntegration(ctx, { id: integration.id })).toMatchObject({ secretDestroyed: true })
  })

  it('is refused at another origin, with another way to sign in, for another kind of service, and where there is none', async () => {
    const { ctx, url, source } = await aSource()
    const elsewhere = await aServer(guarded)
    const before = await eventTypesOf(ctx)
    const refused = (more: object, path: string) =>
      expect(connectIntegration(ctx, { ...settings(url), ...reusing(source.slug), ...more })).rejects.toMatchObject({
        code: 'credential.not_reusable',
        fields: [{ path }],
      })
    await refused(settings(elsewhere.url), 'config')
    await refused({ method: 'basic', config: { baseUrl: url, username: 'bot' } }, 'method')
    await refused({ type: 'scm.github', method: null, config: {} }, 'reuseSecretOf')
    expect(elsewhere.asked).toEqual([])
    expect(await eventTypesOf(ctx)).toEqual(before)
    const { integration: bare } = await connectIntegration(ctx, {
      ...settings(url),
      method: 'none',
      saveDisabled: true,
    })
    await refused({ method: 'none', reuseSecretOf: bare.slug }, 'reuseSecretOf')
  })

  it('asks for a confirmation, a recent sign-in, and no other secret beside it', async () => {
    const { ctx, url, source } = await aSource()
    const attempt = (as: Parameters<typeof connectIntegration>[0], more: object) =>
      connectIntegration(as, { ...settings(url), reuseSecretOf: source.slug, ...more })
    await expect(attempt(ctx, {})).rejects.toMatchObject({ code: 'credential.reuse_unconfirmed' })
    const confirmed = { confirmReuse: true }
    await expect(attempt(provedAgo(ctx, 11), confirmed)).rejects.toMatchObject({ code: 'auth.sign_in_again' })
    const { provedAt: _never, ...unproved } = ctx
    await expect(attempt(unproved, confirmed)).rejects.toMatchObject({ code: 'auth.sign_in_again' })
    await expect(attempt(ctx, { ...confirmed, secrets: { token: 'x' } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'secrets' }],
    })
  })

  it('needs the right to write both, and of a key the right to write all', async () => {
    const { ctx, url, source } = await aSource()
    const project = await createProject(ctx, { name: 'Web' })
    const writesOne = {
      ...ctx,
      grants: [
        { permission: 'integrations:read' as const },
        { permission: 'integrations:write' as const, projectId: project.id },
      ],
    }
    const input = { ...settings(url), ...reusing(source.slug), project: project.id }
    await expect(connectIntegration(writesOne, input)).rejects.toMatchObject({ code: 'permission.denied' })
    const key = { ...ctx, actor: { kind: 'api_key' as const, id: `key_${'0'.repeat(32)}` as const, name: 'ci' } }
    const bothProjects = [
      { permission: 'integrations:read' as const },
      { permission: 'integrations:write' as const, projectId: project.id },
      { permission: 'integrations:write' as const, projectId: source.projectId },
    ]
    await expect(connectIntegration({ ...key, grants: bothProjects }, input)).rejects.toMatchObject({
      code: 'permission.denied',
    })
    expect((await connectIntegration(key, input)).integration.credentialId).toBe(source.credentialId)
  })

  it('is let go by one that moves to another host or signs in another way, and stays with the other', async () => {
    const { ctx, url, source } = await aSource()
    const { integration } = await connectIntegration(ctx, { ...settings(url), ...reusing(source.slug) })
    const elsewhere = await aServer(guarded)
    const moved = await updateIntegration(ctx, {
      id: integration.id,
      version: integration.version,
      config: { baseUrl: elsewhere.url, probePath: '/me' },
      saveDisabled: true,
    })
    expect(moved.integration).toMatchObject({ storedSecrets: [], enabled: false })
    expect(elsewhere.asked).toEqual([])
    const { integration: third } = await connectIntegration(ctx, { ...settings(url), ...reusing(source.slug) })
    await updateIntegration(ctx, {
      id: third.id,
      version: third.version,
      method: 'basic',
      config: { baseUrl: url, username: 'bot', probePath: '/me' },
      secrets: { password: 'another' },
      saveDisabled: true,
    })
    const { credentialId } = source
    if (!credentialId) throw new Error('The source has a credential.')
    expect((await inTenant(ctx, (tx) => readSecrets(tx, ctx, credentialId))).secrets).toEqual({ token: secret })
  })
})
