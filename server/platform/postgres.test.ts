import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachEmbeddedPostgres, type EmbeddedPostgres, startEmbeddedPostgres } from './postgres'
import { prepareBinaries, refuseMusl, replayLinks } from './postgres-binaries'
import { findPostmaster, readOwner } from './postgres-owner'
import { choosePlace, isRoot, usable } from './postgres-place'

const asRoot = isRoot()
const hubScript = fileURLToPath(new URL('../../test/embedded-hub.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url))
const tsx = fileURLToPath(import.meta.resolve('tsx'))
const stranger = { uid: 54_321, gid: 54_321 }

let folder: string
let dataDir: string
let started: EmbeddedPostgres[] = []
let hubs: ChildProcess[] = []

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'inthub-postgres-')))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'data')
})

afterEach(async () => {
  for (const hub of hubs) if (hub.exitCode === null) hub.kill('SIGKILL')
  await Promise.all(started.map((server) => server.stop()))
  for (const dir of [dataDir, join(folder, 'moved')]) {
    const left = findPostmaster(join(dir, 'pgdata'))
    if (left?.onThisDirectory) process.kill(left.pid, 'SIGQUIT')
  }
  started = []
  hubs = []
  rmSync(folder, { recursive: true, force: true })
})

const start = async (options: { dataDir: string; stateRoot?: string } = { dataDir }) => {
  const server = await startEmbeddedPostgres({ stateRoot: join(folder, 'state'), ...options })
  started.push(server)
  return server
}

async function query<T>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    return (await sql.unsafe(text)) as unknown as T[]
  } finally {
    await sql.end()
  }
}

/** A hub in a process of its own; resolves with its first line, or its last words. */
function hub(dir: string, identity: { uid?: number; gid?: number } = {}): Promise<string> {
  const child = spawn(process.execPath, ['--import', tsx, hubScript, dir], {
    cwd: '/',
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: tsconfig,
      TSX_DISABLE_CACHE: '1',
      HOME: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity,
  })
  hubs.push(child)
  return new Promise((resolve) => {
    let words = ''
    child.stderr?.on('data', (chunk) => {
      words += chunk
    })
    child.stdout?.on('data', (chunk) => {
      words += chunk
      if (words.includes('\n')) resolve(words.trim())
    })
    child.on('exit', () => resolve(words.trim()))
  })
}

const died = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))

describe('startEmbeddedPostgres', () => {
  it('keeps what was committed over a stop and a start, and is found by those who attach', async () => {
    const first = await start()
    expect(await attachEmbeddedPostgres({ dataDir })).toMatchObject({ url: first.url })
    await query(first.url, "create table kept (word text); insert into kept values ('yes')")
    await first.stop()
    expect(await attachEmbeddedPostgres({ dataDir })).toBeNull()
    const second = await start()
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'yes' }])
    expect(second.version).toMatch(/^\d+\.\d+/)
  })

  it('listens on loopback only and lets nobody in without the password', async () => {
    const { url } = await start()
    const [row] = await query<{ addresses: string; sockets: string; encryption: string }>(
      url,
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, current_setting('password_encryption') as encryption",
    )
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', encryption: 'scram-sha-256' })
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(readFileSync(join(dataDir, 'pgdata', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*trust/m)
  })

  it('closes the data directory and the password to other users', async () => {
    await start()
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'pgdata')).mode & 0o777).toBe(0o700)
    for (const name of ['password', 'owner.json', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    }
  })

  it('refuses a second hub on the same directory, and names the first', async () => {
    await start()
    await expect(start()).rejects.toThrow(new RegExp(`Another hub \\(process ${process.pid}\\).*INTHUB_DATA_DIR`))
    expect(await hub(dataDir)).toContain('Another hub')
  })

  it('succeeds an owner whose process id now belongs to another program', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(
      join(dataDir, 'owner.json'),
      JSON.stringify({ pid: process.ppid, startTime: '1', port: 1, database: 'inthub' }),
    )
    await start()
    expect(readOwner(dataDir)?.pid).toBe(process.pid)
  })

  it('stops the PostgreSQL of a killed hub first, and keeps every committed row', async () => {
    const url = await hub(dataDir)
    const pid = hubs[0]?.pid ?? 0
    await query(url, "create table kept (word text); insert into kept values ('yes')")
    const gone = hubs[0] && died(hubs[0])
    process.kill(pid, 'SIGKILL')
    await gone
    const orphan = findPostmaster(join(dataDir, 'pgdata'))
    expect(orphan?.onThisDirectory).toBe(true)
    const next = await start()
    expect(findPostmaster(join(dataDir, 'pgdata'))?.pid).not.toBe(orphan?.pid)
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'yes' }])
  })

  it('keeps every committed row when the hub and its PostgreSQL are killed together', async () => {
    const url = await hub(dataDir)
    await query(url, "create table kept (word text); insert into kept values ('yes')")
    const gone = hubs[0] && died(hubs[0])
    hubs[0]?.kill('SIGKILL')
    const orphan = findPostmaster(join(dataDir, 'pgdata'))
    if (orphan) process.kill(orphan.pid, 'SIGKILL')
    await gone
    const next = await start()
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'yes' }])
  })

  it('brings PostgreSQL back on the same port when it alone is killed', async () => {
    const server = await start()
    const before = findPostmaster(join(dataDir, 'pgdata'))
    if (before) process.kill(before.pid, 'SIGKILL')
    await expect
      .poll(() => query(server.url, 'select 1 as one').catch(() => []), { timeout: 15_000 })
      .toEqual([{ one: 1 }])
  })

  it('deletes a postmaster.pid that names another program', async () => {
    const first = await start()
    await first.stop()
    const file = join(dataDir, 'pgdata', 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n${join(dataDir, 'pgdata')}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
    const second = await start()
    expect(readFileSync(file, 'utf8').split('\n')[0]).not.toBe(String(process.pid))
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('closes a database that was left open to others', async () => {
    const first = await start()
    await first.stop()
    chmodSync(join(dataDir, 'pgdata'), 0o755)
    await start()
    expect(statSync(join(dataDir, 'pgdata')).mode & 0o777).toBe(0o700)
  })

  it('refuses a folder with something else in it', async () => {
    mkdirSync(join(dataDir, 'pgdata'), { recursive: true })
    writeFileSync(join(dataDir, 'pgdata', 'letter.txt'), 'dear')
    await expect(start()).rejects.toThrow(/holds no PostgreSQL database/)
  })

  it('refuses a database of another major version', async () => {
    mkdirSync(join(dataDir, 'pgdata'), { recursive: true })
    writeFileSync(join(dataDir, 'pgdata', 'PG_VERSION'), '9\n')
    await expect(start()).rejects.toThrow(/written by PostgreSQL 9/)
  })

  it('refuses a path that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(start({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(/cannot be made \(ENOTDIR\)/)
  })

  it('leaves nothing that looks like a database when initdb was interrupted', async () => {
    mkdirSync(join(dataDir, 'pgdata.new'), { recursive: true })
    writeFileSync(join(dataDir, 'pgdata.new', 'PG_VERSION'), '18\n')
    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(dataDir, 'pgdata.new'))).toBe(false)
  })
})

