'use client'

import { useApolloClient } from '@apollo/client/react'
import dynamic from 'next/dynamic'
import { useQueryStates } from 'nuqs'
import { useCallback, useEffect, useRef, useState } from 'react'
import { plural } from '@/app/lib/format'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton, Spinner } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { EmptyState, ErrorState } from '@/app/ui/feedback'
import { Tick } from '@/app/ui/field'
import { PlusIcon, RefreshCwIcon } from '@/app/ui/icons'
import { BulkBar } from './bulk-bar'
import { ListFilters } from './filters'
import { ListTable } from './list-table'
import type { RowRef } from './row-store'
import { isFiltered, type ListChange, type ListSearch, listSearch, noFilters } from './search'
import { ListToolbar } from './toolbar'
import { AgainProvider, type Listing, type ListSeed, useListing, useLiveListing } from './use-listing'
import { walkRows } from './walk'

const RowMenu = dynamic(() => import('./row-menu').then((it) => it.RowMenu), { ssr: false })

/** Find and compare, however many there are. */
export function IntegrationList({ seed }: { seed: ListSeed }) {
  const [search, setSearch] = useQueryStates(listSearch, { history: 'replace' })
  const change = useCallback((next: ListChange) => void setSearch(next as Parameters<typeof setSearch>[0]), [setSearch])
  const { listing, isUpdating, trouble, again } = useListing(seed, search as ListSearch)
  const selection = useSelection(listing)
  const looking = useRef<Parameters<Listing['store']['want']>[0]>([])
  useLiveListing(
    listing,
    useCallback(() => looking.current, []),
    seed.frame.lastSequence,
  )
  useColumnsAnew(listing, search as ListSearch, looking)
  const [menu, setMenu] = useState<{ row: RowRef; anchor: HTMLElement } | null>(null)
  const openMenu = useCallback((row: RowRef, anchor: HTMLElement) => setMenu({ row, anchor }), [])
  const shown = { ...(search as ListSearch), deleted: listing.search.deleted }
  return (
    <AgainProvider value={again}>
      <PageHeader title="Integrations" lead={plural(listing.total, 'integration')}>
        <ConnectLink />
      </PageHeader>
      <ListFilters search={search as ListSearch} onChange={change} frame={listing.frame} />
      <ListToolbar search={search as ListSearch} onChange={change} total={listing.total} />
      <BulkBar selected={selection.rows} onClear={selection.clear} />
      <News listing={listing} isUpdating={isUpdating} trouble={trouble} onAgain={again} />
      <div aria-busy={isUpdating}>
        {listing.total === 0 ? (
          <Nothing search={listing.search} onClear={() => change(noFilters)} />
        ) : (
          <ListTable
            listing={listing}
            search={shown}
            onChange={change}
            selected={selection.rows}
            onSelect={selection.toggle}
            onActions={openMenu}
            looking={looking as Parameters<typeof ListTable>[0]['looking']}
            selectAll={<SelectAll selection={selection} total={listing.total} />}
          />
        )}
      </div>
      {menu && <RowMenu row={menu.row} anchor={menu.anchor} onClose={() => setMenu(null)} />}
    </AgainProvider>
  )
}

/** A column that was hidden has no values yet. */
function useColumnsAnew(
  listing: Listing,
  { columns }: ListSearch,
  looking: { current: Parameters<Listing['store']['want']>[0] },
) {
  const shown = columns.join()
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    listing.store.refresh(looking.current).catch(() => {})
  }, [shown, listing, looking])
}

function useSelection(listing: Listing) {
  const client = useApolloClient()
  const [rows, setRows] = useState<ReadonlyMap<string, RowRef>>(new Map())
  const [isGathering, setGathering] = useState(false)
  const toggle = useCallback((row: RowRef) => {
    setRows((before) => {
      const next = new Map(before)
      if (!next.delete(row.id)) next.set(row.id, row)
      return next
    })
  }, [])
  const clear = useCallback(() => setRows(new Map()), [])
  const all = async () => {
    setGathering(true)
    try {
      const found = new Map<string, RowRef>()
      for await (const page of walkRows(client, listing.search)) {
        for (const { id, slug, name } of page) found.set(id, { id, slug, name })
      }
      setRows(found)
    } finally {
      setGathering(false)
    }
  }
  return { rows, toggle, clear, all, isGathering }
}

type SelectAllProps = { selection: ReturnType<typeof useSelection>; total: number }

/** All that the filters let through, also those that were not read yet. */
function SelectAll({ selection, total }: SelectAllProps) {
  const { rows, isGathering, all, clear } = selection
  const isAll = total > 0 && rows.size >= total
  if (isGathering) return <Spinner />
  return (
    <Tick
      aria-label="Select all that fit the filters"
      checked={isAll}
      isPartly={rows.size > 0 && !isAll}
      onChange={() => (rows.size > 0 ? clear() : void all().catch(() => {}))}
    />
  )
}

type NewsProps = { listing: Listing; isUpdating: boolean; trouble: unknown; onAgain: () => void }

/** What is not right with what is on the screen: it could not be read, or it is not in order any more. */
function News({ listing: { store }, isUpdating, trouble, onAgain }: NewsProps) {
  const problem = trouble ?? store.trouble
  return (
    <>
      {problem !== null && (
        <div className="mb-3">
          <ErrorState compact trouble={troubleOf(problem)} onRetry={trouble === null ? () => store.retry() : onAgain} />
        </div>
      )}
      <div role="status" className="contents">
        {isUpdating ? (
          <p className="mb-2 animate-appear text-meta text-text-2">Updating</p>
        ) : (
          store.isOutdated && (
            <p className="mb-2 flex items-center gap-2 text-text-2">
              The list has changed since it was put in order.
              <Button size="sm" icon={<RefreshCwIcon />} onClick={onAgain}>
                Sort again
              </Button>
            </p>
          )
        )}
      </div>
    </>
  )
}

function ConnectLink() {
  const { slug } = useTenant()
  const mayConnect = useMay('integrations:write')
  if (!mayConnect) return null
  return (
    <LinkButton variant="primary" href={`/${slug}/integrations/new`} icon={<PlusIcon />} shortcut="n">
      Connect
    </LinkButton>
  )
}

type NothingProps = { search: ListSearch; onClear: () => void }

function Nothing({ search, onClear }: NothingProps) {
  const { slug } = useTenant()
  const mayConnect = useMay('integrations:write')
  if (search.deleted) {
    return (
      <EmptyState title="Nothing to restore" action={<Button onClick={onClear}>Show the living</Button>}>
        What is deleted can be restored for 7 days from here.
      </EmptyState>
    )
  }
  if (isFiltered(search)) {
    return (
      <EmptyState title="No integration fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
    )
  }
  return (
    <EmptyState
      title="Nothing is connected yet"
      action={
        <>
          {mayConnect && (
            <LinkButton variant="primary" href={`/${slug}/integrations/new`} icon={<PlusIcon />}>
              Connect a service
            </LinkButton>
          )}
          <LinkButton href={`/${slug}/catalog`}>Look at the catalog</LinkButton>
        </>
      }
    >
      {mayConnect
        ? 'Its health is checked from then on, and every change shows within seconds.'
        : 'When somebody with the role operator connects a service, it shows here.'}
    </EmptyState>
  )
}
