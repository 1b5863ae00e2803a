'use client'

import { useQuery } from '@apollo/client/react'
import { useTenant } from '@/app/lib/tenant'
import type { Key } from './key-standing'
import { KeyPlaceQuery } from './queries'

type Scope = Key['scopes'][number]

/** What a key may do, grouped by where: a place is told once, not at each scope. */
export function Scopes({ scopes }: { scopes: readonly Scope[] }) {
  const places = new Map<string, Scope[]>()
  for (const scope of scopes) {
    const place = scope.integrationId ?? scope.projectId ?? ''
    places.set(place, [...(places.get(place) ?? []), scope])
  }
  return (
    <div className="grid gap-1.5">
      {[...places].map(([place, held]) => (
        <div key={place}>
          <ul className="flex flex-wrap gap-1">
            {held.map(({ permission }) => (
              <li key={permission} className="rounded-[4px] bg-unk-bg px-1.5 text-meta whitespace-nowrap text-unk">
                {permission}
              </li>
            ))}
          </ul>
          {held[0] && <PlaceName scope={held[0]} />}
        </div>
      ))}
    </div>
  )
}

function PlaceName({ scope }: { scope: Scope }) {
  const { projects } = useTenant()
  if (scope.integrationId) return <IntegrationName id={scope.integrationId} />
  if (!scope.projectId) return null
  const project = projects.find(({ id }) => id === scope.projectId)
  return <span className="text-meta text-text-2">only in {project?.name ?? 'a project that was deleted'}</span>
}

function IntegrationName({ id }: { id: string }) {
  const { data, error } = useQuery(KeyPlaceQuery, { variables: { id } })
  const name = data?.integration.name ?? (error ? 'an integration that was deleted' : 'one integration')
  return <span className="text-meta text-text-2">only for {name}</span>
}
