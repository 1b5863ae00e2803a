import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Endpoints } from './endpoints'
import { EndpointsQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Webhook endpoints' }

export default async function EndpointsPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(EndpointsQuery, {}, { tenant })
  return data ? <Endpoints seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
