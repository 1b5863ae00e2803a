import { HttpFailure } from '@/server/kernel/http'
import type { Paginate } from './manifest'
import { valueAt } from './template'

/**
 * How to ask for the next page. A vendor's answer may name it, but never at another origin: the credential would go
 * along.
 */
export type PageAnswer = {
  /** The URL that was asked. */
  url: string
  headers: Record<string, string>
  /** The parsed body. */
  body: unknown
  /** How many items it held. */
  count: number
}

/**
 * The first `rel=next` of a Link header. A URL holds no "<", so that a header full of them is read in one go.
 * Source: https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
function nextLink(header: string | undefined): string | undefined {
  for (const match of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(match[2] ?? '')
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/)
    if (names.includes('next')) return match[1]
  }
  return undefined
}

function sameOrigin(from: string, to: string | undefined): string | null {
  if (to === undefined) return null
  const url = URL.canParse(to, from) ? new URL(to, from) : undefined
  if (url && url.origin === new URL(from).origin && !url.username && !url.password) return url.href
  throw new HttpFailure('redirect_refused', 'The service names a next page at another place.')
}

function withParameter(url: string, name: string, value: string | number | undefined): string | null {
  if (value === undefined || value === '') return null
  const next = new URL(url)
  next.searchParams.set(name, String(value))
  return next.href
}

const textAt = (body: unknown, path: string): string | undefined => {
  const value = valueAt(body, path)
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
}

function numberIn(url: string, name: string, byDefault: number): number {
  const value = Number(new URL(url).searchParams.get(name) ?? byDefault)
  return Number.isSafeInteger(value) ? value : byDefault
}

const range = /\{(\d{1,9}),(\d{1,9})\}/

/** `jobs[name]{0,50}` becomes `jobs[name]{50,100}`. */
function nextRange(text: string | null, size: number): string | undefined {
  const to = Number(range.exec(text ?? '')?.[2])
  return Number.isSafeInteger(to) ? text?.replace(range, `{${to},${to + size}}`) : undefined
}

type Strategies = {
  [Kind in Paginate['kind']]: (paginate: Extract<Paginate, { kind: Kind }>, answer: PageAnswer) => string | null
}

const strategies: Strategies = {
  none: () => null,
  link: (_paginate, { url, headers }) => sameOrigin(url, nextLink(headers.link)),
  body_next: ({ path }, { url, body }) => sameOrigin(url, textAt(body, path)),
  cursor: ({ path, parameter }, { url, body }) => withParameter(url, parameter, textAt(body, path)),
  token_header: ({ header, parameter }, { url, headers }) =>
    withParameter(url, parameter, headers[header.toLowerCase()]),
  offset: ({ parameter, limit }, { url, count }) =>
    count < limit ? null : withParameter(url, parameter, numberIn(url, parameter, 0) + count),
  page: ({ parameter, size, first }, { url, count }) =>
    count < size ? null : withParameter(url, parameter, numberIn(url, parameter, first ?? 1) + 1),
  range: ({ parameter, size }, { url, count }) =>
    count < size ? null : withParameter(url, parameter, nextRange(new URL(url).searchParams.get(parameter), size)),
}

/**
 * The URL of the next page, or null after the last one.
 *
 * @throws {HttpFailure} redirect_refused when the answer names a page at another origin
 */
export function nextPage<Kind extends Paginate['kind']>(
  paginate: Extract<Paginate, { kind: Kind }>,
  answer: PageAnswer,
): string | null {
  const kind: Kind = paginate.kind
  return strategies[kind](paginate, answer)
}
