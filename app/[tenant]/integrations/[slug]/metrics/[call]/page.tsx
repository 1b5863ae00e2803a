import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { CallQuery } from '../queries'
import { CallDetail } from './call-detail'

type Props = { params: Promise<{ tenant: string; slug: string; call: string }> }

export const metadata: Metadata = { title: 'Call' }

/** What a call was does not change: the page is read once. */
export default async function CallPage({ params }: Props) {
  const { tenant, call } = await params
  const { data, trouble } = await load(CallQuery, { id: decodeURIComponent(call) }, { tenant })
  return data ? <CallDetail call={data.call} /> : <PageTrouble trouble={trouble} />
}
