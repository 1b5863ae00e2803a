import type { DoctorCheckFragment, DoctorReportFragment, DoctorVerdict } from '../generated/graphql'
import { healthText, lower, milliseconds, paintHealth, probeSymbol } from '../health-words'
import type { Io } from '../io'
import type { Detail, View } from '../output'
import { plainText } from '../terminal'

/** How an examination looks: line by line for people, and the report as the hub has it for programs. */
export type Check = DoctorCheckFragment
export type Examined = { id: string; report: DoctorReportFragment }

/** Checks as they are called on the command line. */
export const checkWords = [
  ...(['connectivity', 'tls', 'authentication', 'authorization'] as const),
  ...(['version', 'rate_limit', 'latency', 'resources'] as const),
]

const wordOf = (name: string) => (lower(name) ?? '').replace('_', ' ')
const margin = ' '.repeat(26)

/** What a suggestion comes down to: the command, else the page. */
function actOf({ command, link }: Check['suggestions'][number], url: string): string | null {
  if (command) return command
  return link && (link.startsWith('/') ? `${url}${link}` : link)
}

function suggestionLines(check: Check, io: Io, url: string): string[] {
  return check.suggestions.flatMap((suggestion) => {
    const act = actOf(suggestion, url)
    const text = `${margin}${io.symbols.to} ${plainText(suggestion.text)}`
    return [io.colors.dim(text), ...(act ? [`${margin}  ${io.colors.cyan(plainText(act))}`] : [])]
  })
}

/** One check, and what to do below it. */
export function checkLines(check: Check, io: Io, url: string): string[] {
  const time = check.status === 'SKIPPED' ? '' : milliseconds(check.durationMs)
  const head = `${probeSymbol(check.status, io)} ${wordOf(check.name).padEnd(15)}${io.colors.dim(time.padStart(7))}`
  return [`${head}  ${plainText(check.message)}`, ...suggestionLines(check, io, url)]
}

export const checkRecord = ({ name, status, ...rest }: Check) => ({
  name: lower(name),
  status: lower(status),
  ...rest,
})

export const reportView: View<Examined> = {
  name: ({ id }) => id,
  columns: [],
  fields: {
    integration: ({ id }) => id,
    overall: ({ report }) => lower(report.overall),
    message: ({ report }) => report.message,
    checks: ({ report }) => report.checks.map(checkRecord),
    changes: ({ report }) =>
      report.changes.map((change) => ({
        name: lower(change.name),
        from: lower(change.from),
        to: lower(change.to),
      })),
    startedAt: ({ report }) => report.startedAt,
    durationMs: ({ report }) => report.durationMs,
  },
}

/** Through a pipe. */
export const checkView: View<Check> = {
  name: (check) => lower(check.name) ?? '',
  columns: [
    { name: 'check', text: (check) => lower(check.name) ?? '' },
    { name: 'status', text: (check) => lower(check.status) ?? '' },
    { name: 'finding', text: (check) => check.finding },
    { name: 'duration', text: (check) => milliseconds(check.durationMs) },
    { name: 'message', text: (check) => check.message },
    { name: 'todo', text: (check) => check.suggestions.map(({ command, link }) => command ?? link).join('; ') || '-' },
  ],
  fields: {},
}

const verdictText = (overall: DoctorVerdict, io: Io) => paintHealth(healthText(overall, io), overall, io)

export function reportDetails({ id, report }: Examined, io: Io): Detail[] {
  const changes = report.changes.map(
    ({ name, from, to }) => `${wordOf(name)} ${lower(from)} ${io.symbols.to} ${lower(to)}`,
  )
  return [
    ['Integration', plainText(id)],
    ['Result', verdictText(report.overall, io)],
    ['Message', plainText(report.message)],
    ...(changes.length > 0 ? [['Since it was good', changes.join(', ')] as const] : []),
    ['Took', milliseconds(report.durationMs)],
  ]
}
