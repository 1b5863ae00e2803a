import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createApiKey } from '@/server/domain/keys/service'
import { aFolder, buildInthub, type How, type Inthub } from '@/test/inthub'
import { aFreePort, aHubProcess, type HubProcess, until } from '@/test/processes'
import { aCaller, aKey, aServer, type Caller, testMasterKey } from '@/test/world'

const canary = 'canary-4711-very-secret'

// A process per command, many commands per test, on machines with little to spare.
vi.setConfig({ testTimeout: 120_000 })

let hub: HubProcess
let port: number
let built: Inthub

const startHub = () =>
  aHubProcess({ DATABASE_URL: inject('databaseUrl'), PORT: String(port), INTHUB_URL: `http://localhost:${port}` })

beforeAll(async () => {
  built = await buildInthub(() => `http://localhost:${port}`)
  port = await aFreePort()
  hub = await startHub()
})

afterAll(async () => {
  await hub?.kill('SIGTERM')
  built?.remove()
})

const start = (args: readonly string[], how?: How) => built.start(args, how)
const inthub = (args: string, how?: How) => start(args.split(' '), how).told

const guarded = () =>
  aServer(({ headers }) => ({ status: headers.authorization === `Bearer ${canary}` ? 200 : 401, body: { fine: true } }))

type Person = { ctx: Caller; key: string; folder: string }

async function aPerson(): Promise<Person> {
  const ctx = await aCaller()
  return { ctx, key: await aKey(ctx), folder: aFolder() }
}

const connecting = (url: string) => `integration connect http --method bearer --set baseUrl=${url} --secret token=-`

async function connected(url: string, how: How, more = ''): Promise<string> {
  const told = await inthub(`${connecting(url)} ${more}-o name`.replace('  ', ' '), { ...how, input: canary })
  expect(told).toMatchObject({ code: 0 })
  return told.out.trim()
}

/** Everything below a folder, as text. */
const contents = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

describe('the commands of an integration', () => {
  it('take it from connecting to disconnecting, and tell the same to people and programs', async () => {
    const { key } = await aPerson()
    const { url } = await guarded()
    expect(await inthub('integration list', { key })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^NAME\tTYPE\tSTATE/),
    })
    const made = await inthub(`${connecting(url)} --name Tool --slug tool --label env=prod --interval 1h -o json`, {
      key,
      input: canary,
    })
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({
      apiVersion: 'v1',
      slug: 'tool',
      type: 'custom.http',
      health: 'healthy',
      labels: { env: 'prod' },
    })
    const list = await inthub(
      'integration list --label env=prod --type custom.http --state healthy --text too --no-header',
      { key },
    )
    expect(list.out.split('\t').slice(0, 3)).toEqual(['tool', 'custom.http', '✔ healthy'])
    expect(list.err).toContain('1 shown, 1 total')
    expect((await inthub('integration list --state disabled -o json', { key })).out.trim()).toBe('[]')
    expect(JSON.parse((await inthub('integration list --json slug,health', { key })).out)).toEqual([
      { apiVersion: 'v1', slug: 'tool', health: 'healthy' },
    ])
    expect(JSON.parse((await inthub('integration show tool -o json', { key })).out)).toMatchObject({
      config: { baseUrl: url },
      storedSecrets: ['token'],
      intervalSeconds: 3600,
    })
    expect((await inthub('integration status tool', { key })).out).toMatch(/^Integration\ttool/)
    expect((await inthub('integration test tool', { key })).out).toMatch(/authentication\tpass/)
    expect(
      (await inthub('integration ping tool --count 2 --interval 10ms -o ndjson', { key })).out.trim().split('\n'),
    ).toHaveLength(2)
    expect(JSON.parse((await inthub('integration health tool -o json', { key })).out).windows).toHaveLength(4)
    expect((await inthub('integration health --all -o name', { key })).out).toBe('tool\n')
    expect((await inthub('integration disable tool', { key })).out).toContain('is disabled')
    expect((await inthub('integration list --ascii --columns name,state', { key })).out).toBe(
      'NAME\tSTATE\ntool\t- disabled\n',
    )
    expect((await inthub('integration enable tool -o yaml', { key })).out).toContain('slug: tool')
    const types = (await inthub('integration logs tool -o ndjson', { key })).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect(types).toEqual(
      expect.arrayContaining([
        'integration.created',
        'integration.tested',
        'integration.disabled',
        'integration.enabled',
      ]),
    )
    expect((await inthub('integration disconnect tool --yes', { key })).out).toContain('its secret is destroyed')
    expect((await inthub('integration status tool', { key })).code).toBe(3)
  })

  it('read settings from a file, and resolve aliases of instances', async () => {
    const { key, folder } = await aPerson()
    const registry = await aServer(({ url }) => ({
      status: url === '/v2/' ? 200 : 404,
      body: {},
      headers: { 'docker-distribution-api-version': 'registry/2.0' },
    }))
    const file = join(folder, 'settings.yaml')
    writeFileSync(file, `baseUrl: ${registry.url}\n`)
    const told = await inthub(`integration connect registry --config ${file} --method none -o json`, { key })
    expect(JSON.parse(told.out)).toMatchObject({ slug: 'registry-1', type: 'registry.oci', instance: 'custom' })
    const hubs = await inthub('integration types docker-hub', { key })
    expect(hubs.out).toContain('Instance dockerHub')
    expect((await inthub('integration types', { key })).out).toContain('registry.oci')
  })
})

