import type { FieldSchema } from './schema'

/**
 * Lists and maps as text, for a field that is one text area: a line for each item, `name=value` for each pair, and JSON
 * for whatever is neither. Text that cannot be read is handed on as it is, so that the check tells what it has to be.
 */
export type TextForm = 'lines' | 'pairs' | 'json'

type Structured = FieldSchema & { items?: { type?: unknown }; additionalProperties?: unknown; properties?: unknown }

const plain = ['string', 'integer', 'number', undefined]

/** Null for a field that is one value. */
export function textFormOf(field: FieldSchema): TextForm | null {
  const { type, items, additionalProperties, properties } = field as Structured
  if (type === 'array') return items && plain.includes(items.type as string | undefined) ? 'lines' : 'json'
  if (type !== 'object') return null
  return typeof additionalProperties === 'object' && properties === undefined ? 'pairs' : 'json'
}

export const textFormHints: Record<TextForm, string> = {
  lines: 'One per line.',
  pairs: 'One per line, as name=value.',
  json: 'As JSON.',
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function asText(form: TextForm, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (form === 'lines' && Array.isArray(value)) return value.map(String).join('\n')
  if (form === 'pairs' && isRecord(value))
    return Object.entries(value)
      .map(([name, one]) => `${name}=${one}`)
      .join('\n')
  return JSON.stringify(value, null, 2)
}

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function pairsIn(text: string): Record<string, string> | string {
  const pairs = linesIn(text).map((line) => ({ line, at: line.indexOf('=') }))
  if (pairs.some(({ at }) => at < 1)) return text
  return Object.fromEntries(pairs.map(({ line, at }) => [line.slice(0, at).trim(), line.slice(at + 1).trim()]))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Undefined when nothing is there. */
export function fromText(form: TextForm, text: string, field: FieldSchema): unknown {
  if (text.trim() === '') return undefined
  if (form === 'pairs') return pairsIn(text)
  if (form === 'json') return jsonIn(text)
  const isNumber = ['integer', 'number'].includes(String((field as Structured).items?.type))
  return linesIn(text).map((line) => (isNumber && Number.isFinite(Number(line)) ? Number(line) : line))
}
