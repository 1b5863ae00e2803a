import { request } from '../client'
import { usageError } from '../errors'
import type { CreateConnectionProfileInput, UpdateConnectionProfileInput } from '../generated/graphql'
import { printOne, settleView } from '../output'
import { confirmByName } from '../prompts'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { type Run, requireArgument } from './command'
import {
  type CatalogType,
  fieldsOf,
  type Instance,
  type Meant,
  mergeConfig,
  methodsOf,
  requireInstance,
  requireMeant,
} from './connect-plan'
import { readConfigFile } from './integration-connect'
import { typesQuery } from './integration-queries'
import {
  createProfileMutation,
  defaultProfileMutation,
  deleteProfileMutation,
  findProfile,
  type Profile,
  profileDetails,
  profileView,
  updateProfileMutation,
} from './profile-queries'

/** `inthub profile create`, `update`, `delete` and `default`. */
type Pair = { key: string; value: string }
type SettingOptions = {
  instance?: string
  method?: string
  set?: Pair[]
  config?: string
  calls?: Pair[]
  label?: Pair[]
  interval?: number
  description?: string
}
type CreateOptions = SettingOptions & {
  type?: string
  fromIntegration?: string
  fromProfile?: string
  default?: boolean
  template?: boolean
}
type UpdateOptions = SettingOptions & { name?: string; unset?: string[]; template?: boolean }

const scalar = (text: string): unknown => {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  return text === 'null' ? null : text
}

/** `retry.attempts=5` names a part of a part. */
function withCalls(before: Record<string, unknown>, calls: readonly Pair[]): Record<string, unknown> {
  const policy = structuredClone(before)
  for (const { key, value } of calls) {
    const [group = '', name] = key.split('.', 2)
    if (name === undefined) policy[group] = scalar(value)
    else policy[group] = { ...(policy[group] as object | undefined), [name]: scalar(value) }
  }
  return policy
}

function placeIn({ type, instance }: Meant, options: SettingOptions): Instance {
  if (options.instance) return requireInstance(type, options.instance)
  const found = instance ?? type.instances[0]
  if (found) return found
  throw usageError(`${type.id} has no instances.`)
}

function methodIn(type: CatalogType, instance: Instance, options: SettingOptions) {
  const methods = methodsOf(type, instance)
  const named = new Set((options.set ?? []).map(({ key }) => key))
  const fitting = methods.find((one) => fieldsOf(one.configSchema).some(({ name }) => named.has(name)))
  const method = options.method ? methods.find(({ id }) => id === options.method) : (fitting ?? methods[0])
  if (method) return method
  throw usageError('--method names a method that does not exist here.', `Methods: ${instance.methodIds.join(', ')}.`)
}

async function typesOf(session: Session): Promise<readonly CatalogType[]> {
  return (await request(session, typesQuery, {})).integrationTypes
}

/** What the flags say of the settings, beside those there are. @throws {CliError} exit 2 when a secret is among them */
async function settingsIn(target: { type: CatalogType; instance: Instance }, options: SettingOptions) {
  const method = methodIn(target.type, target.instance, options)
  return mergeConfig({ ...target, method }, await readConfigFile(options.config), options.set ?? [])
}

const besides = ({ label, interval, description }: SettingOptions) => ({
  ...(label && { labels: label }),
  ...(interval !== undefined && { intervalSeconds: Math.round(interval) }),
  ...(description !== undefined && { description }),
})

const saysSettings = ({ set, config }: SettingOptions) => set !== undefined || config !== undefined

async function print({ io }: Pick<Run<object>, 'io'>, profile: Profile, done: string): Promise<void> {
  await printOne(io, profileView, profile, profileDetails(profile, io))
  io.note(io.colors.dim(`${plainText(profile.name)} ${done}`))
}

async function typedInput(session: Session, options: CreateOptions): Promise<Partial<CreateConnectionProfileInput>> {
  const { type, fromIntegration, fromProfile } = options
  if (!type && !fromIntegration && !fromProfile)
    throw usageError('Say what it is for: --type, --from-integration or --from-profile is missing.')
  if (!type) {
    const { instance, method } = options
    const config = saysSettings(options) ? await copiedConfig(session, options) : undefined
    return { ...(instance && { instance }), ...(method && { method }), ...(config && { config }) }
  }
  const meant = requireMeant(await typesOf(session), type)
  const instance = placeIn(meant, options)
  const method = methodIn(meant.type, instance, options)
  const config = await settingsIn({ type: meant.type, instance }, { ...options, method: method.id })
  return { type: meant.type.id, instance: instance.id, method: method.id, config }
}

