import { describe, expect, it } from 'vitest'
import { aCaller, aServer } from '@/test/world'
import { connectIntegration } from '../integrations/service'
import { executeCall } from './service'

const token = 'ghp_canary0123456789abcdef0123456789abcd'

/** A GitHub of one's own that says with an ETag what it has. */
async function aGitHub() {
  const ctx = await aCaller()
  let version = 1
  const service = await aServer(({ headers }) => {
    const etag = `"v${version}"`
    const isKnown = headers['if-none-match'] === etag
    return { status: isKnown ? 304 : 200, headers: { etag }, ...(!isKnown && { body: { version } }) }
  })
  const connect = (as: typeof ctx, slug: string) =>
    connectIntegration(as, {
      ...{ type: 'scm.github', name: slug, slug, instance: 'enterpriseServer', method: 'token' },
      ...{ config: { server: service.url }, secrets: { token }, skipTest: true },
    })
  const renew = () => {
    version += 1
  }
  return { ctx, service, connect, renew }
}

describe('an answer with an ETag', () => {
  it('is kept, asked for whether it holds, and never given without that word or to others', async () => {
    const { ctx, service, connect, renew } = await aGitHub()
    await connect(ctx, 'gh')
    const get = (as = ctx, slug = 'gh') => executeCall(as, { integration: slug, method: 'GET', path: '/repos/a/b' })
    expect(await get()).toMatchObject({ status: 200, cached: 'no' })
    const again = await get()
    expect(again).toMatchObject({ outcome: 'success', status: 200, cached: 'revalidated' })
    expect(again.body.toString()).toBe('{"version":1}')
    renew()
    expect(await get()).toMatchObject({ status: 200, cached: 'no' })
    const stranger = await aCaller()
    await connect(stranger, 'gh')
    const before = service.asked.length
    expect(await get(stranger)).toMatchObject({ status: 200, cached: 'no' })
    expect(service.asked[before]?.headers['if-none-match']).toBeUndefined()
  })

  it('is not looked at when the caller asks so itself', async () => {
    const { ctx, connect } = await aGitHub()
    await connect(ctx, 'gh')
    const headers = { 'if-none-match': '"v1"' }
    const result = await executeCall(ctx, { integration: 'gh', method: 'GET', path: '/repos/a/b', headers })
    expect(result).toMatchObject({ outcome: 'success', status: 304, cached: 'no' })
  })
})
