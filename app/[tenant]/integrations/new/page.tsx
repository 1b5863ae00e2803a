import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ConnectQuery } from '../queries'
import { ConnectPage } from './connect-page'

type Props = {
  params: Promise<{ tenant: string }>
  searchParams: Promise<{ type?: string | string[]; instance?: string | string[]; profile?: string | string[] }>
}

export const metadata: Metadata = { title: 'Connect a service' }

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

export default async function NewIntegrationPage({ params, searchParams }: Props) {
  const { tenant } = await params
  const { type, instance, profile } = await searchParams
  const { data, trouble } = await load(ConnectQuery, {}, { tenant })
  if (!data) return <PageTrouble trouble={trouble} />
  const asked = { type: single(type), instance: single(instance), profile: single(profile) }
  return <ConnectPage types={data.integrationTypes} {...asked} />
}
