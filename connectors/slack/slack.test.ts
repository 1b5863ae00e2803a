import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listResources, parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { slackErrors } from './errors'
import { slack } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const token = 'xoxb-1234567890-abcdefghij'
const scopes = 'chat:write,channels:read,users:read'

const settingsFor = (url: string, given = token) =>
  parseConnectorSettings(slack, {
    instance: 'custom',
    method: given.startsWith('xoxp') ? 'user' : 'bot',
    config: { baseUrl: `${url}/api` },
    secrets: { token: given },
  })
const probed = (url: string, given?: string) => runProbes(slack, settingsFor(url, given), http)

const json = (res: ServerResponse, body: object, status = 200, headers: Record<string, string> = {}) =>
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body))
const well = { ok: true, url: 'https://acme.slack.com/', team: 'Acme', user: 'hub', team_id: 'T1', user_id: 'U1' }

/** Slack as it documents itself: status 200 whatever it says. */
function aSlack(change: { test?: RequestListener; held?: string } = {}): RequestListener {
  const testAuth: RequestListener = (req, res) =>
    req.headers.authorization === `Bearer ${token}`
      ? json(res, well, 200, { 'x-oauth-scopes': change.held ?? scopes, 'x-accepted-oauth-scopes': '' })
      : json(res, { ok: false, error: 'invalid_auth' })
  return (req, res) => {
    if (req.url === '/api/api.test') json(res, { ok: true })
    else if (req.headers.authorization === undefined) json(res, { ok: false, error: 'not_authed' })
    else if (req.url === '/api/auth.test' && req.method === 'POST') (change.test ?? testAuth)(req, res)
    else json(res, { ok: false, error: 'unknown_method' })
  }
}
const answering = (test: RequestListener) => serve(aSlack({ test }))
const saying = (error: string, status = 200) => answering((_req, res) => json(res, { ok: false, error }, status))

describe('a Slack workspace', () => {
  it('is healthy, and tells who the token is and what it may do', async () => {
    const report = await probed(await serve(aSlack()))
    expect(report).toMatchObject({ verdict: 'healthy', identity: 'hub @ Acme', failingProbe: null })
    const scopesProbe = report.probes.find(({ name }) => name === 'authorization')
    expect(scopesProbe).toMatchObject({ status: 'pass', evidence: { missing: '' } })
  })

  it('is asked with the token in a header, by POST, and never without cause', async () => {
    const asked: string[] = []
    const inner = aSlack()
    const url = await serve((req, res) => {
      asked.push(`${req.method} ${req.url} ${req.headers.authorization === undefined ? 'without' : 'with'}`)
      inner(req, res)
    })
    await probed(url)
    expect(asked).toEqual(['GET /api/api.test without', 'POST /api/auth.test with'])
  })

  it('is unhealthy for a wrong token, although Slack answers 200', async () => {
    expect(await probed(await serve(aSlack()), 'xoxb-wrong-wrong')).toMatchObject({
      verdict: 'unhealthy',
      failingProbe: 'authentication',
      failureClass: 'credential',
    })
  })

  it.each(
    slackErrors.flatMap(({ equals, class: kind, remedy }) =>
      typeof equals === 'string' ? [[equals, kind, remedy] as const] : [],
    ),
  )('tells whose trouble %s is, and what helps', async (code, failureClass, remedy) => {
    const report = await probed(await saying(code))
    const isPace = failureClass === 'provider_limit'
    expect(report).toMatchObject({ verdict: isPace ? 'degraded' : 'unhealthy', failingProbe: 'authentication' })
    expect(report.failureClass).toBe(failureClass)
    expect(report.remedy).toBe(remedy?.replace('{missing}', 'what it needs'))
    expect(report.probes.find(({ name }) => name === 'authentication')?.evidence).toMatchObject({ code })
  })

  it('is no success for an error that nobody has documented yet', async () => {
    expect(await probed(await saying('brand_new_error'))).toMatchObject({
      verdict: 'unhealthy',
      failureClass: 'request',
    })
  })

  it('is no success when the answer is JSON of somebody else', async () => {
    const url = await answering((_req, res) => json(res, { status: 'fine' }))
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failureClass: 'request' })
  })

  it('tells when a token that rotates ends', async () => {
    const url = await answering((_req, res) => json(res, { ...well, expires_in: 43_200 }))
    const { credentialExpiresAt } = await probed(url)
    expect(Math.round(((credentialExpiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(12)
  })

  it('is degraded when the token lacks a scope, and says which', async () => {
    const report = await probed(await serve(aSlack({ held: 'channels:read,users:read' })))
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'authorization', failureClass: 'permission' })
    expect(report.message).toContain('chat:write')
    expect(report.remedy).toContain('chat:write')
  })

  it('is degraded while it asks us to slow down, and says for how long', async () => {
    const url = await answering((_req, res) =>
      json(res, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' }),
    )
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'degraded', failureClass: 'provider_limit' })
    expect(report.remedy).toContain('30 s')
  })

  it.each([
    ['401', (res: ServerResponse) => res.writeHead(401).end(), 'credential'],
    ['500', (res: ServerResponse) => res.writeHead(500).end('oops'), 'provider_incident'],
    [
      '503 with its own words',
      (res: ServerResponse) => json(res, { ok: false, error: 'service_unavailable' }, 503),
      'provider_incident',
    ],
    [
      'a page with 200',
      (res: ServerResponse) => res.writeHead(200, { 'content-type': 'text/html' }).end('<html>Slack'),
      'request',
    ],
    ['a redirect to a page', (res: ServerResponse) => res.writeHead(302, { location: '/signin' }).end(), 'request'],
  ] as const)('is unhealthy for %s', async (_what, answer, failureClass) => {
    const inner = aSlack({ test: (_req, res) => void answer(res) })
    const url = await serve((req, res) => {
      if (req.url === '/signin') res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>Sign in')
      else inner(req, res)
    })
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failureClass })
  })

  it('takes no other token for one of an app', () => {
    expect(() => settingsFor('https://slack.test', 'ghp_1234567890')).toThrow('xoxb-')
    expect(settingsFor('https://slack.test', 'xoxp-1234567890').method).toBe('user')
  })
})

