'use client'

import Link from 'next/link'
import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { formatDuration, formatNumber, formatPercent } from '@/app/lib/format'
import { useTenant } from '@/app/lib/tenant'
import { Section } from '@/app/ui/card'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time'

type Props = { integration: DetailIntegrationFragment }

const windows = [
  ['hour', '1 h'],
  ['day', '24 h'],
  ['week', '7 d'],
  ['month', '30 d'],
] as const

const percent = (value: number | null) => (value === null ? '–' : formatPercent(value))
const duration = (ms: number | null) => (ms === null ? '–' : formatDuration(ms))

/** Uptime, errors and latency over four windows that end now. */
export function StatsTable({ integration }: Props) {
  const tenant = useTenant()
  const doctor = `/${tenant.slug}/integrations/${integration.slug}/doctor`
  return (
    <Section title="Over time">
      <Table label="Uptime, errors and latency" className="min-w-3xl">
        <thead>
          <tr>
            <Th>Last</Th>
            <Th className="text-right">Uptime</Th>
            <Th className="text-right">Errors</Th>
            <Th className="text-right">p50</Th>
            <Th className="text-right">p95</Th>
            <Th className="text-right">Checks</Th>
            <Th>Last error</Th>
          </tr>
        </thead>
        <tbody>
          {windows.map(([key, words]) => {
            const stats = integration[key]
            return (
              <Tr key={key}>
                <Td className="font-medium whitespace-nowrap">{words}</Td>
                <Td className="text-right">{percent(stats.uptimePercent)}</Td>
                <Td className="text-right">{percent(stats.errorRatePercent)}</Td>
                <Td className="text-right">{duration(stats.latencyMsP50)}</Td>
                <Td className="text-right">{duration(stats.latencyMsP95)}</Td>
                <Td className="text-right">{formatNumber(stats.checks)}</Td>
                <Td className="max-w-96 text-text-2">
                  {stats.lastError ? (
                    <>
                      <Link href={doctor} className="text-text underline underline-offset-2">
                        {stats.lastError}
                      </Link>{' '}
                      {stats.lastErrorAt && <RelativeTime at={stats.lastErrorAt} inert className="whitespace-nowrap" />}
                    </>
                  ) : (
                    'none'
                  )}
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </Section>
  )
}
