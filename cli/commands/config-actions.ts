import { configPath, type Profile, readConfig, writeConfig } from '../config'
import { readVariable } from '../environment'
import { usageError } from '../errors'
import { formats } from '../formats'
import type { GlobalOptions } from '../options'
import { printList, settleView, type View } from '../output'
import { defaultUrl, originOf, profileName, type Source } from '../session'
import { type Run, requireArgument } from './command'

/** `inthub config …`: what the CLI knows by itself. It asks no hub, and nothing in it is a secret. */
type LocalRun<O = object> = Omit<Run<O>, 'session'>

const keys = ['url', 'tenant', 'output'] as const satisfies readonly (keyof Profile)[]
type Key = (typeof keys)[number]

function requireKey(args: readonly string[]): Key {
  const wanted = requireArgument(args, 0, 'key')
  const key = keys.find((one) => one === wanted)
  if (key) return key
  throw usageError('There is no such setting.', `Settings: ${keys.join(', ')}.`)
}

type Setting = { key: string; value: string | null; source: Source | '-' }

const settingView: View<Setting> = {
  name: ({ key }) => key,
  columns: [
    { name: 'key', text: ({ key }) => key },
    { name: 'value', text: ({ value }) => value ?? '-', flexible: true },
    { name: 'source', text: ({ source }) => source },
  ],
  fields: { key: ({ key }) => key, value: ({ value }) => value, source: ({ source }) => source },
}

const variables = { url: 'INTHUB_URL', tenant: 'INTHUB_TENANT', output: 'INTHUB_OUTPUT' } as const
const flagOf = { url: (o: GlobalOptions) => o.url, tenant: (o: GlobalOptions) => o.tenant } as const
const defaults: Partial<Record<Key, string>> = { url: defaultUrl }

function explained(key: Key, options: GlobalOptions, profile: Profile): Setting {
  // The flag of the output format says how this answer is printed, too.
  const flag = key === 'output' ? undefined : flagOf[key](options)
  const candidates = [
    [flag, 'flag'],
    [readVariable(variables[key]), 'environment'],
    [profile[key], 'profile'],
    [defaults[key], 'default'],
  ] as const
  const [value, source] = candidates.find(([one]) => one !== undefined) ?? []
  return { key, value: value ?? null, source: source ?? '-' }
}

/** Every setting, its value and who said it. */
export async function explain({ io, options }: LocalRun): Promise<void> {
  settleView(io, settingView)
  const { name, profile, from } = await profileName()
  const rows = [{ key: 'profile', value: name, source: from }, ...keys.map((key) => explained(key, options, profile))]
  await printList(io, settingView, rows)
}

type Row = Profile & { name: string; isCurrent: boolean }

const profileView: View<Row> = {
  name: ({ name }) => name,
  columns: [
    { name: 'profile', text: ({ name }) => name },
    { name: 'current', text: ({ isCurrent }) => (isCurrent ? 'yes' : 'no') },
    { name: 'url', text: ({ url }) => url ?? '-' },
    { name: 'tenant', text: ({ tenant }) => tenant ?? '-' },
    { name: 'output', text: ({ output }) => output ?? '-' },
  ],
  fields: {
    profile: ({ name }) => name,
    isCurrent: ({ isCurrent }) => isCurrent,
    url: ({ url }) => url ?? null,
    tenant: ({ tenant }) => tenant ?? null,
    output: ({ output }) => output ?? null,
  },
}

export async function list({ io }: LocalRun): Promise<void> {
  settleView(io, profileView)
  const { profiles } = await readConfig()
  const { name: current } = await profileName()
  const rows = Object.entries(profiles).map(([name, profile]) => ({ ...profile, name, isCurrent: name === current }))
  await printList(io, profileView, rows)
  if (rows.length === 0) io.note(io.colors.dim('no profile yet - next: inthub auth login --with-token < key.txt'))
}

export async function get({ io, args, options }: LocalRun): Promise<void> {
  const key = requireKey(args)
  const { profile } = await profileName()
  const { value } = explained(key, options, profile)
  if (value !== null) io.result(value)
}

function checked(key: Key, value: string): string {
  if (key === 'url') return originOf(value)
  if (key === 'output' && !formats.some((format) => format === value))
    throw usageError('There is no output format of this name.', `Formats: ${formats.join(', ')}.`)
  if (key === 'tenant' && !/^[a-z0-9-]{1,63}$/.test(value)) throw usageError('A tenant is named by its slug.')
  return value
}

/** Changes the profile in use; an empty value removes the setting. */
export async function set({ io, args }: LocalRun): Promise<void> {
  const key = requireKey(args)
  const [, value] = args
  if (value === undefined) throw usageError('The argument <value> is missing.')
  const { name, profile } = await profileName()
  const { [key]: _before, ...rest } = profile
  const next: Profile = value === '' ? rest : { ...rest, [key]: checked(key, value) }
  const config = await readConfig()
  await writeConfig({ current: config.current ?? name, profiles: { ...config.profiles, [name]: next } })
  io.note(`${io.colors.green(io.symbols.pass)} ${key} of ${name} is ${value === '' ? 'removed' : next[key]}`)
}

/** Makes a profile the current one. */
export async function use({ io, args }: LocalRun): Promise<void> {
  const name = requireArgument(args, 0, 'profile')
  const config = await readConfig()
  if (!Object.hasOwn(config.profiles, name)) {
    const known = Object.keys(config.profiles).join(', ')
    throw usageError(
      'There is no profile of this name.',
      known ? `Profiles: ${known}.` : 'Make one: inthub auth login --with-token < key.txt',
    )
  }
  await writeConfig({ ...config, current: name })
  const { url = '-', tenant } = config.profiles[name] ?? {}
  io.note(`${io.colors.green(io.symbols.pass)} ${name} is the current profile: ${url}${tenant ? `, ${tenant}` : ''}`)
  const louder = readVariable('INTHUB_PROFILE')
  if (louder && louder !== name) io.note(`${io.symbols.warn} INTHUB_PROFILE=${louder} still wins in this shell`)
}

export async function path({ io }: LocalRun): Promise<void> {
  io.result(configPath())
}
