import { describe, expect, it } from 'vitest'
import { credentialVersions } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { type Answer, type Asked, aCaller, aColleague, aServer, eventTypesOf, holding } from '@/test/world'
import { createProject } from '../tenants/service'
import {
  connectIntegration,
  deleteIntegration,
  disableIntegration,
  enableIntegration,
  getIntegration,
  listIntegrations,
  restoreIntegration,
  suggestIntegration,
  testDraft,
  updateIntegration,
} from './service'

const secret = 'canary-token-0123456789'

/** A service that wants a bearer token. */
const guarded = ({ headers }: Asked): Answer =>
  headers.authorization === `Bearer ${secret}` ? { status: 200, body: { ok: true } } : { status: 401, body: {} }

const serviceAt = (baseUrl: string) => ({
  type: 'custom.http',
  method: 'bearer',
  config: { baseUrl, probePath: '/me' },
  secrets: { token: secret },
})
const upAndWell = async () => (await aServer(guarded)).url
const refusing = async () => (await aServer(() => ({ status: 401, body: {} }))).url

const connected = async (ctx: Awaited<ReturnType<typeof aCaller>>, more: object = {}) =>
  (await connectIntegration(ctx, { ...serviceAt(await upAndWell()), ...more })).integration

describe('connectIntegration', () => {
  it('keeps the integration, its first check, and tells of it', async () => {
    const ctx = await aCaller()
    const { integration, test } = await connectIntegration(ctx, serviceAt(await upAndWell()))
    expect(test?.verdict).toBe('healthy')
    expect(integration).toMatchObject({ health: 'healthy', enabled: true, storedSecrets: ['token'], version: 1 })
    expect((await listIntegrations(ctx)).items.map((item) => item.node)).toEqual([integration])
    expect(await eventTypesOf(ctx)).toEqual(['credential.stored', 'integration.created', 'integration.health_changed'])
  })

  it('keeps nothing, and tells nothing, when the service refuses the token', async () => {
    const ctx = await aCaller()
    await expect(connectIntegration(ctx, serviceAt(await refusing()))).rejects.toMatchObject({
      code: 'integration.probe_failed',
      fields: [{ path: 'test.authentication' }],
    })
    expect(await (await listIntegrations(ctx)).countAll()).toBe(0)
    expect(await eventTypesOf(ctx)).toEqual([])
  })

  it('keeps it disabled when asked to save anyway', async () => {
    const ctx = await aCaller()
    const { integration, test } = await connectIntegration(ctx, { ...serviceAt(await refusing()), saveDisabled: true })
    expect(test?.verdict).toBe('unhealthy')
    expect(integration).toMatchObject({ enabled: false, health: 'disabled', nextCheckAt: null })
  })

  it('numbers the slugs it makes, also when two come at once', async () => {
    const ctx = await aCaller()
    const url = await upAndWell()
    const all = await Promise.all([1, 2, 3].map(() => connectIntegration(ctx, serviceAt(url))))
    const slugs = all.map(({ integration }) => integration.slug).sort()
    const stem = slugs[0]?.replace(/-1$/, '')
    expect(slugs).toEqual([`${stem}-1`, `${stem}-2`, `${stem}-3`])
  })

  it('refuses a name that is taken, in any case', async () => {
    const ctx = await aCaller()
    await connected(ctx, { name: 'Registry' })
    const again = connectIntegration(ctx, { ...serviceAt(await upAndWell()), name: 'registry' })
    await expect(again).rejects.toMatchObject({ code: 'integration.name_taken', fields: [{ path: 'name' }] })
    await expect(connected(await aCaller(), { name: 'Registry' })).resolves.toBeDefined()
  })

  it('names each field that is wrong and quotes none', async () => {
    const ctx = await aCaller()
    const input = {
      type: 'custom.http',
      method: 'bearer',
      config: { baseUrl: 'nonsense', extra: 1 },
      secrets: { token: 'a\nb' },
    }
    const error = await connectIntegration(ctx, input).catch((caught) => caught)
    expect(error).toMatchObject({ code: 'integration.settings_invalid' })
    expect(error.fields.map((field: { path: string }) => field.path)).toContain('config.extra')
    const newline = await connectIntegration(ctx, { ...input, config: { baseUrl: 'http://127.0.0.1:1' } }).catch(
      (caught) => caught,
    )
    expect(newline.fields).toEqual([{ path: 'secrets.token', message: expect.stringContaining('line break') }])
    expect(JSON.stringify(newline)).not.toContain('a\\nb')
  })

  it('refuses an unknown type', async () => {
    await expect(connectIntegration(await aCaller(), { type: 'scm.nothing', config: {} })).rejects.toMatchObject({
      code: 'connector.unknown',
    })
  })

  it('answers a retry with the same key by the first result, and refuses the key for another request', async () => {
    const ctx = await aCaller()
    const input = { ...serviceAt(await upAndWell()), idempotencyKey: 'once' }
    const first = await connectIntegration(ctx, input)
    const second = await connectIntegration(ctx, input)
    expect(second.integration.id).toBe(first.integration.id)
    expect(await (await listIntegrations(ctx)).countAll()).toBe(1)
    await expect(connectIntegration(ctx, { ...input, name: 'other' })).rejects.toMatchObject({
      code: 'request.key_reused',
    })
  })

  it('makes one of two that come at once with the same key', async () => {
    const ctx = await aCaller()
    const input = { ...serviceAt(await upAndWell()), idempotencyKey: 'twice', name: 'same' }
    const both = await Promise.all([connectIntegration(ctx, input), connectIntegration(ctx, input)])
    expect(new Set(both.map(({ integration }) => integration.id)).size).toBe(1)
  })

  it('is refused without the permission, before anything is called', async () => {
    const owner = await aCaller()
    const viewer = await aColleague(owner, 'viewer')
    const service = await aServer(guarded)
    await expect(connectIntegration(viewer, serviceAt(service.url))).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(testDraft(viewer, serviceAt(service.url))).rejects.toMatchObject({ code: 'permission.denied' })
    expect(service.asked).toEqual([])
  })
})

