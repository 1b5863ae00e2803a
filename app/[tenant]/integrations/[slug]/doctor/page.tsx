import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { ExaminationsQuery } from '../../examination-queries'
import { DoctorPage } from './doctor-page'

type Props = {
  params: Promise<{ tenant: string; slug: string }>
  searchParams: Promise<{ run?: string | string[] }>
}

export const metadata: Metadata = { title: 'Doctor' }

export default async function IntegrationDoctorPage({ params, searchParams }: Props) {
  const { tenant, slug } = await params
  const { run } = await searchParams
  const variables = { integration: decodeURIComponent(slug) }
  const { data, trouble } = await load(ExaminationsQuery, variables, { tenant })
  return data ? <DoctorPage seed={{ data, variables }} runs={run !== undefined} /> : <PageTrouble trouble={trouble} />
}
