import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type FieldProblem, HubError } from '@/server/kernel/errors'
import type { Operation, Parameter } from './operation'

/**
 * What an operation may be given. The JSON Schema that a form is drawn from is the one that refuses what does not fit,
 * before anything is sent; a value is never quoted.
 */
export type OperationInput = Record<string, unknown>

export type OperationSchema = {
  type: 'object'
  properties: Record<string, Record<string, unknown>>
  required: string[]
  additionalProperties: false
}

/** What every list takes beside its own input. */
const limit: Parameter = {
  title: 'Limit',
  description: 'How many at most.',
  type: 'integer',
  minimum: 1,
  maximum: 1_000,
  default: 100,
}

const copied = [
  'title',
  'description',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'enum',
  'items',
  'minItems',
  'maxItems',
  'default',
  'examples',
] as const satisfies readonly (keyof Parameter)[]

function propertyOf(declared: Parameter, order: number): Record<string, unknown> {
  const { type = 'string', optional, multiline, values, list, patternHint } = declared
  const isText = type === 'string'
  return {
    type,
    ...(isText && { maxLength: multiline ? 65_536 : 1_000 }),
    ...(isText && !optional && !declared.enum && { minLength: 1 }),
    ...Object.fromEntries(copied.flatMap((name) => (declared[name] === undefined ? [] : [[name, declared[name]]]))),
    ...(values && { additionalProperties: values, maxProperties: 100 }),
    'x-order': order,
    ...(multiline && { 'x-multiline': true }),
    ...(list && { 'x-list': list }),
    ...(patternHint && { 'x-pattern-hint': patternHint }),
  }
}

export const parametersOf = ({ input = {}, items }: Operation): Record<string, Parameter> =>
  items === undefined ? input : { ...input, limit }

export function operationSchema(operation: Operation): OperationSchema {
  const entries = Object.entries(parametersOf(operation))
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, one], at) => [name, propertyOf(one, at + 1)])),
    required: entries.flatMap(([name, one]) => (one.optional || one.default !== undefined ? [] : [name])),
    additionalProperties: false,
  }
}

const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  useDefaults: true,
  validateFormats: true,
})
addFormats.default(ajv, ['uri', 'email', 'date-time'])
ajv.addVocabulary(['x-order', 'x-multiline', 'x-list', 'x-pattern-hint'])
const compiled = new WeakMap<Operation, ValidateFunction>()

function validatorOf(operation: Operation): ValidateFunction {
  const known = compiled.get(operation)
  if (known) return known
  const made = ajv.compile(operationSchema(operation))
  compiled.set(operation, made)
  return made
}

const typeNames: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

type Say = (params: Record<string, unknown>, declared: Parameter | undefined) => string

const sentences: Record<string, Say> = {
  required: () => 'is required',
  additionalProperties: () => 'is nothing this operation takes',
  type: ({ type }) => `has to be ${typeNames[String(type)] ?? 'of another type'}`,
  pattern: (_params, declared) => `has to be ${declared?.patternHint ?? 'of the form the operation describes'}`,
  enum: ({ allowedValues }) => `has to be one of: ${Array.isArray(allowedValues) ? allowedValues.join(', ') : ''}`,
  minLength: ({ limit: least }) => (least === 1 ? 'must not be empty' : `has to have ${least} characters at least`),
  maxLength: ({ limit: most }) => `has to have ${most} characters at most`,
  minimum: ({ limit: least }) => `has to be ${least} or more`,
  maximum: ({ limit: most }) => `has to be ${most} or less`,
  minItems: ({ limit: least }) => `has to have ${least} items at least`,
  maxItems: ({ limit: most }) => `has to have ${most} items at most`,
}

function problemOf(error: ErrorObject, parameters: Record<string, Parameter>): FieldProblem {
  const params: Record<string, unknown> = error.params
  const last = params.missingProperty ?? params.additionalProperty
  const parts = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 100))
  // An unknown key is the caller's text, and may be anything.
  const path = [...parts, ...(last === undefined ? [] : [String(last).slice(0, 100)])]
  const declared = Object.hasOwn(parameters, path[0] ?? '') ? parameters[path[0] ?? ''] : undefined
  return { path: ['input', ...path].join('.'), message: sentences[error.keyword]?.(params, declared) ?? 'does not fit' }
}

const controlCharacters = /\p{Cc}/u

function textProblems(input: OperationInput, parameters: Record<string, Parameter>): FieldProblem[] {
  return Object.entries(input).flatMap(([name, value]) => {
    const isLine = typeof value === 'string' && !parameters[name]?.multiline
    const message = 'contains a line break or another control character'
    return isLine && controlCharacters.test(value) ? [{ path: `input.${name}`, message }] : []
  })
}

function refuse(fields: FieldProblem[]): never {
  const named = fields.map(({ path, message }) => `${path} ${message}`).join('; ')
  throw new HubError('request.invalid', `The input does not fit the operation: ${named}.`, {
    fields,
    remedy: 'Correct the named values. The operation’s schema says what each one has to be.',
  })
}

/**
 * The input with its defaults filled in.
 *
 * @throws {HubError} request.invalid
 */
export function parseOperationInput(operation: Operation, given: OperationInput): OperationInput {
  const input = structuredClone(given)
  const parameters = parametersOf(operation)
  const validate = validatorOf(operation)
  if (!validate(input)) refuse((validate.errors ?? []).map((error) => problemOf(error, parameters)))
  const problems = textProblems(input, parameters)
  if (problems.length > 0) refuse(problems)
  return input
}
