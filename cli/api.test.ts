import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub, type Hub } from '@/test/hub'
import { aFolder, buildInthub, type Inthub } from '@/test/inthub'
import { type Answer, type Asked, aCaller, aKey, aServer, type Caller } from '@/test/world'

/** `inthub api <path>`: a request of somebody's own over REST. */
vi.setConfig({ testTimeout: 60_000 })

let hub: Hub
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => hub.url)
}, 60_000)
afterAll(() => built?.remove())

async function aPerson(answer: (asked: Asked) => Answer = () => ({ status: 200, body: { ok: true } })) {
  hub = await aHub()
  const ctx = await aCaller()
  const key = await aKey(ctx)
  const { url, asked } = await aServer(answer)
  const api = (args: string[], more: { input?: string; env?: Record<string, string> } = {}) =>
    built.start(['api', ...args], { key, ...more }).told
  return { ctx, key, url, asked, api, one: (slug: string) => connected(ctx, url, slug) }
}

const connected = (ctx: Caller, baseUrl: string, slug: string) =>
  connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'none', config: { baseUrl }, secrets: {}, skipTest: true, slug },
  })

const linesOf = (text: string) => text.split('\n').filter(Boolean)

describe('a path', () => {
  it('is below /api/v1 or whole, and its answer is printed as it is', async () => {
    const { api, one } = await aPerson()
    await one('tool')
    const short = await api(['integrations/tool', '--json', 'slug,type'])
    expect([short.code, JSON.parse(short.out)]).toEqual([0, { slug: 'tool', type: 'custom.http' }])
    expect(JSON.parse((await api(['/api/v1/integrations/tool', '-o', 'ndjson'])).out).slug).toBe('tool')
    expect(JSON.parse((await api(['/health'])).out)).toMatchObject({ status: expect.anything() })
    expect((await api(['integrations/tool', '-o', 'yaml'])).out).toContain('slug: tool')
  })

  it.each([
    'https://evil.example/api/v1/integrations',
    '//evil.example/x',
    'file:///etc/passwd',
    '\\\\evil.example',
    'integrations /x',
  ])('is none of this hub: %s', async (path) => {
    const { api } = await aPerson()
    expect(await api([path])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no path of the hub') })
  })

  it('takes fields as parameters with GET, and as the body with what changes something', async () => {
    const { api, one } = await aPerson()
    await one('a-1')
    await one('b-1')
    const listed = await api(['integrations', '-X', 'GET', '-f', 'name=a-', '-f', 'fields=slug'])
    expect(JSON.parse(listed.out).items).toEqual([{ slug: 'a-1' }])
    const patch = ['-X', 'patch', 'integrations/a-1', '-H', 'If-Match: *', '-f', 'owner=core']
    const changed = await api([...patch, '-F', 'intervalSeconds=60', '-f', 'labels[env]=prod'])
    expect(JSON.parse(changed.out)).toMatchObject({ owner: 'core', intervalSeconds: 60, labels: { env: 'prod' } })
    expect(await api(patch.filter((word) => word !== '-H' && word !== 'If-Match: *'))).toMatchObject({
      ...{ code: 6, out: '', err: expect.stringContaining('request.version_required') },
    })
  })

  it('takes a body from a file or stdin, with fields beside it in the query', async () => {
    const { api, one, asked } = await aPerson()
    await one('tool')
    const file = join(aFolder(), 'call.json')
    writeFileSync(file, JSON.stringify({ method: 'POST', path: '/x', body: { a: 1 } }))
    expect(JSON.parse((await api(['integrations/tool/execute', '--input', file])).out)).toMatchObject({ success: true })
    await api(['proxy/tool/y', '--input', '-', '-f', 'q=1 2', '-H', 'content-type: text/plain'], { input: 'plain' })
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/x', '{"a":1}'],
      ['POST', '/y?q=1+2', 'plain'],
    ])
    expect(asked[1]?.headers['content-type']).toBe('text/plain')
  })

  it('shows status and headers when asked to, and nothing of the key', async () => {
    const { api, one, key } = await aPerson()
    await one('tool')
    const told = await api(['-i', 'integrations/tool'], { env: { INTHUB_DEBUG: 'http' } })
    expect(told.out).toMatch(/^HTTP\/1\.1 200 OK\n/)
    expect(told.out).toMatch(/\netag: "1-/)
    expect(JSON.parse(told.out.slice(told.out.indexOf('\n\n')))).toMatchObject({ slug: 'tool' })
    expect(told.out + told.err).not.toContain(key)
  })

  it('follows the pages, one after the other', async () => {
    const { api, one } = await aPerson()
    for (const slug of ['a', 'b', 'c']) await one(slug)
    const told = await api([
      'integrations',
      '-X',
      'GET',
      '-f',
      'limit=2',
      '-f',
      'fields=slug',
      '--paginate',
      '-o',
      'ndjson',
    ])
    expect(linesOf(told.out).map((line) => JSON.parse(line).items.length)).toEqual([2, 1])
    expect(await api(['integrations/a/test', '-X', 'POST', '--paginate'])).toMatchObject({ code: 2 })
  })
})

