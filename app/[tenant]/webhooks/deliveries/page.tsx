import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { DeliveriesQuery } from '../queries'
import { Deliveries } from './deliveries'
import { filterOf, type Search } from './filter'

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Search> }

export const metadata: Metadata = { title: 'Webhook deliveries' }

export default async function DeliveriesPage({ params, searchParams }: Props) {
  const [{ tenant }, search] = await Promise.all([params, searchParams])
  const variables = { filter: filterOf(search) }
  const { data, trouble } = await load(DeliveriesQuery, variables, { tenant })
  if (!data) return <PageTrouble trouble={trouble} />
  return <Deliveries key={JSON.stringify(variables)} seed={{ data, variables }} />
}
