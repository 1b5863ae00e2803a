import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { calls } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import {
  type Answer,
  type Asked,
  aCaller,
  aColleague,
  aKey,
  aLiveHub,
  aServer,
  type Caller,
  eventTypesOf,
} from '@/test/world'
import { connectIntegration, disableIntegration, getIntegration, updateIntegration } from '../integrations/service'
import { createApiKey } from '../keys/service'
import { createProject } from '../tenants/service'
import {
  callPoliciesOf,
  executeBatch,
  executeCall,
  findCircuit,
  flushCalls,
  getCall,
  listCalls,
  readCallMetrics,
  setCallPolicy,
  sumCallHours,
} from './service'

const token = 'canary-0123456789abcdef'

async function connected(ctx: Caller, baseUrl: string, slug = 'svc', rest: object = {}) {
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', name: slug, slug, method: 'bearer', config: { baseUrl }, secrets: { token } },
    ...{ skipTest: true, ...rest },
  })
  return integration
}

async function aService(
  answer: (asked: Asked) => Answer | Promise<Answer> = () => ({ status: 200, body: { ok: true } }),
) {
  const ctx = await aCaller()
  const service = await aServer(answer)
  const integration = await connected(ctx, service.url)
  const get = (as: Context = ctx, rest: object = {}) =>
    executeCall(as, { integration: 'svc', method: 'GET', path: '/x', ...rest })
  return { ctx, service, integration, get }
}

const bound = (ctx: Context, place: object): Context => ({
  ...ctx,
  grants: (['integrations:read', 'integrations:execute'] as const).map((permission) => ({ permission, ...place })),
})

