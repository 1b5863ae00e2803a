import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/db/tenant'
import { aHub } from '@/test/hub'
import { restAs } from '@/test/rest'
import { aRestGround } from '@/test/rest-ground'
import { aCaller, aKey, aServer, eventTypesOf } from '@/test/world'

/** Idempotency-Key on what is made and on batches: the same request again makes nothing, and another one is refused. */
const once = (key: string) => ({ 'idempotency-key': key })

async function aTenant() {
  const [hub, ctx] = [await aHub(), await aCaller()]
  return { ctx, ask: restAs(hub, { key: await aKey(ctx) }) }
}

const countOf = (types: string[], type: string) => types.filter((each) => each === type).length

const acts = [
  {
    what: 'a key',
    line: 'POST /api/v1/keys',
    body: { name: 'ci', scopes: [{ permission: 'events:read' }] },
    other: { name: 'cd', scopes: [{ permission: 'events:read' }] },
    event: 'api_key.created',
  },
  {
    what: 'a member',
    line: 'POST /api/v1/members',
    body: { email: 'ada@example.test', role: 'viewer' },
    other: { email: 'ada@example.test', role: 'operator' },
    event: 'member.added',
  },
  {
    what: 'a profile',
    line: 'POST /api/v1/connection-profiles',
    body: { name: 'usual', integrationType: 'custom.http', defaultConfig: { baseUrl: 'https://a.example' } },
    other: { name: 'other', integrationType: 'custom.http', defaultConfig: { baseUrl: 'https://a.example' } },
    event: 'profile.created',
  },
  {
    what: 'a webhook endpoint',
    line: 'POST /api/v1/webhook-endpoints',
    body: { url: 'http://127.0.0.1:9/', events: ['custom.*'] },
    other: { url: 'http://127.0.0.1:9/', events: ['*'] },
    event: 'webhook.created',
  },
]

describe.each(acts)('$what with an idempotency key', ({ line, body, other, event }) => {
  it('is made once, also of many requests at the same time', async () => {
    const { ctx, ask } = await aTenant()
    const before = countOf(await eventTypesOf(ctx), event)
    const headers = once('k-1')
    const replies = await Promise.all([1, 2, 3, 4].map(() => ask(line, { body, headers })))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
    expect((await ask(line, { body, headers })).body.id).toBe(replies[0]?.body.id)
    expect(countOf(await eventTypesOf(ctx), event)).toBe(before + 1)
  })

  it('is refused for another request, for another act, and means nothing in another tenant', async () => {
    const { ask } = await aTenant()
    await ask(line, { body, headers: once('k-2') })
    const reused = await ask(line, { body: other, headers: once('k-2') })
    expect([reused.status, reused.body.code]).toEqual([409, 'request.key_reused'])
    const elsewhere = acts.find((each) => each.line !== line)
    const act = await ask(elsewhere?.line ?? '', { body: elsewhere?.body, headers: once('k-2') })
    expect([act.status, act.body.code]).toEqual([409, 'request.key_reused'])
    const foreign = await (await aTenant()).ask(line, { body: other, headers: once('k-2') })
    expect(foreign.status).toBe(201)
  })

  it('does not use the key up with what was refused', async () => {
    const { ask } = await aTenant()
    const refused = await ask(line, { body: { ...body, name: '', role: 'owner', email: 'x' }, headers: once('k-3') })
    expect(refused.status).toBe(400)
    expect((await ask(line, { body, headers: once('k-3') })).status).toBe(201)
  })
})

