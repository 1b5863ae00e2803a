import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { env, overrideEnv } from '@/server/platform/env'
import { attachEmbeddedPostgres, EmbeddedPostgresError } from '@/server/platform/postgres'
import { findPostmaster } from '@/server/platform/postgres-owner'
import { choosePlace } from '@/server/platform/postgres-place'
import { stopOrphan } from '@/server/platform/postgres-process'
import { endRemains } from './real-server'

/**
 * The files of the demo: its data directory, its keys and its API key beside it, and nothing else. A key is made only
 * for a database that is new: one whose key is gone is refused by the keyring, not given another.
 */
const beside = (ending: string) => `${resolve(env().INTHUB_DATA_DIR)}${ending}`
export const keyFile = () => beside('.env')
export const tokenFile = () => beside('.token')

/** As a person would type it. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near
}

export function writePrivate(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { mode: 0o600 })
  chmodSync(path, 0o600)
}

/** What a demo that was killed left running. */
async function endAll(dataDir: string): Promise<void> {
  const postmaster = findPostmaster(join(dataDir, 'pgdata'))
  if (postmaster?.onThisDirectory) await stopOrphan(postmaster.pid)
  const services = join(dataDir, 'services')
  const folders = existsSync(services) ? readdirSync(services) : []
  await Promise.all(folders.map((name) => endRemains(join(services, name))))
}

/** @throws {EmbeddedPostgresError} while a hub runs on it */
export async function removeDemo(): Promise<void> {
  const dataDir = env().INTHUB_DATA_DIR
  if (await attachEmbeddedPostgres({ dataDir })) {
    throw new EmbeddedPostgresError(`A hub runs on ${shownPath(resolve(dataDir))}. Stop it first, then use --reset.`)
  }
  const place = choosePlace(dataDir)
  await endAll(place.dataDir)
  const own = [resolve(dataDir), place.dataDir, keyFile(), tokenFile()]
  for (const path of own) rmSync(path, { recursive: true, force: true })
}

const keyNames = ['INTHUB_MASTER_KEY', 'AUTH_SECRET'] as const
const lineOf = /^([A-Z_]+)=(\S+)$/gm

/** Takes the demo's keys, or makes them. What was made just now can be taken back when it does not fit the database. */
export function settleDemoKeys(): { made: readonly string[]; takeBack(): void } {
  const path = keyFile()
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const known = Object.fromEntries([...kept.matchAll(lineOf)].map(([, name, value]) => [name, value]))
  const missing = keyNames.filter((name) => !known[name] && !env()[name])
  for (const name of missing) known[name] = randomBytes(32).toString('base64')
  for (const name of keyNames) if (!env()[name]) overrideEnv({ [name]: known[name] })
  if (missing.length > 0) {
    const lines = keyNames.flatMap((name) => (known[name] ? [`${name}=${known[name]}`] : []))
    writePrivate(path, `# The keys of the demo's database: without them it cannot be read.\n${lines.join('\n')}\n`)
  }
  const takeBack = () => (kept === '' ? rmSync(path, { force: true }) : writePrivate(path, kept))
  return { made: [], takeBack: () => missing.length > 0 && takeBack() }
}

/** What the local services remember, so that a second start finds the integrations as they are. */
export type ServiceMemory = {
  folder: string
  ports: Record<string, number>
  secrets: Record<string, string>
  /** The authority that signs certificates of the demo. */
  authority: { cert: string; key: string } | null
  save(): void
}

export function openServiceMemory(dataDir: string): ServiceMemory {
  const folder = join(dataDir, 'services')
  const path = join(folder, 'memory.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const memory: ServiceMemory = {
    folder,
    ports: { ...kept.ports },
    secrets: { ...kept.secrets },
    authority: kept.authority ?? null,
    save: () => {
      const { ports, secrets, authority } = memory
      writePrivate(path, `${JSON.stringify({ ports, secrets, authority }, null, 2)}\n`)
    },
  }
  return memory
}

/** The secret of this name, the same at every start. */
export function secretOf(memory: ServiceMemory, name: string): string {
  memory.secrets[name] ??= randomBytes(20).toString('hex')
  return memory.secrets[name]
}
