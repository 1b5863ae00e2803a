import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { webhookDeliveries, webhookEndpoints, webhookSecrets } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { env, overrideEnv } from '@/server/platform/env'
import { anEndpoint, tellCustom, tellMany } from '@/test/webhooks'
import { aCaller, aColleague, eventTypesOf, holding, relayAll } from '@/test/world'
import { emit } from '../events/emit'
import { listProjects } from '../tenants/service'
import {
  createEndpoint,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  rotateEndpointSecret,
  updateEndpoint,
} from './service'

const url = 'http://127.0.0.1:9/hook'
const typesFor = async (ctx: Context, endpoint: string) =>
  (await listDeliveries(ctx, { filter: { endpoint } })).items.map(({ node }) => node.eventType).sort()
const withKey = (ctx: Context, apiKeyId: string) =>
  inTenant(ctx, (tx) => emit(tx, ctx, 'api_key.created', { data: { apiKeyId, name: 'k', expiresAt: null } }))

const turnBad = (ctx: Context) =>
  inTenant(ctx, (tx) =>
    emit(tx, ctx, 'integration.health_changed', {
      data: {
        ...{ integrationId: 'int_1', slug: 'code', name: 'code', type: 'custom.http', failureClass: 'network' },
        ...{ failingProbe: 'connectivity', message: 'It does not answer.', remedy: null, latencyMs: null },
        ...{ from: 'healthy', to: 'unhealthy', checkId: 'chk_1', checkedAt: new Date().toISOString() },
      },
    }),
  )

describe('createEndpoint', () => {
  it('keeps the endpoint, shows the secret once and tells only the host', async () => {
    const ctx = await aCaller()
    const { endpoint, secret } = await createEndpoint(ctx, { url: `${url}?team=a`, events: ['custom.*'] })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toMatchObject({ name: '127.0.0.1:9', state: 'active', version: 1, concurrency: 16 })
    expect(await listEndpoints(ctx)).toEqual([endpoint])
    expect(await eventTypesOf(ctx)).toEqual(['webhook.created'])
    const rows = await inTenant(ctx, (tx) => tx.select().from(webhookSecrets))
    const raw = Buffer.from(secret?.slice('whsec_'.length) ?? '', 'base64')
    for (const { ciphertext } of rows) {
      expect(ciphertext.includes(raw)).toBe(false)
      expect(ciphertext.includes(Buffer.from(secret ?? ''))).toBe(false)
    }
  })

  it('answers a repetition with the same endpoint, and no secret', async () => {
    const ctx = await aCaller()
    const input = { url, events: ['*'], idempotencyKey: 'once' }
    const first = await createEndpoint(ctx, input)
    const second = await createEndpoint(ctx, input)
    expect(second).toEqual({ endpoint: first.endpoint, secret: null })
    await expect(createEndpoint(ctx, { ...input, events: ['custom.*'] })).rejects.toMatchObject({
      code: 'request.key_reused',
    })
  })

  it.each([
    ['a URL that is none', { url: 'ftp://x' }, 'url'],
    ['a password in the URL', { url: 'https://me:hunter22@example.test/' }, 'url'],
    ['a token in the URL', { url: 'https://example.test/?token=abcdefghijk' }, 'url'],
    ['no events', { events: [] }, 'events'],
    ['an event name that is none', { events: ['Custom Thing'] }, 'events.0'],
    ['a header of the hub', { headers: { 'Webhook-Id': '1' } }, 'headers.Webhook-Id'],
    ['a header of the connection', { headers: { 'transfer-encoding': 'chunked' } }, 'headers.transfer-encoding'],
    ['a header that is a secret', { headers: { Authorization: 'Basic eHg6eHg=' } }, 'headers.Authorization'],
    ['a secret under another name', { headers: { 'x-a': 'Bearer abcdefghijklm' } }, 'headers.x-a'],
    ['a line break in a header', { headers: { 'x-a': 'b\r\nc: d' } }, 'headers.x-a'],
    ['a rate of nothing', { ratePerSecond: 0 }, 'ratePerSecond'],
    ['too many at once', { concurrency: 65 }, 'concurrency'],
    ['an endless schedule', { schedule: Array.from({ length: 21 }, () => 1) }, 'schedule'],
    ['a payload of the future', { payloadVersion: 2 }, 'payloadVersion'],
    ['an integration that is not there', { integrations: ['nope'] }, 'integrations.0'],
    ['a project that is not there', { projects: ['nope'] }, 'projects.0'],
  ])('refuses %s, by its field', async (_what, wrong, path) => {
    const ctx = await aCaller()
    await expect(createEndpoint(ctx, { url, events: ['*'], ...wrong })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path }],
    })
    expect(await listEndpoints(ctx)).toEqual([])
  })

  it('refuses an address the hub may not connect to, and plain http on the internet', async () => {
    const ctx = await aCaller()
    const { INTHUB_MODE } = env()
    overrideEnv({ INTHUB_MODE: 'production' })
    try {
      for (const refused of [
        url,
        'https://169.254.169.254/',
        'https://[::1]/',
        'https://10.1.2.3/',
        'http://1.1.1.1/',
      ]) {
        await expect(createEndpoint(ctx, { url: refused, events: ['*'] })).rejects.toMatchObject({
          code: 'request.invalid',
          fields: [{ path: 'url' }],
        })
      }
      await createEndpoint(ctx, { url: 'https://1.1.1.1/', events: ['*'] })
    } finally {
      overrideEnv({ INTHUB_MODE })
    }
  })

  it('refuses a name twice, whoever may not write, and is invisible to another tenant', async () => {
    const ctx = await aCaller()
    const { endpoint } = await anEndpoint(ctx, url, { name: 'CI' })
    await expect(createEndpoint(ctx, { url, events: ['*'], name: 'ci' })).rejects.toMatchObject({
      code: 'webhook.name_taken',
    })
    await expect(createEndpoint(holding(ctx, 'webhooks:read'), { url, events: ['*'] })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(listEndpoints(holding(ctx, 'webhooks:write'))).rejects.toMatchObject({ code: 'permission.denied' })
    const other = await aCaller()
    await expect(getEndpoint(other, endpoint.id)).rejects.toMatchObject({ code: 'webhook.not_found' })
    await expect(deleteEndpoint(other, endpoint.id)).rejects.toMatchObject({ code: 'webhook.not_found' })
  })

  it('keeps those with rights in one project to endpoints of that project', async () => {
    const ctx = await aCaller()
    const [project] = await listProjects(ctx)
    if (!project) throw new Error('A tenant has a project.')
    const grants = (['webhooks:read', 'webhooks:write'] as const).map((permission) => ({
      permission,
      projectId: project.id,
    }))
    const inProject = { ...ctx, grants }
    await expect(createEndpoint(inProject, { url, events: ['*'] })).rejects.toMatchObject({ code: 'permission.denied' })
    const { endpoint } = await createEndpoint(inProject, { url, events: ['*'], projects: [project.slug] })
    await anEndpoint(ctx, url, { name: 'of all' })
    expect(await listEndpoints(inProject)).toEqual([endpoint])
    await expect(getEndpoint(inProject, 'of all')).rejects.toMatchObject({ code: 'webhook.not_found' })
    const widened = updateEndpoint(inProject, { id: endpoint.id, version: 1, projects: [] })
    await expect(widened).rejects.toMatchObject({ code: 'permission.denied' })
  })
})