describe('exit codes', () => {
  const usage: [name: string, args: string][] = [
    ['an unknown command', 'integration lsit'],
    ['an unknown flag', 'integration list --nope'],
    ['a missing argument', 'integration show'],
    ['too many arguments', 'integration list one two'],
    ['a format that does not exist', 'integration list -o xml'],
    ['a field that does not exist', 'integration list --json nope'],
    ['a column that does not exist', 'integration list --columns nope'],
    ['a state that does not exist', 'integration list --state fine'],
    ['--token, whatever its value', 'integration list --token ihk_aaaaaaaaaaaaaaaa'],
    ['a type that does not exist', 'integration connect dokcer-hub'],
    ['a secret as plain text', `integration connect http --secret token=${canary}`],
    ['a secret as a setting', `integration connect http --set token=${canary}`],
    ['a question without a terminal', 'integration connect'],
    ['a secret that is missing', 'integration connect http --method bearer --set baseUrl=http://127.0.0.1:1'],
    ['an unknown help topic', 'help nonsense'],
    ['a login that does not say how', 'auth login'],
    ['health of nothing in particular', 'integration health'],
  ]

  it.each(usage)('2 for %s', async (_name, args) => {
    const { key } = await aPerson()
    const told = await inthub(args, { key })
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.err).not.toContain(canary)
    expect(told.err).not.toContain('ihk_a')
    expect(told.err.trim().split('\n').length).toBeLessThanOrEqual(3)
  })

  it('2 with what was probably meant', async () => {
    const { key } = await aPerson()
    expect((await inthub('integration lsit')).err).toContain('Did you mean list?')
    expect((await inthub('integration connect dokcer-hub', { key })).err).toContain('Did you mean docker-hub?')
  })

  it('2 for disconnecting without anybody to ask, and nothing is lost', async () => {
    const { key } = await aPerson()
    const slug = await connected((await guarded()).url, { key })
    const told = await inthub(`integration disconnect ${slug}`, { key, input: `${slug}\n` })
    expect(told).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
    expect((await inthub(`integration status ${slug}`, { key })).code).toBe(0)
  })

  it('3 for what does not exist', async () => {
    const { key } = await aPerson()
    expect(await inthub('integration logs nope --follow', { key })).toMatchObject({ code: 3 })
    const told = await inthub('integration show nope -o json', { key })
    expect(told).toMatchObject({ code: 3, out: '' })
    expect(JSON.parse(told.err)).toMatchObject({
      apiVersion: 'v1',
      error: { code: 'integration.not_found', exitCode: 3, requestId: expect.stringMatching(/^req_/) },
    })
  })

  it('4 without a key, and with one that is not known', async () => {
    expect((await inthub('integration list')).code).toBe(4)
    expect((await inthub('auth status', { key: 'ihk_nobodyknowsthiskeyatall' })).code).toBe(4)
  })

  it('5 for what the key may not do', async () => {
    const { ctx, key } = await aPerson()
    const slug = await connected((await guarded()).url, { key })
    const weak = await createApiKey(ctx, {
      name: 'weak',
      scopes: [{ permission: 'integrations:read' }],
    })
    expect((await inthub(`integration disable ${slug}`, { key: weak.secret })).code).toBe(5)
  })

  it('6 for a name that is taken and for settings that do not fit', async () => {
    const { key } = await aPerson()
    const { url } = await guarded()
    await connected(url, { key }, '--name Same ')
    expect((await inthub(`${connecting(url)} --name Same`, { key, input: canary })).code).toBe(6)
    const told = await inthub(`${connecting(url)} --set nonsense=1`, { key, input: canary })
    expect(told).toMatchObject({ code: 6, err: expect.stringContaining('config.nonsense') })
  })

  it('9 when a ping finds nobody, 10 when a test says unhealthy', async () => {
    const { key } = await aPerson()
    const service = await guarded()
    const slug = await connected(service.url, { key })
    service.server.closeAllConnections()
    await new Promise((resolve) => service.server.close(resolve))
    expect(await inthub(`integration ping ${slug} --count 1`, { key })).toMatchObject({
      code: 9,
      err: expect.stringContaining('0 answered'),
    })
    // A first failure does not count before a second one confirms it.
    for (const _each of [1, 2]) expect((await inthub(`integration test ${slug} -o json`, { key })).code).toBe(10)
    expect((await inthub(`integration health ${slug}`, { key })).code).toBe(10)
    expect((await inthub('integration health --all', { key })).code).toBe(10)
  })

  it('10 when what is to be connected fails, and nothing is saved unless asked', async () => {
    const { key } = await aPerson()
    const { url } = await guarded()
    const told = await inthub(connecting(url), { key, input: 'wrong-secret' })
    expect(told).toMatchObject({ code: 10, err: expect.stringContaining('integration.probe_failed') })
    expect((await inthub('integration list -o json', { key })).out.trim()).toBe('[]')
    const saved = await inthub(`${connecting(url)} --save-disabled -o json`, { key, input: 'wrong-secret' })
    expect(JSON.parse(saved.out)).toMatchObject({ enabled: false })
  })

  it('12 when nothing answers, or something that is no hub', async () => {
    const nobody = { INTHUB_URL: `http://127.0.0.1:${await aFreePort()}` }
    expect((await inthub('integration list', { key: 'ihk_anything', env: nobody })).code).toBe(12)
    const ours = await inthub('healthcheck', { env: { PORT: String(await aFreePort()) } })
    expect(ours).toMatchObject({ code: 12, err: expect.stringContaining('Check that the hub runs, and its port') })
    const other = await aServer(() => ({
      status: 302,
      headers: { location: 'http://127.0.0.1:1/' },
      body: 'elsewhere',
    }))
    expect((await inthub('integration list', { key: 'ihk_anything', env: { INTHUB_URL: other.url } })).code).toBe(12)
  })

  const answering = (body: unknown, status = 200) => aServer(() => ({ status, body }))
  const probes: unknown[] = []
  const degraded = {
    success: true,
    health: 'DEGRADED',
    message: 'slow',
    failingProbe: 'LATENCY',
    failureClass: 'NETWORK',
    remedy: 'wait',
    latencyMs: 1,
    identity: null,
    serviceVersion: null,
    durationMs: 1,
    probes,
  }

  it('7 with the time to try again, 8 when an answer takes too long, 11 for degraded when asked to', async () => {
    const limited = await answering(
      {
        errors: [
          {
            message: 'Too many requests',
            extensions: { code: 'RATE_LIMITED', type: 'request.rate_limited', retryAfterMs: 60_000 },
          },
        ],
      },
      429,
    )
    const key = 'ihk_anything'
    expect(await inthub('integration list', { key, env: { INTHUB_URL: limited.url } })).toMatchObject({
      code: 7,
      err: expect.stringMatching(/Try again after 20\d\d-/),
    })
    const mute = await aServer(() => new Promise(() => {}))
    expect((await inthub('integration list --timeout 300ms', { key, env: { INTHUB_URL: mute.url } })).code).toBe(8)
    const slow = await answering({
      data: { testIntegration: { integration: { id: 'int_1', slug: 'x' }, result: degraded } },
    })
    expect((await inthub('integration test x', { key, env: { INTHUB_URL: slow.url } })).code).toBe(0)
    expect((await inthub('integration test x --fail-on degraded', { key, env: { INTHUB_URL: slow.url } })).code).toBe(
      11,
    )
  })

  it('78 for a configuration the server would refuse, with a value of every variable that is wrong', async () => {
    const told = await inthub('admin env -o json', { env: { PORT: 'eighty' } })
    expect(told.code).toBe(78)
    expect(JSON.parse(told.err).error.fields).toEqual([{ path: 'PORT', message: expect.stringContaining('must be') }])
    expect(
      (await inthub('admin tenant list', { env: { DATABASE_URL: `postgres://x:y@127.0.0.1:${await aFreePort()}/z` } }))
        .code,
    ).toBe(78)
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('after %s is %i', async (signal, code) => {
    const { key } = await aPerson()
    const child = start(['integration', 'logs', '--follow', '-o', 'ndjson'], { key })
    const speaks = once(child.stdout, 'data')
    await connected((await guarded()).url, { key })
    await speaks
    child.kill(signal)
    expect((await child.told).code).toBe(code)
  })
})

describe('a stream', () => {
  it('goes on across a killed and restarted hub, without gap and without duplicate', async () => {
    const { key } = await aPerson()
    const slug = await connected((await guarded()).url, { key }, '--interval 1h ')
    const child = start(['integration', 'logs', slug, '--follow'], { key })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    const shown = () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id as string)
    const turn = async (verb: string) => expect((await inthub(`integration ${verb} ${slug}`, { key })).code).toBe(0)
    await turn('disable')
    await until('the first entries', async () => text.includes('integration.disabled'))
    await hub.kill('SIGKILL')
    hub = await startHub()
    for (const verb of ['enable', 'disable', 'enable', 'disable']) await turn(verb)
    const all = async () => (await inthub(`integration logs ${slug} -o name`, { key })).out.trim().split('\n')
    const expected = await all()
    await until('everything that happened', async () => shown().length >= expected.length)
    child.kill('SIGINT')
    const told = await child.told
    expect(new Set(shown()).size).toBe(shown().length)
    expect([...shown()].sort()).toEqual([...(await all())].sort())
    expect(told.err).toContain('connected again, nothing was missed')
  })
})

