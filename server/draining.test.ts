import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { connectIntegration } from '@/server/domain/integrations/service'
import { aHubProcess } from '@/test/processes'
import { aCaller, aKey } from '@/test/world'
import { listCalls } from './domain/calls/service'

/** What SIGTERM does to streams through the proxy: they come to their end, or are ended in time; each is in the log. */
const long = { timeout: 60_000 }

/** A service that sends a byte now and then, until it is told to end. */
async function aDrip() {
  const open = new Set<ServerResponse>()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    response.write('x')
    const timer = setInterval(() => response.write('x'), 50)
    response.on('close', () => {
      clearInterval(timer)
      open.delete(response)
    })
    open.add(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, open }
}

async function aStreamThrough(url: string, key: string) {
  const asked = httpRequest(url, { headers: { authorization: `Bearer ${key}` }, agent: false })
  asked.end()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve)
    asked.once('error', reject)
  })
  let bytes = 0
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  const over = new Promise<{ isWhole: boolean }>((resolve) => {
    answer.once('close', () => resolve({ isWhole: answer.complete }))
    answer.on('error', () => {})
  })
  await new Promise((resolve) => answer.once('data', resolve))
  return { over, bytes: () => bytes }
}

async function aHubWithStream() {
  const ctx = await aCaller()
  const [key, drip] = [await aKey(ctx), await aDrip()]
  const hub = await aHubProcess({ DATABASE_URL: inject('databaseUrl'), INTHUB_ROLE: 'web' })
  onTestFinished(async () => {
    await hub.kill('SIGKILL')
  })
  const { integration } = await connectIntegration(ctx, {
    ...{ type: 'custom.http', method: 'none', skipTest: true, config: { baseUrl: drip.url }, secrets: {} },
  })
  const stream = await aStreamThrough(`${hub.url}/api/v1/proxy/${integration.slug}/drip`, key)
  const logged = async () =>
    (await listCalls(ctx, { filter: { integration: integration.id } })).items.map(({ node }) => node)
  return { hub, drip, stream, logged, key, at: `${hub.url}/api/v1/proxy/${integration.slug}/other` }
}

describe('a hub that is told to stop while a stream is open', () => {
  it('lets it come to its end, takes nothing new, and logs it before it goes', long, async () => {
    const { hub, drip, stream, logged, at, key } = await aHubWithStream()
    const gone = hub.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await expect(fetch(at, { headers: { authorization: `Bearer ${key}` } })).rejects.toThrow()
    const before = stream.bytes()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(stream.bytes()).toBeGreaterThan(before)
    for (const response of drip.open) response.end('the end')
    expect(await stream.over).toEqual({ isWhole: true })
    const { code, afterMs } = await gone
    expect([code, afterMs < 10_000]).toEqual([0, true])
    expect(await logged()).toMatchObject([{ outcome: 'success', status: 200, kind: 'proxy' }])
  })

  it(
    'ends one that goes on for ever within its limit, so that the caller sees it cut, and logs why',
    long,
    async () => {
      const { hub, stream, logged } = await aHubWithStream()
      const { code, afterMs } = await hub.kill('SIGTERM')
      expect(await stream.over).toEqual({ isWhole: false })
      expect([code, afterMs < 28_000]).toEqual([0, true])
      expect(await logged()).toMatchObject([
        {
          outcome: 'failure',
          kind: 'proxy',
          failure: {
            failureClass: 'ours',
            reason: 'aborted',
            message: expect.stringContaining('The hub was told to stop'),
          },
        },
      ])
    },
  )
})
