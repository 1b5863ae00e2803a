import { type Command, InvalidArgumentError, Option } from 'commander'
import { formats } from './formats'

/** The flags every command takes, and how the values of flags are read. A value that is wrong is never quoted. */
export type GlobalOptions = {
  url?: string
  tenant?: string
  output?: string
  json?: string | true
  header?: boolean
  columns?: string
  utc?: boolean
  wide?: boolean
  pageInfo?: boolean
  quiet?: boolean
  verbose?: boolean
  input?: boolean
  color?: 'auto' | 'always' | 'never'
  ascii?: boolean
  timeout?: number
  token?: unknown
}

const secondsOf: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400 }

/** `500ms`, `30s`, `5m`, `1h`, `7d`; a bare number counts seconds. */
export function parseDuration(text: string): number {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text.trim()) ?? []
  if (amount === undefined) throw new InvalidArgumentError('A duration is a number and a unit, such as 30s, 5m or 1h.')
  return Number(amount) * (secondsOf[unit] ?? 1)
}

/** Of a duration, or of an instant such as 2026-05-01T12:00:00Z. */
export function parseSince(text: string): Date {
  if (/^\d{4}-\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text)
  return new Date(Date.now() - parseDuration(text) * 1000)
}

/** Of a duration from now, or of an instant. */
export function parseUntil(text: string): Date {
  if (/^\d{4}-\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text)
  return new Date(Date.now() + parseDuration(text) * 1000)
}

export const parseCount = (min: number, max: number) => (text: string) => {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count >= min && count <= max) return count
  throw new InvalidArgumentError(`It has to be a whole number from ${min} to ${max}.`)
}

export const collect = (text: string, before: readonly string[] = []) => [...before, text]

/** `a,b` and repeated flags alike. */
export const collectList = (text: string, before: readonly string[] = []) => [
  ...before,
  ...text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
]

/** `key=value`, at the first `=`. */
export function parsePair(text: string): { key: string; value: string } {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('It has to be of the form key=value.')
  return { key: text.slice(0, at), value: text.slice(at + 1) }
}

export const collectPairs = (text: string, before: readonly { key: string; value: string }[] = []) => [
  ...before,
  parsePair(text),
]

export const outputFlags = '-o, --output <format>'

export function addGlobalOptions(program: Command): void {
  program
    .optionsGroup('Global flags:')
    .option('--url <url>', 'address of the hub')
    .option('--tenant <slug>', 'tenant to act in; an API key knows its own')
    .option(outputFlags, `${formats.join(', ')}; a table on a terminal, tab-separated values elsewhere`)
    .option('--json [fields]', 'JSON with these fields, such as slug,health; without a value lists the fields')
    .option('--no-header', 'no header line')
    .option('--columns <names>', 'only these columns, such as name,state')
    .option('--utc', 'instants in UTC, in full')
    .option('--wide', 'more columns, nothing cut')
    .option('--page-info', 'JSON lists become an object with items and pageInfo')
    .option('--timeout <duration>', 'how long to wait for an answer of the hub (default: 60s)', parseDuration)
    .option('--quiet', 'only the result')
    .option('--verbose', 'also timings')
    .option('--no-input', 'never ask anything')
    .addOption(new Option('--color <when>', 'auto, always or never').choices(['auto', 'always', 'never']))
    .option('--ascii', 'symbols in plain ASCII')
    .addOption(new Option('--token [value]', 'refused: a key in a command line stays in the history').hideHelp())
}