describe('updateEndpoint', () => {
  it('changes what is named, once for each version', async () => {
    const ctx = await aCaller()
    const { endpoint } = await anEndpoint(ctx, url, { ratePerSecond: 5 })
    const changed = await updateEndpoint(ctx, {
      ...{ id: endpoint.id, version: 1, events: ['integration.*'], ratePerSecond: null, description: 'For CI' },
    })
    expect(changed.secret).toBeNull()
    expect(changed.endpoint).toMatchObject({ events: ['integration.*'], ratePerSecond: null, version: 2 })
    await expect(updateEndpoint(ctx, { id: endpoint.id, version: 1, name: 'x' })).rejects.toMatchObject({
      code: 'webhook.version_stale',
    })
    const same = await updateEndpoint(ctx, { id: endpoint.id, version: 2, events: ['integration.*'] })
    expect(same.endpoint.version).toBe(2)
  })

  it('gives another host another secret, at once and without overlap', async () => {
    const ctx = await aCaller()
    const { endpoint, secret } = await anEndpoint(ctx, url)
    const samePlace = await updateEndpoint(ctx, { id: endpoint.id, version: 1, url: `${url}/two` })
    expect(samePlace.secret).toBeNull()
    const moved = await updateEndpoint(ctx, { id: endpoint.id, version: 2, url: 'http://127.0.0.1:10/hook' })
    expect(moved.secret).toMatch(/^whsec_/)
    expect(moved.secret).not.toBe(secret)
    const rows = await inTenant(ctx, (tx) => tx.select().from(webhookSecrets))
    expect(rows.map(({ version, expiresAt }) => [version, expiresAt])).toEqual([[2, null]])
    expect(await eventTypesOf(ctx)).toEqual([
      ...['webhook.created', 'webhook.updated', 'webhook.updated', 'webhook.secret_rotated'],
    ])
  })
})

