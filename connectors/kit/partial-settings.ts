import type { ValidateFunction } from 'ajv'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { ConnectorManifest, Instance, Method } from './manifest'
import { secretFieldsOf, settingsSchema } from './schema'
import { type Chosen, choose, problemsOf, type SettingValue, settingsValidator, textProblems } from './settings'

/**
 * Settings to start from: some of the public fields, and nothing that has to be there. They are kept readable, so
 * whatever is a secret, or has the form of one, is refused here and left out when it is read.
 */
export type PartialSettings = {
  instance?: string | null | undefined
  method?: string | null | undefined
  config: Record<string, unknown>
}

type Partly = Pick<ReturnType<typeof settingsSchema>, 'configFields'> & { validate: ValidateFunction }

const ajv = settingsValidator({ useDefaults: false })
const compiled = new WeakMap<Method, WeakMap<Instance, Partly>>()

function compile(manifest: ConnectorManifest, { instance, method }: Chosen): Partly {
  const ofMethod = compiled.get(method) ?? new WeakMap<Instance, Partly>()
  compiled.set(method, ofMethod)
  const known = ofMethod.get(instance)
  if (known) return known
  const { schema, configFields } = settingsSchema(manifest, instance, method)
  const config = { ...schema.properties.config, required: [] }
  const validate = ajv.compile({ type: 'object', properties: { config }, additionalProperties: false })
  const made = { configFields, validate }
  ofMethod.set(instance, made)
  return made
}

/** Every name that is a secret with some way to sign in. */
function secretNames(manifest: ConnectorManifest): Set<string> {
  return new Set([
    ...Object.values(manifest.methods).flatMap((method) => Object.keys(secretFieldsOf(method))),
    'clientKey',
  ])
}

const secretForms = [
  /\b(gh[pousr]_|github_pat_|glpat-|dckr_pat_|xox[abeprs]-|hvs\.|ihk_|sk_live_|AKIA)[A-Za-z0-9_-]{8,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A user name and a password in an address, or a token in its query.
  /\/\/[^/?#\s]*@/,
  /[?&][\w-]*(token|secret|password|passwd|api_?key|signature)=/i,
  /\bBearer\s+\S{8,}/i,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
]

/** Whether a text has the form of something nobody else should read. */
export const looksSecret = (value: unknown): boolean =>
  typeof value === 'string' && secretForms.some((form) => form.test(value))

const isSecretMessage = 'is a secret, and secrets are never part of these settings'

function secretProblems(manifest: ConnectorManifest, config: Record<string, unknown>, fields: object): FieldProblem[] {
  const secrets = secretNames(manifest)
  return Object.entries(config).flatMap(([name, value]) => {
    const isSecret = (secrets.has(name) && !Object.hasOwn(fields, name)) || looksSecret(value) || looksSecret(name)
    // A name that is a secret itself is not quoted.
    return isSecret
      ? [{ path: looksSecret(name) ? 'config' : `config.${name.slice(0, 100)}`, message: isSecretMessage }]
      : []
  })
}

/** What of some settings does not fit the connector as it is now. Fields that are missing are no problem. */
export function partialProblems({ manifest }: { manifest: ConnectorManifest }, given: PartialSettings): FieldProblem[] {
  let chosen: Chosen
  try {
    chosen = choose(manifest, given)
  } catch (error) {
    if (error instanceof HubError) return [...error.fields]
    throw error
  }
  const { validate, configFields } = compile(manifest, chosen)
  const secret = secretProblems(manifest, given.config, configFields)
  const told = new Set(secret.map(({ path }) => path))
  const shape = validate({ config: given.config }) ? [] : problemsOf(validate.errors ?? [], configFields)
  const text = textProblems('config', given.config as Record<string, SettingValue>, configFields, chosen.method.kind)
  const isToldAlready = ({ path }: FieldProblem) => told.has(path) || (looksSecret(path) && told.has('config'))
  return [...secret, ...[...shape, ...text].filter((problem) => !isToldAlready(problem))]
}

/** The settings without anything that is secret, or that the connector does not know, or not any more. */
export function publicConfig(
  { manifest }: { manifest: ConnectorManifest },
  { instance, method, config }: PartialSettings,
): Record<string, unknown> {
  try {
    const { configFields } = compile(manifest, choose(manifest, { instance, method }))
    const isOpen = ([name, value]: [string, unknown]) => Object.hasOwn(configFields, name) && !looksSecret(value)
    return Object.fromEntries(Object.entries(config).filter(isOpen))
  } catch (error) {
    // A place or a way to sign in that is gone: nothing says any more what of it was public.
    if (error instanceof HubError) return {}
    throw error
  }
}
