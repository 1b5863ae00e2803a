import type { ConnectorManifest, Field, Instance, Method } from './manifest'

/**
 * Draws the JSON Schema of an integration's settings from a manifest. The same schema makes the form, marks what is
 * masked, and refuses what does not fit, so the three cannot disagree.
 */
export type JsonSchema = {
  type: 'object'
  properties: Record<string, Record<string, unknown>>
  required: string[]
  additionalProperties: false
}

export type SettingsDescription = {
  instances: {
    name: string
    title: string
    description: string | null
    slug: string
    /** Template, such as `https://{host}/api/v4`. */
    baseUrl: string
    /** The methods that work here, the recommended one first. */
    methods: string[]
    config: JsonSchema
  }[]
  methods: {
    name: string
    title: string
    kind: Method['kind']
    description: string | null
    /** Kept beside the instance's config, readable. */
    config: JsonSchema
    /** Sealed; every property is writeOnly. */
    secrets: JsonSchema
  }[]
}

type Fields = Record<string, Field>
const copied = [
  'title',
  'description',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'enum',
  'default',
  'examples',
] as const satisfies readonly (keyof Field)[]

function propertyOf(field: Field, order: number): Record<string, unknown> {
  const isSecret = field.secret === true
  const isRequiredText = !field.optional && (field.type ?? 'string') === 'string'
  return {
    type: field.type ?? 'string',
    ...(isRequiredText && { minLength: 1 }),
    ...(field.type === undefined && { maxLength: field.multiline ? 65_536 : 4_096 }),
    ...Object.fromEntries(copied.flatMap((name) => (field[name] === undefined ? [] : [[name, field[name]]]))),
    'x-order': order,
    ...(isSecret && { writeOnly: true }),
    ...(field.advanced && { 'x-advanced': true }),
    ...(field.multiline && { 'x-multiline': true }),
    ...(field.help && { 'x-help': field.help }),
    ...(field.patternHint && { 'x-pattern-hint': field.patternHint }),
  }
}

function schemaOf(fields: Fields, firstOrder = 1): JsonSchema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field], i) => [name, propertyOf(field, firstOrder + i)])),
    required: entries.flatMap(([name, { optional, default: value }]) =>
      optional || value !== undefined ? [] : [name],
    ),
    additionalProperties: false,
  }
}

const tlsFields = {
  caBundle: {
    title: 'Certificate authority',
    description: 'PEM of the authority that issued the certificate of the service, when it is not a public one.',
    optional: true,
    advanced: true,
    multiline: true,
  },
  clientCert: {
    title: 'Client certificate',
    description: 'PEM, for services that ask for one.',
    optional: true,
    advanced: true,
    multiline: true,
  },
} satisfies Fields

const clientKey: Field = {
  title: 'Key of the client certificate',
  description: 'PEM, without a passphrase.',
  secret: true,
  optional: true,
  advanced: true,
  multiline: true,
}

export function inputsOf(manifest: ConnectorManifest, instance: Instance): Fields {
  const own = instance.inputs ?? {}
  const named = Array.isArray(own)
    ? Object.fromEntries(own.flatMap((name) => (manifest.inputs?.[name] ? [[name, manifest.inputs[name]]] : [])))
    : own
  return {
    ...named,
    ...(instance.tls?.caBundle && { caBundle: tlsFields.caBundle }),
    ...(instance.tls?.clientCert && { clientCert: tlsFields.clientCert }),
  }
}

export function plainFieldsOf(method: Method): Fields {
  return Object.fromEntries(Object.entries(method.fields ?? {}).filter(([, field]) => field.secret === false))
}

/** A field of a method is secret unless it says that it is not. */
export function secretFieldsOf(method: Method): Fields {
  const secrets = Object.entries(method.fields ?? {}).filter(([, field]) => field.secret !== false)
  return Object.fromEntries(secrets.map(([name, field]) => [name, { ...field, secret: true }]))
}

/** Every method of an instance, the recommended one first. */
export function methodsOf(manifest: ConnectorManifest, instance: Instance): string[] {
  return instance.methods ?? Object.keys(manifest.methods)
}

/** What has to be given for one instance and one method. */
export function settingsSchema(manifest: ConnectorManifest, instance: Instance, method: Method) {
  const configFields = { ...inputsOf(manifest, instance), ...plainFieldsOf(method) }
  const secretFields = { ...secretFieldsOf(method), ...(instance.tls?.clientCert && { clientKey }) }
  const schema = {
    type: 'object',
    properties: { config: schemaOf(configFields), secrets: schemaOf(secretFields) },
    required: ['config', 'secrets'],
    additionalProperties: false,
  }
  return { schema, configFields, secretFields }
}

/** The stem of the slugs of an instance's integrations: `docker-hub` gives `docker-hub-1`. */
export function slugStem({ manifest }: { manifest: ConnectorManifest }, instance?: string | null): string {
  const own = instance ? manifest.instances[instance]?.slug : undefined
  return own ?? manifest.slug ?? manifest.id.slice(manifest.id.indexOf('.') + 1).replaceAll('_', '-')
}

/** What a form has to ask for, per instance and per method. */
export function describeSettings({ manifest }: { manifest: ConnectorManifest }): SettingsDescription {
  const hasClientCert = Object.values(manifest.instances).some((instance) => instance.tls?.clientCert)
  return {
    instances: Object.entries(manifest.instances).map(([name, instance]) => ({
      name,
      title: instance.title ?? manifest.name,
      description: instance.description ?? null,
      slug: slugStem({ manifest }, name),
      baseUrl: instance.baseUrl,
      methods: methodsOf(manifest, instance),
      config: schemaOf(inputsOf(manifest, instance)),
    })),
    methods: Object.entries(manifest.methods).map(([name, method]) => ({
      name,
      title: method.title ?? name,
      kind: method.kind,
      description: method.description ?? method.reason ?? null,
      config: schemaOf(plainFieldsOf(method), 50),
      secrets: schemaOf({ ...secretFieldsOf(method), ...(hasClientCert && { clientKey }) }, 60),
    })),
  }
}
