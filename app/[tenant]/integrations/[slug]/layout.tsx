import type { Metadata } from 'next'
import { cache, type ReactNode } from 'react'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { IntegrationQuery } from '../queries'
import { IntegrationFrame } from './frame'

type Props = { children: ReactNode; params: Promise<{ tenant: string; slug: string }> }

const loadIntegration = cache((tenant: string, slug: string) => load(IntegrationQuery, { id: slug }, { tenant }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, slug } = await params
  const { data } = await loadIntegration(tenant, decodeURIComponent(slug))
  return { title: data?.integration.name ?? slug }
}

export default async function IntegrationLayout({ children, params }: Props) {
  const { tenant, slug } = await params
  const id = decodeURIComponent(slug)
  const { data, trouble } = await loadIntegration(tenant, id)
  if (!data) return <PageTrouble trouble={trouble} />
  return (
    <IntegrationFrame key={data.integration.id} seed={{ data, variables: { id } }}>
      {children}
    </IntegrationFrame>
  )
}
