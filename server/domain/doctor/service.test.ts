import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { doctorRuns, doctorVisits, events, integrations } from '@/db/schema'
import { acrossTenants, inTenant } from '@/db/tenant'
import type { Context } from '@/server/kernel/context'
import type { DoctorCheckResult } from '@/server/kernel/doctor'
import { type Id, newId } from '@/server/kernel/ids'
import { type Answer, aCaller, aColleague, aServer, eventTypesOf } from '@/test/world'
import { connectIntegration, disableIntegration, getIntegration } from '../integrations/service'
import {
  callDoctor,
  doctorSchedulesOf,
  examineDraft,
  examineIntegration,
  getExamination,
  keptRuns,
  lastExaminationsOf,
  leaseDueVisits,
  listExaminations,
  makeVisit,
  pruneRuns,
  setDoctorSchedule,
  type Visit,
} from './service'

const token = 'tok-0123456789abcdef'

/** A service whose answer the test changes. */
async function aPatient(ctx: Context) {
  const state: { answer: Answer; before?: () => Promise<unknown> } = { answer: { status: 200, body: { ok: true } } }
  const server = await aServer(async () => {
    await state.before?.()
    return state.answer
  })
  const input = { type: 'custom.http', method: 'bearer', config: { baseUrl: server.url }, secrets: { token } }
  const { integration } = await connectIntegration(ctx, input)
  return { id: integration.id, slug: integration.slug, state, server, input }
}

const examine = (ctx: Context, id: Id<'integration'>, more: object = {}) =>
  examineIntegration(ctx, { integration: { id }, source: 'person', ...more })

const inOrder = [
  ...(['connectivity', 'tls', 'authentication', 'authorization'] as const),
  ...(['version', 'rate_limit', 'latency', 'resources'] as const),
]

