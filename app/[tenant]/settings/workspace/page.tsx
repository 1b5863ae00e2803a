import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { WorkspaceQuery } from './queries'
import { Workspace } from './workspace'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Workspace' }

export default async function WorkspacePage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(WorkspaceQuery, {}, { tenant })
  return data ? <Workspace seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