describe('what goes wrong', () => {
  it('is told on stderr as every error is, and ends with its code', async () => {
    const { api, one } = await aPerson()
    await one('tool')
    const missing = await api(['integrations/nobody'])
    expect(missing).toMatchObject({ code: 3, out: '', err: expect.stringContaining('integration.not_found') })
    expect(missing.err).toMatch(/request req_/)
    const json = JSON.parse((await api(['integrations?limit=0', '-o', 'json'])).err)
    expect(json.error).toMatchObject({ code: 'request.invalid', exitCode: 6, fields: [{ path: 'limit' }] })
    expect((await api(['nowhere'])).code).toBe(3)
    expect((await built.start(['api', 'integrations'], { key: 'ihk_nobodyknowsthiskeyatall' }).told).code).toBe(4)
    expect((await built.start(['api', 'integrations']).told).code).toBe(4)
    expect((await api(['integrations'], { env: { INTHUB_URL: 'http://127.0.0.1:9' } })).code).toBe(12)
  })

  it('is 5 for what one may not do', async () => {
    const { ctx, one } = await aPerson()
    await one('tool')
    const reader = {
      ...ctx,
      grants: [{ permission: 'integrations:read' as const }, { permission: 'keys:write' as const }],
    }
    const key = await aKey(reader)
    expect(
      (await built.start(['api', '-X', 'POST', 'integrations/tool/execute', '-f', 'path=/x'], { key }).told).code,
    ).toBe(5)
  })

  it.each([
    [503, 9],
    [429, 7],
    [404, 3],
    [422, 6],
  ])('of a service behind the proxy is its own: %i ends with %i, its body on stdout', async (status, code) => {
    const { api, one } = await aPerson(() => ({ status, body: { why: 'so' } }))
    await one('tool')
    const told = await api(['proxy/tool/x', '-H', 'x-inthub-retries: 0'])
    expect([told.code, JSON.parse(told.out)]).toEqual([code, { why: 'so' }])
    expect(told.err).toContain(`status ${status}`)
  })

  it('before it is asked is wrong usage', async () => {
    const { api, asked } = await aPerson()
    const secret = 'ihk_0123456789abcdefghijklmnop'
    for (const args of [
      ['integrations', '-H', 'nonsense'],
      ['integrations', '-H', `Authorization: Bearer ${secret}`],
      ['integrations', '-H', 'x: a\nb: c'],
      ['integrations', '-X', 'BREW'],
      ['integrations', '-X', 'GET', '--input', '-'],
      ['integrations', '--operation', 'x'],
      ['graphql', '-X', 'POST', '-f', 'query={ viewer { id } }'],
    ]) {
      const told = await api(args)
      expect([args, told.code, told.out]).toEqual([args, 2, ''])
      expect(told.err).not.toContain(secret)
    }
    expect(asked).toEqual([])
  })

  it('is refused to lead the key elsewhere, by a redirect or by the link of a next page', async () => {
    const seen: (string | undefined)[] = []
    const other = await aServer(({ headers }) => {
      seen.push(headers.authorization)
      return { status: 200, body: {} }
    })
    const trap = await aServer(({ url }) =>
      url.endsWith('/away')
        ? { status: 302, headers: { location: other.url } }
        : { status: 200, headers: { link: `<${other.url}/next>; rel="next"` }, body: { items: [] } },
    )
    const { key } = await aPerson()
    const at = (args: string[]) => built.start(['api', ...args, '--url', trap.url], { key }).told
    expect(await at(['away'])).toMatchObject({ code: 12, err: expect.stringContaining('not a hub') })
    expect(await at(['list', '--paginate'])).toMatchObject({ code: 2, err: expect.stringContaining('another place') })
    expect(seen).toEqual([])
  })
})

describe('the list', () => {
  const list = async (args: string[], key: string) => built.start(['integration', 'list', ...args], { key }).told

  it('says of a type that it is none, with what comes nearest, and knows the other names of types', async () => {
    const { key, one } = await aPerson()
    await one('tool')
    expect(await list(['--type', 'nope'], key)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('no integration type'),
    })
    expect((await list(['--type', 'gitub'], key)).err).toContain('Did you mean github')
    expect(await list(['--type', 'http', '-o', 'name'], key)).toMatchObject({ code: 0, out: 'tool\n' })
    expect(await list(['--type', 'github', '-o', 'name'], key)).toMatchObject({ code: 0, out: '' })
  })

  it.each(['env', '=prod', 'env=', 'e n v=prod', 'env=a\u0007'])(
    'refuses a label that can be none: %j',
    async (label) => {
      const { key } = await aPerson()
      const told = await list(['--label', label], key)
      expect([told.code, told.out]).toEqual([expect.toSatisfy((code: number) => code === 2 || code === 6), ''])
    },
  )

  it('refuses a label twice, of which only one could count', async () => {
    const { key } = await aPerson()
    expect((await list(['--label', 'env=a', '--label', 'env=b'], key)).code).toBe(6)
    expect((await list(['--label', 'env=a', '--label', 'x/y.z=b'], key)).code).toBe(0)
  })
})
