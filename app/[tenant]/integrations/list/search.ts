import { createLoader, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { IntegrationFilter, IntegrationListQueryVariables } from '@/app/generated/graphql'
import { states } from '@/app/ui/state'

/** What the list keeps in its address. */
const stateNames = states.map((state) => state.toLowerCase())

export const listSearch = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(stateNames),
  type: parseAsString,
  family: parseAsString,
  deleted: parseAsBoolean.withDefault(false),
}

export const loadListSearch = createLoader(listSearch)

export type ListSearch = {
  q: string
  state: string | null
  type: string | null
  family: string | null
  deleted: boolean
}

export const noFilters: ListSearch = { q: '', state: null, type: null, family: null, deleted: false }
export const rowsAtOnce = 40

export function listVariables({ q, state, type, family, deleted }: ListSearch): IntegrationListQueryVariables {
  const chosen = states.find((known) => known.toLowerCase() === state)
  const filter: IntegrationFilter = {
    ...(q && { text: q }),
    ...(chosen && { states: [chosen] }),
    ...(type && { types: [type] }),
    ...(family && { families: [family] }),
    ...(deleted && { deleted: true }),
  }
  return { first: rowsAtOnce, filter: Object.keys(filter).length > 0 ? filter : null }
}
