/**
 * The JSON Schema of settings as connectors give it: flat, one property per field, with `x-` hints for the form. What a
 * schema of somebody else's connector holds beyond that is left to the form library.
 */
export type Values = Record<string, unknown>

export type FieldSchema = {
  type?: string
  title?: string
  description?: string
  format?: string
  enum?: readonly unknown[]
  default?: unknown
  /** The default, where the form is not to fill it in by itself. */
  'x-default'?: unknown
  examples?: readonly unknown[]
  writeOnly?: boolean
  'x-order'?: number
  'x-advanced'?: boolean
  'x-multiline'?: boolean
  'x-help'?: string
  'x-pattern-hint'?: string
  /** The list of what the service has that it names one of. */
  'x-list'?: string
}

export type SettingsSchema = {
  type: 'object'
  properties: Record<string, FieldSchema>
  required: string[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What came over the wire as a JSON object, as a schema. */
export function readSchema(json: unknown): SettingsSchema {
  const given = isRecord(json) ? json : {}
  const properties = isRecord(given.properties) ? given.properties : {}
  const required = Array.isArray(given.required) ? given.required.map(String) : []
  const fields = Object.entries(properties).filter((entry): entry is [string, FieldSchema] => isRecord(entry[1]))
  return { type: 'object', properties: Object.fromEntries(fields), required }
}

const orderOf = (field: FieldSchema | undefined) => field?.['x-order'] ?? Number.MAX_SAFE_INTEGER

/** The names of the fields as they are shown. */
export function fieldNames({ properties }: SettingsSchema): string[] {
  return Object.keys(properties).sort((a, b) => orderOf(properties[a]) - orderOf(properties[b]))
}

export function titleOf({ properties }: SettingsSchema, name: string): string {
  return properties[name]?.title ?? name
}

/** Only the fields that fit `keep`. */
export function partOf(schema: SettingsSchema, keep: (name: string, field: FieldSchema) => boolean): SettingsSchema {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name, field]) => keep(name, field)))
  return { type: 'object', properties, required: schema.required.filter((name) => name in properties) }
}

export function defaultsOf({ properties }: SettingsSchema): Values {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => (field.default === undefined ? [] : [[name, field.default]])),
  )
}

/** The values that belong to the schema, without the empty ones. */
export function valuesOf({ properties }: SettingsSchema, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => name in properties && value !== undefined && value !== ''),
  )
}
