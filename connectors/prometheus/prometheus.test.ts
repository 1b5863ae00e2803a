import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listResources, parseConnectorSettings, runProbes } from '@/connectors/kit'
import { createHttpClient } from '@/server/platform/http'
import { serve } from '@/test/loopback'
import { prometheus } from './index'

const http = createHttpClient({ policy: { mode: 'open_loopback', allow: [], deny: [], grants: [] } })

type Login = { method: 'none' | 'basic' | 'bearer'; config?: Record<string, string>; secrets?: Record<string, string> }
const open: Login = { method: 'none' }
const settingsFor = (baseUrl: string, { method, config, secrets }: Login = open) =>
  parseConnectorSettings(prometheus, { method, config: { baseUrl, ...config }, secrets: secrets ?? {} })
const probed = (url: string, login?: Login) => runProbes(prometheus, settingsFor(url, login), http)

const json = (res: ServerResponse, body: object, status = 200) =>
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const success = (res: ServerResponse, data: unknown) => json(res, { status: 'success', data })
const vector = { resultType: 'vector', result: [{ metric: {}, value: [1_435_781_451.781, '1'] }] }

type Change = { query?: RequestListener; ready?: RequestListener; version?: string }

/** Prometheus as its API documents it. */
function aPrometheus({ query, ready, version = '3.5.0' }: Change = {}): Promise<string> {
  const pages: Record<string, RequestListener> = {
    '/-/ready': ready ?? ((_req, res) => res.end('Prometheus Server is Ready.\n')),
    '/api/v1/query?query=vector(1)': query ?? ((_req, res) => success(res, vector)),
    '/api/v1/status/buildinfo': (_req, res) => success(res, { version, revision: 'cb7cbad', goVersion: 'go1.24' }),
  }
  return serve((req, res) => {
    const page = pages[req.url ?? '']
    if (page) page(req, res)
    else res.writeHead(404).end('404 page not found\n')
  })
}
const saying = (errorType: string, status: number) =>
  aPrometheus({ query: (_req, res) => json(res, { status: 'error', errorType, error: 'it says' }, status) })

