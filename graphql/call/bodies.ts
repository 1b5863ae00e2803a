import type { CallRequest, QueryValue } from '@/server/domain/calls/service'
import { HubError } from '@/server/kernel/errors'

/** Bodies, queries and headers of calls: what GraphQL can say of them, and what calls take. */
const invalid = (path: string, message: string) =>
  new HubError('request.invalid', undefined, { fields: [{ path, message }] })

type Bodies = {
  body?: unknown
  bodyText?: string | null | undefined
  bodyBase64?: string | null | undefined
}

/** @throws {HubError} request.invalid */
export function bodyOf({ body, bodyText, bodyBase64 }: Bodies): CallRequest['body'] {
  const given = [body, bodyText, bodyBase64].filter((one) => one !== undefined && one !== null)
  if (given.length > 1) throw invalid('body', 'may be given in one form only')
  if (bodyBase64 != null) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bodyBase64)) throw invalid('bodyBase64', 'is not base64')
    return Buffer.from(bodyBase64, 'base64')
  }
  if (bodyText != null) return bodyText
  // A string that is given as JSON is sent as JSON, with its quotes.
  return typeof body === 'string' ? Buffer.from(JSON.stringify(body)) : (body as CallRequest['body'])
}

const isScalar = (value: unknown): value is QueryValue => value === null || typeof value !== 'object'

/** @throws {HubError} request.invalid */
export function queryOf(query: Record<string, unknown> | null | undefined): CallRequest['query'] {
  for (const [name, value] of Object.entries(query ?? {})) {
    const all: unknown[] = Array.isArray(value) ? value : [value]
    if (!all.every(isScalar)) throw invalid(`query.${name.slice(0, 60)}`, 'has to be a value or a list of values')
  }
  return query as CallRequest['query']
}

/** @throws {HubError} request.invalid */
export function headersOf(headers: Record<string, unknown> | null | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number') return [name, String(value)]
      throw invalid(`headers.${name.slice(0, 60)}`, 'has to be a text')
    }),
  )
}

/** The answer as JSON; null when it is none. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The answer as text; null when its bytes are none. */
export function textOf(body: Buffer): string | null {
  try {
    return decoder.decode(body)
  } catch {
    return null
  }
}
