import { once } from 'node:events'
import { createServer } from 'node:net'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connector, listResources, parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { github } from './index'

/** Against the GitHub of `emulate`, which keeps state, counts requests and pages as the real one does. */
const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
let port = 0
let emulator: Emulator

/** The connector at the emulator's address: it answers at its root, as api.github.com does. */
function emulated() {
  const { manifest, hooks } = github
  const saas = { ...manifest.instances.saas, baseUrl: `http://localhost:${port}` }
  const connector: Connector = { manifest: { ...manifest, instances: { saas } }, hooks }
  const settings = parseConnectorSettings(connector, { config: {}, secrets: { token: 'ghp_octocat' } })
  return { connector, settings }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

beforeAll(async () => {
  port = await freePort()
  const repos = Array.from({ length: 120 }, (_, i) => ({ owner: 'octocat', name: `r${i}`, auto_init: true }))
  emulator = await createEmulator({
    service: 'github',
    port,
    seed: {
      tokens: { ghp_octocat: { login: 'octocat', scopes: ['repo', 'read:org'] } },
      github: { users: [{ login: 'octocat' }], orgs: [{ login: 'acme' }], repos },
    },
  })
})
afterAll(() => emulator.close())

describe('the emulated GitHub', () => {
  it('is healthy, and its quota falls with each check', async () => {
    const { connector, settings } = emulated()
    const first = await runProbes(connector, settings, http)
    const second = await runProbes(connector, settings, http)
    expect(first).toMatchObject({ verdict: 'healthy', identity: 'octocat' })
    const left = (report: typeof first) => report.quotas.find(({ pool }) => pool === 'core')?.remaining ?? -1
    expect(left(first)).toBeGreaterThan(4_900)
    expect(left(second)).toBeLessThan(left(first))
    expect(first.quotas.map(({ pool }) => pool).sort()).toEqual(['core', 'graphql', 'search'])
  })

  it('lists its repositories over several pages, and the branches of one', async () => {
    const { connector, settings } = emulated()
    const all = await listResources(connector, settings, http, { list: 'repositories', first: 1_000 })
    expect(all).toMatchObject({ trouble: null, cursor: null })
    expect(new Set(all.resources.map(({ id }) => id)).size).toBe(120)
    const branches = await listResources(connector, settings, http, {
      list: 'branches',
      input: { repository: 'octocat/r7' },
    })
    expect(branches).toMatchObject({ trouble: null, resources: [{ id: 'main' }] })
    const none = await listResources(connector, settings, http, { list: 'tags', input: { repository: 'octocat/no' } })
    expect(none).toMatchObject({ trouble: { failureClass: 'request' } })
  })
})
