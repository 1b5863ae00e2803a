'use client'

import { useMemo, useState } from 'react'
import { plural } from '@/app/lib/format'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState, ErrorState, Notice } from '@/app/ui/feedback'
import { RefreshCwIcon } from '@/app/ui/icons'
import { SearchInput } from '@/app/ui/search-input'
import { RelativeTime } from '@/app/ui/time'
import { useIntegration } from '../integration-context'
import { ListForm, type ResourceList } from './list-form'
import { ResolveTag } from './resolve-tag'
import { ResourceTable } from './resource-table'
import { useDiscovery } from './use-discovery'

type Discovering = ReturnType<typeof useDiscovery>

/** What the service has: one of its lists, row after row as they come; for a registry also what a tag stands for. */
export function ResourcesPage({ lists }: { lists: readonly ResourceList[] }) {
  const { integration } = useIntegration()
  const [name, setName] = useState(lists[0]?.name ?? '')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const discovery = useDiscovery()
  const chosen = lists.find((list) => list.name === name) ?? lists[0]
  if (!chosen) {
    return (
      <EmptyState title="Nothing to list">
        The connector of {integration.name} knows no lists of what the service has.
      </EmptyState>
    )
  }
  const discover = (refresh: boolean) => {
    const input = chosen.inputs.map((one) => ({ name: one.name, value: values[one.name]?.trim() ?? '' }))
    discovery.start({ integration: integration.id, type: chosen.name, input, refresh })
  }
  const choose = (next: string) => {
    setName(next)
    discovery.reset()
  }
  return (
    <div className="grid gap-8">
      <Section title="Resources" className="grid content-start gap-4">
        <ListForm
          integration={integration.id}
          {...{ lists, chosen, values }}
          onChoose={choose}
          onValue={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
          running={discovery.running}
          onDiscover={() => discover(false)}
        />
        {chosen.missing === null ? (
          <Found list={chosen} discovery={discovery} onRefresh={() => discover(true)} />
        ) : (
          <Notice tone="info">{chosen.missing}</Notice>
        )}
      </Section>
      {integration.type.startsWith('registry.') && <ResolveTag integration={integration.id} />}
    </div>
  )
}

function Found({ list, discovery, onRefresh }: { list: ResourceList; discovery: Discovering; onRefresh: () => void }) {
  const [filter, setFilter] = useState('')
  const { question, rows, running, cachedAt, failure, trouble } = discovery
  const wanted = filter.trim().toLowerCase()
  const shown = useMemo(
    () => (wanted ? rows.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(wanted)) : rows),
    [rows, wanted],
  )
  if (!question) {
    return (
      <EmptyState title="Nothing discovered yet">
        {list.inputs.length === 0
          ? `Press Discover to list ${list.title.toLowerCase()}.`
          : `Name the ${list.inputs.map(({ title }) => title.toLowerCase()).join(' and the ')}, then press Discover.`}
      </EmptyState>
    )
  }
  const count = plural(rows.length, 'row')
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput label="Filter by name" value={filter} onValueChange={setFilter} />
        <p role="status" data-count={rows.length}>
          {running ? `${count} so far …` : wanted ? `${shown.length} of ${count}` : count}
        </p>
        {cachedAt && (
          <p className="text-text-2">
            asked of the service <RelativeTime at={cachedAt} inert />
          </p>
        )}
        <Button size="sm" icon={<RefreshCwIcon />} pending={running} onClick={onRefresh}>
          Refresh
        </Button>
      </div>
      {trouble && <ErrorState compact trouble={trouble} onRetry={onRefresh} />}
      {rows.length > 0 && <ResourceTable label={list.title} rows={shown} />}
      {failure && <FailedPage failure={failure} discovery={discovery} />}
      {!running && !failure && !trouble && rows.length === 0 && (
        <EmptyState title={`No ${list.title.toLowerCase()}`}>The service answered, and has none.</EmptyState>
      )}
    </div>
  )
}

/** What came before stays; only the page that failed is asked again. */
function FailedPage({ failure, discovery }: { failure: NonNullable<Discovering['failure']>; discovery: Discovering }) {
  const { question, endCursor, rows, start } = discovery
  const retry = () => {
    if (question) start(question, { after: endCursor, kept: rows })
  }
  return (
    <Notice
      tone="bad"
      action={
        <Button size="sm" icon={<RefreshCwIcon />} onClick={retry}>
          Try this page again
        </Button>
      }
    >
      <p className="font-medium">
        Page {failure.page ?? 1} could not be read: {failure.message}
      </p>
      {failure.remedy && <p className="text-text">{failure.remedy}</p>}
    </Notice>
  )
}
