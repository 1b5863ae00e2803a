import type { FieldProblem } from '@/server/kernel/errors'

/** What may be said about an integration, or a profile for them, beside the connector's settings. */
export type Label = { key: string; value: string }

const minInterval = 10
const maxInterval = 86_400
const maxLabels = 32

export const isPrintable = (text: string, max: number) =>
  text.trim().length > 0 && text.length <= max && !/\p{Cc}/u.test(text)

export function labelProblems(labels: readonly Label[]): FieldProblem[] {
  const keys = labels.map((label) => label.key)
  return [
    ...labels.flatMap(({ key, value }, at) =>
      /^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/.test(key) && isPrintable(value, 200)
        ? []
        : [{ path: `labels.${at}`, message: 'needs a key of letters, digits, ".", "/", "_", "-" and a value' }],
    ),
    ...(new Set(keys).size === keys.length ? [] : [{ path: 'labels', message: 'name a key twice' }]),
    ...(labels.length <= maxLabels ? [] : [{ path: 'labels', message: `may be ${maxLabels} at most` }]),
  ]
}

export function intervalProblems(seconds: number | null | undefined): FieldProblem[] {
  if (seconds == null || (seconds >= minInterval && seconds <= maxInterval)) return []
  return [{ path: 'intervalSeconds', message: `has to be from ${minInterval} to ${maxInterval} seconds` }]
}

export const labelMap = (labels: readonly Label[]) => Object.fromEntries(labels.map(({ key, value }) => [key, value]))

export const labelList = (labels: Readonly<Record<string, string>>): Label[] =>
  Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, value }))
