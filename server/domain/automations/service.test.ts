import { describe, expect, it } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { onCustom } from '@/test/automations'
import { aCaller, aColleague, aServer, type Caller, eventTypesOf, holding } from '@/test/world'
import { createProject } from '../tenants/service'
import {
  createAutomation,
  deleteAutomation,
  disableAutomation,
  enableAutomation,
  getAutomation,
  listAutomations,
  listRecipes,
  updateAutomation,
} from './service'

const refused = (code: string) => expect.objectContaining({ code })
const publish = { type: 'publish', event: 'custom.done', data: { n: '{{ event.data.n }}' } }
const definition = onCustom([publish])

const anAutomation = (ctx: Caller, more: object = {}) => createAutomation(ctx, { name: 'Go', definition, ...more })

async function anIntegration(ctx: Caller, project?: string) {
  const { url } = await aServer(() => ({ status: 200, body: {} }))
  const input = { type: 'custom.http', method: 'none', config: { baseUrl: url }, name: 'Tool', slug: 'tool', project }
  return (await connectIntegration(ctx, input)).integration
}

describe('createAutomation', () => {
  it('keeps it with its first version, and tells of it', async () => {
    const ctx = await aCaller()
    const made = await anAutomation(ctx, { name: ' Go ', description: 'on' })
    expect(made).toMatchObject({ name: 'Go', description: 'on', version: 1, enabled: true, createdBy: ctx.actor.name })
    expect(made.definition).toEqual(definition)
    expect(await getAutomation(ctx, made.id)).toEqual(made)
    expect(await getAutomation(ctx, 'go')).toEqual(made)
    expect(await eventTypesOf(ctx)).toEqual(['automation.created'])
  })

  it('is made once for one key', async () => {
    const ctx = await aCaller()
    const ask = () => anAutomation(ctx, { idempotencyKey: 'k' })
    const [one, two] = await Promise.all([ask(), ask()])
    expect(two.id).toBe(one.id)
    expect(await eventTypesOf(ctx)).toEqual(['automation.created'])
  })

  it('refuses a name that is taken', async () => {
    const ctx = await aCaller()
    await anAutomation(ctx)
    await expect(anAutomation(ctx, { name: 'GO' })).rejects.toEqual(refused('automation.name_taken'))
  })

  it.each([
    ['definition.steps', { trigger: { events: ['custom.go'] }, steps: [] }],
    ['definition.steps', onCustom(Array(21).fill(publish))],
    ['definition.trigger.events.0', { ...definition, trigger: { events: ['task.finished'] } }],
    ['definition.trigger.events.0', { ...definition, trigger: { events: ['Nope!'] } }],
    ['definition.condition', onCustom([publish], { condition: 'event.data.n >' })],
    ['definition.condition', onCustom([publish], { condition: '"text"' })],
    ['definition.steps.0.action.data.n', onCustom([{ ...publish, data: { n: '{{ nope }}' } }])],
    ['definition.steps.0.action.event', onCustom([{ ...publish, event: 'task.created' }])],
    ['definition.steps.0.action', onCustom([{ ...publish, unknown: 1 }])],
    ['definition.steps.0.action.seconds', onCustom([{ type: 'wait', seconds: 31 * 86_400 }])],
    ['definition.steps.1.name', { ...definition, steps: [definition.steps[0], definition.steps[0]] }],
    ['definition.steps.0.action.integration', onCustom([{ type: 'call', integration: 'nobodys', path: '/' }])],
  ])('names %s when it cannot be, and keeps nothing', async (path, given) => {
    const ctx = await aCaller()
    const failure = await anAutomation(ctx, { definition: given }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'automation.invalid' })
    expect(failure.fields.map((field: { path: string }) => field.path)).toContain(path)
    expect((await listAutomations(ctx)).items).toEqual([])
    expect(await eventTypesOf(ctx)).toEqual([])
  })

  it('refuses an integration of another project, and an operation that it has not', async () => {
    const ctx = await aCaller()
    const other = await createProject(ctx, { name: 'Other' })
    const { slug } = await anIntegration(ctx, other.slug)
    const call = onCustom([{ type: 'call', integration: slug, path: '/' }])
    await expect(anAutomation(ctx, { definition: call })).rejects.toEqual(refused('automation.invalid'))
    expect(await anAutomation(ctx, { definition: call, project: other.slug })).toMatchObject({ projectId: other.id })
    const operation = onCustom([{ type: 'operation', integration: slug, operation: 'explode' }])
    await expect(anAutomation(ctx, { name: 'x', definition: operation, project: other.slug })).rejects.toMatchObject({
      fields: [{ path: 'definition.steps.0.action.operation' }],
    })
  })

  it('needs of whoever saves it what its steps need, in that project', async () => {
    const ctx = await aCaller()
    await expect(createAutomation(holding(ctx, 'automations:write'), { name: 'x', definition })).rejects.toMatchObject({
      code: 'permission.denied',
      message: expect.stringContaining('events:publish'),
    })
    const viewer = await aColleague(ctx, 'viewer')
    await expect(anAutomation(viewer)).rejects.toEqual(refused('permission.denied'))
    expect(await anAutomation(await aColleague(ctx, 'operator'))).toMatchObject({ version: 1 })
  })
})

