import { describe, expect, it } from 'vitest'
import { type OperationInput, parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { type Answer, aServer } from '@/test/world'
import { github } from './index'

/** What GitHub documents that the emulator does not do: its refusals, and the runs of workflows. */
async function aGithub(answer: (asked: { method: string; path: string; body: Record<string, unknown> }) => Answer) {
  const { url, asked } = await aServer((one) =>
    answer({
      method: one.method,
      path: one.url.replace('/api/v3', ''),
      body: one.body ? (JSON.parse(one.body) as Record<string, unknown>) : {},
    }),
  )
  const given = { instance: 'enterpriseServer', config: { server: url }, secrets: { token: 'ghp_1' } }
  return { run: operating(github, parseConnectorSettings(github, given)), asked }
}
const saying = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  aGithub(() => ({ status, body, headers }))

const repository = 'octocat/web'
const sha = 'a'.repeat(40)
const invalid = (...errors: unknown[]) => ({ message: 'Validation Failed', errors })
const pull = { repository, title: 'One', headBranch: 'one' }
const numbered = { repository, number: 7 }
const ofRun = { repository, pipelineId: 30433642 }
const status = { repository, sha, state: 'success' }
const dispatch = { repository, workflow: 'deploy.yml' }

type Row = [what: string, operation: string, OperationInput, number, unknown, failureClass: string, remedy: string]
const refusals: Row[] = [
  [
    'a second pull request',
    'createPullRequest',
    pull,
    422,
    invalid({ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for octocat:one.' }),
    'request',
    'use that one',
  ],
  [
    'branches that do not differ',
    'createPullRequest',
    pull,
    422,
    invalid({ code: 'custom', message: 'No commits between main and one' }),
    'request',
    'push a commit',
  ],
  [
    'an unknown head',
    'createPullRequest',
    pull,
    422,
    invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' }),
    'request',
    'does not accept head',
  ],
  [
    'two unknown branches',
    'createPullRequest',
    pull,
    422,
    invalid({ field: 'head', code: 'invalid' }, { field: 'base', code: 'invalid' }),
    'request',
    'does not accept head, base',
  ],
  [
    'drafts where there are none',
    'createPullRequest',
    { ...pull, draft: true },
    422,
    { message: 'Draft pull requests are not supported in this repository.' },
    'request',
    'without "draft"',
  ],
  [
    'a token without permission',
    'createPullRequest',
    pull,
    403,
    { message: 'Resource not accessible by personal access token' },
    'permission',
    'permission',
  ],
  [
    'a repository out of sight',
    'createPullRequest',
    pull,
    404,
    { message: 'Not Found' },
    'request',
    'The credential needs repo',
  ],
  [
    'an approval of one’s own',
    'reviewPullRequest',
    { ...numbered, verdict: 'approve' },
    422,
    { message: 'Unprocessable Entity', errors: ['Can not approve your own pull request'] },
    'permission',
    'another account',
  ],
  [
    'a comment without words',
    'reviewPullRequest',
    { ...numbered, verdict: 'comment' },
    422,
    { message: 'Unprocessable Entity', errors: ["Body can't be blank"] },
    'request',
    'Say something',
  ],
  [
    'a conflict',
    'mergePullRequest',
    numbered,
    405,
    { message: 'Pull Request is not mergeable' },
    'request',
    'conflicts',
  ],
  [
    'a head that moved',
    'mergePullRequest',
    { ...numbered, sha },
    409,
    { message: 'Head branch was modified. Review and try the merge again.' },
    'request',
    'look at the new commits',
  ],
  [
    'a missing review',
    'mergePullRequest',
    numbered,
    405,
    { message: 'At least 1 approving review is required by reviewers with write access.' },
    'permission',
    'approved first',
  ],
  [
    'a missing check',
    'mergePullRequest',
    numbered,
    405,
    { message: 'Required status check "ci/build" is expected.' },
    'request',
    'wait until they have passed',
  ],
  [
    'a way of merging that is off',
    'mergePullRequest',
    numbered,
    405,
    { message: 'Merge commits are not allowed on this repository.' },
    'request',
    'another "method"',
  ],
  [
    'a ruleset',
    'mergePullRequest',
    numbered,
    422,
    { message: 'Repository rule violations found' },
    'permission',
    'ruleset',
  ],
  [
    'a protected branch',
    'mergePullRequest',
    numbered,
    403,
    { message: 'You are not authorized to push to this protected branch' },
    'permission',
    'base branch is protected',
  ],
  [
    'a branch that is there',
    'createBranch',
    { repository, branch: 'one', from: sha },
    422,
    { message: 'Reference already exists' },
    'request',
    'another name',
  ],
  [
    'an unknown start',
    'createBranch',
    { repository, branch: 'one', from: 'nowhere' },
    422,
    { message: 'No commit found for SHA: nowhere' },
    'request',
    'check "from"',
  ],
  [
    'an empty repository',
    'createBranch',
    { repository, branch: 'one' },
    409,
    { message: 'Git Repository is empty.' },
    'request',
    'first commit',
  ],
  [
    'a branch that is gone',
    'deleteBranch',
    { repository, branch: 'one' },
    422,
    { message: 'Reference does not exist' },
    'request',
    'deleted already',
  ],
  [
    'a protected branch',
    'deleteBranch',
    { repository, branch: 'main' },
    422,
    { message: 'Cannot delete protected branch' },
    'permission',
    'protection away first',
  ],
  [
    'a free plan',
    'protectBranch',
    { repository, branch: 'main' },
    403,
    { message: 'Upgrade to GitHub Pro or make this repository public to enable this feature.' },
    'request',
    'paid plans',
  ],
  [
    'no protection',
    'unprotectBranch',
    { repository, branch: 'main' },
    404,
    { message: 'Branch not protected' },
    'request',
    'is not protected',
  ],
  [
    'issues that are off',
    'createIssue',
    { repository, title: 'x' },
    410,
    { message: 'Issues are disabled for this repo' },
    'request',
    'switched off',
  ],
  [
    'a locked conversation',
    'commentIssue',
    { ...numbered, body: 'x' },
    403,
    { message: 'Unable to create comment because issue is locked.' },
    'permission',
    'locked',
  ],
  [
    'an issue that is gone',
    'closeIssue',
    numbered,
    410,
    { message: 'This issue was deleted' },
    'request',
    'was deleted',
  ],
  [
    'an unknown commit',
    'setCommitStatus',
    status,
    422,
    { message: `No commit found for SHA: ${sha}` },
    'request',
    'push it first',
  ],
  [
    'a workflow without the trigger',
    'startPipeline',
    dispatch,
    422,
    { message: "Workflow does not have 'workflow_dispatch' trigger" },
    'request',
    '"on"',
  ],
  ['an unknown ref', 'startPipeline', dispatch, 422, { message: 'No ref found for: main' }, 'request', 'check "ref"'],
  [
    'inputs that do not fit',
    'startPipeline',
    { ...dispatch, variables: { a: 'b' } },
    422,
    { message: 'Unexpected inputs provided: ["a"]' },
    'request',
    '"variables"',
  ],
  ['an unknown workflow', 'startPipeline', dispatch, 404, { message: 'Not Found' }, 'request', 'may not see it'],
  [
    'a run that goes on',
    'retryPipeline',
    ofRun,
    403,
    { message: 'The workflow run is already running' },
    'request',
    'still running',
  ],
  [
    'a run nothing failed in',
    'retryPipeline',
    ofRun,
    403,
    { message: 'This workflow run cannot be retried' },
    'request',
    'Start a new one',
  ],
  [
    'an old run',
    'retryPipeline',
    ofRun,
    403,
    { message: 'Unable to retry this workflow run because it was created over a month ago' },
    'request',
    'a month',
  ],
  [
    'a run that is done',
    'cancelPipeline',
    ofRun,
    409,
    { message: 'Cannot cancel a workflow run that is completed.' },
    'request',
    'nothing to cancel',
  ],
  ['a revoked token', 'listPipelines', { repository }, 401, { message: 'Bad credentials' }, 'credential', 'reconnect'],
  ['trouble at GitHub', 'getPipeline', ofRun, 502, 'Bad Gateway', 'provider_incident', 'githubstatus'],
]

describe('a refusal of GitHub', () => {
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
    const { run } = await saying(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '60' })
    const { failure } = await run('createIssue', { repository, title: 'x' })
    expect(failure).toMatchObject({ failureClass: 'provider_limit', retryAfterMs: 60_000 })
  })

  it('repeats none of its words that are no names', async () => {
    const { run } = await saying(422, invalid({ field: '<b>head</b>', code: 'custom', message: 'secret-ghp_1' }))
    const { failure } = await run('createPullRequest', pull)
    expect(JSON.stringify(failure)).not.toMatch(/<b>|ghp_1/)
  })

  it('by a web page is no success', async () => {
    const { run } = await saying(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })
    expect((await run('listRepositories')).failure).toMatchObject({ failureClass: 'request', reason: 'bad_answer' })
  })
})

