'use client'

import type { DetailIntegrationFragment } from '@/app/generated/graphql'
import { formatDuration } from '@/app/lib/format'
import { Card, Section } from '@/app/ui/card'

type Props = { integration: DetailIntegrationFragment }

const width = 240
const height = 48
const pad = 3

/** A line over the given values; a gap where a check was not timed. */
function pathOf(values: readonly (number | null)[], highest: number): string {
  const stepX = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0
  let isDown = false
  return values
    .map((value, at) => {
      if (value === null) {
        isDown = false
        return ''
      }
      const x = (pad + at * stepX).toFixed(1)
      const y = (height - pad - (value / highest) * (height - 2 * pad)).toFixed(1)
      const command = isDown ? 'L' : 'M'
      isDown = true
      return `${command}${x} ${y}`
    })
    .join('')
}

function inWords(timed: readonly number[]): string {
  const [first = 0, last = 0] = [timed[0], timed.at(-1)]
  const [low, high] = [Math.min(...timed), Math.max(...timed)]
  return `Latency of the last ${timed.length} timed checks: from ${formatDuration(first)} to ${formatDuration(last)}, lowest ${formatDuration(low)}, highest ${formatDuration(high)}`
}

function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const timed = values.filter((value) => value !== null)
  if (timed.length < 2) return <p className="text-meta text-text-2">A line appears with the second timed check.</p>
  const highest = Math.max(...timed, 1)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={inWords(timed)}
      className="h-12 w-full text-info-fill"
    >
      <path d={`M0 ${height - 0.5}H${width}`} className="text-border" stroke="currentColor" />
      <path
        d={pathOf(values, highest)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

/** How quickly it answers. */
export function LatencyCard({ integration: { recent, day } }: Props) {
  const figure = (ms: number | null) => (ms === null ? '–' : formatDuration(ms))
  return (
    <Section title="Latency">
      <Card className="grid gap-3">
        <dl className="flex gap-6 tabular">
          <div>
            <dt className="text-meta text-text-2">p50, 24 h</dt>
            <dd className="text-reading font-semibold">{figure(day.latencyMsP50)}</dd>
          </div>
          <div>
            <dt className="text-meta text-text-2">p95, 24 h</dt>
            <dd className="text-reading font-semibold">{figure(day.latencyMsP95)}</dd>
          </div>
        </dl>
        <Sparkline values={recent.map(({ latencyMs }) => latencyMs)} />
      </Card>
    </Section>
  )
}
