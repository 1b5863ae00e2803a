import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sessions, tenants } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import { lastSequence } from '@/server/domain/events/activity'
import { emit } from '@/server/domain/events/emit'
import { connectIntegration, updateIntegration } from '@/server/domain/integrations/service'
import { createApiKey, listApiKeys, revokeApiKey } from '@/server/domain/keys/service'
import { removeMember } from '@/server/domain/members/service'
import { createTenant, getTenant } from '@/server/domain/tenants/service'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { bombs } from '@/test/bombs'
import { aHub, aLine, anOpenLine, cookieOf, type Line } from '@/test/hub'
import { aCaller, aColleague, aKey, aLiveHub, aServer, aSession, type Caller, instanceAdmin } from '@/test/world'

const allEvents = 'subscription ($after: String) { events(after: $after) { sequence type data } }'

/** Something happens in the caller's tenant. */
function happen(ctx: Context, name: string): Promise<unknown> {
  const data = { apiKeyId: name, name, expiresAt: null }
  return inTenant(ctx, (tx) => emit(tx, ctx, 'api_key.created', { data }))
}

type Told = { data: { events: { sequence: string; type: string; data: { name?: string } } } }
const eventsOf = (line: Line, id: string) =>
  line.messages.flatMap((message) =>
    message.type === 'next' && message.id === id ? [(message.payload as Told).data.events] : [],
  )
const namesOf = (line: Line, id: string) => eventsOf(line, id).flatMap((event) => event.data.name ?? [])
const told = (line: Line, name: string) =>
  line.until((message) => message.type === 'next' && JSON.stringify(message).includes(`"${name}"`))

/** Waits until the subscription surely listens: an event of its own came through. */
async function listening(line: Line, id: string, ctx: Context): Promise<void> {
  const name = `started-${id}-${Date.now()}`
  const knock = setInterval(() => void happen(ctx, name), 200)
  try {
    await told(line, name)
  } finally {
    clearInterval(knock)
  }
}

const init = { type: 'connection_init', payload: {} }

describe('a socket', () => {
  it('is told nothing before it is let in, and closed when it asks early', async () => {
    const line = aLine(await aHub())
    line.subscribe('1', '{ version }')
    expect((await line.closed).code).toBe(4401)
    expect(line.messages).toEqual([])
  })

  it('is closed when it never says who it is', async () => {
    const line = aLine(await aHub())
    const startedAt = Date.now()
    expect((await line.closed).code).toBe(4408)
    expect(Date.now() - startedAt).toBeLessThan(4_500)
  })

  it('is closed when it says nobody, or an unknown key, without a word', async () => {
    const hub = await aHub()
    const nobody = aLine(hub)
    nobody.send(init)
    expect(await nobody.closed).toEqual({ code: 4403, reason: 'auth.required' })
    const wrong = aLine(hub)
    wrong.send({ type: 'connection_init', payload: { authorization: `Bearer ihk_${'x'.repeat(40)}` } })
    expect(await wrong.closed).toEqual({ code: 4403, reason: 'auth.key_invalid' })
    expect([...nobody.messages, ...wrong.messages]).toEqual([])
  })

  it('of a tenant one is no member of is closed like one of a tenant that does not exist', async () => {
    const hub = await aHub()
    const session = await aSession(await aCaller())
    const foreign = await createTenant(instanceAdmin(await aCaller()), { name: `Foreign ${Date.now()}` })
    for (const tenant of [foreign.slug, foreign.id, 'no-such-tenant']) {
      const line = aLine(hub, { headers: { cookie: cookieOf(session) } })
      line.send({ type: 'connection_init', payload: { tenant } })
      expect(await line.closed).toEqual({ code: 4403, reason: 'tenant.not_found' })
    }
  })

  it.each([
    ['no JSON', 'hello'],
    ['no known type', { type: 'subscribe_all' }],
    ['a subscription without a document', { type: 'subscribe', id: '1', payload: {} }],
    ['a list', []],
  ])('that sends a malformed message is closed with 4400: %s', async (_name, message) => {
    const line = aLine(await aHub())
    line.send(message)
    expect((await line.closed).code).toBe(4400)
  })

  it('of the legacy subprotocol is closed', async () => {
    const line = aLine(await aHub(), { protocol: 'graphql-ws' })
    const refused = new Promise((resolve) => line.socket.once('error', resolve))
    await Promise.race([refused, line.closed])
    expect(line.messages).toEqual([])
    await line.closed
  })

  it.each([
    ['lent a session', true],
    ['without one', false],
  ])('opened by a page of another site is refused with 403, %s', async (_name, lent) => {
    const hub = await aHub()
    const cookie = cookieOf(await aSession(await aCaller()))
    const line = aLine(hub, { headers: { origin: 'https://evil.example', ...(lent && { cookie }) } })
    const status = await new Promise((resolve) =>
      line.socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(403)
  })

  it('runs queries, with the rights and the tenant of its connection', async () => {
    const hub = await aHub()
    const owner = await aCaller()
    const line = await anOpenLine(hub, { session: await aSession(owner) })
    line.subscribe('q', '{ tenant { id } }')
    const answer = await line.until((message) => message.id === 'q')
    expect(answer.payload).toEqual({ data: { tenant: { id: owner.tenantId } } })
  })

  it.each(Object.entries(bombs))('may not ask for too much: %s', async (_name, query) => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller()) })
    const startedAt = performance.now()
    line.subscribe('b', query)
    const answer = await line.until((message) => message.id === 'b')
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    expect(answer).toMatchObject({ type: 'error', payload: [{ extensions: { type: 'graphql.too_complex' } }] })
  })

  it('may have only so many operations open', async () => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller()) })
    for (let count = 0; count < 51; count++) line.subscribe(`s${count}`, 'subscription { connected }')
    const refusal = await line.until((message) => message.type === 'error')
    expect(refusal).toMatchObject({ id: 's50', payload: [{ extensions: { type: 'graphql.too_complex' } }] })
  })

  it('is never quoted a value that does not fit', async () => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller()) })
    line.subscribe('v', 'query ($n: Int) { integrations(first: $n) { totalCount } }', { n: 'hunter2' })
    line.subscribe('l', '{ integrations(first: "hunter2") { totalCount } }')
    for (const id of ['v', 'l']) await line.until((message) => message.id === id && message.type === 'error')
    expect(JSON.stringify(line.messages)).not.toContain('hunter2')
  })

  it('is closed with 1001 when the hub stops', async () => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller()) })
    await hub.drain()
    expect((await line.closed).code).toBe(1001)
  })
})

