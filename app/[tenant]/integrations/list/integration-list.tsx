'use client'

import { useQuery, useSubscription } from '@apollo/client/react'
import { useQueryStates } from 'nuqs'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { StatusChangedSubscription } from '@/app/[tenant]/queries'
import type { IntegrationListQueryVariables, IntegrationListQuery as ListData } from '@/app/generated/graphql'
import { plural } from '@/app/lib/format'
import { type Seed, useSeededQuery } from '@/app/lib/graphql-client'
import { gathered, type Refetch, usePace } from '@/app/lib/pace'
import { useMay, useTenant } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button, LinkButton } from '@/app/ui/button'
import { PageHeader } from '@/app/ui/card'
import { EmptyState, ErrorState } from '@/app/ui/feedback'
import { PlusIcon } from '@/app/ui/icons'
import { Table, Td, Th } from '@/app/ui/table'
import { IntegrationListQuery } from '../queries'
import { ListFilters } from './filters'
import { DeletedRow, IntegrationRow } from './integration-row'
import { type ListSearch, listSearch, listVariables, noFilters } from './search'

type Props = { seed: Seed<ListData, IntegrationListQueryVariables> }

/** Find and compare. Each page of rows is a query of its own, so that all of them stay current. */
export function IntegrationList({ seed }: Props) {
  const [search, setSearch] = useQueryStates(listSearch, { history: 'replace' })
  const change = useCallback(
    (next: Partial<ListSearch>) => void setSearch(next as Parameters<typeof setSearch>[0]),
    [setSearch],
  )
  const variables = useMemo(() => listVariables(search), [search])
  const { data, error, loading, refetch } = useSeededQuery(IntegrationListQuery, seed, variables)
  useLiveRows(data, seed.data.lastSequence, refetch)
  const isFiltered = variables.filter !== null
  return (
    <>
      <PageHeader title="Integrations" lead={plural(data.integrations.totalCount, 'integration')}>
        <ConnectLink />
      </PageHeader>
      <ListFilters search={search} onChange={change} types={data.integrationTypes} />
      {error && (
        <div className="mb-4">
          <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />
        </div>
      )}
      <div aria-busy={loading}>
        {data.integrations.edges.length === 0 ? (
          <Nothing search={search} isFiltered={isFiltered} onClear={() => change(noFilters)} />
        ) : (
          <Table label="Integrations" className={search.deleted ? 'min-w-xl' : 'min-w-3xl lg:min-w-4xl'}>
            <Head isDeleted={search.deleted} />
            <Rows key={JSON.stringify(variables)} data={data} variables={variables} isDeleted={search.deleted} />
          </Table>
        )}
      </div>
    </>
  )
}

/** A changed verdict is in its row with the message itself; the rest is read again at the rows' own pace. */
function useLiveRows(data: ListData, seedAfter: string, refetch: Refetch): void {
  const [after] = useState(seedAfter)
  const again = useMemo(() => gathered(refetch), [refetch])
  useEffect(() => again.stop, [again])
  useSubscription(StatusChangedSubscription, { variables: { after }, ignoreResults: true, onData: again.soon })
  const items = useMemo(() => data.integrations.edges.map(({ node }) => node), [data])
  usePace(refetch, items)
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

function Head({ isDeleted }: { isDeleted: boolean }) {
  if (isDeleted) {
    return (
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Type</Th>
          <Th>Deleted</Th>
          <Th>
            <span className="sr-only">Restore</span>
          </Th>
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      <tr>
        <Th>Name</Th>
        <Th>State</Th>
        <Th className="max-lg:hidden">Type</Th>
        <Th className="w-56">Last checks</Th>
        <Th className="w-48">Quota</Th>
        <Th className="text-right">p95</Th>
        <Th className="text-right">Checked</Th>
      </tr>
    </thead>
  )
}

type RowsProps = { data: ListData; variables: IntegrationListQueryVariables; isDeleted: boolean }

/** One page of rows, and below it the next once it is asked for. */
function Rows({ data, variables, isDeleted }: RowsProps) {
  const [wantsMore, setWantsMore] = useState(false)
  const { hasNextPage, endCursor } = data.integrations.pageInfo
  return (
    <>
      <tbody>
        {data.integrations.edges.map(({ node }) =>
          isDeleted ? <DeletedRow key={node.id} item={node} /> : <IntegrationRow key={node.id} item={node} />,
        )}
      </tbody>
      {hasNextPage && wantsMore && <NextRows variables={{ ...variables, after: endCursor }} isDeleted={isDeleted} />}
      {hasNextPage && !wantsMore && (
        <tbody>
          <tr>
            <Td colSpan={7} className="text-center">
              <Button size="sm" onClick={() => setWantsMore(true)}>
                Load more
              </Button>
            </Td>
          </tr>
        </tbody>
      )}
    </>
  )
}

function NextRows({ variables, isDeleted }: Omit<RowsProps, 'data'>) {
  const { data, previousData, error, refetch } = useQuery(IntegrationListQuery, { variables })
  const shown = (data ?? previousData) as ListData | undefined
  const items = useMemo(() => (shown?.integrations.edges ?? []).map(({ node }) => node), [shown])
  usePace(refetch, items)
  if (shown) return <Rows data={shown} variables={variables} isDeleted={isDeleted} />
  return (
    <tbody>
      <tr>
        <Td colSpan={7} className="text-center text-text-2">
          {error ? (
            <ErrorState compact trouble={troubleOf(error)} onRetry={() => void refetch().catch(() => {})} />
          ) : (
            'Loading'
          )}
        </Td>
      </tr>
    </tbody>
  )
}

type NothingProps = { search: ListSearch; isFiltered: boolean; onClear: () => void }

function Nothing({ search, isFiltered, onClear }: NothingProps) {
  const { slug } = useTenant()
  const mayConnect = useMay('integrations:write')
  if (search.deleted) {
    return (
      <EmptyState title="Nothing to restore" action={<Button onClick={onClear}>Show the living</Button>}>
        What is deleted can be restored for 7 days from here.
      </EmptyState>
    )
  }
  if (isFiltered) {
    return (
      <EmptyState title="No integration fits these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
    )
  }
  return (
    <EmptyState
      title="Nothing is connected yet"
      action={
        mayConnect && (
          <LinkButton variant="primary" href={`/${slug}/integrations/new`} icon={<PlusIcon />}>
            Connect a service
          </LinkButton>
        )
      }
    >
      {mayConnect
        ? 'Its health is checked from then on, and every change shows within seconds.'
        : 'When somebody with the role operator connects a service, it shows here.'}
    </EmptyState>
  )
}
