import type { IncomingMessage } from 'node:http'
import type { AuthHeaders } from '@/server/auth/context'
import { HubError } from '@/server/kernel/errors'
import type { Admission } from './admit'

/**
 * Reads one GraphQL request off the wire, and nothing that a foreign page could have made a browser send: a POST has
 * to be JSON, which no form can be, and a GET counts as its sender's only with a header that no link can carry.
 */
export const maxBodyBytes = 1024 * 1024

export type GraphqlRequest = {
  admission: Admission
  credentials: AuthHeaders
  tenant: string | null
  accept: string
}
export type Unreadable = { status: number; error: HubError }

const json = 'application/json'
const graphqlJson = 'application/graphql-response+json'
const ownHeaders = ['x-inthub-tenant', 'x-apollo-operation-name', 'apollo-require-preflight']

/** The new media type when it is asked for, the old one for everybody else. */
export function mediaTypeFor(accept: string | undefined): typeof json | typeof graphqlJson {
  return accept?.includes(graphqlJson) ? graphqlJson : json
}

const unreadable = (status: number, detail: string): Unreadable => ({
  status,
  error: new HubError(status === 413 ? 'request.too_large' : 'request.invalid', detail),
})

/** What comes after the limit is not kept. With events: an iterator over a stream costs more than a small body does. */
function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return Promise.resolve('too large')
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
      resolve('too large')
    })
    request.once('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    request.once('error', reject)
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

/** The parameters of the specification, each of its type. */
function toAdmission(given: Record<string, unknown>): Admission | Unreadable {
  const { query, operationName, variables, extensions } = given
  if (typeof query !== 'string' || query.length === 0)
    return unreadable(400, 'The parameter "query" has to be a string.')
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    return unreadable(400, 'The parameter "operationName" has to be a string.')
  }
  if (!isAbsent(variables) && !isRecord(variables)) {
    return unreadable(400, 'The parameter "variables" has to be an object.')
  }
  if (!isAbsent(extensions) && !isRecord(extensions)) {
    return unreadable(400, 'The parameter "extensions" has to be an object.')
  }
  return { query, ...(operationName && { operationName }), ...(variables && { variables }) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readPost(request: IncomingMessage): Promise<Admission | Unreadable> {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';')
  if (type?.trim() !== json) return unreadable(415, `The content-type has to be ${json}.`)
  const charset = parameters.find((each) => each.trim().startsWith('charset='))
  if (charset && !/=\s*"?utf-?8"?\s*$/.test(charset)) return unreadable(415, 'The charset has to be utf-8.')
  if (request.headers['content-encoding']) return unreadable(415, 'The body may not be compressed.')
  const body = await readBody(request)
  if (body === 'too large') return unreadable(413, `The body may have ${maxBodyBytes / 1024 / 1024} MiB at most.`)
  const parsed = parseJson(body.toString('utf8'))
  if (Array.isArray(parsed)) return unreadable(400, 'Send one operation at a time: batches are not taken.')
  if (!isRecord(parsed)) return unreadable(400, 'The body has to be a JSON object.')
  return toAdmission(parsed)
}

function readGet(request: IncomingMessage): Admission | Unreadable {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const read = (name: string) => {
    const text = searchParams.get(name)
    return text === null ? undefined : (parseJson(text) ?? text)
  }
  return toAdmission({
    query: searchParams.get('query'),
    operationName: searchParams.get('operationName'),
    variables: read('variables'),
    extensions: read('extensions'),
  })
}

function credentialsOf({ method, headers }: IncomingMessage): AuthHeaders {
  const meant = method === 'POST' || ownHeaders.some((name) => headers[name] !== undefined)
  return { authorization: headers.authorization, cookie: meant ? headers.cookie : undefined }
}

export async function readRequest(request: IncomingMessage): Promise<GraphqlRequest | Unreadable> {
  const { method, headers } = request
  if (method !== 'POST' && method !== 'GET') return unreadable(405, 'Only GET and POST are taken here.')
  const admission = method === 'POST' ? await readPost(request) : readGet(request)
  if ('status' in admission) return admission
  const tenant = headers['x-inthub-tenant']
  return {
    admission,
    credentials: credentialsOf(request),
    tenant: (Array.isArray(tenant) ? tenant[0] : tenant) || null,
    accept: headers.accept ?? '*/*',
  }
}
