import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '@/server/kernel/context'
import { cacheClock } from '@/server/platform/cache'
import { aDockerRegistry, hasDockerRegistry } from '@/test/docker-registry'
import { deleteManifest, pushImage, pushIndex, retag, sha } from '@/test/images'
import { serve } from '@/test/loopback'
import { aCaller, aColleague, aServer } from '@/test/world'
import { connectIntegration, updateIntegration } from '../integrations/service'
import { fetchManifest, resolveTag, verifyDigest } from './service'

afterEach(() => vi.restoreAllMocks())

async function aRegistryIntegration(ctx: Context, baseUrl: string, login?: { username: string; password: string }) {
  const { integration } = await connectIntegration(ctx, {
    type: 'registry.oci',
    instance: 'custom',
    method: login ? 'basic' : 'none',
    config: { baseUrl, ...(login && { username: login.username }) },
    secrets: login ? { password: login.password } : {},
    skipTest: true,
  })
  return integration
}

function movableClock() {
  let ahead = 0
  const { now } = cacheClock
  vi.spyOn(cacheClock, 'now').mockImplementation(() => now() + ahead)
  return (ms: number) => {
    ahead += ms
  }
}

const minutes = (count: number) => count * 60_000

// bcrypt of "U*U": a published test vector. Source: https://www.openwall.com/crypt/
const htpasswd = 'bot:$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n'
const login = { username: 'bot', password: 'U*U' }

describe.skipIf(!hasDockerRegistry)('a real registry', () => {
  async function aRegistry() {
    const { url } = await aDockerRegistry()
    const ctx = await aCaller()
    const integration = (await aRegistryIntegration(ctx, url)).slug
    return { ctx, integration, url, to: { url, repository: 'team/app' } }
  }

  it('resolves a tag to the digest of the bytes that were pushed, with its size', async () => {
    const { ctx, integration, to } = await aRegistry()
    const pushed = await pushImage(to, 'v1', 'one')
    const { failure, value } = await resolveTag(ctx, { integration, reference: 'team/app:v1' })
    expect(failure).toBeNull()
    expect(value).toMatchObject({
      ...{ repository: 'team/app', tag: 'v1', digest: pushed.digest, kind: 'image', sizeBytes: pushed.sizeBytes },
      ...{ mediaType: 'application/vnd.oci.image.manifest.v1+json', pushedAt: null, platforms: [], isCached: false },
    })
  })

  it('lists the platforms of an index with their sizes, and knows what is no platform', async () => {
    const { ctx, integration, to } = await aRegistry()
    const amd = await pushImage(to, null, 'amd64')
    const arm = await pushImage(to, null, 'arm64 and longer')
    const proof = await pushImage(to, null, 'attestation')
    const index = await pushIndex(to, 'multi', [
      { image: amd, platform: { os: 'linux', architecture: 'amd64' } },
      { image: arm, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { image: proof, platform: { os: 'unknown', architecture: 'unknown' }, isAttestation: true },
    ])
    const { value } = await resolveTag(ctx, { integration, reference: 'team/app:multi' })
    expect(value).toMatchObject({ digest: index.digest, kind: 'index', sizeBytes: amd.sizeBytes + arm.sizeBytes })
    expect(value?.platforms).toMatchObject([
      { platform: 'linux/amd64', digest: amd.digest, sizeBytes: amd.sizeBytes, isAttestation: false },
      { platform: 'linux/arm64/v8', digest: arm.digest, sizeBytes: arm.sizeBytes, isAttestation: false },
      { platform: null, digest: proof.digest, sizeBytes: null, isAttestation: true },
    ])
  })

  it('believes a tag for an hour and no longer, and asks anew for who wants it so', async () => {
    const forward = movableClock()
    const { ctx, integration, to } = await aRegistry()
    const first = await pushImage(to, 'latest', 'one')
    const digestNow = async (refresh = false) =>
      (await resolveTag(ctx, { integration, reference: 'team/app', refresh })).value?.digest
    expect(await digestNow()).toBe(first.digest)
    const second = await pushImage(to, 'latest', 'two')
    forward(minutes(59))
    expect(await digestNow()).toBe(first.digest)
    forward(minutes(2))
    expect(await digestNow()).toBe(second.digest)
    await retag(to, 'latest', first)
    expect(await digestNow()).toBe(second.digest)
    expect(await digestNow(true)).toBe(first.digest)
    expect(await digestNow()).toBe(first.digest)
  })

  it('tells a missing tag from a missing repository, each with what to do', async () => {
    const { ctx, integration, to } = await aRegistry()
    await pushImage(to, 'v1', 'one')
    const failureOf = async (reference: string) => (await resolveTag(ctx, { integration, reference })).failure
    expect(await failureOf('team/app:v2')).toMatchObject({
      failureClass: 'request',
      message: 'The repository team/app has no tag v2.',
    })
    expect(await failureOf('team/other:v2')).toMatchObject({ message: 'The registry has no repository team/other.' })
    expect(await failureOf(`team/app@sha256:${'0'.repeat(64)}`)).toMatchObject({
      message: 'The repository team/app has nothing with this digest.',
    })
  })

  it('tells a deleted image once it is asked anew', async () => {
    const { ctx, integration, to } = await aRegistry()
    const pushed = await pushImage(to, 'v1', 'one')
    await resolveTag(ctx, { integration, reference: 'team/app:v1' })
    await deleteManifest(to, pushed.digest)
    expect((await resolveTag(ctx, { integration, reference: 'team/app:v1' })).failure).toBeNull()
    expect((await resolveTag(ctx, { integration, reference: 'team/app:v1', refresh: true })).failure).not.toBeNull()
    const verdict = await verifyDigest(ctx, { integration, repository: 'team/app', digest: pushed.digest })
    expect(verdict.failure?.message).toContain('has nothing with this digest')
  })

  it('hands over a manifest by tag and by digest, to the byte', async () => {
    const { ctx, integration, to } = await aRegistry()
    const pushed = await pushImage(to, 'v1', 'one')
    const read = async (reference: string) =>
      (await fetchManifest(ctx, { integration, repository: 'team/app', reference })).value
    expect(await read('v1')).toMatchObject({ digest: pushed.digest, text: pushed.text, kind: 'image' })
    const byDigest = await read(pushed.digest)
    expect(byDigest).toMatchObject({ text: pushed.text, isCached: true, manifestBytes: pushed.text.length })
    expect(byDigest?.layers).toHaveLength(1)
  })

  it('verifies a digest by its bytes, also against another algorithm', async () => {
    const { ctx, integration, to } = await aRegistry()
    const { digest, text } = await pushImage(to, 'v1', 'one')
    const asked = { integration, repository: 'team/app', digest }
    expect(await verifyDigest(ctx, asked)).toMatchObject({ failure: null, value: { isVerified: true, actual: digest } })
    expect(await verifyDigest(ctx, { ...asked, expected: sha(text, 'sha512') })).toMatchObject({
      failure: null,
      value: { isVerified: true },
    })
    expect(await verifyDigest(ctx, { ...asked, expected: sha('else', 'sha512') })).toMatchObject({
      failure: { failureClass: 'request' },
      value: { isVerified: false, actual: sha(text, 'sha512') },
    })
  })

  it('with a password tells a wrong one from what does not exist', async () => {
    const { url } = await aDockerRegistry(htpasswd)
    const ctx = await aCaller()
    await pushImage({ url, repository: 'app', login }, 'v1', 'one')
    const right = (await aRegistryIntegration(ctx, url, login)).slug
    const wrong = (await aRegistryIntegration(ctx, url, { ...login, password: 'U*V' })).slug
    const read = (integration: string, reference: string) => resolveTag(ctx, { integration, reference })
    expect((await read(right, 'app:v1')).failure).toBeNull()
    expect((await read(right, 'app:v2')).failure).toMatchObject({ failureClass: 'request' })
    expect((await read(wrong, 'app:v1')).failure).toMatchObject({ failureClass: 'credential' })
  })
})

const imageType = 'application/vnd.oci.image.manifest.v1+json'
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha('c'), size: 10 }
const manifest = (size: number) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: imageType,
    config,
    layers: [{ mediaType: 'l', digest: sha('l'), size }],
  })