describe('a call', () => {
  it('is sent with the credential, below the base URL, and answered', async () => {
    const { service, get } = await aService()
    const result = await get(undefined, { path: '/x?a=1', query: { b: [2, 3] }, headers: { 'X-Own': 'y' } })
    expect(result).toMatchObject({ outcome: 'success', status: 200, failure: null, cached: 'no', replayed: false })
    expect(service.asked[0]).toMatchObject({ url: '/x?a=1&b=2&b=3' })
    expect(service.asked[0]?.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-own': 'y' })
  })

  it('brings the service no key of the hub', async () => {
    const { ctx, service, get } = await aService()
    const key = await aKey(ctx)
    await get(undefined, { headers: { 'x-api-key': key, 'x-own': 'y' } })
    expect(service.asked[0]?.headers).toMatchObject({ 'x-own': 'y' })
    expect(JSON.stringify(service.asked)).not.toContain(key)
    for (const place of [{ path: `/x?token=${key}` }, { query: { token: key } }, { path: `/${key}` }]) {
      await expect(get(undefined, place)).rejects.toMatchObject({ code: 'request.invalid' })
    }
  })

  it('sends no other number than it was given', async () => {
    const { service, get } = await aService()
    const post = (body: unknown, headers = {}) => get(undefined, { method: 'POST', body, headers })
    for (const text of ['{"id":12345678901234567890}', '[{"a":[1e999]}]']) {
      await expect(post(JSON.parse(text))).rejects.toMatchObject({ fields: [{ path: 'body' }] })
      await post(text, { 'content-type': 'application/json' })
      expect(service.asked.at(-1)?.body).toBe(text)
    }
    await post({ id: Number.MAX_SAFE_INTEGER, part: 1.5e-7 })
    expect(service.asked.at(-1)?.body).toBe('{"id":9007199254740991,"part":1.5e-7}')
  })

  it('is no other method and leads to no other path than it says', async () => {
    const { service, get } = await aService()
    await get(undefined, { headers: { 'X-Original-URL': '/admin', 'x-rewrite-url': '/admin' } })
    expect(JSON.stringify(service.asked)).not.toContain('/admin')
    const request = get(undefined, { headers: { 'X-HTTP-Method-Override': 'DELETE' } })
    await expect(request).rejects.toMatchObject({ fields: [{ path: 'headers.x-http-method-override' }] })
    expect(service.asked).toHaveLength(1)
  })

  it('is refused to a viewer, and to those whose grant is for another place', async () => {
    const { ctx, service, integration, get } = await aService()
    const project = await createProject(ctx, { name: 'Other', slug: 'other' })
    await expect(get(await aColleague(ctx, 'viewer'))).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(get(bound(ctx, { projectId: project.id }))).rejects.toMatchObject({ code: 'integration.not_found' })
    expect(service.asked).toHaveLength(0)
    await expect(get(bound(ctx, { projectId: integration.projectId }))).resolves.toMatchObject({ outcome: 'success' })
    await expect(get(bound(ctx, { integrationId: integration.id }))).resolves.toMatchObject({ outcome: 'success' })
  })

  it('of another tenant does not exist, also while its target is remembered', async () => {
    const { service, integration, get } = await aService()
    await aLiveHub()
    await get()
    const stranger = await aCaller()
    for (const named of [integration.id, 'svc']) {
      const asked = executeCall(stranger, { integration: named, method: 'GET', path: '/x' })
      await expect(asked).rejects.toMatchObject({ code: 'integration.not_found' })
    }
    expect(service.asked).toHaveLength(1)
  })

  it('is refused the moment the integration is disabled, and has a new secret the moment it is stored', async () => {
    const { ctx, service, integration, get } = await aService()
    await aLiveHub()
    await get()
    const { version } = await getIntegration(ctx, { id: integration.id })
    await updateIntegration(ctx, { id: 'svc', version, secrets: { token: 'another-0123456789' }, skipTest: true })
    await get()
    expect(service.asked[1]?.headers.authorization).toBe('Bearer another-0123456789')
    await disableIntegration(ctx, { id: integration.id })
    await expect(get()).rejects.toMatchObject({ code: 'integration.disabled' })
  })

  it('is made once for one idempotency key, and refused for another request with it', async () => {
    const { service, get } = await aService()
    const key = { idempotencyKey: 'k-1', method: 'POST', body: { a: 1 } }
    const [first, second] = await Promise.all([get(undefined, key), get(undefined, key)])
    expect([first.replayed, second.replayed].sort()).toEqual([false, true])
    expect(second.callId).toBe(first.callId)
    expect(second.body.toString()).toBe('{"ok":true}')
    expect(service.asked).toHaveLength(1)
    await expect(get(undefined, { ...key, body: { a: 2 } })).rejects.toMatchObject({ code: 'request.key_reused' })
  })

  it('keeps its idempotency key from those who may call another integration only', async () => {
    const { ctx, service, get } = await aService()
    const other = await connected(ctx, service.url, 'other')
    const key = { idempotencyKey: 'deploy-1', method: 'POST' }
    await get(bound(ctx, { integrationId: other.id }), { ...key, integration: 'other' })
    expect(await get(undefined, key)).toMatchObject({ outcome: 'success', replayed: false })
    expect(service.asked).toHaveLength(2)
  })
})

describe('the log', () => {
  it('has a row for each call, without query, body or secret, and its sums', async () => {
    const { ctx, get } = await aService(({ url }) => ({ status: url.startsWith('/bad') ? 404 : 200, body: { url } }))
    await setCallPolicy(ctx, { integration: 'svc', policy: { keepBodies: true } })
    const one = await get(undefined, { path: `/x?token=${token}`, headers: { 'x-own': token } })
    await get(undefined, { path: `/bad/${token}`, method: 'POST', body: { password: 'p-123456', note: token } })
    await flushCalls()
    const { items } = await listCalls(ctx)
    expect(items.map(({ node }) => [node.method, node.outcome, node.status])).toEqual([
      ['POST', 'failure', 404],
      ['GET', 'success', 200],
    ])
    const rows = await inTenant(ctx, (tx) => tx.select().from(calls))
    expect(JSON.stringify([rows, items])).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain('p-123456')
    expect(await getCall(ctx, one.callId)).toMatchObject({ path: '/x', attempts: [{ number: 1, status: 200 }] })
    const metrics = await readCallMetrics(ctx, { groupBy: 'integration' })
    expect(metrics.totals).toMatchObject({ calls: 2, failures: 1, byClass: [{ failureClass: 'request', calls: 1 }] })
    expect(metrics.groups).toMatchObject([{ figures: { calls: 2 } }])
    expect(metrics.topCallers).toMatchObject([{ key: `user:${ctx.actor.id}` }])
  })

  it('tells who called most over the whole window, by name while they are there', async () => {
    const { ctx, get } = await aService()
    const colleague = await aColleague(ctx, 'operator')
    const { apiKey: key } = await createApiKey(ctx, {
      name: 'nightly',
      scopes: [{ permission: 'integrations:execute' }],
    })
    const asKey: Context = { ...ctx, actor: { kind: 'api_key', id: key.id, name: key.name } }
    const gone = newId('apiKey')
    for (const at of [1, 2, 3]) await executeCall(asKey, { integration: 'svc', method: 'GET', path: `/${at}` })
    await get()
    await executeCall(colleague, { integration: 'svc', method: 'GET', path: '/x' })
    const asGone: Context = { ...ctx, actor: { kind: 'api_key', id: gone, name: 'was here' } }
    await executeCall(asGone, { integration: 'svc', method: 'GET', path: '/x' })
    await flushCalls()
    const { topCallers, groups } = await readCallMetrics(ctx, { groupBy: 'caller' })
    expect(topCallers[0]).toMatchObject({ key: `api_key:${key.id}`, name: 'nightly', figures: { calls: 3 } })
    const names = new Map(topCallers.map((one) => [one.key, one.name]))
    expect(names.get(`user:${ctx.actor.id}`)).toEqual(expect.any(String))
    expect(names.get(`user:${colleague.actor.id}`)).toEqual(expect.any(String))
    expect(names.get(`api_key:${gone}`)).toBeNull()
    expect(groups.map((one) => one.name).sort()).toEqual(topCallers.map((one) => one.name).sort())
    expect((await readCallMetrics(ctx, { groupBy: 'operation' })).groups).toMatchObject([{ key: '', name: null }])
  })

  it('is filtered, paged, and invisible to those who may not read the integration', async () => {
    const { ctx, get } = await aService(({ url }) => ({ status: url === '/bad' ? 500 : 200, body: {} }))
    for (const path of ['/a', '/b', '/bad']) await get(undefined, { path, attempts: 1 })
    await flushCalls()
    const page = await listCalls(ctx, { first: 2 })
    expect(page).toMatchObject({ hasNextPage: true })
    const rest = await listCalls(ctx, { first: 2, after: page.items[1]?.cursor })
    expect(rest.items.map(({ node }) => node.path)).toEqual(['/a'])
    expect((await listCalls(ctx, { filter: { status: 5 } })).items).toHaveLength(1)
    expect((await listCalls(ctx, { filter: { text: '/b', outcome: 'success' } })).items).toHaveLength(1)
    const project = await createProject(ctx, { name: 'Other', slug: 'other' })
    const elsewhere = bound(ctx, { projectId: project.id })
    const id = page.items[0]?.node.id ?? ''
    expect((await listCalls(elsewhere)).items).toEqual([])
    await expect(getCall(elsewhere, id)).rejects.toMatchObject({ code: 'call.not_found' })
    await expect(getCall(await aCaller(), id)).rejects.toMatchObject({ code: 'call.not_found' })
    expect((await readCallMetrics(elsewhere)).totals.calls).toBe(0)
  })

  it('is summed into hours that say the same as the minutes, however often', async () => {
    const { ctx, get } = await aService()
    await get()
    await flushCalls()
    await inTenant(ctx, (tx) => tx.execute(sql`update call_minutes set at = at - interval '3 hours'`))
    const before = await readCallMetrics(ctx, { step: 'hour' })
    await sumCallHours()
    await sumCallHours()
    expect((await readCallMetrics(ctx, { step: 'hour' })).totals).toEqual(before.totals)
    expect(before.totals.calls).toBe(1)
  })
})

describe('a batch', () => {
  it('answers in order, and one that cannot be made harms no other', async () => {
    const { ctx } = await aService(async ({ url }) => {
      await new Promise((resolve) => setTimeout(resolve, url === '/0' ? 60 : 0))
      return { status: url === '/2' ? 404 : 200, body: { url } }
    })
    const item = (path: string, integration = 'svc') => ({ integration, method: 'GET' as const, path })
    const batch = await executeBatch(ctx, { calls: [item('/0'), item('/1', 'nowhere'), item('/2'), item('/3')] })
    expect(batch).toMatchObject({ succeeded: 2, failed: 2, skipped: 0 })
    expect(batch.answers.map((one) => (one.status === 'done' ? one.result.status : one.status))).toEqual([
      ...[200, 'error', 404, 200],
    ])
    await flushCalls()
    expect((await listCalls(ctx, { filter: { groupId: batch.groupId } })).items).toHaveLength(3)
  })

  it('tells what was done although one ended in a fault of the hub', async () => {
    const { ctx, service } = await aService()
    const circular: Record<string, unknown> = {}
    circular.self = circular
    const call = { integration: 'svc', method: 'POST', path: '/x' } as const
    const { answers, succeeded } = await executeBatch(ctx, { calls: [call, { ...call, body: circular }, call] })
    expect(answers.map(({ status }) => status)).toEqual(['done', 'error', 'done'])
    expect(answers[1]).toMatchObject({ error: { code: 'hub.internal' } })
    expect([succeeded, service.asked.length]).toEqual([2, 2])
  })

  it('skips the rest after the first that failed, where it is asked so', async () => {
    const { ctx, service } = await aService(() => ({ status: 404, body: {} }))
    const one = { integration: 'svc', method: 'GET' as const, path: '/x' }
    const batch = await executeBatch(ctx, { calls: [one, one, one], concurrency: 1, stopOnError: true })
    expect(batch).toMatchObject({ failed: 1, skipped: 2 })
    expect(service.asked).toHaveLength(1)
    await expect(executeBatch(ctx, { calls: [] })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('a policy', () => {
  it('is set by those who may change the integration, and told', async () => {
    const { ctx, integration } = await aService()
    await setCallPolicy(ctx, { integration: 'svc', policy: { timeoutMs: 500 } })
    expect(await eventTypesOf(ctx)).toContain('integration.updated')
    const viewer = await aColleague(ctx, 'viewer')
    const refused = setCallPolicy(viewer, { integration: 'svc', policy: {} })
    await expect(refused).rejects.toMatchObject({ code: 'permission.denied' })
    for (const policy of [{ timeoutMs: 1 }, { fallback: integration.id }, { nonsense: true }]) {
      const wrong = setCallPolicy(ctx, { integration: 'svc', policy })
      await expect(wrong).rejects.toMatchObject({ code: 'request.invalid' })
    }
    expect(await findCircuit(ctx, { integration: 'svc' })).toMatchObject({ state: 'closed' })
  })

  it('tells since when it is in force: since the integration was made, then since it was last said', async () => {
    const { ctx, integration } = await aService()
    const inForce = async () => (await callPoliciesOf(ctx, [integration.id])).get(integration.id)
    expect(await inForce()).toMatchObject({ changes: {}, since: integration.createdAt })
    const { version } = await setCallPolicy(ctx, { integration: 'svc', policy: { timeoutMs: 500 } })
    const first = await inForce()
    expect(first?.since.getTime()).toBeGreaterThan(integration.createdAt.getTime())
    const renamed = await updateIntegration(ctx, { id: integration.id, version, owner: 'Payments' })
    expect(await inForce()).toEqual(first)
    const stale = setCallPolicy(ctx, { integration: 'svc', policy: {}, version: renamed.integration.version - 1 })
    await expect(stale).rejects.toMatchObject({ code: 'integration.version_stale' })
    expect(await inForce()).toEqual(first)
  })
})
