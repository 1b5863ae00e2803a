import { request } from '../client'
import { CliError, QuietExit, usageError } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type {
  CallBatchMutation,
  CallMethod,
  CallPriority,
  CallResultFieldsFragment,
  ExecuteCallInput,
} from '../generated/graphql'
import { lower, milliseconds } from '../health-words'
import type { Io } from '../io'
import { asRecord, printList, settleView, type View } from '../output'
import type { Session } from '../session'
import { plainText } from '../terminal'
import { readText } from './api-fields'
import { batchMutation, executeMutation } from './call-queries'
import { type Run, requireArgument } from './command'
import { readGiven, stdinText } from './given'
import { exitCodeOf, isForPrograms } from './operation-run'

/** `inthub integration execute`: one call or a batch, its answer on stdout, its failure in the exit code. */
type Result = CallResultFieldsFragment
type Answer = CallBatchMutation['executeBatch']['answers'][number]
export type ExecuteOptions = {
  method?: string
  path?: string
  query?: string[]
  headers?: string[]
  data?: string
  include?: boolean
  priority?: string
  deadline?: number
  attempts?: number
  idempotencyKey?: string
  batch?: string
  concurrency?: number
  stopOnError?: boolean
}

const failureOf = (failure: Result['failure']) =>
  failure && { ...failure, failureClass: failure.failureClass.toLowerCase() }

const resultView: View<Result> = {
  name: (one) => one.callId,
  columns: [],
  fields: {
    callId: (one) => one.callId,
    integrationId: (one) => one.integrationId,
    at: (one) => one.at,
    outcome: (one) => one.outcome.toLowerCase(),
    status: (one) => one.status,
    headers: (one) => one.headers,
    json: (one) => one.json,
    text: (one) => (one.json === null ? one.text : null),
    bodyBase64: (one) => (one.text === null ? one.bodyBase64 : null),
    bytes: (one) => one.bytes,
    failure: (one) => failureOf(one.failure),
    attempts: (one) => one.attempts,
    durationMs: (one) => one.durationMs,
    waitMs: (one) => one.waitMs,
    revalidated: (one) => one.revalidated,
    replayed: (one) => one.replayed,
    quota: (one) => one.quota,
  },
}

const outcomeOf = ({ call, skipped }: Answer) => (skipped ? 'skipped' : (lower(call?.outcome) ?? 'failure'))

const answerView: View<Answer> = {
  name: ({ call, index }) => call?.callId ?? String(index),
  columns: [
    { name: '#', text: ({ index }) => String(index + 1) },
    { name: 'outcome', text: outcomeOf },
    { name: 'status', text: ({ call }) => String(call?.status ?? '-') },
    { name: 'bytes', text: ({ call }) => String(call?.bytes ?? '-') },
    { name: 'time', text: ({ call }) => milliseconds(call?.durationMs) },
    { name: 'message', text: ({ call, error }) => call?.failure?.message ?? error?.message ?? '', flexible: true },
    { name: 'call', text: ({ call }) => call?.callId ?? '-', wide: true },
  ],
  fields: {
    index: ({ index }) => index,
    outcome: outcomeOf,
    ...Object.fromEntries(
      Object.entries(resultView.fields)
        .filter(([name]) => name !== 'outcome')
        .map(([name, read]) => [name, ({ call }: Answer) => (call ? read(call) : null)]),
    ),
    error: ({ error }) => error,
  },
}

/** `name=value`, or `name: value`; the same name again makes a list. */
function collected(given: readonly string[], separator: RegExp, form: string): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = Object.create(null)
  for (const one of given) {
    const at = one.search(separator)
    if (at < 1) throw usageError(`A value has to be of the form ${form}.`)
    const [name, value] = [one.slice(0, at).trim(), one.slice(at + 1).trim()]
    const before = all[name]
    all[name] = before === undefined ? value : [before, value].flat()
  }
  return { ...all }
}

