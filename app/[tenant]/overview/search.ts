import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { OverviewQueryVariables } from '@/app/generated/graphql'
import { states } from '@/app/ui/state'

/** What the overview keeps in its address, so that a view can be sent to somebody. */
const stateNames = states.map((state) => state.toLowerCase())

export const overviewSearch = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(stateNames),
  type: parseAsString,
  view: parseAsStringLiteral(['cards', 'table'] as const).withDefault('cards'),
}

export const loadOverviewSearch = createLoader(overviewSearch)

export type OverviewSearch = { q: string; state: string | null; type: string | null; view: 'cards' | 'table' }

/** How many stand on the page at first; the API gives at most 200 at once. */
export const firstShown = 60
export const mostShown = 200

export function overviewVariables({ q, state, type }: OverviewSearch, first = firstShown): OverviewQueryVariables {
  const chosen = states.find((known) => known.toLowerCase() === state)
  const filter = {
    ...(q && { text: q }),
    ...(chosen && { states: [chosen] }),
    ...(type && { types: [type] }),
  }
  return { orderBy: 'NAME', filter: Object.keys(filter).length > 0 ? filter : null, first }
}
