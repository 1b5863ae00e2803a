import { describe, expect, it } from 'vitest'
import { sha } from '@/test/images'
import { aRestGround } from '@/test/rest-ground'

/** Images of a registry over REST; what is true of real registries is tested where the rules are. */
describe('images over REST', () => {
  it('resolves a tag, hands over the manifest, and the two have one digest', async () => {
    const { ask, ids, image } = await aRestGround()
    const at = `/api/v1/integrations/${ids.registry}/images`
    const resolved = await ask(`GET ${at}/resolve?reference=team/app:v1`)
    expect(resolved.body).toMatchObject({
      failure: null,
      image: { ...image, tag: 'v1', kind: 'image', isCached: false },
    })
    const fetched = await ask(`GET ${at}/manifest?repository=team/app&reference=v1`)
    const manifest = fetched.body.manifest as { text: string }
    expect(sha(manifest.text)).toBe(image.digest)
    expect((await ask(`GET ${at}/resolve?reference=team/app:v1`)).body).toMatchObject({ image: { isCached: true } })
    const anew = await ask(`GET ${at}/resolve?reference=team/app:v1&refresh=true`)
    expect(anew.body).toMatchObject({ image: { isCached: false } })
  })

  it('says of bytes whether they are those that were meant', async () => {
    const { ask, ids, image } = await aRestGround()
    const line = `POST /api/v1/integrations/${ids.registry}/images/verify`
    expect((await ask(line, { body: image })).body).toMatchObject({ isVerified: true, failure: null })
    const other = await ask(line, { body: { ...image, expected: sha('something else') } })
    expect([other.status, other.body]).toMatchObject([
      200,
      { isVerified: false, verdict: { actual: image.digest }, failure: { failureClass: 'request' } },
    ])
  })

  it('tells as an answer that the registry fails, and as a problem that there is no registry', async () => {
    const { ask, ids } = await aRestGround()
    const missing = await ask(`GET /api/v1/integrations/${ids.registry}/images/resolve?reference=team/none:v1`)
    expect([missing.status, missing.body]).toMatchObject([
      200,
      { image: null, failure: { message: expect.any(String) } },
    ])
    const none = await ask(`GET /api/v1/integrations/${ids.github}/images/resolve?reference=team/app:v1`)
    expect([none.status, none.body.code]).toEqual([422, 'resource.no_registry'])
    const odd = await ask(`GET /api/v1/integrations/${ids.registry}/images/resolve?reference=%20`)
    expect([odd.status, odd.body.fields[0]?.path]).toEqual([400, 'reference'])
  })
})
