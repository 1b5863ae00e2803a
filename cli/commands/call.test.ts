import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { buildInthub, type Inthub } from '@/test/inthub'
import { type Answer, type Asked, aCaller, aKey, aServer } from '@/test/world'

vi.setConfig({ testTimeout: 120_000 })

const token = 'canary-0123456789'
let url = ''
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(() => built?.remove())

async function aTerminal(answer: (asked: Asked) => Answer) {
  url = (await aHub()).url
  const ctx = await aCaller()
  const service = await aServer(answer)
  const settings = { type: 'custom.http', method: 'bearer', config: { baseUrl: service.url }, secrets: { token } }
  await connectIntegration(ctx, { ...settings, name: 'Tool', slug: 'tool-1', skipTest: true })
  const key = await aKey(ctx)
  const inthub = (args: string[], input?: string) =>
    built.start(['integration', ...args], { key, ...(input !== undefined && { input }) }).told
  return { asked: service.asked, inthub }
}
const answers = ({ url: path, method, body }: Asked): Answer => {
  if (path.startsWith('/missing')) return { status: 404, body: { message: 'no such thing' } }
  return { status: 200, body: { path, method, ...(body && { body }) } }
}

describe('inthub integration execute', () => {
  it('prints the answer and nothing else, and sends the credential the hub keeps', async () => {
    const { inthub, asked } = await aTerminal(answers)
    const run = await inthub(['execute', 'tool-1', '--path', '/user?a=1', '--query', 'b=2', '--query', 'b=3'])
    expect(run, run.err).toMatchObject({ code: 0 })
    expect(JSON.parse(run.out)).toEqual({ path: '/user?a=1&b=2&b=3', method: 'GET' })
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${token}`)
    expect(run.out + run.err).not.toContain(token)
  })

  it('sends a body from stdin as JSON, and tells everything as a record', async () => {
    const { inthub, asked } = await aTerminal(answers)
    const args = ['execute', 'tool-1', '--path', '/things', '--data', '@-', '--header', 'x-team: core', '-o', 'json']
    const run = await inthub(args, '{"name":"one"}')
    expect(run.code).toBe(0)
    expect(asked[0]).toMatchObject({ method: 'POST', body: '{"name":"one"}' })
    expect(asked[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-team': 'core' })
    expect(JSON.parse(run.out)).toMatchObject({ outcome: 'success', status: 200, json: { method: 'POST' } })
  })

  it('ends with the code of what went wrong, the answer still printed', async () => {
    const { inthub } = await aTerminal(answers)
    const run = await inthub(['execute', 'tool-1', '--path', '/missing'])
    expect(run.code).toBe(6)
    expect(run.out).toContain('no such thing')
    expect(run.err).toContain('404')
    expect(run.err).toContain('Check the path')
    expect((await inthub(['execute', 'nothing', '--path', '/x'])).code).toBe(3)
    expect((await inthub(['execute', 'tool-1'])).code).toBe(2)
    expect((await inthub(['execute', 'tool-1', '--path', '/x', '--header', 'nonsense'])).code).toBe(2)
  })

  it('makes many calls in their order, and says how each went', async () => {
    const { inthub } = await aTerminal(answers)
    const lines = ['{"path":"/a"}', '{"method":"post","path":"/b","body":{"x":1}}', '{"path":"/missing"}', '']
    const run = await inthub(['execute', 'tool-1', '--batch', '-', '-o', 'ndjson'], lines.join('\n'))
    expect(run.code).toBe(6)
    const told = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string; status: number })
    expect(told.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['success', 200],
      ['success', 200],
      ['failure', 404],
    ])
    expect(run.err).toContain('2 succeeded, 1 failed')
    const wrong = await inthub(['execute', 'tool-1', '--batch', '-'], '{"path":"/a","tokn":1}')
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain('Line 1')
  })
})

describe('inthub integration calls and metrics', () => {
  it('tell what was called, by whom and how it went', async () => {
    const { inthub } = await aTerminal(answers)
    await inthub(['execute', 'tool-1', '--path', '/user?token=canary-query'])
    await inthub(['execute', 'tool-1', '--path', '/missing'])
    type Told = { id: string; path: string; outcome: string; actor: { kind: string } }
    const list = async (...more: string[]) =>
      JSON.parse((await inthub(['calls', 'tool-1', '-o', 'json', ...more])).out) as Told[]
    await vi.waitFor(async () => expect(await list()).toHaveLength(2), { timeout: 20_000, interval: 500 })
    const [newest, first] = await list()
    expect(newest).toMatchObject({ path: '/missing', outcome: 'failure', actor: { kind: 'api_key' } })
    expect(first).toMatchObject({ path: '/user', outcome: 'success' })
    expect(await list('--outcome', 'failure')).toHaveLength(1)
    const shown = await inthub(['calls', 'tool-1', newest?.id ?? ''])
    expect(shown).toMatchObject({ code: 0 })
    expect(shown.out).toContain('404')
    expect(shown.out).not.toContain('canary')
    const metrics = await inthub(['metrics', 'tool-1', '--by', 'operation'])
    expect(metrics.out).toMatch(/Calls\s+2/)
    expect(metrics.out).toContain('(by path)')
    const record = JSON.parse((await inthub(['metrics', 'tool-1', '-o', 'json'])).out) as Record<string, unknown>
    expect(record).toMatchObject({ totals: { calls: 2, failures: 1 }, circuit: { state: 'closed' } })
  })
})
