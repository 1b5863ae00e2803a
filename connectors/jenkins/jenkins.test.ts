import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { listResources, parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { jenkins } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })
const login = `Basic ${Buffer.from('hub:11aa22bb').toString('base64')}`

const settingsFor = (url: string, apiToken = '11aa22bb') =>
  parseConnectorSettings(jenkins, { config: { baseUrl: url, username: 'hub' }, secrets: { apiToken } })
const probed = (url: string, apiToken?: string) => runProbes(jenkins, settingsFor(url, apiToken), http)

const html = (res: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  res.writeHead(status, { 'content-type': 'text/html;charset=utf-8', ...headers }).end('<html><head></head></html>')

type Change = { version?: string; who?: RequestListener; root?: RequestListener }
const whoIs = (name: string) => ({
  _class: 'hudson.security.WhoAmI',
  anonymous: name === 'anonymous',
  // Jenkins says this of strangers too.
  authenticated: true,
  authorities: ['authenticated'],
  name,
})

/** A controller as its source has it, below a path or not. Source: https://github.com/jenkinsci/jenkins */
async function aJenkins({ version = '2.479.1', who, root }: Change = {}, prefix = ''): Promise<string> {
  const told = { 'x-jenkins': version, 'x-jenkins-session': '5d1f' }
  const json = (res: ServerResponse, body: object) =>
    res.writeHead(200, { 'content-type': 'application/json;charset=utf-8', ...told }).end(JSON.stringify(body))
  const pages: Record<string, RequestListener> = {
    '/login': (_req, res) => html(res, 200, told),
    '/whoAmI/api/json': who ?? ((_req, res) => json(res, whoIs('hub'))),
    '/api/json?tree=mode': root ?? ((_req, res) => json(res, { _class: 'hudson.model.Hudson', mode: 'NORMAL' })),
  }
  const isStranger = (req: IncomingMessage) =>
    req.headers.authorization !== undefined && req.headers.authorization !== login
  const url = await serve((req, res) => {
    const page = req.url?.startsWith(prefix) ? pages[req.url.slice(prefix.length)] : undefined
    if (isStranger(req)) html(res, 401, { ...told, 'www-authenticate': 'Basic realm="Jenkins"' })
    else if (page) page(req, res)
    else html(res, 404, told)
  })
  return `${url}${prefix}`
}

describe('a Jenkins controller', () => {
  it.each(['', '/jenkins'])(
    'below the path "%s" is healthy, and tells user, version and permission',
    async (prefix) => {
      const report = await probed(await aJenkins({}, prefix))
      expect(report).toMatchObject({ verdict: 'healthy', identity: 'hub', serviceVersion: '2.479.1' })
      expect(report.probes.find(({ name }) => name === 'authorization')).toMatchObject({ status: 'pass' })
    },
  )

  it('is unhealthy when the token was revoked', async () => {
    const report = await probed(await aJenkins(), 'another')
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' })
    expect(report.remedy).toContain('API token')
  })

  it('is unhealthy when it takes us for nobody, although it answers 200', async () => {
    const who: RequestListener = (_req, res) =>
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whoIs('anonymous')))
    const report = await probed(await aJenkins({ who }))
    expect(report).toMatchObject({ verdict: 'unhealthy', failureClass: 'credential' })
    expect(report.remedy).toContain('anonymous')
  })

  it('is degraded without Overall/Read, and repeats the permission that Jenkins names', async () => {
    const headers = { 'x-you-are-authenticated-as': 'hub', 'x-required-permission': 'hudson.model.Hudson.Read' }
    const report = await probed(await aJenkins({ root: (_req, res) => html(res, 403, headers) }))
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'authorization', failureClass: 'permission' })
    expect(report.remedy).toContain('hudson.model.Hudson.Read')
  })

  it('repeats nothing that is not the name of a permission', async () => {
    const headers = { 'x-required-permission': '<script>alert(1)</script>' }
    const report = await probed(await aJenkins({ root: (_req, res) => html(res, 403, headers) }))
    expect(report.failureClass).toBe('permission')
    expect(JSON.stringify(report)).not.toContain('script')
  })

  it('that sends strangers to its log-in page with 403 has refused the credential', async () => {
    const headers = { 'x-you-are-authenticated-as': 'anonymous', 'x-required-permission': 'hudson.model.Hudson.Read' }
    const report = await probed(await aJenkins({ who: (_req, res) => html(res, 403, headers) }))
    expect(report).toMatchObject({ verdict: 'unhealthy', failureClass: 'credential' })
  })

  it('is degraded when it is too old', async () => {
    const report = await probed(await aJenkins({ version: '2.107.3' }))
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'version', serviceVersion: '2.107.3' })
  })

  it.each([
    ['a page with 200', (res: ServerResponse) => html(res, 200), 'request', 'unhealthy'],
    [
      'a redirect to the log-in page',
      (res: ServerResponse) => res.writeHead(302, { location: '/login' }).end(),
      'request',
      'unhealthy',
    ],
    ['500', (res: ServerResponse) => html(res, 500), 'provider_incident', 'unhealthy'],
    ['503 while it starts', (res: ServerResponse) => html(res, 503), 'provider_incident', 'unhealthy'],
    [
      '429 of a proxy',
      (res: ServerResponse) => res.writeHead(429, { 'retry-after': '9' }).end(),
      'provider_limit',
      'degraded',
    ],
    [
      'JSON of somebody else',
      (res: ServerResponse) => res.writeHead(200).end('{"name":"hub"}'),
      'request',
      'unhealthy',
    ],
  ] as const)('is no success for %s', async (_what, answer, failureClass, verdict) => {
    const url = await aJenkins({ who: (_req, res) => void answer(res) })
    expect(await probed(url)).toMatchObject({ verdict, failingProbe: 'authentication', failureClass })
  })

  it('that is starting is told before any credential is sent', async () => {
    const asked: unknown[] = []
    const url = await serve((req, res) => {
      asked.push(req.headers.authorization)
      html(res, 503)
    })
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failingProbe: 'connectivity' })
    expect(asked).toEqual([undefined])
  })
})

