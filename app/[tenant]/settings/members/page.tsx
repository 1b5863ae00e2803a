import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Members } from './members'
import { MembersQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Members & roles' }

/** Who may not invite does not see who was invited, but still sees who is there. */
async function loadMembers(tenant: string) {
  const variables = { mayInvite: true }
  const all = { variables, ...(await load(MembersQuery, variables, { tenant })) }
  if (all.trouble?.code !== 'permission.denied') return all
  const fewer = { mayInvite: false }
  return { variables: fewer, ...(await load(MembersQuery, fewer, { tenant })) }
}

export default async function MembersPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble, variables } = await loadMembers(tenant)
  return data ? <Members seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
