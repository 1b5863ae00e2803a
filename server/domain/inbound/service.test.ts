import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { aGitHubHook, githubRequest, issued, opened, processAll, tokenOf } from '@/test/inbound'
import { aCaller, aColleague, eventTypesOf, holding } from '@/test/world'
import { deleteIntegration, disableIntegration } from '../integrations/service'
import {
  createHook,
  deleteHook,
  getHook,
  listHooks,
  listInboundDeliveries,
  openHook,
  readInboundDelivery,
  receiveDelivery,
  replayDeliveries,
  rotateHookSecret,
  updateHook,
  waiveVerification,
} from './service'

const pull = (action: string, merged = false) => ({
  action,
  pull_request: { merged, number: 7 },
  repository: { id: 1 },
})

const list = async (ctx: Context, filter = {}) =>
  (await listInboundDeliveries(ctx, { filter })).items.map(({ node }) => node)

const refusal = (code: string) => expect.objectContaining({ code })

describe('hooks', () => {
  it('tell their address and secret once, and keep neither readable', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    expect(Buffer.from(hook.token, 'base64url').length).toBeGreaterThanOrEqual(20)
    expect(hook.url).toMatch(/\/hooks\/[\w-]{43}$/)
    const kept = JSON.stringify([
      await getHook(ctx, hook.hook.id),
      await inTenant(ctx, async (tx) => [
        ...(await tx.execute(sql`select * from inbound_hooks`)),
        ...(await tx.execute(sql`select encode(ciphertext, 'escape') as text from inbound_secrets`)),
      ]),
    ])
    expect(kept).not.toContain(hook.token)
    expect(kept).not.toContain(hook.secret)
    expect(hook.hook).toMatchObject({ schemes: ['hmac'], isWeak: false, enabled: true, secrets: [{ version: 1 }] })
    expect(await eventTypesOf(ctx)).toContain('inbound_hook.created')
  })

  it('are made, changed and seen by those who may', async () => {
    const ctx = await aCaller()
    const { hook } = await aGitHubHook(ctx)
    const viewer = await aColleague(ctx, 'viewer')
    expect((await listHooks(viewer)).items.map(({ node }) => node.id)).toEqual([hook.id])
    await expect(createHook(viewer, { integration: 'code' })).rejects.toEqual(refusal('permission.denied'))
    await expect(updateHook(viewer, { id: hook.id, enabled: false })).rejects.toEqual(refusal('permission.denied'))
    const blind = holding(ctx, 'integrations:read')
    expect((await listHooks(blind)).items).toEqual([])
    await expect(getHook(blind, hook.id)).rejects.toEqual(refusal('inbound_hook.not_found'))
    await expect(getHook(await aCaller(), hook.id)).rejects.toEqual(refusal('inbound_hook.not_found'))
    await expect(createHook(await aCaller(), { integration: hook.integrationId })).rejects.toEqual(
      refusal('integration.not_found'),
    )
  })

  it('take nothing that nothing proves, and less when they are off', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const other = await aGitHubHook(ctx, 'other')
    const forged = githubRequest(pull('opened'), { event: 'pull_request', secret: other.secret })
    await expect(receiveDelivery(await opened(hook), forged)).rejects.toEqual(refusal('inbound_hook.unproven'))
    const right = githubRequest(pull('opened'), { event: 'pull_request', secret: hook.secret })
    await updateHook(ctx, { id: hook.hook.id, enabled: false })
    await expect(receiveDelivery(await opened(hook), right)).rejects.toEqual(refusal('inbound_hook.disabled'))
    await updateHook(ctx, { id: hook.hook.id, enabled: true })
    expect(await receiveDelivery(await opened(hook), right)).toMatchObject({ stored: 'stored' })
    await disableIntegration(ctx, { slug: 'code' })
    await expect(receiveDelivery(await opened(hook), right)).rejects.toEqual(refusal('inbound_hook.disabled'))
  })

  it('keep the old secret until the provider signs with the new one', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const rotated = issued(await rotateHookSecret(ctx, { id: hook.hook.id }))
    expect(rotated.url).toBe(hook.url)
    const send = async (secret: string) => receiveDelivery(await opened(hook), githubRequest({ a: 1 }, { secret }))
    await send(hook.secret)
    expect((await getHook(ctx, hook.hook.id)).secrets.map(({ version }) => version)).toEqual([2, 1])
    await send(rotated.secret)
    await expect(send(hook.secret)).rejects.toEqual(refusal('inbound_hook.unproven'))
    await send(rotated.secret)
    expect((await getHook(ctx, hook.hook.id)).secrets.map(({ version }) => version)).toEqual([2])
    const types = await eventTypesOf(ctx)
    expect(types.filter((type) => type.startsWith('inbound_hook.secret'))).toEqual([
      'inbound_hook.secret_rotated',
      'inbound_hook.secret_retired',
    ])
  })

  it('never have more than two secrets, and get a new address where that is asked for', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    await rotateHookSecret(ctx, { id: hook.hook.id })
    const last = await rotateHookSecret(ctx, { id: hook.hook.id, address: true })
    expect(last.hook.secrets.map(({ version }) => version)).toEqual([3, 2])
    await expect(openHook(hook.token)).rejects.toEqual(refusal('inbound_hook.not_found'))
    expect(await openHook(tokenOf(last))).toMatchObject({ id: hook.hook.id })
  })

  it('take what is unproven only where an administrator says why, visibly', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const operator = await aColleague(ctx, 'operator')
    const waiver = { id: hook.hook.id, waived: true, reason: 'An old server that cannot sign, until May.' }
    await expect(waiveVerification(operator, waiver)).rejects.toEqual(refusal('permission.denied'))
    await expect(waiveVerification(ctx, { ...waiver, reason: ' ' })).rejects.toEqual(refusal('request.invalid'))
    const waived = await waiveVerification(ctx, waiver)
    expect(waived).toMatchObject({ isWeak: true, waiver: { by: ctx.actor.name, reason: waiver.reason } })
    const unsigned = githubRequest({ a: 1 }, { secret: 'x', headers: { 'x-hub-signature-256': '' } })
    await receiveDelivery(await opened(hook), unsigned)
    expect((await list(ctx))[0]).toMatchObject({ scheme: 'waived', verified: false })
    await waiveVerification(ctx, { id: hook.hook.id, waived: false })
    await expect(receiveDelivery(await opened(hook), unsigned)).rejects.toEqual(refusal('inbound_hook.unproven'))
  })

  it('go when they are deleted, and with their integration', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const second = await createHook(ctx, { integration: 'code', name: 'second' })
    await deleteHook(ctx, hook.hook.id)
    await expect(opened(hook)).rejects.toEqual(refusal('inbound_hook.not_found'))
    await deleteIntegration(ctx, { slug: 'code' })
    await expect(opened(second)).rejects.toEqual(refusal('inbound_hook.not_found'))
    const [left] = await inTenant(ctx, (tx) => tx.execute(sql`select count(*)::int as count from inbound_secrets`))
    expect(left?.count).toBe(0)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'inbound_hook.deleted')).toHaveLength(2)
  })
})

