import { readVariable } from './environment'
import { CliError, fromHub, type GraphqlFailure } from './errors'
import { exitCodes } from './exit-codes'
import type { TypedDocumentString } from './generated/graphql'
import { redact } from './redaction'
import { requireKey, type Session } from './session'

/**
 * One call of the hub over HTTP. The key goes to the hub's own origin only: a redirect is an error here, never
 * followed.
 */
export type Answer = { data?: unknown; errors?: GraphqlFailure[] }

export const unreachable = (url: string, cause?: unknown) =>
  new CliError(exitCodes.unreachable, 'cli.hub_unreachable', `The hub at ${url} cannot be reached.`, {
    remedy: 'Check the address (--url, INTHUB_URL) and that the hub runs: inthub healthcheck',
    cause,
  })

const timedOut = (seconds: number) =>
  new CliError(exitCodes.timedOut, 'cli.timed_out', `The hub did not answer within ${seconds} s.`, {
    remedy: 'What was asked may still be done. Look with "inthub integration list", or wait longer with --timeout.',
  })

type Init = {
  method: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  redirect: 'manual'
  signal: AbortSignal
}

/** Node's own fetch knows no proxy; undici's does, and is loaded only where one is wanted. */
async function fetchThrough(url: string, init: Init): Promise<Response> {
  const proxy = readVariable(url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY')
  if (!proxy) return fetch(url, init)
  const { EnvHttpProxyAgent, fetch: proxiedFetch } = await import('undici')
  return (await proxiedFetch(url, { ...init, dispatcher: new EnvHttpProxyAgent() })) as unknown as Response
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError'

/** What went wrong below HTTP, such as ECONNRESET. */
function socketCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

const lostOnTheWay = new Set(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])

export type HttpCall = {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  timeoutMs: number
}

/** @throws {CliError} exit 12 when nothing answers, 8 when it takes too long */
export async function callHub(call: HttpCall, mayRepeat = false): Promise<Response> {
  const { url, method = 'GET', headers = {}, body, timeoutMs } = call
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    return await fetchThrough(url, { method, headers, ...(body !== undefined && { body }), redirect: 'manual', signal })
  } catch (error) {
    if (isTimeout(error)) throw timedOut(timeoutMs / 1000)
    if (mayRepeat && lostOnTheWay.has(socketCode(error) ?? '')) return callHub(call)
    throw unreachable(new URL(url).origin, error)
  }
}

export const notAHub = ({ url }: Session, status: number) =>
  new CliError(exitCodes.unreachable, 'cli.not_a_hub', `What answers at ${url} is not a hub (${status}).`, {
    remedy:
      status >= 300 && status < 400 ? 'It redirects: use the address it points to.' : 'Check --url and INTHUB_URL.',
  })

async function readAnswer(response: Response, session: Session): Promise<Answer> {
  const text = await response.text().catch((error: unknown) => {
    throw isTimeout(error) ? timedOut(session.timeoutMs / 1000) : unreachable(session.url, error)
  })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)) return value as Answer
  } catch {
    // Told below, by the status.
  }
  if (response.status >= 502 && response.status <= 504) throw unreachable(session.url)
  throw notAHub(session, response.status)
}

/** @param line the method, the path and what else says what was asked; never a query string */
export function debugLine(session: Session, line: string, response: Response, startedAt: number): void {
  const { debug } = session.io
  const id = response.headers.get('x-request-id') ?? '-'
  const ms = Math.round(performance.now() - startedAt)
  if (debug) process.stderr.write(redact(`${line} ${response.status} ${ms} ms ${id}\n`))
  if (debug === 'http') {
    process.stderr.write('  > authorization: Bearer ***\n')
    for (const [name, value] of response.headers) {
      process.stderr.write(redact(`  < ${name}: ${name === 'set-cookie' ? '***' : value}\n`))
    }
  }
  if (!debug && session.io.verbose) session.io.note(`${line} ${ms} ms`)
}

export type Question = {
  query: string
  variables: Record<string, unknown>
  operationName?: string | undefined
  /** A question changes nothing, and a change that bears an idempotency key is done once: both may be sent again. */
  mayRepeat: boolean
}

export type Replied = { answer: Answer; requestId: string | undefined }

/** One operation and the whole of its answer, errors included. @throws {CliError} 12 unreachable, 8 too slow, 4 without a key */
export async function send(
  session: Session,
  { query, variables, operationName, mayRepeat }: Question,
): Promise<Replied> {
  const token = requireKey(session)
  const startedAt = performance.now()
  const response = await callHub(
    {
      url: `${session.url}/graphql`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        authorization: `Bearer ${token}`,
        ...(session.tenant && { 'x-inthub-tenant': session.tenant }),
      },
      body: JSON.stringify({ query, variables, operationName }),
      timeoutMs: session.timeoutMs,
    },
    mayRepeat,
  )
  debugLine(session, `POST ${session.url}/graphql ${operationName ?? 'request'}`, response, startedAt)
  const answer = await readAnswer(response, session)
  return { answer, requestId: response.headers.get('x-request-id') ?? undefined }
}

/** @throws {CliError} the hub's own errors with their exit code, and what `send` throws */
export async function request<R, V>(session: Session, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const query = document.toString()
  const operationName = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1]
  const mayRepeat = query.trimStart().startsWith('query') || query.includes('$idempotencyKey')
  const { answer, requestId } = await send(session, {
    query,
    variables: variables as Record<string, unknown>,
    operationName,
    mayRepeat,
  })
  const [failure] = answer.errors ?? []
  if (failure) throw fromHub(failure, requestId)
  return answer.data as R
}
