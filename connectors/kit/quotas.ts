import type { LearnedQuota } from '@/server/kernel/health'
import { isStorableInstant } from '@/server/kernel/text'
import type { ConnectorManifest, QuotaHeaders, QuotaPools } from './manifest'
import { valueAt } from './template'

/**
 * Learns a vendor's quotas from the headers of its answers, in every form vendors use. What a manifest declares is
 * read first; the widespread names are read without being declared.
 */
type Headers = Record<string, string>
type ResetForm = NonNullable<QuotaHeaders['resetIn']>

const get = (headers: Headers, name: string | undefined) =>
  name === undefined ? undefined : headers[name.toLowerCase()]

/** `100;w=21600` and `100, 200;window=60` begin with what counts. */
function countOf(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,15})(?:\.\d+)?\b/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}

/** The window of `100;w=21600`, in seconds. Source: https://docs.docker.com/docker-hub/usage/pulls/ */
function windowOf(text: string | undefined): number | undefined {
  const match = /;\s*(?:w|window)="?(\d{1,9})/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}

/**
 * The longest window any vendor is known to have is a month. What is told beyond it is a mistake, such as a date where
 * seconds are meant, and believing it would shut the integration for years.
 */
const longestWindowMs = 32 * 86_400_000

const storable = (at: Date) => (isStorableInstant(at) ? at : undefined)
const dateOf = (ms: number) => (ms >= 0 ? storable(new Date(ms)) : undefined)
const believable = (at: Date | undefined, now: Date) =>
  at && at.getTime() - now.getTime() <= longestWindowMs ? at : undefined

/**
 * The end of the window we are in, counted from the epoch: a vendor that tells only the length of its window then has
 * one reset per window, not a new one with each answer.
 */
const endOfWindow = (now: Date, windowMs: number) =>
  windowMs > 0 ? dateOf((Math.floor(now.getTime() / windowMs) + 1) * windowMs) : undefined

function guessForm(text: string): ResetForm {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const value = Number(text)
    if (value > 1e11) return 'epoch_ms'
    return value > 1e9 ? 'epoch_s' : 'seconds'
  }
  return /^\d{4}-/.test(text) ? 'iso8601' : 'http_date'
}

function parsedDate(text: string): Date | undefined {
  return storable(new Date(text))
}

/** When a quota is full again; undefined where that is not told, or not to be believed. */
export const parseReset = (text: string, form: ResetForm | undefined, now: Date): Date | undefined =>
  believable(instantIn(text, form, now), now)

function instantIn(text: string, form: ResetForm | undefined, now: Date): Date | undefined {
  const trimmed = text.trim()
  const known = form ?? guessForm(trimmed)
  if (known === 'iso8601' || known === 'http_date') return parsedDate(trimmed)
  const value = Number.parseFloat(trimmed)
  if (!Number.isFinite(value) || value < 0) return undefined
  switch (known) {
    case 'epoch_s':
      return dateOf(value * 1000)
    case 'epoch_ms':
      return dateOf(value)
    case 'seconds':
      return dateOf(now.getTime() + value * 1000)
    case 'ms':
      return dateOf(now.getTime() + value)
    case 'window_s':
      return endOfWindow(now, value * 1000)
    case 'window_ms':
      return endOfWindow(now, value)
  }
}

/** Seconds or an HTTP date, in milliseconds from now. Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export function retryAfterMs(headers: Headers, now: Date, name = 'retry-after'): number | undefined {
  const text = get(headers, name)
  if (text === undefined) return undefined
  // Some vendors send the instant where the seconds until then are meant.
  const isNumber = /^\s*\d+(\.\d+)?\s*$/.test(text)
  const at = isNumber ? parseReset(text, undefined, now) : believable(parsedDate(text), now)
  return at && Math.max(0, at.getTime() - now.getTime())
}

function resetOf(headers: Headers, declared: QuotaHeaders, now: Date): Date | null {
  const told = get(headers, declared.reset)
  const window = windowOf(get(headers, declared.limit)) ?? windowOf(get(headers, declared.remaining))
  const wait = retryAfterMs(headers, now, declared.retryAfter)
  if (told !== undefined) return parseReset(told, declared.resetIn, now) ?? null
  if (wait !== undefined) return dateOf(now.getTime() + wait) ?? null
  return (window !== undefined && endOfWindow(now, window * 1000)) || null
}

function readDeclared(headers: Headers, declared: QuotaHeaders, now: Date): LearnedQuota | undefined {
  const limit = countOf(get(headers, declared.limit))
  const used = countOf(get(headers, declared.used))
  const left = countOf(get(headers, declared.remaining))
  const remaining = left ?? (limit !== undefined && used !== undefined ? Math.max(0, limit - used) : undefined)
  if (limit === undefined || remaining === undefined) return undefined
  const named = get(headers, declared.poolHeader)?.slice(0, 60)
  const pool = (named && (declared.poolNames?.[named] ?? named)) || declared.pool
  return { pool, limit, remaining: Math.min(remaining, limit), resetAt: resetOf(headers, declared, now) }
}

const widespread = ['ratelimit-', 'x-ratelimit-', 'x-rate-limit-'].map(
  (prefix): QuotaHeaders => ({
    pool: 'requests',
    poolHeader: `${prefix}resource`,
    limit: `${prefix}limit`,
    remaining: `${prefix}remaining`,
    used: `${prefix}used`,
    reset: `${prefix}reset`,
  }),
)

function parametersOf(item: string): Map<string, string> {
  const pairs = item.split(/[;,]/).map((part) => part.split('='))
  return new Map(pairs.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().replaceAll('"', '')]))
}

/**
 * Both drafts: `RateLimit: limit=100, remaining=50, reset=30`, and `RateLimit: "default";r=50;t=30` with the limit in
 * `RateLimit-Policy: "default";q=100;w=60`.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
function readDraft(headers: Headers, now: Date): LearnedQuota[] {
  const text = headers.ratelimit
  if (text === undefined) return []
  const older = parametersOf(text)
  if (older.has('limit')) {
    const texts = { limit: older.get('limit'), remaining: older.get('remaining'), reset: older.get('reset') }
    return draftQuota('requests', texts, now)
  }
  const policies = new Map(namedItems(headers['ratelimit-policy'] ?? ''))
  return namedItems(text).flatMap(([pool, item]) => {
    const texts = { limit: policies.get(pool)?.get('q'), remaining: item.get('r'), reset: item.get('t') }
    return draftQuota(pool, texts, now)
  })
}

function namedItems(text: string): [string, Map<string, string>][] {
  return text.split(',').flatMap((item) => {
    const name = /^\s*"([^"]{1,60})"/.exec(item)?.[1]
    return name === undefined ? [] : [[name, parametersOf(item)]]
  })
}

type DraftTexts = { limit: string | undefined; remaining: string | undefined; reset: string | undefined }

function draftQuota(pool: string, texts: DraftTexts, now: Date): LearnedQuota[] {
  const limit = countOf(texts.limit)
  const remaining = countOf(texts.remaining)
  if (limit === undefined || remaining === undefined) return []
  const resetAt = texts.reset === undefined ? null : (parseReset(texts.reset, 'seconds', now) ?? null)
  return [{ pool, limit, remaining: Math.min(remaining, limit), resetAt }]
}

/** What an answer says about slowing down. */
export type Throttle = { retryAfterSeconds: number | null; isUsedUp: boolean; resetAt: Date | null }