describe('getIntegration', () => {
  it('is invisible to every other tenant, by id and by slug', async () => {
    const mine = await connected(await aCaller())
    const other = await aCaller()
    for (const ref of [{ id: mine.id }, { slug: mine.slug }]) {
      await expect(getIntegration(other, ref)).rejects.toMatchObject({ code: 'integration.not_found' })
    }
  })

  it('is invisible to a key for another integration', async () => {
    const ctx = await aCaller()
    const [one, two] = [await connected(ctx), await connected(ctx)]
    const key = {
      ...ctx,
      grants: [{ permission: 'integrations:read' as const, integrationId: one.id, projectId: one.projectId }],
    }
    expect((await getIntegration(key, { id: one.id })).id).toBe(one.id)
    await expect(getIntegration(key, { id: two.id })).rejects.toMatchObject({ code: 'integration.not_found' })
    expect(await (await listIntegrations(key)).countAll()).toBe(1)
  })
})

describe('listIntegrations', () => {
  it.each(['name', 'created', 'severity'] as const)(
    'pages without gap or repetition, ordered by %s',
    async (orderBy) => {
      const ctx = await aCaller()
      const url = await upAndWell()
      for (let at = 0; at < 7; at++) {
        await connectIntegration(ctx, { ...serviceAt(url), name: `Service ${at % 2 ? 'b' : 'A'}${at}` })
      }
      const seen: string[] = []
      let page = await listIntegrations(ctx, { first: 3, orderBy })
      seen.push(...page.items.map((item) => item.node.slug))
      while (page.hasNextPage) {
        page = await listIntegrations(ctx, { first: 3, orderBy, after: page.items.at(-1)?.cursor })
        seen.push(...page.items.map((item) => item.node.slug))
      }
      expect(await page.countAll()).toBe(7)
      expect([seen.length, new Set(seen).size]).toEqual([7, 7])
    },
  )

  it('filters by type, family, state, project, environment, label and text', async () => {
    const ctx = await aCaller()
    const one = await connected(ctx, {
      name: 'Payments 100%',
      environment: 'prod',
      labels: [{ key: 'team', value: 'a' }],
    })
    await connected(ctx, { name: 'Search' })
    const found = async (filter: object) =>
      (await listIntegrations(ctx, { filter })).items.map((item) => item.node.name)
    expect(await found({ text: '100%' })).toEqual(['Payments 100%'])
    expect(await found({ labels: [{ key: 'team', value: 'a' }] })).toEqual([one.name])
    expect(await found({ environment: 'prod' })).toEqual([one.name])
    expect(await found({ project: 'default' })).toHaveLength(2)
    expect(await found({ types: ['registry.oci'] })).toEqual([])
    expect(await found({ states: ['healthy'] })).toHaveLength(2)
    expect(await found({ states: ['unhealthy'] })).toEqual([])
    await expect(listIntegrations(ctx, { filter: { project: 'nope' } })).rejects.toMatchObject({
      code: 'project.not_found',
    })
  })

  it('refuses a cursor that is not its own, and a page too large', async () => {
    const ctx = await aCaller()
    await expect(listIntegrations(ctx, { after: 'x' })).rejects.toMatchObject({ code: 'request.invalid' })
    const forged = Buffer.from(JSON.stringify(['a', "'; drop table"])).toString('base64url')
    await expect(listIntegrations(ctx, { after: forged })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(listIntegrations(ctx, { first: 1_000 })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('updateIntegration', () => {
  it('renames, and counts the version on', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const { integration } = await updateIntegration(ctx, {
      id: before.slug,
      version: 1,
      name: 'New name',
      slug: 'new-slug',
    })
    expect(integration).toMatchObject({ name: 'New name', slug: 'new-slug', version: 2, health: 'healthy' })
    expect((await eventTypesOf(ctx)).at(-1)).toBe('integration.updated')
  })

  it('answers a retry with the same key by what the first made of it', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const input = { id: before.id, version: 1, name: 'renamed', idempotencyKey: 'rename' }
    const both = await Promise.all([updateIntegration(ctx, input), updateIntegration(ctx, input)])
    const third = await updateIntegration(ctx, input)
    const seen = [...both, third].map(({ integration }) => `${integration.name} ${integration.version}`)
    expect(seen).toEqual(['renamed 2', 'renamed 2', 'renamed 2'])
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.updated')).toHaveLength(1)
    const other = updateIntegration(ctx, { ...input, name: 'other' })
    await expect(other).rejects.toMatchObject({ code: 'request.key_reused' })
  })

  it('refuses a version somebody else has changed', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    await updateIntegration(ctx, { id: before.id, version: 1, name: 'first' })
    await expect(updateIntegration(ctx, { id: before.id, version: 1, name: 'second' })).rejects.toMatchObject({
      code: 'integration.version_stale',
    })
    expect((await getIntegration(ctx, { id: before.id })).name).toBe('first')
  })

  it('never sends the old secret to a new host: it asks for it again', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const elsewhere = await aServer(() => ({ status: 200, body: {} }))
    const config = { baseUrl: elsewhere.url, probePath: '/me' }
    await expect(updateIntegration(ctx, { id: before.id, version: 1, config })).rejects.toMatchObject({
      code: 'integration.settings_invalid',
      fields: [{ path: 'secrets.token', message: expect.stringContaining('entered again') }],
    })
    await expect(
      testDraft(ctx, { type: 'custom.http', method: 'bearer', config, integrationId: before.id }),
    ).rejects.toMatchObject({
      code: 'integration.settings_invalid',
    })
    expect(elsewhere.asked).toEqual([])
  })

  it('drops the secret when saved for a new host without one, and stays disabled', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const elsewhere = await aServer(guarded)
    const config = { baseUrl: elsewhere.url, probePath: '/me' }
    const { integration } = await updateIntegration(ctx, { id: before.id, version: 1, config, saveDisabled: true })
    expect(integration).toMatchObject({ enabled: false, storedSecrets: [] })
    expect(await eventTypesOf(ctx)).toContain('credential.revoked')
    await expect(enableIntegration(ctx, { id: before.id })).rejects.toMatchObject({ code: 'credential.missing' })
    const again = await updateIntegration(ctx, {
      id: before.id,
      version: integration.version,
      secrets: { token: secret },
    })
    expect(again.integration.storedSecrets).toEqual(['token'])
    expect((await enableIntegration(ctx, { id: before.id })).enabled).toBe(true)
  })

  it('replaces the secret at the same host', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const { integration, test } = await updateIntegration(ctx, {
      id: before.id,
      version: 1,
      secrets: { token: secret },
    })
    expect(test?.verdict).toBe('healthy')
    expect(integration.credentialId).toBe(before.credentialId)
    await expect(
      updateIntegration(ctx, { id: before.id, version: 2, secrets: { token: 'wrong-token-000' } }),
    ).rejects.toMatchObject({
      code: 'integration.probe_failed',
    })
  })
})

