import { describe, expect, it } from 'vitest'
import { createApiKey } from '@/server/domain/keys/service'
import { createProject } from '@/server/domain/tenants/service'
import { aHub } from '@/test/hub'
import { restAs } from '@/test/rest'
import { type Answer, type Asked, aCaller, aKey, aServer, type Caller } from '@/test/world'

const secret = 'canary-token-0123456789'
const guarded = ({ headers }: Asked): Answer =>
  headers.authorization === `Bearer ${secret}` ? { status: 200, body: { ok: true } } : { status: 401, body: {} }

const serviceAt = (baseUrl: string) => ({
  type: 'custom.http',
  method: 'bearer',
  config: { baseUrl, probePath: '/me' },
  secrets: { token: secret },
})

async function aTenant(caller?: Caller) {
  const hub = await aHub()
  const ctx = caller ?? (await aCaller())
  const { url } = await aServer(guarded)
  const ask = restAs(hub, { key: await aKey(ctx) })
  const connect = (more: object = {}) => ask('POST /api/v1/integrations', { body: { ...serviceAt(url), ...more } })
  return { hub, ctx, ask, url, connect }
}

const list = '/api/v1/integrations'

describe('an integration', () => {
  it('is connected, read, changed, switched off and on, deleted and restored', async () => {
    const { ask, connect } = await aTenant()
    const made = await connect({ name: 'code', labels: { env: 'prod' } })
    expect(made.status).toBe(201)
    const { id } = made.body
    expect(made.headers.get('location')).toBe(`${list}/${id}`)
    expect(made.body).toMatchObject({
      name: 'code',
      health: 'healthy',
      labels: { env: 'prod' },
      test: { success: true },
    })
    expect(made.text).not.toContain(secret)

    const read = await ask(`GET ${list}/${made.body.slug}`)
    expect(read.body).toMatchObject({ id, storedSecrets: ['token'], lastHealthCheck: read.body.checkedAt })
    const tag = read.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"1-/)

    const changed = await ask(`PATCH ${list}/${id}`, { headers: { 'if-match': tag }, body: { owner: 'core' } })
    expect(changed).toMatchObject({ status: 200, body: { owner: 'core', version: 2, labels: { env: 'prod' } } })
    expect(changed.headers.get('etag')).toMatch(/^"2-/)

    const off = await ask(`POST ${list}/${id}/disable`)
    expect(off.body).toMatchObject({ enabled: false, health: 'disabled', healthStatus: 'healthy' })
    expect((await ask(`POST ${list}/${id}/enable`)).body.enabled).toBe(true)

    const latest = (await ask(`GET ${list}/${id}`)).headers.get('etag') ?? ''
    const gone = await ask(`DELETE ${list}/${id}`, { headers: { 'if-match': latest } })
    expect(gone.body).toMatchObject({ secretDestroyed: true, integration: { id } })
    expect((await ask(`GET ${list}/${id}`)).status).toBe(404)
    expect((await ask(`GET ${list}?deleted=true`)).body.items).toHaveLength(1)
    expect((await ask(`POST ${list}/${id}/restore`)).body).toMatchObject({ needsSecret: true })
  })

  it('is replaced as a whole by PUT: what is absent becomes empty, the secret stays', async () => {
    const { ask, connect, url } = await aTenant()
    const { id } = (await connect({ labels: { env: 'prod' }, owner: 'core' })).body
    const body = { name: 'renamed', config: { baseUrl: url, probePath: '/me' } }
    const put = await ask(`PUT ${list}/${id}`, { headers: { 'if-match': '*' }, body })
    expect(put.body).toMatchObject({ name: 'renamed', labels: {}, owner: null, storedSecrets: ['token'] })
    const test = await ask(`POST ${list}/${id}/test`)
    expect(test.body).toMatchObject({ success: true, errorMessage: null, verdict: 'healthy' })
  })

  it('takes its secrets under the name of other hubs too, but not under both', async () => {
    const { ask, url } = await aTenant()
    const { secrets, ...rest } = serviceAt(url)
    expect((await ask(`POST ${list}`, { body: { ...rest, credentials: secrets } })).status).toBe(201)
    const both = await ask(`POST ${list}`, { body: { ...rest, credentials: secrets, secrets } })
    expect(both).toMatchObject({ status: 400, body: { fields: [{ path: 'credentials' }] } })
  })

  it('is not saved when the service refuses it, in words and without the secret', async () => {
    const { ask } = await aTenant()
    const { url } = await aServer(() => ({ status: 401, body: {} }))
    const refused = await ask(`POST ${list}`, { body: serviceAt(url) })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'integration.probe_failed', fields: [{ path: 'test.authentication' }], instance: list },
    })
    expect(refused.text).not.toContain(secret)
    expect((await ask(`GET ${list}`)).body.items).toEqual([])
  })

  it('tells its status, and its health over a window', async () => {
    const { ask, connect } = await aTenant()
    const { id } = (await connect()).body
    expect((await ask(`GET ${list}/${id}/status`)).body).toMatchObject({ status: 'connected', lastError: null })
    const health = await ask(`GET ${list}/${id}/health?window=hour`)
    expect(health.body).toMatchObject({ status: 'healthy', window: 'hour', checks: 1, uptimePercent: 100 })
    expect((await ask(`GET ${list}/${id}/health?window=year`)).body.fields).toEqual([
      { path: 'window', message: 'has to be one of hour, day, week, month' },
    ])
  })
})

