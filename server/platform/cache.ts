import { LRUCache } from 'lru-cache'
import type { Id } from '@/server/kernel/ids'
import { metrics } from './metrics'

/**
 * What a process remembers of the outside: bounded in entries, bytes and time. An entry ends when its time is up however
 * often it is read, for a state that is kept alive by being looked at would stay green for ever. Who asks at the same
 * time for the same thing shares one answer. A key begins with the tenant and what the entry is about, so that nothing
 * is ever read across tenants and an event can take away all that is known of one integration.
 *
 * The cache knows no permissions: whoever asks it has checked them.
 */
export type CacheKey = readonly [
  tenantId: Id<'tenant'>,
  /** What is forgotten together, such as an integration's id. */
  subject: string,
  ...rest: (string | number | boolean | null)[],
]

export type CacheDefinition<V> = {
  /** As the metrics call it. */
  name: string
  /** From the moment the answer was asked for. */
  ttlMs: number
  max: number
  /** Of everything that is kept, as JSON; 64 MiB by default. */
  maxBytes?: number
  /** False: told to those who wait for it, and not kept. */
  keeps?: (value: V) => boolean
  /** When a value ends sooner than `ttlMs`. */
  endsAt?: (value: V) => Date | null
}

export type Cached<V> = {
  value: V
  /** When it was asked for. */
  at: Date
  /** It was known before it was asked for. */
  isHit: boolean
}

export type ReadOptions = {
  /** Ask anew, whatever is known. */
  refresh?: boolean | undefined
  signal?: AbortSignal | undefined
}

export type Cache<V> = {
  /** @param load is given a signal that aborts when nobody waits for the answer any more */
  read(key: CacheKey, load: (signal: AbortSignal) => Promise<V>, options?: ReadOptions): Promise<Cached<V>>
  /** Also what is on its way: it is told to those who wait, and not kept. */
  forget(tenantId: Id<'tenant'>, subject?: string): void
  readonly size: number
}

type Entry<V> = { value: V; at: number }
type Flight<V> = { answer: Promise<Cached<V>>; waiting: number; ending: AbortController }

const usualMaxBytes = 64 * 1_048_576

/** Never goes back, as the clock on the wall does. Tests put their own in its place. */
export const cacheClock = { now: (): number => performance.timeOrigin + performance.now() }

const textOf = (key: CacheKey) => JSON.stringify(key)
const prefixOf = (tenantId: string, subject?: string) =>
  JSON.stringify(subject === undefined ? [tenantId] : [tenantId, subject]).slice(0, -1)
const isBelow = (text: string, prefix: string) =>
  text.startsWith(prefix) && (text[prefix.length] === ',' || text[prefix.length] === ']')

const bytesOf = (entry: { value: unknown }, text: string) =>
  Math.max(1, 2 * ((JSON.stringify(entry.value)?.length ?? 0) + text.length))

class BoundedCache<V> implements Cache<V> {
  readonly #definition: CacheDefinition<V>
  readonly #entries: LRUCache<string, Entry<V>>
  readonly #flights = new Map<string, Flight<V>>()
  /** The keys of each subject, so that an event finds them without looking at all. */
  readonly #subjects = new Map<string, Set<string>>()

