import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, inject, it } from 'vitest'
import { inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import { aGitHub, githubRequest, issued, opened, processAll } from '@/test/inbound'
import { aHookProvider, type RepositoryHook } from '@/test/repository-hooks'
import { aCaller, aColleague, aServer, eventTypesOf } from '@/test/world'
import { flushCalls, setCallPolicy } from '../calls/service'
import { connectIntegration, deleteIntegration } from '../integrations/service'
import {
  checkHook,
  createHook,
  getHook,
  listInboundDeliveries,
  readInboundDelivery,
  receiveDelivery,
  recoverDeliveries,
  registerHook,
  rotateHookSecret,
  tendHooks,
  unregisterHook,
} from './service'

const refusal = (code: string) => expect.objectContaining({ code })

async function ground() {
  const provider = await aHookProvider()
  const ctx = await aCaller()
  await aGitHub(ctx, 'code', provider.url)
  const hook = issued(await createHook(ctx, { integration: 'code' }))
  return { provider, ctx, hook, id: hook.hook.id }
}

const list = async (ctx: Context) => (await listInboundDeliveries(ctx)).items.map(({ node }) => node)

describe('a hook at the provider', () => {
  it('is made with the address and the secret of the hub, changed, and removed', async () => {
    const { provider, ctx, hook, id } = await ground()
    const registered = await registerHook(ctx, { id, target: 'octo/web', events: ['push', 'issues'] })
    expect(registered.registration).toMatchObject({ target: 'octo/web', providerHookId: '1000', state: 'active' })
    expect(provider.hooks.get(1000)).toMatchObject({
      ...{ active: true, events: ['push', 'issues'] },
      config: { url: hook.url, secret: hook.secret, content_type: 'json', insecure_ssl: '0' },
    })
    const rotated = issued(await rotateHookSecret(ctx, { id, address: true }))
    await registerHook(ctx, { id })
    expect(provider.hooks.size).toBe(1)
    expect(provider.hooks.get(1000)?.config).toMatchObject({ url: rotated.url, secret: rotated.secret })
    expect((await unregisterHook(ctx, id)).registration).toBeNull()
    expect(provider.hooks.size).toBe(0)
    const types = (await eventTypesOf(ctx)).filter((type) => /registered$/.test(type))
    expect(types).toEqual(['inbound_hook.registered', 'inbound_hook.registered', 'inbound_hook.unregistered'])
  })

  it('is for those who may, where the provider has what is asked for, and says what was refused', async () => {
    const { provider, ctx, id } = await ground()
    await expect(registerHook(await aColleague(ctx, 'viewer'), { id, target: 'octo/web' })).rejects.toEqual(
      refusal('permission.denied'),
    )
    for (const target of ['', 'octo', 'octo/web/../..', 'octo/web?x=1', 'https://evil.example/a']) {
      await expect(registerHook(ctx, { id, target })).rejects.toEqual(refusal('request.invalid'))
    }
    expect(provider.asked).toEqual([])
    provider.refuse(403)
    await expect(registerHook(ctx, { id, target: 'octo/web' })).rejects.toEqual(
      refusal('inbound_hook.provider_refused'),
    )
    expect((await getHook(ctx, id)).registration).toBeNull()
    await expect(checkHook(ctx, id)).rejects.toEqual(refusal('inbound_hook.not_registrable'))
    const other = await aCaller()
    await expect(registerHook(other, { id, target: 'octo/web' })).rejects.toEqual(refusal('inbound_hook.not_found'))
  })

  it('leaves neither its address nor its secret in the log of calls', async () => {
    const { ctx, hook, id } = await ground()
    await setCallPolicy(ctx, { integration: 'code', policy: { keepBodies: true } })
    await registerHook(ctx, { id, target: 'octo/web' })
    await flushCalls()
    const rows = await inTenant(ctx, (tx) => tx.execute(sql`select * from calls`))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify([...rows])).not.toContain(hook.secret)
    expect(JSON.stringify([...rows])).not.toContain(hook.token)
  })

  it('that was switched off there, fails or is gone, is seen', async () => {
    const { provider, ctx, id } = await ground()
    await registerHook(ctx, { id, target: 'octo/web' })
    const stateAfter = async (change: Partial<RepositoryHook>) => {
      Object.assign(provider.hooks.get(1000) ?? {}, change)
      return (await checkHook(ctx, id)).registration
    }
    expect(await stateAfter({ last_response: { code: 502, message: 'Bad Gateway' } })).toMatchObject({
      state: 'failing',
    })
    expect(await stateAfter({ active: false })).toMatchObject({ state: 'switched_off' })
    provider.hooks.clear()
    expect((await checkHook(ctx, id)).registration).toMatchObject({ state: 'missing' })
    provider.refuse(500)
    expect((await checkHook(ctx, id)).registration).toMatchObject({ state: 'unknown' })
    provider.refuse(null)
    expect((await registerHook(ctx, { id })).registration).toMatchObject({ state: 'active' })
    const changes = (await eventTypesOf(ctx)).filter((type) => type === 'inbound_hook.provider_state_changed')
    expect(changes).toHaveLength(3)
  })
})

describe('deleting an integration', () => {
  it('removes its hooks at the provider first, and says which were left there', async () => {
    const { provider, ctx, id } = await ground()
    await registerHook(ctx, { id, target: 'octo/web' })
    expect((await deleteIntegration(ctx, { slug: 'code' })).leftAtProvider).toEqual([])
    expect(provider.hooks.size).toBe(0)
    const other = await ground()
    await registerHook(other.ctx, { id: other.id, target: 'octo/web' })
    other.provider.refuse(403)
    const deleted = await deleteIntegration(other.ctx, { slug: 'code' })
    expect(deleted).toMatchObject({ secretDestroyed: true, leftAtProvider: ['hook "default" of octo/web'] })
  })
})

