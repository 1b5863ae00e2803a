import { readFileSync } from 'node:fs'
import { usageError } from '../errors'
import { parsePair } from '../options'
import { readStdin } from '../secrets'

/**
 * The fields of a raw call, from `-f key=value` and `-F key=value`. A key may reach into an object or a list:
 * `input[id]=x`, `input[labels][][key]=env`.
 */
export type ApiOptions = {
  rawField?: string[]
  field?: string[]
  inputFile?: string
  operation?: string
  paginate?: boolean
  method?: string
  headers?: string[]
  include?: boolean
}

type Json = Record<string, unknown>
export type Files = { stdin(): Promise<string> }

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const literals: Record<string, unknown> = { true: true, false: false, null: null }
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

export function readBytes(path: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(path)
  } catch {
    throw usageError('A file that was named cannot be read.', 'Check its path and who may read it.')
  }
}

export const readText = (path: string): string => readBytes(path).toString('utf8')

function parsedJson(text: string, key: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageError(`The field "${key}" looks like JSON and is not valid.`, 'Use -f to send it as text.')
  }
}

async function typedValue(key: string, text: string, files: Files): Promise<unknown> {
  if (text.startsWith('@')) return text === '@-' ? files.stdin() : readText(text.slice(1))
  if (Object.hasOwn(literals, text)) return literals[text]
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return Number(text)
  return /^[[{]/.test(text) ? parsedJson(text, key) : text
}

/** `input[labels][][key]` as `input`, `labels`, the next of a list, `key`. */
function stepsOf(key: string): string[] {
  const [, head = '', rest = ''] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key) ?? []
  if (!head) throw usageError('The key of a field has to be a name, or of the form name[inner].')
  const steps = [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, inner = '']) => inner)]
  if (steps.some((step) => forbidden.has(step))) throw usageError('The key of a field is not a name.')
  return steps
}

const clash = (key: string) => usageError(`The field "${key}" was given as two different kinds of value.`)

/** The object or list below a step, made where there is none. */
function below(at: Json | unknown[], step: string, next: string, key: string): Json | unknown[] {
  const wantsList = next === ''
  if (Array.isArray(at)) {
    const last = at.at(-1)
    // The same name again begins the next object of the list.
    if (isRecord(last) && !wantsList && !Object.hasOwn(last, next)) return last
    const made: Json | unknown[] = wantsList ? [] : {}
    at.push(made)
    return made
  }
  at[step] ??= wantsList ? [] : {}
  const found = at[step]
  if (wantsList ? Array.isArray(found) : isRecord(found)) return found as Json | unknown[]
  throw clash(key)
}

function put(target: Json, key: string, value: unknown): void {
  const steps = stepsOf(key)
  let at: Json | unknown[] = target
  for (const [place, step] of steps.slice(0, -1).entries()) at = below(at, step, steps[place + 1] ?? '', key)
  const last = steps.at(-1) ?? ''
  if (Array.isArray(at)) at.push(value)
  else if (last === '') throw clash(key)
  else at[last] = value
}

/** Everything given with -f and -F, in one object. */
export async function readFields(raw: readonly string[], typed: readonly string[], files: Files): Promise<Json> {
  const fields: Json = {}
  for (const text of raw) {
    const { key, value } = parsePair(text)
    put(fields, key, value)
  }
  for (const text of typed) {
    const { key, value } = parsePair(text)
    put(fields, key, await typedValue(key, value, files))
  }
  return fields
}

/** stdin can be read once. */
export function makeStdin(): () => Promise<string> {
  let used = false
  return () => {
    if (used) throw usageError('stdin can be used for one thing only.')
    used = true
    if (process.stdin.isTTY) throw usageError('Nothing comes through stdin.', 'Pipe it in, or name a file.')
    return readStdin()
  }
}