/** Over the settings that are copied; of an integration the hub copies them, so there they cannot be mixed here. */
async function copiedConfig(session: Session, options: CreateOptions): Promise<Record<string, unknown>> {
  if (!options.fromProfile)
    throw usageError('--set and --config do not go together with --from-integration.', 'Change the profile afterwards.')
  return changedConfig(session, await findProfile(session, options.fromProfile), options)
}

async function changedConfig(
  session: Session,
  before: Profile,
  options: SettingOptions & { unset?: string[] },
): Promise<Record<string, unknown>> {
  const type = (await typesOf(session)).find(({ id }) => id === before.type)
  if (!type) throw usageError(`This hub has no connector for ${before.type} any more.`)
  const instance = requireInstance(type, options.instance ?? before.instance)
  const settings = await settingsIn({ type, instance }, { ...options, method: options.method ?? before.method })
  const merged = Object.entries({ ...before.config, ...settings })
  return Object.fromEntries(merged.filter(([name]) => !options.unset?.includes(name)))
}

export async function create(run: Run<CreateOptions>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, profileView)
  const { fromIntegration, fromProfile, calls } = options
  const input: CreateConnectionProfileInput = {
    name: requireArgument(args, 0, 'name'),
    ...(await typedInput(session, options)),
    ...besides(options),
    ...(calls && { callPolicy: withCalls({}, calls) }),
    ...(fromIntegration && { fromIntegration }),
    ...(fromProfile && { fromProfile }),
    ...(options.default && { isDefault: true }),
    ...(options.template && { isTemplate: true }),
  }
  const { createConnectionProfile } = await request(session, createProfileMutation, { input })
  await print(run, createConnectionProfile.connectionProfile, 'is saved')
}

export async function update(run: Run<UpdateOptions>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, profileView)
  const before = await findProfile(session, requireArgument(args, 0, 'profile'))
  const { name, instance, method, calls, template, unset } = options
  const touches = saysSettings(options) || unset !== undefined
  const input: UpdateConnectionProfileInput = {
    id: before.id,
    version: before.version,
    ...(name !== undefined && { name }),
    ...(instance && { instance }),
    ...(method && { method }),
    ...(touches && { config: await changedConfig(session, before, options) }),
    ...(calls && { callPolicy: withCalls(before.callPolicy, calls) }),
    ...besides(options),
    ...(template !== undefined && { isTemplate: template }),
  }
  const { updateConnectionProfile } = await request(session, updateProfileMutation, { input })
  await print(run, updateConnectionProfile.connectionProfile, 'is changed')
}

export async function remove({ io, session, args, options }: Run<{ yes?: boolean }>): Promise<void> {
  settleView(io, profileView)
  const profile = await findProfile(session, requireArgument(args, 0, 'profile'))
  const name = plainText(profile.name)
  if (!options.yes) {
    const users = `${profile.integrationCount} integrations were started from it; they stay as they are.`
    await confirmByName(io, name, [users])
  }
  const { deleteConnectionProfile } = await request(session, deleteProfileMutation, { id: profile.id })
  if (io.format !== undefined) return printOne(io, profileView, deleteConnectionProfile.connectionProfile, [])
  io.result(`${io.colors.green(io.symbols.pass)} ${name} (${profile.id}) is deleted`)
}

export async function makeDefault(run: Run<{ off?: boolean }>): Promise<void> {
  const { io, session, args, options } = run
  settleView(io, profileView)
  const id = requireArgument(args, 0, 'profile')
  const isDefault = options.off !== true
  const { setDefaultConnectionProfile } = await request(session, defaultProfileMutation, { id, isDefault })
  const { connectionProfile } = setDefaultConnectionProfile
  const done = isDefault ? `is what ${connectionProfile.type} starts from now` : 'is the default no more'
  await print(run, connectionProfile, done)
}
