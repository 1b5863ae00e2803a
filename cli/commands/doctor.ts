import { CliError, QuietExit, usageError } from '../errors'
import { exitCodes } from '../exit-codes'
import { graphql } from '../generated'
import type { DoctorCheckName, DoctorRunSubscription } from '../generated/graphql'
import type { Io } from '../io'
import { listen } from '../live'
import { apiVersion, asRecord, printOne, settleView, toTsv } from '../output'
import { plainValue } from '../terminal'
import { type Run, requireArgument } from './command'
import { type Check, checkLines, checkRecord, checkView, checkWords, reportDetails, reportView } from './doctor-views'
import { exitCodeOf, type FailOn } from './integration-check'

/** `inthub integration doctor`: an examination, told as it goes. */
graphql(`
  fragment DoctorCheck on DoctorCheckResult {
    name
    status
    finding
    message
    evidence
    suggestions { text command link }
    durationMs
  }
`)

graphql(`
  fragment DoctorReport on DoctorReport {
    overall
    message
    checks { ...DoctorCheck }
    changes { name from to }
    startedAt
    durationMs
  }
`)

const doctorSubscription = graphql(`
  subscription DoctorRun($integration: ID!, $checks: [DoctorCheckName!]) {
    doctor(integration: $integration, checks: $checks) {
      started
      check { ...DoctorCheck }
      report { ...DoctorReport }
    }
  }
`)

type Options = FailOn & { check?: string[] }
type Report = NonNullable<DoctorRunSubscription['doctor']['report']>

function checksOf({ check }: Options): DoctorCheckName[] | null {
  if (!check || check.length === 0) return null
  const unknown = check.find((word) => !checkWords.some((known) => known === word.replaceAll('-', '_')))
  if (unknown !== undefined)
    throw usageError('--check names a check that does not exist.', `Checks: ${checkWords.join(', ')}.`)
  return check.map((word) => word.replaceAll('-', '_').toUpperCase() as DoctorCheckName)
}

const isForPeople = (io: Io) => io.format === 'table' || (io.format === undefined && io.isTty)

const line = (io: Io, kind: 'check' | 'report', record: Record<string, unknown>) =>
  io.result(JSON.stringify({ apiVersion, kind, ...record }))

/** Each check as soon as it ended: lines for people, objects for programs that read a stream. */
function tell(io: Io, check: Check, url: string): void {
  if (isForPeople(io)) io.result(checkLines(check, io, url).join('\n'))
  if (io.format === 'ndjson') line(io, 'check', plainValue(checkRecord(check)) as Record<string, unknown>)
}

async function examine({ io, session, options }: Run<Options>, integration: string): Promise<Report> {
  let report: Report | undefined
  const wanted = {
    query: doctorSubscription.toString(),
    variables: { integration, checks: checksOf(options) },
    operationName: 'DoctorRun',
    onConnected: () => {},
    ...(options.timeout !== undefined && { signal: AbortSignal.timeout(options.timeout * 1000) }),
  }
  await listen<DoctorRunSubscription>(session, wanted, ({ doctor: { check, report: last } }) => {
    if (check) tell(io, check, session.url)
    if (last) report = last
  })
  if (report) return report
  if (wanted.signal?.aborted) {
    throw new CliError(exitCodes.timedOut, 'cli.timed_out', 'The examination did not end in time.', {
      remedy: 'Wait longer with a longer --timeout.',
    })
  }
  throw new CliError(exitCodes.unreachable, 'cli.hub_unreachable', `The connection to ${session.url} was lost.`, {
    remedy: 'Run it again; what was not finished is not kept.',
  })
}

export async function doctor(run: Run<Options>): Promise<void> {
  const { io, args, options } = run
  settleView(io, reportView)
  const id = requireArgument(args, 0, 'id')
  const report = await examine(run, id)
  const examined = { id, report }
  const isPiped = io.format === undefined && !io.isTty
  if (isPiped) io.result(`${toTsv(io, checkView, report.checks)}\n`)
  else if (isForPeople(io)) io.result('')
  if (io.format === 'ndjson') line(io, 'report', asRecord(io, reportView, examined))
  else await printOne(io, reportView, examined, reportDetails(examined, io))
  const code = exitCodeOf(report.overall, options.failOn)
  if (code !== exitCodes.success) throw new QuietExit(code)
}