describe('deliveries', () => {
  it('are stored as they came, told of once under their topic, and read back', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const body = Buffer.from('{"action":"closed","pull_request":{"merged":true},"x":"\ud83d\ude00 \\ud800"}\n')
    const request = githubRequest(body, { event: 'pull_request', id: 'guid-1', secret: hook.secret })
    const received = await receiveDelivery(await opened(hook), {
      ...request,
      headers: { ...request.headers, authorization: 'Bearer secret', cookie: 'a=b' },
    })
    await processAll()
    await processAll()
    const [delivery] = await list(ctx)
    expect(delivery).toMatchObject({
      ...{ id: 'id' in received && received.id, state: 'processed', topic: 'github.pull_request.merged' },
      ...{ deliveryId: 'guid-1', type: 'pull_request', scheme: 'hmac', secretVersion: 1, verified: true },
    })
    const content = await readInboundDelivery(ctx, delivery?.id ?? '')
    expect(content.body.equals(body)).toBe(true)
    const headers = Object.fromEntries(content.headers.map(({ name, value }) => [name, value]))
    expect(headers).toMatchObject({
      'x-github-event': 'pull_request',
      authorization: '(not kept)',
      cookie: '(not kept)',
    })
    const types = await eventTypesOf(ctx)
    expect(types.filter((type) => type === 'integration.webhook_received')).toHaveLength(1)
    expect(types.filter((type) => type === 'github.pull_request.merged')).toHaveLength(1)
    await expect(readInboundDelivery(await aCaller(), delivery?.id ?? '')).rejects.toEqual(
      refusal('inbound_delivery.not_found'),
    )
    expect((await getHook(ctx, hook.hook.id)).lastReceivedAt).not.toBeNull()
  })

  it('that come twice are one, whoever else is at it', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const open = await opened(hook)
    const twice = Array.from({ length: 40 }, (_each, at) =>
      receiveDelivery(open, githubRequest({ at }, { id: `guid-${at % 10}`, secret: hook.secret })),
    )
    const stored = (await Promise.all(twice)).map((one) => (one.outcome === 'accepted' ? one.stored : one.outcome))
    expect(stored.filter((one) => one === 'stored')).toHaveLength(10)
    expect(await list(ctx)).toHaveLength(10)
    const other = await createHook(ctx, { integration: 'code', name: 'other' })
    const again = githubRequest({ a: 1 }, { id: 'guid-1', secret: issued(other).secret })
    expect(await receiveDelivery(await opened(other), again)).toMatchObject({ stored: 'stored' })
  })

  it('of 20 MB are the same bytes', { timeout: 60_000 }, async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const body = Buffer.alloc(20 * 1024 * 1024)
    for (let at = 0; at < body.length; at += 1) body[at] = (at * 2_654_435_761) >>> 24
    const received = await receiveDelivery(await opened(hook), githubRequest(body, { secret: hook.secret }))
    const content = await readInboundDelivery(ctx, 'id' in received ? received.id : '')
    expect(content.body.equals(body)).toBe(true)
    await processAll()
    expect(await list(ctx)).toMatchObject([{ state: 'processed', topic: 'github.push' }])
  })

  it('that were refused are kept with the reason, a few and in part', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const open = await opened(hook)
    for (let at = 0; at < 70; at += 1) {
      const forged = githubRequest(Buffer.alloc(20_000, 'x'), { secret: `wrong ${at}` })
      await expect(receiveDelivery(open, forged)).rejects.toEqual(refusal('inbound_hook.unproven'))
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    const refused = (await listInboundDeliveries(ctx, { first: 200, filter: { state: 'refused' } })).items
    expect(refused.length).toBeGreaterThan(10)
    expect(refused.length).toBeLessThanOrEqual(60)
    const one = await readInboundDelivery(ctx, refused[0]?.node.id ?? '')
    expect(one).toMatchObject({ reason: 'mismatch', verified: false, bodyBytes: 20_000, bodyTruncated: true })
    expect(one.body.length).toBe(8_192)
    await processAll()
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.webhook_received')).toEqual([])
  })

  it('are filtered, and come in pages', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const open = await opened(hook)
    for (const event of ['push', 'push', 'star', 'issues', 'watch']) {
      await receiveDelivery(open, githubRequest({ action: 'created' }, { event, secret: hook.secret }))
    }
    await processAll()
    expect(await list(ctx, { topic: 'github.push' })).toHaveLength(2)
    expect(await list(ctx, { topic: 'github.*.created' })).toHaveLength(3)
    expect(await list(ctx, { integration: 'code', hook: hook.hook.id, state: 'processed' })).toHaveLength(5)
    expect(await list(ctx, { until: new Date(Date.now() - 60_000) })).toEqual([])
    const first = await listInboundDeliveries(ctx, { first: 3 })
    const second = await listInboundDeliveries(ctx, { first: 3, after: first.items[2]?.cursor ?? null })
    const ids = [...first.items, ...second.items].map(({ node }) => node.id)
    expect(new Set(ids).size).toBe(5)
    expect(first.hasNextPage && !second.hasNextPage).toBe(true)
    await expect(listInboundDeliveries(ctx, { after: 'x' })).rejects.toEqual(refusal('request.invalid'))
  })
})

