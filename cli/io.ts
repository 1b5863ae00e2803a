import pc from 'picocolors'
import { readVariable } from './environment'
import { usageError } from './errors'
import { type Format, formats } from './formats'
import type { GlobalOptions } from './options'
import { asciiSymbols, type SymbolSet, unicodeSymbols } from './terminal'

/**
 * How this run speaks: stdout is the result and nothing else, stderr is everything said beside it. Made once, from
 * the flags, the environment and what the streams are.
 */
export type Io = {
  /** Undefined: a table on a terminal, tab-separated values elsewhere. */
  format: Format | undefined
  wantsJson: boolean
  /** Fields asked for with --json; `list` when only their names are wanted. */
  jsonFields: readonly string[] | 'list' | undefined
  columns: readonly string[] | undefined
  header: boolean
  wide: boolean
  pageInfo: boolean
  isTty: boolean
  width: number
  debug: '1' | 'http' | undefined
  verbose: boolean
  canPrompt: boolean
  colors: ReturnType<typeof pc.createColors>
  symbols: SymbolSet
  result(text: string): void
  /** Progress, hints, warnings: silent with --quiet. */
  note(text: string): void
  /** Relative on a terminal, RFC 3339 elsewhere. */
  when(iso: string | null | undefined): string
  /** A full instant: local time on a terminal, UTC elsewhere or with --utc. */
  instant(at: Date): string
}

const splitList = (list: string) =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

function formatOf(options: GlobalOptions): Format | undefined {
  if (options.json !== undefined) return 'json'
  const wanted = options.output ?? readVariable('INTHUB_OUTPUT')
  if (wanted === undefined) return undefined
  const known = formats.find((format) => format === wanted)
  if (known) return known
  throw usageError(`There is no output format of this name.`, `Formats: ${formats.join(', ')}.`)
}

function hasColor(options: GlobalOptions): boolean {
  if (options.color === 'always') return true
  if (options.color === 'never' || readVariable('NO_COLOR')) return false
  const forced = readVariable('FORCE_COLOR')
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return process.stdout.isTTY === true && readVariable('TERM') !== 'dumb'
}

/** Without a word about the locale, a terminal of today shows UTF-8. */
function isUtf8(): boolean {
  const locale = readVariable('LC_ALL') ?? readVariable('LC_CTYPE') ?? readVariable('LANG')
  return locale === undefined || /utf-?8/i.test(locale)
}

const steps = [
  [60, 's', 1],
  [3_600, 'm', 60],
  [86_400, 'h', 3_600],
  [Number.POSITIVE_INFINITY, 'd', 86_400],
] as const

/** `12s ago`, `in 3h`. */
export function relativeTime(at: Date, now = Date.now()): string {
  const seconds = Math.round((now - at.getTime()) / 1000)
  const size = Math.abs(seconds)
  const [, unit, length] = steps.find(([below]) => size < below) ?? steps[3]
  const amount = `${Math.floor(size / length)}${unit}`
  return seconds < 0 ? `in ${amount}` : `${amount} ago`
}

const two = (n: number) => String(n).padStart(2, '0')

function localTime(at: Date): string {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

function jsonFieldsOf({ json }: GlobalOptions): Io['jsonFields'] {
  if (json === undefined) return undefined
  return json === true ? 'list' : splitList(json)
}

export function makeIo(options: GlobalOptions): Io {
  const format = formatOf(options)
  const isTty = process.stdout.isTTY === true
  const debug = readVariable('INTHUB_DEBUG')
  const asksPossible = process.stdin.isTTY === true && process.stderr.isTTY === true
  return {
    format,
    wantsJson: format === 'json' || format === 'ndjson',
    jsonFields: jsonFieldsOf(options),
    columns: options.columns === undefined ? undefined : splitList(options.columns),
    header: options.header !== false,
    wide: options.wide === true,
    pageInfo: options.pageInfo === true,
    isTty,
    width: process.stdout.columns ?? 80,
    debug: debug === undefined || debug === '0' ? undefined : debug === 'http' ? 'http' : '1',
    verbose: options.verbose === true,
    canPrompt: asksPossible && options.input !== false && readVariable('CI') === undefined,
    colors: pc.createColors(hasColor(options)),
    symbols: options.ascii === true || !isUtf8() ? asciiSymbols : unicodeSymbols,
    result: (text) => void process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`),
    note: (text) => {
      if (!options.quiet) process.stderr.write(`${text}\n`)
    },
    when: (iso) => {
      if (!iso) return '-'
      return isTty && !options.utc ? relativeTime(new Date(iso)) : new Date(iso).toISOString()
    },
    instant: (at) => (isTty && !options.utc ? localTime(at) : at.toISOString()),
  }
}