describe('the secret of a key', () => {
  it('is in the first answer only, and kept nowhere', async () => {
    const { ctx, ask } = await aTenant()
    const act = { body: { name: 'ci', scopes: [{ permission: 'events:read' }] }, headers: once('k-4') }
    const first = await ask('POST /api/v1/keys', act)
    const secret = String(first.body.secret)
    expect(secret).toMatch(/^ihk_/)
    const again = await ask('POST /api/v1/keys', act)
    expect(again.body).toEqual({ ...first.body, secret: null })
    const kept = await inTenant(ctx, (tx) => tx.execute(sql`select * from idempotency_keys`))
    expect(JSON.stringify(kept)).toContain('createApiKey')
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  it('is asked for by who may make keys, and by nobody else', async () => {
    const { ctx, ask } = await aTenant()
    const act = { body: { name: 'ci', scopes: [{ permission: 'events:read' }] }, headers: once('k-5') }
    await ask('POST /api/v1/keys', act)
    const reader = restAs(await aHub(), {
      key: await aKey({ ...ctx, grants: [{ permission: 'events:read' }, { permission: 'keys:write' }] }),
    })
    expect((await reader('POST /api/v1/keys', act)).status).toBe(201)
    const nobody = (await ask('POST /api/v1/keys', { body: { name: 'r', scopes: [{ permission: 'events:read' }] } }))
      .body
    const refused = await restAs(await aHub(), { key: String(nobody.secret) })('POST /api/v1/keys', act)
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.denied'])
  })
})

describe('a batch with an idempotency key', () => {
  const aCounter = async () => {
    let isDown = false
    const { url, asked } = await aServer(({ url: path }) => {
      if (path === '/gone' && isDown) return { status: 404, body: { path } }
      return { status: 200, body: { path, at: Math.random() } }
    })
    const { ask } = await aTenant()
    const service = { type: 'custom.http', method: 'none', config: { baseUrl: url }, secrets: {}, skipTest: true }
    const { id } = (await ask('POST /api/v1/integrations', { body: service })).body
    const fall = () => {
      isDown = true
    }
    return { ask, asked, fall, line: `POST /api/v1/integrations/${id}/batch-execute` }
  }

  it('is sent once and answered the same, call by call and under one group', async () => {
    const { ask, asked, line, fall } = await aCounter()
    const calls = [
      { method: 'POST', path: '/a', body: { n: 1 } },
      { path: '/gone' },
      { path: '/x', integration: 'nobody' },
    ]
    const first = await ask(line, { body: { calls }, headers: once('b-1') })
    expect(first.body).toMatchObject({ succeeded: 2, failed: 1 })
    fall()
    const again = await ask(line, { body: { calls }, headers: once('b-1') })
    expect(asked).toHaveLength(2)
    const told = ({ body }: typeof first) => ({
      groupId: body.groupId,
      results: (body.results as { result: { body: unknown; callId: string } | null }[]).map(({ result }) => [
        result?.callId,
        result?.body,
      ]),
    })
    expect(told(again)).toEqual(told(first))
    const replayed = (again.body.results as { result: { replayed: boolean } | null }[]).map(
      ({ result }) => result?.replayed,
    )
    expect(replayed).toEqual([true, true, undefined])
  })

  it('goes on where it stopped: what never went out is sent now', async () => {
    const { ask, asked, line } = await aCounter()
    const calls = [{ path: '/a' }, { path: '/b', integration: 'later' }, { path: '/c' }]
    const body = { calls, stopOnError: true, concurrency: 1 }
    expect((await ask(line, { body, headers: once('b-2') })).body).toMatchObject({ succeeded: 1, skipped: 1 })
    const service = { type: 'custom.http', slug: 'later', method: 'none', secrets: {}, skipTest: true }
    const { url } = await aServer(() => ({ status: 200, body: {} }))
    await ask('POST /api/v1/integrations', { body: { ...service, config: { baseUrl: url } } })
    expect((await ask(line, { body, headers: once('b-2') })).body).toMatchObject({ succeeded: 3, skipped: 0 })
    expect(asked.map((each) => each.url)).toEqual(['/a', '/c'])
  })

  it('is refused for another batch, and without a key sent each time', async () => {
    const { ask, asked, line } = await aCounter()
    await ask(line, { body: { calls: [{ path: '/a' }] }, headers: once('b-3') })
    const other = await ask(line, { body: { calls: [{ path: '/a' }, { path: '/b' }] }, headers: once('b-3') })
    expect([other.status, other.body.code]).toEqual([409, 'request.key_reused'])
    await ask(line, { body: { calls: [{ path: '/a' }] } })
    await ask(line, { body: { calls: [{ path: '/a' }] } })
    expect(asked).toHaveLength(3)
    const odd = await ask(line, { body: { calls: [{ path: '/a' }] }, headers: once('not printable') })
    expect([odd.status, odd.body.fields[0]?.path]).toEqual([400, 'idempotencyKey'])
  })
})

it('takes the key under the other address of a batch, too', async () => {
  const { ask, ids } = await aRestGround()
  const act = { body: { calls: [{ path: '/me' }] }, headers: once('b-4') }
  const first = await ask(`POST /api/integration-hub/${ids.integration}/batch-execute`, act)
  const again = await ask(`POST /api/v1/integrations/${ids.integration}/batch-execute`, act)
  expect(again.body.groupId).toBe(first.body.groupId)
})
