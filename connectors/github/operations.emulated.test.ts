import { once } from 'node:events'
import { createServer } from 'node:net'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connector, type OperationInput, parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { github } from './index'

/** A pull request from its branch to its merge, and what GitHub says no to, against the GitHub of `emulate`. */
let port = 0
let emulator: Emulator
const repository = 'octocat/web'

function run(name: string, input: OperationInput = {}) {
  const { manifest, hooks } = github
  const saas = { ...manifest.instances.saas, baseUrl: `http://localhost:${port}` }
  const connector: Connector = { manifest: { ...manifest, instances: { saas } }, hooks }
  const settings = parseConnectorSettings(connector, { config: {}, secrets: { token: 'ghp_octocat' } })
  return operating(connector, settings)(name, input)
}

/** A commit on a branch, so that it differs from where it came from. */
async function push(branch: string): Promise<void> {
  const body = JSON.stringify({ message: 'work', content: Buffer.from(branch).toString('base64'), branch })
  const response = await fetch(`http://localhost:${port}/repos/${repository}/contents/${branch}.txt`, {
    method: 'PUT',
    headers: { authorization: 'Bearer ghp_octocat', 'content-type': 'application/json' },
    body,
  })
  expect(response.status).toBe(201)
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
  const others = Array.from({ length: 130 }, (_, i) => ({ owner: 'octocat', name: `r${i}`, auto_init: true }))
  emulator = await createEmulator({
    service: 'github',
    port,
    seed: {
      tokens: { ghp_octocat: { login: 'octocat', scopes: ['repo'] } },
      github: { users: [{ login: 'octocat' }], repos: [{ owner: 'octocat', name: 'web', auto_init: true }, ...others] },
    },
  })
})
afterAll(() => emulator.close())

describe('the emulated GitHub', () => {
  it('takes a pull request from its branch to its merge', async () => {
    const made = await run('createBranch', { repository, branch: 'feature/one', from: 'main' })
    expect(made).toMatchObject({
      failure: null,
      output: { name: 'feature/one', sha: expect.stringMatching(/^\w{40}$/) },
    })
    await push('feature/one')
    const opened = await run('createPullRequest', { repository, title: 'One', headBranch: 'feature/one' })
    expect(opened).toMatchObject({
      failure: null,
      output: { state: 'open', baseBranch: 'main', number: expect.any(Number) },
    })
    const { number } = opened.output ?? {}
    const reviewed = await run('reviewPullRequest', { repository, number, verdict: 'comment', body: 'fine' })
    expect(reviewed).toMatchObject({ failure: null, output: { state: 'COMMENTED' } })
    const listed = await run('listPullRequests', { repository })
    expect(listed).toMatchObject({ output: { items: [{ number, headBranch: 'feature/one' }], hasMore: false } })
    expect(await run('mergePullRequest', { repository, number })).toMatchObject({ output: { isMerged: true } })
    const again = await run('mergePullRequest', { repository, number })
    expect(again.failure).toMatchObject({ failureClass: 'request', reason: 'status' })
    expect(again.failure?.remedy).toContain('merged or closed already')
    expect(await run('deleteBranch', { repository, branch: 'feature/one' })).toEqual({ failure: null, output: {} })
    const branches = await run('listBranches', { repository })
    expect(branches.output?.items).toEqual([expect.objectContaining({ name: 'main' })])
  })

  it('lists page after page, up to the limit', async () => {
    const all = await run('listRepositories', { limit: 1_000 })
    expect(all.output).toMatchObject({ hasMore: false })
    expect(all.output?.items).toHaveLength(131)
    const some = await run('listRepositories', { limit: 101 })
    expect(some.output?.items).toHaveLength(101)
    expect(some.output).toMatchObject({ hasMore: true })
  })

  it('opens, comments and closes an issue', async () => {
    const opened = await run('createIssue', { repository, title: 'Deploy failed', labels: ['bug'] })
    const { number } = opened.output ?? {}
    expect(opened).toMatchObject({ failure: null, output: { state: 'open' } })
    expect(await run('commentIssue', { repository, number, body: 'looking' })).toMatchObject({ failure: null })
    expect(await run('closeIssue', { repository, number })).toMatchObject({ output: { state: 'closed', number } })
  })

  it('protects a branch, and takes the protection away', async () => {
    const input = { repository, branch: 'main', requiredApprovals: 2, requiredChecks: ['ci/build'] }
    expect(await run('protectBranch', input)).toMatchObject({ failure: null, output: { requiredApprovals: 2 } })
    const { output } = await run('listBranches', { repository })
    expect(output?.items).toContainEqual(expect.objectContaining({ name: 'main', isProtected: true }))
    expect(await run('unprotectBranch', { repository, branch: 'main' })).toMatchObject({ failure: null })
  })

  it('refuses what cannot be, and says what helps', async () => {
    const twice = { repository, branch: 'twice' }
    expect(await run('createBranch', twice)).toMatchObject({ failure: null })
    const again = await run('createBranch', twice)
    expect(again.failure).toMatchObject({ failureClass: 'request', reason: 'status' })
    expect(again.failure?.message).toContain('422')
    expect(again.failure?.remedy).toContain('choose another name')
    const absent = await run('listBranches', { repository: 'octocat/absent' })
    expect(absent.failure).toMatchObject({ failureClass: 'request', reason: 'status' })
    expect(absent.failure?.remedy).toContain('repository')
  })
})
