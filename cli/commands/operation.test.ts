import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { buildInthub, type Inthub } from '@/test/inthub'
import { type Answer, type Asked, aCaller, aKey, aServer, type Caller } from '@/test/world'

vi.setConfig({ testTimeout: 120_000 })

const token = 'ghp_canary0123456789'
let url = ''
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(() => built?.remove())

async function connectGithub(ctx: Caller, server: string, slug: string) {
  const settings = { type: 'scm.github', instance: 'enterpriseServer', config: { server }, secrets: { token } }
  return connectIntegration(ctx, { ...settings, name: slug, slug, skipTest: true })
}

async function aTerminal(answer: (asked: Asked) => Answer) {
  url = (await aHub()).url
  const ctx = await aCaller()
  const service = await aServer(answer)
  await connectGithub(ctx, service.url, 'github-1')
  const key = await aKey(ctx)
  const inthub = (args: string[], input?: string) =>
    built.start(args, { key, ...(input !== undefined && { input }) }).told
  return { ctx, asked: service.asked, url: service.url, inthub }
}
const sent = (one: Asked | undefined) => JSON.parse(one?.body ?? '{}') as Record<string, unknown>

const pull = {
  number: 7,
  title: 'Add new feature',
  state: 'open',
  html_url: 'https://github.test/pull/7',
  head: { ref: 'feature-branch' },
  base: { ref: 'main' },
}
const made = (): Answer => ({ status: 201, body: pull })
const create = [
  'github',
  'create-pr',
  '--repo',
  'owner/repository',
  '--title',
  'Add new feature',
  '--head-branch',
  'feature-branch',
]

describe('inthub github create-pr', () => {
  it('opens a pull request, letter for letter as people know it', async () => {
    const { inthub, asked } = await aTerminal(made)
    const known = [
      ...create,
      '--integration-id',
      'github-1',
      '--body',
      'Description of changes',
      '--base-branch',
      'main',
    ]
    const { code, out, err } = await inthub(known)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('#7 Add new feature')
    expect(out).toContain('https://github.test/pull/7')
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/v3/repos/owner/repository/pulls' })
    expect(sent(asked[0])).toMatchObject({ head: 'feature-branch', base: 'main', body: 'Description of changes' })
  })

  it('takes the only integration of GitHub there is, and says which', async () => {
    const { inthub, ctx, url: server } = await aTerminal(made)
    const { code, out, err } = await inthub([...create, '--json', 'number,url'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ apiVersion: 'v1', number: 7, url: 'https://github.test/pull/7' })
    expect(err).toContain('github-1')
    await connectGithub(ctx, server, 'github-2')
    const two = await inthub(create)
    expect(two.code).toBe(2)
    expect(two.err).toContain('--integration-id')
  })

  it('reads the description from stdin', async () => {
    const { inthub, asked } = await aTerminal(made)
    expect((await inthub([...create, '--body-file', '-'], 'line one\nline two')).code).toBe(0)
    expect(sent(asked[0]).body).toBe('line one\nline two')
  })

  it.each([
    [
      6,
      422,
      { message: 'Validation Failed', errors: [{ message: 'A pull request already exists for x:y.' }] },
      'use that one',
    ],
    [7, 429, { message: 'slow down' }, 'Try again after'],
    [9, 502, { message: 'Bad Gateway' }, 'githubstatus'],
  ] as const)('ends with %i when GitHub answers %i', async (expected, status, body, remedy) => {
    const { inthub } = await aTerminal(() => ({ status, body, headers: { 'retry-after': '60' } }))
    const { code, out, err } = await inthub(create)
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).toContain(remedy)
    expect(err).not.toContain(token)
  })
})

