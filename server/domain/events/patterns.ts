import { or, type SQL, sql } from 'drizzle-orm'
import { textArray } from '@/db/arrays'
import { events } from '@/db/schema'
import { eventAliases } from '@/server/kernel/events'

/**
 * Names of events, and patterns of them: `*` stands for anything, dots included, so that `github.*` means every topic
 * of GitHub and `*` every event. Other names of a type are read as that type. A name nobody uses means nothing.
 */
export type EventPatterns = { names: ReadonlySet<string>; patterns: readonly string[] }

export function parsePatterns(given: readonly string[]): EventPatterns {
  const known = given.map((one) => eventAliases[one] ?? one)
  return {
    names: new Set(known.filter((one) => !one.includes('*'))),
    patterns: known.filter((one) => one.includes('*')),
  }
}

/** Without backtracking over the name: what a pattern names has to come in its order, the first at the start, the last at the end. */
function fitsOne(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop() ?? ''
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > name.length - last.length) return false
    at = found + part.length
  }
  return true
}

export const fitsPatterns = ({ names, patterns }: EventPatterns, name: string): boolean =>
  names.has(name) || patterns.some((pattern) => fitsOne(pattern, name))

/** The pattern as LIKE reads it. */
export const likePattern = (pattern: string): string =>
  pattern.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`).replaceAll('*', '%')

/** Which stored events fit. */
export function wherePatterns({ names, patterns }: EventPatterns): SQL {
  const byName = names.size > 0 ? sql`${events.type} = any(${textArray([...names])})` : undefined
  const byPattern =
    patterns.length > 0 ? sql`${events.type} like any(${textArray(patterns.map(likePattern))})` : undefined
  return or(byName, byPattern) ?? sql`false`
}
