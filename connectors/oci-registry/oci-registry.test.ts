import type { RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { originOf, parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { aDockerRegistry, hasDockerRegistry } from '@/test/docker-registry'
import { serve } from '@/test/loopback'
import { parseChallenges } from './challenge'
import { ociRegistry } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const good = { username: 'bot', password: 'hunter22' }
const basic = `Basic ${Buffer.from('bot:hunter22').toString('base64')}`

function settingsFor(baseUrl: string, login: { username: string; password: string } | null = good, tokenHost?: string) {
  return parseConnectorSettings(ociRegistry, {
    instance: 'custom',
    method: login ? 'basic' : 'none',
    config: { baseUrl, ...(login && { username: login.username }), ...(tokenHost && { tokenHost }) },
    secrets: login ? { password: login.password } : {},
  })
}
const probed = (...of: Parameters<typeof settingsFor>) => runProbes(ociRegistry, settingsFor(...of), http)

const json = (res: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  res
    .writeHead(status, {
      'content-type': 'application/json',
      'docker-distribution-api-version': 'registry/2.0',
      ...headers,
    })
    .end(JSON.stringify(body))

/** A registry with a token service on the same host, as the distribution specification has it. */
async function tokenRegistry(change: { token?: RequestListener; realm?: string; ping?: RequestListener } = {}) {
  const asked: string[] = []
  let url = ''
  const token: RequestListener = (req, res) => {
    if (req.headers.authorization === basic) json(res, 200, { token: 'jwt.for.bot' })
    else if (req.headers.authorization) json(res, 401, {})
    else json(res, 200, { access_token: 'jwt.for.anybody' })
  }
  url = await serve((req, res) => {
    asked.push(`${req.url} ${(req.headers.authorization ?? 'nothing').split(' ')[0]}`)
    if (req.url?.startsWith('/token')) (change.token ?? token)(req, res)
    else if (change.ping) change.ping(req, res)
    else if (req.headers.authorization?.startsWith('Bearer jwt.for.')) json(res, 200, {})
    else
      json(
        res,
        401,
        {},
        { 'www-authenticate': `Bearer realm="${change.realm ?? `${url}/token`}",service="registry.test"` },
      )
  })
  return { url, asked }
}

describe('a registry with a token service', () => {
  it('is healthy with the right password, and says its version', async () => {
    const { url, asked } = await tokenRegistry()
    expect(await probed(url)).toMatchObject({ verdict: 'healthy', serviceVersion: 'registry/2.0' })
    expect(asked).toEqual(['/v2/ nothing', '/v2/ nothing', '/token?service=registry.test Basic', '/v2/ Bearer'])
  })

  it('is healthy without a credential when it gives tokens to everybody', async () => {
    const { url, asked } = await tokenRegistry()
    expect(await probed(url, null)).toMatchObject({ verdict: 'healthy' })
    expect(asked).not.toContain('/token?service=registry.test Basic')
  })

  it('is unhealthy with a wrong password, and the reason is the credential', async () => {
    const { url } = await tokenRegistry()
    const report = await probed(url, { username: 'bot', password: 'wrong' })
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(report.remedy).toContain('expired or been revoked')
  })

  it.each([
    ['403', (res: ServerResponse) => json(res, 403, {}), 'permission', 'unhealthy'],
    ['429', (res: ServerResponse) => json(res, 429, {}, { 'retry-after': '30' }), 'provider_limit', 'degraded'],
    ['500', (res: ServerResponse) => json(res, 500, {}), 'provider_incident', 'unhealthy'],
    ['no token', (res: ServerResponse) => json(res, 200, {}), 'provider_incident', 'unhealthy'],
    [
      'a token that is no header',
      (res: ServerResponse) => json(res, 200, { token: 'a\r\nb' }),
      'provider_incident',
      'unhealthy',
    ],
  ] as const)('whose token service answers %s is told as such', async (_what, answer, failureClass, verdict) => {
    const { url } = await tokenRegistry({ token: (_req, res) => void answer(res) })
    expect(await probed(url)).toMatchObject({ verdict, failingProbe: 'authentication', failureClass })
  })

  it('gets no password for a token service on a host that nobody named', async () => {
    const thief = await tokenRegistry()
    const foreign = `${thief.url.replace('127.0.0.1', 'localhost')}/token`
    const { url } = await tokenRegistry({ realm: foreign })
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'request' })
    expect(report.remedy).toContain(new URL(foreign).origin)
    expect(thief.asked).toEqual([])
    const named = await probed(url, good, new URL(foreign).origin)
    expect(thief.asked).toEqual(['/token?service=registry.test Basic'])
    expect(named).toMatchObject({ verdict: 'healthy' })
  })

  it.each([
    'http://169.254.169.254/token',
    'http://10.0.0.1/token',
    'file:///etc/passwd',
    'https://u:p@127.0.0.1/',
    'nonsense',
  ])('that names %s is refused', async (realm) => {
    const { url } = await tokenRegistry({ realm })
    for (const login of [good, null]) {
      expect(await probed(url, login)).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication' })
    }
  })
})

describe('a service that is no registry', () => {
  it.each([
    ['404', (res: ServerResponse) => json(res, 404, {}), 'connectivity', 'request'],
    ['503', (res: ServerResponse) => json(res, 503, {}), 'connectivity', 'provider_incident'],
    [
      'a web page',
      (res: ServerResponse) => res.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'authentication',
      'request',
    ],
  ] as const)('and answers %s is unhealthy', async (_what, answer, failingProbe, failureClass) => {
    const { url } = await tokenRegistry({ ping: (_req, res) => void answer(res) })
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failingProbe, failureClass })
  })
})

