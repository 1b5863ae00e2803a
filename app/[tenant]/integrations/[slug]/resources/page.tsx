import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ResourceListsQuery } from './queries'
import { ResourcesPage } from './resources-page'

type Props = { params: Promise<{ tenant: string; slug: string }> }

export const metadata: Metadata = { title: 'Resources' }

export default async function IntegrationResourcesPage({ params }: Props) {
  const { tenant, slug } = await params
  const integration = decodeURIComponent(slug)
  const { data, trouble } = await load(ResourceListsQuery, { integration }, { tenant })
  return data ? <ResourcesPage lists={data.resourceLists} /> : <PageTrouble trouble={trouble} />
}
