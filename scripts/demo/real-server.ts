import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type LocalService, listenNear } from './local-server'

/**
 * A real server program as a child of the demo. It ends with the demo; one that outlived a killed demo is ended at the
 * next start, and only if it still is the program with our own folder on its command line.
 */
const programFolders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin', '/snap/bin']
const readyWithinMs = 15_000
const endWithinMs = 5_000

export const findProgram = (name: string) =>
  programFolders.map((folder) => join(folder, name)).find((file) => existsSync(file))

export async function freePort(port: number | undefined): Promise<number> {
  const server = createServer()
  const found = await listenNear(server, port)
  await new Promise((resolve) => server.close(resolve))
  return found
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Ends what a killed demo left running. */
export async function endRemains(folder: string): Promise<void> {
  const file = join(folder, 'pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8'))
  const isOurs = () => pid > 0 && commandOf(pid).includes(folder)
  if (isOurs()) process.kill(pid, 'SIGTERM')
  for (let waited = 0; isOurs() && waited < endWithinMs; waited += 50) await pause(50)
  if (isOurs()) process.kill(pid, 'SIGKILL')
  rmSync(file, { force: true })
}

export type RealServerWish = {
  name: string
  program: string
  folder: string
  port: number
  args: readonly string[]
  /** Answers 2xx or 401 as soon as the program can be asked. */
  readyPath: string
}

type Child = { process: ChildProcess; ended: Promise<void> }

function launch({ program, args, folder }: RealServerWish): Child {
  const log = openSync(join(folder, 'log'), 'w')
  // Nothing of our own environment: it may hold keys, and proxies would lead off this machine.
  const environment = { NODE_ENV: 'production', HOME: folder, TMPDIR: folder } as const
  const child = spawn(program, [...args], { cwd: folder, env: environment, stdio: ['ignore', log, log] })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  if (child.pid) writeFileSync(join(folder, 'pid'), String(child.pid))
  return { process: child, ended }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(1_000) })
    return status < 300 || status === 401
  } catch {
    return false
  }
}

async function end({ process: child, ended }: Child, folder: string): Promise<void> {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), endWithinMs)
  await ended
  clearTimeout(impatience)
  rmSync(join(folder, 'pid'), { force: true })
}

async function start(wish: RealServerWish): Promise<Child> {
  const child = launch(wish)
  let hasEnded = false
  const ended = child.ended.then(() => {
    hasEnded = true
  })
  const until = Date.now() + readyWithinMs
  while (!hasEnded && Date.now() < until) {
    if (await answers(`http://127.0.0.1:${wish.port}${wish.readyPath}`)) return child
    await Promise.race([pause(100), ended])
  }
  await end(child, wish.folder)
  throw new Error(`${wish.name} did not start; its log is ${join(wish.folder, 'log')}.`)
}

/** @throws Error when the program does not come up */
export async function openRealServer(wish: RealServerWish): Promise<LocalService> {
  mkdirSync(wish.folder, { recursive: true, mode: 0o700 })
  let child: Child | undefined = await start(wish)
  const stop = async () => {
    const running = child
    child = undefined
    if (running) await end(running, wish.folder)
  }
  return {
    name: wish.name,
    url: `http://127.0.0.1:${wish.port}`,
    faults: ['refused'],
    break: stop,
    heal: async () => {
      child ??= await start(wish)
    },
    stop,
  }
}
