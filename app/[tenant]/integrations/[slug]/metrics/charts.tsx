'use client'

import { type ReactNode, useState } from 'react'
import type { MetricsOfQuery } from '@/app/generated/graphql'
import { formatDuration, formatNumber, plural } from '@/app/lib/format'
import { Card, Section } from '@/app/ui/card'
import { Switch } from '@/app/ui/switch'
import { Table, Td, Th, Tr } from '@/app/ui/table'
import { ClockTime } from '@/app/ui/time'
import { durationOf } from './words'

type Metrics = MetricsOfQuery['callMetrics']
type Point = Metrics['series'][number]

const width = 600
const height = 96
const pad = 3

/** Calls and latency over the window: two drawings, and the same as a table. */
export function Charts({ metrics }: { metrics: Metrics }) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Section
      title="Over the window"
      aside={<Switch label="Show as table" checked={asTable} onCheckedChange={setAsTable} />}
    >
      {asTable ? (
        <SeriesTable series={metrics.series} />
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          <CallsChart metrics={metrics} />
          <LatencyChart metrics={metrics} />
        </div>
      )}
    </Section>
  )
}

const badOf = ({ figures }: Point) => figures.failures + figures.refusals

function CallsChart({ metrics }: { metrics: Metrics }) {
  const { series } = metrics
  const most = Math.max(1, ...series.map(({ figures }) => figures.calls))
  const all = series.reduce((sum, { figures }) => sum + figures.calls, 0)
  const bad = series.reduce((sum, point) => sum + badOf(point), 0)
  const slot = width / Math.max(1, series.length)
  const tall = (count: number) => (count / most) * (height - pad)
  const words = `${plural(all, 'call')}, ${formatNumber(bad)} of them failed or not sent; at most ${formatNumber(most)} per ${metrics.step.toLowerCase()}`
  return (
    <Framed
      title="Calls"
      top={`${formatNumber(most)} per ${metrics.step.toLowerCase()}`}
      metrics={metrics}
      below={
        <p className="flex flex-wrap gap-x-4 text-meta text-text-2">
          <Key tone="bg-info-fill">answered: {formatNumber(all - bad)}</Key>
          <Key tone="bg-bad-fill">failed or not sent, at the foot: {formatNumber(bad)}</Key>
        </p>
      }
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
        className={canvas}
      >
        <Ground />
        {series.map((point, at) => {
          const [whole, wrong] = [tall(point.figures.calls), tall(badOf(point))]
          if (whole === 0) return null
          const place = { x: at * slot + slot * 0.1, width: slot * 0.8 }
          return (
            <g key={point.at}>
              <rect
                {...place}
                y={height - whole}
                height={whole - wrong}
                fill="currentColor"
                className="text-info-fill"
              />
              <rect {...place} y={height - wrong} height={wrong} fill="currentColor" className="text-bad-fill" />
            </g>
          )
        })}
      </svg>
    </Framed>
  )
}

function LatencyChart({ metrics }: { metrics: Metrics }) {
  const values = metrics.series.map(({ figures }) => figures.latencyMsP95)
  const timed = values.filter((value) => value !== null)
  const highest = Math.max(1, ...timed)
  const lowest = Math.min(highest, ...timed)
  if (timed.length === 0) {
    return (
      <Framed title="Latency p95" top="" metrics={metrics}>
        <p className="grid h-24 place-items-center text-text-2">No call was answered in this window.</p>
      </Framed>
    )
  }
  const words = `Latency p95 per ${metrics.step.toLowerCase()}: from ${formatDuration(lowest)} to ${formatDuration(highest)}`
  return (
    <Framed
      title="Latency p95"
      top={formatDuration(highest)}
      metrics={metrics}
      below={
        <p className="text-meta text-text-2">
          lowest {formatDuration(lowest)}, highest {formatDuration(highest)}
        </p>
      }
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
        className={canvas}
      >
        <Ground />
        <path
          d={pathOf(values, highest)}
          className="text-info-fill"
          {...{ fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinejoin: 'round' }}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={dotsOf(values, highest)}
          className="text-info-fill"
          {...{ fill: 'none', stroke: 'currentColor', strokeWidth: 6, strokeLinecap: 'round' }}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </Framed>
  )
}

const canvas = 'h-24 w-full'

const Ground = () => (
  <path
    d={`M0 ${height - 0.5}H${width}`}
    className="text-border"
    stroke="currentColor"
    vectorEffect="non-scaling-stroke"
  />
)

function Key({ tone, children }: { tone: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 tabular">
      <span aria-hidden="true" className={`size-2.5 rounded-[2px] ${tone}`} />
      {children}
    </span>
  )
}

type FramedProps = { title: string; top: string; metrics: Metrics; below?: ReactNode; children: ReactNode }

/** A drawing between its highest value and the window's two ends. */
function Framed({ title, top, metrics, below, children }: FramedProps) {
  return (
    <Card className="grid content-start gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-medium">{title}</h3>
        <span className="text-meta text-text-2 tabular">{top}</span>
      </div>
      {children}
      <div className="flex justify-between gap-4 text-meta text-text-2 tabular">
        <ClockTime at={metrics.since} />
        <ClockTime at={metrics.until} />
      </div>
      {below}
    </Card>
  )
}

type Values = readonly (number | null)[]

const isTimed = (values: Values, at: number) => (values[at] ?? null) !== null

const placeOf = (values: Values, at: number, highest: number) => {
  const stepX = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0
  const y = height - pad - ((values[at] ?? 0) / highest) * (height - 2 * pad)
  return `${(pad + at * stepX).toFixed(1)} ${y.toFixed(1)}`
}

/** A line over the given values; a gap where nothing was timed. */
function pathOf(values: Values, highest: number): string {
  return values
    .map((_, at) => {
      if (!isTimed(values, at)) return ''
      return `${isTimed(values, at - 1) ? 'L' : 'M'}${placeOf(values, at, highest)}`
    })
    .join('')
}

/** A dot where a value stands alone, for which there is no line. */
function dotsOf(values: Values, highest: number): string {
  const isAlone = (at: number) => isTimed(values, at) && !isTimed(values, at - 1) && !isTimed(values, at + 1)
  return values.map((_, at) => (isAlone(at) ? `M${placeOf(values, at, highest)}h0` : '')).join('')
}

function SeriesTable({ series }: { series: readonly Point[] }) {
  const busy = series.filter(({ figures }) => figures.calls > 0).toReversed()
  if (busy.length === 0) return <p className="text-text-2">No calls in this window.</p>
  return (
    <Table label="Calls and latency over the window">
      <thead>
        <tr>
          <Th>From</Th>
          <Th className="text-right">Calls</Th>
          <Th className="text-right">Failed</Th>
          <Th className="text-right">Not sent</Th>
          <Th className="text-right">p95</Th>
        </tr>
      </thead>
      <tbody>
        {busy.map(({ at, figures }) => (
          <Tr key={at}>
            <Td className="whitespace-nowrap">
              <ClockTime at={at} />
            </Td>
            <Td className="text-right tabular">{formatNumber(figures.calls)}</Td>
            <Td className="text-right tabular">{formatNumber(figures.failures)}</Td>
            <Td className="text-right tabular">{formatNumber(figures.refusals)}</Td>
            <Td className="text-right tabular">{durationOf(figures.latencyMsP95)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
