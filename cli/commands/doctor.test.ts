import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { buildInthub, type Inthub } from '@/test/inthub'
import { type Answer, aCaller, aKey, aServer } from '@/test/world'

vi.setConfig({ testTimeout: 120_000 })

const token = 'tok-0123456789abcdef'
let url = ''
let built: Inthub
beforeAll(async () => {
  built = await buildInthub(() => url)
})
afterAll(() => built?.remove())

async function aPatient(answer: Answer) {
  url = (await aHub()).url
  const ctx = await aCaller()
  const service = await aServer(() => answer)
  const settings = { type: 'custom.http', method: 'bearer', config: { baseUrl: service.url }, secrets: { token } }
  const { integration } = await connectIntegration(ctx, { ...settings, skipTest: true })
  const key = await aKey(ctx)
  const doctor = (more = '') =>
    built.start(`integration doctor ${integration.slug} ${more}`.trim().split(' '), { key }).told
  return { slug: integration.slug, doctor }
}

const quota = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '3' }

describe('inthub integration doctor', () => {
  it('tells each check and what to do, and ends with 10 when unhealthy', async () => {
    const { slug, doctor } = await aPatient({ status: 401, body: {} })
    const { code, out } = await doctor('-o table')
    expect(code).toBe(10)
    expect(
      out.match(/^\S (connectivity|tls|authentication|authorization|version|rate limit|latency|resources) /gm),
    ).toHaveLength(8)
    expect(out).toContain(`inthub integration reconnect ${slug}`)
    expect(out).toMatch(/Result\s+✖ unhealthy/)
    expect(out).not.toContain(token)
  })

  it('ends with 11 when degraded, only where that is asked for', async () => {
    const { doctor } = await aPatient({ status: 200, headers: quota, body: {} })
    expect((await doctor('-o name')).code).toBe(0)
    expect((await doctor('--fail-on degraded -o name')).code).toBe(11)
  })

  it('is a line for each check and one for the report to programs that read a stream', async () => {
    const { doctor } = await aPatient({ status: 200, body: {} })
    const { code, out } = await doctor('-o ndjson')
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(code).toBe(0)
    expect(lines.map(({ kind }) => kind)).toEqual([...Array.from({ length: 8 }, () => 'check'), 'report'])
    expect(lines[0]).toMatchObject({ apiVersion: 'v1', name: 'connectivity', status: 'pass', finding: 'ok' })
    expect(lines[8]).toMatchObject({ overall: 'healthy' })
  })

  it('is the report as JSON, of just the checks that were asked for', async () => {
    const { doctor } = await aPatient({ status: 200, body: {} })
    const { out } = await doctor('--check tls,rate-limit -o json')
    const report = JSON.parse(out) as { checks: { name: string }[] }
    expect(report).toMatchObject({ overall: 'healthy', changes: [] })
    expect(report.checks.map(({ name }) => name)).toEqual(['tls', 'rate_limit'])
    const wrong = await doctor('--check teeth')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('connectivity, tls')
  })

  it('ends with 3 for what does not exist', async () => {
    const { doctor, slug } = await aPatient({ status: 200, body: {} })
    const { code } = await doctor()
    expect(code).toBe(0)
    expect(
      (await built.start(['integration', 'doctor', `${slug}-none`], { key: await aKey(await aCaller()) }).told).code,
    ).toBe(3)
  })
})
