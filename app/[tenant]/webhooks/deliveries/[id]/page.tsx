import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { DeliveryQuery } from '../../queries'
import { DeliveryInspector } from './inspector'

type Props = { params: Promise<{ tenant: string; id: string }> }

export const metadata: Metadata = { title: 'Webhook delivery' }

export default async function DeliveryPage({ params }: Props) {
  const { tenant, id } = await params
  const variables = { id }
  const { data, trouble } = await load(DeliveryQuery, variables, { tenant })
  return data ? <DeliveryInspector seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
