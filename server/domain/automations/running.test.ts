import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { approvals, automationRuns, runSteps } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { connectIntegration } from '@/server/domain/integrations/service'
import { onCustom, workAll } from '@/test/automations'
import {
  type Answer,
  type Asked,
  aCaller,
  aColleague,
  aServer,
  type Caller,
  eventTypesOf,
  relayAll,
} from '@/test/world'
import { publishEvents } from '../events/publish'
import { createApiKey } from '../keys/service'
import { removeMember } from '../members/service'
import { completeTask, createTask, listTasks } from '../tasks/service'
import {
  approve,
  createAutomation,
  disableAutomation,
  dryRunAutomation,
  getAutomation,
  getRun,
  listApprovals,
  listRecipes,
  listRunSteps,
  listRuns,
  reject,
  startRuns,
} from './service'

const refused = (code: string) => expect.objectContaining({ code })

const go = (ctx: Caller, data: Record<string, unknown> = {}, type = 'custom.go') =>
  publishEvents(ctx, { events: [{ type, data }] })

const runsOf = async (ctx: Caller) => (await listRuns(ctx)).items.map(({ node }) => node)
const stepsOf = async (ctx: Caller) => listRunSteps(ctx, (await runsOf(ctx))[0]?.id ?? '')

async function aTool(
  ctx: Caller,
  answer: (asked: Asked) => Answer | Promise<Answer> = () => ({ status: 200, body: { ok: true } }),
) {
  const { url, asked } = await aServer(answer)
  await connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'bearer', secrets: { token: 'tok-of-the-tool-1' } },
    ...{ config: { baseUrl: url }, name: 'Tool', slug: 'tool' },
  })
  asked.length = 0
  return asked
}

const call = (more: object = {}) => ({ type: 'call', integration: 'tool', method: 'POST', path: '/x', ...more })

