import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Network } from './network'
import { EgressGrantsQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Network' }

export default async function NetworkPage({ params }: Props) {
  const { tenant } = await params
  const variables = { tenant }
  const { data, trouble } = await load(EgressGrantsQuery, variables, { tenant })
  return data ? <Network seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
