import { type Schema, Validator } from '@cfworker/json-schema'
import { type FieldSchema, type SettingsSchema, titleOf, type Values } from './schema'

/**
 * Checks settings in the browser. The page's policy forbids code made from text, so the schema is interpreted, never
 * compiled. The hub checks again; this only spares a round trip, and never says more than the hub would.
 */
export type Problems = Record<string, string>

const formatNames: Record<string, string> = {
  hostname: 'a host name, such as git.example.org',
  uri: 'a URL, such as https://git.example.org',
  email: 'an e-mail address',
  origin: 'scheme and host, such as https://auth.example.org',
}
const typeNames: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a list of names and values',
}

type Limits = FieldSchema & {
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

function exampleOf(field: Limits): string {
  const [example] = field.examples ?? []
  return example === undefined ? 'of another form' : `of the form ${String(example)}`
}

const sentences: Record<string, (field: Limits) => string> = {
  type: (field) => `has to be ${typeNames[field.type ?? ''] ?? 'of another type'}`,
  format: (field) => `has to be ${formatNames[field.format ?? ''] ?? 'of another form'}`,
  pattern: (field) => `has to be ${field['x-pattern-hint'] ?? exampleOf(field)}`,
  enum: (field) => `has to be one of: ${(field.enum ?? []).join(', ')}`,
  minLength: (field) =>
    field.minLength === 1 ? 'must not be empty' : `has to have ${field.minLength} characters at least`,
  maxLength: (field) => `has to have ${field.maxLength} characters at most`,
  minimum: (field) => `has to be ${field.minimum} or more`,
  maximum: (field) => `has to be ${field.maximum} or less`,
  minItems: (field) => `has to have ${field.minItems} items at least`,
  maxItems: (field) => `has to have ${field.maxItems} items at most`,
}

const validators = new WeakMap<object, Validator>()

/** One interpreter for each schema, made when it is first asked for. */
export function validatorOf(schema: object): Validator {
  const known = validators.get(schema)
  if (known) return known
  // A copy: the interpreter writes into its schema, and what comes from the cache is frozen.
  const made = new Validator(structuredClone(schema) as Schema, '2020-12', false)
  validators.set(schema, made)
  return made
}

const isOrigin = (value: unknown) =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)

function problemOf(field: FieldSchema, value: unknown): string | null {
  if (field.format === 'origin' && !isOrigin(value)) return `has to be ${formatNames.origin}`
  const { valid, errors } = validatorOf(field).validate(value)
  if (valid) return null
  const found = errors.find(({ keyword }) => keyword in sentences)
  return (found && sentences[found.keyword]?.(field)) ?? 'does not fit'
}

/** A problem of a field as a sentence of its own: what the hub and this check leave without a subject. */
export function asSentence(title: string, problem: string): string {
  return `${title} ${problem}${/[.?!]$/.test(problem) ? '' : '.'}`
}

/** What is wrong, by field; empty when all fits. */
export function problemsOf(schema: SettingsSchema, values: Values): Problems {
  const found = Object.entries(schema.properties).flatMap(([name, field]) => {
    const value = values[name]
    const isAbsent = value === undefined || value === ''
    if (isAbsent && !schema.required.includes(name)) return []
    const problem = isAbsent ? 'is required' : problemOf(field, value)
    return problem ? [[name, asSentence(titleOf(schema, name), problem)] as const] : []
  })
  return Object.fromEntries(found)
}
