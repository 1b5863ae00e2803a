import type { ApolloClient } from '@apollo/client'
import type { ListExportQuery as ExportData } from '@/app/generated/graphql'
import { ListExportQuery } from './queries'
import { type ListSearch, rowVariables } from './search'

export type ExportRow = ExportData['integrations']['edges'][number]['node']

/** Every row a view has, in its order, page after page. Nothing of it is kept in the cache. */
export async function* walkRows(client: ApolloClient, search: ListSearch): AsyncGenerator<ExportRow[]> {
  const { filter, orderBy, direction } = rowVariables(search)
  let after: string | null = null
  for (;;) {
    const answer: { data?: ExportData | undefined } = await client.query({
      query: ListExportQuery,
      variables: { filter, orderBy, direction, after },
      fetchPolicy: 'no-cache',
    })
    const page: ExportData['integrations'] | undefined = answer.data?.integrations
    if (!page) return
    yield page.edges.map(({ node }) => node)
    if (!page.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor ?? null
  }
}
