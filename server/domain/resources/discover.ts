import { createHash } from 'node:crypto'
import { type Listing, listResources, listsOf, type Resource } from '@/connectors/kit'
import type { Context } from '@/server/kernel/context'
import { HubError } from '@/server/kernel/errors'
import { decodeCursor, encodeCursor, pageSize } from '@/server/kernel/page'
import type { CallTarget } from '../calls/service'
import { inputFor, listNamed, openForLists } from './lists'
import { keyOf, lists } from './memory'
import { sendsLists } from './sending'
import type { DiscoverInput, PageFailure, ResourceBatch, ResourceItem, ResourcePage } from './types'

/**
 * Reads the lists of integrations. The service is asked in pages of one size, each remembered by itself, so that callers
 * who want other sizes or filters share them. What fails is told with its page, beside what came before it.
 */
const servicePage = 100
/** How many pages of the service one answer may need, when a filter leaves little of each. */
const maxPagesPerAnswer = 20
const maxFilterLength = 200

/** Where to go on: a page of the service, and how many of its items are behind us. */
type Position = { cursor: string | null; skip: number; page: number }
type Portion = { from: Position; listing: Listing; at: Date; isHit: boolean }

type Source = {
  ctx: Context
  target: CallTarget
  list: string
  input: Record<string, string>
  filter: string
  search: string | undefined
  refresh: boolean
  /** Ties a cursor to the question it answers. */
  mark: string
}

async function openSource(ctx: Context, asked: DiscoverInput): Promise<Source> {
  const target = await openForLists(ctx, asked.integration)
  const list = listNamed(target, asked.type)
  const input = inputFor(target, list, asked.input)
  const filter = asked.filter?.trim().toLowerCase() ?? ''
  if (filter.length > maxFilterLength) {
    const message = `has to have ${maxFilterLength} characters at most`
    throw new HubError('request.invalid', `"filter" ${message}.`, { fields: [{ path: 'filter', message }] })
  }
  const isSearchable = listsOf(target.connector, target.settings)[list]?.search !== undefined
  const question = JSON.stringify([target.integration.id, list, Object.entries(input).sort(), filter])
  return {
    ...{ ctx, target, list, input, filter, search: isSearchable && filter ? filter : undefined },
    refresh: asked.refresh ?? false,
    mark: createHash('sha256').update(question).digest('base64url').slice(0, 16),
  }
}

const cursorAt = ({ mark }: Source, { cursor, skip, page }: Position) => encodeCursor([mark, cursor ?? '', skip, page])

function positionAt({ mark }: Source, after: string | null | undefined): Position {
  if (!after) return { cursor: null, skip: 0, page: 1 }
  const [own, cursor, skip, page] = decodeCursor(after, 4)
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
  if (own === mark && typeof cursor === 'string' && isCount(skip) && isCount(page)) {
    return { cursor: cursor || null, skip, page }
  }
  throw new HubError('request.invalid', 'The cursor belongs to another list.', {
    fields: [{ path: 'after', message: 'belongs to another list' }],
  })
}

async function readPortion(source: Source, from: Position): Promise<Portion> {
  const { ctx, target, list, input, search, refresh } = source
  const key = keyOf(target, list, JSON.stringify(Object.entries(input).sort()), search ?? null, from.cursor)
  const load = (signal: AbortSignal) =>
    listResources(target.connector, target.settings, target.http, {
      ...{ list, input, search, first: servicePage, cursor: from.cursor, signal },
      send: sendsLists({ ...ctx, signal }, target, list),
    })
  const { value, at, isHit } = await lists.read(key, load, { refresh, signal: ctx.signal })
  return { from, listing: value, at, isHit }
}

async function* portions(source: Source, from: Position): AsyncGenerator<Portion> {
  for (let at: Position | null = from; at !== null; ) {
    const portion: Portion = await readPortion(source, at)
    yield portion
    const { cursor } = portion.listing
    at = cursor === null ? null : { cursor, skip: 0, page: at.page + 1 }
  }
}

function isWanted({ filter, search }: Source, { id, name }: Resource): boolean {
  // What the service found by its own rules is not judged again by ours.
  if (filter === '' || search !== undefined) return true
  return name.toLowerCase().includes(filter) || id.toLowerCase().includes(filter)
}

