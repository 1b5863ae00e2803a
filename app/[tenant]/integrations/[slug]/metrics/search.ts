import { createLoader, parseAsStringLiteral } from 'nuqs/server'
import type { CallKind, CallOutcome, CallsOfQueryVariables, MetricsOfQueryVariables } from '@/app/generated/graphql'

/** What the metrics keep in their address, so that a view can be sent to somebody. */
export const windows = ['1h', '24h', '7d'] as const
export const outcomes = ['success', 'failure', 'refused'] as const
export const kinds = ['call', 'batch', 'proxy', 'operation'] as const

type MetricsWindow = (typeof windows)[number]

export const metricsSearch = {
  window: parseAsStringLiteral(windows).withDefault('24h'),
  outcome: parseAsStringLiteral(outcomes),
  kind: parseAsStringLiteral(kinds),
}

export type MetricsSearch = {
  window: MetricsWindow
  outcome: (typeof outcomes)[number] | null
  kind: (typeof kinds)[number] | null
}

export const loadMetricsSearch = createLoader(metricsSearch)

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const spans: Record<MetricsWindow, number> = { '1h': hourMs, '24h': 24 * hourMs, '7d': 7 * 24 * hourMs }
export const rowsAtOnce = 50

/** The window's begin, on a whole step: within a step the same question is asked, and its answer replaced. */
export function sinceOf(window: MetricsWindow, now: number): string {
  const stepMs = window === '1h' ? minuteMs : hourMs
  return new Date(Math.floor((now - spans[window]) / stepMs) * stepMs).toISOString()
}

export function metricsVariables(integration: string, since: string): MetricsOfQueryVariables {
  return { integration, input: { integration, since, groupBy: 'OPERATION' } }
}

export function callsVariables(integration: string, { outcome, kind }: MetricsSearch): CallsOfQueryVariables {
  return {
    first: rowsAtOnce,
    filter: {
      integration,
      ...(outcome && { outcome: outcome.toUpperCase() as CallOutcome }),
      ...(kind && { kind: kind.toUpperCase() as CallKind }),
    },
  }
}
