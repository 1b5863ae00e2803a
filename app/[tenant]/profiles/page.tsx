import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Profiles } from './profiles'
import { ProfilesQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Profiles' }

export default async function ProfilesPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(ProfilesQuery, {}, { tenant })
  return data ? <Profiles seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
