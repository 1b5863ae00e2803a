import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { IntegrationList } from './list/integration-list'
import { listVariables, loadListSearch } from './list/search'
import { IntegrationListQuery } from './queries'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Integrations' }

export default async function IntegrationsPage({ params, searchParams }: Props) {
  const { tenant } = await params
  const variables = listVariables(await loadListSearch(searchParams))
  const { data, trouble } = await load(IntegrationListQuery, variables, { tenant })
  return data ? <IntegrationList seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
