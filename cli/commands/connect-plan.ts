import { usageError } from '../errors'
import type { IntegrationTypesQuery } from '../generated/graphql'
import { nearest } from '../nearest'

/**
 * What a connect command is about, worked out from the catalog of the hub: which type and instance a name means, which
 * fields they need, and what type a setting has. Pure, so that a wrong flag is refused before anything is sent.
 */
export type CatalogType = IntegrationTypesQuery['integrationTypes'][number]
export type Instance = CatalogType['instances'][number]
export type Method = CatalogType['methods'][number]

export type Field = {
  name: string
  title: string
  description: string | undefined
  type: string
  choices: readonly string[]
  defaultValue: unknown
  required: boolean
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const words = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The fields of a JSON Schema of ours: flat, and in the order they should be asked for. */
export function fieldsOf(schema: Record<string, unknown>): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isRecord(schema.properties) ? schema.properties : {}
  return Object.entries(properties).flatMap(([name, one]) => {
    if (!isRecord(one)) return []
    return [
      {
        name,
        title: words(one.title) ?? name,
        description: words(one.description),
        type: words(one.type) ?? 'string',
        choices: Array.isArray(one.enum) ? one.enum.map(String) : [],
        defaultValue: one.default,
        required: required.includes(name),
      },
    ]
  })
}

export type Meant = { type: CatalogType; instance: Instance | undefined }

const shortName = (type: CatalogType) => type.id.slice(type.id.indexOf('.') + 1)

/** `registry.oci`, `docker-hub`, `ghcr`, `http`: a type, or a type with the instance whose slugs begin like this. */
export function findMeant(types: readonly CatalogType[], name: string): Meant | undefined {
  const wanted = name.toLowerCase()
  const exact = types.find((type) => type.id === wanted)
  if (exact) return { type: exact, instance: undefined }
  for (const type of types) {
    const instance = type.instances.find((one) => one.slugStem === wanted || one.aliases.includes(wanted))
    if (instance) return { type, instance }
  }
  const other = types.find((type) => shortName(type) === wanted || type.aliases.includes(wanted))
  return other && { type: other, instance: undefined }
}

/** What `connect` takes for each instance. One that shares its stem with an earlier one goes by another name, if it has one. */
export const instanceNames = ({ instances }: Pick<CatalogType, 'instances'>): string[] =>
  instances.flatMap(({ slugStem, aliases }, at) => {
    const isTaken = instances.slice(0, at).some((earlier) => earlier.slugStem === slugStem)
    return isTaken ? aliases.slice(0, 1) : [slugStem]
  })

export const namesOf = (types: readonly CatalogType[]) => types.flatMap((type) => [type.id, ...instanceNames(type)])

/** @throws {CliError} exit 2 with what comes nearest */
export function requireMeant(types: readonly CatalogType[], name: string): Meant {
  const meant = findMeant(types, name)
  if (meant) return meant
  const near = nearest(name, namesOf(types))
  throw usageError(
    'There is no integration type of this name.',
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'List them with: inthub integration types',
  )
}

/** @throws {CliError} exit 2 naming the instances there are */
export function requireInstance(type: CatalogType, id: string): Instance {
  const found = type.instances.find((one) => one.id === id || one.slugStem === id)
  if (found) return found
  throw usageError(`${type.id} has no such instance.`, `Instances: ${type.instances.map((one) => one.id).join(', ')}.`)
}

export const methodsOf = (type: CatalogType, instance: Instance): Method[] =>
  instance.methodIds.flatMap((id) => type.methods.filter((method) => method.id === id))

const secretNames = (method: Method) => fieldsOf(method.secretsSchema).map((field) => field.name)
const settingNames = (method: Method) => fieldsOf(method.configSchema).map((field) => field.name)

