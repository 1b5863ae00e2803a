import type { Trouble } from '@/app/ui/feedback'

/**
 * What went wrong, in the hub's own words, whatever carried it: an answer's errors, Apollo's wrapping of them, or a
 * request that never got through.
 */
export type Problem = { message: string; extensions?: { [key: string]: unknown } | undefined }

export type FieldTrouble = { path: string; message: string }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function problemsIn(error: unknown): readonly Problem[] {
  if (Array.isArray(error)) return error as Problem[]
  if (typeof error !== 'object' || error === null) return []
  const { errors } = error as { errors?: unknown }
  return Array.isArray(errors) ? (errors as Problem[]) : []
}

/** The stable code of the first problem, such as `integration.not_found`. */
export function codeOf(error: unknown): string | undefined {
  return text(problemsIn(error)[0]?.extensions?.type)
}

export function troubleOf(error: unknown): Trouble {
  const [problem] = problemsIn(error)
  if (!problem) return { title: 'The hub did not answer', remedy: 'Check the connection, then try again.' }
  const extensions = problem.extensions ?? {}
  return {
    title: problem.message,
    remedy: text(extensions.remedy),
    code: text(extensions.type),
    requestId: text(extensions.requestId),
  }
}

/** The fields the hub named, by path, for showing each problem at its field. */
export function fieldTroubles(error: unknown): Record<string, string> {
  const fields = problemsIn(error)[0]?.extensions?.fields
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries((fields as FieldTrouble[]).map((field) => [field.path, field.message]))
}
