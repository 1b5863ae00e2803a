import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ProfileFormsQuery, SavedProfileQuery } from '../queries'
import { NewProfile } from './new-profile'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

export const metadata: Metadata = { title: 'New profile' }

export default async function NewProfilePage({ params, searchParams }: Props) {
  const { tenant } = await params
  const { from } = await searchParams
  const forms = await load(ProfileFormsQuery, {}, { tenant })
  if (!forms.data) return <PageTrouble trouble={forms.trouble} />
  if (typeof from !== 'string') return <NewProfile types={forms.data.integrationTypes} from={null} />
  const source = await load(SavedProfileQuery, { id: from }, { tenant })
  if (!source.data) return <PageTrouble trouble={source.trouble} />
  return <NewProfile types={forms.data.integrationTypes} from={source.data.connectionProfile} />
}
