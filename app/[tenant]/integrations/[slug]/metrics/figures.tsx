'use client'

import type { FiguresFragment, MetricsOfQuery } from '@/app/generated/graphql'
import { formatBytes, formatNumber } from '@/app/lib/format'
import { Card, Section } from '@/app/ui/card'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { classWords, durationOf, percentOf } from './words'

/** The window in one row of figures. */
export function Totals({ totals }: { totals: FiguresFragment }) {
  const figures = [
    ['Calls', formatNumber(totals.calls)],
    ['Failed', totals.calls === 0 ? '–' : percentOf((totals.failures / totals.calls) * 100)],
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
    <Section title="Errors by cause">
      {counts.length === 0 ? (
        none
      ) : (
        <Table label="Errors by cause">
          <thead>
            <tr>
              <Th>Cause</Th>
              <Th className="text-right">Calls</Th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ failureClass, calls }) => (
              <Tr key={failureClass}>
                <Td>{classWords[failureClass]}</Td>
                <Td className="text-right tabular">{formatNumber(calls)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

type Group = MetricsOfQuery['callMetrics']['groups'][number]
type GroupsProps = { title: string; column: string; groups: readonly Group[]; nameOf: (key: string) => string }

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
              <Th className="text-right">Errors</Th>
              <Th className="text-right">p95</Th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, figures }) => (
              <Tr key={key}>
                <Td className="max-w-48 truncate" title={key}>
                  {nameOf(key)}
                </Td>
                <Td className="text-right tabular">{formatNumber(figures.calls)}</Td>
                <Td className="text-right tabular">{percentOf(figures.errorRatePercent)}</Td>
                <Td className="text-right whitespace-nowrap tabular">{durationOf(figures.latencyMsP95)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
