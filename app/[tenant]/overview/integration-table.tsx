'use client'

import Link from 'next/link'
import { memo } from 'react'
import { formatDuration, formatPercent } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { HistoryStrip } from '@/app/ui/history-strip'
import { QuotaMeters } from '@/app/ui/quota-meter'
import { StateChip } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { historyBars } from './integration-card'
import type { OverviewItem } from './model'

/** The same integrations as the cards, for comparing them. */
export function IntegrationTable({ items }: { items: readonly OverviewItem[] }) {
  return (
    <Table label="Integrations" className="min-w-4xl">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>State</Th>
          <Th className="w-56">Last checks</Th>
          <Th className="w-48">Quota</Th>
          <Th className="text-right">p95</Th>
          <Th className="text-right">Uptime 24 h</Th>
          <Th className="text-right">Checked</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </Table>
  )
}

const Row = memo(function Row({ item }: { item: OverviewItem }) {
  const { slug } = useTenant()
  const state = useStanding(item)
  const { uptimePercent, latencyMsP95 } = item.stats
  return (
    <Tr data-integration={item.slug} data-state={state}>
      <Td>
        <span className="flex items-center gap-2.5">
          <BrandMark type={item.type} instance={item.instance} name={item.name} size="sm" />
          <span className="min-w-0">
            <Link prefetch={false} href={`/${slug}/integrations/${item.slug}`} className="font-medium hover:underline">
              {item.name}
            </Link>
            <span className="block text-meta text-text-2">{item.integrationType.name}</span>
          </span>
        </span>
      </Td>
      <Td>
        <StateChip state={state} />
      </Td>
      <Td>
        <HistoryStrip bars={historyBars(item)} className="h-5" />
      </Td>
      <Td>
        <QuotaMeters quotas={item.quotas} compact most={1} />
      </Td>
      <Td className="text-right whitespace-nowrap tabular">
        {latencyMsP95 === null ? '–' : formatDuration(latencyMsP95)}
      </Td>
      <Td className="text-right whitespace-nowrap tabular">
        {uptimePercent === null ? '–' : formatPercent(uptimePercent)}
      </Td>
      <Td className="text-right whitespace-nowrap text-text-2 tabular">
        {item.checkedAt ? <RelativeTime at={item.checkedAt} inert /> : 'not yet'}
      </Td>
    </Tr>
  )
})
