import { Column, is, SQL } from 'drizzle-orm'
import type { Transaction } from './connections'

/**
 * Reads many rows without building the text anew and without looking at each cell's place and type again: a query that
 * comes often is built by drizzle once, and its columns' decoders are kept in the order of the cells.
 */
export type KeptQuery = { text: string; params: readonly unknown[] }
type Decode = (value: unknown) => unknown
type Cell = { group: string | undefined; name: string; decode: Decode }

function decoderOf(field: unknown): Decode {
  const decoder = is(field, Column) ? field : is(field, SQL) ? (field as SQL & { decoder: Column }).decoder : undefined
  if (!decoder) throw new Error('A cell is a column or an expression.')
  return (value) => (value === null ? null : decoder.mapFromDriverValue(value))
}

const isCell = (field: unknown): boolean => is(field, Column) || is(field, SQL)

/** In the order in which drizzle names them in the text. */
function cellsOf(selection: object): Cell[] {
  return Object.entries(selection).flatMap(([name, field]: [string, unknown]): Cell[] => {
    if (isCell(field)) return [{ group: undefined, name, decode: decoderOf(field) }]
    const inner = Object.entries(field as object) as [string, unknown][]
    return inner.map(([column, of]) => ({ group: name, name: column, decode: decoderOf(of) }))
  })
}

/** Turns the cells of one row into what drizzle would make of them for this selection. */
export function rowReader<Row>(selection: object): (values: readonly unknown[]) => Row {
  const cells = cellsOf(selection)
  const groups = Object.entries(selection).flatMap(([name, field]) => (isCell(field) ? [] : [name]))
  return (values) => {
    const row: Record<string, unknown> = {}
    for (const group of groups) row[group] = {}
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] as Cell
      const place = cell.group === undefined ? row : (row[cell.group] as Record<string, unknown>)
      place[cell.name] = cell.decode(values[at])
    }
    return row as Row
  }
}

type Client = { unsafe(text: string, params: readonly unknown[]): { values(): Promise<unknown[][]> } }

/** The cells of a query, asked within this transaction as drizzle itself asks. */
export function cellsIn(tx: Transaction, { text, params }: KeptQuery): Promise<unknown[][]> {
  const { client } = tx._.session as unknown as { client: Client }
  return client.unsafe(text, params).values()
}
