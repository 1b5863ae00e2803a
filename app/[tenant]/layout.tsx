import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { GraphqlProvider } from '../lib/graphql-client'
import { load, signInPath, wantedPath } from '../lib/graphql-server'
import { TenantProvider } from '../lib/tenant'
import { readTheme, themeCookie } from '../lib/theme'
import { ClockProvider } from '../ui/clock'
import { ErrorState } from '../ui/feedback'
import { ShellQuery } from './queries'
import { Shell } from './shell/shell'

type Props = { children: ReactNode; params: Promise<{ tenant: string }> }

// Without a tenant header: which ones may be entered is asked first, and an unknown one is simply not among them.
const loadShell = cache(() => load(ShellQuery, {}))

async function findPlace(slug: string) {
  const { data, trouble } = await loadShell()
  if (!data) return { trouble }
  if (!data.viewer) redirect(signInPath(await wantedPath()))
  const { viewer } = data
  return { viewer, place: viewer.tenants.find(({ tenant }) => tenant.slug === slug) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { place } = await findPlace((await params).tenant)
  const name = place?.tenant.name ?? 'Integration Hub'
  return { title: { default: name, template: `%s · ${name} · Integration Hub` } }
}

export default async function TenantLayout({ children, params }: Props) {
  const { tenant: slug } = await params
  const { viewer, place, trouble } = await findPlace(slug)
  if (trouble) {
    return (
      <main className="mx-auto max-w-2xl p-6">
        <ErrorState trouble={trouble} />
      </main>
    )
  }
  if (!viewer || !place) notFound()
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const { tenant, role, permissions } = place
  return (
    <ClockProvider now={Date.now()}>
      <TenantProvider tenant={{ ...tenant, role, permissions, isInstanceAdmin: viewer.isInstanceAdmin }}>
        <GraphqlProvider key={slug} tenant={slug}>
          <Shell
            person={{ name: viewer.name, email: viewer.email }}
            tenants={viewer.tenants.map((each) => each.tenant)}
            theme={theme}
          >
            {children}
          </Shell>
        </GraphqlProvider>
      </TenantProvider>
    </ClockProvider>
  )
}
