'use client'

import Link from 'next/link'
import type { CallOutcome, CallsOfQuery } from '@/app/generated/graphql'
import { formatDuration, plural } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { EmptyState } from '@/app/ui/feedback'
import { Field, Select } from '@/app/ui/field'
import { StateIcon } from '@/app/ui/state-icon'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'
import { useIntegration } from '../integration-context'
import { kinds, type MetricsSearch, outcomes, rowsAtOnce } from './search'
import { kindWords, outcomeShapes, outcomeWords } from './words'

type Row = CallsOfQuery['calls']['edges'][number]['node']
type Props = {
  rows: readonly Row[]
  search: MetricsSearch
  onChange: (next: Partial<MetricsSearch>) => void
  busy: boolean
}

/** The last calls, as the two filters say; each leads to its page. */
export function CallTable({ rows, search, onChange, busy }: Props) {
  const isFiltered = search.outcome !== null || search.kind !== null
  return (
    <Section title="Last calls" className="grid content-start gap-1">
      <div className="mb-2 flex flex-wrap items-end gap-4">
        <Field label="Outcome">
          {(aria) => (
            <Select
              {...aria}
              dense
              value={search.outcome ?? ''}
              onChange={({ target }) => onChange({ outcome: outcomes.find((one) => one === target.value) ?? null })}
            >
              <option value="">Any</option>
              <option value="success">Success</option>
              <option value="failure">Failed</option>
              <option value="refused">Not sent</option>
            </Select>
          )}
        </Field>
        <Field label="Kind">
          {(aria) => (
            <Select
              {...aria}
              dense
              value={search.kind ?? ''}
              onChange={({ target }) => onChange({ kind: kinds.find((one) => one === target.value) ?? null })}
            >
              <option value="">Any</option>
              <option value="call">By path</option>
              <option value="batch">In a batch</option>
              <option value="proxy">Through the proxy</option>
              <option value="operation">Operations</option>
            </Select>
          )}
        </Field>
        <p role="status" className="pb-1.5 text-text-2">
          {rows.length === rowsAtOnce ? `the last ${rowsAtOnce}` : plural(rows.length, 'call')}
        </p>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? 'No call fits these filters' : 'The calls of this window are not kept any more'}
          action={isFiltered && <Button onClick={() => onChange({ outcome: null, kind: null })}>Show all calls</Button>}
        />
      ) : (
        <Rows rows={rows} busy={busy} />
      )}
    </Section>
  )
}

function Rows({ rows, busy }: { rows: readonly Row[]; busy: boolean }) {
  const tenant = useTenant()
  const { integration } = useIntegration()
  const base = `/${tenant.slug}/integrations/${integration.slug}/metrics`
  return (
    <Table label="Last calls" stacked className="sm:min-w-3xl" aria-busy={busy}>
      <thead>
        <tr>
          <Th>Call</Th>
          <Th>Outcome</Th>
          <Th>Kind</Th>
          <Th>By</Th>
          <Th className="text-right">Tries</Th>
          <Th className="text-right">Took</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} data-call={row.id}>
            <Td className="max-w-80">
              <Link
                href={`${base}/${row.id}`}
                className="block truncate font-mono text-accent underline underline-offset-2"
              >
                {row.method} {row.path}
              </Link>
            </Td>
            <Td label="Outcome" className="max-w-80">
              <span className="flex items-center gap-1.5">
                <OutcomeMark outcome={row.outcome} />
                {row.status !== null && <span className="tabular">{row.status}</span>}
              </span>
              {row.failure && (
                <span className="block truncate text-meta text-text-2" title={row.failure.message}>
                  {row.failure.message}
                </span>
              )}
            </Td>
            <Td label="Kind" className="whitespace-nowrap">
              {row.operation ?? kindWords[row.kind]}
            </Td>
            <Td label="By" className="max-w-40 truncate text-text-2">
              {row.actor.name}
            </Td>
            <Td label="Tries" className="text-right tabular">
              {row.attempts.length}
            </Td>
            <Td label="Took" className="text-right whitespace-nowrap tabular">
              {formatDuration(row.durationMs)}
            </Td>
            <Td label="When" className="whitespace-nowrap text-text-2">
              <RelativeTime at={row.at} inert />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Shape and word. */
export function OutcomeMark({ outcome }: { outcome: CallOutcome }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap" data-outcome={outcome}>
      <StateIcon state={outcomeShapes[outcome]} silent className="size-3.5" />
      {outcomeWords[outcome]}
    </span>
  )
}