describe('a subscription', () => {
  it('hears what happens in its tenant, and nothing of another', async () => {
    await aLiveHub()
    const hub = await aHub()
    const [ours, theirs] = [await aCaller(), await aCaller()]
    const line = await anOpenLine(hub, { key: await aKey(ours) })
    line.subscribe('e', allEvents)
    await listening(line, 'e', ours)
    await happen(theirs, 'of-theirs')
    await happen(ours, 'of-ours')
    await told(line, 'of-ours')
    expect(JSON.stringify(line.messages)).not.toContain('of-theirs')
  })

  it('resumes after its last sequence without a gap and without a duplicate', { timeout: 30_000 }, async () => {
    await aLiveHub()
    const hub = await aHub()
    const owner = await aCaller()
    const key = await aKey(owner)
    const first = await anOpenLine(hub, { key })
    first.subscribe('e', allEvents)
    await listening(first, 'e', owner)
    await happen(owner, 'seen')
    await told(first, 'seen')
    const after = eventsOf(first, 'e').at(-1)?.sequence
    first.socket.terminate()
    for (let index = 0; index < 20; index++) await happen(owner, `missed-${index}`)
    const second = await anOpenLine(hub, { key })
    second.subscribe('e', allEvents, { after })
    for (let index = 0; index < 20; index++) await happen(owner, `live-${index}`)
    await told(second, 'live-19')
    const expected = ['missed', 'live'].flatMap((kind) => Array.from({ length: 20 }, (_, index) => `${kind}-${index}`))
    expect(namesOf(second, 'e').filter((name) => !name.startsWith('started'))).toEqual(expected)
    const sequences = eventsOf(second, 'e').map((event) => BigInt(event.sequence))
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => (a < b ? -1 : 1)))
  })

  it('shows the integration as it stands at each event', async () => {
    await aLiveHub()
    const hub = await aHub()
    const owner = await aCaller()
    const { url } = await aServer(() => ({ status: 200, body: { ok: true } }))
    const input = {
      type: 'custom.http',
      method: 'none',
      config: { baseUrl: url },
      name: 'first name',
      slug: 'changing-1',
    }
    const { integration } = await connectIntegration(owner, input)
    const line = await anOpenLine(hub, { key: await aKey(owner) })
    line.subscribe('e', 'subscription { integrationStatusChanged { from to message integration { name health } } }')
    const change = (message: string) => {
      const { id: integrationId, slug, name, type } = integration
      const finding = { failureClass: null, failingProbe: null, remedy: null, latencyMs: 1, message, checkId: 'chk_1' }
      const data = {
        integrationId,
        slug,
        name,
        type,
        ...finding,
        from: 'healthy',
        to: 'degraded',
        checkedAt: new Date().toISOString(),
      } as const
      return inTenant(owner, (tx) => emit(tx, owner, 'integration.health_changed', { data, integrationId }))
    }
    const knock = setInterval(() => void change('before'), 100)
    await line.until((message) => JSON.stringify(message).includes('"first name"'))
    clearInterval(knock)
    await updateIntegration(owner, { id: integration.id, version: integration.version, name: 'second name' })
    await change('after')
    const answer = await line.until((message) => JSON.stringify(message).includes('"after"'))
    expect(answer.payload).toMatchObject({
      data: { integrationStatusChanged: { from: 'HEALTHY', to: 'DEGRADED', integration: { name: 'second name' } } },
    })
  })

  it('is told to read anew when its cursor is older than what is kept', async () => {
    await aLiveHub()
    const hub = await aHub()
    const owner = await aCaller()
    await happen(owner, 'old')
    await acrossTenants('test', (tx) =>
      tx.update(tenants).set({ prunedSequence: 9_000_000_000_000_000n }).where(eq(tenants.id, owner.tenantId)),
    )
    const line = await anOpenLine(hub, { key: await aKey(owner) })
    line.subscribe('e', allEvents, { after: '1' })
    const answer = await line.until((message) => message.id === 'e')
    expect(JSON.stringify(answer)).toContain('"EVENTS_RESYNC"')
  })

  it('for a foreign integration is refused in the words for one that does not exist', async () => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller()) })
    line.subscribe('f', 'subscription { integrationStatusChanged(integrationId: "nobody-1") { sequence } }')
    const answer = await line.until((message) => message.id === 'f')
    expect(JSON.stringify(answer)).toContain('integration.not_found')
  })

  it('of a member without the permission hears nothing of it', async () => {
    await aLiveHub()
    const hub = await aHub()
    const owner = await aCaller()
    const viewer = await aColleague(owner, 'viewer')
    const [all, some] = [
      await anOpenLine(hub, { session: await aSession(owner) }),
      await anOpenLine(hub, { session: await aSession(viewer) }),
    ]
    all.subscribe('e', allEvents)
    some.subscribe('e', allEvents)
    await listening(all, 'e', owner)
    await happen(owner, 'for-those-who-may')
    await told(all, 'for-those-who-may')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(namesOf(some, 'e')).toEqual([])
  })
})

