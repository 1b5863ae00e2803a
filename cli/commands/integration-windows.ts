import type { IntegrationHealthQuery } from '../generated/graphql'
import { lower, milliseconds, percent } from '../health-words'
import type { Io } from '../io'
import { asDetails, toTable, type View } from '../output'
import { integrationView, statusDetails } from './integration-views'

/** The health of one integration over time, as a table and as a record. */
type Found = IntegrationHealthQuery['integration']
type Window = Found['day']

const windowNames: Record<Window['window'], string> = { HOUR: '1h', DAY: '24h', WEEK: '7d', MONTH: '30d' }

export const windowView: View<Window> = {
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

export const healthView: View<Found> = {
  name: (row) => row.slug,
  columns: windowView.columns as unknown as View<Found>['columns'],
  fields: {
    ...integrationView.fields,
    windows: (row) => windowsOf(row).map(windowRecord),
  },
}

export const windowsOf = ({ hour, day, week, month }: Found) => [hour, day, week, month]

/** What a person sees of one integration's health, for a screen that is drawn again and again. */
export async function healthText(io: Io, found: Found): Promise<string> {
  return `${asDetails(io, statusDetails(found, io))}\n\n${await toTable(io, windowView, windowsOf(found))}`
}
