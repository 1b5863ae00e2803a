import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { listResources, originOf, parseConnectorSettings, runProbes, slugStem } from '@/connectors/kit'
import { findConnectorByAlias } from '@/connectors/registry'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { gitlab } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const settingsOf = (server: string, token = 'glpat-right') =>
  parseConnectorSettings(gitlab, { instance: 'selfManaged', config: { server }, secrets: { token } })
const probed = (server: string, token?: string) => runProbes(gitlab, settingsOf(server, token), http)

const resetAt = Math.floor(Date.now() / 1000) + 40
/** As in https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers */
const quota = (remaining: number): Record<string, string> => ({
  'ratelimit-limit': '600',
  'ratelimit-name': 'throttle_authenticated_api',
  'ratelimit-observed': String(600 - remaining),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetAt),
})
const json = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const narrow = (res: ServerResponse) =>
  json(res, 403, {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: 'api read_api read_user',
  })

type Change = {
  scopes?: string[]
  version?: string
  expires?: string | null
  headers?: Record<string, string>
  paths?: Record<string, RequestListener>
}

async function aServer({ scopes = ['read_api'], version = '18.1.0-ee', headers = quota(590), ...rest }: Change = {}) {
  const asked: IncomingMessage[] = []
  const self = {
    id: 4,
    name: 'hub',
    revoked: false,
    active: true,
    user_id: 24,
    scopes,
    expires_at: rest.expires ?? null,
  }
  const well: Record<string, RequestListener> = {
    '/user': (_req, res) => json(res, 200, { id: 24, username: 'project_7_bot', state: 'active' }, headers),
    '/version': (_req, res) => json(res, 200, { version, revision: '1a2b3c' }, headers),
    '/personal_access_tokens/self': (_req, res) => json(res, 200, self, headers),
    ...rest.paths,
  }
  const url = await serve((req, res) => {
    asked.push(req)
    const at = /\/api\/v4(\/[^?]*)/.exec(req.url ?? '')?.[1] ?? ''
    if (req.headers['private-token'] !== 'glpat-right') json(res, 401, { message: '401 Unauthorized' })
    else if (well[at]) well[at](req, res)
    else json(res, 404, { message: '404 Not Found' })
  })
  return { url, asked }
}
const answering = async (listener: (res: ServerResponse) => unknown) =>
  (await aServer({ paths: { '/user': (_req, res) => void listener(res) } })).url

describe('a GitLab that is well', () => {
  it('is healthy, and tells its owner, version, scopes and quota', async () => {
    const { url, asked } = await aServer()
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'healthy', identity: 'project_7_bot', serviceVersion: '18.1.0-ee' })
    expect(report.quotas).toEqual([{ pool: 'api', limit: 600, remaining: 590, resetAt: new Date(resetAt * 1000) }])
    expect(report.probes[3]).toMatchObject({
      status: 'pass',
      evidence: { granted: 'read_api', notAllowed: 'webhooks' },
    })
    expect(asked.map(({ url: path, headers }) => `${path} ${headers['private-token'] ? 'with' : 'without'}`)).toEqual([
      '/api/v4/version without',
      '/api/v4/user with',
      '/api/v4/personal_access_tokens/self with',
      '/api/v4/version with',
    ])
  })

  it('is healthy below a path', async () => {
    const { url } = await aServer()
    expect(await probed(`${url}/tools/gitlab/`)).toMatchObject({ verdict: 'healthy' })
  })

  it('tells its quota under the other name too', async () => {
    const headers = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '299', 'x-ratelimit-reset': String(resetAt) }
    const report = await probed((await aServer({ headers })).url)
    expect(report.quotas).toMatchObject([{ pool: 'api', limit: 300, remaining: 299 }])
  })

  it('that tells no quota is no worse for it', async () => {
    const report = await probed((await aServer({ headers: {} })).url)
    expect(report).toMatchObject({ verdict: 'healthy', quotas: [] })
  })
})

