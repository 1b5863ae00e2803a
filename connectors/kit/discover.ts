import { z } from 'zod'
import type { LearnedQuota } from '@/server/kernel/health'
import { type HttpClient, HttpFailure, type HttpRequest } from '@/server/kernel/http'
import type { Answered, Trouble } from './answers'
import type { Connector } from './define'
import type { Discovery, Paginate } from './manifest'
import { nextPage } from './pages'
import { applies, attempt, type ProbeRun, plainRequest, readable, reading, sendOne, startRun, troubleOf } from './run'
import type { ConnectorSettings } from './settings'
import { valueAt } from './template'

/**
 * Reads the lists a manifest declares under `discover`. Guarantees: only the declared path is ever asked, whatever a
 * cursor or a vendor's next link says (of both only the parameters are taken, never those that carry a credential);
 * pages, items and bytes of one call are bounded; an outcome is data, so a service that is down is no exception.
 */
export type Resource = {
  id: string
  name: string
  url: string | null
  attributes: Record<string, string | number | boolean | null>
}

/** Sends one request of a list with the credential in it; where quota, retry and log are. */
export type SendListCall = (
  request: HttpRequest,
  input: Record<string, string>,
) => Promise<(Answered & { url: string }) | { trouble: Trouble }>

export type ListCall = {
  /** A key of the manifest's `discover`. */
  list: string
  /** Values of the list's inputs, such as the repository whose branches are wanted. */
  input?: Record<string, string> | undefined
  /** A text in the name. Only for lists that declare `search`; where they do not, it is for the caller to look. */
  search?: string | undefined
  /** How many at most: 100 by default, never more than 1,000. */
  first?: number | undefined
  /** Where an earlier answer ended. */
  cursor?: string | null | undefined
  /** In place of the client. */
  send?: SendListCall | undefined
  signal?: AbortSignal | undefined
  now?: (() => Date) | undefined
}

export type Listing = { quotas: LearnedQuota[] } & (
  | { trouble: null; resources: Resource[]; cursor: string | null }
  | { trouble: Trouble; resources: []; cursor: null }
)

const maxItems = 1_000
const maxPages = 10
const maxPageBytes = 8 * 1_048_576

/** Where to go on: the parameters of a page, and how many of its items are known already. */
type Position = { query: string; skip: number }
const position = z.strictObject({ query: z.string().max(2_000), skip: z.int().min(0).max(100_000) })

const encodeCursor = (at: Position) => Buffer.from(JSON.stringify(at)).toString('base64url')

