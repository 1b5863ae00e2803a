import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { SavedProfileQuery } from '../queries'
import { ProfilePage } from './profile-page'

type Props = { params: Promise<{ tenant: string; id: string }> }

export const metadata: Metadata = { title: 'Profile' }

export default async function OneProfilePage({ params }: Props) {
  const { tenant, id } = await params
  const variables = { id: decodeURIComponent(id) }
  const { data, trouble } = await load(SavedProfileQuery, variables, { tenant })
  return data ? <ProfilePage seed={{ data, variables }} /> : <PageTrouble trouble={trouble} />
}
