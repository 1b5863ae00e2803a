import { describe, expect, it } from 'vitest'
import { type OperationInput, parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { type Answer, aServer } from '@/test/world'
import { gitlab } from './index'

/** GitLab as its documents and its source have it. Source: https://docs.gitlab.com/api/rest/ */
async function aGitlab(answer: (asked: { method: string; path: string }) => Answer) {
  const { url, asked } = await aServer((one) => answer({ method: one.method, path: one.url.replace('/api/v4', '') }))
  const given = { instance: 'selfManaged', config: { server: url }, secrets: { token: 'glpat-1' } }
  return { run: operating(gitlab, parseConnectorSettings(gitlab, given)), asked }
}
const saying = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  aGitlab(() => ({ status, body, headers }))
const sent = (one: { body: string } | undefined) => JSON.parse(one?.body ?? '{}') as Record<string, unknown>

const repository = 'acme/web'
const sha = 'a'.repeat(40)
const numbered = { repository, number: 7 }
const request = { repository, title: 'One', headBranch: 'one' }
const ofPipeline = { repository, pipelineId: 46 }
const branch = { repository, branch: 'one' }
const start = { repository }

type Row = [what: string, operation: string, OperationInput, number, unknown, failureClass: string, remedy: string]
const refusals: Row[] = [
  [
    'a second merge request',
    'createPullRequest',
    request,
    409,
    { message: ['Another open merge request already exists for this source branch: !5'] },
    'request',
    'use that one',
  ],
  [
    'one branch twice',
    'createPullRequest',
    request,
    422,
    { message: ["You can't use same project/branch for source and target"] },
    'request',
    'same branch',
  ],
  [
    'an unknown source',
    'createPullRequest',
    request,
    400,
    { message: { source_branch: ['does not exist'] } },
    'request',
    'source branch',
  ],
  [
    'an unknown target',
    'createPullRequest',
    request,
    400,
    { message: { target_branch: ['does not exist'] } },
    'request',
    'target branch',
  ],
  ['a parameter', 'createPullRequest', request, 400, { error: 'title is missing' }, 'request', 'title is missing'],
  [
    'a token without the scope',
    'createPullRequest',
    request,
    403,
    { error: 'insufficient_scope', scope: 'api' },
    'permission',
    'api',
  ],
  [
    'a user without the role',
    'createPullRequest',
    request,
    403,
    { message: '403 Forbidden' },
    'permission',
    'Developer',
  ],
  [
    'a project out of sight',
    'createPullRequest',
    request,
    404,
    { message: '404 Project Not Found' },
    'request',
    'may not see it',
  ],
  [
    'an approval that is not one’s to give',
    'reviewPullRequest',
    { ...numbered, verdict: 'approve' },
    401,
    { message: '401 Unauthorized' },
    'permission',
    'may not approve',
  ],
  [
    'a merge request that moved',
    'reviewPullRequest',
    { ...numbered, verdict: 'approve' },
    409,
    { message: 'SHA does not match HEAD of source branch' },
    'request',
    'new commits',
  ],
  ['a draft', 'mergePullRequest', numbered, 405, { message: '405 Method Not Allowed' }, 'request', 'a draft'],
  ['a conflict', 'mergePullRequest', numbered, 406, { message: 'Branch cannot be merged' }, 'request', 'conflicts'],
  [
    'a head that moved',
    'mergePullRequest',
    { ...numbered, sha },
    409,
    { message: 'SHA does not match HEAD of source branch: b' },
    'request',
    'merge with their sha',
  ],
  [
    'a merge that cannot be',
    'mergePullRequest',
    numbered,
    422,
    { message: 'Branch cannot be merged' },
    'request',
    'wait some seconds',
  ],
  [
    'a target that is not one’s to push to',
    'mergePullRequest',
    numbered,
    401,
    { message: '401 Unauthorized' },
    'permission',
    'may not merge',
  ],
  [
    'a branch that is there',
    'createBranch',
    branch,
    400,
    { message: 'Branch already exists' },
    'request',
    'another name',
  ],
  [
    'an unknown start',
    'createBranch',
    branch,
    400,
    { message: 'Invalid reference name: main' },
    'request',
    'check "from"',
  ],
  [
    'a protected branch',
    'deleteBranch',
    branch,
    400,
    { message: 'GitLab: You can only delete protected branches using the web interface.' },
    'permission',
    'protection away first',
  ],
  [
    'a push that is not allowed',
    'deleteBranch',
    branch,
    405,
    { message: 'You dont have push access to repo' },
    'request',
    'may not push',
  ],
  ['the default branch', 'deleteBranch', branch, 400, { message: 'Cannot remove HEAD branch' }, 'request', 'default'],
  [
    'a branch without protection',
    'unprotectBranch',
    branch,
    404,
    { message: '404 Not found' },
    'request',
    'not protected',
  ],
  ['a user without the role', 'protectBranch', branch, 403, { message: '403 Forbidden' }, 'permission', 'Maintainer'],
  [
    'a title that is none',
    'createIssue',
    { repository, title: 'x' },
    400,
    { message: { title: ['is too long'] } },
    'request',
    'title and labels',
  ],
  [
    'an issue that is not there',
    'commentIssue',
    { ...numbered, body: 'x' },
    404,
    { message: '404 Issue Not Found' },
    'request',
    'issue',
  ],
  ['a user without the role', 'closeIssue', numbered, 403, { message: '403 Forbidden' }, 'permission', 'Reporter'],
  [
    'a state it has',
    'setCommitStatus',
    { repository, sha, state: 'running' },
    400,
    { message: 'Cannot transition status via :run from :running (Reason(s): Status cannot transition via "run")' },
    'request',
    'has this state already',
  ],
  [
    'an unknown ref',
    'startPipeline',
    start,
    400,
    { message: { base: ['Reference not found'] } },
    'request',
    'check "ref"',
  ],
  [
    'no file',
    'startPipeline',
    start,
    400,
    { message: { base: ['Missing CI config file'] } },
    'request',
    '.gitlab-ci.yml',
  ],
  [
    'rules that leave nothing',
    'startPipeline',
    start,
    400,
    {
      message: {
        base: [
          'Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline.',
        ],
      },
    },
    'request',
    '"rules"',
  ],
  [
    'variables nobody may set',
    'startPipeline',
    start,
    400,
    { message: { base: ['Insufficient permissions to set pipeline variables'] } },
    'permission',
    'run it without',
  ],
  [
    'a file that is wrong',
    'startPipeline',
    start,
    400,
    { message: { base: ['jobs:build config should implement a script'] } },
    'request',
    'Pipeline editor',
  ],
  [
    'a user without the role',
    'retryPipeline',
    ofPipeline,
    403,
    { message: '403 Forbidden' },
    'permission',
    'Developer',
  ],
  [
    'a pipeline that is not there',
    'cancelPipeline',
    ofPipeline,
    404,
    { message: '404 Pipeline Not Found' },
    'request',
    'pipeline',
  ],
  [
    'a revoked token',
    'listPipelines',
    { repository },
    401,
    { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
    'credential',
    'revoked',
  ],
  ['a token nobody knows', 'listRepositories', {}, 401, { message: '401 Unauthorized' }, 'credential', 'reconnect'],
  ['GitLab that starts', 'getPipeline', ofPipeline, 502, 'Bad Gateway', 'provider_incident', 'starting'],
]

describe('a refusal of GitLab', () => {
  it.each(refusals.map(([what, operation, ...rest]) => [what, operation, rest] as const))(
    'for %s (%s) tells its class, and what helps',
    async (_what, operation, [input, code, body, failureClass, remedy]) => {
      const { run } = await saying(code, body)
      const { failure, output } = await run(operation, input)
      expect(output).toBeNull()
      expect(failure).toMatchObject({ failureClass, reason: 'status' })
      expect(failure?.message).toContain(String(code))
      expect(failure?.remedy).toContain(remedy)
    },
  )

  it('of the pace is told as one, with the time to wait', async () => {
    const { run } = await saying(429, 'Retry later', { 'retry-after': '30' })
    const { failure } = await run('createIssue', { repository, title: 'x' })
    expect(failure).toMatchObject({ failureClass: 'provider_limit', retryAfterMs: 30_000 })
  })
})

describe('an operation of GitLab', () => {
  it('names a project by its path or its number', async () => {
    const { run, asked } = await saying(200, [{ name: 'main', commit: { id: sha }, protected: true }])
    const { output } = await run('listBranches', { repository: 'acme/platform/web' })
    expect(output).toEqual({ items: [{ name: 'main', sha, isProtected: true }], hasMore: false })
    await run('listBranches', { repository: '278964' })
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual([
      '/api/v4/projects/acme%2Fplatform%2Fweb/repository/branches',
      '/api/v4/projects/278964/repository/branches',
    ])
    expect(asked[0]?.headers['private-token']).toBe('glpat-1')
  })

  it('lists projects by keyset, and asks for no visibility where all are wanted', async () => {
    const { run, asked } = await aGitlab(({ path }) => {
      const next = path.includes('id_after')
        ? {}
        : { link: '<http://gitlab.test/api/v4/projects?id_after=1&per_page=2>; rel="next"' }
      return { status: 200, body: [{ path_with_namespace: 'acme/web' }], headers: next }
    })
    // The next page is at another host: its parameters would be taken, but not a whole other place.
    expect((await run('listRepositories', { limit: 2 })).failure).toMatchObject({ reason: 'redirect_refused' })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.url).not.toContain('visibility')
    expect(asked[0]?.url).toContain('per_page=2')
  })

  it('opens a merge request, as a draft when asked to', async () => {
    const { run, asked } = await saying(201, { iid: 5, title: 'Draft: One', state: 'opened', web_url: 'u' })
    expect(await run('createPullRequest', { ...request, draft: true })).toMatchObject({
      output: { number: 5, url: 'u' },
    })
    expect(sent(asked[0])).toEqual({ title: 'Draft: One', source_branch: 'one', target_branch: 'main' })
    await run('createPullRequest', request)
    expect(sent(asked[1]).title).toBe('One')
  })

  it('approves, comments, and asks for changes', async () => {
    const { run, asked } = await saying(201, { id: 9 })
    expect(await run('reviewPullRequest', { ...numbered, verdict: 'approve' })).toMatchObject({
      output: { commentId: null },
    })
    expect(await run('reviewPullRequest', { ...numbered, verdict: 'comment', body: 'fine' })).toMatchObject({
      output: { commentId: 9 },
    })
    await run('reviewPullRequest', { ...numbered, verdict: 'request_changes', body: 'not yet' })
    expect(asked.map(({ url }) => url.split('/').at(-1))).toEqual(['approve', 'notes', 'notes'])
    expect(sent(asked[2]).body).toBe('not yet\n\n/submit_review requested_changes')
  })

  it('merges, squashed or not', async () => {
    const { run, asked } = await saying(200, { state: 'merged', merge_commit_sha: sha })
    expect(await run('mergePullRequest', { ...numbered, method: 'squash' })).toMatchObject({
      output: { state: 'merged', sha },
    })
    await run('mergePullRequest', numbered)
    expect(asked.map((one) => sent(one).squash)).toEqual([true, false])
  })

  it('calls states as GitLab does', async () => {
    const { run, asked } = await saying(200, [])
    await run('listPullRequests', { repository })
    expect(asked[0]?.url).toContain('state=opened')
    const { run: runAgain, asked: askedAgain } = await saying(201, { id: 1, status: 'failed', name: 'inthub' })
    expect(await runAgain('setCommitStatus', { repository, sha, state: 'failure' })).toMatchObject({
      output: { state: 'failed' },
    })
    expect(sent(askedAgain[0])).toEqual({ state: 'failed', name: 'inthub' })
  })

  it('protects a branch, and is content when it is protected just so', async () => {
    const held = {
      push_access_levels: [{ access_level: 40 }],
      merge_access_levels: [{ access_level: 40 }],
      allow_force_push: false,
    }
    const { run, asked } = await aGitlab(({ method }) =>
      method === 'POST' ? { status: 409, body: {} } : { status: 200, body: held },
    )
    expect(await run('protectBranch', branch)).toMatchObject({ failure: null, output: { name: 'one' } })
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(sent(asked[0])).toMatchObject({ name: 'one', push_access_level: 40, merge_access_level: 40 })
    const other = await run('protectBranch', { ...branch, push: 'nobody' })
    expect(other.failure?.remedy).toContain('other rules')
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  it('starts a pipeline with variables, retries and cancels one', async () => {
    const { run, asked } = await saying(201, { id: 46, iid: 3, status: 'created', web_url: 'u' })
    const started = await run('startPipeline', { repository, variables: { DEPLOY_TO: 'staging' } })
    expect(started.output).toMatchObject({ id: 46, number: 3, status: 'created', url: 'u' })
    expect(sent(asked[0])).toEqual({ ref: 'main', variables: [{ key: 'DEPLOY_TO', value: 'staging' }] })
    expect(await run('retryPipeline', ofPipeline)).toMatchObject({ output: { id: 46 } })
    expect(await run('cancelPipeline', ofPipeline)).toMatchObject({ output: { id: 46 } })
    expect(asked.slice(1).map(({ url }) => url.split('/').at(-1))).toEqual(['retry', 'cancel'])
  })

  it('opens, comments and closes an issue', async () => {
    const { run, asked } = await saying(201, { iid: 7, id: 11, state: 'closed' })
    await run('createIssue', { repository, title: 'Deploy failed', labels: ['bug'] })
    expect(await run('commentIssue', { ...numbered, body: 'looking' })).toMatchObject({ output: { id: 11 } })
    expect(await run('closeIssue', numbered)).toMatchObject({ output: { number: 7, state: 'closed' } })
    expect(asked.map(({ method, url }) => `${method} ${url.replace('/api/v4/projects/acme%2Fweb', '')}`)).toEqual([
      'POST /issues',
      'POST /issues/7/notes',
      'PUT /issues/7',
    ])
    expect(sent(asked[2])).toEqual({ state_event: 'close' })
  })

  it('makes and deletes a branch whose name has a slash', async () => {
    const { run, asked } = await aGitlab(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { status: 201, body: { name: 'feature/one', commit: { id: sha } } },
    )
    const feature = { repository, branch: 'feature/one' }
    expect(await run('createBranch', feature)).toMatchObject({ output: { name: 'feature/one', sha } })
    expect(await run('deleteBranch', feature)).toEqual({ failure: null, output: {} })
    expect(asked[1]?.url).toBe('/api/v4/projects/acme%2Fweb/repository/branches/feature%2Fone')
  })
})
