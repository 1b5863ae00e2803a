import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type CallFailure, callPolicyOf } from '@/server/kernel/calls'
import { aCaller, aColleague, aServer, eventTypesOf } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { takePlace } from './bulkhead'
import { CircuitBoard } from './circuits'
import { executeCall, findCircuit, resetCircuit, setCallPolicy } from './service'

const breaker = { failurePercent: 50, minimum: 4, windowMs: 60_000, openMs: 300 }
const failure: CallFailure = {
  ...{ failureClass: 'provider_incident', reason: 'status', message: 'Status 500.', remedy: null, retryAfterMs: null },
}
const bad = { verdict: 'bad', failure } as const
const good = { verdict: 'good', failure: null } as const

/** An integration, and the boards of several processes. */
async function someProcesses() {
  const ctx = await aCaller()
  const service = await aServer(() => ({ status: 200, body: {} }))
  const { integration } = await connectIntegration(ctx, {
    ...{
      type: 'custom.http',
      name: 'svc',
      slug: 'svc',
      method: 'none',
      config: { baseUrl: service.url },
      skipTest: true,
    },
  })
  const target = { integration, policy: callPolicyOf({ breaker }) }
  const boards = [new CircuitBoard(), new CircuitBoard(), new CircuitBoard()] as const
  const fail = async (board: CircuitBoard, times: number) => {
    for (let i = 0; i < times; i += 1) await board.note(ctx, target, { isProbe: false }, bad)
  }
  const circuit = () => findCircuit(ctx, { integration: 'svc' })
  return { ctx, target, boards, fail, circuit, id: integration.id }
}

describe('a breaker', () => {
  it('opens when enough calls failed, once for all processes, and says since when and why', async () => {
    const { ctx, target, boards, fail, circuit } = await someProcesses()
    const [one, two] = boards
    await fail(one, 3)
    expect(await one.enter(ctx, target)).toEqual({ isProbe: false })
    await fail(one, 1)
    await fail(two, 4)
    expect(await one.enter(ctx, target)).toMatchObject({ refused: { reason: 'circuit_open' } })
    expect(await circuit()).toMatchObject({ state: 'open', failureClass: 'provider_incident' })
    expect((await circuit()).reason).toContain('4 of the last 4 calls failed')
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.circuit_opened')).toHaveLength(1)
  })

  it('lets one call of one process try after its pause, and closes with it for everybody', async () => {
    const { ctx, target, boards, fail, circuit, id } = await someProcesses()
    const [one, two, three] = boards
    await fail(one, 4)
    const row = await circuit()
    for (const board of [two, three]) board.adopt({ ...row, since: row.since ?? new Date() }, id)
    await sleep(400)
    const entries = await Promise.all(boards.map((board) => board.enter(ctx, target)))
    expect(entries.filter((entry) => 'isProbe' in entry && entry.isProbe)).toHaveLength(1)
    expect(entries.filter((entry) => 'refused' in entry)).toHaveLength(2)
    const prober = boards[entries.findIndex((entry) => 'isProbe' in entry)] ?? one
    await prober.note(ctx, target, { isProbe: true }, good)
    expect(await circuit()).toMatchObject({ state: 'closed' })
    await sleep(400)
    for (const board of boards) expect(await board.enter(ctx, target)).toEqual({ isProbe: false })
    expect((await eventTypesOf(ctx)).filter((type) => type.startsWith('integration.circuit'))).toEqual([
      ...['integration.circuit_opened', 'integration.circuit_closed'],
    ])
  })

  it('waits again when the one that tried failed, and nobody is told anew', async () => {
    const { ctx, target, boards, fail, circuit } = await someProcesses()
    const [one] = boards
    await fail(one, 4)
    await sleep(400)
    expect(await one.enter(ctx, target)).toEqual({ isProbe: true })
    await one.note(ctx, target, { isProbe: true }, bad)
    expect(await one.enter(ctx, target)).toMatchObject({ refused: {} })
    expect(await circuit()).toMatchObject({ state: 'open' })
    expect((await eventTypesOf(ctx)).filter((type) => type === 'integration.circuit_opened')).toHaveLength(1)
  })

  it('is not opened by what callers do wrong, nor by a pace that was refused', async () => {
    for (const status of [404, 429]) {
      const ctx = await aCaller()
      const service = await aServer(() => ({ status, body: {} }))
      await connectIntegration(ctx, {
        ...{ type: 'custom.http', name: 'svc', slug: 'svc', method: 'none', config: { baseUrl: service.url } },
        skipTest: true,
      })
      await setCallPolicy(ctx, { integration: 'svc', policy: { breaker, retry: { attempts: 1 } } })
      for (let i = 0; i < 6; i += 1) await executeCall(ctx, { integration: 'svc', method: 'GET', path: `/${i}` })
      expect(service.asked).toHaveLength(6)
      expect(await findCircuit(ctx, { integration: 'svc' })).toMatchObject({ state: 'closed' })
    }
  })

  it('keeps calls from a service that fails, until it is reset by those who may', async () => {
    const ctx = await aCaller()
    let status = 500
    const service = await aServer(() => ({ status, body: {} }))
    await connectIntegration(ctx, {
      ...{ type: 'custom.http', name: 'svc', slug: 'svc', method: 'none', config: { baseUrl: service.url } },
      skipTest: true,
    })
    const policy = { breaker: { ...breaker, openMs: 60_000 }, retry: { attempts: 1 } }
    await setCallPolicy(ctx, { integration: 'svc', policy })
    const call = () => executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x' })
    for (let i = 0; i < 4; i += 1) await call()
    const refused = await call()
    expect(refused).toMatchObject({ outcome: 'refused', status: null, failure: { reason: 'circuit_open' } })
    expect(refused.failure?.retryAfterMs).toBeGreaterThan(0)
    expect(service.asked).toHaveLength(4)
    status = 200
    const viewer = await aColleague(ctx, 'viewer')
    await expect(resetCircuit(viewer, { integration: 'svc' })).rejects.toMatchObject({ code: 'permission.denied' })
    await resetCircuit(ctx, { integration: 'svc' })
    expect(await call()).toMatchObject({ outcome: 'success' })
  })
})

describe('a bulkhead', () => {
  it('gives its places in the order of priority, and refuses beyond its queue', async () => {
    const { id } = await someProcesses()
    const want = (priority: 'interactive' | 'sync') =>
      takePlace(id, { priority, policy: { concurrent: 1, queued: 2 }, deadlineAt: Date.now() + 2_000 })
    const first = await want('sync')
    const order: string[] = []
    const waiting = (['sync', 'interactive'] as const).map((priority) =>
      want(priority).then((place) => {
        order.push(priority)
        if ('leave' in place) place.leave()
      }),
    )
    expect(await want('interactive')).toMatchObject({ refused: 'full' })
    if ('leave' in first) first.leave()
    await Promise.all(waiting)
    expect(order).toEqual(['interactive', 'sync'])
    const late = await want('sync')
    const tooLate = takePlace(id, {
      priority: 'sync',
      policy: { concurrent: 1, queued: 2 },
      deadlineAt: Date.now() + 30,
    })
    expect(await tooLate).toMatchObject({ refused: 'late' })
    if ('leave' in late) late.leave()
  })
})
