import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { createServer } from 'node:net'
import { Octokit } from '@octokit/rest'
import { createEmulator } from 'emulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { serve } from '@/test/loopback'
import { aCaller, aKey } from '@/test/world'

/** The SDK of a vendor, told nothing but another base URL and the hub's key, against the GitHub of `emulate`. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** An Enterprise Server: the emulator answers at its root, and here below /api/v3. */
async function aGithub(repos: number): Promise<{ server: string; tokens: Set<string> }> {
  const tokens = new Set<string>()
  const port = await freePort()
  const server = await serve((request, response) => {
    tokens.add(request.headers.authorization ?? '')
    const path = (request.url ?? '').replace('/api/v3', '') || '/'
    const up = httpRequest({ port, path, method: request.method, headers: request.headers }, (answer) => {
      // The emulator takes the host it was asked at for its base.
      const link = answer.headers.link?.toString().replaceAll(`${server}/`, `${server}/api/v3/`)
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...(link && { link }) })
      answer.pipe(response)
    })
    up.on('error', () => response.destroy())
    request.pipe(up)
  })
  const emulator = await createEmulator({
    ...{ service: 'github', port },
    seed: {
      tokens: { ghp_octocat: { login: 'octocat', scopes: ['repo'] } },
      github: {
        users: [{ login: 'octocat' }],
        repos: Array.from({ length: repos }, (_, at) => ({ owner: 'octocat', name: `r${at}`, auto_init: true })),
      },
    },
  })
  onTestFinished(() => emulator.close())
  return { server, tokens }
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

async function octokitFor(server: string): Promise<{ octokit: Octokit; key: string }> {
  const hub = await aHub()
  const ctx = await aCaller()
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'scm.github', instance: 'enterpriseServer', method: 'token', skipTest: true },
    ...{ config: { server }, secrets: { token: 'ghp_octocat' } },
  })
  const key = await aKey(ctx)
  const baseUrl = `${hub.url}/api/v1/proxy/${integration.slug}`
  return { octokit: new Octokit({ baseUrl, auth: key, log: quiet }), key }
}

describe('octokit through the proxy', () => {
  it('signs in, follows all pages, opens an issue and reads a failure, and the key stays here', async () => {
    const { server, tokens } = await aGithub(70)
    const { octokit, key } = await octokitFor(server)
    expect((await octokit.users.getAuthenticated()).data.login).toBe('octocat')
    const repos = await octokit.paginate(octokit.repos.listForAuthenticatedUser, { per_page: 30 })
    expect(new Set(repos.map(({ name }) => name)).size).toBe(70)
    const place = { owner: 'octocat', repo: 'r7' }
    const opened = await octokit.issues.create({ ...place, title: 'Opened through the hub', body: 'ünïcode ✓' })
    expect(opened.status).toBe(201)
    expect(opened.headers['x-inthub-call-id']).toMatch(/^cal_/)
    const read = await octokit.issues.get({ ...place, issue_number: opened.data.number })
    expect(read.data).toMatchObject({ title: 'Opened through the hub', body: 'ünïcode ✓' })
    await expect(octokit.repos.get({ owner: 'octocat', repo: 'none' })).rejects.toMatchObject({ status: 404 })
    expect([...tokens]).toEqual(['Bearer ghp_octocat'])
    expect(JSON.stringify([...tokens])).not.toContain(key)
  })
})
