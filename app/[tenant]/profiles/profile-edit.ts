import type { CreateConnectionProfileInput, ProfileDetailFragment } from '@/app/generated/graphql'
import type { SettingsSchema, Values } from '@/app/ui/settings-form/schema'
import { asSentence, problemsOf } from '@/app/ui/settings-form/validation'
import { askedBy, type ConnectorForm, configFor, instanceOf, methodsAt } from '../integrations/connector-form'
import { filledLabels, type LabelRow } from '../integrations/labels-field'

/** A profile as it is typed. Any of its settings may be missing; a secret has no place in it. */
export type ProfileEdit = {
  name: string
  description: string
  instance: string | null
  method: string | null
  config: Values
  labels: LabelRow[]
  /** Null: as usual. */
  intervalSeconds: number | null
  /** How long one attempt may take and how many there are; an empty text: as usual. */
  timeoutSeconds: string
  attempts: string
  isDefault: boolean
  isTemplate: boolean
}

export const emptyEdit: ProfileEdit = {
  name: '',
  description: '',
  instance: null,
  method: null,
  config: {},
  labels: [],
  intervalSeconds: null,
  timeoutSeconds: '',
  attempts: '',
  isDefault: false,
  isTemplate: false,
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOf = (value: unknown, per = 1) => (typeof value === 'number' ? String(value / per) : '')

export function editOf(profile: ProfileDetailFragment): ProfileEdit {
  const { callPolicy } = profile
  return {
    name: profile.name,
    description: profile.description ?? '',
    instance: profile.instance,
    method: profile.method,
    config: profile.config,
    labels: profile.labels.map(({ key, value }) => ({ key, value })),
    intervalSeconds: profile.intervalSeconds,
    timeoutSeconds: textOf(callPolicy.timeoutMs, 1000),
    attempts: textOf(isRecord(callPolicy.retry) ? callPolicy.retry.attempts : undefined),
    isDefault: profile.isDefault,
    isTemplate: profile.isTemplate,
  }
}

/** Nothing has to be there, and nothing is filled in by itself. */
const optional = (schema: SettingsSchema): SettingsSchema => ({ ...schema, required: [] })

export function shownOf(connector: ConnectorForm, edit: ProfileEdit) {
  const instance = instanceOf(connector, edit.instance)
  const methods = methodsAt(connector, instance)
  const method = methods.find(({ id }) => id === edit.method) ?? methods[0]
  const { place, account, secrets } = askedBy(instance, method)
  return { instance, methods, method, asked: { place: optional(place), account: optional(account), secrets } }
}

export type Shown = ReturnType<typeof shownOf>

/** The policy that is kept, with the two numbers of the form in their places; the rest stays as it is. */
function policyOf(before: Record<string, unknown>, { timeoutSeconds, attempts }: ProfileEdit) {
  const { timeoutMs: _timeout, retry, ...rest } = before
  const { attempts: _attempts, ...others } = isRecord(retry) ? retry : {}
  const again = { ...others, ...(attempts && { attempts: Number(attempts) }) }
  return {
    ...rest,
    ...(timeoutSeconds && { timeoutMs: Math.round(Number(timeoutSeconds) * 1000) }),
    ...(Object.keys(again).length > 0 && { retry: again }),
  }
}

/** What both making and changing a profile send. */
export function inputOf(
  connector: ConnectorForm,
  edit: ProfileEdit,
  before: Record<string, unknown> = {},
): CreateConnectionProfileInput {
  const { instance, method, asked } = shownOf(connector, edit)
  return {
    name: edit.name.trim(),
    description: edit.description.trim() || null,
    instance: instance?.id ?? null,
    method: method?.id ?? null,
    config: configFor(asked, edit.config),
    callPolicy: policyOf(before, edit),
    labels: filledLabels(edit.labels),
    intervalSeconds: edit.intervalSeconds,
    isDefault: edit.isDefault,
    isTemplate: edit.isTemplate,
  }
}

const prefixed = (problems: Record<string, string>) =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [`config.${name}`, problem]))

export function problemsIn(connector: ConnectorForm, edit: ProfileEdit): Record<string, string> {
  const { asked } = shownOf(connector, edit)
  return {
    ...(edit.name.trim() === '' && { name: 'Enter a name.' }),
    ...prefixed(problemsOf(asked.place, edit.config)),
    ...prefixed(problemsOf(asked.account, edit.config)),
  }
}

const words: Record<string, string> = {
  name: 'The name',
  description: 'The description',
  labels: 'The labels',
  intervalSeconds: 'The interval',
  'callPolicy.timeoutMs': 'The time limit, in milliseconds,',
  'callPolicy.retry.attempts': 'The number of attempts',
}

/** The hub's words about fields as sentences of their own. */
export function asSentences(
  told: Record<string, string>,
  { asked: { place, account } }: Shown,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(told).map(([path, problem]) => {
      const name = path.split('.')[1] ?? ''
      const title = place.properties[name]?.title ?? account.properties[name]?.title ?? words[path] ?? name
      return [path, asSentence(title || 'This', problem)]
    }),
  )
}
