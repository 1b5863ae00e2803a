import { describe, expect, it } from 'vitest'
import { aCaller, aServer } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { executeCall, flushCalls } from './service'

describe('a call', () => {
  it('is sent with the credential and answered', async () => {
    const ctx = await aCaller()
    const service = await aServer(() => ({ status: 200, body: { ok: true } }))
    await connectIntegration(ctx, {
      type: 'custom.http',
      name: 'svc',
      slug: 'svc',
      method: 'bearer',
      config: { baseUrl: service.url },
      secrets: { token: 'sekret-1234567890' },
      skipTest: true,
    })
    const result = await executeCall(ctx, { integration: 'svc', method: 'GET', path: '/x?a=1', query: { b: 2 } })
    expect(result).toMatchObject({ outcome: 'success', status: 200 })
    expect(service.asked.at(-1)).toMatchObject({ url: '/x?a=1&b=2' })
    expect(service.asked.at(-1)?.headers.authorization).toBe('Bearer sekret-1234567890')
    await flushCalls()
  })
})
