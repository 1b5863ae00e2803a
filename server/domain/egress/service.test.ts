import { describe, expect, it, onTestFinished } from 'vitest'
import { env, overrideEnv } from '@/server/platform/env'
import { aCaller, aServer, eventTypesOf, instanceAdmin } from '@/test/world'
import { testIntegration } from '../health/service'
import { connectIntegration } from '../integrations/service'
import { getTenant } from '../tenants/service'
import { grantEgress, listEgressGrants, revokeEgress } from './service'

describe('grantEgress', () => {
  it('opens a range to one tenant, once, and closes it again', async () => {
    const ctx = await aCaller()
    const admin = instanceAdmin(ctx)
    const grant = await grantEgress(admin, { tenant: ctx.tenantId, rule: '10.1.2.0/24:443', reason: 'GitLab' })
    expect(grant).toMatchObject({ cidr: '10.1.2.0/24', port: 443, reason: 'GitLab' })
    expect((await grantEgress(admin, { tenant: ctx.tenantId, rule: '10.1.2.0/24:443' })).id).toBe(grant.id)
    expect(await listEgressGrants(admin, ctx.tenantId)).toHaveLength(1)
    expect(await listEgressGrants(admin, (await aCaller()).tenantId)).toEqual([])
    await revokeEgress(admin, { tenant: ctx.tenantId, id: grant.id })
    expect(await listEgressGrants(admin, ctx.tenantId)).toEqual([])
    expect(await eventTypesOf(ctx)).toEqual(['egress.granted', 'egress.revoked'])
  })

  it('never opens metadata addresses', async () => {
    const ctx = await aCaller()
    for (const rule of ['169.254.169.254/32', '169.254.0.0/16:80', 'fd00:ec2::254/128']) {
      await expect(grantEgress(instanceAdmin(ctx), { tenant: ctx.tenantId, rule })).rejects.toMatchObject({
        code: 'egress.grant_invalid',
      })
    }
  })

  it('is refused to everybody but the instance admin', async () => {
    const ctx = await aCaller()
    const owner = { ...instanceAdmin(ctx), isInstanceAdmin: false }
    await expect(grantEgress(owner, { tenant: ctx.tenantId, rule: '10.0.0.1' })).rejects.toMatchObject({
      code: 'permission.denied',
    })
    await expect(listEgressGrants(owner, ctx.tenantId)).rejects.toMatchObject({ code: 'permission.denied' })
  })
})

describe('the tenant’s client in production', () => {
  it('refuses a private address with the command that grants it, works when granted, and stops when revoked', async () => {
    const { INTHUB_MODE } = env()
    overrideEnv({ INTHUB_MODE: 'production' })
    onTestFinished(() => void overrideEnv({ INTHUB_MODE }))
    const [ctx, other] = [await aCaller(), await aCaller()]
    const service = await aServer(() => ({ status: 200, body: {} }))
    const { port } = new URL(service.url)
    const input = { type: 'custom.http', method: 'none', config: { baseUrl: service.url } }
    const refused = await connectIntegration(ctx, input).catch((error) => error)
    expect(refused).toMatchObject({ code: 'integration.probe_failed' })
    const { slug } = await getTenant(ctx)
    expect(refused.remedy).toContain(`inthub admin egress grant ${slug} 127.0.0.1/32:${port}`)
    expect(service.asked).toEqual([])

    const rule = { tenant: ctx.tenantId, rule: `127.0.0.1/32:${port}` }
    const grant = await grantEgress(instanceAdmin(ctx), rule)
    const { integration } = await connectIntegration(ctx, input)
    expect(integration.health).toBe('healthy')
    await expect(connectIntegration(other, input)).rejects.toMatchObject({ code: 'integration.probe_failed' })

    await revokeEgress(instanceAdmin(ctx), { tenant: ctx.tenantId, id: grant.id })
    const asked = service.asked.length
    const { report } = await testIntegration(ctx, { id: integration.id })
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'connectivity' })
    expect(service.asked).toHaveLength(asked)
  })
})