describe('its lists', () => {
  it('are read by ranges of fifty', async () => {
    const asked: (string | null)[] = []
    const url = await serve((req, res) => {
      const { searchParams } = new URL(req.url ?? '/', 'http://jenkins.test')
      asked.push(searchParams.get('tree'))
      const [from = 0, to = 0] = (/\{(\d+),(\d+)\}/.exec(searchParams.get('tree') ?? '') ?? []).slice(1).map(Number)
      const jobs = Array.from({ length: 70 }, (_unused, at) => ({ name: `job-${at}`, fullName: `job-${at}` }))
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jobs: jobs.slice(from, to) }))
    })
    const listing = await listResources(jenkins, settingsFor(url), http, { list: 'jobs', first: 100 })
    expect(listing.resources).toHaveLength(70)
    expect(asked).toEqual(['jobs[fullName,name,url,color]{0,50}', 'jobs[fullName,name,url,color]{50,100}'])
  })

  it('take a job in a folder, and no other path', async () => {
    const asked: (string | undefined)[] = []
    const url = await serve((req, res) => {
      asked.push(req.url?.split('?')[0])
      res
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          JSON.stringify({ builds: [{ number: 7, url: 'https://ci.test/job/a/7/', result: 'SUCCESS', timestamp: 1 }] }),
        )
    })
    const buildsOf = (job: string) => listResources(jenkins, settingsFor(url), http, { list: 'builds', input: { job } })
    const { resources } = await buildsOf('platform/job/web')
    expect(resources).toMatchObject([{ id: '7', attributes: { result: 'SUCCESS' } }])
    for (const job of ['../whoAmI', 'a/../../script', 'a?b', 'platform/web']) {
      expect((await buildsOf(job)).trouble).not.toBeNull()
    }
    expect(asked).toEqual(['/job/platform/job/web/api/json'])
  })

  it('hold the files that a build keeps', async () => {
    const url = await serve((_req, res) => {
      const artifacts = [{ fileName: 'web.tgz', relativePath: 'dist/web.tgz' }]
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ artifacts }))
    })
    const ofBuild = (build: string) =>
      listResources(jenkins, settingsFor(url), http, { list: 'artifacts', input: { job: 'web', build } })
    expect((await ofBuild('lastSuccessfulBuild')).resources).toMatchObject([{ id: 'dist/web.tgz', name: 'web.tgz' }])
    expect((await ofBuild('..')).trouble).not.toBeNull()
  })
})
