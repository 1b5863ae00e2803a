import { request } from '../client'
import { CliError, QuietExit } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type { OperationRunMutation, RunOperationInput } from '../generated/graphql'
import type { Io } from '../io'
import { type Detail, printList, printOne, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { runMutation } from './operation-queries'

/** Doing one operation and saying how it went, for every command that does one. */
export type OperationRun = OperationRunMutation['runOperation']['run']
type Failure = NonNullable<OperationRun['failure']>
type Item = Record<string, unknown>

export const runView: View<OperationRun> = {
  name: (run) => run.callIds.at(-1) ?? run.operation,
  columns: [],
  fields: {
    operation: (run) => run.operation,
    effect: (run) => run.effect.toLowerCase(),
    outcome: (run) => run.outcome.toLowerCase(),
    output: (run) => run.output,
    failure: (run) => run.failure && { ...run.failure, failureClass: run.failure.failureClass.toLowerCase() },
    integrationId: (run) => run.integrationId,
    callIds: (run) => run.callIds,
    attempts: (run) => run.attempts,
    startedAt: (run) => run.startedAt,
    durationMs: (run) => run.durationMs,
    waitMs: (run) => run.waitMs,
    replayed: (run) => run.replayed,
  },
}

const codeOfClass: Record<Failure['failureClass'], ExitCode> = {
  NETWORK: exitCodes.provider,
  PROVIDER_INCIDENT: exitCodes.provider,
  CREDENTIAL: exitCodes.provider,
  PERMISSION: exitCodes.provider,
  PROVIDER_LIMIT: exitCodes.rateLimited,
  REQUEST: exitCodes.refused,
  OURS: exitCodes.failed,
}

export const exitCodeOf = ({ failureClass, reason }: Failure): ExitCode =>
  reason === 'deadline' || reason === 'total_timeout' ? exitCodes.timedOut : codeOfClass[failureClass]

export async function runOperation(session: Session, input: RunOperationInput): Promise<OperationRun> {
  const { runOperation: done } = await request(session, runMutation, { input })
  return done.run
}

export const isForPrograms = ({ format }: Io) => format === 'json' || format === 'ndjson' || format === 'yaml'

/** Whoever reads records reads the failure in one, too. */
async function fail(io: Io, run: OperationRun, failure: Failure): Promise<never> {
  const code = exitCodeOf(failure)
  if (isForPrograms(io)) {
    await printOne(io, runView, run, [])
    throw new QuietExit(code)
  }
  throw new CliError(code, `cli.service_${failure.failureClass.toLowerCase()}`, failure.message, {
    remedy: failure.remedy ?? undefined,
    retryAfterMs: failure.retryAfterMs ?? undefined,
  })
}

export async function requireSuccess(io: Io, run: OperationRun): Promise<Record<string, unknown>> {
  if (run.failure) return fail(io, run, run.failure)
  return run.output ?? {}
}

const isText = (value: unknown) => value !== null && value !== undefined && typeof value !== 'object'
const textOf = (value: unknown): string => {
  if (isText(value)) return plainText(String(value))
  if (value === null || value === undefined) return '-'
  return plainText(Array.isArray(value) && value.every(isText) ? value.join(', ') : JSON.stringify(value))
}

/** A view of items whose fields only the connector knows. */
export function itemView(outputs: readonly string[]): View<Item> {
  return {
    name: (item) => textOf(item[outputs[0] ?? '']),
    columns: outputs.map((name, at) => ({
      ...{ name: name.toLowerCase(), text: (item: Item) => textOf(item[name]), flexible: at < 3 },
      ...(at > 4 && { wide: true }),
    })),
    fields: Object.fromEntries(outputs.map((name) => [name, (item: Item) => item[name] ?? null])),
  }
}

export const itemsOf = (output: Record<string, unknown>): Item[] =>
  Array.isArray(output.items) ? output.items.filter((one): one is Item => typeof one === 'object' && one !== null) : []

export async function printItems(io: Io, view: View<Item>, output: Record<string, unknown>): Promise<void> {
  const items = itemsOf(output)
  await printList(io, view, items, { total: items.length, hasNextPage: output.hasMore === true })
  if (output.hasMore === true) io.note(io.colors.dim('there are more: raise the limit to see them'))
}

/** A list as a list, anything else as its details. */
export async function printRun(
  io: Io,
  run: OperationRun,
  operation: { title: string; outputs: readonly string[]; isList: boolean },
) {
  if (operation.isList && !isForPrograms(io)) settleView(io, itemView(operation.outputs))
  const output = await requireSuccess(io, run)
  if (operation.isList && !isForPrograms(io)) return printItems(io, itemView(operation.outputs), output)
  const details: Detail[] = Object.entries(output).map(([name, value]) => [name, textOf(value)])
  if (details.length > 0 || isForPrograms(io)) await printOne(io, runView, run, details)
  const again = run.replayed ? ' (done already, with the same key)' : ''
  if (!isForPrograms(io)) io.note(`${io.colors.green(io.symbols.pass)} ${plainText(operation.title)}: done${again}`)
}