describe('an operation of GitHub', () => {
  it('sends what it was given in GitHub’s words', async () => {
    const { run, asked } = await saying(200, { id: 1, state: 'APPROVED', user: { login: 'hub' }, html_url: 'u' })
    const done = await run('reviewPullRequest', { ...numbered, verdict: 'request_changes', body: 'two\nlines' })
    expect(done.output).toEqual({ id: 1, state: 'APPROVED', author: 'hub', url: 'u' })
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/v3/repos/octocat/web/pulls/7/reviews' })
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ event: 'REQUEST_CHANGES', body: 'two\nlines' })
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer ghp_1', 'x-github-api-version': '2022-11-28' })
  })

  it('sets a status, with only what was given', async () => {
    const { run, asked } = await saying(201, { id: 3, state: 'success', context: 'inthub' })
    expect(await run('setCommitStatus', status)).toMatchObject({ output: { id: 3, state: 'success' } })
    expect(asked[0]?.url).toBe(`/api/v3/repos/octocat/web/statuses/${sha}`)
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ state: 'success', context: 'inthub' })
  })

  it('starts a workflow, and tells its run where GitHub does', async () => {
    const { run, asked } = await saying(200, { workflow_run_id: 5, html_url: 'https://github.test/5' })
    const done = await run('startPipeline', { ...dispatch, variables: { environment: 'staging' } })
    expect(done.output).toEqual({ id: 5, url: 'https://github.test/5' })
    expect(asked[0]?.url).toBe('/api/v3/repos/octocat/web/actions/workflows/deploy.yml/dispatches')
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ ref: 'main', inputs: { environment: 'staging' } })
  })

  it('starts a workflow of an older server, which takes no question for the run', async () => {
    const { run, asked } = await aGithub(({ body }) =>
      'return_run_details' in body
        ? { status: 422, body: { message: 'Invalid request. "return_run_details" is not a permitted key.' } }
        : { status: 204 },
    )
    expect(await run('startPipeline', dispatch)).toEqual({ failure: null, output: { id: null, url: null } })
    expect(asked).toHaveLength(2)
  })

  it('retries the failed jobs of a run, or all of them', async () => {
    const { run, asked } = await aGithub(({ method }) =>
      method === 'POST'
        ? { status: 201, body: {} }
        : { status: 200, body: { id: 30433642, status: 'queued', run_attempt: 2 } },
    )
    expect(await run('retryPipeline', ofRun)).toMatchObject({ output: { status: 'queued', attempt: 2 } })
    await run('retryPipeline', { ...ofRun, failedOnly: false })
    expect(asked.filter(({ method }) => method === 'POST').map(({ url }) => url.split('/').at(-1))).toEqual([
      'rerun-failed-jobs',
      'rerun',
    ])
  })

  it('lists runs by branch and status, and cancels one', async () => {
    const { run, asked } = await aGithub(({ method }) =>
      method === 'POST'
        ? { status: 202, body: {} }
        : {
            status: 200,
            body: { total_count: 1, workflow_runs: [{ id: 1, status: 'completed', conclusion: 'failure' }] },
          },
    )
    const listed = await run('listPipelines', { repository, ref: 'feature/one', status: 'failure', limit: 5 })
    expect(listed.output).toMatchObject({ items: [{ id: 1, conclusion: 'failure' }], hasMore: false })
    expect(asked[0]?.url).toBe('/api/v3/repos/octocat/web/actions/runs?branch=feature%2Fone&status=failure&per_page=5')
    expect(await run('cancelPipeline', ofRun)).toEqual({ failure: null, output: {} })
  })

  it('keeps a branch with a slash in its place of the path', async () => {
    const { run, asked } = await saying(204, undefined)
    await run('deleteBranch', { repository, branch: 'feature/a?b#c' }).catch(() => null)
    await run('deleteBranch', { repository, branch: 'feature/one' })
    expect(asked.map(({ url }) => url)).toContain('/api/v3/repos/octocat/web/git/refs/heads/feature%2Fone')
    expect(asked.some(({ url }) => url.includes('?b'))).toBe(false)
  })

  it.each([
    ['another path', { repository: 'octocat/..' }],
    ['a query', { repository: 'octocat/web?x=1' }],
    ['nothing', {}],
    ['what it does not take', { repository, colour: 'red' }],
    ['a line break', { repository: 'octocat/web\n' }],
    ['too many', { repository, limit: 5_000 }],
  ])('refuses %s before anything is sent', async (_what, input) => {
    const { run, asked } = await saying(200, [])
    await expect(run('listBranches', input)).rejects.toMatchObject({ code: 'request.invalid' })
    expect(asked).toEqual([])
  })
})
