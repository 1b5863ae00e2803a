import type { CallFailure } from '@/server/kernel/calls'
import { HttpFailure, type HttpResponse } from '@/server/kernel/http'
import { readAnswer, type Trouble, troubleOfFailure } from './answers'
import type { Connector } from './define'
import type { ConnectorManifest } from './manifest'
import type { Operation } from './operation'
import type { OperationInput } from './operation-input'
import { filled, filledText, inVendorWords } from './operation-template'
import { nextPage } from './pages'
import { buildRequest } from './request'
import { applies } from './run'
import type { ConnectorSettings } from './settings'
import { type TemplateValues, valueAt } from './template'

/**
 * Does an operation of a manifest: builds its requests, reads their answers, and says in our words why one was refused.
 * It sends nothing itself: whoever runs it gives a `send`, where retry, quota and log are. Guarantees that no value
 * moves a request off the base URL, and that what the service or the network does is an outcome and no exception.
 */
export type OperationRequest = {
  /** Method and path below the base URL, the query included. */
  method: HttpRequestMethod
  path: string
  headers: Record<string, string>
  body?: string
  /** For the method's authorize hook. */
  authorizeInput: Record<string, string>
  /** May be sent again when nobody knows whether it arrived. Undefined: as its method says. */
  isRepeatable?: boolean
}
type HttpRequestMethod = ReturnType<typeof buildRequest>['method']

export type OperationAnswer =
  | { response: Pick<HttpResponse, 'status' | 'headers' | 'body' | 'truncated'> }
  | { failure: CallFailure }
export type SendOperation = (request: OperationRequest) => Promise<OperationAnswer>

export type OperationOutput = Record<string, unknown>
export type OperationOutcome = { failure: null; output: OperationOutput } | { failure: CallFailure; output: null }

/** What one request of a hook may say beside its line. */
export type OperationCallOptions = {
  /** For the templates of the line, beside the input. */
  values?: TemplateValues
  query?: Record<string, string | number | boolean | undefined>
  headers?: Record<string, string>
  body?: unknown
  /** Sent as a form instead of JSON. */
  form?: Record<string, string>
  /** Statuses that are no success and yet an answer the hook can use. */
  accept?: readonly number[]
  /** JSON unless it says otherwise. */
  expect?: 'json' | 'data' | 'any'
  isRepeatable?: boolean
}
export type OperationReply = { status: number; headers: Record<string, string>; body: unknown; text: string }

/** What a hook gets: the input, and requests with the credential below the base URL. Nothing else. */
export type OperationCall = {
  input: OperationInput
  call: (line: string, options?: OperationCallOptions) => Promise<OperationReply>
  /** For services that are asked until they are done; ends early when the caller has gone. */
  pause: (ms: number) => Promise<void>
}
export type OperationHook = (run: OperationCall) => Promise<OperationOutput>

/** Carries a refusal out of a hook. Nothing but this file makes or catches one. */
class Refused extends Error {
  readonly failure: CallFailure

  constructor(failure: CallFailure) {
    super(failure.message)
    this.failure = failure
  }
}

type Run = {
  manifest: ConnectorManifest
  settings: ConnectorSettings
  operation: Operation
  input: OperationInput
  /** The input as templates take it. */
  told: OperationInput
  send: SendOperation
  idempotencyKey: string | null
  signal: AbortSignal | undefined
}

/** The operations that make sense with these settings, by their names in the manifest. */
export function operationsOf({ manifest }: Connector, settings: Pick<ConnectorSettings, 'instance' | 'method'>) {
  const all = Object.entries(manifest.operations ?? {})
  return Object.fromEntries(all.filter(([, one]) => applies({ settings }, one)))
}

const stateStatuses = [405, 406, 409, 412, 423]
const valueStatuses = [400, 413, 415, 422]

const sentence = (status: number): string | undefined => {
  if (status === 404) return 'The service does not find what was named, or the credential may not see it (status 404).'
  if (stateStatuses.includes(status)) return `The service refuses this as things are (status ${status}).`
  return valueStatuses.includes(status) ? `The service does not accept the values (status ${status}).` : undefined
}

/** What to do for a status, when neither the operation nor the answer knows better. */
function generalRemedies({ request = '', input = {}, needs }: Operation): Record<string, string> {
  const named = [...request.matchAll(/\{\+?(\w+)\}/g)].flatMap(
    ([, name = '']) => input[name]?.title.toLowerCase() ?? [],
  )
  const scopes = needs ? ` The credential needs ${needs.join(' or ')}.` : ''
  const what = named.length > 0 ? `the ${named.join(', the ')}` : 'what is named'
  return {
    404: `Check ${what}: many services answer 404 to those who may not see it.${scopes}`,
    ...(needs && { 403: `Give the credential ${needs.join(' or ')}, which this operation needs.` }),
    ...Object.fromEntries(
      stateStatuses.map((status) => [status, 'Look at its state, and try again when it allows this.']),
    ),
    ...Object.fromEntries(
      valueStatuses.map((status) => [status, 'Check the values: the service does not take one of them as it is.']),
    ),
  }
}

