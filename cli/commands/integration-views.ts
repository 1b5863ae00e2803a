import type { IntegrationRowFragment, TestOutcomeFragment } from '../generated/graphql'
import { healthText, healthWord, lower, milliseconds, paintHealth, percent, probeSymbol } from '../health-words'
import type { Io } from '../io'
import type { Detail, View } from '../output'
import { plainText } from '../terminal'

/** How integrations look: as a row, as a record for programs, and one by one. */
export type Row = IntegrationRowFragment

type PoolQuota = Row['quotas'][number]

/** The pool that has the least left is the one that matters. */
const scarcest = (quotas: readonly PoolQuota[]) =>
  quotas.reduce<PoolQuota | undefined>(
    (least, one) => (least && least.remainingPercent <= one.remainingPercent ? least : one),
    undefined,
  )

const quotaText = (quota: PoolQuota | undefined) =>
  quota ? `${quota.remaining}/${quota.limit} ${Math.round(quota.remainingPercent)}%` : '-'

/** How much is left, until when, and where it leads. */
function quotaFacts(quota: PoolQuota, when: (at: string) => string): string {
  const { resetAt, forecast, pausedUntil, waiting } = quota
  return [
    quotaText(quota),
    resetAt && `reset ${when(resetAt)}`,
    forecast,
    pausedUntil && `paused until ${when(pausedUntil)}`,
    waiting > 0 && `${waiting} waiting`,
  ]
    .filter(Boolean)
    .join(', ')
}

const labelsOf = (row: Row) => Object.fromEntries(row.labels.map(({ key, value }) => [key, value]))
const labelText = (row: Row) => row.labels.map(({ key, value }) => `${key}=${value}`).join(',') || '-'

export const integrationView: View<Row> = {
  name: (row) => row.slug,
  columns: [
    { name: 'name', text: (row) => row.slug, paint: (text, _row, io) => io.colors.bold(text) },
    { name: 'type', text: (row) => row.type },
    {
      name: 'state',
      text: (row, io) => healthText(row.health, io),
      paint: (text, row, io) => paintHealth(text, row.health, io),
    },
    { name: 'quota', text: (row) => quotaText(scarcest(row.quotas)) },
    { name: 'p95', text: (row) => milliseconds(row.stats.latencyMsP95) },
    { name: 'checked', text: (row, io) => io.when(row.checkedAt) },
    { name: 'title', text: (row) => row.name, wide: true, flexible: true },
    { name: 'project', text: (row) => row.project.slug, wide: true },
    { name: 'environment', text: (row) => row.environment?.slug ?? '-', wide: true },
    { name: 'labels', text: labelText, wide: true },
    { name: 'message', text: (row) => row.healthMessage ?? '-', wide: true, flexible: true },
    { name: 'id', text: (row) => row.id, wide: true },
  ],
  fields: {
    id: (row) => row.id,
    slug: (row) => row.slug,
    name: (row) => row.name,
    type: (row) => row.type,
    instance: (row) => row.instance,
    enabled: (row) => row.enabled,
    health: (row) => healthWord(row.health),
    healthSince: (row) => row.healthSince,
    checkedAt: (row) => row.checkedAt,
    message: (row) => row.healthMessage,
    remedy: (row) => row.remedy,
    failingProbe: (row) => lower(row.failingProbe),
    failureClass: (row) => lower(row.failureClass),
    latencyMs: (row) => row.latencyMs,
    latencyMsP95: (row) => row.stats.latencyMsP95,
    uptimePercent: (row) => row.stats.uptimePercent,
    labels: labelsOf,
    project: (row) => row.project.slug,
    environment: (row) => row.environment?.slug ?? null,
    quotas: (row) =>
      row.quotas.map(({ pool, limit, remaining, resetAt, learnedAt, usedPerMinute, emptyAt, forecast }) => ({
        ...{ pool, limit, remaining, resetAt, learnedAt },
        ...{ usedPerMinute, emptyAt, forecast },
      })),
  },
}

const filled = (details: readonly (readonly [string, string | null | undefined])[]): Detail[] =>
  details.flatMap(([label, value]) => (value ? [[label, value] as const] : []))

