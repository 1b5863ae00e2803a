import { describe, expect, it } from 'vitest'
import { parseConnectorSettings } from '@/connectors/kit'
import { operating } from '@/test/operations'
import { type Answer, type Asked, aServer } from '@/test/world'
import { jenkins } from './index'

/** Jenkins as its source has it. Source: https://github.com/jenkinsci/jenkins */
async function aJenkins(answer: (asked: Asked) => Answer) {
  const { url, asked } = await aServer(answer)
  const given = { config: { baseUrl: `${url}/jenkins`, username: 'hub' }, secrets: { apiToken: '11aa22bb' } }
  return { run: operating(jenkins, parseConnectorSettings(jenkins, given)), asked, url }
}
const saying = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  aJenkins(() => ({ status, body, headers }))
const page = { 'content-type': 'text/html;charset=utf-8' }
const noCrumb = '<html><body><h2>HTTP ERROR 403 No valid crumb was included in the request</h2></body></html>'

type Refusal = { status: number; body: string; headers: Record<string, string>; failureClass: string; remedy: string }
const refusals: [what: string, Refusal][] = [
  [
    'a crumb it takes from browsers only',
    { status: 403, body: noCrumb, headers: page, failureClass: 'permission', remedy: 'Job/Build' },
  ],
  [
    'a missing permission',
    {
      status: 403,
      body: '',
      headers: { 'x-you-are-authenticated-as': 'hub', 'x-required-permission': 'hudson.model.Item.Build' },
      failureClass: 'permission',
      remedy: 'hudson.model.Item.Build',
    },
  ],
  ['an unknown job', { status: 404, body: 'no', headers: page, failureClass: 'request', remedy: 'no such job' }],
  ['a disabled job', { status: 409, body: 'no', headers: page, failureClass: 'request', remedy: 'disabled' }],
  [
    'parameters it has not',
    { status: 400, body: 'no', headers: page, failureClass: 'request', remedy: 'parameterized' },
  ],
  ['a folder', { status: 405, body: 'no', headers: page, failureClass: 'request', remedy: 'folder' }],
  [
    'trouble of its own',
    { status: 500, body: 'Oops', headers: page, failureClass: 'provider_incident', remedy: 'log' },
  ],
  ['a revoked token', { status: 401, body: '', headers: page, failureClass: 'credential', remedy: 'token' }],
  ['a start', { status: 503, body: 'starting', headers: page, failureClass: 'provider_incident', remedy: 'starting' }],
]