/** The connector's manifest as this operation reads answers: its own errors and remedies come first. */
function readingOf({ manifest, operation }: Run, isAccepted: boolean): ConnectorManifest {
  const remedies = { ...manifest.remedies, ...generalRemedies(operation), ...operation.remedies }
  return { ...manifest, errors: isAccepted ? [] : [...(operation.errors ?? []), ...(manifest.errors ?? [])], remedies }
}

const asFailure = (trouble: Trouble): CallFailure => {
  const { status, retryAfterSeconds, resetAt } = trouble.evidence
  const isRefusal = typeof status === 'number' && (status >= 400 || trouble.evidence.bodyError !== undefined)
  const untilReset = typeof resetAt === 'string' ? Math.max(0, Date.parse(resetAt) - Date.now()) : null
  return {
    failureClass: trouble.failureClass,
    reason: isRefusal ? 'status' : 'bad_answer',
    message: (trouble.failureClass === 'request' && typeof status === 'number' && sentence(status)) || trouble.message,
    remedy: trouble.remedy,
    retryAfterMs: typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : untilReset,
  }
}

/** What cannot be asked at all, for the input or for what the service said of the next page. */
function refusedBy(error: HttpFailure): CallFailure {
  const failureClass = troubleOfFailure(error)?.failureClass ?? 'ours'
  const remedy = error.reason === 'bad_request' ? 'Check the input.' : error.remedy
  return { failureClass, reason: error.reason, message: error.message, remedy, retryAfterMs: null }
}

/** The public settings and the input; a value that keeps its slashes keeps to its path. */
function lineValues({ manifest, settings, told }: Run, more: TemplateValues = {}): TemplateValues {
  const scalars = Object.entries(told).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, value] as const]
      : [],
  )
  return {
    ...manifest.instances[settings.instance]?.constants,
    ...settings.config,
    ...Object.fromEntries(scalars),
    ...more,
  }
}

function pathOf(run: Run, line: string, { values, query = {} }: OperationCallOptions) {
  const all = lineValues(run, values)
  for (const [, name = ''] of line.matchAll(/\{\+(\w+)\}/g)) {
    if (/[?#\\]/.test(String(all[name] ?? ''))) throw new HttpFailure('bad_request', `The ${name} is no path.`)
  }
  const { baseUrl } = run.settings
  const { method, url: href } = buildRequest(line, baseUrl, all)
  const url = new URL(href)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return { method, path: url.pathname.slice(new URL(baseUrl).pathname.replace(/\/+$/, '').length) + url.search }
}

function payloadOf({ body, form }: OperationCallOptions): { body?: string; headers: Record<string, string> } {
  if (form) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { body: new URLSearchParams(form).toString(), headers }
  }
  if (body === undefined) return { headers: {} }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }
}

function requestOf(run: Run, line: string, options: OperationCallOptions): OperationRequest {
  const { operation, told, idempotencyKey } = run
  const { headers, ...payload } = payloadOf(options)
  const isRepeatable =
    options.isRepeatable ?? (operation.idempotency && idempotencyKey !== null ? true : operation.repeatable)
  return {
    ...pathOf(run, line, options),
    ...payload,
    headers: {
      ...headers,
      ...options.headers,
      ...(operation.idempotency && idempotencyKey !== null && { [operation.idempotency.header]: idempotencyKey }),
    },
    authorizeInput: Object.fromEntries(
      Object.entries(operation.authorizeInput ?? {}).map(([name, one]) => [name, filledText(one, told) ?? '']),
    ),
    ...(isRepeatable !== undefined && { isRepeatable }),
  }
}

