import { describe, expect, it } from 'vitest'
import { aCaller, aColleague, eventTypesOf, holding } from '@/test/world'
import { listActivity } from './activity'
import { type EventToPublish, publishEvents } from './publish'

const publish = (ctx: Parameters<typeof publishEvents>[0], ...events: EventToPublish[]) =>
  publishEvents(ctx, { events })
const refused = (code: string) => expect.objectContaining({ code })

describe('publishEvents', () => {
  it('keeps events of their own, as they are told', async () => {
    const ctx = await aCaller()
    const event = { type: 'custom.build.finished', data: { ok: false }, subject: 'build-7', summary: 'Build 7 broke' }
    const { ids } = await publish(ctx, { ...event, level: 'error' }, { type: 'custom.note' })
    const { items } = await listActivity(ctx)
    const [note, build] = items.map(({ node }) => node)
    expect(build).toMatchObject({ id: ids[0], summary: 'Build 7 broke', level: 'error', outcome: 'failure' })
    expect(build?.metadata).toEqual({ ok: false })
    expect(note).toMatchObject({ id: ids[1], type: 'custom.note', summary: 'custom.note', level: 'info' })
  })

  it('takes what outside systems report, in the shape of the catalogue', async () => {
    const ctx = await aCaller()
    await publish(
      ctx,
      { type: 'vm.created', data: { vmId: 'i-1', vmName: 'web' } },
      { type: 'task.failed', data: { taskId: 't-9', title: 'Nightly', message: 'no disk' } },
    )
    const { items } = await listActivity(ctx)
    expect(items.map(({ node }) => node.summary)).toEqual(['task "Nightly" failed: no disk', 'machine web created'])
  })

  it.each([
    ['events.0.type', { type: 'integration.created', data: {} }],
    ['events.0.type', { type: 'github.push' }],
    ['events.0.type', { type: 'custom.*' }],
    ['events.0.type', { type: 'custom' }],
    ['events.0.type', { type: 'custom.Upper' }],
    ['events.0.type', { type: `custom.${'a.'.repeat(9)}a` }],
    ['events.0.data.vmId', { type: 'vm.created', data: {} }],
    ['events.0.data', { type: 'custom.big', data: { text: 'x'.repeat(65 * 1024) } }],
    ['events.0.data', { type: 'custom.zero', data: { text: '\0' } }],
    ['events.0.data', { type: 'custom.deep', data: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) }],
    ['events.0.summary', { type: 'custom.line', summary: 'a\nb' }],
    ['events.0.subject', { type: 'custom.line', subject: '' }],
  ])('refuses %s that cannot be, and publishes nothing of the batch', async (path, event) => {
    const ctx = await aCaller()
    const failure = await publish(ctx, event, { type: 'custom.fine' }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'request.invalid', fields: [{ path }] })
    expect(await eventTypesOf(ctx)).toEqual([])
  })

  it('refuses none and too many', async () => {
    const ctx = await aCaller()
    await expect(publish(ctx)).rejects.toEqual(refused('request.invalid'))
    const many = Array.from({ length: 101 }, () => ({ type: 'custom.x' }))
    await expect(publish(ctx, ...many)).rejects.toEqual(refused('request.invalid'))
  })

  it('publishes once for one key, and answers the same ids', async () => {
    const ctx = await aCaller()
    const ask = (type = 'custom.two') =>
      publishEvents(ctx, { events: [{ type: 'custom.one' }, { type }], idempotencyKey: 'k-7' })
    const [one, two] = await Promise.all([ask(), ask()])
    expect(two.ids).toEqual(one.ids)
    expect(await ask()).toEqual({ ids: one.ids, isRepeated: true })
    expect(await eventTypesOf(ctx)).toHaveLength(2)
    await expect(ask('custom.other')).rejects.toEqual(refused('request.key_reused'))
  })

  it('has a quota for each tenant; what is over it is not published', async () => {
    const ctx = await aCaller()
    const hundred = Array.from({ length: 100 }, () => ({ type: 'custom.many' }))
    const all = await Promise.allSettled(Array.from({ length: 31 }, () => publishEvents(ctx, { events: hundred })))
    const [failure, ...more] = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(failure).toMatchObject({ code: 'request.rate_limited', retryAfterMs: expect.any(Number) })
    expect(more).toEqual([])
    expect(await eventTypesOf(ctx)).toHaveLength(3_000)
    const other = await aCaller()
    await publish(other, { type: 'custom.fine' })
    expect(await eventTypesOf(other)).toEqual(['custom.fine'])
  })

  it('is refused without permission', async () => {
    const ctx = await aCaller()
    const event = { type: 'custom.x' }
    await expect(publish(holding(ctx, 'events:read'), event)).rejects.toEqual(refused('permission.denied'))
    await expect(publish(await aColleague(ctx, 'viewer'), event)).rejects.toEqual(refused('permission.denied'))
  })
})
