import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { setCallPolicy } from '@/server/domain/calls/service'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHub } from '@/test/hub'
import { serve } from '@/test/loopback'
import { aCaller, aKey } from '@/test/world'

/** What would end the process of a hub. */
function uncaught(): unknown[] {
  const errors: unknown[] = []
  const note = (error: unknown) => errors.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => {
    process.off('uncaughtException', note)
  })
  return errors
}

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('an upload that is refused before anybody reads it', () => {
  it('does no harm when it does not end', { timeout: 20_000 }, async () => {
    const errors = uncaught()
    const hub = await aHub()
    const ctx = await aCaller()
    const { integration } = await connectIntegration(ctx, {
      ...{ type: 'custom.http', instance: 'service', method: 'none', skipTest: true, secrets: {} },
      config: { baseUrl: await serve(() => {}) },
    })
    await setCallPolicy(ctx, { integration: integration.id, policy: { bulkhead: { concurrent: 1, queued: 1 } } })
    const path = `/api/v1/proxy/${integration.slug}`
    const key = await aKey(ctx)
    for (let at = 0; at < 2; at += 1) {
      fetch(`${hub.url}${path}`, { headers: { authorization: `Bearer ${key}` } }).catch(() => {})
    }
    await soon(300)
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
    socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Length: 9999999\r\n\r\n`)
    socket.write(Buffer.alloc(100_000))
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 503 /)
    // Longer than what still comes is read and forgotten.
    await once(socket, 'close')
    expect(errors).toEqual([])
  })
})
