import { describe, expect, it } from 'vitest'
import { parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { type Answer, type Asked, aServer } from '@/test/world'
import { ociRegistry } from './index'

const digest = `sha256:${'a'.repeat(64)}`

async function aRegistry(answer: (asked: Asked) => Answer) {
  const { url, asked: all } = await aServer(answer)
  const given = { instance: 'custom', method: 'none', config: { baseUrl: url }, secrets: {} }
  // Not the question whether a token is needed.
  const asked = () => all.filter((one) => one.url !== '/v2/')
  return { run: operating(ociRegistry, parseConnectorSettings(ociRegistry, given)), asked }
}

describe('an operation of a registry', () => {
  it('lists tags, page after page', async () => {
    const { run, asked } = await aRegistry(({ url }) =>
      url.includes('last=')
        ? { status: 200, body: { name: 'acme/web', tags: ['2.0'] } }
        : {
            status: 200,
            body: { tags: ['1.0'] },
            headers: { link: '</v2/acme/web/tags/list?last=1.0&n=5>; rel="next"' },
          },
    )
    const { output } = await run('listTags', { repository: 'acme/web', limit: 5 })
    expect(output).toEqual({ items: [{ tag: '1.0' }, { tag: '2.0' }], hasMore: false })
    expect(asked()[0]?.url).toBe('/v2/acme/web/tags/list?n=5')
  })

  it('finds the digest of a tag without pulling it', async () => {
    const headers = { 'docker-content-digest': digest, 'content-type': 'application/vnd.oci.image.index.v1+json' }
    const { run, asked } = await aRegistry(() => ({ status: 200, headers }))
    const { output } = await run('resolveDigest', { repository: 'acme/web', tag: '1.0' })
    expect(output).toMatchObject({ digest, mediaType: 'application/vnd.oci.image.index.v1+json' })
    expect(asked()).toMatchObject([{ method: 'HEAD', url: '/v2/acme/web/manifests/1.0' }])
    expect(asked()[0]?.headers.accept).toContain('application/vnd.oci.image.index.v1+json')
  })

  it.each([
    [404, 'request', 'no such repository or tag'],
    [403, 'permission', 'may not pull'],
    [429, 'provider_limit', 'wait'],
    [503, 'provider_incident', ''],
  ] as const)('tells what %i means, and what helps', async (status, failureClass, remedy) => {
    const { run } = await aRegistry(() => ({ status, ...(status === 429 && { headers: { 'retry-after': '5' } }) }))
    const { failure } = await run('resolveDigest', { repository: 'acme/web' })
    expect(failure).toMatchObject({ failureClass, reason: 'status' })
    expect(failure?.remedy).toContain(remedy)
  })

  it.each(['../etc', 'acme/../x', 'Acme/web', 'acme/web?x'])('takes "%s" for no repository', async (repository) => {
    const { run, asked } = await aRegistry(() => ({ status: 200 }))
    await expect(run('listTags', { repository })).rejects.toMatchObject({ code: 'request.invalid' })
    expect(asked()).toEqual([])
  })
})
