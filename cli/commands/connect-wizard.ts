import { request } from '../client'
import { QuietExit } from '../errors'
import { exitCodes } from '../exit-codes'
import type { ConnectIntegrationInput, IntegrationSuggestQuery, TestOutcomeFragment } from '../generated/graphql'
import { relativeTime } from '../io'
import { answered, loadPrompts, onStderr, type Prompts } from '../prompts'
import { askSecret } from '../secrets'
import { plainText } from '../terminal'
import { type ConnectRun, type Draft, toInput } from './connect-input'
import {
  type CatalogType,
  configFields,
  type Field,
  type Instance,
  type Meant,
  type Method,
  type Missing,
  methodsOf,
  secretFields,
  settingValue,
  type Target,
} from './connect-plan'
import { draftMutation, suggestQuery } from './integration-queries'
import { probeLines } from './integration-views'
import { endpointOf, type Profile, profilesQuery } from './profile-queries'

/** The connect wizard in a terminal: type, start from, settings, secrets, test, name. Secrets are never offered again. */
type Suggestion = IntegrationSuggestQuery['suggestIntegration']

async function chooseType(prompts: Prompts, types: readonly CatalogType[]): Promise<Meant> {
  const options = types.flatMap((type) =>
    type.instances.map((instance) => ({ value: { type, instance }, label: plainText(instance.title), hint: type.id })),
  )
  return answered(
    prompts,
    await prompts.select<Meant>({ message: 'What do you want to connect?', options, maxItems: 12, ...onStderr }),
  )
}

async function chooseInstance(
  prompts: Prompts,
  { type, instance }: Meant,
  asked: string | undefined,
): Promise<Instance> {
  const named = asked ? type.instances.find((one) => one.id === asked) : instance
  const only = type.instances.length === 1 ? type.instances[0] : undefined
  const settled = named ?? only
  if (settled) return settled
  const options = type.instances.map((one) => ({ value: one, label: plainText(one.title) }))
  return answered(prompts, await prompts.select<Instance>({ message: 'Where does it live?', options, ...onStderr }))
}

/** What the settings begin with. */
type Beginning = { method: string; config: Settings; profile?: string }

/** The default profile first, then what was used last, other profiles, and nothing. Settings are reused; secrets are not. */
async function startFrom(
  { session }: ConnectRun,
  prompts: Prompts,
  { lastUsed }: Suggestion,
  place: { type: string; instance: string },
): Promise<Beginning | null> {
  const { connectionProfiles } = await request(session, profilesQuery, { ...place, first: 200 })
  const profiles = connectionProfiles.edges
    .map(({ node }) => node)
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
  if (!lastUsed && profiles.length === 0) return null
  const ofProfiles = profiles.map((profile) => ({
    value: { method: profile.method, config: profile.config, profile: profile.id } as Beginning | null,
    label: plainText(profile.name),
    hint: [profile.isDefault && 'default profile', plainText(endpointOf(profile))].filter(Boolean).join(', '),
  }))
  const last = lastUsed && {
    value: { method: lastUsed.method, config: lastUsed.config } as Beginning | null,
    label: 'Last used settings',
    hint: `of ${plainText(lastUsed.fromSlug)}, ${relativeTime(new Date(lastUsed.usedAt))}`,
  }
  const blank = { value: null as Beginning | null, label: 'Blank' }
  const [first, ...others] = ofProfiles
  const starred = first && profiles[0]?.isDefault ? [first] : []
  const rest = starred.length > 0 ? others : ofProfiles
  const options = [...starred, ...(last ? [last] : []), ...rest, blank]
  const message = 'Start from? Settings are reused, secrets are not.'
  return answered(prompts, await prompts.select<Beginning | null>({ message, options, ...onStderr }))
}

async function chooseMethod(prompts: Prompts, methods: readonly Method[], before: string | undefined): Promise<Method> {
  const [first, ...others] = methods
  if (first && others.length === 0) return first
  const options = methods.map((one) => ({
    value: one,
    label: plainText(one.title),
    ...(one.help && { hint: plainText(one.help) }),
  }))
  const initialValue = methods.find((one) => one.id === before)
  return answered(
    prompts,
    await prompts.select<Method>({
      message: 'How does the hub sign in?',
      options,
      ...(initialValue && { initialValue }),
      ...onStderr,
    }),
  )
}

const asText = (value: unknown) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : String(value)

function problemOf(field: Field, text: string): string | undefined {
  if (text === '') return field.required ? 'It must not be empty.' : undefined
  try {
    settingValue(field, text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'It is not valid.'
  }
}

async function askSetting(prompts: Prompts, field: Field, before: unknown): Promise<unknown> {
  const initial = asText(before ?? field.defaultValue)
  const message = plainText(field.description ? `${field.title} - ${field.description}` : field.title)
  if (field.choices.length > 0) {
    const options = field.choices.map((value) => ({ value, label: value }))
    return answered(prompts, await prompts.select<string>({ message, options, initialValue: initial, ...onStderr }))
  }
  const validate = (value: string | undefined) => problemOf(field, value ?? '')
  const typed = answered(prompts, await prompts.text({ message, initialValue: initial, validate, ...onStderr }))
  return typed ? settingValue(field, typed) : undefined
}

type Settings = Record<string, unknown>

/** What has to be known, and what can be changed on the way; what is optional and empty stays out. */
async function askSettings(prompts: Prompts, target: Target, before: Settings): Promise<Settings> {
  const config: Settings = {}
  for (const field of configFields(target)) {
    const known = before[field.name]
    const isWorthAsking = field.required || known !== undefined
    const value = isWorthAsking ? await askSetting(prompts, field, known) : undefined
    if (value !== undefined) config[field.name] = value
  }
  return config
}

async function askSecrets(target: Target): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {}
  for (const field of secretFields(target)) {
    if (field.required) secrets[field.name] = await askSecret(plainText(field.title))
  }
  return secrets
}

