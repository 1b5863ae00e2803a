import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Listing } from '@/connectors/kit'
import type { Context } from '@/server/kernel/context'
import { cacheClock } from '@/server/platform/cache'
import { aDockerRegistry, hasDockerRegistry } from '@/test/docker-registry'
import { pushImage } from '@/test/images'
import { type Answer, type Asked, aCaller, aColleague, aLiveHub, aServer, holding } from '@/test/world'
import { connectIntegration, deleteIntegration, disableIntegration, getIntegration } from '../integrations/service'
import { lists } from './memory'
import { discoverResources, type ResourceBatch, readResourceLists, streamResources } from './service'

afterEach(() => vi.restoreAllMocks())

async function connected(ctx: Context, baseUrl: string): Promise<string> {
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'registry.oci', instance: 'custom', method: 'none', config: { baseUrl }, secrets: {}, skipTest: true },
  })
  return integration.slug
}

const total = 250
const nameOf = (at: number) => `team/app-${String(at).padStart(3, '0')}`

/** A registry of 250 repositories that pages as the specification has it; single pages may be made to fail. */
async function aCatalog(failing: (from: number) => Answer | undefined = () => undefined) {
  const answer = ({ url }: Asked): Answer => {
    const { pathname, searchParams } = new URL(url, 'http://registry')
    if (pathname !== '/v2/_catalog') return { status: 200, body: {} }
    const size = Number(searchParams.get('n'))
    const last = searchParams.get('last')
    const from = last === null ? 0 : Number(last.slice(-3)) + 1
    const failed = failing(from)
    if (failed) return failed
    const to = Math.min(total, from + size)
    const repositories = Array.from({ length: to - from }, (_, i) => nameOf(from + i))
    const link = { link: `</v2/_catalog?n=${size}&last=${encodeURIComponent(nameOf(to - 1))}>; rel="next"` }
    return { status: 200, body: { repositories }, ...(to < total && { headers: link }) }
  }
  const server = await aServer(answer)
  const pages = () => server.asked.filter(({ url }) => url.startsWith('/v2/_catalog')).length
  return { url: server.url, pages }
}

async function aCaseOf(failing?: (from: number) => Answer | undefined) {
  const ctx = await aCaller()
  const { url, pages } = await aCatalog(failing)
  const integration = await connected(ctx, url)
  const discover = (more: object = {}) => discoverResources(ctx, { integration, type: 'repositories', ...more })
  return { ctx, url, pages, integration, discover }
}

const names = ({ items }: { items: { node: { name: string } }[] }) => items.map(({ node }) => node.name)

async function gathered(batches: AsyncIterable<ResourceBatch>): Promise<ResourceBatch[]> {
  const all: ResourceBatch[] = []
  for await (const batch of batches) all.push(batch)
  return all
}

describe('a list', () => {
  it('is read in pages of any size, whole and in order', async () => {
    const { discover, pages } = await aCaseOf()
    const found: string[] = []
    let after: string | null = null
    do {
      const page = await discover({ first: 70, after })
      expect(page).toMatchObject({ type: 'repositories', failure: null })
      found.push(...names(page))
      after = page.hasNextPage ? page.endCursor : null
    } while (after !== null)
    expect(found).toEqual(Array.from({ length: total }, (_, at) => nameOf(at)))
    expect(pages()).toBe(3)
  })

  it('goes on after any of its rows', async () => {
    const { discover } = await aCaseOf()
    const { items } = await discover({ first: 10 })
    const cursor = items[3]?.cursor
    expect(names(await discover({ first: 2, after: cursor }))).toEqual([nameOf(4), nameOf(5)])
  })

  it('is asked for by its short names, and a name that does not exist is refused with those that do', async () => {
    const { discover } = await aCaseOf()
    expect((await discover({ type: 'repos' })).type).toBe('repositories')
    await expect(discover({ type: 'branches' })).rejects.toMatchObject({
      code: 'resource.unknown_list',
      message: expect.stringContaining('repositories, tags'),
    })
    await expect(discover({ type: 'toString' })).rejects.toMatchObject({ code: 'resource.unknown_list' })
  })

  it('is filtered by a text in the name, across pages of the service', async () => {
    const { discover } = await aCaseOf()
    const page = await discover({ filter: ' APP-24' })
    expect(names(page)).toEqual(Array.from({ length: 10 }, (_, at) => nameOf(240 + at)))
    expect(page).toMatchObject({ seen: total, hasNextPage: false })
    const first = await discover({ filter: '9', first: 3 })
    const next = await discover({ filter: '9', first: 3, after: first.endCursor })
    expect([...names(first), ...names(next)]).toEqual([9, 19, 29, 39, 49, 59].map(nameOf))
  })

  it('refuses the cursor of another question', async () => {
    const { discover } = await aCaseOf()
    const { endCursor } = await discover({ first: 10 })
    for (const more of [{ filter: 'x', after: endCursor }, { after: 'nonsense' }, { after: btoa('[1,2,3,4]') }]) {
      await expect(discover(more)).rejects.toMatchObject({ code: 'request.invalid' })
    }
    await expect(discover({ first: 0 })).rejects.toMatchObject({ fields: [{ path: 'first' }] })
  })

  it('wants its inputs, and no others', async () => {
    const { discover } = await aCaseOf()
    for (const [input, path] of [
      [{}, 'input.repository'],
      [{ repository: '' }, 'input.repository'],
      [{ repository: '../x' }, 'input.repository'],
      [{ repository: 'a', other: 'b' }, 'input.other'],
    ] as const) {
      await expect(discover({ type: 'tags', input })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path }],
      })
    }
  })
})

