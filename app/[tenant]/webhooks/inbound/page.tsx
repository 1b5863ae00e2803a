import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Inbound } from './inbound'
import { InboundQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Inbound webhooks' }

export default async function InboundPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(InboundQuery, {}, { tenant })
  return data ? <Inbound seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
