import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findProgram, until } from '@/test/processes'

/** The whole demo as a process, twice on one data directory: first without a terminal, then at one. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = join(root, 'test', 'child-demo.ts')
const terminal = process.platform === 'linux' ? findProgram('script') : undefined
if (!terminal) console.warn('skipped: the keys of the demo need the program "script", which is not installed')

type Running = { child: ChildProcess; output(): string; url: string; ended: Promise<number | null> }
const running: Running[] = []
let folder = ''
const dataDir = () => join(folder, 'demo')

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  const fixed = { INTHUB_MODE: 'demo', NODE_ENV: 'production', METRICS_PORT: '0', LOG_FORMAT: 'json' } as const
  return { PATH, HOME, ...fixed, INTHUB_DATA_DIR: dataDir() }
}

async function run(args: readonly string[], atTerminal = false): Promise<Omit<Running, 'url'>> {
  const command = ['--import', 'tsx', entry, ...args]
  const [program, given] =
    atTerminal && terminal
      ? [terminal, ['-qec', [process.execPath, ...command].join(' '), '/dev/null']]
      : [process.execPath, command]
  const child = spawn(program, given, { cwd: root, env: environment(), stdio: ['pipe', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (written += chunk))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, output: () => written, ended }
}

async function start(atTerminal = false): Promise<Running> {
  const started = await run(['--port', '0'], atTerminal)
  const over = started.ended.then(() => Promise.reject(new Error(`The demo ended:\n${started.output()}`)))
  over.catch(() => {})
  const isReady = until('the demo is ready', async () => started.output().includes('ready in') || undefined, 90_000)
  await Promise.race([isReady, over])
  const url = /GraphiQL\s+(\S+)\/graphiql/.exec(started.output())?.[1] ?? ''
  const whole = { ...started, url }
  running.push(whole)
  return whole
}

/** What each is on arrival. */
const story = {
  'cad-bridge': 'DISABLED',
  'docker-hub-1': 'DEGRADED',
  'github-1': 'HEALTHY',
  'gitlab-1': 'HEALTHY',
  'grafana-1': 'HEALTHY',
  'harbor-1': 'HEALTHY',
  'jenkins-1': 'UNHEALTHY',
  'prometheus-1': 'HEALTHY',
  'registry-1': 'HEALTHY',
  'slack-1': 'HEALTHY',
  'traefik-1': 'HEALTHY',
  'vault-1': 'DEGRADED',
}

type Row = {
  id: string
  slug: string
  health: string
  config: { baseUrl?: string; server?: string }
  quotas: { pool: string; limit: number; remaining: number }[]
}

async function queried<T>({ url }: Running, query: string): Promise<T> {
  const token = readFileSync(join(folder, 'demo.token'), 'utf8').trim()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: T }).data
}

async function integrations(demo: Running): Promise<Row[]> {
  const fields = 'id slug health config quotas { pool limit remaining }'
  const query = `{ integrations(first: 50) { edges { node { ${fields} } } } }`
  const answer = await queried<{ integrations: { edges: { node: Row }[] } }>(demo, query)
  return answer.integrations.edges.map(({ node }) => node).sort((a, b) => a.slug.localeCompare(b.slug))
}

/** Of a quota, in percent. */
function leftOf(rows: readonly Row[], slug: string, pool: string): number {
  const quota = rows.find((row) => row.slug === slug)?.quotas.find((one) => one.pool === pool)
  return quota ? Math.round((100 * quota.remaining) / quota.limit) : Number.NaN
}

type Used = {
  connectionProfiles: { edges: { node: { name: string; isDefault: boolean; integrationCount: number } }[] }
  calls: {
    edges: {
      node: { outcome: string; actor: { name: string }; operation: string | null; integration: { slug: string } }
    }[]
  }
  callMetrics: { totals: { calls: number; failures: number; refusals: number }; topCallers: { name: string }[] }
}

/** Profiles to start from, and calls that were made through the hub to the services of the demo. */
async function itIsInUse(demo: Running): Promise<void> {
  const used = await queried<Used>(
    demo,
    `{ connectionProfiles { edges { node { name isDefault integrationCount } } }
      calls(first: 50) { edges { node { outcome operation actor { name } integration { slug } } } }
      callMetrics(input: {}) { totals { calls failures refusals } topCallers { name } } }`,
  )
  expect(used.connectionProfiles.edges.map(({ node }) => node)).toEqual([
    { name: 'A registry', isDefault: false, integrationCount: 0 },
    { name: 'GitHub for deploys', isDefault: true, integrationCount: 1 },
    { name: 'Internal tools', isDefault: true, integrationCount: 1 },
  ])
  const { totals, topCallers } = used.callMetrics
  expect(totals).toEqual({ calls: 21, failures: 3, refusals: 0 })
  expect(topCallers.map(({ name }) => name)).toEqual(['deploy-pipeline', 'Otto Operator', 'Ada Admin'])
  const calls = used.calls.edges.map(({ node }) => node)
  expect(calls).toHaveLength(21)
  expect(
    calls
      .filter(({ outcome }) => outcome === 'FAILURE')
      .map(({ integration }) => integration.slug)
      .sort(),
  ).toEqual([...['gitlab-1', 'jenkins-1', 'jenkins-1']])
  expect(calls.filter(({ operation }) => operation === 'listRepositories')).toHaveLength(6)
}

