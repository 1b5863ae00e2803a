'use client'

import Link from 'next/link'
import { memo } from 'react'
import type { IntegrationListQuery } from '@/app/generated/graphql'
import { formatDuration } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { HistoryStrip } from '@/app/ui/history-strip'
import { QuotaMeters } from '@/app/ui/quota-meter'
import { StateChip } from '@/app/ui/state-icon'
import { Td, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { RestoreButton } from './restore-button'

export type ListItem = IntegrationListQuery['integrations']['edges'][number]['node']

function Name({ item, isDeleted }: { item: ListItem; isDeleted: boolean }) {
  const { slug } = useTenant()
  return (
    <span className="flex min-w-36 items-center gap-2.5">
      <BrandMark type={item.type} instance={item.instance} name={item.name} size="sm" />
      <span className="min-w-0">
        {isDeleted ? (
          <span className="font-medium">{item.name}</span>
        ) : (
          <Link href={`/${slug}/integrations/${item.slug}`} className="font-medium hover:underline">
            {item.name}
          </Link>
        )}
        {item.name !== item.slug && <code className="block text-meta text-text-2">{item.slug}</code>}
      </span>
    </span>
  )
}

/** One integration, for comparing it with the others. */
export const IntegrationRow = memo(function IntegrationRow({ item }: { item: ListItem }) {
  const state = useStanding(item)
  const latency = item.stats.latencyMsP95
  return (
    <Tr data-integration={item.slug} data-state={state}>
      <Td>
        <Name item={item} isDeleted={false} />
      </Td>
      <Td>
        <StateChip state={state} />
      </Td>
      <Td className="whitespace-nowrap text-text-2 max-lg:hidden">{item.integrationType.name}</Td>
      <Td>
        <HistoryStrip bars={item.history.map(({ at, health }) => ({ at, state: health }))} className="h-5" />
      </Td>
      <Td>
        <QuotaMeters quotas={item.quotas} compact most={1} />
      </Td>
      <Td className="text-right">{latency === null ? '–' : formatDuration(latency)}</Td>
      <Td className="text-right whitespace-nowrap text-text-2">
        {item.checkedAt ? <RelativeTime at={item.checkedAt} inert /> : 'not yet'}
      </Td>
    </Tr>
  )
})

/** A deleted one, and the way back. */
export function DeletedRow({ item }: { item: ListItem }) {
  return (
    <Tr data-integration={item.slug}>
      <Td>
        <Name item={item} isDeleted />
      </Td>
      <Td className="text-text-2">{item.integrationType.name}</Td>
      <Td className="whitespace-nowrap text-text-2">{item.deletedAt && <RelativeTime at={item.deletedAt} inert />}</Td>
      <Td className="text-right">
        <RestoreButton id={item.id} slug={item.slug} />
      </Td>
    </Tr>
  )
}
