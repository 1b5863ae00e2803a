import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ApiKeys } from './api-keys'
import { ApiKeysQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'API keys' }

export default async function ApiKeysPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(ApiKeysQuery, {}, { tenant })
  return data ? <ApiKeys seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
