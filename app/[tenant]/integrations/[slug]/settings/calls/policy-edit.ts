import type { CallPolicyInForceFragment } from '@/app/generated/graphql'
import { asSentence } from '@/app/ui/settings-form/validation'

/**
 * What was typed over the policy in force. Only the differences are held, so that they can be laid over a newer policy;
 * an emptied field is as usual again.
 */
export type InForce = CallPolicyInForceFragment

type NumberField = {
  path: string
  label: string
  hint: string
  /** What people type times this is what the hub keeps. */
  per: number
}

const second = 1000

export const retryNumbers: readonly NumberField[] = [
  { path: 'retry.attempts', label: 'Attempts', hint: 'The first one included; 1 never repeats.', per: 1 },
  { path: 'timeoutMs', label: 'Seconds for one attempt', hint: 'Then it counts as failed.', per: second },
  { path: 'deadlineMs', label: 'Seconds for all of it', hint: 'With every attempt and every wait.', per: second },
  {
    path: 'retry.baseMs',
    label: 'First back-off in ms',
    hint: 'Doubled each time, a random part of it is waited.',
    per: 1,
  },
  { path: 'retry.maxMs', label: 'Longest back-off in seconds', hint: 'However often it was tried.', per: second },
]
export const breakerNumbers: readonly NumberField[] = [
  { path: 'breaker.failurePercent', label: 'Failed calls in percent', hint: 'At so many it opens.', per: 1 },
  { path: 'breaker.minimum', label: 'Of at least so many calls', hint: 'Fewer never open it.', per: 1 },
  {
    path: 'breaker.windowMs',
    label: 'Within so many seconds',
    hint: 'What lies further back does not count.',
    per: second,
  },
  { path: 'breaker.openMs', label: 'Seconds it stays open', hint: 'Then one call tries.', per: second },
]
export const bulkheadNumbers: readonly NumberField[] = [
  { path: 'bulkhead.concurrent', label: 'Calls at once', hint: 'In each process of the hub.', per: 1 },
  { path: 'bulkhead.queued', label: 'Calls that may wait', hint: 'Further ones are refused.', per: 1 },
]
export const quotaNumbers: readonly NumberField[] = [
  {
    path: 'quota.perSecond',
    label: 'Calls per second',
    hint: 'A rate of our own. The smaller of it and what the service allows counts; empty: only what the service allows.',
    per: 1,
  },
]

const numbers = [...retryNumbers, ...breakerNumbers, ...bulkheadNumbers, ...quotaNumbers]
const numberAt = new Map(numbers.map((field) => [field.path, field]))

export type Edit = Readonly<Record<string, string | boolean>>
type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

const valueIn = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, part) => (isTree(at) ? at[part] : undefined), tree)

/** What is in force, as it stands in its field. */
export function inForceAt({ callPolicy }: InForce, path: string): string | boolean {
  const value = valueIn(callPolicy, path)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return String(value / (numberAt.get(path)?.per ?? 1))
  return typeof value === 'string' ? value : ''
}

export const shownAt = (inForce: InForce, edit: Edit, path: string): string | boolean =>
  edit[path] ?? inForceAt(inForce, path)

/** Whether it was said for this integration, and does not follow the usual. */
export const isSaid = ({ callPolicy }: InForce, path: string): boolean =>
  valueIn(callPolicy.changes, path) !== undefined

export function edited(inForce: InForce, edit: Edit, path: string, value: string | boolean): Edit {
  const { [path]: _before, ...others } = edit
  return value === inForceAt(inForce, path) ? others : { ...others, [path]: value }
}

/** Everything as usual again: what was said is taken back. */
export function usualEdit(inForce: InForce): Edit {
  const said = [...numberAt.keys(), 'quota.mode', 'fallback'].filter((path) => isSaid(inForce, path))
  const flags = ['retry.unsafe', 'keepBodies'].filter((path) => isSaid(inForce, path))
  return Object.fromEntries([...said, ...flags].map((path) => [path, '']))
}

function put(tree: Tree, [part = '', ...rest]: string[], value: unknown): Tree {
  const { [part]: before, ...others } = tree
  if (rest.length === 0) return value === undefined ? others : { ...others, [part]: value }
  const below = put(isTree(before) ? before : {}, rest, value)
  return Object.keys(below).length === 0 ? others : { ...others, [part]: below }
}

function meant(path: string, typed: string | boolean): unknown {
  if (typeof typed === 'boolean') return typed
  if (typed.trim() === '') return undefined
  const field = numberAt.get(path)
  return field ? Math.round(Number(typed) * field.per * 1000) / 1000 : typed
}

/** The policy to send: what was said before, with what was typed in its place. */
export function policyOf({ callPolicy }: InForce, edit: Edit): Tree {
  return Object.entries(edit).reduce((tree, [path, typed]) => put(tree, path.split('.'), meant(path, typed)), {
    ...callPolicy.changes,
  } as Tree)
}

export type Problems = Record<string, string>

export function problemsIn(edit: Edit): Problems {
  const wrong = Object.entries(edit).filter(
    ([path, typed]) => numberAt.has(path) && typeof typed === 'string' && !Number.isFinite(Number(typed)),
  )
  return Object.fromEntries(
    wrong.map(([path]) => [path, asSentence(numberAt.get(path)?.label ?? 'It', 'has to be a number')]),
  )
}

/** What the hub told of fields, in the units people type. */
export function problemsOfFields(told: Record<string, string>): Problems {
  return Object.fromEntries(
    Object.entries(told).map(([path, message]) => {
      const own = path.replace(/^policy\./, '')
      const { label = own === 'fallback' ? 'The fallback' : 'It', per = 1 } = numberAt.get(own) ?? {}
      const scaled = message.replace(/\d+(\.\d+)?/g, (number) => String(Number(number) / per))
      return [own, asSentence(label, scaled)]
    }),
  )
}
