import { describe, expect, it } from 'vitest'
import type { Context } from '@/server/kernel/context'
import { type Answer, type Asked, aCaller, aColleague, aServer, eventTypesOf, holding } from '@/test/world'
import { flushCalls, listCalls } from '../calls/service'
import { connectIntegration, disableIntegration } from '../integrations/service'
import { listOperations, runOperation } from './service'

async function aGithub(ctx: Context, answer: (asked: Asked) => Answer | Promise<Answer>) {
  const { url, asked } = await aServer(answer)
  const { integration } = await connectIntegration(ctx, {
    type: 'scm.github',
    instance: 'enterpriseServer',
    name: `code-${url.split(':').at(-1)}`,
    config: { server: url },
    secrets: { token: 'ghp_canary0123456789' },
    skipTest: true,
  })
  return { id: integration.id, integration, asked }
}
const repository = 'octocat/web'
const made = { status: 201, body: { number: 7, title: 'x', state: 'open', html_url: 'https://github.test/7' } }
const issue = { repository, title: 'Deploy failed' }
const branch = { repository, branch: 'one' }

describe('listOperations', () => {
  it('tells what can be done, with the schema of its input', async () => {
    const ctx = await aCaller('viewer')
    const owner = await aColleague(ctx, 'owner')
    const { id } = await aGithub(owner, () => made)
    const all = await listOperations(ctx, { integration: id })
    expect(all.find((one) => one.id === 'deleteBranch')).toMatchObject({
      effect: 'destructive',
      title: 'Delete a branch',
    })
    const create = all.find((one) => one.id === 'createPullRequest')
    expect(create).toMatchObject({
      effect: 'write',
      isList: false,
      inputSchema: { required: ['repository', 'title', 'headBranch'] },
    })
    expect(create?.outputs).toContain('number')
  })

  it('is invisible to another tenant', async () => {
    const { id } = await aGithub(await aCaller(), () => made)
    const other = listOperations(await aCaller(), { integration: id })
    await expect(other).rejects.toMatchObject({ code: 'integration.not_found' })
  })
})

