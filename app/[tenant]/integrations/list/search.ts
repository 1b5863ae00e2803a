import { createLoader, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type {
  IntegrationFilter,
  IntegrationGrouping,
  IntegrationOrder,
  ListFrameQueryVariables,
  ListRowsQueryVariables,
  SortDirection,
} from '@/app/generated/graphql'
import { states } from '@/app/ui/state'
import { type ColumnId, columnIds, defaultColumns } from './columns'

/** What the list keeps in its address: filters, order, groups, columns and density, so that a view is a link. */
const stateNames = states.map((state) => state.toLowerCase())
export const sorts = ['name', 'created', 'severity', 'type', 'owner', 'latency', 'checked'] as const
export const groupings = ['type', 'state', 'owner', 'project', 'environment'] as const
export type Sort = (typeof sorts)[number]
export type Grouping = (typeof groupings)[number]

export const listSearch = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(stateNames),
  type: parseAsString,
  family: parseAsString,
  owner: parseAsString,
  environment: parseAsString,
  project: parseAsString,
  /** `key=value` */
  label: parseAsString,
  deleted: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(sorts).withDefault('name'),
  direction: parseAsStringLiteral(['asc', 'desc'] as const),
  group: parseAsStringLiteral(groupings),
  /** Keys of the groups that are folded away. */
  folded: parseAsArrayOf(parseAsString).withDefault([]),
  columns: parseAsArrayOf(parseAsStringLiteral(columnIds)).withDefault([...defaultColumns]),
  density: parseAsStringLiteral(['comfortable', 'dense'] as const).withDefault('comfortable'),
}

export const loadListSearch = createLoader(listSearch)

export type ListSearch = {
  q: string
  state: string | null
  type: string | null
  family: string | null
  owner: string | null
  environment: string | null
  project: string | null
  label: string | null
  deleted: boolean
  sort: Sort
  direction: 'asc' | 'desc' | null
  group: Grouping | null
  folded: string[]
  columns: ColumnId[]
  density: 'comfortable' | 'dense'
}
export type ListChange = Partial<ListSearch>

export const noFilters = {
  q: '',
  state: null,
  type: null,
  family: null,
  owner: null,
  environment: null,
  project: null,
  label: null,
  deleted: false,
} satisfies ListChange

export const isFiltered = (search: ListSearch) =>
  Object.entries(noFilters).some(([key, value]) => search[key as keyof ListSearch] !== value)

/** The direction that reads best at first, as the API has it. */
export const naturalDirection = (sort: Sort): 'asc' | 'desc' =>
  sort === 'created' || sort === 'latency' || sort === 'checked' ? 'desc' : 'asc'
export const directionOf = ({ sort, direction }: ListSearch) => direction ?? naturalDirection(sort)

/** Undefined when it is not a whole label yet. */
function labelOf(text: string | null) {
  const at = text?.indexOf('=') ?? -1
  if (!text || at < 1 || at === text.length - 1) return undefined
  return { key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }
}

export function filterOf(search: ListSearch): IntegrationFilter | null {
  const { q, type, family, owner, environment, project, deleted } = search
  const chosen = states.find((known) => known.toLowerCase() === search.state)
  const label = labelOf(search.label)
  const filter: IntegrationFilter = {
    ...(q && { text: q }),
    ...(chosen && { states: [chosen] }),
    ...(type && { types: [type] }),
    ...(family && { families: [family] }),
    ...(owner !== null && { owner }),
    ...(environment !== null && { environment }),
    ...(project && { project }),
    ...(label && { labels: [label] }),
    ...(deleted && { deleted: true }),
  }
  return Object.keys(filter).length > 0 ? filter : null
}

/** The filter for the rows of one group; null stands for those without one. */
export function filterOfGroup(
  filter: IntegrationFilter | null,
  by: Grouping | null,
  key: string | null,
): IntegrationFilter | null {
  if (by === null) return filter
  if (by === 'type') return { ...filter, types: key === null ? [] : [key] }
  if (by === 'state') return { ...filter, states: states.filter((state) => state === key) }
  if (by === 'project') return { ...filter, project: key }
  return { ...filter, [by]: key ?? '' }
}

export const rowsAtOnce = 50

/** Which data the shown columns need: what is hidden is not asked for. */
export function columnVariables({ columns, deleted }: Pick<ListSearch, 'columns' | 'deleted'>) {
  const shows = (id: ColumnId) => !deleted && columns.includes(id)
  return { strip: shows('strip'), quota: shows('quota'), p95: shows('p95') }
}

export function rowVariables(search: ListSearch): ListRowsQueryVariables {
  return {
    first: rowsAtOnce,
    skip: 0,
    filter: filterOf(search),
    orderBy: search.sort.toUpperCase() as IntegrationOrder,
    direction: directionOf(search).toUpperCase() as SortDirection,
    counted: true,
    ...columnVariables(search),
  }
}

export function frameVariables(search: ListSearch): ListFrameQueryVariables {
  return {
    filter: filterOf(search),
    grouped: search.group !== null,
    by: (search.group ?? 'type').toUpperCase() as IntegrationGrouping,
  }
}

/** What makes another list of it, rather than another look at the same. */
export function viewKey(search: ListSearch): string {
  return JSON.stringify([filterOf(search), search.sort, directionOf(search), search.group])
}
