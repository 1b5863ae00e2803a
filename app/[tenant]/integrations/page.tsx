import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { IntegrationList } from './list/integration-list'
import { ListFrameQuery, ListRowsQuery } from './list/queries'
import { frameVariables, type ListSearch, loadListSearch, rowVariables } from './list/search'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Integrations' }

export default async function IntegrationsPage({ params, searchParams }: Props) {
  const { tenant } = await params
  const search: ListSearch = await loadListSearch(searchParams)
  const [frame, rows] = await Promise.all([
    load(ListFrameQuery, frameVariables(search), { tenant }),
    load(ListRowsQuery, rowVariables(search), { tenant }),
  ])
  if (!frame.data) return <PageTrouble trouble={frame.trouble} />
  if (!rows.data) return <PageTrouble trouble={rows.trouble} />
  return <IntegrationList seed={{ search, frame: frame.data, rows: rows.data }} />
}
