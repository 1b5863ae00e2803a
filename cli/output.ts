import { QuietExit, usageError } from './errors'
import { exitCodes } from './exit-codes'
import type { Io } from './io'
import { plainText, plainValue } from './terminal'

/**
 * Prints results: a table on a terminal, tab-separated values through a pipe, or the format asked for. What came from
 * outside is made plain before it is coloured; nothing is ever cut off through a pipe.
 */
export type Column<T> = {
  name: string
  /** Plain text. */
  text: (row: T, io: Io) => string
  paint?: (text: string, row: T, io: Io) => string
  /** Only with --wide, and through a pipe. */
  wide?: boolean
  /** May be cut to fit the terminal. */
  flexible?: boolean
}

export type View<T> = {
  columns: readonly Column<T>[]
  /** The JSON shape: additive changes only. */
  fields: Readonly<Record<string, (row: T) => unknown>>
  name: (row: T) => string
}

export const apiVersion = 'v1'

/** Says no to fields and columns that do not exist, and lists them when asked, before anything is sent. */
export function settleView<T>(io: Io, view: View<T>): void {
  const known = Object.keys(view.fields)
  if (io.jsonFields === 'list') {
    io.result(known.join('\n'))
    throw new QuietExit(exitCodes.success)
  }
  if (io.jsonFields?.some((field) => !known.includes(field))) {
    throw usageError('--json names a field that does not exist.', `Fields: ${known.join(', ')}.`)
  }
  const names = view.columns.map((column) => column.name)
  if (io.columns?.some((wanted) => !names.includes(wanted.toLowerCase()))) {
    throw usageError('--columns names a column that does not exist.', `Columns: ${names.join(', ')}.`)
  }
}

export function asRecord<T>(io: Io, view: View<T>, row: T): Record<string, unknown> {
  const wanted = Array.isArray(io.jsonFields) ? io.jsonFields : Object.keys(view.fields)
  const record = Object.fromEntries(wanted.map((field) => [field, view.fields[field]?.(row) ?? null]))
  return { apiVersion, ...(plainValue(record) as Record<string, unknown>) }
}

function columnsOf<T>(io: Io, view: View<T>): readonly Column<T>[] {
  const { columns } = io
  if (columns) return columns.flatMap((wanted) => view.columns.filter(({ name }) => name === wanted.toLowerCase()))
  return view.columns.filter((column) => io.wide || !io.isTty || !column.wide)
}

export function toTsv<T>(io: Io, view: View<T>, rows: readonly T[]): string {
  const columns = columnsOf(io, view)
  const lines = rows.map((row) => columns.map((column) => plainText(column.text(row, io))).join('\t'))
  const head = io.header ? [columns.map(({ name }) => name.toUpperCase()).join('\t')] : []
  return [...head, ...lines].join('\n')
}

const gap = 3
const narrowest = 12

/** How wide a flexible column may be, so that the line fits. */
function roomFor<T>(io: Io, columns: readonly Column<T>[], cells: readonly string[][]): number {
  if (io.wide || !io.isTty) return Number.POSITIVE_INFINITY
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const fixed = widths.filter((_, at) => !columns[at]?.flexible).reduce((sum, width) => sum + width + gap, 0)
  const flexible = columns.filter((column) => column.flexible).length
  return Math.max(narrowest, Math.floor((io.width - fixed) / Math.max(1, flexible)) - gap)
}

const cut = (text: string, room: number, sign: string) =>
  text.length > room ? `${text.slice(0, room - sign.length)}${sign}` : text

export async function toTable<T>(io: Io, view: View<T>, rows: readonly T[]): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const columns = columnsOf(io, view)
  const head = columns.map(({ name }) => name.toUpperCase())
  const plain = rows.map((row) => columns.map((column) => plainText(column.text(row, io))))
  const room = roomFor(io, columns, io.header ? [head, ...plain] : plain)
  const none = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
  const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid']
  const table = new Table({
    chars: { ...Object.fromEntries([...none, ...inner].map((name) => [name, ''])), middle: ' '.repeat(gap) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  if (io.header) table.push(head.map((name) => io.colors.dim(name)))
  for (const [at, row] of rows.entries()) {
    table.push(
      columns.map((column, place) => {
        const text = cut(plain[at]?.[place] ?? '', column.flexible ? room : Number.POSITIVE_INFINITY, io.symbols.cut)
        return column.paint ? column.paint(text, row, io) : text
      }),
    )
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

export type ListNote = { total?: number; endCursor?: string | null; hasNextPage?: boolean }

async function rendered<T>(io: Io, view: View<T>, rows: readonly T[], page: ListNote): Promise<string> {
  const records = () => rows.map((row) => asRecord(io, view, row))
  switch (io.format) {
    case 'json':
      return JSON.stringify(io.pageInfo ? { apiVersion, items: records(), pageInfo: page } : records(), null, 2)
    case 'yaml':
      return (await import('yaml')).stringify(
        io.pageInfo ? { apiVersion, items: records(), pageInfo: page } : records(),
      )
    case 'ndjson':
      return records()
        .map((record) => JSON.stringify(record))
        .join('\n')
    case 'name':
      return rows.map((row) => plainText(view.name(row))).join('\n')
    case 'table':
      return toTable(io, view, rows)
    default:
      return io.isTty ? toTable(io, view, rows) : toTsv(io, view, rows)
  }
}

export async function printList<T>(io: Io, view: View<T>, rows: readonly T[], page: ListNote = {}): Promise<void> {
  const text = await rendered(io, view, rows, page)
  io.result(text === '' ? '' : text)
}

/** Label and value, the value painted already. */
export type Detail = readonly [label: string, value: string]

export function asDetails(io: Io, details: readonly Detail[]): string {
  if (!io.isTty && io.format !== 'table') return details.map(([label, value]) => `${label}\t${value}`).join('\n')
  const width = Math.max(...details.map(([label]) => label.length)) + 2
  return details.map(([label, value]) => `${io.colors.dim(label.padEnd(width))}${value}`).join('\n')
}

/** One thing: its details for people, its record for programs. */
export async function printOne<T>(io: Io, view: View<T>, row: T, details: readonly Detail[]): Promise<void> {
  switch (io.format) {
    case 'json':
      return io.result(JSON.stringify(asRecord(io, view, row), null, 2))
    case 'ndjson':
      return io.result(JSON.stringify(asRecord(io, view, row)))
    case 'yaml':
      return io.result((await import('yaml')).stringify(asRecord(io, view, row)))
    case 'name':
      return io.result(plainText(view.name(row)))
    default:
      return io.result(asDetails(io, details))
  }
}