describe('a token', () => {
  it('that is wrong is the credential’s trouble', async () => {
    const { url } = await aServer()
    const report = await probed(url, 'glpat-wrong')
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(report.remedy).toContain('Make a new one')
    expect(JSON.stringify(report)).not.toContain('glpat-wrong')
  })

  it.each([
    ['Token was revoked. You have to re-authorize from the user.', 'was revoked'],
    ['Token is expired. You can either do re-authorization or token refresh.', 'has expired'],
  ])('of which GitLab says "%s" is told as that', async (error_description, remedy) => {
    const report = await probed(await answering((res) => json(res, 401, { error: 'invalid_token', error_description })))
    expect(report).toMatchObject({ verdict: 'unhealthy', failureClass: 'credential' })
    expect(report.remedy).toContain(remedy)
  })

  it.each([
    [['api'], 'healthy', '', ''],
    [['read_api', 'sudo'], 'healthy', '', 'sudo'],
    [['read_user'], 'degraded', 'read_api', 'read_user'],
  ] as const)('with the scopes %j is %s', async (scopes, verdict, missing, surplus) => {
    const report = await probed((await aServer({ scopes: [...scopes] })).url)
    expect(report.verdict).toBe(verdict)
    expect(report.probes[3]?.evidence).toMatchObject({
      granted: scopes.join(', '),
      needed: 'read_api',
      missing,
      surplus,
    })
  })

  it('that may not even ask for its user is good, and lacks a scope', async () => {
    const { url } = await aServer({ scopes: ['read_repository'], paths: { '/user': (_req, res) => void narrow(res) } })
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'authorization', failureClass: 'permission' })
    expect(report).toMatchObject({ identity: 'hub', message: 'The credential lacks read_api.' })
    expect(report.remedy).toContain('make a new access token with read_api')
  })

  it.each([400, 401, 404])('of a kind whose scopes are not told (%i) is no worse for it', async (status) => {
    const untold: RequestListener = (_req, res) => json(res, status, { message: 'no' })
    const report = await probed((await aServer({ paths: { '/personal_access_tokens/self': untold } })).url)
    expect(report.verdict).toBe('healthy')
    expect(report.probes[3]).toMatchObject({ status: 'skipped' })
  })

  it('that is about to expire says so', async () => {
    const at = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const report = await probed((await aServer({ expires: at })).url)
    expect(report.credentialExpiresAt?.toISOString()).toBe(`${at}T00:00:00.000Z`)
    expect(report.probes[2]?.message).toContain('It expires in 2 days')
  })
})

describe('a refusal', () => {
  const page = '<!DOCTYPE html><html><title>Sign in · GitLab</title>'
  it('of the pace is told with the wait, and is no refusal of the token', async () => {
    const limited: Record<string, string> = { ...quota(0), 'retry-after': '40', 'content-type': 'text/plain' }
    const report = await probed(await answering((res) => res.writeHead(429, limited).end('Retry later\n')))
    expect(report).toMatchObject({ verdict: 'degraded', failureClass: 'provider_limit' })
    expect(report.probes[2]?.evidence).toMatchObject({ status: 429, retryAfterSeconds: 40 })
    expect(report.quotas).toMatchObject([{ limit: 600, remaining: 0, resetAt: new Date(resetAt * 1000) }])
    expect(report.remedy).toContain('40 s')
  })

  it.each([
    [
      'blocked',
      (res) => json(res, 403, { message: '403 Forbidden - Your account has been blocked.' }),
      'credential',
      'blocked',
    ],
    [
      'terms',
      (res) => json(res, 403, { message: '403 Forbidden - You (@bot) must accept the Terms of Service.' }),
      'permission',
      'terms of service',
    ],
    ['404', (res) => json(res, 404, { error: '404 Not Found' }), 'request', '/api/v4'],
    ['500', (res) => json(res, 500, { message: '500 Internal Server Error' }), 'provider_incident', 'log'],
    ['502', (res) => res.writeHead(502, { 'content-type': 'text/html' }).end(page), 'provider_incident', 'starting'],
    ['503', (res) => res.writeHead(503).end(), 'provider_incident', 'maintenance'],
    ['a sign-in page', (res) => res.writeHead(200, { 'content-type': 'text/html' }).end(page), 'request', 'sign-in'],
    ['203', (res) => json(res, 203, { username: 'x' }), 'credential', 'reconnect'],
    [
      'a redirect elsewhere',
      (res) => res.writeHead(302, { location: 'http://10.0.0.1/users/sign_in' }).end(),
      'request',
      '',
    ],
  ] as [string, (res: ServerResponse) => unknown, string, string][])(
    '(%s) is told as what it is',
    async (_what, answer, failureClass, remedy) => {
      // A token that is refused its user is asked what it is, so that answer has to be the same.
      const listener: RequestListener = (_req, res) => void answer(res)
      const { url } = await aServer({ paths: { '/user': listener, '/personal_access_tokens/self': listener } })
      const report = await probed(url)
      expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass })
      expect(report.remedy).toContain(remedy)
    },
  )

  it.each(['14.10.5-ee', '13.0.0'])('a GitLab %s is degraded', async (version) => {
    const report = await probed((await aServer({ version })).url)
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'version', serviceVersion: version })
    expect(report.remedy).toContain('15.0 or newer')
  })
})

