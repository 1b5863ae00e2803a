import { describe, expect, it } from 'vitest'
import { parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { customHttp } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const settingsOf = (method: string, config: Record<string, unknown>, secrets: Record<string, unknown> = {}) =>
  parseConnectorSettings(customHttp, { method, config, secrets })
const probed = async (...of: Parameters<typeof settingsOf>) => runProbes(customHttp, settingsOf(...of), http)

describe('an HTTP service', () => {
  it.each([
    ['bearer', {}, { token: 'sesame' }, ['authorization', 'Bearer sesame']],
    ['apiKey', {}, { apiKey: 'sesame' }, ['x-api-key', 'sesame']],
    ['apiKey', { headerName: 'X-Auth' }, { apiKey: 'sesame' }, ['x-auth', 'sesame']],
    [
      'basic',
      { username: 'u' },
      { password: 'p:ä' },
      ['authorization', `Basic ${Buffer.from('u:p:ä').toString('base64')}`],
    ],
  ] as const)('is proved with the method %s %j', async (method, config, secrets, [header, value]) => {
    const url = await serve((req, res) => {
      const isRight = req.url === '/v1/me?x=1' && req.headers[header] === value
      res.writeHead(isRight ? 200 : 401, { 'content-type': 'text/plain' }).end('hello')
    })
    const place = { baseUrl: `${url}/v1/`, probePath: '/me?x=1' }
    expect(await probed(method, { ...place, ...config }, secrets)).toMatchObject({ verdict: 'healthy' })
    const wrong = Object.fromEntries(Object.keys(secrets).map((name) => [name, 'wrong']))
    expect(await probed(method, { ...place, ...config }, wrong)).toMatchObject({
      verdict: 'unhealthy',
      failingProbe: 'authentication',
      failureClass: 'credential',
    })
  })

  it.each(['/../admin', '/%2e%2e/admin', '/me#top'])(
    'is told unhealthy for a path that cannot be sent: %s',
    async (probePath) => {
      const asked: unknown[] = []
      const url = await serve((req, res) => {
        asked.push(req.url)
        res.end('ok')
      })
      const report = await probed('bearer', { baseUrl: `${url}/v1`, probePath }, { token: 'sesame' })
      expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'connectivity', failureClass: 'request' })
      expect(asked).toEqual([])
    },
  )

  it('needs no credential when it answers everybody', async () => {
    const url = await serve((_req, res) => res.end('ok'))
    expect(await probed('none', { baseUrl: url })).toMatchObject({ verdict: 'healthy' })
  })

  it('is held to the status and the kind of answer that were asked for', async () => {
    const url = await serve((_req, res) => res.writeHead(204).end())
    expect(await probed('none', { baseUrl: url, expectStatus: 204 })).toMatchObject({ verdict: 'healthy' })
    expect(await probed('none', { baseUrl: url, expectStatus: 200 })).toMatchObject({ verdict: 'unhealthy' })
    const page = await serve((_req, res) => res.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in'))
    expect(await probed('none', { baseUrl: page })).toMatchObject({ verdict: 'unhealthy', failureClass: 'request' })
    expect(await probed('none', { baseUrl: page, answer: 'any' })).toMatchObject({ verdict: 'healthy' })
  })

  it.each(['//evil.example', 'me', '/\\evil.example', 'https://evil.example', '/../x', '/%2e%2e/x', '/a#b', '/a b'])(
    'is never asked at another place by the path %j',
    async (probePath) => {
      const asked: (string | undefined)[] = []
      const url = await serve((req, res) => res.end(asked.push(req.url).toString()))
      const report = await probed('none', { baseUrl: `${url}/v1`, probePath }).catch(
        (error: { code: string }) => error.code,
      )
      expect(report === 'integration.settings_invalid' || typeof report === 'object').toBe(true)
      expect(asked.every((path) => path?.startsWith('/v1/'))).toBe(true)
    },
  )

  it('cannot be given a header that is not the credential’s to set', async () => {
    const url = await serve((_req, res) => res.end('ok'))
    expect(() => settingsOf('apiKey', { baseUrl: url, headerName: 'X-A: b\r\nX-C' }, { apiKey: 'k' })).toThrow(
      'config.headerName',
    )
    expect(await probed('apiKey', { baseUrl: url, headerName: 'Host' }, { apiKey: 'k' })).toMatchObject({
      verdict: 'unhealthy',
      failureClass: 'request',
    })
  })
})