describe('the list', () => {
  it('comes in pages that end, each with a link to the next', async () => {
    const { hub, ask, connect } = await aTenant()
    for (let count = 0; count < 5; count++) await connect({ skipTest: true })
    const seen: string[] = []
    let path: string | undefined = `${list}?limit=2&sort=created`
    for (let pages = 0; path && pages < 9; pages++) {
      const page: Awaited<ReturnType<typeof ask>> = await ask(`GET ${path}`)
      seen.push(...page.body.items.map((item) => item.slug))
      path = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1]
      expect(page.body.nextCursor === null).toBe(path === undefined)
      if (path) expect(new URL(path, hub.url).searchParams.get('cursor')).toBe(page.body.nextCursor)
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })

  it('is filtered by type, state, name, label and project', async () => {
    const { ctx, ask, connect } = await aTenant()
    await createProject(ctx, { name: 'Shop' })
    await connect({ name: 'one', labels: { env: 'prod' } })
    await connect({ name: 'two', project: 'shop', skipTest: true })
    const names = async (query: string) => (await ask(`GET ${list}?${query}`)).body.items.map(({ name }) => name)
    expect(await names('type=custom.http')).toEqual(['one', 'two'])
    expect(await names('type=scm.github,scm.gitlab')).toEqual([])
    expect(await names('status=healthy')).toEqual(['one'])
    expect(await names('name=TW')).toEqual(['two'])
    expect(await names('label=env=prod')).toEqual(['one'])
    expect(await names('project=shop')).toEqual(['two'])
    expect(await names('sort=name&direction=desc')).toEqual(['two', 'one'])
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=x', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['status=splendid', 'status.0'],
    ['label=env', 'label.0'],
    ['colour=red', 'colour'],
    ['name=%00', 'query'],
  ])('says what is wrong with ?%s', async (query, path) => {
    const { ask } = await aTenant()
    const refused = await ask(`GET ${list}?${query}`)
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ path }] } })
  })
})

