import { describe, expect, it } from 'vitest'
import { publishEvents } from '@/server/domain/events/publish'
import { onCustom, workAll } from '@/test/automations'
import { aHub, anOpenLine } from '@/test/hub'
import { aCaller, aKey, aLiveHub } from '@/test/world'

/** Whatever surfaces see of automations, over HTTP and a socket. */
const definition = onCustom([
  { type: 'approval', message: 'Go on?' },
  { type: 'publish', event: 'custom.done', data: { n: '{{ event.data.n }}' } },
])

describe('automations over GraphQL', () => {
  it('are created, run, asked about and told live', { timeout: 30_000 }, async () => {
    const ctx = await aCaller()
    const key = await aKey(ctx)
    await aLiveHub()
    const hub = await aHub()
    const ask = async (query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors } = await hub.ask(query, { key, variables })
      expect(errors).toEqual([])
      return data
    }
    const create = 'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { automation { id } } }'
    await ask(create, { input: { name: 'Go', definition } })
    expect(await ask('{ automationRecipes { id } automation(id: "go") { version definition } }')).toEqual({
      automationRecipes: [{ id: 'task-comment' }],
      automation: { version: 1, definition: expect.objectContaining({ trigger: { events: ['custom.go'] } }) },
    })
    const line = await anOpenLine(hub, { key })
    const after = (await ask('{ lastSequence }'))?.lastSequence
    const changes =
      'subscription ($after: String) { automationRunChanged(automation: "go", after: $after) { type run { state } } }'
    line.subscribe('1', changes, { after })
    await publishEvents(ctx, { events: [{ type: 'custom.go', data: { n: 1 } }] })
    await workAll(ctx)
    const asked = await line.until(({ type }) => type === 'next')
    expect(asked.payload).toMatchObject({
      data: { automationRunChanged: { type: 'approval.requested', run: { state: 'WAITING' } } },
    })
    const waiting = await ask('{ approvals(states: [PENDING]) { edges { node { id message } } } }')
    const [edge] = (waiting as { approvals: { edges: { node: { id: string; message: string } }[] } }).approvals.edges
    expect(edge?.node.message).toBe('Go on?')
    const approve = 'mutation ($input: ApproveRunInput!) { approveRun(input: $input) { approval { state } } }'
    expect(await ask(approve, { input: { id: edge?.node.id } })).toEqual({
      approveRun: { approval: { state: 'APPROVED' } },
    })
    await workAll(ctx)
    const isEnd = ({ payload }: { payload?: unknown }) => JSON.stringify(payload ?? '').includes('run.succeeded')
    expect((await line.until(isEnd)).payload).toMatchObject({
      data: { automationRunChanged: { run: { state: 'SUCCEEDED' } } },
    })
    expect(
      await ask('{ automationRuns { totalCount edges { node { state steps { name state output } } } } }'),
    ).toMatchObject({
      automationRuns: { totalCount: 1, edges: [{ node: { steps: [{ state: 'SUCCEEDED' }, { state: 'SUCCEEDED' }] } }] },
    })
    const dry = await ask('{ dryRunAutomation(automation: "go") { eventType holds steps { wouldRun input problem } } }')
    expect(dry).toMatchObject({ dryRunAutomation: [{ eventType: 'custom.go', holds: true }] })
  })
})