describe('examineIntegration', () => {
  it('tells each check in its order while the rest is still under way, and keeps the report with its event', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    const told: DoctorCheckResult[] = []
    const report = await examineIntegration(ctx, { integration: { id }, source: 'person' }, (check) => told.push(check))
    expect(told.map(({ name }) => name)).toEqual(inOrder)
    expect(report.checks).toEqual(told)
    expect(report.overall).toBe('healthy')
    const [kept] = await listExaminations(ctx, { integration: { id } })
    expect(kept).toMatchObject({ overall: 'healthy', source: 'person', checks: told, changes: [] })
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.diagnosed')).toHaveLength(1)
    expect((await lastExaminationsOf(ctx, [id])).get(id)?.id).toBe(kept?.id)
  })

  it('tells the first check before the second was asked for', async () => {
    const ctx = await aCaller()
    const { id, state, server } = await aPatient(ctx)
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const before = server.asked.length
    state.before = async () => server.asked.length > before + 1 && (await held)
    const told: string[] = []
    const examining = examineIntegration(ctx, { integration: { id }, source: 'person' }, ({ name }) => told.push(name))
    await expect.poll(() => told.length).toBeGreaterThan(0)
    expect(told).not.toContain('authentication')
    go()
    await examining
    expect(told).toEqual(inOrder)
  })

  it('says what changed since the last good report', async () => {
    const ctx = await aCaller()
    const { id, state } = await aPatient(ctx)
    await examine(ctx, id)
    state.answer = { status: 401, body: {} }
    const report = await examine(ctx, id)
    expect(report.overall).toBe('unhealthy')
    expect(report.changes).toContainEqual({ name: 'authentication', from: 'pass', to: 'fail' })
    state.answer = { status: 200, body: {} }
    expect((await examine(ctx, id)).changes).toEqual([])
  })

  it('makes what a person just saw the state of the integration', async () => {
    const ctx = await aCaller()
    const { id, state } = await aPatient(ctx)
    state.answer = { status: 401, body: {} }
    await examine(ctx, id)
    await examine(ctx, id)
    expect((await getIntegration(ctx, { id })).health).toBe('unhealthy')
  })

  it('runs a part, keeps nothing of it, and tells what it rests upon only when that fails', async () => {
    const ctx = await aCaller()
    const { id, state } = await aPatient(ctx)
    const part = await examine(ctx, id, { checks: ['authentication'] })
    expect(part.checks.map(({ name }) => name)).toEqual(['authentication'])
    state.answer = { status: 503, body: {} }
    const failed = await examine(ctx, id, { checks: ['authorization', 'resources'] })
    expect(failed.checks.map(({ name, status }) => [name, status])).toEqual([
      ['connectivity', 'fail'],
      ['authorization', 'skipped'],
      ['resources', 'skipped'],
    ])
    expect(await listExaminations(ctx, { integration: { id } })).toEqual([])
    expect(await eventTypesOf(ctx)).not.toContain('integration.diagnosed')
  })

  it('tells of a secret that is missing without asking the service', async () => {
    const ctx = await aCaller()
    const { id, server } = await aPatient(ctx)
    await inTenant(ctx, (tx) => tx.update(integrations).set({ credentialId: null }).where(eq(integrations.id, id)))
    const before = server.asked.length
    const report = await examine(ctx, id)
    expect(report.overall).toBe('unhealthy')
    expect(report.checks[2]).toMatchObject({ name: 'authentication', finding: 'secret_missing' })
    expect(report.checks.filter(({ status }) => status === 'skipped')).toHaveLength(7)
    expect(server.asked).toHaveLength(before)
  })

  it('gives no verdict when it is given up, and keeps nothing', async () => {
    const ctx = await aCaller()
    const { id, state } = await aPatient(ctx)
    const gone = new AbortController()
    state.before = async () => gone.abort()
    await expect(examine({ ...ctx, signal: gone.signal }, id)).rejects.toMatchObject({ code: 'hub.unavailable' })
    expect(await listExaminations(ctx, { integration: { id } })).toEqual([])
  })

  it('is refused to a viewer before anything is asked', async () => {
    const ctx = await aCaller()
    const { id, server } = await aPatient(ctx)
    const before = server.asked.length
    const viewer = await aColleague(ctx, 'viewer')
    await expect(examine(viewer, id)).rejects.toMatchObject({ code: 'permission.denied' })
    expect(server.asked).toHaveLength(before)
    expect(await listExaminations(viewer, { integration: { id } })).toEqual([])
  })

  it('is invisible to every other tenant, and so are its reports', async () => {
    const ctx = await aCaller()
    const stranger = await aCaller()
    const { id } = await aPatient(ctx)
    await examine(ctx, id)
    const [kept] = await listExaminations(ctx, { integration: { id } })
    const runId = kept?.id ?? newId('doctorRun')
    expect((await getExamination(ctx, runId)).id).toBe(runId)
    await expect(getExamination(stranger, runId)).rejects.toMatchObject({ code: 'doctor.run_not_found' })
    await expect(examine(stranger, id)).rejects.toMatchObject({ code: 'integration.not_found' })
    await expect(listExaminations(stranger, { integration: { id } })).rejects.toMatchObject({
      code: 'integration.not_found',
    })
    expect(await lastExaminationsOf(stranger, [id])).toEqual(new Map())
  })

  it('keeps the last hundred, and none that is too old', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    await examine(ctx, id)
    await inTenant(ctx, (tx) =>
      tx.execute(sql`
        insert into doctor_runs select gen_random_uuid(), tenant_id, integration_id, source,
          started_at - make_interval(days => n), duration_ms, overall, message, checks, changes
        from doctor_runs, generate_series(1, ${keptRuns + 20}) as n where integration_id = ${sql.param(id, doctorRuns.integrationId)}`),
    )
    await examine(ctx, id)
    const rows = () => inTenant(ctx, (tx) => tx.select({ at: doctorRuns.startedAt }).from(doctorRuns))
    expect(await rows()).toHaveLength(keptRuns)
    await acrossTenants('test', (tx) => pruneRuns(tx, 10 * 86_400))
    expect((await rows()).length).toBeLessThan(13)
  })
})