/** What looks like JSON is sent as JSON, unless the headers say what it is. */
function headersOf(given: readonly string[], bodyText: string | undefined): Record<string, string | string[]> {
  const headers = collected(given, /:/, '"name: value"')
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  const isJson = bodyText !== undefined && /^\s*[[{]/.test(bodyText)
  return { ...(isJson && !isTyped && { 'content-type': 'application/json' }), ...headers }
}

/** How it is called, where the integration's own policy is not to count. */
function mannerOf({ priority, deadline, attempts, idempotencyKey }: ExecuteOptions): Partial<ExecuteCallInput> {
  return {
    ...(priority && { priority: priority.toUpperCase() as CallPriority }),
    ...(deadline !== undefined && { deadlineMs: Math.round(deadline * 1000) }),
    ...(attempts !== undefined && { attempts }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  }
}

async function inputOf(integration: string, options: ExecuteOptions): Promise<ExecuteCallInput> {
  if (options.path === undefined) {
    throw usageError('--path is missing.', 'Name the path below the base URL: --path /user')
  }
  const bodyText = options.data === undefined ? undefined : await readGiven(options.data)
  const query = collected(options.query ?? [], /=/, 'name=value')
  const method = (options.method ?? (bodyText === undefined ? 'GET' : 'POST')) as CallMethod
  return {
    ...{ integration, path: options.path, method, query, headers: headersOf(options.headers ?? [], bodyText) },
    ...(bodyText !== undefined && { bodyText }),
    ...mannerOf(options),
  }
}

/** Control characters of a stranger do not reach a terminal; line breaks and tabs do. */
const forTerminal = (text: string) =>
  text
    .split('\n')
    .map((line) => line.split('\t').map(plainText).join('\t'))
    .join('\n')

function printBody(io: Io, { json, text, bodyBase64, bytes }: Result): void {
  if (bytes === 0) return
  if (!io.isTty) process.stdout.write(Buffer.from(bodyBase64, 'base64'))
  else if (json !== null && json !== undefined) io.result(forTerminal(JSON.stringify(json, null, 2)))
  else if (text !== null) io.result(forTerminal(text))
  else io.note(io.colors.dim(`${bytes} bytes that are no text: send them through a pipe to keep them`))
}

function printHead(io: Io, { status, headers }: Result): void {
  const lines = Object.entries(headers).map(([name, value]) => plainText(`${name}: ${String(value)}`))
  io.result([`HTTP ${status ?? '-'}`, ...lines, '', ''].join('\n'))
}

function tellTimes(io: Io, one: Result): void {
  const tries = one.attempts.length > 1 ? `, ${one.attempts.length} attempts` : ''
  const waited = one.waitMs >= 1 ? `, ${milliseconds(one.waitMs)} of it waiting` : ''
  const quota = one.quota?.remaining != null ? `; ${one.quota.remaining} left in ${plainText(one.quota.pool)}` : ''
  const again = one.replayed ? '; answered as the first time' : one.revalidated ? '; unchanged since last time' : ''
  io.note(io.colors.dim(`${one.status ?? '-'} in ${milliseconds(one.durationMs)}${tries}${waited}${quota}${again}`))
}

async function executeOne({ io, session, options }: Run<ExecuteOptions>, id: string): Promise<void> {
  settleView(io, resultView)
  const input = await inputOf(id, options)
  const { call } = (await request(session, executeMutation, { input })).executeCall
  const failure = call.failure
  if (isForPrograms(io)) {
    const record = asRecord(io, resultView, call)
    io.result(io.format === 'yaml' ? (await import('yaml')).stringify(record) : JSON.stringify(record, null, 2))
    if (failure) throw new QuietExit(exitCodeOf(failure))
    return
  }
  if (options.include) printHead(io, call)
  printBody(io, call)
  if (!failure) return tellTimes(io, call)
  throw new CliError(exitCodeOf(failure), `cli.service_${failure.failureClass.toLowerCase()}`, failure.message, {
    remedy: failure.remedy ?? undefined,
    retryAfterMs: failure.retryAfterMs ?? undefined,
  })
}

const batchFields = new Set(['integration', 'method', 'path', 'query', 'headers', 'body', 'bodyText', 'bodyBase64'])
const callFields = new Set(['timeoutMs', 'deadlineMs', 'priority', 'attempts', 'unsafe', 'idempotencyKey'])

/** One line of a batch. What it says counts; the integration of the command is where it says none. */
function callOf(line: string, at: number, integration: string): ExecuteCallInput {
  const where = `Line ${at + 1} of the batch`
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    throw usageError(`${where} is not JSON.`, 'Give one object in each line: {"method":"GET","path":"/user"}')
  }
  const one = given as Record<string, unknown>
  if (typeof given !== 'object' || given === null || typeof one.path !== 'string') {
    throw usageError(`${where} has no path.`, 'Give one object in each line: {"method":"GET","path":"/user"}')
  }
  const strange = Object.keys(one).filter((name) => !batchFields.has(name) && !callFields.has(name))
  if (strange.length > 0) {
    throw usageError(`${where} has fields nobody reads.`, `Fields: ${[...batchFields, ...callFields].join(', ')}.`)
  }
  const upper = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : value)
  return {
    integration,
    ...one,
    ...('method' in one && { method: upper(one.method) }),
    ...('priority' in one && { priority: upper(one.priority) }),
  } as ExecuteCallInput
}

async function callsIn(file: string, integration: string): Promise<ExecuteCallInput[]> {
  const text = file === '-' || file === '@-' ? await stdinText() : readText(file.replace(/^@/, ''))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => callOf(line, at, integration))
}

/** A batch succeeds when all of it does; else its first trouble is the exit code. */
function batchExit(answers: readonly Answer[]): ExitCode {
  for (const { call, error } of answers) {
    if (call?.failure) return exitCodeOf(call.failure)
    if (error) return exitCodes.refused
  }
  return exitCodes.success
}

async function executeMany(session: Session, { io, options }: Run<ExecuteOptions>, id: string): Promise<void> {
  settleView(io, answerView)
  const calls = await callsIn(options.batch ?? '', id)
  const { concurrency, stopOnError } = options
  const input = { calls, ...(concurrency !== undefined && { concurrency }), ...(stopOnError && { stopOnError }) }
  const { executeBatch: done } = await request(session, batchMutation, { input })
  await printList(io, answerView, done.answers, { total: done.answers.length })
  const skipped = done.skipped > 0 ? `, ${done.skipped} not begun` : ''
  io.note(io.colors.dim(`${done.succeeded} succeeded, ${done.failed} failed${skipped}`))
  const code = batchExit(done.answers)
  if (code !== exitCodes.success) throw new QuietExit(code)
}

export async function execute(run: Run<ExecuteOptions>): Promise<void> {
  const id = requireArgument(run.args, 0, 'id')
  return run.options.batch === undefined ? executeOne(run, id) : executeMany(run.session, run, id)
}