describe('a change', () => {
  it('has to say for which version it is, and is refused for an older one', async () => {
    const { ask, connect } = await aTenant()
    const { id } = (await connect()).body
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const body = method === 'DELETE' ? undefined : { name: 'x', config: {} }
      const blind = await ask(`${method} ${list}/${id}`, { body })
      expect(blind).toMatchObject({ status: 428, body: { code: 'request.version_required' } })
      for (const tag of ['"7"', '"0-abc"', 'W/"1-abc"', '"other"']) {
        const stale = await ask(`${method} ${list}/${id}`, { body, headers: { 'if-match': tag } })
        expect([tag, stale.status, stale.body.code]).toEqual([tag, 412, 'integration.version_stale'])
      }
      const odd = await ask(`${method} ${list}/${id}`, { body, headers: { 'if-match': 'one' } })
      expect(odd).toMatchObject({ status: 400, body: { fields: [{ path: 'If-Match' }] } })
    }
    expect((await ask(`GET ${list}/${id}`)).body.version).toBe(1)
  })

  it('with an idempotency key is made once', async () => {
    const { ask, url } = await aTenant()
    const headers = { 'idempotency-key': 'once-1' }
    const [one, again] = [
      await ask(`POST ${list}`, { headers, body: serviceAt(url) }),
      await ask(`POST ${list}`, { headers, body: serviceAt(url) }),
    ]
    expect(again.body.id).toBe(one.body.id)
    expect((await ask(`GET ${list}`)).body.items).toHaveLength(1)
    const other = await ask(`POST ${list}`, { headers, body: { ...serviceAt(url), name: 'other' } })
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key_reused' } })
  })
})

describe('what was read before', () => {
  it('is not sent again while it is the same', async () => {
    const { ask, connect } = await aTenant()
    const { id } = (await connect()).body
    const tag = (await ask(`GET ${list}/${id}`)).headers.get('etag') ?? ''
    const known = await ask(`GET ${list}/${id}`, { headers: { 'if-none-match': `"x", W/${tag}` } })
    expect(known).toMatchObject({ status: 304, text: '' })
    await ask(`PATCH ${list}/${id}`, { headers: { 'if-match': tag }, body: { name: 'new' } })
    expect((await ask(`GET ${list}/${id}`, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  it('can be asked for with HEAD', async () => {
    const { ask, connect } = await aTenant()
    const { id } = (await connect()).body
    const got = await ask(`GET ${list}/${id}`)
    const head = await ask(`HEAD ${list}/${id}`)
    expect(head).toMatchObject({ status: 200, text: '' })
    for (const name of ['etag', 'content-length', 'content-type']) {
      expect(head.headers.get(name)).toBe(got.headers.get(name))
    }
  })
})

describe('somebody else', () => {
  it('of another tenant finds nothing, in the words for what never was', async () => {
    const { connect, hub } = await aTenant()
    const { id } = (await connect()).body
    const other = restAs(hub, { key: await aKey(await aCaller()) })
    const never = `int_${'0'.repeat(32)}`
    const asks = [
      'GET',
      'PUT',
      'PATCH',
      'DELETE',
      'POST /test',
      'POST /enable',
      'POST /disable',
      'GET /status',
      'GET /health',
    ]
    for (const line of asks) {
      const [method, after = ''] = line.split(' ')
      const options = {
        headers: { 'if-match': '*' },
        ...(/^P(UT|ATCH)$/.test(method ?? '') && { body: { name: 'x', config: {} } }),
      }
      const [theirs, nobodys] = [
        await other(`${method} ${list}/${id}${after}`, options),
        await other(`${method} ${list}/${never}${after}`, options),
      ]
      const { instance: _a, requestId: _b, ...told } = theirs.body
      const { instance: _c, requestId: _d, ...toldOfNone } = nobodys.body
      expect([line, theirs.status, told]).toEqual([line, 404, toldOfNone])
    }
    expect((await other(`POST ${list}/${id}/restore`)).body.code).toBe('integration.not_restorable')
    expect((await other(`GET ${list}`)).body.items).toEqual([])
  })

  it('who may only look changes nothing and causes no call', async () => {
    const { ctx, connect, hub, url } = await aTenant()
    const { id } = (await connect()).body
    const { secret: weak } = await createApiKey(ctx, { name: 'weak', scopes: [{ permission: 'integrations:read' }] })
    const weakly = restAs(hub, { key: weak })
    for (const line of [`POST ${list}/${id}/test`, `POST ${list}/${id}/disable`, `DELETE ${list}/${id}`]) {
      const refused = await weakly(line, { headers: { 'if-match': '*' } })
      expect([line, refused.status, refused.body.code]).toEqual([line, 403, 'permission.denied'])
    }
    expect((await weakly(`POST ${list}`, { body: serviceAt(url) })).status).toBe(403)
  })
})