describe('examineDraft', () => {
  it('keeps nothing, tells nothing, and never repeats the secret', async () => {
    const ctx = await aCaller()
    const { server } = await aPatient(ctx)
    const before = await eventTypesOf(ctx)
    const secrets = { token: 'tok-of-the-draft-000' }
    const input = { type: 'custom.http', method: 'bearer', config: { baseUrl: server.url }, secrets }
    const told: string[] = []
    const report = await examineDraft(ctx, input, ({ name }) => told.push(name))
    expect(told).toEqual(inOrder)
    expect(JSON.stringify(report)).not.toContain(secrets.token)
    expect(await eventTypesOf(ctx)).toEqual(before)
    expect(await inTenant(ctx, (tx) => tx.select().from(doctorRuns))).toEqual([])
  })

  it('suggests no command for what has no name yet', async () => {
    const ctx = await aCaller()
    const input = { type: 'custom.http', method: 'bearer', config: { baseUrl: 'http://127.0.0.1:1' } }
    const { checks } = await examineDraft(ctx, { ...input, secrets: { token } })
    const suggestions = checks.flatMap((check) => check.suggestions)
    expect(suggestions.length).toBeGreaterThan(0)
    expect(suggestions.filter(({ command }) => command?.includes('null') || command?.includes('doctor'))).toEqual([])
  })
})

/** Everything that is due, of the caller's tenant: the database is shared with other tests. */
const dueOf = async (ctx: Context, everySeconds = 60) =>
  (await leaseDueVisits(10_000, everySeconds)).filter(({ tenantId }) => tenantId === ctx.tenantId)

const longAgo = (ctx: Context) =>
  inTenant(ctx, (tx) => tx.update(integrations).set({ createdAt: sql`now() - interval '1 hour'` }))

const diagnosedIn = async (ctx: Context) =>
  (await eventTypesOf(ctx)).filter((type) => type === 'integration.diagnosed').length

describe('setDoctorSchedule', () => {
  const scheduleOf = async (ctx: Context, id: Id<'integration'>) => (await doctorSchedulesOf(ctx, [id])).get(id)

  it('is as usual before anything is said, and tells when the next visit is', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    const usual = await scheduleOf(ctx, id)
    expect(usual).toMatchObject({ everySeconds: 86_400, isUsual: true, usualSeconds: 86_400 })
    expect(usual?.nextAt?.getTime()).toBeGreaterThan(Date.now() - 1_000)
    expect(usual?.nextAt?.getTime()).toBeLessThanOrEqual(Date.now() + 86_400_000)
  })

  it('makes visits fall due as often as was said, and emits', async () => {
    const ctx = await aCaller()
    const { id, slug } = await aPatient(ctx)
    await longAgo(ctx)
    const before = await setDoctorSchedule(ctx, { integration: slug, everySeconds: 0 })
    expect(await eventTypesOf(ctx)).toContain('integration.updated')
    expect(await dueOf(ctx, 60)).toEqual([])
    expect(await scheduleOf(ctx, id)).toMatchObject({ everySeconds: null, isUsual: false, nextAt: null })
    const after = await setDoctorSchedule(ctx, { integration: slug, everySeconds: 60, version: before.version })
    expect(after.version).toBe(before.version + 1)
    const [visit] = (await dueOf(ctx, 2_592_000)) as [Visit]
    expect(visit).toMatchObject({ integrationId: id, tick: expect.any(Date) })
    expect((await scheduleOf(ctx, id))?.nextAt).toEqual(visit.tick)
    await makeVisit(ctx, visit)
    expect((await scheduleOf(ctx, id))?.nextAt?.getTime()).toBe((visit.tick?.getTime() ?? 0) + 60_000)
    await setDoctorSchedule(ctx, { integration: slug, everySeconds: null })
    expect(await scheduleOf(ctx, id)).toMatchObject({ everySeconds: 86_400, isUsual: true })
  })

  it('expects no visit to what is switched off', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    await disableIntegration(ctx, { id })
    expect(await scheduleOf(ctx, id)).toMatchObject({ everySeconds: 86_400, nextAt: null })
  })

  it('is refused to viewers, to other tenants, for nonsense and for an old version', async () => {
    const ctx = await aCaller()
    const { id, slug } = await aPatient(ctx)
    const set = { integration: slug, everySeconds: 3_600 }
    await expect(setDoctorSchedule(await aColleague(ctx, 'viewer'), set)).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(setDoctorSchedule(await aCaller(), { ...set, integration: id })).rejects.toMatchObject({
      code: 'integration.not_found',
    })
    for (const everySeconds of [-1, 59, 2_592_001]) {
      await expect(setDoctorSchedule(ctx, { ...set, everySeconds })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'everySeconds' }],
      })
    }
    await expect(setDoctorSchedule(ctx, { ...set, version: 99 })).rejects.toMatchObject({
      code: 'integration.version_stale',
    })
    expect(await scheduleOf(ctx, id)).toMatchObject({ isUsual: true })
    expect(await eventTypesOf(ctx)).not.toContain('integration.updated')
  })
})

