import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { SignInSettingsQuery } from './queries'
import { SignInSettings } from './sign-in-settings'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Sign-in' }

const refused = {
  title: 'Only an instance admin sees how people sign in to this hub.',
  remedy: 'Ask whoever runs the hub.',
  code: 'permission.denied',
}

export default async function SignInSettingsPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(SignInSettingsQuery, {}, { tenant })
  if (!data) return <PageTrouble trouble={trouble} />
  if (!data.viewer?.isInstanceAdmin) return <PageTrouble trouble={refused} />
  return <SignInSettings providers={data.signInProviders} />
}
