import type { RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { ProbeReport, ProbeResult } from '@/server/kernel/health'
import { createHttpClient } from '@/server/platform/http'
import { makeCertificate } from '@/test/certificates'
import { serve, serveTls } from '@/test/loopback'
import { defineConnector, secret } from './define'
import type { ConnectorManifest } from './manifest'
import { type ProbeOptions, runProbes } from './probes'
import { parseConnectorSettings } from './settings'

const client = createHttpClient({
  policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] },
  describeGrant: 'acme',
})

const vendor = (change: Partial<ConnectorManifest> = {}) =>
  defineConnector({
    id: 'scm.vendor',
    version: '1.0.0',
    name: 'Vendor',
    families: ['scm'],
    capabilities: [],
    instances: {
      own: { baseUrl: '{baseUrl}', inputs: { baseUrl: { title: 'Base URL', format: 'uri' } }, tls: { caBundle: true } },
    },
    methods: {
      token: {
        kind: 'token',
        fields: { token: secret('Token') },
        inject: { headers: { 'X-Token': '{token}' } },
        expiry: { request: 'GET /self', path: 'expires_at' },
      },
    },
    probes: {
      reach: { request: 'GET /ping' },
      identity: { request: 'GET /user', label: 'login' },
      version: { request: 'GET /version', path: 'version', range: '>=15.0' },
      scopes: { request: 'GET /self', path: 'scopes', needs: { '*': ['read_api'], write: ['api'] } },
    },
    errors: [{ status: 200, bodyPath: 'ok', equals: false, class: 'credential', remedy: 'Renew it.' }],
    remedies: { 401: 'The token was revoked.' },
    ...change,
  })

