import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { logger } from './logger'
import type { Binaries } from './postgres-binaries'
import { isAlive } from './postgres-owner'
import { type Account, EmbeddedPostgresError } from './postgres-place'

/**
 * The PostgreSQL programs as processes: making a cluster, starting the postmaster, keeping it up, stopping it fast.
 */
const run = promisify(execFile)

// PostgreSQL gets nothing of the hub's environment: it holds secrets, and PG* variables would steer it.
const plainEnvironment: Record<string, string> = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }
// The account may not be able to enter the folder the hub was started in.
const asAccount = (account: Account) => ({ cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) })

type Cluster = { binaries: Binaries; pgdata: string; account: Account; user: string; passwordFile: string }

const wordsOf = (error: unknown) =>
  error instanceof Error && 'stderr' in error && error.stderr ? String(error.stderr).trim() : String(error)

/** Makes a cluster beside and renames it, so that an interrupted initdb leaves nothing that looks like a database. */
export async function createCluster({ binaries, pgdata, account, user, passwordFile }: Cluster): Promise<void> {
  const draft = `${pgdata}.new`
  rmSync(draft, { recursive: true, force: true })
  const flags = ['--pgdata', draft, '--username', user, '--pwfile', passwordFile, '--auth', 'scram-sha-256']
  const locale = ['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C']
  try {
    await run(binaries.initdb, [...flags, ...locale, '--no-instructions'], {
      ...asAccount(account),
      env: plainEnvironment as NodeJS.ProcessEnv,
    })
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedPostgresError(`initdb could not make a database: ${wordsOf(cause)}`, { cause })
  }
  renameSync(draft, pgdata)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

type Server = { binaries: Binaries; pgdata: string; account: Account; logFile: string }
export type Postmaster = { port: number; stop(): Promise<void> }

const settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path would have to stay under 107 bytes, and loopback with a password is enough.
  unix_socket_directories: '',
  // Statements and their values stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const

function openLog(path: string, account: Account): number {
  const tooLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
  const log = openSync(path, tooLong ? 'w' : 'a', 0o600)
  chmodSync(path, 0o600)
  if (account) chownSync(path, account.uid, account.gid)
  return log
}

function launch({ binaries, pgdata, account, logFile }: Server, port: number): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(logFile, account)
  try {
    // A process group of its own: Ctrl C reaches the hub alone, which stops PostgreSQL last.
    return spawn(binaries.postgres, ['-D', pgdata, '-p', String(port), ...flags], {
      ...asAccount(account),
      env: plainEnvironment as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

/** The eighth line of postmaster.pid. Source: src/include/utils/pidfile.h of PostgreSQL */
function statusOf(pgdata: string, pid: number | undefined): string | undefined {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(pid) ? lines[7]?.trim() : undefined
  } catch {
    return undefined
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function untilReady(child: ChildProcess, server: Server, timeoutMs = 120_000): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  const failure = new Promise<Error>((resolve) => child.once('error', resolve))
  while (Date.now() < deadline) {
    if (statusOf(server.pgdata, child.pid) === 'ready') return true
    if (hasEnded(child)) return false
    const failed = await Promise.race([failure, sleep(10)])
    if (failed) throw new EmbeddedPostgresError(`PostgreSQL could not be started: ${failed.message}`, { cause: failed })
  }
  return false
}

const logTail = (logFile: string) => readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n')
/** Passes by itself: a port was taken in between, or children of a killed postmaster are still leaving. */
const passing = /Address already in use|pre-existing shared memory block|could not bind/

async function startOnce(server: Server, port: number): Promise<ChildProcess | null> {
  const child = launch(server, port)
  if (await untilReady(child, server)) return child
  const words = logTail(server.logFile)
  await stopChild(child, server)
  if (passing.test(words)) return null
  throw new EmbeddedPostgresError(`PostgreSQL did not start. The end of ${server.logFile}:\n${words}`)
}

async function start(server: Server, keepPort?: number): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = keepPort ?? (await freePort())
    const child = await startOnce(server, port)
    if (child) return { child, port }
    await sleep(250)
  }
  throw new EmbeddedPostgresError(`PostgreSQL did not start. The end of ${server.logFile}:\n${logTail(server.logFile)}`)
}

async function gone(ended: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (!ended() && Date.now() < deadline) await sleep(10)
  return ended()
}

/** Fast shutdown first, then immediate: what is committed is safe with each. */
const shutdowns = [
  { signal: 'SIGINT', withinMs: 15_000 },
  { signal: 'SIGQUIT', withinMs: 5_000 },
  { signal: 'SIGKILL', withinMs: 2_000 },
] as const

async function stopChild(child: ChildProcess, { binaries, pgdata }: Server): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', pgdata, '-m', 'fast', '-w'], {
      env: plainEnvironment as NodeJS.ProcessEnv,
    }).catch(() => {})
  }
  for (const { signal, withinMs } of shutdowns) {
    if (hasEnded(child)) return
    child.kill(signal)
    if (await gone(() => hasEnded(child), withinMs)) return
  }
}

/** Stops a postmaster that another process started. */
export async function stopOrphan(pid: number): Promise<void> {
  for (const { signal, withinMs } of shutdowns) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await gone(() => !isAlive(pid), withinMs)) return
  }
  throw new EmbeddedPostgresError(
    `A PostgreSQL that a killed hub left behind (process ${pid}) does not stop. End it by hand.`,
  )
}

/** Starts the postmaster and starts it again, on the same port, should it die. */
export async function startPostmaster(server: Server): Promise<Postmaster> {
  let stopping = false
  let { child, port } = await start(server)
  let restart: Promise<void> = Promise.resolve()

  const watch = () => {
    child.unref()
    child.once('exit', (code, signal) => {
      if (!stopping) restart = revive({ code, signal })
    })
  }
  const revive = async (how: { code: number | null; signal: string | null }) => {
    logger.error(how, 'the embedded PostgreSQL ended unexpectedly; it is started again')
    try {
      child = (await start(server, port)).child
      watch()
    } catch (error) {
      logger.fatal({ err: error }, 'the embedded PostgreSQL could not be started again')
    }
  }
  // The last resort of a process.exit: nothing asynchronous runs any more.
  const atExit = () => child.kill('SIGINT')
  process.once('exit', atExit)
  watch()

  const stop = async () => {
    stopping = true
    process.off('exit', atExit)
    await restart
    await stopChild(child, server)
  }
  return { port, stop }
}