/** What the flags left open. */
export async function askMissing({ target, config, secrets }: Draft, missing: Missing): Promise<Draft> {
  const prompts = await loadPrompts()
  const asked: Settings = { ...config }
  for (const field of missing.settings) asked[field.name] = await askSetting(prompts, field, undefined)
  const typed: Record<string, string> = { ...secrets }
  for (const field of missing.secrets) typed[field.name] = await askSecret(plainText(field.title))
  return { target, config: asked, secrets: typed }
}

async function testDraft(
  { io, session }: ConnectRun,
  prompts: Prompts,
  { target, config, secrets }: Draft,
): Promise<TestOutcomeFragment> {
  const spinner = prompts.spinner({ indicator: 'timer', ...onStderr })
  spinner.start('Testing the connection')
  try {
    const input = { type: target.type.id, instance: target.instance.id, method: target.method.id, config, secrets }
    const { testIntegrationDraft } = await request(session, draftMutation, { input })
    const { result } = testIntegrationDraft
    spinner.stop(result.success ? 'The service passed its test' : plainText(result.message))
    for (const line of probeLines(result, io)) io.note(`   ${line}`)
    return result
  } catch (error) {
    spinner.error('The test could not be run')
    throw error
  }
}

type Next = 'secrets' | 'settings' | 'disabled' | 'cancel'

async function askAfterFailure(prompts: Prompts): Promise<Next> {
  const options: { value: Next; label: string }[] = [
    { value: 'secrets', label: 'Enter the secrets again' },
    { value: 'settings', label: 'Change the settings' },
    { value: 'disabled', label: 'Save anyway, disabled' },
    { value: 'cancel', label: 'Cancel' },
  ]
  return answered(prompts, await prompts.select<Next>({ message: 'What now?', options, ...onStderr }))
}

/** Until it passes, or is to be saved as it is. */
async function testUntilGood(
  run: ConnectRun,
  prompts: Prompts,
  first: Draft,
): Promise<{ draft: Draft; saveDisabled: boolean }> {
  let draft = first
  for (;;) {
    const { success } = await testDraft(run, prompts, draft)
    if (success) return { draft, saveDisabled: false }
    const next = await askAfterFailure(prompts)
    if (next === 'cancel') throw new QuietExit(exitCodes.interrupted)
    if (next === 'disabled') return { draft, saveDisabled: true }
    if (next === 'settings') draft = { ...draft, config: await askSettings(prompts, draft.target, draft.config) }
    if (next === 'secrets') draft = { ...draft, secrets: await askSecrets(draft.target) }
  }
}

/** The profile, and a null for each of its settings that was emptied on the way. */
function startedFrom(before: Beginning | null, config: Settings): Partial<ConnectIntegrationInput> {
  if (!before?.profile) return {}
  const emptied = Object.keys(before.config).filter((name) => !(name in config))
  return { profile: before.profile, config: { ...Object.fromEntries(emptied.map((name) => [name, null])), ...config } }
}

export async function askEverything(
  run: ConnectRun,
  types: readonly CatalogType[],
  { meant: given, profile }: { meant: Meant | undefined; profile: Profile | undefined },
): Promise<{ draft: Draft; input: ConnectIntegrationInput }> {
  const { session, options } = run
  const prompts = await loadPrompts()
  prompts.intro('Connect a service', onStderr)
  const meant = given ?? (await chooseType(prompts, types))
  const instance = await chooseInstance(prompts, meant, options.instance ?? profile?.instance)
  const { suggestIntegration } = await request(session, suggestQuery, { type: meant.type.id, instance: instance.id })
  const place = { type: meant.type.id, instance: instance.id }
  const before: Beginning | null = profile
    ? { method: profile.method, config: profile.config, profile: profile.id }
    : await startFrom(run, prompts, suggestIntegration, place)
  const method = await chooseMethod(prompts, methodsOf(meant.type, instance), before?.method)
  const target = { type: meant.type, instance, method }
  const config = await askSettings(prompts, target, before?.config ?? {})
  const secrets = options.reuseSecret ? {} : await askSecrets(target)
  const first = { target, config, secrets }
  // A stored secret is tried when it is connected: it does not come here.
  const tested =
    options.test && !options.reuseSecret
      ? await testUntilGood(run, prompts, first)
      : { draft: first, saveDisabled: false }
  const message = 'Name'
  const name =
    options.name ??
    answered(
      prompts,
      await prompts.text({
        message,
        initialValue: suggestIntegration.name,
        placeholder: suggestIntegration.name,
        ...onStderr,
      }),
    )
  const input = toInput(run, tested.draft)
  return {
    draft: tested.draft,
    input: {
      ...input,
      ...startedFrom(before, tested.draft.config),
      ...(name && { name }),
      ...(tested.saveDisabled && { saveDisabled: true, skipTest: true }),
    },
  }
}
