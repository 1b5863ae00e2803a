'use client'

import type { OverviewQuery as OverviewData } from '@/app/generated/graphql'
import { useMay, useTenant } from '@/app/lib/tenant'
import { Button, LinkButton } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { Filters } from './filters'
import { IntegrationCard } from './integration-card'
import { IntegrationTable } from './integration-table'
import type { OverviewItem } from './model'
import { mostShown, type OverviewSearch } from './search'

export type ListingProps = {
  data: OverviewData
  items: readonly OverviewItem[]
  search: OverviewSearch
  onSearch: (change: Partial<OverviewSearch>) => void
  loading: boolean
  /** How many were asked for. */
  first: number
  onMore: () => void
}

/** The integrations as cards or as a table, filtered by what stands in the address. */
export function Listing({ data, items, search, onSearch, loading, first, onMore }: ListingProps) {
  return (
    <Section title="Integrations" aside={<ConnectLink />}>
      <Filters search={search} onChange={onSearch} types={data.integrationTypes} total={data.healthSummary.total} />
      <div aria-busy={loading}>
        <Items items={items} view={search.view} onClear={() => onSearch({ q: '', state: null, type: null })} />
      </div>
      {data.integrations.pageInfo.hasNextPage && (
        <div className="mt-4 flex flex-wrap items-center justify-center gap-3 text-text-2">
          showing {items.length} of {data.integrations.totalCount}
          {first < mostShown ? (
            <Button pending={loading} onClick={onMore}>
              Show more
            </Button>
          ) : (
            <AllLink />
          )}
        </div>
      )}
    </Section>
  )
}

function ConnectLink() {
  const { slug } = useTenant()
  return useMay('integrations:write') ? (
    <LinkButton variant="primary" size="sm" href={`/${slug}/integrations/new`} icon={<PlusIcon />} shortcut="n">
      Connect
    </LinkButton>
  ) : null
}

function AllLink() {
  const { slug } = useTenant()
  return <LinkButton href={`/${slug}/integrations`}>All integrations</LinkButton>
}

type ItemsProps = { items: readonly OverviewItem[]; view: 'cards' | 'table'; onClear: () => void }

function Items({ items, view, onClear }: ItemsProps) {
  if (items.length === 0) {
    return (
      <EmptyState title="No integration fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
    )
  }
  if (view === 'table') return <IntegrationTable items={items} />
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-4">
      {items.map((item) => (
        <li key={item.id} className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
          <IntegrationCard item={item} />
        </li>
      ))}
    </ul>
  )
}
