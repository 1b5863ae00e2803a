import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishEvents } from '@/server/domain/events/publish'
import { listTasks } from '@/server/domain/tasks/service'
import { aHub } from '@/test/hub'
import { buildInthub, type Inthub } from '@/test/inthub'
import { aCaller, aKey, aLiveHub, relayAll } from '@/test/world'

vi.setConfig({ testTimeout: 60_000 })

let url = ''
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(() => built?.remove())

async function aTerminal() {
  url = (await aHub()).url
  await aLiveHub()
  const ctx = await aCaller()
  const key = await aKey(ctx)
  const start = (args: string[], input?: string) => built.start(args, { key, ...(input !== undefined && { input }) })
  return { ctx, start, inthub: (args: string[], input?: string) => start(args, input).told }
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('inthub events', () => {
  it('publishes, and shows it with what was given', async () => {
    const { inthub } = await aTerminal()
    const data = ['--data', '@-', '--summary', 'Build 7 is green', '--subject', 'build-7']
    const published = await inthub(['events', 'publish', 'custom.build.finished', ...data, '-o', 'json'], '{"ok":true}')
    expect(published.code).toBe(0)
    const [{ id }] = JSON.parse(published.out)
    await relayAll()
    const shown = await inthub(['events', 'tail', '--topic', 'custom.*', '-o', 'json'])
    expect(JSON.parse(shown.out)).toMatchObject([
      { id, type: 'custom.build.finished', subject: 'build-7', summary: 'Build 7 is green', data: { ok: true } },
    ])
    expect((await inthub(['events', 'tail', '--topic', 'vm.*', '-o', 'json'])).out.trim()).toBe('[]')
  })

  it('publishes once for one key', async () => {
    const { inthub } = await aTerminal()
    const once = ['events', 'publish', 'custom.x', '--idempotency-key', 'k-1', '-o', 'name']
    const first = await inthub(once)
    const second = await inthub(once)
    expect(second.out).toBe(first.out)
    expect(second.err).toContain('already published')
  })

  it.each([
    [2, ['events', 'publish', 'custom.x', '--data', '[1]']],
    [2, ['events', 'publish', 'custom.x', '--data', 'sec{ret']],
    [2, ['events', 'tail', '--after', '7']],
    [2, ['events', 'tail', '--follow', '--after', 'x']],
    [6, ['events', 'publish', 'integration.created']],
    [6, ['events', 'publish', 'vm.created', '--data', '{}']],
  ])('ends with %i where it cannot be done', async (code, args) => {
    const { inthub } = await aTerminal()
    const told = await inthub(args)
    expect([told.code, told.out]).toEqual([code, ''])
    expect(told.err).not.toContain('sec{ret')
  })

  it('tells what happens from then on, of the types asked for', async () => {
    const { ctx, start } = await aTerminal()
    const publish = async (type: string) => {
      await publishEvents(ctx, { events: [{ type }] })
      await relayAll()
    }
    await publish('custom.before')
    const tail = start(['events', 'tail', '--topic', 'custom.*', '--follow', '-o', 'ndjson'])
    let seen = ''
    tail.stdout.on('data', (chunk) => {
      seen += chunk
    })
    await vi.waitFor(() => expect(seen).toContain('custom.before'), 20_000)
    // Until the subscription stands, which nothing on the outside shows, more of them come.
    const timer = setInterval(() => void publish('custom.during'), 300)
    await vi.waitFor(() => expect(seen).toContain('custom.during'), 20_000)
    clearInterval(timer)
    tail.kill('SIGINT')
    const { out } = await tail.told
    const told = linesOf(out)
    const sequences = told.map(({ sequence }) => BigInt(sequence))
    expect(new Set(sequences).size).toBe(sequences.length)
    expect(told.map(({ type }) => type).slice(0, 2)).toEqual(['custom.before', 'custom.during'])
  })

  it('lists what can be told', async () => {
    const { inthub } = await aTerminal()
    const { out } = await inthub(['events', 'types', '-o', 'name'])
    expect(out.split('\n')).toEqual(expect.arrayContaining(['integration.created', 'task.failed', 'custom.*']))
  })
})

describe('inthub task', () => {
  it('creates, starts, completes and shows one', async () => {
    const { ctx, inthub } = await aTerminal()
    const pull = 'https://github.com/acme/api/pull/482'
    const made = await inthub(['task', 'create', 'Release 2.4', '--pull-request', pull, '-o', 'name'])
    const id = made.out.trim()
    expect((await inthub(['task', 'start', id])).code).toBe(0)
    const done = await inthub(['task', 'complete', id, '--message', 'All green', '-o', 'json'])
    expect(JSON.parse(done.out)).toMatchObject({ id, state: 'completed', message: 'All green', pullRequest: pull })
    expect((await inthub(['task', 'show', id])).out).toContain('Release 2.4')
    expect((await inthub(['task', 'list', '--state', 'completed', '-o', 'name'])).out.trim()).toBe(id)
    expect((await listTasks(ctx)).totalCount).toBe(1)
  })

  it('ends with the code of what is wrong', async () => {
    const { inthub } = await aTerminal()
    const id = (await inthub(['task', 'create', 'x', '-o', 'name'])).out.trim()
    expect((await inthub(['task', 'fail', id, '--message', 'no disk'])).code).toBe(0)
    expect((await inthub(['task', 'complete', id])).code).toBe(6)
    expect((await inthub(['task', 'show', `tsk_${'0'.repeat(32)}`])).code).toBe(3)
    expect((await inthub(['task', 'create', '  '])).code).toBe(6)
    expect((await inthub(['task', 'list', '--state', 'odd'])).code).toBe(2)
  })
})