describe('Docker Hub', () => {
  it('tells its pulls in the headers of a HEAD that counts as none', async () => {
    const scopes: (string | null)[] = []
    const { manifest, hooks } = ociRegistry
    const { request, input } = manifest.probes.quota ?? expect.fail('no quota probe')
    const probes = { ...manifest.probes, quota: { request, input } }
    const hub = { manifest: { ...manifest, probes }, hooks }
    let url = ''
    url = await serve((req, res) => {
      const asked = new URL(req.url ?? '', url)
      if (asked.pathname === '/token') {
        scopes.push(asked.searchParams.get('scope'))
        json(res, 200, { token: 'jwt' })
      } else if (!req.headers.authorization) {
        json(res, 401, {}, { 'www-authenticate': `Bearer realm="${url}/token",service="registry.docker.io"` })
      } else if (req.method === 'HEAD') {
        json(res, 200, {}, { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '8;w=21600' })
      } else json(res, 200, {})
    })
    const report = await runProbes(hub, settingsFor(url, null), http)
    expect(scopes).toEqual([null, 'repository:ratelimitpreview/test:pull'])
    expect(report).toMatchObject({
      verdict: 'degraded',
      failingProbe: 'rate_limit',
      quotas: [{ pool: 'pulls', limit: 100, remaining: 8 }],
    })
    expect(report.quotas[0]?.resetAt).toBeInstanceOf(Date)
  })

  it('has its token service among the places the credential belongs to', () => {
    const settings = parseConnectorSettings(ociRegistry, {
      instance: 'dockerHub',
      config: { username: 'u' },
      secrets: { password: 'p' },
    })
    expect(originOf(settings)).toBe('https://registry-1.docker.io https://auth.docker.io')
  })
})

describe('a challenge', () => {
  it.each([
    ['Basic realm="x"', [{ scheme: 'basic', parameters: { realm: 'x' } }]],
    [
      'Bearer realm="https://a/token",service="s",scope="repository:a/b:pull,push", Basic realm="y, z"',
      [
        { scheme: 'bearer', parameters: { realm: 'https://a/token', service: 's', scope: 'repository:a/b:pull,push' } },
        { scheme: 'basic', parameters: { realm: 'y, z' } },
      ],
    ],
    ['Bearer realm=plain, error="a\\"b"', [{ scheme: 'bearer', parameters: { realm: 'plain', error: 'a"b' } }]],
    [
      'Negotiate, Basic',
      [
        { scheme: 'negotiate', parameters: {} },
        { scheme: 'basic', parameters: {} },
      ],
    ],
    ['', []],
    ['""==,,', []],
  ])('is read out of %j', (header, challenges) => expect(parseChallenges(header)).toEqual(challenges))
})

describe.skipIf(!hasDockerRegistry)('the real docker-registry', () => {
  it('is healthy without a credential, and unhealthy once it is gone', async () => {
    const { url, stop } = await aDockerRegistry()
    expect(await probed(url, null)).toMatchObject({ verdict: 'healthy', serviceVersion: 'registry/2.0' })
    await stop()
    expect(await probed(url, null)).toMatchObject({
      verdict: 'unhealthy',
      failingProbe: 'connectivity',
      failureClass: 'network',
    })
  })

  it('with passwords lets in the right one only', async () => {
    // bcrypt of "U*U": a published test vector. Source: https://www.openwall.com/crypt/
    const { url } = await aDockerRegistry('bot:$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n')
    expect(await probed(url, { username: 'bot', password: 'U*U' })).toMatchObject({ verdict: 'healthy' })
    const wrong = await probed(url, { username: 'bot', password: 'U*V' })
    expect(wrong).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(await probed(url, null)).toMatchObject({ verdict: 'unhealthy', failureClass: 'credential' })
  })
})
