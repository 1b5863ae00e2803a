import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Environments } from './environments'
import { EnvironmentsQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Environments' }

export default async function EnvironmentsPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(EnvironmentsQuery, {}, { tenant })
  return data ? <Environments seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
