import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { CatalogTypeQuery } from '../queries'
import { TypePage } from './type-page'

type Props = { params: Promise<{ tenant: string; type: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).type} · Catalog` }
}

export default async function CatalogTypePage({ params }: Props) {
  const { tenant, type } = await params
  const { data, trouble } = await load(CatalogTypeQuery, { id: type, types: [type] }, { tenant })
  if (!data) return <PageTrouble trouble={trouble} />
  if (!data.integrationType) notFound()
  return <TypePage type={data.integrationType} integrations={data.integrations.edges.map(({ node }) => node)} />
}
