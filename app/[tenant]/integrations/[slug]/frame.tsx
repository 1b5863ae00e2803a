'use client'

import { useSubscription } from '@apollo/client/react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { IntegrationQuery as IntegrationData, IntegrationQueryVariables } from '@/app/generated/graphql'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { gathered, type Refetch, usePace } from '@/app/lib/pace'
import { useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { ErrorState } from '@/app/ui/feedback'
import { TabLinks } from '@/app/ui/tabs'
import { IntegrationQuery, IntegrationStatusSubscription, IntegrationTouchedSubscription } from '../queries'
import { IntegrationHeader } from './header'
import { IntegrationContext } from './integration-context'

type Props = { seed: Seed<IntegrationData, IntegrationQueryVariables>; children: ReactNode }

/** Around every page of one integration: its header, its tabs, and the connection that keeps both current. */
export function IntegrationFrame({ seed, children }: Props) {
  const tenant = useTenant()
  const pathname = usePathname()
  const [{ id }] = useState(seed.data.integration)
  const { data, error, refetch } = useSeededQuery(IntegrationQuery, seed, { id: seed.variables.id })
  const { integration } = data
  useLiveIntegration(id, seed.data.lastSequence, refetch)
  const watched = useMemo(() => [integration], [integration])
  usePace(refetch, watched)
  const here = useMemo(
    () => ({ integration, after: seed.data.lastSequence, refetch }),
    [integration, seed.data.lastSequence, refetch],
  )
  const base = `/${tenant.slug}/integrations/${integration.slug}`
  const [metrics, settings] = [`${base}/metrics`, `${base}/settings`]
  // The page of one call belongs to the metrics, and that of how calls are made to the settings.
  const above = [metrics, settings].find((tab) => pathname.startsWith(`${tab}/`))
  return (
    <IntegrationContext value={here}>
      <IntegrationHeader integration={integration} />
      <TabLinks
        label={`Pages of ${integration.name}`}
        current={above ?? pathname}
        tabs={[
          { href: base, label: 'Overview' },
          { href: `${base}/doctor`, label: 'Doctor' },
          { href: `${base}/resources`, label: 'Resources' },
          { href: `${base}/operations`, label: 'Operations' },
          { href: `${base}/activity`, label: 'Activity' },
          { href: metrics, label: 'Metrics' },
          { href: settings, label: 'Settings' },
        ]}
      />
      {error && (
        <div className="mb-4">
          <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />
        </div>
      )}
      {children}
    </IntegrationContext>
  )
}

/** A changed verdict comes with the message itself; everything else that happens to the integration is read again. */
function useLiveIntegration(id: string, seedAfter: string, refetch: Refetch): void {
  const [after] = useState(seedAfter)
  const again = useMemo(() => gathered(refetch), [refetch])
  useEffect(() => again.stop, [again])
  const told = { ignoreResults: true, onData: again.soon }
  useSubscription(IntegrationStatusSubscription, { ...told, variables: { integrationId: id, after } })
  useSubscription(IntegrationTouchedSubscription, { ...told, variables: { filter: { integration: id }, after } })
}