describe('what a service says no to', () => {
  it('is told with the page it happened on, beside what came before', async () => {
    const { discover } = await aCaseOf((from) => (from >= 200 ? { status: 403, body: {} } : undefined))
    const page = await discover({ first: 200 })
    expect(page.failure).toBeNull()
    const rest = await discover({ first: 200, filter: 'app' })
    expect(names(rest)).toHaveLength(200)
    const all = await discover({ first: 50, after: page.endCursor })
    expect(all).toMatchObject({ items: [], failure: { failureClass: 'permission', page: 3 }, hasNextPage: true })
    expect(all.failure?.remedy).toContain('registry:catalog:*')
    const filtered = await discover({ filter: 'app-1' })
    expect(names(filtered)).toHaveLength(100)
    const partial = await discover({ filter: 'app-24' })
    expect(partial).toMatchObject({ items: [], seen: 200, failure: { page: 3 }, cachedAt: expect.any(Date) })
  })

  it('is told of a list that is not there, with nothing said against the settings', async () => {
    const { discover } = await aCaseOf(() => ({ status: 404, body: {} }))
    const { items, failure } = await discover()
    expect(items).toEqual([])
    expect(failure).toMatchObject({
      failureClass: 'request',
      message: expect.stringContaining('does not offer this list'),
    })
    expect(failure?.remedy).not.toContain('base URL')
  })

  it('is asked again, and goes on where it failed once it is well', async () => {
    let isBroken = true
    const { discover } = await aCaseOf((from) => (from === 100 && isBroken ? { status: 404, body: {} } : undefined))
    const broken = await discover({ first: 150 })
    expect(broken).toMatchObject({ failure: { failureClass: 'request', page: 2 } })
    isBroken = false
    const rest = await discover({ first: 150, after: broken.endCursor })
    expect([...names(broken), ...names(rest)]).toEqual(Array.from({ length: total }, (_, at) => nameOf(at)))
  })

  it('is an outcome also when nobody answers', async () => {
    const ctx = await aCaller()
    const server = await aServer(() => ({ status: 200, body: {} }))
    const integration = await connected(ctx, server.url)
    server.server.closeAllConnections()
    await new Promise((resolve) => server.server.close(resolve))
    const page = await discoverResources(ctx, { integration, type: 'repositories' })
    expect(page).toMatchObject({ items: [], cachedAt: null, failure: { failureClass: 'network', page: 1 } })
  })
})

describe('a registry without a catalog', () => {
  it('says so and what to do, among its lists and when it is asked', async () => {
    const ctx = await aCaller()
    const { integration } = await connectIntegration(ctx, {
      ...{ type: 'registry.oci', instance: 'dockerHub', method: 'none', config: {}, secrets: {}, skipTest: true },
    })
    const [repositories, tags] = await readResourceLists(ctx, integration.slug)
    expect(repositories).toMatchObject({ name: 'repositories', missing: expect.stringContaining('Docker Hub') })
    expect(tags).toMatchObject({ name: 'tags', missing: null, inputs: [{ name: 'repository', list: null }] })
    const page = await discoverResources(ctx, { integration: integration.slug, type: 'repos' })
    expect(page.failure).toMatchObject({ failureClass: 'request', remedy: expect.stringContaining('library/alpine') })
  })
})