describe('a Prometheus server', () => {
  it('is healthy without a credential, and tells its version', async () => {
    expect(await probed(await aPrometheus())).toMatchObject({ verdict: 'healthy', serviceVersion: '3.5.0' })
  })

  it.each([
    [
      'basic',
      { config: { username: 'hub' }, secrets: { password: 'pä ss' } },
      `Basic ${Buffer.from('hub:pä ss').toString('base64')}`,
    ],
    ['bearer', { secrets: { token: 'sesame' } }, 'Bearer sesame'],
  ] as const)('behind a %s login takes the right one only', async (method, login, expected) => {
    const url = await serve((req, res) => {
      if (req.headers.authorization !== expected) res.writeHead(401).end('Unauthorized\n')
      else success(res, req.url?.includes('buildinfo') ? { version: '2.53.0' } : vector)
    })
    expect(await probed(url, { method, ...login })).toMatchObject({ verdict: 'healthy', serviceVersion: '2.53.0' })
    const wrong = Object.fromEntries(Object.keys(login.secrets).map((name) => [name, 'wrong']))
    const refused = { verdict: 'unhealthy', failingProbe: 'authentication', failureClass: 'credential' }
    expect(await probed(url, { method, ...login, secrets: wrong })).toMatchObject(refused)
    expect(await probed(url)).toMatchObject(refused)
  })

  it.each([
    ['bad_data', 400, 'request'],
    ['execution', 422, 'provider_incident'],
    ['timeout', 503, 'provider_incident'],
    ['canceled', 503, 'provider_incident'],
    ['unavailable', 503, 'provider_incident'],
    ['internal', 500, 'provider_incident'],
    ['not_found', 404, 'request'],
    ['of_a_later_version', 200, 'request'],
  ])('is unhealthy when it says %s (%i)', async (errorType, status, failureClass) => {
    const report = await probed(await saying(errorType, status))
    expect(report).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass })
    expect(report.remedy?.length).toBeGreaterThan(20)
  })

  it.each([
    [
      'a page with 200',
      (res: ServerResponse) => res.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'request',
    ],
    [
      'a redirect to a log-in page',
      (res: ServerResponse) => res.writeHead(302, { location: '/oauth2/start' }).end(),
      'request',
    ],
    ['JSON of somebody else', (res: ServerResponse) => json(res, { data: [] }), 'request'],
    ['403 of a proxy', (res: ServerResponse) => res.writeHead(403).end(), 'permission'],
    ['502 of a proxy', (res: ServerResponse) => res.writeHead(502).end('<html>bad gateway'), 'provider_incident'],
  ] as const)('is no success for %s', async (_what, answer, failureClass) => {
    const url = await aPrometheus({ query: (_req, res) => void answer(res) })
    expect(await probed(url)).toMatchObject({ verdict: 'unhealthy', failingProbe: 'authentication', failureClass })
  })

  it('is degraded while a proxy asks us to slow down', async () => {
    const url = await aPrometheus({ query: (_req, res) => res.writeHead(429, { 'retry-after': '12' }).end() })
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'degraded', failureClass: 'provider_limit' })
    expect(report.remedy).toContain('12 s')
  })

  it('is unhealthy until it has read its log', async () => {
    const url = await aPrometheus({ ready: (_req, res) => res.writeHead(503).end('Service Unavailable') })
    expect(await probed(url)).toMatchObject({ failingProbe: 'connectivity', failureClass: 'provider_incident' })
  })

  it('is degraded when it is too old', async () => {
    const report = await probed(await aPrometheus({ version: '2.15.2' }))
    expect(report).toMatchObject({ verdict: 'degraded', failingProbe: 'version' })
    expect(report.remedy).toContain('2.24 or newer')
  })

  it('lists alert rules across their groups', async () => {
    const rule = (name: string) => ({ name, type: 'alerting', state: 'inactive', labels: { severity: 'page' } })
    const groups = [
      { name: 'a', rules: [rule('Up'), rule('Down')] },
      { name: 'b', rules: [rule('Slow')] },
    ]
    const url = await serve((_req, res) => success(res, { groups }))
    const { resources } = await listResources(prometheus, settingsFor(url), http, { list: 'alertRules' })
    expect(resources.map(({ id }) => id)).toEqual(['Up', 'Down', 'Slow'])
    expect(resources[0]?.attributes).toMatchObject({ severity: 'page', state: 'inactive' })
  })
})

const program = [process.env.PROMETHEUS_PATH, '/usr/bin/prometheus', '/usr/local/bin/prometheus'].find(
  (path) => path && existsSync(path),
)
if (!program) console.warn('skipped: prometheus is not installed (apt-get install prometheus, or set PROMETHEUS_PATH)')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The real one, which scrapes itself and has one rule. */
async function realPrometheus(path: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'inthub-prometheus-'))
  const port = await freePort()
  const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  // JSON is YAML.
  write('rules.yml', {
    groups: [{ name: 'hub', rules: [{ alert: 'Down', expr: 'up == 0', labels: { severity: 'page' } }] }],
  })
  write('prometheus.yml', {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [join(folder, 'rules.yml')],
    scrape_configs: [{ job_name: 'self', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
  })
  const args = [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--log.level=error',
  ]
  const child = spawn(path, args, { stdio: 'ignore' })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 150; tries += 1) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return url
    await pause(100)
  }
  throw new Error('prometheus did not start')
}

describe.skipIf(!program)('a real prometheus', () => {
  it('is healthy, and lists what it has', { timeout: 60_000 }, async () => {
    const url = await realPrometheus(program ?? '')
    const report = await probed(url)
    expect(report).toMatchObject({ verdict: 'healthy', failingProbe: null })
    expect(report.serviceVersion).toMatch(/^\d+\.\d+/)
    const ids = async (list: string, input?: Record<string, string>) =>
      (await listResources(prometheus, settingsFor(url), http, { list, input, first: 1_000 })).resources.map(
        ({ id }) => id,
      )
    await expect.poll(() => ids('labelValues', { label: 'job' }), { timeout: 20_000 }).toEqual(['self'])
    expect(await ids('targets')).toEqual([`${url}/metrics`])
    expect(await ids('alertRules')).toEqual(['Down'])
    expect(await ids('metrics')).toContain('up')
  })
})