describe('runOperation', () => {
  it('does it, answers typed output, and is in the log of calls', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () => made)
    const run = await runOperation(ctx, { integration: id, operation: 'createIssue', input: issue })
    expect(run).toMatchObject({
      outcome: 'success',
      output: { number: 7, url: 'https://github.test/7' },
      failure: null,
    })
    expect(run).toMatchObject({ effect: 'write', attempts: 1, replayed: false, integrationId: id })
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/v3/repos/octocat/web/issues' })
    expect(asked[0]?.headers.authorization).toBe('Bearer ghp_canary0123456789')
    await flushCalls()
    const { items } = await listCalls(ctx, { filter: { integration: id } })
    expect(items.map(({ node }) => node)).toMatchObject([
      { kind: 'operation', operation: 'createIssue', id: run.callIds[0], groupId: run.groupId },
    ])
  })

  it('ties the calls of one that takes several', async () => {
    const ctx = await aCaller()
    const sha = 'a'.repeat(40)
    const { id } = await aGithub(ctx, ({ method }) => ({ status: method === 'GET' ? 200 : 201, body: { sha } }))
    const run = await runOperation(ctx, { integration: id, operation: 'createBranch', input: branch })
    expect(run).toMatchObject({ outcome: 'success', output: { name: 'one', sha }, attempts: 2 })
    expect(run.callIds).toHaveLength(2)
  })

  it('tells a refusal of the service as an outcome, with a remedy', async () => {
    const ctx = await aCaller()
    const { id } = await aGithub(ctx, () => ({ status: 410, body: { message: 'Issues are disabled for this repo' } }))
    const run = await runOperation(ctx, { integration: id, operation: 'createIssue', input: issue })
    expect(run).toMatchObject({
      outcome: 'failure',
      output: null,
      failure: { failureClass: 'request', reason: 'status' },
    })
    expect(run.failure?.remedy).toContain('switched off')
    expect(JSON.stringify(run)).not.toContain('canary')
  })

  it('sends nothing that destroys before it is confirmed', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () => ({ status: 204 }))
    const what = { integration: id, operation: 'deleteBranch', input: branch }
    for (const confirm of [undefined, null, false]) {
      const run = runOperation(ctx, { ...what, confirm })
      await expect(run).rejects.toMatchObject({ code: 'call.unconfirmed' })
    }
    expect(asked).toEqual([])
    expect(await runOperation(ctx, { ...what, confirm: true })).toMatchObject({ outcome: 'success', output: {} })
    expect(asked).toMatchObject([{ method: 'DELETE' }])
  })

  it('sends nothing for an input that does not fit, and names each field', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () => made)
    const input = { repository: 'nonsense', colour: 'red' }
    const error = await runOperation(ctx, { integration: id, operation: 'createIssue', input }).catch(
      (caught) => caught,
    )
    expect(error).toMatchObject({ code: 'request.invalid' })
    const paths = error.fields.map(({ path }: { path: string }) => path).sort()
    expect(paths).toEqual(['input.colour', 'input.repository', 'input.title'])
    expect(error.message).not.toContain('nonsense')
    expect(asked).toEqual([])
  })

  it.each(['createInvoice', 'constructor', '__proto__'])('knows no operation "%s"', async (operation) => {
    const ctx = await aCaller()
    const { id } = await aGithub(ctx, () => made)
    const run = runOperation(ctx, { integration: id, operation })
    await expect(run).rejects.toMatchObject({ code: 'operation.unknown' })
  })

  it('is refused to viewers, for what is switched off, and for other tenants', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () => made)
    const what = { integration: id, operation: 'createIssue', input: issue }
    const viewer = await aColleague(ctx, 'viewer')
    await expect(runOperation(viewer, what)).rejects.toMatchObject({ code: 'permission.denied' })
    const tester = holding(ctx, 'integrations:read', 'integrations:test', 'integrations:write')
    await expect(runOperation(tester, what)).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(runOperation(await aCaller(), what)).rejects.toMatchObject({ code: 'integration.not_found' })
    await disableIntegration(ctx, { id })
    await expect(runOperation(ctx, what)).rejects.toMatchObject({ code: 'integration.disabled' })
    expect(asked).toEqual([])
  })

  it('is done once for one key, and answered as the first time', async () => {
    const ctx = await aCaller()
    const sha = 'a'.repeat(40)
    const { id, asked } = await aGithub(ctx, ({ method }) => ({ status: method === 'GET' ? 200 : 201, body: { sha } }))
    const what = { integration: id, operation: 'createBranch', input: branch, idempotencyKey: 'k'.repeat(200) }
    const first = await runOperation(ctx, what)
    const second = await runOperation(ctx, what)
    expect(second).toMatchObject({ outcome: 'success', output: first.output, replayed: true })
    expect(asked).toHaveLength(2)
    const other = runOperation(ctx, { ...what, input: { ...branch, branch: 'two', from: 'other' } })
    await expect(other).rejects.toMatchObject({ code: 'request.key_reused' })
  })

  it('is not sent twice because it has a key, when the service may have done it', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () => ({ status: 502, body: 'Bad Gateway' }))
    const run = await runOperation(ctx, {
      integration: id,
      operation: 'createIssue',
      input: issue,
      idempotencyKey: 'k',
    })
    expect(run).toMatchObject({ outcome: 'failure', failure: { failureClass: 'provider_incident' } })
    expect(asked).toHaveLength(1)
  })

  it('is tried again where twice is the same as once', async () => {
    const ctx = await aCaller()
    const { id, asked } = await aGithub(ctx, () =>
      asked.length < 2 ? { status: 502, body: 'Bad Gateway' } : { status: 200, body: { number: 7, state: 'closed' } },
    )
    const run = await runOperation(ctx, { integration: id, operation: 'closeIssue', input: { repository, number: 7 } })
    expect(run).toMatchObject({ outcome: 'success', attempts: 2, output: { state: 'closed' } })
    expect(asked).toHaveLength(2)
  })

  it('ends within the time it was given', async () => {
    const ctx = await aCaller()
    const { id } = await aGithub(ctx, () => new Promise<Answer>((resolve) => setTimeout(resolve, 3_000, made)))
    const what = { integration: id, operation: 'createIssue', input: issue }
    const run = await runOperation(ctx, { ...what, timeoutMs: 200 })
    expect(run).toMatchObject({ outcome: 'failure', output: null })
    await expect(runOperation(ctx, { ...what, timeoutMs: 0 })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('tells nobody but whoever asked', async () => {
    const ctx = await aCaller()
    const { id } = await aGithub(ctx, () => made)
    const before = await eventTypesOf(ctx)
    await runOperation(ctx, { integration: id, operation: 'createIssue', input: issue })
    expect(await eventTypesOf(ctx)).toEqual(before)
  })
})
