import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Catalog } from './catalog'
import { CatalogQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Catalog' }

export default async function CatalogPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(CatalogQuery, {}, { tenant })
  return data ? <Catalog types={data.integrationTypes} /> : <PageTrouble trouble={trouble} />
}