  constructor(definition: CacheDefinition<V>) {
    this.#definition = definition
    this.#entries = new LRUCache<string, Entry<V>>({
      max: definition.max,
      ttl: definition.ttlMs,
      ttlResolution: 0,
      perf: cacheClock,
      maxSize: definition.maxBytes ?? usualMaxBytes,
      sizeCalculation: bytesOf,
      dispose: (_entry, text, reason) => {
        if (reason === 'evict' || reason === 'expire') this.#count(reason === 'evict' ? 'eviction' : 'expiry')
        if (reason !== 'set') this.#unlist(text)
      },
    })
  }

  get size(): number {
    return this.#entries.size
  }

  async read(key: CacheKey, load: (signal: AbortSignal) => Promise<V>, options: ReadOptions = {}): Promise<Cached<V>> {
    const text = textOf(key)
    const known = options.refresh ? undefined : toHit(this.#entries.get(text))
    if (known) {
      this.#count('hit')
      return known
    }
    const under = options.refresh ? undefined : this.#flights.get(text)
    this.#count(under ? 'shared' : 'miss')
    return this.#wait(text, under ?? this.#start(text, load), options.signal)
  }

  forget(tenantId: Id<'tenant'>, subject?: string): void {
    const prefix = prefixOf(tenantId, subject)
    for (const text of this.#flights.keys()) if (isBelow(text, prefix)) this.#flights.delete(text)
    const texts =
      subject === undefined
        ? [...this.#entries.keys()].filter((text) => isBelow(text, prefix))
        : [...(this.#subjects.get(prefix) ?? [])]
    for (const text of texts) this.#entries.delete(text)
    this.#tellSize()
  }

  #start(text: string, load: (signal: AbortSignal) => Promise<V>): Flight<V> {
    const ending = new AbortController()
    const at = cacheClock.now()
    // Not so when somebody asked anew or an event came in the meantime: the answer is then of before.
    const isCurrent = () => this.#flights.get(text)?.ending === ending
    const land = async (): Promise<Cached<V>> => {
      try {
        const value = await load(ending.signal)
        if (isCurrent()) this.#keep(text, { value, at })
        return { value, at: new Date(at), isHit: false }
      } finally {
        if (isCurrent()) this.#flights.delete(text)
      }
    }
    const flight: Flight<V> = { waiting: 0, ending, answer: Promise.resolve().then(land) }
    // A flight that everybody left has nobody to tell.
    flight.answer.catch(() => {})
    this.#flights.set(text, flight)
    return flight
  }

  #keep(text: string, entry: Entry<V>): void {
    const { ttlMs, keeps, endsAt } = this.#definition
    if (keeps?.(entry.value) === false) return
    const end = endsAt?.(entry.value)
    const ttl = end ? Math.min(ttlMs, end.getTime() - entry.at) : ttlMs
    if (ttl <= 0) return
    this.#entries.set(text, entry, { ttl, start: entry.at })
    if (this.#entries.has(text)) this.#list(text)
    this.#tellSize()
  }

  async #wait(text: string, flight: Flight<V>, signal: AbortSignal | undefined): Promise<Cached<V>> {
    flight.waiting += 1
    try {
      return await orAborted(flight.answer, signal)
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0) {
        if (this.#flights.get(text) === flight) this.#flights.delete(text)
        flight.ending.abort()
      }
    }
  }

  #list(text: string): void {
    const subject = subjectOf(text)
    const texts = this.#subjects.get(subject)
    if (texts) texts.add(text)
    else this.#subjects.set(subject, new Set([text]))
  }

  #unlist(text: string): void {
    const subject = subjectOf(text)
    const texts = this.#subjects.get(subject)
    texts?.delete(text)
    if (texts?.size === 0) this.#subjects.delete(subject)
  }

  #count(outcome: 'hit' | 'miss' | 'shared' | 'eviction' | 'expiry'): void {
    metrics.cacheRequests.inc({ cache: this.#definition.name, outcome })
  }

  #tellSize(): void {
    metrics.cacheEntries.set({ cache: this.#definition.name }, this.#entries.size)
  }
}

function subjectOf(text: string): string {
  const [tenantId, subject] = JSON.parse(text) as [string, string]
  return prefixOf(tenantId, subject)
}

const toHit = <V>(entry: Entry<V> | undefined): Cached<V> | undefined =>
  entry && { value: entry.value, at: new Date(entry.at), isHit: true }

/** The answer, unless the one who waits has gone before it comes. */
function orAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return answer
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/** One cache of this process. Defined once, beside the rule that says how long its kind of answer holds. */
export function defineCache<V>(definition: CacheDefinition<V>): Cache<V> {
  return new BoundedCache(definition)
}
