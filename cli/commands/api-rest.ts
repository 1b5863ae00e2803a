import { callHub, debugLine, notAHub } from '../client'
import { CliError, fromHub, usageError } from '../errors'
import { type ExitCode, exitCodes } from '../exit-codes'
import type { Io } from '../io'
import { redact } from '../redaction'
import { requireKey, type Session } from '../session'
import { plainText } from '../terminal'
import { type ApiOptions, makeStdin, readBytes, readFields } from './api-fields'
import { isRecord, pickedFields, printValue } from './api-print'

/**
 * `inthub api <path>`: one request of somebody's own, its body on stdout as it came, its problem on stderr and in the
 * exit code. The key goes to the hub and nowhere else: a path is a path, and a link to another place is not followed.
 */
type Asked = {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | undefined
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function methodOf(given: string | undefined, hasBody: boolean): string {
  const method = given?.toUpperCase() ?? (hasBody ? 'POST' : 'GET')
  if (methods.includes(method)) return method
  throw usageError('--method names no method.', `Methods: ${methods.join(', ')}.`)
}

/** Whole paths as they are; anything else is below /api/v1. @throws {CliError} exit 2 for what would leave the hub */
function pathOf(given: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(given) || /^\/\/|[\\\s]/.test(given))
    throw usageError('This is no path of the hub.', 'Such as: inthub api integrations, or /api/v1/integrations.')
  const isWhole = /^\/(?:api|logs|health|ready|version|docs)(?:[/?]|$)/.test(given)
  return isWhole ? given : `/api/v1/${given.replace(/^\//, '')}`
}

const own = new Set(['authorization', 'cookie', 'host', 'content-length', 'transfer-encoding', 'connection'])

function headersOf(given: readonly string[]): Record<string, string> {
  const pairs = given.map((one): [string, string] => {
    const [, name, value] = /^([A-Za-z0-9-]+):\s*([\x20-\x7e]*)$/.exec(one) ?? []
    if (!name || value === undefined) throw usageError('A header has to be of the form "name: value".')
    if (own.has(name.toLowerCase()))
      throw usageError(
        `The header ${name} is the CLI's own.`,
        'Who you are is said by "inthub auth login" or INTHUB_TOKEN.',
      )
    return [name.toLowerCase(), value.trim()]
  })
  return Object.fromEntries(pairs)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function withQuery(path: string, fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, textOf(one))
  const text = query.toString()
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path
}

type Content = { body: string | Uint8Array<ArrayBuffer> | undefined; fields: Record<string, unknown> }

async function readContent({ rawField = [], field = [], inputFile: input }: ApiOptions): Promise<Content> {
  const stdin = makeStdin()
  const body = input === undefined ? undefined : input === '-' ? await stdin() : readBytes(input)
  return { body, fields: await readFields(rawField, field, { stdin }) }
}

const isReading = (method: string) => method === 'GET' || method === 'HEAD'

/** Fields are the body as JSON; beside a body, and where there can be none, they are parameters of the query. */
async function readAsked(path: string, options: ApiOptions): Promise<Asked> {
  if (options.operation !== undefined) throw usageError('--operation is for graphql.')
  const { body: given, fields } = await readContent(options)
  const hasFields = Object.keys(fields).length > 0
  const method = methodOf(options.method, given !== undefined || hasFields)
  if (given !== undefined && isReading(method))
    throw usageError(`${method} takes no body.`, 'Say what to do with it: -X POST.')
  const inQuery = given !== undefined || isReading(method)
  const body = given ?? (inQuery || !hasFields ? undefined : JSON.stringify(fields))
  return {
    method,
    path: inQuery ? withQuery(pathOf(path), fields) : pathOf(path),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headersOf(options.headers ?? []) },
    body,
  }
}

/** What a status means to a shell, where the hub does not say it in words of its own. */
const exitCodeOfStatus: Record<number, ExitCode> = {
  401: exitCodes.unauthenticated,
  403: exitCodes.forbidden,
  404: exitCodes.notFound,
  408: exitCodes.timedOut,
  429: exitCodes.rateLimited,
  500: exitCodes.failed,
  502: exitCodes.unreachable,
  503: exitCodes.unreachable,
  504: exitCodes.unreachable,
}

/** The kinds of errors under the names they have in GraphQL, which is where their exit codes stand. */
const kindOfStatus: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'UNAVAILABLE',
}