/** Somebody else takes the port on which a service listened. */
async function occupyPortOf(slug: string): Promise<string> {
  const memory = JSON.parse(readFileSync(join(dataDir(), 'services', 'memory.json'), 'utf8'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(memory.ports[slug], '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return slug
}

/** Processes that have our data directory on their command line: PostgreSQL and the programs of the demo. */
function leftOver(): string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return []
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return command.includes(dataDir()) ? [command] : []
    } catch {
      return []
    }
  })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inthub-demo-test-'))
  // Root runs PostgreSQL as another account, which has to be able to walk here.
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run demo', { timeout: 240_000 }, () => {
  let first: Row[] = []

  it('shows every state from real checks, tells where it is, and ends without leaving a process', async () => {
    const demo = await start()
    first = await integrations(demo)
    expect(demo.output()).toMatch(/12 integrations seeded \(8 healthy, 2 degraded, 1 unhealthy, 1 disabled\)/)
    expect(Object.fromEntries(first.map(({ slug, health }) => [slug, health]))).toEqual(story)
    expect(leftOf(first, 'github-1', 'core')).toBeGreaterThanOrEqual(58)
    expect(leftOf(first, 'github-1', 'core')).toBeLessThanOrEqual(62)
    expect(leftOf(first, 'docker-hub-1', 'pulls')).toBe(8)
    const people = await queried(demo, '{ members { email } invitations { email role } }')
    expect(people).toEqual({
      members: ['admin', 'operator', 'viewer'].map((name) => ({ email: `${name}@acme.test` })),
      invitations: [{ email: 'ines@acme.test', role: 'OPERATOR' }],
    })
    await itIsInUse(demo)
    expect(demo.output()).toMatch(/\/sign-in\?token=\S+&email=admin%40acme\.test/)
    for (const file of ['demo.token', 'demo.env']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    const logged = demo
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(logged.join('\n')).not.toContain(readFileSync(join(folder, 'demo.token'), 'utf8').trim())
    demo.child.kill('SIGTERM')
    expect(await demo.ended).toBe(0)
    expect(leftOver()).toEqual([])
  })

  it.skipIf(!terminal)('finds everything as it was, but what had to move; b breaks, h heals, q quits', async () => {
    const moved = await occupyPortOf('grafana-1')
    const token = readFileSync(join(folder, 'demo.token'), 'utf8')
    const demo = await start(true)
    const second = await integrations(demo)
    const facts = (rows: Row[]) =>
      rows.map(({ id, slug, config }) => ({
        id,
        slug,
        baseUrl: slug === moved ? 'elsewhere' : (config.baseUrl ?? config.server),
      }))
    expect(facts(second)).toEqual(facts(first))
    const urls = [first, second].map((rows) => rows.find(({ slug }) => slug === moved)?.config.baseUrl)
    expect(urls[1]).not.toBe(urls[0])
    expect(second.find(({ slug }) => slug === moved)?.health).toBe('HEALTHY')
    expect(readFileSync(join(folder, 'demo.token'), 'utf8')).toBe(token)
    const healthOf = async (slug: string | undefined) =>
      (await integrations(demo)).find((one) => one.slug === slug)?.health
    demo.child.stdin?.write('b')
    const [, broken, state] = await until(
      'something is broken',
      async () => /^\s*(\S+) .*Its card turns (unhealthy|degraded)/m.exec(demo.output()) ?? undefined,
    )
    // The promise is 20 s on a machine that is not running all other tests as well.
    await until('its card says so', async () => (await healthOf(broken)) === state?.toUpperCase(), 40_000)
    demo.child.stdin?.write('h')
    await until('it is healthy again', async () => (await healthOf(broken)) === 'HEALTHY', 40_000)
    demo.child.stdin?.write('q')
    expect(await demo.ended).toBe(0)
    expect(leftOver()).toEqual([])
  })

  it('is refused with 78 when the key of its database is gone, and makes no other', async () => {
    rmSync(join(folder, 'demo.env'))
    const demo = await run(['--port', '0'])
    expect(await demo.ended).toBe(78)
    expect(demo.output()).toMatch(/key/i)
    expect(existsSync(join(folder, 'demo.env'))).toBe(false)
    expect(leftOver()).toEqual([])
  })
})
