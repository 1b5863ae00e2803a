import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { CallSettings } from './call-settings'
import { CallPolicyQuery } from './queries'

type Props = { params: Promise<{ tenant: string; slug: string }> }

export const metadata: Metadata = { title: 'Calls' }

export default async function IntegrationCallSettingsPage({ params }: Props) {
  const { tenant, slug } = await params
  const { data, trouble } = await load(CallPolicyQuery, { integration: decodeURIComponent(slug) }, { tenant })
  return data ? <CallSettings inForce={data.integration} /> : <PageTrouble trouble={trouble} />
}
