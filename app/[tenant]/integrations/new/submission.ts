import type { ConnectIntegrationInput, TestIntegrationDraftInput } from '@/app/generated/graphql'
import { valuesOf } from '@/app/ui/settings-form/schema'
import { asSentence, problemsOf } from '@/app/ui/settings-form/validation'
import {
  type Asked,
  askedBy,
  type ConnectorForm,
  type ConnectorInstance,
  type ConnectorMethod,
  configFor,
  instanceOf,
  methodsAt,
} from '../connector-form'
import { filledLabels } from '../labels-field'
import { type Draft, type Step, slugFrom, steps } from './draft'
import type { Problems, WizardState } from './wizard-state'

/** What a draft means to the hub: the choice it makes, the input it becomes, and where a refused field belongs. */
export type Choice = {
  connector: ConnectorForm | undefined
  instance: ConnectorInstance | undefined
  methods: ConnectorMethod[]
  method: ConnectorMethod | undefined
  asked: Asked
}

export function choiceOf(types: readonly ConnectorForm[], draft: Pick<Draft, 'type' | 'instance' | 'method'>): Choice {
  const connector = types.find(({ id }) => id === draft.type)
  const instance = connector && instanceOf(connector, draft.instance)
  const methods = connector ? methodsAt(connector, instance) : []
  const method = methods.find(({ id }) => id === draft.method) ?? methods[0]
  return { connector, instance, methods, method, asked: askedBy(instance, method) }
}

export function testInput(
  { instance, method, asked }: Choice,
  draft: Draft,
  { secrets, reuse }: Pick<WizardState, 'secrets' | 'reuse'>,
): TestIntegrationDraftInput {
  return {
    type: draft.type ?? '',
    instance: instance?.id ?? null,
    method: method?.id ?? null,
    config: configFor(asked, draft.config),
    ...(reuse ? { integrationId: reuse.id } : { secrets: valuesOf(asked.secrets, secrets) }),
  }
}

export type Naming = { name: string; slug: string }

/** The name and slug as they are shown: what was typed, else what the hub suggests. */
export function namingOf(draft: Draft, suggested: Naming | null): Naming {
  const name = draft.name ?? suggested?.name ?? ''
  const fromName = draft.name === null ? (suggested?.slug ?? '') : slugFrom(draft.name)
  return { name, slug: draft.slug ?? fromName }
}

/** The profile it began with, and a null for each of its settings that was emptied since. */
function startedFrom({ config }: TestIntegrationDraftInput, { start, startName, base }: Draft) {
  if (startName === null) return {}
  const emptied = Object.keys(base).filter((name) => !(name in config))
  return { profile: start, config: { ...Object.fromEntries(emptied.map((name) => [name, null])), ...config } }
}

export function connectInput(test: TestIntegrationDraftInput, draft: Draft, naming: Naming): ConnectIntegrationInput {
  const isOwn = draft.name !== null || draft.slug !== null
  const { integrationId: reuseSecretOf, ...settings } = test
  return {
    ...settings,
    // Confirmed when it was chosen.
    ...(reuseSecretOf && { reuseSecretOf, confirmReuse: true }),
    // As suggested means: the hub's own next number, which stays free when somebody else is quicker.
    ...(isOwn && { name: naming.name.trim(), slug: naming.slug }),
    project: draft.project,
    environment: draft.environment,
    owner: draft.owner.trim() || null,
    labels: filledLabels(draft.labels),
    intervalSeconds: draft.intervalSeconds,
    ...startedFrom(test, draft),
    ...(draft.saveAsProfile !== null && { saveAsProfile: draft.saveAsProfile.trim() }),
    idempotencyKey: draft.idempotencyKey,
  }
}

const prefixed = (place: string, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [`${place}.${name}`, problem]))

/** What does not fit among a step's own fields. */
export function problemsOfStep(
  step: Step,
  asked: Asked,
  { draft, secrets, reuse }: Pick<WizardState, 'draft' | 'secrets' | 'reuse'>,
): Problems {
  if (step === 'settings') return prefixed('config', problemsOf(asked.place, draft.config))
  if (step !== 'credentials') return {}
  return {
    ...prefixed('config', problemsOf(asked.account, draft.config)),
    ...(reuse ? {} : prefixed('secrets', problemsOf(asked.secrets, secrets))),
  }
}

/** Which step can mend a field the hub named. */
function stepOfPath(path: string, asked: Asked): Step {
  const [place = '', name = ''] = path.split('.')
  if (place === 'config') return name in asked.account.properties ? 'credentials' : 'settings'
  if (place === 'secrets' || place === 'method' || place === 'reuseSecretOf') return 'credentials'
  if (place === 'instance' || place === 'type') return 'type'
  return place === 'test' ? 'test' : 'name'
}

export function earliestStep(problems: Problems, asked: Asked): Step | null {
  const touched = new Set(Object.keys(problems).map((path) => stepOfPath(path, asked)))
  return steps.find((step) => touched.has(step)) ?? null
}

const placeWords: Record<string, string> = {
  name: 'The name',
  slug: 'The slug',
  owner: 'The owner',
  labels: 'The labels',
  intervalSeconds: 'The interval',
  saveAsProfile: 'The name of the profile',
  reuseSecretOf: 'The other integration',
}

function titleOfPath(path: string, asked: Asked): string {
  const [place = '', name = ''] = path.split('.')
  const schemas = place === 'secrets' ? [asked.secrets] : [asked.place, asked.account]
  const title = schemas.map((schema) => schema.properties[name]?.title).find(Boolean)
  return title ?? placeWords[place] ?? name
}

/** The hub's words about fields as sentences of their own. */
export function asSentences(problems: Problems, asked: Asked): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([path, problem]) => [
      path,
      path.startsWith('test.') ? problem : asSentence(titleOfPath(path, asked), problem),
    ]),
  )
}
