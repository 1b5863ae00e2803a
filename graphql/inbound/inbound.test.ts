import { describe, expect, it } from 'vitest'
import { openHook, receiveDelivery } from '@/server/domain/inbound/service'
import { aHub } from '@/test/hub'
import { aGitHub, githubRequest, processAll } from '@/test/inbound'
import { aCaller, aKey } from '@/test/world'

async function ground() {
  const hub = await aHub()
  const ctx = await aCaller()
  await aGitHub(ctx)
  const key = await aKey(ctx)
  const ask = async <T = unknown>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Record<string, T>> => {
    const reply = await hub.ask(query, { key, variables })
    if (reply.errors.length > 0) throw new Error(reply.text)
    return reply.data as Record<string, T>
  }
  return { ctx, ask }
}

const create = `mutation ($input: CreateInboundHookInput!) {
  createInboundHook(input: $input) { url secret hook { id name kind route enabled schemes isWeak weakness } }
}`

describe('inbound hooks over GraphQL', () => {
  it('are made, rotated, waived and deleted', async () => {
    const { ask } = await ground()
    type Made = { url: string; secret: string; hook: { id: string } }
    const made = await ask<Made>(create, { input: { integration: 'code', name: 'deploys' } })
    const { url, secret, hook } = made.createInboundHook as Made
    expect(hook).toEqual({
      ...{ id: hook.id, name: 'deploys', kind: 'PATH', route: null, enabled: true },
      ...{ schemes: ['hmac'], isWeak: false, weakness: null },
    })
    const rotate = `mutation ($id: ID!) { rotateInboundHookSecret(input: { id: $id, address: true }) {
      url secret hook { secrets { version } } } }`
    const rotated = (await ask<Made>(rotate, { id: hook.id })).rotateInboundHookSecret
    expect(rotated).toMatchObject({ hook: { secrets: [{ version: 2 }, { version: 1 }] } })
    expect([rotated?.url, rotated?.secret]).not.toEqual([url, secret])
    const waive = `mutation ($id: ID!) { waiveInboundVerification(input: { id: $id, waived: true, reason: "old" }) {
      hook { isWeak waiver { reason by } } } }`
    expect(await ask(waive, { id: hook.id })).toMatchObject({
      waiveInboundVerification: { hook: { isWeak: true, waiver: { reason: 'old' } } },
    })
    await ask('mutation ($id: ID!) { deleteInboundHook(input: { id: $id }) { hook { id } } }', { id: hook.id })
    expect(await ask('{ inboundHooks { edges { node { id } } } }')).toEqual({ inboundHooks: { edges: [] } })
  })

  it('show what came in, with its body, and replay it', async () => {
    const { ask } = await ground()
    const made = (await ask<{ url: string; secret: string }>(create, { input: { integration: 'code' } }))
      .createInboundHook
    const hook = await openHook(made?.url.split('/').at(-1) ?? '')
    const secret = made?.secret ?? ''
    await receiveDelivery(hook, githubRequest(Buffer.from('{"ref":"é"}'), { id: 'g-1', secret }))
    await receiveDelivery(hook, githubRequest(Buffer.from([0xff, 0xfe]), { id: 'g-2', secret }))
    await receiveDelivery(hook, githubRequest({}, { secret: 'wrong' })).catch(() => {})
    await processAll()
    const read = `{ inboundDeliveries(filter: { state: PROCESSED }) { edges { node { id state topic deliveryId verified
      integration { slug } content { method headers { name value } text base64 truncated } } } } }`
    const found = (await ask<{ edges: { node: object }[] }>(read)).inboundDeliveries
    expect(found?.edges.map(({ node }) => node)).toMatchObject([
      { deliveryId: 'g-2', content: { text: null, base64: Buffer.from([0xff, 0xfe]).toString('base64') } },
      { deliveryId: 'g-1', topic: 'github.push', integration: { slug: 'code' }, content: { text: '{"ref":"é"}' } },
    ])
    const replay = `mutation ($preview: Boolean) { replayInboundDeliveries(
      input: { filter: { since: "2026-01-01T00:00:00Z" }, preview: $preview }) { count preview deliveryIds } }`
    expect(await ask(replay, { preview: true })).toEqual({
      replayInboundDeliveries: { count: 2, preview: true, deliveryIds: [] },
    })
    const done = (await ask<{ deliveryIds: string[] }>(replay)).replayInboundDeliveries
    expect(done?.deliveryIds).toHaveLength(2)
  })
})