describe('updateAutomation', () => {
  it('makes another version of another definition, and none of the same', async () => {
    const ctx = await aCaller()
    const { id } = await anAutomation(ctx)
    const other = onCustom([{ ...publish, event: 'custom.other' }])
    expect(await updateAutomation(ctx, { id, definition })).toMatchObject({ version: 1 })
    const changed = await updateAutomation(ctx, { id, definition: other, version: 1, name: 'Went' })
    expect(changed).toMatchObject({ version: 2, name: 'Went', definition: other })
    await expect(updateAutomation(ctx, { id, name: 'x', version: 1 })).rejects.toEqual(
      refused('automation.version_stale'),
    )
    expect(await eventTypesOf(ctx)).toEqual(['automation.created', 'automation.updated'])
  })

  it('by somebody else acts with the rights of that one', async () => {
    const ctx = await aCaller()
    const { id } = await anAutomation(ctx)
    const colleague = await aColleague(ctx, 'operator')
    expect(await updateAutomation(colleague, { id, definition })).toMatchObject({
      version: 2,
      savedBy: { kind: 'user', id: colleague.actor.id },
    })
  })
})

describe('an automation', () => {
  it('is switched off and on, each told once, and deleted', async () => {
    const ctx = await aCaller()
    const { id } = await anAutomation(ctx)
    expect(await disableAutomation(ctx, id)).toMatchObject({ enabled: false })
    await disableAutomation(ctx, id)
    expect(await enableAutomation(ctx, id)).toMatchObject({ enabled: true })
    await deleteAutomation(ctx, id)
    await expect(getAutomation(ctx, id)).rejects.toEqual(refused('automation.not_found'))
    const types = ['created', 'disabled', 'enabled', 'deleted'].map((what) => `automation.${what}`)
    expect(await eventTypesOf(ctx)).toEqual(types)
  })

  it('of another tenant, or of a project one may not see, is like none', async () => {
    const ctx = await aCaller()
    const { id } = await anAutomation(ctx)
    const project = await createProject(ctx, { name: 'Other' })
    const elsewhere = { ...ctx, grants: [{ permission: 'automations:write' as const, projectId: project.id }] }
    for (const stranger of [await aCaller(), elsewhere]) {
      await expect(getAutomation(stranger, id)).rejects.toEqual(refused('automation.not_found'))
      await expect(deleteAutomation(stranger, id)).rejects.toEqual(refused('automation.not_found'))
      expect((await listAutomations(stranger)).items).toEqual([])
    }
    const viewer = await aColleague(ctx, 'viewer')
    expect(await getAutomation(viewer, id)).toMatchObject({ name: 'Go' })
    await expect(disableAutomation(viewer, id)).rejects.toEqual(refused('permission.denied'))
  })

  it('comes in pages, the newest first', async () => {
    const ctx = await aCaller()
    for (const name of ['one', 'two', 'three']) await anAutomation(ctx, { name })
    const first = await listAutomations(ctx, { first: 2 })
    expect(first).toMatchObject({ totalCount: 3, hasNextPage: true })
    expect(first.items.map(({ node }) => node.name)).toEqual(['three', 'two'])
    const rest = await listAutomations(ctx, { after: first.items.at(-1)?.cursor })
    expect(rest.items.map(({ node }) => node.name)).toEqual(['one'])
    expect((await listAutomations(ctx, { text: 'tw', enabled: true })).totalCount).toBe(1)
  })

  it('is offered ready-made, and can be saved as it is offered', async () => {
    const ctx = await aCaller()
    for (const { name, definition: ready } of listRecipes()) {
      expect(await createAutomation(ctx, { name, definition: ready })).toMatchObject({ name, definition: ready })
    }
  })
})
