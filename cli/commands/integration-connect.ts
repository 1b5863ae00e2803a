import { readFileSync } from 'node:fs'
import { request } from '../client'
import { CliError, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import type { ConnectIntegrationInput, IntegrationConnectMutation } from '../generated/graphql'
import { type Detail, printOne, settleView } from '../output'
import { answered, loadPrompts, onStderr, requirePrompts } from '../prompts'
import { readSecrets, refusePlainSecrets } from '../secrets'
import { plainText } from '../terminal'
import { type ConnectOptions, type ConnectRun, type Draft, toInput } from './connect-input'
import {
  type CatalogType,
  chooseMethod,
  configFields,
  fieldsOf,
  type Given,
  type Meant,
  type Method,
  mergeConfig,
  methodsOf,
  missingOf,
  requireComplete,
  requireInstance,
  requireMeant,
  type Target,
} from './connect-plan'
import { connectMutation, typesQuery } from './integration-queries'
import { integrationView, probeLines, statusDetails } from './integration-views'
import { findProfile, type Profile } from './profile-queries'

/**
 * `inthub integration connect`. With everything given it asks nothing; on a terminal it asks for what is missing, and
 * without any flag it is the wizard; elsewhere it ends with code 2 and names the flags.
 */
export async function readConfigFile(path: string | undefined): Promise<Record<string, unknown>> {
  if (path === undefined) return {}
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw usageError('The file of --config cannot be read.', 'Check its path and who may read it.')
  }
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below: the parser's own words would quote the file.
  }
  throw usageError('The file of --config has to hold settings as "name: value" lines (YAML or JSON).')
}

function settleInstance(
  { type, instance }: Meant,
  asked: string | undefined,
  profile: Profile | undefined,
): CatalogType['instances'][number] {
  if (asked) return requireInstance(type, asked)
  const only = type.instances.length === 1 ? type.instances[0] : undefined
  const found = instance ?? type.instances.find(({ id }) => id === profile?.instance) ?? only
  if (found) return found
  const names = type.instances.map((one) => one.id).join(', ')
  throw usageError(`${type.id} has several instances.`, `Choose one with --instance: ${names}.`)
}

/** The plan from the flags alone. */
async function planFromFlags({ options }: ConnectRun, meant: Meant, start: Start): Promise<Draft> {
  const { given, profile } = start
  const instance = settleInstance(meant, options.instance, profile)
  const methods = methodsOf(meant.type, instance)
  const method = chooseMethod(methods, methodFor(methods, options, start), given)
  const target = { type: meant.type, instance, method }
  const own = mergeConfig(target, await readConfigFile(options.config), given.settings)
  return { target, config: { ...fittingConfig(target, profile), ...own }, secrets: given.secrets }
}

type Start = { given: Given; profile: Profile | undefined }

/** That of the profile, unless a secret was given that it has no place for. */
function methodFor(methods: readonly Method[], options: ConnectOptions, { given, profile }: Start): string | undefined {
  if (options.method || !profile) return options.method
  const theirs = methods.find(({ id }) => id === profile.method)
  const names = theirs ? fieldsOf(theirs.secretsSchema).map(({ name }) => name) : []
  return theirs && Object.keys(given.secrets).every((name) => names.includes(name)) ? theirs.id : undefined
}

/** What of a profile's settings exists for this place and this way to sign in. */
export function fittingConfig(target: Target, profile: Pick<Profile, 'config'> | undefined): Record<string, unknown> {
  const names = new Set(configFields(target).map(({ name }) => name))
  return Object.fromEntries(Object.entries(profile?.config ?? {}).filter(([name]) => names.has(name)))
}

const isBare = (options: ConnectOptions) =>
  !options.set && !options.secret && !options.config && !options.method && !options.instance

type Connected = IntegrationConnectMutation['connectIntegration']

async function printConnected({ io }: ConnectRun, { integration, test }: Connected): Promise<void> {
  const details: Detail[] = statusDetails(integration, io)
  if (test && (io.format === undefined || io.format === 'table')) for (const line of probeLines(test, io)) io.note(line)
  await printOne(io, integrationView, integration, details)
  const state = integration.enabled ? 'connected' : 'saved, disabled'
  io.note(
    io.colors.dim(
      `${plainText(integration.slug)} is ${state} - next: inthub integration status ${plainText(integration.slug)}`,
    ),
  )
}

/** The type that was named, or that of the profile. */
function meantBy(
  { io, args }: ConnectRun,
  types: readonly CatalogType[],
  profile: Profile | undefined,
): Meant | undefined {
  const name = args[0] ?? profile?.type
  if (!name && !io.canPrompt)
    throw usageError('Which type? The argument <type> is missing.', 'List them with: inthub integration types')
  const meant = name ? requireMeant(types, name) : undefined
  if (!profile || meant?.type.id === profile.type) return meant
  throw usageError('--profile names a profile of another type.', `It is one of ${plainText(profile.type)}.`)
}

async function planOf(
  run: ConnectRun,
  types: readonly CatalogType[],
): Promise<{ draft: Draft; input: ConnectIntegrationInput }> {
  const { io, session, options } = run
  const profile = options.profile ? await findProfile(session, options.profile) : undefined
  const meant = meantBy(run, types, profile)
  if (io.canPrompt && (!meant || isBare(options))) {
    return (await import('./connect-wizard')).askEverything(run, types, { meant, profile })
  }
  if (!meant) throw usageError('Which type? The argument <type> is missing.')
  const given: Given = { settings: options.set ?? [], secrets: await readSecrets(io, options.secret ?? []) }
  const draft = await planFromFlags(run, meant, { given, profile })
  const missing = missingOf(draft.target, draft.config, options.reuseSecret ? 'reused' : draft.secrets)
  const isComplete = missing.settings.length + missing.secrets.length === 0
  if (!isComplete && !io.canPrompt) requireComplete(draft.target, missing)
  const whole = isComplete ? draft : await (await import('./connect-wizard')).askMissing(draft, missing)
  return { draft: whole, input: toInput(run, whole) }
}

/** Whoever uses a stored secret says so once more: the new integration acts with the rights of the other one. */
async function confirmReuse({ io, options }: ConnectRun): Promise<void> {
  const { reuseSecret, yes, secret } = options
  if (!reuseSecret) return
  if (secret) throw usageError('--secret and --reuse-secret do not go together.')
  if (yes) return
  requirePrompts(io, 'Using a stored secret has to be confirmed', '--yes')
  const prompts = await loadPrompts()
  const message = `The new integration will act with the rights of ${plainText(reuseSecret)}. Go on?`
  if (answered(prompts, await prompts.confirm({ message, initialValue: false, ...onStderr }))) return
  throw new CliError(exitCodes.usage, 'usage.not_confirmed', 'Not confirmed: nothing was done.')
}

export async function connect(run: ConnectRun): Promise<void> {
  const { io, session, options } = run
  settleView(io, integrationView)
  // Refused before the hub is asked anything, so that a secret on the command line goes nowhere.
  refusePlainSecrets(options.secret ?? [])
  await confirmReuse(run)
  const { integrationTypes } = await request(session, typesQuery, {})
  const { input } = await planOf(run, integrationTypes)
  const { connectIntegration } = await request(session, connectMutation, { input })
  await printConnected(run, connectIntegration)
}
