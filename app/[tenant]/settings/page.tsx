import type { Metadata } from 'next'
import { signInTrouble } from '@/app/entrance/sign-in-troubles'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Profile } from './profile/profile'
import { ProfileQuery } from './profile/queries'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Profile' }

/** Connecting a provider's account that failed comes back here with a code. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const { tenant } = await params
  const { error } = await searchParams
  const problem = signInTrouble(typeof error === 'string' ? error : undefined)
  const { data, trouble } = await load(ProfileQuery, {}, { tenant })
  return data ? <Profile seed={{ data, variables: {} }} problem={problem} /> : <PageTrouble trouble={trouble} />
}
