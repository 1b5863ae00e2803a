import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { aFolder, buildInthub, type How, type Inthub } from '@/test/inthub'
import { aFreePort, aHubProcess, findProgram, type HubProcess, until } from '@/test/processes'
import { aCaller, aKey, aServer } from '@/test/world'

/** What the CLI does over a live connection, with documents of one's own, and inside a shell. */
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
}, 120_000)

afterAll(async () => {
  await hub?.kill('SIGTERM')
  built?.remove()
})

const inthub = (args: string, how?: How) => built.start(args.split(' '), how).told
const api = (fields: readonly string[], key: string) => built.start(['api', 'graphql', ...fields], { key }).told
const aPerson = async () => ({ key: await aKey(await aCaller()), folder: aFolder() })

async function aService() {
  const state = { isUp: true }
  const { url } = await aServer(() => ({ status: state.isUp ? 200 : 500, body: {} }))
  return { url, state }
}

async function connected(url: string, key: string, slug = 'tool'): Promise<string> {
  const settings = `--method none --set baseUrl=${url} --slug ${slug} --name ${slug} --interval 1h`
  expect(await inthub(`integration connect http ${settings}`, { key })).toMatchObject({ code: 0 })
  return slug
}

/** A first failure does not count before a second one confirms it. */
async function fails(slug: string, key: string): Promise<void> {
  for (const _each of [1, 2]) await inthub(`integration test ${slug}`, { key })
}

const linesOf = (text: string) => text.split('\n').filter(Boolean)
const watching = (child: ReturnType<Inthub['start']>) => {
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const says = (what: string) => until(what, async () => text.includes(what))
  const isReady = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => String(chunk).includes('watching') && resolve())
  })
  return { says, isReady, text: () => text }
}

describe('health --watch', () => {
  it('tells each change once, in order, across a killed and restarted hub, and ends with 130', async () => {
    const { key } = await aPerson()
    const service = await aService()
    const slug = await connected(service.url, key)
    const child = built.start(['integration', 'health', '--all', '--watch'], { key })
    const { says, isReady, text } = watching(child)
    await isReady
    service.state.isUp = false
    await fails(slug, key)
    await says('"to":"unhealthy"')
    await hub.kill('SIGKILL')
    hub = await startHub()
    service.state.isUp = true
    await inthub(`integration test ${slug}`, { key })
    await inthub(`integration disable ${slug}`, { key })
    await says('integration.disabled')
    child.kill('SIGINT')
    expect((await child.told).code).toBe(130)
    const changes = linesOf(text()).map((line) => JSON.parse(line))
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      ['healthy', 'unhealthy'],
      ['unhealthy', 'healthy'],
      ['healthy', 'disabled'],
    ])
    expect(changes.every((change) => change.apiVersion === 'v1' && change.slug === slug)).toBe(true)
    expect(new Set(changes.map(({ sequence }) => sequence)).size).toBe(3)
  })

  it('ends with 10 at the first that turns unhealthy, with --fail-on, and tells nothing of others', async () => {
    const { key } = await aPerson()
    const [one, other] = [await aService(), await aService()]
    const slug = await connected(one.url, key)
    await connected(other.url, key, 'other')
    const args = ['integration', 'health', slug, '--watch', '--fail-on', 'unhealthy', '--json', 'slug,to']
    const child = built.start(args, { key })
    await watching(child).isReady
    other.state.isUp = false
    one.state.isUp = false
    await fails('other', key)
    await fails(slug, key)
    const told = await child.told
    expect(told).toMatchObject({ code: 10 })
    expect(linesOf(told.out).map((line) => JSON.parse(line))).toEqual([{ apiVersion: 'v1', slug, to: 'unhealthy' }])
  })

  it('ends with 8 when --timeout is over, 3 for what does not exist, 2 for nothing in particular', async () => {
    const { key } = await aPerson()
    expect(await inthub('integration health --all --watch --timeout 1s', { key })).toMatchObject({ code: 8, out: '' })
    expect((await inthub('integration health nope --watch', { key })).code).toBe(3)
    expect((await inthub('integration health --watch', { key })).code).toBe(2)
  })
})