describe('replay', () => {
  it('tells again of one, or of all since a time, with the same id', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    const open = await opened(hook)
    const since = new Date(Date.now() - 60_000)
    for (const id of ['a', 'b', 'c']) await receiveDelivery(open, githubRequest({}, { id, secret: hook.secret }))
    await processAll()
    const told = async () => (await eventTypesOf(ctx)).filter((type) => type === 'github.push').length
    expect(await replayDeliveries(ctx, { filter: { since }, preview: true })).toMatchObject({ count: 3, preview: true })
    await processAll()
    expect(await told()).toBe(3)
    const [one] = await list(ctx)
    expect(await replayDeliveries(ctx, { ids: [one?.id ?? ''] })).toMatchObject({ count: 1, deliveryIds: [one?.id] })
    await processAll()
    expect(await told()).toBe(4)
    expect(await replayDeliveries(ctx, { filter: { since, topic: 'github.*' } })).toMatchObject({ count: 3 })
    await processAll()
    expect(await told()).toBe(7)
    const events = await inTenant(ctx, (tx) =>
      tx.execute(sql`select data->>'inboundDeliveryId' as id, data->>'replayed' as replayed from events
        where type = 'github.push'`),
    )
    expect(new Set([...events].map(({ id }) => id)).size).toBe(3)
    expect([...events].filter(({ replayed }) => replayed === 'true')).toHaveLength(4)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'inbound_delivery.replayed')).toHaveLength(2)
  })

  it('is for those who may, of what is theirs, and says what it would be', async () => {
    const ctx = await aCaller()
    const hook = await aGitHubHook(ctx)
    await receiveDelivery(await opened(hook), githubRequest({}, { secret: hook.secret }))
    await processAll()
    const [one] = await list(ctx)
    const ids = [one?.id ?? '']
    await expect(replayDeliveries(await aColleague(ctx, 'viewer'), { ids })).rejects.toEqual(
      refusal('permission.denied'),
    )
    await expect(replayDeliveries(await aCaller(), { ids })).rejects.toEqual(refusal('inbound_delivery.not_found'))
    await expect(replayDeliveries(ctx, {})).rejects.toEqual(refusal('request.invalid'))
    await expect(replayDeliveries(ctx, { filter: {} })).rejects.toEqual(refusal('request.invalid'))
  })
})
