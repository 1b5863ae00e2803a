import { usageError } from '../errors'
import { parsePair } from '../options'
import { readText } from './api-fields'
import { readGiven, stdinText } from './given'

/**
 * The input of an operation from the words of a command line. Which of them are numbers, flags or lists says the
 * operation's own schema; what does not fit is refused by the hub, which has the same one.
 */
type Property = { type?: unknown }
export type InputSchema = { properties?: Record<string, Property>; required?: string[] }
type Values = Record<string, unknown>

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageError(`The value of "${name}" looks like JSON and is not valid.`)
  }
}

const numberOf = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)
const flags: Record<string, unknown> = { true: true, false: false }

function typed(name: string, text: string, type: unknown): unknown {
  if (type === 'integer' || type === 'number') return numberOf(text)
  if (type === 'boolean') return Object.hasOwn(flags, text) ? flags[text] : text
  const isJson = (type === 'array' && text.startsWith('[')) || (type === 'object' && text.startsWith('{'))
  return isJson ? parsed(name, text) : text
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `labels=a`, `labels=b` and `variables.key=value` reach into what they name. */
function put(values: Values, name: string, text: string, schema: InputSchema): void {
  const parts = name.split('.')
  if (parts.some((part) => part === '' || forbidden.has(part))) throw usageError('The name of an input is not a name.')
  const [head = '', ...rest] = parts
  const before = values[head]
  if (rest.length > 0) {
    values[head] = { ...(isRecord(before) && before), [rest.join('.')]: text }
    return
  }
  const type = Object.hasOwn(schema.properties ?? {}, head) ? schema.properties?.[head]?.type : undefined
  const value = typed(name, text, type)
  const isItem = type === 'array' && !Array.isArray(value)
  values[head] = isItem ? [...(Array.isArray(before) ? before : []), value] : value
}

async function fileOf(path: string): Promise<Values> {
  const text = path === '-' ? await stdinText() : readText(path)
  try {
    const value: unknown = (await import('yaml')).parse(text)
    if (isRecord(value)) return value
  } catch {
    // Said below, without the words of the parser, which quote the file.
  }
  throw usageError('The input file is not an object in JSON or YAML.')
}

/** What was given on the command line stands above what is in the file. */
export async function readInput(
  { given = [], inputFile }: { given?: readonly string[]; inputFile?: string },
  schema: InputSchema,
): Promise<Values> {
  const values: Values = inputFile === undefined ? {} : await fileOf(inputFile)
  const own: Values = {}
  for (const pair of given) {
    const { key, value } = parsePair(pair)
    put(own, key, await readGiven(value), schema)
  }
  return { ...values, ...own }
}