const json = (res: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** A service that is well, but for the paths that are told otherwise. */
function service(otherwise: Record<string, RequestListener> = {}): RequestListener {
  const well: Record<string, RequestListener> = {
    '/ping': (_req, res) => json(res, {}, 401),
    '/user': (_req, res) => json(res, { login: 'oct\u001b[31mocat\u202e', ok: true }),
    '/version': (_req, res) => json(res, { version: '18.1.0' }),
    '/self': (_req, res) => json(res, { scopes: ['read_api'], expires_at: '2030-01-02' }),
    ...otherwise,
  }
  return (req, res) => {
    const answer = well[(req.url ?? '').split('?')[0] ?? '']
    if (req.url !== '/ping' && req.headers['x-token'] !== 'sesame-123') json(res, {}, 401)
    else if (answer) answer(req, res)
    else json(res, {}, 404)
  }
}

async function probed(
  url: string,
  options: ProbeOptions & { token?: string; manifest?: Partial<ConnectorManifest>; ca?: string } = {},
) {
  const connector = vendor(options.manifest)
  const settings = parseConnectorSettings(connector, {
    config: { baseUrl: url, ...(options.ca && { caBundle: options.ca }) },
    secrets: { token: options.token ?? 'sesame-123' },
  })
  return runProbes(connector, settings, client, options)
}
const statuses = (report: ProbeReport) => Object.fromEntries(report.probes.map(({ name, status }) => [name, status]))
const answering = (path: string, listener: RequestListener) => serve(service({ [path]: listener }))
const quota = (limit: string, remaining: string) => ({ 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining })

describe('a service that is well', () => {
  it('is healthy, and everything it tells is learned', async () => {
    const heard: ProbeResult[] = []
    const url = await answering('/user', (_req, res) =>
      json(res, { login: 'oct\u001b[31mocat\u202e' }, 200, quota('5000', '4000')),
    )
    const report = await probed(url, { onProbe: (result) => heard.push(result) })
    expect(report).toMatchObject({
      verdict: 'healthy',
      failingProbe: null,
      failureClass: null,
      identity: 'oct[31mocat',
      serviceVersion: '18.1.0',
      quotas: [{ pool: 'requests', limit: 5000, remaining: 4000, resetAt: null }],
    })
    expect(report.credentialExpiresAt?.toISOString()).toBe('2030-01-02T00:00:00.000Z')
    expect(report.latencyMs).toBeGreaterThanOrEqual(0)
    expect(statuses(report)).toEqual({
      connectivity: 'pass',
      tls: 'skipped',
      authentication: 'pass',
      authorization: 'pass',
      version: 'pass',
      rate_limit: 'pass',
      latency: 'pass',
    })
    expect(heard).toEqual(report.probes)
  })

  it('is asked once for what two probes need, and never shown the credential before', async () => {
    const asked: string[] = []
    const inner = service()
    const url = await serve((req, res) => {
      asked.push(`${req.url} ${req.headers['x-token'] === undefined ? 'without' : 'with'}`)
      inner(req, res)
    })
    await probed(url)
    expect(asked.sort()).toEqual(['/ping without', '/self with', '/user with', '/version with'])
  })

  it('is pinged without a credential', async () => {
    const url = await serve((req, res) => json(res, {}, req.headers['x-token'] ? 500 : 200))
    const report = await probed(url, { anonymous: true })
    expect(report.verdict).toBe('healthy')
    expect(statuses(report)).toMatchObject({
      connectivity: 'pass',
      authentication: 'skipped',
      version: 'skipped',
      latency: 'pass',
    })
  })
})

describe('identity', () => {
  it.each([
    ['401', (res: ServerResponse) => json(res, {}, 401), 'credential'],
    ['403', (res: ServerResponse) => json(res, {}, 403), 'permission'],
    ['404', (res: ServerResponse) => json(res, {}, 404), 'request'],
    ['500', (res: ServerResponse) => json(res, {}, 500), 'provider_incident'],
    ['503', (res: ServerResponse) => json(res, {}, 503, { 'retry-after': '7' }), 'provider_incident'],
    ['203', (res: ServerResponse) => json(res, {}, 203), 'credential'],
    [
      'a web page',
      (res: ServerResponse) => res.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>'),
      'request',
    ],
    [
      'a web page called JSON',
      (res: ServerResponse) => res.writeHead(200, { 'content-type': 'application/json' }).end('<!DOCTYPE html>'),
      'request',
    ],
    ['text', (res: ServerResponse) => res.end('fine'), 'request'],
    ['200 that says no', (res: ServerResponse) => json(res, { ok: false }), 'credential'],
    [
      'a redirect to a metadata address',
      (res: ServerResponse) => res.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      'request',
    ],
    ['a broken connection', (res: ServerResponse) => res.socket?.destroy(), 'network'],
  ] as const)('answered with %s is unhealthy', async (_what, answer, failureClass) => {
    const report = await probed(await answering('/user', (_req, res) => void answer(res)))
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass })
    expect(report.remedy).toBeTruthy()
    expect(statuses(report)).toMatchObject({ connectivity: 'pass', authorization: 'skipped', version: 'skipped' })
    expect(JSON.stringify(report)).not.toContain('sesame')
  })

  it('says what the connector knows to do', async () => {
    expect((await probed(await serve(service()), { token: 'wrong-wrong' })).remedy).toBe('The token was revoked.')
    const slow = await probed(await answering('/user', (_req, res) => json(res, {}, 503, { 'retry-after': '7' })))
    expect(slow.remedy).toContain('7 s')
  })

  it('answered with 429 is degraded: it refuses the pace, not the credential', async () => {
    const report = await probed(await answering('/user', (_req, res) => json(res, {}, 429, { 'retry-after': '60' })))
    expect(report).toMatchObject({
      verdict: 'degraded',
      failingProbe: 'authentication',
      failureClass: 'provider_limit',
    })
    expect(statuses(report).rate_limit).toBe('warn')
  })
})

