import { usageError } from '../errors'
import type { Io } from '../io'
import { plainValue } from '../terminal'

/** How raw calls print what they were answered, over REST and GraphQL alike. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** With --json the fields of the root that are wanted. */
export function pickedFields(io: Io, root: Record<string, unknown>): Record<string, unknown> | undefined {
  if (io.jsonFields === undefined) return root
  if (io.jsonFields === 'list') {
    io.result(Object.keys(root).join('\n'))
    return undefined
  }
  const strange = io.jsonFields.find((field) => !Object.hasOwn(root, field))
  if (strange !== undefined)
    throw usageError('--json names a field that is not in the answer.', `Fields: ${Object.keys(root).join(', ')}.`)
  return Object.fromEntries(io.jsonFields.map((field) => [field, root[field]]))
}

export async function printValue(io: Io, wanted: unknown): Promise<void> {
  const value = plainValue(wanted)
  if (io.format === 'yaml') return io.result(`---\n${(await import('yaml')).stringify(value)}`)
  io.result(io.format === 'ndjson' ? JSON.stringify(value) : JSON.stringify(value, null, 2))
}