describe('a list', () => {
  const project = (n: number) => ({
    id: n,
    path_with_namespace: `acme/p${n}`,
    web_url: `https://gitlab.example.org/acme/p${n}`,
    default_branch: 'main',
    last_activity_at: '2026-01-02T03:04:05Z',
  })

  /** By keyset: the next link holds what the last item was. */
  async function listing(total: number) {
    let base = ''
    const { url, asked } = await aServer({
      paths: {
        '/projects': (req, res) => {
          const query = new URL(req.url ?? '', base).searchParams
          const [after, size] = [Number(query.get('id_after') ?? 0), Number(query.get('per_page') ?? 20)]
          const items = Array.from({ length: total }, (_, i) => project(i + 1)).slice(after, after + size)
          query.set('id_after', String(after + items.length))
          const link = { link: `<${base}/api/v4/projects?${query}>; rel="next"` }
          json(res, 200, items, after + size < total ? link : {})
        },
      },
    })
    base = url
    return { settings: settingsOf(url), asked }
  }

  it('of projects is read to its end by keyset', async () => {
    const { settings, asked } = await listing(245)
    const found = await listResources(gitlab, settings, http, { list: 'projects', first: 1_000 })
    expect(found).toMatchObject({ trouble: null, cursor: null })
    expect(found.resources.map(({ id }) => id)).toEqual(Array.from({ length: 245 }, (_, i) => String(i + 1)))
    expect(found.resources[0]).toEqual({
      id: '1',
      name: 'acme/p1',
      url: 'https://gitlab.example.org/acme/p1',
      attributes: { defaultBranch: 'main', lastActivityAt: '2026-01-02T03:04:05Z' },
    })
    expect(asked).toHaveLength(3)
    expect(asked[2]?.url).toContain('membership=true')
  })

  it('of a project’s branches takes its path or its number, encoded', async () => {
    const branches: RequestListener = (_req, res) =>
      json(res, 200, [
        { name: 'main', default: true, protected: true, web_url: 'javascript:alert(1)', commit: { id: 'a' } },
      ])
    const { url, asked } = await aServer({ paths: { '/projects/acme%2Fapp/repository/branches': branches } })
    const found = await listResources(gitlab, settingsOf(url), http, {
      list: 'branches',
      input: { project: 'acme/app' },
    })
    expect(found.resources).toEqual([
      { id: 'main', name: 'main', url: null, attributes: { default: true, protected: true, commit: 'a' } },
    ])
    expect(asked[0]?.url).toBe('/api/v4/projects/acme%2Fapp/repository/branches?per_page=100')
    const none = await listResources(gitlab, settingsOf(url), http, { list: 'pipelines', input: { project: '99' } })
    expect(none).toMatchObject({
      trouble: { failureClass: 'request', remedy: expect.stringContaining('Check the project') },
    })
  })

  it('that the token is too narrow for says which scope it needs', async () => {
    const { url } = await aServer({ paths: { '/groups': (_req, res) => void narrow(res) } })
    expect(await listResources(gitlab, settingsOf(url), http, { list: 'groups' })).toMatchObject({
      trouble: { failureClass: 'permission', remedy: expect.stringContaining('read_api') },
    })
  })

  it('ends with a sentence where the service ends it otherwise', async () => {
    const { settings } = await listing(3)
    for (const cursor of ['nonsense', Buffer.from('{"query":1}').toString('base64url')]) {
      const found = await listResources(gitlab, settings, http, { list: 'projects', cursor })
      expect(found).toMatchObject({ trouble: { message: expect.stringContaining('cursor') } })
    }
    const odd = await aServer({ paths: { '/projects': (_req, res) => json(res, 200, { message: 'hello' }) } })
    const found = await listResources(gitlab, settingsOf(odd.url), http, { list: 'projects' })
    expect(found).toMatchObject({ trouble: { failureClass: 'request' } })
    const gone = await listResources(gitlab, settingsOf('http://127.0.0.1:1'), http, { list: 'projects' })
    expect(gone).toMatchObject({ trouble: { failureClass: 'network' } })
  })
})

describe('where a GitLab lives', () => {
  it('is told by its instance, and the token belongs to that place', () => {
    const origin = (instance: string, config: Record<string, unknown>) =>
      originOf(parseConnectorSettings(gitlab, { instance, config, secrets: { token: 'x' } }))
    expect(origin('saas', {})).toBe('https://gitlab.com')
    expect(origin('selfManaged', { server: 'git.example.org' })).toBe('https://git.example.org')
    expect(() => origin('selfManaged', { server: 'https://git.example.org/api/v4/' })).toThrow('without /api/v4')
  })

  it('has one short name, and one stem of slugs', () => {
    const named = findConnectorByAlias('gitlab')
    expect(named && slugStem(named.connector, 'selfManaged')).toBe('gitlab')
  })
})
