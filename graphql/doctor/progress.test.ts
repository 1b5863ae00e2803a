import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import type { Context } from '@/server/kernel/context'
import { aHub, anOpenLine, type Line } from '@/test/hub'
import { aCaller, aColleague, aKey, aServer, aSession } from '@/test/world'

const fields = '{ started check { name status finding evidence } report { overall checks { name } } }'
const doctor = `subscription ($id: ID!, $checks: [DoctorCheckName!]) { doctor(integration: $id, checks: $checks) ${fields} }`
const draft = `subscription ($input: TestIntegrationDraftInput!) { doctorDraft(input: $input) ${fields} }`

type Step = {
  started: string[] | null
  check: { name: string; status: string } | null
  report: { overall: string; checks: { name: string }[] } | null
}

const stepsOf = (line: Line, field: 'doctor' | 'doctorDraft'): Step[] =>
  line.messages.flatMap(({ type, payload }) =>
    type === 'next' ? [(payload as { data: Record<string, Step> | null }).data?.[field] as Step] : [],
  )
const ended = (line: Line) => line.until(({ type }) => type === 'complete')

const token = 'tok-0123456789abcdef'

async function aPatient(ctx: Context) {
  const state: { hold?: Promise<unknown> } = {}
  const server = await aServer(async () => {
    await state.hold
    return { status: 200, body: { ok: true } }
  })
  const settings = { type: 'custom.http', method: 'bearer', config: { baseUrl: server.url } }
  const { integration } = await connectIntegration(ctx, { ...settings, secrets: { token } })
  return { slug: integration.slug, server, settings, state }
}

const all = ['CONNECTIVITY', 'TLS', 'AUTHENTICATION', 'AUTHORIZATION', 'VERSION', 'RATE_LIMIT', 'LATENCY', 'RESOURCES']

describe('an examination over a socket', () => {
  it('tells what is going to be checked, each check, the report, and ends', async () => {
    const ctx = await aCaller()
    const { slug } = await aPatient(ctx)
    const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
    line.subscribe('1', doctor, { id: slug })
    await ended(line)
    const [started, ...rest] = stepsOf(line, 'doctor')
    expect(started).toMatchObject({ started: all, check: null, report: null })
    expect(rest.flatMap(({ check }) => check?.name ?? [])).toEqual(all)
    expect(rest.at(-1)?.report).toMatchObject({ overall: 'HEALTHY' })
  })

  it('runs only what is asked for', async () => {
    const ctx = await aCaller()
    const { slug } = await aPatient(ctx)
    const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
    line.subscribe('1', doctor, { id: slug, checks: ['LATENCY', 'TLS'] })
    await ended(line)
    const steps = stepsOf(line, 'doctor')
    expect(steps[0]?.started).toEqual(['TLS', 'LATENCY'])
    expect(steps.at(-1)?.report?.checks.map(({ name }) => name)).toEqual(['TLS', 'LATENCY'])
  })

  it('is given up when its reader goes away', async () => {
    const ctx = await aCaller()
    const { slug, state, server } = await aPatient(ctx)
    let go = () => {}
    state.hold = new Promise<void>((resolve) => {
      go = resolve
    })
    const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
    const before = server.asked.length
    line.subscribe('1', doctor, { id: slug })
    await expect.poll(() => server.asked.length).toBe(before + 1)
    line.send({ id: '1', type: 'complete' })
    const hub = await aHub()
    go()
    const key = await aKey(ctx)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { data } = await hub.ask(`{ examinations(integration: "${slug}") { id } }`, { key })
    expect(data).toEqual({ examinations: [] })
    expect(server.asked).toHaveLength(before + 1)
  })

  it('examines a draft, keeps nothing, and says nothing of its secret', async () => {
    const ctx = await aCaller()
    const { settings } = await aPatient(ctx)
    const line = await anOpenLine(await aHub(), { key: await aKey(ctx) })
    line.subscribe('1', draft, { input: { ...settings, secrets: { token: 'tok-of-the-draft-000' } } })
    await ended(line)
    expect(stepsOf(line, 'doctorDraft').flatMap(({ check }) => check?.name ?? [])).toEqual(all)
    expect(JSON.stringify(line.messages)).not.toContain('tok-of-the-draft-000')
  })

  it('is refused to a viewer, and to a stranger it does not exist', async () => {
    const ctx = await aCaller()
    const { slug, server } = await aPatient(ctx)
    const hub = await aHub()
    const before = server.asked.length
    const callers = [
      [await aColleague(ctx, 'viewer'), 'permission.denied'],
      [await aCaller(), 'integration.not_found'],
    ] as const
    for (const [who, code] of callers) {
      const line = await anOpenLine(hub, { session: await aSession(who), tenant: who.tenantId })
      line.subscribe('1', doctor, { id: slug })
      await line.until((message) => JSON.stringify(message).includes(code))
      expect(stepsOf(line, 'doctor').filter((step) => step?.check)).toEqual([])
    }
    expect(server.asked).toHaveLength(before)
  })
})

describe('an examination in one answer', () => {
  it('is the report, and stands at the integration from then on', async () => {
    const ctx = await aCaller()
    const { slug } = await aPatient(ctx)
    const hub = await aHub()
    const key = await aKey(ctx)
    const run = `mutation { runDoctor(input: { integration: "${slug}" }) { report { overall checks { name status } } } }`
    const { data } = await hub.ask(run, { key })
    expect(data).toMatchObject({ runDoctor: { report: { overall: 'HEALTHY', checks: { length: 8 } } } })
    const read = await hub.ask(`{ integration(id: "${slug}") { lastExamination { source report { overall } } } }`, {
      key,
    })
    expect(read.data).toEqual({
      integration: { lastExamination: { source: 'PERSON', report: { overall: 'HEALTHY' } } },
    })
    const unknown = await hub.ask('{ examination(id: "doc_00000000000000000000000000000000") { id } }', { key })
    expect(unknown.errors[0]?.extensions.type).toBe('doctor.run_not_found')
  })
})