describe('rotateEndpointSecret', () => {
  it('lets two sign at most', async () => {
    const ctx = await aCaller()
    const { endpoint } = await anEndpoint(ctx, url)
    await rotateEndpointSecret(ctx, { id: endpoint.id })
    const { previousUntil } = await rotateEndpointSecret(ctx, { id: endpoint.id, overlapSeconds: 60 })
    expect(previousUntil?.getTime()).toBeGreaterThan(Date.now() + 50_000)
    const rows = await inTenant(ctx, (tx) => tx.select().from(webhookSecrets))
    expect(rows.map(({ version }) => version).sort()).toEqual([2, 3])
    await expect(rotateEndpointSecret(ctx, { id: endpoint.id, overlapSeconds: -1 })).rejects.toMatchObject({
      code: 'request.invalid',
    })
  })
})

describe('the fan-out', () => {
  it('matches names, patterns, other names of a type, and not what only looks like it', async () => {
    const ctx = await aCaller()
    const hears = async (name: string, events: string[]) => anEndpoint(ctx, url, { name, events })
    await hears('custom', ['custom.*'])
    await hears('one', ['custom.build.done'])
    await hears('ends', ['*.done'])
    await hears('keys', ['api_key.*'])
    await hears('all', ['*'])
    await hears('alias', ['integration.status.changed'])
    await relayAll()
    await tellCustom(ctx, 'build.done')
    await tellCustom(ctx, 'build.begun')
    await withKey(ctx, 'key_1')
    await turnBad(ctx)
    await relayAll()
    const own = (types: string[]) => types.filter((type) => !type.startsWith('webhook.'))
    expect(await typesFor(ctx, 'custom')).toEqual(['custom.build.begun', 'custom.build.done'])
    expect(await typesFor(ctx, 'one')).toEqual(['custom.build.done'])
    expect(await typesFor(ctx, 'ends')).toEqual(['custom.build.done'])
    expect(await typesFor(ctx, 'keys')).toEqual(['api_key.created'])
    expect(await typesFor(ctx, 'alias')).toEqual(['integration.health_changed'])
    expect(own(await typesFor(ctx, 'all'))).toEqual([
      ...['api_key.created', 'custom.build.begun', 'custom.build.done', 'integration.health_changed'],
    ])
  })

  it('hands an event over once, however often it is published', async () => {
    const ctx = await aCaller()
    await anEndpoint(ctx, url)
    await tellMany(ctx, 3)
    const { events } = await import('@/db/schema')
    const { acrossTenants } = await import('@/db/tenant')
    await acrossTenants('test', (tx) =>
      tx.update(events).set({ sequence: null }).where(eq(events.tenantId, ctx.tenantId)),
    )
    await relayAll()
    expect((await listDeliveries(ctx)).items).toHaveLength(3)
  })

  it('hands over nothing the owner may not see', async () => {
    const ctx = await aCaller()
    const operator = await aColleague(ctx, 'operator')
    await anEndpoint(operator, url, { name: 'all', events: ['*'] })
    await withKey(ctx, 'key_1')
    await tellMany(ctx, 1)
    expect((await typesFor(ctx, 'all')).filter((type) => !type.startsWith('webhook.'))).toEqual(['custom.told'])
  })

  it('hands a disabled endpoint nothing, and goes on once it is enabled', async () => {
    const ctx = await aCaller()
    const { endpoint } = await anEndpoint(ctx, url)
    await tellMany(ctx, 1)
    expect(await disableEndpoint(ctx, endpoint.id)).toMatchObject({ state: 'disabled', disabledReason: 'person' })
    await disableEndpoint(ctx, endpoint.id)
    await tellMany(ctx, 1)
    expect((await listDeliveries(ctx)).items).toHaveLength(1)
    expect(await enableEndpoint(ctx, endpoint.id)).toMatchObject({ state: 'active', disabledReason: null })
    await tellMany(ctx, 1)
    expect((await listDeliveries(ctx)).items).toHaveLength(2)
    const told = (await eventTypesOf(ctx)).filter((type) => type.startsWith('webhook.'))
    expect(told).toEqual(['webhook.created', 'webhook.disabled', 'webhook.enabled'])
  })

  it('keeps to projects', async () => {
    const ctx = await aCaller()
    const [project] = await listProjects(ctx)
    await anEndpoint(ctx, url, { name: 'placed', projects: [project?.slug ?? ''] })
    await tellMany(ctx, 1)
    expect(await typesFor(ctx, 'placed')).toEqual([])
  })
})

describe('deleteEndpoint', () => {
  it('takes secrets along and leaves out what waited', async () => {
    const ctx = await aCaller()
    const { endpoint } = await anEndpoint(ctx, url)
    await tellMany(ctx, 2)
    await deleteEndpoint(ctx, endpoint.name)
    const left = await inTenant(ctx, async (tx) => ({
      endpoints: await tx.select().from(webhookEndpoints),
      secrets: await tx.select().from(webhookSecrets),
      open: await tx.select().from(webhookDeliveries).where(sql`state in ('pending', 'retrying')`),
    }))
    expect(left).toEqual({ endpoints: [], secrets: [], open: [] })
    expect((await eventTypesOf(ctx)).at(-1)).toBe('webhook.deleted')
  })
})
