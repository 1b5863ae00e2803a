import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listAutomations } from '@/server/domain/automations/service'
import { publishEvents } from '@/server/domain/events/publish'
import { workAll } from '@/test/automations'
import { aHub } from '@/test/hub'
import { buildInthub, type Inthub } from '@/test/inthub'
import { aCaller, aKey } from '@/test/world'

vi.setConfig({ testTimeout: 60_000 })

let url = ''
let built: Inthub
const folder = mkdtempSync(join(tmpdir(), 'inthub-automation-'))
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await built?.remove()
})

async function aTerminal() {
  url = (await aHub()).url
  const ctx = await aCaller()
  const key = await aKey(ctx)
  const inthub = (args: string[], input?: string) =>
    built.start(['automation', ...args], { key, ...(input !== undefined && { input }) }).told
  return { ctx, inthub }
}

const asking = `name: Ask first
trigger:
  events: [custom.go]
condition: event.data.n > 1
steps:
  - name: ask
    action: { type: approval, message: "Go on with {{ event.data.n }}?" }
  - name: tell
    action: { type: publish, event: custom.done }
`

describe('inthub automation', () => {
  it('applies a file twice, which makes one automation, and takes what show prints', async () => {
    const { ctx, inthub } = await aTerminal()
    const file = join(folder, 'ask.yaml')
    writeFileSync(file, asking)
    const first = await inthub(['apply', '-f', file, '-o', 'json'])
    expect([first.code, first.err]).toEqual([0, ''])
    expect(JSON.parse(first.out)).toMatchObject({ name: 'Ask first', version: 1, enabled: true })
    const second = await inthub(['apply', '-f', '-', '-o', 'json'], asking.replace('> 1', '> 2'))
    expect(JSON.parse(second.out)).toMatchObject({ version: 2, definition: { condition: 'event.data.n > 2' } })
    const shown = await inthub(['show', 'ask first', '-o', 'yaml'])
    const copied = await inthub(['apply', '-f', '-', '--name', 'Copy', '-o', 'name'], shown.out)
    expect(copied.out.trim()).toBe('Copy')
    expect((await listAutomations(ctx)).totalCount).toBe(2)
    expect((await inthub(['list', '--json', 'name'])).out).toContain('Ask first')
    expect((await inthub(['delete', 'copy', '-o', 'name'])).code).toBe(0)
    expect((await inthub(['disable', 'ask first', '--json', 'enabled'])).out).toContain('false')
  })

  it('applies a recipe', async () => {
    const { inthub } = await aTerminal()
    const { out } = await inthub(['apply', '--recipe', 'task-comment', '--name', 'Tell', '-o', 'json'])
    expect(JSON.parse(out)).toMatchObject({ name: 'Tell', definition: { steps: [{ action: { type: 'comment' } }] } })
    expect(await inthub(['apply', '--recipe', 'nope'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('task-comment'),
    })
  })

  it('tries it out, shows what it did, and answers what it asks', async () => {
    const { ctx, inthub } = await aTerminal()
    await inthub(['apply', '-f', '-'], asking)
    await publishEvents(ctx, {
      events: [
        { type: 'custom.go', data: { n: 1 } },
        { type: 'custom.go', data: { n: 2 } },
      ],
    })
    await workAll(ctx)
    const dry = JSON.parse((await inthub(['dry-run', 'ask first', '-o', 'json'])).out)
    expect(dry).toMatchObject([{ holds: true, steps: [{ input: { message: 'Go on with 2?' } }, {}] }, { holds: false }])
    const [run] = JSON.parse((await inthub(['runs', '--state', 'waiting', '-o', 'json'])).out)
    const whole = JSON.parse((await inthub(['run', run.id, '-o', 'json'])).out)
    expect(whole).toMatchObject({ state: 'waiting', steps: [{ name: 'ask', state: 'waiting' }] })
    const answered = await inthub(['approve', whole.approvals[0].id, '--comment', 'fine', '-o', 'json'])
    expect(JSON.parse(answered.out)).toMatchObject({ state: 'approved', comment: 'fine' })
    await workAll(ctx)
    expect((await inthub(['run', run.id])).out).toContain('succeeded')
    expect((await inthub(['reject', whole.approvals[0].id])).code).not.toBe(0)
  })

  it.each([
    [2, ['apply'], ''],
    [2, ['apply', '-f', '-'], '- a list'],
    [2, ['apply', '-f', '-'], 'name: x\nsecret-key-of-mine: 1'],
    [2, ['dry-run'], ''],
    [2, ['runs', '--state', 'gone'], ''],
  ])('ends with %s for %j', async (code, args, input) => {
    const { inthub } = await aTerminal()
    const ended = await inthub(args, input)
    expect(ended.code).toBe(code)
    expect(ended.err).not.toContain('secret-key-of-mine')
  })

  it('names the place that is wrong', async () => {
    const { inthub } = await aTerminal()
    const { code, err } = await inthub(['apply', '-f', '-'], asking.replace('event.data.n > 1', 'event.data.n >'))
    expect(code).not.toBe(0)
    expect(err).toContain('definition.condition')
  })
})
