import type { IncomingMessage } from 'node:http'
import type { z } from '@hono/zod-openapi'
import type { AuthHeaders } from '@/server/auth/context'
import { HubError } from '@/server/kernel/errors'
import { isStorable } from '@/server/kernel/text'
import { brokenAt, lineAndColumn } from './json'
import { fieldsOf } from './words'

/** Reads one REST request off the wire: what it is, who sent it and what it holds, each refused in words of ours. */
export const maxBodyBytes = 1024 * 1024

const headerOf = ({ headers }: IncomingMessage, name: string): string | null => {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) || null
}

export const tenantOf = (request: IncomingMessage): string | null => headerOf(request, 'x-inthub-tenant')

/**
 * A cookie counts only for what a page of another site cannot have sent: a request the browser itself calls our own, or
 * one with a header that no form and no link can carry. Keys are sent on purpose and need no such proof.
 */
export function credentialsOf(request: IncomingMessage): AuthHeaders {
  const { authorization, cookie } = request.headers
  const isMeant = request.headers['sec-fetch-site'] === 'same-origin' || tenantOf(request) !== null
  return { authorization, cookie: isMeant ? cookie : undefined }
}

/** What comes after the limit is not kept. @throws {HubError} request.too_large */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new HubError('request.too_large', `The body may have ${maxBodyBytes / 1024 / 1024} MiB at most.`)
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    request.on('data', (part: Buffer) => {
      length += part.length
      if (length <= maxBodyBytes) {
        parts.push(part)
        return
      }
      parts.length = 0
      reject(tooLarge())
    })
    request.once('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    request.once('error', reject)
  })
}

const refuse = (detail: string, path: string, message: string) =>
  new HubError('request.invalid', detail, { fields: [{ path, message }] })

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('The body is not UTF-8.', 'body', 'has to be UTF-8')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { line, column } = lineAndColumn(text, brokenAt(text))
    const place = `line ${line}, column ${column}`
    throw refuse(`The body is not JSON: it breaks off at ${place}.`, 'body', `is not JSON from ${place} on`)
  }
}

/** As deep as over GraphQL: shapes walk into a body, and a caller must not decide how deep. */
const maxDepth = 40

const within = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : [])

/** Level by level, so that it needs no stack of its own. */
function requireShallow(value: unknown): void {
  let level = within(value)
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw refuse('The body is nested too deeply.', 'body', 'is nested too deeply')
    level = level.flatMap(within)
  }
}

/** What a database cannot keep as it is. Only an escape can have brought it here. */
function requireStorable(value: unknown): void {
  const isBad = (each: unknown): boolean => {
    if (typeof each === 'string') return !isStorable(each)
    if (typeof each !== 'object' || each === null) return false
    return Object.entries(each).some(([name, inner]) => !isStorable(name) || isBad(inner))
  }
  if (isBad(value))
    throw refuse('A text holds a character that cannot be kept.', 'body', 'holds a NUL or half a character')
}

function requireJson({ headers }: IncomingMessage): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = parameters.find((each) => each.trim().startsWith('charset='))
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(type.trim())) {
    throw new HubError('request.wrong_media_type', 'The content-type has to be application/json.')
  }
  if (charset && !/=\s*"?utf-?8"?\s*$/.test(charset)) {
    throw new HubError('request.wrong_media_type', 'The charset has to be utf-8.')
  }
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') {
    throw new HubError('request.wrong_media_type', 'The body may not be compressed.')
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * The body as JSON; undefined when there is none.
 *
 * @throws {HubError} request.wrong_media_type, request.too_large, request.invalid
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (!hasBody(request)) return undefined
  requireJson(request)
  const text = decode(await readBytes(request))
  const value = parse(text)
  requireShallow(value)
  if (text.includes('\\u')) requireStorable(value)
  return value
}

const isList = (schema: z.core.$ZodType): boolean => {
  const { type, innerType } = schema._zod.def as { type: string; innerType?: z.core.$ZodType }
  return type === 'array' || (innerType !== undefined && isList(innerType))
}

const asList = (values: string[]): string[] => values.flatMap((each) => each.split(','))
const asOne = (values: string[]): string | string[] | undefined => (values.length > 1 ? values : values[0])

/** Names that a list has are told from those of one value by the shape: `?type=a&type=b` and `?type=a,b` are lists. */
export function queryOf(request: IncomingMessage, { shape }: z.ZodObject): Record<string, unknown> {
  const url = request.url ?? '/'
  const given = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')
  const query: Record<string, unknown> = Object.create(null)
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name)
    if (!values.every(isStorable)) {
      throw refuse('A parameter cannot be kept.', 'query', 'holds a NUL or half a character')
    }
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    query[name] = field && isList(field) ? asList(values) : asOne(values)
  }
  return query
}

/** @throws {HubError} request.invalid */
export function requireStorablePath(params: Record<string, string>): void {
  if (Object.values(params).every(isStorable)) return
  throw refuse('The address holds a character that cannot be kept.', 'path', 'holds a NUL or half a character')
}

/** @throws {HubError} request.invalid naming each field that is wrong */
export function fitting<S extends z.ZodType>(shape: S, value: unknown, root: string): z.output<S> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const fields = fieldsOf(read.error, root)
  const [first] = fields
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''
  throw new HubError('request.invalid', first ? `${first.path} ${first.message}${more}.` : undefined, { fields })
}

/**
 * The version a change is for, from `If-Match`; null for `*`, which means whatever it is.
 *
 * @throws {HubError} request.version_required, request.invalid
 */
export function versionOf(request: IncomingMessage): number | null {
  const given = headerOf(request, 'if-match')?.trim()
  if (!given) throw new HubError('request.version_required')
  if (given === '*') return null
  const version = /^"(\d{1,9})(?:-[\w-]{1,64})?"$/.exec(given)?.[1]
  if (version !== undefined) return Number(version)
  // A weak tag, and one that is not ours, names no version there ever was.
  if (/^(?:W\/)?"[^"]*"$/.test(given)) return -1
  throw refuse('The header If-Match has to be one ETag, or "*".', 'If-Match', 'has to be an ETag in quotes')
}

export const idempotencyKeyOf = (request: IncomingMessage): string | null => headerOf(request, 'idempotency-key')
