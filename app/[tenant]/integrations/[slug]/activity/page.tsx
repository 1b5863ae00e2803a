import type { Metadata } from 'next'
import { ActivityLog } from '@/app/[tenant]/activity/activity-log'
import { ActivityQuery } from '@/app/[tenant]/activity/queries'
import { activityVariables, loadActivitySearch } from '@/app/[tenant]/activity/search'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'

type Props = {
  params: Promise<{ tenant: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Activity' }

export default async function IntegrationActivityPage({ params, searchParams }: Props) {
  const { tenant, slug } = await params
  const integration = decodeURIComponent(slug)
  const variables = activityVariables(await loadActivitySearch(searchParams), integration)
  const { data, trouble } = await load(ActivityQuery, variables, { tenant })
  return data ? <ActivityLog seed={{ data, variables }} integration={integration} /> : <PageTrouble trouble={trouble} />
}