/** A registry whose answers a test decides; it serves one tag. */
async function oneImage(answer: (request: IncomingMessage, response: ServerResponse) => boolean) {
  const asked: string[] = []
  const url = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (answer(request, response)) return
    const text = manifest(1)
    response.writeHead(200, { 'content-type': imageType, 'docker-content-digest': sha(text) })
    response.end(request.method === 'HEAD' ? undefined : text)
  })
  return { url, asked }
}

describe('a registry that is not to be trusted', () => {
  it.each([
    ['by a digest that is not of its bytes', sha('lie')],
    ['by no digest at all', undefined],
  ])('%s is told as its own incident, and nothing is kept', async (_how, told) => {
    const { url } = await oneImage((request, response) => {
      if (request.method === 'HEAD') return false
      response.writeHead(200, { 'content-type': imageType, ...(told && { 'docker-content-digest': told }) })
      response.end(manifest(2))
      return true
    })
    const ctx = await aCaller()
    const integration = (await aRegistryIntegration(ctx, url)).slug
    for (let times = 0; times < 2; times += 1) {
      const { failure, value } = await resolveTag(ctx, { integration, reference: 'app:v1' })
      expect(failure).toMatchObject({ failureClass: 'provider_incident' })
      expect(failure?.message).toContain('not what their digest says')
      expect(value).toBeNull()
    }
    const verdict = await verifyDigest(ctx, { integration, repository: 'app', digest: sha(manifest(1)) })
    expect(verdict).toMatchObject({
      failure: { failureClass: 'provider_incident' },
      value: { isVerified: false, actual: sha(manifest(2)) },
    })
  })

  it('verifies sha512 where the registry serves it', async () => {
    const { url } = await oneImage((_request, response) => {
      response.writeHead(200, { 'content-type': imageType }).end(manifest(3))
      return true
    })
    const ctx = await aCaller()
    const integration = (await aRegistryIntegration(ctx, url)).slug
    const verify = (digest: string) => verifyDigest(ctx, { integration, repository: 'app', digest })
    expect(await verify(sha(manifest(3), 'sha512'))).toMatchObject({ failure: null, value: { isVerified: true } })
    expect(await verify(sha('else', 'sha512'))).toMatchObject({ value: { isVerified: false } })
  })

  it('that knows no HEAD and tells no digest is read by GET, and the digest is ours', async () => {
    const { url } = await oneImage((request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end()
      else
        response
          .writeHead(200, {
            'content-type': `${imageType}; charset=utf-8`,
            'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT',
          })
          .end(manifest(4))
      return true
    })
    const ctx = await aCaller()
    const integration = (await aRegistryIntegration(ctx, url)).slug
    const { value } = await resolveTag(ctx, { integration, reference: 'app' })
    expect(value).toMatchObject({ digest: sha(manifest(4)), sizeBytes: 14 })
  })

  it('that answers with something else is told so', async () => {
    const ctx = await aCaller()
    const { url } = await aServer(() => ({ status: 200, body: { schemaVersion: 1, history: [] } }))
    const integration = (await aRegistryIntegration(ctx, url)).slug
    const { failure } = await resolveTag(ctx, { integration, reference: 'app' })
    expect(failure).toMatchObject({ failureClass: 'request' })
    expect(failure?.message).toContain('no image manifest')
  })
})

