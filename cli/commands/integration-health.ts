import { request } from '../client'
import { QuietExit, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import type { IntegrationHealthQuery } from '../generated/graphql'
import { lower, milliseconds, percent } from '../health-words'
import { printList, printOne, settleView, toTable, toTsv, type View } from '../output'
import type { Run } from './command'
import { exitCodeOf, type FailOn } from './integration-check'
import { healthQuery } from './integration-queries'
import { footer, readRows } from './integration-read'
import { integrationView, statusDetails } from './integration-views'

type Found = IntegrationHealthQuery['integration']
type Window = Found['day']

const windowNames: Record<Window['window'], string> = { HOUR: '1h', DAY: '24h', WEEK: '7d', MONTH: '30d' }

const windowView: View<Window> = {
  name: (row) => windowNames[row.window],
  columns: [
    { name: 'window', text: (row) => windowNames[row.window] },
    { name: 'checks', text: (row) => String(row.checks) },
    { name: 'uptime', text: (row) => percent(row.uptimePercent) },
    { name: 'errors', text: (row) => percent(row.errorRatePercent) },
    { name: 'p50', text: (row) => milliseconds(row.latencyMsP50) },
    { name: 'p95', text: (row) => milliseconds(row.latencyMsP95) },
    {
      name: 'last error',
      text: (row, io) => (row.lastError ? `${io.when(row.lastErrorAt)}: ${row.lastError}` : '-'),
      flexible: true,
    },
  ],
  fields: {},
}

const windowRecord = ({ window, __typename: _own, ...figures }: Window & { __typename?: string }) => ({
  window: lower(window),
  ...figures,
})

const healthView: View<Found> = {
  name: (row) => row.slug,
  columns: windowView.columns as unknown as View<Found>['columns'],
  fields: {
    ...integrationView.fields,
    windows: (row) => [row.hour, row.day, row.week, row.month].map(windowRecord),
  },
}

async function healthOfOne({ io, session, options }: Run<FailOn>, id: string): Promise<void> {
  settleView(io, healthView)
  const { integration } = await request(session, healthQuery, { id })
  const windows = [integration.hour, integration.day, integration.week, integration.month]
  const isForPeople = io.format === undefined || io.format === 'table'
  await printOne(io, healthView, integration, statusDetails(integration, io))
  if (isForPeople) {
    const asTable = io.isTty || io.format === 'table'
    io.result(`\n${asTable ? await toTable(io, windowView, windows) : toTsv(io, windowView, windows)}`)
  }
  const code = exitCodeOf(integration.health, options.failOn)
  if (code !== exitCodes.success) throw new QuietExit(code)
}

async function healthOfAll({ io, session, options }: Run<FailOn>): Promise<void> {
  settleView(io, integrationView)
  const { rows, page } = await readRows(session, { filter: {}, orderBy: 'SEVERITY', limit: Number.MAX_SAFE_INTEGER })
  await printList(io, integrationView, rows, page)
  footer(io, rows, page)
  const codes = new Set(rows.map((row) => exitCodeOf(row.health, options.failOn)))
  const worst = [exitCodes.unhealthy, exitCodes.degraded].find((code) => codes.has(code))
  if (worst !== undefined) throw new QuietExit(worst)
}

export async function health(run: Run<FailOn & { all?: boolean }>): Promise<void> {
  const [id] = run.args
  if (id && run.options.all) throw usageError('Give one integration, or --all, not both.')
  if (id) return healthOfOne(run, id)
  if (!run.options.all) throw usageError('Which one? Give its slug, or --all.', 'inthub integration health --all')
  return healthOfAll(run)
}
