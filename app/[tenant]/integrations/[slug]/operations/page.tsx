import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { OperationsPage } from './operations-page'
import { OperationsQuery } from './queries'

type Props = { params: Promise<{ tenant: string; slug: string }> }

export const metadata: Metadata = { title: 'Operations' }

export default async function IntegrationOperationsPage({ params }: Props) {
  const { tenant, slug } = await params
  const { data, trouble } = await load(OperationsQuery, { integration: decodeURIComponent(slug) }, { tenant })
  return data ? <OperationsPage operations={data.integration.operations} /> : <PageTrouble trouble={trouble} />
}
