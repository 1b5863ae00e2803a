import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { connectionProfiles, integrations } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { newId } from '@/server/kernel/ids'
import { aCaller, aColleague, aServer, type Caller, eventTypesOf, holding } from '@/test/world'
import { connectIntegration, getIntegration } from '../integrations/service'
import { createProject } from '../tenants/service'
import {
  createProfile,
  deleteProfile,
  getProfile,
  listProfiles,
  readLastUsed,
  setDefaultProfile,
  updateProfile,
} from './service'

const canary = 'glpat-CANARY0123456789abcd'
const up = async () => (await aServer(() => ({ status: 200, body: { ok: true } }))).url
const settings = { type: 'custom.http', instance: 'service', method: 'bearer' }
const named = (name: string, more: object = {}) => ({
  ...settings,
  name,
  config: { baseUrl: 'https://api.example.test' },
  ...more,
})
const connected = async (ctx: Parameters<typeof connectIntegration>[0], baseUrl: string, more: object = {}) =>
  (await connectIntegration(ctx, { ...settings, config: { baseUrl }, secrets: { token: canary }, ...more })).integration

/** A row as an older connector may have left it. */
async function stored(ctx: Caller, row: Partial<typeof connectionProfiles.$inferInsert>) {
  const id = newId('profile')
  const { type: typeId, instance, method } = settings
  const whole = { id, tenantId: ctx.tenantId, name: id, typeId, instance, method, config: {}, createdBy: 'x', ...row }
  await inTenant(ctx, (tx) => tx.insert(connectionProfiles).values(whole))
  return id
}

describe('createProfile', () => {
  it('keeps some of the settings and tells of it', async () => {
    const ctx = await aCaller()
    const labels = [{ key: 'team', value: 'web' }]
    const callPolicy = { timeoutMs: 5_000, retry: { attempts: 5 } }
    const made = await createProfile(ctx, named('Production', { labels, callPolicy, intervalSeconds: 60 }))
    expect(made).toMatchObject({
      name: 'Production',
      labels,
      callPolicy,
      intervalSeconds: 60,
      version: 1,
      problems: [],
    })
    expect(await getProfile(ctx, 'PRODUCTION')).toEqual(made)
    expect((await listProfiles(ctx)).items.map(({ node }) => node)).toEqual([made])
    expect(await eventTypesOf(ctx)).toEqual(['profile.created'])
  })

  it('refuses a name that is taken, in any case of letters', async () => {
    const ctx = await aCaller()
    await createProfile(ctx, named('Production'))
    await expect(createProfile(ctx, named(' production '))).rejects.toMatchObject({
      code: 'profile.name_taken',
      fields: [{ path: 'name' }],
    })
    expect((await listProfiles(ctx)).totalCount).toBe(1)
  })

  it.each([
    ['a secret field', { token: 'plain' }, 'config.token'],
    ['a field nobody knows', { surprise: 'plain' }, 'config.surprise'],
    ['a secret in a field nobody knows', { surprise: canary }, 'config.surprise'],
    ['a secret in a public field', { probePath: `/me?access_token=${canary}` }, 'config.probePath'],
    ['a password in an address', { baseUrl: `https://bot:${canary}@api.example.test` }, 'config.baseUrl'],
    ['a secret as the name of a field', { [canary]: 'x' }, 'config'],
  ])('refuses %s, and quotes no value', async (_what, config, path) => {
    const ctx = await aCaller()
    const refused = await createProfile(ctx, named('x', { config })).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'integration.settings_invalid', fields: [{ path }] })
    expect(JSON.stringify([refused, String(refused)])).not.toContain(canary)
    expect(await eventTypesOf(ctx)).toEqual([])
  })

  it('refuses a secret in its words and labels, and a call policy that is none', async () => {
    const ctx = await aCaller()
    for (const more of [{ name: canary }, { description: canary }, { labels: [{ key: 'k', value: canary }] }]) {
      await expect(createProfile(ctx, { ...named('x'), ...more })).rejects.toMatchObject({
        code: 'integration.settings_invalid',
      })
    }
    for (const callPolicy of [{ timeoutMs: 1 }, { retry: { attempts: 99 } }, { surprise: 1 }, { fallback: 'int_x' }]) {
      await expect(createProfile(ctx, named('x', { callPolicy }))).rejects.toMatchObject({ code: 'request.invalid' })
    }
  })

  it('copies an integration or a template, without a secret, and lets what is given win', async () => {
    const ctx = await aCaller()
    const baseUrl = await up()
    const integration = await connected(ctx, baseUrl, { intervalSeconds: 120 })
    const copy = await createProfile(ctx, { name: 'copy', fromIntegration: integration.slug, isTemplate: true })
    expect(copy).toMatchObject({ ...settings, intervalSeconds: 120, isTemplate: true })
    expect(copy.config).toMatchObject({ baseUrl })
    const again = await createProfile(ctx, {
      name: 'again',
      fromProfile: 'copy',
      config: { baseUrl: 'https://b.test' },
    })
    expect(again).toMatchObject({ config: { baseUrl: 'https://b.test' }, isTemplate: false, intervalSeconds: 120 })
    expect(JSON.stringify([copy, again])).not.toContain(canary)
  })

  it('is refused without the permission for the whole tenant', async () => {
    const ctx = await aCaller()
    await expect(createProfile(await aColleague(ctx, 'viewer'), named('x'))).rejects.toMatchObject({
      code: 'permission.denied',
    })
    const project = await createProject(ctx, { name: 'Web' })
    const inProject = { ...ctx, grants: [{ permission: 'integrations:write' as const, projectId: project.id }] }
    await expect(createProfile(inProject, named('x'))).rejects.toMatchObject({ code: 'permission.denied' })
    expect(await eventTypesOf(ctx)).toEqual(['project.created'])
    await createProfile(ctx, named('x'))
    // Whoever connects in a project may start from one.
    expect((await listProfiles(inProject)).totalCount).toBe(1)
    await expect(listProfiles(holding(ctx, 'events:read'))).rejects.toMatchObject({ code: 'permission.denied' })
  })
})

