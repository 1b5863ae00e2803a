import { createLoader, parseAsIsoDateTime, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { ActivityFilter, ActivityQueryVariables } from '@/app/generated/graphql'

/** What the activity keeps in its address, so that a view can be sent to somebody. */
export const levels = ['info', 'warning', 'error'] as const
export const outcomes = ['success', 'failure'] as const
export const actors = ['user', 'api_key', 'system'] as const

export const activitySearch = {
  q: parseAsString.withDefault(''),
  integration: parseAsString,
  type: parseAsString,
  level: parseAsStringLiteral(levels),
  outcome: parseAsStringLiteral(outcomes),
  actor: parseAsStringLiteral(actors),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
}

export type ActivitySearch = {
  q: string
  integration: string | null
  type: string | null
  level: (typeof levels)[number] | null
  outcome: (typeof outcomes)[number] | null
  actor: (typeof actors)[number] | null
  from: Date | null
  to: Date | null
}

export const loadActivitySearch = createLoader(activitySearch)

export const noFilters: ActivitySearch = {
  q: '',
  integration: null,
  type: null,
  level: null,
  outcome: null,
  actor: null,
  from: null,
  to: null,
}

export const rowsAtOnce = 50

/** `integration`, where given, is the one whose page this is, whatever the address says. */
export function activityVariables(search: ActivitySearch, integration?: string): ActivityQueryVariables {
  const { q, type, level, outcome, actor, from, to } = search
  const only = integration ?? search.integration
  const filter: ActivityFilter = {
    ...(only && { integration: only }),
    ...(type && { types: [type] }),
    ...(level && { minLevel: upper(level) }),
    ...(outcome && { outcome: upper(outcome) }),
    ...(actor && { actorKind: upper(actor) }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
    ...(q && { text: q }),
  }
  return { first: rowsAtOnce, filter: Object.keys(filter).length > 0 ? filter : null }
}

const upper = <T extends string>(value: T) => value.toUpperCase() as Uppercase<T>
