import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/db/tenant'
import { authenticate } from '@/server/auth/context'
import { emit } from '@/server/domain/events/emit'
import { connectIntegration } from '@/server/domain/integrations/service'
import { createApiKey } from '@/server/domain/keys/service'
import type { Context } from '@/server/kernel/context'
import { newId } from '@/server/kernel/ids'
import { metrics } from '@/server/platform/metrics'
import { aHub, anOpenLine, type Line } from '@/test/hub'
import { aCaller, aKey, aLiveHub, type Caller } from '@/test/world'
import { makeContext } from './context'
import { schema } from './schema'
import { answering, rightsOf } from './ws-share'

const changes =
  'subscription { integrationStatusChanged { message integration { name storedSecrets project { slug } } } }'

const anIntegration = async (ctx: Caller, name: string) =>
  (
    await connectIntegration(ctx, {
      type: 'custom.http',
      method: 'none',
      config: { baseUrl: 'https://one.example' },
      name,
      skipTest: true,
    })
  ).integration

type Integration = Awaited<ReturnType<typeof anIntegration>>

function change(ctx: Context, { id, slug, name, type, projectId }: Integration, message: string) {
  const finding = { failureClass: null, failingProbe: null, remedy: null, latencyMs: 1, message, checkId: 'chk_1' }
  const data = {
    ...{ integrationId: id, slug, name, type },
    ...finding,
    from: 'healthy',
    to: 'degraded',
    checkedAt: new Date().toISOString(),
  } as const
  return inTenant(ctx, (tx) => emit(tx, ctx, 'integration.health_changed', { data, integrationId: id, projectId }))
}

const told = (line: Line, word: string) => line.until((message) => JSON.stringify(message).includes(`"${word}"`))

/** Makes something happen until each of them heard of it. */
async function allListening(ctx: Context, integration: Integration, lines: readonly Line[]): Promise<void> {
  const knock = setInterval(() => void change(ctx, integration, 'knock'), 200)
  await Promise.all(lines.map((line) => told(line, 'knock')))
  clearInterval(knock)
}

const keyFor = async (ctx: Caller, integration: string, ...permissions: string[]) =>
  (await createApiKey(ctx, { name: 'narrow', scopes: permissions.map((permission) => ({ permission, integration })) }))
    .secret

describe('sockets that subscribed to the same thing', () => {
  it('are told the same, each under its own id', { timeout: 30_000 }, async () => {
    await aLiveHub()
    const hub = await aHub()
    const ctx = await aCaller()
    const integration = await anIntegration(ctx, 'seen')
    const key = await aKey(ctx)
    const lines = await Promise.all(['a', 'b"\\', 'c'].map(() => anOpenLine(hub, { key })))
    for (const [at, line] of lines.entries()) line.subscribe(['a', 'b"\\', 'c'][at] ?? '', changes)
    await allListening(ctx, integration, lines)
    await change(ctx, integration, 'for all')
    const messages = await Promise.all(lines.map((line) => told(line, 'for all')))
    expect(messages.map((message) => message.id)).toEqual(['a', 'b"\\', 'c'])
    expect(new Set(messages.map((message) => JSON.stringify(message.payload))).size).toBe(1)
  })

  it('with other rights are never told what others may see', { timeout: 30_000 }, async () => {
    await aLiveHub()
    const hub = await aHub()
    const ctx = await aCaller()
    const [mine, others] = [await anIntegration(ctx, 'mine'), await anIntegration(ctx, 'others')]
    const wide = await anOpenLine(hub, { key: await aKey(ctx) })
    const narrow = await anOpenLine(hub, { key: await keyFor(ctx, mine.id, 'integrations:read') })
    for (const line of [wide, narrow]) line.subscribe('s', changes)
    await allListening(ctx, mine, [wide, narrow])
    await change(ctx, others, 'not for the narrow one')
    await change(ctx, mine, 'for both')
    await Promise.all([told(wide, 'for both'), told(narrow, 'for both')])
    await told(wide, 'not for the narrow one')
    expect(JSON.stringify(narrow.messages)).not.toContain('not for the narrow one')
  })

  it('with other rights have an answer of their own, even to the very same event', async () => {
    const ctx = await aCaller()
    const [one, other] = [await anIntegration(ctx, 'one'), await anIntegration(ctx, 'other')]
    const document = parse(changes)
    const ran: string[] = []
    const answersFor = async (key: string) => {
      const principal = await authenticate({ authorization: `Bearer ${key}` })
      const contextValue = makeContext({ requestId: newId('request'), principal, tenant: null })
      const args = { schema, document, contextValue, variableValues: {} }
      return answering(args, changes, rightsOf(await contextValue.ctx()), (result) => {
        ran.push(key)
        return Buffer.from(JSON.stringify(result.data))
      })
    }
    const event = { data: { integrationId: one.id, message: 'changed' } }
    const keys = [await aKey(ctx), await aKey(ctx), await keyFor(ctx, other.id, 'integrations:read')] as const
    const told: string[] = []
    for (const key of keys) told.push(String(await (await answersFor(key))(event)))
    expect(told[0]).toContain('"name":"one"')
    expect(told[1]).toBe(told[0])
    expect(told[2]).toContain('"integration":null')
    // The second was not worked out again: its rights and its document are those of the first.
    expect(ran).toEqual([keys[0], keys[2]])
  })

  it('are not held up by one that does not read, which is let go and counted', { timeout: 60_000 }, async () => {
    await aLiveHub()
    const hub = await aHub()
    const ctx = await aCaller()
    const integration = await anIntegration(ctx, 'busy')
    const key = await aKey(ctx)
    const [reader, mute] = [await anOpenLine(hub, { key }), await anOpenLine(hub, { key })]
    for (const line of [reader, mute]) line.subscribe('s', changes)
    await allListening(ctx, integration, [reader, mute])
    const counted = async () => (await metrics.slowReaders.get()).values[0]?.value ?? 0
    const before = await counted()
    mute.socket.pause()
    const long = 'x'.repeat(200_000)
    for (let at = 0; at < 60 && (await counted()) === before; at += 1) {
      await change(ctx, integration, `${long}${at}`)
      await reader.until((message) => JSON.stringify(message).includes(`x${at}"`))
    }
    expect(await counted()).toBe(before + 1)
    await change(ctx, integration, 'still told')
    await told(reader, 'still told')
    mute.socket.resume()
    expect((await mute.closed).code).toBeGreaterThan(1_000)
  })
})
