import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './postgres-place'

/**
 * Who owns a data directory. The owner file names the hub that runs a PostgreSQL there, by process id and start time,
 * so that a second hub is refused, a dead owner is succeeded, and admin commands find the running server.
 */
export type Owner = { pid: number; startTime: string | null; port: number | null; database: string | null }

const ownerFile = (dataDir: string) => join(dataDir, 'owner.json')

const command = (args: readonly string[]) => {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Tells two processes apart that got the same id one after the other. Null where the system does not tell. */
export function startTimeOf(pid: number): string | null {
  if (process.platform === 'win32') return null
  if (process.platform !== 'linux') return command(['-o', 'lstart=', '-p', String(pid)]) || null
  // Field 22, counted after the command name, which may hold spaces. Source: proc_pid_stat(5)
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

export function readOwner(dataDir: string): Owner | null {
  try {
    return JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')) as Owner
  } catch {
    return null
  }
}

export function ownerLives(owner: Owner): boolean {
  if (!isAlive(owner.pid)) return false
  const now = startTimeOf(owner.pid)
  return owner.startTime === null || now === null || now === owner.startTime
}

function twoHubs(dataDir: string, owner: Owner): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Another hub (process ${owner.pid}) is running on ${dataDir}. Two hubs cannot share one embedded database: ` +
      'stop that one, give this one another INTHUB_DATA_DIR, or set DATABASE_URL for both.',
  )
}

/** Creates the file whole or not at all; false when it is there. */
function createOnce(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves a dead owner's file away. If a rival was quicker it is the rival's that moved: it goes back. */
function removeDead(dataDir: string): void {
  const aside = `${ownerFile(dataDir)}.dead.${process.pid}`
  try {
    renameSync(ownerFile(dataDir), aside)
  } catch {
    return
  }
  const moved = JSON.parse(readIfThere(aside) || 'null') as Owner | null
  if (moved && ownerLives(moved)) createOnce(ownerFile(dataDir), JSON.stringify(moved))
  rmSync(aside, { force: true })
}

/** @throws {EmbeddedPostgresError} when a living hub owns the directory */
export function claim(dataDir: string): Owner {
  const owner: Owner = { pid: process.pid, startTime: startTimeOf(process.pid), port: null, database: null }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createOnce(ownerFile(dataDir), JSON.stringify(owner))) return owner
    const other = readOwner(dataDir)
    if (other && ownerLives(other)) throw twoHubs(dataDir, other)
    removeDead(dataDir)
  }
  throw new EmbeddedPostgresError(`${dataDir} is being claimed by several hubs at once. Start one of them.`)
}

/** Says where the server listens, for those who attach. */
export function publish(dataDir: string, owner: Owner): void {
  const draft = `${ownerFile(dataDir)}.new`
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
  renameSync(draft, ownerFile(dataDir))
}

export function release(dataDir: string): void {
  if (readOwner(dataDir)?.pid === process.pid) rmSync(ownerFile(dataDir), { force: true })
}

/** The process that postmaster.pid names, and whether it runs on this very directory. */
export function findPostmaster(pgdata: string): { pid: number; onThisDirectory: boolean } | null {
  const pid = Number(readIfThere(join(pgdata, 'postmaster.pid'))?.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  const words =
    process.platform === 'linux'
      ? (readIfThere(`/proc/${pid}/cmdline`)?.split('\0') ?? [])
      : command(['-o', 'command=', '-p', String(pid)]).split(' ')
  return { pid, onThisDirectory: words.includes(pgdata) && words.some((word) => /postgres(?:\.exe)?$/.test(word)) }
}