function failureOf({ from, listing }: Portion): PageFailure | null {
  if (!listing.trouble) return null
  const { failureClass, message, remedy } = listing.trouble
  return { failureClass, message, remedy, page: from.page }
}

/** What of a portion is wanted, at most so many, and where the rest begins. */
function taken(source: Source, { from, listing }: Portion, room: number) {
  const items: ResourceItem[] = []
  let at = from.skip
  for (; at < listing.resources.length && items.length < room; at += 1) {
    const node = listing.resources[at]
    if (!node || !isWanted(source, node)) continue
    items.push({ node, cursor: cursorAt(source, { ...from, skip: at + 1 }) })
  }
  const hasRest = listing.resources.slice(at).some((one) => isWanted(source, one))
  const next: Position | null = hasRest
    ? { ...from, skip: at }
    : listing.cursor === null
      ? null
      : { cursor: listing.cursor, skip: 0, page: from.page + 1 }
  return { items, seen: at - Math.min(from.skip, at), next: listing.trouble ? from : next }
}

const nothing = ({ list }: Source): ResourcePage => ({
  ...{ type: list, items: [], hasNextPage: false, endCursor: null, seen: 0, cachedAt: null, isCached: true },
  failure: null,
})

const older = (a: Date | null, b: Date) => (a && a < b ? a : b)

function extended(source: Source, page: ResourcePage, portion: Portion, room: number): ResourcePage {
  const { items, seen, next } = taken(source, portion, room)
  const failure = failureOf(portion)
  return {
    ...page,
    items: [...page.items, ...items],
    hasNextPage: next !== null,
    endCursor: next ? cursorAt(source, next) : (items.at(-1)?.cursor ?? page.endCursor),
    seen: page.seen + seen,
    // A page that failed tells nothing of how old the rest is.
    cachedAt: failure ? page.cachedAt : older(page.cachedAt, portion.at),
    isCached: page.isCached && portion.isHit,
    failure,
  }
}

/**
 * One page of a list. Trouble with the service is told in `failure`, with what came before it.
 *
 * @throws {HubError} permission.denied, integration.not_found, integration.disabled, resource.unknown_list,
 *   request.invalid, credential.missing
 */
export async function discoverResources(ctx: Context, asked: DiscoverInput): Promise<ResourcePage> {
  const first = pageSize(asked, servicePage)
  const source = await openSource(ctx, asked)
  let page = nothing(source)
  let pages = 0
  for await (const portion of portions(source, positionAt(source, asked.after))) {
    page = extended(source, page, portion, first - page.items.length)
    pages += 1
    if (page.failure || page.items.length >= first || pages >= maxPagesPerAnswer) break
  }
  return page
}

/** As many as a stream tells when nobody says, and at most. */
const maxStreamed = 10_000
const maxStreamedPages = 500

/**
 * A whole list, page after page of the service as they come, up to `first` of them. Ends with the last, with the first
 * page that fails, or when the caller has gone.
 *
 * @throws {HubError} as discoverResources, before the first page
 */
export async function streamResources(
  ctx: Context,
  asked: DiscoverInput,
  signal?: AbortSignal,
): Promise<AsyncGenerator<ResourceBatch>> {
  const limit = Math.min(asked.first ?? maxStreamed, maxStreamed)
  if (!Number.isInteger(limit) || limit < 1) {
    const message = `has to be from 1 to ${maxStreamed}`
    throw new HubError('request.invalid', `"first" ${message}.`, { fields: [{ path: 'first', message }] })
  }
  const source = await openSource({ ...ctx, ...(signal && { signal }) }, asked)
  return batches(source, positionAt(source, asked.after), limit)
}

async function* batches(source: Source, from: Position, limit: number): AsyncGenerator<ResourceBatch> {
  let count = 0
  let seen = 0
  let pages = 0
  for await (const portion of portions(source, from)) {
    const batch = extended(source, { ...nothing(source), seen }, portion, limit - count)
    count += batch.items.length
    seen = batch.seen
    pages += 1
    const isLast = !batch.hasNextPage || batch.failure !== null || count >= limit || pages >= maxStreamedPages
    yield { ...batch, page: portion.from.page, count, isLast }
    if (isLast) return
  }
}
