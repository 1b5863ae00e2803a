import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageHeader } from '@/app/ui/card'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ActivityLog } from './activity-log'
import { ActivityQuery } from './queries'
import { activityVariables, loadActivitySearch } from './search'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ params, searchParams }: Props) {
  const { tenant } = await params
  const variables = activityVariables(await loadActivitySearch(searchParams))
  const { data, trouble } = await load(ActivityQuery, variables, { tenant })
  if (!data) return <PageTrouble trouble={trouble} />
  return (
    <>
      <PageHeader title="Activity" lead="Everything that happened in this tenant, as far as you may see it." />
      <ActivityLog seed={{ data, variables }} />
    </>
  )
}
