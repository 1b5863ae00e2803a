import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { discoverResources, resolveTag, verifyDigest } from '@/server/domain/resources/service'
import { aCaller } from '@/test/world'
import { openServiceMemory } from './files'
import { installedPrograms, openServices, type Programs } from './services'
import { storyOf } from './story'

const small: Programs = { registry: undefined, prometheus: undefined }
const installed = installedPrograms()
if (!installed.registry) console.warn('Skipped: the images of a real registry need the Debian package docker-registry.')

async function aRegistryOf(slug: string, programs: Programs) {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-images-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const memory = openServiceMemory(folder)
  const metricsUrl = 'http://127.0.0.1:9/metrics'
  const services = await openServices({ memory, metricsUrl, programs, emulators: false })
  onTestFinished(() => services.stop())
  const one = storyOf(services).find((each) => each.slug === slug)
  if (!one) throw new Error(`The story has no ${slug}.`)
  const { type, instance, method, config = {}, secrets = {} } = one
  const ctx = await aCaller()
  const { integration } = await connectIntegration(ctx, {
    ...{ type, instance, method, config, secrets, skipTest: true },
  })
  return { ctx, integration: integration.slug }
}

describe('the images of the demo', () => {
  it.each(['registry-1', 'harbor-1', 'docker-hub-1'])(
    'are listed, resolved and verified at the small %s',
    async (slug) => {
      const { ctx, integration } = await aRegistryOf(slug, small)
      const tags = await discoverResources(ctx, { integration, type: 'tags', input: { repository: 'acme/web' } })
      expect(tags.items.map(({ node }) => node.id).sort()).toEqual(['latest', 'v1.4.0', 'v1.5.0'])
      const { value } = await resolveTag(ctx, { integration, reference: 'acme/web:latest' })
      expect(value).toMatchObject({
        kind: 'index',
        platforms: [{ platform: 'linux/amd64' }, { platform: 'linux/arm64' }],
      })
      const asked = { integration, repository: 'acme/web', digest: value?.digest ?? '' }
      expect((await verifyDigest(ctx, asked)).value).toMatchObject({ isVerified: true })
      const repositories = await discoverResources(ctx, { integration, type: 'repositories' })
      const names = repositories.items.map(({ node }) => node.id)
      expect(names).toEqual(slug === 'docker-hub-1' ? [] : ['acme/api', 'acme/web'])
    },
  )

  it.skipIf(!installed.registry)('are the same at a real registry, which is given them', async () => {
    const digestAt = async (programs: Programs) => {
      const { ctx, integration } = await aRegistryOf('registry-1', programs)
      return (await resolveTag(ctx, { integration, reference: 'acme/api:latest' })).value?.digest
    }
    const digest = await digestAt({ ...small, registry: installed.registry })
    expect(digest).toMatch(/^sha256:/)
    expect(await digestAt(small)).toBe(digest)
  })
})