describe('building a job', () => {
  const queued = (number?: number) => ({
    why: number ? null : 'In the quiet period',
    executable: number ? { number, url: `https://ci.test/${number}/` } : undefined,
  })

  it('tells its place in the queue, and its number once it has started', async () => {
    let looks = 0
    const { run, asked, url } = await aJenkins(({ method }) => {
      if (method === 'POST') return { status: 201, headers: { location: `${url}/jenkins/queue/item/123/` } }
      looks += 1
      return { status: 200, body: queued(looks > 1 ? 42 : undefined) }
    })
    const { output } = await run('startBuild', { job: 'platform/web' })
    expect(output).toEqual({ queueId: 123, number: null, url: null, why: 'In the quiet period' })
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/jenkins/job/platform/job/web/build' })
    expect(asked[0]?.headers.authorization).toMatch(/^Basic /)
    looks = 0
    const waited = await run('startBuild', { job: 'platform/web', waitSeconds: 4 })
    expect(waited.output).toMatchObject({ queueId: 123, number: 42 })
  })

  it('sends parameters as a form', async () => {
    const { run, asked } = await aJenkins(({ method }) =>
      method === 'POST' ? { status: 201, headers: { location: '/queue/item/7/' } } : { status: 200, body: queued(1) },
    )
    await run('startBuild', { job: 'web', parameters: { BRANCH: 'feature/a&b', DRY: true } })
    expect(asked[0]?.url).toBe('/jenkins/job/web/buildWithParameters')
    expect(asked[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({ BRANCH: 'feature/a&b', DRY: 'true' })
  })

  it('brings a crumb where Jenkins asks for one', async () => {
    const { run, asked } = await aJenkins(({ method, url, headers }) => {
      if (url.endsWith('/crumbIssuer/api/json')) {
        return { status: 200, body: { crumbRequestField: 'Jenkins-Crumb', crumb: 'c1' } }
      }
      if (method === 'GET') return { status: 200, body: queued(1) }
      return headers['jenkins-crumb'] === 'c1'
        ? { status: 201, headers: { location: '/queue/item/7/' } }
        : { status: 403, body: noCrumb, headers: page }
    })
    expect(await run('startBuild', { job: 'web' })).toMatchObject({ failure: null, output: { queueId: 7, number: 1 } })
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it.each(refusals)('refused for %s tells its class, and what helps', async (_what, told) => {
    const { status, body, headers, failureClass, remedy } = told
    const refusal: Answer = { status, body, headers }
    const { run } = await aJenkins(({ url }) => (url.includes('crumbIssuer') ? { status: 404 } : refusal))
    const { failure } = await run('startBuild', { job: 'web' })
    expect(failure).toMatchObject({ failureClass, reason: 'status' })
    expect(failure?.remedy).toContain(remedy)
  })

  it.each(['../script', 'a/../b', 'a?x', 'a#x', 'a%2e', '', 'a//b'])('takes "%s" for no job', async (job) => {
    const { run, asked } = await saying(201, undefined)
    await expect(run('startBuild', { job })).rejects.toMatchObject({ code: 'request.invalid' })
    expect(asked).toEqual([])
  })
})

describe('builds', () => {
  const build = {
    number: 42,
    result: 'SUCCESS',
    building: false,
    timestamp: 1_700_000_000_000,
    duration: 1_500,
    url: 'https://ci.test/42/',
  }
  const told = {
    number: 42,
    result: 'SUCCESS',
    isBuilding: false,
    startedAt: '2023-11-14T22:13:20.000Z',
    durationMs: 1_500,
    url: 'https://ci.test/42/',
  }

  it('are looked at by number, or the newest', async () => {
    const { run, asked } = await saying(200, build)
    expect(await run('getBuild', { job: 'web', number: 42 })).toEqual({ failure: null, output: told })
    await run('getBuild', { job: 'platform/job/web' })
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual([
      '/jenkins/job/web/42/api/json',
      '/jenkins/job/platform/job/web/lastBuild/api/json',
    ])
  })

  it('are listed, as many as are wanted', async () => {
    const { run, asked } = await saying(200, { builds: [build] })
    expect(await run('listBuilds', { job: 'web', limit: 3 })).toEqual({ failure: null, output: { items: [told] } })
    expect(new URL(asked[0]?.url ?? '', 'http://ci.test').searchParams.get('tree')).toBe(
      'builds[number,result,building,timestamp,duration,url]{0,3}',
    )
  })

  it('are stopped, by number only', async () => {
    const { run, asked } = await saying(200, '', page)
    await expect(run('stopBuild', { job: 'web' })).rejects.toMatchObject({ code: 'request.invalid' })
    expect(await run('stopBuild', { job: 'web', number: 42 })).toEqual({ failure: null, output: { number: 42 } })
    expect(asked).toMatchObject([{ method: 'POST', url: '/jenkins/job/web/42/stop' }])
  })

  it('that are not there say so', async () => {
    const { run } = await saying(404, 'no', page)
    expect((await run('getBuild', { job: 'web', number: 9 })).failure?.remedy).toContain('no such job or build')
    expect((await run('getQueueItem', { queueId: 9 })).failure?.remedy).toContain('newest builds')
  })
})

describe('the queue', () => {
  it('tells why something waits, and which build it became', async () => {
    const { run } = await saying(200, { id: 7, why: null, cancelled: false, executable: { number: 42, url: 'u' } })
    expect(await run('getQueueItem', { queueId: 7 })).toMatchObject({
      output: { queueId: 7, number: 42, isCancelled: false },
    })
  })
})

describe('the log of a build', () => {
  const log = 'line one\nline two\nline three\n'
  const aLog = () =>
    aJenkins(({ method, url }) => {
      const start = Number(new URL(url, 'http://ci.test').searchParams.get('start') ?? 0)
      const headers = { 'content-type': 'text/plain', 'x-text-size': String(log.length), 'x-more-data': 'true' }
      return { status: 200, headers, ...(method === 'GET' && { body: log.slice(start) }) }
    })

  it('is read from its end, and on from there', async () => {
    const { run, asked } = await aLog()
    const { output } = await run('tailLog', { job: 'web', number: 42, maxBytes: 11 })
    expect(output).toEqual({ text: 'line three\n', next: log.length, hasMore: true })
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
    const onward = await run('tailLog', { job: 'web', number: 42, from: 9 })
    expect(onward.output).toMatchObject({ text: 'line two\nline three\n' })
  })
})