const retryAfterOf = (response: Response) => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

const isOfService = ({ headers }: Response) => headers.has('x-inthub-call-id')

/** A service behind the proxy answered by itself: its body is the result, and its status decides. */
function serviceFailure(response: Response): CliError {
  const { status, headers } = response
  const code = status >= 500 ? exitCodes.provider : (exitCodeOfStatus[status] ?? exitCodes.refused)
  return new CliError(code, 'cli.service_refused', `The service answered with the status ${status}.`, {
    remedy: `See the call: inthub api calls/${headers.get('x-inthub-call-id')}`,
    retryAfterMs: retryAfterOf(response),
  })
}

function problemOf(response: Response, problem: unknown): CliError {
  const { status } = response
  const { detail, title, code, ...rest } = isRecord(problem) ? problem : {}
  const message =
    typeof detail === 'string' ? detail : typeof title === 'string' ? title : `The hub answered ${status}.`
  const kind = kindOfStatus[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'BAD_USER_INPUT')
  const requestId = response.headers.get('x-request-id') ?? undefined
  return fromHub({ message, extensions: { ...rest, code: kind, type: code } }, requestId)
}

const isJson = ({ headers }: Response) => /[/+]json\b/.test(headers.get('content-type') ?? '')

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function printHead({ status, statusText, headers }: Response, io: Io): void {
  const lines = [...headers].map(([name, value]) => `${name}: ${plainText(value)}`)
  io.result(redact([`HTTP/1.1 ${status} ${plainText(statusText)}`.trimEnd(), ...lines, ''].join('\n')))
  process.stdout.write('\n')
}

/** Bytes go through a pipe as they came; on a terminal they may not move anything. */
async function printBody(response: Response, bytes: Buffer, io: Io): Promise<void> {
  if (bytes.length === 0) return
  const value = isJson(response) ? parsed(bytes) : undefined
  if (value !== undefined) {
    const wanted = isRecord(value) ? pickedFields(io, value) : value
    if (wanted !== undefined) await printValue(io, wanted)
    return
  }
  if (io.isTty) io.result(bytes.toString('utf8').split('\n').map(plainText).join('\n'))
  else process.stdout.write(bytes)
}

const isProblem = ({ headers }: Response) => (headers.get('content-type') ?? '').startsWith('application/problem+json')

async function ask(session: Session, { method, path, headers, body }: Asked, include = false): Promise<Response> {
  const { io } = session
  const startedAt = performance.now()
  const response = await callHub(
    {
      ...{ url: `${session.url}${path}`, method, ...(body !== undefined && { body }), timeoutMs: session.timeoutMs },
      headers: {
        accept: 'application/json, */*;q=0.8',
        ...headers,
        authorization: `Bearer ${requireKey(session)}`,
        ...(session.tenant && { 'x-inthub-tenant': session.tenant }),
      },
    },
    method === 'GET' || method === 'HEAD',
  )
  debugLine(session, `${method} ${session.url}${path.split('?', 1)[0]}`, response, startedAt)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (include) printHead(response, io)
  const isRedirect = response.status >= 300 && response.status < 400 && response.status !== 304
  if (isOfService(response)) {
    await printBody(response, bytes, io)
    if (response.status >= 400) throw serviceFailure(response)
    return response
  }
  if (isProblem(response)) throw problemOf(response, parsed(bytes))
  if (isRedirect || response.status >= 502) throw notAHub(session, response.status)
  await printBody(response, bytes, io)
  if (response.status >= 400) throw problemOf(response, undefined)
  return response
}

/** The path of the next page. A link that leads elsewhere is an error, and not followed. */
function nextPath({ headers }: Response, session: Session): string | undefined {
  const [, target] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '') ?? []
  if (target === undefined) return undefined
  const url = new URL(target, session.url)
  if (url.origin === session.url) return `${url.pathname}${url.search}`
  throw usageError('The next page is at another place than the hub, and your key does not go there.')
}

export async function restCall(session: Session, given: string, options: ApiOptions): Promise<void> {
  const asked = await readAsked(given, options)
  if (options.paginate && asked.method !== 'GET') throw usageError('--paginate is for GET.')
  let response = await ask(session, asked, options.include)
  while (options.paginate) {
    const path = nextPath(response, session)
    if (path === undefined) return
    response = await ask(session, { ...asked, path }, options.include)
  }
}