/** The method asked for, else the first that has a place for everything that was given. */
export function chooseMethod(methods: readonly Method[], asked: string | undefined, given: Given): Method {
  const names = methods.map((method) => method.id).join(', ')
  if (asked) {
    const found = methods.find((method) => method.id === asked)
    if (found) return found
    throw usageError('--method names a method that does not exist here.', `Methods: ${names}.`)
  }
  const secrets = Object.keys(given.secrets)
  const settings = given.settings.map(({ key }) => key)
  const fitting = methods.filter((method) => secrets.every((name) => secretNames(method).includes(name)))
  const mine = fitting.find((method) => settingNames(method).some((name) => settings.includes(name)))
  const found = mine ?? fitting[0]
  if (found) return found
  throw usageError(
    `No method takes these secrets together: ${secrets.join(', ')}.`,
    `Choose one with --method: ${names}.`,
  )
}

export type Given = { settings: readonly { key: string; value: string }[]; secrets: Record<string, string> }

function asNumber(field: Field, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw usageError(`The setting "${field.name}" has to be a number.`)
}

function asBoolean(field: Field, text: string): boolean {
  if (/^(true|yes|1)$/i.test(text)) return true
  if (/^(false|no|0)$/i.test(text)) return false
  throw usageError(`The setting "${field.name}" has to be true or false.`)
}

/** The text of a flag, as the kind of value the field has. */
export function settingValue(field: Field | undefined, text: string): unknown {
  if (!field) return text
  if (field.type === 'integer' || field.type === 'number') return asNumber(field, text)
  if (field.type === 'boolean') return asBoolean(field, text)
  if (field.type === 'array')
    return text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  return text
}

export type Target = { type: CatalogType; instance: Instance; method: Method }

export const configFields = ({ instance, method }: Target) => [
  ...fieldsOf(instance.configSchema),
  ...fieldsOf(method.configSchema),
]
export const secretFields = ({ method }: Target) => fieldsOf(method.secretsSchema)

/** Settings from a file and from flags; the flags win. @throws {CliError} exit 2 when a secret is among them */
export function mergeConfig(
  target: Target,
  file: Record<string, unknown>,
  settings: Given['settings'],
): Record<string, unknown> {
  const secrets = new Set(target.type.methods.flatMap(secretNames))
  const plain = new Set(configFields(target).map((field) => field.name))
  const stray = [...Object.keys(file), ...settings.map(({ key }) => key)].find(
    (key) => secrets.has(key) && !plain.has(key),
  )
  if (stray) {
    throw usageError(
      `"${stray}" is a secret: it may stand neither in --set nor in a settings file.`,
      `Use --secret ${stray}=- (stdin), ${stray}=@file or ${stray}=env:VARIABLE.`,
    )
  }
  const fields = new Map(configFields(target).map((field) => [field.name, field]))
  return {
    ...file,
    ...Object.fromEntries(settings.map(({ key, value }) => [key, settingValue(fields.get(key), value)])),
  }
}

export type Missing = { settings: Field[]; secrets: Field[] }

export function missingOf(
  target: Target,
  config: Record<string, unknown>,
  secrets: Record<string, string> | 'reused',
): Missing {
  return {
    settings: configFields(target).filter(
      (field) => field.required && field.defaultValue === undefined && !(field.name in config),
    ),
    secrets:
      secrets === 'reused' ? [] : secretFields(target).filter((field) => field.required && !(field.name in secrets)),
  }
}

/** @throws {CliError} exit 2 naming every flag that is missing */
export function requireComplete(target: Target, missing: Missing): void {
  const flags = [
    ...missing.settings.map((field) => `--set ${field.name}=…`),
    ...missing.secrets.map((field) => `--secret ${field.name}=-`),
  ]
  if (flags.length === 0) return
  const others = methodsOf(target.type, target.instance).filter((method) => method.id !== target.method.id)
  const or = others.length > 0 ? ` Or choose another method: --method ${others.map((one) => one.id).join(' | ')}.` : ''
  throw usageError(`${target.type.id} with the method ${target.method.id} needs ${flags.join(' ')}`, `Add them.${or}`)
}
