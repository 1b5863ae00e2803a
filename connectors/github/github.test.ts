import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { listResources, originOf, parseConnectorSettings, runProbes, slugStem } from '@/connectors/kit'
import { findConnectorByAlias } from '@/connectors/registry'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { github } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const settingsOf = (server: string, token = 'ghp_right') =>
  parseConnectorSettings(github, { instance: 'enterpriseServer', config: { server }, secrets: { token } })
const probed = (server: string, token?: string) => runProbes(github, settingsOf(server, token), http)

/** When a quota is full again. */
const resetAt = Math.floor(Date.now() / 1000) + 1_800
const quota = (remaining: number, resource = 'core'): Record<string, string> => ({
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-used': String(5000 - remaining),
  'x-ratelimit-reset': String(resetAt),
  'x-ratelimit-resource': resource,
})
const json = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body))
/** As in https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
const refusal = (res: ServerResponse, status: number, message: string, headers: Record<string, string> = {}) =>
  json(res, status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, headers)

type Change = { scopes?: string | null; version?: string; expires?: string; paths?: Record<string, RequestListener> }

const pools = {
  core: { limit: 5000, used: 100, remaining: 4900, reset: resetAt },
  search: { limit: 30, used: 12, remaining: 18, reset: resetAt },
  graphql: { limit: 5000, used: 7, remaining: 4993, reset: resetAt },
}

function answers({ scopes = 'repo, read:org', version = '3.14.2', expires, paths = {} }: Change) {
  const told: Record<string, string> = {
    ...quota(4900),
    ...(scopes !== null && { 'x-oauth-scopes': scopes }),
    ...(expires && { 'github-authentication-token-expiration': expires }),
  }
  const well: Record<string, RequestListener> = {
    '/user': (_req, res) => json(res, 200, { login: 'octocat', id: 1 }, told),
    '/meta': (_req, res) =>
      json(res, 200, { verifiable_password_authentication: true, installed_version: version }, told),
    '/rate_limit': (_req, res) => json(res, 200, { resources: pools, rate: pools.core }, told),
    ...paths,
  }
  return well
}

/** An Enterprise Server, below a path when one is given. */
async function aServer(change: Change = {}, path = '') {
  const asked: IncomingMessage[] = []
  const well = answers(change)
  const url = await serve((req, res) => {
    asked.push(req)
    const at = (req.url ?? '').split('?')[0]?.replace(`${path}/api/v3`, '') ?? ''
    if (req.headers.authorization === undefined) json(res, 200, { resources: {} }, { 'x-ratelimit-limit': '60' })
    else if (req.headers.authorization !== 'Bearer ghp_right')
      refusal(res, 401, 'Bad credentials', { ...quota(59), 'x-ratelimit-limit': '60' })
    else if (req.url?.startsWith(`${path}/api/v3/`) && well[at]) well[at](req, res)
    else refusal(res, 404, 'Not Found')
  })
  return { url: url + path, asked }
}
const answering = async (listener: (res: ServerResponse) => unknown) =>
  (await aServer({ paths: { '/user': (_req, res) => void listener(res) } })).url

describe('a GitHub that is well', () => {
  it('is healthy, and tells its owner, version, scopes and quotas', async () => {
    const { url, asked } = await aServer()
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'healthy', identity: 'octocat', serviceVersion: '3.14.2' })
    expect(report.quotas.map(({ pool, remaining }) => [pool, remaining]).sort()).toEqual([
      ['core', 4900],
      ['graphql', 4993],
      ['search', 18],
    ])
    expect(report.quotas[0]?.resetAt?.getTime()).toBe(resetAt * 1000)
    expect(report.probes[3]).toMatchObject({ name: 'authorization', status: 'pass' })
    expect(asked.map(({ url: path, headers }) => `${path} ${headers.authorization ? 'with' : 'without'}`)).toEqual([
      '/api/v3/rate_limit without',
      '/api/v3/user with',
      '/api/v3/meta with',
      '/api/v3/rate_limit with',
    ])
    for (const { headers } of asked) {
      expect(headers).toMatchObject({ accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' })
      expect(headers['user-agent']).toBeTruthy()
    }
  })

  it('is healthy behind a path', async () => {
    const { url } = await aServer({}, '/tools/github')
    expect(await probed(`${url}/`)).toMatchObject({ verdict: 'healthy', identity: 'octocat' })
  })

  it('that counts no quota is no worse for it', async () => {
    // Source: https://docs.github.com/en/enterprise-server@3.14/rest/rate-limit/rate-limit
    const { url } = await aServer({
      paths: {
        '/user': (_req, res) => json(res, 200, { login: 'octocat' }, { 'x-oauth-scopes': 'repo' }),
        '/meta': (_req, res) => json(res, 200, { installed_version: '3.14.2' }),
        '/rate_limit': (_req, res) => refusal(res, 404, 'Rate limiting is not enabled.'),
      },
    })
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'healthy', quotas: [] })
    expect(report.probes[5]).toMatchObject({ name: 'rate_limit', status: 'skipped' })
  })
})