function decodeCursor(cursor: string): Position | undefined {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

const refusal = (message: string, remedy: string): Trouble => ({
  failureClass: 'request',
  message,
  remedy,
  evidence: {},
})

/** A value may fill its place in the path, and nothing beyond it. */
function inputProblem(declared: Discovery, input: Record<string, string>): Trouble | undefined {
  for (const [name, { title, pattern }] of Object.entries(declared.inputs ?? {})) {
    const value = Object.hasOwn(input, name) ? (input[name] ?? '') : ''
    const isFit = value !== '' && value.length <= 500 && !/[?#\\]|\p{Cc}/u.test(value)
    if (!isFit || (pattern !== undefined && !new RegExp(pattern).test(value))) {
      return refusal(`${title} is missing or not of the form the service knows.`, `Choose another value for ${title}.`)
    }
  }
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(declared.inputs ?? {}, name))
  return unknown === undefined
    ? undefined
    : refusal('The list does not take one of the given values.', 'Leave out what it does not name.')
}

/** The parameters of a page without those that carry the credential. */
function publicQuery(run: ProbeRun, url: string): string {
  const { searchParams } = new URL(url)
  for (const name of Object.keys(run.method.inject?.query ?? {})) searchParams.delete(name)
  return searchParams.toString()
}

type Walk = {
  run: ProbeRun
  send: SendListCall
  declared: Discovery
  pageSize: number | undefined
  paginate: Paginate
  base: HttpRequest
}

const sendsWith =
  (run: ProbeRun): SendListCall =>
  async (request, input) => {
    const response = await attempt(() => sendOne(run, request, input))
    return response instanceof HttpFailure ? { trouble: troubleOf(response) } : response
  }

function startWalk(run: ProbeRun, declared: Discovery, call: ListCall, first: number): Walk {
  const base = { ...plainRequest(run, declared.request, call.input), maxBodyBytes: maxPageBytes }
  const pageSize = declared.pageSize && Math.min(first, declared.pageSize.max)
  const kind: Paginate = declared.paginate ?? run.connector.manifest.paginate ?? { kind: 'none' }
  const url = new URL(base.url)
  if (declared.pageSize) url.searchParams.set(declared.pageSize.parameter, String(pageSize))
  if (declared.search && call.search) url.searchParams.set(declared.search.parameter, call.search)
  const send = call.send ?? sendsWith(run)
  return { run, send, declared, pageSize, paginate: kind, base: { ...base, url: url.href } }
}

/** What a page says of its own size decides whether another one follows. */
function sized(walk: Walk, url: string): Paginate {
  const { paginate, declared, pageSize } = walk
  const asked = Number(declared.pageSize && new URL(url).searchParams.get(declared.pageSize.parameter))
  const size = asked > 0 ? asked : pageSize
  if (size === undefined) return paginate
  if (paginate.kind === 'page') return { ...paginate, size }
  return paginate.kind === 'offset' ? { ...paginate, limit: size } : paginate
}

const scalarOf = (value: unknown) =>
  typeof value === 'boolean' || typeof value === 'number' ? value : typeof value === 'string' ? readable(value) : null

function urlOf(value: unknown): string | null {
  const text = typeof value === 'string' && value.length <= 2_000 && URL.canParse(value) ? new URL(value) : null
  return text && /^https?:$/.test(text.protocol) && !text.username && !text.password ? text.href : null
}

function resourceOf(declared: Discovery, item: unknown): Resource[] {
  const id = valueAt(item, declared.id)
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '' || String(id).length > 500) return []
  const name = declared.name === undefined ? undefined : valueAt(item, declared.name)
  const attributes = Object.entries(declared.attributes ?? {}).map(
    ([key, path]) => [key, scalarOf(valueAt(item, path))] as const,
  )
  return [
    {
      id: String(id),
      name: readable(name) ?? readable(id) ?? String(id),
      url: declared.url === undefined ? null : urlOf(valueAt(item, declared.url)),
      attributes: Object.fromEntries(attributes),
    },
  ]
}

type Page = { trouble: Trouble } | { trouble: null; items: unknown[]; next: string | null }

async function readPage(walk: Walk, query: string): Promise<Page> {
  const { run, send, declared, base } = walk
  const url = new URL(base.url)
  url.search = query
  const response = await send({ ...base, url: url.href }, declared.input ?? {})
  if ('trouble' in response) return { trouble: response.trouble }
  const read = reading(run, response, {})
  if (read.trouble) return { trouble: explained(walk, response.status, read.trouble) }
  const items = valueAt(read.body, declared.items ?? '$')
  if (!Array.isArray(items)) {
    return { trouble: refusal('The service answered with something that is no list.', 'Check the base URL.') }
  }
  // An answer may be of another path after a redirect: the next page is asked where this one was.
  const next = await attempt(async () =>
    nextPage(sized(walk, url.href), { url: url.href, headers: response.headers, body: read.body, count: items.length }),
  )
  if (next instanceof HttpFailure) return { trouble: troubleOf(next) }
  const follows = next === null ? null : publicQuery(run, next)
  return { trouble: null, items, next: follows === query ? null : follows }
}

