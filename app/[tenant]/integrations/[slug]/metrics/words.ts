import type { CallKind, CallOutcome, CallPriority, CircuitState } from '@/app/generated/graphql'
import { formatDuration, formatPercent } from '@/app/lib/format'
import type { State } from '@/app/ui/state'

/** How calls are told on the screens. Shapes are those of health, so that one shape means one thing. */
export const outcomeWords: Record<CallOutcome, string> = { SUCCESS: 'success', FAILURE: 'failed', REFUSED: 'not sent' }
export const outcomeShapes: Record<CallOutcome, State> = {
  SUCCESS: 'HEALTHY',
  FAILURE: 'UNHEALTHY',
  REFUSED: 'DISABLED',
}

export const kindWords: Record<CallKind, string> = {
  CALL: 'call',
  BATCH: 'batch',
  PROXY: 'proxy',
  OPERATION: 'operation',
}

export const priorityWords: Record<CallPriority, string> = {
  INTERACTIVE: 'interactive',
  DEPLOY: 'deploy',
  SYNC: 'sync',
  PROBE: 'probe',
}

/** Who calls, by the first part of a caller's key. */
export const callerWords: Record<string, string> = { user: 'person', api_key: 'API key', system: 'the hub' }

export const circuitWords: Record<CircuitState, string> = { CLOSED: 'Closed', OPEN: 'Open', HALF_OPEN: 'Trying' }
export const circuitShapes: Record<CircuitState, State> = {
  CLOSED: 'HEALTHY',
  OPEN: 'UNHEALTHY',
  HALF_OPEN: 'DEGRADED',
}

export const percentOf = (value: number | null) => (value === null ? '–' : formatPercent(value))
export const durationOf = (ms: number | null) => (ms === null ? '–' : formatDuration(ms))