/** Runs the program on a terminal of this width; answers everything it drew. */
function onTerminal(columns: number, command: string, key: string, env: Record<string, string> = {}): string {
  const folder = aFolder()
  const line = `stty cols ${columns} rows 24; exec ${process.execPath} ${built.program} ${command}`
  const { stdout } = spawnSync(findProgram('script') ?? '', ['-qefc', line, '/dev/null'], {
    env: { ...built.environment(folder), INTHUB_TOKEN: key, TERM: 'xterm', SHELL: '/bin/bash', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return stdout
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escapes = /\u001b\[[0-9;?]*[A-Za-z]/g
const plain = (text: string) => text.replace(escapes, '').replaceAll('\r', '')

describe.skipIf(!findProgram('script'))('on a terminal', () => {
  it('a list looks the same at 80 and 120 columns, without colour and in ASCII', async () => {
    const { key } = await aPerson()
    const { url } = await aService()
    await connected(url, key)
    await inthub('integration disable tool', { key })
    const golden = (drawn: string) => plain(drawn).replace(/\d+m?s( ago)?/g, '#$1')
    const expected = (off: string) =>
      [
        'NAME   TYPE          STATE        QUOTA   P95   CHECKED',
        `tool   custom.http   ${off} disabled   -       #   # ago`,
        '1 shown, 1 total',
        '',
      ].join('\n')
    const squeezed = (text: string) => text.replace(/ {2,}/g, '  ')
    for (const columns of [80, 120]) {
      const drawn = onTerminal(columns, 'integration list', key)
      expect(squeezed(golden(drawn))).toBe(squeezed(expected('–')))
      expect(drawn).toMatch(escapes)
    }
    const bare = onTerminal(80, 'integration list --ascii', key, { NO_COLOR: '1' })
    expect(squeezed(golden(bare))).toBe(squeezed(expected('-')))
    expect(bare).not.toMatch(escapes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII.
    expect(bare).not.toMatch(/[^\x00-\x7f]/)
  })

  it('a watch draws one table in place and gives the cursor back', async () => {
    const { key } = await aPerson()
    const { url } = await aService()
    await connected(url, key)
    const drawn = onTerminal(80, 'integration health --all --watch --timeout 3s', key)
    expect(plain(drawn).match(/^tool {3}custom\.http/gm)?.length).toBeGreaterThan(1)
    expect(drawn).toContain('A\r\u001b[?7l')
    expect(drawn.lastIndexOf('\u001b[?25h')).toBeGreaterThan(drawn.lastIndexOf('\u001b[?25l'))
    expect(plain(drawn)).toContain('The watch ended after 3 s')
  })
})

describe('several at once', () => {
  it('does what can be done, tells of the rest, and ends with the code of the first failure', async () => {
    const { key } = await aPerson()
    const { url } = await aService()
    await connected(url, key, 'one')
    await connected(url, key, 'two')
    const told = await inthub('integration disable one nope two', { key })
    expect(told).toMatchObject({ code: 3, err: expect.stringContaining('nope: ') })
    expect(linesOf(told.out).map((line) => line.split(' ')[1])).toEqual(['one', 'two'])
    const json = await inthub('integration enable one two --json slug,enabled', { key })
    expect(JSON.parse(json.out).map(({ enabled }: { enabled: boolean }) => enabled)).toEqual([true, true])
    expect((await inthub('integration disconnect one two', { key })).code).toBe(2)
    expect((await inthub('integration disconnect one two --yes -o name', { key })).out).toBe('one\ntwo\n')
    expect((await inthub('integration list --deleted --all -o name', { key })).out).toBe('one\ntwo\n')
    expect((await inthub('integration restore two', { key })).code).toBe(0)
    expect((await inthub('integration update two --owner core --interval 2h', { key })).code).toBe(0)
    expect((await inthub('integration list --owner core -o name', { key })).out).toBe('two\n')
    expect((await inthub('integration update two', { key })).code).toBe(2)
  })
})

describe('api graphql', () => {
  it('sends text, typed, nested and file variables, and prints the answer as it is', async () => {
    const { key, folder } = await aPerson()
    const { url } = await aService()
    await connected(url, key)
    const file = join(folder, 'q.graphql')
    writeFileSync(file, 'query One($id: ID!) { integration(id: $id) { slug } }')
    const one = await api(['--input', file, '-f', 'id=tool', '-o', 'ndjson'], key)
    expect(JSON.parse(one.out)).toEqual({ data: { integration: { slug: 'tool' } } })
    const query =
      'query ($first: Int, $filter: IntegrationFilter) { integrations(first: $first, filter: $filter) { totalCount } }'
    const fields = ['-F', 'first=1', '-f', 'filter[text]=too', '-F', 'filter[states][]=HEALTHY']
    expect(JSON.parse((await api(['-f', `query=${query}`, ...fields], key)).out).data.integrations.totalCount).toBe(1)
  })

  it('follows the pages of a connection', async () => {
    const { key } = await aPerson()
    const { url } = await aService()
    for (const slug of ['a', 'b', 'c']) await connected(url, key, slug)
    const query =
      'query ($end: String) { integrations(first: 2, after: $end) { pageInfo { hasNextPage endCursor } edges { node { slug } } } }'
    const told = await api(['--paginate', '-o', 'ndjson', '-f', `query=${query}`], key)
    const pages = linesOf(told.out).map((line) => JSON.parse(line).data.integrations.edges.length)
    expect(pages).toEqual([2, 1])
    expect((await api(['--paginate', '-f', 'query={ viewer { id } }'], key)).code).toBe(2)
  })

  it('prints a subscription line by line', async () => {
    const { key } = await aPerson()
    const query = 'query=subscription ($after: String) { events(after: $after) { sequence type } }'
    const told = await api(['-f', query, '-f', 'after=0', '--timeout', '2s'], key)
    expect(told.code).toBe(8)
    expect(linesOf(told.out).map((line) => JSON.parse(line).data.events.type)).toContain('api_key.created')
  })

  it('ends with the code of the kind of error', async () => {
    const { key } = await aPerson()
    expect((await api(['-f', 'query={ nope }'], key)).code).toBe(6)
    expect((await api(['-f', 'query={ integration(id: "nope") { id } }'], key)).code).toBe(3)
    expect((await api(['-f', 'query={ viewer { id } }'], 'ihk_nobodyknowsthiskeyatall')).code).toBe(4)
    expect((await api([], key)).code).toBe(2)
  })
})

describe('keys and profiles', () => {
  it('print a secret once and keep none', async () => {
    const { key, folder } = await aPerson()
    const made = await inthub('api-key create deploys --scope integrations:read', { key, folder })
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^ihk_\S+\n$/) })
    expect(made.err).not.toContain('ihk_')
    const secret = made.out.trim()
    expect((await inthub('integration list', { key: secret })).code).toBe(0)
    expect((await inthub('integration disable nope', { key: secret })).code).not.toBe(0)
    expect((await inthub('api-key list -o json', { key })).out).not.toContain(secret)
    expect((await inthub('api-key revoke deploys', { key })).code).toBe(2)
    expect((await inthub('api-key revoke deploys --yes', { key })).code).toBe(0)
    // Within a second, on every process: the CLI may be quicker than that.
    await expect
      .poll(async () => (await inthub('integration list', { key: secret })).code, { timeout: 5_000, interval: 200 })
      .toBe(4)
    expect(readdirSync(folder)).toEqual([])
  })

  it('are switched, explained and forgotten one by one', async () => {
    const { key, folder } = await aPerson()
    const how = { folder }
    for (const name of ['first', 'second'])
      await inthub('auth login --with-token', { folder, input: key, env: { INTHUB_PROFILE: name } })
    expect((await inthub('auth token', how)).out).toBe(`${key}\n`)
    expect((await inthub('auth switch second', how)).code).toBe(0)
    expect((await inthub('auth switch third', how)).code).toBe(2)
    const rows = JSON.parse((await inthub('config explain -o json', how)).out)
    expect(rows[0]).toMatchObject({ key: 'profile', value: 'second', source: 'profile' })
    expect(rows[1]).toMatchObject({ key: 'url', source: 'environment' })
    expect((await inthub('config set output json', how)).code).toBe(0)
    expect(JSON.parse((await inthub('auth status', how)).out)).toMatchObject({ profile: 'second' })
    expect((await inthub('auth logout', how)).code).toBe(0)
    expect((await inthub('auth status', how)).code).toBe(4)
    expect((await inthub('auth status', { folder, env: { INTHUB_PROFILE: 'first' } })).code).toBe(0)
  })
})

describe('completion', () => {
  const words = async (line: string, how?: How) =>
    linesOf((await inthub(`__complete ${line}`, how)).out).map((one) => one.split('\t')[0])

  it('knows commands, flags, fixed values and what the hub knows, and keeps that without a secret', async () => {
    const { key, folder } = await aPerson()
    const { url } = await aService()
    await connected(url, key)
    expect(await words('integration .en')).toEqual(['enable'])
    expect(await words('integration list .--sta')).toEqual(['--state'])
    expect(await words('integration list --state healthy,un')).toEqual(['healthy,unknown', 'healthy,unhealthy'])
    expect(await words('integration list .--output=j')).toEqual(['--output=json'])
    expect(await words('integration connect --config .')).toEqual([':files'])
    await until('the slug', async () => (await words('integration show .to', { key, folder })).includes('tool'))
    const kept = join(folder, 'completion-cache.json')
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(readFileSync(kept, 'utf8')).not.toContain(key.slice(4))
    const away = { INTHUB_URL: `http://127.0.0.1:${await aFreePort()}` }
    expect(await inthub('__complete integration show .', { key, env: away })).toEqual({ code: 0, out: '', err: '' })
  })

  it.each(['bash', 'zsh', 'fish'])('has a script that %s can read', async (shell) => {
    const told = await inthub(`completion ${shell}`)
    expect(told).toMatchObject({ code: 0, err: '' })
    const program = findProgram(shell)
    if (!program) return
    const file = join(aFolder(), 'script')
    writeFileSync(file, told.out)
    expect(spawnSync(program, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  it('completes in bash, and runs nothing that is only typed', async () => {
    const folder = aFolder()
    const { out } = await inthub('completion bash')
    const tried = `${out}
inthub() { INTHUB_CONFIG_DIR=${folder} ${process.execPath} ${built.program} "$@"; }
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _inthub; echo "\${COMPREPLY[*]}"; }
try inthub inte
try inthub integration list --output = j
try inthub api-key create --scope integrations : r
try inthub integration list '$(touch ${folder}/ran)' --st
`
    const { stdout } = spawnSync('bash', ['-c', tried], {
      encoding: 'utf8',
      env: built.environment(folder),
    })
    expect(linesOf(stdout)).toEqual(['integration', 'json', 'read', '--state'])
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })

  it('is installed where the shell looks, and says where', async () => {
    const folder = aFolder()
    const told = await inthub('completion fish --install', { folder, env: { XDG_CONFIG_HOME: folder } })
    expect(told).toMatchObject({ code: 0, out: `${join(folder, 'fish', 'completions', 'inthub.fish')}\n` })
    expect(readFileSync(told.out.trim(), 'utf8')).toContain('complete -c inthub')
    expect((await inthub('completion tcsh')).code).toBe(2)
  })
})