export function throttleOf(declared: readonly QuotaHeaders[], headers: Headers, now: Date): Throttle {
  const waitMs = [undefined, ...declared.map((one) => one.retryAfter)]
    .map((name) => retryAfterMs(headers, now, name))
    .find((ms) => ms !== undefined)
  const usedUp = learnQuotas(declared, headers, now).find(({ remaining }) => remaining === 0)
  return {
    retryAfterSeconds: waitMs === undefined ? null : Math.ceil(waitMs / 1000),
    isUsedUp: usedUp !== undefined,
    resetAt: usedUp?.resetAt ?? null,
  }
}

/** The pools a vendor tells in a body, such as GitHub's `GET /rate_limit`. */
export function quotasInBody(pools: QuotaPools, body: unknown, now: Date): LearnedQuota[] {
  return pools.names.flatMap((pool) => {
    const [limit, remaining, reset] = [pools.limit, pools.remaining, pools.reset].map((name) => {
      const value = name === undefined ? undefined : valueAt(body, `${pools.path}.${pool}.${name}`)
      return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined
    })
    const [most, left] = [countOf(limit), countOf(remaining)]
    if (most === undefined || left === undefined) return []
    const resetAt = reset === undefined ? null : (parseReset(reset, pools.resetIn, now) ?? null)
    return [{ pool, limit: most, remaining: Math.min(left, most), resetAt }]
  })
}

/** Every quota an answer tells; of each pool the first one found. */
export function learnQuotas(declared: readonly QuotaHeaders[], headers: Headers, now: Date): LearnedQuota[] {
  const own = declared.flatMap((one) => readDeclared(headers, one, now) ?? [])
  const found =
    own.length > 0
      ? own
      : [...readDraft(headers, now), ...widespread.flatMap((one) => readDeclared(headers, one, now) ?? [])]
  return mergeQuotas([], found)
}

/** A service has a handful of pools; one that names hundreds is not believed in all of them. */
const maxPools = 20

/** Later answers know better; a pool the later ones do not name stays. */
export function mergeQuotas(earlier: readonly LearnedQuota[], later: readonly LearnedQuota[]): LearnedQuota[] {
  const byPool = new Map(earlier.map((quota) => [quota.pool, quota]))
  const told = new Set<string>()
  for (const quota of later) {
    if (!told.has(quota.pool)) byPool.set(quota.pool, quota)
    told.add(quota.pool)
  }
  return [...byPool.values()].slice(0, maxPools)
}

/** Stands for every pool a service was heard to have. */
export const anyPool = '*'

type Pattern = { methods: readonly string[] | null; path: RegExp }

function patternOf(text: string): Pattern {
  const [, methods, path = ''] = /^(?:(\S+) )?(\/\S*)$/.exec(text) ?? []
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return { methods: methods?.split('|') ?? null, path: new RegExp(`^${parts.join('.*')}$`) }
}

// A manifest is one object for as long as the hub runs.
const patterns = new WeakMap<QuotaHeaders, readonly Pattern[]>()

function patternsOf(declared: QuotaHeaders): readonly Pattern[] {
  const known = patterns.get(declared) ?? (declared.matches ?? []).map(patternOf)
  patterns.set(declared, known)
  return known
}

/**
 * The pools a request draws from: the first declared one whose patterns match, else the one that declares none. Empty
 * where the request is free of charge; any pool that is heard of where the connector declares nothing.
 *
 * @param path below the base URL, with or without its query
 */
export function poolOf({ quotas = [] }: Pick<ConnectorManifest, 'quotas'>, method: string, path: string): string[] {
  if (quotas.length === 0) return [anyPool]
  const [bare = path] = path.split(/[?#]/, 1)
  const matching = quotas.find((one) =>
    patternsOf(one).some((pattern) => (pattern.methods?.includes(method) ?? true) && pattern.path.test(bare)),
  )
  const found = matching ?? quotas.find(({ matches }) => matches === undefined)
  return found ? [found.pool] : []
}
