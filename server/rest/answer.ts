import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Sends what a route answers. One thing gets an ETag of its version and its content, so that a copy is known to be good
 * and a change can say what it was made from. Source: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
 */
export type Answer<Body> = {
  body: Body
  /** Of the thing that is answered; goes into its ETag. */
  version?: number | undefined
  /** The cursor of the next page. */
  next?: string | null | undefined
  /** Where what was made can be read. */
  location?: string | undefined
}

/** What is text already. */
export type Written = { text: string }

export type Sending = { status: number; isOne: boolean }

function tagOf(text: string, version: number | undefined): string {
  const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16)
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`
}

/** A weak comparison, as it is meant for reading. */
function isKnown({ headers }: IncomingMessage, tag: string): boolean {
  const given = headers['if-none-match']
  if (!given) return false
  return given.trim() === '*' || given.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
}

/** The same address with the cursor of the next page. */
export function nextAddress(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', cursor)
  return `${path}?${parameters}`
}

/** Sets the ETag; true when the caller has this very answer already. */
function settleTag(request: IncomingMessage, response: ServerResponse, tag: string): boolean {
  response.setHeader('etag', tag)
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  response.setHeader('cache-control', 'private, no-cache')
  response.setHeader('vary', 'authorization, cookie, x-inthub-tenant')
  return isKnown(request, tag)
}

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer<unknown> | Written,
  { status, isOne }: Sending,
): void {
  const { body, version, next, location }: Answer<unknown> = 'text' in answer ? { body: answer.text } : answer
  response.setHeader('cache-control', 'no-store')
  if (location) response.setHeader('location', location)
  if (next) response.setHeader('link', `<${nextAddress(request.url ?? '/', next)}>; rel="next"`)
  if (body === undefined) {
    response.writeHead(204).end()
    return
  }
  const text = 'text' in answer ? answer.text : JSON.stringify(body)
  if (isOne && settleTag(request, response, tagOf(text, version))) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.writeHead(status, { 'content-length': Buffer.byteLength(text) })
  response.end(request.method === 'HEAD' ? undefined : text)
}