describe('deleteIntegration', () => {
  it('destroys the secret at once, hides it, and can be restored without the secret', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const { secretDestroyed } = await deleteIntegration(ctx, { id: before.id })
    expect(secretDestroyed).toBe(true)
    await expect(getIntegration(ctx, { id: before.id })).rejects.toMatchObject({ code: 'integration.not_found' })
    expect(await (await listIntegrations(ctx, { filter: { deleted: true } })).countAll()).toBe(1)
    const { integration, needsSecret } = await restoreIntegration(ctx, { id: before.id })
    expect(needsSecret).toBe(true)
    expect(integration).toMatchObject({ enabled: false, storedSecrets: [] })
  })

  it('frees the name, and then restoring says that it is taken', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx, { name: 'one', slug: 'one' })
    await deleteIntegration(ctx, { id: before.id })
    await connected(ctx, { name: 'one', slug: 'two' })
    await expect(restoreIntegration(ctx, { id: before.id })).rejects.toMatchObject({ code: 'integration.name_taken' })
  })

  it('is told as unknown to another tenant, and refused to who may only read', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    await expect(deleteIntegration(await aCaller(), { id: before.id })).rejects.toMatchObject({
      code: 'integration.not_found',
    })
    const reader = holding(ctx, 'integrations:read')
    for (const act of [deleteIntegration, enableIntegration, disableIntegration]) {
      await expect(act(reader, { id: before.id })).rejects.toMatchObject({ code: 'permission.denied' })
    }
  })
})