describe.runIf(asRoot)('started as root', () => {
  it('runs PostgreSQL as an account without rights', async () => {
    await start()
    expect(statSync(join(dataDir, 'pgdata')).uid).not.toBe(0)
  })

  it('moves the data away from a home that is closed to that account, and is found there', async () => {
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    const stateRoot = join(folder, 'state')
    const server = await start({ dataDir: join(home, 'data'), stateRoot })
    expect(server.dataDir.startsWith(stateRoot)).toBe(true)
    expect(await attachEmbeddedPostgres({ dataDir: join(home, 'data'), stateRoot })).toMatchObject({ url: server.url })
  })

  it('lets that account through under a strict umask', async () => {
    const before = process.umask(0o077)
    try {
      const server = await start({ dataDir: join(folder, 'deep', 'data') })
      expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      process.umask(before)
    }
  })

  it('copies programs that stand where the account cannot run them', () => {
    const installed = installedBinaries()
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    cpSync(installed, join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
    chmodSync(join(closed, 'package', 'native', 'lib'), 0o700)
    const place = choosePlace(dataDir, join(folder, 'state'))
    const { postgres: program } = prepareBinaries(place, join(closed, 'package'))
    expect(program.startsWith(join(folder, 'state'))).toBe(true)
    expect(usable([program, join(program, '../../lib')], place.account)).toBe(true)
  })

  it('takes a data directory that root copied, and gives it to the account', async () => {
    const first = await start()
    await first.stop()
    chownSync(join(dataDir, 'pgdata'), 0, 0)
    chownSync(dataDir, 0, 0)
    await start()
    expect(statSync(join(dataDir, 'pgdata')).uid).not.toBe(0)
  })

  it('tells a user without a name what is missing', async () => {
    chmodSync(folder, 0o777)
    expect(await hub(dataDir, stranger)).toMatch(/uid 54321 has no entry in \/etc\/passwd/)
  })

  it('runs for an ordinary user, and refuses a data directory of somebody else', async () => {
    const account = choosePlace(dataDir, folder).account
    const { uid = 0, gid = 0 } = account ?? {}
    chmodSync(folder, 0o777)
    const url = await hub(dataDir, { uid, gid })
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    const foreign = join(folder, 'foreign')
    mkdirSync(foreign, { mode: 0o700 })
    expect(await hub(foreign, { uid, gid })).toMatch(/belongs to uid 0.*chown -R/)
  })
})

const installedBinaries = () => join(prepareBinaries({ dataDir, account: null, copyDir: folder }).initdb, '../../..')

describe('the programs', () => {
  it('get the library links that an install without scripts leaves out', () => {
    const copy = join(folder, 'package')
    cpSync(installedBinaries(), copy, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of links) rmSync(join(copy, target), { force: true })
    replayLinks(copy)
    expect(links.every(({ target }) => existsSync(join(copy, target)))).toBe(true)
  })

  it('are refused on musl, with what to do', () => {
    expect(() => refuseMusl('linux', undefined)).toThrow(/musl.*DATABASE_URL/)
    expect(() => refuseMusl('linux', '2.36')).not.toThrow()
    expect(() => refuseMusl('darwin', undefined)).not.toThrow()
  })
})
