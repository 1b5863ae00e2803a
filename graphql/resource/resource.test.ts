import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { aHub, anOpenLine } from '@/test/hub'
import { aCaller, aKey, aServer } from '@/test/world'

const names = Array.from({ length: 150 }, (_, at) => `team/app-${String(at).padStart(3, '0')}`)

async function aRegistry(ctx: Context): Promise<string> {
  const { url } = await aServer(({ url: asked }) => {
    const { pathname, searchParams } = new URL(asked, 'http://registry')
    if (pathname === '/v2/') return { status: 200, body: {} }
    if (pathname !== '/v2/_catalog') return { status: 404, body: { errors: [{ code: 'NAME_UNKNOWN' }] } }
    const from = names.indexOf(searchParams.get('last') ?? '') + 1
    const page = names.slice(from, from + 100)
    const link = { link: `</v2/_catalog?n=100&last=${page.at(-1)}>; rel="next"` }
    return { status: 200, body: { repositories: page }, ...(from + 100 < names.length && { headers: link }) }
  })
  const { integration } = await connectIntegration(ctx, {
    ...{
      type: 'registry.oci',
      instance: 'custom',
      method: 'none',
      config: { baseUrl: url },
      secrets: {},
      skipTest: true,
    },
  })
  return integration.slug
}

const failure = 'failure { failureClass message remedy page }'

describe('what lies behind an integration, over GraphQL', () => {
  it('is listed with its lists, its page and what the service did not answer', async () => {
    const ctx = await aCaller()
    const [hub, key, id] = [await aHub(), await aKey(ctx), await aRegistry(ctx)]
    const { data, errors } = await hub.ask(
      `query ($id: ID!) {
        resourceLists(integration: $id) { name inputs { name list } missing }
        discoverResources(integration: $id, type: "repos", first: 2) {
          type isCached cachedAt seen edges { cursor node { id name url attributes } } pageInfo { hasNextPage endCursor } ${failure}
        }
        resolveTag(integration: $id, reference: "team/none:v1") { image { digest } ${failure} }
        verifyDigest(integration: $id, repository: "team/none", digest: "sha256:${'a'.repeat(64)}") { isVerified verdict { digest } ${failure} }
      }`,
      { key, variables: { id } },
    )
    expect(errors).toEqual([])
    expect(data?.resourceLists).toMatchObject([
      { name: 'repositories', inputs: [], missing: null },
      { name: 'tags', inputs: [{ name: 'repository', list: 'repositories' }] },
    ])
    expect(data?.discoverResources).toMatchObject({
      ...{ type: 'repositories', isCached: false, failure: null, pageInfo: { hasNextPage: true } },
      edges: [{ node: { id: names[0], attributes: {} } }, { node: { id: names[1] } }],
    })
    const unknown = { failureClass: 'REQUEST', message: 'The registry has no repository team/none.', page: null }
    expect(data?.resolveTag).toMatchObject({ image: null, failure: unknown })
    expect(data?.verifyDigest).toMatchObject({ isVerified: false, verdict: null, failure: unknown })
  })

  it('comes over a socket page after page, and ends', async () => {
    const ctx = await aCaller()
    const id = await aRegistry(ctx)
    const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
    const document = `subscription ($id: ID!) {
      resources(integration: $id, type: "repositories") { page count isLast edges { node { id } } ${failure} }
    }`
    line.subscribe('1', document, { id })
    await line.until(({ type }) => type === 'complete')
    const batches = line.messages.flatMap(({ type, payload }) =>
      type === 'next' ? [(payload as { data: { resources: object } }).data.resources] : [],
    )
    expect(batches).toMatchObject([
      { page: 1, count: 100, isLast: false, failure: null },
      { page: 2, count: 150, isLast: true, failure: null },
    ])
  })

  it('is refused to who only reads along, and what cannot be asked is an error that names it', async () => {
    const ctx = await aCaller()
    const [hub, id] = [await aHub(), await aRegistry(ctx)]
    const ask = async (key: string, type: string) =>
      (
        await hub.ask(
          'query ($id: ID!, $type: String!) { discoverResources(integration: $id, type: $type) { seen } }',
          { key, variables: { id, type } },
        )
      ).errors[0]?.extensions.type
    expect(await ask(await aKey(ctx), 'nothing')).toBe('resource.unknown_list')
    expect(await ask(await aKey(ctx), 'tags')).toBe('request.invalid')
    const reader = holdingOnlyReading(ctx)
    expect(await ask(await aKey(reader), 'repos')).toBe('permission.denied')
    expect(await ask(await aKey(await aCaller()), 'repos')).toBe('integration.not_found')
  })
})

function holdingOnlyReading<C extends Context>(ctx: C): C {
  return { ...ctx, grants: [{ permission: 'integrations:read' }, { permission: 'keys:write' }] }
}
