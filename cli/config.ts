import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { readVariable } from './environment'
import { CliError, usageError } from './errors'
import { exitCodes } from './exit-codes'

/**
 * What the CLI keeps on disk, all of it 0600: profiles in config.yaml, without any secret, and API keys in
 * credentials.json, each with the origin it may be sent to.
 */
export type Profile = { url?: string; tenant?: string; output?: string }
export type Config = { current?: string; profiles: Record<string, Profile> }
export type StoredKey = { url: string; token: string }
type Credentials = Record<string, StoredKey>

export function configFolder(): string {
  const named = readVariable('INTHUB_CONFIG_DIR')
  if (named) return named
  return join(readVariable('XDG_CONFIG_HOME') ?? join(homedir(), '.config'), 'inthub')
}

export const configPath = () => join(configFolder(), 'config.yaml')
export const credentialsPath = () => join(configFolder(), 'credentials.json')

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new CliError(exitCodes.failed, 'cli.config_unreadable', `${path} cannot be read.`, {
      remedy: 'Check who owns it, or set INTHUB_CONFIG_DIR to another folder.',
      cause: error,
    })
  }
}

/** Whole or not at all, and never open to others, not even for a moment. */
function writePrivate(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function toProfile(value: unknown): Profile {
  if (!isRecord(value)) return {}
  const [url, tenant, output] = [words(value.url), words(value.tenant), words(value.output)]
  return { ...(url && { url }), ...(tenant && { tenant }), ...(output && { output }) }
}

async function parseYaml(path: string): Promise<unknown> {
  const content = readIfThere(path)
  if (content === undefined) return undefined
  const { parse: parseDocument } = await import('yaml')
  try {
    return parseDocument(content)
  } catch {
    throw usageError(`${path} is not valid YAML.`, 'Correct it, or move it away and log in again.')
  }
}

export async function readConfig(): Promise<Config> {
  const value = await parseYaml(configPath())
  if (!isRecord(value)) return { profiles: {} }
  const profiles = isRecord(value.profiles) ? value.profiles : {}
  const current = words(value.current)
  return {
    ...(current && { current }),
    profiles: Object.fromEntries(Object.entries(profiles).map(([name, one]) => [name, toProfile(one)])),
  }
}

export async function writeConfig(config: Config): Promise<void> {
  const { stringify } = await import('yaml')
  writePrivate(configPath(), stringify(config))
}

/** The nearest `.inthub.yaml` from here upwards. It may name a profile and nothing that decides where a key is sent. */
export async function readDirectoryFile(from = process.cwd()): Promise<{ profile?: string }> {
  const { root } = parse(from)
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, '.inthub.yaml')
    const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true
    const value = isThere ? await parseYaml(path) : undefined
    if (isRecord(value)) {
      const profile = words(value.profile)
      return profile ? { profile } : {}
    }
    if (isThere || folder === root) return {}
  }
}

function readCredentials(): Credentials {
  const content = readIfThere(credentialsPath())
  if (content === undefined) return {}
  try {
    const value: unknown = JSON.parse(content)
    if (!isRecord(value)) return {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => {
        const [url, token] = isRecord(one) ? [words(one.url), words(one.token)] : []
        return url && token ? [[name, { url, token }]] : []
      }),
    )
  } catch {
    throw usageError(`${credentialsPath()} is damaged.`, 'Delete it and log in again.')
  }
}

export const findStoredKey = (profile: string): StoredKey | undefined => readCredentials()[profile]

export function storeKey(profile: string, key: StoredKey): void {
  writePrivate(credentialsPath(), `${JSON.stringify({ ...readCredentials(), [profile]: key }, null, 2)}\n`)
}

/** Whether there was one to forget. */
export function forgetKey(profile: string): boolean {
  const { [profile]: gone, ...rest } = readCredentials()
  if (gone === undefined) return false
  if (Object.keys(rest).length === 0) rmSync(credentialsPath(), { force: true })
  else writePrivate(credentialsPath(), `${JSON.stringify(rest, null, 2)}\n`)
  return true
}

/** Whether others of this machine can read the stored keys. */
export function isExposed(): boolean {
  const stats = statSync(credentialsPath(), { throwIfNoEntry: false })
  return stats !== undefined && process.platform !== 'win32' && (stats.mode & 0o077) !== 0
}