describe('what is remembered', () => {
  it('asks once for fifty who ask together', async () => {
    const { url, asked } = await oneImage(() => false)
    const ctx = await aCaller()
    const integration = (await aRegistryIntegration(ctx, url)).slug
    const all = await Promise.all(
      Array.from({ length: 50 }, () => resolveTag(ctx, { integration, reference: 'app:v1' })),
    )
    expect(new Set(all.map(({ value }) => value?.digest))).toEqual(new Set([sha(manifest(1))]))
    expect(asked.filter((line) => line.startsWith('HEAD'))).toHaveLength(1)
    expect(asked.filter((line) => line.startsWith('GET /v2/app'))).toHaveLength(1)
  })

  it('is of one tenant, also where slug, address and tag are the same', async () => {
    const [one, other] = await Promise.all([aCaller(), aCaller()])
    const { url, asked } = await oneImage(() => false)
    for (const ctx of [one, other]) {
      const { slug } = await aRegistryIntegration(ctx, url)
      expect((await resolveTag(ctx, { integration: slug, reference: 'app:v1' })).value?.isCached).toBe(false)
    }
    expect(asked.filter((line) => line.startsWith('HEAD'))).toHaveLength(2)
  })

  it('is not found any more once the settings change, without waiting for an event', async () => {
    const { url, asked } = await oneImage(() => false)
    const ctx = await aCaller()
    const { slug, id, version } = await aRegistryIntegration(ctx, url)
    await resolveTag(ctx, { integration: slug, reference: 'app:v1' })
    await updateIntegration(ctx, { id, version, name: 'renamed', skipTest: true })
    await resolveTag(ctx, { integration: slug, reference: 'app:v1' })
    expect(asked.filter((line) => line.startsWith('HEAD'))).toHaveLength(2)
  })

  it('is refused to whoever may only read along, also when it is remembered', async () => {
    const { url } = await oneImage(() => false)
    const ctx = await aCaller()
    const viewer = await aColleague(ctx, 'viewer')
    const { slug } = await aRegistryIntegration(ctx, url)
    await resolveTag(ctx, { integration: slug, reference: 'app:v1' })
    await expect(resolveTag(viewer, { integration: slug, reference: 'app:v1' })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(resolveTag(await aCaller(), { integration: slug, reference: 'app:v1' })).rejects.toMatchObject({
      code: 'integration.not_found',
    })
  })
})

describe('what cannot be asked', () => {
  it('is refused, naming the value', async () => {
    const ctx = await aCaller()
    const { url, asked } = await oneImage(() => false)
    const { slug: integration } = await aRegistryIntegration(ctx, url)
    for (const reference of ['', 'UPPER/case', 'ghcr.io/acme/api', '../../_catalog']) {
      await expect(resolveTag(ctx, { integration, reference })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'reference' }],
      })
    }
    const digest = sha('x')
    const verify = (more: object) => verifyDigest(ctx, { integration, repository: 'app', digest, ...more })
    await expect(verify({ digest: 'sha256:1' })).rejects.toMatchObject({ fields: [{ path: 'digest' }] })
    await expect(verify({ expected: 'md5:1' })).rejects.toMatchObject({ fields: [{ path: 'expected' }] })
    expect(asked).toEqual([])
  })

  it('of an integration that is no registry is told so', async () => {
    const ctx = await aCaller()
    const { url } = await aServer(() => ({ status: 200, body: {} }))
    const { integration } = await connectIntegration(ctx, {
      ...{ type: 'custom.http', method: 'bearer', config: { baseUrl: url }, secrets: { token: 'tok-000000000' } },
      skipTest: true,
    })
    await expect(resolveTag(ctx, { integration: integration.slug, reference: 'app' })).rejects.toMatchObject({
      code: 'resource.no_registry',
    })
  })
})