describe('inthub github list-repos', () => {
  it('lists them, a row each', async () => {
    const body = [{ full_name: 'octocat/web', name: 'web', visibility: 'private', default_branch: 'main' }]
    const { inthub, asked } = await aTerminal(() => ({ status: 200, body }))
    const { code, out } = await inthub(['github', 'list-repos', '--visibility', 'private', '--limit', '5'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ID\tVISIBILITY\tDEFAULTBRANCH/)
    expect(out).toContain('octocat/web\tprivate\tmain')
    expect(asked[0]?.url).toContain('visibility=private')
    expect(asked[0]?.url).toContain('per_page=5')
  })
})

describe('inthub integration operations', () => {
  it('lists what can be done, and shows what one takes', async () => {
    const { inthub } = await aTerminal(made)
    const all = await inthub(['integration', 'operations', 'github-1'])
    expect(all.out).toMatch(/deleteBranch\tdestructive\tDelete a branch/)
    const one = await inthub(['integration', 'operations', 'github-1', 'mergePullRequest'])
    expect(one.out).toMatch(/method\toptional string: merge, squash, rebase \("merge" when absent\)/)
    const unknown = await inthub(['integration', 'operations', 'github-1', 'mergePullRequst'])
    expect(unknown.code).toBe(3)
    expect(unknown.err).toContain('mergePullRequest')
  })
})

describe('inthub integration run', () => {
  const run = (name: string, ...rest: string[]) => ['integration', 'run', 'github-1', name, ...rest]

  it('takes numbers, flags, lists and objects as the operation means them', async () => {
    const { inthub, asked } = await aTerminal(() => ({ status: 201, body: { number: 7, state: 'open' } }))
    const repository = '--input=repository=octocat/web'
    const issue = await inthub(
      run(
        'createIssue',
        repository,
        '--input',
        'title=a=b',
        '--input',
        'labels=bug',
        '--input',
        'labels=ci',
        '-o',
        'json',
      ),
    )
    expect(JSON.parse(issue.out)).toMatchObject({
      outcome: 'success',
      output: { number: 7 },
      callIds: [expect.any(String)],
    })
    expect(sent(asked[0])).toMatchObject({ title: 'a=b', labels: ['bug', 'ci'] })
    await inthub(
      run('startPipeline', repository, '--input', 'workflow=deploy.yml', '--input', 'variables.environment=staging'),
    )
    expect(sent(asked[1])).toMatchObject({ inputs: { environment: 'staging' } })
  })

  it('takes the input from a file, under what the command line says', async () => {
    const { inthub, asked } = await aTerminal(() => ({ status: 201, body: { id: 1 } }))
    const file = join(mkdtempSync(join(tmpdir(), 'inthub-test-')), 'input.json')
    writeFileSync(file, JSON.stringify({ repository: 'octocat/web', number: 7, body: 'from the file' }))
    expect((await inthub(run('commentIssue', '--input-file', file, '--input', 'body=said here'))).code).toBe(0)
    expect(asked[0]?.url).toContain('/issues/7/comments')
    expect(sent(asked[0]).body).toBe('said here')
  })

  it('destroys nothing that was not confirmed', async () => {
    const { inthub, asked } = await aTerminal(() => ({ status: 204 }))
    const remove = run('deleteBranch', '--input', 'repository=octocat/web', '--input', 'branch=one')
    const { code, err } = await inthub(remove)
    expect(code).toBe(2)
    expect(err).toContain('--confirm')
    expect(asked).toEqual([])
    const confirmed = await inthub([...remove, '--confirm'])
    expect(confirmed.code).toBe(0)
    expect(asked).toMatchObject([{ method: 'DELETE' }])
  })

  it('ends with 6 for an input that does not fit, naming each field', async () => {
    const { inthub, asked } = await aTerminal(made)
    const { code, err } = await inthub(
      run('mergePullRequest', '--input', 'repository=octocat/web', '--input', 'number=seven'),
    )
    expect(code).toBe(6)
    expect(err).toContain('input.number')
    expect(asked).toEqual([])
  })

  it('tells a refusal as a record to programs, with its exit code', async () => {
    const { inthub } = await aTerminal(() => ({ status: 405, body: { message: 'Pull Request is not mergeable' } }))
    const merge = run('mergePullRequest', '--input', 'repository=octocat/web', '--input', 'number=7', '-o', 'json')
    const { code, out } = await inthub(merge)
    expect(code).toBe(6)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'failure',
      output: null,
      failure: { failureClass: 'request', reason: 'status' },
    })
  })
})
