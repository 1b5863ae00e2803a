import type { ConnectorFormFragment } from '@/app/generated/graphql'
import {
  fieldNames,
  partOf,
  readSchema,
  type SettingsSchema,
  type Values,
  valuesOf,
} from '@/app/ui/settings-form/schema'

/** What a connector asks for at one place with one way to sign in. */
export type ConnectorForm = ConnectorFormFragment
export type ConnectorInstance = ConnectorForm['instances'][number]
export type ConnectorMethod = ConnectorForm['methods'][number]

export type Asked = {
  /** Where the service is and how it is reached. */
  place: SettingsSchema
  /** Public fields of the way to sign in, such as a user name. */
  account: SettingsSchema
  secrets: SettingsSchema
}

export function instanceOf(connector: ConnectorForm, id: string | null): ConnectorInstance | undefined {
  return connector.instances.find((instance) => instance.id === id) ?? connector.instances[0]
}

/** The ways to sign in at this place, the recommended first. */
export function methodsAt(connector: ConnectorForm, instance: ConnectorInstance | undefined): ConnectorMethod[] {
  return (instance?.methodIds ?? []).flatMap((id) => connector.methods.find((method) => method.id === id) ?? [])
}

export function askedBy(instance: ConnectorInstance | undefined, method: ConnectorMethod | undefined): Asked {
  const place = readSchema(instance?.configSchema)
  // The key of a client certificate is only asked for where a certificate can be given.
  const secrets = partOf(
    readSchema(method?.secretsSchema),
    (name) => name !== 'clientKey' || 'clientCert' in place.properties,
  )
  return { place, account: readSchema(method?.configSchema), secrets }
}

export const hasFields = (schema: SettingsSchema) => fieldNames(schema).length > 0

/** The public settings to send: those of the place and of the way to sign in, nothing left over from another choice. */
export function configFor({ place, account }: Asked, values: Values): Values {
  return { ...valuesOf(place, values), ...valuesOf(account, values) }
}

/** The address in some settings, as far as they name one. */
export function endpointIn(config: Values): string | null {
  const values = Object.values(config)
  const named = config.baseUrl ?? values.find((value) => typeof value === 'string' && /^https?:\/\//.test(value))
  return typeof named === 'string' ? named : null
}

/** Problems whose path begins with `place.`, by field. */
export function problemsAt(problems: Record<string, string>, place: string): Record<string, string> {
  const start = `${place}.`
  return Object.fromEntries(
    Object.entries(problems).flatMap(([path, problem]) =>
      path.startsWith(start) ? [[path.slice(start.length), problem]] : [],
    ),
  )
}

const familyTitles: Record<string, string> = {
  scm: 'Source code',
  registry: 'Registries',
  ci: 'Continuous integration',
  vault: 'Vaults',
  cloud: 'Clouds',
  router: 'Routers',
  pm: 'Project management',
  chat: 'Chat',
  communication: 'Chat',
  storage: 'Storage',
  monitoring: 'Monitoring',
  testing: 'Testing',
  custom: 'Anything else',
}

export function familyTitle(family: string): string {
  return familyTitles[family] ?? family.charAt(0).toUpperCase() + family.slice(1)
}