describe('a revocation', () => {
  type Revocable = { options: { key?: string; session?: string; tenant?: string }; revoke(): Promise<unknown> }
  const kinds: Record<string, (owner: Caller) => Promise<Revocable>> = {
    'of a key': async (owner) => {
      const key = await aKey(owner)
      const revoke = async () => {
        for (const { id } of await listApiKeys(owner)) await revokeApiKey(owner, { id })
      }
      return { options: { key }, revoke }
    },
    'of a session': async (owner) => {
      const session = await aSession(owner)
      const revoke = () => acrossTenants('test', (tx) => tx.delete(sessions).where(eq(sessions.userId, owner.actor.id)))
      return { options: { session }, revoke }
    },
    'of a membership': async (owner) => {
      const member = await aColleague(owner, 'admin')
      const { slug } = await getTenant(owner)
      const revoke = () => removeMember(owner, { id: member.actor.id })
      return { options: { session: await aSession(member), tenant: slug }, revoke }
    },
  }

  it.each(Object.entries(kinds))(
    '%s ends HTTP within a second, the socket within five, and no event follows',
    { timeout: 30_000 },
    async (_name, make) => {
      await aLiveHub()
      const hub = await aHub()
      const owner = await aCaller()
      const { options, revoke } = await make(owner)
      const line = await anOpenLine(hub, options)
      line.subscribe('e', allEvents)
      await listening(line, 'e', owner)
      expect((await hub.ask('{ tenant { slug } }', options)).errors).toEqual([])
      await revoke()
      const revokedAt = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      const refused = await hub.ask('{ tenant { slug } }', options)
      expect(refused.errors[0]?.extensions.type).toMatch(/^(?:auth\.key_invalid|auth\.required|tenant\.not_found)$/)
      await happen(owner, 'after-the-revocation')
      const { code } = await line.closed
      expect(code).toBe(4403)
      expect(Date.now() - revokedAt).toBeLessThan(5_000)
      expect(namesOf(line, 'e')).not.toContain('after-the-revocation')
    },
  )

  it('by time: a key that expires ends its socket', { timeout: 30_000 }, async () => {
    const hub = await aHub()
    const line = await anOpenLine(hub, { key: await aKey(await aCaller(), new Date(Date.now() + 1_500)) })
    expect(await line.closed).toEqual({ code: 4403, reason: 'auth.key_expired' })
  })
})

describe('the world of these tests', () => {
  it('cannot make a key that may more than its maker', async () => {
    const viewer = await aCaller('viewer')
    const scopes = [{ permission: 'integrations:write' }]
    await expect(createApiKey(viewer, { name: 'more', scopes })).rejects.toBeInstanceOf(HubError)
    expect(await lastSequence(viewer)).toBe('0')
  })
})
