import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { connectIntegration, deleteIntegration, disableIntegration } from '@/server/domain/integrations/service'
import { createApiKey, revokeApiKey } from '@/server/domain/keys/service'
import type { Id } from '@/server/kernel/ids'
import { aHub } from '@/test/hub'
import { serve } from '@/test/loopback'
import { aCaller, type Caller } from '@/test/world'

/** A service that goes on for ever, or says nothing at all. */
const endless: RequestListener = (_request, response) => {
  response.write('begun')
  const timer = setInterval(() => response.write('more'), 100)
  response.on('close', () => clearInterval(timer))
}
const silent: RequestListener = () => {}

type Running = { ctx: Caller; keyId: Id<'apiKey'>; id: Id<'integration'>; other: Id<'integration'> }

async function running(listener: RequestListener) {
  const hub = await aHub()
  const ctx = await aCaller()
  const made = {
    ...{ type: 'custom.http', instance: 'service', method: 'none', skipTest: true, secrets: {} },
    config: { baseUrl: await serve(listener) },
  }
  const [one, two] = [await connectIntegration(ctx, made), await connectIntegration(ctx, made)]
  const permissions = ['integrations:read', 'integrations:execute'] as const
  const { apiKey, secret } = await createApiKey(ctx, {
    ...{ name: 'a key', scopes: permissions.map((permission) => ({ permission })) },
  })
  const facts = { ctx, keyId: apiKey.id, id: one.integration.id, other: two.integration.id }
  const answered = fetch(`${hub.url}/api/v1/proxy/${one.integration.slug}`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  return { facts, answered }
}

const longest = 6_000
const within = <T>(work: Promise<T>) =>
  Promise.race([work, new Promise<'runs on'>((resolve) => setTimeout(() => resolve('runs on'), longest))])
const readAll = (response: Response) =>
  response.text().then(
    () => 'ended well',
    () => 'cut off',
  )

const losses: [string, (facts: Running) => Promise<unknown>][] = [
  ['the key is revoked', ({ ctx, keyId }) => revokeApiKey(ctx, { id: keyId })],
  ['the integration is disabled', ({ ctx, id }) => disableIntegration(ctx, { id })],
  ['the integration is deleted', ({ ctx, id }) => deleteIntegration(ctx, { id })],
]

describe('a stream that runs', () => {
  it.each(losses)('is cut off when %s', { timeout: 20_000 }, async (_why, lose) => {
    const { facts, answered } = await running(endless)
    const response = await answered
    await lose(facts)
    expect([response.status, await within(readAll(response))]).toEqual([200, 'cut off'])
  })

  it('is refused in words while nothing was answered yet', { timeout: 20_000 }, async () => {
    const { facts, answered } = await running(silent)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await revokeApiKey(facts.ctx, { id: facts.keyId })
    const response = await within(answered)
    expect(response).toMatchObject({ status: 401 })
  })

  it('runs on when another integration is disabled', { timeout: 20_000 }, async () => {
    const { facts, answered } = await running(endless)
    const response = await answered
    await disableIntegration(facts.ctx, { id: facts.other })
    expect(await within(readAll(response))).toBe('runs on')
    await response.body?.cancel().catch(() => {})
  })
})
