import { X509Certificate } from 'node:crypto'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { TlsSettings } from '@/server/kernel/http'
import type { ConnectorManifest, Field, Instance, Method } from './manifest'
import { methodsOf, settingsSchema } from './schema'
import { expand } from './template'

/**
 * Reads what a person or a program gave for an integration. Nothing is trimmed or guessed: what does not fit is
 * refused, each field by its path, and no value is ever quoted, since it may be a secret in the wrong field.
 */
export type SettingValue = string | number | boolean

export type SettingsInput = {
  instance?: string | null | undefined
  method?: string | null | undefined
  config: Record<string, unknown>
  secrets: Record<string, unknown>
}

export type ConnectorSettings = {
  instance: string
  method: string
  /** Public values, defaults filled in. */
  config: Record<string, SettingValue>
  secrets: Record<string, string>
  /** Everywhere the credential may go, in canonical form: a credential belongs to it. */
  origin: string
  baseUrl: string
  tls?: TlsSettings
}

export type Chosen = { instanceName: string; instance: Instance; methodName: string; method: Method }
type Compiled = ReturnType<typeof settingsSchema> & { validate: ValidateFunction }

/** A validator of settings; one that fills in defaults, or one that leaves what is given as it is. */
export function settingsValidator({ useDefaults }: { useDefaults: boolean }): Ajv2020 {
  const made = new Ajv2020({ strict: true, allErrors: true, useDefaults, validateFormats: true })
  addFormats.default(made, ['hostname', 'uri', 'email'])
  made.addFormat(
    'origin',
    (text: string) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text),
  )
  made.addVocabulary(['x-order', 'x-advanced', 'x-multiline', 'x-help', 'x-pattern-hint'])
  return made
}

const ajv = settingsValidator({ useDefaults: true })

const compiled = new WeakMap<Method, WeakMap<Instance, Compiled>>()

function compile(manifest: ConnectorManifest, { instance, method }: Chosen): Compiled {
  const ofMethod = compiled.get(method) ?? new WeakMap<Instance, Compiled>()
  compiled.set(method, ofMethod)
  const known = ofMethod.get(instance)
  if (known) return known
  const drawn = settingsSchema(manifest, instance, method)
  const made = { ...drawn, validate: ajv.compile(drawn.schema) }
  ofMethod.set(instance, made)
  return made
}

function refuse(fields: FieldProblem[]): never {
  const named = fields.map(({ path, message }) => `${path} ${message}`).join('; ')
  throw new HubError('integration.settings_invalid', `The settings do not fit the connector: ${named}.`, { fields })
}

/** @throws {HubError} integration.settings_invalid */
export function choose(manifest: ConnectorManifest, input: Pick<SettingsInput, 'instance' | 'method'>): Chosen {
  const instanceName = input.instance ?? Object.keys(manifest.instances)[0] ?? ''
  const instance = Object.hasOwn(manifest.instances, instanceName) ? manifest.instances[instanceName] : undefined
  const oneOf = (names: string[]) => `has to be one of: ${names.join(', ')}`
  if (!instance) refuse([{ path: 'instance', message: oneOf(Object.keys(manifest.instances)) }])
  const methods = methodsOf(manifest, instance)
  const methodName = input.method ?? methods[0] ?? ''
  const method = methods.includes(methodName) ? manifest.methods[methodName] : undefined
  if (!method) refuse([{ path: 'method', message: oneOf(methods) }])
  return { instanceName, instance, methodName, method }
}

const formatNames: Record<string, string> = {
  hostname: 'a host name, such as git.example.org',
  uri: 'a URL, such as https://git.example.org/api',
  email: 'an e-mail address',
  origin: 'scheme and host, such as https://auth.example.org',
}
const typeNames: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

/** What a validator found, by path and in our words. */
export const problemsOf = (errors: readonly ErrorObject[], fields: Record<string, Field>): FieldProblem[] =>
  errors.map((error) => ({
    path: pathOf(error),
    message: messageOf(error, fields[pathOf(error).split('.')[1] ?? '']),
  }))

function messageOf(error: ErrorObject, field: Field | undefined): string {
  const params: Record<string, unknown> = error.params
  switch (error.keyword) {
    case 'required':
      return 'is required'
    case 'additionalProperties':
      return 'is not a setting of this connector'
    case 'type':
      return `has to be ${typeNames[String(params.type)] ?? 'an object'}`
    case 'format':
      return `has to be ${formatNames[String(params.format)] ?? 'of another form'}`
    case 'pattern':
      return `has to be ${field?.patternHint ?? 'of the form the connector describes'}`
    case 'enum':
      return `has to be one of: ${(field?.enum ?? []).join(', ')}`
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `has to have ${String(params.limit)} characters at least`
    case 'maxLength':
      return `has to have ${String(params.limit)} characters at most`
    case 'minimum':
      return `has to be ${String(params.limit)} or more`
    case 'maximum':
      return `has to be ${String(params.limit)} or less`
    default:
      return 'does not fit'
  }
}

function pathOf(error: ErrorObject): string {
  const params: Record<string, unknown> = error.params
  const last = params.missingProperty ?? params.additionalProperty
  const parts = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  // An unknown key is the caller's text, and may be anything.
  return [...parts, ...(last === undefined ? [] : [String(last).slice(0, 100)])].join('.')
}

const controlCharacters = /\p{Cc}/u
const controlCharactersButBreaks = /(?![\n\r\t])\p{Cc}/u

