import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { calls, credentialVersions } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { circuitBoard } from '@/server/domain/calls/circuits'
import { recallTarget } from '@/server/domain/calls/memory'
import { flushCalls, openTarget, setCallPolicy } from '@/server/domain/calls/service'
import { sealSecrets } from '@/server/domain/credentials/service'
import { connectIntegration, getIntegration } from '@/server/domain/integrations/service'
import { createApiKey } from '@/server/domain/keys/service'
import type { CallPolicy } from '@/server/kernel/calls'
import { aHub } from '@/test/hub'
import { type Answer, type Asked, aCaller, aKey, aLiveHub, aServer, type Caller } from '@/test/world'

/** What the proxy does after an attempt that failed: the same again, the second integration, or the answer as it is. */
const quick = { retry: { attempts: 3, baseMs: 1, maxMs: 2, unsafe: false } } as const

async function connected(ctx: Caller, baseUrl: string, policy: Partial<CallPolicy> = {}) {
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', instance: 'service', method: 'bearer', skipTest: true },
    ...{ config: { baseUrl }, secrets: { token: 'the-first-secret' } },
  })
  await setCallPolicy(ctx, { integration: integration.slug, policy: { ...quick, ...policy } })
  return integration
}

async function aDoor(answer: (asked: Asked) => Answer, policy?: Partial<CallPolicy>) {
  const [hub, ctx, service] = [await aHub(), await aCaller(), await aServer(answer)]
  const integration = await connected(ctx, service.url, policy)
  const key = await aKey(ctx)
  const ask = (wish: RequestInit = {}) =>
    fetch(`${hub.url}/api/v1/proxy/${integration.slug}/x`, {
      ...wish,
      headers: { authorization: `Bearer ${key}`, ...(wish.headers as Record<string, string>) },
    })
  return { ctx, service, integration, ask, url: hub.url }
}

const unwell = (): Answer => ({ status: 503, body: { down: true } })
const told = (answer: Response) => [
  answer.status,
  answer.headers.get('x-inthub-attempts'),
  answer.headers.get('x-inthub-integration'),
]

describe('the second integration', () => {
  it('is asked when the first has had all its tries', async () => {
    const { ctx, service, ask, integration } = await aDoor(unwell)
    const other = await aServer(() => ({ status: 200, body: { second: true } }))
    const second = await connected(ctx, other.url)
    await setCallPolicy(ctx, { integration: integration.slug, policy: { ...quick, fallback: second.id } })
    expect(told(await ask())).toEqual([200, '4', second.slug])
    expect([service.asked.length, other.asked.length]).toEqual([3, 1])
    expect(told(await ask({ method: 'POST', body: '{}' }))).toEqual([503, '1', integration.slug])
    expect(other.asked).toHaveLength(1)
  })

  it('that the caller may not use leaves the answer of the first as it came', async () => {
    const { ctx, integration, url } = await aDoor(unwell)
    const other = await aServer(() => ({ status: 200, body: {} }))
    const second = await connected(ctx, other.url)
    await setCallPolicy(ctx, { integration: integration.slug, policy: { ...quick, fallback: second.id } })
    const scopes = (['integrations:read', 'integrations:execute'] as const).map((permission) => ({
      ...{ permission, integration: integration.id },
    }))
    const { secret } = await createApiKey(ctx, { name: 'only the first', scopes })
    const answer = await fetch(`${url}/api/v1/proxy/${integration.slug}/x`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(told(answer)).toEqual([503, '3', integration.slug])
    expect(await answer.json()).toEqual({ down: true })
    expect(other.asked).toHaveLength(0)
  })
})

describe('what cannot have been done', () => {
  it('is sent again whatever its method', async () => {
    let isBusy = true
    const { ask } = await aDoor(() => {
      if (!isBusy) return { status: 201, body: {} }
      isBusy = false
      return { status: 429, headers: { 'retry-after': '0' }, body: {} }
    })
    expect(told(await ask({ method: 'POST', body: '{}' })).slice(0, 2)).toEqual([201, '2'])
  })
})

/** As another process changes a secret whose event has not come here yet. */
async function changeUnheard(ctx: Caller, slug: string, token: string): Promise<void> {
  const target = await openTarget(ctx, { integration: slug })
  const id = target.credential?.id
  if (!id) throw new Error('There is no credential to change.')
  await inTenant(ctx, async (tx) => {
    const sealed = await sealSecrets(tx, ctx, { credentialId: id, version: 2 }, { token })
    await tx
      .update(credentialVersions)
      .set({ version: 2, ...sealed })
      .where(eq(credentialVersions.credentialId, id))
  })
}

async function remembered(ctx: Caller, slug: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await openTarget(ctx, { integration: slug })
      expect(recallTarget(ctx.tenantId, slug)).toBeDefined()
    },
    { timeout: 8_000, interval: 100 },
  )
}

describe('a secret that the service refuses', () => {
  const isNew = ({ headers }: Asked) => headers.authorization === 'Bearer the-second-secret'
  const refusing = (asked: Asked): Answer =>
    isNew(asked) ? { status: 200, body: { welcome: true } } : { status: 401, body: { message: 'Bad credentials' } }

  it.each(['GET', 'POST'])('is read anew and sent once more with %s', async (method) => {
    await aLiveHub()
    const { ctx, ask, integration, service } = await aDoor(refusing)
    await remembered(ctx, integration.slug)
    await changeUnheard(ctx, integration.slug, 'the-second-secret')
    const answer = await ask({ method, ...(method === 'POST' && { body: '{"a":1}' }) })
    expect(told(answer).slice(0, 2)).toEqual([200, '2'])
    expect(await answer.json()).toEqual({ welcome: true })
    expect(service.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer the-first-secret',
      'Bearer the-second-secret',
    ])
  })

  it('is refused in the words of the service, and asked for once, when there is no other', async () => {
    const { ask, service, ctx } = await aDoor(refusing)
    const answer = await ask()
    expect(told(answer).slice(0, 2)).toEqual([401, '1'])
    expect(await answer.json()).toEqual({ message: 'Bad credentials' })
    expect(service.asked).toHaveLength(1)
    await flushCalls()
    const [row] = await inTenant(ctx, (tx) => tx.select().from(calls))
    expect(row).toMatchObject({ outcome: 'failure', status: 401, responseBytes: expect.any(Number) })
    expect(row?.responseBytes).toBeGreaterThan(0)
  })

  it('passes a long refusal on whole, though it comes while the secret is read', async () => {
    const text = 'no '.repeat(400_000)
    const { ask } = await aDoor(() => ({ status: 401, body: { text } }))
    const answer = await ask()
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ text })
  })
})

describe('a caller who is in a hurry', () => {
  it('does not open the breaker for everybody else', async () => {
    const slow = () => new Promise<Answer>((resolve) => setTimeout(() => resolve({ status: 200, body: {} }), 150))
    const [hub, ctx, service] = [await aHub(), await aCaller(), await aServer(slow)]
    const integration = await connected(ctx, service.url)
    const key = await aKey(ctx)
    const ask = (headers: Record<string, string>) =>
      fetch(`${hub.url}/api/v1/proxy/${integration.slug}/x`, {
        headers: { authorization: `Bearer ${key}`, ...headers },
      })
    const hurried = { 'x-inthub-timeout-ms': '20', 'x-inthub-retries': '0' }
    for (let at = 0; at < 25; at += 1) expect((await ask(hurried)).status).toBe(504)
    const { id } = await getIntegration(ctx, { slug: integration.slug })
    expect(circuitBoard.stateOf(id).state).toBe('closed')
    expect((await ask({})).status).toBe(200)
  })
})
