'use client'

import type { FiguresFragment, MetricsOfQuery } from '@/app/generated/graphql'
import { formatBytes, formatNumber } from '@/app/lib/format'
import { Card, Section } from '@/app/ui/card'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { causeWords } from '../../failure-words'
import { durationOf, percentOf } from './words'

/** The part of the calls that the service failed; what was not sent is counted for itself, everywhere on the page. */
const failedPart = ({ calls, failures }: { calls: number; failures: number }) =>
  percentOf(calls === 0 ? null : (failures / calls) * 100)

/** The window in one row of figures. */
export function Totals({ totals }: { totals: FiguresFragment }) {
  const figures = [
    ['Calls', formatNumber(totals.calls)],
    ['Failed', failedPart(totals)],
    ['Not sent', formatNumber(totals.refusals)],
    ['Second tries', formatNumber(totals.retries)],
    ['p50', durationOf(totals.latencyMsP50)],
    ['p95', durationOf(totals.latencyMsP95)],
    ['p99', durationOf(totals.latencyMsP99)],
    ['Bytes out', formatBytes(totals.requestBytes)],
    ['Bytes in', formatBytes(totals.responseBytes)],
  ] as const
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 tabular sm:grid-cols-3 xl:grid-cols-9">
        {figures.map(([word, figure]) => (
          <div key={word} data-figure={word}>
            <dt className="text-meta text-text-2">{word}</dt>
            <dd className="text-reading font-semibold whitespace-nowrap">{figure}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const none = <p className="text-text-2">None in this window.</p>

export function ErrorsByClass({ totals }: { totals: FiguresFragment }) {
  const counts = totals.byClass.filter(({ calls }) => calls > 0).toSorted((one, other) => other.calls - one.calls)
  return (
    <Section title="Failed or not sent, by cause">
      {counts.length === 0 ? (
        none
      ) : (
        <Table label="Failed or not sent, by cause">
          <thead>
            <tr>
              <Th>Cause</Th>
              <Th className="text-right">Calls</Th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ failureClass, calls }) => (
              <Tr key={failureClass}>
                <Td>{causeWords[failureClass]}</Td>
                <Td className="text-right tabular">{formatNumber(calls)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

type Named = { name: string; kind?: string }
type Group = MetricsOfQuery['callMetrics']['groups'][number]
type GroupsProps = { title: string; column: string; groups: readonly Group[]; nameOf: (group: Group) => Named }

function NameCell({ name, kind, title }: Named & { title: string }) {
  return (
    <Td className="max-w-48" title={title}>
      <span className="block truncate">{name}</span>
      {kind && <span className="block text-meta text-text-2">{kind}</span>}
    </Td>
  )
}

/** The window's calls in parts, those with most calls first. */
export function Groups({ title, column, groups, nameOf }: GroupsProps) {
  return (
    <Section title={title}>
      {groups.length === 0 ? (
        none
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              <Th>{column}</Th>
              <Th className="text-right">Calls</Th>
              <Th className="text-right">Failed</Th>
              <Th className="text-right">Not sent</Th>
              <Th className="text-right">p95</Th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Tr key={group.key}>
                <NameCell {...nameOf(group)} title={group.key} />
                <Td className="text-right tabular">{formatNumber(group.figures.calls)}</Td>
                <Td className="text-right whitespace-nowrap tabular">{failedPart(group.figures)}</Td>
                <Td className="text-right tabular">{formatNumber(group.figures.refusals)}</Td>
                <Td className="text-right whitespace-nowrap tabular">{durationOf(group.figures.latencyMsP95)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