/** What a list knows better than the status does. */
function explained({ declared }: Walk, status: number, trouble: Trouble): Trouble {
  if (trouble.failureClass === 'permission' && declared.needs) {
    return { ...trouble, remedy: `Give the credential ${declared.needs.join(' or ')}, which this list needs.` }
  }
  const titles = Object.values(declared.inputs ?? {}).map(({ title }) => title.toLowerCase())
  if (status !== 404) return trouble
  if (titles.length === 0) {
    return {
      ...trouble,
      message: 'The service does not offer this list (status 404).',
      remedy:
        'It may not have the list at all, or not for this credential: name what you look for instead. Whether the address is right says the doctor.',
    }
  }
  const named = titles.join(', ')
  return {
    ...trouble,
    message: `The service finds nothing under this ${named} (status 404).`,
    remedy: `Check the ${named}, and that the credential may see it: many services answer 404 to those who may not.`,
  }
}

function after(at: Position, page: { items: unknown[]; next: string | null }, room: number): Position | null {
  if (page.items.length - at.skip > room) return { query: at.query, skip: at.skip + room }
  return page.next === null ? null : { query: page.next, skip: 0 }
}

async function walkPages(walk: Walk, from: Position, first: number) {
  const resources: Resource[] = []
  let at: Position | null = from
  for (let pages = 0; at !== null && pages < maxPages && resources.length < first; pages += 1) {
    const page: Page = await readPage(walk, at.query)
    // What was found so far is worth telling; the next call tells the trouble.
    if (page.trouble) return { trouble: resources.length === 0 ? page.trouble : null, resources, at }
    const room = first - resources.length
    resources.push(...page.items.slice(at.skip, at.skip + room).flatMap((item) => resourceOf(walk.declared, item)))
    at = after(at, page, room)
  }
  return { trouble: null, resources, at }
}

/** The lists that can be read with these settings, by their names in the manifest. */
export function listsOf({ manifest }: Connector, settings: ConnectorSettings): Record<string, Discovery> {
  return Object.fromEntries(Object.entries(manifest.discover ?? {}).filter(([, one]) => applies({ settings }, one)))
}

/** Lists the connector has, and this instance does not: by name, with what can be done instead. */
export function missingListsOf({ manifest }: Connector, { instance }: ConnectorSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(manifest.discover ?? {}).flatMap(([name, { missing }]) =>
      missing && Object.hasOwn(missing, instance) ? [[name, missing[instance] ?? '']] : [],
    ),
  )
}

const noSuchList = (missing: string | undefined) =>
  missing === undefined
    ? refusal('This connector has no such list here.', 'Choose one of the lists it names.')
    : refusal('The service offers no such list.', missing)

/**
 * One portion of a list: what the vendor has, in its order. Never throws for what the service or the network does.
 *
 * @throws when the call is aborted, or for a fault of ours
 */
export async function listResources(
  connector: Connector,
  settings: ConnectorSettings,
  http: HttpClient,
  call: ListCall,
): Promise<Listing> {
  const run = startRun(connector, settings, http, { signal: call.signal, now: call.now ?? (() => new Date()) })
  const failed = (trouble: Trouble): Listing => ({ trouble, resources: [], cursor: null, quotas: run.quotas })
  const lists = listsOf(connector, settings)
  const declared = Object.hasOwn(lists, call.list) ? lists[call.list] : undefined
  if (!declared) return failed(noSuchList(missingListsOf(connector, settings)[call.list]))
  const input = call.input ?? {}
  const problem = inputProblem(declared, input)
  if (problem) return failed(problem)
  const first = Math.min(Math.max(1, Math.trunc(call.first ?? 100)), maxItems)
  const walk = await attempt(async () => startWalk(run, declared, call, first))
  if (walk instanceof HttpFailure) return failed(troubleOf(walk))
  const from = call.cursor ? decodeCursor(call.cursor) : { query: new URL(walk.base.url).search, skip: 0 }
  if (!from) return failed(refusal('The cursor is not one of this list.', 'Read the list from its beginning.'))
  const { trouble, resources, at } = await walkPages(walk, from, first)
  if (trouble) return failed(trouble)
  return { trouble: null, resources, cursor: at && encodeCursor(at), quotas: run.quotas }
}
