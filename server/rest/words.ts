import type { z } from '@hono/zod-openapi'
import type { FieldProblem } from '@/server/kernel/errors'

/** What is wrong with a field, in our words: its name and what it has to be. What was sent is never repeated. */
type Issue = z.core.$ZodIssue

const kinds: Record<string, string> = {
  string: 'has to be a text',
  number: 'has to be a number',
  int: 'has to be a whole number',
  boolean: 'has to be true or false',
  array: 'has to be a list',
  object: 'has to be an object',
  record: 'has to be an object',
  date: 'has to be an instant, as RFC 3339',
  null: 'has to be null',
}

const formats: Record<string, string> = {
  datetime: 'has to be an instant as RFC 3339, such as 2026-01-31T12:00:00Z',
  email: 'has to be an e-mail address',
  url: 'has to be a URL',
}

/** The verb that fits what is counted, and the unit. */
const counted: Record<string, readonly [verb: string, one: string, many: string]> = {
  string: ['have', ' character', ' characters'],
  array: ['have', ' entry', ' entries'],
}

function bound(limit: number | bigint, origin: string): readonly [verb: string, amount: string] {
  const [verb, one, many] = counted[origin] ?? ['be', '', '']
  return [verb, `${limit}${Number(limit) === 1 ? one : many}`]
}

function boundary(issue: Issue): string | undefined {
  if (issue.code === 'too_small') {
    const [verb, amount] = bound(issue.minimum, issue.origin)
    return `has to ${verb} at least ${amount}`
  }
  if (issue.code === 'too_big') {
    const [verb, amount] = bound(issue.maximum, issue.origin)
    return `may ${verb} at most ${amount}`
  }
  return undefined
}

function wordsFor(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined && issue.message.endsWith('undefined')
      ? 'is missing'
      : (kinds[issue.expected] ?? `has to be of the type ${issue.expected}`)
  }
  if (issue.code === 'invalid_value') return `has to be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return formats[issue.format] ?? 'does not have the form it needs'
  if (issue.code === 'custom') return issue.message
  return boundary(issue) ?? 'does not have the form it needs'
}

const named = /^[A-Za-z][A-Za-z0-9_-]{0,30}$/
/** A name is shown when it looks like one: a secret may have been sent in the place of a name. */
const showable = (part: PropertyKey): string =>
  named.test(String(part)) || /^\d+$/.test(String(part)) ? String(part) : '?'

const pathOf = (path: readonly PropertyKey[], root: string): string => path.map(showable).join('.') || root

function problemsOf(issue: Issue, root: string): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path, root), message: wordsFor(issue) }]
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key], root), message: 'is not known here' }))
}

/** @param root what the whole is called, where the trouble is not with one field of it */
export function fieldsOf({ issues }: z.ZodError, root: string): FieldProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, root)).slice(0, 50)
}
