import { describe, expect, it } from 'vitest'
import { events } from '@/db/schema'
import { inTenant } from '@/db/tenant'
import { aCaller, aColleague, eventTypesOf, holding } from '@/test/world'
import { createProject } from '../tenants/service'
import { completeTask, createTask, failTask, getTask, listTasks, startTask } from './service'

const pullRequest = 'https://github.com/acme/api/pull/7'
const refused = (code: string) => expect.objectContaining({ code })

describe('createTask', () => {
  it('keeps what was given and tells of it', async () => {
    const ctx = await aCaller()
    const made = await createTask(ctx, { title: ' Ship it ', description: 'soon', pullRequest })
    expect(made).toMatchObject({ title: 'Ship it', description: 'soon', pullRequest, state: 'created', version: 1 })
    expect(await getTask(ctx, made.id)).toEqual(made)
    const [told] = await inTenant(ctx, (tx) => tx.select().from(events))
    expect(told).toMatchObject({ type: 'task.created', subject: made.id, projectId: made.projectId })
    expect(told?.data).toMatchObject({ taskId: made.id, pullRequest })
  })

  it('is made once for one key, however often it is asked for', async () => {
    const ctx = await aCaller()
    const ask = () => createTask(ctx, { title: 'Once', idempotencyKey: 'k-1' })
    const [one, two] = await Promise.all([ask(), ask()])
    expect(two.id).toBe(one.id)
    expect((await ask()).id).toBe(one.id)
    expect(await eventTypesOf(ctx)).toEqual(['task.created'])
    await expect(createTask(ctx, { title: 'Other', idempotencyKey: 'k-1' })).rejects.toEqual(
      refused('request.key_reused'),
    )
  })

  it.each([
    ['title', { title: '  ' }],
    ['title', { title: 'a\nb' }],
    ['title', { title: 'x'.repeat(201) }],
    ['description', { title: 'x', description: 'zero \0' }],
    ['pullRequest', { title: 'x', pullRequest: 'javascript:alert(1)' }],
    ['pullRequest', { title: 'x', pullRequest: 'https://me:secret@github.com/a/b/pull/1' }],
    ['issue', { title: 'x', issue: 'acme/api#7' }],
  ])('refuses a %s that cannot be kept, and keeps nothing', async (path, input) => {
    const ctx = await aCaller()
    const failure = await createTask(ctx, input).catch((error) => error)
    expect(failure).toMatchObject({ code: 'request.invalid', fields: [{ path }] })
    expect(JSON.stringify(failure)).not.toContain('secret')
    expect((await listTasks(ctx)).items).toEqual([])
    expect(await eventTypesOf(ctx)).toEqual([])
  })

  it('is refused without permission, in a project where it is not held too', async () => {
    const ctx = await aCaller()
    await expect(createTask(holding(ctx, 'tasks:read'), { title: 'x' })).rejects.toEqual(refused('permission.denied'))
    const project = await createProject(ctx, { name: 'Other' })
    const grants = [{ permission: 'tasks:write', projectId: project.id }] as const
    await expect(createTask({ ...ctx, grants }, { title: 'x' })).rejects.toEqual(refused('permission.denied'))
    expect(await createTask({ ...ctx, grants }, { title: 'x', project: project.slug })).toMatchObject({
      projectId: project.id,
    })
  })
})

describe('a task', () => {
  it('is started and completed, each told once', async () => {
    const ctx = await aCaller()
    const { id } = await createTask(ctx, { title: 'Ship it' })
    expect(await startTask(ctx, { id, message: 'on it' })).toMatchObject({ state: 'started', message: 'on it' })
    const done = await completeTask(ctx, { id, message: 'shipped', pullRequest })
    expect(done).toMatchObject({ state: 'completed', message: 'shipped', pullRequest, version: 3 })
    expect(done.endedAt).toBeInstanceOf(Date)
    expect(await completeTask(ctx, { id, message: 'again' })).toEqual(done)
    expect((await eventTypesOf(ctx)).sort()).toEqual(['task.completed', 'task.created', 'task.started'])
  })

  it('ends once, by whoever is first', async () => {
    const ctx = await aCaller()
    const { id } = await createTask(ctx, { title: 'Ship it' })
    const ends = await Promise.allSettled([completeTask(ctx, { id }), failTask(ctx, { id })])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'task.ended' } })
    await expect(startTask(ctx, { id })).rejects.toEqual(refused('task.ended'))
    expect(await eventTypesOf(ctx)).toHaveLength(2)
  })

  it('refuses a change of a version that is gone', async () => {
    const ctx = await aCaller()
    const { id } = await createTask(ctx, { title: 'Ship it' })
    await startTask(ctx, { id })
    await expect(failTask(ctx, { id, version: 1 })).rejects.toEqual(refused('task.version_stale'))
    expect(await failTask(ctx, { id, version: 2 })).toMatchObject({ state: 'failed' })
  })

  it('of another tenant, or of a project one may not see, is like none', async () => {
    const ctx = await aCaller()
    const { id } = await createTask(ctx, { title: 'Secret' })
    const project = await createProject(ctx, { name: 'Other' })
    const elsewhere = { ...ctx, grants: [{ permission: 'tasks:write' as const, projectId: project.id }] }
    for (const stranger of [await aCaller(), elsewhere]) {
      await expect(getTask(stranger, id)).rejects.toEqual(refused('task.not_found'))
      await expect(completeTask(stranger, { id })).rejects.toEqual(refused('task.not_found'))
    }
    const viewer = await aColleague(ctx, 'viewer')
    expect(await getTask(viewer, id)).toMatchObject({ title: 'Secret' })
    await expect(completeTask(viewer, { id })).rejects.toEqual(refused('permission.denied'))
  })
})

describe('listTasks', () => {
  it('gives them in pages, the newest first, by state, project and words', async () => {
    const ctx = await aCaller()
    const project = await createProject(ctx, { name: 'Other' })
    const titles = ['one', 'two 100%', 'three']
    for (const title of titles) await createTask(ctx, { title })
    const far = await createTask(ctx, { title: 'far', project: project.slug })
    await completeTask(ctx, { id: far.id })
    const namesOf = async (input: Parameters<typeof listTasks>[1]) =>
      (await listTasks(ctx, input)).items.map(({ node }) => node.title)
    const first = await listTasks(ctx, { first: 2 })
    expect(first).toMatchObject({ totalCount: 4, hasNextPage: true })
    expect(await namesOf({ first: 2, after: first.items.at(-1)?.cursor })).toEqual(['two 100%', 'one'])
    expect(await namesOf({ text: '100%' })).toEqual(['two 100%'])
    expect(await namesOf({ states: ['completed', 'failed'] })).toEqual(['far'])
    expect(await namesOf({ project: project.slug })).toEqual(['far'])
    const grants = [{ permission: 'tasks:read' as const, projectId: project.id }]
    expect((await listTasks({ ...ctx, grants })).items.map(({ node }) => node.title)).toEqual(['far'])
    expect((await listTasks(await aCaller())).totalCount).toBe(0)
  })
})
