import type { DetailIntegrationFragment, UpdateIntegrationInput } from '@/app/generated/graphql'
import { type Values, valuesOf } from '@/app/ui/settings-form/schema'
import { type Problems, problemsOf } from '@/app/ui/settings-form/validation'
import { type Asked, askedBy, configFor, endpointIn, methodsAt } from '../../connector-form'
import { filledLabels, type LabelRow } from '../../labels-field'

/**
 * What was typed over a saved integration. Only the differences are held, so that they can be laid over a newer version
 * when somebody else changed it meanwhile.
 */
export type Edit = {
  name?: string
  slug?: string
  owner?: string
  environment?: string
  labels?: LabelRow[]
  intervalSeconds?: number
  method?: string
  config: Values
  secrets: Values
}

export const noEdit: Edit = { config: {}, secrets: {} }

export type Base = DetailIntegrationFragment

/** The whole as it is shown: what is saved, with what was typed laid over it. */
export function shownOf(base: Base, edit: Edit) {
  const instance = base.integrationType.instances.find(({ id }) => id === base.instance)
  const methods = methodsAt(base.integrationType, instance)
  const method = methods.find(({ id }) => id === (edit.method ?? base.method)) ?? methods[0]
  return {
    name: edit.name ?? base.name,
    slug: edit.slug ?? base.slug,
    owner: edit.owner ?? base.owner ?? '',
    environment: edit.environment ?? base.environment?.slug ?? '',
    labels: edit.labels ?? base.labels.map(({ key, value }) => ({ key, value })),
    intervalSeconds: edit.intervalSeconds ?? base.intervalSeconds,
    config: { ...base.config, ...edit.config } as Values,
    secrets: edit.secrets,
    instance,
    methods,
    method,
    asked: askedBy(instance, method),
  }
}

export type Shown = ReturnType<typeof shownOf>

/** The differences of some settings from the saved ones. */
export function configEdit(base: Base, config: Values): Values {
  return Object.fromEntries(Object.entries(config).filter(([name, value]) => value !== base.config[name]))
}

function originIn(config: Values): string {
  const endpoint = endpointIn(config) ?? ''
  return URL.canParse(endpoint) ? new URL(endpoint).origin : endpoint
}

/** Whether the stored secret may not be used with what was typed: it belongs to a host and a way to sign in. */
export function needsSecretAnew(base: Base, shown: Shown): boolean {
  const isOtherPlace =
    originIn(base.config) !== originIn(shown.config) || base.config.tokenHost !== shown.config.tokenHost
  return isOtherPlace || shown.method?.id !== base.method
}

export function isChanged(base: Base, edit: Edit): boolean {
  const { config, secrets, ...rest } = edit
  const differs = Object.keys(rest).length > 0 || Object.keys(config).length > 0
  return differs || Object.keys(valuesOf(shownOf(base, edit).asked.secrets, secrets)).length > 0
}

const prefixed = (place: string, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [`${place}.${name}`, problem]))

/** What does not fit; stored secrets need not be typed again unless they cannot be used. */
export function problemsIn(base: Base, shown: Shown, asksSecret: boolean): Problems {
  const { asked, secrets } = shown
  const typed = valuesOf(asked.secrets, secrets)
  const stored = base.storedSecrets
  const told = problemsOf(asked.secrets, typed)
  const secretProblems = Object.entries(told).filter(
    ([name]) => asksSecret || name in typed || !(stored.length === 0 || stored.includes(name)),
  )
  return {
    ...prefixed('config', problemsOf(asked.place, shown.config)),
    ...prefixed('config', problemsOf(asked.account, shown.config)),
    ...prefixed('secrets', Object.fromEntries(secretProblems)),
  }
}

function changedConfig(edit: Edit, shown: Shown): Values | null {
  const isTouched = Object.keys(edit.config).length > 0 || edit.method !== undefined
  return isTouched ? configFor(shown.asked, shown.config) : null
}

export function updateInput(base: Base, edit: Edit): UpdateIntegrationInput {
  const shown = shownOf(base, edit)
  const config = changedConfig(edit, shown)
  const secrets = valuesOf(shown.asked.secrets, edit.secrets)
  const { name, slug, owner, environment, labels, intervalSeconds, method } = edit
  return {
    id: base.id,
    version: base.version,
    ...(name !== undefined && { name: name.trim() }),
    ...(slug !== undefined && { slug }),
    ...(owner !== undefined && { owner: owner.trim() }),
    ...(environment !== undefined && { environment }),
    ...(labels && { labels: filledLabels(labels) }),
    ...(intervalSeconds !== undefined && { intervalSeconds }),
    ...(method !== undefined && { method }),
    ...(config && { config }),
    ...(Object.keys(secrets).length > 0 && { secrets }),
  }
}

const words: Record<string, string> = {
  name: 'The name',
  slug: 'The slug',
  owner: 'The owner',
  labels: 'The labels',
  intervalSeconds: 'The interval',
}

/** The name of a field the hub refused, for a sentence about it. */
export function titleOfPath(path: string, { place, account, secrets }: Asked): string {
  const [of = '', name = ''] = path.split('.')
  const schemas = of === 'secrets' ? [secrets] : [place, account]
  return schemas.map((schema) => schema.properties[name]?.title).find(Boolean) ?? words[of] ?? name
}