describe('reach', () => {
  it.each([
    ['a port nobody listens on', 'http://127.0.0.1:1', 'network'],
    ['a name nobody has', 'http://nowhere.invalid', 'network'],
    ['an address that is not allowed', 'http://10.0.0.1:5000', 'request'],
  ])('fails for %s, and nothing else is asked', async (_what, url, failureClass) => {
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'connectivity', failureClass, latencyMs: null })
    expect(report.probes.slice(1).every(({ status }) => status === 'skipped')).toBe(true)
  })

  it('names the command that grants a forbidden address', async () => {
    expect((await probed('http://10.0.0.1:5000')).remedy).toContain('inthub admin egress grant acme 10.0.0.1/32:5000')
  })

  it('fails for a service that is broken', async () => {
    const report = await probed(await answering('/ping', (_req, res) => json(res, {}, 502)))
    expect(report).toMatchObject({
      verdict: 'unhealthy',
      failingProbe: 'connectivity',
      failureClass: 'provider_incident',
    })
  })
})

describe('TLS', () => {
  const authority = makeCertificate({ name: 'authority', isAuthority: true })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  it.each([
    ['healthy', 60, 'pass'],
    ['degraded', 12, 'warn'],
    ['unhealthy', -1, 'fail'],
  ] as const)('is %s with %i days left', async (verdict, days, status) => {
    const certificate = makeCertificate({ issuer: authority, validFrom: inDays(-90), validTo: inDays(days) })
    const report = await probed(await serveTls(certificate, service()), { ca: authority.cert })
    expect(report.verdict).toBe(verdict)
    expect(statuses(report)).toMatchObject({ connectivity: 'pass', tls: status })
    expect(report.probes[1]?.evidence).toMatchObject({ validTo: expect.stringMatching(/^\d{4}-/) })
  })

  it('fails for a certificate nobody vouches for, and no credential is sent', async () => {
    const url = await serveTls(makeCertificate(), () => expect.unreachable('was asked'))
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failingProbe: 'tls', failureClass: 'request' })
  })
})

describe('what is less than well', () => {
  it.each([
    ['a missing scope', ['/self', { scopes: ['other'] }, {}], 'authorization', 'permission'],
    ['an old version', ['/version', { version: '14.2' }, {}], 'version', 'request'],
    ['a quota at 10 %', ['/version', { version: '18' }, quota('100', '10')], 'rate_limit', 'provider_limit'],
  ] as const)('is degraded: %s', async (_what, [path, body, headers], failingProbe, failureClass) => {
    const report = await probed(await answering(path, (_req, res) => json(res, body, 200, { ...headers })))
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe, failureClass })
    expect(report.remedy).toBeTruthy()
  })

  it('is degraded: a p99 over 5 s', async () => {
    const url = await serve(service())
    expect(await probed(url, { p99Ms: 5_001 })).toMatchObject({ verdict: 'degraded', failingProbe: 'latency' })
    expect(await probed(url, { p99Ms: 5_000 })).toMatchObject({ verdict: 'healthy' })
  })

  it('is not worse for what a service does not tell', async () => {
    const url = await serve(
      service({ '/version': (_req, res) => json(res, {}, 404), '/self': (_req, res) => json(res, {}) }),
    )
    const report = await probed(url)
    expect(report.verdict).toBe('healthy')
    expect(statuses(report)).toMatchObject({ authorization: 'skipped', version: 'skipped', rate_limit: 'skipped' })
  })
})

describe('our own trouble', () => {
  it('gives no verdict when the check is given up', async () => {
    const stop = new AbortController()
    const url = await answering('/user', () => stop.abort())
    const report = await probed(url, { signal: stop.signal })
    expect(report).toMatchObject({ verdict: null, failureClass: 'ours' })
    expect(report.probes).toHaveLength(7)
  })

  it('gives no verdict when the hub fails, and the fault is heard', async () => {
    const faults: unknown[] = []
    const broken = new Error('bug')
    const connector = vendor()
    const settings = parseConnectorSettings(connector, {
      config: { baseUrl: 'http://127.0.0.1:1' },
      secrets: { token: 'sesame-123' },
    })
    const report = await runProbes(connector, settings, () => Promise.reject(broken), {
      onFault: (error) => faults.push(error),
    })
    expect(report).toMatchObject({ verdict: null, failureClass: 'ours' })
    expect(faults).toEqual([broken])
  })
})
