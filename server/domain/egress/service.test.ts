import { describe, expect, it } from 'vitest'
import { aCaller, eventTypesOf, instanceAdmin } from '@/test/world'
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
      await expect(grantEgress(instanceAdmin(ctx), { tenant: ctx.tenantId, rule })).rejects.toMatchObject({ code: 'egress.grant_invalid' })
    }
  })

  it('is refused to everybody but the instance admin', async () => {
    const ctx = await aCaller()
    const owner = { ...instanceAdmin(ctx), isInstanceAdmin: false }
    await expect(grantEgress(owner, { tenant: ctx.tenantId, rule: '10.0.0.1' })).rejects.toMatchObject({ code: 'permission.denied' })
    await expect(listEgressGrants(owner, ctx.tenantId)).rejects.toMatchObject({ code: 'permission.denied' })
  })
})
