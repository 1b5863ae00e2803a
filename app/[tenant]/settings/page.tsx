import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Profile } from './profile'
import { ProfileQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(ProfileQuery, {}, { tenant })
  return data ? <Profile seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