describe('another tenant', () => {
  it('sees, changes and deletes nothing', async () => {
    const made = await createProfile(await aCaller(), named('theirs'))
    const other = await aCaller()
    expect((await listProfiles(other)).items).toEqual([])
    for (const attempt of [
      () => getProfile(other, made.id),
      () => getProfile(other, 'theirs'),
      () => updateProfile(other, { id: made.id, version: 1, name: 'mine' }),
      () => setDefaultProfile(other, { id: made.id }),
      () => deleteProfile(other, made.id),
      () => createProfile(other, { name: 'copy', fromProfile: made.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'profile.not_found' })
    }
    expect(await eventTypesOf(other)).toEqual([])
  })
})

describe('updateProfile', () => {
  it('changes what is named, counts the version on, and tells what changed', async () => {
    const ctx = await aCaller()
    const made = await createProfile(ctx, named('one', { description: 'first', intervalSeconds: 60 }))
    const changed = await updateProfile(ctx, {
      id: 'one',
      version: 1,
      name: 'two',
      description: null,
      intervalSeconds: null,
    })
    expect(changed).toMatchObject({ name: 'two', description: null, intervalSeconds: null, version: 2 })
    expect(changed.config).toEqual(made.config)
    expect(await updateProfile(ctx, { id: 'two', version: 2, name: 'two' })).toEqual(changed)
    expect(await eventTypesOf(ctx)).toEqual(['profile.created', 'profile.updated'])
  })

  it('refuses a version that is not the newest, also of two at once', async () => {
    const ctx = await aCaller()
    const { id } = await createProfile(ctx, named('one'))
    const both = await Promise.allSettled(
      ['a', 'b'].map((description) => updateProfile(ctx, { id, version: 1, description })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(updateProfile(ctx, { id, version: 1, name: 'late' })).rejects.toMatchObject({
      code: 'profile.version_stale',
    })
    expect(await getProfile(ctx, id)).toMatchObject({ version: 2, name: 'one' })
  })
})

describe('setDefaultProfile', () => {
  it('leaves exactly one of a type, however many come at once', async () => {
    const ctx = await aCaller()
    const made = await Promise.all(Array.from({ length: 20 }, (_, at) => createProfile(ctx, named(`p${at}`))))
    const other = await createProfile(ctx, { name: 'gh', type: 'scm.github', isDefault: true })
    await Promise.all(made.map(({ id }) => setDefaultProfile(ctx, { id })))
    const all = (await listProfiles(ctx, { first: 200 })).items.map(({ node }) => node)
    expect(all.filter(({ isDefault, type }) => isDefault && type === settings.type)).toHaveLength(1)
    expect(all.find(({ id }) => id === other.id)?.isDefault).toBe(true)
  })

  it('tells of the one that came and of the one that went, and of nothing when nothing changes', async () => {
    const ctx = await aCaller()
    const first = await createProfile(ctx, named('first', { isDefault: true }))
    const second = await createProfile(ctx, named('second'))
    await setDefaultProfile(ctx, { id: second.id })
    await setDefaultProfile(ctx, { id: second.id })
    expect(await getProfile(ctx, first.id)).toMatchObject({ isDefault: false, version: 1 })
    await setDefaultProfile(ctx, { id: second.id, isDefault: false })
    const created = ['profile.created', 'profile.created']
    expect(await eventTypesOf(ctx)).toEqual([...created, ...Array(3).fill('profile.updated')])
  })
})

describe('deleteProfile', () => {
  it('leaves the integrations that were started from it, without its name', async () => {
    const ctx = await aCaller()
    const profile = await createProfile(ctx, named('one'))
    const integration = await connected(ctx, await up(), { profile: 'one' })
    expect(integration.profileId).toBe(profile.id)
    expect(await getProfile(ctx, 'one')).toMatchObject({ usedCount: 1, integrationCount: 1 })
    await deleteProfile(ctx, 'one')
    expect(await getIntegration(ctx, { id: integration.id })).toMatchObject({ profileId: null })
    await expect(deleteProfile(ctx, 'one')).rejects.toMatchObject({ code: 'profile.not_found' })
  })
})

describe('a profile the connector has outgrown', () => {
  it('says what does not fit, and shows neither what is secret now nor what nobody knows', async () => {
    const ctx = await aCaller()
    const config = { baseUrl: 'https://api.example.test', token: canary, gone: 'x', probePath: canary }
    const id = await stored(ctx, { config })
    const profile = await getProfile(ctx, id)
    expect(profile.config).toEqual({ baseUrl: 'https://api.example.test' })
    expect(profile.problems.map(({ path }) => path).sort()).toEqual(['config.gone', 'config.probePath', 'config.token'])
    expect(JSON.stringify(await listProfiles(ctx))).not.toContain(canary)
    // It can be renamed as it is, and a change of its settings puts them right.
    await updateProfile(ctx, { id, version: 1, name: 'renamed' })
    const mended = await updateProfile(ctx, { id, version: 2, config: { baseUrl: 'https://b.example.test' } })
    expect(mended.problems).toEqual([])
  })

  it('is no crash when the place, the way to sign in or the whole type is gone', async () => {
    const ctx = await aCaller()
    const ids = [
      await stored(ctx, { instance: 'gone' }),
      await stored(ctx, { method: 'gone' }),
      await stored(ctx, { typeId: 'scm.gone' }),
    ]
    const paths = await Promise.all(ids.map(async (id) => (await getProfile(ctx, id)).problems[0]?.path))
    expect(paths).toEqual(['instance', 'method', 'type'])
  })
})

describe('readLastUsed', () => {
  it('tells what the caller connected last, else what anybody did, and never a secret', async () => {
    const ctx = await aCaller()
    const colleague = await aColleague(ctx, 'operator')
    const [mine, theirs] = [await up(), await up()]
    expect(await readLastUsed(ctx, 'custom.http')).toBeNull()
    await connected(ctx, mine, { name: 'mine' })
    await connected(colleague, theirs, { name: 'theirs' })
    expect((await readLastUsed(ctx, 'custom.http'))?.config).toMatchObject({ baseUrl: mine })
    expect((await readLastUsed(colleague, 'custom.http'))?.config).toMatchObject({ baseUrl: theirs })
    expect((await readLastUsed(await aColleague(ctx, 'viewer'), 'custom.http'))?.config).toMatchObject({
      baseUrl: theirs,
    })
    expect(JSON.stringify(await readLastUsed(ctx, 'custom.http'))).not.toContain(canary)
    expect(await readLastUsed(await aCaller(), 'custom.http')).toBeNull()
  })

  it('leaves out what a connector calls a secret now', async () => {
    const ctx = await aCaller()
    const { id } = await connected(ctx, await up())
    const config = { baseUrl: 'https://api.example.test', token: canary, probePath: `/x?token=${canary}` }
    await inTenant(ctx, (tx) => tx.update(integrations).set({ config }).where(eq(integrations.id, id)))
    expect((await readLastUsed(ctx, 'custom.http'))?.config).toEqual({ baseUrl: 'https://api.example.test' })
  })
})

describe('connecting from a profile', () => {
  it('fills in what was not said, takes away what is null, and counts the use', async () => {
    const ctx = await aCaller()
    const baseUrl = await up()
    const callPolicy = { timeoutMs: 4_000 }
    const labels = [{ key: 'team', value: 'web' }]
    await createProfile(
      ctx,
      named('one', { config: { baseUrl, probePath: '/me' }, callPolicy, labels, intervalSeconds: 60 }),
    )
    const { integration } = await connectIntegration(ctx, {
      type: 'custom.http',
      profile: 'ONE',
      config: { probePath: null },
      secrets: { token: canary },
    })
    expect(integration).toMatchObject({ instance: 'service', method: 'bearer', labels, intervalSeconds: 60 })
    expect(integration.config).toMatchObject({ baseUrl })
    expect(integration.config.probePath).not.toBe('/me')
    const [row] = await inTenant(ctx, (tx) => tx.select().from(integrations).where(eq(integrations.id, integration.id)))
    expect(row?.callPolicy).toEqual(callPolicy)
    const used = await getProfile(ctx, 'one')
    expect(used).toMatchObject({ usedCount: 1, integrationCount: 1, version: 1 })
    expect(used.lastUsedAt).toBeInstanceOf(Date)
  })

  it('is not changed by it when it is a template', async () => {
    const ctx = await aCaller()
    const before = await createProfile(ctx, named('t', { config: { baseUrl: await up() }, isTemplate: true }))
    await connectIntegration(ctx, { type: 'custom.http', profile: 't', config: {}, secrets: { token: canary } })
    expect(await getProfile(ctx, 't')).toEqual({ ...before, integrationCount: 1 })
  })

  it('is refused for another type, and for one that is not there', async () => {
    const ctx = await aCaller()
    await createProfile(ctx, { name: 'gh', type: 'scm.github' })
    const connect = (profile: string) =>
      connectIntegration(ctx, { ...settings, config: { baseUrl: 'https://x.test' }, secrets: { token: 'x' }, profile })
    await expect(connect('gh')).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'profile' }] })
    await expect(connect('nobody')).rejects.toMatchObject({ code: 'profile.not_found' })
  })

  it('saves the settings as a profile in the same go, or nothing at all', async () => {
    const ctx = await aCaller()
    const baseUrl = await up()
    const integration = await connected(ctx, baseUrl, { saveAsProfile: 'kept' })
    const kept = await getProfile(ctx, 'kept')
    expect(kept.config).toMatchObject({ baseUrl })
    expect(kept).toMatchObject({ id: integration.profileId, integrationCount: 1 })
    expect(JSON.stringify(kept)).not.toContain(canary)
    const before = await eventTypesOf(ctx)
    await expect(connected(ctx, baseUrl, { saveAsProfile: 'Kept' })).rejects.toMatchObject({
      code: 'profile.name_taken',
      fields: [{ path: 'saveAsProfile' }],
    })
    expect(await eventTypesOf(ctx)).toEqual(before)
  })
})
