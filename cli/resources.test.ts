import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aDockerRegistry, hasDockerRegistry } from '@/test/docker-registry'
import { pushImage, sha } from '@/test/images'
import { buildInthub, type Inthub } from '@/test/inthub'
import { aFreePort, aHubProcess, type HubProcess } from '@/test/processes'
import { aCaller, aKey, aServer } from '@/test/world'

// A process per command, on machines with little to spare.
vi.setConfig({ testTimeout: 120_000 })

let hub: HubProcess
let built: Inthub

beforeAll(async () => {
  const port = await aFreePort()
  built = await buildInthub(() => `http://localhost:${port}`)
  hub = await aHubProcess({
    DATABASE_URL: inject('databaseUrl'),
    PORT: String(port),
    INTHUB_URL: `http://localhost:${port}`,
  })
})

afterAll(async () => {
  await hub?.kill('SIGTERM')
  built?.remove()
})

describe.skipIf(!hasDockerRegistry)('the commands for what lies behind a registry', () => {
  it('list it, resolve a tag to the digest alone, and verify it', async () => {
    const ctx = await aCaller()
    const { url } = await aDockerRegistry()
    const to = { url, repository: 'team/app' }
    const { digest, text } = await pushImage(to, 'v1', 'one')
    await pushImage(to, 'v2', 'two')
    const input = { type: 'registry.oci', instance: 'custom', method: 'none', config: { baseUrl: url }, secrets: {} }
    const { integration } = await connectIntegration(ctx, { ...input, skipTest: true })
    const key = await aKey(ctx)
    const inthub = (verb: string, rest: string) =>
      built.start(['integration', verb, integration.slug, ...rest.split(' ').filter(Boolean)], { key }).told

    expect((await inthub('resources', '')).out).toMatch(/repositories\tRepositories[\s\S]*tags\tTags\trepository/)
    expect(await inthub('resources', '--type repos -o name')).toMatchObject({ code: 0, out: 'team/app\n' })
    const tags = await inthub('resources', '--type tags --input repository=team/app --filter 2 --json id')
    expect(JSON.parse(tags.out)).toEqual([{ apiVersion: 'v1', id: 'v2' }])
    expect(await inthub('resolve', 'team/app:v1')).toMatchObject({ code: 0, out: `${digest}\n` })
    expect(JSON.parse((await inthub('resolve', 'team/app:v1 -o json')).out)).toMatchObject({ digest, kind: 'image' })
    expect(await inthub('manifest', 'team/app v1')).toMatchObject({ code: 0, out: text })
    expect((await inthub('verify', `team/app@${digest}`)).code).toBe(0)
    expect((await inthub('verify', `team/app@${digest} --expected ${sha('else', 'sha512')}`)).code).toBe(6)
    const missing = await inthub('resolve', 'team/app:none')
    expect(missing).toMatchObject({ code: 3, out: '' })
    expect(missing.err).toContain('has no tag none')
    expect((await inthub('resources', '--type branches')).code).toBe(3)
    expect((await inthub('verify', 'team/app:v1')).code).toBe(2)
  })
})

describe('a list that fails', () => {
  it('prints no empty list before it says so', async () => {
    const ctx = await aCaller()
    const { url } = await aServer(({ url: path }) => ({ status: path === '/v2/' ? 200 : 404, body: {} }))
    const input = { type: 'registry.oci', instance: 'custom', method: 'none', config: { baseUrl: url }, secrets: {} }
    const { integration } = await connectIntegration(ctx, { ...input, skipTest: true })
    const args = ['integration', 'resources', integration.slug, '--type', 'repos', '-o', 'table']
    const told = await built.start(args, { key: await aKey(ctx) }).told
    expect(told).toMatchObject({ code: 3, out: '' })
    expect(told.err).toContain('does not offer this list')
    expect(told.err).not.toMatch(/shown|more:/)
  })
})
