'use client'

import Link from 'next/link'
import { formatDuration, plural } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { CopyButton } from '@/app/ui/copy-button'
import { Notice } from '@/app/ui/feedback'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { causeWords } from '../../failure-words'
import { useIntegration } from '../integration-context'
import { OutcomeMark } from '../metrics/call-table'
import type { Operation } from './effect'
import type { Run } from './use-run'

type Props = { run: Run; operation: Operation }

/** What became of it: the answer or why there is none, how many tries it took, and the calls that were logged. */
export function Outcome({ run, operation }: Props) {
  const { integration } = useIntegration()
  return (
    <section aria-labelledby="outcome-heading" className="grid gap-4" data-run={run.outcome}>
      <h3 id="outcome-heading" className="text-meta font-semibold tracking-[0.06em] text-text-2 uppercase">
        Outcome
      </h3>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <OutcomeMark outcome={run.outcome} />
        <span className="tabular">
          {plural(run.attempts, 'request')}, {formatDuration(run.durationMs)}
          {run.waitMs >= 1 && `, ${formatDuration(run.waitMs)} of it waiting`}
        </span>
        {run.replayed && <span className="text-text-2">answered as before: it was done already</span>}
        {run.integrationId !== integration.id && <span className="text-text-2">the fallback answered</span>}
      </p>
      {run.failure && <Failure failure={run.failure} outcome={run.outcome} />}
      {run.output && <Output output={run.output} operation={operation} />}
      <Calls ids={run.callIds} />
    </section>
  )
}

type FailureProps = { failure: NonNullable<Run['failure']>; outcome: Run['outcome'] }

function Failure({ failure: { failureClass, reason, message, remedy, retryAfterMs }, outcome }: FailureProps) {
  return (
    <Notice tone={outcome === 'FAILURE' ? 'bad' : 'warn'}>
      <p>
        <strong className="font-semibold">{message}</strong> The cause is {causeWords[failureClass]} (
        <code>{reason}</code>).
      </p>
      {remedy && <p className="mt-0.5 text-text">What to do: {remedy}</p>}
      {retryAfterMs !== null && (
        <p className="mt-0.5 text-text">It may work again in {formatDuration(retryAfterMs)}.</p>
      )}
    </Notice>
  )
}

function Calls({ ids }: { ids: readonly string[] }) {
  const tenant = useTenant()
  const { integration } = useIntegration()
  const base = `/${tenant.slug}/integrations/${integration.slug}/metrics`
  if (ids.length === 0) return <p className="text-text-2">Nothing was sent, so nothing is in the log.</p>
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {ids.map((id, at) => (
        <Link key={id} href={`${base}/${id}`} prefetch={false} className="text-accent underline underline-offset-2">
          {ids.length === 1 ? 'The logged call' : `Logged call ${at + 1}`}
        </Link>
      ))}
    </p>
  )
}

type Answer = Record<string, unknown>
const isRecord = (value: unknown): value is Answer => typeof value === 'object' && value !== null
const valueText = (value: unknown) =>
  value === null || value === undefined || value === '' ? '–' : isRecord(value) ? JSON.stringify(value) : String(value)

function Output({ output, operation }: { output: Answer; operation: Operation }) {
  const json = JSON.stringify(output, null, 2)
  const items = operation.isList && Array.isArray(output.items) ? (output.items as unknown[]).filter(isRecord) : null
  return (
    <div className="grid gap-3">
      {items ? (
        <Items items={items} operation={operation} hasMore={output.hasMore === true} />
      ) : (
        <Facts output={output} />
      )}
      <div>
        <CopyButton value={json} label="Copy as JSON" />
      </div>
    </div>
  )
}

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\//.test(value)

function Value({ value }: { value: unknown }) {
  if (!isAddress(value)) return <>{valueText(value)}</>
  return (
    <a href={value} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
      {value}
    </a>
  )
}

function Facts({ output }: { output: Answer }) {
  const facts = Object.entries(output)
  if (facts.length === 0) return <p className="text-text-2">It answers nothing but that it is done.</p>
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-text-2">{name}</dt>
          <dd className="min-w-0 break-words" data-output={name}>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const shownAtOnce = 200

type ItemsProps = { items: readonly Answer[]; operation: Operation; hasMore: boolean }

function Items({ items, operation, hasMore }: ItemsProps) {
  const columns = operation.outputs
  const shown = items.slice(0, shownAtOnce)
  return (
    <>
      <p>
        {plural(items.length, 'item')}
        {hasMore && ', and there are more: raise the limit'}
        {items.length > shown.length && `; the first ${shownAtOnce} are shown, the copy has all`}
      </p>
      {shown.length > 0 && (
        <Table label={operation.title}>
          <thead>
            <tr>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Tr key={JSON.stringify(item)}>
                {columns.map((column) => (
                  <Td key={column} className="max-w-80 truncate" title={valueText(item[column])}>
                    <Value value={item[column]} />
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