describe('deliveries that missed the hub', () => {
  const missed = (provider: Awaited<ReturnType<typeof aHookProvider>>, ids: string[], minutesAgo = 5) => {
    for (const guid of ids) {
      const at = new Date(Date.now() - minutesAgo * 60_000).toISOString()
      const payload = { ref: 'refs/heads/main', after: guid }
      provider.kept.push({
        id: 1 + provider.kept.length,
        guid,
        delivered_at: at,
        event: 'push',
        payload,
        status_code: 502,
      })
    }
  }

  it('are fetched once each, marked, and told of', async () => {
    const { provider, ctx, hook, id } = await ground()
    await registerHook(ctx, { id, target: 'octo/web' })
    const [first = '', ...others] = Array.from({ length: 5 }, () => randomUUID())
    await receiveDelivery(await opened(hook), githubRequest({}, { id: first, secret: hook.secret }))
    missed(provider, [first, ...others, others[0] ?? ''])
    missed(provider, ['too-old'], 600)
    provider.kept.unshift(...provider.kept.splice(-1))
    const since = new Date(Date.now() - 3_600_000)
    expect(await recoverDeliveries(ctx, { id, since, preview: true })).toMatchObject({ found: 4, recovered: 0 })
    expect(await list(ctx)).toHaveLength(1)
    expect(await recoverDeliveries(ctx, { id, since })).toMatchObject({ found: 4, recovered: 4 })
    expect(await recoverDeliveries(ctx, { id, since })).toMatchObject({ found: 0, recovered: 0 })
    // It comes after all.
    const late = githubRequest({}, { id: others[1] ?? '', secret: hook.secret })
    expect(await receiveDelivery(await opened(hook), late)).toMatchObject({ stored: 'duplicate' })
    await processAll()
    const recovered = (await list(ctx)).filter((one) => one.recovered)
    expect(recovered).toHaveLength(4)
    expect(recovered[0]).toMatchObject({ topic: 'github.push', scheme: 'provider_api', verified: true })
    const { body } = await readInboundDelivery(ctx, recovered[0]?.id ?? '')
    expect(JSON.parse(body.toString())).toMatchObject({ ref: 'refs/heads/main' })
    const types = await eventTypesOf(ctx)
    expect(types.filter((type) => type === 'github.push')).toHaveLength(5)
    expect(types.filter((type) => type === 'inbound_delivery.recovered')).toHaveLength(1)
  })

  it('are looked for every hour, by one process', async () => {
    const { provider, ctx, id } = await ground()
    await registerHook(ctx, { id, target: 'octo/web' })
    missed(provider, ['guid-a'], 0)
    const owner = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} })
    await owner`update inbound_hooks set provider_checked_at = now() - interval '2 hours',
      recovered_until = now() - interval '1 hour' where id = ${id.slice(4)}`
    await owner.end()
    const before = provider.asked.length
    await Promise.all([tendHooks(), tendHooks()])
    const lines = provider.asked
      .slice(before)
      .map(({ method, url }) => `${method} ${url.split('/').at(-1)?.split('?')[0]}`)
    expect(lines).toEqual(['GET 1000', 'GET deliveries', 'GET 1'])
    expect(await list(ctx)).toMatchObject([{ deliveryId: 'guid-a', recovered: true }])
  })

  it('are found at GitLab among the events of the hook', async () => {
    const ctx = await aCaller()
    const sent = { 'X-Gitlab-Event': 'Merge Request Hook', 'Idempotency-Key': 'idem-1', 'X-Gitlab-Token': '[REDACTED]' }
    const request = { object_kind: 'merge_request', object_attributes: { action: 'merge', iid: 3 } }
    const hookNow = {
      id: 7,
      url: 'x',
      push_events: true,
      alert_status: 'temporarily_disabled',
      disabled_until: '2026-12-01T00:00:00Z',
    }
    const server = await aServer(({ method, url }) => {
      if (url.includes('/events'))
        return { status: 200, body: [{ id: 1, request_headers: sent, request_data: request }] }
      return {
        status: method === 'POST' ? 201 : 200,
        body: method === 'POST' ? { ...hookNow, alert_status: 'executable', disabled_until: null } : hookNow,
      }
    })
    await connectIntegration(ctx, {
      ...{ type: 'scm.gitlab', instance: 'selfManaged', method: 'token', name: 'gl', slug: 'gl', skipTest: true },
      ...{ config: { server: server.url }, secrets: { token: `glpat-${'a'.repeat(20)}` } },
    })
    const hook = issued(await createHook(ctx, { integration: 'gl' }))
    const { id } = hook.hook
    expect((await registerHook(ctx, { id, target: 'group/app' })).registration).toMatchObject({ state: 'active' })
    const made = server.asked.find(({ method }) => method === 'POST')
    expect(made?.url).toContain('/projects/group%2Fapp/hooks')
    expect(JSON.parse(made?.body ?? '{}')).toMatchObject({
      url: hook.url,
      token: hook.secret,
      merge_requests_events: true,
    })
    expect((await checkHook(ctx, id)).registration).toMatchObject({ state: 'failing' })
    expect(await recoverDeliveries(ctx, { id })).toMatchObject({ found: 1, recovered: 1 })
    expect(await recoverDeliveries(ctx, { id })).toMatchObject({ found: 0 })
    await processAll()
    expect(await list(ctx)).toMatchObject([
      { topic: 'gitlab.merge_request.merged', recovered: true, deliveryId: 'idem-1' },
    ])
  })
})