async function callWith(run: Run, line: string, options: OperationCallOptions = {}): Promise<OperationReply> {
  const answer = await run.send(requestOf(run, line, options))
  if ('failure' in answer) throw new Refused(answer.failure)
  const { response } = answer
  const reply = { status: response.status, headers: response.headers, text: response.body.toString('utf8') }
  const isAccepted = options.accept?.includes(response.status) ?? false
  const ok = isAccepted ? [response.status] : run.operation.request && run.operation.ok
  const expect = isAccepted ? 'any' : (options.expect ?? 'json')
  const { holds } = run.operation
  const expectation = { expect, ...(ok && { ok }), ...(holds && !isAccepted && { holds }) }
  const read = readAnswer(readingOf(run, isAccepted), response, expectation, new Date())
  if (read.trouble) throw new Refused(asFailure(read.trouble))
  return { ...reply, body: read.body }
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** Texts, numbers, flags and lists of them: whatever else a vendor puts there is not what was declared. */
const plainOf = (value: unknown): unknown => {
  if (isScalar(value)) return value
  return Array.isArray(value) ? value.filter(isScalar) : null
}

function outputOf(operation: Operation, body: unknown, headers: Record<string, string>): OperationOutput {
  return Object.fromEntries(
    Object.entries(operation.output ?? {}).map(([name, place]) => [
      name,
      typeof place === 'string' ? plainOf(valueAt(body, place)) : (headers[place.header.toLowerCase()] ?? null),
    ]),
  )
}

function optionsOf({ operation, told }: Run): OperationCallOptions {
  const query = Object.entries(operation.query ?? {}).map(([name, one]) => [name, filledText(one, told) || undefined])
  const headers = Object.entries(operation.headers ?? {}).flatMap(([name, one]) => {
    const value = filledText(one, told)
    return value === undefined ? [] : [[name.toLowerCase(), value]]
  })
  return {
    query: Object.fromEntries(query),
    headers: Object.fromEntries(headers),
    ...(operation.body !== undefined && { body: filled(operation.body, told) }),
    expect: operation.expect ?? (operation.output ? 'json' : 'any'),
  }
}

const maxPages = 20

/** The query of the next page; of what the vendor says only parameters are taken, and never the path. */
function followOn(run: Run, asked: URL, reply: OperationReply, count: number): Record<string, string> | null {
  const { manifest, operation, settings } = run
  const declared = manifest.paginate ?? { kind: 'none' }
  const size = Number(asked.searchParams.get(operation.pageSize?.parameter ?? '')) || undefined
  const sized = declared.kind === 'page' && size ? { ...declared, size } : declared
  const next = nextPage(declared.kind === 'offset' && size ? { ...declared, limit: size } : sized, {
    url: asked.href,
    headers: reply.headers,
    body: reply.body,
    count,
  })
  if (next === null) return null
  const { searchParams } = new URL(next)
  for (const name of Object.keys(manifest.methods[settings.method]?.inject?.query ?? {})) searchParams.delete(name)
  return searchParams.toString() === asked.searchParams.toString() ? null : Object.fromEntries(searchParams)
}

/** As many items as are wanted, page after page. */
async function readList(run: Run, line: string, items: string): Promise<OperationOutput> {
  const { operation, settings, input } = run
  const limit = Number(input.limit)
  const options = optionsOf(run)
  const size = operation.pageSize && { [operation.pageSize.parameter]: Math.min(limit, operation.pageSize.max) }
  let query: Record<string, string | number | boolean | undefined> | null = { ...options.query, ...size }
  const found: OperationOutput[] = []
  for (let pages = 0; query !== null && found.length < limit && pages < maxPages; pages += 1) {
    const asked: URL = new URL(`${new URL(settings.baseUrl).origin}${pathOf(run, line, { query }).path}`)
    const reply = await callWith(run, line, { ...options, query })
    const list = valueAt(reply.body, items)
    if (!Array.isArray(list)) throw new Refused(notAList)
    found.push(...list.map((item: unknown) => outputOf(operation, item, reply.headers)))
    query = followOn(run, asked, reply, list.length)
  }
  return { items: found.slice(0, limit), hasMore: query !== null || found.length > limit }
}

const notAList: CallFailure = {
  failureClass: 'request',
  reason: 'bad_answer',
  message: 'The service answered with something that is no list.',
  remedy: 'Check the base URL: it may lead to another service.',
  retryAfterMs: null,
}

function pauseOf(signal: AbortSignal | undefined) {
  return (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, Math.min(ms, 30_000))
      function done() {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      signal?.addEventListener('abort', done)
      if (signal?.aborted) done()
    })
}

async function outputOfRun(run: Run, hooks: Record<string, OperationHook> | undefined): Promise<OperationOutput> {
  const { operation, input } = run
  if (operation.hook !== undefined) {
    const hook = hooks?.[operation.hook]
    if (!hook) throw new Error(`The connector has no hook "${operation.hook}".`)
    const made = await hook({ input, call: (line, more) => callWith(run, line, more), pause: pauseOf(run.signal) })
    return Object.fromEntries(Object.keys(operation.output ?? {}).map((name) => [name, made[name] ?? null]))
  }
  const line = operation.request ?? ''
  if (operation.items !== undefined) return readList(run, line, operation.items)
  const { body, headers } = await callWith(run, line, optionsOf(run))
  return outputOf(operation, body, headers)
}

/**
 * Does the operation with an input that `parseOperationInput` has accepted.
 *
 * @throws what `send` throws, and for a fault of ours
 */
export async function performOperation(
  { manifest, hooks }: Connector,
  settings: ConnectorSettings,
  asked: {
    operation: Operation
    input: OperationInput
    idempotencyKey?: string | null
    signal?: AbortSignal | undefined
  },
  send: SendOperation,
): Promise<OperationOutcome> {
  const { operation, input, idempotencyKey = null, signal } = asked
  try {
    const told = inVendorWords(operation, input)
    const run: Run = { manifest, settings, operation, input, told, send, idempotencyKey, signal }
    return { failure: null, output: await outputOfRun(run, hooks.operate) }
  } catch (error) {
    if (error instanceof Refused) return { failure: error.failure, output: null }
    if (error instanceof HttpFailure) return { failure: refusedBy(error), output: null }
    throw error
  }
}
