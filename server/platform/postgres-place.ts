import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Where the embedded PostgreSQL lives and as whom it runs. PostgreSQL refuses to run as root, so root starts it as
 * another account; what that account cannot reach (a checkout under a 0700 home) moves to /var/lib/inthub.
 */
export class EmbeddedPostgresError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'EmbeddedPostgresError'
  }
}

/** Null: the account this process runs as. */
export type Account = { uid: number; gid: number } | null

export type Place = {
  /** Holds the database (`pgdata`), the owner file, the password and the log. */
  dataDir: string
  account: Account
  /** Where binaries go that cannot be run where they are. */
  copyDir: string
}

export const isRoot = () => process.getuid?.() === 0

const lookUpId = (flag: '-u' | '-g', name: string) =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

function accountNamed(name: string): Account {
  try {
    return { uid: lookUpId('-u', name), gid: lookUpId('-g', name) }
  } catch {
    return null
  }
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether an account may do `wanted` (bits r=4, w=2, x=1) with a file. */
function may(stats: Stats, account: { uid: number; gid: number }, wanted: number): boolean {
  const granted = stats.uid === account.uid ? stats.mode >> 6 : stats.gid === account.gid ? stats.mode >> 3 : stats.mode
  return (granted & wanted) === wanted
}

/** Whether an account can walk to a path: every folder above it that exists lets it through. */
export function reachable(path: string, account: Account): boolean {
  if (!account) return true
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const stats = statIfThere(folder)
    if (stats?.isDirectory() && !may(stats, account, 1)) return false
    if (folder === dirname(folder)) return true
  }
}

/** Whether an account can reach, read and enter (or run) each of these. */
export function usable(paths: readonly string[], account: Account): boolean {
  return paths.every((path) => {
    const stats = statIfThere(path)
    return stats !== undefined && reachable(path, account) && (!account || may(stats, account, 5))
  })
}

/** The account of a data directory that is there already, so that a run as root leaves it usable without root. */
function ownerOf(dataDir: string): Account {
  const stats = statIfThere(join(dataDir, 'pgdata'))
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : null
}

function refuseUnnamedUser(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL needs a user with a name, and uid ${process.getuid?.()} has no entry in /etc/passwd. ` +
        'Run the hub as a user that has one, or set DATABASE_URL.',
      { cause },
    )
  }
}

function accountForRoot(dataDir: string): Account {
  const account = ownerOf(dataDir) ?? accountNamed('postgres') ?? accountNamed('nobody')
  if (account) return account
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and there is neither a "postgres" nor a "nobody" account to run it as. ' +
      'Start the hub as an ordinary user, or set DATABASE_URL.',
  )
}

/** @throws {EmbeddedPostgresError} where no account can run PostgreSQL */
export function choosePlace(wantedDir: string, stateRoot = '/var/lib/inthub'): Place {
  const dataDir = resolve(wantedDir)
  if (!isRoot()) {
    if (process.platform !== 'win32') refuseUnnamedUser()
    return { dataDir, account: null, copyDir: dirname(dataDir) }
  }
  const home = dirname(dataDir)
  const moved = join(stateRoot, createHash('sha256').update(home).digest('hex').slice(0, 12))
  const account = accountForRoot(dataDir)
  // The data directory itself will be given to the account, so only the folders above it count.
  if (reachable(dataDir, account)) return { dataDir, account, copyDir: moved }
  const movedDir = join(moved, basename(dataDir))
  return { dataDir: movedDir, account: accountForRoot(movedDir), copyDir: moved }
}

/** Makes a folder and those above it, open to walk through whatever the umask says. */
export function makeOpenFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (!first || process.platform === 'win32') return
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755)
}