describe('logging in', () => {
  it('keeps the key 0600, apart from the configuration, and sends it to its own hub only', async () => {
    const { key, folder } = await aPerson()
    const how = { folder }
    expect(await inthub('auth login --with-token', { ...how, input: `${key}\n` })).toMatchObject({ code: 0, out: '' })
    for (const name of ['config.yaml', 'credentials.json'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'config.yaml'), 'utf8')).not.toContain('ihk_')
    expect(JSON.parse((await inthub('auth status -o json', how)).out)).toMatchObject({
      name: 'test',
      tokenFrom: 'credentials.json',
      kind: 'api_key',
    })
    const other = await aServer(() => ({ status: 200, body: {} }))
    expect((await inthub(`integration list --url ${other.url}`, how)).code).toBe(4)
    expect(other.asked).toEqual([])
    expect((await inthub('auth logout', how)).code).toBe(0)
    expect(existsSync(join(folder, 'credentials.json'))).toBe(false)
    expect((await inthub('auth status', how)).code).toBe(4)
  })

  it('keeps nothing of a key that is refused', async () => {
    const { folder } = await aPerson()
    const told = await inthub('auth login --with-token', { folder, input: 'ihk_nobodyknowsthiskeyatall' })
    expect(told.code).toBe(4)
    expect(told.err).not.toContain('ihk_nobody')
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes the flag before the environment before the profile', async () => {
    const { key, folder } = await aPerson()
    await inthub('auth login --with-token', { folder, input: key })
    const away = `http://127.0.0.1:${await aFreePort()}`
    writeFileSync(join(folder, 'config.yaml'), `current: default\nprofiles:\n  default: { url: ${away} }\n`)
    const without = { folder, env: { INTHUB_URL: '' }, key }
    expect((await inthub('integration list', without)).code).toBe(12)
    expect((await inthub('integration list', { folder, key })).code).toBe(0)
    expect((await inthub(`integration list --url ${away}`, { folder, key })).code).toBe(12)
  })
})