describe('a token', () => {
  it('that is wrong is the credential’s trouble, and is not tried again and again', async () => {
    const { url, asked } = await aServer()
    const report = await probed(url, 'ghp_wrong')
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(report.remedy).toContain('Make a new one')
    expect(asked.filter(({ headers }) => headers.authorization)).toHaveLength(1)
    // Sixty an hour are the quota of those GitHub does not know.
    expect(report.quotas).toEqual([])
    expect(JSON.stringify(report)).not.toContain('ghp_wrong')
  })

  it.each([
    ['', 'repo or public_repo', 'degraded'],
    ['gist, read:user', 'repo or public_repo', 'degraded'],
    ['public_repo', '', 'healthy'],
    ['repo', '', 'healthy'],
  ])('with the scopes "%s" lacks "%s" and is %s', async (scopes, missing, verdict) => {
    const report = await probed((await aServer({ scopes })).url)
    const found = report.probes[3]
    expect(report).toMatchObject({ verdict, failureClass: missing ? 'permission' : null })
    expect(found).toMatchObject({ evidence: { granted: scopes, needed: 'repo or public_repo', missing } })
    if (missing) expect(found?.remedy).toContain(missing)
  })

  it('with more than is used is told so, and the wider scope counts as the narrower', async () => {
    const report = await probed((await aServer({ scopes: 'repo, delete_repo, admin:org' })).url)
    expect(report.verdict).toBe('healthy')
    expect(report.probes[3]).toMatchObject({ status: 'pass', evidence: { surplus: 'delete_repo' } })
    expect(report.probes[3]?.evidence).not.toHaveProperty('notAllowed')
  })

  it('that is fine-grained tells no scopes, which is neither a pass nor a failure', async () => {
    const report = await probed((await aServer({ scopes: null })).url)
    expect(report.verdict).toBe('healthy')
    expect(report.probes[3]).toMatchObject({ status: 'skipped', message: expect.stringContaining('classic tokens') })
  })

  it('of an app’s installation is proved without a user', async () => {
    const { url } = await aServer({
      paths: {
        '/user': (_req, res) => refusal(res, 403, 'Resource not accessible by integration', quota(4900)),
        '/installation/repositories': (_req, res) => json(res, 200, { total_count: 0, repositories: [] }),
      },
    })
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'healthy', identity: null })
    expect(report.probes[3]).toMatchObject({ status: 'skipped' })
  })

  it.each([
    ['UTC', 3],
    ['-0500', 3],
  ])('that is about to expire says so (%s)', async (zone, days) => {
    const at = new Date(Math.floor(Date.now() / 1000) * 1000 + days * 86_400_000 + 3_600_000)
    const local = zone === 'UTC' ? at : new Date(at.getTime() - 5 * 3_600_000)
    const expires = `${local.toISOString().slice(0, 19).replace('T', ' ')} ${zone}`
    const report = await probed((await aServer({ expires })).url)
    expect(report.credentialExpiresAt?.getTime()).toBe(at.getTime())
    expect(report.probes[2]).toMatchObject({ message: expect.stringContaining('in 3 days'), evidence: { daysLeft: 3 } })
  })
})

