import { findStoredKey, isExposed, type Profile, readConfig, readDirectoryFile } from './config'
import { readVariable } from './environment'
import { CliError, usageError } from './errors'
import { exitCodes } from './exit-codes'
import type { Io } from './io'
import type { GlobalOptions } from './options'
import { rememberSecret } from './redaction'

/**
 * Which hub, which tenant, with which key. The nearest word wins: flag, environment, directory file, profile, default.
 * A stored key is sent to the origin it was stored for and to no other.
 */
export type Source = 'flag' | 'environment' | 'directory file' | 'profile' | 'default'

export type Session = {
  profile: string
  url: string
  tenant: string | undefined
  token: string | undefined
  tokenFrom: 'INTHUB_TOKEN' | 'credentials.json' | undefined
  timeoutMs: number
  io: Io
}

export const defaultUrl = 'http://localhost:3000'
const defaultTimeoutSeconds = 60

/** @throws {CliError} when it is not the address of a hub */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password)
    return url.origin
  throw usageError(
    'The address of the hub is not valid.',
    'Give scheme, host and port, such as https://hub.example.com.',
  )
}

const isLoopback = (url: string) => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

export async function profileName(mayBeNew = false): Promise<{ name: string; profile: Profile; from: Source }> {
  const config = await readConfig()
  const named = readVariable('INTHUB_PROFILE')
  const directory = named ? {} : await readDirectoryFile()
  const name = named ?? directory.profile ?? config.current ?? 'default'
  const from: Source = named
    ? 'environment'
    : directory.profile
      ? 'directory file'
      : config.current
        ? 'profile'
        : 'default'
  const profile = config.profiles[name]
  if (profile === undefined && !mayBeNew && (named || directory.profile) && config.current !== undefined) {
    throw usageError(`There is no profile "${name}".`, `Profiles: ${Object.keys(config.profiles).join(', ')}.`)
  }
  return { name, profile: profile ?? {}, from }
}

function keyFor(profile: string, origin: string): Pick<Session, 'token' | 'tokenFrom'> {
  const given = readVariable('INTHUB_TOKEN')
  if (given) return { token: rememberSecret(given), tokenFrom: 'INTHUB_TOKEN' }
  const stored = findStoredKey(profile)
  if (!stored) return { token: undefined, tokenFrom: undefined }
  rememberSecret(stored.token)
  return stored.url === origin
    ? { token: stored.token, tokenFrom: 'credentials.json' }
    : { token: undefined, tokenFrom: undefined }
}

export async function openSession(io: Io, options: GlobalOptions, mayBeNew = false): Promise<Session> {
  const { name, profile } = await profileName(mayBeNew)
  const url = originOf(options.url ?? readVariable('INTHUB_URL') ?? profile.url ?? defaultUrl)
  const key = keyFor(name, url)
  if (key.tokenFrom === 'credentials.json' && isExposed()) {
    io.note(`${io.symbols.warn} credentials.json can be read by other users of this machine: chmod 600 it.`)
  }
  if (url.startsWith('http:') && !isLoopback(url)) {
    io.note(`${io.symbols.warn} ${url} is plain http: your key can be read on the way.`)
  }
  return {
    profile: name,
    url,
    tenant: options.tenant ?? readVariable('INTHUB_TENANT') ?? profile.tenant,
    ...key,
    timeoutMs: (options.timeout ?? defaultTimeoutSeconds) * 1000,
    io,
  }
}

/** @throws {CliError} exit 4 when there is no key to use */
export function requireKey(session: Session): string {
  if (session.token) return session.token
  throw new CliError(exitCodes.unauthenticated, 'auth.required', `You are not logged in to ${session.url}.`, {
    remedy: 'Log in with "inthub auth login --with-token < key.txt", or set INTHUB_TOKEN.',
  })
}