describe('secrets', () => {
  it('are nowhere in what is said or kept, whatever goes wrong', async () => {
    const { key, folder } = await aPerson()
    const { url } = await guarded()
    const file = join(folder, '..', `secret-${process.pid}`)
    writeFileSync(file, `${canary}\n`)
    onTestFinished(() => rmSync(file, { force: true }))
    const env = { INTHUB_DEBUG: 'http', CANARY: canary }
    const runs = [
      await inthub('auth login --with-token', { folder, env, input: key }),
      await inthub(`integration connect http --method bearer --set baseUrl=${url} --secret token=@${file} -o json`, {
        folder,
        env,
      }),
      await inthub(`integration connect http --method bearer --set baseUrl=${url} --secret token=env:CANARY`, {
        folder,
        env,
      }),
      await inthub(
        `integration connect http --method bearer --set baseUrl=http://127.0.0.1:1 --secret token=env:CANARY`,
        { folder, env },
      ),
      await inthub(`integration connect http --set baseUrl=${url} --secret token=${canary}`, { folder, env }),
      await inthub(`integration list --tokne=${canary}`, { folder, env }),
      await inthub('integration show http-1 -o json', { folder, env }),
      await inthub('integration logs -o ndjson', { folder, env }),
    ]
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 10, 2, 2, 0, 0])
    const said = runs.map(({ out, err }) => out + err).join('\n')
    expect(said).not.toContain(canary)
    expect(said).not.toContain(key)
    expect(said).toContain('authorization: Bearer ***')
    expect(contents(folder)).not.toContain(canary)
    expect(hub.output()).not.toContain(canary)
  })
})