const said = (text: string | null | undefined) => (text ? plainText(text) : null)

/** The state and why, in a few lines. */
export function statusDetails(row: Row, io: Io): Detail[] {
  return filled([
    ['Integration', `${io.colors.bold(plainText(row.slug))} (${plainText(row.type)})`],
    ['State', paintHealth(healthText(row.health, io), row.health, io)],
    ['Since', row.healthSince ? io.when(row.healthSince) : null],
    ['Checked', row.checkedAt ? io.when(row.checkedAt) : 'never'],
    ['Message', said(row.healthMessage)],
    ['What to do', said(row.remedy)],
    ['Latency', row.latencyMs === null ? null : milliseconds(row.latencyMs)],
    ...row.quotas.map(
      (quota) => [`Quota ${plainText(quota.title ?? quota.pool)}`, quotaFacts(quota, io.when)] as const,
    ),
    ['Uptime 24h', row.stats.uptimePercent === null ? null : percent(row.stats.uptimePercent)],
  ])
}

const record = (result: TestOutcomeFragment) => ({
  success: result.success,
  health: result.health && healthWord(result.health),
  message: result.message,
  failingProbe: lower(result.failingProbe),
  failureClass: lower(result.failureClass),
  remedy: result.remedy,
  latencyMs: result.latencyMs,
  identity: result.identity,
  serviceVersion: result.serviceVersion,
  durationMs: result.durationMs,
  probes: result.probes.map((probe) => ({
    ...probe,
    name: lower(probe.name),
    status: lower(probe.status),
    failureClass: lower(probe.failureClass),
  })),
})

export type Tested = { slug: string; result: TestOutcomeFragment }

const resultFields = [
  'success',
  'health',
  'message',
  'failingProbe',
  'failureClass',
  'remedy',
  'latencyMs',
  'identity',
] as const
const laterFields = ['serviceVersion', 'durationMs', 'probes'] as const

export const testView: View<Tested> = {
  name: ({ slug }) => slug,
  columns: [],
  fields: {
    slug: ({ slug }: Tested) => slug,
    ...Object.fromEntries(
      [...resultFields, ...laterFields].map((field) => [field, ({ result }: Tested) => record(result)[field]]),
    ),
  },
}

/** The seven probes, one line each, and what to do below those that failed. */
export function probeLines(result: TestOutcomeFragment, io: Io): string[] {
  return result.probes.flatMap((probe) => {
    const name = (lower(probe.name) ?? '').replace('_', ' ').padEnd(15)
    const time = io.colors.dim(milliseconds(probe.durationMs).padStart(7))
    const line = `${probeSymbol(probe.status, io)} ${name}${time}  ${plainText(probe.message)}`
    return probe.remedy ? [line, io.colors.dim(`  ${' '.repeat(22)}  ${plainText(probe.remedy)}`)] : [line]
  })
}

type Probe = TestOutcomeFragment['probes'][number]

/** The same through a pipe. */
export const probeView: View<Probe> = {
  name: (probe) => lower(probe.name) ?? '',
  columns: [
    { name: 'probe', text: (probe) => lower(probe.name) ?? '' },
    { name: 'status', text: (probe) => lower(probe.status) ?? '' },
    { name: 'duration', text: (probe) => milliseconds(probe.durationMs) },
    { name: 'message', text: (probe) => probe.message },
    { name: 'remedy', text: (probe) => probe.remedy ?? '-' },
  ],
  fields: {},
}

export function testDetails({ slug, result }: Tested, io: Io): Detail[] {
  return filled([
    ['Integration', plainText(slug)],
    [
      'Result',
      result.health
        ? paintHealth(healthText(result.health, io), result.health, io)
        : "no verdict: the trouble is the hub's",
    ],
    ['Message', said(result.message)],
    ['What to do', said(result.remedy)],
    ['Signed in as', said(result.identity)],
    ['Version', said(result.serviceVersion)],
    ['Latency', result.latencyMs === null ? null : milliseconds(result.latencyMs)],
  ])
}
