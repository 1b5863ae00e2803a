import { keptText } from '../calls/service'

/** What is kept of a step's input and output: masked as the log of calls masks bodies, and no longer than that keeps. */
export function masked(value: unknown, secretsOf: unknown = value): unknown {
  if (value === undefined || value === null) return null
  const kept = keptText(JSON.stringify(value), JSON.stringify(secretsOf ?? null))
  if (kept === null) return null
  try {
    return JSON.parse(kept)
  } catch {
    return { clipped: kept }
  }
}
