import { describe, expect, it } from 'vitest'
import { createInvitation } from '@/server/domain/invitations/service'
import { createProject } from '@/server/domain/tenants/service'
import { aHub } from '@/test/hub'
import { aCaller, aKey, aSession } from '@/test/world'

/** What only the surface decides about people, their invitations and their places. */
const accept =
  'mutation ($token: String!) { acceptInvitation(input: { token: $token }) { signInToken tenant { slug } } }'
const offer = 'query ($token: String!) { invitationOffer(token: $token) { email hasAccount tenantName } }'

describe('an invitation over GraphQL', () => {
  it('is offered to and accepted by nobody in particular, who gets a token for it', async () => {
    const [hub, ctx] = [await aHub(), await aCaller()]
    const email = `new-${Date.now()}@example.test`
    const { url } = await createInvitation(ctx, { email, role: 'viewer' })
    const variables = { token: url.split('/invite/')[1] }
    const offered = await hub.ask(offer, { variables })
    expect(offered.data).toEqual({ invitationOffer: { email, hasAccount: false, tenantName: 'Test' } })
    const { data, errors } = await hub.ask(accept, { variables })
    expect(errors).toEqual([])
    expect(data).toMatchObject({ acceptInvitation: { signInToken: expect.stringMatching(/^.{43}$/) } })
    expect((await hub.ask(offer, { variables })).data).toEqual({ invitationOffer: null })
  })

  it('is not accepted by a key', async () => {
    const [hub, ctx] = [await aHub(), await aCaller()]
    const { url } = await createInvitation(ctx, { email: `new-${Date.now()}@example.test`, role: 'viewer' })
    const variables = { token: url.split('/invite/')[1] }
    const { errors } = await hub.ask(accept, { variables, key: await aKey(ctx) })
    expect(errors[0]?.extensions.type).toBe('auth.required')
    expect((await hub.ask(offer, { variables })).data?.invitationOffer).not.toBeNull()
  })
})

describe('a profile over GraphQL', () => {
  it('shows its new name at once, and is a person’s only', async () => {
    const [hub, ctx] = [await aHub(), await aCaller()]
    const document = 'mutation { updateProfile(input: { name: "Ada" }) { viewer { name accounts { id } } } }'
    const { data } = await hub.ask(document, { session: await aSession(ctx) })
    expect(data).toEqual({ updateProfile: { viewer: { name: 'Ada', accounts: [] } } })
    const byKey = await hub.ask(document, { key: await aKey(ctx) })
    expect(byKey.errors[0]?.extensions.type).toBe('auth.required')
  })
})

describe('the integrations of projects and environments', () => {
  it('are counted, in each tenant of the viewer', async () => {
    const [hub, ctx] = [await aHub(), await aCaller()]
    for (const name of ['One', 'Two']) await createProject(ctx, { name })
    const document = `{ viewer { tenants { tenant {
      projects { slug integrationCount } environments { integrationCount } } } } }`
    const { data, errors } = await hub.ask(document, { session: await aSession(ctx) })
    expect(errors).toEqual([])
    const text = JSON.stringify(data)
    expect(text.match(/"integrationCount":0/g)).toHaveLength(6)
  })
})