describe('visits on the schedule', () => {
  it('are leased by one of several workers, and a tick that is done is not made again', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    expect(await dueOf(ctx)).toEqual([])
    await longAgo(ctx)
    const leased = (await Promise.all([dueOf(ctx, 3_000), dueOf(ctx, 3_000), dueOf(ctx, 3_000)])).flat()
    expect(leased).toMatchObject([{ integrationId: id, calledBy: null, tick: expect.any(Date) }])
    const [visit] = leased as [Visit]
    await Promise.all([makeVisit(ctx, visit), makeVisit(ctx, visit)])
    expect(await diagnosedIn(ctx)).toBe(1)
    expect(await listExaminations(ctx, { integration: { id } })).toMatchObject([{ source: 'schedule' }])
    expect(await dueOf(ctx, 3_000)).toEqual([])
  })

  it('fall due again when who leased them died', async () => {
    const ctx = await aCaller()
    await aPatient(ctx)
    await longAgo(ctx)
    const [first] = await dueOf(ctx, 3_000)
    await inTenant(ctx, (tx) => tx.update(doctorVisits).set({ leasedUntil: sql`now() - interval '1 second'` }))
    expect(await dueOf(ctx, 3_000)).toEqual([first])
  })
})

describe('a call because health turned bad', () => {
  const anEvent = async (ctx: Context) => {
    const rows = await inTenant(ctx, (tx) => tx.select({ id: events.id }).from(events).limit(1))
    return rows[0]?.id ?? newId('event')
  }
  const bad = (ctx: Context) => inTenant(ctx, (tx) => tx.execute(sql`update health_states set verdict = 'unhealthy'`))

  it('is answered once in ten minutes, however often it is told', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    await bad(ctx)
    const eventId = await anEvent(ctx)
    const calls = [eventId, eventId, newId('event'), newId('event')]
    const answers = await Promise.all(calls.map((each) => callDoctor(ctx, { integrationId: id, eventId: each })))
    expect(answers.filter(Boolean)).toHaveLength(1)
    const due = await dueOf(ctx, 86_400)
    expect(due).toMatchObject([{ integrationId: id, tick: null }])
    for (const visit of due) await makeVisit(ctx, visit)
    expect(await listExaminations(ctx, { integration: { id } })).toMatchObject([{ source: 'health' }])
    expect(await dueOf(ctx, 86_400)).toEqual([])
    await inTenant(ctx, (tx) => tx.update(doctorVisits).set({ calledAt: sql`now() - interval '11 minutes'` }))
    expect(await callDoctor(ctx, { integrationId: id, eventId: newId('event') })).toBe(true)
  })

  it('is not made where all is well again', async () => {
    const ctx = await aCaller()
    const { id } = await aPatient(ctx)
    expect(await callDoctor(ctx, { integrationId: id, eventId: newId('event') })).toBe(false)
    expect(await dueOf(ctx, 86_400)).toEqual([])
  })
})
