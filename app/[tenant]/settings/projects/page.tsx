import type { Metadata } from 'next'
import { load } from '@/app/lib/graphql-server'
import { PageTrouble } from '@/app/ui/page-trouble'
import { Projects } from './projects'
import { ProjectsQuery } from './queries'

type Props = { params: Promise<{ tenant: string }> }

export const metadata: Metadata = { title: 'Projects' }

export default async function ProjectsPage({ params }: Props) {
  const { tenant } = await params
  const { data, trouble } = await load(ProjectsQuery, {}, { tenant })
  return data ? <Projects seed={{ data, variables: {} }} /> : <PageTrouble trouble={trouble} />
}
