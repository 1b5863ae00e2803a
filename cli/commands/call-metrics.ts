import { request } from '../client'
import type { CallMetricsOfQuery, FigureFieldsFragment } from '../generated/graphql'
import { lower, milliseconds, percent } from '../health-words'
import type { Io } from '../io'
import { asDetails, type Detail, printOne, settleView, toTable, type View } from '../output'
import { plainText } from '../terminal'
import { metricsQuery } from './call-queries'
import { type Run, requireArgument } from './command'
import { isForPrograms } from './operation-run'

/** `inthub integration metrics`: totals, parts and top callers of the calls through one integration. */
type Found = CallMetricsOfQuery
type Figures = FigureFieldsFragment
type Group = Found['callMetrics']['groups'][number]
export type MetricsOptions = { range?: number; by?: 'caller' | 'operation'; step?: 'minute' | 'hour' }

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** `1.2 MB`: decimal, as transfer volumes are counted. */
function bytes(amount: number): string {
  let left = amount
  let unit = 0
  while (left >= 1_000 && unit < units.length - 1) {
    left /= 1_000
    unit += 1
  }
  return `${unit === 0 || left >= 100 ? Math.round(left) : left.toFixed(1)} ${units[unit]}`
}

const groupView: View<Group> = {
  name: (group) => group.key,
  columns: [
    { name: 'part', text: ({ key, name }) => name ?? (key || '(by path)'), flexible: true },
    { name: 'calls', text: ({ figures }) => String(figures.calls) },
    { name: 'failed', text: ({ figures }) => percent(figures.errorRatePercent) },
    { name: 'refused', text: ({ figures }) => String(figures.refusals) },
    { name: 'p50', text: ({ figures }) => milliseconds(figures.latencyMsP50) },
    { name: 'p95', text: ({ figures }) => milliseconds(figures.latencyMsP95) },
    { name: 'in', text: ({ figures }) => bytes(figures.responseBytes) },
    { name: 'out', text: ({ figures }) => bytes(figures.requestBytes) },
  ],
  fields: {},
}

const figuresOf = ({ byClass, ...rest }: Figures) => ({
  ...rest,
  byClass: Object.fromEntries(byClass.map(({ failureClass, calls }) => [failureClass.toLowerCase(), calls])),
})
const groupsOf = (groups: readonly Group[]) =>
  groups.map(({ key, name, figures }) => ({ key, name, ...figuresOf(figures) }))

const metricsView: View<Found> = {
  name: ({ integration }) => integration.slug,
  columns: [],
  fields: {
    slug: ({ integration }) => integration.slug,
    since: ({ callMetrics }) => callMetrics.since,
    until: ({ callMetrics }) => callMetrics.until,
    step: ({ callMetrics }) => lower(callMetrics.step),
    circuit: ({ integration: { circuit } }) => ({ ...circuit, state: lower(circuit.state) }),
    totals: ({ callMetrics }) => figuresOf(callMetrics.totals),
    groups: ({ callMetrics }) => groupsOf(callMetrics.groups),
    topCallers: ({ callMetrics }) => groupsOf(callMetrics.topCallers),
    series: ({ callMetrics }) => callMetrics.series.map(({ at, figures }) => ({ at, ...figuresOf(figures) })),
  },
}

function circuitText(io: Io, { state, since, reason, retryAt }: Found['integration']['circuit']): string {
  if (state === 'CLOSED') return io.colors.green(`${io.symbols.pass} calls go out`)
  const why = reason ? `: ${plainText(reason)}` : ''
  return io.colors.red(
    `${io.symbols.fail} paused since ${io.when(since)}${why}${retryAt ? `; tried again ${io.when(retryAt)}` : ''}`,
  )
}

function detailsOf(io: Io, { integration, callMetrics: { totals, since, until } }: Found): Detail[] {
  const classes = totals.byClass
    .filter(({ calls }) => calls > 0)
    .map(({ failureClass, calls }) => `${calls} ${failureClass.toLowerCase()}`)
  return [
    ['Integration', plainText(integration.slug)],
    ['Window', `${io.instant(new Date(since))} to ${io.instant(new Date(until))}`],
    ['Calls', String(totals.calls)],
    [
      'Failed',
      `${totals.failures} (${percent(totals.errorRatePercent)})${classes.length > 0 ? `: ${classes.join(', ')}` : ''}`,
    ],
    ['Refused', String(totals.refusals)],
    ['Second tries', String(totals.retries)],
    [
      'Latency',
      `p50 ${milliseconds(totals.latencyMsP50)}, p95 ${milliseconds(totals.latencyMsP95)}, p99 ${milliseconds(totals.latencyMsP99)}`,
    ],
    ['Waited', milliseconds(totals.waitMs)],
    ['Bytes', `${bytes(totals.requestBytes)} out, ${bytes(totals.responseBytes)} in`],
    ['Breaker', circuitText(io, integration.circuit)],
  ]
}

const usualSeconds = 86_400

export async function metrics({ io, session, args, options }: Run<MetricsOptions>): Promise<void> {
  settleView(io, metricsView)
  const id = requireArgument(args, 0, 'id')
  const since = new Date(Date.now() - (options.range ?? usualSeconds) * 1000).toISOString()
  const by = options.by ?? 'caller'
  const found = await request(session, metricsQuery, {
    id,
    input: {
      ...{ integration: id, since, groupBy: by === 'caller' ? 'CALLER' : 'OPERATION' },
      ...(options.step && { step: options.step === 'hour' ? 'HOUR' : 'MINUTE' }),
    },
  })
  if (isForPrograms(io) || io.format === 'name') return printOne(io, metricsView, found, [])
  io.result(asDetails(io, detailsOf(io, found)))
  if (found.callMetrics.groups.length === 0) return
  io.result(`\nBy ${by}\n${await toTable(io, groupView, found.callMetrics.groups)}`)
}