describe('a refusal of the pace', () => {
  it.each([
    ['403, none left', 403, 'API rate limit exceeded for user ID 1.', quota(0)],
    ['429, none left', 429, 'API rate limit exceeded for user ID 1.', quota(0)],
    ['403, none left, in other words', 403, 'Forbidden', quota(0)],
  ] as const)('by the hourly quota (%s) is told with its end, and is no refusal of the token', async (...given) => {
    const [, status, message, headers] = given
    const { url, asked } = await aServer({
      paths: {
        '/user': (_req, res) => refusal(res, status, message, headers),
        '/rate_limit': (_req, res) => json(res, 200, { resources: { core: { ...pools.core, remaining: 0 } } }, headers),
      },
    })
    const report = await probed(url)
    expect(report).toMatchObject({
      verdict: 'degraded',
      failingProbe: 'authentication',
      failureClass: 'provider_limit',
    })
    expect(asked.map((request) => request.url)).not.toContain('/api/v3/meta')
    expect(report.quotas.find(({ pool }) => pool === 'core')).toMatchObject({ limit: 5000, remaining: 0 })
    expect(report.probes[2]?.evidence.resetAt).toBe(new Date(resetAt * 1000).toISOString())
    expect(report.remedy).toContain(new Date(resetAt * 1000).toISOString().slice(11, 16))
  })

  it.each([
    ['403 and Retry-After', 403, 'You have exceeded a secondary rate limit. Please wait.', { 'retry-after': '60' }],
    ['429 and Retry-After', 429, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }],
    ['403 and Retry-After alone', 403, 'Slow down', { 'retry-after': '60' }],
  ] as const)('by a secondary limit (%s) is told with the wait', async (_what, status, message, headers) => {
    const report = await probed(await answering((res) => refusal(res, status, message, { ...quota(4000), ...headers })))
    expect(report).toMatchObject({ verdict: 'degraded', failureClass: 'provider_limit' })
    expect(report.probes[2]?.evidence).toMatchObject({ status, retryAfterSeconds: 60 })
    expect(report.remedy).toContain('60 s')
  })

  it('that is told by its words alone is still one', async () => {
    const words = 'You have exceeded a secondary rate limit and have been temporarily blocked from content creation.'
    const report = await probed(await answering((res) => refusal(res, 403, words, quota(4000))))
    expect(report).toMatchObject({ verdict: 'degraded', failureClass: 'provider_limit' })
    expect(report.remedy).toContain('wait a minute')
  })

  it('of strangers is not taken for the token’s', async () => {
    const { url } = await aServer()
    const strangers = await serve((req, res) => {
      if (req.headers.authorization) res.writeHead(307, { location: `${url}${req.url}` }).end()
      else refusal(res, 403, 'API rate limit exceeded for 127.0.0.1.', { ...quota(0), 'x-ratelimit-limit': '60' })
    })
    const report = await probed(strangers)
    expect(report.probes[0]).toMatchObject({ name: 'connectivity', status: 'pass' })
    expect(report.quotas).toEqual([])
  })
})

describe('any other refusal', () => {
  const page = '<!DOCTYPE html><title>Sign in to GitHub</title>'
  it.each([
    ['403', (res) => refusal(res, 403, 'Forbidden', quota(4000)), 'permission', 'not allowed to do this'],
    ['suspended', (res) => refusal(res, 403, 'Sorry. Your account was suspended'), 'credential', 'suspended'],
    [
      'too many logins',
      (res) => refusal(res, 403, 'Maximum number of login attempts exceeded. Please try again later.'),
      'provider_limit',
      'a few minutes',
    ],
    [
      'SAML',
      (res) =>
        refusal(res, 403, 'Resource protected by organization SAML enforcement. You must grant your token access.'),
      'permission',
      'Configure SSO',
    ],
    ['404', (res) => refusal(res, 404, 'Not Found'), 'request', '/api/v3'],
    ['500', (res) => res.writeHead(500).end(), 'provider_incident', 'githubstatus'],
    ['502', (res) => res.writeHead(502, { 'content-type': 'text/html' }).end(page), 'provider_incident', 'status'],
    ['503', (res) => json(res, 503, { message: 'Maintenance' }), 'provider_incident', 'maintenance'],
    ['a sign-in page', (res) => res.writeHead(200, { 'content-type': 'text/html' }).end(page), 'request', 'sign-in'],
    ['203', (res) => json(res, 203, { login: 'octocat' }), 'credential', 'reconnect'],
    ['a redirect elsewhere', (res) => res.writeHead(302, { location: 'http://10.0.0.1/' }).end(), 'request', ''],
  ] as [string, (res: ServerResponse) => unknown, string, string][])(
    '%s is told as what it is',
    async (_what, answer, failureClass, remedy) => {
      const report = await probed(await answering(answer))
      expect(report).toMatchObject({ failingProbe: 'authentication', failureClass })
      expect(report.verdict).toBe(failureClass === 'provider_limit' ? 'degraded' : 'unhealthy')
      expect(report.remedy).toContain(remedy)
    },
  )

  it.each(['3.8.19', '2.22.0'])(
    'an Enterprise Server %s is degraded: it does not know the API’s version',
    async (version) => {
      const report = await probed((await aServer({ version })).url)
      expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'version', serviceVersion: version })
      expect(report.remedy).toContain('3.9 or newer')
    },
  )
})