describe('its lists', () => {
  it('are read page by page', async () => {
    const asked: string[] = []
    const url = await serve((req, res) => {
      const { searchParams } = new URL(req.url ?? '/', 'http://slack.test')
      asked.push(`${searchParams.get('types')} ${searchParams.get('limit')} ${searchParams.get('cursor')}`)
      const isFirst = searchParams.get('cursor') === null
      const next_cursor = isFirst ? 'dGVhbTpDMDYx=' : ''
      json(res, { ok: true, channels: [{ id: isFirst ? 'C1' : 'C2', name: 'x' }], response_metadata: { next_cursor } })
    })
    const listing = await listResources(slack, settingsFor(url), http, { list: 'channels' })
    expect(listing.resources.map(({ id }) => id)).toEqual(['C1', 'C2'])
    expect(asked).toEqual(['public_channel 100 null', 'public_channel 100 dGVhbTpDMDYx='])
  })

  it('say which scope is missing', async () => {
    const url = await serve((_req, res) =>
      json(res, { ok: false, error: 'missing_scope', needed: 'users:read', provided: 'chat:write' }),
    )
    const listing = await listResources(slack, settingsFor(url), http, { list: 'users' })
    expect(listing.trouble).toMatchObject({ failureClass: 'permission' })
    expect(listing.trouble?.remedy).toContain('users:read')
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('the Slack of emulate', () => {
  it('takes the token and says whose it is', async () => {
    const port = await freePort()
    const seed = {
      team: { name: 'Acme' },
      users: [{ name: 'hub' }],
      tokens: [{ token, user: 'hub', scopes: ['chat:write'] }],
    }
    const emulator = await createEmulator({ service: 'slack', port, seed: { slack: seed } })
    onTestFinished(() => emulator.close())
    const report = await probed(`http://127.0.0.1:${port}`)
    expect(report).toMatchObject({ verdict: 'healthy', identity: 'hub @ Acme' })
  })
})