describe('suggestIntegration', () => {
  it('gives the next name and the settings last used, without secrets', async () => {
    const ctx = await aCaller()
    const before = await connected(ctx)
    const { slug, lastUsed } = await suggestIntegration(ctx, { type: 'custom.http' })
    expect(slug).toBe(before.slug.replace('1', '2'))
    expect(lastUsed).toMatchObject({ method: 'bearer', config: before.config, fromSlug: before.slug })
    expect(JSON.stringify(lastUsed)).not.toContain(secret)
  })
})

describe('whoever may connect in one project only', () => {
  it('tries settings there before they are saved', async () => {
    const owner = await aCaller()
    const project = await createProject(owner, { name: 'Payments' })
    const grants = owner.grants.map((grant) => ({ ...grant, projectId: project.id }))
    const bound = { ...owner, grants }
    const settings = serviceAt(await upAndWell())
    expect(await testDraft(bound, settings)).toMatchObject({ verdict: 'healthy' })
    await expect(connectIntegration(bound, { ...settings, project: 'payments' })).resolves.toBeDefined()
    await expect(connectIntegration(bound, settings)).rejects.toMatchObject({ code: 'permission.denied' })
  })
})

describe('a stored secret', () => {
  it('is not even opened for who may only read', async () => {
    const owner = await aCaller()
    const { id, version } = await connected(owner)
    const viewer = await aColleague(owner, 'viewer')
    const lastUse = () =>
      inTenant(owner, (tx) => tx.select({ at: credentialVersions.lastUsedAt }).from(credentialVersions))
    const before = await lastUse()
    const draft = { ...serviceAt('http://127.0.0.1:9'), secrets: {}, integrationId: id }
    await expect(testDraft(viewer, draft)).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(updateIntegration(viewer, { id, version, name: 'x' })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    expect(await lastUse()).toEqual(before)
  })
})

describe('a name or slug of our own making', () => {
  it('steps aside for one that somebody gave', async () => {
    const ctx = await aCaller()
    const first = await connected(ctx)
    const next = first.slug.replace(/1$/, '2')
    await updateIntegration(ctx, { id: first.id, version: first.version, name: next })
    expect(await connected(ctx)).toMatchObject({ slug: next.replace(/2$/, '3') })
  })

  it('is found for each of many with names of their own that come at once', async () => {
    const ctx = await aCaller()
    const url = await upAndWell()
    const all = Array.from({ length: 20 }, (_, at) => connectIntegration(ctx, { ...serviceAt(url), name: `n${at}` }))
    const slugs = (await Promise.all(all)).map(({ integration }) => integration.slug)
    expect(new Set(slugs).size).toBe(20)
  })
})