describe('what is remembered of a list', () => {
  it('is told for ten minutes with its time, and asked anew for who wants it so', async () => {
    let ahead = 0
    const { now } = cacheClock
    vi.spyOn(cacheClock, 'now').mockImplementation(() => now() + ahead)
    const { discover, pages } = await aCaseOf()
    const first = await discover()
    expect(first).toMatchObject({ isCached: false, cachedAt: expect.any(Date) })
    ahead = 599_000
    expect(await discover()).toMatchObject({ isCached: true, cachedAt: first.cachedAt })
    expect(pages()).toBe(1)
    ahead = 601_000
    expect(await discover()).toMatchObject({ isCached: false })
    expect(await discover({ refresh: true })).toMatchObject({ isCached: false })
    expect(pages()).toBe(3)
  })

  it('asks the service once for fifty who ask together', async () => {
    const { discover, pages } = await aCaseOf()
    const all = await Promise.all(Array.from({ length: 50 }, () => discover()))
    expect(new Set(all.map((page) => page.items.length))).toEqual(new Set([100]))
    expect(pages()).toBe(1)
  })

  it('belongs to one tenant, also where slug and address are the same', async () => {
    const { integration, url, pages, discover } = await aCaseOf()
    await discover()
    const other = await aCaller()
    expect(await connected(other, url)).toBe(integration)
    expect(await discoverResources(other, { integration, type: 'repositories' })).toMatchObject({ isCached: false })
    expect(pages()).toBe(2)
  })

  it('is not told to who may only read along, to a key without the right, or once it is disabled', async () => {
    const { ctx, integration, discover } = await aCaseOf()
    await discover()
    const asked = { integration, type: 'repositories' }
    const viewer = await aColleague(ctx, 'viewer')
    for (const who of [viewer, holding(ctx, 'integrations:read', 'integrations:execute')]) {
      await expect(discoverResources(who, asked)).rejects.toMatchObject({ code: 'permission.denied' })
      await expect(streamResources(who, asked)).rejects.toMatchObject({ code: 'permission.denied' })
      await expect(readResourceLists(who, integration)).rejects.toMatchObject({ code: 'permission.denied' })
    }
    expect((await discoverResources(await aColleague(ctx, 'operator'), asked)).isCached).toBe(true)
    await disableIntegration(ctx, { slug: integration })
    await expect(discover()).rejects.toMatchObject({ code: 'integration.disabled' })
  })

  it('is let go when the integration is deleted', async () => {
    await aLiveHub()
    const { ctx, integration, discover } = await aCaseOf()
    await discover()
    const { id } = await getIntegration(ctx, { slug: integration })
    // A list of our own beside it, since what the hub hears of other tests also takes theirs away.
    const anew = vi.fn(async (): Promise<Listing> => ({ quotas: [], trouble: null, resources: [], cursor: null }))
    const readMine = () => lists.read([ctx.tenantId, id, 'mine'], anew)
    await readMine()
    expect((await readMine()).isHit).toBe(true)
    await deleteIntegration(ctx, { slug: integration })
    await vi.waitFor(async () => expect((await readMine()).isHit).toBe(false), { timeout: 5_000 })
    expect(anew).toHaveBeenCalledTimes(2)
  })
})

describe('a stream', () => {
  it('tells page after page with a count, and ends with the last', async () => {
    const { ctx, integration } = await aCaseOf()
    const batches = await gathered(await streamResources(ctx, { integration, type: 'repositories' }))
    expect(batches.map(({ page, count, isLast }) => [page, count, isLast])).toEqual([
      [1, 100, false],
      [2, 200, false],
      [3, 250, true],
    ])
    expect(batches.flatMap(names)).toHaveLength(total)
  })

  it('ends with what fails, and with as many as were wanted', async () => {
    const { ctx, integration } = await aCaseOf((from) => (from === 200 ? { status: 403, body: {} } : undefined))
    const batches = await gathered(await streamResources(ctx, { integration, type: 'repositories' }))
    expect(batches.at(-1)).toMatchObject({ items: [], count: 200, isLast: true, failure: { page: 3 } })
    const some = await gathered(await streamResources(ctx, { integration, type: 'repositories', first: 120 }))
    expect(some.map(({ count }) => count)).toEqual([100, 120])
    expect(some.at(-1)).toMatchObject({ isLast: true, hasNextPage: true })
  })
})

describe.skipIf(!hasDockerRegistry)('a real registry', () => {
  it('lists what was pushed to it, and the tags of a repository', async () => {
    const { url } = await aDockerRegistry()
    const ctx = await aCaller()
    const integration = await connected(ctx, url)
    for (const repository of ['team/api', 'team/web']) await pushImage({ url, repository }, 'v1', repository)
    await pushImage({ url, repository: 'team/api' }, 'v2', 'two')
    expect(names(await discoverResources(ctx, { integration, type: 'repos' }))).toEqual(['team/api', 'team/web'])
    const tagsOf = (repository: string) => discoverResources(ctx, { integration, type: 'tags', input: { repository } })
    expect(names(await tagsOf('team/api'))).toEqual(['v1', 'v2'])
    const missing = await tagsOf('team/none')
    expect(missing.failure?.message).toContain('finds nothing under this repository')
  })
})
