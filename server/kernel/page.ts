import { HubError } from './errors'
import { isStorable, isStorableInstant } from './text'

/** What a caller may say about the page it wants. Cursors are opaque. */
export type PageInput = { first?: number | null | undefined; after?: string | null | undefined }

/** One page of a list, in the terms of Relay's connections. */
export type Page<T> = {
  items: { node: T; cursor: string }[]
  hasNextPage: boolean
  totalCount: number
}

export const maxPageSize = 200

/** @throws {HubError} request.invalid when `first` is out of 1..200 */
export function pageSize(input: PageInput, byDefault = 50): number {
  const first = input.first ?? byDefault
  if (Number.isInteger(first) && first >= 1 && first <= maxPageSize) return first
  throw new HubError('request.invalid', `"first" has to be from 1 to ${maxPageSize}.`, {
    fields: [{ path: 'first', message: `has to be from 1 to ${maxPageSize}` }],
  })
}

export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

const isPart = (part: unknown): part is string | number =>
  typeof part === 'number' || (typeof part === 'string' && isStorable(part))

/** @throws {HubError} request.invalid when the cursor is not one of ours */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const ours = Array.isArray(parts) && parts.length === length
    if (ours && parts.every(isPart)) return parts
  } catch {
    // Told below, in the same words as every other cursor that is not ours.
  }
  throw foreignCursor()
}

/** The part of a cursor that is a row's id. @throws {HubError} request.invalid */
export function cursorUuid(part: string | number | undefined): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(part))) return String(part)
  throw foreignCursor()
}

/** The part of a cursor that is an instant, in milliseconds. @throws {HubError} request.invalid */
export function cursorInstant(part: string | number | undefined): number {
  if (typeof part === 'number' && Number.isInteger(part) && isStorableInstant(new Date(part))) return part
  throw foreignCursor()
}

/** The part of a cursor that is a small whole number. @throws {HubError} request.invalid */
export function cursorRank(part: string | number | undefined): number {
  if (typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 1_000) return part
  throw foreignCursor()
}

/** The part of a cursor that is any finite number. @throws {HubError} request.invalid */
export function cursorNumber(part: string | number | undefined): number {
  if (typeof part === 'number' && Number.isFinite(part)) return part
  throw foreignCursor()
}

const maxSkip = 100_000

/** @throws {HubError} request.invalid when `skip` is out of 0..100,000 */
export function pageSkip(skip: number | null | undefined): number {
  const given = skip ?? 0
  if (Number.isInteger(given) && given >= 0 && given <= maxSkip) return given
  throw new HubError('request.invalid', `"skip" has to be from 0 to ${maxSkip}.`, {
    fields: [{ path: 'skip', message: `has to be from 0 to ${maxSkip}` }],
  })
}

function foreignCursor(): HubError {
  return new HubError('request.invalid', 'The cursor is not one this hub gave.', {
    fields: [{ path: 'after', message: 'is not a cursor this hub gave' }],
  })
}
