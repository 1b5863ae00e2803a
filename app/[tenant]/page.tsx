import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Overview } from './overview/overview'
import { loadOverviewSearch, overviewVariables } from './overview/search'
import { OverviewQuery } from './queries'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage({ params, searchParams }: Props) {
  const { tenant } = await params
  const variables = overviewVariables(await loadOverviewSearch(searchParams))
  const { data, trouble } = await load(OverviewQuery, variables, { tenant })
  return data ? <Overview seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