describe('a list', () => {
  const repository = (n: number) => ({
    id: n,
    full_name: `octocat/r${n}`,
    html_url: `https://github.example.org/octocat/r${n}`,
    private: n % 2 === 0,
    visibility: n % 2 ? 'public' : 'private',
    archived: false,
    default_branch: 'main',
  })
  /** Answers as the vendor does: its next links name another path, by number. */
  async function listing(total: number) {
    let base = ''
    const { url, asked } = await aServer({
      paths: {
        '/user/repos': (req, res) => {
          const query = new URL(req.url ?? '', base).searchParams
          const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)]
          const items = Array.from({ length: total }, (_, i) => repository(i + 1)).slice((page - 1) * size, page * size)
          const next = `<${base}/api/v3/user/1/repos?sort=full_name&per_page=${size}&page=${page + 1}>; rel="next"`
          json(res, 200, items, { ...quota(4800), ...(page * size < total && { link: next }) })
        },
      },
    })
    base = url
    return { settings: settingsOf(url), asked }
  }

  it('of repositories is read page by page, and only where it was declared', async () => {
    const { settings, asked } = await listing(250)
    const all: string[] = []
    let cursor: string | null = null
    do {
      const page = await listResources(github, settings, http, { list: 'repositories', first: 100, cursor })
      if (page.trouble) expect.fail(page.trouble.message)
      all.push(...page.resources.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor)
    expect(all).toEqual(Array.from({ length: 250 }, (_, i) => `octocat/r${i + 1}`))
    expect(new Set(asked.map(({ url }) => url?.split('?')[0]))).toEqual(new Set(['/api/v3/user/repos']))
  })

  it('is given in any portion, nothing twice and nothing left out', async () => {
    const { settings } = await listing(23)
    const first = await listResources(github, settings, http, { list: 'repositories', first: 7 })
    expect(first).toMatchObject({ trouble: null, quotas: [{ pool: 'core', remaining: 4800 }] })
    const rest = await listResources(github, settings, http, { list: 'repositories', first: 500, cursor: first.cursor })
    expect([...first.resources, ...rest.resources].map(({ id }) => id)).toHaveLength(23)
    expect(rest.cursor).toBeNull()
    expect(first.resources[0]).toEqual({
      id: 'octocat/r1',
      name: 'octocat/r1',
      url: 'https://github.example.org/octocat/r1',
      attributes: { visibility: 'public', private: false, archived: false, defaultBranch: 'main' },
    })
  })

  it('that may not be seen, or does not exist, says what helps', async () => {
    const { url } = await aServer({
      paths: { '/user/orgs': (_req, res) => refusal(res, 403, 'You need at least read:org scope.', quota(4800)) },
    })
    const asked = (list: string, input?: Record<string, string>) =>
      listResources(github, settingsOf(url), http, { list, input })
    expect(await asked('organisations')).toMatchObject({
      trouble: { failureClass: 'permission', remedy: expect.stringContaining('read:org') },
    })
    expect(await asked('branches', { repository: 'octocat/none' })).toMatchObject({
      trouble: { failureClass: 'request', remedy: expect.stringContaining('Check the repository') },
    })
    expect(await asked('spaceships')).toMatchObject({ trouble: { failureClass: 'request' } })
  })

  it.each(['../../user', 'octocat/..', 'octocat', 'a/b/c', 'octocat/a?x=1', 'octocat/a#', ''])(
    'of the repository %j is not asked for',
    async (repository) => {
      const { url, asked } = await aServer()
      const found = await listResources(github, settingsOf(url), http, { list: 'branches', input: { repository } })
      expect(found).toMatchObject({ trouble: { failureClass: 'request' } })
      expect(asked).toEqual([])
    },
  )
})

describe('where a GitHub lives', () => {
  const place = (instance: string, config: Record<string, unknown>) =>
    originOf(parseConnectorSettings(github, { instance, config, secrets: { token: 'x' } }))
  it('is told by its instance, and the token belongs to that place', () => {
    expect(place('saas', {})).toBe('https://api.github.com')
    expect(place('dataResidency', { subdomain: 'octocorp' })).toBe('https://api.octocorp.ghe.com')
    expect(place('enterpriseServer', { server: 'github.example.org' })).toBe('https://github.example.org')
    expect(place('enterpriseServer', { server: 'https://example.org:8443/github/' })).toBe('https://example.org:8443')
  })

  it.each(['https://github.example.org/api/v3', 'ftp://x', 'a b', 'u:p@github.example.org', 'https://x?y', '//x'])(
    'is not accepted as %j',
    (server) => expect(() => place('enterpriseServer', { server })).toThrow('config.server'),
  )

  it.each(['evil.example/', 'a.b', '', '-x'])('is not accepted as the subdomain %j', (subdomain) =>
    expect(() => place('dataResidency', { subdomain })).toThrow('config.subdomain'),
  )

  it('has a short name for each', () => {
    const named = ['github', 'ghes', 'ghe-com'].map((alias) => findConnectorByAlias(alias))
    expect(named.map((one) => one && slugStem(one.connector, one.instance))).toEqual(['github', 'ghes', 'ghe-com'])
  })
})
