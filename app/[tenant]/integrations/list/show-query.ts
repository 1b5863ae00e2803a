import { print } from 'graphql'
import { ListRowsQuery } from './queries'
import { filterOf, type ListSearch, rowVariables } from './search'

/** The view as others would ask for it: the document and its variables, and the command of the CLI. */
export function queryOf(search: ListSearch): { document: string; variables: string } {
  return { document: print(ListRowsQuery), variables: JSON.stringify(rowVariables(search), null, 2) }
}

const quoted = (text: string) => (/^[\w.@%+=:,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** Null where the command has no word for it, so that nobody gets another list than the one on the screen. */
export function commandOf(search: ListSearch): string | null {
  const { owner, family, environment, deleted, sort } = search
  const isKnownSort = sort === 'name' || sort === 'created' || sort === 'severity'
  const isNatural = search.direction === null
  if (owner !== null || family || environment === '' || deleted || !isKnownSort || !isNatural) return null
  const filter = filterOf(search)
  const options = [
    ...(filter?.types ?? []).map((type) => `--type ${quoted(type)}`),
    ...(filter?.states ?? []).map((state) => `--state ${state.toLowerCase()}`),
    ...(filter?.labels ?? []).map(({ key, value }) => `--label ${quoted(`${key}=${value}`)}`),
    ...(filter?.text ? [`--text ${quoted(filter.text)}`] : []),
    ...(filter?.project ? [`--project ${quoted(filter.project)}`] : []),
    ...(environment ? [`--environment ${quoted(environment)}`] : []),
    ...(sort === 'name' ? [] : [`--sort ${sort}`]),
  ]
  return ['inthub integration list', ...options].join(' ')
}
