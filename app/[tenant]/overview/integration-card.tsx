'use client'

import Link from 'next/link'
import { memo } from 'react'
import { formatDuration } from '@/app/lib/format'
import { useStanding } from '@/app/lib/health-clock'
import { useTenant } from '@/app/lib/tenant'
import { BrandMark } from '@/app/ui/brand-mark'
import { HistoryStrip } from '@/app/ui/history-strip'
import { QuotaMeters } from '@/app/ui/quota-meter'
import { StateChip } from '@/app/ui/state-icon'
import { RelativeTime } from '@/app/ui/time'
import type { OverviewItem } from './model'

export const historyBars = (item: OverviewItem) => item.history.map(({ at, health }) => ({ at, state: health }))

/** One integration at a glance. The whole card is the link; its name is the link's name. */
export const IntegrationCard = memo(function IntegrationCard({ item }: { item: OverviewItem }) {
  const { slug } = useTenant()
  const state = useStanding(item)
  const latency = item.stats.latencyMsP95
  return (
    <article
      data-integration={item.slug}
      data-state={state}
      className="relative flex min-h-44 flex-col gap-3 rounded-card border border-border bg-raised p-4 transition-colors duration-(--out) hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
    >
      <div className="flex min-w-0 items-start gap-3">
        <BrandMark type={item.type} instance={item.instance} name={item.name} />
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center justify-between gap-2">
            <h3 className="truncate font-semibold">
              <Link
                prefetch={false}
                href={`/${slug}/integrations/${item.slug}`}
                className="outline-none after:absolute after:inset-0 after:rounded-card"
              >
                {item.name}
              </Link>
            </h3>
            <StateChip state={state} />
          </div>
          <p className="truncate text-meta text-text-2">
            {item.integrationType.name}
            {item.environment && ` · ${item.environment.slug}`}
          </p>
        </div>
      </div>
      <HistoryStrip bars={historyBars(item)} />
      <p className="flex justify-between gap-3 text-meta text-text-2 tabular">
        <span className="truncate">
          {item.checkedAt ? (
            <>
              checked <RelativeTime at={item.checkedAt} inert />
            </>
          ) : (
            'not checked yet'
          )}
        </span>
        {latency !== null && <span className="shrink-0">p95 {formatDuration(latency)}</span>}
      </p>
      <div className="mt-auto">
        <QuotaMeters quotas={item.quotas} compact most={2} />
      </div>
    </article>
  )
})
