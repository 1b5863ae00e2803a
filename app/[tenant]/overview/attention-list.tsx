'use client'

import Link from 'next/link'
import { useStanding } from '@/app/lib/health-clock'
import { useMay, useTenant } from '@/app/lib/tenant'
import { LinkButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { StateIcon } from '@/app/ui/state-icon'
import { Span } from '@/app/ui/time'
import type { OverviewItem } from './model'
import { TestButton } from './test-button'

/** What needs a person, worst first, each with the reason and what to do. */
export function AttentionList({ items, totalCount }: { items: readonly OverviewItem[]; totalCount: number }) {
  if (items.length === 0) return null
  return (
    <Section title="Attention" id="attention">
      <ul className="divide-y divide-border rounded-card border border-border bg-raised [--cut:var(--raised)]">
        {items.map((item) => (
          <AttentionRow key={item.id} item={item} />
        ))}
      </ul>
      {totalCount > items.length && <p className="mt-2 text-text-2">and {totalCount - items.length} more below</p>}
    </Section>
  )
}

function AttentionRow({ item }: { item: OverviewItem }) {
  const { slug } = useTenant()
  const mayTest = useMay('integrations:test')
  const state = useStanding(item)
  const href = `/${slug}/integrations/${item.slug}`
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2.5" data-attention={item.slug}>
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <StateIcon state={state} className="mt-0.5" />
        <div className="min-w-0">
          <p>
            <Link prefetch={false} href={href} className="font-medium hover:underline">
              {item.name}
            </Link>
            {item.healthMessage && <span> – {item.healthMessage.replace(/\.$/, '')}</span>}
            {item.healthSince && (
              <span className="text-text-2">
                {' · for '}
                <Span since={item.healthSince} />
              </span>
            )}
          </p>
          {item.remedy && <p className="mt-0.5 text-dense text-text-2">{item.remedy}</p>}
        </div>
      </div>
      <div className="flex gap-2 max-sm:pl-7">
        {mayTest && <TestButton id={item.id} name={item.name} />}
        <LinkButton prefetch={false} size="sm" href={href} aria-label={`Details of ${item.name}`}>
          Details
        </LinkButton>
      </div>
    </li>
  )
}