describe('a run', () => {
  it('does its steps in their order, each with what came before', async () => {
    const ctx = await aCaller()
    const asked = await aTool(ctx, () => ({ status: 201, body: { number: 41 } }))
    const steps = [
      call({ path: '/items/{{ event.data.name }}', body: { n: '{{ event.data.n }}' } }),
      { type: 'publish', event: 'custom.done', data: { got: '{{ steps.step_0.output.body.number + 1 }}' } },
      { type: 'create_task', title: 'Look at {{ event.data.name }}', pullRequest: '{{ event.data.?pr.orValue("") }}' },
    ]
    await createAutomation(ctx, { name: 'Go', definition: onCustom(steps) })
    await go(ctx, { name: 'a/b', n: 7 })
    await workAll(ctx)
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([['POST', '/items/a%2Fb', '{"n":7}']])
    const [run] = await runsOf(ctx)
    expect(run).toMatchObject({ state: 'succeeded', eventType: 'custom.go', depth: 0 })
    expect(asked[0]?.headers['idempotency-key']).toBe(`${run?.id}-0`)
    const done = await stepsOf(ctx)
    expect(done.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(done[0]?.output).toMatchObject({ status: 201, body: { number: 41 } })
    expect(done[1]?.input).toMatchObject({ data: { got: 42 } })
    expect((await listTasks(ctx)).items[0]?.node).toMatchObject({ title: 'Look at a/b', createdBy: 'automation Go' })
    expect(await eventTypesOf(ctx)).toEqual(expect.arrayContaining(['custom.done', 'task.created', 'run.succeeded']))
  })

  it('is one for an event, however often the events are looked at, and by how many', async () => {
    const ctx = await aCaller()
    await createAutomation(ctx, { name: 'Go', definition: onCustom([{ type: 'publish', event: 'custom.done' }]) })
    for (let n = 0; n < 5; n++) await go(ctx)
    await Promise.all([workAll(ctx), workAll(ctx), workAll(ctx)])
    expect(await runsOf(ctx)).toHaveLength(5)
    expect((await eventTypesOf(ctx)).filter((type) => type === 'custom.done')).toHaveLength(5)
  })

  it('is none where the condition does not hold, the event is another one, or the automation is off', async () => {
    const ctx = await aCaller()
    const definition = onCustom([{ type: 'publish', event: 'custom.done' }], { condition: 'event.data.n > 3' })
    const { id } = await createAutomation(ctx, { name: 'Go', definition })
    await go(ctx, { n: 3 })
    await go(ctx, { n: 4 }, 'custom.gone')
    await workAll(ctx)
    await disableAutomation(ctx, id)
    await go(ctx, { n: 5 })
    await workAll(ctx)
    expect(await runsOf(ctx)).toEqual([])
  })

  it('fails with words when a condition, a template or a service fails, and does no more', async () => {
    const ctx = await aCaller()
    const asked = await aTool(ctx, ({ method }) => ({ status: method === 'POST' ? 422 : 200, body: {} }))
    const after = { type: 'publish', event: 'custom.done' }
    const each = {
      condition: onCustom([after], { condition: 'event.data.missing > 1' }),
      template: onCustom([{ ...after, data: { x: '{{ event.data.missing }}' } }]),
      service: onCustom([call(), after]),
      path: onCustom([call({ path: '/a/{{ event.data.dots }}/b' }), after]),
    }
    for (const [name, definition] of Object.entries(each)) await createAutomation(ctx, { name, definition })
    await go(ctx, { dots: '..' })
    await workAll(ctx)
    const runs = await runsOf(ctx)
    expect(runs.map(({ state }) => state)).toEqual(Array(4).fill('failed'))
    const said = runs.map(({ reason }) => reason).join('\n')
    for (const words of [
      'condition: No such key',
      'data: {{ event.data.missing }}: No such key',
      'path: the path must',
      '422',
    ]) {
      expect(said).toContain(words)
    }
    expect(asked).toHaveLength(1)
    expect(await eventTypesOf(ctx)).not.toContain('custom.done')
    expect((await eventTypesOf(ctx)).filter((type) => type === 'run.failed')).toHaveLength(4)
  })

  it('leaves a step out whose "if" does not hold', async () => {
    const ctx = await aCaller()
    const [first, second] = onCustom([
      { type: 'publish', event: 'custom.a' },
      { type: 'publish', event: 'custom.b' },
    ]).steps
    const definition = {
      trigger: { events: ['custom.go'] },
      steps: [
        { ...first, if: 'event.data.n == 1' },
        { ...second, if: 'steps.step_0.state == "skipped"' },
      ],
    }
    await createAutomation(ctx, { name: 'Go', definition })
    await go(ctx, { n: 2 })
    await workAll(ctx)
    expect((await stepsOf(ctx)).map(({ state }) => state)).toEqual(['skipped', 'succeeded'])
    expect(await eventTypesOf(ctx)).toContain('custom.b')
  })

  it('goes on after its process died, and does no finished step again', async () => {
    const ctx = await aCaller()
    const asked = await aTool(ctx)
    await createAutomation(ctx, {
      name: 'Go',
      definition: onCustom([call({ path: '/one' }), call({ path: '/two' }), call({ path: '/three' })]),
    })
    await go(ctx)
    await workAll(ctx)
    const [run] = await runsOf(ctx)
    // As it was when the process died in step two: begun, not ended, its lease run out.
    await inTenant(ctx, async (tx) => {
      await tx.update(automationRuns).set({
        state: 'running',
        endedAt: null,
        dueAt: sql`now()`,
        leasedUntil: sql`now() - interval '1 second'`,
        lease: sql`gen_random_uuid()`,
      })
      await tx.delete(runSteps).where(eq(runSteps.position, 2))
      await tx.update(runSteps).set({ state: 'running', endedAt: null }).where(eq(runSteps.position, 1))
    })
    asked.length = 0
    await workAll(ctx)
    expect(asked.map(({ url }) => url)).toEqual(['/two', '/three'])
    expect(await getRun(ctx, run?.id ?? '')).toMatchObject({ state: 'succeeded' })
    expect((await stepsOf(ctx)).map(({ attempts }) => attempts)).toEqual([1, 2, 1])
  })

  it('is written by nobody who has lost it', async () => {
    const ctx = await aCaller()
    const asked = await aTool(ctx, async ({ url }) => {
      // While step one is under way another process takes the run over.
      if (url === '/one') {
        const taken = { lease: sql`gen_random_uuid()`, leasedUntil: sql`now() + interval '1 hour'` }
        await inTenant(ctx, (tx) => tx.update(automationRuns).set(taken))
      }
      return { status: 200, body: {} }
    })
    await createAutomation(ctx, { name: 'Go', definition: onCustom([call({ path: '/one' }), call({ path: '/two' })]) })
    await go(ctx)
    await workAll(ctx, async () => asked.length > 0)
    expect(asked.map(({ url }) => url)).toEqual(['/one'])
    expect((await stepsOf(ctx)).map(({ state }) => state)).toEqual(['running'])
    expect((await runsOf(ctx))[0]).toMatchObject({ state: 'running' })
  })
})

describe('what automations cause', () => {
  it('is cut when it goes round in a circle, and the cut is seen', async () => {
    const ctx = await aCaller()
    await createAutomation(ctx, { name: 'Round', definition: onCustom([{ type: 'publish', event: 'custom.go' }]) })
    await go(ctx)
    for (let n = 0; n < 10; n++) await workAll(ctx)
    const runs = await runsOf(ctx)
    expect(runs.map(({ state, depth }) => [state, depth])).toEqual([
      ['skipped', 6],
      ...[5, 4, 3, 2, 1, 0].map((depth) => ['succeeded', depth]),
    ])
    expect(runs[0]?.reason).toContain('loop')
    expect(new Set(runs.map(({ correlationId }) => correlationId)).size).toBe(1)
  })

  it('pauses after twenty failures in a row, once, with the reason; a success counts anew', async () => {
    const ctx = await aCaller()
    const definition = onCustom([{ type: 'publish', event: 'custom.done' }], { condition: 'event.data.n > 1' })
    const { id } = await createAutomation(ctx, { name: 'Go', definition })
    for (let n = 0; n < 19; n++) await go(ctx)
    await workAll(ctx)
    await go(ctx, { n: 2 })
    await workAll(ctx)
    expect(await getAutomation(ctx, id)).toMatchObject({ enabled: true, failuresInRow: 0 })
    for (let n = 0; n < 25; n++) await go(ctx)
    await workAll(ctx)
    expect(await getAutomation(ctx, id)).toMatchObject({
      enabled: false,
      pausedReason: expect.stringContaining('No such key'),
    })
    expect((await eventTypesOf(ctx)).filter((type) => type === 'automation.paused')).toHaveLength(1)
  })
})

describe('waiting and asking', () => {
  it('waits by the clock of the database', async () => {
    const ctx = await aCaller()
    await createAutomation(ctx, {
      name: 'Go',
      definition: onCustom([
        { type: 'wait', seconds: 3_600 },
        { type: 'publish', event: 'custom.done' },
      ]),
    })
    await go(ctx)
    await workAll(ctx)
    expect((await runsOf(ctx))[0]).toMatchObject({ state: 'waiting' })
    // Woken too early, it goes on waiting.
    await inTenant(ctx, (tx) => tx.update(automationRuns).set({ dueAt: sql`now()` }))
    await workAll(ctx)
    expect((await runsOf(ctx))[0]).toMatchObject({ state: 'waiting' })
    await inTenant(ctx, async (tx) => {
      await tx.update(runSteps).set({ waitsUntil: sql`now()` })
      await tx.update(automationRuns).set({ dueAt: sql`now()` })
    })
    await workAll(ctx)
    expect((await runsOf(ctx))[0]).toMatchObject({ state: 'succeeded' })
  })

  const asking = onCustom([
    { type: 'approval', message: 'Deploy {{ event.data.what }}?' },
    { type: 'publish', event: 'custom.done' },
  ])

  it('asks people, and goes on when somebody approves', async () => {
    const ctx = await aCaller()
    await createAutomation(ctx, { name: 'Go', definition: asking })
    await go(ctx, { what: 'api' })
    await workAll(ctx)
    const [asked] = (await listApprovals(ctx, { states: ['pending'] })).items
    expect(asked?.node).toMatchObject({ message: 'Deploy api?', state: 'pending' })
    const id = asked?.node.id ?? ''
    await expect(approve(await aColleague(ctx, 'viewer'), { id })).rejects.toEqual(refused('permission.denied'))
    await expect(approve(await aCaller(), { id })).rejects.toEqual(refused('approval.not_found'))
    const operator = await aColleague(ctx, 'operator')
    expect(await approve(operator, { id, comment: 'fine' })).toMatchObject({
      state: 'approved',
      decidedBy: { id: operator.actor.id },
    })
    await expect(reject(ctx, { id })).rejects.toEqual(refused('approval.decided'))
    await workAll(ctx)
    expect((await runsOf(ctx))[0]).toMatchObject({ state: 'succeeded' })
    expect((await stepsOf(ctx))[0]?.output).toMatchObject({ comment: 'fine' })
    const types = await eventTypesOf(ctx)
    expect(types).toEqual(expect.arrayContaining(['approval.requested', 'approval.decided', 'custom.done']))
  })

  it('fails when somebody rejects, and when nobody decides in time', async () => {
    const ctx = await aCaller()
    await createAutomation(ctx, { name: 'Go', definition: asking })
    await go(ctx, { what: 'a' })
    await workAll(ctx)
    const [one] = (await listApprovals(ctx)).items
    await reject(ctx, { id: one?.node.id ?? '', comment: 'not today' })
    await go(ctx, { what: 'b' })
    await workAll(ctx)
    await inTenant(ctx, async (tx) => {
      await tx.update(runSteps).set({ waitsUntil: sql`now()` }).where(eq(runSteps.state, 'waiting'))
      await tx.update(approvals).set({ expiresAt: sql`now()` }).where(eq(approvals.state, 'pending'))
      await tx.update(automationRuns).set({ dueAt: sql`now()` }).where(eq(automationRuns.state, 'waiting'))
    })
    await workAll(ctx)
    const [second, first] = await runsOf(ctx)
    expect(first).toMatchObject({ state: 'failed', reason: `Rejected by ${ctx.actor.name}: not today` })
    expect(second).toMatchObject({ state: 'failed', reason: 'Nobody approved it in time.' })
    expect((await listApprovals(ctx, { states: ['expired'] })).totalCount).toBe(1)
    expect(await eventTypesOf(ctx)).not.toContain('custom.done')
  })
})

describe('the rights of a run', () => {
  it('are those of whoever saved it, now: who left takes them along', async () => {
    const ctx = await aCaller()
    const operator = await aColleague(ctx, 'operator')
    await createAutomation(operator, { name: 'Go', definition: onCustom([{ type: 'publish', event: 'custom.done' }]) })
    await go(ctx)
    await relayAll()
    while (await startRuns());
    await removeMember(ctx, { id: operator.actor.id })
    await workAll(ctx)
    const [run] = await runsOf(ctx)
    expect(run).toMatchObject({ state: 'failed', reason: expect.stringContaining('may not do what it needs any more') })
    await go(ctx)
    await workAll(ctx)
    expect(await runsOf(ctx)).toHaveLength(1)
    expect(await eventTypesOf(ctx)).not.toContain('custom.done')
  })

  it('reach no event that whoever saved it may not see', async () => {
    const ctx = await aCaller()
    const operator = await aColleague(ctx, 'operator')
    const definition = {
      ...onCustom([{ type: 'publish', event: 'custom.done' }]),
      trigger: { events: ['*'] },
      condition: 'event.type.startsWith("api_key.")',
    }
    await createAutomation(operator, { name: 'Peek', definition })
    await createApiKey(ctx, { name: 'k', scopes: [{ permission: 'events:read' }] })
    await workAll(ctx)
    expect(await runsOf(ctx)).toEqual([])
  })

  it('leave nothing secret in the log of its steps', async () => {
    const ctx = await aCaller()
    await aTool(ctx, ({ body, headers }) => ({
      status: 200,
      body: { echo: JSON.parse(body || '{}').password, auth: headers.authorization },
    }))
    await createAutomation(ctx, {
      name: 'Go',
      definition: onCustom([call({ body: { password: '{{ event.data.pw }}', token: 'plain-token-here' } })]),
    })
    await go(ctx, { pw: 'hunter2-hunter2' })
    await workAll(ctx)
    const log = JSON.stringify(await stepsOf(ctx))
    expect(log).toContain('[redacted]')
    for (const secret of ['hunter2-hunter2', 'plain-token-here', 'tok-of-the-tool-1']) expect(log).not.toContain(secret)
  })
})

describe('a comment', () => {
  async function aGithub(ctx: Caller) {
    const { url, asked } = await aServer(({ method }) =>
      method === 'POST'
        ? { status: 201, body: { id: 9, html_url: 'https://x.example/9' } }
        : { status: 200, body: { login: 'bot', installed_version: '3.12.0', resources: {} } },
    )
    await connectIntegration(ctx, {
      type: 'scm.github',
      instance: 'enterpriseServer',
      method: 'token',
      config: { server: url },
      secrets: { token: `ghp_${'a'.repeat(36)}` },
      name: 'GH',
      skipTest: true,
      saveDisabled: false,
    })
    asked.length = 0
    return { url, asked }
  }

  it('by the shipped recipe tells the pull request what became of its task', async () => {
    const ctx = await aCaller()
    const { url, asked } = await aGithub(ctx)
    const recipe = listRecipes().find(({ id }) => id === 'task-comment')
    await createAutomation(ctx, { name: 'Tell', definition: recipe?.definition })
    const { id } = await createTask(ctx, { title: 'Build <b>', pullRequest: `${url}/acme/api/pull/7` })
    const without = await createTask(ctx, { title: 'Other' })
    await completeTask(ctx, { id, message: 'thanks @everyone\n/close' })
    await completeTask(ctx, { id: without.id })
    await workAll(ctx)
    expect(await runsOf(ctx)).toMatchObject([{ state: 'succeeded' }])
    const posts = asked.filter(({ method }) => method === 'POST')
    expect(posts.map((post) => post.url)).toEqual(['/api/v3/repos/acme/api/issues/7/comments'])
    const { body } = JSON.parse(posts[0]?.body ?? '{}')
    expect(body).toBe('✅ **Build \\<b\\>** is completed.\n\nthanks \\@\u200beveryone\n\\/close')
  })

  it('on a page that belongs to no integration fails, and says so', async () => {
    const ctx = await aCaller()
    const { asked } = await aGithub(ctx)
    await createAutomation(ctx, {
      name: 'Tell',
      definition: onCustom([{ type: 'comment', on: '{{ event.data.at }}', body: 'x' }]),
    })
    await go(ctx, { at: 'https://elsewhere.example/acme/api/pull/7' })
    await workAll(ctx)
    expect((await runsOf(ctx))[0]?.reason).toContain(
      'No enabled integration of the project belongs to elsewhere.example',
    )
    expect(asked).toEqual([])
  })
})

describe('dryRunAutomation', () => {
  it('shows what would be done for the last events, and does nothing', async () => {
    const ctx = await aCaller()
    const asked = await aTool(ctx)
    await go(ctx, { n: 1 })
    await go(ctx, { n: 5, password: 'hunter2-hunter2' })
    await workAll(ctx)
    const definition = onCustom(
      [
        call({ path: '/items/{{ event.data.n }}', body: { password: '{{ event.data.password }}' } }),
        { type: 'publish', event: 'custom.done', data: { x: '{{ steps.step_0.output.body }}' } },
      ],
      { condition: 'event.data.n > 3' },
    )
    const before = (await eventTypesOf(ctx)).length
    const [second, first, ...others] = await dryRunAutomation(ctx, { definition })
    expect(others).toEqual([])
    expect(first).toMatchObject({ holds: false, steps: [] })
    expect(second).toMatchObject({ holds: true, eventType: 'custom.go' })
    expect(second?.steps[0]).toMatchObject({
      wouldRun: true,
      input: { path: '/items/5', body: { password: '[redacted]' } },
    })
    expect(second?.steps[1]).toMatchObject({
      wouldRun: null,
      problem: expect.stringContaining('steps.step_0.output.body'),
    })
    expect(asked).toEqual([])
    expect((await eventTypesOf(ctx)).length).toBe(before)
    expect((await listRuns(ctx)).totalCount).toBe(0)
    expect(
      await dryRunAutomation(await aCaller(), { definition: onCustom([{ type: 'publish', event: 'custom.x' }]) }),
    ).toEqual([])
  })
})