describe('a service that sends terminal escapes', () => {
  it('cannot paint or move anything', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u001b[31mred\u009b1m\u202e'
    const service = await aServer(() => ({ status: 200, body: { data: { integration: null } } }))
    const failing = await aServer(() => ({
      status: 200,
      body: {
        errors: [
          { message: `bad ${evil}`, extensions: { code: 'NOT_FOUND', type: 'integration.not_found', remedy: evil } },
        ],
      },
    }))
    const told = await inthub('integration show x', { key: 'ihk_anything', env: { INTHUB_URL: failing.url } })
    expect(told.code).toBe(3)
    expect(told.err).toContain('bad red')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(told.err).not.toMatch(/[\u001b\u009b\u0007\u202e]/)
    expect(service.asked).toEqual([])
  })
})

describe('inthub admin', () => {
  const how = () => ({ env: { DATABASE_URL: inject('databaseUrl'), INTHUB_MASTER_KEY: testMasterKey } })

  it('opens and closes addresses for a tenant', async () => {
    const slug = `adm-${process.pid}-${Date.now().toString(36)}`
    expect(
      (await inthub(`admin tenant create Admin --slug ${slug} --owner ${slug}@example.test -o json`, how())).code,
    ).toBe(0)
    expect((await inthub('admin tenant list -o name', how())).out).toContain(slug)
    expect(
      JSON.parse((await inthub(`admin egress grant ${slug} 10.1.2.3/24:443 --reason tests -o json`, how())).out),
    ).toMatchObject({ rule: '10.1.2.0/24:443' })
    expect((await inthub(`admin egress list ${slug} --columns rule --no-header`, how())).out).toBe('10.1.2.0/24:443\n')
    expect((await inthub(`admin egress grant ${slug} 169.254.169.254`, how())).code).toBe(6)
    expect((await inthub(`admin egress revoke ${slug} 10.1.2.0/24:443`, how())).code).toBe(0)
    expect((await inthub(`admin egress revoke ${slug} 10.1.2.0/24:443`, how())).code).toBe(3)
    expect((await inthub('admin egress list no-such-tenant', how())).code).toBe(3)
    const link = await inthub(`admin sign-in-link ${slug}@example.test`, how())
    expect(new URL(link.out.trim()).searchParams.get('token')).toMatch(/^[\w-]{20,}$/)
    expect((await inthub('admin sign-in-link nobody@example.test', how())).code).toBe(3)
  })

  it('proves the key, migrates and prunes, and masks every secret', async () => {
    expect(await inthub('admin verify-key', how())).toMatchObject({
      code: 0,
      out: expect.stringMatching(/fingerprint [0-9a-f]{16}/),
    })
    const other = { env: { ...how().env, INTHUB_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') } }
    const refused = await inthub('admin verify-key', other)
    expect(refused.code).toBe(78)
    expect(refused.err.match(/[0-9a-f]{16}/g)?.length).toBeGreaterThanOrEqual(2)
    expect((await inthub('admin migrate', how())).out).toContain('nothing to do')
    expect((await inthub('admin prune', how())).code).toBe(0)
    const env = await inthub('admin env', how())
    expect(env.out).toMatch(/INTHUB_MASTER_KEY\t\(set\)/)
    expect(env.out).not.toContain(testMasterKey)
  })
})

describe('the program', () => {
  it('says whether the hub is ready, without a key', async () => {
    expect(await inthub(`healthcheck --url http://localhost:${port}`)).toMatchObject({ code: 0 })
    const ill = createServer((_request, response) =>
      response.writeHead(503).end('{"ready":false,"checks":{"database":{"ok":false,"reason":"gone"}}}'),
    )
    await new Promise<void>((resolve) => ill.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void ill.close())
    const told = await inthub('healthcheck', { env: { PORT: String((ill.address() as AddressInfo).port) } })
    expect(told).toMatchObject({ code: 1, err: '  database: gone\n' })
  })

  it('tells its version without loading anything else', async () => {
    expect((await inthub('--version')).out).toMatch(/^inthub \d+\.\d+\.\d+\n$/)
    const entry = readFileSync(built.program, 'utf8')
    expect(entry.match(/^import (?!\{)/gm) ?? []).toEqual([])
    const chunks = [...entry.matchAll(/^\} from "(.+)"/gm)].map(([, path]) => path)
    expect(chunks.every((path) => path?.startsWith('./chunks/'))).toBe(true)
  })
})
