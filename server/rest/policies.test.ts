import { describe, expect, it } from 'vitest'
import { flushCalls } from '@/server/domain/calls/service'
import { restAs } from '@/test/rest'
import { aRestGround, type RestGround } from '@/test/rest-ground'
import { aKey } from '@/test/world'

/** How calls are made, said over REST, and that calls are made so. */
const policyAt = ({ ids }: RestGround) => `/api/v1/integrations/${ids.integration}/call-policy`
const put = (ground: RestGround, body: unknown) =>
  ground.ask(`PUT ${policyAt(ground)}`, { body, headers: { 'if-match': '*' } })
const execute = (ground: RestGround, path: string) =>
  ground.ask(`POST /api/v1/integrations/${ground.ids.integration}/execute`, { body: { path } })

describe('the policy of calls over REST', () => {
  it('is in force for the next call, and what is not said is as usual again', async () => {
    const ground = await aRestGround()
    const set = await put(ground, { keepBodies: true, retry: { attempts: 1 }, quota: { mode: 'observe' } })
    expect(set.body).toMatchObject({
      policy: { keepBodies: true, retry: { attempts: 1, baseMs: 250 }, quota: { mode: 'observe', perSecond: null } },
      changes: { keepBodies: true, retry: { attempts: 1 }, quota: { mode: 'observe' } },
    })
    const failed = await execute(ground, '/down')
    expect(failed.body).toMatchObject({ success: false, status: 503, attempts: [{ number: 1 }] })
    expect(failed.body.attempts).toHaveLength(1)
    await flushCalls()
    const call = await ground.ask(`GET /api/v1/calls/${failed.body.callId}`)
    expect(call.body.bodies).toMatchObject({ response: expect.stringContaining('down') })
    expect((await put(ground, {})).body).toMatchObject({ policy: { keepBodies: false }, changes: {} })
    expect((await execute(ground, '/down')).body.attempts).toHaveLength(3)
  })

  it('is changed from the version that was read, and by nobody else meanwhile', async () => {
    const ground = await aRestGround()
    const body = { timeoutMs: 2_000 }
    const read = await ground.ask(`GET ${policyAt(ground)}`)
    const ifMatch = { 'if-match': read.headers.get('etag') ?? '' }
    expect((await ground.ask(`PUT ${policyAt(ground)}`, { body })).status).toBe(428)
    expect((await ground.ask(`PUT ${policyAt(ground)}`, { body, headers: ifMatch })).status).toBe(200)
    const late = await ground.ask(`PUT ${policyAt(ground)}`, { body, headers: ifMatch })
    expect([late.status, late.body.code]).toEqual([412, 'integration.version_stale'])
  })

  it('names what of it is no setting, out of bounds, or no fallback', async () => {
    const ground = await aRestGround()
    const paths = async (body: unknown) => (await put(ground, body)).body.fields.map(({ path }) => path)
    expect(await paths({ retry: { attempts: 99, tries: 2 } })).toEqual(['retry.attempts', 'retry.tries'])
    expect(await paths({ fallback: ground.ids.github })).toEqual(['policy.fallback'])
    expect(await paths({ fallback: ground.ids.integration })).toEqual(['policy.fallback'])
  })

  it('is read by who may read, and set by who may change', async () => {
    const ground = await aRestGround()
    const reader = {
      ...ground.ctx,
      grants: [{ permission: 'integrations:read' }, { permission: 'keys:write' }] as const,
    }
    const ask = restAs(ground.hub, { key: await aKey({ ...reader, grants: [...reader.grants] }) })
    expect((await ask(`GET ${policyAt(ground)}`)).status).toBe(200)
    const refused = await ask(`PUT ${policyAt(ground)}`, { body: {}, headers: { 'if-match': '*' } })
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.denied'])
    const reset = await ask(`POST /api/v1/integrations/${ground.ids.integration}/circuit/reset`)
    expect([reset.status, reset.body.code]).toEqual([403, 'permission.denied'])
  })
})

describe('the breaker over REST', () => {
  it('says why it is open, and closes by hand', async () => {
    const ground = await aRestGround()
    const at = `/api/v1/integrations/${ground.ids.integration}/circuit`
    expect((await ground.ask(`GET ${at}`)).body).toMatchObject({ state: 'closed', since: null })
    await put(ground, { retry: { attempts: 1 }, breaker: { minimum: 1, failurePercent: 1, openMs: 600_000 } })
    await execute(ground, '/down')
    expect((await execute(ground, '/me')).body).toMatchObject({
      outcome: 'refused',
      failure: { reason: 'circuit_open' },
    })
    expect((await ground.ask(`GET ${at}`)).body).toMatchObject({
      ...{ state: 'open', since: expect.any(String), reason: expect.any(String), retryAt: expect.any(String) },
    })
    expect((await ground.ask(`POST ${at}/reset`)).body).toMatchObject({ state: 'closed' })
    expect((await execute(ground, '/me')).body).toMatchObject({ success: true })
  })
})
