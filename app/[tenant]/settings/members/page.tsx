import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { MembersQuery } from '../queries'
import { Members } from './members'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Members & roles' }

export default async function MembersPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(MembersQuery, {}, { tenant })
  return data ? <Members seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