function textProblem(text: string, field: Field, kind: Method['kind']): string | undefined {
  if ((field.multiline ? controlCharactersButBreaks : controlCharacters).test(text)) {
    return 'contains a line break or another control character'
  }
  if (field.multiline) return undefined
  // A password may begin or end with a space; anything else that does was pasted with one too many.
  if (text !== text.trim() && !(field.secret && kind === 'basic')) return 'begins or ends with a space'
  if (field.secret && kind !== 'basic' && /[^\x20-\x7e]/.test(text))
    return 'contains a character that a token cannot have'
  return undefined
}

export function textProblems(
  place: string,
  values: Record<string, SettingValue>,
  fields: Record<string, Field>,
  kind: Method['kind'],
) {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name]
    const message = field && typeof value === 'string' ? textProblem(value, field, kind) : undefined
    return message ? [{ path: `${place}.${name}`, message }] : []
  })
}

function isCertificate(pem: SettingValue): boolean {
  try {
    return new X509Certificate(String(pem)).subject !== undefined
  } catch {
    return false
  }
}

function tlsProblems(config: Record<string, SettingValue>, secrets: Record<string, string>): FieldProblem[] {
  const problems = ['caBundle', 'clientCert'].flatMap((name) => {
    const pem = config[name]
    return pem && !isCertificate(pem) ? [{ path: `config.${name}`, message: 'has to be a certificate in PEM' }] : []
  })
  if (config.clientCert && !secrets.clientKey)
    problems.push({ path: 'secrets.clientKey', message: 'is required with a client certificate' })
  if (secrets.clientKey && !config.clientCert)
    problems.push({ path: 'config.clientCert', message: 'is required with its key' })
  return problems
}

/** A server may be entered as a host alone, and is then asked over https. */
export const serverOf = (text: string) =>
  (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`).replace(/\/+$/, '')

/** Where the requests go, without a slash at the end. */
function baseUrlOf(instance: Instance, values: Record<string, SettingValue>): string {
  const names = [...instance.baseUrl.matchAll(/\{\+?(\w+)\}/g)].map((match) => match[1] ?? '')
  const path = `config.${names[0] ?? 'baseUrl'}`
  const isWhole = /^\{\+?\w+\}/.test(instance.baseUrl)
  const text = expand(instance.baseUrl, { ...instance.constants, ...values }, (value) =>
    isWhole ? serverOf(value) : value,
  )
  const url = URL.canParse(text) && !/[\s\\]/.test(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) refuse([{ path, message: 'has to begin with https:// or http://' }])
  if (url.username || url.password) refuse([{ path, message: 'must not contain a user name or a password' }])
  if (text.includes('?') || text.includes('#')) refuse([{ path, message: 'must not contain "?" or "#"' }])
  const isPlain = names.every((name) => /^[\w.:[\]-]+$/.test(String(values[name] ?? instance.constants?.[name])))
  if (!isWhole && !isPlain) refuse([{ path, message: 'has to be a host name' }])
  return url.href.replace(/\/+$/, '')
}

function tlsOf(config: Record<string, SettingValue>, secrets: Record<string, string>): TlsSettings | undefined {
  if (!config.caBundle && !config.clientCert) return undefined
  return {
    ...(config.caBundle && { ca: String(config.caBundle) }),
    ...(config.clientCert && { cert: String(config.clientCert), key: String(secrets.clientKey) }),
  }
}

function destinationsOf(
  instance: Instance,
  fields: Record<string, Field>,
  config: Record<string, SettingValue>,
): string[] {
  const given = Object.entries(fields).flatMap(([name, { destination }]) => {
    const value = String(config[name] ?? '')
    return destination && URL.canParse(value) ? [value] : []
  })
  return [...(instance.destinations ?? []), ...given].map((text) => new URL(text).origin)
}

/** @throws {HubError} integration.settings_invalid, naming each field that is wrong */
export function parseConnectorSettings(
  connector: { manifest: ConnectorManifest },
  input: SettingsInput,
): ConnectorSettings {
  const chosen = choose(connector.manifest, input)
  const { validate, configFields, secretFields } = compile(connector.manifest, chosen)
  const given: unknown = { config: { ...input.config }, secrets: { ...input.secrets } }
  if (!isSettings(validate, given)) {
    refuse(problemsOf(validate.errors ?? [], { ...configFields, ...secretFields }))
  }
  const { config, secrets } = given
  const problems = [
    ...textProblems('config', config, configFields, chosen.method.kind),
    ...textProblems('secrets', secrets, secretFields, chosen.method.kind),
    ...tlsProblems(config, secrets),
  ]
  if (problems.length > 0) refuse(problems)
  const baseUrl = baseUrlOf(chosen.instance, config)
  const tls = tlsOf(config, secrets)
  const destinations = destinationsOf(chosen.instance, configFields, config)
  return {
    instance: chosen.instanceName,
    method: chosen.methodName,
    config,
    secrets,
    origin: [...new Set([new URL(baseUrl).origin, ...destinations.sort()])].join(' '),
    baseUrl,
    ...(tls && { tls }),
  }
}

function isSettings(
  validate: ValidateFunction,
  given: unknown,
): given is { config: Record<string, SettingValue>; secrets: Record<string, string> } {
  return validate(given)
}

/**
 * Where the credential of an integration may go: the origin of its base URL, then every other place it is sent to.
 * A credential belongs to this text; when it changes, the secret has to be given again.
 */
export function originOf(settings: Pick<ConnectorSettings, 'origin'>): string {
  return settings.origin
}
