'use client'

import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { fieldNames, type SettingsSchema } from '@/app/ui/settings-form/schema'
import type { Offer } from '@/app/ui/settings-form/settings-form'
import { ResourceListsQuery, ResourceNamesQuery } from '../resources/queries'

const noCache = { fetchPolicy: 'no-cache' } as const

/**
 * What the service has, for the fields that name one of it, such as a repository. Only lists that need nothing first
 * are asked; without an answer one types.
 */
export function useOffered(integration: string, schema: SettingsSchema): Record<string, readonly Offer[]> {
  const wanted = fieldNames(schema).flatMap((name) => schema.properties[name]?.['x-list'] ?? [])
  const lists = useQuery(ResourceListsQuery, { variables: { integration }, skip: wanted.length === 0, ...noCache })
  const list = lists.data?.resourceLists.find(
    (one) => wanted.includes(one.name) && one.inputs.length === 0 && one.missing === null,
  )?.name
  const { data } = useQuery(ResourceNamesQuery, {
    variables: { integration, type: list ?? '' },
    skip: list === undefined,
    ...noCache,
  })
  return useMemo(() => {
    const offers = data?.discoverResources.edges.map(({ node }) => node) ?? []
    const fields = fieldNames(schema).filter((name) => list && schema.properties[name]?.['x-list'] === list)
    return offers.length === 0 ? {} : Object.fromEntries(fields.map((name) => [name, offers]))
  }, [data, list, schema])
}
